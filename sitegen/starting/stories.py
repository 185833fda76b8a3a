"""A new story, page, section or edition: what it is, where it goes, what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.places import Place
from sitegen.options import Options
from sitegen.reading.tree import read_file
from sitegen.reading.values import Tree
from sitegen.schema.declared import Kind
from sitegen.schema.documents import kind_named
from sitegen.schema.kinds import load_kinds
from sitegen.schema.registers import load_registers
from sitegen.starting.bodies import body
from sitegen.starting.fields import front_matter
from sitegen.starting.files import write_new
from sitegen.starting.places import (
    Standing,
    address_of,
    check_free,
    folder_of,
    folder_path,
    home_of_story,
    named,
    names_in,
    newest,
    next_number,
    standing,
    texts_in,
)
from sitegen.starting.titles import clean, known_of_edition
from sitegen.text import fold_name, in_words, nearest
from sitegen.writing.errors import EnvironmentProblem

_DRAFT = "It is not published until you take the next line away. The command serve shows it before that."
_LONGEST = 1_000
_TOP = ("content", "content/pages")
"""Editions and pages stand beside one another at the top of the site."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new file, and what its author is told to do next, with PROGRAM for how sitegen is started here."""

    path: Path
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be made. `within` is the edition or section that was named, if one was."""

    kind: Kind
    title: str
    within: str | None
    options: Options
    known: Standing


@dataclass(frozen=True, slots=True)
class _Planned:
    """Where a file goes, the fields that are known of it, and what it lies in."""

    path: str
    fields: Mapping[str, str]
    around: tuple[Place, ...] = ()


def known_kinds(site: Path) -> Mapping[str, Kind]:
    """The kinds that ship and the site's own."""
    paths = [f"content/kinds/{name}" for name in sorted(names_in(site / "content" / "kinds"))]
    files = {path: file for path in paths if (file := read_file(site, path))}
    return load_kinds(Tree(site, files, {})).value


def new_file(what: str, title: str, within: str | None, options: Options, kinds: Mapping[str, Kind]) -> Made:
    """Writes the file of a kind with this title where it belongs; an EnvironmentProblem says why it cannot be."""
    kind = _kind(what, kinds)
    asked = _Asked(kind, _title(title, kind), within, options, standing(options, kinds))
    plan = _PLANS[kind.role](asked)
    fields = {f.key: plan.fields[f.key] for f in kind.schema.fields if f.key in plan.fields}
    path = options.site / plan.path
    write_new(path, f"{front_matter(kind, fields, {'draft': _DRAFT}, _hub_of(options.site))}\n{body(kind)}")
    return Made(path, _next(asked, plan, fields))


def _hub_of(site: Path) -> str:
    """The name of the first hub that the site lists; empty where it lists none."""
    file = read_file(site, "content/hubs.yaml")
    tree = Tree(site, {file.path: file} if file else {}, {})
    return next((hub.name for hub in load_registers(tree).value.hubs), "")


def _kind(what: str, kinds: Mapping[str, Kind]) -> Kind:
    kind = kind_named(what, kinds)
    if kind is None:
        by_name = {**{k.name: k.id for k in kinds.values()}, **{id_: id_ for id_ in kinds}}
        near = nearest(what, [*by_name, "site", "schemas"], cutoff=0.6)
        hint = f' Did you mean "{by_name.get(near, near)}"?' if near else ""
        raise EnvironmentProblem(f'There is no kind "{what}".{hint} The kinds are {in_words(list(kinds))}.')
    if not kind.whole:
        raise EnvironmentProblem(
            f"content/kinds/{kind.id}.yaml has mistakes. Put them right first: the command check tells them."
        )
    return kind


def _title(title: str, kind: Kind) -> str:
    cleaned = clean(title)
    if not cleaned:
        raise EnvironmentProblem(f'Say its title too, in quotation marks: new {kind.id} "The title"')
    if len(cleaned) > _LONGEST:
        raise EnvironmentProblem(f"The title has {len(cleaned):,} letters. Say it in fewer than {_LONGEST:,}.")
    return cleaned


