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
    frame = b"\x28\xb5\x2f\xfd\x24\x25\x29\x01\x00year,line,amount\n2016,Police,1000.00\n\xd8\xc9\xfc\x50"
    put("zstd-with-its-checksum", frame)
    put("zstd-with-a-changed-figure", frame.replace(b"1000.00", b"9000.00"))
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


STYLES = (f'{XML}<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="170" formatCode="#,##0.00\\ [$\u20ac-407]"/></numFmts>'
    '<fonts count="3"><font/><font><strike/></font><font><vertAlign val="superscript"/></font></fonts>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="170" fontId="0"/><xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>')
PERCENT, STRUCK, EURO, RAISED = 2, 3, 4, 5


def styled(value, style):
    return (f'<c r="{{place}}" s="{style}"><v>{value!r}</v></c>',)


def pieces(*pieces):
    """A text in pieces: each is text, or a pair of a property and text."""
    runs = "".join(f"<r><rPr>{piece[0]}</rPr><t>{piece[1]}</t></r>" if isinstance(piece, tuple) else f"<r><t>{piece}</t></r>" for piece in pieces)
    return (f'<c r="{{place}}" t="inlineStr"><is>{runs}</is></c>',)


def looks():
    """What cells show and do not say: percentages, footnotes, strikes, currencies."""
    def book(*rows, header=HEADER, behind="", **more):
        return xlsx({"Budget": sheet([header, *rows], behind)}, more={"xl/styles.xml": STYLES, **more})
    put("xlsx-percentage-in-amounts", book([2016, "Police", styled(0.5, PERCENT)]))
    put("xlsx-figure-with-a-raised-footnote", book([2016, "Police", pieces("250", ("<vertAlign val=\"superscript\"/>", "2"))]))
    put("xlsx-header-with-a-raised-footnote", book([2016, "Police", 250.0], header=["year", "line", pieces("amount", ("<vertAlign val=\"superscript\"/>", "1"))]))
    put("xlsx-figure-struck-and-corrected", book([2016, "Police", pieces(("<strike/>", "300"), ("", "250"))]))
    put("xlsx-strike-that-is-off", book([2016, "Police", pieces(("<strike val=\"0\"/>", "250"))]))
    put("xlsx-amount-struck-as-a-whole", book([2016, "Police", 250.0], [2017, "Police", styled(9.0, STRUCK)]))
    put("xlsx-row-struck-as-a-whole", book([2016, "Police", 250.0], [styled(2017, STRUCK), styled(7, STRUCK), styled(9.0, STRUCK)]))
    put("xlsx-amount-raised-as-a-whole", book([2016, "Police", 250.0], [2017, "Police", styled(1, RAISED)]))
    put("xlsx-euro-in-its-format", book([2016, "Police", styled(250.0, EURO)]))
    put("xlsx-euro-in-its-format-and-row", book([2016, "Police", styled(250.0, EURO), "EUR"], header=HEADER + ["currency"]))
    put("xlsx-number-of-seventeen-digits", book([2016, "Police", ('<c r="{place}"><v>12345678901234.567</v></c>',)]))
    put("xlsx-cell-behind-the-header", book([2016, "Police", 250.0, "surplus"]))
    put("xlsx-merged-twice", book([2016, "Police", 250.0], behind='<mergeCells><mergeCell ref="E1:F9"/><mergeCell ref="E1:F9"/></mergeCells>'))
    put("xlsx-merges-over-each-other", book([2016, "Police", 250.0], behind='<mergeCells><mergeCell ref="E1:F9"/><mergeCell ref="F2:G3"/></mergeCells>'))
    put("xlsx-a-hundred-thousand-merges", book([2016, "Police", 250.0], behind="<mergeCells>" + '<mergeCell ref="E1:ALL1048576"/>' * 100_000 + "</mergeCells>"))


