"""Runs templates: the only place where Jinja does. The user's text reaches them as data, already markup or escaped.

In: a template of a paper's folder and the plain values that it is told (`papers.view`). Out: its text and what it
declared, or what is wrong with it. A unit's own template may fail in any way and is told, never a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.files.packaged import packaged_templates
from reportgen.papers.bounds import bounded, counted
from reportgen.papers.finding import TEMPLATE, Paper
from reportgen.papers.plain import Showing
from reportgen.problems import Failure, Place, Problem

if TYPE_CHECKING:
    from jinja2 import Template

    from reportgen.papers.sandbox import Sandbox

FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OSError, MemoryError)
"""What a unit's own template can raise by calling what it may call in a wrong way."""
DECLARED = ("title", "kind", "subject", "author", "identifier", "keywords")
"""What a template may declare with `{% set title = … %}`."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a template made: its text, and what it declared of itself."""

    text: str
    declared: Mapping[str, Any]


def run(paper: Paper, told: Mapping[str, Any]) -> Printed | Failure:
    """The template's text with these plain values; a failure at the template's line where it fails."""
    from jinja2 import TemplateError

    file = paper.folder / TEMPLATE
    try:
        environment = _environment(str(paper.folder.parent), own=paper.own)
        with bounded() if paper.own else nullcontext():
            return _printed(environment.get_template(f"{paper.key}/{TEMPLATE}"), told)
    except TemplateError as error:
        return Failure.of(Problem("T801", Place(file, getattr(error, "lineno", None) or 0), {"reason": str(error)}))
    except FAULTS as error:
        if not paper.own:
            raise
        return Failure.of(Problem("T801", Place(file), {"reason": f"{type(error).__name__}: {error}"}))


def _printed(template: Template, told: Mapping[str, Any]) -> Printed:
    from jinja2.environment import TemplateModule

    context = template.new_context(dict(told))
    pieces = list(counted(template.root_render_func(context)))  # what is set is there once the template has run
    module = TemplateModule(template, context, pieces)
    declared = {name: getattr(module, name) for name in DECLARED if hasattr(module, name)}
    return Printed(str(module), declared)


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
