"""How time and memory of each command grow with the lines of a project: 1,000, 10,000 and 100,000 lines under 200 rules.

    cargo build --release
    python3 tests/bench/growth/growth.py [--before PROGRAM] [--most 100000] [--unlike] [--sourced] [COMMAND ...]

Each name stands in each of four years, as the lines of a budget do; with `--unlike` every name stands in one year only, so
that no name comes twice; with `--sourced` every line has a source of its own.

Prints, for each command and size, processor seconds and peak memory, and the exponents of both between sizes: 1 is linear.
With `--before`, another build is measured in the same run, in turn, and the ratio stands beside. What takes less than
three seconds runs twice, and the faster of both counts: a virtual machine that has given its free pages back makes whoever
runs next wait for them, which is a third of a run and has nothing to do with it.
A command that takes longer than `--patience` seconds, or more than `--memory` MiB, is ended, and its larger sizes are left
out. `--check` ends with 1 where an exponent is above 1.1 (times below a tenth of a second say nothing and are left out) or
a command took more than a GiB.
"""

import argparse
import math
import os
import resource
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
RULES = 200
FIRST_YEAR = 2014
YEARS = 4
MOST_EXPONENT = 1.1
SHORTEST = 0.1
LONG = 3

COMMANDS = {
    "check": ["check"],
    "report": ["report"],
    **{f"report --by line {format}": ["report", "--by", "line", "--format", format, "-o", f"out.{ending}"]
       for format, ending in [("csv", "csv"), ("table", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json"),
                              ("xlsx", "xlsx")]},
    **{f"ledger {format}": ["ledger", "--format", format, "-o", f"out.{ending}"]
       for format, ending in [("csv", "csv"), ("json", "json"), ("table", "txt"), ("html", "html"), ("xlsx", "xlsx")]},
    "explain": ["explain", "--year", "2017"],
    "compare": ["compare", "2016", "2017"],
    "sensitivity": ["sensitivity", "--draws", "1000"],
    "chart years": ["chart", "years", "-o", "out.svg"],
    "reduce": ["reduce", "--as", "agencies", "-o", "reduced.csv"],
    "review": ["review", "-o", "pack"],
}


def write_project(folder: Path, lines: int, unlike: bool = False, sourced: bool = False) -> None:
    """A project of so many lines, decided by rules of every kind."""
    agencies = 50
    rows = ["year,amount,line,agency,funder,function,area" + (",source" if sourced else "")]
    for number in range(lines):
        year = FIRST_YEAR + number % YEARS
        amount = f"{(number * 7_919) % 1_000_003}.{number % 100:02}"
        of = number if unlike else number // YEARS
        name = f"Programme {number // YEARS} of service {of % 97}"
        rows.append(f"{year},{amount},{name},A{of % agencies},State budget,0{of % 9 + 1},assistance"
                    + (f",s{number}" if sourced else ""))
    (folder / "agencies.csv").write_text("\n".join(rows) + "\n")
    if sourced:
        sources = ["id,title"] + [f"s{number},Document {number}" for number in range(lines)]
        (folder / "sources.csv").write_text("\n".join(sources) + "\n")
    drivers = ["driver,year,value,low,high,unit"]
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        drivers += [f"cases,{year},{80 + year % 7},70,100,cases", f"all_cases,{year},4000,3900,4100,cases"]
    (folder / "drivers.csv").write_text("\n".join(drivers) + "\n")
    victims = ["year,measure,count"] + [f"{year},identified,{450 + year % 50}" for year in range(FIRST_YEAR, FIRST_YEAR + YEARS)]
    (folder / "victims.csv").write_text("\n".join(victims) + "\n")
    shares = ['"5%"', "{ low = 0.01, central = 0.02, high = 0.05 }", '{ numerator = "cases", denominator = "all_cases" }']
    rules = ["version = 1"]
    for number in range(RULES):
        match = f'{{ line = "*service {number % 97}", agency = "A{number % agencies}" }}' if number % 2 else f'{{ line = "*of service {number}" }}'
        rules.append(f'[[rule]]\nid = "r{number}"\nmatch = {match}\nshare = {shares[number % 3]}\nrationale = "made up"')
    rules.append('[[rule]]\nid = "all-others"\nmatch = {}\nshare = "1%"\nrationale = "made up"')
    (folder / "rules.toml").write_text("\n\n".join(rules) + "\n")
    (folder / "thb-cost.toml").write_text(
        '[project]\ntitle = "Growth"\ncurrency = "BGN"\n\n[inputs]\nagencies = "agencies.csv"\ndrivers = "drivers.csv"\n'
        'victims = "victims.csv"\nrules = "rules.toml"\n' + ('sources = "sources.csv"\n' if sourced else ""))


def run(program: Path, folder: Path, args: list[str], patience: int, memory: int) -> tuple[float, float] | None:
    """Processor seconds and MiB at the peak; None where it was ended or failed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.execv(program, [str(program), *args])
    os.close(write)
    _, status, used = os.wait4(child, 0)
    os.close(read)
    if os.waitstatus_to_exitcode(status) != 0:
        return None
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measured(*of_run) -> tuple[float, float] | None:
    """The run, or the faster of two where it is short."""
    first = run(*of_run)
    if first is None or first[0] >= LONG:
        return first
    second = run(*of_run)
    return None if second is None else min(first, second)


def exponent(before: tuple[int, float] | None, size: int, value: float) -> float | None:
    """How a value grew with the size."""
    if before is None or min(before[1], value) <= 0:
        return None
    return math.log(value / before[1]) / math.log(size / before[0])


def main() -> None:
    parser = argparse.ArgumentParser(description="How time and memory of each command grow with the lines of a project.")
    parser.add_argument("commands", nargs="*", metavar="COMMAND", help="beginnings of names; none: all of them")
    parser.add_argument("--program", type=Path, default=ROOT / "target/release/thb-cost")
    parser.add_argument("--before", type=Path)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--patience", type=int, default=120)
    parser.add_argument("--memory", type=int, default=8_192)
    parser.add_argument("--unlike", action="store_true")
    parser.add_argument("--sourced", action="store_true")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    chosen = {name: words for name, words in COMMANDS.items()
              if not args.commands or any(name.startswith(command) for command in args.commands)}
    faults = []
    print(f"{'command':<30} {'lines':>9} {'seconds':>8} {'exp':>5} {'MiB':>7} {'exp':>5}  ratio to the build before")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= args.most]
        folders = {}
        for size in sizes:
            folders[size] = folder / str(size)
            folders[size].mkdir()
            write_project(folders[size], size, args.unlike, args.sourced)
        for name, words in chosen.items():
            last: dict[str, tuple[int, float]] = {}
            for size in sizes:
                found = measured(args.program, folders[size], words, args.patience, args.memory)
                if found is None:
                    print(f"{name:<30} {size:>9,} ended: failed, or more than {args.patience} s or {args.memory} MiB")
                    faults.append(f"{name} did not end well at {size} lines")
                    break
                seconds, mib = found
                grown = exponent(last.get("seconds"), size, seconds), exponent(last.get("mib"), size, mib)
                shown = ["" if value is None else f"{value:.2f}" for value in grown]
                ratio = ""
                if args.before:
                    earlier = measured(args.before, folders[size], words, args.patience, args.memory)
                    ratio = "before: ended" if earlier is None else f"time {earlier[0] / max(seconds, 1e-3):.1f}x, memory {earlier[1] / mib:.1f}x"
                print(f"{name:<30} {size:>9,} {seconds:>8.2f} {shown[0]:>5} {mib:>7.0f} {shown[1]:>5}  {ratio}", flush=True)
                told = last.get("seconds")
                if told and min(told[1], seconds) >= SHORTEST and grown[0] is not None and grown[0] > MOST_EXPONENT:
                    faults.append(f"{name} grows with the power {grown[0]:.2f} up to {size} lines")
                if size <= 100_000 and mib > 1_024:
                    faults.append(f"{name} takes {mib:.0f} MiB at {size} lines")
                last = {"seconds": (size, seconds), "mib": (size, mib)}
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if args.check and faults else 0)


if __name__ == "__main__":
    main()
