"""The kinds of bodies that issue papers (cơ quan ban hành): what each writes at the head and the foot of a paper.

The table stands in organs.yaml; every line can be overridden in the input.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from reportgen.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of body. Patterns hold `{unit}`, `{UNIT}` and `{ABOVE}`; `parent` is "" where no line stands above."""

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


def organ(name: str | None) -> Organ | None:
    """The kind that a name means, accents and case aside; the people's committee without one; None if unknown."""
    wanted = fold(name or "UBND")
    return next((kind for kind in organs() if wanted in {fold(known) for known in kind.names}), None)


@cache
def organs() -> tuple[Organ, ...]:
    """All kinds, in the order of the table."""
    table = yaml.load(resources.files(__package__).joinpath("organs.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return tuple(_organ(key, entry) for key, entry in table.items())


def _organ(key: str, entry: Mapping[str, Any]) -> Organ:
    lists = {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
    return Organ(key=key, **{**entry, **lists})
