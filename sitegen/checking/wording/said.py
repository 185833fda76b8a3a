"""What one file says to its readers, with the place in the file of any words of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from sitegen.checking.written import Written, written
from sitegen.markup.body import Part, Picture
from sitegen.model.spanning import Hub, Site
from sitegen.model.values import Story
from sitegen.problems.problem import Where
from sitegen.regex import regex
from sitegen.schema.values import PersonValue, PictureValue, Value, Values
from sitegen.text import fold_name

_UNSEEN = frozenset(("kind", "overrides", "owner", "status", "consent", "order", "draft", "withdrawn", "aliases"))
"""Fields that no reader sees."""
_TOKEN = regex(r"[^\W_]+")
_TAG = regex(r"<[^<>]*+>")
_MOST_TOKENS, _WIDEST, _TELLING = 40, 40, 4
_MOST_RETURNS = 40
"""How often words are looked for from the beginning again."""
ANONYMOUS = regex(
    r"(?:the )?(?:school|college|academy|trust|primary|secondary) (?:[A-Z]|[0-9]{1,3}|one|two|three)"
    r"|(?:an?|one) .{0,60}|(?:an? )?(?:anonymous|anonymised|unnamed) .{0,60}",
    re.IGNORECASE,
)
"""A school's name that is none."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture of a file with all words that go with it. `shows` is empty where nobody has said whom it shows."""

    file: str
    alt: str
    caption: str
    shows: str
    where: Where


@dataclass(frozen=True, slots=True)
class Said:
    """A file's words. `plain` is all of it without markup, one wording a line: the fields first, then the text.

    `story` is None for an edition, a section or a page. `schools` are the names of those that the file names, without
    names that are none; `hubs` are all those of its hubs, folded. `source` is the text of the file, empty
    where it is not known.
    """

    found: Written
    story: Story | None
    source: str
    plain: str
    schools: tuple[str, ...]
    hubs: tuple[str, ...]
    pictures: tuple[ShownPicture, ...]


class Places:
    """Finds words in the text of a file, each behind the ones before it: a flood of them takes one way through."""

    def __init__(self, said: Said) -> None:
        self._file, self._source = said.found.path, said.source
        self._tokens: list[re.Match[str]] = []
        self._by_word: dict[str, list[int]] = {}
        self._next, self._returns = 0, _MOST_RETURNS
        self._counted, self._line = 0, 1

    def of(self, words: str) -> Where:
        """Where these words stand, or as many of their first as stand together; else the beginning of the file.

        Markup between them does not count.
        """
        wanted = _TOKEN.findall(words)[:_MOST_TOKENS]
        found = self._find(wanted, self._next)
        if found is None and self._returns:
            self._returns -= 1
            firsts = (wanted, wanted[:2], wanted[:1] if wanted and len(wanted[0]) >= _TELLING else [])
            found = next((f for some in firsts if (f := self._find(some, 0))), None)
        return self._where(*found) if found else Where(self._file)

    def _find(self, wanted: list[str], start: int) -> tuple[int, int] | None:
        """The first and the last token of these words, from the `start`-th token on."""
        if not self._tokens:
            self._tokens = list(_TOKEN.finditer(self._source))
            for at, token in enumerate(self._tokens):
                self._by_word.setdefault(token[0], []).append(at)
        places = self._by_word.get(wanted[0], []) if wanted else []
        for at in islice(places, bisect_left(places, start), None):
            if self._stands(at, wanted):
                self._next = at + len(wanted)
                return at, at + len(wanted) - 1
        return None

    def _stands(self, at: int, wanted: list[str]) -> bool:
        tokens = self._tokens[at : at + len(wanted)]
        near = all(two.start() - one.end() <= _WIDEST for one, two in pairwise(tokens))
        return near and [token[0] for token in tokens] == wanted

    def _where(self, first: int, last: int) -> Where:
        start, end = self._tokens[first].start(), self._tokens[last].end()
        start -= self._source[start - 1 : start] in ("+", "(")
        end += self._source[end : end + 1] == "%"
        if start < self._counted:
            self._counted, self._line = 0, 1
        self._line += self._source.count("\n", self._counted, start)
        self._counted = start
        column = start - self._source.rfind("\n", 0, start)
        return Where(self._file, self._line, column, len(self._source[start:end].partition("\n")[0]))


