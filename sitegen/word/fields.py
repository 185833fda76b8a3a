"""The front matter of an imported story: what was found, and as comments what is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.markup.speakers import read_speakers
from sitegen.model.names import Names, unknown_hub
from sitegen.problems.problem import Where
from sitegen.reading.located import load_yaml
from sitegen.reading.quoting import quoted
from sitegen.reading.values import Mapping_, Scalar
from sitegen.regex import regex
from sitegen.schema.declared import Field, Kind, Schema
from sitegen.schema.engine import check, holds_several
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.values import Reference
from sitegen.text import fold_space
from sitegen.word.escaping import without_controls
from sitegen.word.facts import Facts

_PLAIN = regex(r"[^\W_](?:[^:#\[\]{}\"'\\,&*!|>`@]|,(?= )){0,200}")
_IN_LIST = regex(r"[^\W_][^:#\[\]{}\"'\\,&*!|>`@]{0,200}")
_PICTURES = """\
# Each picture needs whom it shows, and a consent where that is pupils. Write it behind the picture, for example
#   ![Number lines on a wall](wall.jpg){shows="no people" credit="The school"}
#   ![Pupils sort counters](counters.jpg){shows=pupils consent=C-014}
# or, in a figure, below the name of its file as lines such as shows: no people"""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The lines between the hyphens, and sentences about facts that could not be taken as they are."""

    text: str
    said: tuple[str, ...]


def front_matter(
    kind: Kind, title: str, facts: Facts, names: Names, *, has_pictures: bool, hub: str = ""
) -> FrontMatter:
    """The facts in the order of the kind's fields. A wording that its field does not take becomes a comment."""
    lines = [f"kind: {kind.id}", f"title: {_scalar(title)}"]
    said: list[str] = []
    for field in (f for f in kind.schema.fields if f.key in facts and f.key != "title"):
        line = f"{field.key}: {_value(field, facts[field.key])}"
        wrong = [*_wrong(kind, field, line)]
        said += wrong or _unknown_hubs(kind, field, line, names)
        lines.append(f"# {line}" if wrong else line)
    lines.append("draft: yes")
    lines += _still_to_fill(kind, facts, hub)
    return FrontMatter("\n".join([*lines, *([_PICTURES] if has_pictures else ())]), tuple(said))


def _wrong(kind: Kind, field: Field, line: str) -> Iterator[str]:
    node = load_yaml(line, "")
    if not isinstance(node.value, Mapping_):
        yield f"`{line}` cannot be a fact as it stands; it is a comment among the facts."
        return
    read = check(Schema(kind.schema.name, (replace(field, required=False),)), node.value)
    for problem in (*node.problems, *read.problems):
        if problem.is_error:
            yield f"{problem.what} {problem.fix} It is a comment among the facts."


def _unknown_hubs(kind: Kind, field: Field, line: str, names: Names) -> Iterator[str]:
    node = load_yaml(line, "").value
    values = check(Schema(kind.schema.name, (field,)), node).value if isinstance(node, Mapping_) else {}
    if field.type not in ("hub", "hubs") or field.key not in values:
        return
    for part in values[field.key].parts or (values[field.key],):
        if isinstance(part.value, Reference) and names.hub_id(part.value.text) is None:
            problem = unknown_hub(part.value.text, Where(""), names)
            yield f"{problem.what} {problem.fix}"


def _still_to_fill(kind: Kind, facts: Facts, hub: str) -> list[str]:
    """What the kind needs and what its card shows, where the document does not say it."""
    fields = [f for f in kind.schema.fields if f.key not in facts and f.key not in ("kind", "title")]
    needed = [f for f in fields if f.required]
    shown = [f for f in fields if f.key in (*kind.card, "summary", "phase") and not f.required]
    heads = ("Needed, and not found in the document", "Not found in the document")
    groups = [(head, [_example(f, hub) for f in of]) for head, of in zip(heads, (needed, shown), strict=True) if of]
    return [line for head, examples in groups for line in (f"# {head} (these are examples):", *examples)]


def _example(field: Field, hub: str) -> str:
    """A line that the author may use; a hub is one that the site has, where it lists any."""
    return f"#   {field.key}: {_scalar(hub) if hub and field.type in ('hub', 'hubs') else field.example}"


def _value(field: Field, wordings: Sequence[str]) -> str:
    texts = [fold_space(without_controls(wording)) for wording in wordings]
    if field.type in ("people", "person"):
        return _people(field, texts)
    if not holds_several(field):
        return _scalar(", ".join(texts))
    split = FIELD_TYPES[field.type].split
    parts = [part for text in texts for part in (_split(split(field, Scalar(text, Where("")))) if split else [text])]
    return _scalar(parts[0]) if len(parts) == 1 else f"[{', '.join(_scalar(part, _IN_LIST) for part in parts)}]"


def _split(parts: Iterable[Scalar]) -> list[str]:
    return [fold_space(part.text) for part in parts]


def _people(field: Field, texts: Sequence[str]) -> str:
    people = [speaker for text in texts for piece in text.split(";") for speaker in read_speakers(piece)]
    if not people or not all(person.name for person in people):
        return _scalar(", ".join(texts))
    made = [_mapping({"name": p.name, "role": p.role, "place": p.place}) for p in people]
    return f"[{', '.join(made)}]" if holds_several(field) else made[0]


def _mapping(given: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(text, _IN_LIST)}" for key, text in given.items() if text) + "}"


def _scalar(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    """A wording as YAML takes it for just these words."""
    return text if plain.fullmatch(text) and text == text.strip() else quoted(text)
