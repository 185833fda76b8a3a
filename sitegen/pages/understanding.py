"""What a fact's value was understood as, beyond its quantities: the ages of a size, the phase that counts."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.values import Fact, Story
from sitegen.pages.wording import figure
from sitegen.schema.values import Quantity, Reference, Size, Value
from sitegen.text import fold_name

SHARES = {
    "pupil premium": "Pupil Premium",
    "fsm": "free school meals",
    "fsm6": "free school meals in the past six years",
    "eal": "EAL",
    "send": "SEND",
}
"""Measures that are shares of a hundred, as they are called in running text."""


_QUALIFIERS = {"about": "about ", "over": "over ", "under": "under ", "at least": "at least "}


def quantity(fact: Fact) -> Quantity | None:
    """The first quantity of a fact, or None."""
    return fact.values[0].quantity if fact.values else None


def exact(found: Quantity) -> float | None:
    """The number of a quantity that is one number without "about", else None."""
    return found.low if found.low == found.high and found.qualifier is None else None


def facts_of(story: Story, school: str) -> tuple[Fact, ...]:
    """What a story states of one of its schools: the school's own facts, and the story's where it has none."""
    own = {fact.field for fact in story.facts if fact.school == school}
    return tuple(f for f in story.facts if f.school == school or (not f.school and f.field not in own))


def amount(found: Quantity) -> str:
    """A quantity in figures with what qualifies it: `40`, `over 40`, `30–35`."""
    if found.low is not None and found.high is not None and found.low != found.high:
        return f"{figure(found.low)}–{figure(found.high)}"
    number = found.low if found.low is not None else found.high
    default = "" if found.low == found.high else "over " if found.high is None else "under "
    return f"{_QUALIFIERS.get(found.qualifier or '', default)}{figure(number or 0)}"


def size_of(story: Story, fact: Fact) -> Size | None:
    """The size that a fact states, or None where it is of another type."""
    stated = (v.value for v in _values(story, fact.field) if v.where == fact.where)
    return next((v for v in stated if isinstance(v, Size)), None)


def _values(story: Story, field: str) -> Iterator[Value]:
    """All values of a field: the story's own and those given with one of its schools."""
    if field in story.values:
        yield story.values[field]
    school = story.values.get("school")
    for part in (school.parts or (school,)) if school else ():
        if isinstance(part.value, Reference) and field in part.value.facts:
            yield part.value.facts[field]


_PHASE_YEARS = {
    "infant": ("R", "1", "2"),
    "junior": ("3", "4", "5", "6"),
    "primary": ("R", "1", "2", "3", "4", "5", "6"),
    "secondary": ("7", "8", "9", "10", "11"),
    "all-through": ("R", *(str(y) for y in range(1, 12))),
    "post-16": ("12", "13"),
    "early years": ("N", "R"),
}
_IN_NAMES = ("infant", "junior")


def year_groups(story: Story, fact: Fact) -> tuple[str, ...]:
    """The year groups of the school that a fact is about: by its ages, else its phase; empty where unknown."""
    size = size_of(story, fact)
    if size and size.ages:
        return tuple(_year_group(age) for age in range(max(size.ages[0], 3), size.ages[1]))
    names = " ".join(fold_name(m.name) for m in story.schools if fact.school in ("", m.id)).split()
    own = size.phase.lower() if size else ""
    said = (own, *(w for w in _IN_NAMES if w in names), *(p.lower() for p in story.phase))
    return next((_PHASE_YEARS[word] for word in said if word in _PHASE_YEARS), ())


def _year_group(age: int) -> str:
    """The year group whose pupils start it at this age."""
    return {3: "N", 4: "R"}.get(age, str(age - 4))
