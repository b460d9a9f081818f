"""The unit and what stands around a paper's text: letterhead, signature, recipients."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field

from reportgen.model.section import Named, Section
from reportgen.model.shapes import (
    AsDays,
    AsFlag,
    AsLine,
    AsProse,
    AsWords,
    Each,
    Maybe,
    Numbered,
    Recipients,
    Several,
    Table,
)
from reportgen.names.persons import read_person
from reportgen.names.pieces import whole
from reportgen.names.units import leveled, named_province, read_unit


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

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Body, unit above and province out of the name, each in full."""
        if name := table.words("tên"):
            read = read_unit(name)
            table = table.with_entry("tên", name.piece(read.name)).having(
                {
                    "cơ quan": read.organ and name.piece(read.organ),
                    "cấp trên": read.above and name.piece(read.above),
                    "tỉnh": read.province and name.piece(read.province),
                }
            )
        if (organ := table.words("cơ quan")) and (body := read_unit(organ).organ):
            table = table.with_entry("cơ quan", organ.piece(body))
        for key, reader in (("cấp trên", leveled), ("tỉnh", named_province)):
            if words := table.words(key):
                table = table.with_entry(key, words.piece(reader(whole(words))))
        return table


class Signer(Named):
    """Who signs (người ký)."""

    name: Maybe[AsWords] = Field(
        None, validation_alias="họ tên", description="Họ và tên người ký; bỏ trống khi còn là dự thảo."
    )
    office: Maybe[AsWords] = Field(None, validation_alias="chức vụ", description="CHỦ TỊCH, PHÓ CHỦ TỊCH, BÍ THƯ…")

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Name and office, each in its place; the address is not printed under a signature."""
        name = table.words("họ tên")
        if name is None:
            return table
        read = read_person(name)
        if read.group and read.name is not None:
            return table if "chức vụ" in table else table.without("họ tên").having({"chức vụ": name.piece(read.name)})
        assert read.name is not None
        return table.with_entry("họ tên", name.piece(read.name)).having(
            {"chức vụ": read.office and name.piece(read.office)}
        )

    power: Maybe[AsWords] = Field(
        None,
        validation_alias="quyền hạn",
        description="TM., KT., TL., TUQ. (Đảng: T/M, K/T, T/L) và tên cơ quan hoặc chức vụ.",
    )


class Letterhead(Section):
    """The official paper's own facts (văn bản)."""

    also: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"ngay ky": "ngày", "ngay ban hanh": "ngày", "so ky hieu": "số", "ve viec": "trích yếu", "v/v": "trích yếu"}
    )

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
    place: Maybe[AsLine] = Field(
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
    subject: Maybe[AsLine] = Field(None, validation_alias="trích yếu", description="Trích yếu nội dung báo cáo.")
    submitted: Maybe[AsLine] = Field(
        None, validation_alias="trình", description="Văn bản trình ai, in dưới trích yếu: Kỳ họp thứ 5 HĐND xã khóa II."
    )
    addressees: Recipients[AsWords] = Field((), validation_alias="kính gửi", description="Nơi báo cáo gửi tới.")
    bases: Numbered[AsProse] = Field((), validation_alias="căn cứ", description="Các căn cứ, mỗi căn cứ một mục.")
    signers: Several[Signer] = Field(
        (),
        validation_alias="người ký",
        description="Người ký báo cáo; văn bản nhiều cơ quan cùng ký thì mỗi người một mục, từ trái sang phải.",
    )
    recipients: Recipients[AsWords] = Field(
        (), validation_alias="nơi nhận", description="Nơi nhận, mỗi nơi một mục, mục cuối là Lưu."
    )
    draft: Maybe[AsWords] = Field(None, validation_alias="dự thảo", description="Ví dụ: Dự thảo lần 2.")
