"""The desk in a real browser: what a secretary sees, types and gets. Runs where Chromium is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from conftest import EXAMPLE, FICTIONAL
from reportgen.build import Request, build

from .conftest import running

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make browser")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: make browser")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
VIEWS = ("conferences", "indicators", "content", "article", "file", "proofread")
OF_ALL = ("conferences", "proofread")

if CHROMIUM is None:
    pytest.skip("Chromium is not installed: make browser", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()


class Seen:
    """A window of the desk; what its console says is a failure."""

    def __init__(self, browser: Any, address: str, **how: Any) -> None:
        self.context = browser.new_context(**{"viewport": DESK, "bypass_csp": False, **how})
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", self._hear)
        self.page.goto(address)
        self.page.wait_for_selector("body.ready")

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.said.append(message.text)

    def go(self, name: str, view: str) -> Any:
        """Another view of an input."""
        named = "" if view in OF_ALL else quote(name)
        self.page.evaluate(f"location.hash = '#/{named}/{view}'")
        self.page.wait_for_selector(f'body[data-view="{view}"] #view > *')
        return self.page

    def saved(self) -> None:
        """Wait until everything that was typed is in the file."""
        self.page.wait_for_timeout(250)
        self.page.wait_for_selector("#saving[data-state=saved]", state="attached")

    def cell(self, row: int, column: str) -> Any:
        """A cell by its row, from 1, and its column's heading."""
        self.page.wait_for_selector(".cell")
        heads = self.page.locator(".cellhead").all_inner_texts()
        return self.page.locator(f'.row[aria-rowindex="{row + 1}"] .cell').nth(heads.index(column))


@pytest.fixture
def seen(browser: Any, folder: Path) -> Iterator[Seen]:
    with running(folder) as served:
        found = Seen(browser, served.address)
        yield found
        found.context.close()
        assert found.said == []


def paste(page: Any, block: str) -> None:
    """A block of a spreadsheet put from the clipboard into what has the focus."""
    page.evaluate(
        """block => { const data = new DataTransfer(); data.setData("text/plain", block); document.activeElement
        .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true })); }""",
        block,
    )


def text(folder: Path, name: str = EXAMPLE.name) -> str:
    return (folder / "inputs" / name).read_text("utf-8")


def test_a_result_typed_into_the_sheet_is_in_the_file_and_its_ratio_appears(seen: Seen, folder: Path) -> None:
    page = seen.go(FICTIONAL.name, "indicators")
    seen.cell(7, "Thực hiện").click()
    page.keyboard.type("6.900,0 tỷ đồng")
    page.keyboard.press("Enter")
    seen.saved()
    assert "thực hiện: 6.900,0 tỷ đồng" in text(folder, FICTIONAL.name)
    page.locator('.row[aria-rowindex="8"] .computed', has_text="102,2%").wait_for()
    page.keyboard.press("Control+z")
    page.locator('.row[aria-rowindex="8"] .computed', has_text="101,4%").wait_for()
    assert text(folder, FICTIONAL.name) == FICTIONAL.read_text("utf-8")


def test_the_arrows_tab_and_enter_lead_through_the_sheet(seen: Seen) -> None:
    page = seen.go(EXAMPLE.name, "indicators")
    seen.cell(1, "Tên chỉ tiêu").click()
    for key, at in (("ArrowRight", "0:1"), ("Tab", "0:2"), ("ArrowDown", "1:2"), ("Home", "1:0"), ("Control+End", "")):
        page.keyboard.press(key)
        focused = page.evaluate("document.activeElement.dataset.at")
        assert focused == at or not at


def test_a_block_from_a_spreadsheet_is_pasted_with_new_rows(seen: Seen, folder: Path) -> None:
    page = seen.go(EXAMPLE.name, "indicators")
    count = page.locator(".sheet").get_attribute("aria-rowcount")
    page.get_by_role("button", name="Thêm chỉ tiêu").click()
    block = "số trường học\ttrường\t12 trường\nsố lớp\tlớp\t240 lớp\n"
    paste(page, block)
    seen.saved()
    page.locator(f'.sheet[aria-rowcount="{int(count or 0) + 2}"]').wait_for()
    assert "  so_lop:\n    tên: số lớp\n" in text(folder)
    assert "240 lớp" in text(folder)


