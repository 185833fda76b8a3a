"""Taking things down, also while other files have errors: what is due, what is made without it, what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import pipeline
from sitegen.checking.remains import Remain, remains, words_alone
from sitegen.markup.body import Body
from sitegen.model.consents import PICTURE, STORY, Withheld
from sitegen.model.places import DOCS
from sitegen.model.references import download, path_of
from sitegen.model.sources import Source
from sitegen.model.standing import DOWN, standings
from sitegen.model.traces import Trace, fold, known_wording, pictures_of, traces, words_of
from sitegen.options import Options, private_folder
from sitegen.pipeline import Build
from sitegen.problems.problem import Checked
from sitegen.reading.digests import digest_of
from sitegen.reading.tree import read_tree
from sitegen.reading.values import SourceFile, Tree
from sitegen.regex import regex
from sitegen.rendering.encoding import mark_of
from sitegen.writing.listing import LISTING, digest, read_listing
from sitegen.writing.published import last_published

_ROUNDS = 6
"""Leaving a file out can break a link in another one, and so on."""
_NOT_TO_BE_SEEN = regex(r"^(?:withdrawn|draft|publish[ _-]on|expires?(?:[ _-]on)?)[ \t]*:", re.MULTILINE | re.I)


def built_without(options: Options, gone: frozenset[str]) -> Build:
    """A build whose errors stop nothing: a file that has one is as it was last published, or else left out.

    `gone` are files that must not be taken as they were published. The problems are those of the files as they are.
    """
    asked = replace(options, lenient=True)
    read = read_tree(options.site, private_folder(options))
    first = made = pipeline.make(read, options)
    known, tree = last_published(options.output), read.value
    for _ in range(_ROUNDS):
        bad = {p.where.file for p in made.problems if p.is_error}
        if not bad:
            break
        asked = replace(asked, own_theme=asked.own_theme and not any(f.startswith("templates/") for f in bad))
        tree = _as_published(tree, bad, known, gone)
        made = pipeline.make(Checked(tree), asked)
    return replace(made, problems=first.problems, sources=first.sources, read=first.read)


def _as_published(tree: Tree, bad: Iterable[str], known: Mapping[str, str], gone: frozenset[str]) -> Tree:
    files, assets = dict(tree.files), {path: asset for path, asset in tree.assets.items() if path not in set(bad)}
    for path in bad:
        was = known.get(path, "")
        now = files.pop(path, None)
        hidden = path in gone or (now is not None and _NOT_TO_BE_SEEN.search(now.text))
        if was and not hidden and (now is None or now.text != was):
            files[path] = _taken_back(path, was, now)
    unread = tree.unread.union(path for path in bad if path.endswith(".md"))  # a link to one of these is no mistake
    return Tree(tree.root, files, assets, unread - set(files))


def _taken_back(path: str, was: str, now: SourceFile | None) -> SourceFile:
    """A text as it was last published. Whoever offers the file for download offers it as it lies there now."""
    digest = digest_of(was.encode())
    return replace(now, text=was) if now and not path.endswith(".md") else SourceFile(path, was, digest)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that the output folder still shows and must not: what it is, and why."""

    what: str
    why: str
    path: str


def due(made: Build, options: Options) -> tuple[Due, ...]:
    """What of the site in the output folder is withdrawn, expired or out of consent, so that it has to come down."""
    listing = read_listing(options.output)
    if not listing:
        return ()
    stones = {address: digest(made.outputs[address]) for address in made.site.tombstones.values() if
              address in made.outputs}  # fmt: skip
    whole = (s for s in standings(made.cleared.sources) if s.state in DOWN and s.address in listing)
    shown = [Due(s.address.removesuffix("index.html"), s.state, s.path) for s in whole
             if stones.get(s.address) != listing[s.address]]  # fmt: skip
    pages = {s.path: options.output / s.address for s in standings(made.cleared.sources) if s.address in listing}
    parts = (w for w in made.cleared.withheld if w.what != STORY and w.path in pages)
    return (*shown, *(Due(f'the {w.what} "{w.named[:60]}"', w.why, w.path) for w in parts
                      if _is_there(w, made, listing, pages[w.path])))  # fmt: skip


