"""Field types for what a story refers to: hubs, schools, people, pictures, links."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.problems.problem import Checked, Problem
from sitegen.reading.values import Mapping_, Scalar, Sequence
from sitegen.regex import regex
from sitegen.schema.declared import Field, Schema
from sitegen.schema.types.given import FieldType, Given, not_text, one_of, shown
from sitegen.schema.values import LinkValue, PersonValue, PictureValue, Reference, Value, Values

_NAME = Field("name", "text", "Name", "The name as it is to be read.", required=True, example="Goldfinch Primary")
_CONSENT = Field("consent", "list", "Consent", "The id of a consent, or several.", example="C-014")
_PICTURE_FIELDS = (
    Field("file", "text", "File", "The picture's file, beside the story or from the content root with a leading `/`.",
          required=True, example="hall.jpg"),
    Field("alt", "text", "Alternative text", "What the picture shows, for people who cannot see it.",
          example="Two pupils build a number line from counters"),
    Field("decorative", "yes/no", "Decorative", "yes for a picture that says nothing.", example="yes"),
    Field("caption", "text", "Caption", "A line under the picture.", example="A lesson in Year 3"),
    Field("credit", "text", "Credit", "Who made the picture.", example="The school"),
    _CONSENT,
    Field("shows", "choice", "Shows", "Whom the picture shows.", example="adults",
          choices=("pupils", "adults", "no people"),
          synonyms=(("children", "pupils"), ("students", "pupils"), ("learners", "pupils"), ("teachers", "adults"),
                    ("staff", "adults"), ("nobody", "no people"), ("none", "no people"))),
)  # fmt: skip
_PERSON_FIELDS = (
    _NAME,
    Field("role", "text", "Role", "What the person does.", many=True, example="maths lead"),
    Field("place", "text", "Place", "Where the person works.", example="Goldfinch Primary"),
    Field("image", "image", "Picture", "A picture of the person."),
    _CONSENT,
)
_LINK_FIELDS = (
    Field("url", "text", "Address", "Where the link leads.", required=True,
          aliases=("address", "link", "target", "href"), example="https://www.example.org/"),
    Field("text", "text", "Text", "What the link says.", aliases=("title", "label"), example="The report"),
)  # fmt: skip
_MARKDOWN_LINK = regex(r"\[([^\[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_SCHEME = regex(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_HIDDEN = regex(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SAFE = frozenset(("http", "https", "mailto", "tel"))


def _mapping(given: Given, own: tuple[Field, ...]) -> Checked[Values]:
    """The fields of a mapping that stands for the value: the type's own, with those that the field adds."""
    added = {f.key: f for f in given.field.fields}
    fields = (*(added.pop(f.key, f) for f in own), *added.values())
    assert isinstance(given.node, Mapping_)
    return given.check(Schema(one_of(given.field), fields), given.node)


def _text(values: Values, key: str) -> str:
    return values[key].text if key in values else ""


def _texts(values: Values, key: str) -> tuple[str, ...]:
    return tuple(part.text for part in values[key].parts) if key in values else ()


def _reference(given: Given) -> Checked[Value | None]:
    match given.node:
        case Scalar():
            return given.good(Reference(given.text, given.node.where))
        case Sequence():
            return not_text(given)
    read = _mapping(given, (_NAME,))
    name = read.value.get("name")
    if name is None:
        return Checked(None, read.problems)
    facts = {key: value for key, value in read.value.items() if key != "name"}
    return Checked(given.value(Reference(name.text, name.where, facts), name.text), read.problems)


def _person(given: Given) -> Checked[Value | None]:
    match given.node:
        case Scalar():
            called, _, role = (part.strip() for part in given.text.partition(","))
            return given.good(PersonValue(called or role, role if called else "", given.node.where))
        case Sequence():
            return not_text(given)
    read = _mapping(given, _PERSON_FIELDS)
    values, name = read.value, read.value.get("name")
    if name is None:
        return Checked(None, read.problems)
    image = values["image"].value if "image" in values else None
    role, place = "; ".join(_texts(values, "role")), _text(values, "place")
    person = PersonValue(name.text, role, name.where, place, image, _texts(values, "consent"))
    return Checked(given.value(person, name.text), read.problems)


