"""The crates that the program is built from: their licences, the notice that goes with it, and known advisories.

    python3 packaging/dependencies.py            checks all three; what the gate runs
    python3 packaging/dependencies.py --write    writes NOTICE anew

Looked at are the crates that Cargo builds into the program on Linux, not those of tests. `licences.txt` holds the licences
that are taken; `advisories.csv` is a copy of what the RustSec database knew of crates near these in autumn 2026, by the versions
from which and to which it holds, since the check needs no network. `accepted` says why one of them is no fault here.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
TYPEFACE = ROOT / "src/render/chart/scene/typeface"
TARGET = "x86_64-unknown-linux-gnu"
RULE = "=" * 100


def crates() -> list[dict]:
    """Crates built into the program, its own left out."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    seen, waiting = set(), [metadata["resolve"]["root"]]
    while waiting:
        crate = waiting.pop()
        if crate in seen:
            continue
        seen.add(crate)
        for dependency in nodes[crate]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])
    seen.discard(metadata["resolve"]["root"])
    return sorted((packages[crate] for crate in seen), key=lambda package: (package["name"], package["version"]))


def alternatives(expression: str) -> list[set[str]]:
    """The sets of licences, any of which is enough. `/` is an old way to write OR."""
    expression = expression.replace("/", " OR ")
    tokens = re.findall(r"\(|\)|OR|AND|[\w.+-]+(?: WITH [\w.-]+)?", expression)

    def choice() -> list[set[str]]:
        found = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            found = found + both()
        return found

    def both() -> list[set[str]]:
        found = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            other = one()
            found = [a | b for a in found for b in other]
        return found

    def one() -> list[set[str]]:
        token = tokens.pop(0)
        if token == "(":
            found = choice()
            tokens.pop(0)
            return found
        return [{token}]

    return choice()


def texts(package: dict) -> dict[str, str]:
    """Texts of licences and notices that a crate brings along, and of what it brings along in turn, by name."""
    folder = Path(package["manifest_path"]).parent
    names = re.compile(r"(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|UNLICENSE)", re.IGNORECASE)
    files = sorted(file for file in folder.rglob("*") if file.is_file() and names.match(file.name))
    return {str(file.relative_to(folder)): file.read_text(errors="replace").strip() for file in files}


def notice(packages: list[dict]) -> str:
    """What goes with the program: who wrote what of it, under which terms."""
    out = ["thb-cost is under the MIT licence or the Apache License 2.0, whichever you like: LICENSE-MIT, LICENSE-APACHE.",
           "It holds the typeface and the crates below, each under its own terms.", "", RULE,
           "Noto Sans (src/render/chart/scene/typeface)", RULE, "", (TYPEFACE / "OFL.txt").read_text().strip(), "",
           RULE, "Crates", RULE, ""]
    out += [f"{package['name']} {package['version']}: {package['license']}" for package in packages]
    by_text: dict[str, list[str]] = {}
    for package in packages:
        for name, text in texts(package).items():
            if "Apache" in name.upper().title() and "NOTICE" not in name.upper():
                continue
            users = by_text.setdefault(text, [])
            if package["name"] not in users:
                users.append(package["name"])
    for text, users in sorted(by_text.items(), key=lambda item: item[1]):
        if "Apache License" in text and "Version 2.0, January 2004" in text and len(text) > 9_000:
            continue
        out += ["", RULE, ", ".join(users), RULE, "", text]
    lines = [line.rstrip() for line in "\n".join(out).splitlines()]
    return "\n".join(lines) + "\n"


def version(text: str) -> tuple[int, ...]:
    """A version as numbers."""
    return tuple(int(part) for part in re.match(r"\d+(?:\.\d+)*", text).group().split("."))


def advised() -> list[str]:
    """Crates of the lock file, tests' too, of which something is known."""
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    faults = []
    with (HERE / "advisories.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            for crate in lock:
                if crate["name"] != row["crate"]:
                    continue
                at = version(crate["version"])
                mended = row["patched"] and at >= version(row["patched"])
                if at < version(row["from"]) or mended or row["accepted"]:
                    continue
                faults.append(f"{crate['name']} {crate['version']}: {row['id']}, {row['what']}")
    return faults


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks licences, notice and advisories of the crates.")
    parser.add_argument("--write", action="store_true", help="write NOTICE anew")
    args = parser.parse_args()
    packages = crates()
    taken = set((HERE / "licences.txt").read_text().split("\n")) - {""}
    faults = [f"{package['name']}: the licence {package['license']} is not in packaging/licences.txt" for package in packages
              if not package["license"] or not any(terms <= taken for terms in alternatives(package["license"]))]
    faults += advised()
    text = notice(packages)
    target = ROOT / "NOTICE"
    if args.write:
        target.write_text(text)
    elif not target.exists() or target.read_text() != text:
        faults.append("NOTICE is not that of these crates: python3 packaging/dependencies.py --write")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(packages)} crates, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
