"""Links and ids of rendered pages, as rendering recorded them: every link leads to a page and place that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Protocol

from sitegen.checking.findings import Finding, as_problems
from sitegen.problems.problem import Problem, Where
from sitegen.text import nearest

_NO_SOURCES: Mapping[str, Where] = MappingProxyType({})
_FEW = 5000
"""Among more addresses than this, no nearest one is looked for."""


class Linking(Protocol):
    """A page with the links that it names: (address, fragment) within the site."""

    @property
    def address(self) -> str:
        """The page's own address."""

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where it links to; an empty address is the page itself."""


class Identified(Protocol):
    """A page with the ids of its elements, in order, also those that stand twice."""

    @property
    def address(self) -> str:
        """The page's own address."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its elements."""


def check_links(
    rendered: Sequence[Linking],
    addresses: AbstractSet[str],
    ids: Mapping[str, frozenset[str]],
    sources: Mapping[str, Where] = _NO_SOURCES,
) -> tuple[Problem, ...]:
    """A problem for each target that does not exist, at the first page that links to it.

    `addresses` are all files of the site, `ids` those of each page by its address (a file without an entry has no
    places to check), `sources` the files to blame by page; without one the page itself is named.
    """
    found = (f for page in rendered for f in _broken(page, addresses, ids, sources))
    return as_problems(found)


def _broken(
    page: Linking, addresses: AbstractSet[str], ids: Mapping[str, frozenset[str]], sources: Mapping[str, Where]
) -> Iterator[Finding]:
    for address, fragment in dict.fromkeys(page.links):
        target = address or page.address
        if target not in addresses:
            yield Finding("broken-link", _where(page.address, sources), *_no_page(target, addresses))
        elif fragment and target in ids and fragment not in ids[target]:
            yield Finding("broken-anchor", _where(page.address, sources), *_no_place(target, fragment, ids[target]))


def _where(address: str, sources: Mapping[str, Where]) -> Where:
    return sources.get(address, page_where(address))


def page_where(address: str, line: int = 1, column: int = 1) -> Where:
    """A place in a page that was made, for problems that no source file stands for."""
    return Where(f"output/{address}", line, column)


def _no_page(target: str, addresses: AbstractSet[str]) -> tuple[str, str]:
    near = nearest(target, sorted(addresses), cutoff=0.8) if len(addresses) <= _FEW else None
    hint = f'Did you mean "{near}"? ' if near else ""
    return f'A link leads to "{target}", which the site does not have.', f"{hint}Correct the link or add what it names."


def _no_place(target: str, fragment: str, ids: frozenset[str]) -> tuple[str, str]:
    near = nearest(fragment, sorted(ids))
    hint = f'Did you mean "#{near}"? ' if near else ""
    return f'A link leads to "#{fragment}" on {target}, which has no such place.', f"{hint}Correct the link."


def check_ids(rendered: Iterable[Identified], sources: Mapping[str, Where] = _NO_SOURCES) -> tuple[Problem, ...]:
    """A problem for each id that stands more than once on a page, at the first page where it does."""
    return as_problems(
        repeated_id(id_, _where(page.address, sources)) for page in rendered for id_ in _repeated(page.ids)
    )


def _repeated(ids: tuple[str, ...]) -> list[str]:
    seen: set[str] = set()
    return list(dict.fromkeys(i for i in ids if i in seen or seen.add(i)))  # type: ignore[func-returns-value]


def repeated_id(id_: str, where: Where) -> Finding:
    """The finding of an id that stands twice on a page."""
    return Finding(
        "duplicate-html-id", where, f'Two elements of the page have the id "{id_}".',
        "Give one of them another id: a link can lead to one place only.",
    )  # fmt: skip
