"""What is said in prose, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks import check
from reportgen.model.reading import bind, read_input
from reportgen.source import parse_source

INPUT = """
năm: 2023
đơn vị: phường Bình An
hội nghị: {{ngày: 14/12/2023, số người dự: trên 100 đại biểu}}
chỉ tiêu:
  thu:
    tên: tổng thu ngân sách nhà nước trên địa bàn phường
    thực hiện: 41,795 tỷ đồng
    kế hoạch: {{giao bởi: HĐND phường, giá trị: "41,67 tỷ đồng"}}
    năm trước: 38,1 tỷ đồng
    năm sau: ≥ 45 tỷ đồng
  van_hoa:
    tên: hộ đạt danh hiệu gia đình văn hóa
    thực hiện: 2.570/2.683 hộ
    kế hoạch: ≥ 97%
{section}:
  - nội dung: >-
      {text}
"""


def codes(text: str, section: str = "kết quả") -> list[str]:
    source = parse_source(Path("phuong.yaml"), INPUT.format(section=section, text=text).encode())
    return [problem.code for problem in check(bind(source))]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thu ngân sách nhà nước đạt 41,795 tỷ đồng.",
        "Thu NSNN đạt gần 42 tỷ đồng, vượt 0,3% kế hoạch.",
        "Thu ngân sách nhà nước 11 tháng năm 2023.",
        "Kết quả {{ thu.giá trị }}, vượt kế hoạch HĐND phường giao, tăng 9,7% so với năm 2022.",
        "Hội nghị có trên 100 đại biểu dự; 100% đại biểu nhất trí.",
        "Có 2.570/2.683 hộ, đạt tỷ lệ 95,79%, đạt danh hiệu gia đình văn hóa.",
        "Trong 5 năm liên tục, triển khai 3 nhiệm vụ, 02 nhóm giải pháp theo Nghị quyết số 05-NQ/ĐU ngày 14/12/2022.",
        "Phong trào “Tuyến đường 500 mét tự quản” ở khu phố 3, ngõ 12.",
        "Phấn đấu vượt kế hoạch về {{ van_hoa.giá trị }}.",
        "Kết quả {{ van_hoa.giá trị }}, chưa đạt chỉ tiêu.",
        "Hội nghị lần thứ Hai ngày 14/12/2023; thứ Năm (14/12); Chủ nhật, 17/12/2023.",
    ],
)
def test_a_true_sentence_is_no_alarm(text: str) -> None:
    assert [code for code in codes(text) if code != "P540"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tổng thu ngân sách nhà nước đạt 41,796 tỷ đồng.", "P510"),
        ("Toàn phường có 2.507 hộ đạt danh hiệu gia đình văn hóa.", "P510"),
        ("Tổng thu ngân sách nhà nước bằng 103,1% kế hoạch.", "P510"),
        ("Tổng thu ngân sách nhà nước tăng 7,9% so với năm 2022.", "P510"),
        ("Tổng thu ngân sách nhà nước 6 tháng cuối năm đạt 20,5 tỷ đồng.", "P511"),
        ("Thu phí, lệ phí được 1,2 tỷ đồng.", "P511"),
        ("Kết quả {{ van_hoa.giá trị }}, vượt chỉ tiêu được giao.", "P520"),
        ("Tổng thu ngân sách nhà nước giảm so với cùng kỳ.", "P521"),
        ("Sáng thứ Sáu, ngày 14/12, phường tổ chức hội nghị.", "D612"),
        ("Năm 2022, phường đã có nhiều cố gắng.", "D613"),
    ],
)
def test_an_untrue_sentence_is_found(text: str, code: str) -> None:
    assert [found for found in codes(text) if found != "P540"] == [code]


SICK = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  mac: {{tên: {name}, thực hiện: 27 ca mắc}}
kết quả:
  - nội dung: {text}
"""


