"""What hypothesis draws from: written quantities, hostile texts, operands with all their allowed values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

MEASURES = (
    "tỷ đồng",
    "triệu đồng",
    "nghìn đồng",
    "đồng",
    "%",
    "‰",
    "ha",
    "m²",
    "tấn",
    "tạ/ha",
    "triệu đồng/người/năm",
    "km",
)
NOUNS = ("hộ", "tập thể", "đảng viên", "lượt người", "mô hình", "hộ đạt gia đình văn hóa", "lượt khách")
HEDGES = ("", "ước ", "trên ", "hơn ", "gần ", "khoảng ", "xấp xỉ ", "ước khoảng ", "≥ ", "không quá ", "lũy kế ")
CHANGES = ("", "tăng ", "giảm ", "gấp ")

NOTATIONS = (
    "41,795 tỷ đồng", "682 tỷ 068 triệu đồng", "5 tỷ 137 triệu/07 tỷ 950 triệu đồng", "673/550ha", "thứ 1/17 phường",
    "10 - 15%", "0,36%(05 hộ)", "152,%", "91.77%", "28,936.5", "0 68%", "giảm -1,3 ha", "12,345,678", "12.34.567",
    "41.795 tỷ đồng", "từ 90% trở lên", "đến hết tháng 11", "28 giường bệnh/10.000 dân", "Khu phố 1", "8 giờ 00",
    "215/BC-UBND", "14/12/2023", "thôn 3, 5 và 7", "1.1. ", "COVID-19", "0203.3854.123",
)  # fmt: skip


def grouped(number: int) -> str:
    """The number with dots for thousands."""
    return f"{number:,}".replace(",", ".")


@st.composite
def numerals(draw: st.DrawFn, most_decimals: int = 3) -> str:
    """A numeral in Vietnamese notation, without sign."""
    whole = grouped(draw(st.integers(0, 10**9)))
    rest = draw(st.text("0123456789", max_size=most_decimals))
    return f"{whole},{rest}" if rest else whole


@st.composite
def written_quantities(draw: st.DrawFn) -> str:
    """A field that is one readable quantity: an amount, n/m, a range, a compound, with or without words around it."""
    amount: str = draw(
        st.one_of(
            st.builds("{} {}".format, numerals(), st.sampled_from(MEASURES)),
            st.builds("{} {}".format, numerals(0), st.sampled_from(NOUNS)),
            st.builds("{}/{} {}".format, numerals(0), st.integers(1, 999), st.sampled_from(NOUNS)),
            st.builds("{} tỷ {:03d} triệu đồng".format, st.integers(0, 999), st.integers(0, 999)),
            st.builds("{}{}".format, numerals(), st.sampled_from(("%", "‰", " ha", "ha", "tấn/ha"))),
            st.integers(0, 99).flatmap(lambda low: st.integers(low, 100).map(lambda high: f"{low} - {high}%")),
        )
    )
    words: str = draw(st.sampled_from(HEDGES)) + draw(st.sampled_from(CHANGES))
    suffix: str = draw(st.sampled_from(("", " trở lên", " so với năm 2022", " đến hết tháng 11")))
    return words + amount + suffix


@st.composite
def near_notations(draw: st.DrawFn) -> str:
    """Notations cut, joined and salted: text that almost reads."""
    pieces = draw(
        st.lists(st.one_of(st.sampled_from(NOTATIONS), st.text(" .,/-%()0123456789đhạà\n\u0301\u00a0", max_size=6)))
    )
    text = "".join(pieces)
    cut = draw(st.integers(0, len(text)))
    return text[cut:] + " " + text[:cut]


@dataclass(frozen=True)
class Measured:
    """A true value, and how it is written when rounded to so many decimals."""

    true: Decimal
    text: str


@st.composite
def measured(draw: st.DrawFn, unit: str = "tỷ đồng", least: int = 1) -> Measured:
    """A value of some thousandths, and its correct rounding (half up) to 0 to 3 decimals."""
    thousandths = draw(st.integers(least * 1000, 10**8))
    decimals = draw(st.integers(0, 3))
    step = 10 ** (3 - decimals)
    rounded = (thousandths + step // 2) // step
    whole, rest = divmod(rounded, 10**decimals)
    digits = grouped(whole) + (f",{rest:0{decimals}d}" if decimals else "")
    return Measured(Decimal(thousandths) / 1000, f"{digits} {unit}")
