"""New inputs: an empty one that is a draft already, and next year's, where targets are plans and results last year."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_schema import VALIDATOR, as_core, as_text, plain

from conftest import FICTIONAL, ROOT
from reportgen.build import Request, build
from reportgen.checks import check
from reportgen.cli.scaffolding import year_due
from reportgen.drafting.files import Created, create, target
from reportgen.drafting.following import ESTIMATED, final, following_year
from reportgen.drafting.fresh import Answers, first_file, parts
from reportgen.drafting.keeping import REVIEW
from reportgen.drafting.scalars import comment, entry, item, names
from reportgen.drafting.schema import FILE, schema_text
from reportgen.model import Conference
from reportgen.model.indicators import Indicator
from reportgen.model.keys import key_descriptions, keys_of
from reportgen.model.leaves import Figure, Words
from reportgen.model.reading import Input, bind, read_input
from reportgen.problems import Failure
from reportgen.problems.catalog import has_errors
from reportgen.quantity import read_quantity
from reportgen.source import Mapping, Scalar, Sequence, parse_source
from reportgen.vietnamese.letters import nfc
from strategies import written_quantities

INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
ANSWERS = Answers(2025, "phường Bình An", "UBND", "tỉnh Minh Họa", "24/12/2025")
HEAD = "năm: 2025\nđơn vị: phường Bình An\n"


def conference(given: Input) -> Conference:
    assert given.conference is not None, given.problems
    return given.conference


@pytest.fixture
def following(written: Callable[[str], Input]) -> Callable[[str], str]:
    """The text of next year's input, from the text of this year's below year and unit."""

    def follow(text: str) -> str:
        read = written(text if text.startswith("năm:") else HEAD + text)
        return following_year(conference(read), read.problems, "schema.json")

    return follow


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


# An empty input


@pytest.mark.parametrize("answers", [ANSWERS, Answers(2026), Answers(2025, "xã A", "Đảng ủy", date="14-15/12/2025")])
def test_an_empty_input_has_no_problem_and_makes_all_papers(answers: Answers, tmp_path: Path) -> None:
    file = tmp_path / "moi.yaml"
    file.write_text(first_file(answers, "x"), "utf-8")
    assert check(read_input(file)) == ()
    outcome = build(Request(file, tmp_path / "outputs", formats=("docx",)))
    assert (outcome.problems, len(outcome.files)) == ((), 3)


def test_it_says_what_was_answered(written: Callable[[str], Input]) -> None:
    made = conference(written(first_file(ANSWERS, "x")))
    assert (made.year.number, made.unit.name, made.unit.organ, made.unit.province) == (
        2025,
        "phường Bình An",
        "UBND",
        "tỉnh Minh Họa",
    )
    assert made.event.days is not None
    assert made.event.days.first == date(2025, 12, 24)
    assert made.unit.fictional is None


def test_a_unit_that_nobody_named_is_marked_as_fictional(written: Callable[[str], Input]) -> None:
    fictional = conference(written(first_file(Answers(2025), "x"))).unit.fictional
    assert fictional is not None
    assert fictional.on


def test_every_key_but_a_few_is_in_it_filled_in_or_commented_out() -> None:
    text = first_file(ANSWERS, "x")
    missing = {path[-1] for path, _ in key_descriptions() if f"{path[-1]}:" not in text}
    assert missing == {"hư cấu", "tăng giảm", "danh xưng", "bằng lời", "đại diện"}  # seldom needed


def test_the_template_has_a_part_for_every_outermost_key() -> None:
    assert list(parts()) == ["đầu", *(field.key for field in keys_of(Conference))]


@pytest.mark.parametrize("name", [name for name in parts() if name != "đầu"])
def test_what_is_commented_out_can_be_used_by_taking_the_signs_away(name: str) -> None:
    examples = [
        re.sub(r"^( *)# ", r"\1", line)
        for line in first_file(ANSWERS, "x").split("\n\n")[list(parts()).index(name)].splitlines()
        if not re.match(r"^# [A-ZĂÂĐÊÔƠƯ“]|^#     ", line)
    ]
    source = parse_source(Path("x"), "\n".join(examples).encode())
    assert [problem.code for problem in source.problems if problem.code not in {"F123"}] == [], "\n".join(examples)


def test_it_fits_the_editor_s_schema() -> None:
    for text in (first_file(ANSWERS, "x"), following_of(FICTIONAL)):
        root = parse_source(Path("x"), text.encode()).root
        assert [list(VALIDATOR.iter_errors(plain(root, value))) for value in (as_text, as_core)] == [[], []]


# Next year's input


def following_of(file: Path) -> str:
    read = read_input(file)
    return following_year(conference(read), read.problems, "x")


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
def test_the_next_two_years_of_every_example_are_drafts_that_can_be_built(file: Path, tmp_path: Path) -> None:
    for year in (1, 2):
        following = tmp_path / f"{year}.yaml"
        following.write_text(following_of(file), "utf-8")
        assert not has_errors(check(read_input(following)))
        outcome = build(Request(following, tmp_path / "outputs", formats=("docx",)))
        assert not outcome.failed, outcome.problems
        assert conference(read_input(following)).year.number == conference(read_input(file)).year.number + 1
        file = following


def test_next_year_s_example_is_proved_as_pdf_too(tmp_path: Path) -> None:
    file = tmp_path / "sau.yaml"
    file.write_text(following_of(FICTIONAL), "utf-8")
    outcome = build(Request(file, tmp_path / "outputs"))
    # A draft whose headings have no text yet may end a page with one of them: a warning.
    assert {problem.code for problem in outcome.problems} <= {"V831"}
    assert outcome.files


def targets(indicator: Indicator) -> list[tuple[str, str | None]]:
    return [(plan.value.words.strip(), plan.setter) for plan in indicator.after if plan.value]


def plans(indicator: Indicator) -> list[tuple[str, str | None]]:
    return [(plan.value.words.strip(), plan.setter) for plan in indicator.plans if plan.value]


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
def test_targets_are_plans_results_are_last_year_and_nothing_else_is_compared(file: Path, tmp_path: Path) -> None:
    following = tmp_path / "sau.yaml"
    following.write_text(following_of(file), "utf-8")
    old, new = conference(read_input(file)), conference(read_input(following))
    assert list(new.indicators) == list(old.indicators)
    for key, was in old.indicators.items():
        now = new.indicators[key]
        assert plans(now) == targets(was)
        assert {plan.setter for plan in was.plans if plan.setter} <= {plan.setter for plan in now.plans}
        assert (now.result, now.after, now.ratio, now.rank, now.names) == (None, (), None, None, ())
        assert all(plan.ratio is None and plan.status is None for plan in now.plans)
        assert (now.name, now.group, now.unit, now.parts, now.factors) == (
            was.name,
            was.group,
            was.unit,
            was.parts,
            was.factors,
        )
        assert now.lower_is_better == was.lower_is_better
        assert (now.before is None) == (was.result is None)
        if now.before is not None and now.before.value is not None and was.result is not None:
            assert now.before.value.quantity.value == was.result.quantity.value
            assert "ước" not in now.before.value.quantity.hedges


@given(
    st.lists(st.tuples(written_quantities(), st.sampled_from(("", "tỉnh", "HĐND phường: đợt 2", "# a"))), max_size=3)
)
def test_any_targets_become_plans_exactly(given_targets: list[tuple[str, str]]) -> None:
    made = [*entry(2, "a")]
    for text, setter in given_targets:
        made += [line.replace("    ", "    - ", 1) for line in entry(4, "giá trị", text)]
        made += entry(6, "giao bởi", setter) if setter else ()
    text = "\n".join([HEAD, "chỉ tiêu:", made[0], "    năm sau:", *(f"  {line}" for line in made[1:])])
    source = parse_source(Path("x.yaml"), text.encode())
    read = bind(source)
    was = conference(read).indicators.get("a")
    if was is None:
        return
    again = bind(parse_source(Path("y.yaml"), following_year(conference(read), (), "x").encode()))
    assert [problem.code for problem in again.problems if problem.code[0] != "Q"] == []
    now = conference(again).indicators["a"]
    assert [plan.value.quantity for plan in now.plans if plan.value] == [
        plan.value.quantity for plan in was.after if plan.value
    ]
    assert plans(now) == targets(was)


def test_an_estimate_loses_its_word_and_gets_a_comment(following: Callable[[str], str]) -> None:
    text = following("chỉ tiêu: {thu: {thực hiện: 'ước đạt 41,795 tỷ đồng'}, chi: 12 hộ}")
    assert f"năm trước: 41,795 tỷ đồng   # {ESTIMATED}" in lines(text)
    assert "năm trước: 12 hộ" in lines(text)


@given(written_quantities())
def test_without_its_estimate_a_figure_says_the_same(text: str) -> None:
    read = Figure.read(Words(text))
    figure = read[0] if isinstance(read, tuple) else read
    if isinstance(figure, Figure):
        without, estimated = final(figure)
        again = read_quantity(without).quantity
        assert again is not None
        assert "ước" not in again.hedges
        assert estimated == ("ước" in figure.quantity.hedges)
        assert (again.value, again.unit, again.upper, again.of, again.change) == (
            figure.quantity.value,
            figure.quantity.unit,
            figure.quantity.upper,
            figure.quantity.of,
            figure.quantity.change,
        )


def test_the_years_before_are_continued_where_they_are_kept(written: Callable[[str], Input]) -> None:
    old = "chỉ tiêu: {a: {thực hiện: 9 hộ, năm trước: 8 hộ, các năm: {2022: 6 hộ, 2023: 7 hộ}}, b: {năm trước: 1 hộ}}"
    read = written(HEAD + old)
    new = conference(written(following_year(conference(read), (), "x"))).indicators
    history = {year: str(figure.words) for year, figure in new["a"].history.items()}
    assert history == {"2022": "6 hộ", "2023": "7 hộ", "2024": "8 hộ"}
    assert new["b"].history == {}


def test_prose_waits_in_comments_below_headings_that_stay(following: Callable[[str], str]) -> None:
    text = following(
        "chỉ tiêu: {thu: 12 hộ}\nđánh giá chung: Tốt lắm.\nhạn chế: Chậm.\nkhen thưởng: Một câu.\n"
        "kết quả:\n  - mục: Kinh tế\n    nội dung: Được {{ thu }}.\n"
        "    mục con: [{mục: Lúa, nội dung: Xanh}]\n  - Lẻ loi.\n"
        "phương hướng: {mục tiêu: Vươn lên., kiến nghị: Thêm vốn.}\n"
    )
    written_over = ["Tốt lắm.", "Được {{ thu }}.", "Xanh", "Lẻ loi.", "Chậm.", "Vươn lên.", "Thêm vốn."]
    assert [line[2:] for line in lines(text) if line[2:] in written_over] == written_over
    assert not [line for line in lines(text) if not line.startswith("#") and any(one in line for one in written_over)]
    assert {"- mục: Kinh tế", "- mục: Lúa"} <= set(lines(text))
    assert "Một câu" not in text


def test_event_number_dates_photos_and_awards_are_emptied(following: Callable[[str], str]) -> None:
    text = following(
        "văn bản: {số: 387/BC-UBND, ngày: 24/12/2025, người ký: {chức vụ: CHỦ TỊCH}, nơi nhận: [Như trên]}\n"
        "hội nghị: {ngày: 26/12/2025, địa điểm: Hội trường, đại biểu: 'Trần Thị Chín, Bí thư'}\n"
        "tin bài: {tác giả: Thu Phương, ảnh: {chú thích: Quang cảnh.}}\nkhen thưởng: {hình thức: Bằng khen}\n"
    )
    assert not re.search(
        r"387|26/12/2025|Hội trường|Trần Thị Chín|chú thích: Quang cảnh\.$|Bằng khen", text, re.MULTILINE
    )
    assert {"chức vụ: CHỦ TỊCH", "- Như trên", "tác giả: Thu Phương"} <= set(lines(text))


def test_what_a_press_office_says_every_year_is_kept(following: Callable[[str], str]) -> None:
    text = following(
        "tin bài:\n  độ dài: vừa\n  bố cục: [phát biểu, kết quả]\n  từ khóa: [tổng kết năm 2025, phường A]\n"
        "  giới thiệu: Phường ven sông.\n  liên hệ: {họ tên: Lê Văn An, điện thoại: 0203 000 000}\n"
    )
    kept = lines(text)
    assert {"độ dài: vừa", "bố cục: [phát biểu, kết quả]", "giới thiệu: Phường ven sông.", "liên hệ:"} <= set(kept)
    assert "họ tên: Lê Văn An # XEM LẠI: người liên hệ năm 2025" in {" ".join(line.split()) for line in kept}
    assert any(line.startswith("- tổng kết năm 2025") and "XEM LẠI" in line for line in kept)


def test_what_is_kept_but_speaks_of_a_year_or_a_day_is_marked(following: Callable[[str], str]) -> None:
    text = following(
        "chỉ tiêu:\n  a: {tên: hộ nghèo theo chuẩn 2021, thực hiện: 9 hộ, thời điểm: đến ngày 30/11/2025}\n"
        "  b: {tên: 'kế hoạch giai đoạn 2021 - 2025', thực hiện: 9 hộ}\n"
        "phụ lục: [{tiêu đề: Số hộ, nội dung: x}]\n"
        "văn bản: {căn cứ: [Căn cứ Luật Ngân sách, 'Căn cứ Quyết định số 5/QĐ-UBND ngày 14 tháng 7 năm 2025']}"
    )
    marked = [line for line in text.splitlines() if f"# {REVIEW}" in line]
    assert [re.search(r"tên|năm trước|Căn cứ|phụ lục", line)[0] for line in marked] == [  # type: ignore[index]
        "Căn cứ",
        "tên",
        "năm trước",
        "phụ lục",
    ]
    assert "- Căn cứ Luật Ngân sách" in lines(text)
    assert not any(line.startswith("- Căn cứ Quyết định") for line in lines(text))


def test_an_own_sentence_with_figures_waits_until_there_are_some(written: Callable[[str], Input]) -> None:
    read = written(
        HEAD + "chỉ tiêu: {a: {thực hiện: 9 hộ, cách viết: 'còn {{ giá trị }}'}, b: {cách viết: không có vụ nào}}"
    )
    text = following_year(conference(read), (), "x")
    assert "# cách viết: còn {{ giá trị }}" in lines(text)
    assert "cách viết: không có vụ nào" in lines(text)
    filled = text.replace("# cách viết:", "cách viết:").replace("thực hiện:\n", "thực hiện: 7 hộ\n")
    assert not has_errors(check(written(filled)))


def test_lines_that_could_not_be_read_are_told(following: Callable[[str], str]) -> None:
    text = following(HEAD + "chỉ tiêu:\n  thu: {thực hiện: '152,%'}\n")
    assert f"# {REVIEW}: tệp năm 2025 còn lỗi ở dòng 4; nội dung ở đó không được lấy sang." in lines(text)


# Texts as YAML


def said(text: str) -> object:
    def plainly(node: object) -> object:
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [plainly(each) for each in node.items]
        assert isinstance(node, Mapping)
        return {key.text: plainly(value) for key, value in node}

    source = parse_source(Path("x"), text.encode())
    assert source.problems == ()
    return plainly(source.root)


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\t :#-'\"{}[],|>%"), min_size=1),
    st.lists(st.sampled_from(("{{ thu_nsnn.so kế hoạch }}", "hộ", "a: b", "c #d", "- e", "đến 14/12")), min_size=1).map(
        " ".join
    ),
)


@given(TEXTS, st.lists(TEXTS, max_size=4), st.sampled_from((0, 2, 6)))
def test_any_text_is_read_back(text: str, several: list[str], indent: int) -> None:
    composed = nfc(text)
    pad = "" if indent == 0 else "\n".join(f"{' ' * at}k:" for at in range(0, indent, 2)) + "\n"
    listed = [nfc(each) for each in several]
    yaml = pad + "\n".join(
        [
            *entry(indent, "khóa", composed, "ghi chú"),
            *comment(indent, "ghi chú " * 30),
            *names(indent, "tên", listed),
            f"{' ' * indent}mục:",
            *(line for each in listed for line in item(indent + 2, each)),
        ]
    )
    found = said(yaml)
    for _ in range(0, indent, 2):
        assert isinstance(found, dict)
        found = found["k"]
    assert found == {"khóa": composed, "tên": listed, "mục": listed or ""}


# Files


def test_a_file_is_named_after_unit_and_year_in_plain_letters(tmp_path: Path) -> None:
    assert target(tmp_path, "phường Bình An", 2025).file == tmp_path / "phuong-binh-an-2025.yaml"
    assert target(tmp_path, "xã Đắk Ơ (Bù Gia Mập)", 2024).file.name == "xa-dak-o-bu-gia-map-2024.yaml"
    assert target(tmp_path / "rieng.yaml", "xã A", 2024).file == tmp_path / "rieng.yaml"


@pytest.mark.parametrize(("folder", "way"), [("inputs", f"../{FILE}"), ("khac", f"{FILE}")])
def test_the_schema_stands_beside_and_the_file_says_where(folder: str, way: str, tmp_path: Path) -> None:
    place = target(tmp_path / folder, "xã A", 2024)
    assert isinstance(create(place, first_file(ANSWERS, place.way)), Created)
    said_way = place.file.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
    assert said_way == way
    assert (place.file.parent / said_way).read_text("utf-8") == schema_text()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    place = target(tmp_path, "xã A", 2024)
    create(place, "một")
    place.schema.write_text("của tôi", "utf-8")
    again = create(place, "hai")
    assert isinstance(again, Failure)
    assert again.problems[0].code == "B921"
    assert place.file.read_text("utf-8") == "một"
    beside = create(target(tmp_path, "xã B", 2024), "ba")
    assert isinstance(beside, Created)
    assert beside.other_schema
    assert place.schema.read_text("utf-8") == "của tôi"


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", "utf-8")
    outcome = create(target(tmp_path / "tep", "xã A", 2024), "một")
    assert isinstance(outcome, Failure)
    assert outcome.problems[0].code == "B922"


# The command


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def test_without_a_terminal_and_without_options_it_says_what_it_assumed(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path)
    assert done.returncode == 0
    assert "phường Bình An" in done.stdout
    (file,) = (tmp_path / "inputs").glob("phuong-binh-an-*.yaml")
    assert check(read_input(file)) == ()
    assert run("init", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_options_answer_by_both_their_names(language: str, tmp_path: Path) -> None:
    names = {"vi": ("--năm", "--đơn-vị", "--ngày"), "en": ("--year", "--unit", "--date")}[language]
    given = [part for pair in zip(names, ("2024", "xã Lộc", "20/12/2024"), strict=True) for part in pair]
    assert run("init", ".", *given, "--lang", language, cwd=tmp_path).returncode == 0
    made = conference(read_input(tmp_path / "xa-loc-2024.yaml"))
    assert made.event.days is not None
    assert made.event.days.first == date(2024, 12, 20)


@pytest.mark.parametrize(
    "options", [["--year", "24"], ["--date", "30/2/2024"], ["--organ", "x"], ["--from", "a.yaml", "--year", "2024"]]
)
def test_answers_that_cannot_be_are_refused(options: list[str], tmp_path: Path) -> None:
    done = run("init", *options, cwd=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "Traceback" not in done.stderr


def test_next_year_s_file_stands_beside_this_year_s(tmp_path: Path) -> None:
    (tmp_path / "nam-nay.yaml").write_text(HEAD + "chỉ tiêu: {a: {thực hiện: ước 5 hộ, năm sau: 7 hộ}}", "utf-8")
    done = run("init", "--from", "nam-nay.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert "kế hoạch" in (tmp_path / "phuong-binh-an-2026.yaml").read_text("utf-8")
    assert run("init", "--from", "khong-co.yaml", cwd=tmp_path).returncode == 1


def _terminal() -> tuple[int, int]:
    """Both ends of a terminal; a minimal system may have none."""
    try:
        return pty.openpty()
    except OSError:
        pytest.skip("this system gives out no terminals")


def test_on_a_terminal_it_asks_again_until_the_answer_can_be_used(tmp_path: Path) -> None:
    master, slave = _terminal()
    process = subprocess.Popen(
        [sys.executable, "-m", "reportgen", "init"], cwd=tmp_path, stdin=slave, stdout=slave, stderr=slave
    )
    os.close(slave)
    os.write(master, "25\n2025\nphường Bình An\n\ntỉnh Minh Họa\n31/11/2025\n26/12/2025\n".encode())
    shown = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # how Linux says that the other side is gone
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    assert process.wait() == 0, shown.decode()
    made = conference(read_input(tmp_path / "inputs" / "phuong-binh-an-2025.yaml"))
    assert (made.unit.organ, made.unit.province) == ("UBND", "tỉnh Minh Họa")
    assert made.event.days is not None
    assert made.event.days.first == date(2025, 12, 26)
    assert "31/11/2025" in shown.decode()


@pytest.mark.parametrize(
    ("today", "year"), [(date(2025, 12, 1), 2025), (date(2026, 1, 9), 2025), (date(2026, 4, 1), 2026)]
)
def test_the_year_that_is_offered_is_the_one_whose_conference_is_due(today: date, year: int) -> None:
    assert year_due(today) == year


@pytest.mark.parametrize("sign", ["\\n", "\\r", "\\N", "\\L", "\\u2029", "\\ufeff", "\\ufeff\\n"])
@pytest.mark.parametrize("text", ["xã An{}cấp trên: quân khu", "{}xã An", "xã An{}", "xã An {} # b"])
def test_a_strange_sign_in_a_text_writes_no_key_and_can_be_read(
    sign: str, text: str, written: Callable[[str], Input]
) -> None:
    told = text.format(sign)
    given = written(
        f'năm: 2024\nđơn vị: {{tên: "{told}", tỉnh: "{told}"}}\n'
        f'văn bản: {{căn cứ: ["Căn cứ {told} năm 2024"], người ký: {{chức vụ: "{told}"}}}}\n'
        f'chỉ tiêu: {{"a{told}": {{tên: "{told}", thực hiện: ước 5 hộ, nhóm: "{told}",\n'
        f'    cách viết: "{told} năm 2024"}}}}\n'
        f'kết quả: [{{mục: "{told}", nội dung: "{told}"}}]\n'
    )
    assert given.conference is not None
    text = following_year(given.conference, given.problems, "x")
    again = parse_source(Path("b.yaml"), text.encode())
    assert again.root is not None
    assert not has_errors(again.problems)
    bound = bind(again)
    assert bound.conference is not None
    assert " ".join(str(bound.conference.unit.name).split()) == " ".join(str(given.conference.unit.name).split())
    assert bound.conference.unit.above is None
