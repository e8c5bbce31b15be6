#!/usr/bin/env python3
"""Makes the messy files beside it. Every amount is invented. Needs openpyxl (PyPI)."""

import gzip
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent

POLICE = """Министерство на вътрешните работи (измислени суми);;;;
Отчет на разходите, лева;;;;

Показател;Област;2015;2016;2017
Борба с организираната престъпност;prosecution;1 234 567,50;1 300 000,00;
Закрила на свидетели;prosecution;95 118,00;101 897,00;112 185,00
Общо;;1 329 685,50;1 401 897,00;112 185,00
* данните са измислени;;;;
"""

PAYMENTS = """payment,day,year,line,amount,note
1,2016-02-01,2016,Crisis centre,"12,500.00",invented
2,2016-05-01,2016,Crisis centre,"12,500.00",invented
3,2016-09-01,2016,Crisis centre,(500.00),invented correction
4,2017-02-01,2017,Crisis centre,"27,300.50",invented
"""

(HERE / "police.csv").write_bytes(POLICE.replace("\n", "\r\n").encode("windows-1251"))
(HERE / "payments.csv.gz").write_bytes(gzip.compress(PAYMENTS.encode(), mtime=0))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Изпълнение"
sheet["A1"] = "Агенция за социално подпомагане (измислени суми)"
sheet.merge_cells("A1:D1")
for row in [[], ["Година", "Дейност", "Сума", "Забележка"], [2016, "Кризисни центрове", 240000, "измислена сума"],
            [2017, "Кризисни центрове", 255500.5, "измислена сума"], [2017, "Преходни жилища", None, "не е публикувана"]]:
    sheet.append(row)
book.create_sheet("Бележки")["A1"] = "Всички суми са измислени."
book.save(HERE / "social-assistance.xlsx")
