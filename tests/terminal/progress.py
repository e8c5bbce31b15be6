#!/usr/bin/env python3
"""Looks at the progress of a long reading as somebody at a terminal does.

    python progress.py BINARY

A reading that takes over a second shows its progress on a terminal's stderr and ends; one whose stderr is no terminal says
nothing. The process is stopped for a while, so that no large file is needed to make it last, and its cells are in quotes, so
that enough of them are left to read.
"""

import os
import pty
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 3_000_000
#: Longer than the patience of the program.
STOPPED = 1.5
#: A process that has not ended by then hangs.
LIMIT = 60


def command(binary: str, folder: Path) -> list[str]:
    return [binary, "reduce", str(folder / "payments.csv"), "--as", "agencies", "--embedded", "-o", str(folder / "out.csv")]


def on_a_terminal(binary: str, folder: Path) -> bytes:
    """What is shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm"
        os.execv(binary, command(binary, folder))
    stopped(child)
    shown, deadline = b"", time.monotonic() + LIMIT
    os.set_blocking(terminal, False)
    while time.monotonic() < deadline:
        try:
            shown += os.read(terminal, 1 << 16)
        except BlockingIOError:
            pass
        except OSError:
            # The terminal is closed, as it is when the process has ended.
            pass
        if os.waitpid(child, os.WNOHANG)[0] == child:
            return shown
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    raise SystemExit(f"it did not end; it had shown {shown!r}")


def without_a_terminal(binary: str, folder: Path) -> bytes:
    """What is said."""
    process = subprocess.Popen(command(binary, folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    stopped(process.pid)
    return process.communicate(timeout=LIMIT)[0]


def stopped(process: int) -> None:
    """Stops a process that has just begun, for a while."""
    time.sleep(0.05)
    os.kill(process, signal.SIGSTOP)
    time.sleep(STOPPED)
    os.kill(process, signal.SIGCONT)


def main() -> None:
    binary = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = Path(__file__).parent.parent / "bench" / "reduce" / "payments.py"
        plain = folder / "plain.csv"
        subprocess.run([sys.executable, str(script), str(plain), "--rows", str(ROWS)], check=True)
        with plain.open(encoding="ascii") as rows, (folder / "payments.csv").open("w", encoding="ascii") as quoted:
            quoted.writelines('"' + row.rstrip().replace(",", '","') + '"\n' for row in rows)
        shown = on_a_terminal(binary, folder)
        if b"MiB" not in shown or b"left" not in shown:
            raise SystemExit(f"no progress was shown on a terminal: {shown!r}")
        if not (folder / "out.csv").exists():
            raise SystemExit("no result was written")
        print("progress: shown on a terminal, and the reading ends")
        said = without_a_terminal(binary, folder)
        if said:
            raise SystemExit(f"something was said where there is no terminal: {said!r}")
        print("progress: nothing is said where there is no terminal")


main()
