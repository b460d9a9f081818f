"""What goes into the archive, how it lies there, and what is refused."""

from __future__ import annotations

import hashlib
import json
import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.conftest import DAY, archived, built, delivered, package, run, snapshot, year_text
from reportgen.archive.adding import Added, add, version_of
from reportgen.archive.annex import FIELDS, unfit
from reportgen.archive.bag import differences, read_info, write_bag
from reportgen.archive.chain import BEGINNING, read_chain
from reportgen.archive.description import Description, read_description
from reportgen.archive.holdings import find, holdings, versions
from reportgen.archive.intake import Wanted, take_in
from reportgen.archive.place import IDENTIFIER, bag_folder, plain_name
from reportgen.archive.renditions import record_of, title_of
from reportgen.problems import Failure


def codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Failure)
    return [problem.code for problem in outcome.problems]


# The package


def test_a_bag_is_valid_to_others(four_years: Path) -> None:
    for link in read_chain(four_years):
        bag = bagit.Bag(str(bag_folder(four_years, link.identifier)))
        assert bag.validate() is True
        assert bag.version_info == (1, 0)
        assert set(bag.algorithms) == {"sha256", "sha512"}


def test_bag_info_tells_unit_year_number_date_title_and_oxum(four_years: Path) -> None:
    info = bagit.Bag(str(bag_folder(four_years, "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v1"))).info
    wanted = {
        "Unit": "xã Bình An",
        "Year": "2024",
        "Number": "124/BC-UBND",
        "Date": "2024-12-20",
        "Title": "Báo cáo kết quả thực hiện nhiệm vụ năm 2024",
        "Source-Organization": "Ủy ban nhân dân xã Bình An",
        "Bagging-Date": DAY.isoformat(),
    }
    assert {label: info[label] for label in wanted} == wanted
    folder = bag_folder(four_years, "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v1") / "data"
    sizes = [len(content) for content in snapshot(folder).values()]
    assert info["Payload-Oxum"] == f"{sum(sizes)}.{len(sizes)}"


def test_a_bag_holds_every_form_the_input_and_the_manifest(four_years: Path, sets: dict[int, Path]) -> None:
    data = snapshot(bag_folder(four_years, "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v1") / "data")
    wanted = {f"van-ban/{file.name}": file.read_bytes() for file in sets[2024].iterdir()}
    source = sets[2024].parent.parent / "inputs" / "binh-an-2024.yaml"
    assert data == {**wanted, "nguon/binh-an-2024.yaml": source.read_bytes()}


PATHS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=20).filter(
        lambda step: step not in {".", ".."}
    ),
    min_size=1,
    max_size=3,
).map("/".join)


