"""Which pages have a share card, and what it shows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.model.spanning import Hub, Site
from sitegen.model.values import Edition, Section, Story
from sitegen.pages.naming import COLOURS, edition_sort
from sitegen.pages.sharing.values import CardFile, ShareCard
from sitegen.pages.views import CardView, FactView, NetworkView
from sitegen.regex import regex
from sitegen.text import fold_name

NONE, ALL = "none", "all"
_MOST_FIGURES = 3
_OUTSIDE = 4
"""The section whose colour a story takes that stands in none, as the theme has it."""
_HUBS_AROUND = 14
_LONGEST = 36
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_CLAUSE = regex(r"[,;]\s+")


def edition_card(site: Site, edition: Edition, network: NetworkView | None, facts: Sequence[str]) -> ShareCard | None:
    """The cover of an edition as a card; None where the site wants none."""
    if site.settings.share_cards == NONE:
        return None
    return ShareCard(
        layout="edition" if edition.type == "annual report" else edition.type,
        title=edition.title,
        site=site.settings.title,
        kicker=edition_sort(edition),
        place=" · ".join(facts[:2]),
        label="" if edition.label in edition.title else edition.label,
        colour=edition.cover_colour,
        wall=edition.id,
        network=network,
    )


def hub_card(site: Site, hub: Hub, lead: str) -> ShareCard | None:
    """A hub as a node among others, with its name and what it has here."""
    if site.settings.share_cards == NONE:
        return None
    around = NetworkView(((hub.id, len(hub.stories)),), hub.id, hub.id, _HUBS_AROUND)
    region = hub.entry.region
    kicker = f"Maths Hub, {region}" if region else "Maths Hub"
    return ShareCard("hub", hub.name, site.settings.title, kicker, lead, network=around)


def story_card(site: Site, story: Story, section: Section | None, kicker: str, card: CardView,
               rod: tuple[int, int]) -> ShareCard | None:  # fmt: skip
    """A story with the figures of its card. None where the site wants none, or a consent does not reach so far."""
    if site.settings.share_cards != ALL or story.unshared:
        return None
    return ShareCard(
        layout="story",
        title=story.title,
        site=site.settings.title,
        kicker=kicker,
        place=_place(site, story),
        figures=tuple(_figures(card))[:_MOST_FIGURES],
        section=(section.number - 1) % COLOURS + 1 if section else _OUTSIDE,
        rod=rod[0],
        rods=rod[1],
        wall=story.id,
        picture=story.picture if story.image and story.image.social else None,
    )


def card_file(card: ShareCard | None, name: str) -> CardFile | None:
    """The card as readers can save it."""
    return CardFile(card.address, f"{name}.{card.address.rpartition('.')[2]}", card.alt) if card else None


def _place(site: Site, story: Story) -> str:
    """The school or schools, unless the title names them already; else the hub."""
    schools = [mention.name for mention in story.schools]
    names = schools or [site.hubs[hub].name for hub in story.hubs if hub in site.hubs]
    said = fold_name(story.title)
    told = [name for name in names if fold_name(name.partition(",")[0]) not in said]
    return f"{told[0]} and {len(told) - 1} more" if len(told) > 2 else " and ".join(told)


def _figures(card: CardView) -> Iterator[tuple[str, str]]:
    """The numbers that a card sets large, with the words that say what they are."""
    for group in card.groups:
        for fact in group.facts if group.heading is None else ():
            if fact.figure and fact.stated:
                yield fact.figure, _words(fact)


def _words(fact: FactView) -> str:
    """What stands with a figure: the rest of the wording, else the unit, else the label.

    Words in front of a figure belong to it and stand with it, as in `Over 40% Pupil Premium`; of a long wording, those
    of the same clause. A year does not say what is counted, as in `since 2016`.
    """
    written = "".join(part.text for part in fact.wording).strip()
    if not fact.figure_in_wording:
        return fact.unit or fact.label if _YEAR.search(written) else written
    if written.startswith(fact.figure):
        return written.removeprefix(fact.figure).strip(" ,;") or fact.unit or fact.label
    return written if len(written) <= _LONGEST else next(c for c in _CLAUSE.split(written) if fact.figure in c)
