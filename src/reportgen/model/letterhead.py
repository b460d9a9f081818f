"""The unit and what stands around a paper's text: letterhead, signature, recipients."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.leaves import Days, Flag, Prose, Words
from reportgen.model.section import Many, Section


class Unit(Section):
    """The unit that holds the conference (đơn vị). Short form: its name."""

    shorthand: ClassVar[str] = "tên"

    name: Words = Field(alias="tên", description="Loại và tên đơn vị: phường Trưng Vương, xã Bình An.")
    organ: Words | None = Field(
        None, alias="cơ quan", description="Cơ quan ra báo cáo: UBND, HĐND, Đảng ủy, Ủy ban MTTQ…; bỏ trống là UBND."
    )
    above: Words | None = Field(None, alias="cấp trên", description="Đơn vị cấp trên trực tiếp: thành phố Uông Bí.")
    province: Words | None = Field(None, alias="tỉnh", description="Tỉnh, thành phố: tỉnh Quảng Ninh.")
    fictional: Flag | None = Field(
        None, alias="hư cấu", description="có: đơn vị và số liệu chỉ để minh họa; mọi văn bản in dòng ghi chú."
    )


class Signer(Section):
    """Who signs (người ký)."""

    shorthand: ClassVar[str] = "họ tên"

    name: Words | None = Field(None, alias="họ tên", description="Họ và tên người ký; bỏ trống khi còn là dự thảo.")
    office: Words | None = Field(None, alias="chức vụ", description="CHỦ TỊCH, PHÓ CHỦ TỊCH, BÍ THƯ…")
    power: Words | None = Field(
        None, alias="quyền hạn", description="TM., KT., TL., TUQ. (Đảng: T/M, K/T, T/L) và tên cơ quan hoặc chức vụ."
    )


class Letterhead(Section):
    """The official paper's own facts (văn bản)."""

    regime: Words | None = Field(
        None, alias="thể thức", description="nhà nước hoặc đảng; bỏ trống thì theo cơ quan ra báo cáo."
    )
    urgency: Words | None = Field(None, alias="độ khẩn", description="khẩn, thượng khẩn hoặc hỏa tốc.")
    number: Words | None = Field(None, alias="số", description="Số và ký hiệu: 215/BC-UBND; bỏ trống khi chưa có số.")
    date: Days | None = Field(None, alias="ngày", description="Ngày ký, dạng 14/12/2023; bỏ trống khi chưa ký.")
    place: Words | None = Field(
        None, alias="địa danh", description="Địa danh trước ngày ký; bỏ trống thì theo tên đơn vị."
    )
    parent: Words | None = Field(None, alias="cơ quan chủ quản", description="Dòng trên của cơ quan ban hành, nếu có.")
    issuer: Many[Words] = Field(
        (), alias="cơ quan ban hành", description="Tên cơ quan ban hành; nhiều dòng thì viết thành danh sách."
    )
    subject: Words | None = Field(None, alias="trích yếu", description="Trích yếu nội dung báo cáo.")
    addressees: Many[Words] = Field((), alias="kính gửi", description="Nơi báo cáo gửi tới.")
    bases: Many[Prose] = Field((), alias="căn cứ", description="Các căn cứ, mỗi căn cứ một mục.")
    signers: Many[Signer] = Field(
        (),
        alias="người ký",
        description="Người ký báo cáo; văn bản nhiều cơ quan cùng ký thì mỗi người một mục, từ trái sang phải.",
    )
    recipients: Many[Words] = Field((), alias="nơi nhận", description="Nơi nhận, mỗi nơi một mục, mục cuối là Lưu.")
    draft: Words | None = Field(None, alias="dự thảo", description="Ví dụ: Dự thảo lần 2.")
