"""The preview by real requests: what it serves, what it refuses, and that a save brings the next edition."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from PIL import Image

from conftest import EXAMPLE, FICTIONAL
from reportgen.build import Request, build
from reportgen.figures.typed import origin
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.preview import Preview
from reportgen.preview.server import STREAMS
from reportgen.tree import text, walk
from reportgen.writers.engines import quickest
from samples import article, from_a_camera

from .conftest import running

PATIENCE = 30
"""Seconds after which a stream that should have spoken is taken for silent."""
Answer = tuple[int, dict[str, str], bytes]


def get(preview: Preview, path: str, **headers: str) -> Answer:
    """Status, headers and content; the path below the preview's address goes out as it stands."""
    return get_beside(preview, below(preview, path), **headers)


def below(preview: Preview, path: str) -> str:
    return urlsplit(preview.address).path.removesuffix("/") + path


def get_beside(preview: Preview, path: str, **headers: str) -> Answer:
    """The same for a path that need not lie below the address."""
    connection = http.client.HTTPConnection(urlsplit(preview.address).netloc, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


@contextmanager
def editions(preview: Preview) -> Iterator[Iterator[dict[str, Any]]]:
    """The editions as they come."""
    connection = http.client.HTTPConnection(urlsplit(preview.address).netloc, timeout=PATIENCE)
    connection.request("GET", below(preview, "/editions"))
    response = connection.getresponse()
    try:
        yield (json.loads(line.removeprefix(b"data: ")) for line in response if line.startswith(b"data: "))
    finally:
        response.close()
        connection.close()


# What it serves


def test_a_paper_is_served_as_it_is_built(preview: Preview, tmp_path: Path) -> None:
    """By the quicker engine where it is installed."""
    example = build(Request(EXAMPLE, tmp_path / "built", engine=quickest()))
    for name in ("tin-bai.html", "tin-bai.fragment.html", "tin-bai.ninjs.json", "tin-bai.docx", "bao-cao.pdf"):
        status, _, content = get(preview, f"/papers/{name}?1")
        assert (status, content) == (200, (example.folder / name).read_bytes()), name


def test_a_fragment_is_served_as_text_to_copy(preview: Preview) -> None:
    _, headers, _ = get(preview, "/papers/tin-bai.fragment.html")
    assert headers["Content-Type"].startswith("text/plain")


def test_a_long_report_is_served_with_its_table_of_contents(tmp_path: Path) -> None:
    fictional = build(Request(FICTIONAL, tmp_path, ("bao-cao",), engine=quickest()))
    with running(FICTIONAL) as preview:
        for name in ("bao-cao.docx", "bao-cao.pdf"):
            assert get(preview, f"/papers/{name}")[2] == (fictional.folder / name).read_bytes(), name


def test_pictures_lie_beside_the_papers(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (700, 400))
    with running(article(tmp_path)) as preview:
        page = get(preview, "/papers/tin-bai.html")[2].decode()
        for name in re.findall(r"tin-bai-anh-[\w-]+\.jpg", page):
            status, headers, content = get(preview, f"/papers/{name}")
            assert (status, headers["Content-Type"], content[:2]) == (200, "image/jpeg", b"\xff\xd8")


def test_the_page_around_them_loads_only_what_is_served(preview: Preview) -> None:
    status, headers, page = get(preview, "/")
    assert status == 200
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    links = [link for link in re.findall(r'(?:src|href)="([^"]+)"', page.decode()) if not link.startswith("data:")]
    assert links == ["shell.css", "shell.js"]
    for link in links:
        assert get(preview, f"/{link}")[0] == 200


def test_a_file_s_name_in_the_page_is_text(tmp_path: Path) -> None:
    file = tmp_path / "<b>$x & ${lang}.yaml"
    file.write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    with running(file) as preview:
        assert b"&lt;b&gt;$x &amp; ${lang}.yaml" in get(preview, "/")[2]


def test_it_speaks_english_too(file: Path) -> None:
    with running(file, "en") as preview:
        assert b'<html lang="en">' in get(preview, "/")[2]
        assert b"Click on a figure" in get(preview, "/")[2]


def test_the_first_edition_comes_at_once_with_all_forms(preview: Preview) -> None:
    with editions(preview) as coming:
        edition = next(coming)
    assert (edition["number"], edition["failed"], edition["first"]) == (1, False, "tin-bai.html")
    listed = [form["name"] for paper in edition["papers"] for form in paper["forms"]]
    made = ("bao-cao", "tin-bai")
    assert listed == [f"{key}.{form}" for key in made for form in papers_for(None)[key].formats]


# What it refuses


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{port}", "[::1]:{port}", ""]
)
def test_a_host_of_another_name_is_refused(preview: Preview, host: str) -> None:
    port = urlsplit(preview.address).port
    for path in ("/", "/papers/tin-bai.html", "/editions", "/shell.js"):
        assert get(preview, path, Host=host.format(port=port))[0] == 403


