"""What building many inputs took: as JSON for machines, as a page for people. Failures first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

from reportgen import __version__
from reportgen.batch.task import Done
from reportgen.problems import Problem
from reportgen.problems.catalog import message
from reportgen.problems.show import as_records, harmless

STATES = FAILED, BUILT, UNCHANGED = "failed", "built", "unchanged"
MEBIBYTE = 1024 * 1024
STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding-bottom: .5rem }
th, td { border-bottom: 1px solid #8888; padding: .35rem .6rem; text-align: left; vertical-align: top }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
ul { margin: 0; padding-left: 1.2rem }
.failed th { border-left: .4rem solid #c62828 }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } }
"""

Say = Callable[..., str]
"""The words of the page by their key, in its language."""


def state(done: Done) -> str:
    """One of `STATES`."""
    if done.outcome.failed:
        return FAILED
    return UNCHANGED if done.outcome.unchanged else BUILT


def as_json(all_done: Sequence[Done], seconds: float, lang: str) -> str:
    """The report for machines. `seconds` is what all took together."""
    record = {
        "reportgen": __version__,
        "seconds": round(seconds, 3),
        **{name: sum(state(done) == name for done in all_done) for name in STATES},
        "inputs": [_entry(done, lang) for done in _ordered(all_done)],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _ordered(all_done: Sequence[Done]) -> list[Done]:
    return sorted(all_done, key=lambda done: (STATES.index(state(done)), done.task.input))


def _entry(done: Done, lang: str) -> dict[str, Any]:
    return {
        "input": done.task.input,
        "state": state(done),
        "files": len(done.outcome.files),
        "kept": len(done.outcome.kept),
        "seconds": round(done.seconds, 3),
        "memory_bytes": done.memory,
        "tries": done.tries,
        "problems": as_records(done.outcome.problems, lang),
    }


def as_page(all_done: Sequence[Done], seconds: float, lang: str, say: Say) -> str:
    """The report for people, a page that needs nothing from elsewhere and runs nothing."""
    title = escape(say("batch title"))
    counts = {name: sum(state(done) == name for done in all_done) for name in STATES}
    caption = escape(say("batch summary", seconds=round(seconds), **counts))
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in say("batch columns").split("|"))
    rows = "\n".join(line for done in _ordered(all_done) for line in _row(done, lang, say))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{head}<style>{STYLE}</style></head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n<table>\n<caption>{caption}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _row(done: Done, lang: str, say: Say) -> Iterator[str]:
    memory = f"{done.memory / MEBIBYTE:.0f} MiB" if done.memory else ""
    yield f'<tr class="{state(done)}"><th scope="row">{escape(harmless(done.task.input))}</th>'
    yield f"<td>{escape(say(f'batch {state(done)}'))}</td>"
    for text in (str(len(done.outcome.files)), _seconds(done.seconds, lang), memory):
        yield f'<td class="number">{escape(text)}</td>'
    told = "".join(f"<li>{escape(_line(problem, lang))}</li>" for problem in done.outcome.problems)
    yield f"<td>{f'<ul>{told}</ul>' if told else ''}</td></tr>"


def _line(problem: Problem, lang: str) -> str:
    at = f"{problem.place.line}: " if problem.place.line else ""
    return harmless(f"{at}{problem.code} {message(problem, lang)}")


def _seconds(seconds: float, lang: str) -> str:
    text = f"{seconds:.1f} s"
    return text.replace(".", ",") if lang == "vi" else text
