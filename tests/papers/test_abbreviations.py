"""Abbreviations: spelt out once, then short; in headings always in full; what the text explains stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.layout.document import Document
from reportgen.model.reading import Input
from reportgen.papers import papers_for, render
from reportgen.tree import text

INPUT = """
năm: 2025
đơn vị: xã Bình An
chữ viết tắt: {{CĐS: chuyển đổi số}}
kết quả:
  - mục: {heading}
    nội dung: "{words}"
"""


def printed(given: Input, kind: str = "bao-cao") -> str:
    document = render(given, papers_for(None)[kind])
    assert isinstance(document, Document)
    return text(document.tree).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "report", "article"),
    [
        ("Thu NSNN vượt dự toán.", "Thu ngân sách nhà nước vượt dự toán.", "Thu ngân sách nhà nước vượt dự toán."),
        ("NTM tốt; NTM bền.", "Nông thôn mới (NTM) tốt; NTM bền.", "Nông thôn mới (NTM) tốt; NTM bền."),
        ("Công tác CĐS tiến bộ.", "Công tác chuyển đổi số tiến bộ.", "Công tác chuyển đổi số tiến bộ."),
        ("KT-XH ổn định.", "Kinh tế - xã hội ổn định.", "KT-XH ổn định."),
        ("An ninh trật tự (ANTT) tốt. ANTT ổn.", "An ninh trật tự (ANTT) tốt. ANTT ổn.", "(ANTT) tốt. ANTT ổn."),
        ("Số 12/NQ-HĐND, HTX-03.", "Số 12/NQ-HĐND, HTX-03.", "Số 12/NQ-HĐND, HTX-03."),
    ],
)
def test_an_abbreviation_is_spelt_out_where_it_stands_first(
    written: Callable[[str], Input], words: str, report: str, article: str
) -> None:
    given = written(INPUT.format(heading="Kinh tế", words=words))
    assert report in printed(given)
    assert article in printed(given, "tin-bai")


def test_a_name_that_stood_in_full_is_not_said_again(written: Callable[[str], Input]) -> None:
    text = INPUT.format(heading="Kinh tế", words="Chương trình “Mỗi xã” tốt; có sản phẩm OCOP.")
    given = written(text.replace("CĐS: chuyển đổi số", "OCOP: Chương trình “Mỗi xã”"))
    assert "Chương trình “Mỗi xã” tốt; có sản phẩm OCOP." in printed(given)


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Phát triển KT-XH", "Phát triển kinh tế - xã hội"),
        ("CÔNG TÁC PCCC", "CÔNG TÁC PHÒNG CHÁY, CHỮA CHÁY"),
        ("ANTT", "An ninh trật tự"),
    ],
)
def test_a_heading_has_them_in_full(written: Callable[[str], Input], heading: str, shown: str) -> None:
    given = written(INPUT.format(heading=heading, words="PCCC tốt, PCCC đều."))
    report = printed(given)
    assert f"1. {shown}" in report
    assert "Phòng cháy, chữa cháy (PCCC) tốt, PCCC đều." in report
