"""What a notebook shows of a case: whose word, how surely, and no markup of a report's own."""

from __future__ import annotations

from pathlib import Path

from cli.casework import as_report, filled, first
from sayso import Case


def test_a_dossier_says_whose_word_it_is_and_what_they_hold_of_it(tmp_path: Path) -> None:
    with Case(filled(tmp_path / "a.sayso")) as case:
        shown = case.show("Ilse Márrable")._repr_html_()
    entries = shown.split("<li>")[1:]
    assert entries and all(each.startswith(("The Herald: “", "The Lantern")) for each in entries)
    assert [each.count("(negated)") for each in entries if "did not meet" in each] == [1]


def test_nothing_from_a_report_is_markup(tmp_path: Path) -> None:
    of = as_report(first(), outlet="<script>x</script>")
    path = filled(tmp_path / "<b>.sayso", [of])
    with Case(path) as case:
        shown = case._repr_html_() + case.show("Rhoda Quill")._repr_html_()
    assert "<script>" not in shown and "<b>.sayso" not in shown and "&lt;b&gt;.sayso" in shown
