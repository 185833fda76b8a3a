"""The front matter of a new file: every field of its kind, with what its author should know, as YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Scalar
from sitegen.schema.declared import Field, Kind
from sitegen.schema.engine import holds_several
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.kinds import common_fields
from sitegen.text import fold_space, in_words

_WIDTH = 100
_HOW = (
    "Lines with # and a space are notes to you. To use a line such as #summary: take its # away and write your own "
    "words behind the colon."
)
_UNKNOWN = 'Leave out what you do not know: it is shown as "Not stated".'
_CARD, _MORE, _PAGE = "The card of facts", "More that readers find it by", "The page itself, and when it is shown"


def front_matter(kind: Kind, known: Mapping[str, str], notes: Mapping[str, str], hub: str = "") -> str:
    """The fields of a new file between its two lines of hyphens.

    Those that are required or `known` stand first and live, with their value as text; all others are commented out.
    `notes` say in place of a field's own help what an author is told about it; `hub` is one that the site has.
    """
    live = [f for f in kind.schema.fields if f.required or f.key in known]
    groups = list(_groups(kind, {f.key for f in live}))
    first = _first_of_their_type([*live, *(field for _, fields in groups for field in fields)])
    lines = _lines((f"{kind.name}: {kind.help or 'one of your own kinds.'}", f"{_HOW} {_UNKNOWN if kind.card else ''}"))
    for field in live:
        about = (*_said(field, notes), *_needed(field, known, hub), *_values(field, first))
        lines += ["", *_lines(about), f"{field.key}: {scalar(known.get(field.key, ''))}".rstrip()]
    for heading, fields in groups:
        lines += ["", f"# ---- {heading} ----"]
        for field in fields:
            about = (*_said(field, notes), *_values(field, first), *_inside(field))
            lines += ["", *_lines(about), f"#{field.key}: {example(field, hub)}"]
    return "\n".join(["---", *lines, "---", ""])


def _groups(kind: Kind, live: set[str]) -> Iterator[tuple[str, list[Field]]]:
    rest = {f.key: f for f in kind.schema.fields if f.key not in live}
    card = [rest.pop(key) for key in kind.card if key in rest]
    page = [rest.pop(f.key) for f in common_fields("page") if f.key in rest]
    summary = [f for f in page if f.search]
    groups = ((_CARD, card), (_MORE, [*summary, *rest.values()]), (_PAGE, [f for f in page if not f.search]))
    return ((heading, fields) for heading, fields in groups if fields)


def _first_of_their_type(fields: Iterable[Field]) -> set[str]:
    """The keys of the fields at which wordings are shown: once for each type, and not for every date."""
    first: dict[str, str] = {}
    for field in fields:
        first.setdefault(field.type, field.key)
    return set(first.values())


def _said(field: Field, notes: Mapping[str, str]) -> Iterator[str]:
    yield notes.get(field.key, field.help)


def _needed(field: Field, known: Mapping[str, str], hub: str) -> Iterator[str]:
    if field.key not in known:
        yield f"It is needed. For example: {example(field, hub)}"


def _values(field: Field, first: set[str]) -> Iterator[str]:
    several = "One or several of" if holds_several(field) else "One of"
    wordings = FIELD_TYPES[field.type].wordings
    if field.choices:
        yield f"{several}: {in_words(field.choices, last='or')}."
    elif wordings and field.key in first:
        yield f"Understood, among others: {'; '.join(wordings)}."


def _inside(field: Field) -> Iterator[str]:
    """The fields that a value may have of its own."""
    fields = {f.key: f for f in (*FIELD_TYPES[field.type].fields, *field.fields)}.values()
    if len(fields) > 1:
        yield f"In braces it may say: {', '.join(_named(f) for f in fields)}."


def _named(field: Field) -> str:
    choices = f" ({in_words(field.choices, last='or')})" if field.choices else ""
    return f"{field.key}{choices}"


def _lines(about: Iterable[str]) -> list[str]:
    return [line for text in about for line in _notes(text)]


def _notes(text: str) -> list[str]:
    return textwrap.wrap(fold_space(text), _WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False)


def example(field: Field, hub: str = "") -> str:
    """What an author might write, as YAML that holds it: a hub of the site itself where one is known."""
    if hub and field.type in ("hub", "hubs"):
        return scalar(hub)
    said = field.example or FIELD_TYPES[field.type].example
    written = load_yaml(f"{field.key}: {said}", "")
    return said if isinstance(written.value, Mapping_) and not written.problems else quoted(said)


def scalar(text: str) -> str:
    """Text as YAML that means exactly it: in quotation marks where it would else mean something else."""
    read = load_yaml(f"key: {text}", "")
    value = read.value.entries[0].value if isinstance(read.value, Mapping_) and len(read.value.entries) == 1 else None
    is_plain = isinstance(value, Scalar) and not (value.quoted or value.is_empty or read.problems)
    return text if not text or (is_plain and isinstance(value, Scalar) and value.text == text) else quoted(text)


def quoted(text: str) -> str:
    """Text in double quotation marks, as YAML reads it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
