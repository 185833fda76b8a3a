"""How the facts of a card are set: how many stand abreast, and what stands beside what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.pages.views import CardGroup, CardView, FactView

_MOST = 4
_FEWEST = 3


def card_view(label: str, lead: FactView | None, groups: Iterable[CardGroup]) -> CardView:
    """The card with its layout.

    `beside` where one drawn fact stands to the right of all that is text; `schools` where each of several schools has
    a row; else `rows`.
    """
    made = tuple(groups)
    return CardView(label, lead, made, _layout(lead, made))


def group(heading: FactView | None, school: str, facts: Sequence[FactView]) -> CardGroup:
    """Facts with the number of those that stand abreast on a wide screen."""
    return CardGroup(heading, school, tuple(facts), abreast(len(_narrow(facts))))


def abreast(count: int) -> int:
    """How many of so many facts stand in a row: at most four, as many as leave the fewest places empty."""
    if count <= _MOST:
        return count
    return min((_MOST, _FEWEST), key=lambda columns: -count % columns)


def _narrow(facts: Iterable[FactView]) -> tuple[FactView, ...]:
    return tuple(fact for fact in facts if not fact.wide)


def _layout(lead: FactView | None, groups: Sequence[CardGroup]) -> str:
    if any(g.heading for g in groups):
        return "schools"
    facts = [fact for g in groups for fact in g.facts]
    texts = len(facts) - 1 + (lead is not None)
    return "beside" if len(_narrow(facts)) == 1 and texts else "rows"
