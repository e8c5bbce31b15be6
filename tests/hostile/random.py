#!/usr/bin/env python3
"""Random hostile projects: sizes, nesting, repeats and claims that no honest file has. None may crash, hang or grow.

    python random.py PROGRAM [--each 200] [--seed 1] [--kind xlsx ...] [--keep FOLDER]

Each runs with a gibibyte of addresses and ten seconds of processor. It must end with 0, 1 or 2, and a refusal must name a
file. The same seed makes the same projects. What fails is kept in the folder of `--keep`.
"""

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import shapes

ADDRESSES = 1 << 30
SECONDS = 10
MOST_SAID = 1 << 20
#: What is asked of a project: each reads it whole, in its own way.
COMMANDS = [
    ["check"],
    ["check", "-v", "--format", "json"],
    ["report", "--by", "agency"],
    ["ledger", "--format", "csv"],
    ["sensitivity", "--draws", "1000"],
    ["explain", "--year", "2016"],
    ["outturn"],
]


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def run(program, folder, command):
    """The exit code, what was said, processor seconds and megabytes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(folder / "said", "wb") as said, open(folder / "printed", "wb") as printed:
        try:
            code = subprocess.run(
                [program, *command], cwd=folder, stdout=printed, stderr=said, stdin=subprocess.DEVNULL, preexec_fn=limit, timeout=120,
            ).returncode
        except subprocess.TimeoutExpired:
            code = "no end after two minutes"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = (folder / "said").read_bytes()
    if code and command[2] == "check":
        # What a check finds is its result.
        with open(folder / "printed", "rb") as printed:
            said += printed.read(MOST_SAID + 1)
    return code, said, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def fault(code, said, folder):
    """What is wrong with how a run ended, if anything."""
    if code not in (0, 1, 2):
        return f"ended with {code}"
    if b"panicked" in said or b"overflow" in said:
        return "said so"
    if len(said) > MOST_SAID:
        return f"said {len(said)} bytes"
    if any(byte < 32 and byte not in b"\n\t" for byte in said):
        return "sent a control character to the terminal"
    # What was asked for is not there: that is said of the question, not of a file.
    if code == 2 and said.startswith(b"error: no lines for "):
        return None
    names = [path.name.encode() for path in folder.iterdir()]
    if code and b"  --> " not in said and not any(name in said for name in names):
        return f"refused without a place: {said[:300]!r}"
    return None


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program", type=lambda path: str(Path(path).resolve()))
    arguments.add_argument("--each", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kind", action="append", choices=sorted(shapes.KINDS))
    arguments.add_argument("--keep", type=Path)
    given = arguments.parse_args()
    faults = 0
    if given.keep:
        given.keep.mkdir(parents=True)
    for kind in given.kind or sorted(shapes.KINDS):
        worst, codes = (0.0, 0), {}
        for number in range(given.each):
            folder = Path(tempfile.mkdtemp(prefix="thb-cost-hostile-"))
            chance = random.Random(f"{given.seed} {kind} {number}")
            shapes.KINDS[kind](chance, folder)
            command = ["--color", "never", *chance.choice(COMMANDS)]
            started = time.monotonic()
            code, said, seconds = run(given.program, folder, command)
            worst = max(worst, (seconds, number))
            codes[code] = codes.get(code, 0) + 1
            wrong = fault(code, said, folder)
            if wrong:
                faults += 1
                print(f"{kind} {number} `{' '.join(command)}`: {wrong} ({time.monotonic() - started:.1f} s)\n  {said[-300:]!r}")
                if given.keep:
                    shutil.move(folder, given.keep / f"{kind}-{number}")
            shutil.rmtree(folder, ignore_errors=True)
        print(f"{kind:9} {given.each} projects, codes {codes}, longest {worst[0]:.1f} s (number {worst[1]})", flush=True)
    print(f"{faults} faults")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
