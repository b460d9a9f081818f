"""How far a run over many inputs has come: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reportgen.build import Outcome
from reportgen.cli.words import say


@contextmanager
def watched(count: int, lang: str) -> Iterator[Callable[[Outcome], None]]:
    """What is told each outcome; it shows how many there are, how many an hour, the time left, and how many failed."""
    if count == 1 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = [
        TextColumn(say("batch progress", lang)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failures]}"),
    ]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count, failures="", rate="")
        failed = 0

        def progress(outcome: Outcome) -> None:
            nonlocal failed
            failed += outcome.failed
            speed = bar.tasks[0].speed
            rate = say("batch rate", lang, count=round(speed * 3600)) if speed else ""
            failures = say("batch failures", lang, count=failed) if failed else ""
            bar.update(task, advance=1, failures=failures, rate=rate)

        yield progress
