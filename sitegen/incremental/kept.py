"""What the last build keeps of each story, so that its text alone can change: all that was made of it, but the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from sitegen.checking.acronyms import known_capitals, unexplained
from sitegen.checking.written import Written
from sitegen.frozen import freeze
from sitegen.incremental.faces import face
from sitegen.markup.body import Body
from sitegen.model.sources import Source
from sitegen.model.spanning import Hub
from sitegen.model.values import Story, Text
from sitegen.pages.finding.editing import MANIFEST, Index, index_of, value_of
from sitegen.pages.finding.entries import Entry, entries, without_text
from sitegen.pages.finding.files import FOLDER, Commonness, Counted, common_words
from sitegen.pages.finding.postings import counted_words
from sitegen.pages.page import Page
from sitegen.pages.plan import site_view
from sitegen.pages.views import PrintPage, SiteView, StoryPage, View
from sitegen.problems.problem import Problem
from sitegen.rendering.render import anchors
from sitegen.rendering.values import Piece, Published
from sitegen.schema.declared import Kind, Settings
from sitegen.schema.values import AcademicYear

if TYPE_CHECKING:
    from sitegen.pipeline import Build

COMMON, INDEX = "common", "index"
STORY = "story "
PRINT = "print "


@dataclass(frozen=True, slots=True)
class Common:
    """What all stories share: settings, kinds, what pages show of the site, the pictures without their bytes.

    `capitals` are the short forms that no text has to explain.
    """

    settings: Settings
    kinds: Mapping[str, Kind]
    capitals: frozenset[str]
    view: SiteView
    pictures: Mapping[str, Published]


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story without its text. `page` is its own page; `prints` are the pages on which it stands whole.

    `year` is the academic year of its edition, `hubs` are those that it names, `told` is what was wrong with it.
    `entry` is what search finds it by, `number` its number, `words` those that it has. `unexplained` are its acronyms
    that nothing explains, which it is allowed: where it did explain them, others may be blamed that do not.
    """

    face: str
    page: Page
    story: Story
    kind: str
    prints: tuple[str, ...]
    year: AcademicYear | None
    hubs: tuple[Hub, ...]
    told: tuple[Problem, ...]
    number: int
    entry: Entry
    words: Mapping[str, tuple[int, int]]
    unexplained: frozenset[str]


@dataclass(frozen=True, slots=True)
class KeptPrint:
    """A page on which stories stand whole, by what tells where each begins and ends.

    `alone` is True where it is a story's own: whatever terms that explains, nothing after it can have to.
    """

    pieces: tuple[Piece, ...]
    anchors: Mapping[str, str]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Entered:
    """An entry of the index with its number and its words."""

    number: int
    entry: Entry
    words: Counted


def kept_of(built: Build) -> Iterator[tuple[str, bytes]]:
    """All that is kept of a build for changes of texts, by name."""
    if built.rendered is None or built.shared is None:
        return
    prints = _prints(built)
    found = [_Entered(number, e, counted_words(e.said)) for number, e in enumerate(entries(built.site, built.shared))]
    yield INDEX, freeze(_index(built, common_words([each.words for each in found])))
    by_address = {each.entry.address: each for each in found if each.entry.text}
    common = _common(built)
    yield COMMON, freeze(common)
    yield from ((f"{PRINT}{address}", freeze(kept)) for address, kept in prints.items())
    standing, shown = _standing(prints), _shown(built)
    pages = {page.address: page for page in built.planned if isinstance(page, Page)}
    sources = {source.path: source for source in built.cleared.before.sources}
    for story in _changeable(built):
        if Counter(standing.get(story.address, ())) != shown[story.address]:
            continue  # a page shows it in a way of its own
        page, source, prints_ = pages[story.address], sources[story.path], standing.get(story.address, ())
        kept = _story(story, page, source, prints_, built, common, by_address[story.address])
        yield f"{STORY}{story.path}", freeze(kept)


