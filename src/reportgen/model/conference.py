"""The whole input: one year-end conference of one unit."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field

from reportgen.model.content import Annex, Causes, Directions, Event, Headed, Topic
from reportgen.model.indicators import Indicator
from reportgen.model.letterhead import Letterhead, Unit
from reportgen.model.meeting import Invitation, Planned, Preparation
from reportgen.model.people import Award, AwardForm, Pledge
from reportgen.model.press import Press
from reportgen.model.section import Section
from reportgen.model.shapes import AsProse, AsWords, AsYear, Keyed, Maybe, Numbered, Several


class Conference(Section):
    """A unit's year under review and the conference that closes it (hội nghị tổng kết)."""

    also: ClassVar[Mapping[str, str]] = MappingProxyType(
        dict.fromkeys(("ton tai", "ton tai, han che", "han che, ton tai", "ton tai han che"), "hạn chế")
        | dict.fromkeys(("phuong huong, nhiem vu", "phuong huong nhiem vu", "nhiem vu"), "phương hướng")
        | {"bai hoc kinh nghiem": "bài học", "thi dua khen thuong": "khen thưởng"}
    )

    year: AsYear = Field(validation_alias="năm", description="Năm được tổng kết.")
    unit: Unit = Field(validation_alias="đơn vị", description="Đơn vị tổ chức hội nghị.")
    letterhead: Letterhead = Field(
        default_factory=Letterhead, validation_alias="văn bản", description="Số, ngày, người ký, nơi nhận của báo cáo."
    )
    letterheads: dict[str, Letterhead] = Field(
        default_factory=dict,
        validation_alias="văn bản khác",
        description="Số, ngày, người ký, nơi nhận của văn bản khác báo cáo; khóa là tên văn bản: chương trình.",
    )
    event: Event = Field(
        default_factory=Event, validation_alias="hội nghị", description="Ngày, nơi, người dự, phát biểu."
    )
    invitation: Invitation = Field(
        default_factory=Invitation, validation_alias="giấy mời", description="Mời những ai, lưu ý gì."
    )
    preparation: Planned = Field(
        default_factory=Preparation,
        validation_alias="kế hoạch tổ chức",
        description="Chuẩn bị hội nghị: việc gì, ai làm, xong trước ngày nào.",
    )
    theme: Maybe[AsWords] = Field(None, validation_alias="chủ đề năm", description="Chủ đề công tác của năm.")
    indicators: dict[str, Indicator] = Field(
        default_factory=dict,
        validation_alias="chỉ tiêu",
        description="Mọi số liệu, mỗi số liệu viết một lần, dưới một tên ngắn.",
    )
    opening: Numbered[AsProse] = Field(
        (), validation_alias="đặc điểm tình hình", description="Đoạn mở đầu: bối cảnh, thuận lợi, khó khăn."
    )
    assessment: Numbered[AsProse] = Field(
        (), validation_alias="đánh giá chung", description="Nhận định chung, không số liệu."
    )
    results: Headed[Topic] = Field((), validation_alias="kết quả", description="Kết quả theo lĩnh vực.")
    shortcomings: Numbered[AsProse] = Field((), validation_alias="hạn chế", description="Tồn tại, hạn chế.")
    causes: Causes = Field(
        default_factory=Causes, validation_alias="nguyên nhân", description="Nguyên nhân của hạn chế."
    )
    lessons: Numbered[AsProse] = Field((), validation_alias="bài học", description="Bài học kinh nghiệm.")
    directions: Directions = Field(
        default_factory=Directions,
        validation_alias="phương hướng",
        description="Mục tiêu, chỉ tiêu, nhiệm vụ, giải pháp năm sau.",
    )
    pledge: Pledge | None = Field(None, validation_alias="giao ước thi đua", description="Giao ước thi đua năm sau.")
    awards: Several[Award] = Field((), validation_alias="khen thưởng", description="Khen thưởng tại hội nghị.")
    award_form: AwardForm = Field(
        default_factory=AwardForm,
        validation_alias="phôi giấy khen",
        description="Lề để in khớp phôi giấy khen.",
    )
    farewell: Maybe[AsProse] = Field(
        None, validation_alias="chia tay", description="Chia tay cán bộ nghỉ hưu, chuyển công tác."
    )
    press: Press = Field(
        default_factory=Press, validation_alias="tin bài", description="Tít, tác giả, ảnh của tin bài."
    )
    annexes: Several[Annex] = Field((), validation_alias="phụ lục", description="Phụ lục khác, ngoài bảng chỉ tiêu.")
    abbreviations: Keyed[AsWords] = Field(
        default_factory=dict, validation_alias="chữ viết tắt", description="Chữ viết tắt: viết đầy đủ."
    )
