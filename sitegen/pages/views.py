"""What a template may see of a page, and nothing else. Each field is finished: templates neither sort nor count.

Addresses are paths from the site's root; the `href` filter makes them relative to the page in which they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.markup.body import Letter, Speaker
from sitegen.model.values import Text
from sitegen.reading.values import Asset


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: its words, the address it leads to (empty: the words alone), and a remark beside it."""

    text: str
    address: str = ""
    note: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the site: `navigation` in the masthead, `editions` and `pages` in the footer."""

    title: str
    organisation: str
    language: str
    licence: str
    disclaimer: str
    contact: str
    base_url: str
    navigation: tuple[LinkView, ...]
    editions: tuple[LinkView, ...]
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: its own address, `<title>`, a description in one sentence, the way to it.

    `current` is the address of the navigation entry it belongs to, empty for none. `crumbs` end with the page itself
    (without address). `section_class` is `sec-1` … `sec-7` or empty. `cover` is the edition's colour or empty.
    """

    address: str
    title: str
    description: str
    crumbs: tuple[LinkView, ...] = ()
    current: str = ""
    section_class: str = ""
    cover: str = ""
    draft: bool = False


# Drawings: what is to be drawn, as values. rendering/drawings makes SVG of them.


@dataclass(frozen=True, slots=True)
class FormsDrawing:
    """Classes as an array: a column for each year group named in `years`, a row for each form."""

    forms: float
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PupilsDrawing:
    """Pupils as blocks of 50."""

    pupils: float


@dataclass(frozen=True, slots=True)
class ShareDrawing:
    """A share of 100 % as a bar from 0 to `low`, open or blurred up to `high`; `median` of the same measure."""

    low: float | None
    high: float | None
    median: float | None = None


@dataclass(frozen=True, slots=True)
class YearsDrawing:
    """Years as jumps on a number line; `open_ended` for "at least"."""

    years: int
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class HubDrawing:
    """A hub as a node with a dot for each of its stories in the edition."""

    stories: int
    seed: str


@dataclass(frozen=True, slots=True)
class NoDrawing:
    """Nothing was stated: a dashed empty bar."""


Drawing = FormsDrawing | PupilsDrawing | ShareDrawing | YearsDrawing | HubDrawing | NoDrawing


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact of a card. The texts of `wording` joined are the wording as written, or "Not stated".

    `figure` is the number to be set large: where the wording holds it (`40%`), it is the part of `wording` with
    `large`; where the wording spells it out, it stands above with aria-hidden. `school` is set where the story has
    several. `wide` facts (long text, lists) take the whole row. `unit`, `remark` and `drawing` stand outside the
    element that holds the wording.
    """

    field: str
    label: str
    wording: tuple[LinkView, ...]
    stated: bool
    figure: str = ""
    figure_in_wording: bool = False
    unit: str = ""
    remark: str = ""
    remark_link: LinkView | None = None
    drawing: Drawing | None = None
    school: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class CardGroup:
    """The facts of one school of a story with several; `heading` is its name, empty for a story's only group."""

    heading: str
    school: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """A profile card. `label` names it for those who hear the page. `lead` is the fact set as its title, or None."""

    label: str
    lead: FactView | None
    groups: tuple[CardGroup, ...]


@dataclass(frozen=True, slots=True)
class SpecView:
    """A fact in a compact profile: short wording, "Not stated" where nothing was."""

    label: str
    text: str
    stated: bool
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """A story in a list. `numeral` is `01`, or the kind's short name. `kicker` is section and edition.

    `data` are this story's facet labels by facet id, for the script of the browse page.
    """

    address: str
    title: str
    numeral: str
    numbered: bool
    kicker: str
    place: str
    summary: str
    spec: tuple[SpecView, ...]
    section_class: str
    wall: str
    picture: Asset | None = None
    data: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""
    sort: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """Previous or next: `label` says which, `title` what. None of them is a reading order of its own."""

    label: str
    title: str
    address: str
    section_class: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote outside its story: plain text, who said it, where it stands."""

    text: str
    speakers: tuple[Speaker, ...]
    paraphrase: bool
    story: LinkView
    section_class: str = ""


@dataclass(frozen=True, slots=True)
class StatView:
    """A headline number outside its text. `id` is the one that its block has on its own page."""

    text: str
    label: str
    period: str
    source: str
    population: str
    note: str
    page: LinkView
    share: float | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story. `kicker` is section and kind; `numeral` `02` or empty. `headings` are the way through it.

    `people` are those it names; `picture` its own image (None: a ten wall seeded by `wall`). `details` are further
    fields in words (reference, method, ISBN …). `related` were named by its author or share its themes.
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
    details: tuple[tuple[str, tuple[LinkView, ...]], ...]
    evidence: str
    wall: str
    picture: Asset | None
    picture_alt: str
    picture_caption: str
    picture_credit: str
    source: tuple[LinkView, ...]
    corrections: tuple[tuple[str, str], ...]
    related: tuple[RowView, ...]
    neighbours: tuple[NeighbourView, ...]
    themes: tuple[LinkView, ...]
    citation: str
    questions: bool = False
    schema_org: str = "Article"


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
    """The cover's network: (hub name, number of its stories), the hub of the lead story, a seed."""

    hubs: tuple[tuple[str, int], ...]
    lead: str
    seed: str
    total: int


