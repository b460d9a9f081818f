"""Many inputs: by processes, by a cluster, at addresses; the same bytes, whatever happens to single workers."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import fsspec
import pytest
from PIL import Image

from reportgen.batch import Done, Task, in_processes, run
from reportgen.batch.cluster import on_cluster
from reportgen.batch.places import inputs_at
from reportgen.batch.report import state
from reportgen.build.manifest import MANIFEST
from reportgen.build.unit import Unit, work
from reportgen.cli.codes import ERRORS, GOOD, MACHINE, SOME_FAILED
from samples import SMALL

HERE = Path(__file__).parent
PATIENCE = 60
NAMES = ("Bình An", "Phú Lộc", "Tân Hòa")
DESCRIBED = "chú thích: Quang cảnh hội nghị., mô tả: Các đại biểu ngồi trong hội trường."
PICTURED = f"tin bài: {{ảnh: [{{tệp: anh.jpg, {DESCRIBED}}}]}}\n"


def written(folder: Path, count: int) -> list[str]:
    """So many small inputs."""
    files = [folder / f"xa-{number}.yaml" for number in range(count)]
    for file, name in zip(files, NAMES, strict=False):
        file.write_text(SMALL.replace("xã Bình An", f"xã {name}"), "utf-8")
    return [*map(str, files)]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def reportgen(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    """Three inputs, built one after another in this process."""
    folder = tmp_path_factory.mktemp("alone")
    inputs = written(folder, 3)
    for file in inputs:
        assert not run(Task(file, str(folder / "outputs"))).outcome.failed
    return inputs, folder / "outputs"


def test_processes_make_the_same_bytes(alone: tuple[list[str], Path], tmp_path: Path) -> None:
    inputs, outputs = alone
    all_done = list(in_processes([Task(file, str(tmp_path)) for file in inputs], 2))
    assert [done.tries for done in all_done] == [1, 1, 1]
    assert all(done.seconds > 0 and done.memory > 0 for done in all_done)
    assert contents(tmp_path) == contents(outputs)


def test_a_local_cluster_makes_the_same_bytes(alone: tuple[list[str], Path], tmp_path: Path) -> None:
    inputs, outputs = alone
    made = reportgen("build", *inputs, "-o", tmp_path, "--cluster", "local", "--jobs", 1, cwd=tmp_path)
    assert (made.returncode, made.stderr) == (GOOD, "")
    assert contents(tmp_path) == contents(outputs)


class Deadly(str):
    """The folder of outputs of an input that ends the process which works on it, as a machine does that has no memory
    left: so many times, then no more."""

    times: int

    def __contains__(self, part: object) -> bool:
        deaths = len([*Path(str(self)).parent.glob("death-*")])
        if deaths < self.times:
            (Path(str(self)).parent / f"death-{deaths}").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__contains__(str(part))


def deadly(folder: Path, inputs: list[str], times: int) -> list[Task]:
    """The second of these tasks kills so many of its workers."""
    outputs = Deadly(folder / "outputs")
    outputs.times = times
    return [Task(file, outputs if number == 1 else str(outputs)) for number, file in enumerate(inputs)]


def test_the_input_of_a_process_that_was_killed_is_tried_again(tmp_path: Path) -> None:
    inputs = written(tmp_path, 3)
    all_done = {done.task.input: done for done in in_processes(deadly(tmp_path, inputs, 2), 2)}
    assert [state(all_done[file]) for file in inputs] == ["built"] * 3
    assert [all_done[file].tries for file in inputs] == [1, 3, 1]


def test_an_input_that_kills_its_processes_is_set_aside(tmp_path: Path) -> None:
    inputs = written(tmp_path, 3)
    all_done = {done.task.input: done for done in in_processes(deadly(tmp_path, inputs, 9), 2)}
    assert [state(all_done[file]) for file in inputs] == ["built", "failed", "built"]
    (problem,) = all_done[inputs[1]].outcome.problems
    assert (problem.code, problem.values["reason"], problem.values["tries"]) == ("B918", "SIGKILL", "3")


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    """A store within this process."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def stored(system: fsspec.AbstractFileSystem, folder: str, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        system.pipe_file(f"{folder}/{name}", content)


