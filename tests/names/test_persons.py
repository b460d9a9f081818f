"""Persons as they are typed: address, title, name, offices and role in any order, with any sign between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.names.persons import PersonName, in_full, is_name, is_office, read_person

TYPED = {
    "Đồng chí Lê Văn Dũng – Phó Giám đốc Sở Tài chính (dự, chỉ đạo)": (
        "Lê Văn Dũng", "Phó Giám đốc Sở Tài chính", "dự, chỉ đạo", None,
    ),
    "Trần Thị Bình, Bí thư Đảng ủy": ("Trần Thị Bình", "Bí thư Đảng ủy", None, None),
    "đ/c Phạm Văn Cường": ("Phạm Văn Cường", None, None, None),
    "Chủ tịch UBND xã Phạm Văn Cường": ("Phạm Văn Cường", "Chủ tịch UBND xã", None, None),
    "Bí thư Đảng ủy: Nguyễn Văn Nam": ("Nguyễn Văn Nam", "Bí thư Đảng ủy", None, None),
    "Ông Nguyễn Văn Bảy, Phó Bí thư TT Đảng ủy": (
        "Nguyễn Văn Bảy", "Phó Bí thư Thường trực Đảng ủy", None, "ông",
    ),
    "ThS. Nguyễn Văn An (Hiệu trưởng)": ("Nguyễn Văn An", "Hiệu trưởng", None, None),
    "Thượng tá Y Bhăm Niê, Trưởng Công an xã": ("Y Bhăm Niê", "Trưởng Công an xã", None, "đồng chí Thượng tá"),
    "LÊ THỊ HOA - PCT UBND xã": ("Lê Thị Hoa", "Phó Chủ tịch UBND xã", None, None),
    "đ/c Nguyễn thị hoa, HUV, BT Đảng ủy": ("Nguyễn Thị Hoa", "Huyện ủy viên, Bí thư Đảng ủy", None, None),
    "ông TRẦN VĂN Bình, UV BTV Đảng ủy": ("Trần Văn Bình", "Ủy viên Ban Thường vụ Đảng ủy", None, "ông"),
    "Trần văn Bình (ĐBQH)": ("Trần Văn Bình", "đại biểu Quốc hội", None, None),
    "chủ tịch UBND xã Lê Văn An": ("Lê Văn An", "Chủ tịch UBND xã", None, None),
    "Lê Văn An, phó chủ tịch HĐND xã": ("Lê Văn An", "Phó Chủ tịch HĐND xã", None, None),
    "đ/c Phạm Thị Hoa phát biểu chỉ đạo": ("Phạm Thị Hoa", None, "chỉ đạo", None),
    "Trần Đức long, UVBTV Tỉnh ủy": ("Trần Đức Long", "Ủy viên Ban Thường vụ Tỉnh ủy", None, None),
    "Dương Thị Lan Anh, nguyên Chủ tịch Hội": ("Dương Thị Lan Anh", "nguyên Chủ tịch Hội", None, None),
}  # fmt: skip


def parts(read: PersonName) -> tuple[str | None, ...]:
    return tuple(piece.text if piece else None for piece in (read.name, read.office, read.role, read.address))


@pytest.mark.parametrize(("typed", "expected"), TYPED.items(), ids=list(TYPED))
def test_the_parts_of_a_mention_stand_each_in_its_place(typed: str, expected: tuple[str | None, ...]) -> None:
    read = read_person(typed)
    assert (parts(read), read.group) == (expected, False)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("các đ/c Thường trực Đảng ủy, HĐND, UBND xã", "các đồng chí Thường trực Đảng ủy, HĐND, UBND xã"),
        ("đại diện lãnh đạo các ban", "đại diện lãnh đạo các ban"),
        ("lãnh đạo Thành ủy", "lãnh đạo Thành ủy"),
        ("Phó Chủ tịch UBND xã", "Phó Chủ tịch UBND xã"),
        ("80 đại biểu", "80 đại biểu"),
    ],
)
def test_groups_and_offices_without_a_name_are_known_as_such(typed: str, printed: str) -> None:
    read = read_person(typed)
    assert read.group
    assert read.name is not None
    assert read.name.text == printed


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Minh Khai", "Lê Văn A", "Y Bhăm Niê", "H'Yim Kđoh", "Ksor H'Bơ Khăp", "Rơ Châm Hyéo",
        "Siu Y Bơng",
        "Thạch Sô Phát", "Sơn Thị Ánh Hồng", "Kim Sa Rây", "Danh Út", "Châu Sóc Phia", "Đàng Năng Thọ", "Bá Văn Quyến",
        "Lò Văn Ổn", "Cầm Thị Chiêu", "Vàng A Páo", "Giàng Seo Phử", "Sùng A Lềnh", "Hà Sơn Nhin", "A Lăng Mai",
    ],
)  # fmt: skip
def test_names_of_all_regions_are_names(name: str) -> None:
    assert is_name(name)
    assert parts(read_person(f"{name}, Bí thư Đảng ủy")) == (name, "Bí thư Đảng ủy", None, None)


NAME = st.sampled_from(
    ["Lê Văn Dũng", "Trần Thị Bình", "Y Bhăm Niê", "Thạch Sô Phát", "Vàng A Páo", "Nguyễn Hoàng Nam"]
)
OFFICE = st.sampled_from(["Chủ tịch UBND xã", "Phó Bí thư Đảng ủy", "Giám đốc Sở Tài chính", "Trưởng Công an phường"])
BEFORE = st.sampled_from(["", "đồng chí ", "Đ/c ", "đ/c: "])
SIGN = st.sampled_from([", ", " - ", " – ", ": ", "; ", " ("])


@given(NAME, OFFICE, BEFORE, SIGN, st.booleans())
def test_every_way_of_typing_a_person_says_the_same(
    name: str, office: str, before: str, sign: str, name_first: bool
) -> None:
    first, second = (f"{before}{name}", office) if name_first else (office, f"{before}{name}")
    typed = f"{first}{sign}{second}{')' if '(' in sign else ''}"
    assert parts(read_person(typed)) == (name, office, None, None)


@given(st.text(max_size=60))
def test_a_reading_keeps_within_its_text(typed: str) -> None:
    read = read_person(typed)
    for piece in (read.name, read.office, read.role, read.address):
        assert piece is None or 0 <= piece.start <= piece.end <= len(typed)


def test_an_office_is_no_name() -> None:
    assert is_office("Bí thư Đảng ủy")
    assert not is_office("Trần Thị Bình")
    assert not is_name("Bí Thư")


@pytest.mark.parametrize(
    "words", ["Đoàn TNCS HCM", "Đào tạo nghề", "Mai phát biểu", "Lê văn học nghệ thuật", "Đoàn Thanh niên xã"]
)
def test_words_that_begin_as_names_do_are_none(words: str) -> None:
    assert not is_name(words)


def test_offices_are_spelt_out() -> None:
    assert in_full("các đ/c UVBTV, PCT UBND") == "các đồng chí Ủy viên Ban Thường vụ, Phó Chủ tịch UBND"
