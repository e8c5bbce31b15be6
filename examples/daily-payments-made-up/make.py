#!/usr/bin/env python3
"""Makes the workbooks beside it: what agencies paid on a day. Every amount is invented. Needs openpyxl (PyPI)."""

from pathlib import Path

import openpyxl

HERE = Path(__file__).parent

HEADER = ["Код", "Описание", "Брой", "Сума"]

DAYS = {
    "19-05-2023": [
        ("Министерство на вътрешните работи (025*******)", [("10", "Заплати", 41, 48210.5), ("20", "Издръжка", 12, 9120.35)]),
        ("Национална комисия за борба с трафика на хора (030*******)", [("10", "Заплати", 6, 3400), ("20", "Издръжка", 2, 615.2)]),
    ],
    "22-05-2023": [
        ("Министерство на вътрешните работи (025*******)", [("20", "Издръжка", 7, 2480), ("20", "Издръжка", 1, -80.35)]),
        ("Национална комисия за борба с трафика на хора (030*******)", [("20", "Издръжка", 1, 184.8), ("88", "Помощи на пострадали", 3, 1500)]),
    ],
}


def block(sheet, rows: list) -> None:
    sheet.append(HEADER)
    for row in rows:
        sheet.append(row)
    sheet.append([None, "Общо:", sum(row[2] for row in rows), sum(row[3] for row in rows)])
    sheet.append([])


def write(day: str, sections: list) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Плащания"
    sheet.append(["ИЗМИСЛЕНИ СУМИ: плащания за " + day.replace("-", ".")])
    # What all agencies paid stands first, and belongs to none of them.
    block(sheet, [row for _, rows in sections for row in rows])
    for agency, rows in sections:
        sheet.append([agency, "Период: " + day.replace("-", ".")])
        block(sheet, rows)
    book.save(HERE / f"plashtania-{day}.xlsx")


for day, sections in DAYS.items():
    write(day, sections)
