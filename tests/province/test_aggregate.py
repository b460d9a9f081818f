"""Communes' files become the province's input: what is matched, added, averaged, left out, and told."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from communes import FACTS, commune
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks import check
from reportgen.cli import main
from reportgen.model.indicators import Indicator
from reportgen.model.reading import Input, read_input
from reportgen.province.aggregate import Aggregate, absentees, aggregate
from reportgen.province.likeness import gist
from reportgen.province.questions import Said, read_said
from reportgen.province.units import files_in, read_units
from reportgen.quantity import write_number


def run(*arguments: object) -> int:
    """The program's exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def added(folder: Path, said: Said | None = None, published: Input | None = None) -> Aggregate:
    units = read_units(files_in([folder]), None)
    return aggregate(units, said or Said(), absentees(units, ()), published)


def codes(made: Aggregate) -> set[str]:
    return {problem.code for problem in made.problems}


def total(made: Aggregate, key: str) -> str | None:
    one = next(one for one in made.indicators if one.key == key)
    return one.result.total.text if one.result is not None else None


def province(folder: Path, *more: object) -> dict[str, Indicator]:
    """The indicators of the input that the command writes, which has no errors."""
    file = folder.parent / "tinh.yaml"
    assert run("aggregate", folder, "-o", file, *more) == 0
    read = read_input(file)
    assert check(read) == ()
    assert read.conference is not None
    return dict(read.conference.indicators)


@pytest.fixture
def communes(tmp_path: Path) -> Path:
    """Three communes without any trouble."""
    folder = tmp_path / "xa"
    for name in ("xã An Bình", "xã Tam Hợp", "phường Phú Thọ"):
        commune(folder, name)
    return folder


# What is added


def test_a_total_has_its_last_year_and_every_unit_s_value(communes: Path) -> None:
    money = province(communes)["thu"]
    assert str(money.result.words) == "37,5 tỷ đồng"  # type: ignore[union-attr]
    assert str(money.before.value.words) == "34,5 tỷ đồng"  # type: ignore[union-attr]
    assert list(money.breakdown) == ["phường Phú Thọ", "xã An Bình", "xã Tam Hợp"]


def test_each_value_leads_to_its_file_and_line(communes: Path) -> None:
    province(communes)
    written = (communes.parent / "tinh.yaml").read_text("utf-8")
    trace = json.loads((communes.parent / "tinh.nguồn.json").read_text("utf-8"))
    for one in trace["chỉ tiêu"]["rung"]["thực hiện"]["lấy từ"]:
        line = (communes.parent / one["tệp"]).read_text("utf-8").splitlines()[one["dòng"] - 1]
        assert one["giá trị"] in line
        assert f"{one['đơn vị']}: {one['giá trị']}   # {Path(one['tệp']).name}:{one['dòng']}" in written


@settings(max_examples=25)
@given(
    st.lists(st.integers(1, 10**6), min_size=2, max_size=8),
    st.data(),
)
def test_a_known_total_split_over_units_comes_back(amounts: list[int], data: st.DataObject) -> None:
    """Amounts of million đồng, each unit in its own unit of measure and with its own wording of the name."""
    names = (
        "thu NSNN trên địa bàn xã",
        "Tổng thu ngân sách nhà nước",
        "thu ngân sách nhà nước trên địa bàn (triệu đồng)",
    )
    with TemporaryDirectory() as place:
        for number, amount in enumerate(amounts):
            billions = data.draw(st.booleans())
            written = write_number(Decimal(amount) / 1000, 3) if billions else write_number(Decimal(amount))
            changed = {
                "thu": f"{written} {'tỷ' if billions else 'triệu'} đồng",
                "thu.tên": data.draw(st.sampled_from(names[:2] if billions else names)),
                "thu.năm trước": "",
            }
            commune(Path(place), f"xã Số {number}", changed, prefix=f"k{number}_")
        made = added(Path(place))
        money = [one for one in made.indicators if gist(one.name) == gist(names[0])]
        assert len(money) == 1
        assert money[0].result is not None
        assert money[0].result.total.interval.nominal == Fraction(sum(amounts)) * 10**6
        assert len(money[0].values) == len(amounts)


