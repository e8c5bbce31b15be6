#!/usr/bin/env python3
"""Makes the hostile files beside it, each named for its fault. What each must give stands in `expected.csv`, by hand.

    python make.py

Only the standard library; the same bytes each time. Files of many megabytes are made by the test itself.
"""

import gzip
import io
import struct
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).parent / "files"

HEADER = ["year", "line", "amount"]
#: Together 250.00.
ROWS = [["2016", "Police", "100.50"], ["2016", "Shelter", "200.25"], ["2017", "Police", "-50.75"]]
CYRILLIC = [["2016", "Полиция", "100.50"], ["2016", "Кризисен център", "200.25"], ["2017", "Полиция", "-50.75"]]


def text(rows=ROWS, header=HEADER, delimiter=",", end="\n"):
    return "".join(delimiter.join(row) + end for row in [header, *rows])


def amounts(*cells):
    """One row an amount, quoted."""
    return "year,line,amount\n" + "".join(f'2016,Line {number},"{cell}"\n' for number, cell in enumerate(cells, 1))


def put(name, content):
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def encodings():
    plain = text()
    put("utf-8", plain)
    put("utf-8-with-a-mark", b"\xef\xbb\xbf" + plain.encode())
    put("utf-16-le-with-a-mark", b"\xff\xfe" + text(CYRILLIC).encode("utf-16-le"))
    put("utf-16-be-with-a-mark", b"\xfe\xff" + text(CYRILLIC).encode("utf-16-be"))
    put("utf-16-le-without-a-mark", plain.encode("utf-16-le"))
    put("utf-16-be-without-a-mark", plain.encode("utf-16-be"))
    put("utf-16-cut-in-a-letter", b"\xff\xfe" + text(CYRILLIC).rstrip().encode("utf-16-le")[:-1])
    put("utf-16-lone-surrogate", b"\xff\xfe" + text([["2016", "Hope", "1"]]).encode("utf-16-le").replace(b"H\0", b"\x00\xd8"))
    put("utf-32-with-a-mark", b"\xff\xfe\x00\x00" + plain.encode("utf-32-le"))
    put("windows-1251", text(CYRILLIC).encode("windows-1251"))
    put("windows-1251-semicolons", text([[row[0], row[1], row[2].replace(".", ",")] for row in CYRILLIC], delimiter=";").encode("windows-1251"))
    put("windows-1251-behind-a-million-bytes-of-ascii", (text() + "2016,Police,0.00\n" * 60_000).encode() + "2016,Полиция,1\n".encode("windows-1251"))
    put("koi8-r", text(CYRILLIC).encode("koi8-r"))
    put("latin-1", text([["2016", "Müller", "1.00"]]).encode("latin-1"))
    put("utf-8-cut-in-a-letter", text(CYRILLIC).encode()[: text(CYRILLIC).encode().rindex("Полиция".encode()) + 13] + b",1\n")
    put("utf-8-overlong", plain.encode().replace(b"Shelter", b"She\xc0\xaflter"))
    put("utf-8-surrogate", plain.encode().replace(b"Shelter", b"She\xed\xa0\x80lter"))
    put("mark-in-the-middle", b"\xef\xbb\xbf" + plain.encode() + b"\xef\xbb\xbf2016,Police,1\n")
    put("two-files-in-one", plain + plain)
    put("direction-marks-in-a-name", text([["2016", "\u202ePolice\u202c", "1.00"]]))