@pytest.mark.parametrize("name", ["ca mắc", "số ca mắc"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sốt xuất huyết có 27 ca mắc/0 ca tử vong.", ["P511"]),
        ("Sốt xuất huyết có 27 ca mắc, 0 ca tử vong.", ["P511"]),
        ("Sốt xuất huyết có 27 ca mắc, trong đó 3 ca nặng.", ["P511"]),
        ("Số ca mắc là 27 ca.", []),
        ("Số ca mắc là 28 ca.", ["P510"]),
    ],
)
def test_a_number_of_another_noun_contradicts_nothing(name: str, text: str, wanted: list[str]) -> None:
    source = parse_source(Path("phuong.yaml"), SICK.format(name=name, text=text).encode())
    assert [problem.code for problem in check(bind(source))] == wanted


def test_a_target_of_next_year_explains_a_number() -> None:
    assert codes("Phấn đấu thu ngân sách đạt 45 tỷ đồng.") == []


BEYOND = """
năm: 2025
đơn vị: phường Bình An
chỉ tiêu:
  thu: {{tên: tổng thu ngân sách nhà nước, thực hiện: 412 tỷ đồng, kế hoạch: 160 tỷ đồng, năm trước: "375,6 tỷ đồng"}}
kết quả:
  - nội dung: "{text}"
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổng thu ngân sách nhà nước vượt hơn 250% kế hoạch.", ["P510"]),
        ("Kết quả {{ thu.giá trị }}, vượt hơn 250% kế hoạch.", ["P510"]),
        ("Tổng thu ngân sách nhà nước vượt 257,5% kế hoạch.", ["P510"]),
        ("Tổng thu ngân sách nhà nước vượt kế hoạch 257,5%.", ["P510"]),
        ("Tổng thu ngân sách nhà nước đạt 157,5% kế hoạch.", ["P510"]),
        ("Tổng thu ngân sách nhà nước tăng 109,7% so với cùng kỳ.", ["P510"]),
        ("Tổng thu ngân sách nhà nước vượt hơn 150% kế hoạch.", []),
        ("Tổng thu ngân sách nhà nước vượt kế hoạch hơn 157%.", []),
        ("Tổng thu ngân sách nhà nước bằng 257,5% kế hoạch, bằng 109,7% so với cùng kỳ.", []),
        ("Tổng thu ngân sách nhà nước tăng gần 10% so với cùng kỳ.", []),
    ],
)
def test_a_percentage_is_held_to_the_word_before_it(text: str, wanted: list[str]) -> None:
    source = parse_source(Path("phuong.yaml"), BEYOND.format(text=text).encode())
    assert [problem.code for problem in check(bind(source))] == wanted


@pytest.mark.parametrize(
    ("number", "honest"),
    [
        ("hơn 41 tỷ đồng", True),
        ("gần 42 tỷ đồng", True),
        ("42 tỷ đồng", True),
        ("khoảng 42 tỷ đồng", True),
        ("41.795 triệu đồng", True),
        ("41 tỷ đồng", False),
        ("gần 41 tỷ đồng", False),
        ("hơn 42 tỷ đồng", False),
        ("hơn 30 tỷ đồng", False),
    ],
)
def test_a_headline_s_number_is_a_true_rounding(tmp_path: Path, number: str, honest: bool) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "năm: 2023\nđơn vị: phường A\nchỉ tiêu: {thu: {tên: tổng thu ngân sách, thực hiện: '41,795 tỷ đồng'}}\n"
        f"tin bài: {{tiêu đề: 'Phường A: tổng thu ngân sách năm 2023 đạt {number}'}}\n",
        "utf-8",
    )
    assert [problem.code for problem in check(read_input(file))] == ([] if honest else ["P510"])


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        ("14/12/2023", []),
        ("15/01/2024", []),
        ("14/12", ["D602"]),
        ("14/12/2022", ["D604"]),
        # The day is that of the review before: in February 2023 the year 2022 is closed.
        ("05/02/2023", ["D604"]),
        # The year of the file was left as it was: the conference is a year too late.
        ("14/12/2024", ["D604"]),
    ],
)
def test_a_conference_s_day_fits_its_year_and_each_slip_is_told_once(
    tmp_path: Path, event: str, wanted: list[str]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"năm: 2023\nđơn vị: phường A\nhội nghị: {{ngày: {event}, buổi: sáng}}\n", "utf-8")
    assert [problem.code for problem in check(read_input(file))] == wanted
