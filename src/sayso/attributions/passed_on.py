"""Words that somebody passes on for another: "X quoted Y as saying", "…,” X quoted Y as saying",
"X cited Y as saying that …". X tells it, and within that it is Y who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.attributions.joining import Joined, mend, strip
from sayso.attributions.tree import Tree
from sayso.values import Span

_PASSING_ON = frozenset({"quote", "cite"})
_FAR = 14
_MARKS = frozenset('.;:“”"')
_SPEAKING = frozenset({"saying", "telling", "writing"})


def passing_on(text: str, tree: Tree, joined: Joined) -> Joined:
    """The attribution of whoever quotes another: its cue is the quoting alone, and all of what the
    other said and that it was the other is its content."""
    found = _quoted(tree, joined)
    if found is None:
        return joined
    end, (speaker, says) = tree.tokens[found[0]].end, found[1]
    behind = [span for span in joined.content if says[1] < span[1]]
    last = max((end for start, end in behind if start <= says[1] + 1), default=says[1])
    kept = [span for span in joined.content if not speaker[0] <= span[0] < last]
    content = mend(text, [*kept, (speaker[0], last)])
    cue = tuple((first, min(last, end)) for first, last in joined.cue if first < end)
    return replace(joined, cue=cue, content=content)


def passed_on(text: str, tree: Tree, joined: Joined) -> Iterator[Joined]:
    """What the other says, within the words of whoever quotes him."""
    found = _quoted(tree, joined)
    if found is None:
        return
    speaker, says = found[1]
    rest = [
        strip(text, (says[1] if start <= says[0] < end else start, end))
        for start, end in joined.content
    ]
    content = tuple(span for span in rest if span[0] < span[1])
    if content:
        yield Joined((speaker,), (says,), content)


def _quoted(tree: Tree, joined: Joined) -> tuple[int, tuple[Span, Span]] | None:
    """The verb of quoting, and the words for the other and for what he does ("as saying"), by the
    words alone, as parsers slip here."""
    for verb in tree.indices(joined.cue):
        if tree.tokens[verb].upos != "VERB" or tree.lemma(verb) not in _PASSING_ON:
            continue
        for at in range(verb + 2, min(verb + _FAR, len(tree.tokens) - 1)):
            if tree.tokens[at].upos == "VERB" or tree.form(at) in _MARKS:
                break
            if tree.form(at).lower() == "as" and tree.form(at + 1).lower() in _SPEAKING:
                speaker = (tree.tokens[verb + 1].start, tree.tokens[at - 1].end)
                return verb, (speaker, (tree.tokens[at].start, tree.tokens[at + 1].end))
    return None
