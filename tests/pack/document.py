"""Proves documents for a word processor: python-docx reads every figure of the JSON in them, and LibreOffice lays them out
with the head of a table on every page.

    python3 tests/pack/document.py PROGRAM

To show that the check can fail, a figure that is in no document is looked for too.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parents[2]
MADE_UP = ["--project", str(ROOT / "examples/agencies-made-up")]
CASES = {
    "embedded-2017": ["--embedded", "report", "--year", "2017"],
    "embedded": ["--embedded", "report"],
    "made-up-by-agency": [*MADE_UP, "report", "--by", "agency"],
    "made-up-bg": [*MADE_UP, "--lang", "bg", "report", "--by", "agency"],
    "ledger": [*MADE_UP, "ledger"],
}


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout


def digits(text):
    """A figure without what a language puts between its digits."""
    return re.sub(r"[^0-9]", "", text)


def totals(document):
    """The central totals of the rows of a report, as digits; of a ledger the central amounts of its records."""
    if "records" in document:
        figures = [record["central"] for record in document["records"]]
    else:
        figures = [row["total"]["central"] for row in document["rows"]]
    return {digits(figure) for figure in figures if figure}


def prove(program, name, arguments, folder):
    path = folder / f"{name}.docx"
    run(program, *arguments, "-o", str(path))
    document = docx.Document(path)
    cells = {digits(cell.text) for table in document.tables for row in table.rows for cell in row.cells}
    wanted = totals(json.loads(run(program, *arguments, "--format", "json")))
    missing = wanted - cells
    assert wanted and not missing, f"{name}: not in the document: {sorted(missing)}"
    assert "98765432101" not in cells, "the search for figures finds what is not there"
    locale = "bg-BG" if "bg" in arguments else "en-GB"
    assert document.core_properties.language == locale, (name, document.core_properties.language)
    for table in document.tables:
        head = table.rows[0]._tr.trPr
        assert head is not None and head.xpath("./w:tblHeader"), f"{name}: a head is not repeated"
    return path


def heads_on_every_page(path):
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)],
        check=True,
        capture_output=True,
    )
    text = subprocess.run(
        ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(pages) > 1, f"{path.name}: one page proves nothing"
    with_rows = [page for page in pages if re.search(r"^\s*20\d\d\s", page, re.M)]
    assert with_rows and all(re.search(r"Year\s+Line", page) for page in with_rows), f"{path.name}: a page has no head"


def review(program, name, arguments, folder):
    """The document of a review: the figures of its JSON, every chart as a picture with a caption and words for it."""
    pack = folder / f"{name}-pack"
    run(program, *arguments, "review", "-q", "-o", str(pack))
    document = docx.Document(pack / "report.docx")
    cells = {digits(cell.text) for table in document.tables for row in table.rows for cell in row.cells}
    read = lambda file: json.loads((pack / file).read_text(encoding="utf-8"))
    wanted = totals(read("report.json"))
    sides = ["before", "after"]
    changes = read("compare.json")["total"]["cost"] if (pack / "compare.json").exists() else {}
    wanted |= {digits(changes[side]["central"]) for side in sides if changes.get(side)}
    if (pack / "outturn.json").exists():
        for year in read("outturn.json")["years"]:
            wanted |= {digits(year[side]) for side in ("approved", "executed") if year[side]}
    missing = wanted - cells
    assert wanted and not missing, f"{name}: not in the document: {sorted(missing)}"
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for finding in read("findings.json")["findings"]:
        assert finding["text"] in words, f"{name}: {finding['text']}"
    charts = sorted(path.stem for path in (pack / "charts").glob("*.png"))
    pictures = document.element.body.xpath(".//wp:docPr")
    assert sorted(picture.get("name") for picture in pictures) == charts, f"{name}: {charts}"
    assert all(len(picture.get("descr")) > 40 for picture in pictures), f"{name}: a picture says nothing"
    for picture in pictures:
        caption = picture.xpath("ancestor::w:p/preceding-sibling::w:p[1]/w:pPr/w:pStyle/@w:val")
        assert caption == ["Caption"], f"{name}: {picture.get('name')} has no caption"
    return len(charts)


def main():
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: prove(program, name, arguments, Path(folder)) for name, arguments in CASES.items()}
        heads_on_every_page(paths["ledger"])
        reviews = {"embedded": ["--embedded"], "made-up": MADE_UP, "made-up-bg": [*MADE_UP, "--lang", "bg"]}
        for name, arguments in reviews.items():
            print(f"{name}: {review(program, name, arguments, Path(folder))} charts with captions and words")
    print(f"{len(CASES)} documents hold their figures; heads stand on every page")


main()
