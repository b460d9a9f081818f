"""Units as they are typed: level, name, body, unit above and province, in one text or several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.names.pieces import Piece
from reportgen.names.units import level_of, read_unit

TYPED = {
    "UBND xã Tam Hợp, tỉnh Minh Họa": ("xã Tam Hợp", "UBND", None, "tỉnh Minh Họa"),
    "Ủy ban nhân dân xã Tam Hợp": ("xã Tam Hợp", "Ủy ban nhân dân", None, None),
    "TP Nha Trang, Khánh Hòa": ("thành phố Nha Trang", None, None, "tỉnh Khánh Hòa"),
    "Đảng ủy xã Ea Kly tỉnh Đắk Lắk": ("xã Ea Kly", "Đảng ủy", None, "tỉnh Đắk Lắk"),
    "Hội LHPN xã Bình Phước, TP. Minh An, tỉnh Minh Họa": (
        "xã Bình Phước", "Hội LHPN", "thành phố Minh An", "tỉnh Minh Họa",
    ),
    "thị trấn Tam Đảo - huyện Tam Đảo - Vĩnh Phúc": ("thị trấn Tam Đảo", None, "huyện Tam Đảo", "tỉnh Vĩnh Phúc"),
    "P.Bến Nghé, TP Hồ Chí Minh": ("phường Bến Nghé", None, None, "thành phố Hồ Chí Minh"),
    "Phòng Kinh tế xã A": ("xã A", "Phòng Kinh tế", None, None),
    "XÃ TAM HỢP": ("xã Tam Hợp", None, None, None),
    "xã tam hợp": ("xã Tam Hợp", None, None, None),
}  # fmt: skip


def words(piece: Piece | None) -> str | None:
    return piece.text if piece is not None else None


@pytest.mark.parametrize(("typed", "parts"), TYPED.items(), ids=list(TYPED))
def test_the_parts_of_a_unit_stand_each_in_its_place(typed: str, parts: tuple[str | None, ...]) -> None:
    read = read_unit(typed)
    assert tuple(map(words, (read.name, read.organ, read.above, read.province))) == parts


@pytest.mark.parametrize(
    "name",
    [
        "phường Trưng Vương", "phường 12", "xã Tỉnh Húc", "xã Thị Hoa",
        "đặc khu Vân Đồn", "xã Ea H'Leo", "xã Krông Pắc",
        "xã Ia Grai", "xã Đắk Đoa", "xã Mỹ Xuyên", "xã Trà Cú", "phường Phan Rang", "xã Sơn Mỹ", "thị trấn Mường Khến",
        "xã Nậm Cắn", "xã Lũng Cú", "xã Xín Mần", "phường Ghềnh Ráng", "xã Tân Thành", "phường Hòa Bình",
        "xã Hồ Đắc Kiện",
        "xã Tịnh Khê", "xã Tổng Cọt", "phường Quán Toan", "xã Huyện Phố",
    ],
)  # fmt: skip
def test_true_names_stay_as_they_are(name: str) -> None:
    read = read_unit(name)
    assert (words(read.name), read.organ, read.above, read.province) == (name, None, None, None)


NAMES = st.sampled_from(["Tam Hợp", "Ea Kly", "Trưng Vương", "Bình An", "Mường Thanh", "Đắk Nông"])
LEVELS = st.sampled_from(
    [("xã", "xã"), ("x.", "xã"), ("Xã", "xã"), ("phường", "phường"), ("P.", "phường"), ("tt", "thị trấn")]
)
BODIES = st.sampled_from(["", "UBND", "Đảng ủy", "HĐND", "Hội LHPN", "Ủy ban MTTQ"])
SIGNS = st.sampled_from([", ", " - ", " – ", "; ", ","])


@given(NAMES, LEVELS, BODIES, SIGNS, st.sampled_from(["tỉnh Minh Họa", "Minh Họa", "T. Minh Họa"]))
def test_every_way_of_typing_a_unit_says_the_same(
    name: str, level: tuple[str, str], body: str, sign: str, province: str
) -> None:
    typed, canonical = level
    read = read_unit(f"{body} {typed} {name}{sign}{province}".strip())
    assert words(read.name) == f"{canonical} {name}"
    assert words(read.organ) == (body or None)
    assert words(read.province) == "tỉnh Minh Họa"


@given(st.text(max_size=60))
def test_a_reading_keeps_within_its_text(typed: str) -> None:
    read = read_unit(typed)
    for piece in (read.name, read.organ, read.above, read.province):
        assert piece is None or 0 <= piece.start <= piece.end <= len(typed)
    assert level_of(read.name.text) in {"", *read.name.text.split(" "), "đặc khu", "thành phố", "thị trấn", "thị xã"}
