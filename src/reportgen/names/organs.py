"""The kinds of bodies that issue papers (cơ quan ban hành): what each writes at the head and the foot of a paper.

The table stands in organs.yaml; every line can be overridden in the input.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from reportgen.files.packaged import PACKAGE
from reportgen.vietnamese.letters import fold

STATE, PARTY = "nhà nước", "đảng"
"""The regimes, as the table names them."""


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of body. Patterns hold `{unit}`, `{UNIT}` and `{ABOVE}`; `parent` is "" where no line stands above.

    `power` is empty for a body led by its head, who signs with the office alone. `starts` is the word by which kinds
    of many names are known (`Phòng Kinh tế`).
    """

    key: str
    names: tuple[str, ...]
    regime: str
    short: str
    full: str
    issuer: tuple[str, ...]
    symbol: str
    power: tuple[str, ...]
    office: str
    archive: str
    parent: str = ""
    starts: str = ""


_LEVEL_BEHIND = re.compile(r"(?<=\S) (?:xa|phuong|thi tran|dac khu)(?: .*)?$")
"""`UBND xã` is the people's committee."""


def organ(name: str | None) -> Organ | None:
    """The kind that a name means, accents and case aside; the people's committee without one; None if unknown."""
    wanted = _LEVEL_BEHIND.sub("", fold(" ".join((name or "UBND").split())))
    exact = next((kind for kind in organs() if wanted in {fold(known) for known in kind.names}), None)
    if exact is not None and not exact.starts:
        return exact
    kind = next((kind for kind in organs() if kind.starts and wanted.startswith(f"{fold(kind.starts)} ")), None)
    return _named(kind, " ".join((name or "").split())) if kind is not None else None


def _named(kind: Organ, name: str) -> Organ:
    """The kind with the body's own name: its lines, and its symbol from the first letters of the words."""
    words = re.findall(r"\w+", name)[len(kind.starts.split()) :]
    rest = "".join(word if word.isupper() else word[0] for word in words).upper()
    values = {"{organ}": name, "{ORGAN}": name.upper(), "{rest}": rest}

    def filled(pattern: str) -> str:
        for blank, value in values.items():
            pattern = pattern.replace(blank, value)
        return pattern

    return replace(
        kind,
        short=filled(kind.short),
        full=filled(kind.full),
        issuer=tuple(map(filled, kind.issuer)),
        symbol=filled(kind.symbol),
        archive=filled(kind.archive),
    )


@cache
def organs() -> tuple[Organ, ...]:
    """All kinds, in the order of the table."""
    table = yaml.load((PACKAGE / "names" / "organs.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return tuple(_organ(key, entry) for key, entry in table.items())


def _organ(key: str, entry: Mapping[str, Any]) -> Organ:
    lists = {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
    return Organ(key=key, **{**entry, **lists})
