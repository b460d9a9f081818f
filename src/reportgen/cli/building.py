"""`reportgen build`: several inputs side by side, each told when it is done."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, as_completed
from contextlib import closing
from pathlib import Path
from threading import Thread

import click

from reportgen.build import Outcome, Request, build
from reportgen.cli.codes import ERRORS, INTERRUPTED, exit_code
from reportgen.cli.inputs import chosen_inputs, sharing_a_name
from reportgen.cli.words import say
from reportgen.files.system import MOST_WORKERS
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_text, summary

Choice = tuple[Path, tuple[str, ...], tuple[str, ...], str, str, bool]
"""Folder for results, papers, formats, part of PDF/A, engine, whether the unchanged is built anew."""


def build_all(given: Sequence[Path], choice: Choice, jobs: int | None, lang: str) -> int:
    """Build and report; the exit code."""
    inputs = chosen_inputs(given)
    problems = inputs.problems if isinstance(inputs, Failure) else sharing_a_name(inputs)
    if problems or isinstance(inputs, Failure):
        click.echo(as_text(problems, {}, Style.on(sys.stderr, lang)), err=True)
        return ERRORS
    requests = [Request(file, *choice) for file in inputs]
    failed: list[bool] = []
    machine = False
    with closing(_outcomes(requests, jobs or os.cpu_count() or 1, lang)) as outcomes:
        for outcome in outcomes:
            _tell(outcome, lang)
            failed.append(outcome.failed)
            machine |= outcome.machine_lacks
    return exit_code(failed, machine=machine)


def _outcomes(requests: Sequence[Request], jobs: int, lang: str) -> Generator[Outcome, None, None]:
    """Each outcome as it comes. One input, or one job, is built in this process."""
    if len(requests) == 1 or jobs == 1:
        for request in requests:
            yield build(request, _progress(request, lang))
        return
    from concurrent.futures import ProcessPoolExecutor  # brings multiprocessing along

    pool = ProcessPoolExecutor(min(jobs, len(requests), MOST_WORKERS), initializer=_work_for_parent)
    try:
        futures = {pool.submit(build, request): request for request in requests}
        for future in as_completed(futures):
            yield _outcome(future, futures[future])
    finally:
        pool.shutdown(cancel_futures=True)  # after Ctrl-C what is being built is finished, the rest is not begun


def _work_for_parent() -> None:
    """A worker ends when its parent has died, however it died; Ctrl-C is for the parent alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(INTERRUPTED)


def _outcome(future: Future[Outcome], request: Request) -> Outcome:
    """The worker's outcome; a fault of the program in one worker is that input's problem, not the others'."""
    error = future.exception()
    if error is None:
        return future.result()
    problem = Problem("B913", Place(request.input), {"reason": f"{type(error).__name__}: {error}"})
    return Outcome(request.input, request.outputs / request.input.stem, (), (problem,))


def _progress(request: Request, lang: str) -> Callable[[str], None]:
    """Tells a terminal what is being made, on one line that is written over; says nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda name: click.echo(f"\r\033[K{say('making', lang, input=request.input, file=name)}", nl=False, err=True)


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