@given(files=st.dictionaries(PATHS, st.binary(max_size=50), min_size=1, max_size=4))
def test_what_is_written_is_read_back_whatever_the_names(
    files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    prefixes = {"/".join(path.split("/")[:depth]) for path in files for depth in range(1, path.count("/") + 1)}
    if prefixes & files.keys() or any(len(step.encode()) > 200 for path in files for step in path.split("/")):
        return
    folder = tmp_path_factory.mktemp("bag")
    write_bag(folder, files, {"a.txt": b"a"}, [("Title", "một\nhai")])
    assert differences(folder) == ()
    assert dict(read_info(folder))["Title"] == "một hai"
    assert snapshot(folder / "data") == {str(Path(path)): content for path, content in files.items()}


def test_the_fields_stand_in_the_pdf_the_bag_and_the_index(four_years: Path) -> None:
    identifier = "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v1"
    folder = bag_folder(four_years, identifier)
    paper = next(paper for paper in read_description(folder).papers if paper.key == "bao-cao")
    said = record_of((folder / "data" / "van-ban" / "bao-cao.pdf").read_bytes())
    assert said["CodeNumber"] == "124"
    assert said.items() <= paper.fields.items()
    assert paper.fields["FileCatalog"] == "2024"
    assert paper.fields["To.OrganName"] == "HĐND xã"
    exported = run("archive", "export", "--archive", four_years).out
    assert all(value in exported for value in paper.fields.values())


def test_every_field_has_its_length_checked() -> None:
    for name, field in FIELDS.items():
        good = {"number": "1", "date": "2025-12-19"}.get(field.kind, "x" * field.most)
        assert list(unfit({name: good})) == []
        assert [wrong.name for wrong in unfit({name: good + "1" * field.most})] == [name]


def test_fields_that_the_archivist_gives_are_kept_and_checked(sets: dict[int, Path]) -> None:
    delivery = delivered(sets[2024], Wanted(fields={"FileNotation": "01/2024", "DueDate": "2025-01-31"}))
    paper = next(paper for paper in delivery.described.papers if paper.key == "bao-cao")
    assert (paper.fields["FileNotation"], paper.fields["DueDate"]) == ("01/2024", "2025-01-31")
    for wrong in ({"FileNotation": "x" * 21}, {"DocOrdinal": "một"}, {"DueDate": "31/1/2025"}):
        assert codes(take_in(sets[2024], Wanted(fields=wrong))) == ["H110"]


# Versions


def test_the_same_set_is_not_added_twice(archive: Path, sets: dict[int, Path]) -> None:
    before = snapshot(archive)
    added = add(archive, package(sets[2024]), DAY)
    assert isinstance(added, Added)
    assert not added.fresh
    assert snapshot(archive) == before


def test_the_same_set_with_other_fields_is_a_version(archive: Path, sets: dict[int, Path]) -> None:
    done = run("archive", "add", sets[2024], "--set", "FileNotation=01/2024", "--archive", archive)
    assert (done.code, "-v2" in done.out) == (0, True)
    again = run("archive", "add", sets[2024], "--set", "FileNotation=01/2024", "--archive", archive)
    assert (again.code, "H111" in again.err) == (0, True)
    assert "01/2024" in run("archive", "show", "124-bc-ubnd-2024-12-20-v2", "--archive", archive).out


@pytest.mark.parametrize("text", ["FileNotation", "CodeNumber=1", "Nix=1", ""])
def test_a_field_that_cannot_be_given_is_wrong_usage(sets: dict[int, Path], tmp_path: Path, text: str) -> None:
    done = run("archive", "add", sets[2024], "--set", text, "--archive", tmp_path / "kho")
    assert (done.code, "FileNotation" in done.err) == (2, True)


def test_an_input_named_with_combining_marks_is_kept_under_that_name(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "phường")
    identifier = archived(tmp_path / "kho", built(tmp_path, year_text(2024), name))
    bag = bagit.Bag(str(bag_folder(tmp_path / "kho", identifier)))
    assert bag.validate() is True
    assert f"data/nguon/{name}.yaml" in bag.entries
    assert run("archive", "verify", "--deep", "--archive", tmp_path / "kho").code == 0


def test_another_state_of_a_report_becomes_a_version_and_names_the_one_before(archive: Path, tmp_path: Path) -> None:
    before = snapshot(archive)
    identifier = archived(archive, built(tmp_path, year_text(2024, "hồ sơ được giải quyết nhanh hơn")))
    assert identifier == "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v2"
    info = dict(read_info(bag_folder(archive, identifier)))
    assert info["Replaces"] == "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v1"
    after = snapshot(archive)
    changed = {name for name, content in before.items() if after[name] != content}
    assert changed == {"chi-muc.sqlite", "so-cai.jsonl"}
    assert after["so-cai.jsonl"].startswith(before["so-cai.jsonl"])
    for wanted in (identifier, "124-bc-ubnd-2024-12-20-v1"):
        found = find(archive, wanted)
        assert not isinstance(found, Failure)
        assert [entry.identifier[-2:] for entry in versions(archive, found)] == ["v1", "v2"]


def test_units_whose_names_fold_alike_have_folders_of_their_own(tmp_path: Path) -> None:
    root = tmp_path / "kho"
    names = ("phường Trung Vương", "phường Trưng Vương", "phường Trung Vương")
    texts = [year_text(year, unit=name) for year, name in zip((2023, 2023, 2023), names, strict=True)]
    texts[2] = texts[2].replace('số: "123"', 'số: "999"')
    found = [archived(root, built(tmp_path, text, f"t{place}")) for place, text in enumerate(texts)]
    assert [name.split("/")[1] for name in found] == [
        "phuong-trung-vuong",
        "phuong-trung-vuong-2",
        "phuong-trung-vuong",
    ]


def test_a_report_without_a_number_has_a_readable_name(tmp_path: Path) -> None:
    text = year_text(2024).replace('số: "124", ', "")
    assert archived(tmp_path / "kho", built(tmp_path, text)) == "2024/xa-binh-an/chua-so-bc-ubnd-2024-12-20-v1"


@pytest.mark.parametrize("day", ["20/12/2024", "31/12/2024"])
def test_a_report_that_got_its_number_replaces_its_draft(tmp_path: Path, day: str) -> None:
    root = tmp_path / "kho"
    draft = year_text(2024).replace('số: "124", ngày: 20/12/2024, ', "")
    final = year_text(2024).replace('số: "124", ngày: 20/12/2024', f'số: "124", ngày: {day}')
    first, second = (archived(root, built(tmp_path, text)) for text in (draft, final))
    assert first == "2024/xa-binh-an/chua-so-bc-ubnd-2024-12-20-v1"
    assert dict(read_info(bag_folder(root, second)))["Replaces"] == first
    assert second.startswith("2024/xa-binh-an/124-bc-ubnd-2024-12-")


def test_a_party_paper_keeps_its_own_signs(tmp_path: Path) -> None:
    text = year_text(2024).replace("tỉnh: tỉnh Minh Họa", "tỉnh: tỉnh Minh Họa, cơ quan: Đảng ủy")
    text = text.replace("HĐND xã", "Tỉnh ủy").replace('"Lưu: VT"', '"Lưu Đảng ủy"')
    identifier = archived(tmp_path / "kho", built(tmp_path, text))
    assert identifier == "2024/xa-binh-an/124-bc-du-2024-12-20-v1"
    assert dict(read_info(bag_folder(tmp_path / "kho", identifier)))["Number"] == "124-BC/ĐU"
    draft = archived(tmp_path / "kho", built(tmp_path, text.replace('số: "124", ', ""), "b"))
    assert draft == "2024/xa-binh-an/chua-so-bc-du-2024-12-20-v1"


# What is refused


def _copied(folder: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "outputs" / folder.name
    shutil.copytree(folder, copy)
    shutil.copytree(folder.parent.parent / "inputs", tmp_path / "inputs")
    return copy


def test_a_folder_without_a_manifest_is_none_of_ours(tmp_path: Path) -> None:
    assert codes(take_in(tmp_path, Wanted())) == ["H101"]


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"outputs": [1], "input": {}}', "[" * 100_000])
def test_a_broken_manifest_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content)
    assert codes(take_in(tmp_path, Wanted())) == ["H101"]


