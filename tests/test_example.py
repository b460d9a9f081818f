"""The real conference: every fact is in its papers, nothing malformed is, and both read as they should."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conftest import EXAMPLE
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import lines, text, walk


def paper(name: str) -> Document:
    document = render(read_input(EXAMPLE), papers_for(None)[name])
    assert isinstance(document, Document)
    return document


def words(name: str) -> str:
    return text(paper(name).tree).replace("\u00a0", " ").replace("\n", " ")


FIGURES = [
    "41,795 tỷ đồng",
    "100,3% kế hoạch điều chỉnh HĐND phường giao",
    "28.936 triệu đồng",
    "315,3% kế hoạch thành phố giao",
    "125,6% kế hoạch điều chỉnh HĐND phường giao",
    "Tổng chi ngân sách phường ước đạt 28.936 triệu đồng",
    "4 tuyến ngõ, ngách",
    "1.536 triệu đồng",
    "10 tuyến đường, ngõ",
    "241,9 tấn xi măng",
    "giảm 6/6 hộ cận nghèo, vượt kế hoạch thành phố giao",
    "không còn hộ nghèo, hộ cận nghèo",
    "7/10 khu đạt danh hiệu khu văn hóa",
    "7/10 khu giữ danh hiệu 5 năm liên tục",
    "2.683 hộ, đạt 100%",
    "2.570 hộ đạt danh hiệu gia đình văn hóa",
    "2.129 hộ đạt 3 năm liên tục",
    "Chỉnh trang đô thị và nâng cao chất lượng đời sống Nhân dân",
]
"""Every figure and result of the facts, as the papers say it."""

EVENT = [
    "phường Trưng Vương (thành phố Uông Bí, tỉnh Quảng Ninh)",
    "Ngày 14/12",
    "Hội nghị tổng kết công tác Đảng, chính quyền, hoạt động của MTTQ và các đoàn thể chính trị - xã hội năm 2023, "
    "triển khai phương hướng, nhiệm vụ năm 2024",
    "Dự và chỉ đạo hội nghị có đồng chí Nguyễn Chiến Thắng, Phó Bí thư Thường trực Thành ủy",
    "Lãnh đạo Đảng ủy phường phát biểu",
    "thông tin, tuyên truyền",
    "quản lý, sử dụng đất đai, tài nguyên",
    "vi phạm trong sử dụng đất và xây dựng trái phép",
    "thu ngân sách nhà nước, khai thác và nuôi dưỡng các nguồn thu",
    "giao ước thi đua năm 2024",
    "tổ chức đảng và đảng viên có thành tích xuất sắc",
    "tặng hoa chia tay",
    "Hồng Nhung",
]
"""What else happened, as the article says it."""


@pytest.mark.parametrize("fact", FIGURES)
@pytest.mark.parametrize("name", ["bao-cao", "tin-bai"])
def test_every_figure_is_in_the_report_and_in_the_article(name: str, fact: str) -> None:
    assert fact in words(name)


@pytest.mark.parametrize("fact", EVENT)
def test_everything_that_happened_is_in_the_article(fact: str) -> None:
    assert fact in words("tin-bai")


@pytest.mark.parametrize("name", ["bao-cao", "tin-bai"])
def test_no_malformed_or_contradictory_ratio_is_printed(name: str) -> None:
    found = words(name)
    assert [ratio for ratio in ("152", "91,77", "91.77", "96,46", "95,79") if ratio in found] == []


def test_the_six_captions_stand_in_order_between_the_paragraphs_marked_as_pictures_to_come() -> None:
    found = list(lines(paper("tin-bai").tree))
    captions = [line.text for line in found if line.style == "caption"]
    assert len(captions) == 6
    assert all(caption.startswith("[Ảnh] ") for caption in captions)
    wanted = ["Quang cảnh", "Lãnh đạo Đảng ủy", "Nguyễn Chiến Thắng", "giao ước", "Khen thưởng", "Tặng hoa"]
    assert [word for word, caption in zip(wanted, captions, strict=True) if word not in caption] == []
    assert not any(element.tag == "figure" for element in walk(paper("tin-bai").tree))


def test_what_is_not_known_stays_blank_as_in_a_draft() -> None:
    styles = {line.style: line.text for line in lines(paper("bao-cao").tree)}
    assert styles["number"] == "Số: …/BC-UBND"
    assert styles["place_date"] == "Trưng Vương, ngày … tháng … năm\u00a02023"
    assert styles["signer"] == "…"


@pytest.mark.parametrize("name", ["bao-cao", "tin-bai"])
def test_every_digit_comes_from_a_figure_or_is_a_date_or_a_year(name: str) -> None:
    """Design rule 1: the tree knows where each number came from."""
    tree = paper(name).tree
    for element in walk(tree):
        loose = "".join(child for child in element.children if isinstance(child, str)) if element.tag != "data" else ""
        loose = re.sub(r"\b(ngày |năm )?(\d{1,2}/\d{1,2}|20(22|23|24))\b", "", loose)
        loose = re.sub(r"\d năm liên tục|^\d+$|Phụ lục.*", "", loose)
        assert not re.search(r"\d", loose), loose


@pytest.mark.parametrize("name", ["bao-cao", "tin-bai"])
def test_the_paper_reads_as_it_should(name: str, golden: Callable[[str, str], None]) -> None:
    shown = [
        f"{line.style:16} {line.full}".replace("\n", " / ").replace("\u00a0", "~") for line in lines(paper(name).tree)
    ]
    annex = next((place for place, line in enumerate(shown) if line.startswith("annex_word")), len(shown))
    golden(f"trung-vuong-2023.{name}.txt", "\n".join(shown[:annex]) + "\n")
