"""The index after the words of one entry have changed: only the files that hold words which came or went."""

from __future__ import annotations

import json
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sitegen.pages.finding.cutting import Line, Part, cuts, digest, lines, marks, part, script, size
from sitegen.pages.finding.digits import DIGITS
from sitegen.pages.finding.files import FOLDER, Counted, as_scripts_sort, commonness, known
from sitegen.pages.finding.postings import packed_places, weight

MANIFEST = "manifest"
_WORDS = "words"


class TooMuch(Exception):
    """What the change comes to is more than a few files can show."""


@dataclass(frozen=True, slots=True)
class Commonness:
    """How many entries have each word, and which words are names or titles of some."""

    having: Mapping[str, int]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """The index as it lies in the output folder, read file by file as it is asked for.

    `read` gives a file of it by its name without `.js`. `sizes` are those of the files of words, as cutting counts.
    """

    read: Callable[[str], bytes]
    sizes: Mapping[str, int]
    common: Commonness


@dataclass(frozen=True, slots=True)
class Edited:
    """What a change comes to: files by their name without `.js`, and what the next one has to know."""

    files: Mapping[str, bytes]
    sizes: Mapping[str, int]
    common: Commonness


def edited(index: Index, at: int, before: Counted, after: Counted) -> Edited:
    """The files of the index that change when the entry of the number `at` has other words. Raises `TooMuch`."""
    differing = {word for word in before.keys() | after.keys() if before.get(word) != after.get(word)}
    manifest = value_of(index.read(MANIFEST))
    shards = _shards(index, manifest, differing)
    _put(shards, at, {word: after.get(word) for word in differing})
    made = _cut_again(index, manifest, shards)
    common = _common(index.common, before.keys() - after.keys(), after.keys() - before.keys())
    values: dict[str, object] = {each.name: each.text for each in made.parts}
    if _is_ranked_anew(index.common, common, differing):
        values[_WORDS] = known(common.having, common.named)
    files = {name: script(f"{FOLDER}/{name}", value) for name, value in values.items()}
    files = {name: content for name, content in files.items() if content != _now(index, name, made.old)}
    if files:
        files[MANIFEST] = _manifest(manifest, made.firsts, files)
    return Edited(files, made.sizes, common)
