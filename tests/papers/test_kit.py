"""All papers of a conference from one file: each as it should read, in both regimes, and only where its facts are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import EXAMPLE, FICTIONAL, ROOT
from reportgen.build import Request, build
from reportgen.layout.document import Document
from reportgen.model.reading import Input, read_input
from reportgen.papers import Paper, papers_for, ready, render
from reportgen.papers.needs import is_key
from reportgen.tree import lines, walk

PARTY = ROOT / "inputs" / "dang-uy-xa-minh-hoa-2026.yaml"
MADE = {
    FICTIONAL: {
        "bao-cao", "tin-bai", "bao-cao-tom-tat", "bien-ban", "chuong-trinh", "dien-van-be-mac", "dien-van-khai-mac",
        "giao-uoc", "giay-moi", "ke-hoach", "kich-ban", "quyet-dinh", "thong-bao", "to-trinh", "phat-thanh", "bai-dang",
        "giay-khen", "phong", "trinh-chieu",
    },
    PARTY: {
        "bao-cao", "tin-bai", "bao-cao-tom-tat", "bien-ban", "chuong-trinh", "dien-van-be-mac", "dien-van-khai-mac",
        "giay-moi", "kich-ban", "nghi-quyet", "quyet-dinh", "thong-bao", "phat-thanh", "bai-dang",
        "giay-khen", "phong", "trinh-chieu",
    },
    EXAMPLE: {"bao-cao", "tin-bai"},
}  # fmt: skip
"""Input → the papers that it has the facts for."""
KIT = [(file, key) for file, keys in MADE.items() for key in sorted(keys - {"bao-cao", "tin-bai"})]


def made(given: Input) -> set[str]:
    assert given.conference is not None
    return {paper.key for paper in ready(given.conference, papers_for(None).values()) if not paper.asked}


@pytest.mark.parametrize("file", MADE, ids=lambda file: file.stem)
def test_a_paper_is_made_where_its_facts_are(file: Path) -> None:
    assert made(read_input(file)) == MADE[file]


@pytest.mark.parametrize(("file", "key"), KIT, ids=lambda value: getattr(value, "stem", value))
def test_each_reads_as_it_should(file: Path, key: str, golden: Callable[[str, str], None]) -> None:
    document = render(read_input(file), papers_for(None)[key])
    assert isinstance(document, Document)
    shown = [
        f"{line.style:16} {line.full}".replace("\n", " / ").replace("\u00a0", "~") for line in lines(document.tree)
    ]
    golden(f"kit/{file.stem}.{key}.txt", "\n".join(shown) + "\n")


@pytest.mark.parametrize("paper", papers_for(None).values(), ids=lambda paper: paper.key)
def test_what_a_paper_needs_are_keys_of_the_input(paper: Paper) -> None:
    assert all(is_key(path.strip()) for need in paper.needs for path in need.split("|"))
    assert paper.stage


HEAD = "năm: 2025\nđơn vị: xã Bình An\n"
AGENDA = "hội nghị: {ngày: 26/12/2025, chương trình: [7h30: Khai mạc]}\n"


@pytest.mark.parametrize(
    ("text", "only", "codes"),
    [
        (HEAD, "chuong-trinh", ["T811"]),
        (HEAD + AGENDA, "chuong-trinh", []),
        (HEAD + AGENDA, "bien-ban", ["T811"]),
        (HEAD + AGENDA + "văn bản khác: {giấy mời họp: {số: 5}}\n", "chuong-trinh", ["T813"]),
        (HEAD + AGENDA + "văn bản khác: {chương trình: {số: 5, ngày: 27/12/2025}}\n", "chuong-trinh", ["T812"]),
        (HEAD + AGENDA + "văn bản khác: {chương trình: {số: 5, ngày: 26/12/2025}}\n", "chuong-trinh", []),
    ],
)
def test_what_is_lacking_misnamed_or_misdated_is_told(tmp_path: Path, text: str, only: str, codes: list[str]) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, "utf-8")
    outcome = build(Request(file, tmp_path / "out", papers=(only,), formats=("docx",)))
    assert [problem.code for problem in outcome.problems] == codes
    assert outcome.failed is ("T811" in codes)


def test_each_guest_gets_a_sheet_of_her_own(written: Callable[[str], Input]) -> None:
    guests = "giấy mời: {kính mời: [Lê Văn Chính, Thường trực Đảng ủy xã, ông Vũ Nam], mỗi người một giấy: có}\n"
    given = written(HEAD + "hội nghị: {ngày: 26/12/2025, địa điểm: Hội trường}\n" + guests)
    document = render(given, papers_for(None)["giay-moi"])
    assert isinstance(document, Document)
    assert [part.role for part in document.tree.elements if part.role == "sheet"] == ["sheet"] * 2
    assert sum(element.role == "letterhead" for element in walk(document.tree)) == 3
    invited = [line.text for line in lines(document.tree) if "kính mời:" in line.text]
    assert [words.rpartition(": ")[2] for words in invited] == [
        "đồng chí Lê Văn Chính.",
        "Thường trực Đảng ủy xã.",
        "ông Vũ Nam.",
    ]


def test_a_changed_day_changes_every_paper(written: Callable[[str], Input]) -> None:
    text = FICTIONAL.read_text("utf-8").replace("  ngày: 26/12/2025\n", "  ngày: 27/12/2025\n")
    given = written(text)
    for key in ("giay-moi", "chuong-trinh", "kich-ban", "bien-ban", "thong-bao"):
        document = render(given, papers_for(None)[key])
        assert isinstance(document, Document)
        said = " ".join(line.text for line in lines(document.tree)).replace("\u00a0", " ")
        assert "thứ Bảy, ngày 27 tháng 12 năm 2025" in said, key
        assert "ngày 26 tháng 12" not in said, key


def test_an_award_is_printed_where_the_form_wants_it(written: Callable[[str], Input]) -> None:
    awards = "khen thưởng: {hình thức: Giấy khen, danh sách: [Thôn 3, 'ông Vũ Văn Tám, Trưởng thôn 3']}\n"
    given = written(f"{HEAD}{awards}phôi giấy khen: {{lề trên: 60 mm, lề trái: 45 mm}}\n")
    document = render(given, papers_for(None)["giay-khen"])
    assert isinstance(document, Document)
    page = document.standard.portrait
    assert (page.width, page.height, page.top, page.left, page.right) == (297, 210, 60, 45, 45)
    names = [line.text for line in lines(document.tree) if line.style == "recipient_name"]
    assert names == ["Thôn 3", "Ông Vũ Văn Tám"]


HURRIED = """năm: 2026
đơn vị: xã Hòa Lạc
hội nghị:
  ngày: 18/12/2026
  địa điểm: tại hội trường UBND xã
  chương trình: |
    8h-8h15 đón tiếp đại biểu
    8h15: khai mạc - đ/c Trần Văn Bảy
    8h30 - 9h15 báo cáo tổng kết (VP)
