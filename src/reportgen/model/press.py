"""What only the press article needs (tin bài)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.leaves import Prose, Words
from reportgen.model.section import Many, Section


class Photo(Section):
    """A photograph (ảnh) with its caption. Without a file the caption stands where the picture will. Short form:
    caption."""

    shorthand: ClassVar[str] = "chú thích"

    file: Words | None = Field(
        None, alias="tệp", description="Tệp ảnh, trong thư mục của tệp đầu vào; bỏ trống khi chưa có ảnh."
    )
    caption: Words = Field(alias="chú thích", description="Chú thích, một câu có dấu chấm.")
    credit: Words | None = Field(None, alias="tác giả", description="Người chụp, nếu khác tác giả bài.")
    alternative: Words | None = Field(
        None, alias="mô tả", description="Trong ảnh có gì, cho người không nhìn được; bắt buộc khi có tệp ảnh."
    )
    after: Words | None = Field(
        None,
        alias="vị trí",
        description="Đứng sau phần nào: mở đầu, kết quả, phát biểu, giao ước, khen thưởng, chia tay.",
    )


class Contact(Section):
    """Whom other newsrooms may ask (liên hệ). Short form: the name."""

    shorthand: ClassVar[str] = "họ tên"

    name: Words | None = Field(None, alias="họ tên", description="Người trả lời báo chí.")
    office: Words | None = Field(None, alias="chức vụ", description="Chức vụ của người đó.")
    phone: Words | None = Field(None, alias="điện thoại", description="Số điện thoại.")
    email: Words | None = Field(None, alias="thư điện tử", description="Địa chỉ thư điện tử.")
    address: Words | None = Field(None, alias="địa chỉ", description="Địa chỉ cơ quan.")
    site: Words | None = Field(None, alias="trang thông tin", description="Địa chỉ cổng thông tin.")


class Press(Section):
    """The article's own facts."""

    headline: Words | None = Field(None, alias="tiêu đề", description="Tít bài; bỏ trống thì chương trình đặt.")
    standfirst: Prose | None = Field(None, alias="sapo", description="Đoạn sapo; bỏ trống thì chương trình viết.")
    highlights: Many[Words] = Field(
        (), alias="điểm nhấn", description="Tên các chỉ tiêu được đưa vào bài; bỏ trống thì lấy phần kết quả."
    )
    length: Words | None = Field(
        None, alias="độ dài", description="ngắn (350-500 chữ), vừa (450-700) hoặc dài (600-900); bỏ trống là dài."
    )
    layout: Many[Words] = Field(
        (),
        alias="bố cục",
        description="Thứ tự các phần: kết quả, hạn chế, phương hướng, phát biểu, giao ước, khen thưởng, chia tay.",
    )
    author: Words | None = Field(None, alias="tác giả", description="Tác giả bài.")
    source: Words | None = Field(None, alias="nguồn", description="Nguồn tin, khi đăng lại.")
    keywords: Many[Words] = Field(
        (), alias="từ khóa", description="Từ khóa cho cổng thông tin và máy tìm kiếm; bỏ trống thì chương trình đặt."
    )
    page: Words | None = Field(
        None,
        alias="địa chỉ trang",
        description="Địa chỉ (https://…) sẽ đặt trang tin-bai.html, để mạng xã hội thấy ảnh; chưa biết thì bỏ trống.",
    )
    address: Words | None = Field(None, alias="xưng hô", description="đồng chí (mặc định) hoặc ông, bà.")
    contact: Contact = Field(
        default_factory=Contact.model_construct, alias="liên hệ", description="Nơi liên hệ, in ở thông cáo báo chí."
    )
    about: Prose | None = Field(
        None, alias="giới thiệu", description="Vài câu giới thiệu đơn vị, in ở cuối thông cáo báo chí."
    )
    photos: Many[Photo] = Field((), alias="ảnh", description="Ảnh theo thứ tự trong bài.")
