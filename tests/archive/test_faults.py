"""Death at any moment, a full disk, two at once, a read-only archive, links that lead outside.

Nothing archived is lost, nothing outside is touched, and the message says what to do.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from archive.conftest import DAY, archived, built, package, run, snapshot, year_text
from reportgen.archive.adding import Added, Package, add, rendition_of, version_of
from reportgen.archive.chain import read_chain, whole_part
from reportgen.archive.description import Description, read_description
from reportgen.archive.holdings import holdings
from reportgen.archive.place import INDEX, LEDGER, UNFINISHED, bag_folder, unfinished
from reportgen.archive.proving import Proved, verify
from reportgen.archive.quick import QUICK
from reportgen.archive.searching import Found, Query, search
from reportgen.archive.upkeep import index_anew, index_followed
from reportgen.problems import Failure, Problem

FORK = multiprocessing.get_context("fork")
DEATHS = 100


def numbered(base: Package, number: int) -> Package:
    """The package as that of a report of its own."""

    def named(root: Path) -> Description:
        described = base.named(root)
        return version_of(root, replace(described, replaces=""), [f"{number}-bc-ubnd-2024-12-20"])

    return replace(base, named=named, files={**base.files, "so.txt": str(number).encode()})


def codes(root: Path) -> set[str]:
    proved = verify(root, QUICK)
    assert isinstance(proved, Proved)
    return {problem.code for problem in proved.problems}


def in_child(work: Callable[[], object]) -> multiprocessing.process.BaseProcess:
    """A process of its own that does the work."""

    def quietly() -> None:
        work()
        os._exit(0)

    child = FORK.Process(target=quietly)
    child.start()
    return child


# Death


def test_killed_at_any_moment_it_leaves_nothing_or_the_whole(sets: dict[int, Path], tmp_path: Path) -> None:
    root = tmp_path / "kho"
    archived(root, sets[2022])
    base = package(sets[2024])
    start = time.perf_counter()
    add(root, numbered(base, 1), DAY)
    index_followed(root)
    whole = time.perf_counter() - start
    moments = random.Random(7)
    died = 0
    for number in range(2, DEATHS + 2):
        before = {link.identifier for link in read_chain(root)}

        def work(number: int = number) -> None:
            add(root, numbered(base, number), DAY)
            index_followed(root)

        child = in_child(work)
        child.join(moments.uniform(0, 1.2 * whole))
        died += child.is_alive()
        if child.pid and child.is_alive():
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        proved = verify(root, QUICK)
        assert isinstance(proved, Proved)
        assert {problem.code for problem in proved.problems} <= {"H139"}
        links = holdings(root)
        assert isinstance(links, tuple)
        assert unfinished(root) == ()
        after = {link.identifier for link in links}
        assert before <= after
        assert len(after - before) <= 1
        for identifier in after:
            assert read_description(bag_folder(root, identifier)).identifier == identifier
    assert died > DEATHS // 4
    assert index_followed(root) == ()
    assert codes(root) == set()


@pytest.mark.parametrize("step", ["append", "_put"])
def test_death_before_and_after_the_ledger_s_line(
    archive: Path, sets: dict[int, Path], step: str, tmp_path: Path
) -> None:
    """The two moments that matter, hit exactly: just before the line is written, and just before the renaming."""
    script = f"""
