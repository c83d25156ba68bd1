"""The model file and one pass over a batch of windows. No torch, no network."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.reader.pieces import Pieces
from sayso.reader.windows import Layout

FORMAT = "sayso-reader-2"
INPUTS = ("pieces", "shapes", "mask", "first", "last", "words", "starts")
OUTPUTS = (
    "begins",
    "upos",
    "feats",
    "lemma",
    "arcs",
    "heads",
    "deprels",
    "mention",
    "mention_start",
    "mention_end",
    "tags",
    "cue_source",
    "content_cue",
    "coref",
)
FRAMES = ("predicate", "roles", "role_margins", "sureness", "posts")
"""Further answers, computed only for a reader that is asked for them."""

Array = NDArray[np.float32]
Answers = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Window:
    """A laid-out window; `starts` marks words that must begin a sentence."""

    layout: Layout
    starts: list[bool]


class ReaderModel:
    """The reader's network. `path` is an ONNX file; by default the one in the package.

    Raises ModelError if the file is missing, damaged or of another format.
    """

    def __init__(self, path: Path | None = None, threads: int | None = None) -> None:
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = threads or int(os.environ.get("SAYSO_THREADS", "0"))
        options.log_severity_level = 3
        # Threads that wait sleep: spinning, they take the core from the rooms behind the reader.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            data = (path or packaged()).read_bytes()
            self._session = ort.InferenceSession(data, options, ["CPUExecutionProvider"])
        except FileNotFoundError as error:
            raise ModelError(f"the reader's model is missing: {error.filename}") from error
        except Exception as error:  # onnxruntime raises its own unexported kinds
            raise ModelError(f"the reader's model cannot be loaded: {error}") from error
        found = self._session.get_modelmeta().custom_metadata_map
        if found.get("format") != FORMAT:
            raise ModelError(f"the model's format is {found.get('format')!r}, not {FORMAT!r}")
        self._metadata = found
        self._options = ort.RunOptions()
        self._options.only_execute_path_to_fetches = True
        labels = json.loads(found["labels"])
        self.upos: list[str] = labels["upos"]
        self.feats: list[str] = [f if f != "_" else "" for f in labels["feats"]]
        self.deprels: list[str] = labels["deprels"]
        self.tags: list[str] = labels["tags"]
        self.mention_types: list[str] = labels["mention_types"]
        self.roles: list[str] = labels["roles"]
        self.post_tags: list[str] = labels["post_tags"]
        self.lemma_rules: list[tuple[int, str]] = [
            (int(cut), add) for cut, add in (rule.split("|", 1) for rule in labels["lemma_rules"])
        ]
        self.transitions: Array = np.array(json.loads(found["transitions"]), np.float32)
        self.pair_scores: list[Array] = [
            np.array(t, np.float32) for t in json.loads(found["pairs"])
        ]

    @cached_property
    def pieces(self) -> Pieces:
        return Pieces(json.loads(self._metadata["vocabulary"]))

    def run(self, windows: Sequence[Window], only: Sequence[str] = OUTPUTS) -> list[Answers]:
        """Each window's answers, cut to its own words. Windows of like length cost least.

        `only` names the answers wanted; what they don't need is not computed.
        """
        wide = max(len(w.layout.pieces) for w in windows)
        long = max(len(w.starts) for w in windows)
        size = {
            name: long if name in ("first", "last", "words", "starts") else wide for name in INPUTS
        }
        feed = {name: np.zeros((len(windows), size[name]), np.int64) for name in INPUTS}
        for i, w in enumerate(windows):
            n, t = len(w.layout.pieces), len(w.starts)
            feed["pieces"][i, :n] = w.layout.pieces
            feed["shapes"][i, :n] = w.layout.shapes
            feed["mask"][i, :n] = 1
            feed["first"][i, :t] = w.layout.first
            feed["last"][i, :t] = w.layout.last
            feed["words"][i, :t] = 1
            feed["starts"][i, :t] = w.starts
        found = dict(zip(only, self._session.run(list(only), feed, self._options), strict=True))
        square = ("arcs", "cue_source", "content_cue", "roles", "role_margins")
        return [
            {
                name: (values[i, :t, :t] if name in square else values[i, :t])
                for name, values in found.items()
            }
            for i, t in enumerate(len(w.starts) for w in windows)
        ]


def packaged() -> Path:
    """The model file that is shipped in the package."""
    return Path(str(resources.files("sayso.reader").joinpath("reader.onnx")))