def test_this_machine_s_own_names_are_answered(preview: Preview) -> None:
    port = urlsplit(preview.address).port
    assert get(preview, "/", Host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/papers/../../../etc/passwd",
        "/papers/..%2f..%2f..%2fetc%2fpasswd",
        "/papers//etc/passwd",
        "/papers/trung-vuong-2023.yaml",
        "/papers/tin-bai-anh-1.jpg",
        "/papers/tin-bai-%00.jpg",
        "/papers/",
        "/shell.html",
        "/server.py",
        "/../server.py",
        "//evil.example/",
        "/papers",
        "/%2e%2e/",
    ],
)
def test_nothing_but_the_papers_is_served(preview: Preview, path: str) -> None:
    assert get(preview, path)[0] == 404


@pytest.mark.parametrize("path", ["/", "/papers/tin-bai.html", "/editions", "/shell.js", "/x/", "/%C3%A9/", "*", "//"])
def test_who_does_not_know_the_address_gets_nothing(preview: Preview, path: str) -> None:
    assert get_beside(preview, path)[0] == 403


@pytest.mark.parametrize("target", ["http://[", "http://[/x", "\xff", "/\xe9/"])
def test_what_is_no_address_is_refused_without_a_fault(
    preview: Preview, target: str, capfd: pytest.CaptureFixture[str]
) -> None:
    host, _, port = urlsplit(preview.address).netloc.partition(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as asking:
        asking.sendall(f"GET {target} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode("latin-1"))
        assert asking.recv(100).split()[1] == b"403"
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("size", [1, 5, -1])
def test_a_part_of_the_address_s_word_is_not_enough(preview: Preview, size: int) -> None:
    assert get_beside(preview, f"/{urlsplit(preview.address).path.strip('/')[:size]}/")[0] == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_request_of_another_site_s_page_is_refused(preview: Preview, headers: dict[str, str]) -> None:
    port = urlsplit(preview.address).port
    given = {name: value.format(port=port) for name, value in headers.items()}
    for path in ("/", "/papers/tin-bai.html", "/editions", "/shell.js"):
        assert get(preview, path, **given)[0] == 403


def test_a_request_of_its_own_page_is_answered(preview: Preview) -> None:
    port = urlsplit(preview.address).port
    assert get(preview, "/", Origin=f"http://127.0.0.1:{port}", Sec_Fetch_Site="same-origin")[0] == 200
    assert get(preview, "/", Sec_Fetch_Site="none")[0] == 200


def test_a_tab_too_many_is_answered_and_asks_again(preview: Preview) -> None:
    with ExitStack() as open_tabs:
        for _ in range(STREAMS):
            next(open_tabs.enter_context(editions(preview)))
        status, _, told = get(preview, "/editions")
        assert (status, told.count(b"event: edition")) == (200, 1)
        assert told.startswith(b"retry: ")
        (number,) = re.findall(rb"^id: (\d+)$", told, re.MULTILINE)
        assert b"event: edition" not in get(preview, "/editions", Last_Event_ID=number.decode())[2]


def test_the_number_of_an_edition_that_none_has_is_none(preview: Preview) -> None:
    with ExitStack() as open_tabs:
        for _ in range(STREAMS):
            next(open_tabs.enter_context(editions(preview)))
        assert b"event: edition" in get(preview, "/editions", Last_Event_ID="9" * 5000)[2]


def test_on_the_port_that_browsers_leave_out_its_own_address_is_answered(file: Path) -> None:
    try:
        served = Preview(file, 80, "vi")
    except OSError:
        pytest.skip("port 80 cannot be had")
    thread = Thread(target=served.serve)
    thread.start()
    try:
        assert get(served, "/", Host="127.0.0.1")[0] == 200
    finally:
        served.stop()
        thread.join()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(preview: Preview, method: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(preview.address).netloc, timeout=PATIENCE)
    connection.request(method, "/")
    assert connection.getresponse().status == 501
    connection.close()


def test_it_listens_on_the_loopback_address_alone(preview: Preview) -> None:
    assert preview.address.startswith("http://127.0.0.1:")
    with socket.socket() as other:
        other.settimeout(PATIENCE)
        with pytest.raises(ConnectionRefusedError):
            other.connect(("127.0.0.2", urlsplit(preview.address).port))


def test_a_paper_cannot_run_anything(preview: Preview) -> None:
    headers = get(preview, "/papers/tin-bai.html")[1]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


# Saving


def test_a_save_brings_the_next_edition(preview: Preview, file: Path) -> None:
    with editions(preview) as coming:
        next(coming)
        file.write_text(file.read_text("utf-8").replace("tác giả: Hồng Nhung", "tác giả: Lê An"), "utf-8")
        assert next(coming)["number"] == 2
        assert "Lê An" in get(preview, "/papers/tin-bai.html")[2].decode()


def test_an_error_is_shown_with_its_line_above_the_last_good_papers(preview: Preview, file: Path) -> None:
    good = get(preview, "/papers/tin-bai.html")[2]
    with editions(preview) as coming:
        next(coming)
        file.write_text(file.read_text("utf-8").replace("ước 41,795 tỷ đồng", "152,%"), "utf-8")
        edition = next(coming)
    assert edition["failed"]
    (error,) = [problem["text"] for problem in edition["problems"] if problem["severity"] == "error"]
    shown = error.splitlines()
    assert "lỗi Q302" in shown[0]
    assert shown[1].endswith("152,%")
    assert shown[2].endswith("^" * len("152,%"))
    assert get(preview, "/papers/tin-bai.html")[2] == good


def test_an_input_that_was_never_right_has_no_papers_until_it_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("năm: hai nghìn\n", "utf-8")
    with running(file) as preview, editions(preview) as coming:
        edition = next(coming)
        assert (edition["failed"], edition["papers"], edition["first"]) == (True, [], "")
        assert get(preview, "/papers/tin-bai.html")[0] == 404
        file.write_text("năm: 2024\nđơn vị: xã Bình An\n", "utf-8")
        assert not next(coming)["failed"]
        assert get(preview, "/papers/tin-bai.html")[0] == 200


def test_a_file_that_is_taken_away_and_comes_back_is_followed(preview: Preview, file: Path) -> None:
    aside = file.with_suffix(".old")
    with editions(preview) as coming:
        next(coming)
        file.rename(aside)
        assert "F101" in next(coming)["problems"][0]["text"]
        aside.rename(file)
        assert not next(coming)["failed"]


def test_another_picture_or_template_brings_the_next_edition(tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    from_a_camera(folder / "a.jpg", (300, 200))
    with running(article(folder)) as preview, editions(preview) as coming:
        next(coming)
        before = get(preview, "/papers/tin-bai-anh-1.jpg")[2]
        Image.new("RGB", (320, 200), "green").save(folder / "a.jpg")
        assert next(coming)["number"] == 2
        assert get(preview, "/papers/tin-bai-anh-1.jpg")[2] != before
        own = tmp_path / "templates" / "rieng"
        own.mkdir(parents=True)
        (own / "paper.xml.j2").write_text("<article><p>Riêng</p></article>", "utf-8")
        (own / "paper.yaml").write_text("tên: Riêng\ntrình bày: báo chí\nđịnh dạng: txt\n", "utf-8")
        for edition in coming:
            if "Riêng" in [paper["name"] for paper in edition["papers"]]:
                break
        assert get(preview, "/papers/rieng.txt")[2] == "Riêng\n".encode()


def test_what_a_template_includes_brings_the_next_edition_too(tmp_path: Path) -> None:
    folder, own = tmp_path / "inputs", tmp_path / "templates"
    for place in (folder, own / "rieng", own / "phan"):
        place.mkdir(parents=True)
    from_a_camera(folder / "a.jpg", (300, 200))
    part = own / "phan" / "loi.xml.j2"
    part.write_text("<p>Lời đầu</p>", "utf-8")
    (own / "rieng" / "paper.xml.j2").write_text('<article>{% include "phan/loi.xml.j2" %}</article>', "utf-8")
    (own / "rieng" / "paper.yaml").write_text("tên: Riêng\ntrình bày: báo chí\nđịnh dạng: txt\n", "utf-8")
    with running(article(folder)) as preview, editions(preview) as coming:
        next(coming)
        assert get(preview, "/papers/rieng.txt")[2] == "Lời đầu\n".encode()
        part.write_text("<p>Lời đã sửa</p>", "utf-8")
        assert next(coming)["number"] == 2
        assert get(preview, "/papers/rieng.txt")[2] == "Lời đã sửa\n".encode()


# Where a figure comes from


def test_a_figure_s_line_is_told(preview: Preview) -> None:
    status, _, told = get(preview, f"/origin?figure=thu_nsnn&part={quote('giá trị')}")
    assert status == 200
    where, line, carets = told.decode().splitlines()
    assert re.search(r"trung-vuong-2023\.yaml:\d+:\d+$", where)
    assert line.endswith("thực hiện: ước 41,795 tỷ đồng")
    assert line[carets.index("^") :] == "ước 41,795 tỷ đồng"


@pytest.mark.parametrize("query", ["", "figure=nix&part=x", "figure=%ff", "part=" + "x" * 5000])
def test_what_is_no_figure_has_no_line(preview: Preview, query: str) -> None:
    assert get(preview, f"/origin?{query}")[0] == 404


@pytest.mark.parametrize("source", [EXAMPLE, FICTIONAL], ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", ["bao-cao", "tin-bai"])
def test_every_figure_of_the_papers_has_an_origin(source: Path, paper: str) -> None:
    given = read_input(source)
    assert given.conference is not None
    document = render(given, papers_for(None)[paper])
    assert isinstance(document, Document)
    printed = {"giá trị", "số", "năm trước", "xếp hạng", *(f"kế hoạch {number}" for number in range(1, 9))}
    figures = [part for part in walk(document.tree) if part.tag == "data"]
    assert figures
    for figure in figures:
        key, part = figure.get("data-figure"), figure.get("data-part")
        place = origin(given.conference, key, part)
        assert place is not None, (key, part)
        numbers = re.findall(r"\d[\d.,]*", text(figure)) if part in printed and paper == "tin-bai" else []
        line = given.source.lines[place.line - 1]
        assert [number for number in numbers if number.strip(".,") not in line] == [], (key, part, line)


# From the command line


def started(*arguments: str) -> tuple[subprocess.Popen[str], str]:
    """The command, and the first line that it says."""
    command = [sys.executable, "-m", "reportgen", "preview", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout is not None
    return process, process.stdout.readline()


def test_the_command_says_where_it_is_and_ends_with_a_sentence(file: Path) -> None:
    process, line = started(str(file))
    with process:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", line)
            assert address is not None, line
            host = urlsplit(address[0]).netloc
            open_stream = http.client.HTTPConnection(host, timeout=PATIENCE)
            open_stream.request("GET", f"{urlsplit(address[0]).path}editions")
            assert open_stream.getresponse().status == 200
            os.kill(process.pid, signal.SIGINT)
            said, wrong = process.communicate(timeout=PATIENCE)
            open_stream.close()
        finally:
            process.kill()
    assert (process.returncode, said, wrong) == (0, "Đã dừng xem trước.\n", "")


def test_a_port_that_is_taken_is_told(file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [sys.executable, "-m", "reportgen", "preview", str(file), "--port", port],
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert "B931" in run.stderr
    assert port in run.stderr
