"""Schools like this one, and why: reasons become words here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

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
    if len(story.schools) != 1:
        return _group(site, found, "", (), "")
    (school,) = story.schools
    return _group(site, found, school.name, (story,), school.id)


def alike_school(site: Site, school: School) -> AlikeGroup | None:
    """What stands beside a school; None without anything like it."""
    told = tuple(site.stories[id_] for id_ in school.stories)
    return _group(site, site.alike.get(school.address, ()), school.name, told, school.id)


def _group(
    site: Site, found: Sequence[Neighbour], name: str, told: Sequence[Story], school: str
) -> AlikeGroup | None:
    if not found:
        return None
    measure, mark = _compared(site, found, told, school)
    entries = tuple(_entry(site, neighbour, measure, mark) for neighbour in found)
    heading = "Schools like this one" if any(n.school for n in found) else "Stories like this one"
    return AlikeGroup(heading, _lead(found, measure, mark, name.split(",")[0]), entries)


def _compared(
    site: Site, found: Sequence[Neighbour], told: Sequence[Story], school: str
) -> tuple[str, float | None]:
    """The first share that this one states as one number and another states too, and that number."""
    for measure in SHARES:
        own = next(filter(None, (_stated(story, school, measure) for story in told)), None)
        if own and own.low == own.high and any(_theirs(site, n, measure) for n in found):
            return measure, own.low
    return "", None


def _theirs(site: Site, neighbour: Neighbour, measure: str) -> Quantity | None:
    """What a school states for a measure, in the newest edition that does."""
    told = site.schools[neighbour.school].stories if neighbour.school else ()
    return next(filter(None, (_stated(site.stories[s], neighbour.school, measure) for s in told)), None)


def _stated(story: Story, school: str, measure: str) -> Quantity | None:
    facts = (f for f in story.facts if f.school == school or not (f.school or len(story.schools) > 1))
    return next((v.quantity for f in facts for v in f.values if v.quantity.measure == measure), None)


def _lead(found: Sequence[Neighbour], measure: str, mark: float | None, name: str) -> str:
    about = dict.fromkeys(_ABOUT[r.about] for n in found for r in n.why[:_SAID])
    closest = f"Closest on {in_words(list(about))}."
    return closest if mark is None else f"{closest} The line marks {name}\u2019s {figure(mark)}% {SHARES[measure]}."


def _entry(site: Site, neighbour: Neighbour, measure: str, mark: float | None) -> AlikeView:
    story = site.stories[neighbour.story]
    school = site.schools.get(neighbour.school)
    theirs = _theirs(site, neighbour, measure) if measure else None
    hubs = [site.hubs[h].name for h in story.hubs if h in site.hubs]
    return AlikeView(
        title=school.name if school else story.title,
        address=story.address,
        story=story.title if school else "",
        why=" ".join(said(reason) for reason in neighbour.why[:_SAID]),
        drawing=ShareDrawing(theirs.low, theirs.high, mark) if theirs else None,
        figure=f"{amount(theirs)}%" if theirs else "",
        measure=SHARES[measure] if theirs else "",
        label=name_list(hubs, _NAMED),
        section_class=section_class(section_of(site, story)),
    )


def said(reason: Reason) -> str:
    """A reason as a sentence: `38% Pupil Premium, 2 points below.`, `Same hub: Origin.`"""
    if reason.about in _COMMON:
        one, several = _COMMON[reason.about]
        start = several if len(reason.shared) > 1 and several else one
        return f"{start}{name_list(reason.shared, _NAMED)}."
    return f"{upper_first(_figure(reason))}{_difference(reason)}."


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
