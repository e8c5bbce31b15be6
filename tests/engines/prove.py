#!/usr/bin/env python3
"""Proves the SQL of `thb-cost reduce --sql` on real engines.

    python prove.py BINARY

A file of payments is reduced by DuckDB, by Spark in local mode and by PostgreSQL; each result is fed back to thb-cost and must
give the ledger and the report of the file itself, byte for byte. A bad amount must stop every engine with its text. So must
each of the shapes of `shapes.py`, which say the keys of a dialect one by one. Trino's statement, and all others, must be read
by a parser of their dialects. Every line printed is one thing proved; the first
difference ends the run with an error.
"""

import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import psycopg
import sqlglot

from shapes import SHAPES, Shape

BINARY = str(Path(sys.argv[1]).resolve())
ROWS = 20_000
LINES = ["Полиция, обществен ред", "Борба с организираната  престъпност", 'Shelter "Hope", Varna', "A\u00a0b\u2003c", " Court's fees "]
HEADER = ["Година", "Сума", "Показател", "agency", "area", "phase", "note"]
MANIFEST = """[project]
title = "Payments"
currency = "BGN"
[inputs]
agencies = "{file}"
[[dialect]]
files = "payments*.csv"
delimiter = ";"
decimal = ","
group = " "
columns = {{ year = "Година", amount = "Сума", line = "Показател" }}
"""


def amount(draw: random.Random) -> str:
    """An amount as a Bulgarian export has it, sometimes blank or negative."""
    if draw.random() < 0.01:
        return ""
    whole, fraction = divmod(draw.randrange(0, 10 ** draw.choice((3, 6, 9))), 100)
    text = f"{whole:,}".replace(",", " ") + draw.choice((f",{fraction:02d}", f",{fraction // 10}", ""))
    return f"-{text}" if draw.random() < 0.05 else text


def write_payments(path: Path, bad: str | None = None) -> None:
    """The file, its last amount replaced where a bad one is wanted."""
    draw = random.Random(7)
    quoted = lambda text: '"' + text.replace('"', '""') + '"'
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(";".join(HEADER) + "\n")
        for row in range(ROWS):
            value = bad if bad is not None and row == ROWS - 1 else amount(draw)
            cells = [str(draw.randrange(2014, 2018)), value, quoted(draw.choice(LINES)), draw.choice(("MoI", " MoI ", "MLSP")),
                     draw.choice(("", "prosecution")), draw.choice(("", "executed", "approved")), draw.choice(("", "part one", "Част"))]
            out.write(";".join(cells) + "\n")


