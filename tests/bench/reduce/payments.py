#!/usr/bin/env python3
"""Makes a file of payments, the same for the same arguments: 3,000 budget lines, amounts of three to six digits.

    python payments.py OUT [--rows N] [--bad-last-row]

Twenty million rows are about 570 MB.
"""

import argparse
import random
from pathlib import Path

#: Rows drawn once and then repeated, so that the file is made faster than it is read.
DRAWN = 1_000_000


def drawn(rows: int) -> list[str]:
    """Rows, each with its line end."""
    draw = random.Random(1)
    keys = [f"{year},{agency},{name} {number}" for year in range(2010, 2020) for agency in ("MoI", "MLSP", "PORB", "SCC")
            for name in ("Police", "Courts", "Shelter") for number in range(25)]
    sign = lambda: "-" if draw.random() < 0.03 else ""
    return [f"{draw.choice(keys)},{sign()}{draw.randrange(10 ** draw.choice((4, 5, 6)))}.{draw.randrange(100):02d}\n"
            for _ in range(rows)]


def write(path: Path, rows: int, bad_last_row: bool = False) -> None:
    """The file, made beside its place and then moved there."""
    block = drawn(min(rows, DRAWN))
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="ascii", newline="", buffering=1 << 22) as out:
        out.write("year,agency,line,amount\n")
        whole, rest = divmod(rows - int(bad_last_row), len(block))
        text = "".join(block)
        for _ in range(whole):
            out.write(text)
        out.write("".join(block[:rest]))
        if bad_last_row:
            out.write("2019,MoI,Police 0,12x.00\n")
    beside.rename(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=int, default=20_000_000)
    parser.add_argument("--bad-last-row", action="store_true")
    args = parser.parse_args()
    write(args.out, args.rows, args.bad_last_row)