def _image(given: Given) -> Checked[Value | None]:
    match given.node:
        case Scalar():
            picture = PictureValue(given.text, "", False, given.node.where)
            return Checked(given.value(picture), (_no_alt(given, picture),))
        case Sequence():
            return not_text(given)
    read = _mapping(given, _PICTURE_FIELDS)
    if "file" not in read.value:
        return Checked(None, read.problems)
    picture = _picture(read.value, any(p.code == "not-a-choice" for p in read.problems))
    missing = () if picture.alt or picture.decorative or _has_problem_with_alt(read) else (_no_alt(given, picture),)
    return Checked(given.value(picture, picture.file), read.problems + missing)


def _picture(values: Mapping[str, Value], misread: bool) -> PictureValue:
    # A choice that was not understood is an error already: the picture is then one of pupils, as if nothing were said.
    otherwise = "pupils" if misread else ""
    return PictureValue(
        file=values["file"].text,
        alt=_text(values, "alt"),
        decorative="decorative" in values and bool(values["decorative"].value),
        where=values["file"].where,
        caption=_text(values, "caption"),
        credit=_text(values, "credit"),
        consent=_texts(values, "consent"),
        shows=str(values["shows"].value) if "shows" in values else otherwise,
    )


def _has_problem_with_alt(read: Checked[Values]) -> bool:
    slips = ("alt", "decorative")
    return any(p.code in ("not-text", "duplicate-key", "wrong-kind-of-value") or p.suggestion in slips
               for p in read.problems)  # fmt: skip


def _no_alt(given: Given, picture: PictureValue) -> Problem:
    what = f"The picture {shown(picture.file)} has no alternative text, so people who cannot see it are told nothing."
    fix = (
        f"Say what it shows: `{given.field.key}: {{file: {picture.file[:60]}, alt: What the picture shows}}`; "
        "or add `decorative: yes` if it says nothing."
    )
    return Problem(picture.where, "no-alt-text", what, fix)


def _link(given: Given) -> Checked[Value | None]:
    match given.node:
        case Scalar():
            found = _MARKDOWN_LINK.fullmatch(given.text)
            text, target = (found[1], found[2]) if found else ("", given.text)
            return _allowed(given, LinkValue(text, target, given.node.where))
        case Sequence():
            return not_text(given)
    read = _mapping(given, _LINK_FIELDS)
    if "url" not in read.value:
        return Checked(None, read.problems)
    url = read.value["url"]
    made = _allowed(given, LinkValue(_text(read.value, "text"), url.text, url.where))
    return Checked(made.value, read.problems + made.problems)


def _allowed(given: Given, link: LinkValue) -> Checked[Value | None]:
    if is_safe_address(link.target):
        return given.good(link, link.text or link.target)
    what = f"The address {shown(link.target)} is not one that a page may lead to."
    fix = (
        "Write an address that begins with https:// or http://, a mailto: address, or the path of a file of this site."
    )
    return Checked(None, (Problem(link.where, "forbidden-address", what, fix),))


def is_safe_address(target: str) -> bool:
    """True for a path and for a web, mail or telephone address; False for what could run a script or hides it."""
    found = _SCHEME.match(_HIDDEN.sub("", target))
    return found is None or (found[1].lower() in _SAFE and not _HIDDEN.search(target.strip()))


_ONE_OR_FIELDS = {"type": ["string", "object"]}
REFERENCE_TYPES = (
    FieldType("hub", _reference, "a hub by its name or an alias", "London South West", _ONE_OR_FIELDS,
              reference=True, fields=(_NAME,)),
    FieldType("hubs", _reference, "one hub or a list of hubs", "London South West", _ONE_OR_FIELDS,
              several=True, reference=True, fields=(_NAME,)),
    FieldType("school", _reference, "a school by its name", "Goldfinch Primary, Streatham, London", _ONE_OR_FIELDS,
              reference=True, fields=(_NAME,)),
    FieldType("schools", _reference, "one school or a list of schools", "Goldfinch Primary, Streatham, London",
              _ONE_OR_FIELDS, several=True, reference=True, fields=(_NAME,)),
    FieldType("person", _person, "a name and a role", "{name: Emily Pringle, role: maths lead}", _ONE_OR_FIELDS,
              fields=_PERSON_FIELDS),
    FieldType("people", _person, "one person or a list of people, each with a name and a role",
              "[{name: Emily Pringle, role: maths lead}]", _ONE_OR_FIELDS, several=True, fields=_PERSON_FIELDS),
    FieldType("image", _image, "a picture with its alternative text", "{file: hall.jpg, alt: What the picture shows}",
              _ONE_OR_FIELDS, fields=_PICTURE_FIELDS),
    FieldType("link", _link, "an address, or the path of a file of this site", "https://www.example.org/",
              _ONE_OR_FIELDS, fields=_LINK_FIELDS),
)  # fmt: skip
