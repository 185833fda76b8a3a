"""The last release as it lies in a folder: the pages that were made from a file of content/. [I/O]"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.model.places import DOCS, RESERVED
from sitegen.readiness.packed import unpacked
from sitegen.readiness.passages import is_release_page, main_of
from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.former import INDEX, homes
from sitegen.writing.listing import LISTING, holds_drafts, read_listing

_GUIDE = 'class="body manual"'
"""What stands in most pages of the authors' guide, and in no other page."""


@dataclass(frozen=True, slots=True)
class Former:
    """A former site: the main part of each page by its address, and which of them are stories.

    `at` is the folder that was named, as it was named.
    """

    at: str
    pages: Mapping[str, str] = field(default_factory=dict)
    stories: frozenset[str] = frozenset()


def read_former(folder: Path, shown: str, *, asked: bool) -> Former | None:
    """The site in `folder`, which may be an archive of it; None where there is none yet.

    Where it was `asked` for, that is an EnvironmentProblem.
    """
    if _is_archive(folder, shown):
        with unpacked(folder, shown) as place:
            return read_former(place, shown, asked=asked)
    with plain_errors(f"The last release in {shown} cannot be read"):
        home = next((folder / step for step in homes(folder) if (folder / step / INDEX).is_file()), None)
        if home is not None:
            return _read(home, shown)
    if asked:
        raise EnvironmentProblem(
            f"{shown} holds no site that sitegen has built. Name a folder with the {INDEX} of a former release."
        )
    return None


def _is_archive(path: Path, shown: str) -> bool:
    with plain_errors(f"The last release in {shown} cannot be read"):
        return path.is_file()


def _read(home: Path, shown: str) -> Former:
    if holds_drafts(home):
        raise EnvironmentProblem(f"{shown} holds a preview with drafts, and no release. Name another one with --since.")
    texts = {address: (home / address).read_text("utf-8", "replace") for address in _addresses(home)}
    pages = {a: main_of(text) for a, text in _without_guide(texts).items() if is_release_page(text)}
    return Former(shown, pages, _stories(home))


def _without_guide(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Without the authors' guide, which no file of content/ makes. Where there is none, its folder is for content."""
    guide = {address for address in texts if address.startswith(f"{DOCS}/")}
    has_guide = any(_GUIDE in texts[address] for address in guide)
    return {a: text for a, text in texts.items() if a not in guide} if has_guide else texts


def _addresses(home: Path) -> list[str]:
    """The pages that come from a file of content/: the site keeps the other folders for what it makes itself."""
    listed = read_listing(home) if (home / LISTING).is_file() else None
    found = listed or (path.relative_to(home).as_posix() for path in sorted(home.rglob("index.html")))
    return [address for address in found if is_of_content(address) and (home / address).is_file()]


def is_of_content(address: str) -> bool:
    """True for an address that a page made from a file of content/ may have."""
    *folders, name = address.split("/")
    return name == "index.html" and bool(folders) and folders[0] not in RESERVED and folders[-1] != "print"


def _stories(home: Path) -> frozenset[str]:
    try:
        told = json.loads((home / INDEX).read_bytes())
        return frozenset(str(story["address"]) for story in told["stories"])
    except (ValueError, TypeError, KeyError, RecursionError):  # damaged: they are told as pages
        return frozenset()
