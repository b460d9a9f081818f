"""Mending an input: what is mended, what is never touched, and that it says the same as before."""

from __future__ import annotations

import random
import re
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from reportgen.drafting.repair import Repaired, repair
from reportgen.model.reading import bind
from reportgen.problems import Failure
from reportgen.quantity import find_quantities, read_quantity
from reportgen.source import parse_source

FILE = Path("thu.yaml")
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
HEAD = "năm: 2023\nđơn vị: phường A\n"


def mended(text: str) -> str:
    """The text below year and unit, mended."""
    outcome = repair(FILE, (HEAD + text).encode())
    assert isinstance(outcome, Repaired), outcome
    return outcome.content.decode().removeprefix(HEAD)


def kinds(text: str) -> list[tuple[int, int, str]]:
    """Line (of the text itself), column and kind of what is mended."""
    outcome = repair(FILE, (HEAD + text).encode())
    assert isinstance(outcome, Repaired), outcome
    return [(change.line - 2, change.column, change.kind) for change in outcome.changes]


# What is mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hạn chế: Còn  chậm", "hạn chế: Còn chậm"),
        ("hạn chế: Còn chậm , ít   việc .", "hạn chế: Còn chậm, ít việc."),
        ("hạn chế: “Một” ; hai !", "hạn chế: “Một”; hai !"),
        ("hạn chế: [Còn  chậm, 'Ít  việc']", "hạn chế: [Còn chậm, 'Ít việc']"),
        ("hạn chế: |\n  Còn  chậm .\n    Ít  việc", "hạn chế: |\n  Còn chậm.\n    Ít việc"),
        ("hạn chế: >-\n  Còn  chậm\n  ít  việc", "hạn chế: >-\n  Còn chậm\n  ít việc"),
        ("hạn chế: Còn  chậm\n  ít  việc", "hạn chế: Còn chậm\n  ít việc"),
        ("chỉ tiêu: {a: 12 %}", "chỉ tiêu: {a: 12%}"),
        ("chỉ tiêu: {a: 6 / 6 hộ}", "chỉ tiêu: {a: 6/6 hộ}"),
        ("chỉ tiêu: {a: 6/ 6 hộ}", "chỉ tiêu: {a: 6/6 hộ}"),
        ("chỉ tiêu: {a: '1,2 tỉ đồng'}", "chỉ tiêu: {a: '1,2 tỷ đồng'}"),
        ("chỉ tiêu: {a: {kế hoạch: {giá trị: 5 tỉ đồng}}}", "chỉ tiêu: {a: {kế hoạch: {giá trị: 5 tỷ đồng}}}"),
        ("chỉ tiêu: {a: {các năm: {2021: 5  hộ}}}", "chỉ tiêu: {a: {các năm: {2021: 5 hộ}}}"),
        ("hội nghị: 14/12", "hội nghị: 14/12/2023"),
        ("hội nghị: {ngày: 14-15/12}", "hội nghị: {ngày: 14-15/12/2023}"),
        ("hội nghị: ngày 14.12 # sáng", "hội nghị: ngày 14.12.2023 # sáng"),
        ("van ban: {ngay: '14/12'}", "van ban: {ngay: '14/12/2023'}"),
        ("hội nghị: 05/2", "hội nghị: 05/2/2024"),
        ("hội nghị: 31/3", "hội nghị: 31/3/2024"),  # a year is closed up to March
        ("hội nghị: 01/4", "hội nghị: 01/4/2023"),
        ("hạn chế: a  \nbài học: b\t", "hạn chế: a\nbài học: b"),
        ("hạn chế:   \n  - a\n   \nbài học: b", "hạn chế:\n  - a\n\nbài học: b"),
        ("hạn chế: a  b\r\nbài học: c  d\r\n", "hạn chế: a b\r\nbài học: c d\r\n"),
    ],
)
def test_what_is_safe_is_mended(before: str, after: str) -> None:
    assert mended(before) == after


def test_letters_are_composed_everywhere() -> None:
    text = "hạn chế: Giải ngân  chậm # ghi chú\n"
    assert mended(unicodedata.normalize("NFD", text)) == text.replace("  ", " ")


