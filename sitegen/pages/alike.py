"""Schools like this one, and why: reasons become words here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.likeness import Reason
from sitegen.model.spanning import Neighbour, School, Site
from sitegen.model.values import Story
from sitegen.pages.naming import name_list, section_class, section_of
from sitegen.pages.understanding import SHARES, amount, exact
from sitegen.pages.views import AlikeGroup, AlikeView, ShareDrawing
from sitegen.pages.wording import figure, upper_first
from sitegen.schema.values import Quantity
from sitegen.text import in_words

_SAID = 3
"""So many reasons are said of each; the weightiest come first."""
_NAMED = 2

_ABOUT = {
    **SHARES, "pupils": "size", "forms": "size", "years": "years engaged",
    "phase": "phase", "hub": "hub", "region": "region", "themes": "themes", "programme": "programme",
}  # fmt: skip
_COMMON = {
    "phase": ("", ""), "hub": ("Same hub: ", ""), "region": ("Same region: ", ""),
    "themes": ("Theme in common: ", "Themes in common: "), "programme": ("Same programme: ", "Same programmes: "),
}  # fmt: skip


def alike_story(site: Site, story: Story) -> AlikeGroup | None:
    """What stands beside a story; None without anything like it."""
    found = site.alike.get(story.id, ())
    if len(story.schools) == 1:
        (school,) = story.schools
        return _group(site, found, "Schools like this one", _own(school.name, school.id, (story,)))
    heading = "Schools like these" if story.schools else "Stories like this one"
    return _group(site, found, heading, _own("", "", ()))


def alike_school(site: Site, school: School) -> AlikeGroup | None:
    """What stands beside a school; None without anything like it."""
    own = _own(school.name, school.id, [site.stories[id_] for id_ in school.stories])
    return _group(site, site.alike.get(school.address, ()), "Schools like this one", own)


@dataclass(frozen=True, slots=True)
class _Own:
    """The one school that others stand beside, by its name; empty where there is not one school.

    `figures` are what it states of each measure, in the newest edition that does, where that is one figure.
    """

    name: str
    figures: Mapping[str, Quantity]


def _own(name: str, school: str, told: Sequence[Story]) -> _Own:
    stated: dict[str, list[Quantity]] = {}
    for story in told:
        stated = {**_stated(story, school), **stated}
    return _Own(name, {measure: found[0] for measure, found in stated.items() if len(found) == 1})


def _stated(story: Story, school: str) -> dict[str, list[Quantity]]:
    """What a story states of a school, by measure, each figure once."""
    facts = (f for f in story.facts if f.school == school or not (f.school or len(story.schools) > 1))
    found: dict[str, list[Quantity]] = {}
    for quantity in (v.quantity for f in facts for v in f.values):
        figures = found.setdefault(quantity.measure, [])
        if quantity not in figures:
            figures.append(quantity)
    return found


def _group(site: Site, found: Sequence[Neighbour], heading: str, own: _Own) -> AlikeGroup | None:
    if not found:
        return None
    measure = _compared(site, found, own)
    entries = tuple(_entry(site, neighbour, measure, own) for neighbour in found)
    return AlikeGroup(heading, _lead(found, measure, own), entries)


def _compared(site: Site, found: Sequence[Neighbour], own: _Own) -> str:
    """The first share that this one states as one number and another states too."""
    for measure in SHARES:
        stated = own.figures.get(measure)
        if stated and stated.low == stated.high and any(_theirs(site, n, measure) for n in found):
            return measure
    return ""


def _theirs(site: Site, neighbour: Neighbour, measure: str) -> Quantity | None:
    """The figure of a measure that a school was chosen for, else what it states in the newest edition that does."""
    chosen = next((reason.other for reason in neighbour.why if reason.about == measure), None)
    if chosen or not neighbour.school:
        return chosen
    told = (site.stories[id_] for id_ in site.schools[neighbour.school].stories)
    stated = (_stated(story, neighbour.school).get(measure) for story in told)
    return next((figures[0] for figures in stated if figures), None)


def _lead(found: Sequence[Neighbour], measure: str, own: _Own) -> str:
    """On what they are closest, taken together, and what the line in the bars stands for."""
    worth: dict[str, float] = {}
    for reason in (r for n in found for r in n.why[:_SAID]):
        about = _ABOUT[reason.about]
        worth[about] = worth.get(about, 0) + reason.worth
    closest = f"Closest on {in_words(sorted(worth, key=lambda w: -worth[w])[:_SAID])}."
    mark = own.figures.get(measure)
    if mark is None:
        return closest
    return f"{closest} The line marks {amount(mark)}% {SHARES[measure]} at {own.name.split(',')[0]}."


def _entry(site: Site, neighbour: Neighbour, measure: str, own: _Own) -> AlikeView:
    story = site.stories[neighbour.story]
    school = site.schools.get(neighbour.school)
    theirs = _theirs(site, neighbour, measure) if measure else None
    mark = own.figures.get(measure)
    hubs = [site.hubs[h].name for h in story.hubs if h in site.hubs]
    return AlikeView(
        title=school.name if school else story.title,
        address=story.address,
        story=story.title if school else "",
        why=" ".join(said(r, r.own == own.figures.get(r.about)) for r in neighbour.why[:_SAID]),
        drawing=ShareDrawing(theirs.low, theirs.high, mark.low) if theirs and mark else None,
        figure=f"{amount(theirs)}%" if theirs else "",
        measure=SHARES[measure] if theirs else "",
        label=name_list(hubs, _NAMED),
        section_class=section_class(section_of(site, story)),
    )


def said(reason: Reason, one: bool = True) -> str:
    """A reason as a sentence: `38% Pupil Premium, 2 points below.`, `Same hub: Origin.`

    `one`: what it is compared with is the one figure of this school, so that readers know what is below.
    """
    if reason.about in _COMMON:
        start, several = _COMMON[reason.about]
        start = several if len(reason.shared) > 1 and several else start
        return f"{start}{name_list(reason.shared, _NAMED)}."
    return f"{upper_first(_figure(reason))}{_difference(reason) if one else ''}."


def _figure(reason: Reason) -> str:
    found = reason.other
    if found is None:
        return _ABOUT[reason.about]
    one = found.low == found.high == 1
    ending = {
        "pupils": " pupils",
        "forms": " form of entry" if one else " forms of entry",
        "years": " year engaged" if one else " years engaged",
    }.get(reason.about)
    return f"{amount(found)}{ending}" if ending else f"{amount(found)}% {SHARES[reason.about]}"


def _difference(reason: Reason) -> str:
    """How far their share is from this one's; nothing where either is no single number."""
    own, other = (exact(q) if q else None for q in (reason.own, reason.other))
    if reason.about not in SHARES or own is None or other is None:
        return ""
    if own == other:
        return ", the same"
    points = f"{figure(abs(other - own))} {'point' if abs(other - own) == 1 else 'points'}"
    return f", {points} {'above' if other > own else 'below'}"
