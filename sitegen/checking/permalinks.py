"""Addresses that were published and are lost: whoever has linked to one finds nothing there any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote

from sitegen.model.places import DOCS, address_of, places
from sitegen.model.publication import DRAFT, EMBARGOED, PUBLISHED
from sitegen.model.sources import Source, Sources
from sitegen.model.standing import DOWN, all_places, states_of
from sitegen.problems.problem import Problem, Where
from sitegen.schema.web_address import from_the_top
from sitegen.text import nearest

ADDRESSES = "content/addresses.txt"
"""The list of addresses that the site has promised to keep, one a line."""

_EMPTIED = frozenset(("schools", "themes", "people", "browse", DOCS))
"""Folders of pages that come and go with the stories that they list."""
_PAGE = "/index.html"
_ABOUT = (
    "# Addresses that were published: sitegen tells you before one of them is lost.\n"
    "# Take a line out if nobody needs the address any more.\n"
)


@dataclass(frozen=True, slots=True)
class Former:
    """An address that a former release had, and where that is written."""

    address: str
    where: Where


def listed(text: str, file: str, base_url: str = "") -> Iterator[Former]:
    """The addresses of a list: one a line, as 2022-23/primary/goldfinch or whole as on the web; # begins a remark.

    One of another site is kept as it is written: no site has it.
    """
    for number, line in enumerate(text.splitlines(), 1):
        said = line.partition("#")[0].strip()
        if said:
            yield Former(whole_address(said, base_url), Where(file, number, line.index(said) + 1, len(said)))


def whole_address(said: str, base_url: str = "") -> str:
    """An address as people write it, as the site has it: a page ends in /index.html. One of another site stays so."""
    told = from_the_top(said, base_url)
    if told is None:
        return said.strip()
    own = unquote(told.partition("?")[0]).strip("/").removesuffix("index.html").strip("/")
    if not own:
        return "index.html"
    return own if "." in own.rpartition("/")[2] else own + _PAGE


def lost_addresses(
    former: Iterable[Former], addresses: AbstractSet[str], sources: Sources
) -> tuple[Problem, ...]:
    """A problem for each former address that the site does not have, under which no page may be found as an alias.

    `addresses` are all files of the site. What was taken down, and what comes and goes with the stories that it lists,
    is a warning: it stops nothing.
    """
    every = {f.address: f for f in former}
    lost = [each for each in every.values() if each.address not in addresses]
    known = _known(sources, every.keys()) if lost else _Known({}, {}, {}, {})
    return tuple(problem for each in lost if (problem := _lost(each, known)))


def with_addresses(text: str, addresses: Iterable[str]) -> str:
    """The text of a list with these addresses added that it lacks; its own lines stay as they are."""
    kept = {former.address for former in listed(text, ADDRESSES)}
    new = [_short(address) for address in sorted(addresses) if address not in kept]
    begun = text if text.strip() else _ABOUT
    return f"{begun.rstrip()}\n" + "".join(f"{address}\n" for address in new) if new else text


@dataclass(frozen=True, slots=True)
class _Known:
    """The state of each page and the pages that claim a former address, by address; where pages of a name are now."""

    states: Mapping[str, str]
    claimed: Mapping[str, str]
    """The state of the page that an address is an alias of."""
    by_step: Mapping[str, Source]
    new: Mapping[str, Source]
    """Those of the pages that no former release had."""


def _known(sources: Sources, former: AbstractSet[str]) -> _Known:
    placed = places(sources).value
    standing = states_of(placed, sources)
    every = [(place, standing[place.id]) for place in all_places(placed)]
    claimed: dict[str, str] = {}
    for place, state in every:
        for part in place.source.parts("aliases"):
            address = whole_address(part.text, sources.settings.base_url)
            claimed[address] = PUBLISHED if PUBLISHED in (state, claimed.get(address)) else state
    shown = [place for place, state in every if state == PUBLISHED]
    states = {address_of(path): DRAFT for path in sorted(sources.left_out) if address_of(path)}
    by_step = {place.id.rpartition("/")[2]: place.source for place in shown}
    new = {place.id.rpartition("/")[2]: place.source for place in shown if place.address not in former}
    return _Known(states | {place.address: state for place, state in every}, claimed, by_step, new)


def _lost(former: Former, known: _Known) -> Problem | None:
    address = former.address
    state = known.states.get(address) or known.claimed.get(address, "")
    shown = address.removesuffix("index.html")
    if known.claimed.get(address) == PUBLISHED:
        return None
    if "://" in address:
        return Problem(
            former.where, "lost-address", f"{address} is no address of this site, as far as `base_url` says.",
            "Write it from the top of the site, as 2022-23/primary/goldfinch, or take the line out.",
        )  # fmt: skip
    if state in DOWN:
        return Problem(
            former.where, "emptied-address", f"{shown} was published and was taken down.",
            "Write `tombstone: yes` beside `withdrawn`, so that readers are told. To say nothing, "
            f"{_without(former.where.file)}.",
        )  # fmt: skip
    if _comes_and_goes(address):
        return Problem(
            former.where, "emptied-address", f"{shown} was published, and no story that is shown leads to it now.",
            f"Write `aliases: [{_short(address)}]` among the facts of a page that takes its place, or "
            f"{_without(former.where.file)}.",
        )  # fmt: skip
    what = f"{shown} was published, and the site has no such page now{_as_of(state)}."
    return Problem(former.where, "lost-address", what, _fix(address, known, state))


def _comes_and_goes(address: str) -> bool:
    """True for what is there only as long as stories lead to it."""
    return address.partition("/")[0] in _EMPTIED or (address.startswith("hubs/") and not address.endswith(_PAGE))


def _as_of(state: str) -> str:
    return {DRAFT: ": it is a draft", EMBARGOED: ": its day has not come"}.get(state, "")


def _without(file: str) -> str:
    """What to do where nobody needs an address any more: nothing can be taken out of an archive."""
    is_list = PurePath(file).suffix.lower() not in ("", ".zip")
    return f"take the address out of {file}" if is_list else "leave it as it is"


def _fix(address: str, known: _Known, state: str) -> str:
    if state in (DRAFT, EMBARGOED):
        return "Publish the page, or write `withdrawn: yes` and `tombstone: yes` among its facts."
    alias = f"`aliases: [{_short(address)}]`"
    step = _short(address).rpartition("/")[2]
    now = known.by_step.get(step) or known.new.get(nearest(step, known.new) or "")
    if now:
        return f"Did it move to {now.path}? Write {alias} among the facts there."
    return (
        f"Write {alias} among the facts of the page that takes its place. If none does, bring its file back, with "
        "`withdrawn: yes` and `tombstone: yes`."
    )


def _short(address: str) -> str:
    return address.removesuffix(_PAGE)