# What stays


@pytest.mark.parametrize(
    "text",
    [
        "hạn chế: a   # ghi  chú ,  và  \n#  dòng  ghi chú ;  \n",
        "chỉ tiêu:\n  a  b: 5 hộ\n  c: {thực hiện: 5 hộ, gồm: [a  b]}\nhạn chế: '{{ a  b }}'\n",
        "tin bài: {ảnh: {chú thích: a, tệp: anh/a  b.jpg}, điểm nhấn: [a  b]}",
        "hạn chế: |\n  |  a  |  b |\n  |:--|--:|\n  |  1  |  2 |\n",
        "hạn chế: |\n  -   một\n      hai\n  1.  ba\n",
        "hạn chế: |\n  Xuống dòng  \n  ở đây\n",
        "hạn chế: 'Tỉ lệ 1 : 3 … và 5 , 6 ... hết'",
        "hạn chế: tỉ lệ, tỉ mỉ",
        "đánh giá chung: Ngày 14/12 và 14 tháng 12",
        "văn bản: {ngày: 31/11}\nhội nghị: 45/99",
        "lạ  lùng: a  b",
    ],
)
def test_what_is_not_certain_stays(text: str) -> None:
    assert mended(text) == text


def test_a_byte_order_mark_and_the_line_ends_stay() -> None:
    outcome = repair(FILE, b"\xef\xbb\xbf" + (HEAD + "hạn chế: a  b\r\n").encode())
    assert isinstance(outcome, Repaired)
    assert outcome.content == b"\xef\xbb\xbf" + (HEAD + "hạn chế: a b\r\n").encode()


def test_without_a_year_no_date_gets_one() -> None:
    outcome = repair(FILE, "đơn vị: A\nhội nghị: 14/12\n".encode())
    assert outcome == Repaired("đơn vị: A\nhội nghị: 14/12\n".encode())


@pytest.mark.parametrize("text", ["a: b: c", "a: [b", "a: 1\na: 2", "a: {b: 1,5}", "\0"])
def test_a_file_with_errors_of_syntax_is_told_and_left(text: str) -> None:
    outcome = repair(FILE, text.encode())
    assert isinstance(outcome, Failure)
    assert {problem.code[0] for problem in outcome.problems} <= {"F", "S"}, outcome


def test_a_letter_that_would_become_a_sign_of_yaml_leaves_the_file_alone() -> None:
    outcome = repair(FILE, (HEAD + "hạn chế: \u1fefa").encode())  # its composed form is a grave accent
    assert isinstance(outcome, Failure)
    assert [problem.code for problem in outcome.problems] == ["B923"]


# What is told


def test_each_change_is_told_with_its_line_and_column() -> None:
    text = "hội nghị: 14/12\nchỉ tiêu:\n  a: 6 / 6  hộ\nhạn chế: Chậm .  \n"
    assert kinds(text) == [
        (1, 16, "year"),
        (3, 7, "slash"),
        (3, 11, "blanks"),
        (4, 14, "before"),
        (4, 16, "trailing"),
    ]


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
def test_there_is_nothing_to_mend_in_the_examples(file: Path) -> None:
    assert repair(file, file.read_bytes()) == Repaired(file.read_bytes())


# It is safe


def spoilt(text: str, luck: random.Random) -> str:
    """The text with blanks, spellings and decomposed letters that mending takes back."""
    text = re.sub(r"(?<=[^\W\d]) (?=[^\W\d])", lambda _: luck.choice((" ", " ", " ", "  ", "   ")), text)
    text = re.sub(r"(?<=\w)(?=[,;%])", lambda _: luck.choice(("", "", "", " ")), text)
    text = re.sub(r"(?<=\d)/(?=\d)", lambda _: luck.choice(("/", "/", " / ", "/ ")), text)
    return "".join(luck.choice((letter, unicodedata.normalize("NFD", letter))) for letter in text)


