"""A finished set takes its place whole or not at all."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
from pathlib import Path

import pytest

from reportgen.files import system
from reportgen.files.publish import Change, publish


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b", lambda _: Change({"x.pdf": b"1"}))
    assert content(tmp_path) == {"a/b/x.pdf": b"1"}


def test_files_of_others_stay_and_dropped_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    (folder / "scan").mkdir(parents=True)
    (folder / "scan" / "signed.pdf").write_bytes(b"seal")
    (folder / "old.pdf").write_bytes(b"old")
    publish(folder, lambda _: Change({"x.pdf": b"1"}, frozenset({"old.pdf"})))
    assert content(folder) == {"x.pdf": b"1", "scan/signed.pdf": b"seal"}


def test_an_open_reader_keeps_the_old_file(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    publish(folder, lambda _: Change({"x.pdf": b"old"}))
    with (folder / "x.pdf").open("rb") as reader:
        publish(folder, lambda _: Change({"x.pdf": b"new"}))
        assert reader.read() == b"old"
    assert content(folder) == {"x.pdf": b"new"}


def _publish_with_little_room(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    with pytest.raises(OSError, match="File too large"):
        publish(folder, lambda _: Change({"small.pdf": b"x", "large.pdf": b"x" * 100_000}))


def test_a_disk_that_takes_no_more_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    publish(folder, lambda _: Change({"small.pdf": b"old"}))
    process = multiprocessing.get_context("fork").Process(target=_publish_with_little_room, args=(folder,))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert content(tmp_path) == {"b/small.pdf": b"old"}


def _publish_many(folder: Path, letter: bytes) -> None:
    for _ in range(30):
        publish(folder, lambda _: Change({"a": letter, "b": letter, "c": letter}))


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    publish(folder, lambda _: Change({"a": b"0", "b": b"0", "c": b"0"}))
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_publish_many, args=(folder, letter)) for letter in (b"1", b"2")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert len(set(content(folder).values())) == 1
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["b"]


def _publish_and_be_killed(folder: Path) -> None:
    def halfway(name: str, arguments: tuple[object, ...]) -> None:
        if name == "os.mkdir" and ".b." in str(arguments[0]):
            sys.addaudithook(kill)

    def kill(name: str, _: tuple[object, ...]) -> None:
        if name == "open":
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(halfway)
    publish(folder, lambda _: Change({"x.pdf": b"new"}))


def test_the_next_build_clears_what_killed_ones_have_left(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    publish(folder, lambda _: Change({"x.pdf": b"old"}))
    for _ in range(2):
        process = multiprocessing.get_context("fork").Process(target=_publish_and_be_killed, args=(folder,))
        process.start()
        process.join()
        assert process.exitcode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 2
    publish(folder, lambda _: Change({"x.pdf": b"newer"}))
    assert content(tmp_path) == {"b/x.pdf": b"newer"}
    assert len(list(tmp_path.iterdir())) == 1


def _publish_and_be_killed_between_two_renames(folder: Path) -> None:
    def kill(name: str, arguments: tuple[object, ...]) -> None:
        if name == "os.rename" and str(arguments[1]) == str(folder):
            os.kill(os.getpid(), signal.SIGKILL)

    system.RENAME_EXCHANGE = 1 << 20  # as on a system that knows no exchange
    sys.addaudithook(kill)
    publish(folder, lambda _: Change({"x.pdf": b"new"}))


def test_a_death_between_two_renames_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    (folder / "signed.pdf").write_bytes(b"seal")
    publish(folder, lambda _: Change({"x.pdf": b"old"}))
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_publish_and_be_killed_between_two_renames, args=(folder,))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert not folder.exists()
    seen = []

    def decide(there: Path) -> Change:
        seen.append(content(there))
        return Change({"x.pdf": b"newer"})

    publish(folder, decide)
    assert seen == [{"x.pdf": b"old", "signed.pdf": b"seal"}]
    assert content(tmp_path) == {"b/x.pdf": b"newer", "b/signed.pdf": b"seal"}
    assert len(list(tmp_path.iterdir())) == 1
