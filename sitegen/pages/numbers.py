"""All headline numbers: those that were stated more than once side by side, then every edition's, page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Site, StatRecord
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.records import stat_view
from sitegen.pages.shared import Shared
from sitegen.pages.spans import in_editions
from sitegen.pages.views import ComparisonView, LinkView, NumberGroup, NumbersPage, StatView
from sitegen.text import counted, fold_name

TEMPLATE = "numbers.html"
LINK = LinkView("Numbers", "numbers/index.html")


def numbers(site: Site, shared: Shared) -> Iterable[Page]:
    """The pages of all headline numbers; above 200 on several pages, the comparisons on the first."""
    lead = f"{counted(len(site.stats), 'headline number')}, each with its period, its source and the page it stands on."
    first = head(site, LINK.address, (LINK,), lead)
    for leaf in leaves(site.stats, LINK.address):
        compared = tuple(_comparisons(site, shared)) if leaf.paging.number == 1 else ()
        groups = tuple(_by_edition(site, shared, leaf.entries))
        view = NumbersPage(leaf_head(first, leaf), LINK.text, lead, compared, groups, leaf.paging)
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def _comparisons(site: Site, shared: Shared) -> Iterator[ComparisonView]:
    """One for each thing that editions and their sections counted more than once: in the same words and the same unit,
    of the same population in the same place. What stories count is their schools', and never compared.
    """
    found: dict[tuple[str, ...], list[StatRecord]] = defaultdict(list)
    for record in _oldest_first(site):
        stat = record.stat
        if stat.label and not record.story:
            found[fold_name(stat.label), stat.unit, stat.population, stat.place].append(record)
    for records in found.values():
        once: dict[tuple[str, ...], StatRecord] = {}
        for record in records:
            once.setdefault((record.edition, record.stat.period, record.stat.text, record.stat.source), record)
        if len({(edition, period) for edition, period, *_ in once}) > 1:
            stats = tuple((shared.edition_link(site, r.edition), stat_view(site, r)) for r in once.values())
            yield ComparisonView(records[0].stat.label, stats)


def _oldest_first(site: Site) -> Iterator[StatRecord]:
    """Numbers from the oldest edition on, in each as they stand there."""
    for _, records in reversed(in_editions(site, site.stats, lambda r: r.edition)):
        yield from records


def _by_edition(site: Site, shared: Shared, shown: tuple[StatRecord, ...]) -> Iterator[NumberGroup]:
    for edition, records in in_editions(site, shown, lambda r: r.edition):
        pages: dict[LinkView, list[StatView]] = defaultdict(list)
        for record in records:
            pages[LinkView(record.title, record.address)].append(stat_view(site, record))
        yield NumberGroup(shared.edition_link(site, edition), tuple((p, tuple(s)) for p, s in pages.items()))
