"""`reportgen build`: one input, or several side by side, each told when it is done."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from reportgen.batch import Done, Task, in_processes, run
from reportgen.batch.places import FetchError, inputs_at
from reportgen.build import Outcome, Wish
from reportgen.cli.codes import ERRORS, MACHINE, exit_code
from reportgen.cli.inputs import chosen_inputs, sharing_a_name
from reportgen.cli.progress import watched
from reportgen.cli.words import say
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text, summary


@dataclass(frozen=True, slots=True)
class Means:
    """With what to build: how many at once (None: as many as the machine has cores), by which cluster ("" for none),
    where to report, and whether the unchanged is built anew."""

    jobs: int | None = None
    cluster: str = ""
    report: Path | None = None
    force: bool = False

    @property
    def workers(self) -> int:
        """How many inputs are built at once."""
        return self.jobs or os.cpu_count() or 1


def build_all(given: Sequence[Path | str], outputs: Path | str, wish: Wish, means: Means, lang: str) -> int:
    """Build and report; the exit code."""
    found = _inputs(given)
    problems = found.problems if isinstance(found, Failure) else sharing_a_name([Path(name) for name in found])
    if problems or isinstance(found, Failure):
        return _refuse(problems, lang)
    begun = time.perf_counter()
    all_done = _all_done([Task(name, str(outputs), wish, means.force) for name in found], means, lang)
    if isinstance(all_done, Failure):
        _refuse(all_done.problems, lang)
        return MACHINE
    outcomes = [done.outcome for done in all_done]
    code = exit_code([one.failed for one in outcomes], machine=any(one.machine_lacks for one in outcomes))
    if means.report is None:
        return code
    return _report(means.report, all_done, time.perf_counter() - begun, lang) or code


def _refuse(problems: Sequence[Problem], lang: str) -> int:
    click.echo(as_text(problems, {}, Style.on(sys.stderr, lang)), err=True)
    return ERRORS


def _inputs(given: Sequence[Path | str]) -> tuple[str, ...] | Failure:
    """The inputs that are named, each once; a folder, or an address of one, for all in it."""
    found: list[str] = []
    for place in given or (None,):
        within = _at(place) if isinstance(place, str) else chosen_inputs((place,) if place is not None else ())
        if isinstance(within, Failure):
            return within
        found += map(str, within)
    return tuple(dict.fromkeys(found))


def _at(address: str) -> tuple[str, ...] | Failure:
    try:
        return inputs_at(address) or Failure.of(Problem("B904", Place(Path(address)), {"folder": address}))
    except FetchError as error:
        values = {"input": address, "outputs": "", "reason": str(error)}
        return Failure.of(Problem("B919", Place(Path(address)), values))


def _all_done(tasks: Sequence[Task], means: Means, lang: str) -> list[Done] | Failure:
    """What came of all, told as it came; a failure where the cluster cannot be worked with."""
    all_done: list[Done] = []
    with closing(_results(tasks, means, lang)) as results, watched(len(tasks), lang) as progress:
        for result in results:
            if isinstance(result, Failure):
                return result
            if isinstance(result, Problem):
                _refuse([result], lang)
                continue
            _tell(result.outcome, lang)
            progress(result.outcome)
            all_done.append(result)
    return all_done


def _results(tasks: Sequence[Task], means: Means, lang: str) -> Generator[Done | Problem | Failure, None, None]:
    """Each outcome as it comes. One input, or one job, is built in this process."""
    if means.cluster:
        from reportgen.batch.cluster import on_cluster

        yield from on_cluster(tasks, means.cluster, means.workers)
    elif len(tasks) == 1 or means.workers == 1:
        for task in tasks:
            yield run(task, _making(task, lang))
    else:
        yield from in_processes(tasks, means.workers)


def _making(task: Task, lang: str) -> Callable[[str], None]:
    """Tells a terminal what is being made, on one line that is written over; says nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda name: click.echo(f"\r\033[K{say('making', lang, input=task.input, file=name)}", nl=False, err=True)


def _tell(outcome: Outcome, lang: str) -> None:
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    if outcome.problems:
        click.echo(as_text(outcome.problems, outcome.lines, Style.on(sys.stderr, lang)), err=True)
    if outcome.failed:
        click.echo(say("not built", lang, input=outcome.input, summary=summary(outcome.problems, lang)), err=True)
        return
    count, kept = len(outcome.files), len(outcome.kept)
    key = "unchanged" if outcome.unchanged else "built some" if kept else "built"
    told = say(key, lang, input=outcome.input, folder=outcome.folder, count=count, made=count - kept, kept=kept)
    click.echo(told)
    if outcome.unread:
        click.echo(say("unread", lang, input=outcome.input, count=outcome.unread), err=True)


def _report(file: Path, all_done: Sequence[Done], seconds: float, lang: str) -> int:
    """Write the report; 0, or the exit code of a file that cannot be written."""
    from reportgen.batch.report import as_json, as_page

    if file.suffix == ".json":
        text = as_json(all_done, seconds, lang)
    else:
        text = as_page(all_done, seconds, lang, lambda key, **values: say(key, lang, **values))
    try:
        replace_file(file, text.encode())
    except OSError as error:
        values = {"file": str(file), "reason": error.strerror or str(error)}
        return _refuse([Problem("B922", Place(file), values)], lang)
    return 0
