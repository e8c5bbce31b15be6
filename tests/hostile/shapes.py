"""The kinds of hostile projects that `random.py` makes. Each kind takes a source of chance and an empty folder."""

import gzip
import os
import struct
import zipfile

COLUMNS = ["year", "amount", "line", "agency"]
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OPEN_DOCUMENT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def manifest(folder, body, head='[project]\ntitle = "Hostile"\n[inputs]\n'):
    (folder / "thb-cost.toml").write_text(head + body)


def size(chance, most):
    """A number up to a most, small ones as likely as large ones."""
    return int(most ** chance.random())


def claim(chance):
    """A number that a file may say of itself."""
    return chance.choice([0, 1, -1, 255, 65_535, 65_536, 1_048_576, 1_048_577, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**64, 10**30])


def word(chance, most=12):
    letters = "abcXYZ 019-.,;\"'=+@#<>&[]{}\t\u202e\u200b\u00a0\x1b[31mщжъ\u0301漢😀"
    return "".join(chance.choice(letters) for _ in range(chance.randint(0, most)))


def long_word(chance):
    return word(chance) + chance.choice("Aя=") * size(chance, 3_000_000)


def cell(chance):
    """A value that a cell may hold."""
    return chance.choice(
        [
            "2016", "100.00", "1e308", "1e-400", "NaN", "-0", "9" * size(chance, 2_000), "0." + "1" * size(chance, 2_000),
            "12,345.67", "12.345,67", "", " ", "#REF!", "=1+1", "31.12.2016", word(chance), word(chance, 200),
        ]
    )


def wildness(chance):
    """How many of a project's cells are any: none, so that it is read to its end, or some, or most."""
    return chance.choice([0, 0.001, 0.05, 0.8])


def pick(chance, wild, at):
    """A value of a column: what belongs there, or any."""
    return cell(chance) if chance.random() < wild else ("2016", "100.00", "A", "X")[at % 4]


def escaped(text):
    kept = "".join(letter for letter in text if letter in "\t\n" or ord(letter) >= 32)
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def column(number):
    name = ""
    while number >= 0:
        name, number = chr(65 + number % 26) + name, number // 26 - 1
    return name


# Workbooks.


def sheet_cell(chance, wild, reference, text):
    form = chance.randrange(6) if chance.random() < wild else 3
    if form == 0:
        return f'<c r="{reference}" t="s"><v>{chance.choice([0, 1, claim(chance)])}</v></c>'
    if form == 1:
        return f'<c r="{reference}" t="{chance.choice(["n", "e", "b", "d", "str", "zz"])}" s="{chance.choice([0, claim(chance)])}"><v>{escaped(text)}</v></c>'
    if form == 2:
        return f'<c r="{reference}"><f t="shared" si="{claim(chance)}">{escaped(text)}</f><v>{escaped(text)}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is>' + "".join(f"<r><t>{escaped(text)}</t></r>" for _ in range(size(chance, 50) if wild else 1)) + "</is></c>"


def reference(chance, wild, row, place):
    if chance.random() < wild / 20:
        return chance.choice(["", "A", "1", "A0", "XFE1", "ZZZZZZ1", f"A{claim(chance)}", "a1", "Я1", "A1:B2"])
    return f"{column(place)}{row}"


