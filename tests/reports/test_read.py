from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import samples

from sayso.errors import NotAReport, ReportError, SourceMissing, SourceTooLarge
from sayso.reports import Limits, read_report, read_reports
from sayso.values import Report


def only_error(source: Path, limits: Limits | None = None) -> ReportError:
    (error,) = read_reports([source], limits=limits or Limits(isolate=False))
    assert isinstance(error, ReportError)
    assert error.source == str(source)
    return error


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        pytest.param(b"", NotAReport, "the file is empty", id="empty"),
        pytest.param(b" \n\n \t\xef\xbb\xbf\n", NotAReport, "there is no text in it", id="blank"),
        pytest.param(b"* * *\n---\n", NotAReport, "there is no text in it", id="no-word"),
        pytest.param(b"\x89PNG\r\n\x1a\n", NotAReport, "a PNG image", id="image"),
        pytest.param(bytes(range(256)) * 20, NotAReport, "binary|encoding", id="binary"),
        pytest.param(
            b"ab\0\1\2\3\4\5" * 50, NotAReport, "binary|encoding", id="control-characters"
        ),
    ],
)
def test_bad_input_is_named(tmp_path: Path, data: bytes, kind: type, reason: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    error = only_error(path)
    assert isinstance(error, kind)
    assert any(part in error.reason for part in reason.split("|"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert isinstance(only_error(tmp_path / "none.txt"), SourceMissing)


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    assert only_error(tmp_path).reason == "there is no report in this folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(samples.PLAIN)
    path.chmod(0)
    assert only_error(path).reason == "no permission to read it"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert only_error(path).reason == "it is not a regular file"


def test_a_file_over_the_limit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 500_000)
    error = only_error(path, Limits(isolate=False, file=1 << 20))
    assert isinstance(error, SourceTooLarge)


def test_a_text_of_20_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    text = samples.PLAIN * (20 * (1 << 20) // len(samples.PLAIN.encode()) + 1)
    path.write_text(text)
    report = read_report(path)
    assert report.text == text


def test_a_few_control_characters_are_kept() -> None:
    text = samples.PLAIN + "a\0b\x07c\n"
    assert read_report(text.encode(), name="a.txt").text == text


def test_the_others_are_read_and_order_is_kept(tmp_path: Path) -> None:
    names = ["a.txt", "bad.pdf", "c.html", "none.txt", "d.txt"]
    (tmp_path / "a.txt").write_text(samples.PLAIN)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "c.html").write_text(samples.page())
    (tmp_path / "d.txt").write_text(samples.PLAIN)
    found = list(read_reports([tmp_path / name for name in names]))
    assert [Path(r.source).name for r in found] == names
    assert [isinstance(r, Report) for r in found] == [True, False, True, False, True]


def test_what_is_no_report_in_a_folder_is_named_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(samples.page())
    (tmp_path / "bad.docx").write_bytes(b"PK, but no ZIP")
    (tmp_path / "blank.md").write_text(" \n\n")
    (tmp_path / "notes.xyz").write_text(samples.PLAIN)
    (tmp_path / "z.txt").write_text(samples.PLAIN)
    found = list(read_reports([tmp_path]))
    assert [Path(r.source).name for r in found if isinstance(r, Report)] == ["a.html", "z.txt"]
    assert [Path(r.source).name for r in found if isinstance(r, ReportError)] == [
        "bad.docx", "blank.md", "notes.xyz",
    ]  # fmt: skip


def test_a_record_without_words_does_not_end_the_others(tmp_path: Path, here: Limits) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "..."}\n' + samples.JSONL.splitlines()[0] + b"\n")
    blank, report = read_reports([path], limits=here)
    assert isinstance(blank, NotAReport)
    assert isinstance(report, Report)


def test_read_report_raises_what_read_reports_yields(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="no such file"):
        read_report(tmp_path / "none.txt")
    with pytest.raises(NotAReport, match="several reports"):
        read_report(samples.mbox(), name="a.mbox", limits=Limits(isolate=False))


def test_a_worker_reads_as_this_process_does(here: Limits) -> None:
    data = samples.page().encode()
    assert read_report(data, name="a.html") == read_report(data, name="a.html", limits=here)


def test_pages_in_records_are_read_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(*_: object) -> None:
        pytest.fail("it was read in this process")

    monkeypatch.setattr("sayso.reports.page.page_draft", here)
    assert read_report(samples.JSONL.splitlines()[2], name="r.jsonl").title == samples.TITLE


def test_a_late_worker_is_killed_and_the_rest_goes_on() -> None:
    slow = samples.page().encode()
    found = read_reports([slow, samples.PLAIN.encode()], limits=Limits(seconds=0.0))
    late, after = found
    assert isinstance(late, SourceTooLarge)
    assert "took over" in late.reason
    assert isinstance(after, Report)


def test_a_crashed_worker_is_named_and_replaced() -> None:
    from sayso.reports.compose import Given
    from sayso.reports.pieces import Piece
    from sayso.reports.worker import Worker

    worker = Worker()
    request = (Piece("a.html", data=samples.page().encode()), Given(), Limits(), 0)
    worker.send(request)
    assert worker._process is not None
    worker._process.kill()
    (error,) = worker.results()
    assert isinstance(error, NotAReport)
    worker.send(request)
    (report,) = worker.results()
    assert isinstance(report, Report)
    worker.stop()


def test_what_was_sent_after_a_crash_is_read_in_its_order() -> None:
    from sayso.reports.compose import Given
    from sayso.reports.pieces import Piece
    from sayso.reports.worker import Worker

    worker, page = Worker(), samples.page().encode()
    for name in ("a.html", "b.html", "c.html"):
        worker.send((Piece(name, data=page), Given(), Limits(), 0))
    assert worker._process is not None
    worker._process.kill()
    found = [item for _ in range(3) for item in worker.results()]
    worker.stop()
    assert [item.source for item in found] == ["a.html", "b.html", "c.html"]
    assert [type(item) for item in found] == [NotAReport, Report, Report]


def test_a_worker_is_sent_no_more_than_its_pipe_holds() -> None:
    from sayso.reports.worker import AHEAD, ROOM, Worker

    worker, large = Worker(), b"x" * ROOM
    assert worker.has_room(large)
    worker._sent.extend([(None, large)])
    assert worker.has_room(large)
    assert not worker.has_room(large + b"x")
    worker._sent.extend([(None, b"x")] * (AHEAD - 1))
    assert not worker.has_room(b"")


def test_a_workers_words_are_taken_as_values_only() -> None:
    import io
    import pickle

    from sayso.reports.messages import ValuesOnly

    with pytest.raises(pickle.UnpicklingError):
        ValuesOnly(io.BytesIO(pickle.dumps(os.system))).load()


def test_nothing_heavy_is_imported_for_plain_text() -> None:
    code = (
        "import sys; from sayso.reports import read_report; read_report(b'The minister said on"
        " Tuesday that he was not at the harbour and that it was for the board to say who had"
        " been there at the time of the talks.');"
        "print([m for m in ('trafilatura', 'lxml', 'pypdfium2', 'docx', 'warcio', 'urllib3',"
        " 'py3langid', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run(  # our own interpreter
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "[]"
