"""The registers of known things: hubs, schools, glossary, consents."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, TypeVar

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node, Sequence, SourceFile, Tree
from sitegen.regex import regex
from sitegen.schema.declarations import read_declarations
from sitegen.schema.declared import ConsentEntry, HubEntry, Registers, Schema, SchoolEntry, Term
from sitegen.schema.engine import check
from sitegen.schema.shipped import shipped_mapping
from sitegen.schema.types.given import shown
from sitegen.schema.values import DateValue, Value, Values
from sitegen.text import fold_name, fold_space

_LEADING = regex(r"^(?:the )?(?:(?:maths? )?hubs? )?(?:the )?")
_TRAILING = regex(r"(?:^| )(?:maths? )?hubs?$")
_UNSAID_SCOPE = ("web",)
"""Where an entry without a scope may be used: on the web alone, since nobody agreed to more."""
_NAMES = {"hubs": "hub", "schools": "school", "glossary": "glossary entry", "consents": "consent"}


@lru_cache(maxsize=1)
def register_schemas() -> Mapping[str, Schema]:
    """What an entry of each register may say: hubs, schools, glossary, consents."""
    groups = shipped_mapping("registers.yaml")
    return {e.key.text: Schema(_NAMES[e.key.text], read_declarations(e.value).value) for e in groups}


def hub_key(text: str) -> str:
    """A hub's name as two writings of it compare.

    Case, hyphens, a leading "the", and "Maths Hub", "Maths Hubs" or "hub" before or after the name do not tell; a name
    that is nothing but such words stays as it is.
    """
    folded = fold_name(text)
    bare = _TRAILING.sub("", _LEADING.sub("", folded)).strip()
    return bare or folded


def load_registers(tree: Tree) -> Checked[Registers]:
    """What content/hubs.yaml, schools.yaml and glossary.yaml hold, in their order; a missing file is an empty register.

    An entry without what it needs is left out. Two entries with one id, or that share a name or an alias, are problems
    at the later one; both stay.
    """
    hubs = _read(tree, "hubs", _hub)
    schools = _read(tree, "schools", _school)
    glossary = _read(tree, "glossary", _term)
    return Checked(
        Registers(hubs.value, schools.value, glossary.value), hubs.problems + schools.problems + glossary.problems
    )


class _Entry(Protocol):
    @property
    def where(self) -> Where: ...


_E = TypeVar("_E", bound=_Entry)


def load_consents(file: SourceFile | None) -> Checked[tuple[ConsentEntry, ...]]:
    """The entries of the consent register in their order, as those of any other register.

    An entry in which anything is wrong is `unsure`: what was meant may have been that it ended, or was taken back.
    """
    return _read_file(file, "consents", _consent)


def _read(tree: Tree, register: str, make: Callable[[Values, bool], _E]) -> Checked[tuple[_E, ...]]:
    return _read_file(tree.files.get(f"content/{register}.yaml"), register, make)


def _read_file(file: SourceFile | None, register: str, make: Callable[[Values, bool], _E]) -> Checked[tuple[_E, ...]]:
    if file is None:
        return Checked(())
    node = load_yaml(file.text, file.path)
    if not isinstance(node.value, Sequence):
        return Checked((), node.problems + _not_a_list(file.path, register, node.value))
    read = [_entry(register, item) for item in node.value.items]
    good = [r.value for r in read if r.value is not None]
    problems = (*node.problems, *(p for r in read for p in r.problems), *_clashes(register, good))
    unsure = _unsure(node.value.items, problems)
    made = (make(r.value, is_unsure) for r, is_unsure in zip(read, unsure, strict=True) if r.value is not None)
    return Checked(tuple(made), problems)


def _unsure(items: tuple[Node, ...], problems: tuple[Problem, ...]) -> list[bool]:
    """Which entries have an error on any of their lines."""
    wrong = sorted(p.where.line for p in problems if p.is_error)
    starts = [item.where.line for item in items]
    ends = [max(start + 1, end) for start, end in pairwise([*starts, sys.maxsize])]
    return [bisect_left(wrong, start) < bisect_left(wrong, end) for start, end in zip(starts, ends, strict=True)]


def _not_a_list(path: str, register: str, node: Node | None) -> tuple[Problem, ...]:
    if node is None:
        return ()
    what = f"{path} is not a list of entries."
    return (
        Problem(
            node.where, "not-a-list", what, f"Begin each entry with a hyphen and a space, such as {_example(register)}."
        ),
    )


def _entry(register: str, node: Node) -> Checked[Values | None]:
    schema = register_schemas()[register]
    if not isinstance(node, Mapping_):
        what = f"This is not {_article(schema.name)}: it has no fields."
        return Checked(None, (Problem(node.where, "not-a-mapping", what, f"Write it as {_example(register)}."),))
    read = check(schema, node)
    whole = all(f.key in read.value for f in schema.fields if f.required)
    return Checked(read.value if whole else None, read.problems)


def _example(register: str) -> str:
    fields = [f for f in register_schemas()[register].fields if f.required]
    return f"`- {{{', '.join(f'{f.key}: {f.example}' for f in fields)}}}`"


def _article(name: str) -> str:
    return f"a {name}"


_Clashes = Iterator[Problem]


def _clashes(register: str, entries: list[Values]) -> _Clashes:
    """Ids that two entries have, and names or aliases that two entries share: each at the later one."""
    key = hub_key if register == "hubs" else _term_key if register == "glossary" else fold_name
    ids: dict[str, Value] = {}
    names: dict[str, tuple[int, Value]] = {}
    for number, values in enumerate(entries):
        if "id" in values:
            first = ids.setdefault(values["id"].text.casefold(), values["id"])
            if first is not values["id"]:
                yield _same_id(values["id"], first)
        for value in _wordings(values):
            owner, first = names.setdefault(key(value.text), (number, value))
            if owner != number and not (value is values.get("id") and first.text.casefold() in ids):
                yield _same_name(register, value, first)


def _term_key(text: str) -> str:
    return fold_space(text).casefold()


def _wordings(values: Values) -> tuple[Value, ...]:
    one = [values[k] for k in ("id", "name", "term") if k in values]
    return (*one, *(values["aliases"].parts if "aliases" in values else ()))


def _same_id(value: Value, first: Value) -> Problem:
    what = f"The id {shown(value.text)} is given to two entries; the first is on line {first.where.line}."
    return Problem(value.where, "duplicate-id", what, "Give one of them another id.", also=(first.where,))


def _same_name(register: str, value: Value, first: Value) -> Problem:
    other = f"the {_NAMES[register]} on line {first.where.line}"
    what = f"{shown(value.text)} also names {other}, so it cannot be told which is meant."
    return Problem(value.where, "shared-name", what, "Keep it in one of the two entries.", also=(first.where,))


def _text(values: Values, key: str) -> str:
    return str(values[key].value) if key in values else ""


def _texts(values: Values, key: str) -> tuple[str, ...]:
    return tuple(part.text for part in values[key].parts) if key in values else ()


def _records(values: Values, key: str) -> tuple[Mapping[str, str], ...]:
    parts = values[key].parts if key in values else ()
    return tuple({k: v.text for k, v in part.value.items()} for part in parts)


def _hub(values: Values, _: bool) -> HubEntry:
    return HubEntry(
        id=_text(values, "id"),
        name=_text(values, "name"),
        aliases=_texts(values, "aliases"),
        region=_text(values, "region"),
        area=_text(values, "area"),
        lead_schools=_records(values, "lead_schools"),
        former_names=_records(values, "former_names"),
        confidence=_text(values, "confidence"),
        where=values["name"].where,
    )


def _school(values: Values, _: bool) -> SchoolEntry:
    return SchoolEntry(
        id=_text(values, "id"),
        name=_text(values, "name"),
        aliases=_texts(values, "aliases"),
        place=_text(values, "place"),
        phase=_text(values, "phase"),
        urn=_text(values, "urn"),
        where=values["name"].where,
    )


def _term(values: Values, _: bool) -> Term:
    return Term(_text(values, "term"), _text(values, "definition"), values["term"].where)


def _consent(values: Values, unsure: bool) -> ConsentEntry:
    days = {key: values[key].value for key in ("given_on", "expires_on", "withdrawn_on") if key in values}
    found = {key: day for key, day in days.items() if isinstance(day, DateValue)}
    return ConsentEntry(
        id=_text(values, "id"),
        covers=_texts_of(values, "covers"),
        scope=_texts_of(values, "scope") or _UNSAID_SCOPE,
        given_on=found["given_on"].start if "given_on" in found else None,
        expires_on=found["expires_on"].end if "expires_on" in found else None,
        withdrawn_on=found["withdrawn_on"].start if "withdrawn_on" in found else None,
        where=values["id"].where,
        unsure=unsure,
    )


def _texts_of(values: Values, key: str) -> tuple[str, ...]:
    """The choices that were understood."""
    return tuple(str(part.value) for part in values[key].parts) if key in values else ()
