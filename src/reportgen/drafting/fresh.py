"""An empty input: the template with the answers filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportgen.drafting.scalars import one_line, scalar
from reportgen.names.organs import organ

DEFAULT_UNIT = "phường Bình An"
"""What the unit is called where nobody said; such a file is marked as fictional."""

_PART = re.compile(r"^%% (.+)\n", re.MULTILINE)
_BLANK = re.compile(r"«(\w+)»")
_FAR, _COLUMN = "\t", 28
"""A sign before an example, and the column at which comments stand."""
_FICTION = "  hư cấu: có                # đơn vị đặt tạm: ghi tên thật rồi xóa dòng này"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known at the start. Texts are single lines, "" where not known; `unit` "" stands for `DEFAULT_UNIT`."""

    year: int
    unit: str = ""
    organ: str = ""
    province: str = ""
    date: str = ""
    above: str = ""

    @property
    def named(self) -> str:
        """The unit's name."""
        return self.unit or DEFAULT_UNIT


def first_file(answers: Answers, schema: str) -> str:
    """The text of a new input; `schema` is the way from it to the editor's schema."""
    filled = (fill(name, answers, schema) for name in parts())
    return "\n".join(filled)


@cache
def parts() -> Mapping[str, str]:
    """The template's parts by name, in order: the head, then one a key of the outermost level."""
    _, *pieces = _PART.split(resources.files(__package__).joinpath("template.txt").read_text("utf-8"))
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def fill(name: str, answers: Answers, schema: str = "") -> str:
    """A part with its blanks filled."""
    kind = organ(answers.organ)
    known = {
        "schema": schema,
        "year": str(answers.year),
        "last": str(answers.year - 1),
        "earlier": str(answers.year - 2),
        "next": str(answers.year + 1),
        "named": one_line(answers.named),
        "unit": scalar(answers.named),
        "organ": scalar(answers.organ or (kind.names[0] if kind else "")),
        "above": _or_example(answers.above, "đơn vị cấp trên trực tiếp, nếu khác tỉnh"),
        "province": _or_example(answers.province, "tỉnh Quảng Ninh"),
        "date": _or_example(answers.date, f"14/12/{answers.year}; hai ngày: 14-15/12/{answers.year}"),
        "fiction": "" if answers.unit else _FICTION,
    }
    lines = _BLANK.sub(lambda blank: known[blank[1]], parts()[name]).split("\n")
    return "".join(f"{_aligned(line)}\n" for line in lines if line)


def _or_example(text: str, example: str) -> str:
    return scalar(text) if text else f"{_FAR}# {example}"


def _aligned(line: str) -> str:
    """The line with the comment on an answer's example in the column of all comments."""
    before, far, comment = line.partition(_FAR)
    return before.rstrip().ljust(_COLUMN) + comment if far else line
