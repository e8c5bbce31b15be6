"""Time and memory of large analyses, each a whole process: many inputs, many drivers over many years, ten million draws, and
the ledger of 10,000 lines under 200 rules of every form.

    python3 tests/bench/uncertainty/large.py PROGRAM [--runs 3]

Prints for each the seconds by the clock and on the processor (the shortest of the runs) and the peak memory. Amounts are
made up.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

HEAD = """[project]
title = "Made up: large"
victims = ["assisted"]

[inputs]
agencies = "agencies.csv"
rules = "rules.toml"
"""


def write(folder, texts):
    inputs = [name for name in ("drivers", "victims", "services") if f"{name}.csv" in texts]
    folder.mkdir()
    manifest = HEAD + "".join(f'{name} = "{name}.csv"\n' for name in inputs)
    for name, text in {"thb-cost.toml": manifest, **texts}.items():
        (folder / name).write_text(text, encoding="utf-8")


def rule(number, match, share, more=""):
    return f'[[rule]]\nid = "r{number}"\nmatch = {{ {match} }}\nshare = {share}\n{more}\n'


def many_inputs(folder, inputs=1640):
    """So many rules, each with an interval and a line of its own."""
    lines = [f"2020,A{n % 40},line {n},{100000 + 37 * n}.00" for n in range(inputs)]
    shares = [f'{{ low = "{1 + n % 5}%", central = "{6 + n % 5}%", high = "{12 + n % 20}%" }}' for n in range(inputs)]
    write(folder, {
        "agencies.csv": "\n".join(["year,agency,line,amount", *lines]) + "\n",
        "victims.csv": "year,measure,count,low,high\n2020,assisted,50,40,60\n",
        "rules.toml": "version = 1\n" + "".join(rule(n, f'line = "line {n}"', share) for n, share in enumerate(shares)),
    })


def many_years(folder, agencies=200, years=60, drivers=300):
    """Agencies over years, each by a ratio of two of so many drivers, half of which have a range."""
    span = range(1960, 1960 + years)
    lines = [f"{year},A{n},police,{1000000 + 997 * n + year}.00" for year in span for n in range(agencies)]
    rows = []
    for year in span:
        for n in range(drivers // 2):
            rows += [f"d{n},{year},{20 + (n + year) % 30},{15 + (n + year) % 30},{30 + (n + year) % 30}", f"all{n},{year},5000,,"]
    shares = [f'{{ numerator = "d{n % (drivers // 2)}", denominator = "all{n % (drivers // 2)}" }}' for n in range(agencies)]
    write(folder, {
        "agencies.csv": "\n".join(["year,agency,line,amount", *lines]) + "\n",
        "drivers.csv": "\n".join(["driver,year,value,low,high", *rows]) + "\n",
        "victims.csv": "\n".join(["year,measure,count", *(f"{year},assisted,{50 + year % 9}" for year in span)]) + "\n",
        "rules.toml": "version = 1\n" + "".join(rule(n, f'agency = "A{n}"', share) for n, share in enumerate(shares)),
    })


def every_form(folder, lines=10000, rules=200):
    """Lines of 50 agencies over four years, rules of every form in turn."""
    forms = [
        '"all"', '"none"', '"5%"', '{ low = "1%", central = "2%", high = "5%" }',
        '{ pool = [{ low = "1%", central = "2%", high = "5%" }, { low = "2%", central = "4%", high = "6%", weight = 2 }] }',
        '{ numerator = "cases", denominator = "all_cases" }',
        '{ numerator = "cases", denominator = "all_cases", weight = 5, missing = "interpolate" }',
        '{ product = [{ numerator = "cases", denominator = "all_cases" }, "50%"] }',
        '{ amount = "paid" }', '{ units = "nights", unit_cost = "night_cost" }', '{ services = "shelter" }',
        '{ overhead_of = { agency = "A1" } }',
    ]
    names = lines // 4
    rows = [f"{2014 + n % 4},A{(n // 4) % 50},programme {n // 4} of {(n // 4) % rules},{50000 + 31 * n}.{n % 100:02}" for n in range(lines)]
    drivers = []
    for year in range(2014, 2018):
        drivers += [f"cases,{year},80,70,90", f"all_cases,{year},4000,3900,4100", f"paid,{year},90000.00,,",
                    f"nights,{year},500,450,600", f"night_cost,{year},40.00,,"]
    shares = [forms[n % len(forms)] for n in range(rules)]
    write(folder, {
        "agencies.csv": "\n".join(["year,agency,line,amount", *rows]) + "\n",
        "drivers.csv": "\n".join(["driver,year,value,low,high", *drivers]) + "\n",
        "victims.csv": "\n".join(["year,measure,count", *(f"{year},assisted,50" for year in range(2014, 2018))]) + "\n",
        "services.csv": "\n".join(["service,year,measure,use,units,unit_cost,unit",
                                   *(f"shelter,{year},assisted,50%,30,40.00,night" for year in range(2014, 2018))]) + "\n",
        "rules.toml": "version = 1\n" + "".join(rule(n, f'line = "programme * of {n}"', share) for n, share in enumerate(shares)),
    })
    return names


def measured(command, runs):
    """The shortest seconds by the clock and on the processor, and the peak memory in MiB."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.execv(command[0], command)
        _, status, usage = os.wait4(child, 0)
        if status != 0:
            raise SystemExit(f"{' '.join(command)}: {status}")
        found.append((time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return min(f[0] for f in found), min(f[1] for f in found), max(f[2] for f in found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="ten million draws too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        many_inputs(folder / "inputs")
        many_years(folder / "years")
        every_form(folder / "forms")
        made_up = ROOT / "examples" / "agencies-made-up"
        tried = [
            ("100,000 draws, every index, made-up project", made_up, ["sensitivity", "--draws", "100000"], asked.runs),
            ("1,640 inputs, 10,000 draws", folder / "inputs", ["sensitivity"], asked.runs),
            ("1,640 inputs, by agency, 1,000 draws", folder / "inputs", ["sensitivity", "--by", "agency", "--draws", "1000"], asked.runs),
            ("200 agencies, 60 years, 300 drivers, 1,000 draws", folder / "years", ["sensitivity", "--draws", "1000"], asked.runs),
            ("the same by agency, 100 draws", folder / "years", ["sensitivity", "--by", "agency", "--draws", "100"], asked.runs),
            ("ledger of 10,000 lines, 200 rules of every form", folder / "forms", ["ledger", "--format", "csv"], asked.runs),
        ]
        if asked.all:
            tried.append(("10,000,000 draws, made-up project", made_up, ["sensitivity", "--draws", "10000000"], 1))
        print(f"{'':<52}{'clock':>9}{'processor':>11}{'memory':>11}")
        for name, project, command, runs in tried:
            clock, processor, memory = measured([asked.program, "--project", str(project), "-q", *command], runs)
            print(f"{name:<52}{clock:>7.2f} s{processor:>9.2f} s{memory:>7.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