@settings(max_examples=20)
@given(st.sampled_from(INPUTS), st.integers(0, 2**32))
def test_mending_twice_is_mending_once_and_says_the_same(file: Path, seed: int) -> None:
    raw = spoilt(file.read_text("utf-8"), random.Random(seed)).encode()
    once = repair(file, raw)
    if not isinstance(once, Repaired):
        return
    assert repair(file, once.content) == Repaired(once.content)
    before, after = bind(parse_source(file, raw)).conference, bind(parse_source(file, once.content)).conference
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        for key, indicator in before.indicators.items():
            now = after.indicators[key]
            if indicator.result is not None:
                assert now.result is not None
                assert now.result.quantity == indicator.result.quantity


PIECES = st.lists(
    st.sampled_from(
        ("a", "hộ", "tỉ", "12", "5,5", " ", "  ", " ,", " .", ",", ".", ":", " :", "%", " %", "/", " / ", "{{ a }}",
         "}}", "“", "”", "(", "…", "\t", "-", "- ", "|", "1. ", "#", " #", "\n", "\n\n", "\\", '"', "ê\u0301", "14/12")
    ),
    max_size=20,
)  # fmt: skip
"""Texts on the edge of every rule."""
KEYS = ("hạn chế", "hội nghị", "đơn vị", "chủ đề năm", "nguyên nhân", "phương hướng")


@given(st.sampled_from(KEYS), st.sampled_from(("plain", "block", "folded", "single", "double", "figure")), PIECES)
def test_any_text_is_mended_in_one_go_or_left(key: str, style: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    indented = text.replace("\n", "\n  ")
    value = {
        "plain": indented,
        "block": f"|\n  {indented}",
        "folded": f">-\n  {indented}",
        "single": "'" + indented.replace("'", "''") + "'",
        "double": '"' + indented.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "figure": f"{{a: 'x'}}\nchỉ tiêu:\n  a: {indented}",
    }[style]
    raw = f"năm: 2023\n{key}: {value}\n# hết  .\n".encode()
    once = repair(FILE, raw)
    if isinstance(once, Repaired):
        assert repair(FILE, once.content) == Repaired(once.content)
        assert "# hết  .".encode() in once.content


@given(PIECES)
def test_figures_say_the_same_before_and_after(pieces: list[str]) -> None:
    text = "".join(pieces).replace("\n", " ")
    raw = (HEAD + "hạn chế: |\n  x " + text + "\nchỉ tiêu:\n  a: '" + text + "'\n").encode()
    once = repair(FILE, raw)
    if not isinstance(once, Repaired):
        return
    now = dict(re.findall(r"^  (x|a:)(.*)$", once.content.decode(), re.MULTILINE))
    read = read_quantity(text).quantity
    if read is not None and "a:" in now:
        assert read_quantity(now["a:"].strip()[1:-1]).quantity == read
    found = [(each.value, each.of, each.unit) for each in find_quantities(f"x {text}").quantities]
    assert [(each.value, each.of, each.unit) for each in find_quantities(f"x{now.get('x', '')}").quantities] == found


# The command


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportgen", "fmt", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_with_check_it_only_tells(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + "hạn chế: a  b\n", "utf-8")
    done = run("a.yaml", "--check", cwd=tmp_path)
    assert (done.returncode, "a.yaml:3:11:" in done.stdout) == (1, True)
    assert file.read_text("utf-8") == HEAD + "hạn chế: a  b\n"


def test_without_check_it_mends_in_place_and_keeps_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + "hạn chế: a  b\n", "utf-8")
    file.chmod(0o640)
    (tmp_path / "noi.yaml").symlink_to(file)
    assert run("noi.yaml", cwd=tmp_path).returncode == 0
    assert file.read_text("utf-8") == HEAD + "hạn chế: a b\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert (tmp_path / "noi.yaml").is_symlink()
    assert run("a.yaml", "--check", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "noi.yaml"]


def test_a_bad_file_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "tot.yaml").write_text(HEAD + "hạn chế: a  b\n", "utf-8")
    (tmp_path / "hong.yaml").write_text("a: [b", "utf-8")
    done = run("hong.yaml", "khong-co.yaml", "tot.yaml", cwd=tmp_path)
    assert done.returncode == 4
    assert "F145" in done.stderr
    assert "F101" in done.stderr
    assert (tmp_path / "tot.yaml").read_text("utf-8") == HEAD + "hạn chế: a b\n"
