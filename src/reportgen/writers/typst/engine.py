"""The `typst` package, held behind one function: a paper's source to the bytes of a PDF.

Fonts are those of the machine and those that lie beside the inputs; the compiler brings none of its own and fetches
neither fonts nor packages: where it would look for packages there is nothing.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from reportgen.writers.missing import LettersError

NOWHERE = "/dev/null/no-packages"
"""A place in which nothing can be: no package is read from it, nor put into it."""
VARIABLE = "REPORTGEN_FONTS"
FONTS = "fonts"
"""The folder beside the inputs, or in the current folder, in which an office may put its fonts."""


@cache
def _fonts(folders: tuple[str, ...]) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=list(folders))


def folders() -> tuple[str, ...]:
    """Folders with fonts besides the system's own: `REPORTGEN_FONTS`, else `fonts` where the program runs."""
    named = os.environ.get(VARIABLE, "")
    given = [folder for folder in named.split(os.pathsep) if folder] or [FONTS]
    return tuple(folder for folder in given if Path(folder).is_dir())


def families(wanted: Sequence[str]) -> tuple[str, ...]:
    """Those of the wanted families that there are."""
    known = set(_fonts(folders()).families())
    return tuple(family for family in wanted if family in known)


def has_one_of(wanted: Sequence[str]) -> bool:
    """Whether some family is there."""
    return bool(families(wanted))


def compiled(markup: str, files: Mapping[str, bytes], standard: str, issued: date) -> bytes:
    """The PDF of a source, dated like the paper.

    `LettersError` where the fonts lack letters; what else the compiler refuses is a fault of ours.
    """
    import typst

    try:
        with _given(markup, files) as (main, root):
            compiler: Any = typst.Compiler(
                main,
                root=root,
                font_paths=_fonts(folders()),
                ignore_system_fonts=True,
                package_path=NOWHERE,
                package_cache_path=NOWHERE,
            )
            content = compiler.compile(format="pdf", pdf_standards=[standard], timestamp=_seconds(issued))
    except typst.TypstError as error:
        if any(words in str(error.message) for words in LACKING):
            raise LettersError(str(error.message)) from error
        raise
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        # The compiler's own fault ends in an exception that nothing is meant to catch.
        raise RuntimeError(f"Typst: {error}") from error
    assert isinstance(content, bytes)
    return content


@contextmanager
def _given(markup: str, files: Mapping[str, bytes]) -> Iterator[tuple[Any, str | None]]:
    """The source as the compiler takes it, and the folder that its files lie in: what is no text has to lie on disk."""
    if not files:
        yield markup.encode(), None
        return
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        main = Path(folder) / "main.typ"
        main.write_bytes(markup.encode())
        yield str(main), folder


PANIC = "PanicException"
LACKING = ("could not be displayed with font", "contains the disallowed codepoint")
"""How Typst says that no font has a letter, or no archived PDF may have it."""


def _seconds(day: date) -> int:
    """Seconds from 1970 to the day's beginning in UTC; Typst knows no earlier day."""
    return max(0, (day - date(1970, 1, 1)).days * 86_400)
