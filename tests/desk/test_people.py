"""The list of users: what stands in it, who may be in it, and how a command changes it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.desk.people import People, name_of, put_person, read_people, remove_person
from reportgen.problems import Failure

LAN, PASSWORD = "Nguyễn Thị Lan", "mật khẩu đủ dài"


@pytest.fixture
def users(tmp_path: Path) -> Path:
    file = tmp_path / "nguoi-dung.txt"
    assert put_person(file, LAN, PASSWORD) is True
    return file


def code(read: object) -> str:
    assert isinstance(read, Failure)
    return read.problems[0].code


def run(*given: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The program, with what is typed into it."""
    command = [sys.executable, "-m", "reportgen", "desk", *given]
    return subprocess.run(command, input=typed, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_the_file_holds_names_and_hashes_and_only_its_owner_reads_it(users: Path) -> None:
    content = users.read_text("utf-8")
    assert content.startswith(f"{LAN}:$argon2id$")
    assert PASSWORD not in content
    assert os.name != "posix" or users.stat().st_mode & 0o777 == 0o600


def test_the_password_is_the_one_that_was_given_however_its_letters_are_composed(users: Path) -> None:
    people = People(users)
    assert people.verified("nguyễn thị lan", PASSWORD) == LAN
    assert people.verified(LAN, "mật khẩu đủ dài") == LAN
    assert people.verified(LAN, f"{PASSWORD} ") == ""


def test_adding_again_changes_the_password_and_nothing_else(users: Path) -> None:
    put_person(users, "minh", PASSWORD)
    assert put_person(users, LAN.upper(), "một mật khẩu khác") is False
    people = People(users)
    assert list(people.hashes) == [LAN, "minh"]
    assert (people.verified(LAN, PASSWORD), people.verified(LAN, "một mật khẩu khác")) == ("", LAN)


@pytest.mark.parametrize(
    "name", ["", " ", "..", "../lan", "a:b", "a/b", "a\nb", "<b>", "a" * 41, "12", "\u202elan", "a\x00", "C:\\x"]
)
def test_a_name_is_letters_figures_and_blanks(tmp_path: Path, name: str) -> None:
    assert name_of(name) == ""
    file = tmp_path / "u.txt"
    assert code(put_person(file, name, PASSWORD)) == "B948"
    assert not file.exists()


@pytest.mark.parametrize("password", ["", "ngắn", "x" * 201])
def test_a_password_is_neither_short_nor_endless(tmp_path: Path, password: str) -> None:
    assert code(put_person(tmp_path / "u.txt", LAN, password)) == "B949"


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
def test_a_list_that_others_read_is_refused(users: Path) -> None:
    users.chmod(0o644)
    assert code(read_people(users)) == "B946"
    assert dict(People(users).hashes) == {}


@pytest.mark.parametrize("line", ["minh", "minh:plain", "minh:$argon2i$v=19$m=8,t=1,p=1$YQ$YQ", ":x", "../x:y", "\x00"])
def test_a_line_that_the_program_did_not_write_is_told_by_its_number(users: Path, line: str) -> None:
    with users.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    read = read_people(users)
    assert code(read) == "B947"
    assert isinstance(read, Failure)
    assert read.problems[0].place.line == 2


def test_a_name_stands_once(users: Path) -> None:
    users.write_text(users.read_text("utf-8") * 2, "utf-8")
    assert code(read_people(users)) == "B947"


def test_nobody_else_can_be_taken_out(users: Path) -> None:
    assert code(remove_person(users, "minh")) == "B951"
    assert remove_person(users, LAN) is None
    assert read_people(users) == {}


def test_the_command_asks_twice_and_writes_down_who_was_added(tmp_path: Path) -> None:
    file = tmp_path / "u.txt"
    assert run("adduser", str(file), LAN, typed=f"{PASSWORD}\n{PASSWORD}\n").returncode == 0
    assert "B952" in run("adduser", str(file), "minh", typed=f"{PASSWORD}\nkhác\n").stderr
    assert list(People(file).hashes) == [LAN]
    assert run("removeuser", str(file), LAN).returncode == 0
    log = (tmp_path / "u.nhat-ky.jsonl").read_text("utf-8")
    assert [line.split('"what": "')[1].split('"')[0] for line in log.splitlines()] == ["user added", "user removed"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (("--host", "0.0.0.0"), "B944"),
        (("--behind-proxy", "ban.xa.gov.vn"), "B944"),
        (("--host", "192.0.2.1", "--insecure"), "B944"),
        (("--host", "0.0.0.0", "--users", "u.txt"), "B953"),
        (("--host", "0.0.0.0", "--users", "u.txt", "--behind-proxy", "x.vn", "--insecure"), "B953"),
        (("--users", "none.txt"), "B945"),
        (("--users", "empty.txt"), "B954"),
    ],
)
def test_the_desk_is_not_opened_to_others_by_mistake(users: Path, given: tuple[str, ...], wanted: str) -> None:
    folder = users.parent
    users.rename(folder / "u.txt")
    (folder / "empty.txt").touch(0o600)
    placed = [str(folder / one) if one.endswith(".txt") else one for one in given]
    ended = run(str(folder), *placed)
    assert (ended.returncode, wanted in ended.stderr) == (1, True), ended.stderr
    assert "Traceback" not in ended.stderr
