"""What goes back into the input, and that a build from it then says what the file says."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.compare.carrying import Carrier, Reason
from reportgen.compare.differences import Difference, Kind, differences
from reportgen.compare.edited import Passage, edited
from reportgen.compare.edits import Edit
from reportgen.compare.proof import Proposal
from reportgen.compare.wording import Hunk, words_of
from reportgen.source import parse_source, scalars

from .conftest import Desk, Hand, add_behind, all_of, delete, merge, move_behind, replace, split


def proposed(desk: Desk, hand: Hand, *, figures: bool = False) -> Proposal:
    return desk.prover(desk.edited(hand)).proposal(desk.before, figures=figures)


def changed(desk: Desk, proposal: Proposal) -> list[tuple[str, ...]]:
    """The lines of the input that differ, old and new."""
    old, new = desk.given.source.text.splitlines(), proposal.content.decode().splitlines()
    gone = [line.strip() for line in old if line not in new]
    come = [line.strip() for line in new if line not in old]
    return [tuple(gone), tuple(come)]


def test_without_a_change_nothing_is_written(desk: Desk) -> None:
    proposal = proposed(desk, lambda _: None)
    assert (proposal.content, proposal.fates, proposal.remaining) == (desk.given.source.raw, (), ())


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("trình HĐND phường thông qua", "trình HĐND phường xem xét, thông qua", "trình HĐND phường xem xét, thông qua"),
        ("chậm, mới bằng 97%", "chậm, mới chỉ bằng 97%", "mới chỉ {{ chi_dau_tu.so kế hoạch }}; một số"),
        ("Trồng trọt", "Trồng trọt và lâm nghiệp", "mục: Trồng trọt và lâm nghiệp"),
        ("Lê Minh Đăng", "Lê Minh Hải", "họ tên: Lê Minh Hải"),
        ("Trưởng các khu phố", "Bí thư, Trưởng các khu phố", "Bí thư, Trưởng các khu phố"),
        ("Giữ vững đoàn kết", "“Giữ vững” đoàn kết: nội dung số 1, #1", "“Giữ vững” đoàn kết: nội dung số 1, #1"),
    ],
)
def test_words_go_where_they_were_typed_and_references_stay(desk: Desk, old: str, new: str, typed: str) -> None:
    proposal = proposed(desk, replace(old, new))
    assert proposal.remaining == ()
    assert typed in " ".join(proposal.content.decode().split())


def test_words_that_the_paper_repeats_are_carried_and_the_old_ones_told(desk: Desk) -> None:
    proposal = proposed(desk, replace("Số: 387/BC-UBND", "Số: 388/BC-UBND"))
    assert "388/BC-UBND" in proposal.content.decode()
    assert {one.printed[0].role for one in proposal.remaining} == {"annex_reference"}


def test_comments_and_all_other_lines_stay(desk: Desk) -> None:
    proposal = proposed(desk, replace("Giữ vững đoàn kết nội bộ", "Luôn giữ vững đoàn kết nội bộ"))
    (gone, come) = changed(desk, proposal)
    assert len(gone) == len(come) == 1
    assert come[0] == gone[0].replace("Giữ vững", "Luôn giữ vững")


def test_entries_of_a_list_are_added_deleted_and_moved(desk: Desk) -> None:
    hand = all_of(
        add_behind("Việc kiểm tra, đôn đốc", "Cơ sở vật chất: còn thiếu."),
        delete("Coi dữ liệu số là công cụ"),
        move_behind("Giải ngân vốn đầu tư còn chậm", "Thu ngân sách tuy vượt dự toán"),
    )
    proposal = proposed(desk, hand)
    assert proposal.remaining == ()
    text = proposal.content.decode()
    assert '- "Cơ sở vật chất: còn thiếu."' in text
    assert "Coi dữ liệu số là công cụ" not in text
    assert text.index("Giải ngân vốn đầu tư còn chậm") > text.index("Thu ngân sách tuy vượt dự toán")
    assert proposal.problems == ()


def test_a_paragraph_taken_out_leaves_one_blank_line(desk: Desk) -> None:
    proposal = proposed(desk, delete("Thuận lợi cơ bản của phường"))
    assert proposal.remaining == ()
    assert "\n\n\n" not in proposal.content.decode()


@pytest.mark.parametrize("words", ["Giữ vững đoàn kết nội bộ", "Rà soát, điều chỉnh các chỉ tiêu kế hoạch"])
def test_what_stands_behind_a_deleted_one_is_known_though_it_has_the_next_name(desk: Desk, words: str) -> None:
    """In the new input the third entry has the second one's name."""
    proposal = proposed(desk, delete(words))
    assert proposal.remaining == ()
    assert [one.kind for one, fate in proposal.fates if isinstance(fate, Edit)] == [Kind.DELETED]
    assert words not in proposal.content.decode()


def test_a_figure_that_fits_is_carried_and_the_old_ones_around_it_are_told(desk: Desk) -> None:
    proposal = proposed(desk, replace("trên 62.000", "trên 63.000"), figures=True)
    assert "thực hiện: trên 63.000 lượt khách" in proposal.content.decode()
    assert {figure for one in proposal.remaining for figure in one.printed[0].figures} == {"khach_du_lich"}


