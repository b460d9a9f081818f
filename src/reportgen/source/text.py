"""Bytes of a file to its text, and offsets in the text to places.

Everything that is wrong with a file before its YAML matters is found here: it is not there, is no text, is too large,
holds characters that nobody sees.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path

from reportgen.files.system import open_to_read
from reportgen.problems import Failure, Place, Problem

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes. The largest real ward's year is under 0.1 MiB; the limit keeps a wrong file from filling the memory."""

MOST_OF_A_KIND = 20
"""Problems of one code in one file: who pastes a table full of tabs wants to see the rest too."""

LINE_END = re.compile(r"\r\n|[\r\n]")

# What YAML 1.2 [1] c-printable leaves out, and what YAML 1.1 reads as a line end where no editor shows one. The
# characters that remain would be a class that takes Python ten times as long to compile.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

# What an escape in quotes can make and no paper can hold: characters that XML 1.0 [2] refuses.
ESCAPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

MOST_MARKS = 30
"""Marks on one letter (UAX 15, Stream-Safe Text Format): no script has more, and to put them in order takes time by the
square of their number."""
_FAR_FROM_LATIN = re.compile(f"[^\x00-\u02ff\u1e00-\u20cf]{{{MOST_MARKS + 1},}}")

LONGEST_QUOTATION = 60
"""Characters of the input that a message repeats; the line itself is shown beside it."""

OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True)
class Text:
    """A file's text without its byte order mark."""

    path: Path
    content: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset of each line's first character."""
        return (0, *(end.end() for end in LINE_END.finditer(self.content)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a line end at the very end of the file opens no further line."""
        lines = LINE_END.split(self.content)
        return tuple(lines if lines[-1] else lines[:-1])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column from 1. Behind the last line end it is the end of the last line, which can be shown."""
        starts, lines = self.starts, self.lines
        line = bisect_right(starts, offset)
        if line > len(lines):
            return max(1, len(lines)), len(lines[-1]) + 1 if lines else 1
        before, whole = offset - starts[line - 1], len(lines[line - 1])
        return line, (before if before < whole else whole) + 1

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from `start` to `end` (one if not given), cut at the end of the line."""
        line, column = self.position(start)
        rest = len(self.lines[line - 1]) - column + 1 if self.lines else 0
        return Place(self.path, line, column, max(1, min((end or start + 1) - start, rest)))


def quotation(written: str) -> str:
    """What a message repeats of the input."""
    return written if len(written) <= LONGEST_QUOTATION else f"{written[: LONGEST_QUOTATION - 1]}…"


def read_bytes(path: Path) -> bytes | Failure:
    """The file's bytes, one more than the limit at most; a failure where it cannot be read."""
    try:
        # Opened without waiting: a pipe that nobody writes into would hold the program for ever.
        with os.fdopen(open_to_read(path), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return _irregular(path, os.fstat(file.fileno()).st_mode)
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return Failure.of(Problem("F101", Place(path)))
    except IsADirectoryError:
        return Failure.of(Problem("F102", Place(path)))
    except PermissionError:
        # Windows says of a folder that it may not be read.
        return Failure.of(Problem("F102" if path.is_dir() else "F103", Place(path)))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) else None
        return Failure.of(Problem("F104", Place(path), {"reason": reason or str(error)}))


def _irregular(path: Path, mode: int) -> Failure:
    if stat.S_ISDIR(mode):
        return Failure.of(Problem("F102", Place(path)))
    return Failure.of(Problem("F104", Place(path), {"reason": "không phải tệp thường"}))


def decode(path: Path, raw: bytes) -> Text | Failure:
    """The text of UTF-8 bytes; a failure with the place of the first byte that is none."""
    if len(raw) > LARGEST_FILE:
        return Failure.of(Problem("F105", Place(path), {"limit": f"{LARGEST_FILE // 1024 // 1024}"}))
    for mark, name in OTHER_ENCODINGS:
        if raw.startswith(mark):
            return Failure.of(Problem("F108", Place(path), {"encoding": name}))
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = Text(path, raw.decode("utf-8"))
        heaps = tuple(Problem("F111", text.place(start, end)) for start, end in islice(stacked(text.content), 1))
        return Failure(heaps) if heaps else text
    except UnicodeDecodeError as error:
        before = LINE_END.split(raw[: error.start].decode("utf-8"))
        place = Place(path, len(before), len(before[-1]) + 1)
        return Failure.of(Problem("F107", place, {"byte": f"{raw[error.start]:02X}"}))


def stacked(content: str) -> Iterator[tuple[int, int]]:
    """Where more marks stand on a letter than it can bear: the offsets of the marks."""
    for found in _FAR_FROM_LATIN.finditer(content):
        start = found.start()
        for is_mark, letters in groupby(found.group(), lambda letter: unicodedata.combining(letter) > 0):
            end = start + sum(1 for _ in letters)
            if is_mark and end - start > MOST_MARKS:
                yield start, end
            start = end


def unseen_characters(text: Text) -> Iterator[Problem]:
    """Control characters and the like, the first of each line."""
    seen: set[int] = set()
    for found in UNSEEN.finditer(text.content):
        place = text.place(found.start())
        if place.line not in seen:
            seen.add(place.line)
            yield Problem("F109", place, {"character": f"U+{ord(found.group()):04X}"})
        if len(seen) == MOST_OF_A_KIND:
            return


def without_unseen(content: str) -> str:
    """The text with a harmless sign for each unseen one, so that the YAML parser can say what else is wrong."""
    if not UNSEEN.search(content):
        return content
    # At the start of a line a space would shift the indentation.
    first = re.sub(rf"(?:^|(?<=[\r\n])){UNSEEN.pattern}", "x", content)
    return UNSEEN.sub(" ", first)


def decomposed(text: Text) -> Iterator[Problem]:
    """A notice where letters and their marks are apart (NFD, as macOS writes): the first place of the file."""
    if unicodedata.is_normalized("NFC", text.content):
        return
    for number, line in enumerate(text.lines, 1):
        if not unicodedata.is_normalized("NFC", line):
            yield Problem("F110", Place(text.path, number, _first_decomposed(line) + 1))
            return


def _first_decomposed(line: str) -> int:
    for index, character in enumerate(line):
        if unicodedata.combining(character):
            return max(0, index - 1)
        if not unicodedata.is_normalized("NFC", character):
            return index
    return 0
