"""The texts of a report that was built here, by the names of its paragraphs: each goes back to its own keys.

In: the passages. Out: a draft; None for a file whose paragraphs have no names. A paragraph without a name, or with one
that was too long for Word, belongs to the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from reportgen.compare.edited import CELLS, Passage
from reportgen.intake.reports.drafting import Draft, paragraphs
from reportgen.model import Conference
from reportgen.model.keys import Key, Shape, keys_of
from reportgen.model.section import Section
from reportgen.source.origins import KEY
from reportgen.tree.origins import INDICATOR, PREFIX, TEMPLATE
from reportgen.vietnamese.letters import bare

LEAST = 5
"""So many names make a file one of ours."""
ITEMS = ("list", "dash", "plus")
"""How the styles of entries of lists begin."""
_NUMBER = re.compile(r"_p\d+$")
_DIGEST = re.compile(r"[0-9a-f]{16}$")
_THEME = re.compile(r"“(.+)”")
_LABEL = re.compile(r"^[-–+]\s*")
Path = tuple[str | int, ...]


@dataclass(slots=True)
class _Text:
    """A text while its paragraphs are gathered."""

    path: Path
    parts: list[tuple[str, bool]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def draft_of(passages: Sequence[Passage]) -> Draft | None:
    """The texts under their keys."""
    named = [passage for passage in passages if any(name.startswith(PREFIX) for name in passage.names)]
    if len(named) < LEAST:
        return None
    draft: Draft = {}
    order: dict[Path, list[str]] = {}
    titles = _annex_titles(passages)
    for text in _texts(passages):
        written = _written(text)
        if written and text.path:
            placed = _numbered(text.path, order)
            _put(draft, placed, written)
            if text.path in titles:
                _put(draft, (*placed[:-1], "tiêu đề"), titles[text.path])
    for path, rows in _tables(passages).items():
        topic = _at(draft, _numbered(path, order))
        if isinstance(topic, dict):
            topic[TABLE] = rows
    bases = draft.get("văn bản", {}).get("căn cứ", [])
    if bases:
        draft["văn bản"]["căn cứ"] = [basis.rstrip(" ;.,") for basis in bases]
    if any(name == FICTION for passage in passages for name in passage.names):
        draft["đơn vị"] = {"hư cấu": "có"}
    if "khen thưởng" in draft:
        draft["khen thưởng"] = [_whole(award) for award in draft["khen thưởng"]]
    return draft


FICTION = f"{PREFIX}{TEMPLATE}_fiction"
RESULTS = "kết quả"
ANNEX, TITLE = "phụ lục", f"{PREFIX}{TEMPLATE}_annextitle"


def _annex_titles(passages: Sequence[Passage]) -> dict[Path, str]:
    """The titles of further annexes, which stand above their texts in capitals, by the keys of the texts."""
    titles: dict[Path, str] = {}
    title = ""
    for passage in passages:
        if any(name.startswith(TITLE) for name in passage.names):
            title = passage.text[:1] + passage.text[1:].lower()
        path = _path(passage, None) if passage.names else None
        if path is not None and path[0] == ANNEX:
            titles.setdefault(path, title)
    return titles


TABLE = "bảng chỉ tiêu"
_END_OF_TEXT = (f"{PREFIX}{TEMPLATE}_closing", f"{PREFIX}{TEMPLATE}_signer", f"{PREFIX}{TEMPLATE}_annexword")


def _tables(passages: Sequence[Passage]) -> dict[Path, list[str]]:
    """The names of the indicators in tables within the text, by the keys of the topic that each stands in."""
    found: dict[Path, list[str]] = {}
    here: Path | None = None
    for passage in passages:
        if any(name.startswith(_END_OF_TEXT) for name in passage.names):
            break
        if not passage.row:
            path = _path(passage, None) if passage.names else None
            here = path[:-1] if path is not None and path[0] == RESULTS and len(path) > 1 else None
        elif here is not None and any(name.startswith(f"{PREFIX}{INDICATOR}_") for name in passage.names):
            cells = passage.text.split(CELLS)
            found.setdefault(here, []).append(max(cells[:2], key=len))
    return found


def _at(draft: Draft, path: Path) -> Any:
    """What stands at a path, None for nothing."""
    here: Any = draft
    for step in path:
        known = here if isinstance(here, dict) else dict(enumerate(here)) if isinstance(here, list) else {}
        here = known.get(step)
    return here


def _texts(passages: Sequence[Passage]) -> Iterator[_Text]:
    current: _Text | None = None
    for passage in passages:
        path = _path(passage, current)
        if path is None:
            if current is not None and passage.names:
                yield current
                current = None
            continue
        if current is None or path != current.path:
            if current is not None:
                yield current
            current = _Text(path)
        if passage.row:
            current.rows.append(passage.text.split(CELLS))
        else:
            _close_table(current)
            current.parts.append((_LABEL.sub("", passage.text), passage.style.startswith(ITEMS)))
    if current is not None:
        yield current


def _close_table(text: _Text) -> None:
    if text.rows:
        text.parts.append((_table(text.rows), False))
        text.rows = []


def _table(rows: Sequence[Sequence[str]]) -> str:
    """The rows as a table of Markdown."""
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * width}", *lines[1:]])


def _written(text: _Text) -> str:
    _close_table(text)
    if text.path == ("chủ đề năm",):
        found = _THEME.search(text.parts[0][0]) if text.parts else None
        return found[1] if found is not None else ""
    if len(text.parts) == 1:
        return text.parts[0][0]
    return paragraphs(text.parts)


def _path(passage: Passage, before: _Text | None) -> Path | None:
    """The keys that a passage's text stands behind; None for what the program writes itself."""
    name = next((one.removeprefix(PREFIX) for one in passage.names if one.startswith(PREFIX)), "")
    if not name or _DIGEST.fullmatch(_NUMBER.sub("", name)):
        return _continued(before, passage, named=bool(name))
    if name.startswith((f"{TEMPLATE}_", f"{INDICATOR}_")):
        return None
    return _keys(_NUMBER.sub("", name).split("_"), Conference)


