"""The cover and contents of each edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.markup.body import Stat
from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Section
from sitegen.pages.citing import cite_edition
from sitegen.pages.covers import facts, featured, network
from sitegen.pages.details import put_right
from sitegen.pages.heads import head, print_address
from sitegen.pages.lifting import lift_letter, lift_stats
from sitegen.pages.naming import edition_sort, rod, section_class, story_numeral, two_digits
from sitegen.pages.page import File, Page
from sitegen.pages.reading_order import edition_neighbours
from sitegen.pages.records import share_of_hundred, stat_on_page
from sitegen.pages.shared import Shared
from sitegen.pages.sharing.cards import edition_card
from sitegen.pages.sharing.panel import edition_entries, entries_address
from sitegen.pages.views import ContentsRow, EditionPage, Head, LinkView, StatView
from sitegen.pages.wording import brief, date_words, one_of
from sitegen.schema.values import Value
from sitegen.text import in_words

TEMPLATE = "edition.html"


def editions(site: Site, shared: Shared) -> Iterable[Page | File]:
    """The page of every edition, and its citations for reference managers."""
    for edition in site.editions.values():
        yield Page(edition.address, TEMPLATE, edition_view(site, shared, edition), edition.where)
        yield edition_entries(site, edition, shared.names[edition.id], shared.order.get(edition.id, ()))


def edition_view(site: Site, shared: Shared, edition: Edition) -> EditionPage:
    """What an edition's page shows. Its letter and its headline numbers are taken out of its text."""
    letter, rest = lift_letter(edition.text)
    stats, text = lift_stats(rest)
    lead, others = _stats(edition, shared.names[edition.id], stats)
    net, newsletter = network(site, shared, edition), edition.type == "newsletter"
    said = facts(site, shared, edition, net)
    return EditionPage(
        head=_head(site, shared, edition),
        title=edition.title,
        type=edition.type,
        kicker=edition_sort(edition),
        label=edition.label,
        subtitle=edition.subtitle,
        summary=edition.summary,
        facts=said,
        network=net,
        letter=letter,
        text=text,
        lead_stat=lead,
        stats=others,
        contents=tuple(_contents(site, site.sections[s]) for s in edition.sections if s in site.sections),
        rows=shared.rows_of(edition.stories),
        issue=shared.rows_of(shared.order.get(edition.id, ())) if newsletter else (),
        featured=featured(site, shared, edition) if edition.sections and not newsletter else (),
        imprint=_imprint(site, edition, shared.names[edition.id]),
        disclaimer=one_of(edition.disclaimer, site.settings.disclaimer),
        licence=one_of(edition.licence, site.settings.licence),
        print_address=print_address(edition.address),
        neighbours=edition_neighbours(site, edition, shared.names),
        entries_address=entries_address(edition),
        share_card=edition_card(site, edition, net, said),
    )


def _head(site: Site, shared: Shared, edition: Edition) -> Head:
    name = shared.names[edition.id]
    words = (name,) if name == edition.title else (edition.title, name)
    return head(
        site,
        edition.address,
        (LinkView(name, edition.address),),
        edition.summary or edition.subtitle or brief(edition.text.body.plain) or edition.title,
        cover=edition.cover_colour,
        title=words,
    )


def _stats(edition: Edition, name: str, stats: tuple[Stat, ...]) -> tuple[StatView | None, tuple[StatView, ...]]:
    """The first share of a hundred, and the other numbers."""
    lead = next((s for s in stats if share_of_hundred(s) is not None), None)
    here = LinkView(name)
    others = tuple(stat_on_page(s, here) for s in stats if s is not lead)
    return stat_on_page(lead, here) if lead else None, others


def _contents(site: Site, section: Section) -> ContentsRow:
    stories = (site.stories[s] for s in section.stories)
    solid, squares = rod(site, section)
    return ContentsRow(
        numeral=two_digits(section.number),
        title=section.title,
        summary=section.summary,
        address=section.address,
        rod=solid,
        rods=squares,
        section_class=section_class(section),
        stories=tuple((story_numeral(s), LinkView(s.title, s.address)) for s in stories),
    )


def _imprint(site: Site, edition: Edition, name: str) -> tuple[tuple[str, str], ...]:
    rows = (
        ("Authors", in_words(edition.authors)),
        ("Publisher", edition.publisher),
        ("Published", date_words(edition.date)),
        ("ISBN", edition.isbn),
        ("Source", _source(edition.values.get("source"))),
        ("Cite as", cite_edition(site, edition, name).line),
        *((f"Corrected, {day}" if day else "Corrected", what) for day, what in put_right(edition.values)),
    )
    return tuple((label, text) for label, text in rows if text)


_SOURCE_PARTS = ("title", "publisher", "date")


def _source(value: Value | None) -> str:
    record = value.value if value and isinstance(value.value, Mapping) else {}
    return ", ".join(record[key].text for key in _SOURCE_PARTS if key in record and record[key].text)