@pytest.mark.parametrize(
    ("hand", "there"),
    [
        (delete("Tháo gỡ từng điểm nghẽn"), False),
        (add_behind("Tháo gỡ từng điểm nghẽn", "Đôn đốc tiến độ hằng tuần."), True),
    ],
)
def test_lines_of_a_longer_text_are_added_and_deleted(desk: Desk, hand: Hand, *, there: bool) -> None:
    proposal = proposed(desk, hand)
    assert proposal.remaining == ()
    assert ("- Đôn đốc tiến độ hằng tuần." in proposal.content.decode()) is there
    assert ("Tháo gỡ từng điểm nghẽn" in proposal.content.decode()) is there


@pytest.mark.parametrize(
    "hand",
    [
        merge("Bám sát nghị quyết", "Quốc phòng được củng cố"),
        merge("Phong trào “Toàn dân đoàn kết", "Hoạt động thông tin, tuyên truyền bám sát"),
        split("Bám sát nghị quyết", "Bộ máy sau sắp xếp"),
        split("Công tác thu ngân sách được chỉ đạo", "Tổng thu ngân sách nhà nước trên địa bàn"),
        split("Giữ vững đoàn kết nội bộ", "việc khó thì lãnh đạo"),
    ],
    ids=["entries", "paragraphs", "entry", "before a reference", "in mid-sentence"],
)
def test_paragraphs_are_merged_and_split_where_a_build_then_says_so(desk: Desk, hand: Hand) -> None:
    proposal = proposed(desk, hand)
    carried = [fate for _, fate in proposal.fates if isinstance(fate, Edit)]
    if carried:
        assert proposal.remaining == ()
    else:
        assert proposal.content == desk.given.source.raw
        assert {fate for _, fate in proposal.fates} <= {Reason.PROOF, Reason.PARAGRAPHS, Reason.PROGRAM}


def test_a_figure_is_left_where_nobody_asked_for_figures(desk: Desk) -> None:
    left = proposed(desk, replace("trên 62.000", "trên 63.000"))
    assert [(one.kind, fate) for one, fate in left.fates] == [(Kind.FIGURE, Reason.FIGURE)]
    assert left.content == desk.given.source.raw


def test_a_figure_that_contradicts_others_is_not_carried(desk: Desk) -> None:
    proposal = proposed(desk, replace("186,42", "187,5"), figures=True)
    assert [fate for _, fate in proposal.fates] == [Reason.PROOF]
    assert proposal.content == desk.given.source.raw


def test_what_would_contradict_a_figure_is_told(desk: Desk) -> None:
    prover = desk.prover(desk.edited(replace("186,42", "187,5")))
    (one,) = differences(desk.before, prover.after)
    edit = Carrier(desk.given, desk.before).edit(one)
    assert isinstance(edit, Edit)
    assert "R410" in {problem.code for problem in prover.consequences(edit)}


def test_the_program_s_own_words_are_told_and_left(desk: Desk) -> None:
    proposal = proposed(desk, replace("Trên đây là báo cáo", "Trên đây là toàn bộ báo cáo"))
    assert [fate for _, fate in proposal.fates] == [Reason.PROGRAM]
    assert len(proposal.remaining) == 1


def test_words_of_a_reference_are_told_and_left(desk: Desk) -> None:
    proposal = proposed(desk, replace("mới bằng 97% kế hoạch điều chỉnh", "mới bằng 97% dự toán điều chỉnh"))
    assert [fate for _, fate in proposal.fates] == [Reason.REFERENCE]


# Whatever word is changed

