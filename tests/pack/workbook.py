"""Proves workbooks: LibreOffice recalculates every formula to the result that stands in the file, and openpyxl reads
the sheets.

    python3 tests/pack/workbook.py PROGRAM

makes workbooks of several projects, currencies, prices and languages, and checks each. To show that the check can fail,
one workbook is then given a false result, which must be found.
"""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ["Summary", "Ledger", "Rules", "Drivers", "Victims", "Sources", "Checks"]
MADE_UP = ["--project", str(ROOT / "examples/agencies-made-up")]

CASES = {
    "embedded": ["--embedded", "report"],
    "embedded-2017": ["--embedded", "report", "--year", "2017"],
    "embedded-eur": ["--embedded", "report", "--currency", "EUR"],
    "embedded-prices": ["--embedded", "report", "--prices", "2017"],
    "embedded-both-bg": ["--embedded", "--lang", "bg", "report", "--currency", "EUR", "--prices", "2015"],
    "embedded-two": ["--embedded", "report", "--currency", "EUR,BGN"],
    "embedded-two-prices": ["--embedded", "report", "--currency", "BGN,EUR", "--prices", "2016"],
    "by-agency-and-area": [*MADE_UP, "report", "--by", "agency", "--by", "area"],
    "made-up": [*MADE_UP, "report"],
    "made-up-sexual-bg": [*MADE_UP, "--lang", "bg", "report", "--exploitation", "sexual"],
    "made-up-by-rule-eur": [*MADE_UP, "report", "--by", "rule", "--currency", "EUR"],
    "made-up-by-agency-two": [*MADE_UP, "report", "--by", "agency", "--currency", "EUR,BGN"],
    "made-up-approved": [*MADE_UP, "report", "--phase", "approved"],
    "ledger": [*MADE_UP, "ledger"],
}

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(files, folder):
    """Copies of workbooks as LibreOffice writes them after it has worked out every formula anew."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(RECALCULATE_ALWAYS)
    out = folder / "recalculated"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    command += ["--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [out / file.name for file in files]


def formulas(path):
    """Every formula cell of a workbook as written: its place, its formula and the result in the file."""
    with_formulas, with_results = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in with_formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, cell.value, with_results[sheet.title][cell.coordinate].value


def equal(one, other):
    """Numbers to twelve digits, which is what a sum of binary numbers keeps; words as they are."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-12 * max(1.0, abs(one), abs(other))
    return one == other and one is not None


def faults_of(path, copy):
    found = openpyxl.load_workbook(copy, data_only=True)
    faults, count = [], 0
    for sheet, place, formula, result in formulas(path):
        count += 1
        worked_out = found[sheet][place].value
        if not equal(result, worked_out):
            faults.append(f"{path.name} {sheet}!{place} {formula}: in the file {result!r}, recalculated {worked_out!r}")
    return count, faults


def with_false_result(path, folder):
    """The same workbook with one result changed."""
    false = folder / "false.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(false, "w") as target:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == "xl/worksheets/sheet1.xml":
                content = re.sub(rb"(</f><v>)[^<]*", rb"\g<1>12345", content, count=1)
            target.writestr(entry, content)
    return false


def texts_stay_texts(program, folder):
    """Names that begin like formulas are texts behind a quote, and nothing in them is worked out."""
    names = ["=1+1", "+359 2 123", "-5 beds", "@SUM(A1)", '=HYPERLINK("http://x")']
    project = folder / "awkward"
    project.mkdir()
    (project / "thb-cost.toml").write_text('[project]\ntitle = "=1+1"\n[inputs]\nbudget = "b.csv"\n')
    rows = ["year,amount,line", *(f'2015,{amount}.10,"{name.replace(chr(34), chr(34) * 2)}"' for amount, name in enumerate(names))]
    (project / "b.csv").write_text("\n".join(rows) + "\n")
    subprocess.run([program, "--project", project, "report", "-q", "-o", folder / "awkward.xlsx"], check=True)
    book = openpyxl.load_workbook(folder / "awkward.xlsx")
    cells = [cell for row in book["Ledger"].iter_rows(min_row=2) for cell in row if cell.value in names]
    assert sorted(cell.value for cell in cells) == sorted(names), cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells), [cell.data_type for cell in cells]
    assert book["Summary"]["A1"].value == "=1+1" and book["Summary"]["A1"].data_type == "s"


def main():
    program = Path(sys.argv[1]).resolve()
    folder = Path(tempfile.mkdtemp(prefix="thb-cost-workbooks-"))
    files = []
    for name, arguments in CASES.items():
        files.append(folder / f"{name}.xlsx")
        subprocess.run([program, *arguments, "-q", "-o", files[-1]], check=True, cwd=folder, env={**os.environ, "TZ": "UTC"})
        again = subprocess.run([program, *arguments, "-q", "--format", "xlsx"], check=True, cwd=folder, capture_output=True,
                               env={**os.environ, "TZ": "Asia/Tokyo"})
        assert again.stdout == files[-1].read_bytes(), f"{name}: other bytes the second time"
    false = with_false_result(files[0], folder)
    *copies, copy_of_false = recalculated([*files, false], folder)
    all_faults = []
    for file, copy in zip(files, copies):
        count, faults = faults_of(file, copy)
        print(f"{file.name}: {count} formulas, {len(faults)} differ")
        all_faults += faults
        names = openpyxl.load_workbook(file).sheetnames
        if file.stem == "ledger":
            assert names == ["Ledger"] and count == 0, names
        else:
            assert count > 20, f"only {count} formulas"
            assert len(names) == 7 and (file.stem.endswith("bg") or names == ENGLISH), names
    _, found = faults_of(false, copy_of_false)
    assert len(found) == 1 and "12345" in found[0], f"a false result was not found: {found}"
    assert not all_faults, "\n".join(all_faults)
    book = openpyxl.load_workbook(files[0], data_only=True)
    ledger = list(book["Ledger"].iter_rows(values_only=True))
    assert ledger[0][:3] == ("year", "agency", "funder") and ledger[1][0] == 2014, ledger[:2]
    central = ledger[0].index("central")
    assert round(sum(row[central] or 0 for row in ledger[1:]), 2) == 1819080.00
    assert any(row[central] is None for row in ledger[1:]), "what nobody published is blank"
    assert book["Ledger"].freeze_panes == "A2" and book["Ledger"].auto_filter.ref.startswith("A1:")
    texts_stay_texts(program, folder)
    print("every formula equals its result; the false one was found; texts stay texts")


main()
