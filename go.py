#!/usr/bin/env python3
"""Set Parley up and run it: `python3 go.py example` or `python3 go.py test`. Needs Python 3.11 or newer, nothing else.

Both set up into `.venv` beside this file: the packages are those of `uv.lock`, checked against its hashes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXAMPLE = ROOT / "examples" / "brava-talks"
STORE = ROOT / "example.db"


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must be told, not shown a traceback
        sys.exit(f"Parley needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    tasks = {"example": example, "test": test}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        sys.exit(f"usage: python3 {Path(__file__).name} example | test [pytest arguments]")
    os.chdir(ROOT)
    tasks[sys.argv[1]](sys.argv[2:])


def example(_: list[str]) -> None:
    """Set up, read the example story, print its brief."""
    set_up("--no-dev")
    STORE.unlink(missing_ok=True)
    run("parley", "add", "--store", str(STORE), str(EXAMPLE))
    run("parley", "show", "--store", str(STORE))
    print(f"\nThe record is in {STORE.name}; look at any line: .venv/bin/parley show --store {STORE.name} ID")


def test(arguments: list[str]) -> None:
    """Set up, then check everything: lint, types, layers, dependencies, tests, docs."""
    set_up("--all-extras")
    if not arguments:
        run("ruff", "check", ".")
        run("ruff", "format", "--check", ".")
        run("mypy")
        run("lint-imports")
        run("deptry", "src")
        run("sphinx-build", "-q", "-W", "-b", "html", "docs", "docs/_build/html")
    run("pytest", *(arguments or ["-n", str(min(4, os.cpu_count() or 1))]))


def set_up(*options: str) -> None:
    """Make `.venv` if it is not there and bring it to the lock file."""
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        print("making .venv …", file=sys.stderr)
        try:
            venv.create(VENV, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit("this Python has no ensurepip (on Debian: apt install python3-venv)")
    os.environ.pop("VIRTUAL_ENV", None)
    os.environ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    run("python", "-m", "pip", "install", "--quiet", "--require-hashes", "-r", "bootstrap.txt")
    print("installing what uv.lock names …", file=sys.stderr)
    sync = [BIN / "uv", "sync", "--quiet", "--frozen", "--inexact", *options]
    # Behind a firewall that re-signs traffic only the system's certificates are good, elsewhere uv's own are surer.
    if subprocess.run([*sync, "--system-certs"], check=False, stderr=subprocess.DEVNULL).returncode:
        run(*map(str, sync))


def run(command: str, *arguments: str) -> None:
    """Run a command of `.venv`; stop with its exit code if it fails."""
    done = subprocess.run([BIN / command, *arguments], check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
