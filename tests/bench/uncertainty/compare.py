"""Sobol indices of the made-up project by this program and by SALib, side by side, with what both took.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install -r requirements.txt
    /tmp/venv/bin/python compare.py PATH/TO/thb-cost PATH/TO/examples/agencies-made-up

The project is written out below by hand as a plain function of its inputs, apart from the program. SALib samples it by a
Sobol' sequence and the program by plain random draws, so the indices agree within the confidence that both print, not to
the digit. Each side is timed as a whole process, the shortest of three runs. Exit code 1 where an index does not agree.
"""

import json
import resource
import subprocess
import sys
import time

INPUTS = {
    "driver.thb_proceedings.2016": ("pert", 85, 92, 99),
    "driver.organised_crime_proceedings.2016": ("pert", 1400, 1475, 1550),
    "driver.victim_nights.2016": ("pert", 4900, 5210, 5600),
    "driver.victim_benefits.2016": ("pert", 27000, 28740.60, 30500),
    "rule.iom-return": ("triangular", 0.2, 0.25, 0.4),
    "rule.municipal-commissions": ("uniform", 0.8, 0.9, 1.0),
    "driver.night_cost.2017": ("pert", 40, 43.10, 46.20),
    "rule.ngo-red-cross": ("pert", 0.1, 0.15, 0.3),
    "driver.mechanism_meeting_cost.2017": ("pert", 100, 118.75, 140.50),
    "victims.assisted.2016": ("whole", 48, 50, 52),
}
# 8192 rows, N (2k + 2) evaluations with the second order that SALib works out by default.
ROWS = 8192


def overheads(it_base, it_known, hr_base, hr_known, it, hr):
    """Two overheads that serve each other: it_base x = it_known + hr y, hr_base y = hr_known + it x."""
    determinant = it_base * hr_base - it * hr
    share_it = (it_known * hr_base + hr * hr_known) / determinant
    share_hr = (it_base * hr_known + it * it_known) / determinant
    return it * share_it + hr * share_hr


def year_2016(x):
    crime, border, regional, traffic, laboratory = 2650000.75, 1200000.00, 5400000.00, 3300000.00, 275000.00
    it, hr = 1840000.33, 760000.00
    of_crime = crime * x["driver.thb_proceedings.2016"] / x["driver.organised_crime_proceedings.2016"]
    of_border, of_regional = border * 14 / 5200, regional * 31 / 26400
    police = of_crime + of_border + of_regional + overheads(
        crime + border + laboratory + hr, of_crime + of_border,
        crime + regional + traffic + it, of_crime + of_regional, it, hr)
    centres, benefits = x["driver.victim_nights.2016"] * 41.35, x["driver.victim_benefits.2016"]
    social = (centres + benefits) * (1 + 610000.05 / (1450000.00 + 910000.00 + 350000.00))
    others = 73500.00 + 212000.00 * x["rule.municipal-commissions"] + 78722.65 * x["rule.iom-return"]
    return 372733.01 + police + social + others


def year_2017(x):
    crime, border, it, hr = 2700500.40, 1310000.99, 1905000.00, 781250.10
    of_crime, of_border = crime * 79 / 1533, border * 14 / 5200
    police = of_crime + of_border + overheads(
        crime + border + hr, of_crime + of_border, crime + it, of_crime, it, hr)
    social = 5475 * x["driver.night_cost.2017"] * (1 + 633000.00 / (1502300.10 + 955400.00))
    others = 218300.90 * x["rule.municipal-commissions"] + 441000.00 * 0.05 + 58999.99
    others = others + (126000.00 - 12345.67) * x["rule.ngo-red-cross"]
    return 297107.93 + police + social + others + 54 * x["driver.mechanism_meeting_cost.2017"]


FIGURES = {
    ("2016", "cost"): year_2016,
    ("2017", "cost"): year_2017,
    ("all", "cost"): lambda x: 414738.74 + year_2016(x) + year_2017(x),
    ("2016", "assisted"): lambda x: year_2016(x) / x["victims.assisted.2016"],
}


