"""Compact profiles: the profile's facts in a few words, for stories in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sitegen.model.facets import NOT_STATED
from sitegen.model.values import Fact
from sitegen.pages.looks import forms_drawing, share_drawing, years_drawing
from sitegen.pages.naming import name_list
from sitegen.pages.scenes import Scene
from sitegen.pages.understanding import SHARES, amount, facts_of, quantity, size_of
from sitegen.pages.views import Drawing, SpecView
from sitegen.pages.wording import upper_first
from sitegen.text import in_words

SHOWN = ("size", "disadvantage", "years_engaged", "hub")
"""The fields of a compact profile, in their order."""

_LABELS = {"years_engaged": "Years with hub"}
_LONG = 40
_NAMED = 2

Short = tuple[str, Drawing | None]
"""What was understood of a fact, in a few words, and its drawing."""


def spec(at: Scene) -> tuple[SpecView, ...]:
    """Those of the four compact facts that the story's card has, in a fixed order.

    Each is worded as its author worded it; a long wording, and what several schools state, as it was understood.
    """
    return tuple(_views(at, at.story.facts).values())


def school_spec(at: Scene, school: str) -> Mapping[str, SpecView]:
    """The same by field, without what the story states of its other schools."""
    return _views(at, facts_of(at.story, school))


def _views(at: Scene, facts: Iterable[Fact]) -> Mapping[str, SpecView]:
    by_field: dict[str, list[Fact]] = {}
    for fact in facts:
        by_field.setdefault(fact.field, []).append(fact)
    return {key: _view(at, by_field[key]) for key in SHOWN if key in by_field}


def _view(at: Scene, facts: list[Fact]) -> SpecView:
    label = _LABELS.get(facts[0].field, facts[0].label)
    stated = [f for f in facts if f.text]
    shorts = [_SHORTS.get(f.type, _plain)(f, at) for f in stated]
    if not stated:
        return SpecView(label, NOT_STATED, stated=False)
    if len(stated) > 1:
        return SpecView(label, _together(list(dict.fromkeys(text for text, _ in shorts))), stated=True)
    short, drawing = shorts[0]
    return SpecView(label, stated[0].text if _fits(stated[0].text) else short, stated=True, drawing=drawing)


def _fits(text: str) -> bool:
    """True for a wording that can stand in a list as it was written."""
    return len(text) <= _LONG


def _together(texts: list[str]) -> str:
    """`15% and 32% Pupil Premium`: what several schools state, a shared ending said once."""
    split = [text.partition(" ") for text in texts]
    if len(texts) > 1 and len({ending for *_, ending in split}) == 1 and split[0][2]:
        return f"{in_words([start for start, *_ in split])} {split[0][2]}"
    return name_list(texts, len(texts))


def _plain(fact: Fact, at: Scene) -> Short:
    return (fact.text if _fits(fact.text) else fact.text[:_LONG].rsplit(" ", 1)[0] + " …"), None


def _size(fact: Fact, at: Scene) -> Short:
    found, size = quantity(fact), size_of(at.story, fact)
    if found and found.measure == "forms":
        one = found.high is not None and found.high <= 1
        return upper_first(f"{amount(found)} {'form' if one else 'forms'}"), forms_drawing(found, at.story, fact)
    if found and found.measure == "pupils":
        return upper_first(f"{amount(found)} pupils"), None
    return (f"Ages {size.ages[0]} to {size.ages[1]}", None) if size and size.ages else _plain(fact, at)


def _disadvantage(fact: Fact, at: Scene) -> Short:
    found = [v.quantity for v in fact.values if v.quantity.measure in SHARES]
    if not found:
        return _plain(fact, at)
    words = ", ".join(f"{amount(q)}% {SHARES[q.measure]}" for q in found)
    return upper_first(words), share_drawing(found[0], at.medians)


def _engagement(fact: Fact, at: Scene) -> Short:
    found = quantity(fact)
    return (upper_first(amount(found)), years_drawing(found)) if found else _plain(fact, at)


def _hub(fact: Fact, at: Scene) -> Short:
    ids = [p.refers.removeprefix("hubs/") for p in fact.parts if p.refers]
    names = [at.hubs[h].name for h in ids if h in at.hubs] or [fact.text]
    return name_list(names, _NAMED), None


_SHORTS: Mapping[str, Callable[[Fact, Scene], Short]] = {
    "size": _size,
    "disadvantage": _disadvantage,
    "engagement": _engagement,
    "hub": _hub,
    "hubs": _hub,
}
