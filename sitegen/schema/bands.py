"""Bands of a measure: those that ship, those of a site, and what is wrong with a set."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.schema.declared import Band, Bands, Field
from sitegen.schema.engine import read_field
from sitegen.schema.shipped import shipped_mapping
from sitegen.schema.types.given import shown
from sitegen.schema.values import Value
from sitegen.text import fold_key, fold_name, in_words, nearest

MEASURES = ("pupil premium", "fsm", "fsm6", "eal", "send", "pupils", "forms", "years")
"""The measures that can have bands."""

_PERCENT = frozenset(MEASURES[:5])
_ALSO = {
    "pp": "pupil premium", "free_school_meals": "fsm", "fsm_6": "fsm6", "ever_6": "fsm6", "fsm_ever_6": "fsm6",
    "english_as_an_additional_language": "eal", "sen": "send", "pupil": "pupils", "students": "pupils",
    "form": "forms", "forms_of_entry": "forms", "year": "years", "years_engaged": "years", "engagement": "years",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Placed:
    band: Band
    where: Where


def measure_named(text: str) -> str | None:
    """The measure that a key names, without regard to case, spaces, hyphens and underscores."""
    key = fold_key(text)
    return next((m for m in MEASURES if fold_key(m) == key), _ALSO.get(key))


@lru_cache(maxsize=4)
def shipped_bands(field: Field) -> Mapping[str, Bands]:
    """The bands of the package by measure, read as the settings' own field for bands."""
    node = shipped_mapping("bands.yaml")
    read = read_field(field, node, node.where)
    return read_bands(read.value).value if read.value else {}


def read_bands(value: Value | None, spoilt: Collection[Where] = ()) -> Checked[Mapping[str, Bands]]:
    """The bands that a map of measures declares, each set in order; a set with a mistake is left out.

    A gap or an overlap is reported at the band after it, a band that ends before it begins at the band itself. `spoilt`
    are the keys of measures whose bands have a problem already: they are left out without another.
    """
    sets: dict[str, Bands] = {}
    problems: list[Problem] = []
    firsts: dict[str, Value] = {}
    for word, declared in (value.value if value else {}).items():
        measure = measure_named(word)
        if measure is None or measure in firsts:
            problems.append(_twice(measure, declared, firsts[measure]) if measure else _unknown(word, declared))
            continue
        firsts[measure] = declared
        if declared.key in spoilt:
            continue
        made = _one_set(measure, declared)
        problems.extend(made.problems)
        if made.value:
            sets[measure] = made.value
    return Checked(sets, tuple(problems))


def _one_set(measure: str, declared: Value) -> Checked[Bands | None]:
    placed = [_Placed(_band(part), part.where) for part in declared.parts]
    problems = [p for one in placed if (p := _backwards(one))]
    if not problems:
        ordered = sorted(placed, key=lambda one: float("-inf") if one.band.low is None else one.band.low)
        problems = [*(_meetings(measure, ordered) or _ends(measure, ordered)), *_same_labels(placed)]
        if not problems:
            return Checked(Bands(measure, tuple(one.band for one in ordered)))
    return Checked(None, tuple(problems))


def _band(part: Value) -> Band:
    says = part.value
    low, high = says.get("from"), says.get("to")
    return Band(says["label"].text, low.value if low else None, high.value if high else None)


def _backwards(one: _Placed) -> Problem | None:
    low, high = one.band.low, one.band.high
    if low is None or high is None or low < high:
        return None
    what = f"The band {shown(one.band.label)} begins at {low:g} and ends at {high:g}, so nothing can lie in it."
    return Problem(one.where, "band-order", what, "Write the lower number after `from` and the higher one after `to`.")


def _meetings(measure: str, ordered: list[_Placed]) -> list[Problem]:
    return [p for before, after in pairwise(ordered) if (p := _meeting(measure, before, after))]


def _meeting(measure: str, before: _Placed, after: _Placed) -> Problem | None:
    end, begin = before.band.high, after.band.low
    names = f"{shown(before.band.label)} and {shown(after.band.label)}"
    if end is None or begin is None or begin < end:
        shared = "their open ends" if end is None or begin is None else f"{begin:g} to {end:g}"
        what = f"The bands {names} of {measure} overlap: both hold {shared}."
        fix = "Let each band begin where the one before it ends; `from` is included, `to` is not."
        return Problem(after.where, "band-overlap", what, fix, also=(before.where,))
    if begin == end:
        return None
    what = f"Between the bands {names} of {measure} there is a gap: nothing holds {end:g} to {begin:g}."
    fix = f"Write `from: {end:g}` here, or `to: {begin:g}` in the band before; `from` is included, `to` is not."
    return Problem(after.where, "band-gap", what, fix, also=(before.where,))


def _ends(measure: str, ordered: list[_Placed]) -> list[Problem]:
    """A percentage has known ends: what lies below the first band or above the last would be in none."""
    if measure not in _PERCENT or not ordered:
        return []
    first, last = ordered[0], ordered[-1]
    problems = []
    if (first.band.low or 0) > 0:
        what = f"No band of {measure} holds less than {first.band.low:g}%."
        problems.append(
            Problem(first.where, "band-gap", what, "Leave out `from` in the first band, or add a band before it.")
        )
    if last.band.high is not None and last.band.high < 100:
        what = f"No band of {measure} holds {last.band.high:g}% and more."
        problems.append(
            Problem(last.where, "band-gap", what, "Leave out `to` in the last band, or add a band after it.")
        )
    return problems


def _same_labels(placed: list[_Placed]) -> list[Problem]:
    firsts: dict[str, _Placed] = {}
    problems = []
    for one in placed:
        first = firsts.setdefault(fold_name(one.band.label), one)
        if first is not one:
            what = f"Two bands have the label {shown(one.band.label)}, so readers could not tell them apart."
            problems.append(
                Problem(one.where, "duplicate-id", what, "Give each band a label of its own.", also=(first.where,))
            )
    return problems


def _unknown(word: str, declared: Value) -> Problem:
    near = nearest(word, [*MEASURES, *_ALSO], cutoff=0.6)
    meant = (measure_named(near) or near) if near else None
    fix = f'Did you mean "{meant}"? ' if meant else ""
    return Problem(declared.key, "unknown-measure", f"There is no measure called {shown(word)}.",
                   f"{fix}Bands can be set for {in_words(MEASURES)}.", suggestion=meant)  # fmt: skip


def _twice(measure: str, declared: Value, first: Value) -> Problem:
    what = f"The bands of {measure} are given twice."
    return Problem(declared.key, "duplicate-key", what, "Keep one of the two sets.", also=(first.key,))
