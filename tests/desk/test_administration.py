"""The chapter for who administers a shared desk: what is copied from it works."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from copy import copy
from pathlib import Path

import pytest

from conftest import ROOT
from reportgen.cli.commands.desk.open import open_command
from reportgen.desk.asking import MOST_UPLOAD
from reportgen.desk.audit import Audit
from reportgen.desk.people import SHORTEST_PASSWORD
from reportgen.desk.sessions import IDLE, TRIES, WINDOW
from reportgen.desk.writers import HELD

MANUAL = (ROOT / "docs" / "so-tay.md").read_text("utf-8")
CHAPTER = MANUAL.partition("\n## Dùng chung trong mạng nội bộ\n")[2].partition("\n## ")[0]
(UNIT,) = re.findall(r"^```ini\n(.*?)^```$", CHAPTER, re.MULTILINE | re.DOTALL)
(NGINX,) = re.findall(r"^```nginx\n(.*?)^```$", CHAPTER, re.MULTILINE | re.DOTALL)


def started() -> list[str]:
    """The command that the unit starts, word by word."""
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(UNIT)
    assert read["Install"]["WantedBy"] == "multi-user.target"
    return shlex.split(read["Service"]["ExecStart"])


def test_the_unit_starts_a_command_that_there_is_and_that_is_safe() -> None:
    program, group, command, *given = started()
    assert (Path(program).name, group, command) == ("reportgen", "desk", "open")
    # A command keeps the help that it is first asked for, in whatever language: the copy keeps it to itself.
    context = copy(open_command).make_context("open", [str(ROOT), *given[1:]])
    assert context.params["users"] == Path("nguoi-dung.txt")
    assert (context.params["host"], context.params["insecure"]) == ("127.0.0.1", False)
    assert f"server_name {context.params['behind_proxy']};" in NGINX
    assert f"proxy_pass http://127.0.0.1:{context.params['port']};" in NGINX


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "reportgen-desk.service"
    unit.write_text(UNIT.replace(started()[0], shutil.which("true") or "/bin/true"), "utf-8")
    ended = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, encoding="utf-8", check=False
    )
    assert "reportgen-desk" not in ended.stderr


def test_the_proxy_hands_on_what_the_desk_asks_for() -> None:
    assert "proxy_set_header Host $host;" in NGINX
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in NGINX
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert f"client_max_body_size {MOST_UPLOAD // 2**20 + 1}m;" in NGINX


def test_the_numbers_of_the_chapter_are_the_program_s() -> None:
    assert f"từ {SHORTEST_PASSWORD} ký tự" in CHAPTER
    assert f"{IDLE / 3600:.0f} giờ không dùng" in CHAPTER
    assert f"{TRIES[0]} lần trong {WINDOW / 60:.0f} phút" in CHAPTER
    assert f"({TRIES[1]} lần nếu" in CHAPTER
    assert f"{HELD / 60:.0f} phút không sửa" in CHAPTER
    assert f"`{Audit.beside(Path('nguoi-dung.txt')).file}`" in CHAPTER
