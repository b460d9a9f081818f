"""Full-text search over everything in the archive.

Diacritics, `đ`, case and the form of composition do not matter; papers that have the words exactly as they were typed
come first, and those with the words side by side before those with the words apart. Behind that, BM25 orders; of very
many the latest come first.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reportgen.archive.index import last_indexed, ledger_lines, opened
from reportgen.archive.place import INDEX
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import fold, nfc

LIMIT = 20
AROUND = 90
"""Characters of a snippet on either side of the place."""
MOST_PLACES = 50
"""So many first places are looked at for the best snippet."""
MOST_RANKED = 2000
"""Where more papers match, the words tell little, and the latest additions come first."""
_QUOTED = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; "" and None ask for anything. Words in double quotes must stand side by side."""

    words: str = ""
    year: int | None = None
    unit: str = ""
    kind: str = ""
    person: str = ""
    field: str = ""
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper that was found. `snippet` is a piece of its text with the places of the words in it: start and end."""

    identifier: str
    key: str
    year: int
    unit: str
    kind: str
    title: str
    code: str
    date: str
    file: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    replaced: bool
    signed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The first papers in order, how many there are in all, and what is wrong with the index."""

    hits: tuple[Hit, ...]
    total: int
    problems: tuple[Problem, ...] = ()


def search(root: Path, query: Query) -> Found | Failure:
    """The papers that the query asks for."""
    if not root.is_dir():
        return Failure.of(Problem("H124", Place(root), {"folder": str(root)}))
    try:
        with opened(root) as connection:
            ids, total = _matching(connection, query)
            hits = (_hit(connection, number, query) for number in ids)
            return Found(tuple(hit for hit in hits if hit is not None), total, tuple(_behind(root, connection)))
    except sqlite3.Error as error:
        return damaged(root, error)


def damaged(root: Path, error: sqlite3.Error) -> Failure:
    """What to say of an index that cannot be read."""
    return Failure.of(Problem("H125", Place(root / INDEX), {"reason": str(error)}))


def _behind(root: Path, connection: sqlite3.Connection) -> Iterator[Problem]:
    indexed, number = last_indexed(connection), ledger_lines(root)
    if indexed != number:
        yield Problem("H128", Place(root / INDEX), {"indexed": str(indexed), "number": str(number)})


def expressions(words: str) -> tuple[str, ...]:
    """FTS5 expressions, the strictest first; the last one finds all that the others find. () without a word."""
    phrases = [_tokens(part) for part in _QUOTED.findall(words)]
    loose = _tokens(_QUOTED.sub(" ", words))
    groups = [group for group in phrases if group]
    if not groups and not loose:
        return ()
    together = [*groups, loose] if loose else groups
    apart = [*groups, *([word] for word in loose)]
    kinds = [together, apart] if together != apart else [apart]
    return tuple(
        f"{column} : ({' AND '.join(_phrase(group, column) for group in kind)})"
        for column in ("exact", "folded")
        for kind in kinds
    )


def _tokens(text: str) -> list[str]:
    """The words of a query, each once and the first of very many: no text is looked for by more of them."""
    return list(dict.fromkeys(_WORD.findall(nfc(text))))[:MOST_WORDS] if len(text) > LONG else _WORD.findall(nfc(text))


MOST_WORDS, LONG = 64, 400
"""A query of more letters is cut to so many different words."""


def _phrase(words: list[str], column: str) -> str:
    text = " ".join(words)
    return f'"{fold(text) if column == "folded" else text.casefold()}"'


def _matching(connection: sqlite3.Connection, query: Query) -> tuple[list[int], int]:
    """The first papers' ids, and how many match."""
    conditions, values = _conditions(query)
    wanted = expressions(query.words)
    if not wanted:
        where = " AND ".join(conditions)
        found = connection.execute(f"SELECT p.id {_FROM} WHERE {where} ORDER BY a.date DESC, p.id", values).fetchall()
        return [row[0] for row in found[: query.limit]], len(found)
    joins = "JOIN papers p ON p.id = words.rowid JOIN additions a ON a.number = p.addition" if conditions else ""
    source = f"FROM words {joins} WHERE {' AND '.join(['words MATCH ?', *conditions])}"
    total: int = connection.execute(f"SELECT count(*) {source}", (wanted[-1], *values)).fetchone()[0]
    order = "words.rank" if total <= MOST_RANKED else "words.rowid DESC"
    ids: dict[int, None] = {}
    for expression in wanted:
        statement = f"SELECT words.rowid {source} ORDER BY {order} LIMIT ?"
        ids |= dict.fromkeys(row[0] for row in connection.execute(statement, (expression, *values, query.limit)))
        if len(ids) >= min(query.limit, total):
            break
    return list(ids)[: query.limit], total


