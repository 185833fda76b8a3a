"""The hubs: an index by region, and a page for each over the years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sitegen.model.spanning import Hub, Site
from sitegen.pages.akin import akin
from sitegen.pages.heads import head, print_address
from sitegen.pages.hub_files import downloads
from sitegen.pages.indexes import index_page
from sitegen.pages.lists import NAMED, editions_of
from sitegen.pages.over_the_years import years_of_hub
from sitegen.pages.page import Page
from sitegen.pages.records import quote_view, stat_view
from sitegen.pages.school_table import MOST, school_table
from sitegen.pages.shared import Shared
from sitegen.pages.sharing.cards import hub_card
from sitegen.pages.sharing.panel import share_hub
from sitegen.pages.spans import edition_groups, people_of
from sitegen.pages.views import HubDrawing, HubPage, IndexGroup, LinkView, NeighbourView, NetworkView, PrintHub
from sitegen.pages.wording import spelt_count, upper_first
from sitegen.schema.declared import HubEntry
from sitegen.text import counted, fold_letters

TEMPLATE = "hub.html"
LINK = LinkView("Hubs", "hubs/index.html")
NO_REGION = "Region not stated"
_FIRST_QUOTES = 6
_OWN = frozenset({"hub"})
_CONFIDENCE = {"sourced": "Sourced", "partly": "Partly sourced", "uncertain": "Uncertain"}


def hubs(site: Site, shared: Shared) -> Iterable[Page]:
    """The index and the page of every hub, also of one without a story."""
    lead = f"{counted(len(site.hubs), 'hub')}, by region, with the number of stories from each."
    regions = _by_region(site)
    yield index_page(site, LINK, lead, _groups(regions), network=_network(site))
    around, kin = _around(site), akin(site)
    for hub in site.hubs.values():
        view = _view(site, shared, hub, regions, around[hub.id], kin[hub.id])
        yield Page(hub.address, TEMPLATE, view, hub.entry.where)


def _network(site: Site) -> NetworkView | None:
    """All hubs with the number of their stories in all editions."""
    told = tuple((h.name, len(h.stories)) for h in site.hubs.values() if h.stories)
    return NetworkView(told, "", "hubs", len(site.hubs)) if len(told) > 1 else None


def _around(site: Site) -> Mapping[str, tuple[NeighbourView, ...]]:
    """For each hub those before and after it by name."""
    ordered = sorted(site.hubs.values(), key=lambda h: (fold_letters(h.name).casefold(), h.id))
    sides = zip([None, *ordered], ordered, [*ordered[1:], None], strict=False)
    return {h.id: tuple(_beside("Previous hub", b) + _beside("Next hub", a)) for b, h, a in sides}


def _beside(label: str, hub: Hub | None) -> list[NeighbourView]:
    return [NeighbourView(label, hub.name, hub.address)] if hub else []


def _by_region(site: Site) -> dict[str, list[Hub]]:
    found: dict[str, list[Hub]] = {}
    for hub in site.hubs.values():
        found.setdefault(hub.entry.region, []).append(hub)
    return dict(sorted(found.items(), key=lambda item: (item[0] == "", item[0].casefold())))


def _groups(regions: Mapping[str, list[Hub]]) -> Iterator[IndexGroup]:
    alone = set(regions) == {""}
    for region, members in regions.items():
        yield IndexGroup("" if alone else region or NO_REGION, tuple(_entry(h) for h in members))


def _entry(hub: Hub) -> LinkView:
    note = counted(len(hub.stories), "story", "stories") if hub.stories else "no story yet"
    return LinkView(hub.name, hub.address, note)


def _view(
    site: Site,
    shared: Shared,
    hub: Hub,
    regions: Mapping[str, list[Hub]],
    around: tuple[NeighbourView, ...],
    kin: tuple[LinkView, ...],
) -> HubPage:
    lead = _lead(site, hub)
    drawn = hub_card(site, hub, lead)
    quotes = tuple(quote_view(site, q) for s in hub.stories for q in shared.quotes.get(s, ()))
    schools = [site.schools[s] for s in hub.schools if s in site.schools]
    region = [h for h in regions[hub.entry.region] if h.id != hub.id] if hub.entry.region else []
    return HubPage(
        head=head(site, hub.address, (LINK, LinkView(hub.name, hub.address)), f"{hub.name}: {lead}"),
        title=hub.name,
        lead=lead,
        confidence=_CONFIDENCE.get(hub.entry.confidence, ""),
        facts=tuple(_facts(hub.entry)),
        editions=edition_groups(site, shared, hub.stories),
        schools=school_table(site, shared, schools, _OWN) if len(schools) <= MOST else None,
        school_names=tuple(LinkView(s.name, s.address) for s in schools) if len(schools) > MOST else (),
        people=people_of(site, hub.stories),
        quotes=quotes[:_FIRST_QUOTES],
        further_quotes=quotes[_FIRST_QUOTES:],
        stats=tuple(stat_view(site, r) for s in hub.stories for r in shared.stats.get(s, ())),
        nearby=tuple(_entry(h) for h in region[:NAMED]),
        neighbours=around,
        drawing=HubDrawing(len(hub.stories), hub.id),
        share=share_hub(site, hub, drawn),
        share_card=drawn,
        years=years_of_hub(site, shared, hub),
        akin=kin,
        downloads=downloads(site, shared, hub),
        print_address=print_address(hub.address) if is_printed(site, hub) else "",
    )


def hub_on_paper(site: Site, hub: Hub) -> PrintHub:
    """What stands before the stories of a hub where they stand whole on one page."""
    printed = replace(hub, stories=tuple(story for story in hub.stories if not site.stories[story].screen_only))
    return PrintHub(hub.name, _lead(site, printed), tuple(_facts(hub.entry)), HubDrawing(len(printed.stories), hub.id))


def is_printed(site: Site, hub: Hub) -> bool:
    """True where a story of the hub may stand on paper."""
    return any(not site.stories[story].screen_only for story in hub.stories)


def _lead(site: Site, hub: Hub) -> str:
    if not hub.stories:
        return "No story from this hub has been published here yet."
    stories = upper_first(spelt_count(len(hub.stories), "story", "stories"))
    schools = f" and {spelt_count(len(hub.schools), 'school', 'schools')}" if hub.schools else ""
    return f"{stories}{schools}, in {spelt_count(editions_of(site, hub.stories), 'edition', 'editions')}."


def _facts(entry: HubEntry) -> Iterator[tuple[str, tuple[LinkView, ...]]]:
    rows = (
        ("Region", (LinkView(entry.region),)),
        ("Area", (LinkView(entry.area),)),
        ("Lead schools", tuple(_lead_school(s) for s in entry.lead_schools)),
        ("Former names", tuple(_former_name(n) for n in entry.former_names)),
        ("Also written", tuple(LinkView(a) for a in entry.aliases)),
    )
    for label, links in rows:
        stated = tuple(link for link in links if link.text)
        if stated:
            yield label, stated


def _lead_school(school: Mapping[str, str]) -> LinkView:
    start, end = school.get("from", ""), school.get("to", "")
    years = f"{start} to {end}" if start and end else f"from {start}" if start else f"until {end}" if end else ""
    source = school.get("source", "")
    note = "; ".join(n for n in (years, f"source: {source}" if source else "") if n)
    return LinkView(school.get("name", ""), note=note)


def _former_name(name: Mapping[str, str]) -> LinkView:
    until = name.get("until", "")
    return LinkView(name.get("name", ""), note=f"until {until}" if until else "")
