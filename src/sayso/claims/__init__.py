"""Claims: what exactly is said, how surely, when, where and how many; and who holds which post.

The room takes a reading and its attributions. Times are EDTF, places carry ISO 3166 and
GeoNames ids, quantities keep their bounds. What cannot be resolved stays words.
"""

from __future__ import annotations

from sayso.claims.drawing import draw_claims
from sayso.claims.links import links_of
from sayso.claims.posts import find_posts

__all__ = ["draw_claims", "find_posts", "links_of"]
