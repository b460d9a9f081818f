"""What was found, as one page to read and to print: file by file, each finding with its sentence and the figure marked.

The page needs nothing from elsewhere and runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from reportgen.problems.catalog import hint, message, severity
from reportgen.problems.show import harmless
from reportgen.proofread.inspection import Mark, Proofread

STYLE = """
body { font: 1rem/1.5 "Times New Roman", Tinos, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
li { margin: 0 0 1.2rem; break-inside: avoid }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid #999 }
mark { background: #ffeb3b; padding: 0 .1em }
.error > p:first-child { color: #a00000 }
p { margin: .2rem 0 }
"""
AROUND = 160
"""Letters that are shown on either side of a figure."""

Say = Callable[[str], str]
"""The words of the page by their key, in its language."""


def page(found: Sequence[Proofread], lang: str, say: Say) -> str:
    """The page as HTML."""
    title = escape(say("proofread title"))
    body = "\n".join(line for one in found for line in _file(one, lang, say))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{head}<style>{STYLE}</style></head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _file(found: Proofread, lang: str, say: Say) -> Iterator[str]:
    yield f"<h2>{escape(harmless(str(found.file)))}</h2>"
    if not found.marks:
        yield f"<p>{escape(say('proofread nothing'))}</p>"
        return
    yield "<ol>"
    for mark in found.marks:
        yield f'<li class="{severity(mark.problem.code)}">'
        yield f"<p><strong>{mark.problem.code}</strong> {escape(harmless(message(mark.problem, lang)))}</p>"
        if mark.quote:
            yield f"<blockquote>{_quoted(mark)}</blockquote>"
        where = ", ".join(_where(mark, say))
        advice = hint(mark.problem, lang)
        yield f"<p>{escape(where)}</p>" if where else ""
        yield f"<p>→ {escape(harmless(advice))}</p>" if advice else ""
        yield "</li>"
    yield "</ol>"


def _quoted(mark: Mark) -> str:
    """The words around the figure, with the figure marked."""
    place = mark.problem.place
    start = place.column - 1 if place.line else mark.start
    end = min(start + place.width, len(mark.context)) if place.line else mark.end
    before, after = mark.context[max(start - AROUND, 0) : start], mark.context[end : end + AROUND]
    cut = ("…" if start > AROUND else "", "…" if end + AROUND < len(mark.context) else "")
    pieces = (cut[0] + before, mark.context[start:end], after + cut[1])
    left, figure, right = (escape(harmless(piece)) for piece in pieces)
    return f"{left}<mark>{figure}</mark>{right}"


def _where(mark: Mark, say: Say) -> Iterator[str]:
    place = mark.problem.place
    if place.line:
        yield f"{say('line')} {place.line}"
        return
    for key, value in (("page", mark.page), ("paragraph", mark.paragraph), ("cell", mark.cell)):
        if value:
            yield f"{say(key)} {value}"