WORDS = st.sampled_from(["xuân", "rất tốt", "tốt hơn", "đã", "nhiều", "kịp thời,"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_word_of_prose_is_found_at_its_line_and_a_build_then_has_it(desk: Desk, data: st.DataObject) -> None:
    prose = [
        one
        for one in desk.before
        if one.sources and not one.row and not one.note and len(one.text.split()) > 8 and not one.numbers
    ]
    passage = data.draw(st.sampled_from(prose))
    words = passage.text.split()
    at = data.draw(st.integers(1, len(words) - 2))
    word = data.draw(WORDS)
    new = " ".join([*words[:at], word, *words[at + 1 :]])
    if new == passage.text:
        return

    def hand(document: docx.document.Document) -> None:
        from .conftest import paragraphs

        paragraph = next(one for one in paragraphs(document) if " ".join(one.text.split()) == passage.text)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = new

    proposal = proposed(desk, hand)
    fates = [fate for _, fate in proposal.fates]
    assert fates
    for fate in fates:
        if isinstance(fate, Edit):
            assert fate.origin.name in passage.sources
            assert fate.origin.scalar.place.line <= fate.place.line
    if all(isinstance(fate, Edit) for fate in fates):
        assert proposal.remaining == ()
        fresh = parse_source(Path("neu.yaml"), proposal.content)
        assert fresh.root is not None
        kept = {scalar.text for scalar in scalars(fresh.root)}
        assert desk.given.source.root is not None
        before = [scalar.text for scalar in scalars(desk.given.source.root)]
        assert sum(text not in kept for text in before) == 1


# Ways of writing an input

WAYS = {
    "plain": "hạn chế:\n  - Giải ngân vốn đầu tư còn chậm.\n  - Vệ sinh môi trường chưa bảo đảm.\n",
    "single quotes": "hạn chế:\n  - 'Giải ngân vốn ''đầu tư'' còn chậm.'\n  - Vệ sinh môi trường chưa bảo đảm.\n",
    "double quotes": 'hạn chế:\n  - "Giải ngân \\u0076ốn đầu tư còn chậm."   # ghi chú\n  - Vệ sinh chưa bảo đảm.\n',
    "brackets": "hạn chế: [Giải ngân vốn đầu tư còn chậm., Vệ sinh môi trường chưa bảo đảm.]\n",
    "folded": "hạn chế:\n  - >-\n    Giải ngân vốn đầu\n    tư còn chậm.\n  - Vệ sinh môi trường chưa bảo đảm.\n",
    "windows": "hạn chế:\r\n  - Giải ngân vốn đầu tư còn chậm.\r\n  - Vệ sinh môi trường chưa bảo đảm.\r\n",
    "marked": "\ufeffhạn chế:\n  - Giải ngân vốn đầu tư còn chậm.\n  - Vệ sinh môi trường chưa bảo đảm.\n",
    "apart": unicodedata.normalize("NFD", "hạn chế:\n  - Giải ngân vốn đầu tư còn chậm.\n  - Vệ sinh chưa bảo đảm.\n"),
}
HEAD = "năm: 2024\nđơn vị: {tên: xã Bình An, hư cấu: có}\nkết quả: Hoàn thành nhiệm vụ năm.\n"


@pytest.mark.parametrize("way", WAYS)
def test_however_a_text_is_written_its_words_are_changed_in_place(way: str, tmp_path: Path) -> None:
    file = tmp_path / "xa.yaml"
    mark, text = ("\ufeff", WAYS[way][1:]) if WAYS[way].startswith("\ufeff") else ("", WAYS[way])
    ending = "\r\n" if "\r\n" in text else "\n"
    file.write_bytes((mark + HEAD.replace("\n", ending) + text).encode())
    desk = Desk(file, "bao-cao")
    proposal = proposed(desk, replace("còn chậm", "vẫn còn rất chậm"))
    assert proposal.remaining == ()
    before, after = desk.given.source.raw.decode(), proposal.content.decode()
    assert "rất chậm" in unicodedata.normalize("NFC", after)
    assert after.count("\r\n") == before.count("\r\n")
    assert after.startswith(mark + "năm: 2024")
    assert ("# ghi chú" in after) is ("# ghi chú" in before)


@pytest.mark.parametrize(
    "new", ["vẫn chậm: vốn, đất", "vẫn chậm #1", "“vẫn” {chậm}", "- chậm", "'chậm'", '"chậm"', "\\chậm"]
)
@pytest.mark.parametrize("way", ["plain", "single quotes", "double quotes", "brackets", "folded"])
def test_words_that_yaml_would_take_for_signs_are_quoted_or_left(way: str, new: str, tmp_path: Path) -> None:
    file = tmp_path / "xa.yaml"
    file.write_text(HEAD + WAYS[way], "utf-8")
    desk = Desk(file, "bao-cao")
    proposal = proposed(desk, replace("còn chậm", new))
    carried = all(isinstance(fate, Edit) for _, fate in proposal.fates)
    assert proposal.remaining == () if carried else proposal.content == file.read_bytes()


def test_of_two_paragraphs_that_say_the_same_the_edited_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "xa.yaml"
    file.write_text(f"{HEAD}hạn chế: [Thu còn chậm., Việc còn ít.]\nbài học: [Thu còn chậm., Bám sát.]\n", "utf-8")
    desk = Desk(file, "bao-cao")
    (one,) = differences(desk.before, edited(desk.edited(replace("Thu còn chậm", "Thu vẫn chậm"))))
    assert (one.kind, one.printed[0].sources) == (Kind.WORDS, ("hanche_1",))


def test_a_footnote_s_words_are_changed_in_the_text_that_it_stands_in(tmp_path: Path) -> None:
    file = tmp_path / "xa.yaml"
    file.write_text(HEAD + "hạn chế: Giải ngân còn chậm.^[Theo báo cáo của phòng Kinh tế.]\n", "utf-8")
    desk = Desk(file, "bao-cao")
    printed_note = next(one for one in desk.before if one.note)
    carrier = Carrier(desk.given, desk.before)
    words = words_of(printed_note.text)
    at = next(place for place, word in enumerate(words) if word.text == "Kinh")
    passage = Passage(printed_note.text.replace("Kinh tế", "Tài chính"), 1, note=True)
    difference = Difference(
        Kind.WORDS, (printed_note,), (passage,), old="Kinh tế", new="Tài chính", hunk=Hunk(at, at + 2, at, at + 2)
    )
    edit = carrier.edit(difference)
    assert isinstance(edit, Edit)
    assert (edit.origin.path, edit.words) == ("hạn chế", "Tài chính")