giấy mời: TT Đảng ủy; các đ/c trưởng thôn; ông Vũ Nam - GĐ Công ty Hòa Phát
kế hoạch tổ chức: {Văn phòng: chuẩn bị hội trường, Công an: giữ trật tự}
giao ước thi đua: {nội dung: đoàn kết, các bên: "thôn 1 - Trần Văn Nam, Trưởng thôn; thôn 2"}
"""


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "giay-moi",
            ["- Thường trực Đảng ủy;", "- Các đồng chí trưởng thôn;", "- Ông Vũ Nam, Giám đốc Công ty Hòa Phát."],
        ),
        ("chuong-trinh", ["8h00 - 8h15", "Đón tiếp đại biểu", "Khai mạc", "Đồng chí Trần Văn Bảy", "Văn phòng"]),
        ("ke-hoach", ["Chuẩn bị hội trường", "Văn phòng", "Giữ trật tự", "Công an"]),
        ("giao-uoc", ["THÔN 1", "TRƯỞNG THÔN", "Trần Văn Nam", "THÔN 2"]),
    ],
)
def test_what_is_typed_in_a_hurry_is_understood(written: Callable[[str], Input], key: str, said: list[str]) -> None:
    given = written(HURRIED)
    assert given.problems == ()
    document = render(given, papers_for(None)[key])
    assert isinstance(document, Document)
    found = [line.full for line in lines(document.tree)]
    assert [words for words in said if words not in found] == []
