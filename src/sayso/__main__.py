"""`python -m sayso`: the command."""

from __future__ import annotations

from sayso.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
