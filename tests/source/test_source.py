"""YAML text to nodes with positions: what is read, what is refused, and that every place is right.

`cases/` holds broken inputs, each beside its problems as lines of `code line column`.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.problems.catalog.files import ENTRIES
from reportgen.source import Mapping, Node, Scalar, Sequence, Source, parse_source, read_source, scalars

FOLDER = Path(__file__).parent / "cases"
SOMEWHERE = Path("phuong.yaml")


def parse(text: str) -> Source:
    return parse_source(SOMEWHERE, text.encode())


def found(source: Source) -> list[str]:
    return [f"{problem.code} {problem.place.line} {problem.place.column}" for problem in source.problems]


def value(source: Source, *path: str | int) -> Node:
    node: Node | None = source.root
    for step in path:
        if isinstance(step, int):
            assert isinstance(node, Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, Mapping)
            node = {key.text: inner for key, inner in node}[step]
    assert node is not None
    return node


def scalar(source: Source, *path: str | int) -> Scalar:
    node = value(source, *path)
    assert isinstance(node, Scalar)
    return node


# --- broken inputs beside their problems


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_input_has_exactly_the_problems_beside_it(path: Path) -> None:
    expected = path.with_suffix(".problems").read_text(encoding="utf-8").splitlines()
    assert found(read_source(path)) == expected


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_windows_line_ends_change_no_place(path: Path) -> None:
    expected = path.with_suffix(".problems").read_text(encoding="utf-8").splitlines()
    assert found(parse_source(path, path.read_bytes().replace(b"\n", b"\r\n"))) == expected


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_byte_order_mark_changes_no_place(path: Path) -> None:
    expected = path.with_suffix(".problems").read_text(encoding="utf-8").splitlines()
    assert found(parse_source(path, b"\xef\xbb\xbf" + path.read_bytes())) == expected


def test_every_message_can_be_filled_from_its_problem() -> None:
    for path in FOLDER.glob("*.yaml"):
        for problem in read_source(path).problems:
            entry = ENTRIES[problem.code]
            for wording in (entry.vi, entry.en):
                assert wording.message.format(**problem.values)
                assert wording.hint.format(**problem.values)


# --- the file itself


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert found(read_source(tmp_path / "none.yaml")) == ["F101 0 0"]


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert found(read_source(tmp_path)) == ["F102 0 0"]


def test_a_path_that_can_be_no_file() -> None:
    assert found(read_source(Path("a\0b"))) == ["F104 0 0"]


def test_a_file_that_is_too_large() -> None:
    assert found(parse_source(SOMEWHERE, b"a: b\n" * 1_000_000)) == ["F105 0 0"]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\xef\xbb\xbf", b"---\n", b" \n# \n"])
def test_an_empty_file(raw: bytes) -> None:
    assert [problem.code for problem in parse_source(SOMEWHERE, raw).problems] == ["F106"]


def test_the_first_byte_that_is_not_utf8_has_its_line_and_column() -> None:
    source = parse_source(SOMEWHERE, "\ufeffnăm: 2023\ntên: Bí ".encode() + b"\xff\n")
    assert found(source) == ["F107 2 9"]
    assert source.lines[1].startswith("tên: Bí")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_utf16_is_named(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    source = parse_source(SOMEWHERE, mark + "năm: 2023\n".encode(encoding))
    assert found(source) == ["F108 0 0"]
    assert source.problems[0].values["encoding"] == encoding[:6].upper()


def test_a_file_of_control_characters_is_not_reported_without_end() -> None:
    assert len(parse_source(SOMEWHERE, b"\x01\n" * 50_000).problems) < 100


def test_sixty_thousand_nested_brackets_end_in_a_problem_and_not_in_a_crash() -> None:
    """In a process of its own: PyYAML's composer would take this one along."""
    program = (
        "from pathlib import Path; from reportgen.source import parse_source\n"
        "for raw in (b'[' * 60_000, b'a: ' + b'{' * 60_000, b'- ' * 60_000):\n"
        "    print(parse_source(Path('x'), raw).problems[0].code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, ["F127"] * 3)


def test_more_nodes_than_any_conference_has() -> None:
    assert [problem.code for problem in parse("a: [" + "1, " * 200_001 + "]\n").problems] == ["F128"]


@pytest.mark.parametrize(
    "raw", [b"a: 'x''" * 500_000, b"x" * 4_000_000 + b":\n a", b"\t- x\n" * 600_000, b"a: [x\n" + b" [b],\n" * 500_000]
)
def test_messages_about_a_huge_broken_file_stay_short(raw: bytes) -> None:
    """The time must not grow with the square of the size, either: these took minutes once."""
    problems = parse_source(SOMEWHERE, raw).problems
    assert 0 < len(problems) < 100
    assert max(len(value) for problem in problems for value in ("", *problem.values.values())) <= 60


# --- what is read


def test_a_scalar_is_the_text_as_written() -> None:
    source = read_source(FOLDER / "good.yaml")
    assert [scalar(source, key).text for key in ("số", "có", "tiền", "rỗng")] == ["08", "no", "28.936", ""]


def test_an_absent_value_stands_behind_its_colon() -> None:
    place = scalar(parse("a:\nrỗng:\n"), "rỗng").place
    assert (place.line, place.column) == (2, 6)


def test_text_is_composed_and_its_place_counts_the_characters_of_the_file() -> None:
    source = parse("tên: Tru\u031bng Vu\u031bo\u031bng, Bí\n")
    text = scalar(source, "tên")
    assert text.text == "Trưng Vương, Bí"
    place = text.place_at(6, 11)
    assert (place.column, place.width) == (13, 7)
    assert text.place_at(13, 15).column == 22


def test_a_split_decimal_is_put_together_again_so_that_nothing_else_is_said_of_it() -> None:
    source = parse("a: {b: 41,795 tỷ đồng, c: [1,5, 2]}\n")
    assert scalar(source, "a", "b").text == "41,795 tỷ đồng"
    assert scalar(source, "a", "c", 0).text == "1,5"
    assert [problem.code for problem in source.problems] == ["F149", "F149"]


def test_only_what_stands_in_quotes_is_quoted() -> None:
    source = parse("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\n")
    assert [scalar(source, key).quoted for key in "abcd"] == [False, True, True, False]


def test_a_refused_anchor_still_leaves_the_text_its_place() -> None:
    text = scalar(parse("a: &b phường A\n"), "a")
    assert (text.text, text.place_at(7, 8).column) == ("phường A", 14)


# --- places

WORDS = st.lists(
    st.sampled_from(["ệm", "ốt", "o\u031bn", "e\u0302\u0301t", "đ", "😀x", "28.936"]), min_size=1, max_size=8
)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", "\n\n\n", "\n "])
STYLES = st.sampled_from(["", "'", '"', "|", ">", "|-", ">+", '" escaped'])


def markers(words: list[str]) -> list[str]:
    """Words that occur once, whichever way their letters are composed."""
    return [f"{word}q{number}z" for number, word in enumerate(words)]


def written(words: list[str], gaps: list[str], style: str, indent: int) -> str:
    """A mapping with one value in the given style; a gap with a line end goes on in the next line."""
    space = " " * indent
    block = style[:1] in ("|", ">") and bool(style)
    text = words[0]
    for word, gap in zip(words[1:], gaps, strict=False):
        kept = gap if block else gap.rstrip(" ") if "\n" in gap else gap
        text += (
            kept.replace("\n", "\n" + space if not gap.startswith("\n\n") else "\n")
            + (space if gap.startswith("\n\n") else "")
            + word
        )
    if block:
        return f"đầu: a\nkhóa: {style}\n{space}{text}\ncuối: b\n"
    if style == '" escaped':
        return f'đầu: a\nkhóa: "\\t\\u1ec7\\"{text}\\\n{space}\\x41\\N"\ncuối: b\n'
    extra = "''" if style == "'" else ""
    return f"đầu: a\nkhóa: {style}{extra}{text}{extra}{style}\ncuối: b\n"


@given(WORDS, st.lists(GAPS, min_size=8, max_size=8), STYLES, st.integers(1, 5), st.sampled_from(["\n", "\r\n"]))
def test_the_place_of_every_word_is_where_a_search_finds_it(
    words: list[str], gaps: list[str], style: str, indent: int, line_end: str
) -> None:
    marked = markers(words)
    source = parse(written(marked, gaps, style, indent).replace("\n", line_end))
    assert [problem.code for problem in source.problems if problem.code != "F110"] == []
    text = scalar(source, "khóa")
    for marker in marked:
        composed = unicodedata.normalize("NFC", marker)
        start = text.text.index(composed)
        place = text.place_at(start, start + len(composed))
        line = next(number for number, line in enumerate(source.lines, 1) if marker in line)
        assert (place.line, place.column, place.width) == (line, source.lines[line - 1].index(marker) + 1, len(marker))
        inner = text.place_at(start + len(composed) - 2, start + len(composed))
        assert (inner.line, inner.column + 2) == (line, place.column + place.width)


def lies_inside(source: Source, line: int, column: int) -> bool:
    if line == 0 or not source.lines:
        return column <= 1
    return 1 <= line <= len(source.lines) and 1 <= column <= len(source.lines[line - 1]) + 1


def check_places(source: Source) -> None:
    for problem in source.problems:
        assert problem.code in ENTRIES
        assert lies_inside(source, problem.place.line, problem.place.column), problem
        assert ENTRIES[problem.code].vi.message.format(**problem.values)
    for text in scalars(source.root) if source.root else ():
        assert lies_inside(source, text.place.line, text.place.column)
        for offset in range(min(len(text.text), 40) + 1):
            place = text.place_at(offset, offset + 1)
            assert lies_inside(source, place.line, place.column)


LAYOUT = (
    "\n",
    "\n  ",
    "\n    ",
    "\r\n",
    "\r",
    "\t",
    ": ",
    ":",
    "- ",
    "-",
    "---\n",
    "...\n",
    "#",
    " # ",
    ", ",
    ",",
    "? ",
)
SIGNS = (
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "{{ x }}",
    "|",
    "|2",
    ">",
    ">5\n",
    "&a ",
    "*a",
    "!t ",
    "@",
    "`",
    "%",
    "?",
    "<<: ",
)
TEXTS = ("a", "năm", "41,795", "o\u031b", "😀", "\ud55c", "\u1100\u1161", "\\", "\\x")
UNSEEN = ("\x00", "\x7f", "\x85", "\u2028", "\ufeff")
PIECES = st.sampled_from(LAYOUT + SIGNS + TEXTS + UNSEEN)


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    check_places(parse_source(SOMEWHERE, raw))


@given(st.lists(PIECES, max_size=30).map("".join))
@example('"\\\n')
@example('a: "\\uD800"')
def test_no_text_that_looks_like_yaml_makes_it_raise_and_every_place_lies_in_the_file(text: str) -> None:
    check_places(parse(text))


KEYS = st.text(st.characters(categories=("L", "Nd", "M")), min_size=1, max_size=12)
VALUES = st.text(
    st.characters(categories=("L", "Nd", "M", "Po"), exclude_characters=":#'\"\\%@*&!,`?\x85"), max_size=30
)


@given(st.dictionaries(KEYS, st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=6))
def test_the_text_of_a_plain_scalar_is_the_slice_of_the_file_at_its_place(entries: dict[str, list[str]]) -> None:
    text = "".join(f"- {key}:\n" + "".join(f"  - x{v}\n" for v in values) for key, values in entries.items())
    source = parse(f"gốc:\n{text}")
    if source.root is None:
        return
    for text_node in scalars(source.root):
        line = source.lines[text_node.place.line - 1]
        start = text_node.place.column - 1
        if text_node.text:
            piece = line[start : start + text_node.place.width]
            assert unicodedata.normalize("NFC", piece) == text_node.text
