"""Compact profiles: the profile's facts in a few words, for stories in lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen.model.values import Fact, Site, Story
from sitegen.pages.looks import forms_drawing, share_drawing, years_drawing
from sitegen.pages.understanding import SHARES, quantity, size_of
from sitegen.pages.views import Drawing, SpecView
from sitegen.pages.wording import figure, upper_first
from sitegen.schema.values import Quantity
from sitegen.text import in_words

NOT_STATED = "Not stated"
_SHOWN = ("size", "disadvantage", "years_engaged", "hub")
_LABELS = {"years_engaged": "Years with hub"}
_QUALIFIERS = {"about": "about ", "over": "over ", "under": "under ", "at least": "at least "}
_LONG = 40
_NAMED = 2

Short = tuple[str, Drawing | None]


def spec(site: Site, story: Story) -> tuple[SpecView, ...]:
    """Those of the four compact facts that the story's card has, in a fixed order."""
    by_field: dict[str, list[Fact]] = {}
    for fact in story.facts:
        by_field.setdefault(fact.field, []).append(fact)
    return tuple(_view(site, story, by_field[key]) for key in _SHOWN if key in by_field)


def _view(site: Site, story: Story, facts: list[Fact]) -> SpecView:
    label = _LABELS.get(facts[0].field, facts[0].label)
    shorts = [_SHORTS.get(f.type, _wording)(site, story, f) for f in facts if f.text]
    if not shorts:
        return SpecView(label, NOT_STATED, stated=False)
    words = in_words(list(dict.fromkeys(text for text, _ in shorts)))
    return SpecView(label, words, stated=True, drawing=shorts[0][1] if len(shorts) == 1 else None)


def amount(found: Quantity) -> str:
    """A quantity in figures with what qualifies it: `40`, `over 40`, `30–35`."""
    if found.low is not None and found.high is not None and found.low != found.high:
        return f"{figure(found.low)}–{figure(found.high)}"
    number = found.low if found.low is not None else found.high
    default = "" if found.low == found.high else "over " if found.high is None else "under "
    return f"{_QUALIFIERS.get(found.qualifier or '', default)}{figure(number or 0)}"


def _wording(_site: Site, _story: Story, fact: Fact) -> Short:
    return (fact.text if len(fact.text) <= _LONG else fact.text[:_LONG].rsplit(" ", 1)[0] + " …"), None


def _size(site: Site, story: Story, fact: Fact) -> Short:
    found, size = quantity(fact), size_of(story, fact)
    if found and found.measure == "forms":
        one = found.high is not None and found.high <= 1
        return upper_first(f"{amount(found)} {'form' if one else 'forms'}"), forms_drawing(found, story, fact)
    if found and found.measure == "pupils":
        return upper_first(f"{amount(found)} pupils"), None
    return (f"Ages {size.ages[0]} to {size.ages[1]}", None) if size and size.ages else _wording(site, story, fact)


def _disadvantage(site: Site, story: Story, fact: Fact) -> Short:
    found = next((v.quantity for v in fact.values if v.quantity.measure in SHARES), None)
    if found is None:
        return _wording(site, story, fact)
    return upper_first(f"{amount(found)}% {SHARES[found.measure]}"), share_drawing(found, site.medians)


def _engagement(site: Site, story: Story, fact: Fact) -> Short:
    found = quantity(fact)
    return (upper_first(amount(found)), years_drawing(found)) if found else _wording(site, story, fact)


def _hub(site: Site, _story: Story, fact: Fact) -> Short:
    ids = [p.refers.removeprefix("hubs/") for p in fact.parts if p.refers]
    names = [site.hubs[h].name for h in ids if h in site.hubs] or [fact.text]
    more = len(names) - _NAMED
    return in_words([*names[:_NAMED], f"{more:,} more"] if more > 0 else names), None


_SHORTS: Mapping[str, Callable[[Site, Story, Fact], Short]] = {
    "size": _size,
    "disadvantage": _disadvantage,
    "engagement": _engagement,
    "hub": _hub,
    "hubs": _hub,
}
