"""The paper's text by blocks: results, shortcomings, directions, the event itself."""

from __future__ import annotations

from typing import ClassVar

from reportgen.model.fields import Many, key
from reportgen.model.leaves import Days, Figure, Prose, Words
from reportgen.model.people import Person, Speech
from reportgen.model.section import Section


class Topic(Section):
    """A part of the text with a heading (mục), possibly with parts of its own. Short form: its text."""

    shorthand: ClassVar[str] = "nội dung"

    title: Words | None = key("mục", "Tiêu đề của mục.")
    content: Prose | None = key("nội dung", "Văn xuôi, danh sách, bảng; số liệu viết {{ tên_chỉ_tiêu }}.")
    topics: Many[Topic] = key("mục con", "Các mục nhỏ bên trong.")
    table: Many[Words] = key("bảng chỉ tiêu", "Tên các chỉ tiêu in thành bảng ở cuối mục.")
    table_title: Words | None = key("tên bảng", "Tên của bảng đó.")
    brief: Prose | None = key("tóm tắt", "Đoạn ngắn dùng cho tin bài; bỏ trống thì lấy nội dung.")


class Causes(Section):
    """Causes of the shortcomings (nguyên nhân). Short form: one text."""

    shorthand: ClassVar[str] = "chung"

    general: Many[Prose] = key("chung", "Nguyên nhân, khi không chia khách quan, chủ quan.")
    objective: Many[Prose] = key("khách quan", "Nguyên nhân khách quan.")
    subjective: Many[Prose] = key("chủ quan", "Nguyên nhân chủ quan.")


class Directions(Section):
    """Next year's aims, targets, tasks and solutions (phương hướng). Short form: the aims."""

    shorthand: ClassVar[str] = "mục tiêu"

    outlook: Prose | None = key("bối cảnh", "Dự báo tình hình, thuận lợi, khó khăn.")
    aims: Many[Prose] = key("mục tiêu", "Mục tiêu tổng quát.")
    targets: Many[Prose] = key("chỉ tiêu", "Chỉ tiêu viết thành câu, ngoài các chỉ tiêu có năm sau.")
    tasks: Many[Topic] = key("nhiệm vụ", "Nhiệm vụ trọng tâm.")
    solutions: Many[Topic] = key("giải pháp", "Giải pháp thực hiện.")
    proposals: Many[Prose] = key("kiến nghị", "Đề xuất, kiến nghị với cấp trên.")


class Event(Section):
    """The conference (hội nghị). Short form: its days."""

    shorthand: ClassVar[str] = "ngày"

    name: Words | None = key("tên", "Tên hội nghị; bỏ trống thì chương trình đặt theo năm.")
    days: Days | None = key("ngày", "Ngày tổ chức: 14/12/2023 hoặc 14-15/12/2023.")
    part: Words | None = key("buổi", "sáng, chiều, tối; bỏ trống nếu không rõ.")
    place: Words | None = key("địa điểm", "Nơi tổ chức.")
    hosts: Many[Words] = key("đơn vị tổ chức", "Các đơn vị cùng tổ chức; bỏ trống là cơ quan ra báo cáo.")
    chairs: Many[Person] = key("chủ trì", "Người chủ trì.")
    guests: Many[Person] = key("đại biểu", "Đại biểu cấp trên, từ chức vụ cao nhất.")
    attendance: Words | None = key("thành phần", "Thành phần dự khác, viết thành cụm từ.")
    number: Figure | None = key("số người dự", "Ví dụ: trên 100 đại biểu.")
    opinions: Figure | None = key("ý kiến", "Số ý kiến, tham luận: 5 ý kiến.")
    speeches: Many[Speech] = key("phát biểu", "Các bài phát biểu.")
    resolutions: Many[Words] = key("nghị quyết", "Các nghị quyết được thông qua.")
    announced: Prose | None = key("diễn biến", "Điều khác diễn ra tại hội nghị.")


class Annex(Section):
    """A further annex (phụ lục) with its own title."""

    title: Words = key("tiêu đề", "Tên phụ lục.")
    content: Prose = key("nội dung", "Nội dung, thường là một bảng.")
