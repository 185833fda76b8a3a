"""Field types for one or several of the choices that a field declares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sitegen.problems.problem import Checked
from sitegen.reading.values import Scalar
from sitegen.regex import regex
from sitegen.schema.declared import Field
from sitegen.schema.types.given import FieldType, Given, of_text, pieces, shown
from sitegen.schema.values import Value
from sitegen.text import fold_name, in_words, nearest

_BETWEEN = regex(r"[,;/\n]|\s(?:and|&|\+)\s")


def _choice(given: Given, text: str) -> Checked[Value | None]:
    meant = _named(given.field).get(fold_name(text))
    return given.good(meant) if meant is not None else _refused(given, text)


def _named(field: Field) -> Mapping[str, str]:
    return _by_name(field.choices, field.synonyms)


@lru_cache(maxsize=256)
def _by_name(choices: tuple[str, ...], synonyms: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    named = {fold_name(word): choice for word, choice in synonyms}
    named.update((fold_name(choice), choice) for choice in choices)
    return named


def _refused(given: Given, text: str) -> Checked[Value | None]:
    choices = given.field.choices
    synonyms = dict(given.field.synonyms)
    near = nearest(text, [*choices, *synonyms], cutoff=0.6)
    meant = synonyms.get(near, near) if near else None
    listed = in_words([f'"{c}"' for c in choices], last="or")
    fix = f'Did you mean "{meant}"? ' if meant else ""
    return given.refused(
        f"`{given.field.key}` is {shown(text)}, which is not one of its choices.",
        f"{fix}Write {listed}.",
        code="not-a-choice",
        suggestion=meant,
    )


def _apart(field: Field, scalar: Scalar) -> tuple[Scalar, ...]:
    if fold_name(scalar.text) in _named(field):
        return (scalar,)
    starts = [0, *(m.end() for m in _BETWEEN.finditer(scalar.text))]
    ends = [*(m.start() for m in _BETWEEN.finditer(scalar.text)), len(scalar.text)]
    return pieces(scalar, list(zip(starts, ends, strict=True)))


CHOICE_TYPES = (
    FieldType("choice", of_text(_choice), "one of the choices", "One of them", split=_apart),
    FieldType(
        "choices", of_text(_choice), "one or several of the choices", "[One, Another]", several=True, split=_apart
    ),
)