def _common(built: Build) -> Common:
    pictures = built.rendered.pictures if built.rendered else {}
    bare = {digest: _without_bytes(picture) for digest, picture in pictures.items()}
    return Common(
        built.site.settings, built.cleared.sources.kinds, known_capitals(built.site), site_view(built.site), bare
    )


def _without_bytes(picture: Published) -> Published:
    webp = tuple(replace(file, content=b"") for file in picture.webp)
    return replace(picture, webp=webp, jpeg=replace(picture.jpeg, content=b""))


def _prints(built: Build) -> dict[str, KeptPrint]:
    """The pages that have pieces, by address."""
    views = {page.address: page.view for page in built.planned if isinstance(page, Page)}
    made = built.rendered.pages if built.rendered else ()
    return {
        page.address: KeptPrint(page.pieces, anchors(views[page.address]), _is_alone(views[page.address]))
        for page in made if page.pieces
    }  # fmt: skip


def _is_alone(view: View) -> bool:
    """True for the print page of a single story."""
    return isinstance(view, PrintPage) and not view.edition and not view.hub and not any(
        part.section for part in view.sections
    )


def _standing(prints: Mapping[str, KeptPrint]) -> dict[str, tuple[str, ...]]:
    """The pages on which a story stands whole beside its own, by its address."""
    found: dict[str, list[str]] = defaultdict(list)
    for address, kept in prints.items():
        for piece in kept.pieces:
            found[piece.name].append(address)
    return {story: tuple(pages) for story, pages in found.items()}


def _shown(built: Build) -> Mapping[str, Counter[str]]:
    """The pages whose views hold a story whole beside its own, by its address."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    views = ((page.address, page.view) for page in built.planned if isinstance(page, Page))
    for address, view in views:
        stories = (story for part in view.sections for story in part.stories) if isinstance(view, PrintPage) else ()
        for story in stories:
            found[story.head.address][address] += 1
    return found


def _changeable(built: Build) -> Iterator[Story]:
    """The stories between whose text and page nothing stands, and all of whose problems are their own.

    What consents leave out of a story, or out of its print, is for a whole build to see to.
    """
    cleared = {source.path: source for source in built.cleared.sources.sources}
    whole = {s.path for s in built.cleared.before.sources if cleared[s.path].body is s.body}
    whole -= {withheld.path for withheld in built.cleared.withheld}
    of_others = {
        place.file for problem in built.problems for place in (problem.where, *problem.also)
        if problem not in built.own.get(place.file, ())
    }  # fmt: skip
    for story in built.site.stories.values():
        on_screen = story.screen_only or (story.image is not None and story.image.screen_only)
        if story.path in whole and story.path not in of_others and not on_screen:
            yield story


def _story(
    story: Story, page: Page, source: Source, prints: tuple[str, ...], built: Build, common: Common, found: _Entered
) -> KeptStory:
    text = bare(story.text)
    year = built.site.editions[story.edition].academic_year
    said = Written(story.path, story.text, story.values, year)
    return KeptStory(
        face(source, built.sources[story.path]),
        replace(page, view=replace(cast(StoryPage, page.view), text=text)),
        replace(story, text=text, kind=cast(Kind, None)),  # kinds are kept once for all
        story.kind.id, prints, year,
        tuple(built.site.hubs[hub] for hub in story.hubs if hub in built.site.hubs), built.own.get(story.path, ()),
        found.number, without_text(found.entry), {word: (int(rank), n) for word, (rank, n) in found.words.items()},
        frozenset(acronym for acronym, _ in unexplained(said, common.capitals)),
    )  # fmt: skip


def _index(built: Build, common: Commonness) -> Index:
    manifest = value_of(cast(bytes, built.outputs[f"{FOLDER}/{MANIFEST}.js"]))
    names = [name for _, name in manifest["s"]]
    return index_of(((name, cast(bytes, built.outputs[f"{FOLDER}/{name}.js"])) for name in names), common)


def bare(text: Text) -> Text:
    """What a text means in its site, without the text itself."""
    return replace(text, body=Body())


def with_body(text: Text, source: Source) -> Text:
    """The same with the body of a source."""
    return replace(text, body=source.body, body_line=source.document.body_line)
