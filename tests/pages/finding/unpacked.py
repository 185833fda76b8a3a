"""The index read back, as a script reads it: written apart from what packs it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.model.spanning import Site
from sitegen.pages.finding.files import finding
from sitegen.pages.shared import share

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def scripts(site: Site) -> dict[str, bytes]:
    """The files of a site's index, by address."""
    return {file.address: file.content for file in finding(site, share(site))}  # type: ignore[union-attr]


def value(content: bytes) -> Any:
    """What a script of the index hands over."""
    call = content.decode()
    assert call.startswith("sitegen.put(")
    assert call.endswith(")\n")
    return json.loads(f"[{call[12:-2]}]")[1]


def lines(files: dict[str, bytes], kind: str) -> dict[str, str]:
    """The lines `key|data` of all files of a kind, parts of one key joined."""
    found: dict[str, str] = defaultdict(str)
    for address in (a for a in files if a.startswith(f"search/{kind}-")):
        key = ""
        for line in value(files[address]).split("\n"):
            rest, _, data = line[1:].partition("|")
            key = key[: ALPHABET.index(line[0])] + rest
            found[key] += data
    return found


def numbers(data: Iterable[str]) -> Iterator[int]:
    """Packed numbers."""
    number = shift = 0
    for digit in map(ALPHABET.index, data):
        number += (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield number
            number = shift = 0


def stories(data: str) -> list[int]:
    """Steps as the numbers that they lead to."""
    at = -1
    return [at := at + step for step in numbers(data)]


def places(data: str) -> dict[int, tuple[int, int]]:
    """For each entry that has a word its rank there and how often."""
    found: dict[int, tuple[int, int]] = {}
    at, signs = -1, iter(data)
    while True:
        number = next(numbers(signs), None)
        if number is None:
            return found
        at += number >> 1
        more = ALPHABET.index(next(signs)) if number & 1 else 1
        found[at] = (more >> 4, more & 15)
