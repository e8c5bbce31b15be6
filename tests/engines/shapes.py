"""Files in the shapes of ministries with the dialect of each, for the statements of engines. All amounts are invented.

Each shape is a name, the lines of its dialect, its text, how many lines stand above its data, and the names of its columns as
a table of them has them; `stops` is a text that stops every engine in place of a result, and `is_stricter` says that the
program itself can tell what an engine cannot.
"""

from dataclasses import dataclass


@dataclass
class Shape:
    name: str
    dialect: str
    text: str
    top: int
    names: list[str]
    delimiter: str = ";"
    stops: str = ""
    is_stricter: bool = False
    file: str = "payments.csv"


SHAPES = [
    Shape("rows by words, words for ours, a column out of two, words for nothing",
          'columns = { year = "Jahr", phase = "Art", agency = "Ressort", amount = "Betrag" }\n'
          'where = [{ Richtung = ["Aufwand", "auf*"] }, { Richtung = "X?" }]\nexcept = { Titel = "*(alt)" }\n'
          'values.phase = { Soll = "approved", Ist = "executed" }\nvalues.agency = { "14*" = "MoI", "*" = "ASA" }\n'
          'join.line = ["Nr.", "Titel"]\nblank = ["-", "n/a"]\ndecimal = ","\ngroup = "."\nconstants = { currency = "BGN" }\n',
          "Jahr;Richtung;Art;Ressort;Nr.;Titel;Betrag\n2016;AUFWAND;Soll;14;1;Frauenhaus;1.000,00\n"
          "2016;Aufwand;Ist;14a;-;Frauenhaus;950,5\n2016;Ertrag;Ist;14;2;Spenden;70,00\n;;;;;;\n"
          "2017;xy;IST;20;3;Haus;n/a\n2017;Aufwendung;soll;20;3;Haus  B;-1.234,56\n2017;Aufwand;Ist;20;;Haus (alt);5\n",
          1, ["Jahr", "Richtung", "Art", "Ressort", "Nr.", "Titel", "Betrag"]),
    Shape("law and report side by side, thousands, rounding, blanks left out, sums and parts left out",
          'unit = 1000\nround = true\ndecimal = ","\ngroup = " "\ncolumns = { line = "Наименование" }\n'
          'constants = { agency = "MoI", year = "2016" }\n'
          'amounts = [{ column = "Закон", phase = "approved" }, { column = "Отчет", phase = "executed" }, '
          '{ column = "Приходи", phase = "executed", factor = -1 }]\n'
          'missing.amount = "leave out"\ntotals = "exclude"\nignore = "*"\n',
          "№;Наименование;Закон;Отчет;Приходи\n1;2;3;4;5\n1.;Програма „Граница“;1 200,0;1 249,8;0,0005\n"
          ";в т.ч. персонал;900,0;939,9;\n2.;Програма „Закрила“;80,12345;;-0,125\n;II. Общо;1 280,0;1 249,8;\n"
          ";Разходи - всичко;1;1;\n",
          2, ["№", "Наименование", "Закон", "Отчет", "Приходи"]),
    Shape("a column a year, rows with fewer cells",
          'columns = { line = "Показател" }\nconstants = { agency = "ASA" }\nyears_as_columns = true\nshort_rows = "fill"\n'
          'decimal = ","\ngroup = " "\n',
          "Показател;Отчет 2015;Отчет 2016\nПриюти;1 000,00;1 250,50\nОбучения;300,00\nНаем;;0,05\n",
          1, ["Показател", "Отчет 2015", "Отчет 2016"]),
    Shape("dates, words for blanks",
          'columns = { year = "Дата", amount = "Сума", line = "Име", agency = "Орган" }\nmissing.line = "unspecified"\n'
          'missing.agency = "leave out"\ndecimal = "."\n',
          "Дата;Сума;Име;Орган\n14.03.2016;1.50;Наем;MoI\n2016-04-01;2;;MoI\n2017-01-02T10:00:00;3;Наем;\n"
          "2017/5/9;4;наем;ASA\n2017 г.;5.25;Наем;ASA\n01-02-2017;(6.10);Наем;ASA\n2017;7-;Наем;ASA\n2017.0;.5;Наем;ASA\n",
          1, ["Дата", "Сума", "Име", "Орган"]),
    Shape("dates of two-digit years", 'year_form = "%d.%m.%y"\nconstants = { agency = "MoI" }\n',
          "year;amount;line\n14.03.16;1.50;a\n1.3.99;2;a\n", 1, ["year", "amount", "line"]),
    Shape("dates without marks", 'year_form = "%y%m%d"\nconstants = { agency = "MoI" }\n',
          "year;amount;line\n120801;1.50;a\n991231;2;a\n", 1, ["year", "amount", "line"]),
    Shape("budget years", 'year_form = "ends"\nconstants = { agency = "MoI" }\n',
          "year;amount;line\n2015/16;1.50;a\n1999-00;2;a\n2015/2016;4;a\n", 1, ["year", "amount", "line"]),
    Shape("budget years by their beginning", 'year_form = "starts"\nconstants = { agency = "MoI" }\n',
          "year;amount;line\n2015/16;1.50;a\n1999-00;2;a\n", 1, ["year", "amount", "line"]),
    Shape("the year in the name of the file", 'from_name = "pay-{year}.csv"\nconstants = { agency = "MoI" }\n',
          "amount;line\n1.50;a\n2;a\n", 1, ["amount", "line"], file="pay-2016.csv"),
    Shape("a title, a header of two rows, names a second time",
          'skip = 2\nheader_rows = 2\nskip_below = 1\ncolumns = { line = "Дейност", year = "Година", amount = "Разходи в лева" }\n'
          'constants = { agency = "ASA" }\ndecimal = ","\n',
          "Отчет;;\n;;\nДейност;Година;Разходи\n;;в лева\nActivity;Year;Expenditure\nПриюти;2016;1000,00\n",
          5, ["Дейност", "Година", "Разходи в лева"]),
    Shape("columns by their position", 'columns = { line = 1, year = 2, amount = 3 }\nconstants = { agency = "ASA" }\nignore = "*"\n',
          "a;b;c;\nПриюти;2016;10.00;x\n", 1, ["a", "b", "c", "column 4"]),
    Shape("sums that are none", 'totals = "count"\nconstants = { agency = "ASA" }\n',
          "year;amount;line\n2016;1.50;Total energies\n2016;2;Общо\n", 1, ["year", "amount", "line"]),
    Shape("labels that are no sums", 'constants = { agency = "ASA" }\n',
          "year;amount;line\n2016;1;Общообразователна подготовка\n2016;2;1. Общини\n2016;3;Totality\n2016;4;I\n2016;5;1.2.\n"
          "2016;6;а) сумарно\n2016;7;davonport\n2016;8;Въвеждане в т.чаша\n", 1, ["year", "amount", "line"]),
] + [
    Shape(f"a label that says it is a sum: {label}", 'constants = { agency = "ASA" }\n',
          f"year;amount;line\n2016;1.50;Наем\n2016;2;{label}\n", 1, ["year", "amount", "line"], stops=label)
    for label in ("Общо", "ОБЩО РАЗХОДИ", "I. Общо", "III. Общо разходи:", "1.2. Всичко", "а) Сума", "Grand total", "Sub-total",
                  "Разходи - всичко", "* ИТОГО:", "TOTAL GAS AND POWER", "в т.ч. персонал", "- в това число заплати",
                  "1.1. от тях: храна", "Програма 1, в т.ч.:", "в т.ч.:", "Expenditure, of which:")
] + [
    Shape("parts follow", 'constants = { agency = "ASA" }\ntotals = "exclude"\n',
          "year;amount;line\n2016;1.50;Наем, в т.ч.:\n2016;2;- храна\n", 1, ["year", "amount", "line"], stops="в т.ч.", is_stricter=True),
    Shape("a mark that may be one between groups", 'constants = { agency = "ASA" }\nunit = 1000\n',
          "year;amount;line\n2016;1.234;Наем\n2016;1.5;Наем\n", 1, ["year", "amount", "line"], stops="1.234", is_stricter=True),
    Shape("a year out of range", 'constants = { agency = "ASA" }\n', "year;amount;line\n1016;1;Наем\n", 1,
          ["year", "amount", "line"], stops="1016"),
    Shape("a word of no phase", 'constants = { agency = "ASA" }\nvalues.phase = { Ist = "executed" }\n',
          "year;amount;line;phase\n2016;1;Наем;Soll\n", 1, ["year", "amount", "line", "phase"], stops="Soll"),
]
