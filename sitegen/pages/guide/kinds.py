"""The chapter on kinds: what each is for, a worked example, what is understood of it, the fields of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.guide.fields import field_section
from sitegen.pages.guide.shipped import story
from sitegen.pages.guide.tables import code, joined, marked, plain, table
from sitegen.pages.guide.values import Chapter, Known, Section
from sitegen.pages.guide.wordings import filters, words
from sitegen.parsing import parse_document
from sitegen.reading.values import SourceFile
from sitegen.schema.declared import Field, Kind
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.kinds import common_fields, shipped_kinds
from sitegen.text import in_words

_LEAD = (
    "Every file says in its first field what kind of page it is. The kind decides which facts stand on its card, what "
    "it needs, and how it is laid out. Copy an example into a new file and write your own words over it."
)
_WHERE = {
    "story": "A story is a file in the folder of an edition, or of a section in one.",
    "edition": "An edition is the file index.md of a folder in content.",
    "section": "A section is the file index.md of a folder in an edition.",
    "page": "A page is a file in content/pages.",
}


def kinds(known: Known) -> Chapter:
    """The chapter on every kind of the site, its own ones too."""
    ordered = sorted(known.kinds.values(), key=lambda kind: (kind.role != "story", list(_WHERE).index(kind.role)))
    sections = tuple(section for kind in ordered for section in _kind(kind, known))
    return Chapter("kinds", "Kinds", _LEAD, sections, "All kinds", parted=True)


def _kind(kind: Kind, known: Known) -> Iterator[Section]:
    yield Section(kind.id, 2, kind.name, joined(marked(kind.help), _WHERE[kind.role], _needs(kind)), f"kind: {kind.id}")
    example = worked_example(kind)
    yield Section(f"{kind.id}-example", 3, "An example", _copied(example), example=example)
    understood = _understood(kind, example, known)
    if understood:
        lead = "The card shows your wording. This is what is understood of it:"
        yield Section(f"{kind.id}-card", 3, "What the card shows", joined(lead, understood))
    own = own_fields(kind)
    yield from (field_section(field, f"{kind.id}-{field.key}", known) for field in own)


def _copied(example: str) -> str:
    """What is to be done with an example: its hub is one that a site need not have."""
    hub = " Put a hub of your own in it, as `content/hubs.yaml` names it." if "\nhub:" in example else ""
    return f"A whole file, to be copied.{hub}" if hub else "A whole file, to be copied:"


def _needs(kind: Kind) -> str:
    required = (field.key for field in kind.schema.fields if field.required)
    needed = in_words([code(key) for key in dict.fromkeys(("kind", *required))])
    questions = " Every heading with two hash signs is a question." if kind.questions else ""
    further = "" if kind.role != "story" else (
        " It may have all [fields of every story](/docs/fields#story) and [facts of a school](/docs/fields#profile)."
    )  # fmt: skip
    return f"It needs {needed}.{questions}{further}"


def own_fields(kind: Kind) -> tuple[Field, ...]:
    """The fields that a kind declares itself, or declares anew."""
    common = set(common_fields(kind.role))
    return tuple(f for f in kind.schema.fields if f not in common and f.key not in _common_and_needed(kind))


def _common_and_needed(kind: Kind) -> frozenset[str]:
    """Common fields that a kind only makes a needed one."""
    plain_ = {f.key: (f.type, f.label, f.help) for f in common_fields(kind.role)}
    return frozenset(f.key for f in kind.schema.fields if plain_.get(f.key) == (f.type, f.label, f.help))


def _understood(kind: Kind, example: str, known: Known) -> str:
    """The card's facts in an example: label, wording, what it is understood as, what readers filter by."""
    source = parse_document(SourceFile("example.md", example, ""), known.kinds, "en-GB").value
    rows = []
    for key in kind.card:
        field, value = kind.schema[key], source.values.get(key) if source else None
        if value is None:
            rows.append((plain(field.label), "", "", "Not stated"))
            continue
        understood = words(value, field, known)
        rows.append((plain(field.label), code(value.text), plain(understood), plain(filters(value, field, known))))
    return table(("On the card", "You write", "Understood as", "Readers filter by"), rows)


def worked_example(kind: Kind) -> str:
    """The whole of a file of a kind: the one that ships, or for a site's own kind one made of its fields' examples."""
    shipped = story(kind.id) if shipped_kinds().get(kind.id) == kind else ""
    return shipped or _composed(kind)


def _composed(kind: Kind) -> str:
    wanted = [f for f in kind.schema.fields if f.key != "kind" and (f.required or f.key in kind.card)]
    lines = [f"{field.key.replace('_', ' ')}: {_example(field)}" for field in wanted]
    heading = "## What did you try first?\n\n" if kind.questions else ""
    return "\n".join(["---", f"kind: {kind.id}", *lines, "---", "", f"{heading}Write the text here."])


def _example(field: Field) -> str:
    text = field.example or (field.choices[0] if field.choices else FIELD_TYPES[field.type].example)
    return f'"{text}"' if ": " in text and text[0] not in "[{\"'" else text
