#!/usr/bin/env python3
"""Reduces the same payments without a dialect and under dialects of one key each, as whole processes, in turn.

    python dialects.py BINARY [--before BINARY] [--rows N] [--runs N]

Prints the medians of wall time with their ratios to the first binary without a dialect.
"""

import argparse
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

DIALECTS = {
    "no dialect": "",
    "where": 'where = [{ agency = ["MoI", "MLSP", "PORB"] }]',
    "except": 'except = { line = "Courts*" }',
    "values": 'values.agency = { "MoI" = "Ministry", "SCC" = "Court" }',
    "unit": "unit = 1000",
    "amounts": 'amounts = [{ column = "amount", phase = "approved" }]',
}

MANIFEST = """[project]
title = "Payments (made up)"
currency = "BGN"

[inputs]
agencies = ["payments.csv"]
"""


def write_projects(folder: Path, rows: int) -> None:
    """The payments once, and a folder for each dialect that names them."""
    payments = folder / "payments.csv"
    subprocess.run(["python3", str(Path(__file__).with_name("payments.py")), str(payments), "--rows", str(rows)], check=True)
    for name, keys in DIALECTS.items():
        project = folder / name
        project.mkdir()
        (project / "payments.csv").symlink_to(payments)
        dialect = f'\n[[dialect]]\nfiles = "payments.csv"\n{keys}\n' if keys else ""
        (project / "thb-cost.toml").write_text(MANIFEST + dialect, encoding="utf-8")


def seconds(binary: str, project: Path) -> float:
    """Wall time of a run."""
    start = time.perf_counter()
    done = subprocess.run([binary, "reduce", "--as", "agencies", "-o", "reduced.csv"], cwd=project, capture_output=True)
    taken = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{project.name}: {done.stderr.decode()}")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--before")
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    binaries = [str(Path(binary).resolve()) for binary in (args.binary, args.before) if binary]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_projects(folder, args.rows)
        times: dict[tuple[str, str], list[float]] = {}
        for _ in range(args.runs):
            for name in DIALECTS:
                for binary in binaries:
                    times.setdefault((name, binary), []).append(seconds(binary, folder / name))
    one = statistics.median(times["no dialect", binaries[0]])
    print(f"{args.rows:,} rows, medians of {args.runs} runs in turn; ratios to the first binary without a dialect")
    for (name, binary), taken in times.items():
        median = statistics.median(taken)
        print(f"{name:12} {median:6.2f} s {median / one:6.2f}  {binary if len(binaries) > 1 else ''}".rstrip())


if __name__ == "__main__":
    main()
