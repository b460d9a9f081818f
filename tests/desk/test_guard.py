"""Who is answered: tried by attack."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from conftest import EXAMPLE
from reportgen.desk import Folder
from reportgen.desk.guard import Door
from reportgen.desk.server import application
from reportgen.desk.service import Service

from .conftest import HOST

ADDRESSES = (
    "/",
    "/api/begin",
    "/api/conferences",
    "/static/desk.js",
    f"/papers/{EXAMPLE.name}/bao-cao.pdf",
    "/api/news",
)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8725", "127.0.0.1", "127.0.0.1:1", "[::1]:8725", ""])
def test_a_name_that_was_rebound_to_this_machine_gets_nothing(client: TestClient, host: str) -> None:
    for path in ADDRESSES:
        assert client.get(path, headers={"Host": host}).status_code == 403, path


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"https://{HOST}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_gets_nothing(client: TestClient, headers: dict[str, str]) -> None:
    for path in ADDRESSES:
        assert client.get(path, headers=headers).status_code == 403, path
    sent = {"X-Desk": "1", **headers}
    assert client.post(f"/api/of/{EXAMPLE.name}/open", json={}, headers=sent).status_code == 403


def test_without_the_token_nothing_is_answered(folder: Path, door: Door) -> None:
    stranger = TestClient(application(Service(Folder(folder)), door), base_url=f"http://{HOST}")
    for path in (*ADDRESSES, "/vao/", "/vao/x", f"/vao/{door.token}x"):
        assert stranger.get(path, follow_redirects=False).status_code == 403, path
    stranger.cookies.set(door.cookie, "x" * 32)
    assert stranger.get("/").status_code == 403


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_site_sees(folder: Path, door: Door) -> None:
    fresh = TestClient(application(Service(Folder(folder)), door), base_url=f"http://{HOST}")
    answer = fresh.get(f"/vao/{door.token}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_form_of_another_site_cannot_send_the_header(client: TestClient) -> None:
    assert client.post(f"/api/of/{EXAMPLE.name}/undo", json={}).status_code == 403
    assert client.post("/api/send/proofread", files={"file": b"x"}).status_code == 403


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "a.yaml", ".reportgen", "%00", "inputs%2Fa.yaml"],
)
def test_a_path_outside_the_folder_is_nobody_s(client: TestClient, name: str) -> None:
    for path in (f"/papers/{name}/bao-cao.pdf", f"/results/{name}.zip", f"/static/{name}", f"/copies/{name}"):
        assert client.get(path).status_code in {404, 405}, path
    for what in ("open", "text", "back", "build"):
        assert client.post(f"/api/of/{name}/{what}", json={}, headers={"X-Desk": "1"}).status_code in {400, 404, 405}


def test_a_link_out_of_the_folder_s_results_is_not_packed(client: TestClient, folder: Path) -> None:
    results = folder / "outputs" / EXAMPLE.stem
    results.mkdir(parents=True)
    (results / "bi-mat.txt").symlink_to("/etc/passwd")
    assert client.get(f"/results/{EXAMPLE.name}.zip").status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        b"[]", b"{", b'{"operations": 1}', b'{"operations": [{"do": "x", "way": ["a"]}]}', b"[" * 100_000,
        b'{"base": 1, "operations": []}', b'{"operations": [{"do": "set", "way": [], "content": ""}]}',
        b'{"operations": [{"do": "set", "way": ["a", -1], "content": ""}]}',
        b'{"operations": [{"do": "set", "way": ["a"], "content": 5}]}',
    ],
)  # fmt: skip
def test_what_no_page_of_ours_sends_is_refused(client: TestClient, sent: bytes) -> None:
    answer = client.post(f"/api/of/{EXAMPLE.name}/edit", content=sent, headers={"X-Desk": "1"})
    assert answer.status_code == 400


def test_a_body_is_read_only_so_far(client: TestClient) -> None:
    answer = client.post(f"/api/of/{EXAMPLE.name}/text", content=b'"' + b"x" * 9_000_000, headers={"X-Desk": "1"})
    assert answer.status_code == 400


def test_every_answer_says_what_it_may_load(client: TestClient) -> None:
    for path in ("/", "/api/begin", f"/papers/{EXAMPLE.name}/bao-cao/page.html"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'"), path
        assert "script-src 'unsafe-inline'" not in policy
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
    assert "script-src 'self';" in client.get("/").headers["content-security-policy"]
    assert (
        "script-src" not in client.get(f"/papers/{EXAMPLE.name}/bao-cao/page.html").headers["content-security-policy"]
    )


def test_a_preview_writes_nothing(folder: Path, door: Door) -> None:
    service = Service(Folder(folder / "inputs", EXAMPLE.name), readonly=True)
    with TestClient(application(service, door), base_url=f"http://{HOST}") as reader:
        reader.get(f"/vao/{door.token}")
        for what in ("edit", "text", "undo", "redo", "mend", "back", "build", "archive"):
            answer = reader.post(f"/api/of/{EXAMPLE.name}/{what}", json={}, headers={"X-Desk": "1"})
            assert answer.status_code == 404, what
        for what in ("new", "following"):
            assert reader.post(f"/api/all/{what}", json={}, headers={"X-Desk": "1"}).status_code == 404
        assert reader.post(f"/api/of/{EXAMPLE.name}/open", json={}, headers={"X-Desk": "1"}).status_code == 200
    assert not (folder / "inputs" / ".reportgen").exists()
