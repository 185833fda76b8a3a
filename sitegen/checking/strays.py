"""Files in content/ that nothing uses: a misspelt register, a Word file, a picture that no story shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.checking.permalinks import ADDRESSES
from sitegen.checking.written import written
from sitegen.model.references import path_of
from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem, Where
from sitegen.reading.values import Asset, Tree
from sitegen.schema.values import PersonValue, PictureValue, Values
from sitegen.text import nearest

_KNOWN = ("content/site.yaml", "content/hubs.yaml", "content/schools.yaml", "content/glossary.yaml")
_OTHER_ENDING = {path.removesuffix(".yaml") + ".yml": path for path in _KNOWN}
_DOCUMENTS = (".md", ".markdown")
IMPORTED = "import-notes.txt"
"""What an import from Word had to tell, beside its story."""
_WORD = (".doc", ".docx", ".odt", ".rtf", ".pages")


def stray_files(site: Site, tree: Tree, unsure: frozenset[str]) -> tuple[Problem, ...]:
    """A warning for each file that is not used. `unsure` are stories left out, not published or with errors.

    What lies beside one of them may be its own, so nothing is said of it; but an import's notes are nobody's own.
    """
    used = {*_KNOWN, ADDRESSES, *_used(site)}
    folders = {path.rpartition("/")[0] for path in unsure}
    offered = {original.path for original in site.downloads.values()}
    notes = {f"{story.path.removesuffix('index.md')}{IMPORTED}" for story in site.stories.values()}
    every = (p for p in (*tree.files, *tree.assets) if p not in used)
    strays = (p for p in every if p in notes or p.rpartition("/")[0] not in folders)
    unused = [p for p in strays if not _belongs(p) and p not in offered and p not in _OTHER_ENDING]
    return (*_other_endings(tree), *(_problem(p) for p in unused))


def _other_endings(tree: Tree) -> Iterator[Problem]:
    """A warning for each register that is not read for its ending alone. Without site.yaml, that is told already."""
    for path, meant in _OTHER_ENDING.items():
        if path in tree.files and (meant in tree.files or meant != _KNOWN[0]):
            name = meant.rpartition("/")[2]
            fix = f'Move what it holds to "{name}".' if meant in tree.files else f'Rename it to "{name}".'
            what = f'Nothing uses the file "{path.rpartition("/")[2]}": its name must end in .yaml.'
            yield Problem(Where(path), "ignored-file", what, fix)


def _belongs(path: str) -> bool:
    kinds = path.startswith("content/kinds/") and path.endswith((".yaml", ".yml"))
    return kinds or path.lower().endswith(_DOCUMENTS)


def _used(site: Site) -> Iterator[str]:
    for found in written(site):
        yield from (asset.path for asset in found.text.pictures.values())
        yield from (path_of(found.path, chart.data) for chart in found.text.body.charts if chart.data)
        yield from (path_of(found.path, picture) for picture in _given(found.values))
    yield from _pictures(story.picture for story in site.stories.values())


def _pictures(assets: Iterable[Asset | None]) -> Iterator[str]:
    return (asset.path for asset in assets if asset)


def _given(values: Values) -> Iterator[str]:
    for value in values.values():
        for part in value.parts or (value,):
            if isinstance(part.value, PictureValue):
                yield part.value.file
            elif isinstance(part.value, PersonValue) and part.value.image:
                yield part.value.image.file


def _problem(path: str) -> Problem:
    name = path.rpartition("/")[2]
    if path.count("/") == 1 and path.endswith((".yaml", ".yml")):
        near = nearest(path, _KNOWN, cutoff=0.6)
        fix = f'Did you mean "{near}"? Rename the file.' if near else "Take it out of content/."
    elif path.lower().endswith((".md.txt", ".markdown.txt")):
        fix = f'Rename it to "{name[: -len(".txt")]}": the .txt at its end was added by an editor.'
    elif name == IMPORTED:
        fix = "It tells what an import from Word lost: work through it, then delete it."
    elif path.lower().endswith(_WORD):
        fix = "Save its text as a Markdown file (.md), or link to it if readers are to download it."
    else:
        fix = "Show or link to it in a story, or take it out of content/."
    return Problem(Where(path), "ignored-file", f'Nothing uses the file "{name}".', fix)
