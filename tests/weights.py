"""What files weigh when they are sent: text compressed as servers do, the rest as it is. KB are thousands of bytes."""

from __future__ import annotations

import gzip
from pathlib import Path

TEXT = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml"))


def weight(file: Path) -> int:
    """The bytes that a file takes on its way."""
    content = file.read_bytes()
    return len(gzip.compress(content, 9)) if file.suffix in TEXT else len(content)


def weight_of_words(text: str) -> int:
    """The bytes that words alone would take."""
    return len(gzip.compress(text.encode(), 9))
