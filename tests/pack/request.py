"""Proves requests and replies: the workbooks of the embedded project are opened by LibreOffice, what their cells take and
refuse is worked out there, they are filled in by openpyxl and by LibreOffice itself, and taken back.

    python3 tests/pack/request.py PROGRAM

After that every line of the project has an amount and every count is known, and the reports are the same bytes as those of
a project into which the same rows were typed by hand.
"""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

AGENCIES = ["ASA", "IOM", "MoI", "Municipalities", "NCCTHB", "NGOs", "SACP"]
HEAD = "thb-cost id"
# What is typed, and whether a cell for an amount takes it.
TYPED = {"12 345,67": True, "12345.67": True, "0": True, "12\u00a0345,67": True, "12 thousand": False, "12 хил.": False,
         "1.234": False, "1,234": False, "-5": False, "не знаем": False, "12 345,67 лв": False}

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim stored(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  stored(0).Name = "FilterName"
%s
End Sub
</script:module>
"""


def fail(message: str) -> None:
    sys.exit(f"tests/pack/request.py: {message}")


def office(work: Path, *arguments: str) -> None:
    command = ["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        fail(f"LibreOffice: {done.stderr}")


def answers(book: Path) -> dict[str, str]:
    """The cells to fill in, with made-up figures: each its own, amounts with a comma."""
    sheet = openpyxl.load_workbook(book).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] == HEAD)
    if rows[head - 1][1] is None or rows[head - 2][1] is None:
        fail(f"{book.name}: no cells for who answers and when")
    found = {f"C{head - 1}": "Iva Ivanova", f"C{head}": "2026-12-01"}
    money = False
    for number, row in enumerate(rows[head + 1:], head + 2):
        if row[0] in ("Money", "Statistics", "Victims"):
            money = row[0] == "Money"
        elif row[0] and row[0].startswith("q") and row[3]:
            figure = 1000 + sum(row[0].encode()) % 1000 + number
            # Proceedings on trafficking are some of all proceedings.
            figure = figure % 60 + 20 if "trafficking proceedings" in row[1].lower() else figure
            found[f"G{number}"] = f"{figure // 1000} {figure % 1000:03},{number % 90 + 10}" if money else str(figure)
    return found


def validation(work: Path, book: Path) -> None:
    """What the rule of an amount says of texts, worked out by LibreOffice."""
    sheet = openpyxl.load_workbook(book).worksheets[0]
    rule = next(rule for rule in sheet.data_validations.dataValidation if rule.type == "custom" and "MAX(1" in rule.formula1)
    first = str(rule.sqref).split(":")[0]
    probe = openpyxl.Workbook()
    for number, text in enumerate(TYPED, 1):
        probe.active[f"A{number}"].number_format = "@"
        probe.active[f"A{number}"] = text
        probe.active[f"B{number}"] = "=" + rule.formula1.replace(first, f"A{number}")
    probe.save(work / "probe.xlsx")
    office(work, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(work), str(work / "probe.xlsx"))
    found = dict(csv.reader(io.StringIO((work / "probe.csv").read_text(encoding="utf-8"))))
    for text, takes in TYPED.items():
        if found.get(text) != str(takes).upper():
            fail(f"{text!r} is {found.get(text)}, expected {takes}")
    office(work, "--convert-to", "ods", "--outdir", str(work / "opened"), str(book))
    content = zipfile.ZipFile(work / "opened" / book.with_suffix(".ods").name).read("content.xml").decode()
    if "is-true-formula" not in content or 'table:protected="true"' not in content:
        fail("LibreOffice does not keep the rules or the locks of the workbook")


def fill(work: Path, books: list[Path]) -> None:
    """The same answers by openpyxl, by LibreOffice as ODS and by LibreOffice as XLSX."""
    lines = []
    for folder in ("openpyxl", "ods", "xlsx"):
        (work / folder).mkdir()
    for path in books:
        book = openpyxl.load_workbook(path)
        lines.append(f'  document = StarDesktop.loadComponentFromURL("{path.as_uri()}", "_blank", 0, hidden())')
        lines.append("  sheet = document.Sheets.getByIndex(0)")
        for cell, text in answers(path).items():
            book.worksheets[0][cell] = text
            lines.append(f'  sheet.getCellRangeByName("{cell}").setString("{text}")')
        book.save(work / "openpyxl" / path.name)
        for folder, ending, filter_name in (("ods", ".ods", "calc8"), ("xlsx", ".xlsx", "Calc MS Excel 2007 XML")):
            url = (work / folder / path.with_suffix(ending).name).as_uri()
            lines.append(f'  stored(0).Value = "{filter_name}" : document.storeToURL("{url}", stored())')
        lines.append("  document.close(True)")
    office(work, "--convert-to", "ods", "--outdir", str(work), str(books[0]))
    basic = work / "profile/user/basic/Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(MACRO % "\n".join(line.replace("&", "&amp;").replace('"', "&quot;") for line in lines), encoding="utf-8")
    library = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>\n'
    (basic / "script.xlb").write_text(library, encoding="utf-8")
    office(work, "macro:///Standard.Module1.Fill")
    if len(list((work / "ods").iterdir())) != len(books):
        fail("LibreOffice did not fill in every workbook")


def by_hand(program, work: Path, taken: Path) -> Path:
    """The embedded project with the rows of the answers typed into it, sources and copies as they were taken."""
    hand = work / "hand"
    program("init", hand)
    ids = {row["agency"] + row["id"]: row["source"] for row in csv.DictReader((taken / "requests.csv").open(encoding="utf-8"))}
    asked = {}
    for path in sorted((work / "openpyxl").glob("*.xlsx")):
        sheet = openpyxl.load_workbook(path).worksheets[0]
        for row in sheet.iter_rows(values_only=True):
            if row[0] and row[0].startswith("q") and row[6]:
                figure = str(row[6]).replace(" ", "").replace(",", ".")
                asked[(path.stem, row[1].lower(), str(row[3]))] = (figure, ids[path.stem + row[0]])
    for name, column in (("agencies", "amount"), ("external", "amount")):
        rows = list(csv.DictReader((hand / f"{name}.csv").open(encoding="utf-8")))
        for row in rows:
            if not row[column]:
                row[column], row["source"] = asked.pop((row["agency"], row["line"].lower(), row["year"]))
        write(hand / f"{name}.csv", rows)
    names = list(csv.DictReader((hand / "names.csv").open(encoding="utf-8")))
    names = {row["code"]: row["en"].lower() for row in names if row["dimension"] == "driver"}
    codes = {name: code for code, name in names.items()}
    drivers = list(csv.DictReader((hand / "drivers.csv").open(encoding="utf-8")))
    for row in drivers:
        key = ("MoI", names[row["driver"]], row["year"])
        if key in asked and not row["value"]:
            row["value"], row["source"] = asked.pop(key)
    victims = list(csv.DictReader((hand / "victims.csv").open(encoding="utf-8")))
    for (agency, what, year), (figure, source) in asked.items():
        if agency == "MoI":
            row = dict.fromkeys(drivers[0], "") | {"driver": codes[what], "year": year, "value": figure, "unit": "proceedings", "source": source}
            drivers.append(row)
        else:
            measure = what.removeprefix("victims of trafficking, ")
            known = [row for row in victims if (row["year"], row["measure"], row["exploitation"], row["group"]) == (year, measure, "all", "all")]
            row = known[0] if known else dict.fromkeys(victims[0], "") | {"year": year, "measure": measure, "exploitation": "all", "group": "all"}
            row["count"], row["source"] = figure, source
            if not known:
                victims.append(row)
    write(hand / "drivers.csv", drivers)
    write(hand / "victims.csv", victims)
    for name in ("sources.csv", "requests.csv", "thb-cost.toml"):
        (hand / name).write_bytes((taken / name).read_bytes())
    (hand / "replies").mkdir()
    for path in (taken / "replies").iterdir():
        (hand / "replies" / path.name).write_bytes(path.read_bytes())
    return hand


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    executable = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)

        def program(*arguments) -> str:
            done = subprocess.run([executable, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=work)
            if done.returncode != 0:
                fail(f"{arguments}: {done.stderr}")
            return done.stdout

        program("--embedded", "request", "-o", "asked", "--due", "2026-12-20", "--asked", "2026-11-26")
        books = [work / "asked" / f"{agency}.xlsx" for agency in AGENCIES]
        if sorted(path.name for path in (work / "asked").glob("*.xlsx")) != [book.name for book in books]:
            fail("not every agency was asked")
        validation(work, work / "asked/MoI.xlsx")
        fill(work, books)
        for folder in ("openpyxl", "ods", "xlsx"):
            own = work / f"own-{folder}"
            program("init", own)
            program("--project", own, "ingest", work / folder)
            total = json.loads(program("--project", own, "report", "--format", "json"))["total"]
            if (total["not_estimated"], total["not_reported"]) != (0, 0):
                fail(f"{folder}: coverage is not whole: {total}")
            again = program("--project", own, "ingest", work / folder, "-q")
            if again != "Nothing changed.\n":
                fail(f"{folder}: the second run changed something: {again}")
        taken = work / "own-openpyxl"
        hand = by_hand(program, work, taken)
        for arguments in (["report"], ["report", "--by", "agency"], ["report", "--format", "html"], ["ledger", "--format", "csv"]):
            one, other = (program("--project", project, *arguments) for project in (taken, hand))
            if one != other:
                fail(f"{arguments}: not what the rows by hand give")
        # The ids of the sources have the digests of the files in them.
        reports = (program("--project", work / f"own-{folder}", "report", "--format", "csv") for folder in ("openpyxl", "ods", "xlsx"))
        figures = {re.sub(r"reply-[a-z]+-[0-9a-f]{12}", "reply", report) for report in reports}
        if len(figures) != 1:
            fail("openpyxl and LibreOffice do not come to the same figures")
    print("requests: seven workbooks, filled in three ways, read back whole, the same reports as by hand")


if __name__ == "__main__":
    main()
