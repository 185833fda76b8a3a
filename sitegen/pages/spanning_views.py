"""What a template may see of a page that spans editions: indexes, hubs, schools, numbers, quotes, terms, the guide.

Each field is finished: templates neither sort nor count. All can be had from `views` too.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.pages.elements import CardView, Head, HubDrawing, LinkView, NeighbourView, QuoteView, RowView, StatView
from sitegen.pages.groupings import (
    ONE_PAGE,
    AlikeGroup,
    ComparisonView,
    EditionGroup,
    GuideSection,
    IndexGroup,
    NetworkView,
    NumberGroup,
    PagingView,
    SchoolTable,
    YearsTable,
)
from sitegen.pages.sharing.values import ShareCard, ShareView


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All hubs, schools, themes or people, grouped.

    Schools stand in a `table` as long as they are not too many; all hubs are drawn as a `network`.
    """

    head: Head
    title: str
    lead: str
    groups: tuple[IndexGroup, ...]
    table: SchoolTable | None = None
    network: NetworkView | None = None


@dataclass(frozen=True, slots=True)
class HubPage:
    """A hub over the years: register facts, stories by edition, schools, quotes, numbers.

    Of many quotes the first are `quotes`, the others `further_quotes`. `school_names` stand for the table of `schools`
    where these are very many. `nearby` are hubs of its region, `akin` those that share most with it and on what,
    `neighbours` those before and after it by name. `years` are its editions side by side, None with one. `downloads`
    are files. `share_card` is drawn as the picture of its link, None where none is. `print_address` is the page of all
    its stories for paper, empty where it has none.
    """

    head: Head
    title: str
    lead: str
    confidence: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    editions: tuple[EditionGroup, ...]
    schools: SchoolTable | None
    school_names: tuple[LinkView, ...]
    people: tuple[LinkView, ...]
    quotes: tuple[QuoteView, ...]
    further_quotes: tuple[QuoteView, ...]
    stats: tuple[StatView, ...]
    nearby: tuple[LinkView, ...]
    neighbours: tuple[NeighbourView, ...]
    drawing: HubDrawing
    share: ShareView
    years: YearsTable | None = None
    akin: tuple[LinkView, ...] = ()
    downloads: tuple[LinkView, ...] = ()
    share_card: ShareCard | None = None
    print_address: str = ""


@dataclass(frozen=True, slots=True)
class PrintHub:
    """What a hub's page for paper says before its stories."""

    title: str
    lead: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    drawing: HubDrawing


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """A school over the years: `cards` are what each edition states of it, with the section's class of the story.

    `years` are its editions side by side, None with one. `alike` are the schools most like it.
    """

    head: Head
    title: str
    place: str
    lead: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    cards: tuple[tuple[LinkView, str, CardView], ...]
    editions: tuple[EditionGroup, ...]
    quotes: tuple[QuoteView, ...]
    years: YearsTable | None = None
    alike: AlikeGroup | None = None


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """All headline numbers, by edition. `comparisons` are those that were stated more than once."""

    head: Head
    title: str
    lead: str
    comparisons: tuple[ComparisonView, ...]
    groups: tuple[NumberGroup, ...]
    paging: PagingView = ONE_PAGE


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """All quotes, by edition."""

    head: Head
    title: str
    lead: str
    groups: tuple[tuple[LinkView, tuple[QuoteView, ...]], ...]
    paging: PagingView = ONE_PAGE


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """All terms, by letter: (term, definition, id on the page)."""

    head: Head
    title: str
    lead: str
    terms: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A chapter of the authors' guide, or one kind of it. `label` is as typed.

    `headings` lead to its sections, `neighbours` to the pages before and after it."""

    head: Head
    title: str
    lead: str
    label: str
    sections: tuple[GuideSection, ...]
    headings: tuple[LinkView, ...]
    neighbours: tuple[NeighbourView, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of data: its name with what it holds, what it is for, its format for machines, the schema that it follows.

    `schema` is None for a table. `tables` explain its columns, or what its records hold: a heading (empty for columns),
    then each name with its meaning.
    """

    link: LinkView
    about: str
    format: str
    schema: LinkView | None
    tables: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """All that can be taken away as data, and what it means. `charts` are files of figures behind charts, the first of
    very many; `charts_lead` says how many there are, empty without any.
    """

    head: Head
    title: str
    lead: str
    licence: str
    files: tuple[FileView, ...]
    charts: tuple[LinkView, ...]
    charts_lead: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All names from A to Z, narrowed by a script as one is typed; `ways` lead to the lists where they are too many."""

    head: Head
    title: str
    lead: str
    groups: tuple[IndexGroup, ...]
    ways: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """Stories that share something: a facet value, a theme, a person.

    `kicker` names the sort of page, `title` the value, `lead` one sentence. `facts` stand as label and wording.
    `groups` are the same `rows` by edition, empty where these stand in no groups.
    """

    head: Head
    kicker: str
    title: str
    lead: str
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    rows: tuple[RowView, ...]
    others: tuple[LinkView, ...]
    others_title: str
    paging: PagingView = ONE_PAGE
    groups: tuple[EditionGroup, ...] = ()