def test_a_total_is_no_finer_than_its_coarsest_value(tmp_path: Path) -> None:
    commune(tmp_path, "xã A", {"rung": "12,345 ha"})
    commune(tmp_path, "xã B", {"rung": "ước 40,1 ha"})
    assert total(added(tmp_path), "rung") == "ước 52,4 ha"


def test_both_sides_of_so_many_of_so_many_are_added(tmp_path: Path) -> None:
    for name, text in (("xã A", "7/10 nhà"), ("xã B", "9/12 nhà")):
        commune(tmp_path, name, {"nha": text, "nha.năm trước": ""})
    assert total(added(tmp_path), "nha") == "16/22 nhà"


# What is not


RATES = '  {key}:\n    tên: {name}\n    thực hiện: "{value}"\n'


def with_rate(folder: Path, name: str, *values: tuple[str, str]) -> None:
    for place, (rate, households) in enumerate(values):
        commune(folder, f"xã Số {place}", {"so_ho": households}, RATES.format(key="ty_le", name=name, value=rate))


def test_a_rate_of_households_is_weighed_by_the_households(tmp_path: Path) -> None:
    with_rate(tmp_path, "tỷ lệ hộ nghèo", ("2,00%", "3.000 hộ"), ("6,00%", "1.000 hộ"))
    assert total(added(tmp_path), "ty_le") == "3,00%"