import os, sys
from datetime import date
from pathlib import Path
from reportgen.archive import adding
from reportgen.archive.intake import Wanted, package_of, take_in
setattr(adding, "{step}", lambda *_: os.kill(os.getpid(), 9))
adding.add(Path({str(archive)!r}), package_of(take_in(Path(sys.argv[1]), Wanted())), date(2026, 1, 5))
"""
    folder = built(tmp_path, year_text(2025, "số liệu khác"))
    before = read_chain(archive)
    ended = subprocess.run([sys.executable, "-c", script, str(folder)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert len(unfinished(archive)) == 1
    links = holdings(archive)
    assert isinstance(links, tuple)
    assert unfinished(archive) == ()
    if step == "append":
        assert links == before
    else:
        assert links[-1].identifier == "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v2"
    index_followed(archive)
    assert codes(archive) == set()
    assert len(sets) == len(before)


def test_a_line_of_the_ledger_that_was_cut_off_does_not_count(archive: Path, tmp_path: Path) -> None:
    whole = (archive / LEDGER).read_bytes()
    (archive / LEDGER).write_bytes(whole + b'{"number":5,"identi')
    assert codes(archive) == set()
    archived(archive, built(tmp_path, year_text(2025, "số liệu khác")))
    assert (archive / LEDGER).read_bytes().startswith(whole)
    assert codes(archive) == set()


# A full disk


def _with_little_room(root: Path, base: Package) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    outcome = add(root, base, DAY)
    assert isinstance(outcome, Failure)
    assert outcome.problems[0].code == "H120"


def test_a_file_that_cannot_be_written_whole_leaves_everything_as_it_was(archive: Path, tmp_path: Path) -> None:
    base = package(built(tmp_path, year_text(2025, "số liệu khác")))
    before = snapshot(archive)
    child = in_child(lambda: _with_little_room(archive, base))
    child.join()
    assert child.exitcode == 0
    assert snapshot(archive) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MiB."""
    place = tmp_path / "dia-nho"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount a file system")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_takes_no_more_and_loses_nothing(small_disk: Path, sets: dict[int, Path]) -> None:
    root = small_disk / "kho"
    base = package(sets[2024])
    outcomes: list[Added | Failure] = []
    for number in range(1, 30):
        outcomes.append(add(root, numbered(base, number), DAY))
        if isinstance(outcomes[-1], Failure):
            break
    problem = outcomes[-1]
    assert isinstance(problem, Failure)
    assert problem.problems[0].code == "H121"
    assert len(read_chain(root)) == len(outcomes) - 1 >= 2
    assert unfinished(root) == ()
    assert codes(root) <= {"H125"}  # there may be no room for the index either
    done = run("archive", "add", sets[2023], "--archive", root)
    assert (done.code, "Giải phóng dung lượng" in done.err) == (1, True)
    assert codes(root) <= {"H125"}


# Two at once


def _add_many(root: Path, base: Package, first: int) -> None:
    for number in range(first, first + 10):
        outcome = add(root, numbered(base, number), DAY)
        assert isinstance(outcome, Added), outcome
        assert index_followed(root) == ()


def _make_anew(root: Path) -> None:
    for _ in range(10):
        assert not isinstance(index_anew(root), Problem)


def test_an_index_made_anew_meanwhile_loses_nothing(archive: Path, sets: dict[int, Path]) -> None:
    base = package(sets[2024])
    children = [in_child(lambda: _add_many(archive, base, 300)), in_child(lambda: _make_anew(archive))]
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    assert codes(archive) == set()


def test_two_at_once_take_turns(tmp_path: Path, sets: dict[int, Path]) -> None:
    root = tmp_path / "kho"
    base = package(sets[2024])
    children = [in_child(partial(_add_many, root, base, first)) for first in (100, 200)]
    seen = 0
    while any(child.is_alive() for child in children):
        links = holdings(root) if root.is_dir() else ()
        assert isinstance(links, tuple), links
        assert len(links) >= seen
        seen = len(links)
    assert [child.exitcode for child in children] == [0, 0]
    assert len(read_chain(root)) == 20
    assert codes(root) == set()
    found = search(root, Query("dat dai", limit=100))
    assert isinstance(found, Found)
    assert found.total == 40


# A read-only archive


