"""What readers filter by: one row a facet. Measures stay apart; "Not stated" is a value, never zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.spanning import Facet, FacetValue, Hub
from sitegen.model.values import Edition, Story
from sitegen.schema.declared import Bands, Field, Kind
from sitegen.text import slug

NOT_STATED = "Not stated"

MEASURES = {
    "forms": "Forms of entry",
    "pupils": "Pupils",
    "pupil premium": "Pupil Premium",
    "fsm": "Free school meals",
    "fsm6": "Free school meals in the past six years",
    "eal": "English as an additional language",
    "send": "Special educational needs and disabilities",
    "years": "Years engaging with Maths Hubs",
}
"""Numeric facets: the measure and its label. Each is a facet of its own."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What labels of facets are read from."""

    editions: Mapping[str, Edition]
    hubs: Mapping[str, Hub]


Labels = Callable[[Story, Lookup], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A facet to be: its folder, its label, the labels that a story has in it, their order if fixed."""

    id: str
    label: str
    labels: Labels
    order: tuple[str, ...] = ()


PHASES = (
    "Early years", "Primary", "Secondary", "All-through", "Post-16", "Special", "Alternative provision", "Cross-phase",
)  # fmt: skip

_WORDS = (
    Row("phase", "Phase", lambda s, _: s.phase, PHASES),
    Row("kind", "Kind of story", lambda s, _: (s.kind.name,)),
    Row("hub", "Hub", lambda s, at: (at.hubs[h].name for h in s.hubs)),
    Row("region", "Region", lambda s, at: filter(None, (at.hubs[h].entry.region for h in s.hubs))),
    Row("edition", "Edition", lambda s, at: (at.editions[s.edition].name,)),
    Row("themes", "Theme", lambda s, _: s.themes),
    Row("programme", "Programme", lambda s, _: s.programmes),
    Row("evidence", "Evidence", lambda s, _: s.evidence),
)
_COVERED = frozenset("phase themes programme evidence hub school size disadvantage years_engaged kind".split())


def facets(stories: Mapping[str, Story], at: Lookup, bands: Mapping[str, Bands]) -> tuple[Facet, ...]:
    """Every facet in which some story states something, its values in order, "Not stated" last."""
    fixed = (*_WORDS, *_measures(bands))
    rows = (*_WORDS, *_declared(stories.values(), fixed), *fixed[len(_WORDS) :])
    doubts = {story.id: _doubts(story) for story in stories.values()}
    made = (_facet(row, stories, at, doubts) for row in rows)
    return tuple(f for f in made if any(v.label != NOT_STATED for v in f.values))


def _measures(bands: Mapping[str, Bands]) -> Iterator[Row]:
    for measure, label in MEASURES.items():
        if measure in bands:
            order = tuple(b.label for b in bands[measure].bands)
            yield Row(slug(measure), label, _of_measure(measure), order)


def _of_measure(measure: str) -> Labels:
    def labels(story: Story, _: Lookup) -> list[str]:
        return [b for f in story.facts for v in f.values if v.quantity.measure == measure for b in v.bands]

    return labels


def _declared(stories: Iterable[Story], taken: Iterable[Row]) -> Iterator[Row]:
    """Facets that kinds declare on fields of their own: their kind's name tells them from any that is taken."""
    ids, labels = {row.id for row in taken}, {row.label for row in taken}
    found: dict[str, tuple[Field, Kind]] = {}
    for kind in {s.kind.id: s.kind for s in stories}.values():
        for field in kind.schema.fields:
            if field.facet and field.key not in _COVERED:
                found.setdefault(field.key, (field, kind))
    for key, (field, kind) in sorted(found.items()):
        id_ = slug(key) if slug(key) not in ids else slug(f"{kind.id} {key}")
        label = field.label if field.label not in labels else f"{field.label} ({kind.name})"
        ids.add(id_)
        labels.add(label)
        yield Row(id_, label, _of_field(key))


def _of_field(key: str) -> Labels:
    def labels(story: Story, _: Lookup) -> list[str]:
        value = story.values.get(key)
        return [p.text for p in (value.parts or (value,))] if value else []

    return labels


def _facet(
    row: Row, stories: Mapping[str, Story], at: Lookup, doubts: Mapping[str, frozenset[str]]
) -> Facet:
    keys: dict[str, str] = {}
    members: dict[str, dict[str, None]] = defaultdict(dict)
    uncertain: set[tuple[str, str]] = set()
    for story in stories.values():
        for label in tuple(row.labels(story, at)) or (NOT_STATED,):
            if label not in keys:
                keys[label] = slug(label)
            members[keys[label]][story.id] = None
            if row.id in doubts[story.id]:
                uncertain.add((keys[label], story.id))
    names = {key: label for label, key in reversed(keys.items())}
    values = [
        FacetValue(key, names[key], f"browse/{row.id}/{key}/index.html", tuple(members[key]),
                   tuple(s for s in members[key] if (key, s) in uncertain))
        for key in sorted(members, key=lambda k: _rank(row, names[k]))
    ]  # fmt: skip
    return Facet(row.id, row.label, tuple(values))


def _doubts(story: Story) -> frozenset[str]:
    """The facets of measures in which a range or an open end may lie in more than one band."""
    return frozenset(slug(v.quantity.measure) for f in story.facts for v in f.values if len(v.bands) > 1)


def _rank(row: Row, label: str) -> tuple[int, int, str]:
    if label == NOT_STATED:
        return (1, 0, "")
    return (0, row.order.index(label) if label in row.order else len(row.order), label.casefold())
