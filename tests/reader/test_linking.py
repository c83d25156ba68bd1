from __future__ import annotations

import numpy as np

from sayso.reader.linking import PAIR_FEATURES, SIZE, Candidate, link, pair_features


def mention(at: int, words: str, upos: str = "PROPN", kind: str = "person") -> Candidate:
    forms = tuple(words.lower().split())
    return Candidate(at, upos, forms[-1], forms, kind, at - len(forms) + 1, at + 1)


def test_features_stay_within_their_tables() -> None:
    some = [
        mention(5 * i, "the minister" if i % 2 else "he", "NOUN" if i % 2 else "PRON")
        for i in range(1, 60)
    ]
    features = pair_features(some)
    for k, size in enumerate(PAIR_FEATURES):
        assert 0 <= features[..., k].min() <= features[..., k].max() < size


def test_the_same_words_match_more_than_a_shared_head() -> None:
    pair = [
        mention(3, "Orla Vant"),
        mention(9, "Orla Vant"),
        mention(15, "Vant"),
        mention(20, "Dun"),
    ]
    matches = pair_features(pair)[..., 0] % 5
    assert matches[1, 0] == 3
    assert matches[2, 0] == 2
    assert matches[3, 0] == 0


def test_an_acronym_matches_what_it_shortens() -> None:
    pair = [mention(4, "Harbour Control Board", kind="organization"), mention(9, "HCB")]
    assert pair_features(pair)[1, 0, 0] % 5 == 4


def test_a_mention_joins_its_best_antecedent_only_if_that_beats_being_new() -> None:
    vectors = np.zeros((3, 2 * SIZE + 1), np.float32)
    vectors[0, SIZE] = vectors[1, 0] = 10.0  # the second looks for what the first offers
    tables = [np.zeros(n, np.float32) for n in PAIR_FEATURES]
    some = [mention(2, "Orla Vant"), mention(8, "she", "PRON"), mention(12, "Dun")]
    vectors[2, -1] = 1.0
    assert link(some, vectors, tables) == [0, 0, 1]


def test_no_mentions() -> None:
    assert link([], np.zeros((0, 2 * SIZE + 1), np.float32), []) == []
