"""A former release by its addresses: an archive, the folder of a site, or a list that somebody keeps. [I/O]"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.model.places import DOCS, RESERVED
from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.listing import LISTING, holds_drafts, read_listing

INDEX = "stories.json"
"""A file that every site has."""
DATA = ("stories.json", "stories.csv", "stats.csv", "quotes.csv", "hubs.json", "schools.json")
"""Data of the whole site that others build on."""

_UNPACKED = ("", "data")
"""Where a site lies in a folder: at once, or as an archive was unpacked."""
_RECORDS = frozenset(("hubs", "schools", "themes"))
_MOST_BYTES = 20_000_000


def promised(addresses: Iterable[str]) -> tuple[str, ...]:
    """Those addresses that others link to and that are to stay: pages of stories, editions, sections, hubs, schools
    and themes, fixed pages, data of the whole site and the tables of hubs.

    Lists that a filter makes, pages of people, print pages, figures of charts and files with a digest in their name
    are not among them.
    """
    return tuple(sorted(address for address in addresses if _is_promised(address)))


def _is_promised(address: str) -> bool:
    *folders, name = address.split("/")
    if name != "index.html" or not folders:
        return address in DATA or (folders[:1] == ["hubs"] and name.endswith(".csv"))
    if folders[0] in RESERVED:
        return folders[0] in _RECORDS and len(folders) <= 2
    return folders[-1] != "print" and folders[0] != DOCS


def former_list(path: Path) -> str:
    """The addresses of a former release, one a line. What is neither of the three is an EnvironmentProblem."""
    with plain_errors(f"{path} cannot be read"):
        if path.is_dir():
            return "\n".join(promised(_of_folder(path)))
        if not path.is_file():
            raise EnvironmentProblem(f"There is no file and no folder {path}.")
        if path.suffix.lower() == ".zip" or zipfile.is_zipfile(path):
            return "\n".join(promised(_of_archive(path)))
        return _of_text(path)


def homes(folder: Path) -> Iterator[str]:
    """Where in a folder a site may lie: in it, in its folder data, or so in the one folder that it holds."""
    yield from _UNPACKED
    if folder.is_dir():
        inner = sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
        if len(inner) == 1:
            yield from (f"{inner[0]}/{step}" for step in _UNPACKED)


def _of_folder(folder: Path) -> Iterable[str]:
    home = next((folder / step for step in homes(folder) if (folder / step / INDEX).is_file()), None)
    if home is None:
        raise EnvironmentProblem(f"{folder} holds no site that sitegen has built.")
    if holds_drafts(home):
        raise EnvironmentProblem(f"{folder} holds a preview with drafts, and no release.")
    if (home / LISTING).is_file():
        return read_listing(home)
    return [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]


def _of_archive(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise EnvironmentProblem(f"{path} is damaged: it cannot be opened as an archive.") from None
    top = next((name.removesuffix("bagit.txt") for name in names if name.endswith("bagit.txt")), None)
    if top is None or top.count("/") > 1:
        raise EnvironmentProblem(f"{path} is no archive that sitegen has made.")
    return [name.removeprefix(f"{top}data/") for name in names if name.startswith(f"{top}data/")]


def _of_text(path: Path) -> str:
    if path.stat().st_size > _MOST_BYTES:
        raise EnvironmentProblem(f"{path} is too large to be a list of addresses.")
    try:
        return path.read_text("utf-8-sig")
    except ValueError:
        raise EnvironmentProblem(f"{path} is neither an archive, nor a list of addresses saved as UTF-8.") from None