def shapes():
    put("empty", "")
    put("line-ends-only", "\n\r\n\n")
    put("spaces-only", "   \n  \n")
    put("header-only", "year,line,amount\n")
    put("header-without-line-end", "year,line,amount")
    put("no-final-line-end", text().rstrip())
    put("line-ends-of-windows", text(end="\r\n"))
    put("line-ends-of-an-old-mac", text(end="\r"))
    put("line-ends-mixed", "year,line,amount\r\n2016,Police,100.50\n2016,Shelter,200.25\r2017,Police,-50.75")
    put("blank-lines", "\n\n" + text().replace("\n", "\n\n"))
    put("rows-of-delimiters", text() + ",,\n,,\n")
    put("semicolons", text(delimiter=";"))
    put("tabs", text(delimiter="\t"))
    put("bars", text(delimiter="|"))
    put("header-with-commas-rows-with-semicolons", "year,line,amount\n2016;Police;100.50\n")
    put("short-row", text() + "2016,Police\n")
    put("long-row", text() + "2016,Police,1.00,surplus\n")
    put("delimiter-behind-every-row", "year,line,amount\n" + "".join(",".join(row) + ",\n" for row in ROWS))
    put("decimal-comma-between-commas", "year,line,amount\n2016,Police,100,50\n")
    put("quoted-line-breaks", text([["2016", '"Police\nof\r\nSofia"', "100.50"], ["2017", "Shelter", "149.50"]]))
    put("quote-that-never-ends", text() + '2016,"Police,1.00\n2017,Shelter,2.00\n')
    put("quote-inside-a-cell", text([["2016", 'Pipe 5" wide', "250.00"]]))
    put("text-behind-a-quote", text() + '2016,"Police"x,1.00\n')
    put("quotes-doubled", text([["2016", '"The ""Hope"" shelter"', "250.00"]]))
    put("name-longer-than-a-screen", text([["2016", "x" * 100_000, "250.00"]]))
    put("preamble", "Ministry of Finance\nExecution of the budget, BGN\n\n" + text())
    put("preamble-of-two-hundred-rows", "note\n" * 200 + text())
    put("header-twice-the-same-column", "year,line,amount,amount\n2016,Police,1.00,2.00\n")
    put("header-in-capitals", "YEAR,LINE,AMOUNT\n2016,Police,250.00\n")
    put("header-in-bulgarian", "Година,Показател,Сума\n2016,Полиция,1.00\n")
    put("no-header", "2016,Police,100.50\n2016,Shelter,200.25\n")
    put("ten-thousand-columns", ",".join(HEADER + [f"c{number}" for number in range(10_000)]) + "\n"
        + ",".join(["2016", "Police", "250.00"] + ["x"] * 10_000) + "\n")
    put("row-of-a-million-cells", text() + "," * 1_000_000 + "x\n")
    put("row-of-a-million-blank-cells", text() + "," * 1_000_000 + "\n")
    put("nul-in-a-name", text([["2016", "Po\0lice", "250.00"]]))
    put("nul-in-an-amount", text([["2016", "Police", "2\0"]]))
    put("nul-bytes-only", b"\0" * 5_000)
    put("escape-sequence-in-a-name", text([["2016", "\x1b[2JPolice", "250.00"]]))
    put("command-in-a-name", text([["2016", "\"=cmd|' /C calc'!A0\"", "250.00"]]))
    put("totals-row", text() + "2016,Общо,300.75\n")
    put("total-of-a-year-column", text() + "Всичко,,250.00\n")


