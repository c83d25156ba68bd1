"""Report to reading: words, windows, one pass of the model, and what it says put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reader.decoding import spans_of, tree, viterbi
from sayso.reader.linking import Candidate, link
from sayso.reader.model import Answers, ReaderModel, Window
from sayso.reader.planning import Plan, likely_starts, plan_windows
from sayso.reader.windows import lay_out
from sayso.reader.words import cut_words
from sayso.values import Mention, Reading, Report, Span, TaggedSpan, Tie, Token

BATCH_PIECES = 2400
"""About how many pieces go through the model at once: more does not make it faster."""

BEST = 3
"""How many targets of a tie are kept for a word."""


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
    tags: NDArray[np.float32]
    coref: NDArray[np.float32]
    ties: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]]


class Reader:
    """Reads reports. One instance holds the loaded model and can be used for many."""

    def __init__(self, path: Path | None = None, threads: int | None = None) -> None:
        self.model = ReaderModel(path, threads)

    def read(self, report: Report) -> Reading:
        """Everything the model tells of a report. An empty text gives an empty reading."""
        words = self.answer(report.text)
        if words is None:
            return Reading(report, (), ())
        tokens = tuple(self._tokens(words))
        starts = np.flatnonzero(words.begins).tolist()
        sentences = tuple(zip(starts, [*starts[1:], len(tokens)], strict=True))
        mentions = tuple(self._mentions(words, tokens))
        tags, ties = self.attribution_tags(words)
        return Reading(report, tokens, sentences, mentions, tags, ties)

    def answer(self, text: str) -> Words | None:
        """The model's answers for every word of `text`, or None if it has no words."""
        spans = cut_words(text)
        if not spans:
            return None
        forms = [text[s:e] for s, e in spans]
        breaks = [
            i == 0 or "\n" in text[spans[i - 1][1] : span[0]] for i, span in enumerate(spans)
        ]
        cutter = self.model.pieces
        costs = [len(cutter.of(w)) + b for w, b in zip(forms, breaks, strict=True)]
        plans = list(plan_windows(costs, likely_starts(forms, breaks)))
        words = self._empty(spans, forms)
        for plan, answers in self._run(plans, forms, breaks):
            self._keep(words, plan, answers)
        words.begins |= np.array(breaks)
        return words

    def _run(
        self, plans: Sequence[Plan], forms: Sequence[str], breaks: Sequence[bool]
    ) -> Iterator[tuple[Plan, Answers]]:
        """Windows of like length together, each batch of about BATCH_PIECES."""
        cutter = self.model.pieces
        made = []
        for plan in plans:
            shown = breaks[plan.start : plan.end]
            layout = lay_out(forms[plan.start : plan.end], shown, cutter)
            starts = list(shown)
            starts[plan.own_start - plan.start] = True
            made.append((plan, Window(layout, starts)))
        made.sort(key=lambda pair: len(pair[1].layout.pieces))
        for batch in _batches(made):
            answers = self.model.run([window for _, window in batch])
            yield from zip([plan for plan, _ in batch], answers, strict=True)

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
            tags=np.zeros((n, len(model.tags)), np.float32),
            coref=np.zeros((n, 257), np.float32),
            ties={
                name: (np.zeros((n, BEST), np.int64), np.full((n, BEST), -99.0, np.float32))
                for name in ("cue_source", "content_cue")
            },
            **whole,
        )

    def _keep(self, words: Words, plan: Plan, answers: Answers) -> None:
        """Copies the owned part of a window's answers, word numbers made absolute."""
        own = slice(plan.own_start, plan.own_end)
        part = slice(plan.own_start - plan.start, plan.own_end - plan.start)
        for name in ("upos", "feats", "lemma", "deprels", "mention", "tags", "coref"):
            getattr(words, name)[own] = answers[name][part]
        for name in ("mention_start", "mention_end"):
            getattr(words, name)[own] = answers[name][part].astype(np.int64) + plan.start
        words.begins[own] = answers["begins"][part] > 0
        begins = np.flatnonzero(answers["begins"][part] > 0) + part.start
        for start, end in zip(begins, [*begins[1:], part.stop], strict=True):
            arcs = answers["arcs"][start:end, start:end].astype(np.float32)
            greedy = answers["heads"][start:end].astype(np.int64) - start
            if (greedy < 0).any() or (greedy >= end - start).any():
                greedy = arcs.argmax(1)
            words.heads[plan.start + start : plan.start + end] = (
                tree(arcs, greedy) + plan.start + start
            )
        for name, (targets, scores) in words.ties.items():
            table = answers[name][part].astype(np.float32)
            best = np.argsort(-table, axis=1)[:, :BEST]
            found = best.shape[1]
            targets[own, :found] = best + plan.start
            scores[own, :found] = np.take_along_axis(table, best, 1)

    def _tokens(self, words: Words) -> Iterator[Token]:
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
                -1 if roots[i] else int(words.heads[i]),
                model.deprels[words.deprels[i]],
            )

    def _lemma(self, form: str, upos: str, rule: int) -> str:
        cut, add = self.model.lemma_rules[rule]
        base = form if upos == "PROPN" else form.lower()
        return base[: len(base) - cut] + add if cut < len(base) or add else base

    def _mentions(self, words: Words, tokens: Sequence[Token]) -> Iterator[Mention]:
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
        for k, c in enumerate(candidates):
            yield Mention(
                f"m{k + 1}",
                tokens[c.start].start,
                tokens[c.end - 1].end,
                c.type,
                tokens[c.head].upos == "PROPN",
                c.head,
                f"e{group_of[k] + 1}",
            )

    def attribution_tags(self, words: Words) -> tuple[tuple[TaggedSpan, ...], tuple[Tie, ...]]:
        """Tagged fragments, and for each content its cue, for each cue its source."""
        best = viterbi(words.tags, self.model.transitions)
        shares = np.exp(words.tags - words.tags.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        found = spans_of(best, self.model.tags)
        tags = tuple(
            TaggedSpan(
                role,
                words.spans[s][0],
                words.spans[e - 1][1],
                round(float(shares[np.arange(s, e), best[s:e]].mean()), 4),
            )
            for role, s, e in found
        )
        return tags, tuple(_ties(found, words))


def _batches(made: list[tuple[Plan, Window]]) -> Iterator[list[tuple[Plan, Window]]]:
    batch: list[tuple[Plan, Window]] = []
    for pair in made:
        if batch and len(pair[1].layout.pieces) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(pair)
    if batch:
        yield batch


def _ties(found: Sequence[tuple[str, int, int]], words: Words) -> Iterator[Tie]:
    """Every content with the cue its words point at most, every cue with its source.

    A vote is shared among a span's words: each gives its targets' probabilities.
    """
    for i, (role, start, end) in enumerate(found):
        wanted = {"content": "cue", "cue": "source"}.get(role)
        if wanted is None:
            continue
        targets, scores = words.ties["content_cue" if role == "content" else "cue_source"]
        votes: dict[int, float] = {}
        for word, share in zip(
            targets[start:end].ravel().tolist(),
            np.exp(scores[start:end]).ravel().tolist(),
            strict=True,
        ):
            k = _span_at(found, word, wanted)
            if k is not None:
                votes[k] = votes.get(k, 0.0) + share / (end - start)
        if votes:
            k = max(votes, key=lambda key: (votes[key], -key))
            cue, other = (k, i) if role == "content" else (i, k)
            yield Tie(cue, other, round(votes[k], 4))


def _span_at(found: Sequence[tuple[str, int, int]], word: int, role: str) -> int | None:
    """The span of `role` that holds `word`; found by halving, as spans are in order."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle][2] <= word:
            low = middle + 1
        else:
            high = middle
    if low < len(found) and found[low][0] == role and found[low][1] <= word:
        return low
    return None


def read_all(reader: Reader, reports: Iterable[Report]) -> Iterator[Reading]:
    for report in reports:
        yield reader.read(report)
