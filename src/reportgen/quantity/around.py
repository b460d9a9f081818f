"""The words around an amount, gathered: hedges, bound, change, rank, and the date that the value stands at.

`reading` collects them forwards from the start of a field, `prose` backwards from a numeral; what they mean together
is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.quantity.words import Change, Relation, Role, Word

_MONTH = r"tháng [0-9]{1,2}(?:/[0-9]{4}| năm [0-9]{4})?"
_DATE = r"(?:ngày )?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?"
_QUARTER = r"quý (?:I{1,3}|IV|[1-4])(?:/[0-9]{4}| năm [0-9]{4})?"
_WORDS = (
    r"(?<!\w)(?:(?:tính )?đến(?: hết| cuối| thời điểm){0,2}|hết) "
    rf"(?:{_MONTH}|{_DATE}|{_QUARTER}|năm [0-9]{{4}}|nay)(?![\w/])"
)
AS_OF = re.compile(_WORDS.replace(" ", "[ \u00a0]{1,3}"), re.IGNORECASE)
"""`đến hết tháng 11`, `tính đến ngày 30/11/2023`, `đến nay`; a no-break space is a space."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the words before and behind a number say together."""

    hedges: tuple[str, ...] = ()
    relation: Relation = Relation.EQUAL
    change: Change = Change.NONE
    rank: bool = False


NOTHING_AROUND = Around()


def gather(words: Sequence[Word]) -> Around:
    """The meaning of the words together. The last bound counts; of hedges, those of an estimate come first."""
    if not words:
        return NOTHING_AROUND
    said = [word for role in (Role.EARLY_HEDGE, Role.LATE_HEDGE) for word in words if word.role is role]
    hedges = tuple(dict.fromkeys(word.name for word in said))
    relations = [word.relation for word in words if word.relation is not None]
    changes = [word.change for word in words if word.role is Role.CHANGE]
    return Around(
        hedges,
        relations[-1] if relations else Relation.EQUAL,
        changes[-1] if changes else Change.NONE,
        any(word.role is Role.RANK for word in words),
    )
