"""What pages are put together from: links, heads, drawings, facts, cards, rows, quotes and numbers.

Addresses are paths from the site's root; the `href` filter makes them relative to the page in which they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.markup.body import Speaker
from sitegen.pages.web.views import Metadata
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
    """What every page shows of the site: `navigation` in the masthead, `editions` and `pages` in the footer.

    `machines` lead, from the footer too, to its data and its feed. `preview` is True where the site shows drafts, which
    every page then says.
    """

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
    preview: bool = False
    machines: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: its own address, `<title>`, a description in one sentence, the way to it.

    `current` is the address of the navigation entry it belongs to, empty for none. `crumbs` end with the page itself
    (without address). `section_class` is `sec-1` … `sec-7` or empty. `cover` is the edition's colour or empty.
    `running` stands at the foot of every sheet of paper: the site, the edition or the like, the page. `metadata` is
    what it says to machines; None where the site has no address on the web. `is_copy` is True for what stands on other
    pages too: search engines are asked to leave it out.
    """

    address: str
    title: str
    description: str
    crumbs: tuple[LinkView, ...] = ()
    current: str = ""
    section_class: str = ""
    cover: str = ""
    draft: bool = False
    running: str = ""
    metadata: Metadata | None = None
    is_copy: bool = False


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

    `figure` is the number to be set large: where the wording holds it (`40%`, `figure_in_wording`), it is one piece of
    `wording`; where the wording spells it out, it stands above with aria-hidden. `school` is set where the story has
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
    """The facts of one of several schools under the fact that names it, or (`heading` None) of the story as a whole.

    `columns` of the facts that are not wide stand abreast on a wide screen: 0 to 4, without one that stands `beside`.
    """

    heading: FactView | None
    school: str
    facts: tuple[FactView, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class CardView:
    """A profile card. `label` names it for those who hear the page. `lead` is the fact set as its title, or None.

    `layout` is `rows`, `beside` (one drawn fact to the right of all text) or `schools` (a row for each of several).
    """

    label: str
    lead: FactView | None
    groups: tuple[CardGroup, ...]
    layout: str


@dataclass(frozen=True, slots=True)
class SpecView:
    """A fact in a compact profile: short wording, "Not stated" where nothing was."""

    label: str
    text: str
    stated: bool
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """A story in a list. `numeral` is `01`, or the kind's name. `mark` is its section and its place in it.

    `kicker` is the same with the edition, for lists that span several.

    `note` is a remark of the list that it stands in. `rod` of `rods` squares are solid: 0 of 0 outside any section.
    """

    address: str
    title: str
    numeral: str
    kicker: str
    mark: str
    place: str
    summary: str
    spec: tuple[SpecView, ...]
    section_class: str
    wall: str
    picture: Asset | None = None
    note: str = ""
    rod: int = 0
    rods: int = 0


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
    """A headline number outside its text. `id` is the one that its block has on its own page.

    `share` is a percentage that a hundred square can show, `count` a whole number that so many dots can, else 0.
    """

    text: str
    label: str
    period: str
    source: str
    population: str
    note: str
    page: LinkView
    share: float | None = None
    count: int = 0
    id: str = ""
