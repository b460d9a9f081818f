"""One input of many: what is to be done, what came of it, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.batch.places import is_address, work_at
from reportgen.build import Outcome, Request, Wish, build
from reportgen.build.sources import tools
from reportgen.files.system import give_back, resident
from reportgen.layout.standards import choose
from reportgen.names.organs import STATE
from reportgen.problems import Failure, Place, Problem
from reportgen.writers.engines import engine_for


@dataclass(frozen=True, slots=True)
class Task:
    """An input and where its papers go: paths, or addresses that fsspec knows. `force` as in `Request`."""

    input: str
    outputs: str
    wish: Wish = field(default_factory=Wish)
    force: bool = False

    @property
    def file(self) -> Path:
        """The input's name as problems have it."""
        return Path(self.input.rpartition("/")[2] if is_address(self.input) else self.input)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task. `seconds` it took, `memory` that its process had afterwards, in bytes; 0 for what is not
    known. `tries`: how many processes were put to it."""

    task: Task
    outcome: Outcome
    seconds: float = 0.0
    memory: int = 0
    tries: int = 1


def run(task: Task, told: Callable[[str], None] = lambda _: None) -> Done:
    """Do it in this process."""
    begun = time.perf_counter()
    if is_address(task.input) or is_address(task.outputs):
        outcome = work_at(task.input, task.outputs, task.wish, force=task.force)
    else:
        wish = task.wish
        where = Path(task.input), Path(task.outputs)
        request = Request(*where, wish.papers, wish.formats, wish.pdfa, wish.engine, task.force)
        outcome = build(request, told)
    seconds = time.perf_counter() - begun
    give_back()
    return Done(task, outcome, seconds, resident())


def warm() -> None:
    """Load what every input needs: the engine that lays out pages, its fonts, the digests of program and libraries."""
    tools()
    engine = engine_for("", Path())
    if not isinstance(engine, Failure):
        engine[0].has_font(choose(STATE, None))


def failed(task: Task, code: str, reason: str, tries: int = 1) -> Done:
    """What came of a task that no process could bring to its end."""
    problem = Problem(code, Place(task.file), {"reason": reason, "tries": str(tries)})
    folder = Path(task.outputs) / task.file.stem
    return Done(task, Outcome(task.file, folder, (), (problem,)), tries=tries)