def shapes_of_workbooks():
    good = sheet(numbers_of())
    put("xlsx-with-a-prefix", xlsx({"Budget": good.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")}))
    put("xlsx-with-a-byte-order-mark", xlsx({"Budget": "\ufeff" + sheet([HEADER, [2016, "Police", 250.0]], '<mergeCells><mergeCell ref="E1:F9"/></mergeCells>')}))
    put("xlsx-data-that-end-twice", xlsx({"Budget": good.replace("<row r=\"2\">", "<!-- </sheetData> --><row r=\"2\">")}))
    put("xlsx-place-beyond-a-sheet", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="ZZZZZZ2"><v>1</v></c>',)]])}))
    put("xlsx-cell-of-another-row", xlsx({"Budget": sheet([HEADER, [2016, "Police", ('<c r="C9"><v>1</v></c>',)]])}))
    put("xlsx-rows-out-of-order", xlsx({"Budget": sheet([HEADER, (3, [2016, "Police", 1.0]), (2, [2016, "Police", 1.0])])}))
    put("xlsx-row-of-seventeen-thousand-cells", xlsx({"Budget": f'{XML}<worksheet {MAIN}><sheetData><row>' + "<c><v>1</v></c>" * 17_000 + "</row></sheetData></worksheet>"}))
    put("xlsx-far-cell-in-every-row", xlsx({"Budget": [f'{XML}<worksheet {MAIN}><sheetData>'] + ["".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 20_001))] + ["</sheetData></worksheet>"]}))
    put("xlsx-text-of-thirty-megabytes", xlsx({"Budget": [f'{XML}<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'] + [b"A" * (1 << 20)] * 30 + ["</t></is></c></row></sheetData></worksheet>"]}))
    put("xlsx-text-of-many-pieces", xlsx({"Budget": [f'{XML}<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'] + [b"<r><t>AAAAAAAA</t></r>" * (1 << 16)] * 4 + ["</is></c></row></sheetData></worksheet>"]}))
    put("xlsx-elements-in-each-other", xlsx({"Budget": f'{XML}<worksheet {MAIN}><sheetData><row r="1">' + "<c>" * 300 + "</c>" * 300 + "</row></sheetData></worksheet>"}))
    put("xlsx-claims-billions-of-texts", xlsx({"Budget": good}, more={
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rIdT" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'{XML}<sst {MAIN} count="9223372036854775807" uniqueCount="9223372036854775807"><si><t>q</t></si></sst>'}))
    put("xlsx-empty-sheet-beside-it", xlsx({"Budget": good, "Sheet2": sheet([])}))
    put("xlsx-twenty-thousand-parts", archive({**{f"{number}": "" for number in range(20_001)}}))


def documents():
    def cell(kind, value, shown, more=""):
        return (f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}><text:p>{shown}</text:p></table:table-cell>',)
    head = ods_row(HEADER)
    text_cell = '<table:table-cell office:value-type="string"{}>{}</table:table-cell>'
    put("ods-percentage-in-amounts", ods([head, ods_row([2016, "Police", cell("percentage", 0.5, "50%")])]))
    put("ods-euro-in-its-format", ods([head, ods_row([2016, "Police", cell("currency", 250, "250 \u20ac", 'office:currency="EUR"')])]))
    put("ods-spaces-by-the-billion", ods([head, ods_row([2016, (text_cell.format("", '<text:p>Police<text:s text:c="1000000000"/>Sofia</text:p>'),), 250.0])]))
    put("ods-long-text-in-every-column", ods([head, ods_row([2016, "Police", 250.0, (text_cell.format(' table:number-columns-repeated="16000"', "<text:p>" + "B" * 100_000 + "</text:p>"),)])]))
    put("ods-seventeen-thousand-columns", ods([head, ods_row([2016, "Police", 250.0, (text_cell.format(' table:number-columns-repeated="17000"', "<text:p>B</text:p>"),)])]))
    put("ods-five-thousand-tables", ods([], {f"T{number}": [] for number in range(5_000)}))
    put("ods-spans-over-each-other", ods([head, ods_row([(text_cell.format(' table:number-columns-spanned="1000" table:number-rows-spanned="1000000"', "<text:p>z</text:p>"),)] * 200)]))
    put("ods-remark-in-a-cell", ods([head, ods_row([2016, (text_cell.format("", "<office:annotation><text:p>doubtful</text:p></office:annotation><text:p>Police</text:p>"),), 250.0])]))
    indented = ods_row([2016, "Police", 250.0]).replace("><", ">\n      <").replace(">Police<", ">Po<text:span>li</text:span>ce<")
    put("ods-indented", ods([head, indented]))
    put("ods-with-a-password", archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>', "content.xml": "\x01\x02"}))


def record(number, body=b""):
    return struct.pack("<HH", number, len(body)) + body


def container(streams):
    """A compound file of small streams, each on sectors of its own: they are padded to 4,096 bytes."""
    sector = 512
    bodies = [body.ljust(max(4096, -(-len(body) // sector) * sector), b"\0") for body in streams.values()]
    starts, table = [], []
    for body in bodies:
        starts.append(len(table))
        count = len(body) // sector
        table += [len(table) + step + 1 for step in range(count - 1)] + [0xFFFFFFFE]
    directory = len(table)
    table += [0xFFFFFFFE, 0xFFFFFFFD]
    def entry(name, kind, child, start, size, right=0xFFFFFFFF):
        wide = name.encode("utf-16-le")
        return wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide) + 2, kind, 1, 0xFFFFFFFF, right, child) + b"\0" * 36 + struct.pack("<IQ", start, size)
    entries = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    for number, (name, body) in enumerate(zip(streams, bodies), 1):
        entries += entry(name, 2, 0xFFFFFFFF, starts[number - 1], len(body), number + 1 if number < len(streams) else 0xFFFFFFFF)
    entries = entries.ljust(sector, b"\0")
    sectors = b"".join(bodies) + entries + struct.pack(f"<{len(table)}I", *table).ljust(sector, b"\xff")
    head = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
        + struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", directory + 1) + b"\xff" * 432)
    return head + sectors


def xls_text(text, length="<H"):
    return struct.pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def xls(cells, globals_=b"", looks=(0, 10), rows=b"", behind=b""):
    """A workbook: cells are triples of row, column and value, or records."""
    first = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + globals_ + record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0) + b"\0\0")
    first += b"".join(record(0x00E0, struct.pack("<HH", 0, number) + b"\0" * 16) for number in looks)
    name = b"\6\0Budget"
    start = len(first) + 4 + 6 + len(name) + 4
    first += record(0x0085, struct.pack("<IBB", start, 0, 0) + name) + record(0x000A)
    body = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + rows
    for value in cells:
        if isinstance(value, bytes):
            body += value
        elif isinstance(value[2], str):
            body += record(0x0204, struct.pack("<HHH", value[0], value[1], 0) + xls_text(value[2]))
        else:
            body += record(0x0203, struct.pack("<HHHd", value[0], value[1], 0, value[2]))
    return container({"Workbook": first + body + behind + record(0x000A)})


def old_workbooks():
    head = [(0, column, name) for column, name in enumerate(HEADER)]
    good = [*head, (1, 0, 2016.0), (1, 1, "Police"), (1, 2, 100.5), (2, 0, 2017.0), (2, 1, "\u041f\u0440\u0438\u044e\u0442"), (2, 2, 149.5)]
    put("xls", xls(good))
    put("xls-cells-in-no-order", xls(list(reversed(good))))
    put("xls-percentage-in-amounts", xls([*head, (1, 0, 2016.0), (1, 1, "Police"), record(0x0203, struct.pack("<HHHd", 1, 2, 1, 0.5))]))
    put("xls-with-a-password", xls(good, record(0x002F, b"\1\0")))
    put("xls-shared-text-that-is-not-there", xls([*head, (1, 0, 2016.0), record(0x00FD, struct.pack("<HHHI", 1, 1, 0, 4_000_000_000)), (1, 2, 1.0)]))
    put("xls-claims-billions-of-texts", xls(good, record(0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF) + xls_text("q"))))
    put("xls-text-longer-than-its-records", xls(good, record(0x00FC, struct.pack("<II", 1, 1) + struct.pack("<HB", 60_000, 1) + b"a\0")))
    put("xls-record-longer-than-its-stream", container({"Workbook": record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + struct.pack("<HH", 0x0085, 60_000)}))
    put("xls-not-a-number", xls([*head, (1, 0, 2016.0), (1, 1, "Police"), (1, 2, float("nan"))]))
    put("xls-merged-amounts", xls([*head, (1, 0, 2016.0), (1, 1, "Police"), (1, 2, 1.0), (2, 0, 2016.0), (2, 1, "Police")], behind=record(0x00E5, struct.pack("<HHHHH", 1, 1, 2, 2, 2))))
    put("xls-cut-short", xls(good)[:3_000])
    put("xlsx-with-a-password", container({"EncryptionInfo": b"\4\0", "EncryptedPackage": b"\0" * 64}))
    put("doc-of-words", container({"WordDocument": b"\0" * 64}))


def short(number, body=b""):
    """A record of XLSB: number and length in seven bits a byte."""
    def seven(value):
        out = b""
        while True:
            out += bytes([value & 0x7F | (0x80 if value > 0x7F else 0)])
            value >>= 7
            if not value:
                return out
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    return head + seven(len(body)) + body


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(rows, behind=b""):
    """A workbook in binary: style 1 is a percentage."""
    def cell(column, value):
        value, style = value if isinstance(value, tuple) else (value, 0)
        head = struct.pack("<II", column, style)
        return short(6, head + wide(value)) if isinstance(value, str) else short(5, head + struct.pack("<d", value))
    body = short(129) + short(145)
    for number, row in enumerate(rows):
        body += short(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0, 0)) + b"".join(cell(column, value) for column, value in enumerate(row))
    body += short(146) + behind + short(130)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return archive({
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": short(131) + short(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Budget")) + short(132),
        "xl/_rels/workbook.bin.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="{relation}/styles" Target="styles.bin"/></Relationships>',
        "xl/styles.bin": short(617, struct.pack("<I", 2)) + short(47, struct.pack("<HHH", 0xFFFF, 0, 0) + b"\0" * 10) + short(47, struct.pack("<HHH", 0xFFFF, 10, 0) + b"\0" * 10) + short(618),
        "xl/worksheets/sheet1.bin": body,
    })


def binary_workbooks():
    rows = [HEADER, [2016.0, "Police", 100.5], [2017.0, "\u041f\u0440\u0438\u044e\u0442", 149.5]]
    put("xlsb", xlsb(rows))
    put("xlsb-percentage-in-amounts", xlsb([HEADER, [2016.0, "Police", (0.5, 1)]]))
    put("xlsb-record-of-two-hundred-megabytes", xlsb(rows, bytes([1]) + b"\x80\x80\x80\x60"))
    put("xlsb-merged-amounts", xlsb(rows, short(176, struct.pack("<IIII", 1, 2, 2, 2))))


def pages():
    def page(*rows, before=""):
        return f"<html><head><meta charset=utf-8>{before}</head><table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table></html>"
    head = "<th>year<th>line<th>amount"
    put("page", page(head, "<td>2016</td><td>Police &amp; co</td><td>250.00</td>"))
    put("page-that-closes-nothing", "<table><tr><td>year<td>line<td>amount<tr><td>2016<td>Police<td>100.50<tr><td>2017<td>Shelter<td>149.50")
    put("page-of-two-tables", page(head, "<td>2016<td>Police<td>250.00") * 2)
    put("page-with-an-open-caption", "<table><caption>Budget<tr><th>year<th>line<th>amount<tr><td>2016<td>Police<td>250.00</table>")
    put("page-of-a-table-for-its-layout", "<table><tr><td>Menu<td>" + page(head, "<td>2016<td>Police<td>250.00") + "</td></tr><tr><td>a<td>b</table>")
    put("page-with-a-cell-over-two-rows", page(head, "<td rowspan=2>2016<td>Police<td>100.50", "<td>Shelter<td>149.50"))
    put("page-with-a-struck-figure", page(head, "<td>2016<td>Police<td><s>300</s> 250.00<sup>1</sup>"))
    put("page-with-a-class-that-strikes", page(head, '<td>2016<td>Police<td><span class="old">300</span> 250.00', before="<style>.old {text-decoration: line-through}</style>"))
    put("page-with-the-number-behind", page(head, '<td>2016<td>Police<td x:num="250.25">250'))
    put("page-with-a-percentage", page(head, '<td>2016<td>Police<td x:num="0.5">50%'))
    put("page-with-spans-of-a-billion", page(head, "<td>2016<td>Police<td>250.00", '<td colspan="1000000000" rowspan="1000000000">x' * 20))
    put("page-of-ten-thousand-tables", "<table><tr><td>" * 10_000)
    put("page-without-its-encoding", page(head, "<td>2016<td>\u041f\u043e\u043b\u0438\u0446\u0438\u044f<td>250.00").replace("<meta charset=utf-8>", "").encode("windows-1251"))
    put("page-in-windows-1251", page(head, "<td>2016<td>\u041f\u043e\u043b\u0438\u0446\u0438\u044f<td>250.00").replace("utf-8", "windows-1251").encode("windows-1251"))
    put("page-without-a-table", "<!DOCTYPE html><p>year,line,amount</p>")


HERE.mkdir(exist_ok=True)
for old in HERE.iterdir():
    old.unlink()
for group in (encodings, shapes, numbers, compressed, others, workbooks, open_documents, looks, shapes_of_workbooks,
        documents, old_workbooks, binary_workbooks, pages):
    group()
