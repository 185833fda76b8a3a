"""Profile cards: every fact as its author worded it, with the figure and the drawing that its meaning allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sitegen.model.facets import NOT_STATED
from sitegen.model.spanning import Site
from sitegen.model.values import Fact, FactPart, Story
from sitegen.pages.card_layout import card_view, group
from sitegen.pages.details import written_link
from sitegen.pages.looks import Look, look
from sitegen.pages.scenes import Scene
from sitegen.pages.understanding import facts_of
from sitegen.pages.views import CardGroup, CardView, FactView, LinkView

_LONG = 60
_LONG_LIST = 40
_LONGEST_LEAD = 100
_WIDE_TYPES = frozenset({"paragraph"})
_LIST_TYPES = frozenset({"list", "people", "choices"})
_LEAD_TYPES = frozenset({"text", "person", "people"})
_SCHOOL_TYPES = frozenset({"school", "schools"})


def card(site: Site, at: Scene) -> CardView:
    """The profile card of a story. Its first fact leads where it is a name; each of several schools has a group."""
    facts = [(fact, _view(site, fact, at)) for fact in at.story.facts]
    leads = bool(facts) and _can_lead(facts[0][0])
    lead = facts[0][1] if leads else None
    groups = _groups(facts[1:] if leads else facts)
    return card_view(_label(at.story, lead), _as_lead(lead, facts[0][0]) if lead else None, groups)


def details(site: Site, story: Story) -> tuple[FactView, ...]:
    """What the story's kind adds beside the card: label and wording alone."""
    return tuple(
        FactView(f.field, f.label, _wording(site, f, story, Look())[0], stated=True, wide=_is_wide(f))
        for f in story.details
    )


def school_card(site: Site, at: Scene, school: str) -> CardView:
    """The card of a story without the facts of its other schools: what it states of this one."""
    facts = [f for f in facts_of(at.story, school) if f.type not in _SCHOOL_TYPES]
    views = tuple(_view(site, f, at, name_school=False) for f in facts)
    return card_view(f"Profile: {site.schools[school].name}", None, (group(None, school, views),))


def _can_lead(fact: Fact) -> bool:
    names = fact.type in _SCHOOL_TYPES or (fact.type in _LEAD_TYPES and len(fact.text) <= _LONGEST_LEAD)
    return names and bool(fact.text) and not fact.school


def _label(story: Story, lead: FactView | None) -> str:
    what = "School profile" if lead and lead.field == "school" else "Profile"
    return f"{what}: {''.join(p.text for p in lead.wording) if lead else story.title}"


def _groups(facts: Iterable[tuple[Fact, FactView]]) -> tuple[CardGroup, ...]:
    """Facts of the story as a whole, then those of each school under its name."""
    by_school: dict[str, list[tuple[Fact, FactView]]] = {}
    for fact, view in facts:
        by_school.setdefault(fact.school, []).append((fact, view))
    ordered = sorted(by_school.items(), key=lambda item: item[0] != "")
    return tuple(_group(school, members) for school, members in ordered)


def _group(school: str, facts: list[tuple[Fact, FactView]]) -> CardGroup:
    """The facts of one school under its name, or those that no school is named for."""
    names = [_as_lead(view, fact) for fact, view in facts if school and fact.type in _SCHOOL_TYPES]
    others = tuple(view for fact, view in facts if not (school and fact.type in _SCHOOL_TYPES))
    return group(names[0] if names else None, school, others)


def _view(site: Site, fact: Fact, at: Scene, *, name_school: bool = True) -> FactView:
    looks = look(fact, at)
    wording, inside = _wording(site, fact, at.story, looks)
    return FactView(
        field=fact.field,
        label=fact.label,
        wording=wording,
        stated=bool(fact.text),
        figure=looks.figure if inside or looks.above else "",
        figure_in_wording=inside,
        unit=looks.unit,
        remark=looks.remark,
        remark_link=looks.remark_link,
        drawing=looks.drawing,
        school=fact.school if name_school else "",
        wide=_is_wide(fact),
    )


def _is_wide(fact: Fact) -> bool:
    """True for what needs a row of its own: a paragraph, a long wording, a list that is more than a few words."""
    longest = _LONG_LIST if fact.type in _LIST_TYPES else _LONG
    return bool(fact.text) and not fact.values and (fact.type in _WIDE_TYPES or len(fact.text) > longest)


def _wording(site: Site, fact: Fact, story: Story, looks: Look) -> tuple[tuple[LinkView, ...], bool]:
    """The wording in pieces, and whether one of them is the figure that is set large."""
    if not fact.text:
        return (LinkView(NOT_STATED),), False
    parts = fact.parts or (FactPart(fact.text),)
    pieces = _around_figure(fact.text, looks.figure) if looks.figure and len(parts) == 1 else None
    if pieces:
        return tuple(LinkView(p) for p in pieces), True
    return tuple(_piece(site, story, p) for p in parts), False


def _around_figure(text: str, figure: str) -> tuple[str, ...] | None:
    """The text cut before and after the figure, or None where it does not hold it. The pieces joined are the text."""
    digits = re.escape(figure.rstrip("%")).replace(",", ",?")
    tail = r"\s?%" if figure.endswith("%") else r"(?![\d.,]*\d)"
    found = re.search(rf"(?<![\d.,\-–/]){digits}{tail}", text)
    if not found or found[0] != figure:
        return None
    return tuple(p for p in (text[: found.start()], found[0], text[found.end() :]) if p)


def _piece(site: Site, story: Story, part: FactPart) -> LinkView:
    """A piece of wording with the page of what it names, or with the link that its author wrote."""
    folder, _, id_ = part.refers.partition("/")
    records: Mapping[str, Mapping[str, object]] = {"hubs": site.hubs, "schools": site.schools, "people": site.people}
    if folder in records and id_ in records[folder]:
        return LinkView(part.text, f"{part.refers}/index.html")
    return written_link(part.text, part.refers, story.text.targets)


def _as_lead(view: FactView, fact: Fact) -> FactView:
    """A fact as the card's title: no drawing, and a school's place apart from its name."""
    wording = view.wording
    if fact.type in _SCHOOL_TYPES and len(wording) == 1 and ", " in wording[0].text:
        name, comma, place = wording[0].text.partition(", ")
        wording = (LinkView(name, wording[0].address), LinkView(comma + place))
    return replace(view, wording=wording, figure="", figure_in_wording=False, remark_link=None, drawing=None)
