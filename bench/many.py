"""`make scale`: what it takes to build a province's units, and what follows for the country's.

Measured: generated units with different figures and reports of twelve pages, by one process and by two; their memory;
how long it takes when three of two hundred have changed; what Dask's scheduler costs a task; that a killed worker costs
nothing that is finished. Reckoned from it: 3,321 units on machines that nobody here has.
"""

from __future__ import annotations

import argparse
import heapq
import os
import random
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from inputs import large_input

from reportgen.batch import Done, Task, in_processes
from reportgen.batch.report import state
from reportgen.build import Wish

UNITS = 1000
SECTIONS = 13
"""Makes a report of twelve pages."""
COUNTRY = 3321
"""Communes, wards and special zones since July 2025."""
CORES = (2, 16, 64)
SETTLED = 100
"""Units after which a worker's memory should stay as it is."""
CHANGED, OF = 3, 200
TRIVIAL = 10_000
EFFICIENCY, GROWTH, SHARE = 0.9, 1.05, 0.05
"""Bounds: of two workers; of memory after the first hundred units; of the time when three of 200 have changed."""


def main() -> int:
    """Measure, print, and end with 1 where a bound is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--units", type=int, default=UNITS)
    asked.add_argument("--engine", default="typst")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        return Scale(Path(folder), given.units, given.engine).measured()


class Scale:
    """The measurements, in a folder of their own."""

    def __init__(self, folder: Path, units: int, engine: str) -> None:
        self.folder, self.wish = folder, Wish(("bao-cao",), engine=engine)
        self.inputs = [self.unit(number) for number in range(units)]
        self.missed: list[str] = []

    def unit(self, number: int) -> str:
        """An input like no other: its figures are its own."""
        file = self.folder / f"xa-{number:04d}.yaml"
        text = large_input(SECTIONS).replace("phường Minh Họa", f"phường Minh {self.name(number)}")
        file.write_text(text.replace(".050 triệu", f".{50 + number % 40:03d} triệu"), "utf-8")
        return str(file)

    @staticmethod
    def name(number: int) -> str:
        """A name without figures."""
        return "".join("abcdefghij"[int(digit)] for digit in str(number)).title()

    def hold(self, name: str, value: float, bound: float, *, least: bool = False) -> None:
        """Print a value beside its bound."""
        right = value >= bound if least else value <= bound
        print(f"{name:60} {value:8.3f}   {'≥' if least else '≤'} {bound}{'' if right else '   MISSED'}", flush=True)
        if not right:
            self.missed.append(name)

    def built(self, inputs: Sequence[str], jobs: int, place: str, wish: Wish | None = None) -> tuple[list[Done], float]:
        """What came of these, and the seconds that it took."""
        begun = time.perf_counter()
        tasks = [Task(file, str(self.folder / place), wish or self.wish) for file in inputs]
        all_done = list(in_processes(tasks, jobs))
        return all_done, time.perf_counter() - begun

    def measured(self) -> int:
        """All of it."""
        some = self.inputs[: max(SETTLED, len(self.inputs) // 4)]
        print(f"{'workers':>8} {'units':>7} {'seconds':>9} {'units/hour':>11} {'median':>8} {'memory':>9}")
        one = self.row(1, some)
        two = self.row(2, self.inputs)
        self.hold("two workers / twice one worker", two / (2 * one), EFFICIENCY, least=True)
        self.unchanged()
        self.killed()
        overhead = self.trivial()
        self.country(overhead)
        return 1 if self.missed else 0

    def row(self, jobs: int, inputs: Sequence[str]) -> float:
        """Build these anew, print, and give the units an hour."""
        all_done, seconds = self.built(inputs, jobs, f"by-{jobs}")
        assert {state(done) for done in all_done} == {"built"}
        self.times = [done.seconds for done in all_done]
        memory = [done.memory / 2**20 for done in all_done]
        rate = 3600 * len(inputs) / seconds
        middle = statistics.median(self.times)
        print(f"{jobs:8} {len(inputs):7} {seconds:9.1f} {rate:11.0f} {middle:8.3f} {max(memory):5.0f} MiB", flush=True)
        settled = memory[SETTLED * jobs // 2 :]
        if len(settled) > SETTLED:
            tenth = len(settled) // 10
            grown = statistics.median(settled[-tenth:]) / statistics.median(settled[:tenth])
            self.hold(f"memory of {jobs} at the end / after {SETTLED} units", grown, GROWTH)
        return rate

    def unchanged(self) -> None:
        """Three of two hundred have changed."""
        inputs, whole = self.inputs[:OF], Wish(engine=self.wish.engine)
        _, full = self.built(inputs, 2, "all", whole)
        for file in random.Random(1).sample(inputs, min(CHANGED, len(inputs))):
            path = Path(file)
            path.write_text(path.read_text("utf-8").replace("phường Minh", "phường Tân"), "utf-8")
        again, less = self.built(inputs, 2, "all", whole)
        print(f"{len(inputs)} units: {full:.1f} s; {CHANGED} of them changed: {less:.1f} s", flush=True)
        assert sum(state(done) == "built" for done in again) == min(CHANGED, len(inputs))
        self.hold("three of 200 changed / all built", less / full, SHARE)

    def killed(self) -> None:
        """A worker is killed in the middle; then the run is made once more."""
        inputs = self.inputs[:40]
        threading.Timer(3.0, _kill_a_worker).start()
        first, _ = self.built(inputs, 2, "killed")
        again, _ = self.built(inputs, 2, "killed")
        tried = sum(done.tries > 1 for done in first)
        print(
            f"a worker killed: {sum(not done.outcome.failed for done in first)} of {len(inputs)} built, {tried} twice"
        )
        assert not any(done.outcome.failed for done in (*first, *again))

    def trivial(self) -> float:
        """Seconds that Dask takes for a task that does nothing."""
        from distributed import Client, LocalCluster

        with (
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
            Client(cluster) as client,
        ):
            client.gather(client.map(_nothing, range(100), pure=False))
            begun = time.perf_counter()
            client.gather(client.map(_nothing, range(TRIVIAL), pure=False))
            took = time.perf_counter() - begun
        print(f"{TRIVIAL} trivial tasks by Dask: {took:.1f} s, {1000 * took / TRIVIAL:.2f} ms each", flush=True)
        return took / TRIVIAL

    def country(self, overhead: float) -> None:
        """The country's units on more cores: each goes to the core that is free first, the scheduler hands them out one
        after another."""
        drawn = random.Random(1).choices(self.times, k=COUNTRY)
        print(f"{COUNTRY} units: {'cores':>8} {'minutes':>9} {'busy':>7} {'core hours':>11}")
        for cores in CORES:
            free = [0.0] * cores
            for number, took in enumerate(drawn):
                begun = max(heapq.heappop(free), number * overhead)
                heapq.heappush(free, begun + took)
            end = max(free)
            busy = sum(drawn) / (cores * end)
            print(f"{'':14} {cores:8} {end / 60:9.1f} {busy:6.0%} {cores * end / 3600:11.2f}", flush=True)


def _nothing(number: int) -> int:
    return number


def _kill_a_worker() -> None:
    """Ends a process that builds, as the system does that has no memory left."""
    own = str(os.getpid())
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, parent = entry.parent.name, entry.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        parents[pid] = parent
    below = [pid for pid, parent in parents.items() if parents.get(parent) == own]
    if below:
        os.kill(int(below[0]), signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
