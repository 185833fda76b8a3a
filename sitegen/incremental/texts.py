"""Stories whose text alone has changed: their own page, the pages they stand on whole, and the index are made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from sitegen.checking.acronyms import unexplained
from sitegen.checking.links import check_ids
from sitegen.checking.lint import told_of_file
from sitegen.checking.wording.said import said_of_story
from sitegen.checking.written import Written
from sitegen.frozen import thaw
from sitegen.incremental.faces import face
from sitegen.incremental.kept import COMMON, INDEX, PRINT, STORY, Common, KeptPrint, KeptStory, bare, with_body
from sitegen.incremental.last import Before
from sitegen.memos import theme_of
from sitegen.model.sources import Source
from sitegen.model.values import Text
from sitegen.options import Options
from sitegen.pages.finding.editing import Edit, Index, TooMuch, edited
from sitegen.pages.finding.entries import Entry, with_text
from sitegen.pages.finding.files import FOLDER
from sitegen.pages.finding.passages import passage_address, passage_files
from sitegen.pages.finding.postings import counted_words
from sitegen.pages.printing import alone
from sitegen.pages.views import StoryPage
from sitegen.parsing import parse_document
from sitegen.problems.problem import Checked, Problem, Where, blocked
from sitegen.reading.states import State
from sitegen.reading.tree import read_file
from sitegen.reading.values import SourceFile
from sitegen.rendering.marks import Sheet
from sitegen.rendering.pieces import raised, whole
from sitegen.rendering.render import render
from sitegen.rendering.theme import Theme
from sitegen.rendering.values import Piece, Rendered
from sitegen.store import Store

_THEMES = ("theme/", "templates/")


class NotByText(Exception):
    """More than a text has changed, or what it changes cannot be told: everything has to be built."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A story whose text alone has changed: as it was kept, its file, and what is wrong with it now."""

    kept: KeptStory
    file: SourceFile
    source: Source
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What changed texts come to: files by address, what is to be kept, the problems of the changed files by path."""

    outputs: Mapping[str, bytes]
    kept: Mapping[str, object]
    problems: Mapping[str, tuple[Problem, ...]]
    files: tuple[SourceFile, ...]


def rewritten(before: Before, store: Store, options: Options) -> Rewritten:
    """What the files come to that have changed, where nothing but their text has; else `NotByText` is raised."""
    stories = sorted(before.paths)
    found = store.read(COMMON, INDEX, *(f"{STORY}{path}" for path in stories))
    common = thaw(found.get(COMMON))
    if not isinstance(common, Common):
        raise NotByText
    changed = [_changed(path, thaw(found.get(f"{STORY}{path}")), common, options) for path in stories]
    theme = _theme(options, tuple((p, s) for p, s in before.now.states.items() if p.startswith(_THEMES)))
    if theme.problems:
        raise NotByText
    desk = _Desk(common, theme.value, store, options)
    pages = {story.kept.story.address: desk.page(story) for story in changed}
    prints = desk.prints(changed)
    outputs = {address: page.html for address, page in pages.items()} | {a: html for a, (html, _) in prints.items()}
    index, files = _in_index(changed, thaw(found.get(INDEX)), options)
    outputs |= files
    kept: dict[str, object] = {f"{PRINT}{address}": kept for address, (_, kept) in prints.items()}
    kept[INDEX] = index
    kept |= {f"{STORY}{story.file.path}": _as_kept(story) for story in changed}
    problems = {story.file.path: story.problems for story in changed}
    return Rewritten(outputs, kept, problems, tuple(story.file for story in changed))


@lru_cache(maxsize=1)
def _theme(options: Options, states: tuple[tuple[str, State], ...]) -> Checked[Theme]:
    """The theme whose files have these states: `serve` makes one story after another by it."""
    return theme_of(options)


def _in_index(changed: Iterable[Changed], index: object, options: Options) -> tuple[Index, dict[str, bytes]]:
    """The index with the words of the stories, and its files that are not as they were, passages among them."""
    if not isinstance(index, Index):
        raise NotByText
    found = [(story, with_text(story.kept.entry, _text_of(story))) for story in changed]
    edits = [Edit(story.kept.number, story.kept.words, counted_words(entry.said)) for story, entry in found]
    try:
        made, files = edited(index, edits, lambda name: (options.output / f"{FOLDER}/{name}.js").read_bytes())
    except TooMuch:
        raise NotByText from None
    return made, {f"{FOLDER}/{n}.js": c for n, c in files.items()} | _passages((entry for _, entry in found), options)


def _passages(found: Iterable[Entry], options: Options) -> dict[str, bytes]:
    """The passages of stories. Where there were more files of them, some would have to go: a whole build does that."""
    files: dict[str, bytes] = {}
    for entry in found:
        made = list(passage_files((entry,), Where("")))
        files |= {file.address: file.content for file in made}
        if (options.output / passage_address(entry.address, len(made) + 1)).exists():
            raise NotByText
    return files


def _text_of(story: Changed) -> Text:
    return cast(StoryPage, story.kept.page.view).text


def _as_kept(story: Changed) -> KeptStory:
    """A story as it is kept: without its text."""
    kept, view = story.kept, cast(StoryPage, story.kept.page.view)
    words = counted_words(with_text(kept.entry, view.text).said)
    page = replace(kept.page, view=replace(view, text=bare(view.text)))
    plain = {word: (int(rank), n) for word, (rank, n) in words.items()}
    return replace(kept, page=page, told=story.problems, words=plain)


def _changed(path: str, kept: object, common: Common, options: Options) -> Changed:
    """The story at a path with its new text, and what is wrong with it now."""
    if not isinstance(kept, KeptStory):
        raise NotByText
    file = read_file(options.site, path)
    if file is None:
        raise NotByText
    kind = common.kinds[kept.kind]
    parsed = parse_document(file, common.kinds, common.settings.language)
    source = parsed.value
    if source is None or source.kind != kind or face(source, file.text) != kept.face:
        raise NotByText
    text = with_body(kept.story.text, source)
    story = replace(kept.story, kind=kind, text=text)
    found = Written(path, text, story.values, kept.year)
    said = said_of_story(found, story, file.text, kept.hubs)
    problems = (*parsed.problems, *told_of_file(said, common.settings))
    unexplained_now = frozenset(acronym for acronym, _ in unexplained(found, common.capitals))
    if blocked(problems, options.strict) or unexplained_now != kept.unexplained:
        raise NotByText
    page = replace(kept.page, view=replace(cast(StoryPage, kept.page.view), text=text))
    return Changed(replace(kept, page=page), file, source, problems)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What pages are made again with."""

    common: Common
    theme: Theme
    store: Store
    options: Options

    def page(self, story: Changed) -> Rendered:
        """A story's own page."""
        page = story.kept.page
        made = render(page, self.common.view, self.theme, self.common.pictures)
        if made.problems or made.value is None or check_ids((made.value,), {page.address: page.where}):
            raise NotByText
        return made.value

    def prints(self, changed: Iterable[Changed]) -> dict[str, tuple[bytes, KeptPrint]]:
        """Each page on which one of the stories stands whole, with what is to be kept of it."""
        found: dict[str, tuple[bytes, KeptPrint]] = {}
        for story in changed:
            page = story.kept.page
            made = whole(self.theme.environment, _as_printed(cast(StoryPage, page.view))) if story.kept.prints else ""
            for address in story.kept.prints:
                html, kept = found.get(address) or self._read(address)
                found[address] = self._with_piece(address, page.address, made, html, kept)
        return found

    def _read(self, address: str) -> tuple[bytes, KeptPrint]:
        name = f"{PRINT}{address}"
        kept = thaw(self.store.read(name).get(name))
        if not isinstance(kept, KeptPrint):
            raise NotByText
        return (self.options.output / address).read_bytes(), kept

    def _with_piece(
        self, address: str, story: str, whole: str, html: bytes, kept: KeptPrint
    ) -> tuple[bytes, KeptPrint]:
        """A page with a story's piece made again. It must explain the terms that it explained before, and no other."""
        number = next(n for n, piece in enumerate(kept.pieces) if piece.name == story)
        old = kept.pieces[number]
        settled = Sheet(address, self.common.pictures, kept.anchors).settle(raised(whole, old.level), old.known)
        if settled.terms - old.known != old.explained and not kept.alone:
            raise NotByText
        made = settled.html.encode()
        pieces = tuple(_moved(kept.pieces, number, len(made) - (old.end - old.start)))
        return html[: old.start] + made + html[old.end :], replace(kept, pieces=pieces)


def _as_printed(view: StoryPage) -> StoryPage:
    """The story as it stands on other pages: a title that was told apart from another is so on its own page alone."""
    mark = f" ({view.head.address.removesuffix('/index.html')})"
    return replace(alone(view), head=replace(view.head, title=view.head.title.removesuffix(mark)))


def _moved(pieces: tuple[Piece, ...], number: int, longer: int) -> Iterator[Piece]:
    """The pieces after one of them has grown."""
    for at, piece in enumerate(pieces):
        if at < number:
            yield piece
        else:
            yield replace(piece, start=piece.start + (longer if at > number else 0), end=piece.end + longer)
