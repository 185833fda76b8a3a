"""A card for somebody else's page: what it says, which is nothing of the story's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from sitegen.pages.elements import CardView, FactView, LinkView
from sitegen.pages.sharing.values import Snippet

_MOST_ROWS = 8
_LONGEST = 160
_IN_ADDRESS = "/:?=%#@!$'()*+,;~-._&"

Row = tuple[str, str]


def card_rows(card: CardView) -> tuple[Row, ...]:
    """The facts of a card as label and wording, those of several schools under the names of these."""
    lead = ((card.lead.label, _wording(card.lead)),) if card.lead else ()
    groups = (((group.heading,) if group.heading else ()) + group.facts for group in card.groups)
    facts = ((f.label, _wording(f)) for facts in groups for f in facts if f.stated)
    return (*lead, *((label, words) for label, words in facts if len(words) <= _LONGEST))[:_MOST_ROWS]


def snippet(title: str, rows: Sequence[Row], links: Iterable[Row], source: str) -> Snippet:
    """The card: its title, its facts, links as words and whole address, and where all of it is from."""
    led = tuple(LinkView(words, quote(address, safe=_IN_ADDRESS)) for words, address in links)
    return Snippet(title, tuple(rows), led, source)


def _wording(fact: FactView) -> str:
    return "".join(part.text for part in fact.wording)
