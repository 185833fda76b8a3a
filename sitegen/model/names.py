"""Which hub, school or person a name means: by the registers first, by the stories' own wording else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.problems.problem import Problem, Where
from sitegen.reading.quoting import quoted
from sitegen.schema.declared import HubEntry, Registers, SchoolEntry
from sitegen.schema.registers import hub_key
from sitegen.text import fold_name, fold_space, nearest, nearest_of, slug


@dataclass(frozen=True, slots=True)
class Names:
    """Every name and alias of the registers, folded, with its entry."""

    hubs: Mapping[str, HubEntry]
    schools: Mapping[str, SchoolEntry]

    def hub_id(self, text: str) -> str | None:
        """The id of the hub with this name or alias; a slug of the name where there is no register; else None."""
        entry = self.hubs.get(hub_key(text))
        if entry:
            return entry.id
        return None if self.hubs else slug(text)

    def school_id(self, text: str) -> str:
        """The id of the school: the register's, or the slug of its name."""
        entry = self.schools.get(fold_name(text))
        return entry.id if entry else slug(text)


def names(registers: Registers) -> Names:
    """The registers by folded name."""
    hubs = {hub_key(n): e for e in registers.hubs for n in (e.id, e.name, *e.aliases)}
    schools = {fold_name(n): e for e in registers.schools for n in (e.id, e.name, *e.aliases)}
    return Names(hubs, schools)


def unknown_hub(text: str, where: Where, known: Names) -> Problem:
    """The problem of a hub that no register has."""
    wordings = {w: e.name for e in known.hubs.values() for w in (e.name, *e.aliases)}
    near = nearest(text, wordings, cutoff=0.6)
    suggestion = wordings[near] if near else None
    added = f"- {{id: {slug(text) or 'an-id'}, name: {quoted(text)}}}"
    fix = (
        f'Did you mean "{suggestion}"? Known hubs are in content/hubs.yaml.' if suggestion
        else f"Write the name as content/hubs.yaml has it, or add this line there: {added}"
    )  # fmt: skip
    return Problem(where, "unknown-hub", f'No hub is called "{text}".', fix, suggestion=suggestion)


def near_schools(mentions: Iterable[tuple[str, Where]], known: Names) -> tuple[Problem, ...]:
    """A warning for each unlisted school whose name is nearly that of a listed one, at its first mention."""
    problems: dict[str, Problem] = {}
    wordings = {w: e.name for e in known.schools.values() for w in (e.name, *e.aliases)}
    nearest_to, seen = nearest_of(wordings, cutoff=0.9), set[str]()
    for name, where in mentions:
        if name in seen or fold_name(name) in known.schools:
            continue
        seen.add(name)
        near = nearest_to(name)
        if near:
            problems[name] = Problem(
                where, "near-school", f'"{name}" is nearly "{near}", which is in content/schools.yaml.',
                f'If it is that school, write "{wordings[near]}" or add this wording to its aliases.',
                suggestion=wordings[near],
            )  # fmt: skip
    return tuple(problems.values())


def same_wording(one: str, other: str) -> bool:
    """True where two names differ by nothing but case, white space or the shape of an apostrophe."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return fold_space(name).casefold().replace("\u2019", "'").replace("\u2018", "'")


def clash(kind: str, one: tuple[str, Where], other: tuple[str, Where], address: str) -> Problem:
    """The problem of two names with one slug."""
    return Problem(
        other[1], "slug-clash", f'"{other[0]}" and "{one[0]}" would both have the page {address}.',
        f"If they are one {kind}, write the name in one way everywhere; if not, add what tells them apart, "
        "such as the place.",
        also=(one[1],),
    )  # fmt: skip