def numbers():
    put("amount-one-point-two-three-four", amounts("1.234"))
    put("amount-one-comma-two-three-four", amounts("1,234", "5,678"))
    put("amounts-with-two-marks", amounts("1.50", "2,50"))
    put("amounts-settled-by-one-cell", amounts("1.234", "5.678,90"))
    put("amount-with-a-decimal-comma", amounts("2523,00"))
    put("amounts-grouped-by-spaces", amounts("395 118,00", "1 234 567,89"))
    put("amounts-grouped-by-no-break-spaces", amounts("395\u00a0118,00", "1\u202f234\u202f567,89"))
    put("amounts-grouped-by-points", amounts("395.118,00", "1.234.567,89"))
    put("amounts-grouped-by-commas", amounts("395,118.00", "1,234,567.89"))
    put("amounts-grouped-by-apostrophes", amounts("395'118.00"))
    put("amounts-grouped-in-two-ways", amounts("1.234,567.89"))
    put("groups-of-four", amounts("1 2345,00"))
    put("amount-in-parentheses", amounts("(1 200,00)"))
    put("amount-with-the-minus-behind", amounts("1200-"))
    put("amount-with-a-long-minus", amounts("\u22121200"))
    put("amount-with-a-dash", amounts("\u20131200"))
    put("amount-in-leva", amounts("1 200,50 лв."))
    put("amount-in-bgn", amounts("1200.50 BGN"))
    put("amount-in-another-currency", amounts("1200.50 EUR"))
    put("amount-as-a-date", amounts("12.05.2016"))
    put("amount-as-an-iso-date", amounts("2016-05-12"))
    put("amount-with-an-exponent", amounts("1e5"))
    put("amount-nan", amounts("NaN"))
    put("amount-infinite", amounts("inf"))
    put("amount-a-dash-for-nothing", amounts("-"))
    put("amount-not-available", amounts("n/a"))
    put("amount-in-per-cent", amounts("12%"))
    put("amount-as-a-formula", amounts("=1+1"))
    put("amount-with-a-plus", amounts("+5"))
    put("amount-with-an-underscore", amounts("1_000"))
    put("amount-in-hexadecimal", amounts("0x10"))
    put("amount-in-arabic-digits", amounts("\u0661\u0662"))
    put("amount-in-wide-digits", amounts("\uff11\uff12"))
    put("amount-of-three-decimals", amounts("1234.567"))
    put("amount-of-sixteen-digits", amounts("1234567890123456"))
    put("amount-of-a-thousand-digits", amounts("9" * 1_000))
    put("amount-with-two-minuses", amounts("--5"))
    put("amount-with-an-error-of-a-spreadsheet", amounts("#REF!"))
    put("amounts-blank", amounts("", "250.00"))
    put("amounts-all-blank", amounts("", ""))
    put("year-with-a-fraction", text([["2016.0", "Police", "1.00"]]))
    put("year-of-two-digits", text([["16", "Police", "1.00"]]))
    put("year-of-five-digits", text([["20016", "Police", "1.00"]]))
    put("year-as-a-date", text([["01.01.2016", "Police", "1.00"]]))
    put("year-with-spaces", text([[" 2016 ", "Police", " 250.00 "]]))


def compressed():
    plain = text().encode()
    squeezed = gzip.compress(plain, mtime=0)
    put("gzip", squeezed)
    put("gzip-of-two-parts", squeezed + gzip.compress(b"2017,Shelter,1.00\n", mtime=0))
    put("gzip-cut-short", squeezed[:-12])
    put("gzip-with-a-wrong-sum", squeezed[:-8] + b"\0\0\0\0" + squeezed[-4:])
    put("gzip-with-bytes-behind", squeezed + b"surplus")
    put("gzip-of-gzip", gzip.compress(squeezed, mtime=0))
    put("gzip-of-nothing", gzip.compress(b"", mtime=0))
    put("gzip-of-utf-16", gzip.compress(b"\xff\xfe" + text(CYRILLIC).encode("utf-16-le"), mtime=0))
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"a" * (1 << 20)
    put("gzip-bomb-of-one-gibibyte", bomb.compress(b"year,line,amount\n2016,") + b"".join(bomb.compress(block) for _ in range(1 << 10)) + bomb.flush())
    put("zstd-cut-short", bytes.fromhex("28b52ffd0458"))
    put("zstd-with-a-window-of-a-gibibyte", bytes.fromhex("28b52ffd00a0") + bytes.fromhex("010000"))


