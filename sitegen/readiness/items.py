"""What is open in a file: what it lacks for its kind, what is doubtful, and who has to act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.checking.strays import IMPORTED
from sitegen.model.names import Names
from sitegen.model.publication import DRAFT, WITHHELD
from sitegen.model.sources import Source
from sitegen.model.values import Fact, Story
from sitegen.problems.problem import Problem
from sitegen.readiness.in_short import IN_SHORT
from sitegen.readiness.natures import (
    ASKED,
    ASKED_BY_STATUS,
    FACTS,
    FIELDS,
    GAPS,
    GOOD_TO_HAVE,
    NATURES,
    WORDING,
)
from sitegen.readiness.values import (
    DOUBTFUL,
    EDITOR,
    EXTRA,
    HUB,
    MISSING,
    OPEN,
    OWNER,
    SCHOOL,
    STOPS,
    Entry,
    Item,
    Party,
)
from sitegen.schema.values import Reference
from sitegen.text import in_words

_APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Known:
    """What the items of a file are told by: names of hubs, the owner of what is around it, whether approval counts.

    `imported` are the notes of imports from Word that still lie there, by path.
    """

    names: Names
    hubs: Mapping[str, str]
    editor: str = ""
    needs_approval: bool = False
    imported: frozenset[str] = frozenset()


def items(entry: Entry, story: Story | None, problems: Iterable[Problem], known: Known) -> tuple[Item, ...]:
    """Everything open in a file: first what stops the release, then what is missing, then what is doubtful."""
    told = tuple(p for p in problems if p.where.file not in known.imported)
    said = {problem.what for problem in told}
    found = [_of_problem(problem, entry, known) for problem in told]
    if entry.source:
        found += (*_of_state(entry, entry.source, known), *_of_import(entry, known))
        found += (_of_fact(fact, entry, story, known) for fact in (story.facts if story else ()) if _lacks(fact, said))
        found += _expected(entry, entry.source, known)
    weights, gaps = (STOPS, OPEN, EXTRA), (MISSING, DOUBTFUL)
    return tuple(sorted(found, key=lambda item: (weights.index(item.weight), gaps.index(item.gap))))


def _of_problem(problem: Problem, entry: Entry, known: Known) -> Item:
    gap = MISSING if problem.code in GAPS else DOUBTFUL
    return Item(
        IN_SHORT[problem.code], problem.what, gap, STOPS if problem.is_error else OPEN,
        _asked(ASKED[NATURES[problem.code]], entry, known), problem.fix, problem.where,
    )  # fmt: skip


def problem_elsewhere(problem: Problem) -> Item:
    """A problem of a file that is no page: settings, registers, the theme."""
    weight = STOPS if problem.is_error else OPEN
    gap = MISSING if problem.code in GAPS else DOUBTFUL
    return Item(
        IN_SHORT[problem.code], problem.what, gap, weight, Party(EDITOR), problem.fix, problem.where
    )


def _lacks(fact: Fact, said: set[str]) -> bool:
    """A fact that the card shows as not stated, unless an error has said so already."""
    return fact.basis == "not stated" and not any(f"`{fact.field}`" in what for what in said)


def _of_fact(fact: Fact, entry: Entry, story: Story | None, known: Known) -> Item:
    school = next((s.name for s in story.schools if s.id == fact.school), "") if story else ""
    of = f" of {school}" if school else ""
    what = f"{fact.label}{of}: the card says “Not stated”."
    nature = FIELDS.get(fact.field, FACTS)
    short = fact.field.replace("_", " ")
    return Item(short, what, MISSING, OPEN, _asked(ASKED[nature], entry, known), f"Write `{fact.field}: …`.")


def _expected(entry: Entry, source: Source, known: Known) -> Iterator[Item]:
    """Fields that a story of this kind should have beside its card."""
    for key in (key for key in source.kind.expected if key not in source.kind.card):
        if source.text(key).strip() or (key == "image" and source.body.pictures):
            continue
        label = source.kind.schema[key].label
        is_extra = key in GOOD_TO_HAVE
        what = f"{label}: there is none yet." if is_extra else f"{label}: not stated."
        who = _asked(ASKED[FIELDS.get(key, FACTS)], entry, known)
        fix = f"Write `{key}:` among its facts, as {source.kind.schema[key].example}"
        yield Item(label.lower(), what, MISSING, EXTRA if is_extra else OPEN, who, fix)


def _of_import(entry: Entry, known: Known) -> Iterator[Item]:
    """The notes of the import that a story came by, until somebody deletes them."""
    if entry.path.endswith("/index.md") and f"{entry.path.removesuffix('index.md')}{IMPORTED}" in known.imported:
        what = f"The notes of its import from Word still lie beside it: work through {IMPORTED}, then delete that file."
        yield Item("notes of the import", what, DOUBTFUL, OPEN, _asked(ASKED[WORDING], entry, known))


def _of_state(entry: Entry, source: Source, known: Known) -> Iterator[Item]:
    """A draft, and a story that is not approved: where the site asks for that, and where it says so itself."""
    status = source.text("status").lower()
    if source.value("draft") is True:
        what = "It is still marked as a draft."
        who = _asked(ASKED[WORDING], entry, known)
        yield Item("still a draft", what, DOUBTFUL, OPEN, who, "Take out the line `draft: yes` when it may be shown.")
    elif entry.state == DRAFT and entry.around:
        yield Item("edition is a draft", "Its section or edition is a draft, so it is not shown.", DOUBTFUL, OPEN,
                   _asked(ASKED[WORDING], entry, known))  # fmt: skip
    if entry.state == WITHHELD and entry.around:
        yield Item("left out", "Its section or edition is left out for want of a consent.", MISSING, OPEN,
                   _asked(ASKED[WORDING], entry, known))  # fmt: skip
    if entry.role == "story" and status != _APPROVED and (status or known.needs_approval):
        how = f"its status is “{status}”" if status else "it has no status"
        rule = "only approved stories are released, and " if known.needs_approval else ""
        yield Item("not approved", f"It is not approved: {rule}{how}.", MISSING, OPEN,
                   _asked(ASKED_BY_STATUS.get(status, (EDITOR,)), entry, known),
                   "Write `status: approved` when it is.")  # fmt: skip


def _asked(parties: tuple[str, ...], entry: Entry, known: Known) -> Party:
    """The owner where there is one; else the first of the parties whom the story names, or the first without a name."""
    owner = entry.source.text("owner") if entry.source else ""
    if owner:
        return Party(OWNER, owner)
    asked = parties if entry.role == "story" else (EDITOR,)
    named = [Party(role, _name(role, entry.source, known)) for role in asked]
    return next((party for party in named if party.name), named[0])


def _name(role: str, source: Source | None, known: Known) -> str:
    if role == EDITOR:
        return known.editor
    if source is None:
        return ""
    return in_words(school_names(source)) if role == SCHOOL else in_words(list(hubs_of(source, known).values()))


def school_names(source: Source) -> list[str]:
    """The schools of a file as it writes them."""
    return [part.value.text for part in source.parts("school") if isinstance(part.value, Reference)]


def hubs_of(source: Source, known: Known) -> Mapping[str, str]:
    """The names of a file's hubs by their ids, also where they stand with one of its schools."""
    found = list(source.parts("hub"))
    for part in source.parts("school"):
        fact = part.value.facts.get(HUB) if isinstance(part.value, Reference) else None
        found += (fact.parts or (fact,)) if fact else ()
    ids = {known.names.hub_id(p.value.text): p.value.text for p in found if isinstance(p.value, Reference)}
    return {id_: known.hubs.get(id_, text) for id_, text in ids.items() if id_}
