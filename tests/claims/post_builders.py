"""Builders of readings for posts, from text alone, and of what is expected of them in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.posts import find_posts
from sayso.times import find_times
from sayso.values import Mention, Post, Reading, Report, Span, TaggedSpan, Token

PUBLISHED = "2024-03-12"
Marks = tuple[tuple[str, str, str], ...]


def reading_of(text: str, marks: Marks = (), tagged: Sequence[TaggedSpan] = ()) -> Reading:
    """A reading whose sentences end at ". " and at line ends, as a parser's might.

    `marks` are mentions: (words, type, entity), each where it stands next in the text.
    """
    tokens, sentences = [], []
    for line in re.finditer(r"(?:[^.\n]|\.(?! )|\. ?(?=[a-z]))+\.?", text):
        words = list(re.finditer(r"\w+|[^\w\s]", text[line.start() : line.end()]))
        if words:
            sentences.append((len(tokens), len(tokens) + len(words)))
        for word in words:
            start, end = line.start() + word.start(), line.start() + word.end()
            tokens.append(Token(start, end, "X", "", word[0], -1, "root"))
    mentions, at = [], 0
    for number, (words, kind, entity) in enumerate(marks):
        start = text.index(words, at)
        at = start
        named = words[0].isupper() and words not in ("He", "She")
        head = next(i for i, token in enumerate(tokens) if token.start >= start)
        mentions.append(Mention(f"m{number}", start, start + len(words), kind, named, head, entity))
    report = Report("r", "test", text, published=PUBLISHED)
    return Reading(report, tuple(tokens), tuple(sentences), tuple(mentions), posts=tuple(tagged))


def shown(text: str, post: Post) -> str:
    """A post in words: "rank person | title or role | unit | status | since/until | after"."""

    def words(span: Span | None) -> str:
        return text[slice(*span)] if span else ""

    person = f"{words(post.rank)} {words(post.person)}".strip()
    term = f"{post.since or ''}/{post.until or ''}" if post.since or post.until else ""
    parts = [
        person,
        words(post.title or post.role),
        words(post.organization),
        post.status or "",
        term,
        f"after {words(post.after)}" if post.after else "",
    ]
    return " | ".join(parts).rstrip(" |")


def posts_in(text: str, marks: Marks = ()) -> list[str]:
    """The posts that the patterns find in a text, in words."""
    found = find_posts(reading_of(text, marks), times=find_times(text, PUBLISHED))
    return [shown(text, post) for post in found]