@dataclass(frozen=True, slots=True)
class EditionPage:
    """The cover and contents of an edition. `kicker` says what sort; `label` stands large; `facts` in one line.

    `letter` is taken out of the text and shown as the welcome; `stats` are its headline numbers, `lead_stat` the
    first of them that is a share of a hundred. `rows` are direct stories. `imprint` are publisher, ISBN, authors …
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
    featured: tuple[RowView, ...]
    imprint: tuple[tuple[str, str], ...]
    disclaimer: str
    licence: str
    print_address: str
    neighbours: tuple[NeighbourView, ...]


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A chapter: introduction, numbers, charts and its stories. `rod` of `rods` squares are solid."""

    head: Head
    title: str
    summary: str
    numeral: str
    rod: int
    rods: int
    text: Text
    rows: tuple[RowView, ...]
    neighbours: tuple[NeighbourView, ...]


@dataclass(frozen=True, slots=True)
class PrintSection:
    """A section on a print page with its stories whole."""

    section: SectionPage | None
    stories: tuple[StoryPage, ...]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A whole edition on one page, for paper. Ids of stories in it are prefixed by `anchors`, in story order."""

    head: Head
    edition: EditionPage
    sections: tuple[PrintSection, ...]


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
    network: NetworkView | None = None


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
class FacetView:
    """A facet on the browse page: values with counts (in `note`) and their own pages."""

    id: str
    label: str
    group: str
    values: tuple[tuple[LinkView, int], ...]


@dataclass(frozen=True, slots=True)
class PagingView:
    """Where this page stands in a long list; empty `pages` where the list is whole."""

    number: int = 1
    pages: tuple[LinkView, ...] = ()
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class BrowsePage:
    """Every story with every facet, in reading order."""

    head: Head
    title: str
    total: str
    rows: tuple[RowView, ...]
    facets: tuple[FacetView, ...]
    paging: PagingView = PagingView()


@dataclass(frozen=True, slots=True)
class ListPage:
    """Stories that share something: a facet value, a theme, a person.

    `kicker` names the sort of page, `title` the value, `lead` one sentence. `facts` stand as label and wording.
    """

    head: Head
    kicker: str
    title: str
    lead: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    rows: tuple[RowView, ...]
    others: tuple[LinkView, ...]
    others_title: str
    paging: PagingView = PagingView()


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries under a heading (a region, a letter)."""

    heading: str
    entries: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All hubs, schools, themes or people, grouped."""

    head: Head
    title: str
    lead: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class EditionGroup:
    """What belongs to one edition on a page that spans several."""

    edition: LinkView
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class HubPage:
    """A hub over the years: register facts, stories by edition, schools, quotes, numbers, neighbours."""

    head: Head
    title: str
    lead: str
    confidence: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    editions: tuple[EditionGroup, ...]
    schools: tuple[LinkView, ...]
    people: tuple[LinkView, ...]
    quotes: tuple[QuoteView, ...]
    stats: tuple[StatView, ...]
    neighbours: tuple[LinkView, ...]
    drawing: HubDrawing


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """A school over the years: what each edition states of it, its stories."""

    head: Head
    title: str
    place: str
    lead: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    cards: tuple[tuple[LinkView, CardView], ...]
    editions: tuple[EditionGroup, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Headline numbers of one edition, or of one label that several editions state."""

    edition: LinkView
    stats: tuple[StatView, ...]


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """All headline numbers, by edition."""

    head: Head
    title: str
    lead: str
    groups: tuple[NumberGroup, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """All quotes, by edition."""

    head: Head
    title: str
    lead: str
    groups: tuple[tuple[LinkView, tuple[QuoteView, ...]], ...]
    paging: PagingView = PagingView()


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """All terms, by letter: (term, definition, id on the page)."""

    head: Head
    title: str
    lead: str
    terms: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A fixed page: about, accessibility …"""

    head: Head
    title: str
    summary: str
    text: Text
    headings: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404.html: its style is inline; `links` lead under base_url's path and are empty without base_url."""

    head: Head
    title: str
    lead: str
    links: tuple[LinkView, ...]


View = (
    HomePage | EditionPage | PrintPage | SectionPage | StoryPage | TextPage | BrowsePage | ListPage | IndexPage
    | HubPage | SchoolPage | NumbersPage | QuotesPage | GlossaryPage | NotFoundPage
)  # fmt: skip
