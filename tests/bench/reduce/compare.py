#!/usr/bin/env python3
"""Reduces the same payments with thb-cost, DuckDB, Polars and pandas, as whole processes, in turn.

    python compare.py BINARY [--rows N] [--runs N] [--only thb-cost,duckdb] [--scale]

Prints the medians of wall time and peak memory with their ratios to DuckDB, and ends with an error where the sums of thb-cost
and DuckDB differ by a stotinka. With --scale it times files of 1 to 50 million rows, and a fault in the last row.
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENGINES = {
    "duckdb": """
import duckdb
connection = duckdb.connect()
connection.execute("SET threads = 2")
connection.execute('''COPY (SELECT year, agency, line, SUM(amount) AS amount, COUNT(*) AS "rows" FROM read_csv('{file}',
    header = true, columns = {{'year': 'SMALLINT', 'agency': 'VARCHAR', 'line': 'VARCHAR', 'amount': 'DECIMAL(18, 2)'}})
    GROUP BY ALL ORDER BY ALL) TO '{out}' (HEADER)''')
""",
    "polars": """
import polars
types = {{"year": polars.Int16, "agency": polars.String, "line": polars.String, "amount": polars.Decimal(18, 2)}}
keys = ["year", "agency", "line"]
rows = polars.scan_csv("{file}", schema=types).group_by(keys).agg(polars.col("amount").sum(), polars.len().alias("rows"))
rows.sort(keys).collect(engine="streaming").write_csv("{out}")
""",
    # pandas has no exact decimals in a group-by: its sums are binary.
    "pandas": """
import pandas
types = {{"year": "int16", "agency": "category", "line": "category", "amount": "float64"}}
rows = pandas.read_csv("{file}", dtype=types).groupby(["year", "agency", "line"], observed=True)["amount"].agg(["sum", "size"])
rows.to_csv("{out}")
""",
}


def payments(file: Path, rows: int, *more: str) -> None:
    """The file, made by a process of its own: a process that has much memory hands its peak down to what it starts."""
    script = Path(__file__).with_name("payments.py")
    subprocess.run([sys.executable, str(script), str(file), "--rows", str(rows), *more], check=True)


def measured(command: list[str]) -> tuple[float, float, int, str]:
    """Seconds, peak MB, exit code and stderr of a process."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        return seconds, usage.ru_maxrss / 1024, process.returncode, errors.read().decode()


def command(name: str, binary: str, file: Path, out: Path) -> list[str]:
    """The process of one contender."""
    if name == "thb-cost":
        return [binary, "reduce", str(file), "--as", "agencies", "--embedded", "-o", str(out)]
    return [sys.executable, "-c", ENGINES[name].format(file=file, out=out)]


def sums(path: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Amount and rows of each line."""
    with path.open(encoding="utf-8", newline="") as text:
        return {(row["year"], row["agency"], row["line"]): (row["amount"], row["rows"]) for row in csv.DictReader(text)}


def compare(binary: str, folder: Path, rows: int, runs: int, names: list[str]) -> None:
    """All contenders in turn, several times."""
    file = folder / f"payments-{rows}.csv"
    if not file.exists():
        payments(file, rows)
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            seconds, memory, code, errors = measured(command(name, binary, file, folder / f"{name}.csv"))
            if code != 0:
                raise SystemExit(f"{name} ended with {code}:\n{errors}")
            found[name].append((seconds, memory))
    if {"thb-cost", "duckdb"} <= set(names) and sums(folder / "thb-cost.csv") != sums(folder / "duckdb.csv"):
        raise SystemExit("the sums of thb-cost and DuckDB differ")
    median = {name: [statistics.median(values) for values in zip(*measures)] for name, measures in found.items()}
    base = median.get("duckdb") or median[names[0]]
    print(f"{rows:,} rows, {file.stat().st_size / 1e6:.0f} MB, medians of {runs} runs in turn; ratios to DuckDB")
    for name, (seconds, memory) in median.items():
        print(f"{name:9} {seconds:7.2f} s {seconds / base[0]:6.2f}   {memory:7.0f} MB {memory / base[1]:6.2f}")


def scale(binary: str, folder: Path, runs: int) -> None:
    """Cost by size, and the cost of a fault at the end."""
    out = folder / "out.csv"
    for millions in (1, 5, 10, 20, 50):
        file = folder / f"scale-{millions}.csv"
        payments(file, millions * 1_000_000)
        times = [measured(command("thb-cost", binary, file, out)) for _ in range(runs)]
        seconds, memory = statistics.median(time[0] for time in times), max(time[1] for time in times)
        print(f"{millions:3} million rows: {seconds:6.2f} s, {seconds * 1000 / millions:5.1f} ns a row, {memory:.0f} MB")
        file.unlink()
    bad = folder / "bad.csv"
    payments(bad, 20_000_000, "--bad-last-row")
    seconds, memory, code, errors = measured(command("thb-cost", binary, bad, out))
    if code != 1 or "row 20000001, column amount" not in errors:
        raise SystemExit(f"the fault in the last row was not found: {errors}")
    print(f"a fault in the last of 20 million rows: {seconds:.2f} s, {memory:.0f} MB, named with its row")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rows", type=int, default=20_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="thb-cost,duckdb,polars,pandas")
    parser.add_argument("--scale", action="store_true")
    args = parser.parse_args()
    work = Path(tempfile.gettempdir()) / "thb-cost-payments"
    work.mkdir(exist_ok=True)
    if args.scale:
        scale(args.binary, work, args.runs)
    else:
        compare(args.binary, work, args.rows, args.runs, args.only.split(","))
