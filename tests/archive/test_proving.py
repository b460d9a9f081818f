"""Whatever is changed, removed, exchanged or slipped in is found, and named."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from archive.conftest import archived, built, run, snapshot, year_text
from reportgen.archive.bag import DIGESTS, Difference, differences, write_bag
from reportgen.archive.chain import read_chain
from reportgen.archive.deep import DEEP
from reportgen.archive.index import opened, stored
from reportgen.archive.place import INDEX, LEDGER, bag_folder
from reportgen.archive.proving import Proved, verify
from reportgen.archive.quick import QUICK

BAG = "2023/xa-binh-an/123-bc-ubnd-2023-12-20-v1"


def codes(root: Path, head: str = "") -> set[str]:
    """What the quick proofs find."""
    proved = verify(root, QUICK, head)
    assert isinstance(proved, Proved)
    return {problem.code for problem in proved.problems}


def deep_codes(root: Path) -> set[str]:
    proved = verify(root, DEEP)
    assert isinstance(proved, Proved)
    return {problem.code for problem in proved.problems}


def test_an_archive_as_it_was_made_is_whole(four_years: Path) -> None:
    done = run("archive", "verify", "--archive", four_years)
    assert done.code == 0
    assert "4 mục, mọi thứ đúng như khi lưu" in done.out
    assert read_chain(four_years)[-1].digest in done.out


def test_deep_proofs_make_every_paper_anew(four_years: Path) -> None:
    done = run("archive", "verify", "--deep", "--archive", four_years, "--format", "json")
    assert (done.code, json.loads(done.out)["problems"]) == (0, [])


def test_all_papers_with_pictures_own_templates_and_an_embedded_source_are_made_anew(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    own = inputs / "templates" / "thong-bao"
    own.mkdir(parents=True)
    Image.new("RGB", (800, 600), "red").save(inputs / "ảnh.png")
    (own / "paper.yaml").write_text("tên: Thông báo\ntrình bày: báo chí\nđịnh dạng: docx, pdf, txt\n", "utf-8")
    (own / "paper.xml.j2").write_text('<article><h1 class="headline">{{ unit }}</h1></article>', "utf-8")
    text = year_text(2024) + "tin bài: {ảnh: {tệp: ảnh.png, chú thích: Quang cảnh hội nghị., mô tả: Hội trường.}}\n"
    folder = built(tmp_path, text, papers=(), pdfa="3a")
    root = tmp_path / "kho"
    archived(root, folder)
    shutil.rmtree(inputs)
    shutil.rmtree(folder)
    assert deep_codes(root) == set()


def files(root: Path) -> list[str]:
    """The files of two bags and of the archive itself, but for the index."""
    return sorted(name for name in snapshot(root) if not name.startswith(("2022", "2024")) and name != INDEX)


def test_a_flipped_byte_is_found_in_every_file(archive: Path) -> None:
    for name in files(archive):
        file = archive / name
        content = file.read_bytes()
        for at in {0, len(content) // 2, len(content) - 1}:
            file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            done = run("archive", "verify", "--archive", archive)
            assert done.code == 1, (name, at)
        file.write_bytes(content)
    assert codes(archive) == set()


def test_a_flipped_byte_of_the_index_is_no_fault_and_is_mended(archive: Path) -> None:
    run("archive", "reindex", "--archive", archive)
    content = (archive / INDEX).read_bytes()
    found = 0
    for at in range(0, len(content), len(content) // 60):
        (archive / INDEX).write_bytes(content[:at] + bytes([content[at] ^ 0x15]) + content[at + 1 :])
        found += bool(codes(archive))
        run("archive", "search", "dat dai", "--archive", archive)
        run("archive", "figure", "thu", "--archive", archive)
    assert found > 10
    run("archive", "reindex", "--archive", archive)
    assert codes(archive) == set()


def test_a_word_that_the_index_does_not_find_is_noticed(archive: Path) -> None:
    with opened(archive) as connection:
        connection.execute("INSERT INTO words (rowid, exact, folded) VALUES (9999, 'đất đai', 'dat dai')")
    assert codes(archive) == deep_codes(archive) == {"H148"}


def test_a_removed_file_and_one_too_many_are_named(archive: Path) -> None:
    folder = bag_folder(archive, BAG)
    (folder / "data" / "van-ban" / "tin-bai.txt").unlink()
    (folder / "data" / "van-ban" / "ghi-chu.txt").write_text("x")
    (folder / "ghi-chu.txt").write_text("x")
    (folder / "chu" / "lien-ket").symlink_to("/etc/passwd")
    done = run("archive", "verify", "--archive", archive, "--format", "json")
    told = {(record["code"], Path(record["file"]).name) for record in json.loads(done.out)["problems"]}
    assert told >= {("H131", "tin-bai.txt"), ("H132", "ghi-chu.txt"), ("H132", "lien-ket")}
    assert {code for code, _ in told} == {"H131", "H132"}


@pytest.mark.parametrize("name", ["tagmanifest-sha256.txt", "manifest-sha512.txt", "bagit.txt", "bag-info.txt"])
def test_a_bag_without_one_of_its_tag_files_is_none(archive: Path, name: str) -> None:
    (bag_folder(archive, BAG) / name).unlink()
    assert codes(archive) & {"H131", "H133"}


def test_a_payload_oxum_that_does_not_fit_is_told(tmp_path: Path) -> None:
    write_bag(tmp_path, {"a": b"a"}, {}, [])
    info = (tmp_path / "bag-info.txt").read_bytes()
    for name in DIGESTS:
        file = tmp_path / f"tagmanifest-{name}.txt"
        other = info.replace(b"1.1", b"2.1")
        right, wrong = (hashlib.new(name, content).hexdigest().encode() for content in (info, other))
        file.write_bytes(file.read_bytes().replace(right, wrong))
    (tmp_path / "bag-info.txt").write_bytes(info.replace(b"1.1", b"2.1"))
    assert differences(tmp_path) == (Difference("form", "Payload-Oxum"),)


def test_a_removed_bag_is_noticed(archive: Path) -> None:
    shutil.rmtree(bag_folder(archive, BAG).parents[1])
    assert codes(archive) == {"H134"}


def test_the_last_bag_removed_with_its_line_is_noticed_by_the_index_and_by_the_certificate(archive: Path) -> None:
    links = read_chain(archive)
    head = links[-1].digest
    assert codes(archive, head) == set()
    shutil.rmtree(bag_folder(archive, links[-1].identifier).parents[1])
    (archive / LEDGER).write_bytes(b"".join(link.line for link in links[:-1]))
    assert codes(archive) == {"H139"}
    assert run("archive", "reindex", "--archive", archive).code == 0
    assert codes(archive) == set()
    grouped = " ".join(head[at : at + 8] for at in range(0, 64, 8)).upper()
    assert codes(archive, head) == codes(archive, grouped) == {"H143"}
    assert run("archive", "verify", "--head", head, "--archive", archive).code == 1


def test_an_exchanged_bag_is_noticed_though_it_is_valid(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "kho-khac"
    for year in (2022, 2023):
        archived(other, built(tmp_path, year_text(year, "số liệu khác"), f"khac-{year}"))
    shutil.rmtree(bag_folder(archive, BAG))
    shutil.copytree(bag_folder(other, BAG), bag_folder(archive, BAG))
    assert codes(archive) == {"H135", "H136"}


def test_a_forged_ledger_does_not_fit_its_bags(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "kho-khac"
    archived(other, built(tmp_path, year_text(2022, "số liệu khác"), "khac-2022"))
    first = read_chain(other)[0]
    shutil.rmtree(bag_folder(archive, first.identifier))
    shutil.copytree(bag_folder(other, first.identifier), bag_folder(archive, first.identifier))
    links = [first]
    for link in read_chain(archive)[1:]:
        links.append(type(link)(link.number, link.identifier, link.sha256, link.sha512, links[-1].digest))
    (archive / LEDGER).write_bytes(b"".join(link.line for link in links))
    run("archive", "reindex", "--archive", archive)
    assert codes(archive) == {"H136"}


def test_a_broken_ledger_is_told_and_nothing_is_added_to_it(archive: Path, sets: dict[int, Path]) -> None:
    lines = (archive / LEDGER).read_bytes().split(b"\n")
    (archive / LEDGER).write_bytes(b"\n".join([lines[0], *lines[2:]]))
    assert {"H129", "H137"} <= codes(archive)
    before = snapshot(archive)
    done = run("archive", "add", sets[2024], "--archive", archive)
    assert (done.code, "H129" in done.err) == (1, True)
    assert snapshot(archive) == before


def test_a_cut_ledger_is_not_gone_on_with(archive: Path, sets: dict[int, Path]) -> None:
    lines = (archive / LEDGER).read_bytes().split(b"\n")
    for kept in (lines[:3], []):
        (archive / LEDGER).write_bytes(b"".join(line + b"\n" for line in kept))
        before = snapshot(archive)
        assert run("archive", "add", sets[2024], "--archive", archive).code == 1
        assert snapshot(archive) == before
        assert "H137" in codes(archive)


def test_a_lost_ledger_is_made_anew_from_the_bags(archive: Path) -> None:
    before = (archive / LEDGER).read_bytes()
    (archive / LEDGER).unlink()
    assert "H137" in codes(archive)
    done = run("archive", "reindex", "--archive", archive)
    assert (done.code, "H147" in done.err) == (0, True)
    assert (archive / LEDGER).read_bytes() == before
    assert codes(archive) == set()


def test_what_does_not_belong_to_the_archive_is_named(archive: Path, tmp_path: Path) -> None:
    (archive / "ghi-chu.txt").write_text("x")
    (archive / "2023" / "Thumbs.db").write_text("x")
    (archive / "2023" / "xa-binh-an" / "Bản sao").mkdir()
    (archive / "2099").symlink_to(tmp_path)
    done = run("archive", "verify", "--archive", archive, "--format", "json")
    told = [Path(record["file"]).name for record in json.loads(done.out)["problems"] if record["code"] == "H138"]
    assert sorted(told) == ["2099", "Bản sao", "Thumbs.db", "ghi-chu.txt"]


def test_a_bag_that_was_slipped_in_is_noticed(archive: Path) -> None:
    shutil.copytree(bag_folder(archive, BAG), archive / "2023" / "xa-binh-an" / "999-bc-ubnd-2023-12-20-v1")
    assert codes(archive) == {"H137"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE papers SET text = replace(text, 'đất', 'cát') WHERE id = 2000",
        "UPDATE fields SET value = 'x' WHERE name = 'FullName'",
        "DELETE FROM people",
        "UPDATE figures SET written = '1 tỷ đồng'",
        "UPDATE additions SET title = 'x' WHERE number = 2",
        "UPDATE additions SET digest = 'x' WHERE number = 2",
        "INSERT INTO topics VALUES (2000, 'x', 'x')",
    ],
)
def test_an_index_that_says_something_else_than_the_bags_is_noticed(archive: Path, statement: str) -> None:
    with opened(archive) as connection:
        connection.execute(statement)
    assert codes(archive) - {"H148"} == {"H139"}
    run("archive", "reindex", "--archive", archive)
    assert codes(archive) == set()


def test_rows_that_fit_one_another_and_not_the_bag_are_found(archive: Path) -> None:
    with opened(archive) as connection:
        connection.execute("UPDATE additions SET title = 'x' WHERE number = 2")
        entry = stored(connection, 2)
        assert entry is not None
        connection.execute("UPDATE additions SET digest = ? WHERE number = 2", (entry.digest,))
    assert codes(archive) == deep_codes(archive) == {"H139"}


# Papers that are opened


def _rewritten(root: Path, change: dict[str, bytes]) -> Path:
    """An archive of one bag like `BAG` with other bytes in it, valid and in the ledger."""
    from reportgen.archive.bag import read_info
    from reportgen.archive.chain import next_link

    folder = bag_folder(root, BAG)
    whole = {**snapshot(folder), **change}
    info = dict(read_info(folder))
    info |= {"Chain-Number": "1", "Chain-Previous": "0" * 64}
    del info["Payload-Oxum"]
    files = {name.removeprefix("data/"): content for name, content in whole.items() if name.startswith("data/")}
    tags = {name: content for name, content in whole.items() if name == "mo-ta.json" or name.startswith("chu/")}
    fresh = root.parent / "kho-sua"
    target = bag_folder(fresh, BAG)
    target.mkdir(parents=True)
    write_bag(target, files, tags, list(info.items()))
    (fresh / LEDGER).write_bytes(next_link((), BAG, target).line)
    run("archive", "reindex", "--archive", fresh)
    assert codes(fresh) == set()
    return fresh


def test_papers_made_by_other_versions_are_not_made_anew(archive: Path) -> None:
    name = "data/van-ban/manifest.json"
    record = (bag_folder(archive, BAG) / name).read_text("utf-8").replace('"weasyprint": "', '"weasyprint": "1.')
    fresh = _rewritten(archive, {name: record.encode()})
    assert deep_codes(fresh) == {"H142"}
    assert run("archive", "verify", "--deep", "--archive", fresh).code == 0


def test_a_paper_that_its_input_does_not_give_is_found(archive: Path) -> None:
    fresh = _rewritten(archive, {"data/van-ban/tin-bai.txt": b"something else"})
    assert deep_codes(fresh) == {"H141"}


def test_words_and_pdfs_that_are_not_the_paper_s_are_found(archive: Path) -> None:
    pdf = (bag_folder(archive, BAG) / "data/van-ban/bao-cao.pdf").read_bytes()
    change = {
        "chu/tin-bai.txt": "chữ khác\n".encode(),
        "data/van-ban/bao-cao.pdf": pdf.replace(b'pdfaid:conformance="A"', b'pdfaid:conformance="Z"'),
    }
    assert deep_codes(_rewritten(archive, change)) >= {"H140", "H144"}


def test_a_bag_that_is_valid_and_none_of_ours_is_told(archive: Path) -> None:
    for broken in (b"{}", b"[", b'{"form": "reportgen-archive-1"}'):
        fresh = archive.parent / "kho-sua"
        shutil.rmtree(fresh, ignore_errors=True)
        folder = bag_folder(archive, BAG)
        assert (folder / "mo-ta.json").exists()
        target = bag_folder(fresh, BAG)
        target.mkdir(parents=True)
        from reportgen.archive.chain import next_link

        info = [("External-Identifier", BAG), ("Chain-Number", "1"), ("Chain-Previous", "0" * 64)]
        write_bag(target, {"a": b"a"}, {"mo-ta.json": broken}, info)
        (fresh / LEDGER).write_bytes(next_link((), BAG, target).line)
        done = run("archive", "reindex", "--archive", fresh)
        assert (done.code, "H133" in done.err) == (1, True)
        assert "H133" in deep_codes(fresh)
        assert run("archive", "list", "--archive", fresh).code == 0
        assert run("archive", "show", BAG, "--archive", fresh).code == 1


@pytest.mark.parametrize("place", ["2031", "2031/xa-an", "2024/xa-khac", "{bag}/rong", "{bag}/data/a/b"])
def test_an_empty_folder_is_told(archive: Path, place: str) -> None:
    (archive / place.format(bag=BAG)).mkdir(parents=True)
    found = codes(archive)
    assert found, place


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX figures_of",
        "CREATE TABLE mine (x)",
    ],
)
def test_an_index_of_another_form_is_told(archive: Path, change: str) -> None:
    with closing(sqlite3.connect(archive / INDEX)) as connection, connection:
        connection.execute(change)
    assert "H148" in codes(archive)
