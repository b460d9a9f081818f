"""How a row of `make bench` is measured: two commands in turn, the median of their ratio; a missed bound twice."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "inputs" / "trung-vuong-2023.yaml"
KEYS = ("bao-cao", "tin-bai")
RUNS = 7

Command = Sequence[str]

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules stay compiled between runs, as on a user's machine."""


@dataclass
class Verdict:
    """The rows whose bound was missed twice."""

    missed: list[str] = field(default_factory=list)

    def hold(self, name: str, measure: Callable[[], float], bound: float | None) -> None:
        """Measure and print, once more if the bound is missed."""
        if bound is None or measure() <= bound:
            if bound is None:
                measure()
            return
        print("  missed; once more:")
        if measure() > bound:
            self.missed.append(name)


VERDICT = Verdict()


def measured(command: Command) -> tuple[float, float]:
    """Wall time in s and peak memory in MiB of one run, told by a small process that starts it: a child counts what its
    parent had in memory as its own."""
    told = subprocess.run(
        [sys.executable, str(HERE / "small.py"), *command], check=True, capture_output=True, env=ENVIRONMENT
    ).stdout
    wall, peak = json.loads(told)
    return wall, peak


def seconds(command: Command) -> float:
    """Wall time of one run."""
    return measured(command)[0]


def beside(name: str, ours: Command, theirs: Command, bound: float | None = None) -> None:
    """Print the ratio of two commands, run in turn."""

    def ratio() -> float:
        seconds(ours), seconds(theirs)
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
        return show(name, pairs, bound)

    VERDICT.hold(name, ratio, bound)


def show(name: str, pairs: Sequence[tuple[float, float]], bound: float | None) -> float:
    """A row of the table; the median ratio."""
    ratios = sorted(one / other for one, other in pairs)
    ratio = statistics.median(ratios)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    limit = f"≤ {bound:.2g}" if bound else ""
    spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
    print(f"{name:66} {mine:7.3f} s {other:7.3f} s {ratio:6.2f} {spread:>11}  {limit}", flush=True)
    return ratio


def python(*arguments: str) -> list[str]:
    """This interpreter with these arguments."""
    return [sys.executable, *arguments]


def reportgen(*arguments: str) -> list[str]:
    """The program with these arguments."""
    return python("-m", "reportgen", *arguments)


def median(work: Callable[[], object]) -> float:
    """Seconds of some work, the first time left out."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def page_count(file: Path) -> int:
    """Pages of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def bare_sheet(file: Path) -> Command:
    """Opening a workbook and going through its cells, as openpyxl does it."""
    return python("-c", f"import openpyxl; [list(s.values) for s in openpyxl.load_workbook({str(file)!r})]")
