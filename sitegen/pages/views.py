"""What a template may see of a page, and nothing else. Each field is finished: templates neither sort nor count.

One class a sort of page. Their parts stand in `elements` and `groupings` and can be had from here too.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.markup.body import Letter
from sitegen.model.values import Text
from sitegen.pages.elements import (
    CardGroup,
    CardView,
    Drawing,
    FactView,
    FormsDrawing,
    Head,
    HubDrawing,
    LinkView,
    NeighbourView,
    NoDrawing,
    PupilsDrawing,
    QuoteView,
    RowView,
    ShareDrawing,
    SiteView,
    SpecView,
    StatView,
    YearsDrawing,
)  # fmt: skip
from sitegen.pages.groupings import (
    ONE_PAGE,
    AlikeGroup,
    AlikeView,
    ComparisonView,
    ContentsRow,
    EditionCard,
    EditionGroup,
    FacetView,
    GuideSection,
    IndexGroup,
    NetworkView,
    NumberGroup,
    OptionView,
    PagingView,
    SchoolLine,
    SchoolTable,
    WishView,
    YearLine,
    YearsTable,
)  # fmt: skip
from sitegen.pages.sharing.values import CardFile, ShareCard, ShareView, Snippet
from sitegen.pages.spanning_views import (
    DataPage,
    FileView,
    GlossaryPage,
    GuidePage,
    HubPage,
    IndexPage,
    ListPage,
    NumbersPage,
    PrintHub,
    QuotesPage,
    SchoolPage,
    SearchPage,
)
from sitegen.reading.values import Asset

__all__ = [
    "AlikeGroup", "AlikeView",
    "BrowsePage", "CardFile", "CardGroup", "CardView", "ComparisonView", "ContentsRow", "DataPage", "Drawing",
    "EditionCard", "EditionGroup", "EditionPage",
    "FacetView", "FactView", "FileView", "FormsDrawing", "GlossaryPage", "GuidePage", "GuideSection", "Head",
    "HomePage", "HubDrawing", "HubPage",
    "IndexGroup", "IndexPage", "LinkView", "ListPage", "MovedPage",
    "NeighbourView", "NetworkView", "NoDrawing", "NotFoundPage",
    "NumberGroup", "NumbersPage",
    "OptionView", "PagingView", "PrintHub", "PrintPage", "PrintSection", "PupilsDrawing", "QuoteView",
    "QuotesPage", "RowView", "SchoolLine", "SchoolPage",
    "SchoolTable", "SearchPage", "SectionPage", "ShareCard", "ShareDrawing", "ShareView", "SiteView",
    "Snippet", "SpecView", "StatView",
    "StoryPage", "TextPage", "TombstonePage", "View", "WishView", "YearLine", "YearsDrawing", "YearsTable",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story. `kicker` is section and kind; `numeral` `02` or empty. `headings` are the way through it.

    `people` are those it names; `picture` its own image (None: a ten wall seeded by `wall`). `picture_lacks_words` says
    that a draft has no alternative text for it yet. `details` are facts beside the card (reference, ISBN …). `terms`
    are what readers find it by: phase, themes and the like. `related` were named by its author; `alike` are the
    schools, or stories, that are most like it. `share_card` is drawn as the picture of its link, None where none is.
    `print_address` is its page for paper, empty for one that is for the screen alone.
    """

    head: Head
    title: str
    summary: str
    kicker: str
    numeral: str
    rod: int
    rods: int
    date: str
    date_iso: str
    updated: str
    card: CardView
    text: Text
    headings: tuple[LinkView, ...]
    people: tuple[LinkView, ...]
    details: tuple[FactView, ...]
    wall: str
    picture: Asset | None
    picture_alt: str
    picture_lacks_words: bool
    picture_caption: str
    picture_credit: str
    source: tuple[LinkView, ...]
    corrections: tuple[tuple[str, str], ...]
    related: tuple[RowView, ...]
    neighbours: tuple[NeighbourView, ...]
    terms: tuple[tuple[str, tuple[LinkView, ...]], ...]
    share: ShareView
    questions: bool = False
    alike: AlikeGroup | None = None
    share_card: ShareCard | None = None
    print_address: str = ""


@dataclass(frozen=True, slots=True)
class EditionPage:
    """The cover and contents of an edition. `kicker` says what sort; `label` stands large; `facts` in one line.

    `letter` is taken out of the text and shown as the welcome; `stats` are its headline numbers, `lead_stat` the
    first of them that is a share of a hundred. `rows` are direct stories, `issue` all stories of a newsletter in
    reading order. `imprint` are publisher, ISBN, authors … `entries_address` is a file of all its citations.
    `share_card` is drawn as the picture of its link, None where none is.
    """

    head: Head
    title: str
    type: str
    kicker: str
    label: str
    subtitle: str
    summary: str
    facts: tuple[str, ...]
    network: NetworkView | None
    letter: Letter | None
    text: Text
    lead_stat: StatView | None
    stats: tuple[StatView, ...]
    contents: tuple[ContentsRow, ...]
    rows: tuple[RowView, ...]
    issue: tuple[RowView, ...]
    featured: tuple[RowView, ...]
    imprint: tuple[tuple[str, str], ...]
    disclaimer: str
    licence: str
    print_address: str
    neighbours: tuple[NeighbourView, ...]
    entries_address: str = ""
    share_card: ShareCard | None = None


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A chapter: introduction, numbers, charts and its stories. `rod` of `rods` squares are solid.

    `corrections` are dates, in words, and what was put right.
    """

    head: Head
    title: str
    summary: str
    numeral: str
    rod: int
    rods: int
    text: Text
    rows: tuple[RowView, ...]
    neighbours: tuple[NeighbourView, ...]
    print_address: str = ""
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintSection:
    """Stories that stand whole on a print page: those of a section, of an edition (its `title`), or in neither.

    `running` stands at the head of their sheets.
    """

    section: SectionPage | None
    stories: tuple[StoryPage, ...]
    title: str = ""
    running: str = ""


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Stories whole on one page, for paper: of an edition, a hub, a section, or a single one.

    `edition` and `hub` are None on the page of anything else. The ids of each story are prefixed by its `anchor`.
    `running` stands at the head of every sheet but the first, where its parts name none of their own.
    """

    head: Head
    edition: EditionPage | None
    sections: tuple[PrintSection, ...]
    hub: PrintHub | None = None
    running: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The library: every edition, newest first. `ways` are other ways in (browse, hubs, schools …) with counts."""

    head: Head
    title: str
    summary: str
    editions: tuple[EditionCard, ...]
    ways: tuple[LinkView, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrowsePage:
    """Every story with every facet, in reading order. `wishes` are what a reader's own school can be compared by,
    `sorts` the ids and words of the measures that stories can be put in order by.
    """

    head: Head
    title: str
    total: str
    rows: tuple[RowView, ...]
    facets: tuple[FacetView, ...]
    wishes: tuple[WishView, ...] = ()
    sorts: tuple[tuple[str, str], ...] = ()
    paging: PagingView = ONE_PAGE


@dataclass(frozen=True, slots=True)
class TextPage:
    """A fixed page: about, accessibility … `corrections` are dates, in words, and what was put right."""

    head: Head
    title: str
    summary: str
    text: Text
    headings: tuple[LinkView, ...]
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404.html: its style is inline; `links` lead under base_url's path and are empty without base_url."""

    head: Head
    title: str
    lead: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """What stands where a page was taken down. Nothing of that page is in it."""

    head: Head
    title: str
    lead: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What stands at a former address of a page: `link` leads to where that is now, at once. `canonical` is its whole
    address, empty where the site has none.
    """

    head: Head
    title: str
    lead: str
    link: LinkView
    canonical: str = ""


View = (
    HomePage | EditionPage | PrintPage | SectionPage | StoryPage | TextPage | BrowsePage | ListPage | IndexPage
    | HubPage | SchoolPage | SearchPage | NumbersPage | QuotesPage | GlossaryPage | NotFoundPage
    | TombstonePage | MovedPage | GuidePage | DataPage
)  # fmt: skip
