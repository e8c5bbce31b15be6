#!/usr/bin/env python3
"""Reads public files of ministries as an analyst does: their columns named, and at most two lines beyond that.

    python read.py BINARY FOLDER

FOLDER holds the files, and `real.csv` with how many rows each has and what they add up to by year, worked out apart. For
each file stand here the lines that name its columns and give its constants, and those that had to be said beyond that.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

#: Lines beyond the naming of columns.
MOST = 2

FILES = {
    "bg-gdbop.csv": (
        ['columns = { year = 1, amount = "sum" }', 'constants = { agency = "MoI", line = "Payments" }'], []),
    "bg-academy.csv": (
        ['columns = { year = 1, amount = "sum" }', 'constants = { agency = "MoI", line = "Payments" }'], []),
    "20120810.csv": (
        ['columns = { agency = 1, amount = "sum" }', 'constants = { line = "Payments" }', 'from_name = "{year}0810.csv"'], []),
    "bg-payments.csv": (
        ['columns = { year = "date", agency = "entityid" }',
         'amounts = [{ column = "01", line = "01" }, { column = "10", line = "10" }, { column = "88", line = "88" }]'],
        ['year_form = "%y%m%d"', 'short_rows = "fill"']),
    "bg-spending-units-2025.csv": (
        ['columns = { agency = "spending_unit", line = "policy_area_or_program" }', 'constants = { year = "2025" }',
         'amounts = [{ column = "amount_thousand_BGN", unit = 1000 }]'],
        ['totals = "exclude"', 'except = { row_no = "*.*." }']),
    "bg-kfp-indicators-2026.csv": (
        ["columns = { line = 1 }", 'constants = { agency = "KFP" }', "years_as_columns = true"],
        ["unit = 1000000", 'where = { "КФП млн. евро" = ["Нелихвени разходи", "Лихви", "Вноска*"] }']),
    "bg-by-function-2025.csv": (
        ['columns = { line = "row", area = "subfunction", amount = "value_mBGN" }',
         'constants = { year = "2025", agency = "KFP" }'],
        ["unit = 1000000", 'where = { row_kind = "line", column = "КФП" }']),
    "bg-beneficiaries.xls": (
        ['columns = { line = "Name / Symbol", amount = "Actually paid" }', 'constants = { year = "2015", funder = "EU" }'], []),
    "de-ettlingen.csv": (
        ['columns = { year = "Jahr", agency = "Teilhaushalt", line = "Produktgruppe", amount = "Betrag", phase = "Typ" }'],
        ['where = { Richtung = "Aufwendungen" }', 'values.phase = { "Plan" = "approved", "Ist" = "executed" }']),
    "cz-chapters-2015.tsv": (
        ['columns = { agency = "kapitola", line = "cislo" }', "years_as_columns = true"], ['where = { cislo = "?*" }']),
    "xk-revenues-2012.csv": (
        ['columns = { year = "Viti", agency = "Kolona 1", amount = "Shuma" }',
         'join.line = ["Kolona 2", "Kolona 3", "Kolona 4", "Kolona 5"]'],
        ['missing.line = "unspecified"']),
    "mk-budget-2014.csv": (
        ['columns = { year = "Датум на објавување", agency = "Назив раздел", line = "Назив ставка", amount = "Буџет" }'], []),
    "mx-puebla.xlsx": (
        ['columns = { year = "Ciclo de Recurso", agency = "Dependencia Ejecutora", line = "Partida", amount = "Pagado" }'],
        ['where = { "Tipo de Registro" = "2.- PARTIDA" }', "round = true"]),
    "gb-wales.ods": (
        ['columns = { agency = "Lead Beneficiary", line = "Operation Title", amount = "EU Funds Awarded" }',
         'constants = { year = "2014" }'], []),
}


def read(binary: Path, folder: Path, known: dict[str, str]) -> tuple[int, dict[str, Decimal]]:
    """How many rows a file has, and their sums by year."""
    name = known["file"]
    with tempfile.TemporaryDirectory() as project:
        shutil.copy(folder / name, project)
        columns, beyond = FILES[name]
        Path(project, "thb-cost.toml").write_text("\n".join(
            ["[project]", 'title = "Real"', f'currency = "{known["currency"]}"', "[inputs]", f'{known["input"]} = "{name}"',
             "[[dialect]]", f'files = "{name}"', 'ignore = "*"', *columns, *beyond]) + "\n")
        reduced = subprocess.run([binary, "reduce", "--as", known["input"]], cwd=project, capture_output=True, text=True)
    if reduced.returncode != 0:
        raise SystemExit(f"{name}: {reduced.stderr}")
    rows, sums = 0, {}
    for line in csv.DictReader(reduced.stdout.splitlines()):
        rows += int(line.get("rows") or 1)
        if line["amount"]:
            sums[line["year"]] = sums.get(line["year"], Decimal(0)) + Decimal(line["amount"])
    return rows, sums


def main() -> None:
    binary, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    with (folder / "real.csv").open(newline="", encoding="utf-8") as file:
        all_known = {row["file"]: row for row in csv.DictReader(file)}
    faults = [f"{name} is not read here" for name in sorted(all_known.keys() - FILES.keys())]
    for name, known in all_known.items():
        if name not in FILES:
            continue
        expected = {year: Decimal(total) for year, total in (part.split("=") for part in known["sums"].split("; "))}
        found = read(binary, folder, known)
        if found != (int(known["rows"]), expected):
            faults.append(f"{name}: {found}, and it has {known['rows']} rows and {expected}")
        if len(FILES[name][1]) > MOST:
            faults.append(f"{name} took more than {MOST} lines beyond its columns")
    print("\n".join(faults + [f"{len(all_known)} files, {len(faults)} faults"]))
    raise SystemExit(bool(faults))


main()
