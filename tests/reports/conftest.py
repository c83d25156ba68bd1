"""What the tests of this room share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sayso.reports import Limits

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def here() -> Limits:
    """Limits under which everything is read in the test's own process."""
    return Limits(isolate=False)


@pytest.fixture
def sfm_pages() -> list[str]:
    """Real pages from the shared data; the test is skipped where they are not."""
    root = Path(os.environ.get("SAYSO_DATA", "../shared/data"))
    pages = sorted(str(page) for page in (root / "sfm").glob("*.html"))
    if not pages:
        pytest.skip(f"there are no pages in {root / 'sfm'} (set SAYSO_DATA)")
    return pages
