"""A text as it is read aloud: nothing is left that an announcer would have to work out."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import EXAMPLE, FICTIONAL, ROOT
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.press.aloud import number_aloud, read_aloud
from reportgen.press.lengths import article_words
from reportgen.tree import lines
from reportgen.vietnamese.days import full_day, short_day
from reportgen.vietnamese.numerals import decimal_in_words, in_words
from reportgen.vietnamese.spoken import spoken

PARTY = ROOT / "inputs" / "dang-uy-xa-minh-hoa-2026.yaml"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("41,795 tỷ đồng", "bốn mươi mốt phẩy bảy trăm chín mươi lăm tỷ đồng"),
        ("ngày 14/12/2023", "ngày mười bốn tháng mười hai năm hai nghìn không trăm hai mươi ba"),
        ("Sáng 26/12", "Sáng ngày hai mươi sáu tháng mười hai"),
        ("14-15/12/2023", "ngày mười bốn đến mười lăm tháng mười hai năm hai nghìn không trăm hai mươi ba"),
        ("trong hai ngày 14 và 15/12", "trong hai ngày mười bốn và mười lăm tháng mười hai"),
        ("ngày 05 tháng 02 năm 2024", "ngày mùng năm tháng hai năm hai nghìn không trăm hai mươi tư"),
        ("tháng 4/2025", "tháng tư năm hai nghìn không trăm hai mươi lăm"),
        ("100,3%", "một trăm phẩy ba phần trăm"),
        ("7/10 khu", "bảy trên mười khu"),
        ("6/6 hộ", "sáu trên sáu hộ"),
        ("2.570/2.683 hộ", "hai nghìn năm trăm bảy mươi trên hai nghìn sáu trăm tám mươi ba hộ"),
        ("95 - 97%", "chín mươi lăm đến chín mươi bảy phần trăm"),
        ("giai đoạn 2021-2025", "giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"),
        ("≥ 97%", "ít nhất chín mươi bảy phần trăm"),
        ("giảm 0,19 điểm %", "giảm không phẩy mười chín điểm phần trăm"),
        ("78,5 triệu đồng/người/năm", "bảy mươi tám phẩy năm triệu đồng một người một năm"),
        ("61,85 tạ/ha", "sáu mươi mốt phẩy tám mươi lăm tạ một héc-ta"),
        (
            "3.742 m²; 28 km²; 5 kg",
            "ba nghìn bảy trăm bốn mươi hai mét vuông; hai mươi tám ki-lô-mét vuông; năm ki-lô-gam",
        ),
        ("7h30 - 11h00", "bảy giờ ba mươi phút, mười một giờ"),
        ("08 giờ 00 phút", "tám giờ"),
        ("HĐND, UBND và MTTQ", "Hội đồng nhân dân, Ủy ban nhân dân và Mặt trận Tổ quốc"),
        ("BHTN", "bê hát tê en nờ"),
        ("Nghị quyết số 12/NQ-HĐND", "Nghị quyết số mười hai"),
        ("Nghị định số 30/2020/NĐ-CP", "Nghị định số ba mươi năm hai nghìn không trăm hai mươi"),
        ("quý I, lần thứ XIII, thứ 4, thứ Tư", "quý một, lần thứ mười ba, thứ tư, thứ Tư"),
        ("Khu phố 4", "Khu phố bốn"),
        ("06 tập thể", "sáu tập thể"),
        ("kinh tế - xã hội", "kinh tế, xã hội"),
        ("số điện thoại 0912345678", "số điện thoại không chín một hai ba bốn năm sáu bảy tám"),
        ("7.575,0 tỷ đồng", "bảy nghìn năm trăm bảy mươi lăm tỷ đồng"),
        ("H'Bin, Ksor H'Nga", "H'Bin, Ksor H'Nga"),
        ("VNeID", "VNeID"),
    ],
)
def test_it_reads(written: str, read: str) -> None:
    assert read_aloud(written) == read


def test_an_abbreviation_of_the_input_comes_before_the_usual_one() -> None:
    assert read_aloud("KH", {"KH": "khoa học"}) == "khoa học"


@given(st.integers(0, 10**14))
def test_a_whole_number_is_read_back(number: int) -> None:
    words = in_words(number).split()
    assert spoken(words) == (number, len(words))


@given(st.integers(0, 10**9), st.text("0123456789", min_size=1, max_size=3))
def test_decimals_are_read_back(whole: int, decimals: str) -> None:
    before, _, after = decimal_in_words(str(whole), decimals).partition(" phẩy ")
    assert spoken(before.split()) == (whole, len(before.split()))
    kept, digits = decimals.rstrip("0"), ""
    while after.startswith("không "):
        digits, after = f"{digits}0", after.removeprefix("không ")
    read = spoken(after.split()) if after else None
    assert (f"{digits}{read[0]}" if read else "") == kept


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_alike_however_it_is_written(day: date) -> None:
    assert read_aloud(full_day(day)) == read_aloud(f"ngày {short_day(day)}")
    assert read_aloud(full_day(day)).startswith("ngày mùng " if day.day <= 10 else "ngày ")


@given(st.integers(0, 10**7))
def test_thousands_are_read_with_and_without_their_stops(number: int) -> None:
    assert number_aloud(f"{number:,}".replace(",", ".")) == in_words(number)


@given(st.text("0123456789.,/-% ≥≤ahmgktđồnựg²UBNDVXI()“”", max_size=40))
def test_nothing_is_left_to_work_out(text: str) -> None:
    assert not re.search(r"[\d%/≥≤²]", read_aloud(text))


@pytest.mark.parametrize("file", [FICTIONAL, PARTY, EXAMPLE], ids=lambda file: file.stem)
def test_no_report_or_article_has_a_sign_that_cannot_be_read(file: object) -> None:
    read = read_input(file)  # type: ignore[arg-type]
    for key in ("bao-cao", "tin-bai"):
        document = render(read, papers_for(None)[key])
        assert isinstance(document, Document)
        for line in lines(document.tree):
            aloud = read_aloud(line.text)
            assert not re.search(r"[\d%/≥≤²]|  ", aloud), aloud


def test_the_bulletin_says_how_long_it_takes() -> None:
    document = render(read_input(FICTIONAL), papers_for(None)["phat-thanh"])
    assert isinstance(document, Document)
    *said, told = lines(document.tree)
    count = article_words(document.tree) - len(told.text.split())
    assert told.text == f"(Bản tin dài {count} chữ, đọc khoảng 3 phút.)"
    assert 300 <= count <= 450
    assert not re.search(r"\d", " ".join(line.text for line in said))
