"""Documents in other people's formats, one file a format: JSON lines and a page to pass on."""

from __future__ import annotations

from sayso.exports.html_page import to_html
from sayso.exports.json_lines import (
    as_line,
    claim_to_json,
    post_to_json,
    to_json,
    to_json_line,
)

__all__ = ["as_line", "claim_to_json", "post_to_json", "to_html", "to_json", "to_json_line"]
