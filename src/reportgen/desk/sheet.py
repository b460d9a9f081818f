"""What the sheet of indicators computes: ratios, growth, how a result stands to its plans, at once and row by row.

In: the content of some indicators. Out: their computed cells. A row is read by itself, so that a key is answered within
a blink, however many indicators the input has.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportgen.editing.content import Content
from reportgen.editing.fresh import lines_of
from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import part
from reportgen.figures.phrase import percent, plain
from reportgen.figures.table import unit_of
from reportgen.model.reading import Input, bind
from reportgen.problems import Problem
from reportgen.problems.catalog import message, severity
from reportgen.source import Mapping, parse_source

ALONE = Path("chi-tieu.yaml")
STANDINGS = {Standing.EXCEEDED: "exceeded", Standing.MET: "met", Standing.BELOW: "below"}
FIGURES = "Q"
"""How the codes of figures begin that cannot be read."""


def computed(indicators: dict[str, Content], year: str, lang: str) -> dict[str, Any]:
    """Key → its computed cells and what is wrong with its figures."""
    content: Content = {"năm": year or "2000", "đơn vị": "phường", "chỉ tiêu": {**indicators}}
    given = bind(parse_source(ALONE, ("\n".join(lines_of(0, content)) + "\n").encode()))
    if given.conference is None or given.source.root is None:
        return {}
    lines = Ledger(given.conference).lines
    told = _told(given, lang)
    return {
        key: {**(_cells(lines[key]) if key in lines else {}), "wrong": told.get(key, [])}
        for key in map(str, indicators)
    }


def phrases(given: Input) -> dict[str, dict[str, str]]:
    """Key → the indicator's name and the words that a reference to it prints now."""
    if given.conference is None:
        return {}
    return {
        line.key: {"name": line.name, "value": plain(part(line, "giá trị") or ()), "words": plain(part(line, "") or ())}
        for line in Ledger(given.conference)
    }


def _cells(line: Line) -> dict[str, Any]:
    return {
        "unit": unit_of(line),
        "ratios": [held.printed for held in line.held],
        "standings": [STANDINGS.get(held.standing, "") for held in line.held],
        "share": percent(line.share) if line.share is not None else "",
        "growth": plain(part(line, "so năm trước") or ()),
    }


def _told(given: Input, lang: str) -> dict[str, list[dict[str, str]]]:
    """Problems by the indicator that they are in, with the text that they are at."""
    holder = next((value for key, value in given.source.root or () if key.text == "chỉ tiêu"), None)
    begins = [(name.place.line, name.text) for name, _ in holder] if isinstance(holder, Mapping) else []
    found: dict[str, list[dict[str, str]]] = {}
    for problem in given.problems:
        owner = next((name for line, name in reversed(begins) if line <= problem.place.line), None)
        if owner is not None and problem.code.startswith(FIGURES):
            found.setdefault(owner, []).append(_shown(problem, lang))
    return found


def _shown(problem: Problem, lang: str) -> dict[str, str]:
    return {"code": problem.code, "severity": str(severity(problem.code)), "message": message(problem, lang)}
