"""The pages in a real browser: what a reader sees, does and hears. Runs where Chromium and Playwright are installed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLE, FICTIONAL
from reportgen.build import Request, build
from reportgen.preview import Preview
from samples import article, from_a_camera

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make browser")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: make browser")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TELEPHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

if CHROMIUM is None:
    pytest.skip("Chromium is not installed: make browser", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, preview: Preview) -> Iterator[Any]:
    """A page of a fresh profile; what its console says is a failure. It is closed before the preview that it shows, or
    its console would tell of the lost connection."""
    context = browser.new_context(viewport=DESK)
    opened = context.new_page()
    said: list[str] = []
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    yield opened
    context.close()
    assert said == []


def violations(page: Any) -> list[str]:
    """What axe-core finds: rule and the first place."""
    found = axe.Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found]


def edition(page: Any, number: int) -> None:
    page.wait_for_selector(f'body[data-edition="{number}"]')


# The article's page


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Built pages: the examples, one with photographs, one with a wide table."""
    folder = tmp_path_factory.mktemp("pages")
    from_a_camera(folder / "a.jpg")
    photographed = article(folder)
    wide = folder / "wide.yaml"
    columns = range(10)  # the most that a page takes, in words that are wider than a telephone
    row = " | ".join(f"cột số {number}" for number in columns)
    table = f"| {row} |\n    |{' --- |' * len(columns)}\n    | {row} |"
    wide.write_text(f"năm: 2024\nđơn vị: xã Bình An\nkết quả:\n  nội dung: |\n    {table}\n", "utf-8")
    built = {}
    for source in (EXAMPLE, FICTIONAL, photographed, wide):
        outcome = build(Request(source, folder / "outputs", ("tin-bai",), ("html",)))
        assert not outcome.failed, outcome.problems
        built[source.stem] = outcome.folder / "tin-bai.html"
    return built


@pytest.mark.parametrize("name", [EXAMPLE.stem, FICTIONAL.stem, "a", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_the_article(browser: Any, pages: dict[str, Path], name: str, scheme: str) -> None:
    context = browser.new_context(viewport=TELEPHONE, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(pages[name].as_uri())
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    context.close()


def test_a_telephone_takes_a_smaller_picture_than_a_desk(browser: Any, pages: dict[str, Path]) -> None:
    taken = {}
    for name, size in (("telephone", TELEPHONE), ("desk", DESK)):
        context = browser.new_context(viewport=size, device_scale_factor=1)
        opened = context.new_page()
        opened.goto(pages["a"].as_uri())
        taken[name] = opened.locator("img").evaluate("image => image.decode().then(() => image.currentSrc)")
        context.close()
    assert taken["telephone"].endswith("tin-bai-anh-1-480.jpg")
    assert taken["desk"].endswith("tin-bai-anh-1-960.jpg")


# The preview


def test_a_click_on_a_figure_shows_the_line_that_it_was_typed_in(page: Any, preview: Preview) -> None:
    page.goto(preview.address)
    page.wait_for_selector('#paper[data-edition="1"]')
    figure = page.frame_locator("#paper").locator('data[data-figure="thu_nsnn"]').first
    figure.click()
    source = page.locator("#source", has_text="thực hiện: ước 41,795 tỷ đồng")
    source.wait_for()
    assert re.search(r":\d+:\d+\n", source.text_content())
    figure.press("Enter")
    source.wait_for()


def test_a_save_is_seen_without_a_touch_and_keeps_the_reader_s_place(page: Any, preview: Preview, file: Path) -> None:
    page.goto(preview.address)
    page.wait_for_selector('#paper[data-edition="1"]')
    inside = page.frame_locator("#paper")
    inside.locator("body").evaluate("body => body.ownerDocument.defaultView.scrollTo(0, 200)")
    file.write_text(file.read_text("utf-8").replace("tác giả: Hồng Nhung", "tác giả: Lê An"), "utf-8")
    inside.locator(".byline", has_text="Lê An").wait_for()
    page.wait_for_selector('#paper[data-edition="2"]')
    assert inside.locator("body").evaluate("body => body.ownerDocument.defaultView.scrollY") == 200


def test_errors_are_seen_with_their_lines_and_go_when_they_are_mended(page: Any, preview: Preview, file: Path) -> None:
    good = file.read_text("utf-8")
    page.goto(preview.address)
    edition(page, 1)
    file.write_text(good.replace("ước 41,795 tỷ đồng", "152,%"), "utf-8")
    edition(page, 2)
    error = page.locator("#problems .error").inner_text()
    assert "152,%" in error
    assert "^^^^^" in error
    assert "bản gần nhất không có lỗi" in page.locator("#state").inner_text()
    assert page.frame_locator("#paper").locator("h1").is_visible()
    assert violations(page) == []
    file.write_text(good, "utf-8")
    edition(page, 3)
    assert page.locator("#problems .error").count() == 0


def test_another_form_is_shown_when_it_is_chosen(page: Any, preview: Preview) -> None:
    page.goto(preview.address)
    edition(page, 1)
    page.get_by_label("Tin bài về hội nghị: txt").click()
    page.frame_locator("#paper").locator("pre", has_text="Trưng Vương").wait_for()
    assert page.locator("nav a[aria-current=page]").inner_text() == "txt"
    with page.expect_download() as coming:
        page.get_by_label("Báo cáo tổng kết: docx").click()
    assert coming.value.suggested_filename == "bao-cao.docx"


def test_everybody_can_use_the_preview(page: Any, preview: Preview) -> None:
    page.goto(preview.address)
    edition(page, 1)
    page.frame_locator("#paper").locator("h1").wait_for()
    assert violations(page) == []
