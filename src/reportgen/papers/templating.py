"""Runs templates: the only place where Jinja does. The user's text reaches them as data, already markup or escaped.

In: a template of a paper's folder and the plain values that it is told (`papers.view`). Out: its text and what it
declared, or what is wrong with it. A unit's own template may fail in any way and is told, never a traceback.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.files.packaged import packaged_templates
from reportgen.papers.bounds import EndlessError, bounded, counted
from reportgen.papers.finding import TEMPLATE, Paper
from reportgen.papers.plain import Showing
from reportgen.problems import Failure, Place, Problem
from reportgen.tree.origins import unmarked

if TYPE_CHECKING:
    from jinja2 import Template

    from reportgen.papers.sandbox import Sandbox

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EndlessError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a unit's own template can raise: what Python's compiler refuses, and a wrong call of what it may call."""
LONGEST_REASON = 200
"""Letters of what is said of a fault: a template can put any text into it."""
DECLARED = ("title", "kind", "subject", "author", "identifier", "keywords")
"""What a template may declare with `{% set title = … %}`."""

_UNWRITTEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no place for."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a template made: its text, and what it declared of itself."""

    text: str
    declared: Mapping[str, str | tuple[str, ...]]


def run(paper: Paper, told: Mapping[str, Any]) -> Printed | Failure:
    """The template's text with these plain values; a failure at the template's line where it fails."""
    from jinja2 import TemplateError

    file = paper.folder / TEMPLATE
    try:
        environment = _environment(str(paper.folder.parent), own=paper.own)
        with bounded() if paper.own else nullcontext():
            return _printed(environment.get_template(f"{paper.key}/{TEMPLATE}"), told)
    except TemplateError as error:
        return _broken(Place(file, getattr(error, "lineno", None) or 0), str(error))
    except FAULTS as error:
        if not paper.own:
            raise
        return _broken(Place(file), f"{type(error).__name__}: {error}")


def _broken(place: Place, reason: str) -> Failure:
    short = reason if len(reason) <= LONGEST_REASON else f"{reason[:LONGEST_REASON]}…"
    return Failure.of(Problem("T801", place, {"reason": short}))


def _printed(template: Template, told: Mapping[str, Any]) -> Printed:
    from jinja2.environment import TemplateModule

    context = template.new_context(dict(told))
    pieces = list(counted(template.root_render_func(context)))  # what is set is there once the template has run
    module = TemplateModule(template, context, pieces)
    declared = {name: _declared(getattr(module, name)) for name in DECLARED if hasattr(module, name)}
    return Printed(_written(str(module)), declared)


def _declared(value: Any) -> str | tuple[str, ...]:
    """A text, or texts. TypeError for what is neither."""
    if isinstance(value, str | int | None):
        return unmarked(_written(str(value or "")))
    if isinstance(value, list | tuple) and all(isinstance(word, str) for word in value):
        return tuple(unmarked(_written(str(word))) for word in value)
    raise TypeError("what is declared is a text, or a list of texts")


def _written(text: str) -> str:
    """The text. ValueError for what no file can hold: halves of letters, control characters."""
    if wrong := _UNWRITTEN.search(text):
        raise ValueError(f"U+{ord(wrong[0]):04X}")
    return text


def packaged(template: str, names: Mapping[str, Any]) -> str:
    """The text of a packaged template that belongs to no paper."""
    showing = Showing()
    plain = {name: showing.plain(value) for name, value in names.items()}
    return _environment(str(packaged_templates()), own=False).get_template(template).render(plain)


@lru_cache(maxsize=8)
def _environment(folder: str, *, own: bool) -> Sandbox:
    """Templates of one folder, with the packaged ones behind them for shared macros."""
    from reportgen.papers.sandbox import environment

    return environment([folder, str(packaged_templates())], cached=not own)