def test_an_input_in_a_store_is_built_into_a_store(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL + PICTURED, "utf-8")
    Image.new("RGB", (900, 600), "green").save(tmp_path / "anh.jpg")
    files = {name: (tmp_path / name).read_bytes() for name in ("a.yaml", "anh.jpg")}
    stored(store, "/tinh/inputs", files)
    assert inputs_at("memory://tinh/inputs") == ("memory://tinh/inputs/a.yaml",)
    task = Task("memory://tinh/inputs/a.yaml", "memory://tinh/outputs")
    assert run(task).outcome.problems == ()
    here = run(Task(str(tmp_path / "a.yaml"), str(tmp_path / "outputs"))).outcome
    there = {Path(name).name: store.cat_file(name) for name in store.find("/tinh/outputs/a")}
    assert there == {file.name: file.read_bytes() for file in here.files}


def test_what_is_unchanged_in_a_store_is_left_alone(store: fsspec.AbstractFileSystem) -> None:
    stored(store, "/in", {"a.yaml": SMALL.encode()})
    task = Task("memory://in/a.yaml", "memory://out")
    assert state(run(task)) == "built"
    before = {name: store.info(name)["created"] for name in store.find("/out")}
    assert state(run(task)) == "unchanged"
    assert {name: store.info(name)["created"] for name in store.find("/out")} == before
    store.rm_file("/out/a/tin-bai.pdf")
    again = run(task).outcome
    assert {file.name for file in again.files} - {file.name for file in again.kept} == {"tin-bai.pdf", MANIFEST}


def test_papers_that_no_longer_belong_leave_a_store(store: fsspec.AbstractFileSystem) -> None:
    template = b'<article><h1 class="headline">{{ unit }}</h1><p>x</p></article>'
    own = {
        "templates/phieu/paper.yaml": "tên: Phiếu\ntrình bày: báo chí\n".encode(),
        "templates/phieu/paper.xml.j2": template,
    }
    stored(store, "/in", {"a.yaml": SMALL.encode(), **own})
    task = Task("memory://in/a.yaml", "memory://out")
    run(task)
    assert store.exists("/out/a/phieu.docx")
    store.rm("/in/templates", recursive=True)
    run(task)
    assert not store.exists("/out/a/phieu.docx")
    assert store.exists("/out/a/bao-cao.docx")


@pytest.mark.parametrize("name", ["../secret.jpg", "/secret.jpg", "a/../../secret.jpg", "..\\secret.jpg"])
def test_no_picture_comes_from_outside_the_input_s_folder(store: fsspec.AbstractFileSystem, name: str) -> None:
    stored(store, "/in", {"a.yaml": (SMALL + PICTURED.replace("anh.jpg", name)).encode()})
    stored(store, "", {"secret.jpg": b"secret"})
    outcome = run(Task("memory://in/a.yaml", "memory://out")).outcome
    assert {problem.code for problem in outcome.problems} & {"A701", "A702"}


@pytest.mark.parametrize("place", ["nothing://x/a.yaml", "memory://nowhere/a.yaml", "s3://[/a.yaml"])
def test_a_place_that_cannot_be_reached_is_that_input_s_problem(place: str, tmp_path: Path) -> None:
    outcome = run(Task(place, str(tmp_path))).outcome
    assert [problem.code for problem in outcome.problems] == ["B919"]


def test_a_unit_is_worked_on_as_bytes_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first = work(Unit("a.yaml", SMALL.encode()))
    assert first.problems == ()
    assert {"bao-cao.pdf", MANIFEST} <= first.files.keys()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.chdir(tmp_path)
    assert work(Unit("a.yaml", SMALL.encode())) == first


