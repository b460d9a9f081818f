"""What a rate is averaged by: what a person says, else what its own words make certain.

A share of households is averaged by the number of households, an amount per head by the number of people: whatever else
stands for it is for a person to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.province.likeness import COUNT, RATE, gist
from reportgen.province.matching import Group
from reportgen.vietnamese.letters import fold

_HOUSEHOLDS, _PEOPLE = (
    frozenset({"ho", "ho dan", "ho gia dinh", "ho dan cu"}),
    frozenset({"dan", "nhan khau", "dan so"}),
)
_OF_HOUSEHOLDS = re.compile(r"^ty le ho (?:can )?ngheo(?: da chieu)?(?: theo chuan .*)?$")
_PER_HEAD = re.compile(r"thu nhap binh quan")


def weight_of(rate: Group, groups: Sequence[Group], said: Mapping[str, str]) -> Group | None:
    """The group that a rate is averaged by; None where nobody knows."""
    named = {gist(name): by for name, by in said.items()}
    by = next((named[told] for told in (*rate.names, gist(rate.key)) if named.get(told)), None)
    if by is None:
        by = next((said[key] for key in said if fold(key) == fold(rate.key) and said[key]), None)
    if by is not None:
        wanted = gist(by)
        return next((one for one in groups if wanted in one.names or fold(one.key) == fold(by)), None)
    told = next(iter(rate.names))
    if rate.measure == RATE and _OF_HOUSEHOLDS.match(told):
        return _counting(groups, _HOUSEHOLDS)
    if "người-1" in rate.measure and _PER_HEAD.search(told):
        return _counting(groups, _PEOPLE)
    return None


def _counting(groups: Sequence[Group], names: frozenset[str]) -> Group | None:
    fitting = (COUNT, "người1")
    return next((one for one in groups if one.measure in fitting and names & one.names.keys()), None)