def others():
    put("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    put("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 50)
    put("page-of-html", "<!DOCTYPE html><html><table><tr><td>year</td></tr></table></html>")
    put("json", '[{"year": 2016, "line": "Police", "amount": 1.5}]')
    put("sqlite", b"SQLite format 3\0" + b"\0" * 84)
    put("parquet", b"PAR1" + b"\0" * 40 + b"PAR1")
    put("old-excel-file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)
    put("random-bytes", bytes((number * 197 + (number >> 3) * 31) % 256 for number in range(4_000)))


def archive(parts):
    """A ZIP archive with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as book:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with book.open(info, "w") as part:
                for block in content if isinstance(content, list) else [content]:
                    part.write(block if isinstance(block, bytes) else block.encode())
    return out.getvalue()


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def column(number):
    return chr(ord("A") + number)


def cell(place, value):
    """A cell: text, a number, or XML as it is."""
    if isinstance(value, tuple):
        return value[0].format(place=place)
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def sheet(rows, behind=""):
    """A worksheet of rows; each is a list, or a pair of a row number and a list."""
    lines = []
    for number, row in enumerate(rows, 1):
        number, row = row if isinstance(row, tuple) else (number, row)
        cells = "".join(cell(f"{column(position)}{number}", value) for position, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'{XML}<worksheet {MAIN}><sheetData>{"".join(lines)}</sheetData>{behind}</worksheet>'


def xlsx(sheets, states=None, more=None):
    """A workbook; a date has style 1."""
    names = list(sheets)
    entries = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"{(states or {}).get(name, "")}/>'
        for number, name in enumerate(names, 1))
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(names) + 1))
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for number in range(1, len(names) + 1))
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{relations}<Relationship Id="rIdS" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'{XML}<styleSheet {MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for number, name in enumerate(names, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheets[name]
    parts.update(more or {})
    return archive(parts)


def numbers_of(rows=ROWS):
    return [HEADER] + [[int(year), line, float(amount)] for year, line, amount in rows]


def workbooks():
    good = sheet(numbers_of())
    put("xlsx", xlsx({"Budget": good}))
    put("xlsx-amounts-as-text", xlsx({"Budget": sheet([HEADER, ["2016", "Police", "395 118,00"], ["2016", "Shelter", "1 234,50"]])}))
    put("xlsx-binary-noise", xlsx({"Budget": sheet([HEADER, [2016, "Police", 0.1 + 0.2], [2016, "Shelter", 1.1 * 1.1 * 100]])}))
    put("xlsx-number-with-an-exponent", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="{place}"><v>2.5E2</v></c>',)]])}))
    put("xlsx-preamble-and-totals", xlsx({"Budget": sheet([["Ministry"], [], *numbers_of(), ["", "Общо", 250.0]])}))
    put("xlsx-two-sheets", xlsx({"Budget": good, "Notes": sheet([["text"]])}))
    put("xlsx-hidden-sheet", xlsx({"Budget": good, "Old": sheet([HEADER, [2016, "Police", 9.0]])}, {"Old": ' state="hidden"'}))
    put("xlsx-only-hidden-sheets", xlsx({"Budget": good, "Old": good}, {"Budget": ' state="hidden"', "Old": ' state="veryHidden"'}))
    put("xlsx-no-sheet", xlsx({}))
    put("xlsx-empty-sheet", xlsx({"Budget": sheet([])}))
    merged = '<mergeCells count="1"><mergeCell ref="{}"/></mergeCells>'
    put("xlsx-merged-title", xlsx({"Budget": sheet([["Execution of the budget"], *numbers_of()], merged.format("A1:C1"))}))
    put("xlsx-merged-line-names", xlsx({"Budget": sheet([HEADER, [2016, "Police", 100.5], [2017, None, 149.5]], merged.format("B2:B3"))}))
    put("xlsx-merged-amounts", xlsx({"Budget": sheet([HEADER, [2016, "Police", 100.5], [2017, "Shelter", None]], merged.format("C2:C3"))}))
    error = '<c r="{place}" t="e"><v>#REF!</v></c>'
    put("xlsx-error-cell", xlsx({"Budget": sheet([HEADER, [2016, "Police", 1.0], [2016, "Shelter", (error,)]])}))
    put("xlsx-error-in-a-column-that-is-not-read", xlsx({"Budget": sheet([HEADER + ["check"], [2016, "Police", 250.0, (error,)]])}))
    put("xlsx-formula-with-a-value", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="{place}"><f>200+50</f><v>250</v></c>',)]])}))
    put("xlsx-formula-without-a-value", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="{place}"><f>200+50</f></c>',)]])}))
    put("xlsx-date-in-amounts", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="{place}" s="1"><v>42502</v></c>',)]])}))
    put("xlsx-date-for-a-year", xlsx({"Budget": sheet([HEADER, [('<c r="{place}" s="1"><v>42502</v></c>',), "Police", 1.0]])}))
    put("xlsx-truth-in-amounts", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="{place}" t="b"><v>1</v></c>',)]])}))
    put("xlsx-half-a-stotinka", xlsx({"Budget": sheet([HEADER, [2016, "Police", 0.125]])}))
    put("xlsx-row-at-the-far-end", xlsx({"Budget": sheet([*numbers_of(), (1_048_576, [2017, "Shelter", ("<c r=\"{place}\" t=\"e\"><v>#N/A</v></c>",)])])}))
    put("xlsx-rows-without-numbers", xlsx({"Budget": f'{XML}<worksheet {MAIN}><sheetData>' + "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in row) + "</row>" for row in [HEADER, *ROWS]) + "</sheetData></worksheet>"}))
    put("xlsx-lying-dimension", xlsx({"Budget": good.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')}))
    put("xlsx-entity-bomb", xlsx({"Budget": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(12))
        + ']>' + sheet([HEADER, [2016, "&m;", 1.0]]).split("?>", 1)[1]}))
    put("xlsx-shared-string-that-is-not-there", xlsx({"Budget": sheet([HEADER, [2016, ('<c r="{place}" t="s"><v>99</v></c>',), 1.0]])}))
    put("xlsx-xml-cut-short", xlsx({"Budget": good[: len(good) // 2]}))
    put("xlsx-cut-short", xlsx({"Budget": good})[:900])
    put("xlsx-without-its-sheet", xlsx({"Budget": good}, more={"xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"/>'}))
    put("xlsx-bomb-of-more-than-a-gibibyte", xlsx({"Budget": [f'{XML}<worksheet {MAIN}><sheetData><row r="1">'] + [b" " * (1 << 20)] * 1100 + ["</row></sheetData></worksheet>"]}))
    put("xlsx-bomb-of-shared-strings", xlsx({"Budget": good}, more={"xl/sharedStrings.xml": [f"{XML}<sst {MAIN}>"] + [b"<si><t>x</t></si>" * 4096] * (1 << 12) + ["</sst>"]}))
    flipped = bytearray(xlsx({"Budget": good}))
    flipped[flipped.rindex(b"PK\x01\x02") + 24 : flipped.rindex(b"PK\x01\x02") + 28] = struct.pack("<I", 5)
    put("xlsx-lying-size", bytes(flipped))
    put("zip-of-a-table", archive({"table.csv": text()}))
    put("zip-of-nothing", archive({}))
    put("docx", archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}))


def ods(rows, sheets=None):
    space = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    tables = sheets or {"Budget": rows}
    inside = "".join(f'<table:table table:name="{name}">{"".join(rows)}</table:table>' for name, rows in tables.items())
    content = f'{XML}<office:document-content {space} office:version="1.3"><office:body><office:spreadsheet>{inside}</office:spreadsheet></office:body></office:document-content>'
    manifest = f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest, "content.xml": content})


def ods_row(row, more=""):
    def one(value):
        if isinstance(value, tuple):
            return value[0]
        if isinstance(value, (int, float)):
            return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    return f"<table:table-row{more}>{''.join(map(one, row))}</table:table-row>"


def open_documents():
    good = [ods_row(row) for row in numbers_of()]
    put("ods", ods(good))
    put("ods-blank-rows-repeated-a-million-times", ods(good + ['<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>']))
    put("ods-bomb-of-repeated-cells", ods(good + [ods_row([2016, "Police", 1.0], ' table:number-rows-repeated="900000000"')]))
    put("ods-row-repeated-twice", ods([ods_row(HEADER), ods_row([2016, "Police", 125.0], ' table:number-rows-repeated="2"')]))
    put("ods-formula-without-a-value", ods([ods_row(HEADER), ods_row([2016, "Police", ('<table:table-cell table:formula="of:=1+1"/>',)])]))
    put("ods-merged-amounts", ods([ods_row(HEADER),
        ods_row([2016, "Police", ('<table:table-cell office:value-type="float" office:value="1" table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell>',)]),
        ods_row([2017, "Shelter", ("<table:covered-table-cell/>",)])]))
    put("ods-date-in-amounts", ods([ods_row(HEADER), ods_row([2016, "Police", ('<table:table-cell office:value-type="date" office:date-value="2016-05-12"><text:p>12.05.2016</text:p></table:table-cell>',)])]))
    put("ods-error-cell", ods([ods_row(HEADER), ods_row([2016, "Police", ('<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>',)])]))
    put("ods-cut-short", ods(good)[:700])


HERE.mkdir(exist_ok=True)
for old in HERE.iterdir():
    old.unlink()
for group in (encodings, shapes, numbers, compressed, others, workbooks, open_documents):
    group()
