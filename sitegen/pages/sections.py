"""One page for each section."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Site
from sitegen.model.values import Section
from sitegen.pages.details import put_right
from sitegen.pages.heads import head, print_address
from sitegen.pages.naming import rod, two_digits
from sitegen.pages.page import Page
from sitegen.pages.reading_order import section_neighbours
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, SectionPage
from sitegen.pages.wording import brief

TEMPLATE = "section.html"


def sections(site: Site, shared: Shared) -> Iterable[Page]:
    """The page of every section."""
    for section in site.sections.values():
        yield Page(section.address, TEMPLATE, section_view(site, shared, section), section.where)


def section_view(site: Site, shared: Shared, section: Section) -> SectionPage:
    """What a section's page shows."""
    solid, squares = rod(site, section)
    way = (shared.edition_link(site, section.edition), LinkView(section.title, section.address))
    described = section.summary or brief(section.text.body.plain) or section.title
    cover = site.editions[section.edition].cover_colour
    return SectionPage(
        head=head(site, section.address, way, described, section=section, cover=cover),
        title=section.title,
        summary=section.summary,
        numeral=two_digits(section.number),
        rod=solid,
        rods=squares,
        text=section.text,
        rows=shared.rows_of(section.stories),
        neighbours=section_neighbours(site, section, shared.names),
        print_address=print_address(section.address),
        corrections=put_right(section.values),
    )
