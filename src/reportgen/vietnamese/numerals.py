"""Numbers as they are read aloud: 41,795 is `bốn mươi mốt phẩy bảy trăm chín mươi lăm`. The inverse of `spoken`."""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
BILLION = 10**9
LONGEST = 36
"""Digits: a longer number is read digit by digit."""


def in_words(number: int) -> str:
    """A whole number from 0 in words."""
    if number >= 10**LONGEST:
        return digit_by_digit(str(number))
    return " ".join(_whole(number)) or DIGITS[0]


def decimal_in_words(whole: str, decimals: str) -> str:
    """A number with decimals, as they are written: `("0", "05")` is `không phẩy không năm`. Zeros at the end are not
    read."""
    kept = decimals.rstrip("0")
    read = in_words(int(whole))
    if not kept:
        return read
    zeros = len(kept) - len(kept.lstrip("0"))
    return " ".join([read, "phẩy", *([DIGITS[0]] * zeros), in_words(int(kept))])


def digit_by_digit(digits: str) -> str:
    """Of a telephone number, a code."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def _whole(number: int) -> Iterator[str]:
    """The words of a number, none for 0. Billions are counted as numbers of their own: `hai nghìn tỷ`."""
    billions, rest = divmod(number, BILLION)
    if billions:
        yield from _whole(billions)
        yield "tỷ"
    yield from _below_a_billion(rest, inner=bool(billions))


def _below_a_billion(number: int, *, inner: bool) -> Iterator[str]:
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            yield from _group(group, inner=inner)
            yield from [SCALES[scale]] if scale else []
        inner = inner or bool(group)


def _group(number: int, *, inner: bool) -> Iterator[str]:
    """Three digits; `inner`: others stand before them, so that a missing hundred is read too."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    if hundreds or inner:
        yield from (DIGITS[hundreds], "trăm")
    if tens > 1:
        yield from (DIGITS[tens], "mươi")
    elif tens:
        yield "mười"
    elif ones and (hundreds or inner):
        yield "linh"
    if ones:
        yield _ones(ones, tens)


def _ones(digit: int, tens: int) -> str:
    if digit == 5 and tens:
        return "lăm"
    if digit in {1, 4} and tens > 1:
        return {1: "mốt", 4: "tư"}[digit]
    return DIGITS[digit]
