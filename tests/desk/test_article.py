"""The article's page in a real browser: what a reader sees and hears. Runs where Chromium is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLE, FICTIONAL
from reportgen.build import Request, build
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


def violations(page: Any) -> list[str]:
    """What axe-core finds: rule and the first place."""
    found = axe.Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found]


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