def test_a_changed_a_missing_and_a_linked_file_are_told_together(sets: dict[int, Path], tmp_path: Path) -> None:
    folder = _copied(sets[2024], tmp_path)
    (folder / "bao-cao.pdf").write_bytes((folder / "bao-cao.pdf").read_bytes() + b"\n")
    (folder / "tin-bai.txt").unlink()
    (folder / "tin-bai.md").unlink()
    (folder / "tin-bai.md").symlink_to(sets[2024] / "tin-bai.md")
    assert sorted(codes(take_in(folder, Wanted()))) == ["H102", "H103", "H103"]


@pytest.mark.parametrize("name", ["../a.pdf", "/etc/passwd", "x" * 300 + ".pdf", "a\u0301.pdf", "a\n.pdf", ".."])
def test_a_hostile_name_in_the_manifest_is_refused(sets: dict[int, Path], tmp_path: Path, name: str) -> None:
    folder = _copied(sets[2024], tmp_path)
    record = json.loads((folder / "manifest.json").read_text("utf-8"))
    record["outputs"][0]["file"] = name
    (folder / "manifest.json").write_text(json.dumps(record), "utf-8")
    assert "H104" in codes(take_in(folder, Wanted()))


@pytest.mark.parametrize(
    "name", ["../a.yaml", "/etc/passwd", "x" * 300, "a\0b", "", "a\u202e.yaml", "con.yaml", "a:b.yaml"]
)
def test_a_name_of_the_input_that_not_every_machine_takes_is_refused_as_a_name(
    sets: dict[int, Path], tmp_path: Path, name: str
) -> None:
    folder = _copied(sets[2024], tmp_path)
    record = json.loads((folder / "manifest.json").read_text("utf-8"))
    record["input"]["file"] = name
    (folder / "manifest.json").write_text(json.dumps(record), "utf-8")
    assert codes(take_in(folder, Wanted())) == ["B905"]


