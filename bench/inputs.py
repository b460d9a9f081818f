"""Inputs of any size, consistent figures and all."""

from __future__ import annotations

PARAGRAPH = (
    "Phường đã triển khai đồng bộ các giải pháp, phân công rõ trách nhiệm từng bộ phận và kiểm tra tiến độ hằng tháng; "
    "{{{{ ct_{number} }}}}. Công tác tuyên truyền được duy trì thường xuyên, tạo sự đồng thuận trong Nhân dân."
)
PARAGRAPHS_A_PAGE = 8


def large_input(pages: int, indicators: int = 40, *, wrong: bool = False) -> str:
    """The YAML of a report of about that many pages with that many indicators; `wrong`: each with a ratio that is not
    its own."""
    lines = ["năm: 2025", "đơn vị: {tên: phường Minh Họa, hư cấu: có}", "chỉ tiêu:"]
    for number in range(indicators):
        plan = 1000 + number
        lines += [
            f"  ct_{number}:",
            f"    tên: chỉ tiêu thứ {_words(number)}",
            f'    thực hiện: "{plan + 50:,} triệu đồng"'.replace(",", "."),
            f'    kế hoạch: {{giá trị: "{plan:,} triệu đồng"'.replace(",", ".")
            + (', tỷ lệ: "250%"}' if wrong else "}"),
            f'    năm trước: "{plan - 40:,} triệu đồng"'.replace(",", "."),
        ]
    lines.append("kết quả:")
    for topic in range(max(1, pages)):
        lines += [f"  - mục: Lĩnh vực công tác {_words(topic)}", "    nội dung: |"]
        for place in range(PARAGRAPHS_A_PAGE):
            number = (topic * PARAGRAPHS_A_PAGE + place) % indicators
            lines += [f"      {PARAGRAPH.format(number=number)}", ""]
    return "\n".join(lines) + "\n"


def _words(number: int) -> str:
    """A number in letters, so that names hold no figures."""
    return " ".join("abcdefghij"[int(digit)] for digit in str(number))


def commune_input(number: int, indicators: int = 40) -> str:
    """The YAML of one commune of many: the same indicators as the others, figures of its own."""
    lines = ["năm: 2025", f"đơn vị: {{tên: xã Số {number}, tỉnh: tỉnh Minh Họa, hư cấu: có}}", "chỉ tiêu:"]
    for place in range(indicators):
        value = 1000 + 7 * number + place
        lines += [
            f"  ct_{place}:",
            f"    tên: chỉ tiêu thứ {_words(place)}",
            f'    thực hiện: "{value:,} triệu đồng"'.replace(",", "."),
            f'    năm trước: "{value - 40:,} triệu đồng"'.replace(",", "."),
        ]
    return "\n".join(lines) + "\n"
