"""Times of whole processes that make one PNG of 1920x1080: the stacked columns of the embedded project, by thb-cost,
vl-convert and matplotlib, side by side.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install -r tests/bench/charts/requirements.txt
    /tmp/venv/bin/python tests/bench/charts/compare.py target/release/thb-cost
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 21
YEARS = [2014, 2015, 2016, 2017]
STATE = [395118, 231897, 392185, 376000]
EXTERNAL = [5185, 36507, 128167, 254021]

VEGA = f"""
import vl_convert, pathlib, sys
rows = [{{"year": str(year), "financing": name, "amount": amount}}
        for name, amounts in (("state", {STATE}), ("external", {EXTERNAL}))
        for year, amount in zip({YEARS}, amounts)]
spec = {{"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "width": 1700, "height": 880,
        "title": "Spending by year", "data": {{"values": rows}}, "mark": "bar",
        "encoding": {{"x": {{"field": "year"}}, "y": {{"field": "amount", "type": "quantitative"}},
                     "color": {{"field": "financing"}}}}}}
pathlib.Path(sys.argv[1]).write_bytes(vl_convert.vegalite_to_png(spec, scale=1))
"""

MATPLOTLIB = f"""
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(19.2, 10.8), dpi=100)
axes.bar({YEARS}, {STATE}, label="state")
axes.bar({YEARS}, {EXTERNAL}, bottom={STATE}, label="external")
axes.set_title("Spending by year")
axes.legend()
figure.savefig(sys.argv[1])
"""


def measure(name, command):
    subprocess.run(command, check=True, capture_output=True)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name:<12} median {statistics.median(times):7.1f} ms   fastest {min(times):7.1f} ms   of {RUNS}")


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "target/release/thb-cost"
    with tempfile.TemporaryDirectory() as folder:
        png = str(pathlib.Path(folder, "chart.png"))
        measure("thb-cost", [program, "--embedded", "chart", "years", "-o", png])
        measure("vl-convert", [sys.executable, "-c", VEGA, png])
        measure("matplotlib", [sys.executable, "-c", MATPLOTLIB, png])


if __name__ == "__main__":
    main()