def test_a_rate_without_a_known_weight_is_only_ranked(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    with_rate(folder, "tỷ lệ trẻ em suy dinh dưỡng", ("8,5%", "3.000 hộ"), ("6,5%", "1.000 hộ"))
    rate = province(folder)["ty_le"]
    assert rate.result is None
    assert len(rate.breakdown) == 2
    assert "tỷ lệ trẻ em suy dinh dưỡng:" in (tmp_path / "ghép.yaml").read_text("utf-8")


def test_the_weight_that_a_person_names_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    with_rate(folder, "tỷ lệ trẻ em suy dinh dưỡng", ("2,0%", "3.000 hộ"), ("6,0%", "1.000 hộ"))
    answers = tmp_path / "ghép.yaml"
    answers.write_text("bình quân theo:\n  tỷ lệ trẻ em suy dinh dưỡng: tổng số hộ\n", "utf-8")
    assert str(province(folder)["ty_le"].result.words) == "3,0%"  # type: ignore[union-attr]
    assert read_said(answers).weights == {"tỷ lệ trẻ em suy dinh dưỡng": "tổng số hộ"}


def test_measures_that_cannot_be_converted_are_not_added(tmp_path: Path) -> None:
    commune(tmp_path, "xã A", {"nha": "31 nhà", "nha.năm trước": ""})
    commune(tmp_path, "xã B", {"nha": "31 tấn", "nha.năm trước": "", "nha.tên": "nhà văn hóa thôn được xây dựng"})
    made = added(tmp_path)
    assert all(len(one.values) == 1 for one in made.indicators if one.key.startswith("nha"))


def test_a_rank_and_words_are_told_in_a_comment_and_make_no_indicator(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    for name, text in (("xã A", "thứ 1/17 xã"), ("xã B", "thứ 2/17 xã")):
        commune(folder, name, more=RATES.format(key="hang", name="chỉ số cải cách hành chính", value=text))
    assert "hang" not in province(folder)
    assert "# - chỉ số cải cách hành chính (2 đơn vị)" in (tmp_path / "tinh.yaml").read_text("utf-8")


def test_bounds_of_one_kind_are_added_as_a_bound(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    for name, text in (("xã A", "≥ 45 ha"), ("xã B", "từ 30 ha trở lên")):
        more = f'  trong:\n    thực hiện: 50 ha\n    kế hoạch: {{giao bởi: tỉnh, giá trị: "{text}"}}\n'
        commune(folder, name, more=more)
    plan = province(folder)["trong"].plans[0]
    assert (str(plan.setter), str(plan.value.words)) == ("tỉnh", "≥ 75 ha")  # type: ignore[union-attr]


def test_last_year_is_only_added_where_all_have_it(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    commune(folder, "xã A")
    commune(folder, "xã B", {"rung.năm trước": ""})
    assert province(folder)["rung"].before is None


def test_who_is_missing_is_named(communes: Path) -> None:
    commune(communes, "xã Thiếu", {"rung": ""})
    listed = communes.parent / "ds.csv"
    listed.write_text("STT,Đơn vị\n1,xã An Bình\n2,xã Vắng\n", "utf-8")
    rung = province(communes, "--expected", listed)["rung"]
    assert rung.note == "chưa có 2/5 đơn vị: xã Thiếu, xã Vắng"


# What is matched


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thu NSNN trên địa bàn xã", "tổng thu ngân sách nhà nước"),
        ("số hộ nghèo (hộ)", "Hộ nghèo"),
        ("Dien tich rung trong moi", "diện tích rừng trồng mới (ha)"),
    ],
)
def test_wordings_of_one_thing_have_one_gist(one: str, other: str) -> None:
    assert gist(one) == gist(other)


@pytest.mark.parametrize("name", ["hộ cận nghèo", "hộ thoát nghèo"])
def test_near_names_of_two_things_are_neither_joined_nor_asked_about(name: str, tmp_path: Path) -> None:
    commune(tmp_path, "xã A")
    commune(tmp_path, "xã B", {"ho_ngheo.tên": name})
    made = added(tmp_path)
    assert [one for one in made.indicators if one.key == "ho_ngheo" and len(one.values) == 2] == []
    assert not made.asked.questions


def answered(folder: Path, answer: str) -> Aggregate:
    for name in ("xã A", "xã B", "xã C"):
        commune(folder, name)
    commune(folder, "xã D", {"nha.tên": "nhà văn hóa thôn xây xong", "nha": "40 nhà"}, prefix="x_")
    file = folder / "ghép.yaml"
    if answer:
        file.write_text(
            "ghép:\n  - tên: nhà văn hóa thôn xây xong\n    có phải là: nhà văn hóa thôn được xây dựng\n"
            f"    trả lời: {answer}\n",
            "utf-8",
        )
    return added(folder, read_said(file))


def test_a_near_name_is_asked_about_and_not_added(tmp_path: Path) -> None:
    made = answered(tmp_path, "")
    assert [question.name for question, _ in made.asked.questions] == ["nhà văn hóa thôn xây xong"]
    assert total(made, "nha") == "93 nhà"


def test_the_answer_yes_joins_them(tmp_path: Path) -> None:
    made = answered(tmp_path, "có")
    assert not made.asked.questions
    assert total(made, "nha") == "133 nhà"


def test_the_answer_no_keeps_them_apart_and_is_not_asked_for_again(tmp_path: Path) -> None:
    made = answered(tmp_path, "không")
    assert not made.asked.questions
    assert total(made, "nha") == "93 nhà"


def test_an_answer_that_is_none_stops_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answered(tmp_path / "xa", "")
    (tmp_path / "ghép.yaml").write_text("ghép:\n  - tên: a\n    có phải là: b\n    trả lời: chắc vậy\nlạ: 1\n", "utf-8")
    assert run("aggregate", tmp_path / "xa", "-o", tmp_path / "tinh.yaml") == 1
    told = capsys.readouterr().err
    assert "ghép.yaml:4:14: lỗi G121" in told
    assert "G122" in told
    assert not (tmp_path / "tinh.yaml").exists()


# What is suspicious


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"thu": "125 tỷ đồng"}, "G131"),
        ({"thu": "12,5 triệu đồng"}, "G131"),
        ({"dan_so": "80.000 người", "dan_so.năm trước": ""}, "G132"),
    ],
)
def test_a_slip_of_scale_is_told_at_its_place(changed: dict[str, str], code: str, tmp_path: Path) -> None:
    for place in range(5):
        commune(tmp_path, f"xã Số {place}", {"rung": f"{45 + place} ha"})
    wrong = commune(tmp_path, "xã Lạ", changed)
    told = [problem for problem in added(tmp_path).problems if problem.code == code]
    assert [problem.place.file for problem in told] == [wrong]
    assert changed[next(iter(changed))] in wrong.read_text("utf-8").splitlines()[told[0].place.line - 1]