_FROM = "FROM papers p JOIN additions a ON a.number = p.addition"


def _conditions(query: Query) -> tuple[list[str], list[str | int]]:
    """SQL and values of the filters that were given."""
    filters: list[tuple[str, str | int | None]] = [
        ("a.year = ?", query.year),
        ("instr(a.unit_folded, ?)", fold(query.unit)),
        ("instr(p.kind_folded, ?)", fold(query.kind)),
        ("EXISTS (SELECT 1 FROM people n WHERE n.paper = p.id AND instr(n.folded, ?))", fold(query.person)),
        ("EXISTS (SELECT 1 FROM topics t WHERE t.paper = p.id AND instr(t.folded, ?))", fold(query.field)),
    ]
    given = [(sql, value) for sql, value in filters if value not in {None, ""}]
    return [sql for sql, _ in given], [value for _, value in given if value is not None]


_HIT = """SELECT a.identifier, p.key, a.year, a.unit, p.kind, p.title, a.code, a.date, p.file, p.text,
    EXISTS (SELECT 1 FROM additions l WHERE l.replaces = a.identifier),
    EXISTS (SELECT 1 FROM additions s WHERE s.signed_of = a.identifier AND s.signed_paper = p.key)
FROM papers p JOIN additions a ON a.number = p.addition WHERE p.id = ?"""


def _hit(connection: sqlite3.Connection, number: int, query: Query) -> Hit | None:
    """The paper of that id; None where the index has lost its addition."""
    row = connection.execute(_HIT, (number,)).fetchone()
    if row is None:
        return None
    identifier, key, year, unit, kind, title, code, date, file, text, replaced, signed = row
    snippet, marks = excerpt(text, query.words)
    facts = (identifier, key, year, unit, kind, title, code, date, file)
    return Hit(*facts, snippet, marks, bool(replaced), bool(signed))


def excerpt(text: str, words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A piece of the text around the first place of the words, and where they stand in it; the text's beginning where
    they do not."""
    text = nfc(text)
    places = _places(text, words)
    at = _densest(text, places)
    start = 0 if at < AROUND else text.rfind(" ", 0, at - AROUND // 2) + 1
    end = min(len(text), at + 2 * AROUND)
    end = text.rfind(" ", start, end) if end < len(text) and " " in text[at:end] else end
    lead = "…" if start else ""
    shown = f"{lead}{text[start:end]}{'…' if end < len(text.rstrip()) else ''}".replace("\n", " ").rstrip()
    shift = len(lead) - start
    return shown, tuple((a + shift, b + shift) for a, b in places if start <= a and b <= end)


def _densest(text: str, places: list[tuple[int, int]]) -> int:
    """The first place with the most different words near behind it; 0 without places."""

    def words_near(at: int) -> int:
        near = (text[start:end] for start, end in places if at <= start < at + AROUND)
        return len({fold(word) for word in near})

    return max((start for start, _ in places), key=words_near, default=0)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand: side by side as typed, else side by side folded, else the words alone."""
    tokens = _tokens(words.replace('"', " "))
    if not tokens:
        return []
    small = text.lower()
    exact = _found([token.lower() for token in tokens], small) if len(small) == len(text) else []
    if exact:
        return exact
    plain, folded = [letter_by_letter(token) for token in tokens], letter_by_letter(text)
    return _found(plain, folded) or sorted(place for token in dict.fromkeys(plain) for place in _found([token], folded))


def _found(tokens: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where the tokens stand one behind the other, as whole words."""
    pattern = r"[\W_]+".join(map(re.escape, tokens))
    spans = (match.span() for match in re.finditer(pattern, text))
    whole = ((a, b) for a, b in spans if not text[max(0, a - 1) : a].isalnum() and not text[b : b + 1].isalnum())
    return list(islice(whole, MOST_PLACES))


class _Plain(dict[int, str]):
    """Letter → its folded form, reckoned once; what folds to none or to several letters stays."""

    def __missing__(self, code: int) -> str:
        plain = fold(chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_PLAIN = _Plain()


def letter_by_letter(text: str) -> str:
    """Folded, with every letter in its place."""
    return text.translate(_PLAIN)
