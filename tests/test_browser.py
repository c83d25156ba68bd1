"""The page that is passed on, in a real browser: Debian's chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import harbour
from sayso.exports import to_html

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")
def test_the_page_shows_all_words_needs_no_script_and_fits_a_telephone(tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    document = harbour()
    page_file = tmp_path / "page.html"
    page_file.write_text(to_html([document]), encoding="utf-8")
    asked: list[str] = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 390, "height": 800}
        )
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page_file.as_uri())
        shown = page.locator("body").inner_text()
        box = page.locator("body").bounding_box()
        browser.close()
    assert asked == [page_file.as_uri()]
    assert "Garrick Thole" in shown
    assert "had seen the ledger" in shown
    assert box is not None
    assert box["width"] <= 390