def _is_there(found: Withheld, made: Build, listing: Iterable[str], page: Path) -> bool:
    if found.what == PICTURE:
        marks = _picture_digests(made.cleared.before.tree, [path_of(found.path, found.named)])
        return any(mark in address for mark in marks for address in listing)
    return fold(found.named) in fold(re.sub(r"<[^<>]*>", "", _text_of(page)))


def _text_of(page: Path) -> str:
    try:
        return page.read_text("utf-8", "replace")
    except OSError:  # it is not there, or another build has just replaced it
        return ""


def _picture_digests(tree: Tree, paths: Iterable[str]) -> list[str]:
    return [mark_of(tree.assets[path].digest) for path in paths if path in tree.assets]


@dataclass(frozen=True, slots=True)
class Gone:
    """What was taken out: whole sources, and single things out of others."""

    sources: tuple[Source, ...] = ()
    parts: tuple[Withheld, ...] = ()


def left_of(gone: Gone, made: Build, options: Options) -> tuple[Remain, ...]:
    """Everything in the output folder, of any file in it, that still holds something of what was taken out."""
    sources, site = made.cleared.before, made.site
    shown = made.cleared.sources
    traced = (*traces(gone.sources, shown, site), *_of_parts(gone.parts, known_wording(shown, site)))
    only_words = words_alone(words_of(traced), known_wording(shown, site) + _names_of_files(made))
    kept = {path for s in shown.sources if s.path in _published(made) for path in pictures_of(s)}
    pictures = [path for source in gone.sources for path in pictures_of(source)]
    pictures += [path_of(w.path, w.named) for w in gone.parts if w.what == PICTURE]
    marks = _picture_digests(sources.tree, [p for p in pictures if p not in kept])
    marks += [_mark(sources.tree, path) for s in gone.sources for path in _downloads(s, sources.tree) if path not in
              _offered(made)]  # fmt: skip
    files = tuple(_files(options.output, frozenset(site.tombstones.values())))
    own = _guide_of(made) if site.docs else ""
    in_guide = [f for f in files if own and f[0].startswith(f"{DOCS}/")]
    others = [f for f in files if f not in in_guide]
    said_elsewhere = [trace for trace in traced if trace.text not in own]
    return (*remains(others, traced, only_words, marks), *remains(in_guide, said_elsewhere, only_words, marks))


def _guide_of(made: Build) -> str:
    """What the authors' guide says in its own examples: it is no trace of a story that happens to say it too."""
    from sitegen.pages.guide.chapters import chapters  # a guide is rarely asked for
    from sitegen.pages.guide.markdown import guide_text

    return fold(guide_text(chapters(made.site.docs, made.site.settings.bands)))


def _names_of_files(made: Build) -> str:
    return " ".join(made.outputs).replace("/", " ").replace("-", " ")


def _published(made: Build) -> frozenset[str]:
    groups = (made.site.editions, made.site.sections, made.site.stories, made.site.pages)
    return frozenset(m.path for group in groups for m in group.values())


def _offered(made: Build) -> frozenset[str]:
    """The files that published pages offer for download."""
    return frozenset(original.path for original in made.site.downloads.values())


def _downloads(source: Source, tree: Tree) -> list[str]:
    body: Body = source.body
    paths = (path_of(source.path, link.target.partition("#")[0]) for link in body.links)
    return [path for path in paths if path in tree.assets or (path in tree.files and not path.endswith(".md"))]


def _mark(tree: Tree, path: str) -> str:
    return download(path, tree).removeprefix("assets/")


def _of_parts(parts: Iterable[Withheld], known: str) -> Iterator[Trace]:
    for part in parts:
        text = fold(part.named)
        if part.what != PICTURE and text not in known:
            yield Trace(f"a {part.what}", text)


def _files(folder: Path, apart: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """Every file of the output folder but the tombstones that were asked for, and our list, which names them."""
    for path in sorted(folder.rglob("*")):
        address = path.relative_to(folder).as_posix()
        if path.is_file() and address not in apart and (address != LISTING or not apart):
            yield address, path.read_bytes()
