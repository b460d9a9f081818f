"""The paper's text by blocks: results, shortcomings, directions, the event itself."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.leaves import Days, Figure, Prose, Words
from reportgen.model.people import Person, Speech
from reportgen.model.section import Many, Section


class Topic(Section):
    """A part of the text with a heading (mục), possibly with parts of its own. Short form: its text."""

    shorthand: ClassVar[str] = "nội dung"

    title: Words | None = Field(None, alias="mục", description="Tiêu đề của mục.")
    content: Prose | None = Field(
        None, alias="nội dung", description="Văn xuôi, danh sách, bảng; số liệu viết {{ tên_chỉ_tiêu }}."
    )
    topics: Many[Topic] = Field((), alias="mục con", description="Các mục nhỏ bên trong.")
    table: Many[Words] = Field((), alias="bảng chỉ tiêu", description="Tên các chỉ tiêu in thành bảng ở cuối mục.")
    table_title: Words | None = Field(None, alias="tên bảng", description="Tên của bảng đó.")
    brief: Prose | None = Field(
        None, alias="tóm tắt", description="Đoạn ngắn dùng cho tin bài; bỏ trống thì lấy nội dung."
    )


class Causes(Section):
    """Causes of the shortcomings (nguyên nhân). Short form: one text."""

    shorthand: ClassVar[str] = "chung"

    general: Many[Prose] = Field((), alias="chung", description="Nguyên nhân, khi không chia khách quan, chủ quan.")
    objective: Many[Prose] = Field((), alias="khách quan", description="Nguyên nhân khách quan.")
    subjective: Many[Prose] = Field((), alias="chủ quan", description="Nguyên nhân chủ quan.")


class Directions(Section):
    """Next year's aims, targets, tasks and solutions (phương hướng). Short form: the aims."""

    shorthand: ClassVar[str] = "mục tiêu"

    outlook: Prose | None = Field(None, alias="bối cảnh", description="Dự báo tình hình, thuận lợi, khó khăn.")
    aims: Many[Prose] = Field((), alias="mục tiêu", description="Mục tiêu tổng quát.")
    targets: Many[Prose] = Field(
        (), alias="chỉ tiêu", description="Chỉ tiêu viết thành câu, ngoài các chỉ tiêu có năm sau."
    )
    tasks: Many[Topic] = Field((), alias="nhiệm vụ", description="Nhiệm vụ trọng tâm.")
    solutions: Many[Topic] = Field((), alias="giải pháp", description="Giải pháp thực hiện.")
    proposals: Many[Prose] = Field((), alias="kiến nghị", description="Đề xuất, kiến nghị với cấp trên.")


class Event(Section):
    """The conference (hội nghị). Short form: its days."""

    shorthand: ClassVar[str] = "ngày"

    name: Words | None = Field(None, alias="tên", description="Tên hội nghị; bỏ trống thì chương trình đặt theo năm.")
    days: Days | None = Field(None, alias="ngày", description="Ngày tổ chức: 14/12/2023 hoặc 14-15/12/2023.")
    part: Words | None = Field(None, alias="buổi", description="sáng, chiều, tối; bỏ trống nếu không rõ.")
    place: Words | None = Field(None, alias="địa điểm", description="Nơi tổ chức.")
    hosts: Many[Words] = Field(
        (), alias="đơn vị tổ chức", description="Các đơn vị cùng tổ chức; bỏ trống là cơ quan ra báo cáo."
    )
    chairs: Many[Person] = Field((), alias="chủ trì", description="Người chủ trì.")
    guests: Many[Person] = Field((), alias="đại biểu", description="Đại biểu cấp trên, từ chức vụ cao nhất.")
    attendance: Words | None = Field(None, alias="thành phần", description="Thành phần dự khác, viết thành cụm từ.")
    number: Figure | None = Field(None, alias="số người dự", description="Ví dụ: trên 100 đại biểu.")
    opinions: Figure | None = Field(None, alias="ý kiến", description="Số ý kiến, tham luận: 5 ý kiến.")
    speeches: Many[Speech] = Field((), alias="phát biểu", description="Các bài phát biểu.")
    resolutions: Many[Words] = Field((), alias="nghị quyết", description="Các nghị quyết được thông qua.")
    announced: Prose | None = Field(None, alias="diễn biến", description="Điều khác diễn ra tại hội nghị.")


class Annex(Section):
    """A further annex (phụ lục) with its own title."""

    title: Words = Field(alias="tiêu đề", description="Tên phụ lục.")
    content: Prose = Field(alias="nội dung", description="Nội dung, thường là một bảng.")
