"""What only the press article needs (tin bài)."""

from __future__ import annotations

from typing import ClassVar

from reportgen.model.fields import Many, key
from reportgen.model.leaves import Prose, Words
from reportgen.model.section import Section

BLOCKS = ("kết quả", "hạn chế", "phương hướng", "phát biểu", "giao ước", "khen thưởng", "chia tay")
"""The parts of an article, in their usual order."""
LENGTHS = ("ngắn", "vừa", "dài")
"""How long an article may be asked to be."""
PHOTO_PLACES = ("mở đầu", "kết quả", "phát biểu", "giao ước", "khen thưởng", "chia tay")
"""Where in the article a photograph may stand."""


class Photo(Section):
    """A photograph (ảnh) with its caption. Without a file the caption stands where the picture will. Short form:
    caption."""

    shorthand: ClassVar[str] = "chú thích"

    file: Words | None = key("tệp", "Tệp ảnh, trong thư mục của tệp đầu vào; bỏ trống khi chưa có ảnh.")
    caption: Words = key("chú thích", "Chú thích, một câu có dấu chấm.")
    credit: Words | None = key("tác giả", "Người chụp, nếu khác tác giả bài.")
    alternative: Words | None = key("mô tả", "Trong ảnh có gì, cho người không nhìn được; bắt buộc khi có tệp ảnh.")
    after: Words | None = key(
        "vị trí", "Đứng sau phần nào: mở đầu, kết quả, phát biểu, giao ước, khen thưởng, chia tay."
    )


class Contact(Section):
    """Whom other newsrooms may ask (liên hệ). Short form: the name."""

    shorthand: ClassVar[str] = "họ tên"

    name: Words | None = key("họ tên", "Người trả lời báo chí.")
    office: Words | None = key("chức vụ", "Chức vụ của người đó.")
    phone: Words | None = key("điện thoại", "Số điện thoại.")
    email: Words | None = key("thư điện tử", "Địa chỉ thư điện tử.")
    address: Words | None = key("địa chỉ", "Địa chỉ cơ quan.")
    site: Words | None = key("trang thông tin", "Địa chỉ cổng thông tin.")


class Press(Section):
    """The article's own facts."""

    headline: Words | None = key("tiêu đề", "Tít bài; bỏ trống thì chương trình đặt.")
    standfirst: Prose | None = key("sapo", "Đoạn sapo; bỏ trống thì chương trình viết.")
    highlights: Many[Words] = key("điểm nhấn", "Tên các chỉ tiêu được đưa vào bài; bỏ trống thì lấy phần kết quả.")
    length: Words | None = key("độ dài", "ngắn (350-500 chữ), vừa (450-700) hoặc dài (600-900); bỏ trống là dài.")
    layout: Many[Words] = key(
        "bố cục", "Thứ tự các phần: kết quả, hạn chế, phương hướng, phát biểu, giao ước, khen thưởng, chia tay."
    )
    author: Words | None = key("tác giả", "Tác giả bài.")
    source: Words | None = key("nguồn", "Nguồn tin, khi đăng lại.")
    keywords: Many[Words] = key("từ khóa", "Từ khóa cho cổng thông tin và máy tìm kiếm; bỏ trống thì chương trình đặt.")
    page: Words | None = key(
        "địa chỉ trang",
        "Địa chỉ (https://…) sẽ đặt trang tin-bai.html, để mạng xã hội thấy ảnh; chưa biết thì bỏ trống.",
    )
    address: Words | None = key("xưng hô", "đồng chí (mặc định) hoặc ông, bà.")
    contact: Contact = key("liên hệ", "Nơi liên hệ, in ở thông cáo báo chí.")
    about: Prose | None = key("giới thiệu", "Vài câu giới thiệu đơn vị, in ở cuối thông cáo báo chí.")
    photos: Many[Photo] = key("ảnh", "Ảnh theo thứ tự trong bài.")
