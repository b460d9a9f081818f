"""The whole input: one year-end conference of one unit."""

from __future__ import annotations

from pydantic import Field

from reportgen.model.content import Annex, Causes, Directions, Event, Topic
from reportgen.model.indicators import Indicator
from reportgen.model.leaves import Prose, Words, Year
from reportgen.model.letterhead import Letterhead, Unit
from reportgen.model.people import Award, Pledge
from reportgen.model.press import Press
from reportgen.model.section import Many, Section


class Conference(Section):
    """A unit's year under review and the conference that closes it (hội nghị tổng kết)."""

    year: Year = Field(alias="năm", description="Năm được tổng kết.")
    unit: Unit = Field(alias="đơn vị", description="Đơn vị tổ chức hội nghị.")
    letterhead: Letterhead = Field(
        default_factory=Letterhead.model_construct,
        alias="văn bản",
        description="Số, ngày, người ký, nơi nhận của báo cáo.",
    )
    event: Event = Field(
        default_factory=Event.model_construct, alias="hội nghị", description="Ngày, nơi, người dự, phát biểu."
    )
    theme: Words | None = Field(None, alias="chủ đề năm", description="Chủ đề công tác của năm.")
    indicators: dict[str, Indicator] = Field(
        {}, alias="chỉ tiêu", description="Mọi số liệu, mỗi số liệu viết một lần, dưới một tên ngắn."
    )
    opening: Many[Prose] = Field(
        (), alias="đặc điểm tình hình", description="Đoạn mở đầu: bối cảnh, thuận lợi, khó khăn."
    )
    assessment: Many[Prose] = Field((), alias="đánh giá chung", description="Nhận định chung, không số liệu.")
    results: Many[Topic] = Field((), alias="kết quả", description="Kết quả theo lĩnh vực.")
    shortcomings: Many[Prose] = Field((), alias="hạn chế", description="Tồn tại, hạn chế.")
    causes: Causes = Field(
        default_factory=Causes.model_construct, alias="nguyên nhân", description="Nguyên nhân của hạn chế."
    )
    lessons: Many[Prose] = Field((), alias="bài học", description="Bài học kinh nghiệm.")
    directions: Directions = Field(
        default_factory=Directions.model_construct,
        alias="phương hướng",
        description="Mục tiêu, chỉ tiêu, nhiệm vụ, giải pháp năm sau.",
    )
    pledge: Pledge | None = Field(None, alias="giao ước thi đua", description="Giao ước thi đua năm sau.")
    awards: Many[Award] = Field((), alias="khen thưởng", description="Khen thưởng tại hội nghị.")
    farewell: Prose | None = Field(None, alias="chia tay", description="Chia tay cán bộ nghỉ hưu, chuyển công tác.")
    press: Press = Field(
        default_factory=Press.model_construct, alias="tin bài", description="Tít, tác giả, ảnh của tin bài."
    )
    annexes: Many[Annex] = Field((), alias="phụ lục", description="Phụ lục khác, ngoài bảng chỉ tiêu.")
    abbreviations: dict[str, Words] = Field({}, alias="chữ viết tắt", description="Chữ viết tắt: viết đầy đủ.")
