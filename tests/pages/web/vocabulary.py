"""The part of schema.org's vocabulary that our pages use, as it was published, and what in a page's data breaks it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PUBLISHED = json.loads(Path(__file__).with_name("schema_org.json").read_text("utf-8"))
TYPES: dict[str, list[str]] = _PUBLISHED["types"]
PROPERTIES: dict[str, dict[str, list[str]]] = _PUBLISHED["properties"]

_FORMS = {
    "URL": re.compile(r"https?://[^\s/]+/\S*"),
    "Date": re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
    "Text": re.compile(r"(?=.*\S).*", re.DOTALL),
}
_WHOLE = re.compile(r"https?://\S+")

Node = dict[str, Any]


def wrong(text: str) -> list[str]:
    """What in the linked data of a page is not as schema.org lays it down."""
    data = json.loads(text)
    if data.get("@context") != "https://schema.org" or data.keys() != {"@context", "@graph"}:
        return ["it is not in the words of schema.org"]
    known = {node["@id"]: types(node) for node in every(data["@graph"]) if "@id" in node and "@type" in node}
    return [said for node in data["@graph"] for said in _wrong(node, known)]


def every(value: Any) -> Iterator[Node]:
    """Every node in a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every(inner)


def types(node: Node) -> list[str]:
    found = node.get("@type", [])
    return found if isinstance(found, list) else [found]


def above(type_: str) -> set[str]:
    """A type with all that it is as well."""
    return {type_}.union(*(above(parent) for parent in TYPES.get(type_, [])))


def _wrong(node: Node, known: dict[str, list[str]]) -> Iterator[str]:
    own = types(node)
    yield from (f"there is no type {name}" for name in own if name not in TYPES)
    if not own:
        yield f"{node} has no type"
    if not _WHOLE.fullmatch(node.get("@id", "https://x/")):
        yield f"{node['@id']} is no whole address"
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in PROPERTIES:
            yield f"there is no property {name}"
            continue
        if not set(PROPERTIES[name]["on"]) & set().union(*map(above, own)):
            yield f"{name} does not belong to {own}"
        for each in value if isinstance(value, list) else [value]:
            yield from _unfit(name, each, known)


def _unfit(name: str, value: Any, known: dict[str, list[str]]) -> Iterator[str]:
    takes = set(PROPERTIES[name]["takes"])
    if isinstance(value, dict):
        is_reference = value.keys() == {"@id"}
        found = known.get(value["@id"], ["Thing"] if "Thing" in takes else []) if is_reference else types(value)
        if not takes & set().union(*map(above, found)):
            yield f"{name} does not take {value}"
        if not is_reference:
            yield from _wrong(value, known)
    elif isinstance(value, bool):
        yield from () if "Boolean" in takes else (f"{name} does not take {value}",)
    elif isinstance(value, int):
        yield from () if takes & {"Integer", "Number"} else (f"{name} does not take {value}",)
    elif not any(form in takes and pattern.fullmatch(value) for form, pattern in _FORMS.items()):
        yield f"{name} does not take {value!r}"
