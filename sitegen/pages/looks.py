"""How a fact looks on a card: its large figure, its drawing and what stands around it. One row a field type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sitegen.model.values import Fact, Story
from sitegen.pages.medians import Medians
from sitegen.pages.scenes import Scene
from sitegen.pages.understanding import SHARES, exact, quantity, year_groups
from sitegen.pages.views import (
    Drawing,
    FormsDrawing,
    HubDrawing,
    LinkView,
    NoDrawing,
    PupilsDrawing,
    ShareDrawing,
    YearsDrawing,
)
from sitegen.pages.wording import figure, sentence, spelt
from sitegen.schema.values import Quantity

ENOUGH = 3
"""Fewer figures than this make no median."""


@dataclass(frozen=True, slots=True)
class Look:
    """`figure` is the number to set large, as it may stand in the wording; `above` if it may also stand above it."""

    figure: str = ""
    above: bool = False
    unit: str = ""
    remark: str = ""
    remark_link: LinkView | None = None
    drawing: Drawing | None = field(default=None)


def look(fact: Fact, scene: Scene) -> Look:
    """How a fact looks; one that nothing was stated of has an empty drawing, if any."""
    if not fact.text:
        unit = "in the school's story" if scene.story.schools else ""
        return Look(unit=unit, drawing=NoDrawing() if fact.type in _LOOKS else None)
    return _LOOKS.get(fact.type, _plain)(fact, scene)


def share_drawing(found: Quantity, medians: Medians) -> ShareDrawing:
    """A share with the median of its own measure, where enough schools state one figure for it."""
    median, figures = medians.get(found.measure, (0.0, 0))
    return ShareDrawing(found.low, found.high, median if figures >= ENOUGH else None)


def years_drawing(found: Quantity) -> YearsDrawing:
    """Years as jumps; where the wording leaves two years open, the smaller one and an open end."""
    return YearsDrawing(int(found.low or found.high or 0), open_ended=found.low != found.high)


def forms_drawing(found: Quantity, story: Story, fact: Fact) -> FormsDrawing | None:
    """Classes by year group, where both forms and year groups are known."""
    years = year_groups(story, fact)
    return FormsDrawing(found.low, years) if years and found.low and found.low == found.high else None


def _plain(fact: Fact, scene: Scene) -> Look:
    return Look(remark=fact.note)


def _size(fact: Fact, scene: Scene) -> Look:
    found = quantity(fact)
    return _SIZES[found.measure](found, fact, scene) if found and found.measure in _SIZES else Look(remark=fact.note)


def _forms(found: Quantity, fact: Fact, scene: Scene) -> Look:
    number = exact(found)
    drawing = forms_drawing(found, scene.story, fact)
    remark = "One block is one class." if drawing else ""
    return Look(figure(number) if number else "", True, remark=remark, drawing=drawing)


def _pupils(found: Quantity, fact: Fact, scene: Scene) -> Look:
    number = found.low if found.low == found.high else None
    if number is None:
        return Look(remark=fact.note)
    shown = figure(number)
    unit = "pupils" if _is_bare(fact, shown) else ""
    remark = "One block is 50 pupils; a part block is drawn to scale."
    return Look(shown, exact(found) is not None, unit, remark, drawing=PupilsDrawing(number))


_SIZES: Mapping[str, Callable[[Quantity, Fact, Scene], Look]] = {"forms": _forms, "pupils": _pupils}


def _share(fact: Fact, scene: Scene) -> Look:
    found = next((v.quantity for v in fact.values if v.quantity.measure in SHARES), None)
    if found is None:
        return Look(remark=fact.note)
    drawing = share_drawing(found, scene.medians)
    number = found.low if found.low is not None else found.high
    single = found.low == found.high or None in (found.low, found.high)
    shown = f"{figure(number)}%" if number is not None and single else ""
    return Look(shown, exact(found) is not None, remark=_share_remark(found, drawing, scene), drawing=drawing)


def _share_remark(found: Quantity, drawing: ShareDrawing, scene: Scene) -> str:
    if drawing.median is not None:
        return f"The median is for the {spelt(scene.medians[found.measure][1])} schools that state this figure."
    premium = scene.medians.get("pupil premium", (0.0, 0))[1] >= ENOUGH
    return "Not comparable with Pupil Premium." if premium and found.measure != "pupil premium" else ""


def _years(fact: Fact, scene: Scene) -> Look:
    found = quantity(fact)
    if found is None or not (found.low or found.high):
        return Look(remark=fact.note)
    number = exact(found)
    shown = figure(number) if number else ""
    unit = ("year so far" if number == 1 else "years so far") if shown and _is_bare(fact, shown) else ""
    remark = sentence("One jump is one school year.", fact.note)
    return Look(shown, True, unit, remark, drawing=years_drawing(found))


def _hub(fact: Fact, scene: Scene) -> Look:
    known = [h for h in (p.refers.removeprefix("hubs/") for p in fact.parts) if h in scene.hubs]
    if len(known) != 1:
        return Look(remark=fact.note)
    hub = scene.hubs[known[0]]
    count = scene.hub_counts.get(hub.id, 0)
    unit = f"{count:,} {'story' if count == 1 else 'stories'} {scene.span}"
    return Look(unit=unit, remark_link=LinkView("See the hub's page", hub.address), drawing=HubDrawing(count, hub.id))


def _is_bare(fact: Fact, shown: str) -> bool:
    """True where the wording is the number and nothing else, so that only a unit says what it counts."""
    return fact.text.strip().replace(",", "") == shown.replace(",", "")


_LOOKS: Mapping[str, Callable[[Fact, Scene], Look]] = {
    "size": _size,
    "disadvantage": _share,
    "engagement": _years,
    "hub": _hub,
    "hubs": _hub,
}
