"""A file to its sheets, read where a stranger's bytes can do no harm; and why it cannot be read."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from reportgen.files.bounded import IRREGULAR, read_bounded
from reportgen.intake.cells import Sheet
from reportgen.problems import Failure, Place, Problem
from reportgen.verify.docx_parts import DocxError
from reportgen.verify.guarded import GuardedError, guarded

MOST_BYTES = 32 * 1024 * 1024
SECONDS = 30

REASONS: Mapping[str, str] = MappingProxyType(
    {"damaged": "N101", "hostile": "N102", "large": "N103", "locked": "N104", "other": "N105", "endless": "N106"}
)
"""Why there are no sheets → the code that says so."""


def read_sheets(file: Path) -> tuple[Sheet, ...] | Failure:
    """The file's sheets; a problem if it cannot be read."""
    try:
        content = read_bounded(file, MOST_BYTES)
    except OSError as error:
        return Failure.of(unreadable(file, error))
    try:
        found = guarded(partial(sheets_of, content, file.name), SECONDS)
    except GuardedError as error:
        found = "endless" if error.args == ("time",) else "damaged"
    if isinstance(found, str):
        return Failure.of(Problem(REASONS[found], Place(file), {"file": file.name}))
    return found


def unreadable(file: Path, error: OSError) -> Problem:
    """Why a file on the disk cannot be read at all."""
    if error.errno == errno.EFBIG:
        return Problem("N103", Place(file), {"file": file.name})
    reason = error.strerror or str(error)
    return Problem("N105" if error.errno == IRREGULAR else "N107", Place(file), {"file": file.name, "reason": reason})


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...] | str:
    """The sheets; the reason, a key of `REASONS`, where there are none."""
    kind = kind_of(content, name)
    if kind not in READERS:
        return kind or "other"
    try:
        return READERS[kind](content)
    except DocxError as error:
        return error.reason if error.reason in REASONS else "damaged"
    except (MemoryError, RecursionError):
        return "endless"


def kind_of(content: bytes, name: str) -> str:
    """A key of `READERS`; `locked` for an encrypted package, "" for what is no table."""
    if content.startswith(b"PK\x03\x04"):
        return _of_package(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "locked" if "EncryptedPackage".encode("utf-16-le") in content else "xls"
    return "csv" if name.lower().endswith((".csv", ".tsv", ".txt")) else ""


def _of_package(content: bytes) -> str:
    names = content[-2 * 1024 * 1024 :]
    for mark, kind in ((b"xl/workbook", "xlsx"), (b"word/document", "docx"), (b"content.xml", "ods")):
        if mark in names:
            return kind
    return ""


def _xlsx(content: bytes) -> tuple[Sheet, ...]:
    from reportgen.intake.readers.workbook import read_workbook

    return read_workbook(content)


def _xls(content: bytes) -> tuple[Sheet, ...]:
    from reportgen.intake.readers.old_workbook import read_old_workbook

    return read_old_workbook(content)


def _ods(content: bytes) -> tuple[Sheet, ...]:
    from reportgen.intake.readers.open_sheet import read_open_sheet

    return read_open_sheet(content)


def _csv(content: bytes) -> tuple[Sheet, ...]:
    from reportgen.intake.readers.separated import read_separated

    return read_separated(content)


def _docx(content: bytes) -> tuple[Sheet, ...]:
    from reportgen.intake.readers.word import read_word

    return read_word(content)


READERS: Mapping[str, Callable[[bytes], tuple[Sheet, ...]]] = MappingProxyType(
    {"xlsx": _xlsx, "xls": _xls, "ods": _ods, "csv": _csv, "docx": _docx}
)
"""Kind of file → what reads it."""
