"""A new input with the indicators that were taken; the rest of it is to be filled in, as in any new input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.drafting.fresh import Answers, fill, parts
from reportgen.drafting.scalars import comment, one_line
from reportgen.intake.entries import entry_lines
from reportgen.intake.taking import Taken

INDICATORS = "chỉ tiêu"


def new_input(taken: Taken, sources: Sequence[str], schema: str) -> str:
    """The text of the input; `sources` are the files' names, `schema` the way to the editor's schema."""
    answers = Answers(taken.year, taken.unit)
    pieces = (
        "".join(f"{line}\n" for line in _indicators(taken, sources))
        if name == INDICATORS
        else fill(name, answers, schema)
        for name in parts()
    )
    return "\n".join(pieces)


def _indicators(taken: Taken, sources: Sequence[str]) -> Iterator[str]:
    yield from comment(
        0, f"Số liệu lấy từ {', '.join(map(one_line, sources))}; số viết như ô hiển thị, tỷ lệ do chương trình tính."
    )
    yield from comment(0, "Khóa là tên ngắn để gọi trong lời văn; đổi được, miễn là đổi ở mọi chỗ.")
    yield f"{INDICATORS}:"
    group = None
    for one in taken.entries:
        if one.group and one.group != group:
            yield f"  # {one_line(one.group)}"
        group = one.group
        yield from entry_lines(one)
    yield from remark_lines(taken.remarks, 2)


def remark_lines(remarks: Sequence[str], indent: int) -> Iterator[str]:
    """What was not taken, in comments."""
    if remarks:
        yield from comment(indent, "Không lấy vào chỉ tiêu nào:")
    for remark in remarks:
        yield from comment(indent, remark)
