from __future__ import annotations

import gzip

import samples
from reading import every

from sayso.errors import NotAReport, SourceTooLarge
from sayso.reports import Limits


def test_archive_members_have_their_path_and_cannot_leave_it() -> None:
    data = samples.zipped(
        {
            "../../x.txt": samples.PLAIN.encode(),
            "b/c.txt": samples.PLAIN.encode(),
            "__MACOSX/b.txt": b"x",
            "pic.png": b"\x89PNG\r\n\x1a\n",
        }
    )
    found = every(data, "a.zip")
    assert [getattr(r, "source", None) for r in found] == [
        "a.zip/../../x.txt",
        "a.zip/b/c.txt",
        "a.zip/pic.png",
    ]
    assert isinstance(found[-1], NotAReport)


def test_archives_in_archives_end() -> None:
    data = samples.PLAIN.encode()
    for n in range(6):
        data = samples.zipped({f"{n}.zip" if n else "a.txt": data})
    (error,) = every(data, "a.zip")
    assert isinstance(error, SourceTooLarge)


def test_an_archive_bomb_is_refused_unopened() -> None:
    data = samples.zipped({"a.txt": b"\0" * (8 << 20)})
    small = Limits(isolate=False, page=1 << 20)
    (error,) = every(data, "a.zip", small)
    assert isinstance(error, SourceTooLarge)
    (error,) = every(gzip.compress(b"a" * (2 << 20)), "a.gz", Limits(isolate=False, file=1 << 20))
    assert isinstance(error, SourceTooLarge)