def test_papers_of_two_states_of_the_input_are_refused(tmp_path: Path) -> None:
    folder = built(tmp_path, year_text(2024))
    file = tmp_path / "inputs" / "binh-an.yaml"
    file.write_text(year_text(2024, "hồ sơ được giải quyết nhanh hơn"), "utf-8")
    assert run("build", file, "-o", tmp_path / "outputs", "--only", "tin-bai").code == 0
    assert set(codes(take_in(folder, Wanted()))) == {"H105"}


def test_a_set_without_a_pdf_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(year_text(2024), "utf-8")
    run("build", file, "-o", tmp_path, "--format", "docx")
    assert codes(take_in(tmp_path / "a", Wanted())) == ["H109"]


def test_an_input_that_was_changed_since_is_not_taken_for_the_papers_own(tmp_path: Path) -> None:
    folder = built(tmp_path, year_text(2024))
    file = tmp_path / "inputs" / "binh-an.yaml"
    file.write_text(year_text(2024) + "\n", "utf-8")
    assert codes(take_in(folder, Wanted())) == ["H106"]
    other = tmp_path / "elsewhere" / "another-name.yaml"
    other.parent.mkdir()
    other.write_text(year_text(2024), "utf-8")
    assert "nguon/binh-an.yaml" in delivered(folder, Wanted(input=other)).files


def test_an_input_that_a_pdf_carries_is_found_in_it(tmp_path: Path) -> None:
    folder = built(tmp_path, year_text(2024), pdfa="3a")
    (tmp_path / "inputs" / "binh-an.yaml").unlink()
    assert delivered(folder).files["nguon/binh-an.yaml"] == year_text(2024).encode()


def test_files_that_no_manifest_names_are_left_and_told(sets: dict[int, Path], tmp_path: Path) -> None:
    folder = _copied(sets[2024], tmp_path)
    (folder / "ban-quet.pdf").write_bytes(b"%PDF-1.4")
    done = run("archive", "add", folder, "--archive", tmp_path / "kho")
    assert done.code == 0
    assert "H112" in done.err
    assert "ban-quet.pdf" in done.err
    assert not [name for name in snapshot(tmp_path / "kho") if "ban-quet" in name]


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<rdf:RDF " * 100_000,
        b"<rdf:RDF></rdf:RDF>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF>&a;</rdf:RDF>',
        b'<rdf:RDF xmlns:rdf="a">' + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</rdf:RDF>",
        b"</rdf:RDF><rdf:RDF",
        b'<rdf:RDF xmlns:rdf="a">\xff\xfe</rdf:RDF>',
    ],
)
def test_metadata_that_is_made_to_harm_tells_nothing(packet: bytes) -> None:
    pdf = b"%PDF-1.7\n" + packet
    assert (record_of(pdf), title_of(pdf)) == ({}, "")


