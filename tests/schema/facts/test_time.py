"""Facts are read in time that grows with their length and no faster, whatever an author pastes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sitegen.schema.dates import understand_date
from sitegen.schema.facts.disadvantage import understand_disadvantage
from sitegen.schema.facts.engagement import understand_engagement
from sitegen.schema.facts.size import understand_size
from sitegen.schema.numbers import is_missing, read_number

READERS: list[Callable[[str], object]] = [
    understand_size, understand_disadvantage, understand_engagement, understand_date, read_number, is_missing,
]  # fmt: skip
PIECES = [
    "1", "1-", "1,0", " ", "a", "one ", "one in ", "two form entry ", "about ", "11-18 ", "nor ", "roll of ", "pupils ",
    "40% ", "pp ", "pp, ", "pp 40% ", "free school meals ", "½", "in the past ", "of ", "english as an ", "since ",
    "(", "[[", "\u202e", "🎉", "not more than ", "special educational needs and ", "between 1 and ",
]  # fmt: skip


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("piece", PIECES)
def test_thirty_thousand_characters_are_read_at_once(read: Callable[[str], object], piece: str) -> None:
    text = piece * (30_000 // len(piece))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 1.5
