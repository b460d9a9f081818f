"""Right sentences in the papers' own phrases, with numbers that are drawn, and the same with one number changed.

A sentence is a row of pieces: words and `Number`s. What is computed is rounded or cut off to so many decimals, as
papers do. A change is beyond what rounding could explain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random
from types import MappingProxyType


@dataclass(frozen=True)
class Number:
    """A number in a sentence. `firm` ones are not changed: another value of them would be right, too."""

    value: Decimal
    decimals: int = 0
    firm: bool = False

    @property
    def text(self) -> str:
        """As it is written, with dots for thousands and a comma."""
        shown = f"{self.value:,.{self.decimals}f}"
        return shown.translate(str.maketrans(",.", ".,"))


Pieces = tuple[str | Number, ...]
Phrase = Callable[[Random], Pieces]


@dataclass(frozen=True)
class Written:
    """A text and where its numbers stand, those that may be changed."""

    text: str
    numbers: tuple[tuple[int, int], ...]


def written(pieces: Pieces) -> Written:
    """The pieces as one text."""
    text, places = "", []
    for piece in pieces:
        words = piece if isinstance(piece, str) else piece.text
        if isinstance(piece, Number) and not piece.firm:
            places.append((len(text), len(text) + len(words)))
        text += words
    return Written(text, tuple(places))


def rounded(random: Random, value: Decimal, decimals: int) -> Number:
    """The value rounded or cut off."""
    how = random.choice((ROUND_HALF_UP, ROUND_HALF_UP, ROUND_DOWN))
    return Number(value.quantize(Decimal(1).scaleb(-decimals), rounding=how), decimals)


def drawn(random: Random, low: int, high: int, decimals: int = 0) -> Number:
    """A number between two bounds."""
    scale = 10**decimals
    return Number(Decimal(random.randint(low * scale, high * scale)) / scale, decimals)


NAMES = (
    ("Thu ngân sách trên địa bàn", "tỷ đồng"),
    ("Tổng giá trị sản xuất", "tỷ đồng"),
    ("Doanh thu dịch vụ", "triệu đồng"),
    ("Sản lượng thủy sản", "tấn"),
    ("Diện tích trồng rừng", "ha"),
    ("Giải ngân vốn đầu tư công", "triệu đồng"),
)
COUNTED = (("hộ", "đạt danh hiệu gia đình văn hóa"), ("thôn", "văn hóa"), ("chi bộ", "trong sạch"), ("trẻ", "ra lớp"))
PAST = ("cùng kỳ", "năm 2023", "năm trước", "cùng kỳ năm trước")
PLANS = ("kế hoạch", "dự toán", "chỉ tiêu")


def to_plan(random: Random) -> Pieces:
    """`đạt 45,2 tỷ đồng, bằng 113% dự toán (dự toán 40 tỷ đồng)`."""
    name, unit = random.choice(NAMES)
    plan = drawn(random, 20, 900, 1)
    now = rounded(random, plan.value * Decimal(random.randint(70, 130)) / 100, 1)
    ratio = rounded(random, now.value * 100 / plan.value, random.randint(0, 2))
    word, hedge = random.choice(PLANS), random.choice(("", "ước "))
    if random.random() < 0.5:
        return (f"{name} {hedge}đạt ", now, f" {unit}, bằng ", ratio, f"% {word} ({word} ", plan, f" {unit}).")
    return (f"{name}: {word} giao ", plan, f" {unit}, thực hiện ", now, f" {unit}, đạt ", ratio, "%.")


def of_all(random: Random) -> Pieces:
    """`Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 95,7%`."""
    noun, tail = random.choice(COUNTED)
    whole = drawn(random, 20, 2500)
    part = Number(Decimal(random.randint(int(whole.value) // 2, int(whole.value))))
    ratio = rounded(random, part.value * 100 / whole.value, random.randint(0, 2))
    how = random.choice(((", chiếm ", "%."), (", đạt ", "%."), (" (", "%).")))
    return ("Có ", part, "/", whole, f" {noun} {tail}{how[0]}", ratio, how[1])


def grown(random: Random) -> Pieces:
    """`đạt 1.284 tỷ đồng, tăng 9,2% so với năm 2023 (1.176 tỷ đồng)`."""
    name, unit = random.choice(NAMES)
    before = drawn(random, 50, 3000, 1)
    now = rounded(random, before.value * Decimal(random.choice((*range(60, 95), *range(106, 160)))) / 100, 1)
    change = (now.value - before.value) * 100 / before.value
    word = "tăng" if change > 0 else "giảm"
    share = rounded(random, abs(change), random.randint(0, 2))
    return (f"{name} đạt ", now, f" {unit}, {word} ", share, f"% so với {random.choice(PAST)} (", before, f" {unit}).")


def differing(random: Random) -> Pieces:
    """`còn 36 hộ nghèo, giảm 18 hộ so với đầu năm (54 hộ)`."""
    before, now = drawn(random, 20, 400), drawn(random, 20, 400)
    if before.value == now.value:
        now = Number(now.value + 7)
    word = "tăng" if now.value > before.value else "giảm"
    noun = random.choice(("hộ", "vụ", "trường hợp", "đơn"))
    lead = random.choice(("Toàn xã có ", "Cả năm ghi nhận "))
    change = Number(abs(now.value - before.value))
    return (lead, now, f" {noun}, {word} ", change, f" {noun} so với {random.choice(PAST)} (", before, f" {noun}).")


def change_and_growth(random: Random) -> Pieces:
    """`đạt 315 tỷ đồng, tăng 15 tỷ đồng (tăng 5%) so với năm 2023`."""
    name, unit = random.choice(NAMES)
    before = drawn(random, 100, 900, 1)
    step = Number(Decimal(random.randint(int(before.value), int(before.value) * 4)) / 10, 1)
    word, sign = random.choice((("tăng", 1), ("giảm", -1)))
    now = Number(before.value + sign * step.value, 1)
    share = rounded(random, step.value * 100 / before.value, random.randint(0, 1))
    past = random.choice(PAST)
    return (f"{name} đạt ", now, f" {unit}, {word} ", step, f" {unit} ({word} ", share, f"%) so với {past}.")


def added(random: Random) -> Pieces:
    """`Tổng diện tích 412,5 ha, gồm: lúa 286,0 ha, ngô 74,5 ha, rau màu 52,0 ha`."""
    parts = [drawn(random, 5, 500, 1) for _ in range(random.randint(2, 4))]
    names = ("lúa ", "ngô ", "rau màu ", "cây ăn quả ")
    total = Number(sum((part.value for part in parts), Decimal(0)), 1)
    pieces: list[str | Number] = ["Tổng diện tích gieo trồng ", total, " ha, gồm: "]
    for place, (name, part) in enumerate(zip(names, parts, strict=False)):
        pieces += [("" if place == 0 else ", ") + name, part, " ha"]
    return (*pieces, ".")


def plussed(random: Random) -> Pieces:
    """`gieo cấy 318,4 ha: 204,1 + 88,2 + 26,1 ha`."""
    parts = [drawn(random, 5, 500, 1) for _ in range(3)]
    total = Number(sum((part.value for part in parts), Decimal(0)), 1)
    return ("Vụ xuân gieo cấy ", total, " ha: ", parts[0], " + ", parts[1], " + ", parts[2], " ha.")


def structured(random: Random) -> Pieces:
    """`Cơ cấu kinh tế: nông nghiệp 42%; công nghiệp 33%; dịch vụ 25%`."""
    decimals = random.randint(0, 2)
    step = 10**decimals
    first, second = random.randint(20 * step, 40 * step), random.randint(20 * step, 35 * step)
    parts = [Number(Decimal(one) / step, decimals) for one in (first, second, 100 * step - first - second)]
    first_name, second_name = "Cơ cấu kinh tế: nông nghiệp ", "%; công nghiệp - xây dựng "
    return (first_name, parts[0], second_name, parts[1], "%; dịch vụ ", parts[2], "%.")


def harvested(random: Random) -> Pieces:
    """`Lúa cả năm 640 ha, năng suất 58,5 tạ/ha, sản lượng 3.744 tấn`."""
    area, per = drawn(random, 50, 900, 1), drawn(random, 40, 70, 1)
    output = rounded(random, area.value * per.value / 10, random.randint(0, 1))
    return ("Lúa cả năm ", area, " ha, năng suất ", per, " tạ/ha, sản lượng ", output, " tấn.")


def given(random: Random) -> Pieces:
    """`Trao 150 suất quà, mỗi suất trị giá 500.000 đồng, tổng trị giá 75.000.000 đồng`."""
    count, price = drawn(random, 11, 300), Number(Decimal(random.randint(1, 20) * 100_000))
    total = Number(count.value * price.value)
    return ("Trao ", count, " suất quà, mỗi suất trị giá ", price, " đồng, tổng trị giá ", total, " đồng.")


def averaged(random: Random) -> Pieces:
    """`Hỗ trợ 120 hộ với tổng kinh phí 24 triệu đồng, bình quân 200.000 đồng/hộ`."""
    count, price = drawn(random, 11, 300), Number(Decimal(random.randint(1, 50) * 50_000))
    total = Number(count.value * price.value)
    return ("Hỗ trợ ", count, " hộ với tổng kinh phí ", total, " đồng, bình quân ", price, " đồng/hộ.")


def multiplied(random: Random) -> Pieces:
    """`đạt 840 tỷ đồng, gấp 1,4 lần năm 2020 (600 tỷ đồng)`."""
    before = drawn(random, 100, 900, 1)
    now = rounded(random, before.value * Decimal(random.randint(12, 45)) / 10, 1)
    times = rounded(random, now.value / before.value, random.randint(1, 2))
    return ("Giá trị sản xuất đạt ", now, " tỷ đồng, gấp ", times, " lần năm 2020 (", before, " tỷ đồng).")


def passed(random: Random) -> Pieces:
    """`Thu ngân sách đạt 107,4% dự toán, vượt 7,4%`."""
    ratio = drawn(random, 105, 190, 1)
    return ("Thu ngân sách đạt ", ratio, "% dự toán, vượt ", Number(ratio.value - 100, 1), "%.")


def left(random: Random) -> Pieces:
    """`Có 17/18 chỉ tiêu đạt và vượt kế hoạch, 01 chỉ tiêu chưa đạt`."""
    whole = drawn(random, 12, 40)
    rest = Number(Decimal(random.randint(1, 6)))
    reached = Number(whole.value - rest.value)
    return ("Có ", reached, "/", whole, " chỉ tiêu đạt và vượt kế hoạch, ", rest, " chỉ tiêu chưa đạt.")


def shared(random: Random) -> Pieces:
    """`Tổng kinh phí 560 triệu đồng, trong đó ngân sách 392 triệu đồng, chiếm 70%`."""
    total = drawn(random, 200, 3000)
    part = Number(Decimal(random.randint(int(total.value) // 4, int(total.value) * 3 // 4)))
    ratio = rounded(random, part.value * 100 / total.value, random.randint(0, 1))
    return (
        "Tổng kinh phí ",
        total,
        " triệu đồng, trong đó ngân sách hỗ trợ ",
        part,
        " triệu đồng, chiếm ",
        ratio,
        "%.",
    )


KINDS: Mapping[str, tuple[Phrase, ...]] = MappingProxyType(
    {
        "ratio": (to_plan, of_all, shared),
        "growth": (grown, change_and_growth),
        "difference": (differing,),
        "sum": (added, plussed, left),
        "structure": (structured,),
        "product": (harvested, given),
        "mean": (averaged,),
        "times": (multiplied, passed),
    }
)
"""Kind of what is claimed → the phrases that claim it."""

ONE_OF_A_UNIT: tuple[Phrase, ...] = (to_plan, grown, change_and_growth, added, multiplied, passed)
"""Phrases that tell what a unit has one value of."""

FILLERS = (
    "Công tác lãnh đạo, chỉ đạo được triển khai kịp thời, đồng bộ.",
    "Năm 2024, xã có 3.142 hộ với 11.870 nhân khẩu.",
    "Thực hiện Nghị quyết số 05-NQ/ĐU ngày 12/01/2024, 100% trường học đạt chuẩn.",
    "Tổ chức 22 buổi tuyên truyền với trên 2.350 lượt người tham dự.",
    "Tình hình an ninh chính trị, trật tự an toàn xã hội được giữ vững.",
)


def changed(random: Random, pieces: Pieces, at: int) -> Pieces:
    """The sentence with its `at`-th number changed by more than rounding explains."""
    place = [number for number, piece in enumerate(pieces) if isinstance(piece, Number) and not piece.firm][at]
    number = pieces[place]
    assert isinstance(number, Number)
    step = Decimal(1).scaleb(-number.decimals)
    value = number.value
    far = max(abs(value) / 8, step * 4)
    fresh = value + far if random.random() < 0.5 or value <= 2 * far else value - far
    fresh = fresh.quantize(step, rounding=ROUND_HALF_UP)
    return (*pieces[:place], replace(number, value=fresh), *pieces[place + 1 :])
