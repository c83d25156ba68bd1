from __future__ import annotations

from pathlib import Path

import pytest
import samples

from sayso.errors import NotAReport, ReportError
from sayso.reports import Limits, listed_addresses, read_reports
from sayso.reports.outlets import site_domain
from sayso.values import Report


def everything(source: Path | str, limits: Limits) -> list[Report | ReportError]:
    return list(read_reports([source], limits=limits))


def test_what_a_saved_page_shows_is_passed_over(tmp_path: Path, here: Limits) -> None:
    (tmp_path / "Quay.html").write_text(samples.page())
    for folder in ("Quay_files", "Minutes_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "style.css").write_text("body {}")
    page, error = everything(tmp_path, here)
    assert isinstance(page, Report)
    assert Path(error.source).parent.name == "Minutes_files"


def test_a_link_out_of_the_folder_is_named_and_one_within_is_read(
    tmp_path: Path, here: Limits
) -> None:
    (tmp_path / "outside.txt").write_text(samples.PLAIN)
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.txt").write_text(samples.PLAIN)
    (pile / "b.txt").symlink_to(pile / "a.txt")
    (pile / "c.txt").symlink_to("../outside.txt")
    one, two, error = everything(pile, here)
    assert isinstance(one, Report)
    assert isinstance(two, Report)
    assert isinstance(error, NotAReport)
    assert "link to what lies outside" in error.reason
    assert isinstance(everything(pile / "c.txt", here)[0], Report)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("urls.txt", "https://a.example/1\n\nhttp://b.example\n", 2, id="list"),
        pytest.param("urls.txt", "\ufeff# to read\r\nhttps://a.example/1\r\n", 1, id="comment"),
        pytest.param("a.txt", "https://a.example/1\nThe port was closed.\n", 0, id="text"),
        pytest.param("a.txt", "See https://a.example/1\n", 0, id="in-a-sentence"),
        pytest.param("a.html", "https://a.example/1\n", 0, id="page"),
        pytest.param("a.txt", "", 0, id="empty"),
        pytest.param("a.txt", "# a heading\n", 0, id="comment-alone"),
    ],
)
def test_a_list_of_addresses(tmp_path: Path, name: str, text: str, found: int) -> None:
    (tmp_path / name).write_bytes(text.encode())
    assert len(listed_addresses(tmp_path / name)) == found


def test_a_named_list_is_fetched_line_by_line(tmp_path: Path, here: Limits) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text("http://127.0.0.1:9/a\nhttp://127.0.0.1:9/b\n")
    errors = everything(urls, here)
    assert [error.source[-1] for error in errors] == ["a", "b"]
    assert all("FetchSettings(private=True)" in str(error) for error in errors)


@pytest.mark.parametrize("address", ["file:///etc/hosts", "ftp://courier.example/a"])
def test_other_addresses_are_refused_by_name(address: str, here: Limits) -> None:
    (error,) = everything(address, here)
    assert isinstance(error, NotAReport)
    assert error.reason == "only http and https addresses are fetched"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.epub", "a.odt"])
def test_a_cut_off_document_is_told_by_its_name(tmp_path: Path, name: str, here: Limits) -> None:
    (tmp_path / name).write_bytes(samples.docx()[:3000])
    (error,) = everything(tmp_path / name, here)
    assert isinstance(error, NotAReport)
    assert "but it is none, or is damaged" in error.reason


@pytest.mark.parametrize("host", ["127.0.0.1", "93.184.216.34", "2606:2800:220:1::1", "::1"])
def test_an_ip_address_is_no_outlet(host: str) -> None:
    assert site_domain(host) is None
