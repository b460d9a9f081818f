"""Files proofread: what is wrong in each of them, by itself and against one another.

Strangers' files are opened in a process of their own, with bounded time and memory; nothing that they hold raises.
Where that process ends, each file is tried alone, so that one bad file doesn't hide what is wrong in the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from reportgen.problems import Place, Problem
from reportgen.problems.catalog import hint, message
from reportgen.proofread.asked import NOTHING_MORE, Asked, Given
from reportgen.proofread.finding import MOST_FINDINGS, Finding
from reportgen.proofread.readers.cleaning import Read
from reportgen.verify.finding import Finding as Proof
from reportgen.verify.finding import Told, as_problems, same
from reportgen.verify.guarded import GuardedError, guarded
from reportgen.verify.inspection import ENDLESS, FILE, LARGE, MOST_BYTES, REASONS, SYSTEM


@dataclass(frozen=True, slots=True)
class Mark:
    """A problem with its place in the file, and what machines want to know of it.

    `page`, `paragraph` from 1 (0: the format has none), `cell` as spreadsheets call it; `start` and `end` count in the
    paragraph. `context` is what is shown around it: the file's line, or the paragraph where the file has none.
    """

    problem: Problem
    kind: str = ""
    quote: str = ""
    page: int = 0
    paragraph: int = 0
    cell: str = ""
    start: int = 0
    end: int = 0
    context: str = ""


@dataclass(frozen=True, slots=True)
class Proofread:
    """What was found in a file. `copy` are the bytes of the file with the findings in it, where they were asked for."""

    file: Path
    marks: tuple[Mark, ...]
    copy: bytes | None = field(default=None, repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems alone."""
        return tuple(mark.problem for mark in self.marks)


def given(file: Path, standard_input: Callable[[], bytes]) -> Given:
    """The file's bytes; `-` is the standard input."""
    try:
        if str(file) == "-":
            content = standard_input()
        elif file.stat().st_size > MOST_BYTES or not file.is_file():
            large = file.is_file()
            reason = LARGE if large else Told("không phải tệp thường", "no regular file")
            return Given(file, failure=_unreadable(file, "V973" if large else "V976", reason))
        else:
            content = file.read_bytes()
    except OSError as error:
        known = SYSTEM.get(error.errno or 0, same(error.strerror or str(error)))
        return Given(file, failure=_unreadable(file, "V976", known))
    if len(content) > MOST_BYTES:
        return Given(file, failure=_unreadable(file, "V973", LARGE))
    return Given(file, content)


def inspect(files: Sequence[Given], asked: Asked = NOTHING_MORE) -> tuple[Proofread, ...]:
    """Proofread the files, each against those before it."""
    readable = [one for one in files if one.failure is None]
    found = _guarded(readable, asked)
    results = iter(found)
    return tuple(
        Proofread(one.file, (Mark(one.failure),)) if one.failure is not None else next(results) for one in files
    )


def _guarded(files: Sequence[Given], asked: Asked) -> tuple[Proofread, ...]:
    if not files:
        return ()
    try:
        return guarded(partial(_work, tuple(files), asked))
    except GuardedError:
        if len(files) == 1:
            return (Proofread(files[0].file, (Mark(_unreadable(files[0].file, "V975", ENDLESS)),)),)
        return tuple(found for one in files for found in _guarded([one], asked))


def _work(files: tuple[Given, ...], asked: Asked) -> tuple[Proofread, ...]:
    """Read and proofread; runs in a process of its own, which alone pays for what that needs."""
    from reportgen.proofread.proofreading import proofread

    opened = [_opened(one) for one in files]
    texts = [one.text for one in opened if isinstance(one, Read)]
    found = iter(proofread(texts, asked.known))
    return tuple(
        Proofread(one.file, (Mark(read),)) if isinstance(read, Problem) else _told(one, read, next(found), asked)
        for one, read in zip(files, opened, strict=True)
    )


def _opened(one: Given) -> Read | Problem:
    from reportgen.proofread.opening import UnreadableError, read_bytes

    try:
        return read_bytes(one.content, one.file.name)
    except UnreadableError as error:
        return _refused(one.file, error.reason)


def _refused(file: Path, reason: str) -> Problem:
    if reason == "scan":
        return Problem("S131", Place(file), {})  # the values travel between processes
    if reason == "endless":
        return _unreadable(file, "V975", ENDLESS)
    code, told = REASONS.get(reason, ("V974", Told("định dạng khác", "another format")))
    return _unreadable(file, code, told)


def _unreadable(file: Path, code: str, found: Told) -> Problem:
    return as_problems((Proof(code, FILE, Told("đọc được", "readable"), found),), file)[0]


def _told(one: Given, read: Read, findings: Sequence[Finding], asked: Asked) -> Proofread:
    marks = [mark_of(one.file, read, finding) for finding in findings]
    if read.scanned:
        pages = ", ".join(str(page) for page in read.scanned)
        marks.insert(0, Mark(Problem("S132", Place(one.file), {"pages": pages})))
    if len(findings) >= MOST_FINDINGS:
        marks.append(Mark(Problem("S134", Place(one.file), {"count": str(MOST_FINDINGS)})))
    copy = _copied(one, findings, marks[-len(findings) :], asked) if asked.comments else None
    return Proofread(one.file, tuple(marks), copy)


def mark_of(file: Path, read: Read, finding: Finding) -> Mark:
    """A finding at its place in the file."""
    span = finding.span
    paragraph = span.paragraph
    place, context = Place(file), paragraph.text
    if read.lines:
        origins = read.origins[paragraph.number]
        first, last = int(origins[span.start]), int(origins[span.end - 1])
        line = read.lines.count("\n", 0, first) + 1
        begin = read.lines.rfind("\n", 0, first) + 1
        stop = read.lines.find("\n", first)
        context = read.lines[begin : stop if stop >= 0 else None]
        place = Place(file, line, first - begin + 1, max(last + 1 - first, 1))
    return Mark(
        Problem(finding.problem_code, place, finding.values),
        str(finding.kind),
        span.quote,
        paragraph.page,
        paragraph.number,
        paragraph.inside,
        span.start,
        span.end,
        context,
    )


def comment_of(problem: Problem, lang: str) -> str:
    """What a comment says: what is wrong, and on a line of its own how to mend it."""
    return "\n".join(filter(None, (message(problem, lang), hint(problem, lang))))


def _copied(one: Given, findings: Sequence[Finding], marks: Sequence[Mark], asked: Asked) -> bytes | None:
    """The file with the findings in it; None for a format that holds none."""
    from reportgen.proofread.opening import kind_of

    write = COPIES.get(kind_of(one.content, one.file.name))
    if write is None:
        return None
    texts = [comment_of(mark.problem, asked.comments) for mark in marks] if findings else []
    return write(one.content, findings, texts)


def _commented(content: bytes, findings: Sequence[Finding], texts: Sequence[str]) -> bytes:
    from reportgen.proofread.comments import Comment, commented

    spans = [finding.span for finding in findings]
    return commented(
        content,
        [Comment(span.paragraph.number, span.start, span.end, text) for span, text in zip(spans, texts, strict=True)],
    )


def _highlighted(content: bytes, findings: Sequence[Finding], texts: Sequence[str]) -> bytes:
    from reportgen.proofread.highlights import highlighted

    return highlighted(content, findings, texts)


COPIES: Mapping[str, Callable[[bytes, Sequence[Finding], Sequence[str]], bytes]] = MappingProxyType(
    {"docx": _commented, "pdf": _highlighted}
)
"""Kind of file → what writes the findings into a copy of it."""