def test_vietnamese_typed_with_a_telex_keyboard_is_kept_whole(seen: Seen, folder: Path) -> None:
    page = seen.go(EXAMPLE.name, "content")
    page.locator('details[data-part="chủ đề năm"] > summary').click()
    field = page.locator('details[data-part="chủ đề năm"] input').first
    field.fill("")
    field.focus()
    session = seen.context.new_cdp_session(page)
    for step in ("t", "ti", "tie", "tiê", "tiêng", "tiếng"):
        session.send("Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)})
        page.wait_for_timeout(60)
        assert field.input_value() == step
    session.send("Input.insertText", {"text": "tiếng "})
    page.keyboard.type("x")
    seen.saved()
    assert field.input_value() == "tiếng x"
    assert "chủ đề năm: tiếng x\n" in text(folder)


def test_prose_shows_figures_as_chips_and_offers_them_by_name(seen: Seen, folder: Path) -> None:
    page = seen.go(EXAMPLE.name, "content")
    page.locator('details[data-part="kết quả"] > summary').click()
    page.locator(".chip", has_text="ước 41,795").first.wait_for()
    prose = page.locator(".prose .cm-content").first
    prose.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Và {{ tong thu")
    page.locator(".cm-tooltip-autocomplete li").first.wait_for()
    page.wait_for_timeout(120)
    page.keyboard.press("Enter")
    seen.saved()
    page.wait_for_timeout(400)
    assert "Và {{ thu_nsnn }}" in text(folder)


def planted(folder: Path) -> None:
    """A ratio that its plan contradicts."""
    wrong = text(folder, FICTIONAL.name).replace("tỷ lệ: 100,9%", "tỷ lệ: 103,9%")
    (folder / "inputs" / FICTIONAL.name).write_text(wrong, "utf-8")


def test_a_planted_mistake_is_led_to_and_mended_from_the_list(seen: Seen, folder: Path) -> None:
    planted(folder)
    page = seen.go(FICTIONAL.name, "indicators")
    error = page.locator("#problems li.error").first
    error.wait_for()
    error.get_by_role("link").click()
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.closest('.row').ariaRowIndex") == "8"
    page.get_by_role("button", name="Để chương trình tính").first.click()
    page.locator("#count[data-kind=bad]").wait_for(state="detached")
    assert "103,9%" not in text(folder, FICTIONAL.name)


def test_a_figure_leads_to_its_row_and_a_sentence_to_its_field(seen: Seen) -> None:
    page = seen.go(EXAMPLE.name, "content")
    page.wait_for_selector("#frame[data-version]")
    inside = page.frame_locator("#frame")
    inside.locator('data[data-figure="thu_nsnn"]').first.click()
    page.wait_for_selector('body[data-view="indicators"]')
    page.locator(".cell.active", has_text="41,795").wait_for()
    inside.locator("[data-source]", has_text="Chỉnh trang đô thị").first.click(position={"x": 4, "y": 4})
    page.wait_for_selector('body[data-view="content"]')


def test_what_is_typed_in_the_file_is_seen_in_the_form_and_the_reverse(seen: Seen, folder: Path) -> None:
    page = seen.go(EXAMPLE.name, "file")
    page.locator(".editor .cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nbài học: Một bài học.")
    page.wait_for_timeout(500)
    seen.saved()
    seen.go(EXAMPLE.name, "content")
    page.locator('details[data-part="bài học"] > summary').click()
    assert "Một bài học." in page.locator('details[data-part="bài học"]').inner_text()


def test_a_change_on_the_disk_appears_by_itself(seen: Seen, folder: Path) -> None:
    page = seen.go(EXAMPLE.name, "indicators")
    page.wait_for_timeout(600)
    file = folder / "inputs" / EXAMPLE.name
    file.write_text(text(folder).replace("ước 41,795 tỷ đồng", "ước 42,795 tỷ đồng"), "utf-8")
    page.locator(".cell", has_text="42,795").wait_for()


def test_two_windows_see_each_other_s_work(seen: Seen, browser: Any, folder: Path) -> None:
    seen.go(EXAMPLE.name, "indicators")
    other = seen.context.new_page()
    other.goto(seen.page.url)
    other.wait_for_selector(".cell")
    other.wait_for_timeout(600)
    seen.cell(4, "Thực hiện").click()
    seen.page.keyboard.type("5 tuyến")
    seen.page.keyboard.press("Enter")
    other.locator(".cell", has_text="5 tuyến").wait_for()


def test_a_server_that_is_killed_while_one_types_loses_nothing(browser: Any, folder: Path) -> None:
    with running(folder) as served:
        port = served.door.port
        window = Seen(browser, served.address)
        page = window.go(EXAMPLE.name, "indicators")
        page.wait_for_selector(".cell")
        page.wait_for_selector("#frame[data-version]")
    window.cell(4, "Thực hiện").click()
    page.keyboard.type("9 tuyến")
    page.keyboard.press("Enter")
    page.wait_for_selector("#saving[data-state=offline]")
    assert "9 tuyến" not in text(folder)
    with running(folder, port) as again:
        page.goto(again.address)
        page.wait_for_selector("body.ready")
        window.go(EXAMPLE.name, "indicators")
        page.locator(".cell", has_text="9 tuyến").wait_for()
        window.saved()
        assert "9 tuyến" in text(folder)
        window.context.close()


def test_a_newcomer_makes_a_conference_and_gets_what_build_makes(seen: Seen, folder: Path, tmp_path: Path) -> None:
    page = seen.go("", "conferences")
    page.get_by_label("Đơn vị").fill("phường Bình An")
    page.get_by_label("Năm được tổng kết").fill("2025")
    page.get_by_role("button", name="Lập tệp", exact=True).click()
    page.wait_for_selector('body[data-view="indicators"] .sheet')
    page.get_by_role("button", name="Thêm chỉ tiêu").click()
    block = "thu ngân sách\t\t12,5 tỷ đồng\t12 tỷ đồng\n"
    paste(page, block)
    seen.saved()
    page.locator(".cell.computed", has_text="104,2%").wait_for()
    page.locator("#count[data-kind=bad]").wait_for(state="detached")
    seen.go("phuong-binh-an-2025.yaml", "article")
    page.locator(".proposals input").first.check()
    seen.saved()
    seen.go("phuong-binh-an-2025.yaml", "file")
    page.get_by_role("button", name="Lập văn bản").click()
    page.locator("#announced", has_text="Đã lập xong").wait_for(timeout=60_000)
    made = build(Request(folder / "inputs" / "phuong-binh-an-2025.yaml", tmp_path / "again"))
    for name in ("bao-cao.docx", "bao-cao.pdf", "tin-bai.docx", "tin-bai.pdf"):
        built = folder / "outputs" / "phuong-binh-an-2025" / name
        assert built.read_bytes() == (made.folder / name).read_bytes(), name


ROWS = 500
BLINK = 500.0
"""Milliseconds on a machine that does much else; alone it takes a tenth (make bench)."""


def test_a_key_is_answered_within_a_blink_with_five_hundred_indicators(browser: Any, folder: Path) -> None:
    rows = "".join(
        f"  ct_{number}: {{tên: chỉ tiêu {number}, thực hiện: 12 hộ, kế hoạch: 10 hộ}}\n" for number in range(ROWS)
    )
    big = folder / "inputs" / "lon.yaml"
    big.write_text(f"năm: 2024\nđơn vị: xã Bình An\nchỉ tiêu:\n{rows}", "utf-8")
    with running(folder) as served:
        window = Seen(browser, served.address)
        page = window.go(big.name, "indicators")
        page.wait_for_selector(".cell")
        assert page.locator(".row").count() < 100
        page.wait_for_timeout(3000)
        window.cell(5, "Thực hiện").click()
        took = []
        for number in (15, 16, 17, 18, 19):
            page.evaluate("performance.clearMarks()")
            page.keyboard.type(f"{number} hộ")
            page.keyboard.press("Enter")
            page.locator('.row[aria-rowindex="6"] .computed', has_text=f"{number * 10}%").wait_for()
            marks = page.evaluate(
                "Object.fromEntries(performance.getEntriesByType('mark').map(m => [m.name, m.startTime]))"
            )
            took.append(marks["desk-computed"] - marks["desk-commit"])
            page.keyboard.press("ArrowUp")
        window.saved()
        window.context.close()
    assert sorted(took)[2] < BLINK


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_everybody_can_use_every_view(browser: Any, folder: Path, scheme: str, size: dict[str, int]) -> None:
    planted(folder)
    with running(folder) as served:
        window = Seen(browser, served.address, viewport=size, color_scheme=scheme)
        for view in VIEWS:
            page = window.go(FICTIONAL.name, view)
            page.wait_for_timeout(700)
            if view == "content":
                for part in ("hội nghị", "kết quả"):
                    page.locator(f'details[data-part="{part}"] > summary').click()
                page.wait_for_timeout(300)
            found = axe.Axe().run(page).response["violations"]
            assert [f"{view}: {rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], view
        window.context.close()
        assert window.said == []
