"""Proves Sobol indices with a group and a pool among the inputs: those of the program beside those of SALib.

    python3 tests/pack/indices.py PROGRAM

The project is made here, and written out again by hand as a plain function of its inputs. What moves together is one input:
one uniform number through the distribution of each member. A pool is the mixture of its judgements. Both sides say how far
off they may be (95 %); an index agrees within the sum of the two.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from SALib.analyze import sobol as analyze
from SALib.sample import sobol as sample

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench" / "uncertainty"))
from compare import drawn  # noqa: E402

ROWS = 16384
DRAWS = 100_000

FILES = {
    "thb-cost.toml": """[project]
title = "Made up: a group and a pool"
victims = ["assisted"]

[inputs]
agencies = "agencies.csv"
drivers = "drivers.csv"
victims = "victims.csv"
rules = "rules.toml"
""",
    "agencies.csv": """year,agency,line,amount
2020,MoI,judged,1000000.00
2020,MoI,by cases,2000000.00
2020,ASA,pooled,400000.00
2020,ASA,chained,900000.00
""",
    "drivers.csv": """driver,year,value,low,high,group
cases,2020,40,20,80,experts
all_cases,2020,1000,,,
""",
    "victims.csv": "year,measure,count,low,high\n2020,assisted,50,40,60\n",
    "rules.toml": """version = 1

[[rule]]
id = "judged"
match = { line = "judged" }
share = { low = "5%", central = "10%", high = "30%", distribution = "triangular", group = "experts" }

[[rule]]
id = "by-cases"
match = { line = "by cases" }
share = { numerator = "cases", denominator = "all_cases" }

[[rule]]
id = "pooled"
match = { line = "pooled" }
share = { pool = [
    { low = "0%", central = "10%", high = "20%", weight = 3, who = "one" },
    { low = "60%", central = "80%", high = "100%", who = "another" },
], distribution = "uniform" }

[[rule]]
id = "chained"
match = { line = "chained" }
share = { product = [
    { low = "20%", central = "40%", high = "60%", distribution = "uniform" },
    { low = "10%", central = "30%", high = "50%" },
] }
""",
}

INPUTS = ["group.experts", "rule.pooled", "rule.chained.1", "rule.chained.2", "victims.assisted.2020"]


def pooled(quantile):
    """Three in four draws of the first judgement, one in four of the second."""
    first = drawn("uniform", 0.0, 0.1, 0.2, np.minimum(quantile / 0.75, 1.0))
    second = drawn("uniform", 0.6, 0.8, 1.0, np.maximum(quantile - 0.75, 0.0) / 0.25)
    return np.where(quantile < 0.75, first, second)


def cost(u):
    experts, pool, first, second, _ = u.T
    judged = 1_000_000 * drawn("triangular", 0.05, 0.1, 0.3, experts)
    by_cases = 2_000_000 * drawn("pert", 20, 40, 80, experts) / 1000
    chained = 900_000 * drawn("uniform", 0.2, 0.4, 0.6, first) * drawn("pert", 0.1, 0.3, 0.5, second)
    return judged + by_cases + 400_000 * pooled(pool) + chained


def per_victim(u):
    return cost(u) / drawn("whole", 40, 50, 60, u.T[4])


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        command = [program, "--project", folder, "sensitivity", "--format", "json", "--draws", str(DRAWS)]
        document = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    problem = {"num_vars": len(INPUTS), "names": INPUTS, "bounds": [[0, 1]] * len(INPUTS)}
    quantiles = sample.sample(problem, ROWS, calc_second_order=False, seed=1)
    faults = 0
    for measure, function in ((None, cost), ("assisted", per_victim)):
        figure = next(f for f in document["figures"] if f["year"] == 2020 and f["measure"] == measure)
        values = np.asarray(function(quantiles))
        theirs = analyze.analyze(problem, values, calc_second_order=False, seed=1)
        own = {found["input"]: found for found in figure["sobol"]}
        print(f"{measure or 'cost':<26}{'alone':>9}{'+-':>8}{'SALib':>9}{'+-':>8}{'in all':>9}{'+-':>8}{'SALib':>9}{'+-':>8}")
        for column, name in enumerate(INPUTS):
            found = [theirs[key][column] for key in ("S1", "S1_conf", "ST", "ST_conf")]
            if name not in own:
                # It does not touch the figure: SALib must find nothing either.
                faults += abs(found[2]) > found[3] + 1e-9
                continue
            ours = [float(own[name][order][part]) for order in ("first", "total") for part in ("value", "error")]
            agrees = all(abs(ours[at] - found[at]) <= ours[at + 1] + found[at + 1] for at in (0, 2))
            faults += not agrees
            cells = [ours[0], ours[1], found[0], found[1], ours[2], ours[3], found[2], found[3]]
            mark = "" if agrees else "  does not agree"
            print(f"  {name:<24}" + "".join(f"{c:>{w}.4f}" for c, w in zip(cells, (9, 8, 9, 8) * 2)) + mark)
        if unknown := set(own) - set(INPUTS):
            faults += 1
            print(f"  not known here: {', '.join(sorted(unknown))}")
        # Mean and percentiles are those of a sample of the plain function.
        spread = figure["spread"]
        sampled = {"mean": values.mean()} | {f"p{p}": np.percentile(values, p) for p in (5, 50, 95)}
        for name, known in sampled.items():
            value, error = float(spread[name]["value"]), float(spread[name]["error"])
            agrees = abs(value - known) <= 4 * error
            faults += not agrees
            print(f"  {name:<24}{value:>14.2f} +- {error:.2f}, sampled {known:.2f}" + ("" if agrees else "  does not agree"))
    print("all indices agree" if faults == 0 else f"{faults} do not agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