def test_a_unit_s_problems_name_the_input_as_it_was_sent() -> None:
    result = work(Unit("a.yaml", SMALL.replace("120 ha", "152,%").encode()))
    assert result.failed
    assert {problem.place.file for problem in result.problems} == {Path("a.yaml")}
    assert result.lines.keys() == {Path("a.yaml")}


def test_the_report_tells_what_each_input_took(tmp_path: Path) -> None:
    inputs = written(tmp_path, 3)
    Path(inputs[1]).write_text(SMALL.replace("120 ha", "152,%"), "utf-8")
    made = reportgen("build", *inputs, "--jobs", 2, "--report", "r.json", cwd=tmp_path)
    assert made.returncode == SOME_FAILED
    record = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert (record["failed"], record["built"], record["unchanged"]) == (1, 2, 0)
    wrong, *right = record["inputs"]
    assert wrong["input"] == inputs[1]
    assert (wrong["state"], wrong["problems"][0]["line"] > 0) == ("failed", True)
    assert all(entry["seconds"] > 0 and entry["memory_bytes"] > 0 for entry in right)
    again = reportgen("build", *inputs, "--jobs", 2, "--report", "r.html", cwd=tmp_path)
    assert again.returncode == SOME_FAILED
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "0 tệp đã lập, 2 tệp không thay đổi, 1 tệp không lập được" in page
    assert wrong["problems"][0]["code"] in page


def test_a_folder_stands_for_its_inputs(tmp_path: Path) -> None:
    (tmp_path / "xã").mkdir()
    inputs = written(tmp_path / "xã", 2)
    made = reportgen("build", "xã", "--only", "tin-bai", "--format", "txt", cwd=tmp_path)
    assert made.returncode == GOOD
    assert {file.name for file in (tmp_path / "outputs").iterdir()} >= {Path(file).stem for file in inputs}
    (tmp_path / "trống").mkdir()
    nothing = reportgen("build", "trống", cwd=tmp_path)
    assert (nothing.returncode, "B904" in nothing.stderr) == (ERRORS, True)


def test_a_report_of_another_kind_or_place_is_refused(tmp_path: Path) -> None:
    (file,) = written(tmp_path, 1)
    assert reportgen("build", file, "--report", "r.txt", cwd=tmp_path).returncode == 2
    nowhere = reportgen("build", file, "--report", "nowhere/r.json", cwd=tmp_path)
    assert (nowhere.returncode, "B922" in nowhere.stderr) == (ERRORS, True)


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path) -> None:
    (file,) = written(tmp_path, 1)
    made = reportgen("build", file, "--cluster", "tcp://127.0.0.1:9", cwd=tmp_path)
    assert (made.returncode, "M908" in made.stderr, "Traceback" in made.stderr) == (MACHINE, True, False)


