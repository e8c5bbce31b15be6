"""Tries what is handed out where nothing of the program is: the wheel in a fresh environment of Python, the package and the
archive in bare root folders. Runs the first commands of the README in each.

    python3 packaging/try_out.py FOLDER      the folder with a wheel, a package, an archive and its digest

Ends with 1 where a command fails.
"""

import glob
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "thb-cost"


def first_commands(most: int = 10) -> list[list[str]]:
    """The first commands of the README that call the program."""
    lines = re.findall(r"^\$ (thb-cost .*)$", (ROOT / "README.md").read_text(), re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in lines[:most]]


def run_all(program: list[str], folder: Path, where: str) -> None:
    """Runs the commands in a folder."""
    environment = {"PATH": "", "LC_ALL": "C.UTF-8"}
    for args in first_commands():
        outcome = subprocess.run([*program, *args], cwd=folder, env=environment, capture_output=True, text=True)
        if outcome.returncode != 0:
            sys.exit(f"{where}: thb-cost {' '.join(args)} ended with {outcome.returncode}\n{outcome.stderr}")
    print(f"{where}: {len(first_commands())} commands")


def libraries(program: Path, root: Path) -> None:
    """Puts the libraries that the system would install first into a root folder."""
    linked = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    for library in re.findall(r"/[^ )]*", linked):
        target = root / library.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, target)


def chroot(root: Path) -> list[str]:
    """How a command is run with a folder as its root."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    program = [shutil.which("chroot", path=path), str(root)]
    if os.geteuid() != 0:
        program = [shutil.which("unshare", path=path), "--map-root-user", "--net", *program]
    return program


def try_wheel(wheel: Path, work: Path) -> None:
    """Installs the wheel into a fresh environment, without the network."""
    environment = work / "environment"
    venv.create(environment, with_pip=True)
    pip = [environment / "bin/pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", wheel]
    subprocess.run(pip, check=True)
    folder = work / "of-wheel"
    folder.mkdir()
    run_all([str(environment / "bin" / NAME)], folder, "wheel")


def try_deb(package: Path, work: Path) -> None:
    """Installs the package into a bare root folder with dpkg."""
    root = work / "root-of-package"
    for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "tmp"]:
        (root / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    options = ["--force-depends", "--force-not-root", "--force-script-chrootless"]
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    subprocess.run(["dpkg", "--root", root, "--log=/dev/null", *options, "--install", package], check=True,
                   capture_output=True, env={**os.environ, "PATH": path})
    for needed in [f"usr/bin/{NAME}", f"usr/share/man/man1/{NAME}.1.gz", f"usr/share/man/bg/man1/{NAME}.1.gz",
                   f"usr/share/doc/{NAME}/copyright", f"usr/share/bash-completion/completions/{NAME}"]:
        if not (root / needed).is_file():
            sys.exit(f"package: {needed} is not in it")
    libraries(root / "usr/bin" / NAME, root)
    run_all([*chroot(root), f"/usr/bin/{NAME}"], work, "package")


def try_archive(archive: Path, work: Path) -> None:
    """Unpacks the archive, once its digest is compared."""
    said = archive.with_name(archive.name + ".sha256").read_text().split()[0]
    if hashlib.sha256(archive.read_bytes()).hexdigest() != said:
        sys.exit("archive: its digest is another")
    root = work / "root-of-archive"
    with tarfile.open(archive) as tar:
        tar.extractall(root, filter="data")
    (root / "tmp").mkdir()
    program = next(root.glob(f"*/{NAME}"))
    libraries(program, root)
    run_all([*chroot(root), f"/{program.relative_to(root)}"], work, "archive")


def main() -> None:
    folder = Path(sys.argv[1]).resolve()

    def newest(pattern: str) -> Path:
        found = sorted(glob.glob(str(folder / pattern)), key=os.path.getmtime)
        if not found:
            sys.exit(f"no {pattern} in {folder}")
        return Path(found[-1])

    with tempfile.TemporaryDirectory() as work:
        try_archive(newest("*.tar.gz"), Path(work))
        try_deb(newest("*.deb"), Path(work))
        try_wheel(newest("*.whl"), Path(work))


if __name__ == "__main__":
    main()
