"""What the page around the papers says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("Xem trước", "Preview"),
        "papers": ("Các văn bản", "Papers"),
        "problems": ("Thông báo", "Problems"),
        "source": ("Nguồn của số liệu", "Where a figure comes from"),
        "ask": (
            "Bấm vào một số trong bài để xem số ấy lấy từ dòng nào của tệp dữ liệu.",
            "Click on a figure to see the line of the input that it comes from.",
        ),
        "unknown": ("Số này không lấy từ một chỉ tiêu của tệp.", "This figure is no indicator of the input."),
        "good": ("Không có lỗi.", "No problems."),
        "old": (
            "Tệp đang có lỗi: dưới đây là bản gần nhất không có lỗi.",
            "The input has errors: below are the last papers without any.",
        ),
        "none": (
            "Chưa có văn bản nào: sửa các lỗi trên rồi lưu tệp.",
            "There are no papers yet: mend the errors above and save.",
        ),
        "gone": ("Chương trình xem trước đã dừng.", "The preview has ended."),
        "paper": ("Văn bản", "Paper"),
        "script": ("Trang này cần JavaScript.", "This page needs JavaScript."),
    }
)


def words(lang: str) -> dict[str, str]:
    """Each text in the language."""
    return {name: pair[lang == "en"] for name, pair in WORDS.items()}
