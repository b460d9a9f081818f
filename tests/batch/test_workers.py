"""Several inputs side by side: an interrupted run begins nothing more, and a killed one leaves no worker behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli.codes import INTERRUPTED
from samples import SMALL

MANY = 12
PATIENCE = 30
PROC = Path("/proc")


def begun(folder: Path) -> subprocess.Popen[str]:
    """A run over many inputs, two at once, when the first is built. It has a group of its own, as in a terminal."""
    for number in range(MANY):
        (folder / f"a{number}.yaml").write_text(SMALL, "utf-8")
    command = [sys.executable, "-m", "reportgen", "build", *sorted(map(str, folder.glob("*.yaml"))), "--jobs", "2"]
    run = subprocess.Popen(
        [*command, "-o", str(folder / "outputs")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    wait_until(lambda: bool(built(folder)))
    return run


def built(folder: Path) -> list[Path]:
    return list((folder / "outputs").glob("a*"))


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        os.sched_yield()


def of_group(group: int) -> list[str]:
    """The processes that are left of a group."""
    stats = [file.read_text().rpartition(")")[2].split() for file in PROC.glob("[0-9]*/stat") if file.exists()]
    return [stat[0] for stat in stats if stat[2] == str(group) and stat[0] != "Z"]


def test_an_interrupt_stops_the_queue(tmp_path: Path) -> None:
    run = begun(tmp_path)
    os.killpg(run.pid, signal.SIGINT)
    run.communicate(timeout=PATIENCE)
    assert run.returncode == INTERRUPTED
    assert len(built(tmp_path)) < MANY


@pytest.mark.skipif(not PROC.exists(), reason="no /proc")
def test_workers_die_with_their_parent(tmp_path: Path) -> None:
    run = begun(tmp_path)
    run.kill()
    run.communicate(timeout=PATIENCE)  # ends when nobody holds the pipe
    wait_until(lambda: not of_group(run.pid))
    assert len(built(tmp_path)) < MANY
