"""Words that would do harm in every place where authors write: the places are found in what the site declares."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sitegen.problems.problem import Where
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence
from sitegen.schema.blocks import block_schemas
from sitegen.schema.declared import Field, Kind
from sitegen.schema.engine import holds_several, read_field
from sitegen.schema.fieldtypes import FIELD_TYPES
from tests.hostile.sites import PICTURE

HARM = (
    "</title></textarea></style></script><script>pwned=1</script><img src=x onerror=pwned=1>"
    "<svg onload=pwned=1><base href=//evil.example/><!-- --!> ]]> \"autofocus onfocus=\"pwned=1\" "
    "'onmouseover='pwned=1' `onclick=pwned=1` {{ 7*7777 }} {% raw %} {# gone #} ${7*7777} "
    "javascript:pwned=1 &lt;script&gt; &#60;script> "
    "\\3c script> |^~ \u2028 __proto__ constructor"
)
"""What ends every sort of quotation, element and script, and what runs where it is taken for more than words."""

_UNSEEN = frozenset("draft withdrawn tombstone publish_on expires_on consent status kind".split())
"""Fields that would take a page or a part of it away, and the one that says what it is."""
_NAMED = {"hub": "Plant Hub", "hubs": "Plant Hub"}
_AT = Where("content/planted.yaml", 1, 1)


class Planter:
    """Makes values with harm in them, each with a number by which it is found again on the pages."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.planted: dict[str, str] = {}

    def words(self, place: str) -> str:
        """Harm with a number of its own."""
        number = f"PLANT{next(self._numbers):04}"
        self.planted[number] = place
        return f"{number} {HARM}"

    def value(self, field: Field, place: str) -> Any:
        """The most harmful value that a field takes; None where it takes none."""
        ways = (self._named, self._link if field.type == "link" else self._record, self._text, self._example)
        made = (make(field, place) for make in ways)
        return next((value for value in made if value is not None and takes(field, value)), None)

    def fields(self, fields: tuple[Field, ...], place: str) -> dict[str, Any]:
        """A value for every field that takes one."""
        kept = (f for f in fields if f.key not in _UNSEEN | _ELSEWHERE)
        values = {f.key: self.value(f, f"{place}.{f.key}") for f in kept}
        return {key: value for key, value in values.items() if value is not None}

    def _named(self, field: Field, _place: str) -> Any:
        if field.key in _SET or (field.key == "image" and field.type == "text"):
            return _SET.get(field.key, PICTURE)
        return _NAMED.get(field.type)

    def _record(self, field: Field, place: str) -> Any:
        inner = {f.key: f for f in (*FIELD_TYPES[field.type].fields, *field.fields)}
        if not inner or field.type in _NAMED:
            return None
        value = self.fields(tuple(inner.values()), place)
        return {"band": value} if field.type == "map" else [value] if holds_several(field) else value

    def _text(self, field: Field, place: str) -> Any:
        return self.words(place)

    def _link(self, field: Field, place: str) -> Any:
        return f"https://www.example.org/?{''.join(self.words(place).split())}"

    def _example(self, field: Field, place: str) -> Any:
        """For what has a form of its own, such as a date: the harm follows what is understood, if that is taken."""
        start = field.example or FIELD_TYPES[field.type].example
        both = f"{start} {self.words(place)}"
        return both if takes(field, both) else start if takes(field, start) else None


_SET = {"file": PICTURE, "shows": "no people"}
_ELSEWHERE = frozenset("order related aliases overrides decorative highlight data".split())
"""Fields that lead to files, pages and problems, whose hostile forms have tests of their own."""


def takes(field: Field, value: Any) -> bool:
    """True where a field understands a value."""
    read = read_field(field, node(value), _AT)
    return read.value is not None and not any(p.is_error for p in read.problems)


def node(value: Any) -> Node:
    """A value as it is read from YAML."""
    if isinstance(value, Mapping):
        return Mapping_(tuple(Entry(Scalar(k, _AT), node(v)) for k, v in value.items()), _AT)
    if isinstance(value, list):
        return Sequence(tuple(map(node, value)), _AT)
    return Scalar(str(value), _AT, quoted=True)


def front(values: Mapping[str, Any], body: str = "") -> str:
    """A file of these fields; what stands behind each colon is JSON, which is YAML as well."""
    return "---\n" + yaml(values) + f"---\n{body}\n"


def yaml(values: Mapping[str, Any]) -> str:
    """The lines of a mapping."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())


def story(planter: Planter, kind: Kind, body: str = "") -> str:
    """A file of a kind with harm in every field of it."""
    fields = kind.schema.fields
    if len(kind.id) % 2:  # in every other kind the facts stand with the school
        fields = tuple(f for f in fields if f.key not in ("size", "disadvantage", "years_engaged"))
    else:
        fields = tuple(replace(f, type="text", fields=()) if f.key == "school" else f for f in fields)
    values = planter.fields(fields, kind.id)
    return front({"kind": kind.id, **values}, body)


def blocks(planter: Planter) -> Iterator[str]:
    """Every block with harm in its title, in each of its settings and, where it takes one, in its body."""
    for name, block in block_schemas().items():
        colons = ":::" if name != "finding" else "::::"
        title = "" if block.title == "none" else f" {planter.words(f'{name}: title')}"
        settings = planter.fields(block.schema.fields, name)
        lines = [f"{key}: {value}" for key, value in settings.items()]
        words = planter.words(f"{name}: body").replace("|", "").replace("](", "")
        body = _BODIES.get(name, "{words}").replace("{words}", words)
        text = "\n".join([f"{colons} {name}{title}", *lines, "", body, colons]).replace("\u2028", " ")
        yield f":::: finding x\n\n{text}\n::::" if name == "implication" else text


_BODIES = {
    "chart": "| Group | Number |\n|---|--:|\n| {words} | 1 |\n| b | 2 |",
    "timeline": "- May 2023 — {words}",
    "links": "- [{words}](https://www.example.org/)",
    "key-findings": "- {words}",
    "letter": "Dear all,\n\n— {words}",
    "gallery": f"![{{words}}]({PICTURE})\n\n![b]({PICTURE}) {{words}}",
    "person": "",
}
