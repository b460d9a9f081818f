"""The paper's text by blocks: results, shortcomings, directions, the event itself."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, TypeAlias, TypeVar

from pydantic import BeforeValidator, Field

from reportgen.model.leaves import Words
from reportgen.model.meeting import Agenda, Resolutions
from reportgen.model.people import People, Speech
from reportgen.model.section import Section, Under, named_entries
from reportgen.model.shapes import (
    AsDays,
    AsFigure,
    AsHours,
    AsLine,
    AsProse,
    AsWords,
    Listed,
    Maybe,
    Numbered,
    Row,
    Table,
)
from reportgen.names.lists import unnumbered
from reportgen.names.moments import day_and_place, read_part, read_place
from reportgen.quantity import read_quantity
from reportgen.vietnamese.printed import printed


def _headed(value: Any) -> Any:
    return named_entries(value, Topic, Under("mục", "nội dung", "mục con"))


def _spoken(value: Any) -> Any:
    return named_entries(value, Speech, Under("người", "nội dung", "yêu cầu"))


Speeches: TypeAlias = Annotated[tuple[Speech, ...], BeforeValidator(_spoken)]
"""Speeches in a list, each with its keys or behind the speaker's name: `- Nguyễn Đức Mạnh: …`."""


T = TypeVar("T")
Headed: TypeAlias = Annotated[tuple[T, ...], BeforeValidator(_headed)]
"""Parts of the text, in a list or behind their headings: `kết quả: {Kinh tế: …}`."""


class Topic(Section):
    """A part of the text with a heading (mục), possibly with parts of its own. Short form: its text."""

    shorthand: ClassVar[str] = "nội dung"

    title: Maybe[AsLine] = Field(None, validation_alias="mục", description="Tiêu đề của mục.")
    content: Maybe[AsProse] = Field(
        None, validation_alias="nội dung", description="Văn xuôi, danh sách, bảng; số liệu viết {{ tên_chỉ_tiêu }}."
    )
    topics: Headed[Topic] = Field((), validation_alias="mục con", description="Các mục nhỏ bên trong.")
    table: Listed[AsWords] = Field(
        (), validation_alias="bảng chỉ tiêu", description="Tên các chỉ tiêu in thành bảng ở cuối mục."
    )
    table_title: Maybe[AsLine] = Field(None, validation_alias="tên bảng", description="Tên của bảng đó.")
    brief: Maybe[AsProse] = Field(
        None, validation_alias="tóm tắt", description="Đoạn ngắn dùng cho tin bài; bỏ trống thì lấy nội dung."
    )

    @classmethod
    def understood(cls, table: Table) -> Table:
        """The heading with a capital and without the number typed before it: the paper numbers its parts itself."""
        if (title := table.words("mục")) is None:
            return table
        bare = title.piece(unnumbered(title))
        return table.with_entry("mục", bare.reworded(bare[:1].upper() + bare[1:]))


class Causes(Section):
    """Causes of the shortcomings (nguyên nhân). Short form: one text."""

    shorthand: ClassVar[str] = "chung"

    general: Numbered[AsProse] = Field(
        (), validation_alias="chung", description="Nguyên nhân, khi không chia khách quan, chủ quan."
    )
    objective: Numbered[AsProse] = Field((), validation_alias="khách quan", description="Nguyên nhân khách quan.")
    subjective: Numbered[AsProse] = Field((), validation_alias="chủ quan", description="Nguyên nhân chủ quan.")


class Directions(Section):
    """Next year's aims, targets, tasks and solutions (phương hướng). Short form: the aims."""

    shorthand: ClassVar[str] = "mục tiêu"

    outlook: Maybe[AsProse] = Field(
        None, validation_alias="bối cảnh", description="Dự báo tình hình, thuận lợi, khó khăn."
    )
    aims: Numbered[AsProse] = Field((), validation_alias="mục tiêu", description="Mục tiêu tổng quát.")
    targets: Numbered[AsProse] = Field(
        (), validation_alias="chỉ tiêu", description="Chỉ tiêu viết thành câu, ngoài các chỉ tiêu có năm sau."
    )
    tasks: Headed[Topic] = Field((), validation_alias="nhiệm vụ", description="Nhiệm vụ trọng tâm.")
    solutions: Headed[Topic] = Field((), validation_alias="giải pháp", description="Giải pháp thực hiện.")
    proposals: Numbered[AsProse] = Field(
        (), validation_alias="kiến nghị", description="Đề xuất, kiến nghị với cấp trên."
    )

    @classmethod
    def from_row(cls, row: Row) -> Any:
        """A list stands for the tasks."""
        return Table({Words("nhiệm vụ"): row}, row.place, row.key)


