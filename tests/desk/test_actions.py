"""What a page asks for: the same as what the commands make, on the same files."""

from __future__ import annotations

import io
import json
import re
import zipfile
from hashlib import sha256
from pathlib import Path

from PIL import Image

from conftest import EXAMPLE, FICTIONAL, ROOT
from reportgen.build import Request, build
from reportgen.desk.form import form
from reportgen.desk.server import STATIC
from reportgen.desk.words import WORDS
from reportgen.model.keys import keys_of, sections
from reportgen.source import read_source

from .conftest import Page

NAME, LONG = EXAMPLE.name, FICTIONAL.name


def file(page: Page, name: str = NAME) -> str:
    return (page.folder / "inputs" / name).read_text("utf-8")


def send(page: Page, what: str, named: str, content: bytes, **fields: str) -> tuple[int, dict[str, object]]:
    answer = page.client.post(
        f"/api/send/{what}", files={"file": (named, content)}, data=fields, headers={"X-Desk": "1"}
    )
    return answer.status_code, answer.json()


def test_the_folder_s_inputs_are_listed_with_year_unit_and_state(page: Page) -> None:
    (page.folder / "inputs" / "hong.yaml").write_text("năm: [\n", "utf-8")
    listed = {one["name"]: one for one in page.client.get("/api/conferences").json()["conferences"]}
    assert (listed[NAME]["year"], listed[NAME]["unit"], listed[NAME]["failed"]) == (
        2023,
        "UBND phường Trưng Vương",
        False,
    )
    assert listed["hong.yaml"]["failed"]
    page.of(NAME, "build")
    listed = {one["name"]: one for one in page.client.get("/api/conferences").json()["conferences"]}
    assert listed[NAME]["current"]
    page.edit(NAME, {"do": "set", "way": ["chủ đề năm"], "content": "Khác"})
    assert not {one["name"]: one for one in page.client.get("/api/conferences").json()["conferences"]}[NAME]["current"]


def test_an_edit_changes_one_line_and_answers_with_the_computed_cells(page: Page) -> None:
    way = ["chỉ tiêu", "gia_tri_san_xuat", "thực hiện"]
    state = page.edit(LONG, {"do": "set", "way": way, "content": "ước 6.900,0 tỷ đồng"})
    assert list(state["computed"]) == ["gia_tri_san_xuat"]
    assert state["computed"]["gia_tri_san_xuat"]["ratios"][0] == "102,2%"
    before, after = FICTIONAL.read_text("utf-8").splitlines(), file(page, LONG).splitlines()
    assert [line for line in after if line not in before] == ["    thực hiện: ước 6.900,0 tỷ đồng"]


def test_rows_are_computed_before_they_are_in_the_file(page: Page) -> None:
    found = page.of(NAME, "compute", rows={"x": {"thực hiện": "152,%"}, "y": {"thực hiện": "3 hộ", "kế hoạch": "2 hộ"}})
    assert found["y"]["ratios"] == ["150%"]
    assert found["x"]["wrong"][0]["code"] == "Q302"
    assert file(page) == EXAMPLE.read_text("utf-8")


def test_problems_lead_to_their_field_and_bring_their_mend(page: Page) -> None:
    text = (
        file(page, LONG)
        .replace("tỷ lệ: 100,9%", "tỷ lệ: 103,9%")
        .replace("phường Lạc Giang\n", "phường  Lạc Giang\n", 1)
    )
    page.of(LONG, "text", base=page.of(LONG, "open")["version"], text=text.replace("trích yếu:", "trich yeux:"))
    problems = page.of(LONG, "problems")["problems"]
    ratio = next(one for one in problems if one["code"] == "R401")
    assert ratio["way"] == ["chỉ tiêu", "gia_tri_san_xuat", "kế hoạch", 1, "tỷ lệ"]
    assert ratio["mend"]["what"] == "computed"
    key = next(one for one in problems if one["code"] == "K201")
    page.edit(LONG, *ratio["mend"]["operations"], *key["mend"]["operations"])
    left = page.of(LONG, "problems")
    assert not left["failed"]
    assert "trích yếu:" in file(page, LONG)
    assert "103,9%" not in file(page, LONG)


def test_a_line_is_mended_as_fmt_mends_it(page: Page) -> None:
    page.of(
        NAME, "text", base=page.of(NAME, "open")["version"], text=file(page).replace("ngày: 14/12/2023", "ngày: 14/12")
    )
    problem = next(one for one in page.of(NAME, "problems")["problems"] if one["mend"])
    assert problem["mend"]["what"] == "line"
    page.of(NAME, "mend", line=problem["line"])
    assert "ngày: 14/12/2023" in file(page)


def test_the_paper_is_what_build_makes(page: Page, tmp_path: Path) -> None:
    made = build(Request(page.folder / "inputs" / NAME, tmp_path / "made"))
    page.of(NAME, "build")
    packed = page.client.get(f"/results/{NAME}.zip")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as results:
        for one in made.files:
            assert results.read(f"{EXAMPLE.stem}/{one.name}") == one.read_bytes(), one.name


