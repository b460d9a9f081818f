"""A file's bytes to a text by the reader of its format, and why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.proofread.readers.cleaning import Read
from reportgen.verify.docx_parts import DocxError

MOST_LETTERS = 20_000_000
"""A text of more is no paper: 5,000 pages have 15 million letters."""


class UnreadableError(Exception):
    """A file that cannot be read. `reason`: a key of `verify.inspection.REASONS`, `scan` or `other`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_bytes(content: bytes, name: str) -> Read:
    """The text; `UnreadableError` with the reason where there is none. `name` tells HTML where the bytes do not."""
    kind = kind_of(content, name)
    if kind == "":
        raise UnreadableError("other")
    try:
        read = READERS[kind](content)
    except DocxError as error:
        raise UnreadableError(error.reason) from error
    except (MemoryError, RecursionError) as error:
        raise UnreadableError("endless") from error
    if sum(len(paragraph.text) for paragraph in read.text.paragraphs()) > MOST_LETTERS:
        raise UnreadableError("large")
    return read


PDF_MARK_AT = 1024


def kind_of(content: bytes, name: str) -> str:
    """`pdf`, `docx`, `html`, `plain` or `locked`; "" for what no reader knows."""
    head = content[:PDF_MARK_AT]
    if b"%PDF-" in head:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "locked"
    text = _decoded(content)
    if text is None:
        return ""
    start = text[:PDF_MARK_AT].lstrip("\ufeff \t\r\n").lower()
    tagged = start.startswith(("<!doctype html", "<html", "<article", "<head", "<body"))
    return "html" if tagged or name.lower().endswith((".html", ".htm", ".xhtml")) else "plain"


MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def _decoded(content: bytes) -> str | None:
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _plain(content: bytes) -> Read:
    from reportgen.proofread.readers.plain import read_plain

    return read_plain(_decoded(content) or "")


def _docx(content: bytes) -> Read:
    from reportgen.proofread.readers.docx import read_docx

    return read_docx(content)


def _pdf(content: bytes) -> Read:
    from reportgen.proofread.readers.pdf import read_pdf

    return read_pdf(content)


def _html(content: bytes) -> Read:
    from reportgen.proofread.readers.html import read_html

    return read_html(_decoded(content) or "")


def _locked(_: bytes) -> Read:
    raise UnreadableError("locked")


READERS: Mapping[str, Callable[[bytes], Read]] = MappingProxyType(
    {"plain": _plain, "docx": _docx, "pdf": _pdf, "html": _html, "locked": _locked}
)
"""Kind of file → what reads it; each imports its library when it is called."""
