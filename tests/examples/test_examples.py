"""The examples are what their README says: invented, or a summary with its source."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
HARBOUR = sorted((EXAMPLES / "harbour").glob("*.html"))
SUMMARY = EXAMPLES / "summary" / "on-whose-word.html"


class Elements(HTMLParser):
    """What a page says in its head, and that its elements nest."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and "content" in given:
            name = given.get("property") or given.get("name")
            self.meta[str(name)] = str(given["content"])
        if tag not in {"meta", "link", "input"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def close(self) -> None:
        super().close()
        assert self._open == []


def elements(page: Path) -> Elements:
    found = Elements()
    found.feed(page.read_text("utf-8"))
    found.close()
    return found


def test_there_are_ten_pages() -> None:
    assert len(HARBOUR) == 10


@pytest.mark.parametrize("page", [*HARBOUR, SUMMARY], ids=lambda page: page.stem)
def test_page_says_what_a_news_page_says(page: Path) -> None:
    meta = elements(page).meta
    assert meta["og:title"]
    assert meta["og:site_name"]
    assert re.match(r"\d{4}-\d\d-\d\d", meta["article:published_time"])


@pytest.mark.parametrize("page", HARBOUR, ids=lambda page: page.stem)
def test_page_says_at_its_foot_that_it_is_invented(page: Path) -> None:
    foot = page.read_text("utf-8").rpartition("</p>")[0].rpartition("<p>")[2]
    assert foot.startswith("This page is invented.")


@pytest.mark.parametrize("page", HARBOUR, ids=lambda page: page.stem)
def test_page_leads_nowhere_real(page: Path) -> None:
    hosts = re.findall(r"https?://([^/\"\s]+)", page.read_text("utf-8"))
    assert all(host == "schema.org" or host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("page", HARBOUR, ids=lambda page: page.stem)
def test_readme_lists_the_page(page: Path) -> None:
    assert f"`{page.name}`" in (EXAMPLES / "README.md").read_text("utf-8")


def test_summary_says_what_it_is_and_its_source() -> None:
    text = SUMMARY.read_text("utf-8")
    assert "This page is a summary in our own words" in text
    assert "Breitbart News, 4 January 2020" in text