def test_pages_are_pictures_of_the_pdf(page: Page) -> None:
    count = page.client.get(f"/papers/{NAME}/bao-cao/pages").json()["pages"]
    picture = page.client.get(f"/papers/{NAME}/bao-cao/{count}.png")
    with Image.open(io.BytesIO(picture.content)) as drawn:
        assert drawn.height > drawn.width > 800
    assert page.client.get(f"/papers/{NAME}/bao-cao/{count + 1}.png").status_code == 404


def test_a_passage_of_the_paper_leads_to_what_was_typed(page: Page) -> None:
    paper = page.client.get(f"/papers/{NAME}/bao-cao/page.html").text
    found = re.search(r'data-source="([^" ]+)', paper)
    assert found is not None
    assert page.of(NAME, "where", source=found.group(1))["way"][0] in {key.key for key in keys_of(sections()[0])}
    assert 'data-figure="thu_nsnn"' in paper


def test_with_errors_the_last_good_papers_are_shown(page: Page) -> None:
    assert not page.of(NAME, "papers")["old"]
    page.edit(NAME, {"do": "set", "way": ["chỉ tiêu", "thu_nsnn", "thực hiện"], "content": "152,%"})
    listed = page.of(NAME, "papers")
    assert listed["old"]
    assert [one["key"] for one in listed["papers"]] == ["bao-cao", "tin-bai"]
    assert "41,795" in page.client.get(f"/papers/{NAME}/bao-cao/page.html").text


def test_a_new_conference_and_next_year_s(page: Page) -> None:
    def ask(what: str, **sent: str) -> tuple[int, dict[str, object]]:
        answer = page.client.post(f"/api/all/{what}", json=sent, headers={"X-Desk": "1"})
        return answer.status_code, answer.json()

    assert ask("new", unit="xã Bình An", year="2025") == (200, {"name": "xa-binh-an-2025.yaml"})
    assert ask("new", unit="xã Bình An", year="2025")[0] == 409
    assert ask("new", unit="", year="20x5") == (422, {"fields": ["year", "unit"]})
    assert ask("following", name=NAME)[1] == {"name": "phuong-trung-vuong-2024.yaml"}
    assert "phuong-trung-vuong-2024.yaml" in {
        one["name"] for one in page.client.get("/api/conferences").json()["conferences"]
    }


TABLE = 'TT,Chỉ tiêu,Đơn vị,Thực hiện 2023\n1,Tổng thu ngân sách xã,Tỷ đồng,"12,5"\n2,Số hộ,Hộ,240\n'


def test_a_table_becomes_an_input_and_questions_are_asked_where_figures_differ(page: Page) -> None:
    status, made = send(page, "import", "bang.csv", TABLE.encode(), year="2023")
    assert status == 200, made
    name = str(made["name"])
    assert "12,5 tỷ đồng" in file(page, name)
    other = TABLE.replace("12,5", "13,5").encode()
    _, asked = send(page, "import", "bang.csv", other, year="2023", into=name)
    questions = asked["questions"]
    assert isinstance(questions, list)
    assert [(one["old"], one["new"]) for one in questions] == [("12,5 tỷ đồng", "13,5 tỷ đồng")]
    answers = {f"answer:{one['key']}:{one['what']}": "new" for one in questions}
    _, done = send(page, "import", "bang.csv", other, year="2023", into=name, **answers)
    assert done["counts"] == {"added": 0, "filled": 0, "changed": 1, "same": 1}
    assert "13,5 tỷ đồng" in file(page, name)


def test_a_damaged_workbook_is_told(page: Page) -> None:
    status, answer = send(page, "import", "hong.xlsx", b"PK\x03\x04 no workbook")
    assert status == 409
    assert answer["problems"]


def test_a_word_file_comes_back_with_its_findings(page: Page, tmp_path: Path) -> None:
    made = build(Request(EXAMPLE, tmp_path, ("bao-cao",), ("docx",)))
    status, answer = send(page, "proofread", "bao-cao.docx", (made.folder / "bao-cao.docx").read_bytes())
    assert status == 200
    files = answer["files"]
    assert isinstance(files, list)
    assert page.client.get(f"/copies/{files[0]['copy']}").content[:2] == b"PK"


def test_a_photograph_is_put_beside_the_input_and_only_a_photograph(page: Page) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 40)).save(picture, "JPEG")
    assert send(page, "photographs", "../../Hội nghị.JPG", picture.getvalue(), name=NAME)[1] == {
        "files": ["anh/Hội-nghị.jpg"]
    }
    assert send(page, "photographs", "Hội nghị.JPG", picture.getvalue(), name=NAME)[1] == {
        "files": ["anh/Hội-nghị.jpg"]
    }
    assert send(page, "photographs", "x.jpg", b"<script>", name=NAME)[0] == 409
    assert send(page, "photographs", "x.svg", picture.getvalue(), name=NAME)[0] == 409


