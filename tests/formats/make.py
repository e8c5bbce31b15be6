#!/usr/bin/env python3
"""Makes the files of this folder: one table in every form that is read. Needs openpyxl, odfpy and zstandard (PyPI).

    python make.py
"""

import gzip
from pathlib import Path

import openpyxl
import zstandard
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HERE = Path(__file__).parent
HEADER = ["Година", "Показател", "Сума", "Бележка"]
ROWS = [
    (2016, "Полиция, обществен ред", "395118.00", ""),
    (2016, "Борба с организираната престъпност", "1234567.5", "първа част"),
    (2016, "Борба с организираната престъпност", "-1200", ""),
    (2017, 'Кризисен център "Надежда"', "0.05", ""),
    (2017, "Непубликувана линия", "", "няма данни"),
    (2017, "Полиция, обществен ред", "400000", ""),
]


def text(delimiter: str, mark: str, group: str, end: str) -> str:
    """The table as text."""
    def amount(plain: str) -> str:
        if not plain:
            return ""
        whole, _, fraction = plain.partition(".")
        grouped = f"{int(whole):,}".replace(",", group) if group else whole
        return grouped + (mark + fraction if fraction else "")

    def cell(value: str) -> str:
        return '"' + value.replace('"', '""') + '"' if any(letter in value for letter in ('"', delimiter)) else value

    rows = [HEADER] + [[str(year), line, amount(plain), note] for year, line, plain, note in ROWS]
    return "".join(delimiter.join(cell(value) for value in row) + end for row in rows)


def xlsx() -> None:
    """The table as a spreadsheet of Excel, with a title above and a second, hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Плащания"
    sheet["A1"] = "Отчет"
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(HEADER)
    for year, line, plain, note in ROWS:
        sheet.append([year, line, float(plain) if plain else None, note or None])
    hidden = book.create_sheet("Скрит")
    hidden["A1"] = "nothing"
    hidden.sheet_state = "hidden"
    book.save(HERE / "table.xlsx")


def ods() -> None:
    """The table as a spreadsheet of LibreOffice."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Плащания")
    for values in [HEADER, *ROWS]:
        row = TableRow()
        for position, value in enumerate(values):
            is_number = value != "" and values is not HEADER and position in (0, 2)
            kind = {"valuetype": "float", "value": str(value)} if is_number else {"valuetype": "string"}
            cell = TableCell(**kind) if value != "" else TableCell()
            if value != "":
                cell.addElement(P(text=str(value)))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(HERE / "table.ods")


def main() -> None:
    canonical = text(",", ".", "", "\n")
    (HERE / "table.csv").write_text(canonical, encoding="utf-8")
    (HERE / "bom.csv").write_text(canonical, encoding="utf-8-sig")
    (HERE / "windows-1251.csv").write_bytes(text(";", ",", "\u00a0", "\r\n").encode("cp1251"))
    (HERE / "utf-16.csv").write_bytes(text("\t", ",", " ", "\r\n").encode("utf-16"))
    (HERE / "utf-16-without-mark.csv").write_bytes(text(";", ",", ".", "\n").encode("utf-16-be"))
    (HERE / "bars.csv").write_text(text("|", ".", ",", "\n").rstrip("\n"), encoding="utf-8")
    (HERE / "table.csv.gz").write_bytes(gzip.compress(canonical.encode(), mtime=0))
    half = len(canonical.encode()) // 2
    frames = [canonical.encode()[:half], canonical.encode()[half:]]
    (HERE / "table.csv.zst").write_bytes(b"".join(zstandard.compress(frame) for frame in frames))
    xlsx()
    ods()


main()
