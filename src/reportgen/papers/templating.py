"""Runs templates: the only place where Jinja does. The user's text reaches them as data, already markup or escaped.

In: a template of a paper's folder and what it may ask for. Out: its module, text and declared names, or what it lacks.
All templates run in a sandbox; a unit's own may fail in any way and are told, never a traceback.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen import __version__
from reportgen.files.packaged import packaged_templates
from reportgen.papers.finding import TEMPLATE, Paper
from reportgen.papers.view import View, capital, lower_first
from reportgen.press.persons import without_subject
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import roman

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.environment import TemplateModule

FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, OSError)
"""What a unit's own template can raise by calling what it may call in a wrong way."""


def run(paper: Paper, view: View) -> TemplateModule | Failure:
    """The template's module, its text and what it declared; a failure at the template's line where it fails."""
    from jinja2 import TemplateError

    file = paper.folder / TEMPLATE
    try:
        template = _environment(str(paper.folder.parent)).get_template(f"{paper.key}/{TEMPLATE}")
        return template.make_module(dict(view.context()))
    except TemplateError as error:
        return Failure.of(Problem("T801", Place(file, getattr(error, "lineno", None) or 0), {"reason": str(error)}))
    except FAULTS as error:
        if not paper.own:
            raise
        return Failure.of(Problem("T801", Place(file), {"reason": f"{type(error).__name__}: {error}"}))


def packaged(template: str, names: Mapping[str, Any]) -> str:
    """The text of a packaged template that belongs to no paper."""
    return _environment(str(packaged_templates())).get_template(template).render(names)


@lru_cache(maxsize=8)
def _environment(folder: str) -> Environment:
    """Templates of one folder, with the packaged ones behind them for shared macros."""
    from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
    from jinja2.bccache import Bucket
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Cache(FileSystemBytecodeCache):
        """Compiled templates in the user's own folder; a cache that cannot be written is none."""

        def dump_bytecode(self, bucket: Bucket) -> None:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)

    loaders = [FileSystemLoader(folder), FileSystemLoader(str(packaged_templates()))]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Cache(str(cache)) if (cache := _cache_folder()) else None,
    )
    environment.filters["roman"] = roman
    environment.filters["capital"] = capital
    environment.filters["lower_first"] = lower_first
    environment.filters["without_subject"] = without_subject
    return environment


def _cache_folder() -> Path | None:
    """A folder that only this user can write, for compiled templates; None where there can be none."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    folder = base / f"reportgen-{__version__}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = folder.stat().st_uid == os.getuid() and not folder.stat().st_mode & 0o022
    except (OSError, RuntimeError):
        return None
    return folder if mine else None
