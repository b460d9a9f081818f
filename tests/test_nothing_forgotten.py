"""What has to be said in several places: whoever forgets one of them is told here which file to open."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from conftest import FICTIONAL, ROOT
from reportgen.checks import RULES
from reportgen.drafting import following
from reportgen.drafting.lasting import EMPTIED, KEPT
from reportgen.model.keys import keys_of, sections
from reportgen.model.leaves import Leaf
from reportgen.model.reading import bind, read_input
from reportgen.model.section import Section
from reportgen.quantity.units import DURATIONS, PHYSICAL, SPELLINGS, parse_unit
from reportgen.source import parse_source
from reportgen.tree.binding import NO_BREAK, bound
from reportgen.writers.formats import FORMATS, format_of

OWN_BASE = frozenset(
    {"đồng", "USD", "điểm %", "điểm", "kg", "m²", "m", "lít", "kwh", "kVA", "kV", "kW", "kWp", "độ C", "thước"}
    | {"năm", "phút"}
)
"""Units that nothing is converted into but themselves."""


@pytest.mark.parametrize("unit", sorted(set(SPELLINGS.values())))
def test_every_unit_has_a_factor_or_is_its_own_measure(unit: str) -> None:
    made = parse_unit(unit)
    assert made is not None
    assert (made.dimension != ((unit, 1),)) is (unit not in OWN_BASE), "src/reportgen/quantity/units.py: _MEASURES"


@pytest.mark.parametrize("unit", sorted(PHYSICAL - {"%", "‰", "điểm %"} - DURATIONS))
def test_a_number_keeps_to_every_unit_that_is_written_behind_it(unit: str) -> None:
    assert bound(f"tăng 5 {unit} so") == f"tăng 5{NO_BREAK}{unit} so", "src/reportgen/tree/binding.py: _MEASURES"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_how_it_is_handed_over(name: str) -> None:
    assert format_of(f"bao-cao.{name}") == name
    assert "/" in FORMATS[name].media_type, "src/reportgen/writers/formats.py"


def test_every_rule_of_a_module_is_in_the_list() -> None:
    """A rule is a function whose docstring begins with its code."""
    folder = ROOT / "src" / "reportgen" / "checks"
    listed = {f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}" for rule in RULES}
    written = set()
    for file in folder.glob("*.py"):
        lines = file.read_text("utf-8").splitlines()
        for above, line in pairwise(lines):
            if above.startswith("def ") and above[4] != "_" and line.startswith('    """') and line[8:11].isdigit():
                written.add(f"{file.stem}.{above[4:].partition('(')[0]}")
    assert written - listed == set(), "src/reportgen/checks/__init__.py: RULES"


KEYS = [f"{section.__name__}.{key.key}" for section in sections() for key in keys_of(section)]


@pytest.mark.parametrize("name", KEYS)
def test_next_year_s_file_keeps_or_empties_every_key_on_purpose(name: str) -> None:
    assert (name in KEPT) is not (name in EMPTIED), "src/reportgen/drafting/lasting.py"


def test_nothing_is_kept_or_emptied_that_is_no_key() -> None:
    assert (KEPT | EMPTIED) - set(KEYS) == set()


NOT_HERE = frozenset({"Plan.điều chỉnh", "Directions.giải pháp"})
"""Kept where a target is adjusted and where solutions have headings: not so in the example."""


def test_what_is_said_to_be_kept_is_kept_and_what_is_dropped_is_not() -> None:
    """Held against the example that uses nearly every key."""
    this = read_input(FICTIONAL)
    assert this.conference is not None
    text = following.following_year(this.conference, this.problems, "x")
    after = bind(parse_source(Path("x"), text.encode())).conference
    assert after is not None
    used = dict(_used(this.conference))
    carried = dict(_used(after))
    lost = {name for name in KEPT - NOT_HERE if name in used and name not in carried}
    left = {name for name in EMPTIED if name in carried and carried[name] & used.get(name, set())}
    assert (lost, left) == (set(), set())


def _used(part: object) -> dict[str, set[str]]:
    """Every key that says something → what it says."""
    found: dict[str, set[str]] = {}

    def visit(value: object, name: str) -> None:
        if isinstance(value, Section):
            for key in keys_of(type(value)):
                visit(getattr(value, key.name), f"{type(value).__name__}.{key.key}")
        elif isinstance(value, dict):
            for inner in value.values():
                visit(inner, name)
        elif isinstance(value, tuple):
            for inner in value:
                visit(inner, name)
        if isinstance(value, Leaf):
            found.setdefault(name, set()).add(str(getattr(value, "words", value)))
        elif name and isinstance(value, Section) and any(vars(value).values()):
            found.setdefault(name, set())

    visit(part, "")
    return found