# Pictures and templates


def test_pictures_and_own_templates_are_archived_beside_the_input(tmp_path: Path) -> None:
    from PIL import Image

    inputs = tmp_path / "inputs"
    (inputs / "anh").mkdir(parents=True)
    Image.new("RGB", (800, 600), "red").save(inputs / "anh" / "quang cảnh.png")
    own = inputs / "templates" / "tin-bai"
    own.mkdir(parents=True)
    (own / "paper.yaml").write_text("tên: Tin của xã\ntrình bày: báo chí\n", "utf-8")
    (own / "paper.xml.j2").write_text('<article><h1 class="headline">{{ unit }}</h1></article>', "utf-8")
    (inputs / "templates" / "chung").mkdir()
    (inputs / "templates" / "chung" / "rieng.xml.j2").write_text("x", "utf-8")
    text = (
        year_text(2024)
        + "tin bài: {ảnh: {tệp: anh/quang cảnh.png, chú thích: Quang cảnh hội nghị., mô tả: Hội trường.}}\n"
    )
    files = delivered(built(tmp_path, text)).files
    assert files["nguon/anh/quang cảnh.png"] == (inputs / "anh" / "quang cảnh.png").read_bytes()
    templates = {name for name in files if name.startswith("nguon/templates/")}
    assert templates == {
        "nguon/templates/tin-bai/paper.yaml",
        "nguon/templates/tin-bai/paper.xml.j2",
        "nguon/templates/chung/rieng.xml.j2",
    }


@pytest.mark.parametrize("name", ["../../x.png", "/etc/passwd", "out.png"])
def test_a_picture_outside_the_input_s_folder_is_never_archived(tmp_path: Path, name: str) -> None:
    folder = built(tmp_path, year_text(2024))
    (tmp_path / "inputs" / "out.png").symlink_to("/etc/passwd")
    text = year_text(2024) + f"tin bài: {{ảnh: {{tệp: {name}, chú thích: Quang cảnh.}}}}\n"
    (tmp_path / "inputs" / "binh-an.yaml").write_text(text, "utf-8")
    record = json.loads((folder / "manifest.json").read_text("utf-8"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    record["input"]["sha256"] = digest
    for entry in record["outputs"]:
        entry["input_sha256"] = digest
    (folder / "manifest.json").write_text(json.dumps(record), "utf-8")
    assert codes(take_in(folder, Wanted())) == ["H108"]


# Names


@given(st.text(max_size=400))
def test_no_text_makes_a_path_that_leads_elsewhere(text: str) -> None:
    name = plain_name(text, 60)
    assert IDENTIFIER.fullmatch(f"2024/{name}/{name}")
    with pytest.raises(ValueError, match="2024"):
        bag_folder(Path("kho"), f"2024/../{name}")


@pytest.mark.parametrize("unit", ["../../etc", "/tuyệt đối", "x" * 300, "é" * 90, "..", "con\u0301g"])
def test_a_hostile_name_of_a_unit_stays_inside_the_archive(sets: dict[int, Path], tmp_path: Path, unit: str) -> None:
    root = tmp_path / "trong" / "kho"
    base = package(sets[2024])

    def named(folder: Path) -> Description:
        return version_of(folder, replace(delivered(sets[2024]).described, unit=unit), ["124-bc-ubnd"])

    outcome = add(root, replace(base, named=named), DAY)
    assert isinstance(outcome, Added)
    assert IDENTIFIER.fullmatch(outcome.description.identifier)
    assert [entry.name for entry in (tmp_path / "trong").iterdir()] == ["kho"]


def test_the_ledger_begins_with_nothing_before_it(four_years: Path) -> None:
    links = holdings(four_years)
    assert isinstance(links, tuple)
    assert links[0].previous == BEGINNING
    assert [link.previous for link in links[1:]] == [link.digest for link in links[:-1]]
