"""Report to reading: words, windows, one pass of the model, and what it says put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reader.decoding import tree
from sayso.reader.framing import FrameLayer, post_spans
from sayso.reader.linking import Candidate, link
from sayso.reader.model import FRAMES, OUTPUTS, Answers, ReaderModel, Window
from sayso.reader.planning import Plan, likely_starts, plan_windows
from sayso.reader.tagging import TIES, TagLayer, attribution_tags
from sayso.reader.verb_forms import base_form
from sayso.reader.windows import lay_out
from sayso.reader.words import cut_words
from sayso.values import Mention, Reading, Report, Role, Span, TaggedSpan, Tie, Token

BATCH_PIECES = 1200
"""About how many pieces go through the model at once: more does not make it faster."""

SECTION = 20_000
"""Words that are read and linked together; nearly every report is one section."""

Numbered = tuple[int, Plan, Window]
"""A window with its plan and the number of the text it belongs to."""


@dataclass(slots=True)
class Words:
    """All of a text's words, with the model's answers for each, by word number."""

    spans: list[Span]
    forms: list[str]
    begins: NDArray[np.bool_]
    upos: NDArray[np.int64]
    feats: NDArray[np.int64]
    lemma: NDArray[np.int64]
    heads: NDArray[np.int64]
    deprels: NDArray[np.int64]
    mention: NDArray[np.float32]
    mention_start: NDArray[np.int64]
    mention_end: NDArray[np.int64]
    coref: NDArray[np.float32]
    tags: TagLayer
    frames: FrameLayer


@dataclass(slots=True)
class Parts:
    """A reading as it grows, section by section. `groups` counts its coreference groups."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    tags: list[TaggedSpan] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    factuality: list[float] = field(default_factory=list)
    posts: list[TaggedSpan] = field(default_factory=list)
    groups: int = 0

    def reading(self, report: Report) -> Reading:
        return Reading(
            report,
            tuple(self.tokens),
            tuple(self.sentences),
            tuple(self.mentions),
            tuple(self.tags),
            tuple(self.ties),
            tuple(self.roles),
            tuple(self.factuality),
            tuple(self.posts),
        )

    def add_frames(self, words: Words, names: Sequence[str]) -> None:
        """What a section says of roles, factuality and posts; before its tokens are added."""
        base = len(self.tokens)
        for r in sorted(words.frames.roles, key=lambda r: (r.predicate, r.argument)):
            self.roles.append(Role(base + r.predicate, base + r.argument, r.label, r.score))
        self.factuality.extend(words.frames.sureness.tolist())
        self.posts.extend(post_spans(words.frames, words.spans, names))


