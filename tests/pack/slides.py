"""Proves slides: python-pptx finds every figure of a chart's data in its native chart and in the workbook behind it, each
picture says what it shows, and LibreOffice lays out as many pages as there are slides.

    python3 tests/pack/slides.py PROGRAM
"""

import io
import json
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pptx
from pptx.util import Emu

ROOT = Path(__file__).resolve().parents[2]
MADE_UP = ["--project", str(ROOT / "examples/agencies-made-up")]
KINDS = ["years", "per-victim", "share", "agencies", "waterfall", "sankey", "tornado", "interval", "outturn"]
CASES = {
    "embedded": ["--embedded"],
    "embedded-bg": ["--embedded", "--lang", "bg"],
    "made-up": MADE_UP,
    "made-up-bg": [*MADE_UP, "--lang", "bg"],
}


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout


def figures(data):
    """The exact figures of a chart that a native chart has, each once; none where its shape is drawn as a picture."""
    found = []
    shape = data["shape"]
    if shape == "columns":
        for column in data["columns"]:
            found += [part["figure"] for part in column["parts"]]
            if data["measure"] == "amounts":
                found.append(column["total"])
    elif shape == "bars":
        for bar in data["bars"]:
            found += [part["figure"] for part in bar["parts"]]
    elif shape == "dots":
        found += [dot["figure"] for dot in data["dots"]]
    elif shape == "panels" and len(data["panels"]) <= 3:
        found += [point["figure"] for panel in data["panels"] for point in panel["points"]]
    elif shape == "band":
        found += [point["central"] for point in data["points"]]
    elif shape == "tornado":
        found += [swing[end] for swing in data["swings"] for end in ("low", "high")]
    elif shape == "gaps":
        found += [bar[side] for bar in data["bars"] for side in ("needed", "accounted")]
    elif shape == "steps":
        return steps(data["steps"])
    else:
        return None
    return sorted(Decimal(figure["value"]) for figure in found if figure)


def steps(found):
    """Totals, and each change without its sign on the base that carries it."""
    reached, wanted = Decimal(0), []
    for step in found:
        figure = Decimal(step["figure"]["value"])
        if step["kind"] == "total":
            reached = figure
            wanted.append(figure)
        else:
            wanted += [min(reached, reached + figure), abs(figure)]
            reached += figure
    return sorted(wanted)


def of_charts(charts):
    """What the native charts hold, as they are shown and as their workbooks have it."""
    shown, kept = [], []
    for chart in charts:
        count = len(chart.series._element.xpath(".//c:ser"))
        for series in chart.series._element.xpath(".//c:ser/c:val//c:pt/c:v"):
            shown.append(Decimal(series.text))
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        for row in book["Data"].iter_rows(min_row=2, min_col=2, max_col=1 + count, values_only=True):
            kept += [Decimal(repr(value)) for value in row if value is not None]
    return sorted(shown), sorted(kept)


def prove(program, name, arguments, folder):
    deck = folder / f"{name}.pptx"
    run(program, *arguments, "-q", "chart", "--all", "-o", str(deck))
    again = folder / f"{name}-again.pptx"
    run(program, *arguments, "-q", "chart", "--all", "-o", str(again))
    assert deck.read_bytes() == again.read_bytes(), f"{name}: two runs differ"
    found = pptx.Presentation(deck)
    assert (found.slide_width, found.slide_height) == (Emu(12192000), Emu(6858000)), name
    drawn = []
    for kind in KINDS:
        data = subprocess.run([program, *arguments, "-q", "chart", kind, "--data", "-"], capture_output=True)
        if data.returncode == 0:
            drawn.append(json.loads(data.stdout))
    assert len(drawn) == len(found.slides), (name, len(drawn), len(found.slides))
    native = 0
    for slide, data in zip(found.slides, drawn):
        where = f"{name} {data['kind']}"
        assert slide.shapes.title.text == data["title"], where
        notes = slide.notes_slide.notes_text_frame.text
        assert data["alt"] in notes and all(source in notes for source in data["sources"]), where
        charts = [shape for shape in slide.shapes if shape.has_chart]
        pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
        said = [shape._element.xpath("./*/p:cNvPr")[0].get("descr") for shape in charts + pictures]
        assert said and all(words == data["alt"] for words in said), where
        for shape in slide.shapes:
            assert 0 <= shape.left and shape.left + shape.width <= found.slide_width, where
            assert 0 <= shape.top and shape.top + shape.height <= found.slide_height, where
        wanted = figures(data)
        if wanted is None:
            assert pictures and not charts, where
            continue
        native += len(charts)
        shown, kept = of_charts([shape.chart for shape in charts])
        assert shown == wanted, (where, shown, wanted)
        assert len(kept) == len(wanted) and all(
            abs(one - other) <= abs(other) * Decimal("1e-14") for one, other in zip(kept, wanted)
        ), (where, kept, wanted)
    assert native, name
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir",
         str(folder), str(deck)],
        check=True, capture_output=True, timeout=300,
    )
    pages = subprocess.run(["pdfinfo", str(deck.with_suffix(".pdf"))], check=True, capture_output=True, text=True).stdout
    count = int(next(line.split()[1] for line in pages.splitlines() if line.startswith("Pages:")))
    assert count == len(found.slides), (name, count)
    print(f"{name}: {count} slides, {native} native charts with the figures of their data")


def main():
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in CASES.items():
            prove(program, name, arguments, Path(folder))


main()