_OPINIONS = re.compile(
    r"(?:(?:đã )?có |gồm )?(?P<about>(?:trên|hơn|gần|khoảng) )?(?P<count>\d{1,3})"
    r"(?: (?P<noun>(?:lượt )?ý kiến|(?:bản )?tham luận))?"
    r"(?: (?:tham luận|phát biểu|thảo luận|tham gia|góp ý|đóng góp))*[\s.;,]*",
    re.IGNORECASE,
)
"""How many spoke, with words around it that the papers' sentences have already: `có 6 ý kiến tham luận.`"""
_DOING = re.compile(r"(?:tổng kết|sơ kết|triển khai)\b", re.IGNORECASE)


class Event(Section):
    """The conference (hội nghị). Short form: its days."""

    shorthand: ClassVar[str] = "ngày"

    name: Maybe[AsLine] = Field(
        None, validation_alias="tên", description="Tên hội nghị; bỏ trống thì chương trình đặt theo năm."
    )
    days: Maybe[AsDays] = Field(
        None, validation_alias="ngày", description="Ngày tổ chức: 14/12/2023 hoặc 14-15/12/2023."
    )
    hours: Maybe[AsHours] = Field(
        None, validation_alias="giờ", description="Giờ bắt đầu: 7h30, hoặc từ giờ nào đến giờ nào: 7h30 - 11h30."
    )
    part: Maybe[AsWords] = Field(None, validation_alias="buổi", description="sáng, chiều, tối; bỏ trống nếu không rõ.")
    place: Maybe[AsLine] = Field(None, validation_alias="địa điểm", description="Nơi tổ chức.")
    hosts: Listed[AsWords] = Field(
        (), validation_alias="đơn vị tổ chức", description="Các đơn vị cùng tổ chức; bỏ trống là cơ quan ra báo cáo."
    )
    chairs: People = Field((), validation_alias="chủ trì", description="Người chủ trì.")
    guests: People = Field((), validation_alias="đại biểu", description="Đại biểu cấp trên, từ chức vụ cao nhất.")
    attendance: Maybe[AsWords] = Field(
        None, validation_alias="thành phần", description="Thành phần dự khác, viết thành cụm từ."
    )
    number: Maybe[AsFigure] = Field(None, validation_alias="số người dự", description="Ví dụ: trên 100 đại biểu.")
    opinions: Maybe[AsFigure] = Field(None, validation_alias="ý kiến", description="Số ý kiến, tham luận: 5 ý kiến.")
    speeches: Speeches = Field((), validation_alias="phát biểu", description="Các bài phát biểu.")
    agenda: Agenda = Field(
        (), validation_alias="chương trình", description="Từng việc: 7h30 - 8h00: Đón tiếp đại biểu (Văn phòng)."
    )
    resolutions: Resolutions = Field(
        (), validation_alias="nghị quyết", description="Các nghị quyết được thông qua, có thể kèm kết quả biểu quyết."
    )
    secretaries: People = Field((), validation_alias="thư ký", description="Người ghi biên bản.")
    conclusions: Numbered[AsProse] = Field(
        (), validation_alias="kết luận", description="Kết luận của người chủ trì, mỗi kết luận một mục."
    )
    ended: Maybe[AsHours] = Field(
        None, validation_alias="kết thúc", description="Giờ kết thúc, ghi vào biên bản: 11h30."
    )
    announced: Maybe[AsProse] = Field(None, validation_alias="diễn biến", description="Điều khác diễn ra tại hội nghị.")

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Part of the day, day and place without the words around them; people with a noun; a name that says what the
        conference does with the word for it."""
        if (name := table.words("tên")) and (doing := _DOING.match(name)):
            table = table.with_entry("tên", name.reworded(f"Hội nghị {doing[0].lower()}{name[doing.end() :]}"))
        if when := table.words("ngày"):
            day, where = day_and_place(when)
            if where is not None:
                table = table.with_entry("ngày", when.piece(day)).having({"địa điểm": when.piece(where)})
        days, part, place, number = (table.words(key) for key in ("ngày", "buổi", "địa điểm", "số người dự"))
        for source in (part, days, table.words("giờ")):
            if source is not None and (read := read_part(source)) is not None:
                table = table.with_entry("buổi", source.piece(read))
                break
        if (said := table.words("ý kiến")) is not None and (found := _OPINIONS.fullmatch(said)) is not None:
            noun = found["noun"] or printed("people.opinions")
            counted = f"{found['about'] or ''}{int(found['count']):02d} {noun}"
            table = table.with_entry("ý kiến", said.reworded(counted))
        if place is not None:
            table = table.with_entry("địa điểm", place.piece(read_place(place)))
        if number is not None and (quantity := read_quantity(number).quantity) is not None and not quantity.unit:
            table = table.with_entry("số người dự", number.reworded(f"{number.strip()} {printed('people.delegates')}"))
        return table


class Annex(Section):
    """A further annex (phụ lục) with its own title."""

    title: AsWords = Field(validation_alias="tiêu đề", description="Tên phụ lục.")
    content: AsProse = Field(validation_alias="nội dung", description="Nội dung, thường là một bảng.")