def all_said(site: Site, sources: Mapping[str, str]) -> Iterator[Said]:
    """What every file of the site says, in the order in which it is read. `sources` are the files' texts by path."""
    stories = {story.path: story for story in site.stories.values()}
    names = [(school.name, f" {fold_name(school.name)} ") for school in site.schools.values()]
    hubs = {key: tuple(_names_of(hub)) for key, hub in site.hubs.items()}
    for found in written(site):
        story = stories.get(found.path)
        schools = _of_story(story) if story else _mentioned(names, _plain_of(found))
        theirs = tuple(name for key in (story.hubs if story else ()) for name in hubs.get(key, ()))
        yield _said(found, story, sources.get(found.path, ""), schools, theirs)


def said_of_story(found: Written, story: Story, source: str, hubs: Iterable[Hub]) -> Said:
    """What one story says, where the hubs that it names are known."""
    names = tuple(name for hub in hubs for name in _names_of(hub))
    return _said(found, story, source, _of_story(story), names)


def _said(found: Written, story: Story | None, source: str, schools: tuple[str, ...], hubs: tuple[str, ...]) -> Said:
    """What one file says, where the names of its schools and hubs are known."""
    pictures = (*_of_fields(found), *(_of_text(found, picture) for picture in found.text.body.pictures))
    return Said(found, story, source, _plain_of(found), schools, hubs, pictures)


def _plain_of(found: Written) -> str:
    return f"{_of_all_fields(found.values)}\n{found.text.body.plain}"


def _of_story(story: Story) -> tuple[str, ...]:
    return tuple(m.name for m in story.schools if not ANONYMOUS.fullmatch(m.name))


def _names_of(hub: Hub) -> Iterator[str]:
    return filter(None, map(fold_name, (hub.name, *hub.entry.aliases)))


def _mentioned(names: list[tuple[str, str]], plain: str) -> tuple[str, ...]:
    words = f" {fold_name(plain)} "
    return tuple(name for name, folded in names if folded in words and not ANONYMOUS.fullmatch(name))


def _of_all_fields(values: Values) -> str:
    given = (value for key, value in values.items() if key not in _UNSEEN)
    return "\n".join(words for value in given for words in _words(value))


def _words(value: Value) -> Iterator[str]:
    for part in value.parts or (value,):
        if isinstance(part.value, Mapping):
            yield from (words for inner in part.value.values() if isinstance(inner, Value) for words in _words(inner))
        elif isinstance(part.value, PersonValue):
            yield from _of_person(part.value)
        elif isinstance(part.value, PictureValue):
            yield from (part.value.alt, part.value.caption, part.value.credit)
        else:
            yield part.text


def _of_person(person: PersonValue) -> Iterator[str]:
    yield ", ".join(filter(None, (person.name, person.role, person.place)))
    if person.image:
        yield from (person.image.alt, person.image.caption, person.image.credit)


def _of_fields(found: Written) -> Iterator[ShownPicture]:
    for value in found.values.values():
        for part in value.parts or (value,):
            image: Any = part.value.image if isinstance(part.value, PersonValue) else part.value
            if isinstance(image, PictureValue) and not image.decorative:
                yield ShownPicture(image.file, image.alt, image.caption, image.shows, image.where)


def _of_text(found: Written, picture: Picture) -> ShownPicture:
    where = found.line(picture.line, picture.column, len(picture.target))
    caption = _TAG.sub("", "".join(_plain(part) for part in picture.caption))
    shows = "no people" if picture.decorative else picture.shows
    return ShownPicture(picture.target, picture.alt, caption, shows, where)


def _plain(part: Part) -> str:
    return part if isinstance(part, str) else getattr(part, "text", "")