def test_a_large_unit_is_not_suspicious_for_being_large(tmp_path: Path) -> None:
    for place in range(5):
        commune(tmp_path, f"xã Số {place}", {"rung": f"{45 + place} ha"})
    large = {
        "thu": "125 tỷ đồng",
        "so_ho": "20.000 hộ",
        "dan_so": "80.000 người",
        "rung": "450 ha",
        "ho_ngheo": "1.000 hộ",
    }
    commune(tmp_path, "phường Lớn", {**large, **{f"{key}.năm trước": "" for key in large}})
    assert codes(added(tmp_path)) == set()


def test_two_files_of_one_unit_stop(communes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commune(communes, "Xã an bình", {"rung": "46 ha"}, file="ban-hai")
    assert run("aggregate", communes, "-o", communes.parent / "tinh.yaml") == 1
    assert "G111" in capsys.readouterr().err


def test_the_same_figures_of_two_units_are_told(communes: Path) -> None:
    assert codes(added(communes)) == {"G112"}


def test_a_file_of_another_year_or_with_errors_is_left_out(communes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commune(communes, "xã Cũ", year="2024")
    commune(communes, "xã Sai", {"rung": "45,,2 ha"})
    (communes / "hong.yaml").write_text("năm: [", "utf-8")
    assert run("aggregate", communes, "-o", communes.parent / "tinh.yaml") == 4
    told = capsys.readouterr().err
    assert all(code in told for code in ("G101", "G102", "G103", "G151"))
    assert "của 3 đơn vị" in (communes.parent / "tinh.yaml").read_text("utf-8")


def test_the_province_s_own_file_among_the_units_is_not_added(communes: Path) -> None:
    commune(communes, "tỉnh Minh Họa", {"rung": "135 ha"})
    (communes / "templates" / "bao-cao").mkdir(parents=True)
    (communes / "templates" / "bao-cao" / "paper.yaml").write_text("tên: báo cáo\n", "utf-8")
    made = added(communes)
    assert total(made, "rung") == "135 ha"
    assert codes(made) == {"G106", "G112"}


def test_a_day_of_last_year_and_results_that_are_last_year_s_are_told(tmp_path: Path) -> None:
    same = {key: before for key, (_, _, before) in FACTS.items()}
    commune(tmp_path, "xã Cũ", same, day="20/12/2024")
    assert codes(added(tmp_path)) == {"G104", "G105"}


@pytest.mark.parametrize(
    ("year", "rung", "wanted"), [("2025", "44 ha", {"G141"}), ("2025", "45 ha", set()), ("2024", "41 ha", {"G141"})]
)
def test_what_was_published_for_a_unit_is_held_against_it(
    year: str, rung: str, wanted: set[str], tmp_path: Path
) -> None:
    commune(tmp_path / "xa", "xã A")
    text = (
        f"năm: {year}\nđơn vị: tỉnh Minh Họa\nchỉ tiêu:\n  rung:\n    tên: diện tích rừng trồng mới\n"
        f"    theo đơn vị: {{xã A: {rung}}}\n"
    )
    (tmp_path / "cong-bo.yaml").write_text(text, "utf-8")
    made = added(tmp_path / "xa", published=read_input(tmp_path / "cong-bo.yaml"))
    assert codes(made) == wanted


# The file


def test_an_existing_file_is_kept(communes: Path) -> None:
    file = communes.parent / "tinh.yaml"
    file.write_text("của tôi", "utf-8")
    assert run("aggregate", communes, "-o", file) == 2
    assert file.read_text("utf-8") == "của tôi"


def test_nothing_usable_is_told_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "xa").mkdir()
    assert run("aggregate", tmp_path / "xa", "-o", tmp_path / "tinh.yaml") == 1
    assert "G153" in capsys.readouterr().err
    assert not (tmp_path / "tinh.yaml").exists()


def test_a_name_may_hold_any_sign(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    for name in ("xã A", "xã B"):
        commune(folder, name, {"nha.tên": '"nhà | loại # *x*: “văn hóa”"'})
    province(folder)


def test_two_indicators_of_one_unit_are_never_one(tmp_path: Path) -> None:
    for name in ("xã A", "xã B"):
        commune(
            tmp_path,
            name,
            more=RATES.format(key="rung_2", name="tổng diện tích rừng trồng mới trong năm", value="5 ha"),
        )
    made = added(tmp_path)
    assert (total(made, "rung"), total(made, "rung_2")) == ("90 ha", "10 ha")
