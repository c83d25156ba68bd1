from __future__ import annotations

import threading
from collections import Counter
from types import SimpleNamespace

import pytest

from benchmarks import stages


def stack(*files):
    """A stack of frames, innermost first."""
    frame = None
    for name in reversed(files):
        frame = SimpleNamespace(f_code=SimpleNamespace(co_filename=name), f_back=frame)
    return frame


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (["/x/src/sayso/reader/words.py", "/x/src/sayso/case.py"], "reader/words.py"),
        (
            ["/v/site-packages/onnxruntime/capi/session.py", "/x/src/sayso/reader/run.py"],
            "reader/run.py → onnxruntime",
        ),
        (
            ["/v/site-packages/tokenizers/a.py", "/v/lib/contextlib.py", "/x/src/sayso/case.py"],
            "case.py → tokenizers",
        ),
        (["/v/lib/re.py", "/x/src/sayso/cli/main.py"], "cli/main.py"),
        (["/v/lib/importlib/frozen.py"], "imports and the interpreter"),
        ([], "imports and the interpreter"),
    ],
    ids=[
        "own file",
        "a library",
        "a library through another",
        "the standard library",
        "imports",
        "nothing",
    ],
)
def test_the_innermost_file_of_ours_is_named(files, place):
    assert stages.place_of(stack(*files)) == place


def test_shares_are_percent_and_small_ones_go_together():
    seen = Counter({"reader": 98, "a": 1, "b": 1})
    assert stages.shares(seen, least=2) == [("reader", 98.0), ("the rest", 2.0)]


def test_a_thread_is_seen_at_work():
    wait = threading.Event()
    sampler = stages.Sampler(threading.get_ident())
    sampler.start()
    wait.wait(0.1)
    assert sampler.stop().total() > 0
