"""A source as it may be published: without the pictures, names and quotes whose consent does not hold.

What is left out here is never seen by anything that follows, so that it is in no page, index or data file.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sitegen.markup.body import Letter, Part, PersonBlock, Picture, Quote, Speaker
from sitegen.markup.gathering import every_part
from sitegen.markup.without import changed
from sitegen.model.consents import NAME, PICTURE, PRINT, QUOTE, SOCIAL, STORY, Consents, Withheld
from sitegen.model.references import path_of
from sitegen.model.saying import says
from sitegen.model.sources import Source
from sitegen.problems.problem import Where
from sitegen.reading.values import Tree
from sitegen.schema.values import PersonValue, PictureValue, Reference, Value, Values
from sitegen.text import slug

NO_NAME = "Name not given"
"""Who speaks where a name is left out and no role stands beside it."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A source without what may not be shown, and what that is. `refused` says why nothing of it may be, or nothing.

    `screen_only` is True where the whole of it may be on the web but not in print, `unshared` where it may not be shown
    on social media.
    """

    source: Source
    withheld: tuple[Withheld, ...] = ()
    refused: str = ""
    screen_only: bool = False
    unshared: bool = False


def cleared(source: Source, consents: Consents, tree: Tree, lenient: bool = False) -> Cleared:
    """The source as it may be published.

    A picture that is not there stays, so that it is told as missing; with `lenient` it is left out.
    """
    own = _texts(source.values.get("consent"))
    against = consents.against(own, STORY, STORY in consents.needed and source.kind.role == "story")
    if against:
        return _refused(source, own, against)
    work = _Work(source, consents, own, tree.assets, lenient)
    names = {slug(found.named): found for found in work.names()}
    values = _changed_values(source.values, lambda value: work.value(value, names))
    body = changed(source.body, lambda part: work.part(part, names))
    made = replace(source, values=values, body=body)
    still = next((found for found in names.values() if says(made, found.named, tree.files)), None)
    if still:
        return _refused(source, still.ids, f"{still.why}, and the name {still.named} stands in the text too")
    return Cleared(made, tuple(work.withheld(names)), "", not work.allows(PRINT), not work.allows(SOCIAL))


def _refused(source: Source, ids: Iterable[str], why: str) -> Cleared:
    title = source.text("title") or source.path
    return Cleared(source, (Withheld(source.path, STORY, title, why, source.at("consent"), tuple(ids)),), why)


@dataclass(frozen=True, slots=True)
class _Work:
    source: Source
    consents: Consents
    own: tuple[str, ...]
    """The consents of the story as a whole: they stand for whatever in it names none of its own."""
    assets: Container[str]
    lenient: bool = False

    def ids(self, given: Iterable[str]) -> tuple[str, ...]:
        return tuple(given) or self.own

    def picture(self, picture: Picture | PictureValue, of_person: tuple[str, ...] = ()) -> str:
        """Why a picture may not be shown."""
        direct = picture.consent or of_person
        file = picture.target if isinstance(picture, Picture) else picture.file
        is_there = path_of(self.source.path, file) in self.assets
        if not is_there:
            return "it is not there" if self.lenient else ""
        if _shows_nobody(picture) and not picture.consent:
            return ""
        by_rule = picture.shows != "adults" or PICTURE in self.consents.needed
        return self.consents.against(direct or self.own, PICTURE, by_rule or bool(picture.consent))

    def quote(self, quote: Quote) -> str:
        """Why a quote may not be shown."""
        needed = bool(quote.consent) or QUOTE in self.consents.needed
        return self.consents.against(self.ids(quote.consent), QUOTE, needed)

    def name(self, given: Iterable[str]) -> str:
        """Why a name may not be given."""
        return self.consents.against(self.ids(given), NAME, NAME in self.consents.needed)

    def _named(self) -> Iterator[tuple[str, tuple[str, ...], Where]]:
        """Everybody who is named as a person, a speaker or a signatory, with the consents named beside them."""
        for person in _of_type(PersonValue, self.source.values):
            yield person.name, person.consent, person.where
        for part in every_part((*self.source.body.parts, *self.source.body.notes)):
            match part:
                case PersonBlock():
                    yield part.name, part.consent, self.source.line(part.line)
                case Quote():
                    yield from ((s.name, part.consent, self.source.line(part.line)) for s in part.speakers)
                case Letter():
                    yield from ((s.name, (), self.source.line(part.line)) for s in part.signatories)

    def names(self) -> Iterator[Withheld]:
        """Every name that may not be given. Whoever speaks under the consent of their own entry needs no other."""
        given: dict[str, list[tuple[str, tuple[str, ...], Where]]] = {}
        for name, ids, where in self._named():
            if slug(name):
                given.setdefault(slug(name), []).append((name, ids, where))
        for mentions in given.values():
            name, _, where = mentions[0]
            ids = tuple(dict.fromkeys(i for _, own, _ in mentions for i in own))
            if why := self.name(ids):
                yield Withheld(self.source.path, NAME, name, why, where, self.ids(ids))

    def allows(self, medium: str) -> bool:
        """Whether the story and every name in it may be shown in another medium too."""
        named = (self.ids(ids) for _, ids, _ in self._named())
        story = self.consents.allows(self.own, STORY, medium)
        return story and all(self.consents.allows(ids, NAME, medium) for ids in named)

    def withheld(self, names: Mapping[str, Withheld]) -> Iterator[Withheld]:
        """All that is left out, as it stands in the source."""
        path = self.source.path
        yield from names.values()
        for image, ids in _images(self.source.values):
            if why := self.picture(image, ids):
                yield Withheld(path, PICTURE, image.file, why, image.where, self.ids(image.consent or ids))
        for part in every_part((*self.source.body.parts, *self.source.body.notes)):
            if isinstance(part, Picture) and part.target and (why := self.picture(part)):
                where = self.source.line(part.line, part.column, len(part.target))
                yield Withheld(path, PICTURE, part.target, why, where, self.ids(part.consent))
            if isinstance(part, Quote) and (why := self.quote(part)):
                yield Withheld(path, QUOTE, part.text, why, self.source.line(part.line), self.ids(part.consent))

    def part(self, part: Part, names: Mapping[str, Withheld]) -> Part | None:
        """A part of the text as it may be shown."""
        match part:
            case Picture():
                why = self.picture(part) if part.target else ""
                return self._gap(part, why) if why else self._for_screen(part, part.consent, PICTURE)
            case Quote():
                said = replace(part, speakers=_speakers(part.speakers, names))
                return None if self.quote(part) else self._for_screen(said, part.consent, QUOTE)
            case Letter():
                return replace(part, signatories=_speakers(part.signatories, names))
            case PersonBlock() if slug(part.name) in names:
                return None
        return part

    def _gap(self, picture: Picture, why: str) -> Picture | None:
        """What stands in the place of a picture: in a draft, which only its author sees, why it is not there."""
        if self.source.value("draft") is not True:
            return None
        words = f'The picture "{picture.target}" is left out: {why}.'
        return replace(picture, target="", alt=words, decorative=False, title="", caption=(), credit="")

    def _for_screen(self, part: Any, ids: tuple[str, ...], what: str) -> Any:
        is_open = what == PICTURE and _shows_nobody(part) and not ids
        return part if is_open or self.consents.allows(self.ids(ids), what, PRINT) else replace(part, screen_only=True)

    def _is_social(self, picture: PictureValue) -> bool:
        """Whether a picture may go to social media: it shows nobody, or a consent for it says so."""
        nobody = _shows_nobody(picture) and not picture.consent
        return nobody or self.consents.allows_all(self.ids(picture.consent), PICTURE, SOCIAL)

    def value(self, value: Any, names: Mapping[str, Withheld]) -> Any:
        """What a field holds as it may be shown; None for nothing."""
        match value:
            case PictureValue():
                shown = None if self.picture(value) else self._for_screen(value, value.consent, PICTURE)
                return replace(shown, social=self._is_social(shown)) if shown else None
            case PersonValue() if slug(value.name) in names:
                return None
            case PersonValue() if value.image:
                return replace(value, image=self._portrait(value.image, value.consent))
        return value

    def _portrait(self, image: PictureValue, of_person: tuple[str, ...]) -> PictureValue | None:
        if self.picture(image, of_person):
            return None
        shown: PictureValue = self._for_screen(image, image.consent or of_person, PICTURE)
        return shown


def _shows_nobody(picture: Picture | PictureValue) -> bool:
    """True for a picture that is said to show no people, and for one that only decorates and says nothing."""
    return picture.shows == "no people" or (picture.decorative and not picture.shows)


def _speakers(speakers: tuple[Speaker, ...], names: Mapping[str, Withheld]) -> tuple[Speaker, ...]:
    return tuple(replace(s, name="", role=s.role or NO_NAME) if slug(s.name) in names else s for s in speakers)


def _texts(value: Value | None) -> tuple[str, ...]:
    return tuple(part.text for part in value.parts or (value,)) if value else ()


def _changed_values(values: Values, change: Callable[[Any], Any]) -> Values:
    """The fields with everything in them as `change` makes it; what it makes None of is not given."""
    made = {key: _changed_value(value, change) for key, value in values.items()}
    return {key: value for key, value in made.items() if value is not None}


def _changed_value(value: Value, change: Callable[[Any], Any]) -> Value | None:
    if value.parts:
        parts = tuple(p for p in (_changed_value(part, change) for part in value.parts) if p is not None)
        if parts == value.parts:
            return value
        text = ", ".join(part.text for part in parts)
        return replace(value, value=tuple(p.value for p in parts), parts=parts, text=text) if parts else None
    inside = value.value
    if isinstance(inside, Mapping):
        inside = _changed_values(inside, change)
    elif isinstance(inside, Reference) and inside.facts:
        inside = replace(inside, facts=_changed_values(inside.facts, change))
    made = change(inside)
    return None if made is None else value if made == value.value else replace(value, value=made)


def _within(values: Values) -> Iterator[Any]:
    """Everything that fields hold, also inside lists, records and what is stated of a school."""
    for value in values.values():
        for part in value.parts or (value,):
            yield part.value
            inside = part.value.facts if isinstance(part.value, Reference) else part.value
            yield from _within(inside) if isinstance(inside, Mapping) else ()


def _of_type(kind: type[PersonValue], values: Values) -> Iterator[PersonValue]:
    return (found for found in _within(values) if isinstance(found, kind))


def _images(values: Values) -> Iterator[tuple[PictureValue, tuple[str, ...]]]:
    """Every picture that fields name, with the consents of the person whom it shows."""
    for found in _within(values):
        if isinstance(found, PictureValue):
            yield found, ()
        elif isinstance(found, PersonValue) and found.image:
            yield found.image, found.consent
