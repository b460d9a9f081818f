"""Head and foot of official papers, by kind of body, regime and day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.layout.standards.metrics import width
from reportgen.model.reading import Input
from reportgen.names.organs import organs
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import Head, Signature, head_of, place_name, record

Write = Callable[[str], Input]


def head(written: Write, unit: str, paper: str = "{}", year: int = 2025) -> Head:
    given = written(f"năm: {year}\nđơn vị: {unit}\nvăn bản: {paper}\n")
    assert given.conference is not None, given.problems
    return head_of(given.conference, REPORT, REPORT_KIND)


def test_a_people_s_committee_has_no_line_above_and_two_bold_lines(written: Write) -> None:
    found = head(written, "phường Trưng Vương", "{số: 215/BC-UBND, ngày: 14/12/2025}")
    assert (found.parent, found.issuer) == ((), ("ỦY BAN NHÂN DÂN", "PHƯỜNG TRƯNG VƯƠNG"))
    assert found.number == "Số: 215/BC-UBND"
    assert found.place_date == "Trưng Vương, ngày 14 tháng 12 năm 2025"
    assert found.signatures == (Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", ""),)
    assert found.recipients == ("Lưu: VT.",)


def test_a_deputy_of_a_state_body_signs_for_its_head(written: Write) -> None:
    found = head(written, "xã Bình An", "{người ký: {chức vụ: Phó Chủ tịch, họ tên: Lê Văn An}}")
    assert found.signatures == (Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Văn An"),)


def test_a_deputy_secretary_never_signs_for_the_secretary(written: Write) -> None:
    unit = "{tên: xã Bình An, cơ quan: Đảng ủy, tỉnh: tỉnh Minh Họa}"
    found = head(written, unit, "{số: 5, người ký: {chức vụ: Phó Bí thư}}", 2026)
    assert found.signatures == (Signature(("T/M ĐẢNG ỦY",), "PHÓ BÍ THƯ", ""),)
    assert (found.parent, found.issuer, found.number) == (
        ("ĐẢNG BỘ TỈNH MINH HỌA",),
        ("ĐẢNG ỦY XÃ BÌNH AN",),
        "Số 05-BC/ĐU",
    )


def test_the_paper_s_day_chooses_the_party_s_guidance(written: Write) -> None:
    unit = "{tên: xã Bình An, cơ quan: Đảng ủy}"
    old, new = head(written, unit, "{nơi nhận: [Tỉnh ủy]}", 2023), head(written, unit, "{nơi nhận: [Tỉnh ủy]}", 2026)
    assert (old.standard.name, new.standard.name) == ("Hướng dẫn số 36-HD/VPTW", "Hướng dẫn số 05-HD/VPTW")
    assert (old.recipients[0], new.recipients[0]) == ("Tỉnh ủy,", "Tỉnh ủy;")


def test_the_record_says_to_whom_a_paper_goes_and_in_which_year_it_is_filed(written: Write) -> None:
    paper = "{số: 5, ngày: 24/12/2025, nơi nhận: [Như trên, Đảng ủy xã, Các thôn, Lưu VT]}"
    fields = record(head(written, "xã Bình An", paper), "Báo cáo", "x")
    assert (fields["FileCatalog"], fields["To.OrganName"]) == ("2025", "Đảng ủy xã; Các thôn")


def test_a_draft_leaves_blanks(written: Write) -> None:
    found = head(written, "xã Bình An")
    assert (found.number, found.place_date) == ("Số: …/BC-UBND", "Bình An, ngày … tháng … năm 2025")
    assert [signature.name for signature in found.signatures] == [""]


@pytest.mark.parametrize(
    ("organ", "lines", "office"),
    [
        ("Phòng Kinh tế", ("UBND XÃ BÌNH AN", "PHÒNG KINH TẾ", "Số: 05/BC-PKT"), "TRƯỞNG PHÒNG"),
        ("Trường Tiểu học Y", ("UBND XÃ BÌNH AN", "TRƯỜNG TIỂU HỌC Y", "Số: 05/BC-THY"), "HIỆU TRƯỞNG"),
        ("Trường THCS Bình An", ("UBND XÃ BÌNH AN", "TRƯỜNG THCS BÌNH AN", "Số: 05/BC-THCSBA"), "HIỆU TRƯỞNG"),
        ("Trạm Y tế", ("UBND XÃ BÌNH AN", "TRẠM Y TẾ", "Số: 05/BC-TYT"), "TRƯỞNG TRẠM"),
        ("Văn phòng Đảng ủy", ("ĐẢNG ỦY XÃ BÌNH AN", "VĂN PHÒNG", "Số 05-BC/VPĐU"), "CHÁNH VĂN PHÒNG"),
    ],
)
def test_a_body_led_by_its_head_has_a_body_above_it_and_is_signed_with_the_office(
    written: Write, organ: str, lines: tuple[str, str, str], office: str
) -> None:
    found = head(written, f"{{tên: xã Bình An, cơ quan: {organ}}}", "{số: 5}")
    assert (*found.parent, *found.issuer, found.number) == lines
    assert found.signatures == (Signature((), office, ""),)


def test_the_deputy_of_a_head_signs_for_the_head_without_a_collective(written: Write) -> None:
    deputy = "{người ký: {chức vụ: Phó Hiệu trưởng}}"
    found = head(written, "{tên: xã Bình An, cơ quan: Trường Mầm non}", deputy)
    assert found.signatures == (Signature(("KT. HIỆU TRƯỞNG",), "PHÓ HIỆU TRƯỞNG", ""),)
    office = head(
        written, "{tên: xã A, cơ quan: Văn phòng Đảng ủy}", "{người ký: {chức vụ: Phó Chánh Văn phòng}}", 2026
    )
    assert office.signatures[0].power == ("K/T CHÁNH VĂN PHÒNG",)


def test_several_signers_stand_in_the_order_of_the_input(written: Write) -> None:
    one, other = "{quyền hạn: TM. BAN THƯỜNG TRỰC, họ tên: Trần Thị Bình}", "{chức vụ: Phó Chủ tịch, họ tên: Lê Văn An}"
    found = head(written, "xã Bình An", f"{{người ký: [{one}, {other}]}}")
    assert found.signatures == (
        Signature(("TM. BAN THƯỜNG TRỰC",), "CHỦ TỊCH", "Trần Thị Bình"),
        Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Văn An"),
    )
    assert record(found, "Báo cáo", "x")["FullName"] == "Trần Thị Bình; Lê Văn An"


@pytest.mark.parametrize(
    ("written_as", "mark"),
    [("khẩn", "KHẨN"), ("Thượng khẩn", "THƯỢNG KHẨN"), ("hoả tốc", "HỎA TỐC"), ("HOA TOC", "HỎA TỐC")],
)
def test_a_grade_of_urgency_is_read_however_it_is_spelt(written: Write, written_as: str, mark: str) -> None:
    found = head(written, "xã Bình An", f"{{độ khẩn: {written_as}}}")
    assert found.urgency is not None
    assert found.urgency.words == mark


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("phường Trưng Vương", "Trưng Vương"),
        ("xã Bình An", "Bình An"),
        ("phường 1", "Phường 1"),
        ("thị trấn Mạo Khê", "Mạo Khê"),
        ("đặc khu Vân Đồn", "Vân Đồn"),
    ],
)
def test_the_place_is_the_unit_s_name_in_full_where_it_is_a_number(unit: str, place: str) -> None:
    assert place_name(unit) == place


@pytest.mark.parametrize("kind", [organ.key for organ in organs()])
@pytest.mark.parametrize("name", ["phường Trưng Vương", "xã Bình An", "phường Phú Thượng Đông Hưng Thuận Hóa"])
def test_no_line_of_any_body_is_wider_than_its_column(written: Write, kind: str, name: str) -> None:
    found = head(written, f'{{tên: {name}, cơ quan: "{kind}", tỉnh: thành phố Hồ Chí Minh}}')
    room = found.standard.columns["letterhead"].widths[0]
    styles = found.standard.styles
    for role, lines in (("parent", found.parent), ("issuer", found.issuer)):
        assert [line for line in lines if width(line, styles[role]) > room] == []


def test_every_line_can_be_overridden(written: Write) -> None:
    paper = "{cơ quan chủ quản: UBND THÀNH PHỐ UÔNG BÍ, cơ quan ban hành: [UBND, PHƯỜNG X], địa danh: Uông Bí}"
    found = head(written, "phường X", paper)
    assert (found.parent, found.issuer, found.place) == (("UBND THÀNH PHỐ UÔNG BÍ",), ("UBND", "PHƯỜNG X"), "Uông Bí")
