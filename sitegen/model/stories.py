"""A source with its place becomes a story, section, edition or page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.markup.body import PersonBlock
from sitegen.model.facts import Scale, academic_year_of, details, facts, given_twice
from sitegen.model.names import Names, unknown_hub
from sitegen.model.places import Place
from sitegen.model.publication import PUBLISHED, state
from sitegen.model.references import Library, missing_picture, path_of, resolve
from sitegen.model.sources import Source, Sources
from sitegen.model.values import (
    Correction,
    Edition,
    FixedPage,
    PersonMention,
    SchoolMention,
    Section,
    SourceNote,
    Story,
)
from sitegen.problems.problem import Checked, Problem
from sitegen.reading.values import Asset
from sitegen.schema.values import AcademicYear, DateValue, PersonValue, PictureValue, Reference, Value
from sitegen.text import slug


@dataclass(frozen=True, slots=True)
class Setting:
    """What a story is made in: the sources, the names, what can be linked to, the editions by id."""

    sources: Sources
    names: Names
    linkable: Library
    editions: Mapping[str, Source]


def story(place: Place, number: int | None, setting: Setting) -> Checked[Story]:
    """A story with its facts and resolved links. Related stories are for the site to know."""
    source = place.source
    text = resolve(source, setting.linkable)
    hubs = _hubs(source, setting.names)
    picture = _picture(source, setting)
    measured = scale(source, setting)
    made = Story(
        id=place.id, address=place.address, path=source.path, kind=source.kind, edition=place.edition,
        section=place.section, number=number, title=source.text("title"), summary=source.text("summary"),
        text=text.value, facts=facts(source, measured),
        schools=_schools(source, setting.names), hubs=hubs.value, people=_people(source),
        phase=_words(source, "phase"), programmes=_words(source, "programme"),
        themes=_words(source, "themes"), evidence=_words(source, "evidence"), date=_date(source, "date"),
        updated=_date(source, "updated"), image=_image(source), picture=picture.value, source=_source_note(source),
        corrections=_corrections(source),
        draft=state(source, setting.sources.today, setting.sources.needs_approval) != PUBLISHED,
        values=source.values, where=source.where,
        details=details(source, measured), screen_only=source.path in setting.sources.screen_only,
        unshared=source.path in setting.sources.unshared,
    )  # fmt: skip
    twice = given_twice(source, setting.names)
    return Checked(made, text.problems + hubs.problems + picture.problems + twice)


def scale(source: Source, setting: Setting) -> Scale:
    """What the facts of a story are measured by: its edition's academic year, else that of a date it has."""
    return Scale(setting.sources.settings.bands, setting.names, _year(source, setting))


def _year(source: Source, setting: Setting) -> int | None:
    edition = setting.editions.get(source.path.split("/")[1])
    if edition is not None:
        year, date = edition.value("academic_year"), edition.value("date")
        if isinstance(year, AcademicYear):
            return year.start
        if isinstance(date, DateValue):
            return academic_year_of(date)
    own = source.value("date")
    return academic_year_of(own) if isinstance(own, DateValue) else None


def _words(source: Source, key: str) -> tuple[str, ...]:
    return tuple(str(part.value).strip() for part in source.parts(key) if str(part.value).strip())


def _date(source: Source, key: str) -> DateValue | None:
    value = source.value(key)
    return value if isinstance(value, DateValue) else None


def _references(source: Source, key: str) -> list[Reference]:
    return [p.value for p in source.parts(key) if isinstance(p.value, Reference)]


def _hubs(source: Source, names: Names) -> Checked[tuple[str, ...]]:
    found: dict[str, None] = {}
    problems = []
    for reference in _hub_references(source):
        hub = names.hub_id(reference.text)
        if hub:
            found[hub] = None
        elif reference.text.strip():
            problems.append(unknown_hub(reference.text, reference.where, names))
    return Checked(tuple(found), tuple(problems))


def hub_ids(source: Source, names: Names) -> tuple[str, ...]:
    """The hubs that a story names, by id, where they are known."""
    return _hubs(source, names).value


def unknown_hubs(source: Source, names: Names) -> tuple[Problem, ...]:
    """The problems of hubs that a story names and no register has."""
    return _hubs(source, names).problems


def _hub_references(source: Source) -> list[Reference]:
    own = _references(source, "hub")
    for school in _references(source, "school"):
        fact = school.facts.get("hub")
        own += [p.value for p in (fact.parts or (fact,)) if isinstance(p.value, Reference)] if fact else []
    return own


def _schools(source: Source, names: Names) -> tuple[SchoolMention, ...]:
    found: dict[str, SchoolMention] = {}
    for reference in _references(source, "school"):
        school = names.school_id(reference.text)
        if school:
            found.setdefault(school, SchoolMention(school, reference.text.strip(), reference.where))
    return tuple(found.values())


