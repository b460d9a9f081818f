"""Names for the texts of a file: the way of keys to each, `ketqua_2_noidung`.

In: the root of a file. Out: every text by its name, and the name by its place. A name has small letters, digits and
`_`; entries of a list count from 1. It does not change with comments, blanks or the way in which a text is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.source.nodes import Mapping, Node, Scalar, Sequence
from reportgen.vietnamese.letters import bare

KEY = "khoa"
"""The last part of the name of a key (khóa) that is a text itself: `kết quả: {Kinh tế: …}`."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A text of a file: its name, the keys that lead to it as they were typed, and the text with its place."""

    name: str
    path: str
    scalar: Scalar
    is_key: bool = False


@dataclass(frozen=True)
class Origins:
    """All texts of a file, by name and by where they begin (`12:5`)."""

    by_name: ReadOnly[str, Origin]
    by_place: ReadOnly[str, Origin]

    def name_at(self, place: str) -> str:
        """The name of what begins there, "" for nothing."""
        found = self.by_place.get(place)
        return found.name if found is not None else ""


def origins(root: Mapping | None) -> Origins:
    """The texts below a root; none for a file without one."""
    found = tuple(_below(root, (), ())) if root is not None else ()
    by_name: dict[str, Origin] = {}
    by_place: dict[str, Origin] = {}
    for origin in found:
        by_name.setdefault(origin.name, origin)
        place = origin.scalar.place
        by_place.setdefault(f"{place.line}:{place.column}", by_name[origin.name])
    return Origins(MappingProxyType(by_name), MappingProxyType(by_place))


def _below(node: Node, names: tuple[str, ...], path: tuple[str, ...]) -> Iterator[Origin]:
    if isinstance(node, Scalar):
        yield Origin("_".join(names), " → ".join(path), node)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _below(item, (*names, str(number)), (*path, str(number)))
    else:
        for key, value in node:
            here, shown = (*names, bare(key.text)), (*path, key.text.strip())
            yield Origin("_".join((*here, KEY)), " → ".join(shown), key, is_key=True)
            yield from _below(value, here, shown)