@pytest.fixture
def read_only(four_years: Path) -> Iterator[Path]:
    """The archive in a folder that nobody but root can write; read by others."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "kho"
        subprocess.run(["cp", "-r", str(four_years), str(root)], check=True)
        for path in (root, *root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        Path(place).chmod(0o755)
        yield root
        for path in (root, *root.rglob("*")):
            path.chmod(0o755)


def as_nobody(work: Callable[[], None]) -> int | None:
    """The exit code of a process without rights that does the work."""

    def unprivileged() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        work()

    child = in_child(unprivileged)
    child.join()
    return child.exitcode


def test_a_read_only_archive_is_searched_and_proved_and_not_written(read_only: Path, sets: dict[int, Path]) -> None:
    base = package(sets[2024])
    fresh = numbered(base, 7)
    before = snapshot(read_only)

    def work() -> None:
        found = search(read_only, Query("dat dai"))
        assert isinstance(found, Found), found
        assert found.total == 8
        assert codes(read_only) == set()
        assert isinstance(holdings(read_only), tuple)
        outcome = add(read_only, fresh, DAY)
        assert isinstance(outcome, Failure)
        assert outcome.problems[0].code == "H120"

    assert as_nobody(work) == 0
    assert snapshot(read_only) == before


# Links that lead outside


@pytest.mark.parametrize("step", ["2025", "2025/xa-binh-an"])
def test_a_link_in_the_place_of_a_folder_is_refused(tmp_path: Path, sets: dict[int, Path], step: str) -> None:
    root, outside = tmp_path / "kho", tmp_path / "ngoai"
    outside.mkdir()
    (root / step).parent.mkdir(parents=True)
    (root / step).symlink_to(outside)
    done = run("archive", "add", sets[2025], "--archive", root)
    assert (done.code, "H122" in done.err) == (1, True)
    assert list(outside.iterdir()) == []
    assert read_chain(root) == ()
    assert unfinished(root) == ()


def test_a_link_in_the_place_of_a_bag_is_gone_around_and_told(tmp_path: Path, sets: dict[int, Path]) -> None:
    root, outside = tmp_path / "kho", tmp_path / "ngoai"
    outside.mkdir()
    bag = bag_folder(root, "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v1")
    bag.parent.mkdir(parents=True)
    bag.symlink_to(outside)
    done = run("archive", "add", sets[2025], "--archive", root)
    assert done.code == 0
    assert list(outside.iterdir()) == []
    assert "H138" in codes(root)


def test_a_link_in_the_place_of_the_ledger_is_not_followed(archive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.jsonl"
    outside.write_bytes((archive / LEDGER).read_bytes())
    (archive / LEDGER).unlink()
    (archive / LEDGER).symlink_to(outside)
    before = outside.read_bytes()
    done = run("archive", "add", built(tmp_path, year_text(2025, "số liệu khác")), "--archive", archive)
    assert (done.code, "H122" in done.err) == (1, True)
    assert outside.read_bytes() == before
    assert "H138" in codes(archive)


@pytest.mark.parametrize("name", [LEDGER, "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v1/tagmanifest-sha256.txt"])
def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(archive: Path, name: str) -> None:
    (archive / name).unlink()
    os.mkfifo(archive / name)
    for command in ("list", "verify", "reindex"):
        done = run("archive", command, "--archive", archive)
        assert "Traceback" not in done.err + done.out
    assert codes(archive)


def test_what_is_refused_leaves_no_half_copied_folder(archive: Path, tmp_path: Path) -> None:
    identifier = "125-bc-ubnd-2025-12-20-v1"
    file = bag_folder(archive, f"2025/xa-binh-an/{identifier}") / "data" / "van-ban" / "tin-bai.txt"
    file.write_text(file.read_text("utf-8") + "thêm", "utf-8")
    for _ in range(2):
        done = run("archive", "extract", identifier, "-o", tmp_path / "ra", "--archive", archive)
        assert (done.code, "H130" in done.err) == (1, True)
    assert list((tmp_path / "ra").iterdir()) == []


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (r'"unit": "[^"]*"', '"unit": 5'),
        (r'"identifier": "[^"]*"', '"identifier": "../../x"'),
        (r'"text": "[^"]*"', '"text": "../../../../../../etc/passwd"'),
    ],
)
def test_a_description_that_was_tampered_with_is_told_and_hides_no_other(
    archive: Path, tmp_path: Path, said: str, instead: str
) -> None:
    file = bag_folder(archive, "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v1") / "mo-ta.json"
    file.write_text(re.sub(said, instead, file.read_text("utf-8"), count=1), "utf-8")
    listed = run("archive", "list", "--archive", archive)
    assert (listed.code, "124-bc-ubnd" in listed.out) == (0, True)
    done = run("archive", "extract", "125-bc-ubnd-2025-12-20-v1", "-o", tmp_path / "ra", "--archive", archive)
    assert (done.code, "H133" in done.err) == (1, True)
    assert codes(archive)


def test_a_bag_that_links_outside_is_not_extracted(archive: Path, tmp_path: Path) -> None:
    file = bag_folder(archive, "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v1") / "data" / "van-ban" / "tin-bai.txt"
    secret = tmp_path / "mat.txt"
    secret.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(secret)
    done = run("archive", "extract", "125-bc-ubnd-2025-12-20-v1", "-o", tmp_path / "ra", "--archive", archive)
    assert done.code == 1
    assert not (tmp_path / "ra" / "125-bc-ubnd-2025-12-20-v1" / "van-ban" / "tin-bai.txt").exists()


def test_remains_of_an_addition_are_cleared_whatever_they_are(archive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "a").write_text("a")
    (archive / f"{UNFINISHED}a").symlink_to(outside)
    (archive / f"{UNFINISHED}b").write_text("x")
    (archive / f"{UNFINISHED}c" / "d").mkdir(parents=True)
    assert isinstance(holdings(archive), tuple)
    assert unfinished(archive) == ()
    assert (outside / "a").read_text() == "a"


def test_renditions_are_counted(archive: Path) -> None:
    described = read_description(bag_folder(archive, "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v1"))
    first = rendition_of(archive, described, described.identifier)
    assert first.identifier == f"{described.identifier}-bao-cao-ky-1"
    bag_folder(archive, first.identifier).mkdir()
    assert rendition_of(archive, described, described.identifier).identifier.endswith("-ky-2")


# A bag or a line that is missing


def test_nothing_takes_the_place_of_a_bag_that_is_gone(archive: Path, sets: dict[int, Path], tmp_path: Path) -> None:
    last = read_chain(archive)[-1]
    bag_folder(archive, last.identifier).rename(tmp_path / "goi")
    before = (archive / LEDGER).read_bytes()
    done = run("archive", "add", sets[2025], "--archive", archive)
    assert (done.code, "H134" in done.err, last.identifier in done.err) == (1, True, True)
    assert (archive / LEDGER).read_bytes() == before
    (tmp_path / "goi").rename(bag_folder(archive, last.identifier))
    assert run("archive", "add", sets[2025], "--archive", archive).code == 0
    assert (archive / LEDGER).read_bytes() == before
    assert codes(archive) == set()


def test_an_identifier_of_the_ledger_is_taken_without_its_folder(archive: Path, tmp_path: Path) -> None:
    first = "2025/xa-binh-an/125-bc-ubnd-2025-12-20-v1"
    described = read_description(bag_folder(archive, first))
    bag_folder(archive, first).rename(tmp_path / "goi")
    following = version_of(archive, described, ["125-bc-ubnd-2025-12-20"])
    assert (following.identifier, following.replaces) == (first.replace("-v1", "-v2"), first)


def test_a_ledger_that_names_a_bag_twice_is_no_chain(archive: Path) -> None:
    links = read_chain(archive)
    again = replace(links[-1], number=len(links) + 1, previous=links[-1].digest)
    with (archive / LEDGER).open("ab") as ledger:
        ledger.write(again.line)
    assert "H129" in codes(archive)
    assert whole_part(archive) == (links, len(links) + 1)


def test_a_whole_last_line_that_lost_its_line_feed_counts_and_gets_it_back(archive: Path, tmp_path: Path) -> None:
    whole = (archive / LEDGER).read_bytes()
    os.truncate(archive / LEDGER, len(whole) - 1)
    assert codes(archive) == set()
    assert run("archive", "search", "dat dai", "--archive", archive).err == ""
    (archive / INDEX).unlink()
    archived(archive, built(tmp_path, year_text(2025, "số liệu khác")))
    lines = (archive / LEDGER).read_bytes()
    assert (lines.startswith(whole), lines.count(b"\n"), lines.endswith(b"\n")) == (True, 5, True)
    assert codes(archive) == set()


def test_a_whole_last_line_without_its_bag_and_its_line_feed_does_not_count(archive: Path, tmp_path: Path) -> None:
    links = read_chain(archive)
    os.truncate(archive / LEDGER, (archive / LEDGER).stat().st_size - 1)
    bag_folder(archive, links[-1].identifier).rename(tmp_path / "goi")
    assert read_chain(archive) == links[:-1]


def test_nothing_is_added_beside_a_bag_that_the_ledger_does_not_know(archive: Path, tmp_path: Path) -> None:
    lines = (archive / LEDGER).read_bytes().splitlines(keepends=True)
    last = read_chain(archive)[-1].identifier
    (archive / LEDGER).write_bytes(b"".join(lines[:-1]))
    (archive / INDEX).unlink()
    (archive / f"{UNFINISHED}a").mkdir()
    before = (archive / LEDGER).read_bytes()
    done = run("archive", "add", built(tmp_path, year_text(2024, "số liệu khác")), "--archive", archive)
    assert (done.code, "H137" in done.err, last in done.err) == (1, True, True)
    assert (archive / LEDGER).read_bytes() == before
    assert len(unfinished(archive)) == 1
    assert run("archive", "list", "--archive", archive).code == 0
