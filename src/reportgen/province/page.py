"""Who has sent what, as a page for the wall and for the screen. It needs nothing from elsewhere and runs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from reportgen.problems import Severity
from reportgen.problems.show import harmless
from reportgen.province.arrivals import Arrival, Arrivals, State, kind, tally

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --line: #8a8a8a; --head: #eef1f5;
  --good: #0b5d1e; --late: #9b1c1c; --mend: #7a4a00 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #ececec; --line: #6d727a; --head: #24282f;
    --good: #7fd694; --late: #ff9d94; --mend: #f0c063 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.45 "Times New Roman", Tinos, "Liberation Serif", serif }
h1 { font-size: 1.5rem; text-align: center; margin: 0 0 .8rem; text-transform: uppercase; text-wrap: balance }
dl { display: flex; flex-wrap: wrap; gap: .6rem; margin: 0 0 1.2rem; padding: 0 }
dl div { flex: 1 1 9rem; border: 1px solid var(--line); padding: .4rem .7rem; text-align: center }
dt { font-size: .95rem }
dd { margin: 0; font-size: 1.7rem; font-weight: bold }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding: 0 0 .4rem; font-style: italic }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; vertical-align: top; text-align: left }
thead th { background: var(--head); text-align: center; vertical-align: middle }
tbody th { font-weight: normal }
.number { text-align: right; white-space: nowrap }
.file { overflow-wrap: anywhere; min-width: 8em }
.state { font-weight: bold; white-space: nowrap }
.good .state, dl .good { color: var(--good) }
.absent .state, dl .late { color: var(--late) }
.mend .state, dl .mend { color: var(--mend) }
@page { size: A4; margin: 15mm 12mm }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --line: #555; --head: #eee;
    --good: #0b5d1e; --late: #9b1c1c; --mend: #7a4a00 }
  body { max-width: none; padding: 0; font-size: 11pt }
  .wide { overflow: visible }
  thead { display: table-header-group }
  tr { break-inside: avoid } }
"""
MARKS = {State.GOOD: "✓", State.CONTRADICTS: "✓", State.ABSENT: "✗"}
"""What stands before a state's words, so that colour alone says nothing; a mending one has `!`."""

Say = Callable[..., str]
"""The words of the page by their key, in its language."""


def page(found: Arrivals, lang: str, say: Say) -> str:
    """The page as HTML."""
    title = escape(say("collect title", year=found.year))
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style>"
    )
    body = "\n".join((f"<h1>{title}</h1>", *_counts(found, say), *_table(found, say)))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{head}</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _counts(found: Arrivals, say: Say) -> Iterator[str]:
    counts = tally(found)
    shown = (("good", "good"), ("mend", "mend"), ("absent", "late"))
    yield "<dl>"
    for wanted, style in shown:
        words = escape(say(f"collect count {wanted}"))
        yield f'<div><dt>{words}</dt><dd class="{style}">{counts[wanted]}</dd></div>'
    yield f"<div><dt>{escape(say('collect count all'))}</dt><dd>{sum(counts.values())}</dd></div>"
    yield "</dl>"


def heads(say: Say) -> tuple[str, ...]:
    """The columns' names."""
    return tuple(say(f"collect column {name}") for name in ("unit", "state", "errors", "warnings", "archive", "file"))


def cells(one: Arrival, say: Say) -> tuple[str, ...]:
    """A unit's cells under them."""
    if one.file is None:
        return (one.unit, say(f"collect {one.state}"), "", "", "", "")
    counts = (one.count(Severity.ERROR), one.count(Severity.WARNING), one.contradictions)
    return (one.unit, say(f"collect {one.state}"), *(str(count) if count else "" for count in counts), one.file.name)


def _table(found: Arrivals, say: Say) -> Iterator[str]:
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(say("collect caption"))}">'
    yield f"<table><caption>{escape(say('collect caption'))}</caption>"
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in (say("collect column number"), *heads(say)))
    yield f"<thead><tr>{columns}</tr></thead>"
    yield "<tbody>"
    for number, one in enumerate(found.units, 1):
        unit, state, errors, warnings, archive, file = (escape(harmless(cell)) for cell in cells(one, say))
        mark = MARKS.get(one.state, "!")
        numbers = "".join(f'<td class="number">{count}</td>' for count in (errors, warnings, archive))
        yield (
            f'<tr class="{kind(one)}"><td class="number">{number}</td><th scope="row">{unit}</th>'
            f'<td class="state"><span aria-hidden="true">{mark}</span> {state}</td>'
            f'{numbers}<td class="file">{file}</td></tr>'
        )
    yield "</tbody></table>"
    yield "</div>"