def drawn(shape, low, mode, high, quantile):
    """The quantile of an input: PERT is a beta distribution of shape 4."""
    import numpy as np
    from scipy import stats

    width = high - low
    if shape == "pert":
        alpha, beta = 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width
        return low + width * stats.beta.ppf(quantile, alpha, beta)
    if shape == "triangular":
        return stats.triang.ppf(quantile, (mode - low) / width, low, width)
    if shape == "whole":
        return low + np.minimum(np.floor(quantile * (width + 1)), width)
    return low + width * quantile


def by_salib():
    """Prints the indices by SALib as JSON."""
    import numpy as np
    from SALib.analyze import sobol as analyze
    from SALib.sample import sobol as sample

    names = list(INPUTS)
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    quantiles = sample.sample(problem, ROWS, seed=1)
    x = {name: drawn(*INPUTS[name], quantiles[:, column]) for column, name in enumerate(names)}
    found = {}
    for (year, figure), function in FIGURES.items():
        indices = analyze.analyze(problem, np.asarray(function(x)), seed=1)
        found[f"{year} {figure}"] = {
            name: [float(indices[key][column]) for key in ("S1", "S1_conf", "ST", "ST_conf")]
            for column, name in enumerate(names)
        }
    print(json.dumps({"evaluations": len(quantiles), "found": found}))


def timed(command):
    """The output of a command, and the shortest of three runs: by the clock, and on the processor."""
    clock, processor = [], []
    for _ in range(3):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock.append(time.perf_counter() - start)
        processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return json.loads(output), (min(clock), min(processor))


def main(program, project):
    ours = [program, "--project", project, "sensitivity", "--format", "json", "--draws"]
    salib, salib_took = timed([sys.executable, __file__, "--salib"])
    same, same_took = timed([*ours, str(ROWS)])
    many, many_took = timed([*ours, "100000"])
    faults = 0
    for key, theirs in salib["found"].items():
        year, measure = key.split()
        wanted = (None if year == "all" else int(year), None if measure == "cost" else measure)
        figure = next(f for f in many["figures"] if (f["year"], f["measure"]) == wanted)
        print(f"\n{key:<42}{'alone':>9}{'+-':>8}{'SALib':>9}{'+-':>8}{'in all':>9}{'+-':>8}{'SALib':>9}{'+-':>8}")
        own = {found["input"]: found for found in figure["sobol"]}
        for name, (first, first_conf, total, total_conf) in theirs.items():
            if name not in own:
                # It does not touch the figure: SALib must find nothing either.
                faults += abs(total) > total_conf + 1e-9
                continue
            values = [float(own[name][order][part]) for order in ("first", "total") for part in ("value", "error")]
            agrees = abs(values[0] - first) <= values[1] + first_conf and abs(values[2] - total) <= values[3] + total_conf
            faults += not agrees
            cells = [values[0], values[1], first, first_conf, values[2], values[3], total, total_conf]
            mark = "" if agrees else "  does not agree"
            print(f"  {name:<40}" + "".join(f"{c:>{w}.4f}" for c, w in zip(cells, (9, 8, 9, 8) * 2)) + mark)
    evaluations = salib["evaluations"]
    print(f"\nSALib and numpy, {evaluations} evaluations of {len(FIGURES)} figures: {salib_took[0]:.3f} s"
          f" by the clock, {salib_took[1]:.3f} s on the processor")
    for draws, found, took in ((ROWS, same, same_took), (100000, many, many_took)):
        print(f"thb-cost, {draws} draws, every index of {len(found['figures'])} figures: {took[0]:.3f} s, {took[1]:.3f} s"
              f" ({salib_took[0] / took[0]:.1f} and {salib_took[1] / took[1]:.1f} times less)")
    print("all indices agree" if faults == 0 else f"{faults} do not agree")
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--salib"]:
        by_salib()
    else:
        sys.exit(main(*sys.argv[1:]))
