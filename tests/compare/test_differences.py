"""What an edited file says otherwise than its input, found wherever Word leaves it."""

from __future__ import annotations

import re

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reportgen.compare.differences import Difference, Kind, differences
from reportgen.compare.edited import edited

from .conftest import Desk, Hand, add_behind, all_of, delete, found, merge, move_behind, replace, split


def told(desk: Desk, hand: Hand) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.old, one.new) for one in all_told(desk, hand)]


def all_told(desk: Desk, hand: Hand) -> tuple[Difference, ...]:
    return differences(desk.before, edited(desk.edited(hand)))


def test_an_unedited_file_says_what_its_input_prints(desk: Desk) -> None:
    assert differences(desk.before, edited(desk.content)) == ()


def test_saving_it_anew_changes_nothing(desk: Desk) -> None:
    assert told(desk, lambda _: None) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Giữ vững đoàn kết nội bộ", "Luôn giữ vững đoàn kết nội bộ", ("words", "Giữ", "Luôn giữ")),
        ("việc khó thì lãnh đạo phải", "việc khó lãnh đạo phải", ("words", "thì", "")),
        ("186,42", "187,5", ("figure", "186,42", "187,5")),
        ("Lê Minh Đăng", "Lê Minh Hải", ("words", "Đăng", "Hải")),
    ],
)
def test_words_are_told_as_few_as_were_changed(desk: Desk, old: str, new: str, wanted: tuple[str, str, str]) -> None:
    assert told(desk, replace(old, new)) == [wanted]


def test_a_figure_in_a_table_is_one_as_well(desk: Desk) -> None:
    def hand(word: WordDocument) -> None:
        cell = next(cell for table in word.tables for row in table.rows for cell in row.cells if cell.text == "98,76")
        cell.paragraphs[0].runs[0].text = "99,76"

    (one,) = all_told(desk, hand)
    assert (one.kind, one.old, one.new) == (Kind.FIGURE, "98,76", "99,76")
    assert one.number is not None
    assert one.number.part == "giá trị"


def test_paragraphs_added_deleted_and_moved_are_told_with_their_section(desk: Desk) -> None:
    hand = all_of(
        add_behind("Việc kiểm tra, đôn đốc", "Cơ sở vật chất còn thiếu."),
        delete("Coi dữ liệu số là công cụ"),
        move_behind("Giải ngân vốn đầu tư còn chậm", "Thu ngân sách tuy vượt dự toán"),
    )
    known = {one.kind: one for one in all_told(desk, hand)}
    assert known.keys() == {Kind.MOVED, Kind.ADDED, Kind.DELETED}
    moved, added, deleted = known[Kind.MOVED], known[Kind.ADDED], known[Kind.DELETED]
    assert moved.before.startswith("Giải ngân vốn đầu tư")
    assert (added.new, added.under) == ("Cơ sở vật chất còn thiếu.", "Nguyên nhân chủ quan")
    assert deleted.old.startswith("Coi dữ liệu số")


def test_a_paragraph_without_its_name_is_known_by_its_words(desk: Desk) -> None:
    def hand(word: WordDocument) -> None:
        for mark in word.element.body.xpath(".//w:bookmarkStart|.//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        replace("Giữ vững đoàn kết nội bộ", "Luôn giữ vững đoàn kết nội bộ")(word)

    assert told(desk, hand) == [("words", "Giữ", "Luôn giữ")]


def test_a_split_paragraph_that_word_gave_no_name_is_known_by_its_words(desk: Desk) -> None:
    hand = split("Bám sát nghị quyết", "Bộ máy sau sắp xếp")
    assert [kind for kind, *_ in told(desk, hand)] == ["split"]


def test_merged_paragraphs_are_known(desk: Desk) -> None:
    hand = merge("Bám sát nghị quyết", "Quốc phòng được củng cố")
    assert [kind for kind, *_ in told(desk, hand)] == ["merged"]


# Tracked changes and comments, as Word writes them

AUTHOR = 'w:id="9000" w:author="Trần Văn Bình" w:date="2025-12-20T08:30:00Z"'


def run(text: str, kind: str = "t") -> str:
    return f'<w:r><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


def tracked(words: str, new: str) -> Hand:
    """The words of a paragraph deleted and others inserted, tracked."""

    def hand(word: WordDocument) -> None:
        paragraph = found(word, words)
        before, _, behind = paragraph.text.partition(words)
        for old in paragraph._p.xpath("./w:r"):
            paragraph._p.remove(old)
        pieces = (
            run(before),
            f"<w:del {AUTHOR}>{run(words, 'delText')}</w:del>",
            f"<w:ins {AUTHOR}>{run(new)}</w:ins>",
            run(behind),
        )
        for piece in pieces:
            fresh = parse_xml(re.sub(r"^<w:(\w+)", rf"<w:\1 {nsdecls('w')}", piece))
            paragraph._p.append(fresh)

    return hand


def test_a_tracked_change_counts_as_accepted_and_names_its_author(desk: Desk) -> None:
    (one,) = all_told(desk, tracked("Giữ vững", "Giữ gìn"))
    assert (one.old, one.new) == ("vững", "gìn")
    assert [(revision.author, revision.day) for revision in one.revisions] == [("Trần Văn Bình", "2025-12-20")]


def test_a_paragraph_deleted_as_a_tracked_change_is_deleted_by_its_author(desk: Desk) -> None:
    def hand(word: WordDocument) -> None:
        paragraph = found(word, "Coi dữ liệu số")
        words = paragraph.text
        for old in paragraph._p.xpath("./w:r"):
            paragraph._p.remove(old)
        gone = f"<w:del {nsdecls('w')} {AUTHOR}>{run(words, 'delText')}</w:del>"
        paragraph._p.insert(2, parse_xml(gone))
        mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:del {AUTHOR}/></w:rPr>")
        paragraph._p.get_or_add_pPr().append(mark)

    (one,) = all_told(desk, hand)
    assert one.kind is Kind.DELETED
    assert [revision.author for revision in one.revisions] == ["Trần Văn Bình"]


def test_an_end_of_paragraph_deleted_as_a_tracked_change_merges_two(desk: Desk) -> None:
    def hand(word: WordDocument) -> None:
        paragraph = found(word, "Bám sát nghị quyết")
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del {AUTHOR}/></w:rPr>"))

    assert [kind for kind, *_ in told(desk, hand)] == ["merged"]


def test_comments_are_listed_with_their_paragraph(desk: Desk) -> None:
    def hand(word: WordDocument) -> None:
        paragraph = found(word, "Giữ vững đoàn kết nội bộ")
        word.add_comment(paragraph.runs, text="Bổ sung ý này.", author="Trần Văn Bình", initials="B")

    content = desk.edited(hand)
    (remark,) = edited(content).remarks
    at = next(one for one in edited(content).passages if one.text.startswith("Giữ vững đoàn kết"))
    assert (remark.author, remark.text, remark.paragraph) == ("Trần Văn Bình", "Bổ sung ý này.", at.number)
