"""Front matter against its kind."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.problems.problem import Checked, Problem
from sitegen.reading.values import Document, Entry, Scalar
from sitegen.schema.declared import Kind
from sitegen.schema.engine import check, spellings
from sitegen.schema.types.given import is_blank, shown
from sitegen.schema.values import Values
from sitegen.text import fold_key, fold_name, in_words, nearest

_LONGEST_SLIP = 10


def check_document(document: Document, kinds: Mapping[str, Kind]) -> Checked[tuple[Kind, Values] | None]:
    """A document's kind and fields as understood, with every problem of its front matter.

    None where the kind is missing or unknown; then that is the only problem, for nothing else can be judged.
    """
    entry = next((e for e in document.meta if fold_key(e.key.text) == "kind"), None)
    kind = kind_named(entry.value.text, kinds) if entry and isinstance(entry.value, Scalar) else None
    if kind is None:
        return Checked(None, (_no_kind(document, entry, kinds),))
    read = check(kind.schema, document.meta)
    problems = read.problems if kind.whole else tuple(p for p in read.problems if p.code != "unknown-field")
    return Checked((kind, read.value), problems)


def kind_named(text: str, kinds: Mapping[str, Kind]) -> Kind | None:
    """The kind with this id or name, without regard to case, spaces and hyphens (`Case study`, `Q&A`)."""
    found = kinds.get(text)
    if found:
        return found
    folded = fold_name(text)
    return next((k for k in kinds.values() if folded in (fold_name(k.id), fold_name(k.name))), None)


def _no_kind(document: Document, entry: Entry | None, kinds: Mapping[str, Kind]) -> Problem:
    known = in_words(list(kinds), last="or")
    if entry is None:
        misspelt = _misspelt_kind(document, kinds)
        if misspelt:
            return misspelt
        what = "The field `kind` is missing, so it cannot be told what sort of page this is."
        return Problem(
            document.meta.where, "missing-field", what, f"Write a line such as `kind: case-study`. It may be {known}."
        )
    if is_blank(entry.value):
        what = "The field `kind` is empty, so it cannot be told what sort of page this is."
        return Problem(entry.key.where, "empty-field", what, f"Write a kind after the colon: {known}.")
    if not isinstance(entry.value, Scalar):
        what = "`kind` holds a list or fields of its own, where the name of one kind belongs."
        return Problem(entry.value.where, "not-text", what, f"Write one kind after the colon: {known}.")
    return _unknown_kind(entry.value, kinds, known)


def _misspelt_kind(document: Document, kinds: Mapping[str, Kind]) -> Problem | None:
    """The problem at a key that is nearly `kind` and is the key of no field."""
    known = {spelling for kind in kinds.values() for spelling in spellings(kind.schema)}
    keys = (e.key for e in document.meta if len(e.key.text) <= _LONGEST_SLIP and fold_key(e.key.text) not in known)
    key = next((key for key in keys if nearest(key.text, ("kind",))), None)
    if key is None:
        return None
    what = f"No field is called {shown(key.text)} here, so it cannot be told what sort of page this is."
    return Problem(key.where, "unknown-field", what, "Did you mean `kind`?", suggestion="kind")


def _unknown_kind(value: Scalar, kinds: Mapping[str, Kind], known: str) -> Problem:
    by_name = {**{k.name: k.id for k in kinds.values()}, **{id_: id_ for id_ in kinds}}
    near = nearest(value.text, by_name, cutoff=0.6)
    meant = by_name[near] if near else None
    what = f"There is no kind of story called {shown(value.text)}."
    fix = f'Did you mean "{meant}"?' if meant else f"The kinds are {known}."
    return Problem(value.where, "unknown-kind", what, fix, suggestion=meant)