def test_an_earlier_state_is_shown_and_taken_back(page: Page) -> None:
    page.edit(NAME, {"do": "set", "way": ["năm"], "content": "2024"})
    states = page.of(NAME, "history")["states"]
    lines = page.of(NAME, "earlier", number=states[-1]["number"])["lines"]
    assert "-năm: 2024" in lines
    assert "+năm: 2023" in lines
    page.of(NAME, "back", number=states[-1]["number"])
    assert file(page) == EXAMPLE.read_text("utf-8")


def test_a_built_set_is_archived_once(page: Page) -> None:
    page.of(NAME, "build")
    first, again = page.of(NAME, "archive"), page.of(NAME, "archive")
    assert (first["fresh"], again["fresh"]) == (True, False)
    assert first["identifier"] == again["identifier"]
    (listed,) = (one for one in page.client.get("/api/conferences").json()["conferences"] if one["name"] == NAME)
    assert listed["archived"]
    page.edit(NAME, {"do": "set", "way": ["chủ đề năm"], "content": "Khác"})
    (listed,) = (one for one in page.client.get("/api/conferences").json()["conferences"] if one["name"] == NAME)
    assert not listed["archived"]


def test_the_results_of_all_conferences_come_in_one_file(page: Page) -> None:
    assert page.client.get("/results.zip").status_code == 404
    page.of(NAME, "build")
    page.of(LONG, "build")
    with zipfile.ZipFile(io.BytesIO(page.client.get("/results.zip").content)) as packed:
        assert {name.partition("/")[0] for name in packed.namelist()} == {Path(NAME).stem, Path(LONG).stem}


def test_headlines_are_proposed_and_the_portal_s_fields_are_there(page: Page) -> None:
    found = page.of(NAME, "article")
    assert len(found["headlines"]) == 3
    assert found["fields"]


def test_keys_in_another_spelling_are_the_same_to_the_page(page: Page) -> None:
    (page.folder / "inputs" / "a.yaml").write_text(
        "nam: 2024\ndon vi: xã A\nchi tieu:\n  a: {thuc hien: 3 hộ}\n", "utf-8"
    )
    state = page.of("a.yaml", "open")
    assert list(state["content"]) == ["năm", "đơn vị", "chỉ tiêu"]
    page.edit("a.yaml", {"do": "set", "way": ["chỉ tiêu", "a", "thực hiện"], "content": "4 hộ"})
    assert file(page, "a.yaml") == "nam: 2024\ndon vi: xã A\nchi tieu:\n  a: {thuc hien: 4 hộ}\n"


def test_the_form_has_every_key_of_the_model() -> None:
    drawn = form()["sections"]
    for section in sections():
        assert [key["key"] for key in drawn[section.__name__]["keys"]] == [key.key for key in keys_of(section)]


def test_an_input_that_cannot_be_read_is_opened_as_its_text(page: Page) -> None:
    (page.folder / "inputs" / "a.yaml").write_text("năm: [\n", "utf-8")
    state = page.of("a.yaml", "open")
    assert (state["content"], state["text"]) == (None, "năm: [\n")
    assert page.of("a.yaml", "problems")["failed"]
    assert (
        page.ask("a.yaml", "edit", base=state["version"], operations=[{"do": "remove", "way": ["năm"]}]).status_code
        == 409
    )
    page.of("a.yaml", "text", base=state["version"], text="năm: 2024\nđơn vị: xã A\n")
    assert read_source(page.folder / "inputs" / "a.yaml").root is not None


# What the browser loads


def sources() -> list[Path]:
    browser = ROOT / "browser"
    return [*sorted((browser / "src").glob("*.js")), browser / "package.json"]


def test_the_bundle_was_made_of_these_sources() -> None:
    digest = sha256()
    for one in sources():
        digest.update(one.relative_to(ROOT / "browser").as_posix().encode() + b"\0" + one.read_bytes() + b"\0")
    assert (STATIC / "desk.js").read_text("utf-8").startswith(f"// sources: {digest.hexdigest()}\n"), "make desk"


def test_the_browser_s_libraries_are_pinned() -> None:
    wanted = json.loads((ROOT / "browser" / "package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert not list((ROOT / "browser").glob("*lock*"))


def test_every_word_of_the_page_is_known_in_both_languages() -> None:
    said = "\n".join(one.read_text("utf-8") for one in sources()) + (STATIC / "index.html").read_text("utf-8")
    asked = set(re.findall(r'say\("([^"$]+)"', said)) | set(re.findall(r'data-(?:say|label)="([^"]+)"', said))
    assert asked - set(WORDS) == set()
    assert all(vi and en and vi != en for vi, en in WORDS.values())
