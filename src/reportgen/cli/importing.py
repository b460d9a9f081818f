"""`reportgen import`: each kind of file has its way in. Reading begins at once; what follows is loaded meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import click

from reportgen.cli.words import say
from reportgen.intake.opening import read_sheets

AT_ONCE = 2
"""Files that are read at one time."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the figures go: a new file or one that exists; whether it is only shown; what is taken where both differ:
    `new`, `old`, "" to ask."""

    output: Path | None
    into: Path | None
    only_shown: bool = False
    taken: str = ""


WHOLE = frozenset({".docx", ".html", ".htm", ".xhtml"})
"""Endings of files that may be a whole report or article."""


def bring_in(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Take over what the files hold; the exit code."""
    if (target.output is None) == (target.into is None):
        raise click.UsageError(say("import target", lang))
    kinds = {kind_of(file) for file in files}
    if len(kinds) > 1:
        raise click.UsageError(say("import one kind", lang))
    alone = len(files) == 1 and target.output is not None and files[0].suffix.lower() in WHOLE
    return WAYS["texts" if alone else kinds.pop()](files, target, said, lang)


def kind_of(file: Path) -> str:
    """What a file is to `import`, a key of `WAYS`."""
    return "photographs" if file.is_dir() else "tables"


def _texts(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """A whole report or article; a file that is none of them is one of tables."""
    from reportgen.cli import whole_files
    from reportgen.cli.bringing import asked

    assert target.output is not None, "a new input"
    whole = whole_files.whole_file(files[0], target.output, lang, asked(target, said, lang).wanted.year)
    if whole is None:
        return _tables(files, target, said, lang)
    return whole_files.write_whole(whole, lang, only_shown=target.only_shown)


def _tables(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Figures from tables."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reading = {file: pool.submit(read_sheets, file) for file in dict.fromkeys(files)}
        from reportgen.cli.bringing import asked, bring

        wanted = asked(target, said, lang)
        read = {file: sheets.result() for file, sheets in reading.items()}
    return bring(read, target, wanted, lang)


def _photographs(files: Sequence[Path], target: Target, said: tuple[str, str], lang: str) -> int:
    """Pictures of folders, as proposals."""
    from reportgen.cli.picturing import propose

    return propose(files, target, said[1], lang)


WAYS: Mapping[str, Callable[[Sequence[Path], Target, tuple[str, str], str], int]] = MappingProxyType(
    {"tables": _tables, "texts": _texts, "photographs": _photographs}
)
"""Kind of file → how it is taken over."""
