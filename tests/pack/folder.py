"""The folder of a review is the old pack or the new one, whatever happens: killed at a hundred moments, a full disk, a
target that is read-only.

    python3 tests/pack/folder.py PROGRAM

Needs root for the small file systems that it mounts; without it those two parts say that they were left out.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()
MOMENTS = 100
OLD = ["--embedded", "review", "-q", "--year", "2016"]
NEW = ["--embedded", "review", "-q", "--year", "2017"]


def digest(folder):
    """One digest over all files of a folder, hidden ones too."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def review(arguments, target):
    return subprocess.run([PROGRAM, *arguments, "-o", target], capture_output=True, text=True)


def made(arguments, folder, name):
    done = review(arguments, folder / name)
    assert done.returncode == 0, done.stderr
    return digest(folder / name)


def check_manifest(folder):
    """The manifest names every file but itself, each with its digest."""
    manifest = json.loads((folder / "manifest.json").read_text())
    named = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"manifest.json"}
    assert set(named) == there, there ^ set(named)
    for path, sha256 in named.items():
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == sha256, path


def afresh(arguments, target):
    """A pack that replaces none: one that does tells what it changed."""
    shutil.rmtree(target, ignore_errors=True)
    assert review(arguments, target).returncode == 0


def killed(folder, old):
    """Ends runs at moments spread evenly over what a run takes, each time over the old pack. What is killed outright can
    leave the folder in which it wrote; what is interrupted or terminated leaves nothing."""
    target = folder / "killed"
    afresh(OLD, target)
    begun = time.monotonic()
    review(NEW, target)
    length = time.monotonic() - begun
    new = digest(target)
    outcomes = {old: 0, new: 0}
    ended = 0
    for moment in range(MOMENTS):
        afresh(OLD, target)
        how = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[moment % 3]
        run = subprocess.Popen([PROGRAM, *NEW, "-o", target])
        time.sleep(length * 1.1 * moment / MOMENTS)
        run.send_signal(how)
        ended += run.wait() == 0
        found = digest(target)
        assert found in outcomes, f"a mixture after {moment} hundredths of {length:.3f} s"
        outcomes[found] += 1
        left = [path for path in folder.iterdir() if path.name.startswith(".")]
        assert how == signal.SIGKILL or not left, left
        for path in left:
            shutil.rmtree(path)
    assert outcomes[old] > 0 and ended < MOMENTS, "nothing was ended in time"
    print(f"ended at {MOMENTS} moments of {length:.3f} s: {outcomes[old]} old, {outcomes[new]} new, no mixture")


def together(folder):
    """Of two runs into one folder at once one is whole, and the other too or refused in words."""
    for name in ("new", "there"):
        target = folder / f"together-{name}"
        if name == "there":
            review(OLD, target)
        for _ in range(20):
            runs = [
                subprocess.Popen([PROGRAM, *asked, "-o", target], stderr=subprocess.PIPE, text=True)
                for asked in (OLD, NEW, NEW)
            ]
            said = [run.communicate()[1] for run in runs]
            codes = [run.returncode for run in runs]
            assert 0 in codes and set(codes) <= {0, 2}, (codes, said)
            assert all("meanwhile" in text for text, code in zip(said, codes) if code), said
            check_manifest(target)
            left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
            assert not left, left
            if name == "new":
                shutil.rmtree(target)
    print("together: one whole pack, the others refused or after it")


class Mounted:
    def __init__(self, folder, options):
        self.folder, self.options = folder, options

    def __enter__(self):
        self.folder.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", self.folder], capture_output=True)
        self.there = done.returncode == 0
        return self

    def __exit__(self, *_):
        if self.there:
            subprocess.run(["umount", self.folder], check=True)


def full_disk(folder, old, size_of_pack):
    # Room for the old pack and a half of the new one; in pages of 4 KiB, each file takes whole ones.
    with Mounted(folder / "small", f"size={size_of_pack * 3 // 2 // 4096 * 4}k") as mounted:
        if not mounted.there:
            print("full disk: left out, since nothing can be mounted here")
            return
        target = mounted.folder / "review"
        assert review(OLD, target).returncode == 0
        done = review(NEW, target)
        assert done.returncode == 2 and str(target) in done.stderr and "Traceback" not in done.stderr, done
        assert digest(target) == old, "not the old pack"
        assert [path.name for path in mounted.folder.iterdir()] == ["review"], "something is left over"
        print(f"full disk: the old pack stands; said: {done.stderr.strip()}")


def read_only(folder, old):
    with Mounted(folder / "fixed", "size=64m") as mounted:
        if not mounted.there:
            print("read-only target: left out, since nothing can be mounted here")
            return
        target = mounted.folder / "review"
        assert review(OLD, target).returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", mounted.folder], check=True)
        done = review(NEW, target)
        assert done.returncode == 2 and str(target) in done.stderr, done
        assert digest(target) == old, "not the old pack"
        print(f"read-only target: the old pack stands; said: {done.stderr.strip()}")


def main():
    folder = Path(tempfile.mkdtemp(prefix="thb-cost-folders-"))
    old, new = made(OLD, folder, "old"), made(NEW, folder, "new")
    assert old != new and made(NEW, folder, "again") == new, "other bytes the second time"
    environment = {**os.environ, "TZ": "Asia/Tokyo", "LANG": "bg_BG.UTF-8", "LC_ALL": "C"}
    subprocess.run([PROGRAM, *NEW, "-o", folder / "again"], check=True, env=environment, cwd="/")
    assert digest(folder / "again") == new, "other bytes elsewhere"
    check_manifest(folder / "new")
    print("a second run, in another time zone and folder, gives the same bytes")
    size = sum((path.stat().st_size + 4095) // 4096 * 4096 for path in (folder / "new").rglob("*"))
    killed(folder, old)
    together(folder)
    full_disk(folder, old, size)
    read_only(folder, old)


main()
