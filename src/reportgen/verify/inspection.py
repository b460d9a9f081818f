"""Any PDF or DOCX, ours or a stranger's, held against the layout of its regime.

In: a file. Out: problems, what regime it follows, and whether it is a paper of ours as it was built. Nothing that the
file holds raises: a file that cannot be read is a problem too.
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from reportgen.files.bounded import IRREGULAR, read_bounded
from reportgen.problems import Problem
from reportgen.verify.docx_parts import DocxError, docx_parts
from reportgen.verify.finding import Finding, Told, as_problems, same
from reportgen.verify.guarded import GuardedError, guarded
from reportgen.verify.recognised import Recognised, recognised
from reportgen.verify.shown import Shown, docx_rows, pdf_rows

MANIFEST = "manifest.json"
MOST_BYTES = 256 * 1024 * 1024
MOST_MANIFEST = 1024 * 1024
SIGNATURE_AT = 1024
"""A PDF's mark stands among so many first bytes (ISO 32000-1, Annex H, note 13)."""
UNCHANGED, CHANGED, STRANGE = "unchanged", "changed", ""
PASSWORD = 4
"""PDFium's number for a file that asks for a password (fpdfview.h)."""
LARGE = Told("quá lớn", "too large")
ENDLESS = Told("quá thời gian hoặc bộ nhớ cho phép", "more time or memory than allowed")
REASONS = MappingProxyType(
    {
        "damaged": ("V971", Told("nội dung hỏng", "damaged content")),
        "locked": ("V972", Told("có mật khẩu hoặc định dạng .doc cũ", "a password, or an old .doc")),
        "hostile": ("V973", Told("khai báo DTD trong XML", "a document type in the XML")),
        "large": ("V973", LARGE),
    }
)
"""Why a file cannot be read → code and words."""
SYSTEM = MappingProxyType(
    {
        errno.ENOENT: Told("không có tệp này", "no such file"),
        errno.EISDIR: Told("là thư mục", "a folder"),
        errno.EACCES: Told("không có quyền đọc", "no permission"),
        errno.EFBIG: LARGE,
        IRREGULAR: Told("không phải tệp thường", "no regular file"),
    }
)
"""The system's errors in words."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found. `regime` is "" where none shows; `origin` says whether a manifest beside the file knows it."""

    file: Path
    problems: tuple[Problem, ...]
    regime: str = ""
    origin: str = STRANGE


Findings = tuple[tuple[Finding, ...], str]
"""What a reader of one format finds, and the regime that it saw."""


def inspect(file: Path, regime: str = "") -> Inspection:
    """Hold the file against the rules. `regime` overrides what the file itself shows."""
    try:
        content = read_bounded(file, MOST_BYTES)
    except OSError as error:
        code = "V973" if error.errno == errno.EFBIG else "V976"
        return Inspection(file, (_broken(file, code, _reason(error)),))
    kind = next((reader for starts, reader in KINDS if starts(content)), None)
    if kind is None:
        return Inspection(file, (_broken(file, "V974", Told("định dạng khác", "another format")),))
    try:
        findings, found = guarded(partial(_read, kind, content, regime))
    except GuardedError:
        return Inspection(file, (_broken(file, "V975", ENDLESS),))
    origin = _origin(file, content)
    if origin == CHANGED:
        built = Told("như khi lập", "as it was built"), Told("đã bị sửa", "changed")
        findings = (*findings, Finding("V965", same(file.name), *built))
    return Inspection(file, as_problems(findings, file), found, origin)


def _read(kind: Callable[[bytes, str], Findings], content: bytes, regime: str) -> Findings:
    """What the reader of the format finds; a file that it cannot read is a finding. Runs in a process of its own."""
    try:
        return kind(content, regime)
    except DocxError as error:
        return (_unreadable(*REASONS[error.reason]),), ""
    except (MemoryError, RecursionError):
        return (_unreadable("V975", ENDLESS),), ""


