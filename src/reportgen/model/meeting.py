"""What the conference's other papers need: invitation, agenda, preparation, votes."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BeforeValidator, Field

from reportgen.model.leaves import Words
from reportgen.model.people import Invited
from reportgen.model.section import Section, Under, named_entries
from reportgen.model.shapes import (
    AsDays,
    AsFigure,
    AsFlag,
    AsHours,
    AsLine,
    AsProse,
    AsWords,
    Maybe,
    Numbered,
    Row,
    Table,
    as_items,
    as_row,
)
from reportgen.names.moments import read_hours
from reportgen.names.persons import in_full
from reportgen.names.pieces import Piece, cut, reworded, whole


class AgendaItem(Section):
    """An item of the agenda (chương trình). Short form: `7h30 - 8h00: Đón tiếp đại biểu (Văn phòng)`."""

    shorthand: ClassVar[str] = "nội dung"
    entry_names: ClassVar[str] = r"^\d{1,2} ?(giờ|h|g|:)"

    hours: Maybe[AsHours] = Field(None, validation_alias="giờ", description="7h30 - 8h00; hoặc chỉ giờ bắt đầu: 7h30.")
    content: AsLine = Field(validation_alias="nội dung", description="Việc gì: Báo cáo tổng kết; Thảo luận; …")
    who: Maybe[AsLine] = Field(
        None, validation_alias="người", description="Người hoặc bộ phận thực hiện: họ tên, chức vụ; Ban Tổ chức."
    )
    script: Maybe[AsProse] = Field(
        None, validation_alias="lời dẫn", description="Lời của người dẫn; bỏ trống thì chương trình viết."
    )

    @classmethod
    def understood(cls, table: Table) -> Table:
        """The hours before the text, and who does it in brackets behind it, each in its place."""
        content = table.words("nội dung")
        if content is None:
            return table
        piece = whole(content.rstrip(" .;"))
        hours, piece = (None, piece) if "giờ" in table else _begun_at(piece)
        who, piece = (None, piece) if "người" in table else _done_by(piece)
        return table.with_entry("nội dung", content.piece(piece)).having(
            {"giờ": hours and content.piece(hours), "người": who and content.piece(who)}
        )


_AFTER_HOURS = re.compile(r"[\s.,;:)–—-]*")
_IN_BRACKETS = re.compile(
    r"\s*\(([^()]+)\)$|\s+[-–]\s+((?:đ/c|đồng chí|các đ/c|các đồng chí|ông|bà)\s[^-–]+)$", re.IGNORECASE
)


def _begun_at(piece: Piece) -> tuple[Piece | None, Piece]:
    read = read_hours(piece.text)
    if read is None:
        return None, piece
    sign = _AFTER_HOURS.match(piece.text, read[2])
    return cut(piece, 0, read[2]), cut(piece, sign.end() if sign else read[2], len(piece.text))


def _done_by(piece: Piece) -> tuple[Piece | None, Piece]:
    found = _IN_BRACKETS.search(piece.text)
    if found is None or not found.start():
        return None, piece
    who = cut(piece, *found.span(1 if found[1] else 2))
    return reworded(who, in_full(who.text)), cut(piece, 0, found.start())


def _timed(value: Any) -> Any:
    value = as_items(value) if isinstance(value, Words) else value
    return named_entries(value, AgendaItem, Under("giờ", "nội dung", "nội dung"))


Agenda: TypeAlias = Annotated[tuple[AgendaItem, ...], BeforeValidator(_timed)]
"""Items in a list, or each behind its hours: `{7h30 - 8h00: Đón tiếp đại biểu}`."""


class Invitation(Section):
    """The invitation (giấy mời). Short form: who is invited."""

    shorthand: ClassVar[str] = "kính mời"

    invited: Invited = Field(
        (), validation_alias="kính mời", description="Người, cơ quan được mời, mỗi nơi một mục: họ tên, chức vụ."
    )
    one_each: Maybe[AsFlag] = Field(
        None, validation_alias="mỗi người một giấy", description="có: in một giấy cho mỗi tên, mỗi giấy một trang."
    )
    notes: Numbered[AsProse] = Field(
        (), validation_alias="lưu ý", description="Trang phục, tài liệu, xác nhận tham dự…; mỗi điều một mục."
    )

    @classmethod
    def from_row(cls, row: Row) -> Any:
        """A list says who is invited."""
        return Table({Words("kính mời"): row}, row.place, row.key)


class Task(Section):
    """Something to prepare (phân công). Short form: what."""

    shorthand: ClassVar[str] = "việc"

    what: AsLine = Field(validation_alias="việc", description="Việc phải làm.")
    who: Maybe[AsLine] = Field(None, validation_alias="người", description="Người, bộ phận chịu trách nhiệm.")
    until: Maybe[AsDays] = Field(None, validation_alias="xong trước", description="Hạn hoàn thành: 20/12/2025.")


def _tasks(value: Any) -> Any:
    return named_entries(value, Task, Under("người", "việc", "việc"))


Tasks: TypeAlias = Annotated[tuple[Task, ...], BeforeValidator(_tasks)]
"""Tasks in a list, or each behind who does it: `{Văn phòng: Chuẩn bị hội trường}`."""


class Preparation(Section):
    """The plan of the conference (kế hoạch tổ chức). Short form: the tasks."""

    purpose: Numbered[AsProse] = Field(
        (), validation_alias="mục đích", description="Mỗi ý một mục; bỏ trống thì chương trình viết."
    )
    demands: Numbered[AsProse] = Field(
        (), validation_alias="yêu cầu", description="Mỗi ý một mục; bỏ trống thì chương trình viết."
    )
    tasks: Tasks = Field((), validation_alias="phân công", description="Việc, người làm, hạn hoàn thành.")
    funds: Maybe[AsProse] = Field(None, validation_alias="kinh phí", description="Nguồn kinh phí tổ chức hội nghị.")

    @classmethod
    def from_row(cls, row: Row) -> Any:
        """A list stands for the tasks."""
        return Table({Words("phân công"): row}, row.place, row.key)


def _planned(value: Any) -> Any:
    """A mapping that names who does what stands for the tasks: `{Văn phòng: Chuẩn bị hội trường}`."""
    by_name = isinstance(value, Table) and value and not any(Preparation.canonical(key) for key in value)
    return Table({Words("phân công"): value}, value.place, value.key) if by_name else value


Planned: TypeAlias = Annotated[Preparation, BeforeValidator(_planned)]


class Resolution(Section):
    """A resolution that the conference adopts (nghị quyết), with the vote. Short form: its name."""

    shorthand: ClassVar[str] = "tên"

    name: AsWords = Field(validation_alias="tên", description="Tên nghị quyết.")
    present: Maybe[AsFigure] = Field(None, validation_alias="có mặt", description="Số người có quyền biểu quyết.")
    in_favour: Maybe[AsFigure] = Field(None, validation_alias="tán thành", description="Số người tán thành.")
    against: Maybe[AsFigure] = Field(None, validation_alias="không tán thành", description="Số người không tán thành.")
    abstaining: Maybe[AsFigure] = Field(None, validation_alias="không biểu quyết", description="Số người còn lại.")


def _adopted(value: Any) -> Any:
    row = as_items(value) if isinstance(value, Words) else value
    return as_row(row)


Resolutions: TypeAlias = Annotated[tuple[Resolution, ...], BeforeValidator(_adopted)]
"""One resolution or several, each a name or a mapping with the vote."""