class Reader:
    """Reads reports. One instance holds the loaded model and can be used for many.

    With `frames`, readings also have `roles`, `factuality` and `posts`: the rooms behind the
    reader do without them, and they cost time.
    """

    def __init__(
        self, path: Path | None = None, threads: int | None = None, *, frames: bool = False
    ) -> None:
        self.model = ReaderModel(path, threads)
        self._frames = frames

    def read(self, report: Report) -> Reading:
        """Everything the model tells of a report. An empty text gives an empty reading."""
        spans, forms, breaks = _cut(report.text)
        parts = Parts()
        for start, end in _sections(breaks):
            words = self._answer(spans[start:end], forms[start:end], breaks[start:end])
            tokens = tuple(self._tokens(words, len(parts.tokens)))
            begins = [len(parts.tokens) + int(i) for i in np.flatnonzero(words.begins)]
            parts.mentions.extend(self._mentions(words, tokens, parts))
            tags, ties = attribution_tags(words.tags, words.spans, self.model)
            if self._frames:
                parts.add_frames(words, self.model.post_tags)
            base = len(parts.tags)
            parts.ties.extend(Tie(t.cue + base, t.other + base, t.score) for t in ties)
            parts.tags.extend(tags)
            parts.tokens.extend(tokens)
            parts.sentences.extend(zip(begins, [*begins[1:], len(parts.tokens)], strict=True))
        return parts.reading(report)

    def tag(self, texts: Sequence[str]) -> list[tuple[tuple[TaggedSpan, ...], tuple[Tie, ...]]]:
        """The attribution tags alone of many short texts, each by itself; spans are its own."""
        cuts = [_cut(text) for text in texts]
        windows = [(n, p, w) for n, cut in enumerate(cuts) for p, w in self._windows(*cut[1:])]
        layers = [TagLayer.empty(len(cut[0]), len(self.model.tags)) for cut in cuts]
        for (n, plan, _), answers in self._run(windows, only=("tags", *TIES)):
            layers[n].keep(plan, answers)
        return [
            attribution_tags(layer, cut[0], self.model) if cut[0] else ((), ())
            for layer, cut in zip(layers, cuts, strict=True)
        ]

    def _answer(self, spans: list[Span], forms: list[str], breaks: list[bool]) -> Words:
        """The model's answers for a section's words."""
        words = self._empty(spans, forms)
        windows = [(0, p, w) for p, w in self._windows(forms, breaks)]
        only = (*OUTPUTS, *FRAMES) if self._frames else OUTPUTS
        for (_, plan, _), answers in self._run(windows, only):
            self._keep(words, plan, answers)
        words.begins |= np.array(breaks)
        return words

    def _windows(
        self, forms: Sequence[str], breaks: Sequence[bool]
    ) -> Iterator[tuple[Plan, Window]]:
        cutter = self.model.pieces
        costs = [len(cutter.of(w)) + b for w, b in zip(forms, breaks, strict=True)]
        for plan in plan_windows(costs, likely_starts(forms, breaks)):
            shown = breaks[plan.start : plan.end]
            layout = lay_out(forms[plan.start : plan.end], shown, cutter)
            starts = list(shown)
            starts[plan.own_start - plan.start] = True
            yield plan, Window(layout, starts)

    def _run(
        self, windows: Sequence[Numbered], only: Sequence[str]
    ) -> Iterator[tuple[Numbered, Answers]]:
        """Windows of like length together, each batch of about BATCH_PIECES."""
        ordered = sorted(windows, key=lambda item: len(item[2].layout.pieces))
        for batch in _batches(ordered):
            answers = self.model.run([window for _, _, window in batch], only)
            yield from zip(batch, answers, strict=True)

    def _empty(self, spans: list[Span], forms: list[str]) -> Words:
        n, model = len(spans), self.model
        whole = {
            name: np.zeros(n, np.int64)
            for name in ("upos", "feats", "lemma", "deprels", "mention_start", "mention_end")
        }
        return Words(
            spans,
            forms,
            begins=np.zeros(n, np.bool_),
            heads=np.arange(n),
            mention=np.zeros((n, len(model.mention_types)), np.float32),
            coref=np.zeros((n, 257), np.float32),
            tags=TagLayer.empty(n, len(model.tags)),
            frames=FrameLayer.empty(n, len(model.post_tags)),
            **whole,
        )

    def _keep(self, words: Words, plan: Plan, answers: Answers) -> None:
        """Copies the owned part of a window's answers, word numbers made absolute."""
        own = slice(plan.own_start, plan.own_end)
        part = slice(plan.own_start - plan.start, plan.own_end - plan.start)
        for name in ("upos", "feats", "lemma", "deprels", "mention", "coref"):
            getattr(words, name)[own] = answers[name][part]
        for name in ("mention_start", "mention_end"):
            getattr(words, name)[own] = answers[name][part].astype(np.int64) + plan.start
        words.begins[own] = answers["begins"][part].astype(bool)
        begins = np.flatnonzero(answers["begins"][part].astype(bool)) + part.start
        for start, end in zip(begins, [*begins[1:], part.stop], strict=True):
            arcs = answers["arcs"][start:end, start:end].astype(np.float32)
            greedy = answers["heads"][start:end].astype(np.int64) - start
            if (greedy < 0).any() or (greedy >= end - start).any():
                greedy = arcs.argmax(1)
            words.heads[plan.start + start : plan.start + end] = (
                tree(arcs, greedy) + plan.start + start
            )
            if self._frames:
                sentence = int(start), int(end)
                words.frames.keep_sentence(answers, sentence, plan.start, self.model)
        words.tags.keep(plan, answers)
        if self._frames:
            words.frames.keep(plan, answers)

    def _tokens(self, words: Words, base: int) -> Iterator[Token]:
        """`base` is the number of tokens before this section."""
        model = self.model
        roots = words.heads == np.arange(len(words.heads))
        for i, ((start, end), form) in enumerate(zip(words.spans, words.forms, strict=True)):
            upos = model.upos[words.upos[i]]
            yield Token(
                start,
                end,
                upos,
                model.feats[words.feats[i]],
                self._lemma(form, upos, int(words.lemma[i])),
                -1 if roots[i] else base + int(words.heads[i]),
                self._deprel(int(words.deprels[i]), root=bool(roots[i])),
            )

    def _deprel(self, number: int, *, root: bool) -> str:
        """A tree that was mended may leave a label that doesn't go with its head."""
        if root:
            return "root"
        name = self.model.deprels[number]
        return "dep" if name == "root" else name

    def _lemma(self, form: str, upos: str, rule: int) -> str:
        """A verb's by the grammar, as learned rules cut too much or too little of verbs they
        have not met; the others' by the rule that the model chose."""
        if upos == "VERB":
            return base_form(form)
        cut, add = self.model.lemma_rules[rule]
        base = form if upos == "PROPN" else form.lower()
        return base[: len(base) - cut] + add if cut < len(base) or add else base

    def _mentions(self, words: Words, tokens: Sequence[Token], before: Parts) -> Iterator[Mention]:
        """One mention a head word at most; a pointer that misses its head is not followed."""
        names = self.model.mention_types
        kinds = words.mention.argmax(1)
        at = [i for i in np.flatnonzero(kinds).tolist() if words.mention[i, 0] < np.log(0.5)]
        found: dict[tuple[int, int], int] = {}
        for i in at:
            start = min(int(words.mention_start[i]), i)
            end = max(int(words.mention_end[i]), i) + 1
            found.setdefault((start, end), i)
        ordered = sorted(found.items())
        candidates = [
            Candidate(
                head=i,
                upos=tokens[i].upos,
                form=words.forms[i].lower(),
                words=tuple(w.lower() for w in words.forms[start:end]),
                type=names[kinds[i]],
                start=start,
                end=end,
                feats=tokens[i].feats,
            )
            for (start, end), i in ordered
        ]
        order = np.argsort([c.head for c in candidates], kind="stable")
        vectors = words.coref[[candidates[k].head for k in order]]
        groups = link([candidates[k] for k in order], vectors, self.model.pair_scores)
        group_of = {int(k): g for k, g in zip(order, groups, strict=True)}
        number, group = len(before.mentions) + 1, before.groups + 1
        before.groups += len(set(groups))
        for k, c in enumerate(candidates):
            yield Mention(
                f"m{number + k}",
                tokens[c.start].start,
                tokens[c.end - 1].end,
                c.type,
                tokens[c.head].upos == "PROPN",
                len(before.tokens) + c.head,
                f"e{group + group_of[k]}",
            )


def _cut(text: str) -> tuple[list[Span], list[str], list[bool]]:
    """Words as spans and as forms, and which of them begin a paragraph."""
    spans = cut_words(text)
    breaks = [i == 0 or "\n" in text[spans[i - 1][1] : span[0]] for i, span in enumerate(spans)]
    return spans, [text[s:e] for s, e in spans], breaks


def _sections(breaks: Sequence[bool]) -> Iterator[Span]:
    """Stretches of about SECTION words that end with a paragraph: what is held at one time."""
    start = 0
    while start < len(breaks):
        end = min(start + SECTION, len(breaks))
        while end < len(breaks) and end < start + 2 * SECTION and not breaks[end]:
            end += 1
        yield start, end
        start = end


def _batches(windows: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    batch: list[Numbered] = []
    for item in windows:
        if batch and len(item[2].layout.pieces) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch
