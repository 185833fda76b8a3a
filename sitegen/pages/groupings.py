"""Groups of things on a page: contents, networks, editions in the library, facets, pages of a list, indexes.

Addresses are paths from the site's root; the `href` filter makes them relative to the page in which they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.values import Text
from sitegen.pages.elements import LinkView, RowView, ShareDrawing, SpecView, StatView


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A section in an edition's contents, with its stories by numeral and title."""

    numeral: str
    title: str
    summary: str
    address: str
    rod: int
    rods: int
    section_class: str
    stories: tuple[tuple[str, LinkView], ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The cover's network: hubs with the number of their stories, the hub of the lead story (or empty), a seed.

    `total` counts all hubs that are drawn, those without a story too.
    """

    hubs: tuple[tuple[str, int], ...]
    lead: str
    seed: str
    total: int


@dataclass(frozen=True, slots=True)
class EditionCard:
    """An edition in the library."""

    address: str
    title: str
    type: str
    label: str
    kicker: str
    summary: str
    facts: tuple[str, ...]
    cover: str
    featured: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """A value of a facet: its page, the number of its stories, and their share of all (0 to 1)."""

    id: str
    link: LinkView
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet on the browse page, with its values. One of figures is `ranged`, `unit` is theirs: `%` or empty."""

    id: str
    label: str
    values: tuple[OptionView, ...]
    unit: str = ""
    ranged: bool = False


@dataclass(frozen=True, slots=True)
class WishView:
    """What readers can say of their own school: a number in a unit, or one of some options (id and words).

    `id` is that of the facet that it is compared with.
    """

    id: str
    label: str
    unit: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PagingView:
    """Where this page stands in a long list; empty `pages` where the list is whole."""

    number: int = 1
    pages: tuple[LinkView, ...] = ()
    previous: str = ""
    next: str = ""


ONE_PAGE = PagingView()
"""A list that is whole on one page."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries under a heading (a region, a letter)."""

    heading: str
    entries: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class EditionGroup:
    """What belongs to one edition on a page that spans several. `note` sums it up in a line."""

    edition: LinkView
    rows: tuple[RowView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Headline numbers of one edition, by the page that they stand on."""

    edition: LinkView
    pages: tuple[tuple[LinkView, tuple[StatView, ...]], ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """One thing that was counted more than once: each number with the edition that states it, oldest first."""

    label: str
    stats: tuple[tuple[LinkView, StatView], ...]


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school in a table: its name, the number of its stories, a cell for each of the table's labels.

    `stated_in` is the edition that the figures are of; empty where there are none.
    """

    name: LinkView
    note: str
    stated_in: str
    cells: tuple[SpecView, ...]


@dataclass(frozen=True, slots=True)
class YearLine:
    """What one edition states: `story` is the one that does, None for an edition as a whole."""

    edition: LinkView
    story: LinkView | None
    cells: tuple[SpecView, ...]


@dataclass(frozen=True, slots=True)
class YearsTable:
    """Editions one under the other, the oldest first. `labels` name the columns after the first."""

    labels: tuple[str, ...]
    lines: tuple[YearLine, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """Schools side by side. `labels` name the columns after the first; `note` says what a mark on a bar means."""

    labels: tuple[str, ...]
    lines: tuple[SchoolLine, ...]
    note: str


@dataclass(frozen=True, slots=True)
class AlikeView:
    """A school like another (or a story): its name, the story that tells of it, why it was chosen.

    `story` is the title behind the name of a school, empty where the name is that title. `drawing` is its share with
    this page's own as the mark, `figure` and `measure` say it in words; None and empty where it states none. `label`
    are its hubs.
    """

    title: str
    address: str
    story: str
    why: str
    drawing: ShareDrawing | None
    figure: str
    measure: str
    label: str
    section_class: str = ""


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Those most like this one, the closest first. `lead` says on what, and what the mark on the bars is."""

    heading: str
    lead: str
    entries: tuple[AlikeView, ...]


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A section of the authors' guide. `id` is its place on the page, `level` that of its heading; `label` is as typed.

    `source` is an example as typed, empty without one; `result` is what it becomes, None where that is not shown.
    """

    id: str
    level: int
    title: str
    label: str
    text: Text
    source: str = ""
    result: Text | None = None
