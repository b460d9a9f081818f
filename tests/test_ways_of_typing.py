"""Whatever way the same facts are typed in, the papers are the same: order, signs, abbreviations, lists or lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks import check
from reportgen.layout.document import Document
from reportgen.model.reading import bind
from reportgen.papers import papers_for, render
from reportgen.problems.catalog import has_errors
from reportgen.source import parse_source
from reportgen.tree import Element

UNITS = (
    "đơn vị: {tên: xã Tam Hợp, cơ quan: Ủy ban nhân dân, tỉnh: tỉnh Phú Thọ}",
    "đơn vị: UBND xã Tam Hợp, tỉnh Phú Thọ",
    "đơn vị: Ủy ban nhân dân xã Tam Hợp - tỉnh Phú Thọ",
    "đơn vị: Uỷ ban nhân dân xã Tam Hợp, tỉnh Phú Thọ",
    "đơn vị: {tên: UBND xã Tam Hợp, tỉnh: Phú Thọ}",
)
LETTERHEADS = (
    "văn bản: {số: 215/BC-UBND, ngày: 24/12/2025, người ký: {chức vụ: Chủ tịch, họ tên: Lê Văn Dũng},"
    " nơi nhận: [UBND tỉnh (b/c), Thường trực Đảng ủy, 'Lưu: VT']}",
    "văn bản: {số: 215, ngày: ngày 24 tháng 12 năm 2025, người ký: 'Chủ tịch: Lê Văn Dũng',"
    " nơi nhận: UBND tỉnh (b/c); TT Đảng ủy; Lưu VT}",
    "văn bản: {số: 215/BC-UBND, ngày: 24-12-2025, người ký: 'Lê Văn Dũng, Chủ tịch UBND xã',"
    " nơi nhận: '- UBND tỉnh (b/c); - Thường trực Đảng ủy; - Lưu: VT.'}",
)
EVENTS = (
    "hội nghị: {ngày: 26/12/2025, buổi: sáng, địa điểm: Hội trường UBND xã, số người dự: 80 đại biểu, đại biểu: [%s]}",
    "hội nghị: {ngày: Sáng ngày 26/12/2025 tại Hội trường UBND xã, số người dự: 80, đại biểu: [%s]}",
    "hội nghị: {ngày: 8h00 ngày 26/12/2025, địa điểm: tại Hội trường UBND xã, số người dự: 80, đại biểu: [%s]}",
    "hội nghị: {ngày: 2025-12-26, buổi: buổi sáng, địa điểm: Hội trường UBND xã., số người dự: 80, đại biểu: [%s]}",
)
GUESTS = (
    "{họ tên: Trần Thị Bình, chức vụ: Phó Giám đốc Sở Tài chính, vai trò: dự và chỉ đạo}",
    '"Trần Thị Bình, Phó Giám đốc Sở Tài chính, dự và chỉ đạo"',
    '"Đồng chí Trần Thị Bình – Phó Giám đốc Sở Tài chính (dự, chỉ đạo)"',
    '"đ/c Trần Thị Bình - PGĐ Sở Tài chính - dự và chỉ đạo"',
)
INDICATORS = {
    "thu": (
        '{tên: thu ngân sách nhà nước, thực hiện: "1.245,6 tỷ đồng", kế hoạch: {tỷ lệ: 102%},'
        ' năm trước: {tăng giảm: "tăng 8,9%"}}',
        '{tên: Thu NSNN, thực hiện: "1.245,6 tỷ đồng, đạt 102% KH, tăng 8,9% so với cùng kỳ"}',
        '{tên: Thu ngân sách nhà nước, thực hiện: "1.245,6 tỷ đ, bằng 102% kế hoạch, tăng 8,9% so với năm trước"}',
    ),
    "lua": (
        "{tên: sản lượng lúa, thực hiện: 6.240 tấn, kế hoạch: 6.100 tấn}",
        "{tên: Sản lượng lúa, thực hiện: 6.240 tấn/KH 6.100 tấn}",
        "{tên: sản lượng lúa, thực hiện: 6.240 tấn, kế hoạch: 6.100}",
        "{tên: Sản lượng lúa, thực hiện: 6240 tấn, kế hoạch: 6100 tấn}",
    ),
    "hv": (
        "{tên: hội viên mới, thực hiện: 12 hội viên, kế hoạch: 10 hội viên}",
        "{tên: Hội viên mới, thực hiện: 12 hv, kế hoạch: 10 hv}",
        "{tên: hội viên mới, thực hiện: 12, kế hoạch: 10}",
    ),
    "nuoc": (
        "{tên: hộ dùng nước sạch, thực hiện: 2.104/2.310 hộ}",
        "{tên: hộ dùng nước sạch, thực hiện: 2.104 hộ/2.310 hộ}",
        "{tên: Hộ dùng nước sạch, thực hiện: 2.104/2.310}",
    ),
}
RESULTS = (
    "kết quả:\n  - mục: Phát triển kinh tế\n    nội dung: |\n      Kinh tế ổn định.\n\n      {{ thu }}.\n"
    "  - mục: Văn hóa\n    nội dung: Đời sống tốt lên.\n",
    "kết quả:\n  I. Phát triển kinh tế: |\n    Kinh tế ổn định.\n\n    {{ thu }}.\n  2 - Văn hoá: Đời sống tốt lên\n",
    "kết quả:\n  - mục: 1. Phát triển kinh tế\n    nội dung: |\n      Kinh tế ổn định .\n\n"
    "      Thu ngân sách nhà nước {{ thu }}\n  - mục: 'II. Văn hóa:'\n    nội dung: Đời sống tốt lên.\n",
)
DIRECTIONS = (
    "phương hướng:\n  nhiệm vụ:\n    - Giữ vững ổn định.\n    - Chăm lo đời sống Nhân dân.\n",
    "phương hướng:\n  - Giữ vững ổn định\n  - Chăm lo đời sống Nhân dân\n",
    "phương hướng: [Giữ vững ổn định., Chăm lo đời sống Nhân dân.]\n",
)


PLACES = (UNITS, LETTERHEADS, EVENTS, GUESTS, RESULTS, DIRECTIONS, *INDICATORS.values())


def text_of(chosen: Sequence[int]) -> str:
    """The input with these ways at these places."""
    unit, letterhead, event, guest, results, directions, *ways = (
        place[way] for place, way in zip(PLACES, chosen, strict=True)
    )
    lines = [f"  {key}: {way}" for key, way in zip(INDICATORS, ways, strict=True)]
    return "\n".join(["năm: 2025", unit, letterhead, event % guest, "chỉ tiêu:", *lines, results + directions])


def papers_of(text: str) -> dict[str, Element]:
    given = bind(parse_source(Path("a.yaml"), text.encode()))
    problems = check(given)
    assert not has_errors(problems), problems
    made = {key: render(given, paper) for key, paper in papers_for(None).items()}
    return {key: without_origins(document.tree) for key, document in made.items() if isinstance(document, Document)}


def without_origins(element: Element) -> Element:
    """The paper without where its words stand in the file, which depends on how they were typed."""
    kept = tuple(pair for pair in element.attributes if pair[0] != "data-source")
    inside = (without_origins(child) if isinstance(child, Element) else child for child in element.children)
    return replace(element, attributes=kept, children=tuple(inside))


WAYS = st.tuples(*(st.integers(0, len(place) - 1) for place in PLACES)).map(text_of)


@pytest.fixture(scope="module")
def papers() -> dict[str, Element]:
    return papers_of(text_of([0] * len(PLACES)))


@settings(max_examples=40)
@given(text=WAYS)
def test_each_way_of_typing_the_same_facts_gives_the_same_papers(papers: dict[str, Element], text: str) -> None:
    assert papers_of(text) == papers