def read_docx(content: bytes, regime: str) -> Findings:
    """What breaks the rules in a DOCX; `DocxError` if it cannot be read."""
    from reportgen.verify import foreign_pages

    parts = docx_parts(content)
    paper = recognised(docx_rows(parts), regime)
    if paper is None:
        return (NO_REGIME,), ""
    kept = (
        foreign_pages.docx_pages(parts, paper.standard),
        foreign_pages.docx_fonts(parts, paper.standard),
        foreign_pages.docx_tables(parts),
    )
    return (*chain(*kept), *_content(paper)), paper.regime


def read_pdf(content: bytes, regime: str) -> Findings:
    """What breaks the rules in a PDF, or why it cannot be read."""
    import pypdfium2

    from reportgen.verify import foreign_pages
    from reportgen.verify.pdf_page import pdf_pages

    try:
        pages = pdf_pages(content)
    except pypdfium2.PdfiumError as error:
        return (_unreadable(*REASONS["locked" if getattr(error, "err_code", None) == PASSWORD else "damaged"]),), ""
    rows: list[Shown] = pdf_rows(pages)
    conforms = tuple(_conforms(content))
    paper = recognised(rows, regime)
    if paper is None:
        return (NO_REGIME, *conforms), ""
    kept = foreign_pages.pdf_pages_kept(pages, paper.standard), foreign_pages.pdf_fonts(pages, paper.standard)
    return (*chain(*kept), *_content(paper), *conforms), paper.regime


def _content(paper: Recognised) -> Iterator[Finding]:
    from reportgen.verify import foreign_looks, foreign_words

    for rule in (*foreign_looks.RULES, *foreign_words.RULES):
        yield from rule(paper)


def _conforms(content: bytes) -> Iterator[Finding]:
    from reportgen.verify.proofs import SHOWN_RULES, broken_rules, profiles

    for code, (profile, name) in zip(("V961", "V962"), profiles(content), strict=True):
        rules = sorted({rule for rule, _ in broken_rules(content, profile)})
        if rules:
            more = ", …" if len(rules) > SHOWN_RULES else ""
            shown = ", ".join(rules[:SHOWN_RULES]) + more
            yield Finding(code, same(name), Told("đạt", "conforms"), Told(f"không đạt {shown}", f"broken {shown}"))


NO_REGIME = Finding(
    "V967",
    Told("Thể thức", "Regime"),
    Told("của một loại văn bản hành chính hoặc văn bản Đảng", "that of a kind of official paper, of State or Party"),
    Told("không có", "none"),
)
FILE = Told("Tệp", "File")


def _unreadable(code: str, found: Told) -> Finding:
    return Finding(code, FILE, Told("đọc được", "readable"), found)


def _broken(file: Path, code: str, found: Told) -> Problem:
    return as_problems((_unreadable(code, found),), file)[0]


def _reason(error: OSError) -> Told:
    return SYSTEM.get(error.errno or 0, same(error.strerror or str(error)))


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:SIGNATURE_AT]


def _is_zip(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def _is_compound(content: bytes) -> bool:
    """An old .doc, or a DOCX that a password locks."""
    return content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _locked(_: bytes, __: str) -> Findings:
    return (_unreadable(*REASONS["locked"]),), ""


KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], Findings]], ...] = (
    (_is_pdf, read_pdf),
    (_is_zip, read_docx),
    (_is_compound, _locked),
)
"""How a format is known → what reads it."""


def _origin(file: Path, content: bytes) -> str:
    """Whether the manifest beside the file knows it, and by the same digest."""
    try:
        record = json.loads(read_bounded(file.parent / MANIFEST, MOST_MANIFEST))
        known: Mapping[str, str] = {entry["file"]: entry["sha256"] for entry in record["outputs"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        # No manifest, or none of ours.
        return STRANGE
    if file.name not in known:
        return STRANGE
    return UNCHANGED if known[file.name] == hashlib.sha256(content).hexdigest() else CHANGED
