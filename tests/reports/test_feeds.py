from __future__ import annotations

import pytest
import samples
from reading import every, one

from sayso.values import Report


@pytest.mark.parametrize("data", [samples.RSS, samples.ATOM], ids=["rss", "atom"])
def test_feed_entry(data: bytes) -> None:
    report = every(data, "feed")[0]
    assert isinstance(report, Report)
    assert (report.title, report.outlet, report.authors, report.published, report.url) == (
        samples.TITLE,
        "The Saltmere Courier",
        ("Ada Quist",),
        "2025-03-04T17:30:00+02:00",
        "https://courier.example/harbour",
    )
    assert report.text.startswith(f"{samples.TITLE}\n\n“There were no such talks,”")
    assert report.blocks[0].kind == "title"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(samples.RSS.replace(b"Minister", b"Min\xed\xa0\xbdister"), "Min", id="stray"),
        pytest.param(samples.RSS.replace(b"Minister", b"Min&#55357;ister"), "Min", id="half"),
        pytest.param(
            samples.RSS.decode()
            .replace('encoding="utf-8"', 'encoding="utf-16"')
            .replace("Minister", "Für Minister")
            .encode("utf-16"),
            "Für Minister denies",
            id="utf-16",
        ),
        pytest.param(
            samples.RSS.decode()
            .replace('encoding="utf-8"', 'encoding="windows-1252"')
            .replace("Minister", "Für Minister")
            .encode("cp1252", "xmlcharrefreplace"),
            "Für Minister denies",
            id="windows-1252",
        ),
    ],
)
def test_a_feeds_encoding(data: bytes, title: str) -> None:
    report = every(data, "feed.rss")[0]
    assert isinstance(report, Report)
    assert str(report.title).startswith(title)
    assert "There were no such talks" in report.text


def test_a_feeds_summary_is_called_one() -> None:
    summary = every(samples.RSS, "feed")[1]
    assert isinstance(summary, Report)
    assert "summary" in summary.warnings[0]


def test_feed_entities_are_not_resolved() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b
    "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>
    <title>t</title><item><title>t</title><description>said &b;&x; here</description></item>
    </channel></rss>"""
    (report,) = every(bomb, "feed.rss")
    assert isinstance(report, Report)
    assert "root:" not in report.text
    assert len(report.text) < 50


def test_a_feeds_author_may_stand_behind_an_address() -> None:
    data = b"""<rss version="2.0"><channel><title>Courier</title><item><title>T</title>
    <author>a@courier.example (Ada Quist)</author><description>He said so.</description></item>
    </channel></rss>"""
    assert one(data, "f.rss").authors == ("Ada Quist",)
