"""The streams of the process: nobody takes the output, a full disk, closed, not UTF-8."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = "import sys; from sayso.cli import main; sys.exit(main())"
FULL = Path("/dev/full")
EXECUTE = f"import sys; os.execv(sys.executable, [sys.executable, '-c', {CODE!r}, *sys.argv[1:]])"


@pytest.mark.parametrize("command", ["claims", "people", "show"])
def test_nobody_takes_the_output(command: str, where: str) -> None:
    """`sayso claims | head -0` ends without a word on standard error."""
    name = ["Rhoda Quill"] if command == "show" else []
    with subprocess.Popen(
        [sys.executable, "-c", CODE, command, *name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_a_terminal_without_utf_8(where: str) -> None:
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    environment = {**os.environ, **plain, "PYTHONCOERCECLOCALE": "0"}
    told = [
        subprocess.run(
            [sys.executable, "-c", CODE, *arguments],
            capture_output=True,
            env=environment,
            check=False,
        )
        for arguments in (["claims"], ["show", "M\xe1rrabel".encode()], ["show", "Quill"])
    ]
    assert [each.returncode for each in told] == [0, 1, 1]
    claims, nobody, several = (each.stdout + each.stderr for each in told)
    assert b'stated as possible ("might") - 1998' in claims and b"M?rrable" in claims
    assert b"Traceback" not in nobody + several and b'"Quill" may be 2' in several


def test_nobody_takes_what_is_read() -> None:
    """`sayso read … | head -1` ends without a word on standard error."""
    pieces = [
        "import sys; sys.path[:0] = sys.argv[1:]",
        "from cli.conftest import FakeCase",
        "from builders import harbour",
        "from sayso.cli import main",
        "fake = sys.modules['sayso.case'] = FakeCase()",
        "fake.items = [harbour()] * 500",
        "sys.exit(main(['read', 'a', '--json']))",
    ]
    with subprocess.Popen(
        [sys.executable, "-c", "\n".join(pieces), str(Path(__file__).parents[1])],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--version"], id="version"),
        pytest.param(["--help"], id="help"),
        pytest.param(["people"], id="screen"),
        pytest.param(["claims", "--json"], id="for a program"),
    ],
)
def test_a_full_disk_is_said_in_a_line(arguments: list[str], where: str) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", CODE, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("sayso: standard output: cannot be written: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as POSIX shells do")
@pytest.mark.parametrize(
    ("closed", "arguments", "told"),
    [
        pytest.param(1, ["people"], "", id="output"),
        pytest.param(2, ["people", "--case", "none.sayso"], "", id="errors"),
        pytest.param(0, ["read", "-"], "sayso: -: the file is empty\n", id="input"),
    ],
)
def test_a_stream_that_is_closed(
    closed: int, arguments: list[str], told: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if closed == 0:
        monkeypatch.delenv("SAYSO_CASE")
    done = subprocess.run(
        [sys.executable, "-c", f"import os; os.close({closed}); {EXECUTE}", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (int(closed != 1), "", told)
