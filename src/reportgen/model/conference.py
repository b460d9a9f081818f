"""The whole input: one year-end conference of one unit."""

from __future__ import annotations

from reportgen.model.content import Annex, Causes, Directions, Event, Topic
from reportgen.model.fields import Many, key
from reportgen.model.indicators import Indicator
from reportgen.model.leaves import Prose, Words, Year
from reportgen.model.letterhead import Letterhead, Unit
from reportgen.model.people import Award, Pledge
from reportgen.model.press import Press
from reportgen.model.section import Section


class Conference(Section):
    """A unit's year under review and the conference that closes it (hội nghị tổng kết)."""

    year: Year = key("năm", "Năm được tổng kết.")
    unit: Unit = key("đơn vị", "Đơn vị tổ chức hội nghị.")
    letterhead: Letterhead = key("văn bản", "Số, ngày, người ký, nơi nhận của báo cáo.")
    letterheads: dict[str, Letterhead] = key(
        "văn bản khác", "Số, ngày, người ký, nơi nhận của văn bản khác báo cáo; khóa là tên văn bản: chương trình."
    )
    event: Event = key("hội nghị", "Ngày, nơi, người dự, phát biểu.")
    theme: Words | None = key("chủ đề năm", "Chủ đề công tác của năm.")
    indicators: dict[str, Indicator] = key("chỉ tiêu", "Mọi số liệu, mỗi số liệu viết một lần, dưới một tên ngắn.")
    opening: Many[Prose] = key("đặc điểm tình hình", "Đoạn mở đầu: bối cảnh, thuận lợi, khó khăn.")
    assessment: Many[Prose] = key("đánh giá chung", "Nhận định chung, không số liệu.")
    results: Many[Topic] = key("kết quả", "Kết quả theo lĩnh vực.")
    shortcomings: Many[Prose] = key("hạn chế", "Tồn tại, hạn chế.")
    causes: Causes = key("nguyên nhân", "Nguyên nhân của hạn chế.")
    lessons: Many[Prose] = key("bài học", "Bài học kinh nghiệm.")
    directions: Directions = key("phương hướng", "Mục tiêu, chỉ tiêu, nhiệm vụ, giải pháp năm sau.")
    pledge: Pledge | None = key("giao ước thi đua", "Giao ước thi đua năm sau.")
    awards: Many[Award] = key("khen thưởng", "Khen thưởng tại hội nghị.")
    farewell: Prose | None = key("chia tay", "Chia tay cán bộ nghỉ hưu, chuyển công tác.")
    press: Press = key("tin bài", "Tít, tác giả, ảnh của tin bài.")
    annexes: Many[Annex] = key("phụ lục", "Phụ lục khác, ngoài bảng chỉ tiêu.")
    abbreviations: dict[str, Words] = key("chữ viết tắt", "Chữ viết tắt: viết đầy đủ.")
