"""Operations carried out on an input's text, with the proof that it then says what it should."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.editing.content import Content, content_of, same, tidy
from reportgen.editing.fresh import flow, key_lines
from reportgen.editing.operations import Add, Operation, Rename, Set, done
from reportgen.editing.reconciling import Reconciler
from reportgen.editing.ways import opened, spelt, within
from reportgen.problems import Failure, Place, Problem
from reportgen.source import Mapping, Source, parse_source
from reportgen.source.text import LINE_END
from reportgen.vietnamese.letters import nfc

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000\ufeff\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def edited(source: Source, operations: Sequence[Operation]) -> Source | Failure:
    """The source with all operations done; problems where it cannot be read or the place is no longer there."""
    if source.root is None:
        return Failure(source.problems or (Problem("B940", Place(source.path)),))
    said = content_of(source.root)
    try:
        wanted = _all_done(said, operations)
    except LookupError:
        return Failure.of(Problem("B941", Place(source.path)))
    return source if same(said, wanted) else brought_to(source, wanted)


def brought_to(source: Source, wanted: Content) -> Source | Failure:
    """The source made to say a content; as little of its text as possible is written anew."""
    assert source.root is not None, "a source that can be read"
    entries = wanted if isinstance(wanted, dict) else {}
    mark = codecs.BOM_UTF8 if source.raw.startswith(codecs.BOM_UTF8) else b""
    for made in (_reconciled, _anew):
        fresh = made(source, source.root, entries)
        after = parse_source(source.path, mark + fresh.encode())
        if same(content_of(after.root) if after.root is not None else "", wanted):
            return after
    return Failure.of(Problem("B940", Place(source.path)))


def _all_done(said: Content, operations: Sequence[Operation]) -> Content:
    for operation in operations:
        clean = _clean(operation)
        clean = within(said, replace(clean, way=spelt(said, clean.way)))
        said = tidy(done(opened(said, clean), clean))
    return said


def _clean(operation: Operation) -> Operation:
    if isinstance(operation, Set | Add):
        return replace(operation, content=_cleaned(operation.content))
    return replace(operation, name=_text(operation.name).strip()) if isinstance(operation, Rename) else operation


def _cleaned(content: Content) -> Content:
    if isinstance(content, dict):
        return {_text(key): _cleaned(held) for key, held in content.items()}
    return [_cleaned(held) for held in content] if isinstance(content, list) else _text(content)


def _text(text: str) -> str:
    """A text as a file can hold it: composed letters, one kind of line end, nothing that nobody sees."""
    return nfc(_UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")))


def _reconciled(source: Source, root: Mapping, wanted: dict[str, Content]) -> str:
    return _joined(source, Reconciler(source.lines).root(root, wanted))


def _anew(source: Source, root: Mapping, wanted: dict[str, Content]) -> str:
    """What changed on the outermost level written anew, the rest kept."""
    said = content_of(root)
    changed = {
        key: held
        for key, held in wanted.items()
        if not (isinstance(said, dict) and key in said and same(said[key], held))
    }
    first = root.place.line - 1 if root.entries else len(source.lines)
    kept = Reconciler(source.lines).root(root, {key: held for key, held in wanted.items() if key not in changed})
    if list(changed) == list(wanted)[-len(changed) :] and changed:
        return _joined(source, [*kept, *(line for key, held in changed.items() for line in key_lines(0, key, held))])
    lines = [line for key, held in wanted.items() for line in _plainly(key, held)]
    return _joined(source, [*source.lines[:first], *lines])


def _plainly(key: str, held: Content) -> list[str]:
    return list(key_lines(0, key, held)) if held else [f"{flow(key)}:"]


def _joined(source: Source, lines: Sequence[str]) -> str:
    """Lines with the file's own kind of end."""
    found = LINE_END.search(source.text)
    end = found.group() if found else "\n"
    text = end.join(lines)
    return text if text.endswith(end) or not text else text + end
