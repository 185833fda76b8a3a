"""Where in the site a new story goes: the folder of an edition or a section, and the number in front of its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.reading.document import read_document
from sitegen.reading.values import Scalar, Tree
from sitegen.regex import regex
from sitegen.schema.declared import Kind
from sitegen.text import fold_key, in_words, nearest, slug
from sitegen.writing.errors import EnvironmentProblem

_NUMBER = regex(r"(\d{1,3})-(?=.)")
_YEAR = regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DATES = ("academic_year", "date")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that holds stories: its path below content/, and for an edition its year, 0 where that is not said."""

    path: str
    is_edition: bool
    year: int = 0


def folders_of(tree: Tree, kinds: Mapping[str, Kind]) -> tuple[Folder, ...]:
    """Every edition and every section, in order of path."""
    covers = [path for path in tree.files if path.endswith("/index.md") and path.count("/") in (2, 3)]
    found = (_folder(tree, path, kinds) for path in covers)
    return tuple(folder for folder in found if folder)


def _folder(tree: Tree, path: str, kinds: Mapping[str, Kind]) -> Folder | None:
    document = read_document(tree.files[path]).value
    entries = document.meta if document else ()
    fields = {fold_key(e.key.text): e.value.text for e in entries if isinstance(e.value, Scalar)}
    kind = kinds.get(slug(fields.get("kind", "")))
    if kind is None or kind.role not in ("edition", "section"):
        return None
    folder = path.removeprefix("content/").removesuffix("/index.md")
    dated = (_YEAR.search(text) for text in (*(fields.get(key, "") for key in _DATES), folder))
    return Folder(folder, kind.role == "edition", next((int(year[0]) for year in dated if year), 0))


def choose(folders: Iterable[Folder], asked: str) -> str:
    """The folder that is meant, as a path below content/; an EnvironmentProblem says which there are."""
    every = {folder.path: folder for folder in folders}
    if not every:
        raise EnvironmentProblem("This site has no edition yet. Make a folder in content/ with an index.md first.")
    if asked:
        return _named(list(every), asked)
    editions = [folder for folder in every.values() if folder.is_edition]
    newest = max((folder.year for folder in editions), default=0)
    latest = [folder.path for folder in editions if folder.year == newest]
    if len(latest) == 1 and not any(path.startswith(f"{latest[0]}/") for path in every):
        return latest[0]
    below = [path for path in every if any(path.startswith(f"{edition}/") for edition in latest)] or latest
    raise EnvironmentProblem(f"Say where the story goes, as --in {below[0]}. There are {in_words(below)}.")


def _named(paths: list[str], asked: str) -> str:
    wanted = asked.strip().replace("\\", "/").removeprefix("./").strip("/").removeprefix("content/")
    bare = {_bare(path): path for path in paths}
    if wanted in paths or _bare(wanted) in bare:
        return wanted if wanted in paths else bare[_bare(wanted)]
    near = nearest(wanted, paths, 0.6)
    hint = f'Did you mean "{near}"?' if near else f"There are {in_words(paths)}."
    raise EnvironmentProblem(f'There is no edition and no section "{asked}" in content/. {hint}')


def _bare(path: str) -> str:
    """A path as it stands in addresses: without numbers in front of names, but for that of an edition."""
    edition, *section = path.split("/")
    return "/".join([edition.lower(), *(slug(_NUMBER.sub("", step)) for step in section)])


def name_in(neighbours: Iterable[str], name: str) -> str:
    """The name of the new folder, numbered after its neighbours; an EnvironmentProblem where there is one like it."""
    every = [each.removesuffix(".md") for each in neighbours]
    taken = next((each for each in every if slug(_NUMBER.sub("", each)) == name), None)
    if taken:
        raise EnvironmentProblem(
            f'There is a story "{taken}" already, and nothing of it was changed. To import the document again, rename '
            "or remove that story first."
        )
    numbers = [int(found[1]) for each in every if (found := _NUMBER.match(each))]
    return f"{max(numbers, default=0) + 1:02d}-{name}"