def _people(source: Source) -> tuple[PersonMention, ...]:
    """Everyone whom the fields or a block of the text name, each once; the first who gives a role says it."""
    found: dict[str, PersonMention] = {}
    for mention in (*_people_in_fields(source), *_people_in_text(source)):
        known = found.setdefault(mention.id, mention)
        if not known.role:
            found[mention.id] = replace(known, role=mention.role, place=known.place or mention.place)
    return tuple(mention for id_, mention in found.items() if id_)


def _people_in_fields(source: Source) -> Iterator[PersonMention]:
    for field in source.kind.schema.fields:
        for part in source.parts(field.key) if field.type in ("people", "person") else ():
            if isinstance(part.value, PersonValue):
                person = part.value
                yield PersonMention(slug(person.name), person.name, person.role, person.place)


def _people_in_text(source: Source) -> Iterator[PersonMention]:
    for part in source.body.parts:
        if isinstance(part, PersonBlock):
            yield PersonMention(slug(part.name), part.name, part.role, part.place)


def _image(source: Source) -> PictureValue | None:
    value = source.value("image")
    return value if isinstance(value, PictureValue) else None


def _picture(source: Source, setting: Setting) -> Checked[Asset | None]:
    image = _image(source)
    if image is None:
        return Checked(None)
    tree = setting.sources.tree
    asset = tree.assets.get(path_of(source.path, image.file))
    if asset is None:
        return Checked(None, (missing_picture(source.path, image.file, image.where, tree),))
    return Checked(asset)


def _record(value: Value | None) -> Mapping[str, Value]:
    return value.value if value is not None and isinstance(value.value, Mapping) else {}


def _source_note(source: Source) -> SourceNote | None:
    record = _record(source.values.get("source"))
    if not record:
        return None
    words = {k: v.value.target if hasattr(v.value, "target") else v.text for k, v in record.items()}
    known = {k: str(words[k]) for k in ("title", "url", "publisher", "page", "date") if k in words}
    return SourceNote(**{"title": "", **known})


def _corrections(source: Source) -> tuple[Correction, ...]:
    made = []
    for part in source.parts("corrections"):
        record = _record(part)
        date = record["date"].value if "date" in record else None
        made.append(Correction(date if isinstance(date, DateValue) else None, _text(record.get("what"))))
    return tuple(made)


def _text(value: Value | None) -> str:
    return value.text if value else ""


def section(place: Place, number: int, stories: tuple[str, ...], setting: Setting) -> Checked[Section]:
    """A section with its stories in reading order."""
    source = place.source
    text = resolve(source, setting.linkable)
    made = Section(
        place.id, place.address, source.path, place.edition, number, source.text("title"), source.text("summary"),
        text.value, stories, source.values, source.where,
    )  # fmt: skip
    return Checked(made, text.problems)


def edition(place: Place, sections: tuple[str, ...], stories: tuple[str, ...], setting: Setting) -> Checked[Edition]:
    """An edition with its sections and direct stories in reading order."""
    source = place.source
    text = resolve(source, setting.linkable)
    year = source.value("academic_year")
    known_year = year if isinstance(year, AcademicYear) else None
    type_ = _edition_type(source)
    made = Edition(
        id=place.id, address=place.address, path=source.path, type=type_, title=source.text("title"),
        subtitle=source.text("subtitle"), summary=source.text("summary"), label=_label(source, type_, known_year),
        text=text.value, sections=sections, stories=stories, academic_year=known_year,
        issue_number=source.text("issue_number"), date=_date(source, "date"),
        cover_colour=str(source.value("cover_colour") or ""),
        isbn=source.text("isbn"), authors=_words(source, "authors"), publisher=source.text("publisher"),
        disclaimer=source.text("disclaimer"), licence=source.text("licence"), values=source.values, where=source.where,
    )  # fmt: skip
    return Checked(made, text.problems)


def _edition_type(source: Source) -> str:
    """The sort of an edition: as stated, else by what it has (FORMATS, "Editions, sections, stories")."""
    stated = source.text("type").lower()
    if stated:
        return stated
    if source.text("academic_year"):
        return "annual report"
    return "newsletter" if source.text("issue_number") else "collection"


def _label(source: Source, type_: str, year: AcademicYear | None) -> str:
    if type_ == "newsletter" and source.text("issue_number"):
        return f"No. {source.text('issue_number')}"
    if year:
        return year.label
    date = _date(source, "date")
    return str(date.start.year) if date else ""


def fixed_page(place: Place, setting: Setting) -> Checked[FixedPage]:
    """A page of content/pages/."""
    source = place.source
    text = resolve(source, setting.linkable)
    made = FixedPage(
        place.id, place.address, source.path, source.text("title"), source.text("summary"), text.value,
        source.values, source.where,
    )  # fmt: skip
    return Checked(made, text.problems)


