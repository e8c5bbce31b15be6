"""Makes what is handed out, from a program that is built already: one command each.

    python3 packaging/make.py archive      thb-cost-VERSION-SYSTEM.tar.gz and its digest
    python3 packaging/make.py deb          a Debian package
    python3 packaging/make.py wheel        a Python wheel that holds the program (needs maturin on the path)

`--program` names the program, `--out` the folder. The same program gives the same bytes: times are those of the last
commit. Nothing is published; that is a person's act.
"""

import argparse
import gzip
import hashlib
import io
import os
import platform
import re
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]
NAME, VERSION = PACKAGE["name"], PACKAGE["version"]
LICENCES = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"]
COMPLETIONS = {"bash": f"bash-completion/completions/{NAME}", "zsh": f"zsh/vendor-completions/_{NAME}",
               "fish": f"fish/vendor_completions.d/{NAME}.fish"}
LANGUAGES = ["en", "bg"]


def time_of_commit() -> int:
    """Seconds of the last commit, so that packages of one commit are the same bytes."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    git = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    return int(git.stdout.strip() or 0)


def says(program: Path, *args: str) -> bytes:
    """What the program prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("THB_COST")}
    return subprocess.run([program, *args], check=True, capture_output=True, env=environment).stdout


def without_symbols(program: Path) -> bytes:
    """The program without the names of its functions, which are a third of it and say nothing to who runs it."""
    strip = shutil.which("strip") if platform.system() == "Linux" else None
    if strip is None:
        return program.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / program.name
        subprocess.run([strip, "-o", bare, program], check=True)
        return bare.read_bytes()


def manual(program: Path) -> dict[str, bytes]:
    """Manual pages by their path below share/man, in every language."""
    commands = re.findall(r"^  ([a-z]+)  ", says(program, "--help").decode(), re.MULTILINE)
    pages = {}
    for language in LANGUAGES:
        folder = "man1" if language == "en" else f"{language}/man1"
        pages[f"{folder}/{NAME}.1"] = says(program, "man", "--lang", language)
        for command in commands:
            pages[f"{folder}/{NAME}-{command}.1"] = says(program, "man", command, "--lang", language)
    return pages


def archive(program: Path, out: Path) -> list[Path]:
    """An archive with everything, and a file with its digest."""
    system = f"{platform.machine().lower()}-{platform.system().lower()}"
    top = f"{NAME}-{VERSION}-{system}"
    files = {program.name: (without_symbols(program), 0o755)}
    for name in [*LICENCES, "README.md", "CHANGELOG.md"]:
        files[name] = ((ROOT / name).read_bytes(), 0o644)
    for path, page in manual(program).items():
        files[f"man/{path}"] = (page, 0o644)
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"]:
        files[f"completions/{NAME}.{shell}"] = (says(program, "completions", shell), 0o644)
    target = out / f"{top}.tar.gz"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, (content, mode) in sorted(files.items()):
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size, entry.mode, entry.mtime = len(content), mode, time_of_commit()
            tar.addfile(entry, io.BytesIO(content))
    target.write_bytes(gzip.compress(packed.getvalue(), 9, mtime=time_of_commit()))
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    beside = target.with_name(target.name + ".sha256")
    beside.write_text(f"{digest}  {target.name}\n")
    return [target, beside]


def needed_libc(program: Path) -> str:
    """The newest version of the C library that a symbol of the program asks for."""
    versions = re.findall(rb"GLIBC_(\d+)\.(\d+)", program.read_bytes())
    major, minor = max((int(major), int(minor)) for major, minor in versions)
    return f"{major}.{minor}"


def deb(program: Path, out: Path) -> list[Path]:
    """A Debian package, made by dpkg-deb."""
    machine = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True)
    architecture = machine.stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder) / "stage"
        share = stage / "usr/share"

        def put(path: Path, content: bytes, mode: int = 0o644, packed: bool = False) -> None:
            if packed:
                path, content = path.with_name(path.name + ".gz"), gzip.compress(content, 9, mtime=0)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(mode)

        put(stage / "usr/bin" / NAME, without_symbols(program), 0o755)
        for path, page in manual(program).items():
            put(share / "man" / path, page, packed=True)
        for shell, path in COMPLETIONS.items():
            put(share / path, says(program, "completions", shell))
        documents = share / "doc" / NAME
        put(documents / "copyright", (ROOT / "packaging/debian-copyright").read_bytes())
        put(documents / "NOTICE", (ROOT / "NOTICE").read_bytes(), packed=True)
        put(documents / "changelog", (ROOT / "CHANGELOG.md").read_bytes(), packed=True)
        size = sum(file.stat().st_size for file in stage.rglob("*") if file.is_file()) // 1024
        control = [
            f"Package: {NAME}", f"Version: {VERSION}", f"Architecture: {architecture}", "Section: science",
            "Priority: optional", f"Installed-Size: {size}",
            f"Depends: libc6 (>= {needed_libc(program)}), libgcc-s1",
            "Maintainer: The thb-cost authors <thb-cost@localhost>",
            f"Description: {PACKAGE['description'].split(':')[0].lower()}",
            " Budget lines, attribution rules, and tables of cost per year and per victim, each figure",
            " traced to its rows, rule, driver and source.",
        ]
        put(stage / "DEBIAN/control", ("\n".join(control) + "\n").encode())
        for path in [stage, *stage.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
        target = out / f"{NAME}_{VERSION}_{architecture}.deb"
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(time_of_commit())}
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", stage, target]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return [target]


def wheel(program: Path, out: Path) -> list[Path]:
    """A wheel, made by maturin, which finds the program built; manual pages and completions ride along as data."""
    data = ROOT / "packaging/wheel/data/share"
    made = ["man", *(path.split("/")[0] for path in COMPLETIONS.values())]
    for path, page in manual(program).items():
        (data / "man" / path).parent.mkdir(parents=True, exist_ok=True)
        (data / "man" / path).write_bytes(page)
    for shell, path in COMPLETIONS.items():
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_bytes(says(program, "completions", shell))
    before = set(out.glob("*.whl"))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(time_of_commit())}
    command = ["maturin", "build", "--quiet", "--release", "--locked", "--out", out]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    for folder in made:
        shutil.rmtree(data / folder, ignore_errors=True)
    wheels = sorted(set(out.glob("*.whl")) - before) or sorted(out.glob("*.whl"))
    return wheels


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes what is handed out, from a program that is built already.")
    parser.add_argument("what", choices=["archive", "deb", "wheel"], nargs="+")
    built = ROOT / "target/release" / (NAME + (".exe" if platform.system() == "Windows" else ""))
    parser.add_argument("--program", type=Path, default=built)
    parser.add_argument("--out", type=Path, default=ROOT / "target/packages")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    makers = {"archive": archive, "deb": deb, "wheel": wheel}
    for what in args.what:
        for made in makers[what](args.program.resolve(), args.out.resolve()):
            print(made)


if __name__ == "__main__":
    main()
