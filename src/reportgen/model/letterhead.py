"""The unit and what stands around a paper's text: letterhead, signature, recipients."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.section import Section
from reportgen.model.shapes import AsDays, AsFlag, AsProse, AsWords, Each, Maybe, Several


class Unit(Section):
    """The unit that holds the conference (đơn vị). Short form: its name."""

    shorthand: ClassVar[str] = "tên"

    name: AsWords = Field(validation_alias="tên", description="Loại và tên đơn vị: phường Trưng Vương, xã Bình An.")
    organ: Maybe[AsWords] = Field(
        None,
        validation_alias="cơ quan",
        description="Cơ quan ra báo cáo: UBND, HĐND, Đảng ủy, Ủy ban MTTQ…; bỏ trống là UBND.",
    )
    above: Maybe[AsWords] = Field(
        None, validation_alias="cấp trên", description="Đơn vị cấp trên trực tiếp: thành phố Uông Bí."
    )
    province: Maybe[AsWords] = Field(None, validation_alias="tỉnh", description="Tỉnh, thành phố: tỉnh Quảng Ninh.")
    fictional: Maybe[AsFlag] = Field(
        None,
        validation_alias="hư cấu",
        description="có: đơn vị và số liệu chỉ để minh họa; mọi văn bản in dòng ghi chú.",
    )


class Signer(Section):
    """Who signs (người ký)."""

    shorthand: ClassVar[str] = "họ tên"

    name: Maybe[AsWords] = Field(
        None, validation_alias="họ tên", description="Họ và tên người ký; bỏ trống khi còn là dự thảo."
    )
    office: Maybe[AsWords] = Field(None, validation_alias="chức vụ", description="CHỦ TỊCH, PHÓ CHỦ TỊCH, BÍ THƯ…")
    power: Maybe[AsWords] = Field(
        None,
        validation_alias="quyền hạn",
        description="TM., KT., TL., TUQ. (Đảng: T/M, K/T, T/L) và tên cơ quan hoặc chức vụ.",
    )


class Letterhead(Section):
    """The official paper's own facts (văn bản)."""

    regime: Maybe[AsWords] = Field(
        None, validation_alias="thể thức", description="nhà nước hoặc đảng; bỏ trống thì theo cơ quan ra báo cáo."
    )
    urgency: Maybe[AsWords] = Field(None, validation_alias="độ khẩn", description="khẩn, thượng khẩn hoặc hỏa tốc.")
    number: Maybe[AsWords] = Field(
        None, validation_alias="số", description="Số và ký hiệu: 215/BC-UBND; bỏ trống khi chưa có số."
    )
    date: Maybe[AsDays] = Field(
        None, validation_alias="ngày", description="Ngày ký, dạng 14/12/2023; bỏ trống khi chưa ký."
    )
    place: Maybe[AsWords] = Field(
        None, validation_alias="địa danh", description="Địa danh trước ngày ký; bỏ trống thì theo tên đơn vị."
    )
    parent: Maybe[AsWords] = Field(
        None, validation_alias="cơ quan chủ quản", description="Dòng trên của cơ quan ban hành, nếu có."
    )
    issuer: Each[AsWords] = Field(
        (),
        validation_alias="cơ quan ban hành",
        description="Tên cơ quan ban hành; nhiều dòng thì viết thành danh sách.",
    )
    subject: Maybe[AsWords] = Field(None, validation_alias="trích yếu", description="Trích yếu nội dung báo cáo.")
    addressees: Each[AsWords] = Field((), validation_alias="kính gửi", description="Nơi báo cáo gửi tới.")
    bases: Each[AsProse] = Field((), validation_alias="căn cứ", description="Các căn cứ, mỗi căn cứ một mục.")
    signers: Several[Signer] = Field(
        (),
        validation_alias="người ký",
        description="Người ký báo cáo; văn bản nhiều cơ quan cùng ký thì mỗi người một mục, từ trái sang phải.",
    )
    recipients: Each[AsWords] = Field(
        (), validation_alias="nơi nhận", description="Nơi nhận, mỗi nơi một mục, mục cuối là Lưu."
    )
    draft: Maybe[AsWords] = Field(None, validation_alias="dự thảo", description="Ví dụ: Dự thảo lần 2.")
