"""Long lists on several pages: up to 200 entries on one, above that a hundred on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sitegen.pages.views import Head, LinkView, PagingView

WHOLE = 200
"""So many entries still stand on one page."""
SIZE = 100
_ALL_NAMED = 15
_AROUND = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list: its address, its entries, its place among the others."""

    address: str
    entries: tuple[T, ...]
    paging: PagingView


def leaves(entries: Sequence[T], first: str) -> Iterator[Leaf[T]]:
    """The pages of a list whose first page is at `first` (`…/index.html`); the others are in folders 2, 3 …"""
    if len(entries) <= WHOLE:
        yield Leaf(first, tuple(entries), PagingView())
        return
    count = -(-len(entries) // SIZE)
    for number in range(1, count + 1):
        part = tuple(entries[(number - 1) * SIZE : number * SIZE])
        yield Leaf(_leaf_address(first, number), part, _paging(first, number, count))


def _leaf_address(first: str, number: int) -> str:
    """The address of the page with this number of a list."""
    return first if number == 1 else f"{first.removesuffix('index.html')}{number}/index.html"


def _paging(first: str, number: int, count: int) -> PagingView:
    return PagingView(
        number,
        tuple(LinkView(str(n), _leaf_address(first, n)) for n in _named(number, count)),
        _leaf_address(first, number - 1) if number > 1 else "",
        _leaf_address(first, number + 1) if number < count else "",
    )


def _named(number: int, count: int) -> list[int]:
    """All pages of a short list; of a long one the first, the last and those around this one."""
    around = range(number - _AROUND, number + _AROUND + 1)
    return [n for n in range(1, count + 1) if count <= _ALL_NAMED or n in (1, count) or n in around]


def leaf_head(head: Head, leaf: Leaf[T]) -> Head:
    """The head of one page of a list: its own address, and a title that names its number after the first."""
    if leaf.paging.number == 1:
        return head
    return replace(head, address=leaf.address, title=f"Page {leaf.paging.number}: {head.title}")
