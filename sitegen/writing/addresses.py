"""Which addresses can be written on every disk."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.listing import LISTING

_NO_NAMES = frozenset(("", ".", ".."))


def above(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that one of the paths lies in."""
    found: set[str] = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return frozenset(found)


def fold(address: str) -> str:
    """The address as disks compare it that know no case and no forms of a letter."""
    return (address if address.isascii() else unicodedata.normalize("NFC", address)).casefold()


def check_addresses(addresses: Iterable[str]) -> None:
    """Refuses, with an `EnvironmentProblem`, a set of files that could not all stand in one folder of any disk."""
    folded: dict[str, str] = {}
    for address in addresses:
        _refuse_unsafe(address)
        first = folded.setdefault(fold(address), address)
        if first != address:
            raise EnvironmentProblem(f"{first} and {address} would be one file on many computers. Rename one of them.")
    for folder in sorted(above(folded) & folded.keys()):
        raise EnvironmentProblem(f"{folded[folder]} would have to be a file and a folder at once. Rename one of them.")


def _refuse_unsafe(address: str) -> None:
    parts = address.split("/")
    if address == LISTING or "\\" in address or "\0" in address or not _NO_NAMES.isdisjoint(parts):
        raise EnvironmentProblem(f"{address!r} cannot be the address of a file of the site.")