def sheet_rows(chance):
    yield '<row r="1">' + "".join(f'<c r="{column(at)}1" t="inlineStr"><is><t>{name}</t></is></c>' for at, name in enumerate(COLUMNS)) + "</row>"
    wild = wildness(chance)
    wide = chance.choice([4, 4, 4, size(chance, 20_000)])
    tall = size(chance, 60_000 // wide + 1)
    for row in range(2, tall + 2):
        number = claim(chance) if chance.random() < wild / 50 else row
        place = "".join(sheet_cell(chance, wild, reference(chance, wild, row, at), pick(chance, wild, at)) for at in range(wide))
        yield f'<row r="{number}" spans="1:{claim(chance)}">{place}</row>'
    if chance.random() < 0.1:
        yield f'<row><c r="C9" t="inlineStr"><is><t>'
        for _ in range(size(chance, 200)):
            yield "A" * (1 << 20)
        yield "</t></is></c></row>"


def merges(chance):
    ends = lambda: f"{column(size(chance, 20_000))}{chance.choice([size(chance, 1_048_576), claim(chance)])}"
    return "<mergeCells>" + "".join(f'<mergeCell ref="{ends()}:{ends()}"/>' for _ in range(size(chance, 100_000))) + "</mergeCells>"


def styles(chance):
    formats = "".join(f'<numFmt numFmtId="{claim(chance)}" formatCode="{escaped(word(chance, 60))}"/>' for _ in range(size(chance, 5_000)))
    return f'<styleSheet xmlns="{SHEET}"><numFmts count="{claim(chance)}">{formats}</numFmts><cellXfs>' + '<xf numFmtId="10"/>' * size(chance, 50_000) + "</cellXfs></styleSheet>"


def shared(chance):
    texts = "".join(f"<si><t>{escaped(word(chance))}</t></si>" for _ in range(size(chance, 50_000)))
    return f'<sst xmlns="{SHEET}" count="{claim(chance)}" uniqueCount="{claim(chance)}">{texts}</sst>'


def nested(chance):
    deep = size(chance, 100_000)
    return "<a>" * deep + "</a>" * chance.choice([deep, 0])


def xlsx(chance, folder):
    sheets = chance.choice([1] * 8 + [2, size(chance, 5_000)])
    names = "".join(f'<sheet name="S{at}" sheetId="{at + 1}" r:id="s{at}"/>' for at in range(sheets))
    targets = "".join(f'<Relationship Id="s{at}" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>' for at in range(sheets))
    with zipfile.ZipFile(folder / "a.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{SHEET}" xmlns:r="{RELATION}"><sheets>{names}</sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{targets}<Relationship Id="x" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="{RELATION}/styles" Target="styles.xml"/></Relationships>')
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{SHEET}"><dimension ref="A1:{chance.choice(["D9", "XFD1048576", "ZZZZZZZ99999999999"])}"/><sheetData>'.encode())
            for part in sheet_rows(chance):
                sheet.write(part.encode())
            sheet.write(("</sheetData>" + (merges(chance) if chance.random() < 0.1 else "") + (nested(chance) if chance.random() < 0.03 else "") + "</worksheet>").encode())
        if chance.random() < 0.7:
            book.writestr("xl/sharedStrings.xml", shared(chance))
        if chance.random() < 0.7:
            book.writestr("xl/styles.xml", styles(chance))
        for at in range(size(chance, 30_000) if chance.random() < 0.1 else 0):
            book.writestr(f"xl/more{at}.xml", "")
    damaged(chance, folder / "a.xlsx")
    manifest(folder, 'agencies = "a.xlsx"\n' + (dialect(chance) if chance.random() < 0.3 else ""))


def damaged(chance, file):
    """Sometimes cuts a file, or changes some of its bytes."""
    if chance.random() < 0.92:
        return
    content = bytearray(file.read_bytes())
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    else:
        for _ in range(size(chance, 40)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    file.write_bytes(content)


# Open documents and pages.


def repeat(chance, wild, what):
    """An attribute that says that something repeats."""
    return "" if chance.random() >= wild / 4 else f' table:number-{what}="{chance.choice([2, size(chance, 2_000_000), claim(chance)])}"'


def document_cell(chance, wild, at):
    text = pick(chance, wild, at)
    spaces = f'<text:s text:c="{claim(chance)}"/>' if chance.random() < wild / 10 else ""
    if chance.random() < wild / 50:
        text = long_word(chance)
    kind = chance.choice(["float", "percentage", "currency", "date", "boolean", "zz"]) if chance.random() < wild else "string"
    value = f' office:value-type="{kind}" office:value="{escaped(pick(chance, wild, at))}"'
    over = "".join(repeat(chance, wild / 3, what) for what in ("columns-repeated", "columns-spanned", "rows-spanned"))
    return f"<table:table-cell{value}{over}><text:p>{escaped(text)}{spaces}</text:p></table:table-cell>"


def ods(chance, folder):
    tables, wild = [], wildness(chance)
    for at in range(chance.choice([1] * 8 + [size(chance, 20_000)])):
        head = "".join(f"<table:table-cell><text:p>{name}</text:p></table:table-cell>" for name in COLUMNS)
        rows = [f"<table:table-row>{head}</table:table-row>"]
        for _ in range(size(chance, 800) if at < 3 else 0):
            cells = "".join(document_cell(chance, wild, place) for place in range(size(chance, 300) if chance.random() < wild else 4))
            rows.append(f'<table:table-row{repeat(chance, wild, "rows-repeated")}>{cells}</table:table-row>')
        inner = nested(chance) if chance.random() < 0.03 else ""
        tables.append(f'<table:table table:name="{chance.choice(["S", f"S{at}"])}">{"".join(rows)}{inner}</table:table>')
    with zipfile.ZipFile(folder / "a.ods", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        book.writestr("content.xml", f"<office:document-content {OPEN_DOCUMENT}><office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>")
    damaged(chance, folder / "a.ods")
    manifest(folder, 'agencies = "a.ods"\n')


def spans(chance, wild):
    return f" rowspan={claim(chance)} colspan={chance.choice([1, claim(chance)])}" if chance.random() < wild / 4 else ""


def page(chance, folder):
    wild = wildness(chance)
    parts = [chance.choice(["", "<!doctype html>", "<meta charset=zz>", "<html><body>"])]
    for _ in range(size(chance, 200) if wild else 1):
        parts.append("<table>" + "<tr>" + "".join(f"<th>{name}</th>" for name in COLUMNS) + "</tr>")
        for _ in range(size(chance, 500)):
            parts.append(f"<tr>" + "".join(f"<td{spans(chance, wild)}>{pick(chance, wild, at)}" for at in range(size(chance, 40) if chance.random() < wild else 4)))
        parts.append("</table>" if not wild else chance.choice(["</table>", "", "<table>" * size(chance, 5_000), "<div>" * size(chance, 5_000), "<!--", "<script>", "&" * size(chance, 5_000)]))
    (folder / "a.html").write_text("".join(parts))
    damaged(chance, folder / "a.html")
    manifest(folder, 'agencies = "a.html"\n')


def xls(chance, folder):
    """An old workbook: records of any length in a stream that is no compound file's, or in one whose sectors lead anywhere."""
    records = b"".join(struct.pack("<HH", chance.choice([0x809, 0x203, 0x204, 0x27E, 0xFC, 0x3C, 0x85, 0x0A, chance.randrange(65_536)]), chance.choice([0, 8, 16, 8224, 65_535])) + chance.randbytes(size(chance, 8_000)) for _ in range(size(chance, 300)))
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, chance.choice([9, 12, chance.randrange(65_536)]), 6))
    head += bytes(10) + struct.pack("<IIIIIIIII", *(chance.choice([0, 1, 2, 0xFFFFFFFE, claim(chance) % 2**32]) for _ in range(9)))
    head += b"".join(struct.pack("<I", chance.choice([0, 1, 2, 0xFFFFFFFF, chance.randrange(2**32)])) for _ in range(109))
    sectors = b"".join(struct.pack("<I", chance.choice([0, 1, 2, 3, 0xFFFFFFFE])) for _ in range(128))
    (folder / "a.xls").write_bytes(bytes(head) + sectors + "Workbook".encode("utf-16-le").ljust(64, b"\0") + records)
    manifest(folder, 'agencies = "a.xls"\n')


# Text.


def table_text(chance):
    mark = chance.choice(",,,;\t|")
    wide = chance.choice([4, 4, 4, size(chance, 30_000)])
    yield mark.join(COLUMNS + [chance.choice(["a", "year", word(chance)]) for _ in range(wide - 4)]) + "\n"
    wild = wildness(chance)
    for _ in range(size(chance, 400_000 // wide + 1)):
        if chance.random() < wild / 300:
            yield long_word(chance) + "\n"
        end = chance.choice(["\r\n", "\r", '"\n']) if chance.random() < wild else "\n"
        yield mark.join(pick(chance, wild, at) for at in range(wide)) + end


def text(chance, folder):
    encoding = chance.choice(["utf-8", "utf-8", "utf-8", "utf-16", "utf-32", "cp1251"])
    content = "".join(table_text(chance)).encode(encoding, "replace")
    name = chance.choice(["a.csv", "a.csv.gz", "a.tsv"])
    with (gzip.open(folder / name, "wb", 1) if name.endswith("gz") else open(folder / name, "wb")) as file:
        file.write(content)
        if name.endswith("gz") and chance.random() < 0.3:
            for _ in range(size(chance, 60)):
                file.write(b"2016,zz," + b"A" * (15 << 20) + b",X\n")
    damaged(chance, folder / name)
    manifest(folder, f'agencies = "{name}"\n' + (dialect(chance) if chance.random() < 0.5 else ""))


def dialect(chance):
    keys = [
        f"header = {claim(chance)}", f"skip = {claim(chance)}", f"skip_last = {claim(chance)}", 'thousands = "."', 'decimal = ","',
        f'factor = "{claim(chance)}"', 'totals = "check"', 'unit = "1000 BGN"', f'delimiter = "{escaped(word(chance, 2))}"', 'ignore = "*"',
        f'year = "{claim(chance)}"', 'encoding = "zz"', 'columns = { year = "year", amount = "amount" }', 'where = { year = "2016" }',
    ]
    return "[dialect.agencies]\n" + "\n".join(chance.sample(keys, chance.randint(0, 4))) + "\n"


# Manifests, rules and what they name.


def toml(chance, folder):
    (folder / "a.csv").write_text("year,amount,line,agency\n2016,1.00,A,X\n")
    many = size(chance, 60_000)
    piece = chance.choice(
        [
            lambda at: "= \n", lambda at: f"k{at} = 1\n", lambda at: f"[t{at}]\n", lambda at: f"[[inputs.a{at}]]\n", lambda at: "[" * at if at < 3_000 else "",
            lambda at: f'k{at} = "{escaped(word(chance))}"\n', lambda at: f"k = {'[' * min(at, 300)}\n", lambda at: f"a.{'b.' * min(at, 300)}c{at} = 1\n",
            lambda at: f'k{at} = """{word(chance)}\n', lambda at: f"\u202ek{at}\x1b = {claim(chance)}\n",
        ]
    )
    manifest(folder, 'agencies = "a.csv"\n' + "".join(piece(at) for at in range(many)))


def share(chance, names):
    other = lambda: chance.choice(names)
    return chance.choice(
        [
            lambda: '"5%"', lambda: f'"{claim(chance)}%"', lambda: f'"0.{"3" * size(chance, 400)}"', lambda: "{ low = 0.1, central = 0.2, high = 0.3 }",
            lambda: f'{{ numerator = "{other()}", denominator = "{other()}" }}', lambda: f'{{ overhead_of = {{ agency = "A{size(chance, 500)}" }} }}',
            lambda: "{ product = [" + ", ".join(['"50%"'] * size(chance, 2_000)) + "] }", lambda: "{ pool = [" + ", ".join('{ share = "5%", weight = 1 }' for _ in range(size(chance, 2_000))) + "] }",
            lambda: f'{{ numerator = "{other()}", denominator = "{other()}", missing = "{chance.choice(["previous", "interpolate", "index:HICP", "zz"])}" }}',
            lambda: '"rest"', lambda: '"all"', lambda: '"none"',
        ]
    )()


def rules(chance, folder):
    many, agencies = size(chance, 12_000), size(chance, 3_000)
    names = ["cases", "all_cases", *(f"d{at}" for at in range(20)), word(chance).replace('"', "").replace("\\", "").replace("\x1b", "").replace("\t", "")]
    (folder / "a.csv").write_text("year,amount,line,agency,label\n" + "".join(f"{chance.randint(2014, 2017)},{chance.randint(1, 9**9)}.00,L{at},A{at % agencies},{chance.choice(['labelled', 'unlabelled'])}\n" for at in range(size(chance, 20_000))))
    (folder / "d.csv").write_text("driver,year,value\n" + "".join(f"{chance.choice(names[:-1])},{chance.randint(1950, 2017)},{chance.randint(0, 10**chance.randint(1, 25))}\n" for _ in range(size(chance, 5_000))))
    (folder / "p.csv").write_text("index,year,rate\n" + "".join(f"HICP,{year},1.{chance.randrange(10**25):025d}\n" for year in range(2017 - size(chance, 200), 2018)))
    parts = ["version = 1\n"]
    for at in range(many):
        match = chance.choice([f'agency = "A{at % agencies}"', f'line = "L{at}"', 'label = "unlabelled"', ""])
        extra = f"split.area = {{ {', '.join(f'p{part} = {chr(34)}0.001{chr(34)}' for part in range(size(chance, 1_000)))}, z = \"rest\" }}\n" if chance.random() < 0.02 else ""
        parts.append(f'[[rule]]\nid = "r{at}"\nmatch = {{ {match} }}\nshare = {share(chance, names)}\n{extra}')
    (folder / "rules.toml").write_text("".join(parts))
    manifest(folder, 'agencies = "a.csv"\nrules = "rules.toml"\ndrivers = "d.csv"\nprices = "p.csv"\n')


def circle(chance, folder):
    """Overheads that serve each other, each some of the others."""
    many, each = size(chance, 2_000), size(chance, 60)
    (folder / "a.csv").write_text("year,amount,line,agency\n" + "".join(f"2017,100.00,L{at},A{at}\n" for at in range(many)) + "2017,1.00,Z,Z\n")
    serves = lambda at: ", ".join(f'"A{chance.randrange(many)}"' for _ in range(each)) + f', "A{(at + 1) % many}", "Z"'
    body = "".join(f'[[rule]]\nid = "r{at}"\nmatch = {{ agency = "A{at}" }}\nshare = {{ overhead_of = {{ agency = [{serves(at)}] }} }}\n' for at in range(many))
    (folder / "rules.toml").write_text("version = 1\n" + body + '[[rule]]\nid = "z"\nmatch = { agency = "Z" }\nshare = "7%"\n')
    manifest(folder, 'agencies = "a.csv"\nrules = "rules.toml"\n')


def names(chance, folder):
    """Many sources, controls, drivers and counts whose names are almost one another."""
    many = size(chance, 30_000)
    near = lambda: "n" + "".join(chance.choice("aа") for _ in range(15))
    (folder / "a.csv").write_text("year,amount,line,agency,source\n" + "".join(f"2016,1.00,{near()},{near()},{near()}\n" for _ in range(many)))
    (folder / "s.csv").write_text("id,title\n" + "".join(f"{near()},t\n" for _ in range(size(chance, 30_000))))
    (folder / "c.csv").write_text("year,agency,amount\n" + "".join(f"2016,{near()},{cell(chance)}\n" for _ in range(size(chance, 8_000))))
    (folder / "v.csv").write_text("year,measure,count\n" + "".join(f"{chance.randint(2000, 2020)},{near()},{chance.choice(['5', '-1', '2.5', claim(chance)])}\n" for _ in range(size(chance, 5_000))))
    inputs = chance.sample(['sources = "s.csv"\n', 'controls = "c.csv"\n', 'victims = "v.csv"\n'], chance.randint(0, 3))
    manifest(folder, 'agencies = "a.csv"\n' + "".join(inputs))


def paths(chance, folder):
    """Links in circles, folders within folders, pipes, devices and patterns over them."""
    for at in range(size(chance, 300)):
        (folder / f"f{at}.csv").write_text("year,amount,line,agency\n2016,1.00,A,X\n")
    for at in range(size(chance, 6)):
        os.symlink(chance.choice([".", "..", "f0.csv", "nowhere", f"l{at}"]), folder / f"l{at}")
    deep = folder
    for at in range(size(chance, 30)):
        deep = deep / f"d{at}"
        deep.mkdir()
    os.mkfifo(folder / "pipe.csv")
    names = ["*.csv", "**/*.csv", "l*/*.csv", "**/**/**/*.csv", "pipe.csv", "/dev/zero", "/proc/self/environ", "..", "d0", "[", "f?.csv", "f{0,1}.csv", "l0", "/dev/stdin", "-"]
    listed = ", ".join(f'"{chance.choice(names)}"' for _ in range(chance.randint(1, 4)))
    manifest(folder, f"agencies = [{listed}]\n" + chance.choice(["", 'rules = "/dev/zero"\n', 'rules = "pipe.csv"\n', 'sources = "/etc/passwd"\n']))


KINDS = {kind.__name__: kind for kind in (xlsx, ods, page, xls, text, toml, rules, circle, names, paths)}
