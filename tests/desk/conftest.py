"""A desk of a folder with copies of the examples; over real requests, and at a real port."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from starlette.testclient import TestClient

from conftest import EXAMPLE, FICTIONAL
from reportgen.desk import Folder, Served
from reportgen.desk.guard import Door
from reportgen.desk.server import application
from reportgen.desk.service import Service

HOST = "127.0.0.1:8725"


class Page:
    """What a page of the desk asks for."""

    def __init__(self, client: TestClient, folder: Path) -> None:
        self.client, self.folder = client, folder

    def of(self, name: str, what: str, **sent: Any) -> Any:
        """The answer about an input, which must be a good one."""
        answer = self.ask(name, what, **sent)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def ask(self, name: str, what: str, **sent: Any) -> Any:
        """The answer about an input, whatever it is."""
        return self.client.post(f"/api/of/{name}/{what}", json=sent, headers={"X-Desk": "1"})

    def edit(self, name: str, *operations: dict[str, Any], base: str = "") -> Any:
        """Operations on the state of that name, or on the present one."""
        base = base or self.of(name, "open")["version"]
        return self.of(name, "edit", base=base, operations=list(operations))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with inputs that a test may change."""
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    for file in (EXAMPLE, FICTIONAL):
        shutil.copy(file, inputs)
    return tmp_path


@pytest.fixture
def door() -> Door:
    return Door("127.0.0.1", 8725)


@pytest.fixture
def client(folder: Path, door: Door) -> Iterator[TestClient]:
    """A browser that has been let in."""
    service = Service(Folder(folder))
    with TestClient(application(service, door), base_url=f"http://{HOST}") as found:
        found.get(f"/vao/{door.token}")
        yield found


@pytest.fixture
def page(client: TestClient, folder: Path) -> Page:
    return Page(client, folder)


@contextmanager
def running(folder: Path, port: int = 0) -> Iterator[Served]:
    """A desk that answers at a port until the block ends."""
    served = Served(Folder(folder), port, "vi")
    thread = Thread(target=served.serve)
    thread.start()
    try:
        yield served
    finally:
        served.stop()
        thread.join()
