"""Whether a description and a name stand beside each other as two ways to say who it is."""

from __future__ import annotations

import re

from sayso.values import Mention

_TO_NAME = re.compile(r"(?:,|\b(?:named|called))\s$")


def are_beside(text: str, description: Mention, name: Mention) -> bool:
    """Only a comma or nothing between: "its director, Anna Berg", "the pilot Anna Berg", "Anna
    Berg, an engineer"; or the name ends the description: "a man named Tamm"."""
    if name.start >= description.end:
        return bool(re.fullmatch(r",?\s", text[description.end : name.start]))
    if description.start >= name.end:
        return bool(re.fullmatch(r",\s", text[name.end : description.start]))
    if not description.start < name.start < name.end <= description.end:
        return False
    ends = name.end == description.end or text[name.end : name.end + 1] == ","
    return ends and bool(_TO_NAME.search(text[description.start : name.start]))
