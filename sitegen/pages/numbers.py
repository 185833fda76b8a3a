"""All headline numbers: those that several editions state side by side, then every edition's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Site, StatRecord
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.records import stat_view
from sitegen.pages.shared import Shared
from sitegen.pages.spans import in_editions
from sitegen.pages.views import LinkView, NumberGroup, NumbersPage
from sitegen.pages.wording import spelt
from sitegen.text import counted, fold_name

TEMPLATE = "numbers.html"
LINK = LinkView("Numbers", "numbers/index.html")


def numbers(site: Site, shared: Shared) -> Iterable[Page]:
    """The page of all headline numbers."""
    lead = f"{counted(len(site.stats), 'headline number')}, each with its period, its source and the page it stands on."
    groups = (*_comparable(site, shared), *_by_edition(site, shared))
    view = NumbersPage(head(site, LINK.address, (LINK,), lead), LINK.text, lead, groups)
    yield Page(LINK.address, TEMPLATE, view, site.settings.where)


def _comparable(site: Site, shared: Shared) -> Iterator[NumberGroup]:
    """A group for each label that more than one edition states."""
    found: dict[str, list[StatRecord]] = defaultdict(list)
    for record in site.stats:
        found[fold_name(record.stat.label)].append(record)
    for label, records in found.items():
        editions = list(dict.fromkeys(r.edition for r in records))
        if label and len(editions) > 1:
            note = f"Stated by {spelt(len(editions))} editions"
            stats = tuple(stat_view(site, r, shared.names[r.edition]) for r in records)
            yield NumberGroup(LinkView(records[0].stat.label, note=note), stats)


def _by_edition(site: Site, shared: Shared) -> Iterator[NumberGroup]:
    for edition, records in in_editions(site, site.stats, lambda r: r.edition):
        yield NumberGroup(shared.edition_link(site, edition), tuple(stat_view(site, r) for r in records))