def thb(folder: Path, *args: str) -> str:
    """What the program prints in a folder."""
    done = subprocess.run([BINARY, *args, "--quiet"], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"thb-cost {' '.join(args)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def same_report(folder: Path, result: Path, engine: str) -> None:
    """The result, as an input, gives what the file gives."""
    for command in (["ledger", "--format", "csv"], ["report"], ["report", "--by", "line", "--format", "csv"]):
        if thb(folder, *command) != thb(folder, *command, "--agencies", str(result)):
            raise SystemExit(f"{engine}: {' '.join(command)} of its result differs from that of the file")
    print(f"{engine}: ledger and report of its result are those of the file, byte for byte")


def must_fail(engine: str, run, text: str) -> None:
    """The statement stops, and its message has the bad text."""
    try:
        run()
    except Exception as error:  # Each engine has its own kinds.
        if text not in str(error):
            raise SystemExit(f"{engine}: stopped, but without naming {text}: {error}") from error
        print(f"{engine}: a bad amount stops it with its text")
        return
    raise SystemExit(f"{engine}: a bad amount was taken")


def statement(folder: Path, engine: str, table: str | None = None) -> str:
    """The statement for the file of the folder."""
    return thb(folder, "reduce", "--sql", engine, *(["--table", table] if table else []))


def copied(sql: str, out: Path) -> str:
    """DuckDB's copy of a statement to a CSV file."""
    return f"COPY ({sql}) TO '{out}' (HEADER)"


def write_shape(shape: Shape, work: Path) -> Path:
    """The project of a shape."""
    folder = Path(tempfile.mkdtemp(dir=work))
    folder.chmod(0o755)
    (folder / shape.file).write_text(shape.text, encoding="utf-8")
    counted = '[[dialect]]\nfiles = "result.csv"\ntotals = "count"\n'
    (folder / "thb-cost.toml").write_text(
        f'[project]\ntitle = "Shape"\n[inputs]\nagencies = "{shape.file}"\n[[dialect]]\nfiles = "{shape.file}"\n'
        f'delimiter = "{shape.delimiter}"\n{shape.dialect}\n{counted}', encoding="utf-8")
    return folder


def table_of(shape: Shape) -> list[list[str]]:
    """The rows of a shape as a table has them."""
    lines = shape.text.splitlines(keepends=True)[shape.top:]
    rows = csv.reader(lines, delimiter=shape.delimiter)
    return [row + [""] * (len(shape.names) - len(row)) for row in rows]


def prove_shapes(engine: str, work: Path, reduce) -> None:
    """Each shape gives the ledger that the file gives, or stops with the text that is at fault. `reduce` takes a shape, its
    folder and the file for the result."""
    for shape in SHAPES:
        folder = write_shape(shape, work)
        result = folder / "result.csv"
        if shape.stops:
            try:
                reduce(shape, folder, result)
            except Exception as error:  # Each engine has its own kinds.
                if shape.stops not in str(error):
                    raise SystemExit(f"{engine}: {shape.name}: stopped without naming {shape.stops}: {error}") from error
                continue
            raise SystemExit(f"{engine}: {shape.name}: {shape.stops} was taken")
        reduce(shape, folder, result)
        own, back = (thb(folder, "ledger", "--format", "csv", *more) for more in ([], ["--agencies", "result.csv"]))
        if own != back:
            raise SystemExit(f"{engine}: {shape.name}: the ledger of its result differs from that of the file:\n{own}\n{back}")
    print(f"{engine}: {len(SHAPES)} shapes of files give the ledger of the file, or stop with the text at fault")


def prove_duckdb(good: Path, bad: Path) -> None:
    result = good / "duckdb.csv"
    os.chdir(good)
    duckdb.connect().execute(copied(statement(good, "duckdb"), result))
    same_report(good, result, "duckdb")
    os.chdir(bad)
    must_fail("duckdb", lambda: duckdb.connect().execute(copied(statement(bad, "duckdb"), bad / "x.csv")), "12x,00")

    def reduce(_: Shape, folder: Path, result: Path) -> None:
        os.chdir(folder)
        duckdb.connect().execute(copied(statement(folder, "duckdb"), result))

    prove_shapes("duckdb", good.parent, reduce)
    os.chdir(good)


def prove_spark(good: Path, bad: Path) -> None:
    from pyspark.sql import SparkSession

    spark = (SparkSession.builder.master("local[2]").appName("prove").config("spark.ui.enabled", "false")
             .config("spark.sql.shuffle.partitions", "2").config("spark.driver.host", "127.0.0.1").getOrCreate())
    spark.sparkContext.setLogLevel("OFF")

    def rows(folder: Path):
        options = "header 'true', delimiter ';', escape '\"', multiLine 'true', mode 'FAILFAST'"
        spark.sql(f"CREATE OR REPLACE TEMPORARY VIEW payments USING csv OPTIONS (path '{folder / 'payments.csv'}', {options})")
        return spark.sql(statement(folder, "spark", "payments")).collect()

    def write(found: list, result: Path) -> None:
        with result.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(found[0].asDict().keys())
            writer.writerows(["" if cell is None else str(cell) for cell in row] for row in found)

    result = good / "spark.csv"
    write(rows(good), result)
    same_report(good, result, "spark")
    must_fail("spark", lambda: rows(bad), "12x,00")

    def reduce(shape: Shape, folder: Path, result: Path) -> None:
        names = [f"`{name}` string" for name in shape.names]
        spark.createDataFrame(table_of(shape), ", ".join(names)).createOrReplaceTempView("shape")
        write(spark.sql(statement(folder, "spark", "shape")).collect(), result)

    prove_shapes("spark", good.parent, reduce)
    spark.stop()


def prove_postgres(good: Path, bad: Path, work: Path) -> None:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        raise SystemExit("postgres: no server under /usr/lib/postgresql; install the package postgresql")
    home = work / "postgres"
    home.mkdir()
    if os.geteuid() == 0:
        shutil.chown(home, "nobody")
        work.chmod(0o755)
    as_user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    data = home / "data"
    run = lambda *args: subprocess.run([*as_user, *args], check=True, stdout=subprocess.DEVNULL, cwd=home, timeout=60)
    run(str(programs[-1] / "initdb"), "-D", str(data), "-U", "thb", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust")
    control = str(programs[-1] / "pg_ctl")
    run(control, "-D", str(data), "-w", "-t", "60", "-l", str(home / "log"),
        "-o", f"-c listen_addresses='' -c unix_socket_directories='{home}'", "start")
    try:
        with psycopg.connect(host=str(home), user="thb", dbname="postgres", autocommit=True) as connection:
            def load(folder: Path) -> None:
                columns = ", ".join(f'"{name}" text' for name in HEADER)
                connection.execute(f"DROP TABLE IF EXISTS payments; CREATE TABLE payments ({columns})")
                with connection.cursor().copy("COPY payments FROM STDIN (FORMAT csv, HEADER, DELIMITER ';')") as copy:
                    copy.write((folder / "payments.csv").read_bytes())

            def reduce(folder: Path, result: Path) -> None:
                load(folder)
                with result.open("wb") as out, connection.cursor().copy(
                        f"COPY ({statement(folder, 'postgres', 'payments')}) TO STDOUT (FORMAT csv, HEADER)") as copy:
                    for block in copy:
                        out.write(block)

            result = good / "postgres.csv"
            reduce(good, result)
            same_report(good, result, "postgres")
            must_fail("postgres", lambda: reduce(bad, bad / "x.csv"), "12x,00")

            def reduce_shape(shape: Shape, folder: Path, result: Path) -> None:
                columns = ", ".join(f'"{name}" text' for name in shape.names)
                connection.execute(f"DROP TABLE IF EXISTS shape; CREATE TABLE shape ({columns})")
                places = ", ".join("%s" for _ in shape.names)
                with connection.cursor() as cursor:
                    cursor.executemany(f"INSERT INTO shape VALUES ({places})", table_of(shape))
                with result.open("wb") as out, connection.cursor().copy(
                        f"COPY ({statement(folder, 'postgres', 'shape')}) TO STDOUT (FORMAT csv, HEADER)") as copy:
                    for block in copy:
                        out.write(block)

            prove_shapes("postgres", work, reduce_shape)
    finally:
        run(control, "-D", str(data), "-m", "immediate", "stop")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        good, bad = work / "good", work / "bad"
        for project, wrong in ((good, None), (bad, "12x,00")):
            project.mkdir()
            (project / "thb-cost.toml").write_text(MANIFEST.format(file="payments.csv"), encoding="utf-8")
            write_payments(project / "payments.csv", wrong)
        for engine in ("duckdb", "postgres", "spark", "trino"):
            sqlglot.parse_one(statement(good, engine, "payments"), read=engine, error_level=sqlglot.ErrorLevel.RAISE)
            for shape in SHAPES:
                folder = write_shape(shape, work)
                sqlglot.parse_one(statement(folder, engine, "payments"), read=engine, error_level=sqlglot.ErrorLevel.RAISE)
            print(f"{engine}: its statements are read by a parser of its dialect")
        prove_duckdb(good, bad)
        prove_postgres(good, bad, work)
        prove_spark(good, bad)


main()
