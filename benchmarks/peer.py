"""The peer for speed: a spaCy CNN pipeline of default English make-up, with random weights.

Run by an interpreter that has spaCy (see `speed.py`); nothing of Sayso is imported here. The
configuration is the one `spacy init config --lang en --optimize efficiency` writes: a shared
tok2vec (hashed features, width 96, depth 4), tagger, parser and named entities. The numbers of
labels are those of spaCy's own small English model; what the labels are does not matter here.

    python benchmarks/peer.py save FOLDER      makes the pipeline
    python benchmarks/peer.py read FOLDER TEXT …
"""

from __future__ import annotations

import importlib
import random
import sys
from pathlib import Path
from typing import Any

TAGS, RELATIONS, ENTITIES = 50, 45, 18
SENTENCES, LENGTH = 400, 24
VOCABULARY = [f"word{number}" for number in range(2000)]


def annotation(rng: random.Random) -> dict[str, Any]:
    """One invented sentence: a tag, a projective head and a relation a word, and three names."""
    size = LENGTH
    heads = [0, *_projective(rng, size)]
    relations = [f"dep{rng.randrange(RELATIONS - 1)}" for _ in range(size)]
    relations[0] = "ROOT"
    entities = ["O"] * size
    for at in rng.sample(range(size), 3):
        entities[at] = f"U-ENT{rng.randrange(ENTITIES)}"
    return {
        "words": [rng.choice(VOCABULARY) for _ in range(size)],
        "tags": [f"T{rng.randrange(TAGS)}" for _ in range(size)],
        "heads": heads,
        "deps": relations,
        "entities": entities,
    }


def _projective(rng: random.Random, size: int) -> list[int]:
    """Heads for words 1…size-1: the root (word 0), or the next word, which hangs on the root.

    So arcs go both ways, none cross, and there is no cycle.
    """
    heads: list[int] = []
    for index in range(1, size):
        next_free = index + 1 < size and (not heads or heads[-1] != index)
        heads.append(index + 1 if next_free and rng.random() < 0.6 else 0)
    return heads


def make() -> Any:
    """The pipeline, its weights as they are drawn (seed 0)."""
    spacy = importlib.import_module("spacy")
    init_config = importlib.import_module("spacy.cli.init_config").init_config
    example = importlib.import_module("spacy.training").Example
    tokens = importlib.import_module("spacy.tokens").Doc
    spacy.util.fix_random_seed(0)
    config = init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    rng = random.Random(0)
    examples = []
    for _ in range(SENTENCES):
        sentence = annotation(rng)
        doc = tokens(nlp.vocab, words=sentence["words"])
        examples.append(example.from_dict(doc, sentence))
    nlp.initialize(lambda: examples)
    return nlp


def read(folder: Path, texts: list[Path]) -> None:
    """Loads the pipeline and runs it over the texts, one process; says how many tokens it saw."""
    nlp = importlib.import_module("spacy").load(folder)
    docs = nlp.pipe(path.read_text(encoding="utf-8") for path in texts)
    sys.stdout.write(f"{sum(map(len, docs))} tokens\n")


if __name__ == "__main__":
    if sys.argv[1] == "save":
        make().to_disk(sys.argv[2])
    else:
        read(Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