def _story(asked: _Asked) -> _Planned:
    mark = "'" if '"' in asked.title else '"'
    home = home_of_story(asked.known, asked.within, f"new {asked.kind.id} {mark}{asked.title[:60]}{mark}")
    folder = folder_path(home)
    number = next_number(_stories_in(asked, folder), asked.kind.numbered)
    fields = {"kind": asked.kind.id, "title": asked.title, "date": _today(asked), "draft": "yes"}
    around = tuple(p for p in (*asked.known.editions, *asked.known.sections) if p.id in (home.edition, home.id))
    return _Planned(f"{folder}/{number}{_free(asked, folder)}.md", fields, around)


def _stories_in(asked: _Asked, folder: str) -> list[str]:
    """The files and folders of stories in a folder: its sections have numbers of their own."""
    sections = {folder_path(s) for s in asked.known.sections}
    return [name for name in texts_in(asked.options.site / folder) if f"{folder}/{name}" not in sections]


def _section(asked: _Asked) -> _Planned:
    known = asked.known
    edition = named(asked.within, known, known.editions) if asked.within else newest(known)
    folder = folder_path(edition)
    siblings = [folder_path(s).rpartition("/")[2] for s in known.sections_of(edition)]
    number = next_number(siblings, is_numbered=True)
    fields = {"kind": asked.kind.id, "title": asked.title}
    return _Planned(f"{folder}/{number}{_free(asked, folder)}/index.md", fields, (edition,))


def _edition(asked: _Asked) -> _Planned:
    _refuse_within(asked)
    _refuse_second(asked)
    told = known_of_edition(asked.kind, asked.title)
    dated = {} if any("/" in text for text in told.values()) else {"date": _today(asked)}
    years = [text.replace("/", "-") for text in told.values() if "/" in text]
    free = [each for each in years if each not in names_in(asked.options.site / "content")]
    own = free[0] if free else _free(asked, *_TOP)
    fields = {"kind": asked.kind.id, "title": asked.title, "draft": "yes", **told, **dated}
    return _Planned(f"content/{own}/index.md", fields)


def _page(asked: _Asked) -> _Planned:
    _refuse_within(asked)
    fields = {"kind": asked.kind.id, "title": asked.title, "draft": "yes"}
    return _Planned(f"content/pages/{_free(asked, *_TOP)}.md", fields)


_PLANS: Mapping[str, Callable[[_Asked], _Planned]] = {
    "story": _story, "section": _section, "edition": _edition, "page": _page,
}  # fmt: skip


def _refuse_within(asked: _Asked) -> None:
    if asked.within:
        raise EnvironmentProblem(f"--in is for stories and sections: {asked.kind.id} has a place of its own.")


def _refuse_second(asked: _Asked) -> None:
    """Of a year there may be several editions, but a title that is there already was asked for twice."""
    for edition in asked.known.editions:
        title = str(edition.source.value("title") or "")
        if fold_name(title) == fold_name(asked.title):
            raise EnvironmentProblem(f'{folder_path(edition)} has the title "{title}" already. Choose another.')


def _free(asked: _Asked, *folders: str) -> str:
    """The address that the title makes, if nothing in these folders has it."""
    own = address_of(asked.title)
    for folder in folders:
        check_free(own, asked.options.site / folder, folder, at_top=folders == _TOP)
    return own


def _today(asked: _Asked) -> str:
    day = asked.options.today
    return f"{day.day} {day:%B %Y}"


def _next(asked: _Asked, plan: _Planned, fields: Mapping[str, str]) -> tuple[str, ...]:
    missing = [f"`{f.key}`" for f in asked.kind.schema.fields if f.required and f.key not in fields]
    fill = f"fill in {in_words(missing)}, without which nothing is built; " if missing else ""
    lines = [f"Next: open it in an editor, {fill}write, and see it with: PROGRAM serve"]
    if "draft" in fields:
        lines.append("It is a draft: to publish it, take the line `draft: yes` out of it, and build.")
    if asked.kind.role in ("edition", "section"):
        lines.append(f'Stories go in with: PROGRAM new KIND "Title" --in {folder_of(plan.path)[len("content/"):]}')
    for place in plan.around:
        if place.source.value("draft"):
            lines.append(f"{place.source.path} is a draft as well, and nothing in it is published before that is.")
    return tuple(lines)