def quietly(*module: str, cwd: Path) -> subprocess.Popen[bytes]:
    """A server of its own group, so that what it starts ends with it."""
    nothing = subprocess.DEVNULL
    command = [sys.executable, "-m", *module]
    known = os.pathsep.join([*map(str, (HERE, HERE.parent)), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": known}  # a worker has to know the deadly folder
    return subprocess.Popen(command, stdout=nothing, stderr=nothing, start_new_session=True, cwd=cwd, env=environment)


@contextmanager
def serving(*module: str, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    server = quietly(*module, cwd=cwd)
    try:
        yield server
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


KEYS = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "us-east-1"}


def test_a_run_over_a_bucket(alone: tuple[list[str], Path], tmp_path: Path) -> None:
    inputs, outputs = alone
    port = free_port()
    with serving("moto.server", "-p", str(port), cwd=tmp_path):
        wait_until(lambda: answers(port))
        where = {"endpoint_url": f"http://127.0.0.1:{port}", "region_name": "us-east-1"}
        client = boto3.client("s3", aws_access_key_id="x", aws_secret_access_key="x", **where)
        client.create_bucket(Bucket="tinh")
        for file in inputs:
            client.upload_file(file, "tinh", f"inputs/{Path(file).name}")
        command = ("build", "s3://tinh/inputs", "-o", "s3://tinh/outputs", "--jobs", 1)
        made = reportgen(*command, cwd=tmp_path, AWS_ENDPOINT_URL=where["endpoint_url"], **KEYS)
        assert (made.returncode, made.stderr) == (GOOD, "")
        names = [entry["Key"] for entry in client.list_objects_v2(Bucket="tinh", Prefix="outputs/")["Contents"]]
        there = {name: client.get_object(Bucket="tinh", Key=name)["Body"].read() for name in names}
        assert {name.removeprefix("outputs/"): content for name, content in there.items()} == contents(outputs)
        again = reportgen(*command, cwd=tmp_path, AWS_ENDPOINT_URL=where["endpoint_url"], **KEYS)
        assert again.stdout.count("không có gì thay đổi") == len(inputs)
        client.close()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A scheduler of Dask with one worker, as an administrator starts them."""
    file = tmp_path / "scheduler.json"
    local = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    with serving("distributed.cli.dask_scheduler", *local, cwd=tmp_path) as head:
        wait_until(lambda: file.exists() and bool(file.read_text()))
        address = json.loads(file.read_text())["address"]
        one = ("--nthreads", "1", "--nworkers", "1", "--no-dashboard")
        with serving("distributed.cli.dask_worker", address, *one, cwd=tmp_path):
            yield head, address


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_scheduler_that_dies_costs_nothing_that_is_finished(
    scheduler: tuple[subprocess.Popen[bytes], str], tmp_path: Path, alone: tuple[list[str], Path]
) -> None:
    head, address = scheduler
    inputs, outputs = alone
    command = [
        sys.executable,
        "-m",
        "reportgen",
        "build",
        *inputs,
        "-o",
        str(tmp_path / "outputs"),
        "--cluster",
        address,
    ]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_until(lambda: len([*(tmp_path / "outputs").glob("xa-*")]) > 0)
    head.kill()
    _, told = run.communicate(timeout=PATIENCE)
    assert run.returncode in {ERRORS, SOME_FAILED}
    assert "B920" in told
    assert "Traceback" not in told
    again = reportgen("build", *inputs, "-o", tmp_path / "outputs", "--jobs", 1, cwd=tmp_path)
    assert again.returncode == GOOD
    assert "không có gì thay đổi" in again.stdout
    assert contents(tmp_path / "outputs") == contents(outputs)


def test_a_worker_that_dies_is_replaced(
    scheduler: tuple[subprocess.Popen[bytes], str], tmp_path: Path, alone: tuple[list[str], Path]
) -> None:
    _, address = scheduler
    inputs, outputs = alone
    all_done = [done for done in on_cluster(deadly(tmp_path, inputs, 1), address, 1) if isinstance(done, Done)]
    assert {state(done) for done in all_done} <= {
        "built",
        "unchanged",
    }  # what a dead worker had built is looked at again
    assert len(all_done) == len(inputs)
    assert contents(tmp_path / "outputs") == contents(outputs)


def test_an_input_that_kills_workers_is_set_aside_by_the_cluster(
    scheduler: tuple[subprocess.Popen[bytes], str], tmp_path: Path, alone: tuple[list[str], Path]
) -> None:
    _, address = scheduler
    inputs, _ = alone
    results = on_cluster(deadly(tmp_path, inputs, 99), address, 1)
    all_done = {done.task.input: done for done in results if isinstance(done, Done)}
    assert [done.outcome.failed for done in (all_done[file] for file in inputs)] == [False, True, False]
    assert [problem.code for problem in all_done[inputs[1]].outcome.problems] == ["B918"]
