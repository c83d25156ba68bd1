"""The tables of posts: `posts_found.txt` says how they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass
class PostRow:
    """A text, the reader's mentions in it as (words, kind, entity), and its posts in words."""

    id: str
    text: str = ""
    marks: list[tuple[str, str, str]] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)


def post_rows(name: str) -> list[PostRow]:
    """The entries of a table, in order."""
    found: list[PostRow] = []
    for line in filter(None, (FOLDER / name).read_text("utf-8").split("\n")):
        if line.startswith("["):
            found.append(PostRow(line.strip("[]")))
        elif line.startswith("@ "):
            words, _, rest = line[2:].rpartition(" : ")
            kind, entity = rest.split()
            found[-1].marks.append((words, kind, entity))
        elif line.startswith("= "):
            found[-1].expected.append(line[2:])
        elif not line.startswith(";"):
            found[-1].text = line.replace("\\n", "\n")
    return found
