"""Report to reading: one pass of one small model over the text."""

from sayso.reader.reading import Reader

__all__ = ["Reader"]
