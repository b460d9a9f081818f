"""One file written in one step, or not at all."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.files.replace import create_file, replace_file

LARGE = b"x" * 100_000


def _write_with_little_room(write: Callable[[Path, bytes], object], file: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    with pytest.raises(OSError, match="File too large"):
        write(file, LARGE)


@pytest.mark.parametrize("write", [create_file, replace_file])
@pytest.mark.parametrize("before", [{}, {"a": b"old"}])
def test_a_full_disk_leaves_what_was_there(
    write: Callable[[Path, bytes], object], before: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    file = tmp_path / ("a" if write is replace_file else "b")
    process = multiprocessing.get_context("fork").Process(target=_write_with_little_room, args=(write, file))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    assert create_file(tmp_path / "a", b"1")
    replace_file(tmp_path / "b", b"2")
    assert len({file.stat().st_mode for file in tmp_path.iterdir()}) == 1


def test_permissions_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o640)
    replace_file(tmp_path / "a", b"new")
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "a").stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, lambda file: file.symlink_to("nowhere"), os.mkfifo])
def test_nothing_is_created_over(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "a")
    assert not create_file(tmp_path / "a", b"1")
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_no_file_is_written_into() -> None:
    replace_file(Path(os.devnull), b"1")
    assert not Path(os.devnull).is_file()
