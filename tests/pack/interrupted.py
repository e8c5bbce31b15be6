"""Whatever writes is the old or the new, whole: interrupted and ended at a hundred moments each, a thousand runs at a time
beside each other, and the same bytes wherever and by whomever it is run.

    python3 tests/pack/interrupted.py PROGRAM
"""

import concurrent.futures
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()
ROOT = Path(__file__).resolve().parents[2]
MADE_UP = ROOT / "examples" / "agencies-made-up"
MOMENTS = 100
RUNS = 1_000
LINES = 5_000


def write_project(folder):
    """A project whose ledger takes long enough to be interrupted."""
    rows = [f"{2014 + n % 4},{n}.{n % 100:02},Line {n},Agency {n % 30},State budget" for n in range(LINES)]
    folder.mkdir()
    (folder / "agencies.csv").write_text("year,amount,line,agency,funder\n" + "\n".join(rows) + "\n")
    rule = '[[rule]]\nid = "all"\nmatch = {}\nshare = "5%"\nrationale = "made up"\n'
    (folder / "rules.toml").write_text("version = 1\n" + rule)
    inputs = '[inputs]\nagencies = "agencies.csv"\nrules = "rules.toml"\n'
    (folder / "thb-cost.toml").write_text('[project]\ntitle = "Interrupted"\n\n' + inputs)
    return folder


def content(path):
    """One digest over a file, or over all files of a folder; None where there is nothing."""
    if not path.exists():
        return None
    files = [path] if path.is_file() else sorted(found for found in path.rglob("*") if found.is_file())
    found = hashlib.sha256()
    for file in files:
        name = file.relative_to(path).as_posix()
        found.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def interrupted(folder, name, arguments, target):
    """Signals at moments spread over the run; the target is as it was or as it becomes, and nothing else is there."""
    place = folder / name
    place.mkdir()
    path = place / target
    command = [PROGRAM, *arguments, "-q", "-o", path]
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    lasts = time.monotonic() - start
    new = content(path)
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    if path.suffix:
        path.write_text("the old one\n")
    old = content(path)
    ends = {}
    for moment in range(MOMENTS):
        how = (signal.SIGINT, signal.SIGTERM)[moment % 2]
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(lasts * 1.1 * moment / MOMENTS)
        run.send_signal(how)
        code = run.wait()
        found = content(path)
        assert found in (old, new), f"{name}: neither old nor new"
        left = [other.name for other in place.rglob("*") if other.name.startswith(".")]
        assert not left, f"{name}: {left} left over"
        assert code in (0, 130, 143, -signal.SIGINT, -signal.SIGTERM), f"{name}: ended with {code}"
        ends[code] = ends.get(code, 0) + 1
        if found == new or path.is_dir():
            shutil.rmtree(path) if path.is_dir() else path.write_text("the old one\n")
    return f"{name}: {MOMENTS} moments, ended with {dict(sorted(ends.items()))}"


def beside_each_other(folder, project):
    """A thousand runs, eight at a time, of which all write the same: some into files of their own, some into one."""
    place = folder / "beside"
    place.mkdir()

    def run(number):
        path = place / (f"own-{number}.csv" if number % 2 else "shared.csv")
        done = subprocess.run([PROGRAM, "--project", project, "report", "-q", "--by", "agency", "-o", path], capture_output=True)
        own = content(path) if number % 2 else None
        if number % 2:
            path.unlink()
        return done.returncode, own

    with concurrent.futures.ThreadPoolExecutor(8) as runs:
        ended = list(runs.map(run, range(RUNS)))
    assert {code for code, _ in ended} == {0}, {code for code, _ in ended}
    digests = {own for _, own in ended if own}
    assert len(digests) == 1 and [path.name for path in place.iterdir()] == ["shared.csv"], digests
    return f"{RUNS} runs beside each other: the same bytes, nothing left over"


def everywhere(folder):
    """The same bytes in other time zones, locales, homes and folders, on one core and on all."""
    project = folder / "elsewhere" / "copied"
    shutil.copytree(MADE_UP, project)
    own = {key: value for key, value in os.environ.items() if not key.startswith("THB_COST")}
    others = [
        ({}, MADE_UP, []),
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "bg_BG.UTF-8", "LANG": "bg_BG.UTF-8"}, MADE_UP, []),
        ({"TZ": "America/Caracas", "LC_ALL": "C", "HOME": str(folder)}, project, []),
        ({"LC_NUMERIC": "de_DE.UTF-8", "COLUMNS": "40", "NO_COLOR": "1"}, project, ["taskset", "-c", "0"]),
    ]
    asked = {
        "table.txt": ["report"], "report.json": ["report", "--by", "agency"], "report.xlsx": ["report"],
        "ledger.csv": ["ledger"], "sureness.json": ["sensitivity", "--draws", "500"],
        "changes.json": ["compare", "2016", "2017"], "years.svg": ["chart", "years"], "tornado.png": ["chart", "tornado"],
        "review": ["review"],
    }
    for name, arguments in asked.items():
        found = set()
        for number, (environment, of, before) in enumerate(others):
            path = folder / f"{number}-{name}"
            command = [*before, PROGRAM, "--project", of, *arguments, "-q", "-o", path]
            done = subprocess.run(command, env={**own, **environment}, cwd=of, capture_output=True, text=True)
            assert done.returncode == 0, (arguments, done.stderr)
            found.add(content(path))
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        assert len(found) == 1, f"{arguments}: {len(found)} different outputs"
    return f"{len(asked)} commands, the same bytes in {len(others)} surroundings"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        project = write_project(folder / "project")
        of = ["--project", str(project)]
        print(interrupted(folder, "ledger", [*of, "ledger"], "ledger.csv"))
        print(interrupted(folder, "workbook", [*of, "report"], "report.xlsx"))
        print(interrupted(folder, "chart", [*of, "chart", "years"], "years.png"))
        print(interrupted(folder, "charts", ["--project", str(MADE_UP), "chart", "--all"], "charts"))
        print(interrupted(folder, "request", ["--project", str(MADE_UP), "request", "--year", "2017"], "request"))
        print(everywhere(folder))
        print(beside_each_other(folder, project))


if __name__ == "__main__":
    main()
