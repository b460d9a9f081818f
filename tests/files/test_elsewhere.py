"""Systems that are not this one: what the program does where it has neither Pango nor POSIX.

The program runs in a process from which all that was taken that Windows lacks (`elsewhere`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conftest import EXAMPLE, ROOT
from reportgen.build import Request, build
from reportgen.cli.inputs import sharing_a_name
from reportgen.files import publish as publishing
from reportgen.files import system
from reportgen.files.names import portable
from reportgen.files.publish import Change, publish
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render

ELSEWHERE = Path(__file__).with_name("elsewhere.py")


def there(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program run as on Windows; its paths are those of this checkout."""
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    known = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "cp1252", **environment}
    command = [sys.executable, "-W", "ignore", str(ELSEWHERE), *arguments]
    return subprocess.run(command, cwd=folder, env=known, capture_output=True, check=False)


def test_without_pango_or_posix_all_papers_are_built_and_the_notice_says_how(tmp_path: Path) -> None:
    run = there("build", str(EXAMPLE), "-o", "kết quả", folder=tmp_path)
    told = run.stderr.decode()
    assert run.returncode == 0, told
    assert "M906" in told
    folder = tmp_path / "kết quả" / EXAMPLE.stem
    record = json.loads((folder / "manifest.json").read_bytes())
    assert {entry.get("engine") for entry in record["outputs"]} == {None, "typst"}
    by_name = build(Request(EXAMPLE, tmp_path / "here", engine="typst"))
    for file in by_name.files:
        if file.suffix == ".pdf":
            assert (folder / file.name).read_bytes() == file.read_bytes(), file.name


def test_several_inputs_are_built_by_processes_that_are_started_afresh(tmp_path: Path) -> None:
    for name in ("một", "hai"):
        (tmp_path / f"{name}.yaml").write_text(f"năm: 2024\nđơn vị: xã {name.title()}\n", "utf-8")
    run = there("build", "một.yaml", "hai.yaml", "--jobs", "2", "--engine", "typst", folder=tmp_path)
    assert run.returncode == 0, run.stderr.decode()
    assert b"M906" not in run.stderr
    assert {folder.name for folder in (tmp_path / "outputs").iterdir() if folder.is_dir()} == {"một", "hai"}


def test_an_engine_that_is_asked_for_is_not_exchanged(tmp_path: Path) -> None:
    run = there("build", str(EXAMPLE), "--engine", "weasyprint", folder=tmp_path)
    assert run.returncode == 3
    assert b"M901" in run.stderr


def test_the_environment_chooses_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = there("build", str(EXAMPLE), "--only", "tin-bai", folder=tmp_path, REPORTGEN_ENGINE="typst")
    assert run.returncode == 0, run.stderr.decode()
    assert b"M906" not in run.stderr
    monkeypatch.setenv("REPORTGEN_ENGINE", "latex")
    outcome = build(Request(EXAMPLE, tmp_path / "b", ("tin-bai",), ("pdf",)))
    assert "M907" in [problem.code for problem in outcome.problems]


def test_the_archive_works_there(tmp_path: Path) -> None:
    assert there("build", str(EXAMPLE), folder=tmp_path).returncode == 0
    for arguments in (
        ["archive", "add", f"outputs/{EXAMPLE.stem}", "--input", str(EXAMPLE)],
        ["archive", "verify", "--deep"],
        ["archive", "list"],
    ):
        run = there(*arguments, folder=tmp_path)
        assert run.returncode == 0, (arguments, run.stderr.decode())


def test_a_console_of_western_europe_gets_every_letter(tmp_path: Path) -> None:
    run = there("check", str(EXAMPLE), folder=tmp_path)
    assert "Số liệu" in run.stderr.decode("utf-8") + run.stdout.decode("utf-8")


HOLDING = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from elsewhere import become_windows
become_windows()
from reportgen.files.system import locked
with locked(Path(sys.argv[2])):
    print(time.time(), flush=True)
    time.sleep(1)
    print(time.time(), flush=True)
"""


def test_two_builds_there_take_turns(tmp_path: Path) -> None:
    """The lock of one byte keeps the second from the folder until the first is done."""
    command = [sys.executable, "-c", HOLDING, str(ELSEWHERE.parent), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(2)]
    times = [tuple(map(float, process.communicate()[0].split())) for process in both]
    (_, done), (entered, _) = sorted(times)
    assert done <= entered
    assert [process.returncode for process in both] == [0, 0]
    assert (tmp_path / system.LOCK).exists()


def test_a_folder_whose_place_cannot_be_taken_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to move a folder while somebody has a file of it open: then the old set is still whole."""
    folder = tmp_path / "ket-qua"
    publish(folder, lambda _: Change({"a.docx": b"old"}))
    monkeypatch.setattr(publishing, "exchanged", lambda *_: False)
    renamed = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if target == folder and not self.name.endswith(publishing.ASIDE):
            raise PermissionError(13, "open in Word")
        return renamed(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        publish(folder, lambda _: Change({"a.docx": b"new"}))
    assert (folder / "a.docx").read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["ket-qua"]


def test_names_that_differ_in_their_letters_size_only_share_a_folder() -> None:
    assert [problem.code for problem in sharing_a_name([Path("a/Xã.yaml"), Path("b/xã.yaml")])] == ["B903", "B903"]


@pytest.mark.parametrize("name", ["con", "NUL.docx", "com1.txt", "a:b", "a.", "a ", "lpt9"])
def test_names_that_windows_takes_for_something_else_are_no_names_of_ours(name: str) -> None:
    assert not portable(name)


def test_an_input_with_the_line_ends_of_windows_is_the_same_input(tmp_path: Path) -> None:
    same = tmp_path / EXAMPLE.name
    same.write_bytes(EXAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    made = [render(read_input(file), papers_for(None)["bao-cao"]) for file in (same, EXAMPLE)]
    assert all(isinstance(document, Document) for document in made)
    assert getattr(made[0], "tree", 0) == getattr(made[1], "tree", 1)


def test_long_paths_hold(tmp_path: Path) -> None:
    """Results add few letters to the path that a user chooses; Windows allows 260 without being asked for more."""
    outcome = build(Request(EXAMPLE, tmp_path / "o", ("tin-bai",), engine="typst"))
    longest = max(len(str(file.relative_to(tmp_path / "o" / EXAMPLE.stem))) for file in outcome.files)
    assert longest < 60


def test_fonts_may_lie_beside_the_inputs(tmp_path: Path) -> None:
    """A folder of fonts, named or called `fonts`, is looked through beside the system's own."""
    from reportgen.writers.typst import engine

    (tmp_path / "fonts").mkdir()
    assert there("--help", folder=tmp_path).returncode == 0
    before = Path.cwd()
    try:
        os.chdir(tmp_path)
        assert engine.folders() == ("fonts",)
    finally:
        os.chdir(before)


def test_threads_do_not_share_a_lock(tmp_path: Path) -> None:
    order: list[str] = []

    def work(name: str) -> None:
        with system.locked(tmp_path):
            order.append(f"{name} in")
            time.sleep(0.05)
            order.append(f"{name} out")

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [step.split()[1] for step in order] == ["in", "out", "in", "out"]
