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


class Press(Section):
    """The article's own facts."""

    headline: Words | None = Field(None, alias="tiêu đề", description="Tít bài; bỏ trống thì chương trình đặt.")
    standfirst: Prose | None = Field(None, alias="sapo", description="Đoạn sapo; bỏ trống thì chương trình viết.")
    highlights: Many[Words] = Field(
        (), alias="điểm nhấn", description="Tên các chỉ tiêu được đưa vào bài; bỏ trống thì lấy phần kết quả."
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
    photos: Many[Photo] = Field((), alias="ảnh", description="Ảnh theo thứ tự trong bài.")
