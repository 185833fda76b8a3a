"""Numbers as letters that can stand in any script: who reads them is `index.js`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Sixty-four digits: five bits of a number and one that says whether it goes on."""


def number(value: int) -> str:
    """A number from 0 in digits of five bits, the lowest first; all but the last have the sixth bit."""
    found = ""
    while value > 31:
        found += DIGITS[value & 31 | 32]
        value >>= 5
    return found + DIGITS[value]


_SMALL = tuple(number(n) for n in range(4096))


def packed(value: int) -> str:
    """A number as `number` makes it, looked up where it is small."""
    return _SMALL[value] if value < len(_SMALL) else number(value)


def steps(numbers: Iterable[int]) -> str:
    """Rising numbers from 0 as the steps between them, the first from -1."""
    return "".join(_steps(numbers))


def _steps(numbers: Iterable[int]) -> Iterator[str]:
    last = -1
    for each in numbers:
        yield packed(each - last)
        last = each


def order(ranks: Sequence[int]) -> str:
    """Numbers in any order, packed one after the other."""
    return "".join(packed(rank) for rank in ranks)
