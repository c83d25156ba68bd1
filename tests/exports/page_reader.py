"""Reads a page back the way a browser would: which text, inside which elements."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta"}
ASIDE = ("notes", "ref")


class PageReader(HTMLParser):
    """Collects the report's text from `class="text"`, without numbers and notes.

    Fails on an end tag that does not match, so that elements are known to nest.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids.extend(filter(None, [given.get("id")]))
        self.links.extend(filter(None, [given.get("href")]))
        if tag not in VOID:
            self._open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag

    def handle_data(self, data: str) -> None:
        classes = [name for _, name in self._open]
        if "text" in classes and not any(name in ASIDE for name in classes):
            self.text += data

    def close(self) -> None:
        super().close()
        assert self._open == []


def read_page(page: str) -> PageReader:
    reader = PageReader()
    reader.feed(page)
    reader.close()
    return reader


def as_shown(text: str) -> str:
    """The text with what a page cannot hold as U+FFFD."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)
