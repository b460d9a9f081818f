"""The unit and what stands around a paper's text: letterhead, signature, recipients."""

from __future__ import annotations

from typing import ClassVar

from reportgen.model.fields import Many, key
from reportgen.model.leaves import Days, Flag, Prose, Words
from reportgen.model.section import Section


class Unit(Section):
    """The unit that holds the conference (đơn vị). Short form: its name."""

    shorthand: ClassVar[str] = "tên"

    name: Words = key("tên", "Loại và tên đơn vị: phường Trưng Vương, xã Bình An.")
    organ: Words | None = key("cơ quan", "Cơ quan ra báo cáo: UBND, HĐND, Đảng ủy, Ủy ban MTTQ…; bỏ trống là UBND.")
    above: Words | None = key("cấp trên", "Đơn vị cấp trên trực tiếp: thành phố Uông Bí.")
    province: Words | None = key("tỉnh", "Tỉnh, thành phố: tỉnh Quảng Ninh.")
    fictional: Flag | None = key("hư cấu", "có: đơn vị và số liệu chỉ để minh họa; mọi văn bản in dòng ghi chú.")


class Signer(Section):
    """Who signs (người ký)."""

    shorthand: ClassVar[str] = "họ tên"

    name: Words | None = key("họ tên", "Họ và tên người ký; bỏ trống khi còn là dự thảo.")
    office: Words | None = key("chức vụ", "CHỦ TỊCH, PHÓ CHỦ TỊCH, BÍ THƯ…")
    power: Words | None = key("quyền hạn", "TM., KT., TL., TUQ. (Đảng: T/M, K/T, T/L) và tên cơ quan hoặc chức vụ.")


class Letterhead(Section):
    """The official paper's own facts (văn bản)."""

    regime: Words | None = key("thể thức", "nhà nước hoặc đảng; bỏ trống thì theo cơ quan ra báo cáo.")
    urgency: Words | None = key("độ khẩn", "khẩn, thượng khẩn hoặc hỏa tốc.")
    number: Words | None = key("số", "Số và ký hiệu: 215/BC-UBND; bỏ trống khi chưa có số.")
    date: Days | None = key("ngày", "Ngày ký, dạng 14/12/2023; bỏ trống khi chưa ký.")
    place: Words | None = key("địa danh", "Địa danh trước ngày ký; bỏ trống thì theo tên đơn vị.")
    parent: Words | None = key("cơ quan chủ quản", "Dòng trên của cơ quan ban hành, nếu có.")
    issuer: Many[Words] = key("cơ quan ban hành", "Tên cơ quan ban hành; nhiều dòng thì viết thành danh sách.")
    subject: Words | None = key("trích yếu", "Trích yếu nội dung báo cáo.")
    addressees: Many[Words] = key("kính gửi", "Nơi báo cáo gửi tới.")
    bases: Many[Prose] = key("căn cứ", "Các căn cứ, mỗi căn cứ một mục.")
    signers: Many[Signer] = key(
        "người ký", "Người ký báo cáo; văn bản nhiều cơ quan cùng ký thì mỗi người một mục, từ trái sang phải."
    )
    recipients: Many[Words] = key("nơi nhận", "Nơi nhận, mỗi nơi một mục, mục cuối là Lưu.")
    draft: Words | None = key("dự thảo", "Ví dụ: Dự thảo lần 2.")
