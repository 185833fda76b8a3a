"""What an edition shows of itself: its line of facts, its network of hubs, its first stories."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Section
from sitegen.pages.shared import Shared
from sitegen.pages.views import NetworkView, RowView
from sitegen.text import counted

FEATURED = 3
_FEWEST_HUBS = 2


def facts(site: Site, shared: Shared, edition: Edition, network: NetworkView | None) -> tuple[str, ...]:
    """The sizes of an edition in words: `7 sections`, `19 stories`, the hubs drawn and what the white one means."""
    stories = len(shared.order.get(edition.id, ()))
    sections = (counted(len(edition.sections), "section"),) if edition.sections else ()
    return (*sections, counted(stories, "story", "stories"), *((_hubs_fact(network),) if network else ()))


def _hubs_fact(network: NetworkView) -> str:
    """`40 hubs, 12 with stories, one of them in white: …`: the network draws every hub, also one without a story."""
    told = f", {len(network.hubs):,} with stories" if len(network.hubs) < network.total else ""
    lead = f", one of them in white: {network.lead}, home of our lead story" if network.lead else ""
    return f"{counted(network.total, 'hub')}{told}{lead}"


def network(site: Site, shared: Shared, edition: Edition) -> NetworkView | None:
    """The hubs of an edition with the numbers of their stories; None for one that has hardly any."""
    counts = _hub_counts(site, shared, edition)
    if len(counts) < _FEWEST_HUBS or edition.type == "newsletter":
        return None
    lead = _lead_hub(site, shared, edition)
    hubs = tuple((site.hubs[h].name, n) for h, n in counts.items())
    return NetworkView(hubs, site.hubs[lead].name if lead else "", edition.id, max(len(site.hubs), len(hubs)))


def _hub_counts(site: Site, shared: Shared, edition: Edition) -> Mapping[str, int]:
    found = (h for s in shared.order.get(edition.id, ()) for h in site.stories[s].hubs)
    return {h: shared.behind.hub_counts[edition.id, h] for h in dict.fromkeys(found) if h in site.hubs}


def _lead_hub(site: Site, shared: Shared, edition: Edition) -> str:
    """The hub of the first featured story that has one."""
    ids = (*_featured_ids(site, edition), *shared.order.get(edition.id, ()))
    return next((h for i in ids for h in site.stories[i].hubs if h in site.hubs), "")


def featured(site: Site, shared: Shared, edition: Edition) -> tuple[RowView, ...]:
    """The first story of up to three sections; of an edition without sections its first stories."""
    return shared.rows_of(_featured_ids(site, edition) or edition.stories[:FEATURED])


def _featured_ids(site: Site, edition: Edition) -> tuple[str, ...]:
    sections = (site.sections[s] for s in edition.sections if s in site.sections)
    return tuple(_first(site, s) for s in sections if s.stories)[:FEATURED]


def _first(site: Site, section: Section) -> str:
    """A section's first numbered story, else its first."""
    return next((s for s in section.stories if site.stories[s].number is not None), section.stories[0])
