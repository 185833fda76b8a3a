"""How the facts of a card are set: how many stand abreast, and what stands beside what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.pages.views import CardGroup, CardView, FactView

_MOST = 4
_FEWEST = 3


def card_view(label: str, lead: FactView | None, groups: Iterable[CardGroup]) -> CardView:
    """The card with its layout.

    `beside` where the one fact that is drawn stands to the right of all that is text; `schools` where each of several
    schools has a row; else `rows`.
    """
    made = tuple(groups)
    if any(g.heading for g in made):
        return CardView(label, lead, made, "schools")
    facts = [fact for g in made for fact in g.facts]
    drawn = [fact for fact in facts if fact.drawing]
    if len(drawn) == 1 and not drawn[0].wide and (lead or len(facts) > 1):
        return CardView(label, lead, tuple(_beside(g) for g in made), "beside")
    return CardView(label, lead, made, "rows")


def group(heading: FactView | None, school: str, facts: Sequence[FactView]) -> CardGroup:
    """Facts with the number of those that stand abreast on a wide screen."""
    return CardGroup(heading, school, tuple(facts), abreast(sum(not fact.wide for fact in facts)))


def abreast(count: int) -> int:
    """How many of so many facts stand in a row: at most four, as many as leave the fewest places empty."""
    if count <= _MOST:
        return count
    return min((_MOST, _FEWEST), key=lambda columns: -count % columns)


def _beside(one: CardGroup) -> CardGroup:
    """The same with the number of texts abreast: the fact that is drawn has a column of its own."""
    texts = sum(not (fact.wide or fact.drawing) for fact in one.facts)
    return replace(one, columns=min(texts, _MOST - 1))
