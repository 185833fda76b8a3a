"""Where symbolic links and pictures lead. Every bad target is a problem at its line, with the nearest good one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from sitegen.markup.body import Chart
from sitegen.markup.charts import read_csv_chart
from sitegen.markup.ids import page_id
from sitegen.model.publication import DRAFT, EMBARGOED, OUTSIDE, PUBLISHED
from sitegen.model.sources import Source
from sitegen.model.values import Target, Text
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.values import Asset, Tree
from sitegen.regex import regex
from sitegen.schema.declared import Term
from sitegen.schema.values import LinkValue, Value
from sitegen.text import nearest, slug

PICTURES = frozenset("jpg jpeg png gif webp avif heic heif tif tiff bmp svg".split())
"""File name endings that are pictures."""
DOWNLOADS = frozenset("pdf docx xlsx pptx odt ods odp csv txt zip".split())
"""File name endings that a link may offer for download."""

_SCHEME = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_WEB_SLIP = regex(r"(?!https?://[^/\\])(?:https?(?::|;?[/\\]{2})|[/\\]{2})(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
"""An address that was meant to lead to the web and lacks a colon or a slash, or has too many."""
_OTHER_LINKS = frozenset({"related"})
"""Fields of links that lead to stories alone: `site` reads them."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A page as links see it: its address, its ids, its headings by id, and whether it is published."""

    path: str
    address: str
    state: str
    ids: frozenset[str]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All that can be linked to: pages by source path, other files, glossary terms by acronym.

    `base_url` is where the whole site is on the web, for links out of a part of it; empty where it is not.
    """

    destinations: Mapping[str, Destination]
    left_out: frozenset[str]
    tree: Tree
    terms: Mapping[str, Term]
    base_url: str = ""


def resolve(source: Source, library: Library) -> Checked[Text]:
    """A body with the meaning of its links, pictures, charts and acronyms in this site.

    Links that stand in fields are among its targets, as written there.
    """
    problems: list[Problem] = []
    targets: dict[str, Target] = {}
    for link, where in _links(source):
        checked = leads_to(link, where, library)
        targets.setdefault(link, checked.value)
        problems.extend(checked.problems)
    pictures, missing = _pictures(source, library.tree)
    charts, faulty, broken = _charts(source, library.tree)
    page = library.destinations.get(source.path)
    text = Text(
        source.body, targets, pictures, charts, _terms(source, library.terms), source.document.body_line,
        page.address if page else "", faulty,
    )  # fmt: skip
    return Checked(text, (*problems, *missing, *broken))


def _links(source: Source) -> Iterator[tuple[str, Where]]:
    """Every link of the text and of the fields, as written, with its place."""
    for link in source.body.links:
        yield link.target, source.line(link.line, link.column, len(link.target))
    fields = (value for key, value in source.values.items() if key not in _OTHER_LINKS)
    yield from ((link.target, link.where) for value in fields for link in _within(value))


def _within(value: Value) -> Iterator[LinkValue]:
    for part in value.parts or (value,):
        if isinstance(part.value, LinkValue):
            yield part.value
        elif isinstance(part.value, Mapping):
            yield from (link for inner in part.value.values() for link in _within(inner))


def leads_to(link: str, where: Where, library: Library) -> Checked[Target]:
    """Where an address leads that stands, as its author wrote it, at this place of a file."""
    slip = _WEB_SLIP.match(link)
    if slip:
        return Checked(Target("text"), (_not_whole(link, slip["rest"].lstrip("/\\"), where),))
    if _SCHEME.match(link):
        return Checked(Target("external", link))
    path, _, fragment = link.partition("#")
    file = path_of(where.file, path) if path else where.file
    for candidate in (file, f"{file}/index.md".replace("//", "/"), f"{file}.md"):
        if candidate in library.destinations:
            return _page(library.destinations[candidate], unquote(fragment), link, where, library)
        if candidate in library.left_out:
            return Checked(Target("text"))
    return _file(file, where, link, library)


def path_of(source: str, target: str) -> str:
    """A path as written in a file → the path from the site folder. A leading `/` counts from content/."""
    clean = unquote(target.replace("\\", "/"))
    base = "content" if clean.startswith("/") else posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(base, clean.lstrip("/")))


def _page(found: Destination, fragment: str, link: str, where: Where, library: Library) -> Checked[Target]:
    if found.state in (DRAFT, EMBARGOED):
        return Checked(Target("text"), (_unpublished(found, link, where),))
    if found.state == OUTSIDE:
        return Checked(_outside(found, fragment, library.base_url))
    if found.state != PUBLISHED:
        return Checked(Target("text"), (_withdrawn(found, link, where),))
    if not fragment:
        return Checked(Target("page", found.address))
    for wanted in (page_id(fragment), fragment):
        if wanted in found.ids:
            return Checked(Target("page", found.address, wanted))
    return Checked(Target("page", found.address), (_no_heading(found, fragment, where),))


def _outside(found: Destination, fragment: str, base_url: str) -> Target:
    """Where a link out of a part leads: to the whole site on the web, or nowhere if that has no address there."""
    if not base_url:
        return Target("text")
    place = next((f"#{quote(wanted)}" for wanted in (page_id(fragment), fragment) if wanted in found.ids), "")
    return Target("external", f"{base_url.rstrip('/')}/{quote(found.address.removesuffix('index.html'))}{place}")


def _file(file: str, where: Where, link: str, library: Library) -> Checked[Target]:
    ending = file.rsplit(".", 1)[-1].lower()
    if file in library.tree.assets or file in library.tree.files:
        if ending in DOWNLOADS:
            return Checked(Target("file", download(file, library.tree)))
        return Checked(Target("text"), (_not_published(link, where),))
    return Checked(Target("text"), (_missing(file, link, where, library),))


def download(file: str, tree: Tree) -> str:
    """The address under which a file of content/ is offered: its name with a digest of its bytes."""
    digest = tree.assets[file].digest if file in tree.assets else tree.files[file].digest
    stem, _, ending = posixpath.basename(file).rpartition(".")
    return f"assets/{slug(stem) or 'file'}.{digest[:8]}.{ending.lower()}"


def _pictures(source: Source, tree: Tree) -> tuple[dict[str, Asset], list[Problem]]:
    found: dict[str, Asset] = {}
    problems: list[Problem] = []
    for picture in source.body.pictures:
        if picture.pending or not picture.target or _SCHEME.match(picture.target):
            continue
        asset = tree.assets.get(path_of(source.path, picture.target))
        if asset:
            found[picture.target] = asset
        else:
            where = source.line(picture.line, picture.column, len(picture.target))
            problems.append(missing_picture(source.path, picture.target, where, tree))
    return found, problems


def missing_picture(source: str, target: str, where: Where, tree: Tree) -> Problem:
    """The problem of a picture that is not there, with the nearest one that is."""
    folder = posixpath.dirname(source)
    pictures = {posixpath.relpath(p, folder): p for p in tree.assets if p.rsplit(".", 1)[-1].lower() in PICTURES}
    near = nearest(target, pictures)
    fix = f'Did you mean "{near}"?' if near else "Put the picture beside the story, or mend its name here."
    return Problem(where, "missing-picture", f'There is no picture "{target}".', fix, suggestion=near)


def _charts(source: Source, tree: Tree) -> tuple[dict[str, Chart], frozenset[str], list[Problem]]:
    """Charts with the figures of their files, those whose file has errors, and all problems."""
    charts: dict[str, Chart] = {}
    faulty = set()
    problems: list[Problem] = []
    for chart in source.body.charts:
        if not chart.data:
            continue
        where = source.line(chart.line)
        file = tree.files.get(path_of(source.path, chart.data))
        # Other texts are stories, drafts among them, and registers.
        if file is None or not file.path.lower().endswith(".csv"):
            problems.append(_no_data(chart, where, source, tree))
            continue
        checked = read_csv_chart(file.text, chart)
        charts[chart.id] = checked.value
        faulty |= {chart.id} if checked.has_errors else set()
        problems.extend(p.moved(file.path, 0) for p in checked.problems)
    return charts, frozenset(faulty), problems


def _terms(source: Source, terms: Mapping[str, Term]) -> dict[str, Term]:
    return {a.text: terms[key] for a in source.body.acronyms for key in _singular(a.text) if key in terms}


def _singular(acronym: str) -> Iterator[str]:
    yield acronym
    if acronym.endswith("s"):
        yield acronym.rstrip("s").rstrip("\u2019'")


def terms_by_acronym(glossary: Iterable[Term]) -> dict[str, Term]:
    """The glossary by the word that a text may hold."""
    return {t.term: t for t in glossary}


def _no_data(chart: Chart, where: Where, source: Source, tree: Tree) -> Problem:
    folder = posixpath.dirname(source.path)
    near = nearest(chart.data, [posixpath.relpath(p, folder) for p in tree.files if p.endswith(".csv")])
    fix = f'Did you mean "{near}"?' if near else "Put the CSV file beside the story, or mend its name here."
    return Problem(where, "chart-data", f'There is no data file "{chart.data}".', fix, suggestion=near)


def _unpublished(found: Destination, link: str, where: Where) -> Problem:
    return Problem(
        where, "link-to-unpublished", f'The link "{link}" leads to a page that is a draft or not yet published.',
        "Take the link out, or publish that page with this one.", also=(Where(found.path),),
    )  # fmt: skip


def _withdrawn(found: Destination, link: str, where: Where) -> Problem:
    return Problem(
        where, "link-unpublished", f'The link "{link}" leads to a page that is no longer published.',
        "The words stay, the link is left out. Take it out of the text when you next edit it.",
        also=(Where(found.path),),
    )  # fmt: skip


def _no_heading(found: Destination, fragment: str, where: Where) -> Problem:
    near = nearest(fragment, found.headings, cutoff=0.5)
    fix = f'Did you mean "#{near}"?' if near else "Link to the page alone, or to one of its headings."
    what = f'That page has no heading "#{fragment}".'
    return Problem(where, "missing-heading", what, fix, suggestion=near and f"#{near}")


def _not_published(link: str, where: Where) -> Problem:
    kinds = ", ".join(sorted(DOWNLOADS))
    return Problem(
        where, "link-out-of-site", f'"{link}" is a file that is not published.',
        f"Link to a page, or to a file for download ({kinds}); show a picture with ![…](…).",
    )  # fmt: skip


def _missing(file: str, link: str, where: Where, library: Library) -> Problem:
    near = _nearest_path(file, library.destinations)
    folder = posixpath.dirname(where.file)
    suggestion = f"https://{link}" if link.startswith("www.") else posixpath.relpath(near, folder) if near else None
    fix = f'Did you mean "{suggestion}"?' if suggestion else "Link to the file of a story, as ../primary/02-name.md."
    return Problem(where, "missing-page", f'The link "{link}" leads nowhere.', fix, suggestion=suggestion)


def _not_whole(link: str, rest: str, where: Where) -> Problem:
    suggestion = f"https://{rest}" if rest else None
    fix = f'Did you mean "{suggestion}"?' if rest else "Write the whole address, as https://www.example.org/."
    return Problem(where, "missing-page", f'"{link}" is no whole web address.', fix, suggestion=suggestion)


def _nearest_path(file: str, known: Iterable[str]) -> str | None:
    by_name: dict[str, str] = {}
    for path in known:
        by_name.setdefault(posixpath.basename(path.removesuffix("/index.md")), path)
    near = nearest(posixpath.basename(file.removesuffix("/index.md")), by_name)
    return by_name[near] if near else None
