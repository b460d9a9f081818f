"""The paper's text by blocks: results, shortcomings, directions, the event itself."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.people import Person, Speech
from reportgen.model.section import Section
from reportgen.model.shapes import AsDays, AsFigure, AsProse, AsWords, Each, Maybe, Several


class Topic(Section):
    """A part of the text with a heading (mục), possibly with parts of its own. Short form: its text."""

    shorthand: ClassVar[str] = "nội dung"

    title: Maybe[AsWords] = Field(None, validation_alias="mục", description="Tiêu đề của mục.")
    content: Maybe[AsProse] = Field(
        None, validation_alias="nội dung", description="Văn xuôi, danh sách, bảng; số liệu viết {{ tên_chỉ_tiêu }}."
    )
    topics: Several[Topic] = Field((), validation_alias="mục con", description="Các mục nhỏ bên trong.")
    table: Each[AsWords] = Field(
        (), validation_alias="bảng chỉ tiêu", description="Tên các chỉ tiêu in thành bảng ở cuối mục."
    )
    table_title: Maybe[AsWords] = Field(None, validation_alias="tên bảng", description="Tên của bảng đó.")
    brief: Maybe[AsProse] = Field(
        None, validation_alias="tóm tắt", description="Đoạn ngắn dùng cho tin bài; bỏ trống thì lấy nội dung."
    )


class Causes(Section):
    """Causes of the shortcomings (nguyên nhân). Short form: one text."""

    shorthand: ClassVar[str] = "chung"

    general: Each[AsProse] = Field(
        (), validation_alias="chung", description="Nguyên nhân, khi không chia khách quan, chủ quan."
    )
    objective: Each[AsProse] = Field((), validation_alias="khách quan", description="Nguyên nhân khách quan.")
    subjective: Each[AsProse] = Field((), validation_alias="chủ quan", description="Nguyên nhân chủ quan.")


class Directions(Section):
    """Next year's aims, targets, tasks and solutions (phương hướng). Short form: the aims."""

    shorthand: ClassVar[str] = "mục tiêu"

    outlook: Maybe[AsProse] = Field(
        None, validation_alias="bối cảnh", description="Dự báo tình hình, thuận lợi, khó khăn."
    )
    aims: Each[AsProse] = Field((), validation_alias="mục tiêu", description="Mục tiêu tổng quát.")
    targets: Each[AsProse] = Field(
        (), validation_alias="chỉ tiêu", description="Chỉ tiêu viết thành câu, ngoài các chỉ tiêu có năm sau."
    )
    tasks: Several[Topic] = Field((), validation_alias="nhiệm vụ", description="Nhiệm vụ trọng tâm.")
    solutions: Several[Topic] = Field((), validation_alias="giải pháp", description="Giải pháp thực hiện.")
    proposals: Each[AsProse] = Field((), validation_alias="kiến nghị", description="Đề xuất, kiến nghị với cấp trên.")


class Event(Section):
    """The conference (hội nghị). Short form: its days."""

    shorthand: ClassVar[str] = "ngày"

    name: Maybe[AsWords] = Field(
        None, validation_alias="tên", description="Tên hội nghị; bỏ trống thì chương trình đặt theo năm."
    )
    days: Maybe[AsDays] = Field(
        None, validation_alias="ngày", description="Ngày tổ chức: 14/12/2023 hoặc 14-15/12/2023."
    )
    part: Maybe[AsWords] = Field(None, validation_alias="buổi", description="sáng, chiều, tối; bỏ trống nếu không rõ.")
    place: Maybe[AsWords] = Field(None, validation_alias="địa điểm", description="Nơi tổ chức.")
    hosts: Each[AsWords] = Field(
        (), validation_alias="đơn vị tổ chức", description="Các đơn vị cùng tổ chức; bỏ trống là cơ quan ra báo cáo."
    )
    chairs: Several[Person] = Field((), validation_alias="chủ trì", description="Người chủ trì.")
    guests: Several[Person] = Field(
        (), validation_alias="đại biểu", description="Đại biểu cấp trên, từ chức vụ cao nhất."
    )
    attendance: Maybe[AsWords] = Field(
        None, validation_alias="thành phần", description="Thành phần dự khác, viết thành cụm từ."
    )
    number: Maybe[AsFigure] = Field(None, validation_alias="số người dự", description="Ví dụ: trên 100 đại biểu.")
    opinions: Maybe[AsFigure] = Field(None, validation_alias="ý kiến", description="Số ý kiến, tham luận: 5 ý kiến.")
    speeches: Several[Speech] = Field((), validation_alias="phát biểu", description="Các bài phát biểu.")
    resolutions: Each[AsWords] = Field((), validation_alias="nghị quyết", description="Các nghị quyết được thông qua.")
    announced: Maybe[AsProse] = Field(None, validation_alias="diễn biến", description="Điều khác diễn ra tại hội nghị.")


class Annex(Section):
    """A further annex (phụ lục) with its own title."""

    title: AsWords = Field(validation_alias="tiêu đề", description="Tên phụ lục.")
    content: AsProse = Field(validation_alias="nội dung", description="Nội dung, thường là một bảng.")
