"""What a converted text is. Links and pictures stay symbolic, so a body depends on its own text alone.

All line numbers in here count from the body's own first line; `Problem.moved` brings them into the file.
`screen_only` is for the model to say: a consent allows the web and not print.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Link:
    """A link as its author wrote it, where it stands in the HTML as the value of `href`.

    `target` is the address as written: `../x.md#part`, `/pages/about.md`, `https://…`, `mailto:…`.
    A `Link` in a tuple of parts stands for the whole opening tag `<a …>`; `LinkEnd` for `</a>`.
    """

    target: str
    line: int
    column: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """The end of the link that was opened last."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as its author wrote it. `target` is a path beside the source file, or from the content root."""

    target: str
    alt: str
    line: int
    column: int
    decorative: bool = False
    caption: tuple[Part, ...] = ()
    credit: str = ""
    consent: tuple[str, ...] = ()
    shows: str = ""
    pending: bool = False
    title: str = ""
    screen_only: bool = False


@dataclass(frozen=True, slots=True)
class Acronym:
    """A word in capitals that may be in the glossary: the page expands the first one. `text` as written."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. `name` is empty for a role alone; `case` is the number of a case study, or None."""

    name: str
    role: str = ""
    place: str = ""
    case: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody. `paraphrase` is True for words that are reported and not quoted. `text` is plain."""

    parts: tuple[Part, ...]
    speakers: tuple[Speaker, ...]
    text: str
    line: int
    paraphrase: bool = False
    consent: tuple[str, ...] = ()
    id: str = ""
    screen_only: bool = False


@dataclass(frozen=True, slots=True)
class Stat:
    """A headline number. `text` as written (`c. 7,000`), `value` understood or None, `label` plain text."""

    text: str
    value: float | None
    unit: str
    qualifier: str | None
    label: str
    parts: tuple[Part, ...]
    line: int
    period: str = ""
    source: str = ""
    population: str = ""
    place: str = ""
    note: str = ""
    comparison: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a chart's table: its text as written, and the number in it or None."""

    text: str
    value: float | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of figures to be drawn. `type` is bar, column, line, dots, square or table.

    `rows` hold as many cells as `columns`; the first cell of a row is its label. `data` names a CSV file that
    stands beside the story and is read by the model; then `columns` and `rows` are empty here.
    """

    title: str
    type: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int
    measure: str = ""
    unit: str = ""
    period: str = ""
    place: str = ""
    population: str = ""
    source: str = ""
    description: str = ""
    note: str = ""
    highlight: tuple[str, ...] = ()
    pending: bool = False
    data: str = ""
    caveats: tuple[Part, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline. `date` as written (empty: it continues the one before), `title`, details.

    `line` and `column` are where it begins: its date, if it has one.
    """

    date: str
    title: tuple[Part, ...]
    details: tuple[Part, ...]
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events in order."""

    title: str
    entries: tuple[Entry, ...]
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and what follows from it."""

    title: str
    parts: tuple[Part, ...]
    implications: tuple[Implication, ...]
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Implication:
    """What follows from a finding. The title may be empty."""

    title: str
    parts: tuple[Part, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PersonBlock:
    """A person who appears in the story. `image` is a symbolic picture or None."""

    name: str
    role: str
    place: str
    parts: tuple[Part, ...]
    line: int
    image: Picture | None = None
    consent: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class LinkItem:
    """An item of a list of links: its text, its address (empty if the author gave none), its description."""

    text: str
    link: Link | None
    description: tuple[Part, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Links:
    """A list of links under a title that may be empty."""

    title: str
    items: tuple[LinkItem, ...]
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A block that is text with a meaning: `name` is note, key-findings or citation."""

    name: str
    title: str
    parts: tuple[Part, ...]
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with those who sign it."""

    title: str
    parts: tuple[Part, ...]
    signatories: tuple[Speaker, ...]
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """One picture with its caption, or the place of one that the source names and lacks (`picture.pending`)."""

    title: str
    picture: Picture
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """Several pictures side by side."""

    title: str
    pictures: tuple[Picture, ...]
    line: int
    id: str = ""


Block = Quote | Stat | Chart | Timeline | Finding | PersonBlock | Links | Prose | Letter | FigureBlock | Gallery
"""What stands in a body beside plain HTML. Footnotes and references work across all of it."""

Part = str | Link | LinkEnd | Picture | Acronym | Block
"""A piece of a body, in reading order. A `str` is HTML that is safe to put on a page as it is."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: level 2 to 6, plain text, the id that it has on the page."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A converted text. `plain` is its text without markup, for search and excerpts; `words` counts it.

    `links`, `pictures`, `quotes`, `stats`, `charts` and `timelines` list what stands anywhere in `parts`, in
    reading order, also inside other blocks. `notes` is the HTML of the footnotes as parts, empty without any.
    """

    parts: tuple[Part, ...] = ()
    notes: tuple[Part, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    quotes: tuple[Quote, ...] = ()
    stats: tuple[Stat, ...] = ()
    charts: tuple[Chart, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    plain: str = ""
    words: int = 0
    problems: tuple[Problem, ...] = field(default=())
