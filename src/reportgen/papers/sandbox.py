"""Where templates run: Jinja, with nothing in reach but plain values and the questions that a paper may ask.

A unit's own templates may come from a stranger. What a template may use of a value stands in `papers.plain`, type by
type; everything else is refused. Files are read from the templates' folders alone: no link leads out of them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from reportgen import __version__
from reportgen.files.names import real_path
from reportgen.files.system import only_mine
from reportgen.papers.flat import FILTERS_ALLOWED, TESTS_ALLOWED, Stepwise, flat, short, single
from reportgen.papers.plain import Question, names_of, printed
from reportgen.papers.view.writing import capital, lower_first, without_stop
from reportgen.press.persons import without_subject
from reportgen.vietnamese.letters import roman

MOST_BYTES = 1_000_000
"""A larger template is refused."""
MOST_REPEATED = 1_000_000
"""Letters or entries that a multiplication may make."""
OF_JINJA = (Macro, LoopContext, Namespace, Undefined, BlockReference, TemplateReference, Cycler, Joiner)
"""Jinja's own values, whose public attributes are for templates."""
LEFT_OUT = frozenset({"lipsum"})
"""Jinja's names that no paper needs."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that allows what is listed, and nothing else."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "/"})
    code_generator_class = Stepwise
    flat, single = staticmethod(flat), staticmethod(single)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use this attribute of a value."""
        if isinstance(obj, OF_JINJA) or _is_module(obj):
            return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)
        return attr in names_of(obj)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call a value: a question, a macro, a function of Jinja, a method that is listed."""
        if isinstance(obj, Question | Macro | Cycler | Joiner | BlockReference):
            return True
        if any(obj is known for known in (*self.globals.values(), flat, single)):
            return True
        owner = getattr(obj, "__self__", None)
        name = getattr(obj, "__name__", "")
        return isinstance(owner, OF_JINJA) or (owner is not None and name in names_of(owner))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An entry of a value."""
        return super().getitem(obj, flat(argument))

    def call(__self, __context: Any, __obj: Any, *given: Any, **named: Any) -> Any:  # noqa: N805
        """What a question, a macro, a function of Jinja or a method gives."""
        if not __self.is_safe_callable(__obj):
            raise SecurityError(f"{type(__obj).__name__}: not to be called")
        if not isinstance(__obj, Question | Macro | Cycler | Joiner):
            given = tuple(map(flat, given))
        return super().call(__context, __obj, *given, **named)

    def get_template(self, name: Any, *given: Any, **named: Any) -> Template:
        """A template by its name."""
        return super().get_template(single(name), *given, **named)

    def select_template(self, names: Any, *given: Any, **named: Any) -> Template:
        """The first of these that is there."""
        return super().select_template(flat(names), *given, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operation of bounded size; powers are no business of a paper."""
        if operator == "**":
            raise ArithmeticError("**")
        for text, count in ((left, right), (right, left)):
            if isinstance(text, str | list | tuple) and isinstance(count, int) and len(text) * count > MOST_REPEATED:
                raise OverflowError(f"{count} × …")
        return super().call_binop(context, operator, short(left), short(flat(right)))


def _is_module(value: Any) -> bool:
    from jinja2.environment import TemplateModule

    return isinstance(value, TemplateModule)


class InsideLoader(FileSystemLoader):
    """Reads templates of a folder; links out of it and oversized files are none."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        """The template's text, its file's name, and whether it is still the same."""
        source, name, fresh = super().get_source(environment, template)
        file, folder = real_path(name), real_path(self.searchpath[0])
        if not file.is_relative_to(folder) or len(source) > MOST_BYTES:
            raise TemplateNotFound(template)
        return source, name, fresh


class Cache(FileSystemBytecodeCache):
    """Compiled templates in the user's own folder; a cache that cannot be written is none."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def environment(folders: Sequence[str], *, cached: bool) -> Sandbox:
    """Templates of the first folder that has them. Only the program's own may be `cached` once compiled: what is cached
    is run unseen."""
    kept = cache_folder() if cached else None
    made = Sandbox(
        loader=ChoiceLoader([InsideLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        optimized=False,
        finalize=lambda value: printed(single(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Cache(str(kept)) if kept is not None else None,
    )
    for name in LEFT_OUT:
        del made.globals[name]
    made.tests = dict(TESTS_ALLOWED)
    made.filters = {
        **FILTERS_ALLOWED,
        "roman": roman,
        "capital": capital,
        "lower_first": lower_first,
        "without_stop": without_stop,
        "without_subject": without_subject,
    }
    return made


def cache_folder() -> Path | None:
    """A folder that only this user can write, for compiled templates; None where there can be none."""
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
        folder = base / f"reportgen-{__version__}"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = only_mine(folder)
    except (OSError, RuntimeError):
        return None
    return folder if mine else None
