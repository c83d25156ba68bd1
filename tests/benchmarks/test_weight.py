from __future__ import annotations

import pytest

from benchmarks import command, machine, places, start, weight


def test_the_summary_is_the_page(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "ROOT", tmp_path)
    (tmp_path / "examples" / "summary").mkdir(parents=True)
    page = tmp_path / "examples" / "summary" / "page.html"
    page.write_text("<p>.</p>")
    assert weight.page() == page


def test_without_any_page_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    with pytest.raises(places.Missing, match=r"seed/report\.txt"):
        weight.page()


def test_the_wheel_is_weighed(monkeypatch):
    def build(made):
        folder = places.Path(made[made.index("--wheel-dir") + 1])
        (folder / "sayso-1-py3-none-any.whl").write_bytes(b"x" * 2_500_000)
        return 0.0

    monkeypatch.setattr(command, "run", build)
    assert weight.wheel_megabytes() == 2.5


def test_the_first_start_is_not_counted(monkeypatch):
    seconds = iter([50.0, 40.0, 6.0, 2.0, 6.0, 2.0])
    monkeypatch.setattr(command, "sayso", lambda: "sayso")
    monkeypatch.setattr(command, "run", lambda _: next(seconds))
    assert start.measure(2, lambda: None).ratio == 3.0


def test_the_machine_is_told_without_its_name():
    told = machine.describe()
    assert f"{machine.cores()} cores" in told
    assert machine.platform.node() not in told


def test_values_are_read_from_the_kernels_files(tmp_path, monkeypatch):
    (tmp_path / "cpu").write_text("processor\t: 0\nmodel name\t: Invented 9000\n")
    (tmp_path / "memory").write_text("MemTotal:       16000000 kB\n")
    monkeypatch.setattr(machine, "CPUINFO", tmp_path / "cpu")
    monkeypatch.setattr(machine, "MEMINFO", tmp_path / "memory")
    assert (machine.processor(), machine.memory()) == ("Invented 9000", "16 GB")
