from __future__ import annotations

import pytest

from benchmarks import command, peer, places, speed


def test_loading_is_taken_off():
    pace = speed.Pace(words=1000, seconds=5.0, loading=3.0)
    assert (pace.with_loading, pace.without_loading) == (200, 500)


def test_the_ratio_is_ours_for_one_of_theirs():
    race = speed.Race(speed.Pace(1000, 5.0, 3.0), speed.Pace(1000, 6.0, 2.0))
    assert (race.ratio, race.ratio_with_loading) == pytest.approx((2.0, 1.2))


@pytest.fixture
def articles(tmp_path, monkeypatch):
    folder = tmp_path / "polnear" / "dev" / "text"
    folder.mkdir(parents=True)
    for name, text in (("b", "two words"), ("a", "and three more")):
        (folder / f"{name}.txt").write_text(text)
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    return folder


def test_texts_are_in_order_and_counted(articles):
    assert speed.texts(1) == [articles / "a.txt"]
    assert speed.count_words(speed.texts()) == 5


@pytest.mark.usefixtures("articles")
def test_each_side_gets_its_own_seconds(monkeypatch):
    seconds = {"sayso": 3.0, "peer": 6.0, "sayso tiny": 1.0, "peer tiny": 2.0}
    monkeypatch.setattr(speed, "commands", lambda _folder, _paths: {n: [n] for n in seconds})
    monkeypatch.setattr(command, "run", lambda ran: seconds[ran[0]])
    race = speed.measure(2, None, lambda: None)
    assert race == speed.Race(speed.Pace(5, 3.0, 1.0), speed.Pace(5, 6.0, 2.0))


@pytest.mark.usefixtures("articles")
def test_both_read_the_same_texts(tmp_path, monkeypatch):
    monkeypatch.setattr(speed, "peer_python", lambda: "python")
    monkeypatch.setattr(command, "sayso", lambda: "sayso")
    monkeypatch.setattr(command, "run", lambda _: 0.0)
    found = speed.commands(tmp_path, speed.texts())
    texts = {name: [part for part in ran if part.endswith(".txt")] for name, ran in found.items()}
    assert texts["sayso"] == texts["peer"] == list(map(str, speed.texts()))
    assert texts["sayso tiny"] == texts["peer tiny"] == [str(tmp_path / "tiny.txt")]


def test_a_machine_without_spacy_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(speed.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(places, "ROOT", tmp_path)
    with pytest.raises(places.Missing, match="spaCy"):
        speed.peer_python()


@pytest.mark.parametrize("seed", range(5))
def test_the_peers_sample_trees_are_trees(seed):
    heads = peer.annotation(peer.random.Random(seed))["heads"]
    for index in range(len(heads)):
        assert index == 0 or heads[index] == 0 or heads[heads[index]] == 0
