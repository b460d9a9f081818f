"""What only the press article needs (tin bài)."""

from __future__ import annotations

import re
from typing import ClassVar

from pydantic import Field

from reportgen.model.section import Section
from reportgen.model.shapes import AsLine, AsProse, AsWords, Each, Listed, Maybe, Several, Table
from reportgen.names.persons import read_person
from reportgen.names.pieces import Piece, cut, whole

BLOCKS = ("kết quả", "hạn chế", "phương hướng", "phát biểu", "diễn biến", "giao ước", "khen thưởng", "chia tay")
"""The parts of an article, in their usual order."""
LENGTHS = ("ngắn", "vừa", "dài")
"""How long an article may be asked to be."""
PHOTO_PLACES = ("mở đầu", "kết quả", "phát biểu", "giao ước", "khen thưởng", "chia tay")
"""Where in the article a photograph may stand."""


class Photo(Section):
    """A photograph (ảnh) with its caption. Without a file the caption stands where the picture will. Short form:
    caption."""

    shorthand: ClassVar[str] = "chú thích"

    file: Maybe[AsWords] = Field(
        None, validation_alias="tệp", description="Tệp ảnh, trong thư mục của tệp đầu vào; bỏ trống khi chưa có ảnh."
    )
    caption: AsLine = Field(validation_alias="chú thích", description="Chú thích, một câu có dấu chấm.")
    credit: Maybe[AsWords] = Field(None, validation_alias="tác giả", description="Người chụp, nếu khác tác giả bài.")
    alternative: Maybe[AsWords] = Field(
        None,
        validation_alias="mô tả",
        description="Trong ảnh có gì, cho người không nhìn được; bắt buộc khi có tệp ảnh.",
    )
    after: Maybe[AsWords] = Field(
        None,
        validation_alias="vị trí",
        description="Đứng sau phần nào: mở đầu, kết quả, phát biểu, giao ước, khen thưởng, chia tay.",
    )


_REACHED_BY = {
    "điện thoại": re.compile(
        r"(?:(?:số )?(?:điện thoại|đt|đtdđ|sđt|tel|di động)\s*[:.]?\s*)?(?P<it>(?:\+84|0)\d(?:[ .]?\d){7,9})(?!\d)",
        re.IGNORECASE,
    ),
    "thư điện tử": re.compile(
        r"(?:(?:thư điện tử|e-?mail)\s*:?\s*)?(?P<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
    ),
}
"""Key → how it stands in a line with the name, its label before it."""


class Contact(Section):
    """Whom other newsrooms may ask (liên hệ). Short form: the name."""

    shorthand: ClassVar[str] = "họ tên"

    name: Maybe[AsWords] = Field(None, validation_alias="họ tên", description="Người trả lời báo chí.")
    office: Maybe[AsWords] = Field(None, validation_alias="chức vụ", description="Chức vụ của người đó.")
    phone: Maybe[AsWords] = Field(None, validation_alias="điện thoại", description="Số điện thoại.")
    email: Maybe[AsWords] = Field(None, validation_alias="thư điện tử", description="Địa chỉ thư điện tử.")
    address: Maybe[AsLine] = Field(None, validation_alias="địa chỉ", description="Địa chỉ cơ quan.")
    site: Maybe[AsWords] = Field(None, validation_alias="trang thông tin", description="Địa chỉ cổng thông tin.")

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Office, telephone and mail address out of one line with the name."""
        line = table.words("họ tên")
        if line is None:
            return table
        found = {key: sign.search(line) for key, sign in _REACHED_BY.items()}
        reached = {key: line.piece(Piece(one["it"], *one.span("it"))) for key, one in found.items() if one}
        person = cut(whole(line), 0, min((one.start() for one in found.values() if one), default=len(line)))
        read = read_person(person.text.rstrip(" ,;:-–("))
        if read.group or read.name is None:
            return table.with_entry("họ tên", line.piece(person)).having(reached) if person.text else table
        office = line.piece(read.office) if read.office else None
        return table.with_entry("họ tên", line.piece(read.name)).having({"chức vụ": office, **reached})


class Press(Section):
    """The article's own facts."""

    headline: Maybe[AsLine] = Field(
        None, validation_alias="tiêu đề", description="Tít bài; bỏ trống thì chương trình đặt."
    )
    standfirst: Maybe[AsProse] = Field(
        None, validation_alias="sapo", description="Đoạn sapo; bỏ trống thì chương trình viết."
    )
    highlights: Listed[AsWords] = Field(
        (),
        validation_alias="điểm nhấn",
        description="Tên các chỉ tiêu được đưa vào bài; bỏ trống thì lấy phần kết quả.",
    )
    length: Maybe[AsWords] = Field(
        None,
        validation_alias="độ dài",
        description="ngắn (350-500 chữ), vừa (450-700) hoặc dài (600-900); bỏ trống là dài.",
    )
    layout: Each[AsWords] = Field(
        (),
        validation_alias="bố cục",
        description="Thứ tự các phần: kết quả, hạn chế, phương hướng, phát biểu, giao ước, khen thưởng, chia tay.",
    )
    author: Maybe[AsLine] = Field(None, validation_alias="tác giả", description="Tác giả bài.")
    source: Maybe[AsLine] = Field(None, validation_alias="nguồn", description="Nguồn tin, khi đăng lại.")
    keywords: Listed[AsWords] = Field(
        (),
        validation_alias="từ khóa",
        description="Từ khóa cho cổng thông tin và máy tìm kiếm; bỏ trống thì chương trình đặt.",
    )
    page: Maybe[AsWords] = Field(
        None,
        validation_alias="địa chỉ trang",
        description="Địa chỉ (https://…) sẽ đặt trang tin-bai.html, để mạng xã hội thấy ảnh; chưa biết thì bỏ trống.",
    )
    address: Maybe[AsLine] = Field(None, validation_alias="xưng hô", description="đồng chí (mặc định) hoặc ông, bà.")
    contact: Contact = Field(
        default_factory=Contact, validation_alias="liên hệ", description="Nơi liên hệ, in ở thông cáo báo chí."
    )
    about: Maybe[AsProse] = Field(
        None, validation_alias="giới thiệu", description="Vài câu giới thiệu đơn vị, in ở cuối thông cáo báo chí."
    )
    photos: Several[Photo] = Field((), validation_alias="ảnh", description="Ảnh theo thứ tự trong bài.")
