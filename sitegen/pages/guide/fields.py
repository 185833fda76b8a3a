"""The chapters on fields: all that files, settings and lists may hold, and what each type of field understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.pages.guide.shipped import types
from sitegen.pages.guide.tables import code, joined, marked, plain, table
from sitegen.pages.guide.values import Chapter, Known, Section
from sitegen.pages.guide.wordings import Row, row, row_of
from sitegen.pages.wording import upper_first
from sitegen.problems.problem import Where
from sitegen.reading.values import Scalar
from sitegen.schema.declared import Field
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.kinds import common_groups, kind_schema
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema
from sitegen.text import in_words, slug

COLUMNS = ("You write", "Understood as", "Readers filter by")
_LEAD = (
    "Fields stand between two lines of three hyphens, each as a name, a colon, a space and a value. Capitals, spaces, "
    "hyphens and underscores in a name do not matter: Years engaged is years_engaged."
)
_PLAIN = ("text", "paragraph")
_GROUPS = {
    "page": ("Fields of every page", "Every story, page, section and edition may have these."),
    "story": ("Fields of every story", "Every kind of story may have these as well."),
    "profile": (
        "Facts of a school",
        "These stand on the card beside the story. They are shown in your words, and what is understood of them makes "
        "the filters. What you leave out is shown as Not stated, never as zero.",
    ),
}
_REGISTERS = {
    "hubs": ("Hubs: content/hubs.yaml", "Every hub that a story names must be in this list."),
    "schools": ("Schools: content/schools.yaml", "List a school where stories call it by different names."),
    "glossary": ("Short forms: content/glossary.yaml", "Terms that readers may not know."),
    "consents": ("Consents: private/consents.yaml", "Who has agreed to what. This file is never published."),
}
_ENTRIES = "Each entry begins with a hyphen and a space; its further lines are indented by two."


def fields(known: Known) -> Chapter:
    """The chapter on the fields of stories, and on what can be written in each."""
    groups = [s for group, titles in _GROUPS.items() for s in _group(group, titles, common_groups()[group], known)]
    return Chapter("fields", "Fields", _LEAD, (*groups, *_types(known)), "All fields")


def settings(known: Known) -> Chapter:
    """The chapter on the files that belong to no story."""
    schemas = register_schemas()
    lists = [
        s for name, (title, lead) in _REGISTERS.items()
        for s in _group(name, (title, f"{lead} {_ENTRIES}"), schemas[name].fields, known)
    ]  # fmt: skip
    site = ("The site: content/site.yaml", "Its title and what holds for all pages.")
    kinds = ("Kinds of your own: content/kinds/", "A file for each kind. Its name without .yaml is what stories write.")
    sections = (
        *_group("site", site, settings_schema().fields, known), *lists,
        *_group("kinds", kinds, kind_schema().fields, known),
    )  # fmt: skip
    lead = "What belongs to no single story stands in a few files, which all stories share."
    return Chapter("settings", "Settings and lists", lead, sections, "All settings and lists")


def _group(id_: str, titles: tuple[str, str], of: Iterable[Field], known: Known) -> Iterator[Section]:
    title, lead = titles
    yield Section(id_, 2, title, marked(lead))
    yield from (field_section(field, f"{id_}-{slug(field.key)}", known) for field in of)


def field_section(field: Field, id_: str, known: Known) -> Section:
    """What an author should know of a field."""
    return Section(id_, 3, upper_first(field.label), _text(field, known), field.key)


def _text(field: Field, known: Known) -> str:
    example = f"For example: {code(f'{field.key}: {field.example}')}" if field.example else ""
    parts = (*FIELD_TYPES[field.type].fields, *(field.fields if field.type != "map" else ()))
    parts = parts if len(parts) > 1 else ()  # a hub by its name alone is written as the name
    return joined(
        marked(field.help), _holds(field), example, table(COLUMNS, _choices(field, known)), part_table(parts),
        part_table(field.fields) if field.type == "map" and field.fields[0].type != "record" else "",
    )  # fmt: skip


def _holds(field: Field) -> str:
    """What is to be written, how else the name may be spelt, what it is used for."""
    title = types()[field.type]["title"].text
    see = "" if field.type in _PLAIN else f": see [{title}](/docs/fields#{slug(field.type)})"
    takes = f"It takes {plain(FIELD_TYPES[field.type].help)}{see}.{' One or several, as a list.' if field.many else ''}"
    aliases = f" Its name may also be {in_words([code(a) for a in field.aliases], 'or')}." if field.aliases else ""
    default = f" Left out, it is {code(field.default)}." if field.default else ""
    facet = " Readers can filter by it." if field.facet else ""
    needed = "It is needed. " if field.required else ""
    return f"{needed}{takes}{aliases}{default}{facet}"


def _choices(field: Field, known: Known) -> list[tuple[str, str, str]]:
    """Each choice with every word that is read as it."""
    found: dict[str, list[str]] = {}
    for word in (*field.choices, *dict(field.synonyms)):
        read = row_of(field, word, Scalar(word, Where("")), known)
        found.setdefault(read.understood.casefold(), []).append(word)
    return [(plain(", ".join(words)), plain(words[0]), "") for words in found.values()]


def part_table(parts: Iterable[Field]) -> str:
    """The fields that a value may have in itself."""
    rows = [
        (code(part.key), marked(part.help) + (" Needed." if part.required else ""), code(part.example)
         if part.example else "")
        for part in parts
    ]  # fmt: skip
    return table(("Part", "What it is", "For example"), rows)


def _types(known: Known) -> Iterator[Section]:
    lead = (
        "These tables are made by having each wording read. Hubs, schools and people in them are examples. What stands "
        "in a column for filters is what readers choose on the page Stories."
    )
    yield Section("understood", 2, "What fields understand", lead)
    for name in types():
        said = types()[name]
        rows = [row(example_field(name), phrase.text, known) for phrase in said["phrases"].parts]
        yield Section(slug(name), 3, said["title"].text, joined(marked(said["lead"].text), row_table(rows)))


def row_table(rows: Iterable[Row]) -> str:
    """Wordings with what they are understood as."""
    return table(COLUMNS, [(code(r.written), marked(r.understood), plain(r.filters)) for r in rows])


def example_field(type_: str) -> Field:
    """A field of a type, with the choices or parts that its examples need."""
    named = types()[type_].get("field")
    every = [*(field for group in common_groups().values() for field in group), *settings_schema().fields]
    if named:
        return next(field for field in every if field.key == named.text)
    return Field("value", type_, "Value", example=FIELD_TYPES[type_].example)


