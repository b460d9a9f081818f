"""How a sentence begins, whatever it was typed like: with a capital, and never with a bare count.

vận động hội viên …               ->  Vận động hội viên …
3 tập thể và 8 cá nhân được …     ->  Có 3 tập thể và 8 cá nhân được …
"""

from __future__ import annotations

import re

from reportgen.quantity.counters import counted
from reportgen.vietnamese.printed import printed

_COUNT = re.compile(r"\d[\d.]*(?:/\d[\d.]*)?[ \u00a0](?=[^\W\d_])")


def begun(text: str) -> str:
    """The text as the beginning of a sentence; markup stays markup."""
    count = _COUNT.match(text)
    if count is not None and counted(text[count.end() :]):
        verb = printed("counting.other")
        return type(text)(f"{verb[:1].upper()}{verb[1:]} {text}")
    return type(text)(text[:1].upper() + text[1:])
