"""The grades of urgency (độ khẩn) that an official paper may bear (Decree 30, I.III.2b)."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.vietnamese.letters import fold


class Urgency(NamedTuple):
    """A grade: the style of its mark, and the mark's words."""

    role: str
    words: str


URGENCIES = (Urgency("urgent", "KHẨN"), Urgency("very_urgent", "THƯỢNG KHẨN"), Urgency("express", "HỎA TỐC"))


def urgency(text: str) -> Urgency | None:
    """The grade that a text means, accents and case aside; None for another text."""
    return next((grade for grade in URGENCIES if fold(grade.words) == fold(text)), None)
