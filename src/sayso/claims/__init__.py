"""Claims: what exactly is said, how surely, when, where and how many.

The room takes a reading and its attributions. Times are EDTF, places carry ISO 3166 and
GeoNames ids, quantities keep their bounds. What cannot be resolved stays words.
"""

from __future__ import annotations
