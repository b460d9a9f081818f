"""A desk that several people share: tried by attack, and by two people at one file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from conftest import EXAMPLE
from reportgen.desk import Folder
from reportgen.desk.audit import Audit
from reportgen.desk.guard import Visitor
from reportgen.desk.office import Office
from reportgen.desk.people import People, put_person, remove_person
from reportgen.desk.server import application
from reportgen.desk.service import Service
from reportgen.desk.sessions import IDLE, TRIES, WINDOW
from reportgen.desk.writers import HELD

LAN, MINH = "Nguyễn Thị Lan", "minh"
PASSWORD = "mật khẩu đủ dài"
HOST = "ban.xa.test"
PROXIED = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.168.1.7"}


class Clock:
    """A time that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Shared:
    """A desk of Lan and Minh behind a proxy of its machine."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.users = folder / "nguoi-dung.txt"
        for name in (LAN, MINH):
            assert put_person(self.users, name, PASSWORD) is True
        self.clock = Clock()
        self.office = Office(People(self.users), 8725, HOST)
        self.office.sessions.clock = self.office.tries.clock = self.office.writers.clock = self.clock
        self.service = Service(Folder(folder), office=self.office)
        self.app = application(self.service, self.office)
        self._stack = stack

    def browser(self, peer: str = "127.0.0.1", **headers: str) -> TestClient:
        """A browser that has not logged in, as the proxy hands its requests on."""
        given = {**PROXIED, **{key.replace("_", "-"): value for key, value in headers.items()}}
        made = TestClient(self.app, base_url=f"https://{HOST}", headers=given, client=(peer, 50000))
        return self._stack.enter_context(made)

    def login(self, client: TestClient, name: str, password: str = PASSWORD, **headers: str) -> int:
        """The status that a login is answered with."""
        sent = {"Origin": f"https://{HOST}", **headers}
        data = {"name": name, "password": password}
        return client.post("/dang-nhap", data=data, headers=sent, follow_redirects=False).status_code

    def entered(self, name: str) -> TestClient:
        """A browser of who has logged in."""
        made = self.browser()
        assert self.login(made, name) == 303
        return made

    def log(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.office.audit.file.read_text("utf-8").splitlines()]


@pytest.fixture
def shared(folder: Path) -> Iterator[Shared]:
    with ExitStack() as stack:
        yield Shared(folder, stack)


def ask(client: TestClient, what: str, **sent: object) -> tuple[int, dict[str, object]]:
    """What is answered about the example."""
    answer = client.post(f"/api/of/{EXAMPLE.name}/{what}", json=sent, headers={"X-Desk": "1"})
    return answer.status_code, answer.json()


@pytest.mark.parametrize("path", ["/api/begin", "/api/conferences", "/static/desk.js", "/api/news", "/copies/x"])
def test_a_stranger_gets_the_login_page_and_nothing_else(shared: Shared, path: str) -> None:
    stranger = shared.browser()
    assert stranger.get(path).status_code == 401
    assert stranger.get("/", follow_redirects=False).headers["location"] == "/dang-nhap"
    page = stranger.get("/dang-nhap")
    assert "<script" not in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert stranger.get("/static/desk.css").status_code == 200
    assert ask(stranger, "open")[0] == 401


def test_the_cookie_is_of_this_host_alone_by_tls_and_no_script_sees_it(shared: Shared) -> None:
    client = shared.browser()
    sent = {"name": LAN, "password": PASSWORD}
    answer = client.post("/dang-nhap", data=sent, headers={"Origin": f"https://{HOST}"}, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-desk=")
    assert {"httponly", "secure", "samesite=strict", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
    assert client.get("/api/begin").json()["visitor"] == LAN


def test_a_session_that_was_planted_does_not_become_the_one_of_who_logs_in(shared: Shared) -> None:
    client = shared.browser()
    client.cookies.set(shared.office.cookie, "planted", domain=HOST)
    assert shared.login(client, LAN) == 303
    thief = shared.browser()
    thief.cookies.set(shared.office.cookie, "planted", domain=HOST)
    assert thief.get("/api/begin").status_code == 401


@pytest.mark.parametrize("token", ["", "x", "a" * 43, LAN.encode().hex(), "../x"])
def test_a_forged_cookie_is_nobody_s(shared: Shared, token: str) -> None:
    shared.entered(LAN)
    forger = shared.browser(Cookie=f"{shared.office.cookie}={token}")
    assert forger.get("/api/begin").status_code == 401


def test_a_new_login_ends_the_session_before(shared: Shared) -> None:
    client = shared.entered(LAN)
    old = client.cookies.get(shared.office.cookie) or ""
    assert shared.login(client, LAN) == 303
    assert shared.browser(Cookie=f"{shared.office.cookie}={old}").get("/api/begin").status_code == 401


def test_guessing_a_password_ends_after_few_tries_also_for_the_right_one(shared: Shared) -> None:
    client = shared.browser()
    assert [shared.login(client, LAN, f"sai {number} lần rồi") for number in range(TRIES[0])] == [401] * TRIES[0]
    assert shared.login(client, LAN) == 429
    assert shared.login(client, LAN.upper()) == 429
    elsewhere = shared.browser(X_Forwarded_For="192.168.1.8")
    assert shared.login(elsewhere, LAN) == 303
    shared.clock.now += WINDOW + 1
    assert shared.login(client, LAN) == 303


def test_guessing_names_from_one_address_ends_too(shared: Shared) -> None:
    tries = shared.office.tries
    assert all(tries.begin(f"n{number}", "10.0.0.1") for number in range(TRIES[1]))
    assert not tries.begin("other", "10.0.0.1")
    assert tries.begin("other", "10.0.0.2")


def test_good_logins_use_no_tries_up(shared: Shared) -> None:
    client = shared.browser()
    assert {shared.login(client, LAN) for _ in range(TRIES[0] + 2)} == {303}


def test_an_unknown_name_is_held_against_a_hash_as_a_known_one(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportgen.desk import people

    seen: list[str] = []
    real = people._HASHER.verify

    class Counted:
        def verify(self, kept: str, password: str) -> bool:
            seen.append(kept.rsplit("$", 2)[0])
            return real(kept, password)

    monkeypatch.setattr(people, "_HASHER", Counted())
    for name in (LAN, "khong-co-ai", "", "../x", "\x00"):
        assert shared.office.people.verified(name, "sai") == ""
    assert len(seen) == 5
    assert len(set(seen)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": f"http://{HOST}"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_no_other_site_logs_anybody_in(shared: Shared, headers: dict[str, str]) -> None:
    assert shared.login(shared.browser(), LAN, **headers) == 403


def test_a_login_that_does_not_say_where_it_comes_from_is_refused(shared: Shared) -> None:
    sent = {"name": LAN, "password": PASSWORD}
    assert shared.browser().post("/dang-nhap", data=sent).status_code == 403


def test_no_other_site_logs_anybody_out(shared: Shared) -> None:
    client = shared.entered(LAN)
    assert client.post("/dang-xuat").status_code == 403
    assert client.get("/api/begin").status_code == 200
    assert client.post("/dang-xuat", headers={"X-Desk": "1"}).status_code == 200
    assert client.get("/api/begin").status_code == 401


def test_only_the_proxy_of_this_machine_is_believed(shared: Shared) -> None:
    assert shared.browser(peer="192.168.1.66").get("/dang-nhap").status_code == 403
    assert shared.browser(X_Forwarded_Proto="http").get("/dang-nhap").status_code == 403
    assert shared.browser(Host="evil.example").get("/dang-nhap").status_code == 403


def test_what_a_browser_itself_says_of_its_address_counts_for_nothing(shared: Shared) -> None:
    for number in range(TRIES[0]):
        client = shared.browser(X_Forwarded_For=f"1.1.1.{number}, 192.168.1.7")
        assert shared.login(client, LAN, "sai mất rồi") == 401
    assert shared.login(shared.browser(X_Forwarded_For="9.9.9.9, 192.168.1.7"), LAN) == 429


def test_without_a_proxy_forwarded_headers_count_for_nothing(folder: Path) -> None:
    users = folder / "nguoi-dung.txt"
    put_person(users, LAN, PASSWORD)
    office = Office(People(users), 8725)
    app = application(Service(Folder(folder), office=office), office)
    address = "http://192.168.1.5:8725"
    with TestClient(app, base_url=address, client=("192.168.1.9", 5), headers=PROXIED) as client:
        sent = {"name": LAN, "password": PASSWORD}
        answer = client.post("/dang-nhap", data=sent, headers={"Origin": address}, follow_redirects=False)
        assert answer.status_code == 303
        assert "secure" not in answer.headers["set-cookie"].lower()
        assert client.get("/dang-nhap", headers={"Host": "evil.example:8725"}).status_code == 403
    assert json.loads(office.audit.file.read_text("utf-8").splitlines()[-1])["from"] == "192.168.1.9"


def test_a_silent_session_ends_and_news_does_not_keep_it(shared: Shared) -> None:
    client = shared.entered(LAN)
    token = client.cookies.get(shared.office.cookie) or ""
    shared.clock.now += IDLE - 1
    assert shared.office.sessions.name(token, renew=False) == LAN
    shared.clock.now += 2
    assert client.get("/api/begin").status_code == 401


def test_who_is_taken_out_or_gets_a_new_password_is_logged_out(shared: Shared) -> None:
    lan, minh = shared.entered(LAN), shared.entered(MINH)
    assert remove_person(shared.users, MINH) is None
    assert put_person(shared.users, LAN, "mật khẩu mới đây") is False
    assert (lan.get("/api/begin").status_code, minh.get("/api/begin").status_code) == (401, 401)
    assert shared.login(shared.browser(), MINH) == 401


def test_two_people_at_one_file_one_writes_and_the_other_sees_who(shared: Shared) -> None:
    lan, minh = shared.entered(LAN), shared.entered(MINH)
    assert ask(lan, "hold") == (200, {"writer": ""})
    assert ask(minh, "hold") == (200, {"writer": LAN})
    before = (shared.service.folder.inputs / EXAMPLE.name).read_bytes()
    for what in ("edit", "text", "undo", "redo", "mend", "back", "build", "archive"):
        status, answer = ask(minh, what)
        assert status == 423, what
        assert LAN in str(answer["problems"])
    upload = {"file": ("a.jpg", b"\xff\xd8\xff", "image/jpeg")}
    sent = minh.post("/api/send/photographs", files=upload, data={"name": EXAMPLE.name}, headers={"X-Desk": "1"})
    assert sent.status_code == 423
    assert ask(minh, "open")[0] == 200
    assert (shared.service.folder.inputs / EXAMPLE.name).read_bytes() == before
    assert shared.service.news(-1, 0)[1]["writers"] == {EXAMPLE.name: LAN}


def test_a_file_is_free_again_when_it_is_given_back_lapses_or_its_writer_logs_out(shared: Shared) -> None:
    lan, minh = shared.entered(LAN), shared.entered(MINH)
    ask(lan, "hold")
    assert ask(minh, "release")[0] == 200
    assert ask(minh, "hold")[1]["writer"] == LAN, "nobody gives another's file back"
    ask(lan, "release")
    assert ask(minh, "hold")[1]["writer"] == ""
    shared.clock.now += HELD - 1
    assert ask(lan, "hold")[1]["writer"] == MINH
    shared.clock.now += 2
    assert ask(lan, "hold")[1]["writer"] == ""
    lan.post("/dang-xuat", headers={"X-Desk": "1"})
    assert ask(minh, "hold")[1]["writer"] == ""


def test_writing_goes_on_holding(shared: Shared) -> None:
    lan, minh = shared.entered(LAN), shared.entered(MINH)
    ask(lan, "hold")
    shared.clock.now += HELD - 1
    ask(lan, "undo")
    shared.clock.now += HELD - 1
    assert ask(minh, "hold")[1]["writer"] == LAN


def test_the_log_tells_who_changed_which_key_and_no_figure(shared: Shared) -> None:
    lan = shared.entered(LAN)
    version = ask(lan, "open")[1]["version"]
    way = ["chỉ tiêu", "thu_nsnn", "thực hiện"]
    ask(lan, "edit", base=version, operations=[{"do": "set", "way": way, "content": "99,123 tỷ đồng"}])
    lan.get(f"/results/{EXAMPLE.name}.zip")
    shared.login(shared.browser(), LAN, "sai mất rồi")
    edited = next(line for line in shared.log() if line["what"] == "edit")
    assert (edited["who"], edited["from"], edited["file"]) == (LAN, "192.168.1.7", EXAMPLE.name)
    assert edited["at"] == ["/".join(way)]
    assert [line["what"] for line in shared.log()] == ["login", "edit", "download", "login failed"]
    assert "99,123" not in shared.office.audit.file.read_text("utf-8")
    assert os.name != "posix" or shared.office.audit.file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "path", [f"/papers/{EXAMPLE.name}/bao-cao.txt", f"/results/{EXAMPLE.name}.zip", "/results.zip"]
)
def test_whatever_is_taken_away_stands_in_the_log(shared: Shared, path: str) -> None:
    shared.entered(LAN).get(path)
    assert shared.log()[-1]["what"] == "download"


def test_nobody_writes_a_line_of_their_own_into_the_log(shared: Shared) -> None:
    forged = 'x\n{"who": "minh", "what": "login"}\r\u2028\u202e\x1b[31m'
    shared.login(shared.browser(X_Forwarded_For='1.1.1.1"\x1b'), forged)
    lan = shared.entered(LAN)
    ask(lan, "edit", base="x", operations=[{"do": "remove", "way": [forged]}])
    content = shared.office.audit.file.read_text("utf-8")
    assert len(content.splitlines()) == len(content.split("\n")) - 1 == 3
    assert all(letter.isprintable() for letter in content.replace("\n", ""))
    assert {line["who"] for line in shared.log()} <= {"", LAN}


def test_what_cannot_be_written_down_is_not_done(shared: Shared) -> None:
    lan = shared.entered(LAN)
    shared.office.audit.file.unlink()
    shared.office.audit.file.mkdir()
    before = (shared.service.folder.inputs / EXAMPLE.name).read_bytes()
    answer = lan.post(f"/api/of/{EXAMPLE.name}/undo", json={}, headers={"X-Desk": "1"})
    assert answer.status_code == 503
    assert (shared.service.folder.inputs / EXAMPLE.name).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are another matter on this system")
def test_the_log_is_not_written_through_a_link(tmp_path: Path) -> None:
    log = Audit.beside(tmp_path / "u.txt")
    log.file.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"."):
        log.write("login", LAN)
    assert not (tmp_path / "elsewhere").exists()


def test_a_visitor_of_one_person_s_desk_has_no_name(client: TestClient) -> None:
    assert client.get("/api/begin").json()["visitor"] == Visitor().name
