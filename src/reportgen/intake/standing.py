"""An indicator as it stands in an input: its nodes by their canonical keys, beside which a taken one is held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass

from reportgen.intake.naming import key_of
from reportgen.model.conference import Conference
from reportgen.model.indicators import Before, Indicator, Plan
from reportgen.model.section import Section
from reportgen.names.indicators import readable
from reportgen.quantity import Quantity, read_quantity
from reportgen.quantity.shorthand import in_full
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, Sequence, Source
from reportgen.vietnamese.letters import fold


@dataclass(frozen=True, slots=True)
class Field:
    """A key with what stands behind it."""

    key: Scalar
    node: Node


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator of the file. `fields` by canonical key; of a short form the result alone, with its own key."""

    key: Scalar
    node: Node
    fields: Mapping[str, Field]

    def text(self, key: str) -> str:
        """The text behind a key, "" without one."""
        return _said(self.fields.get(key))

    @property
    def name(self) -> str:
        """Its name, or its key as one."""
        return self.text("tên") or self.key.text.replace("_", " ")


@dataclass(frozen=True, slots=True)
class StandingPlan:
    """A plan of the file; `value` is None where it has none written."""

    setter: str
    adjusted: bool
    value: Scalar | None


def indicators_field(source: Source) -> Field | None:
    """The key of the indicators with its node."""
    assert source.root is not None
    found = (Field(key, node) for key, node in source.root if Conference.canonical(key.text.strip()) == "chỉ tiêu")
    return next(found, None)


def standings(held: Field | None) -> tuple[Standing, ...]:
    """The indicators of the file in their order."""
    if held is None or not isinstance(held.node, MappingNode):
        return ()
    return tuple(Standing(key, node, fields_of(node, Indicator)) for key, node in held.node)


def fields_of(node: Node, section: type[Section]) -> dict[str, Field]:
    """The entries of a mapping by canonical key."""
    if not isinstance(node, MappingNode):
        return {}
    known = ((section.canonical(key.text.strip()), Field(key, value)) for key, value in node)
    return {name: held for name, held in known if name is not None}


def plans_of(node: Node) -> Iterator[StandingPlan]:
    """The plans behind `kế hoạch` or `năm sau`, in whichever form."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from plans_of(item)
    elif isinstance(node, Scalar):
        if node.text.strip():
            yield StandingPlan("", adjusted=False, value=node)
    else:
        fields = fields_of(node, Plan)
        value = fields.get("giá trị")
        said = {key: _said(fields.get(key)) for key in ("giao bởi", "điều chỉnh")}
        scalar = value.node if value is not None and isinstance(value.node, Scalar) else None
        yield StandingPlan(said["giao bởi"], fold(said["điều chỉnh"]) in _YES, scalar)


_YES = frozenset({"co", "true", "yes"})


def _said(held: Field | None) -> str:
    """The text of a key, "" where there is none."""
    return held.node.text.strip() if held is not None and isinstance(held.node, Scalar) else ""


def before_of(node: Node) -> Scalar | None:
    """The text of last year's value, in whichever form."""
    if isinstance(node, Scalar):
        return node
    held = fields_of(node, Before).get("giá trị")
    return held.node if held is not None and isinstance(held.node, Scalar) else None


class Standings:
    """The indicators of a file, found by key or name; each is found once."""

    def __init__(self, all_: Several[Standing]) -> None:
        self._by_key = {one.key.text.strip(): one for one in all_}
        self._by_name: dict[str, list[Standing]] = {}
        self._found: set[str] = set()
        for one in all_:
            for name in {plain_name(one.name), plain_name(one.key.text)}:
                self._by_name.setdefault(name, []).append(one)

    def by_key(self, key: str) -> Standing | None:
        """The indicator behind a key."""
        return self._once([self._by_key[key]] if key in self._by_key else [])

    def by_name(self, name: str, group: str) -> Standing | None:
        """The indicator of that name; of several of one name that in the same group."""
        found = [one for one in self._by_name.get(plain_name(name), ()) if one.key.text.strip() not in self._found]
        near = [one for one in found if group and fold(one.text("nhóm")) == fold(group)]
        nameless = self._by_key.get(key_of(name, "", ()))
        last = [nameless] if nameless is not None and not nameless.text("tên") else []
        return self._once(near or found or last)

    def _once(self, found: Several[Standing]) -> Standing | None:
        free = next((one for one in found if one.key.text.strip() not in self._found), None)
        if free is not None:
            self._found.add(free.key.text.strip())
        return free


def plain_name(name: str) -> str:
    """A name for comparing: folded, abbreviations in full, signs aside."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(readable(name))).split())


def same_figure(old: str, new: str) -> bool:
    """Whether two texts say the same figure; a bare number is in whichever unit the other is."""
    if " ".join(old.split()) == " ".join(new.split()):
        return True
    one, other = _read(old), _read(new)
    if one is None or other is None:
        return False
    if "" in (one.unit, other.unit) and one.unit != other.unit:
        bare, full = (one, other) if not one.unit else (other, one)
        return _meaning(bare) == _meaning(read_quantity(f"{full.number}").quantity or full)
    return _meaning(one) == _meaning(other)


def _read(text: str) -> Quantity | None:
    return read_quantity(in_full(text)).quantity


def _meaning(quantity: Quantity) -> tuple[object, ...]:
    return (
        quantity.value, quantity.unit, quantity.hedges, quantity.relation, quantity.change, quantity.upper, quantity.of,
    )  # fmt: skip
