"""What reading gives: a quantity with the precision it was written in, and what is wrong with the writing.

All offsets count in the NFC form of the text that was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from reportgen.problems import Flaw
from reportgen.quantity.numerals import EXACT
from reportgen.quantity.words import Change, Relation

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value in a unit, with the words around it that carry meaning.

    Two quantities are equal if they mean the same; how and where they were written does not count.
    """

    value: Decimal
    """In `unit`; of a range the lower end, of n/m the n, of a rank the place. A change is its size: `giảm 2%` is 2."""
    unit: str = ""
    """Canonical: money in `đồng` whatever the scale, `tấn/ha`, `%`, or the counted noun. "" where none is written."""
    quantum: Decimal = ZERO
    """The place of the last written digit, in `unit`; 0 if the value is exact."""
    hedges: tuple[str, ...] = ()
    relation: Relation = Relation.EQUAL
    change: Change = Change.NONE
    upper: Decimal | None = None
    """The upper end of a range."""
    of: Decimal | None = None
    """m of n/m, in the same unit."""
    of_quantum: Decimal = ZERO
    noun: str = ""
    """What a measured quantity is of: `xi măng` in `241,9 tấn xi măng`, `kế hoạch` in `98% kế hoạch`."""
    as_of: str = ""
    """The date or period that the value stands at: `đến hết tháng 11`."""
    against: str = ""
    """What a change is measured against: `so với năm 2022`."""
    rank: bool = False
    beside: Quantity | None = None
    """A second way of saying it, in brackets: `05 hộ` in `0,36% (05 hộ)`."""
    number: str = field(default="", compare=False)
    """From the first digit to the last, as written: `682 tỷ 068`, `10 - 15`, `Không có`."""
    unit_text: str = field(default="", compare=False)
    """The unit behind the number, as written: `triệu đồng`."""
    text: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    number_start: int = field(default=0, compare=False)

    @property
    def exact(self) -> bool:
        """Whether the value is a whole count or an amount to the last đồng."""
        return self.quantum == 0

    @property
    def hedge(self) -> str:
        """The hedges in canonical words, in order: `ước khoảng`; "" without any."""
        return " ".join(self.hedges)

    @property
    def low(self) -> Decimal | None:
        """The least value that the words and the precision allow, in `unit`; None if open."""
        if self.relation in (Relation.AT_MOST, Relation.LESS):
            return None
        return self.value if self.relation is not Relation.EQUAL else self.written_low

    @property
    def high(self) -> Decimal | None:
        """The greatest value that the words and the precision allow, in `unit`; None if open."""
        if self.relation in (Relation.AT_LEAST, Relation.MORE):
            return None
        if self.relation is Relation.EQUAL:
            return self.written_high
        return self.value if self.upper is None else self.upper

    @property
    def written_low(self) -> Decimal:
        """The least value that rounds to the number as written, hedges aside."""
        return EXACT.subtract(self.value, EXACT.divide(self.quantum, Decimal(2)))

    @property
    def written_high(self) -> Decimal:
        """The greatest value that rounds to the number as written, hedges aside."""
        return EXACT.add(self.value, EXACT.divide(self.quantum, Decimal(2)))

    @property
    def signed(self) -> Decimal:
        """The value with the sign that its change gives it: `giảm 2%` is -2."""
        return -self.value if self.change is Change.DOWN else self.value

    @property
    def share(self) -> Fraction | None:
        """n/m as a fraction of one; None if there is no m."""
        return Fraction(self.value) / Fraction(self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole field, read. Without a quantity there is at least one flaw that is an error."""

    text: str
    """The text in NFC, in which offsets count."""
    quantity: Quantity | None
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Running text, read: its quantities and flaws, each in the order of the text."""

    text: str
    """The text in NFC, in which offsets count."""
    quantities: tuple[Quantity, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def flaw(code: str, text: str, span: tuple[int, int], values: Mapping[str, str] | None = None) -> Flaw:
    """A flaw over a span of the text, with the words there as `{text}`."""
    start, end = span
    return Flaw(code, start, end, {"text": text[start:end], **(values or {})})