def _continued(before: _Text | None, passage: Passage, *, named: bool) -> Path | None:
    if before is None or passage.note or (passage.row and not named and not before.rows):
        return None
    if before.path[-1] == "mục":
        return (*before.path[:-1], "nội dung")
    return before.path


def _keys(parts: list[str], section: type[Section]) -> Path | None:
    """The keys that the parts of a name stand for; entries by their number from 1, or by a name of their own (`=…`)."""
    key = next((one for one in keys_of(section) if bare(one.key) == parts[0]), None)
    if key is None or key.shape is Shape.KEYED:
        return None
    rest = parts[1:]
    if key.shape is not Shape.MANY or not rest:
        return _inside(key, (key.key,), rest)
    if rest[0].isdigit():
        return _inside(key, (key.key, int(rest[0])), rest[1:])
    # An entry behind its name: `kết quả: {Kinh tế: …}`.
    title = ["muc"] if rest[1:] == [KEY] else rest[1:] or ["noidung"]
    return _inside(key, (key.key, f"={rest[0]}"), title)


def _inside(key: Key, path: Path, rest: list[str]) -> Path | None:
    if not rest:
        return path
    below = _keys(rest, key.kind) if issubclass(key.kind, Section) else None
    return (*path, *below) if below is not None else None


def _numbered(path: Path, order: dict[Path, list[str]]) -> Path:
    """The path with entries by their place in the draft, from 0, in the order in which they come."""
    placed: Path = ()
    for step in path:
        if isinstance(step, str) and not step.startswith("="):
            placed = (*placed, step)
            continue
        known = order.setdefault(placed, [])
        if str(step) not in known:
            known.append(str(step))
        placed = (*placed, known.index(str(step)))
    return placed


def _put(draft: Draft, path: Path, text: str) -> None:
    """The text at its keys."""
    here: Any = draft
    for step, following in pairwise(path):
        fresh: Any = [] if isinstance(following, int) else {}
        here = _entered(here, step, fresh)
    last = path[-1]
    known = _entered(here, last, "")
    if isinstance(known, dict):
        known.setdefault("nội dung", text)
    else:
        here[last] = f"{known}\n\n{text}" if known else text


def _entered(here: Any, step: str | int, fresh: Any) -> Any:
    """What stands at a step, made where there is nothing yet; a text where keys are wanted goes behind its own."""
    if isinstance(step, int):
        while len(here) <= step:
            here.append(None)
        if here[step] is None:
            here[step] = fresh
        elif isinstance(here[step], str) and isinstance(fresh, dict):
            here[step] = {"nội dung": here[step]}
        return here[step]
    return here.setdefault(step, fresh)


def _whole(award: Any) -> str:
    """An award as its sentence."""
    if isinstance(award, str):
        return award
    return next((text for text in award.values() if isinstance(text, str)), "")
