from __future__ import annotations

from dataclasses import replace

import samples

from sayso.reports import Limits, merge_same, read_report, version_groups
from sayso.values import Report


def read(text: str, name: str, **given: str) -> Report:
    return read_report(text.encode(), name=name, **given)


def test_furniture_and_white_space_do_not_make_another_report() -> None:
    one = read(samples.PLAIN, "one.txt", outlet="Courier")
    furnished = samples.PLAIN.replace("\n", "\r\n") + "\r\nFollow Ada Quist on Twitter.\r\n"
    other = read(furnished, "other.txt", outlet="Courier")
    assert one.id == other.id
    (merged,) = merge_same([one, other, one])
    assert (merged.source, merged.also) == ("one.txt", ("other.txt",))


def test_another_outlet_with_the_same_words_is_another_report() -> None:
    one = read(samples.PLAIN, "one.txt", outlet="Courier")
    other = read(samples.PLAIN, "other.txt", outlet="Ledger")
    assert one.id != other.id
    assert merge_same([one, other]) == [one, other]


def test_a_page_met_with_other_furniture_is_one_report(here: Limits) -> None:
    one = read_report(samples.page().encode(), name="a.html", limits=here)
    below = "<div class='related'><p>Another story that stands below it today.</p></div>"
    other = read_report(samples.page(below=below).encode(), name="b.html", limits=here)
    assert one.id == other.id


def test_a_changed_report_is_a_version() -> None:
    old = read(samples.PLAIN, "old.txt", outlet="Courier", published="2025-03-04")
    new = read(
        samples.PLAIN + "\nThe board met on Friday.\n",
        "new.txt",
        outlet="Courier",
        published="2025-03-05",
    )
    other = read(samples.PLAIN.replace("Rell", "Tam") * 3, "x.txt", outlet="Ledger")
    assert version_groups([new, other, old]) == [(old, new)]


def test_the_same_id_every_time() -> None:
    assert read(samples.PLAIN, "a.txt", outlet="Courier").id == "a71c6803c476ad57"


def test_a_copy_adds_what_the_first_does_not_state() -> None:
    plain = read(samples.PLAIN, "one.txt", outlet="Courier", published="2025-03-04")
    snapshot = replace(
        plain,
        source="snapshot.html",
        published="2025-03-05",
        url="https://courier.example/a",
        archived="2025-03-06T00:00:00Z",
        archive_url="https://web.archive.org/web/20250306000000/https://courier.example/a",
        found={"url": "canonical", "archived": "snapshot"},
    )
    other = replace(plain, source="print.txt", url="https://courier.example/print/a")
    (merged,) = merge_same([plain, snapshot, other])
    assert merged.archived == snapshot.archived
    assert merged.archive_url == snapshot.archive_url
    assert (merged.url, merged.found["url"]) == (snapshot.url, "canonical")
    assert merged.published == "2025-03-04"
    assert merged.also == ("snapshot.html", "print.txt", "https://courier.example/print/a")


def test_the_parts_of_two_snapshots_are_not_mixed() -> None:
    plain = read(samples.PLAIN, "one.txt", outlet="Courier")
    early = replace(plain, source="a", archived="2025-03-05T00:00:00Z")
    late = replace(
        plain, source="b", archived="2025-04-05T00:00:00Z", archive_url="https://w.example"
    )
    (merged,) = merge_same([early, late])
    assert (merged.archived, merged.archive_url) == (early.archived, None)
