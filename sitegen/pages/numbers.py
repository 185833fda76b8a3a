"""All headline numbers: those that were stated more than once side by side, then every edition's, page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Site, StatRecord
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.records import stat_view
from sitegen.pages.shared import Shared
from sitegen.pages.spans import in_editions
from sitegen.pages.views import ComparisonView, LinkView, NumberGroup, NumbersPage, StatView
from sitegen.text import counted, fold_name

TEMPLATE = "numbers.html"
LINK = LinkView("Numbers", "numbers/index.html")


def numbers(site: Site, shared: Shared) -> Iterable[Page]:
    """The page of all headline numbers."""
    lead = f"{counted(len(site.stats), 'headline number')}, each with its period, its source and the page it stands on."
    view = NumbersPage(
        head(site, LINK.address, (LINK,), lead), LINK.text, lead, tuple(_comparisons(site, shared)),
        tuple(_by_edition(site, shared)),
    )  # fmt: skip
    yield Page(LINK.address, TEMPLATE, view, site.settings.where)


def _comparisons(site: Site, shared: Shared) -> Iterator[ComparisonView]:
    """One for each thing, named in the same words and counted in the same unit, of several editions or periods."""
    found: dict[tuple[str, str], list[StatRecord]] = defaultdict(list)
    for record in _oldest_first(site):
        found[fold_name(record.stat.label), record.stat.unit].append(record)
    for (label, _), records in found.items():
        if label and len({(r.edition, r.stat.period) for r in records}) > 1:
            once: dict[tuple[str, ...], StatRecord] = {}
            for record in records:
                once.setdefault((record.edition, record.stat.period, record.stat.text), record)
            stats = tuple((shared.edition_link(site, r.edition), stat_view(site, r)) for r in once.values())
            yield ComparisonView(records[0].stat.label, stats)


def _oldest_first(site: Site) -> Iterator[StatRecord]:
    """Numbers from the oldest edition on, in each as they stand there."""
    for _, records in reversed(in_editions(site, site.stats, lambda r: r.edition)):
        yield from records


def _by_edition(site: Site, shared: Shared) -> Iterator[NumberGroup]:
    for edition, records in in_editions(site, site.stats, lambda r: r.edition):
        pages: dict[LinkView, list[StatView]] = defaultdict(list)
        for record in records:
            pages[LinkView(record.title, record.address)].append(stat_view(site, record))
        yield NumberGroup(shared.edition_link(site, edition), tuple((p, tuple(s)) for p, s in pages.items()))
