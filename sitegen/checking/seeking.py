"""How words are sought in long texts without trying at every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator


def begins(*words: str) -> str:
    r"""A pattern for any of these words where a word begins, as `\bone|\bother` is.

    A search skips what cannot begin a match only where each branch of a pattern begins with a letter of its own, and
    then takes a tenth of the time.
    """
    return "|".join(rf"{word[0]}(?<!\w{word[0]}){word[1:]}" for word in words)


def lines_with(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends in which `sign` is found: a dear pattern need not be tried on the others."""
    end = 0
    while found := sign.search(text, end):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield start, end


def in_lines_with(sign: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern`, which takes no line end, matches in the lines in which `sign` is found."""
    for start, end in lines_with(sign, text):
        yield from pattern.finditer(text, start, end)
