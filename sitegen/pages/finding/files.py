"""The index that search and browse read in classic scripts, so that they work from a web server and from disk alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sitegen.model.likeness import SCALES, WEIGHTS
from sitegen.model.spanning import Site
from sitegen.pages.finding.cutting import Part, digest, lines, parts, script
from sitegen.pages.finding.entries import Entry, Rank, entries
from sitegen.pages.finding.facet_data import facet_lines
from sitegen.pages.finding.passages import passage_files
from sitegen.pages.finding.postings import counted_words, postings
from sitegen.pages.finding.rows import tables
from sitegen.pages.page import File
from sitegen.pages.shared import Shared
from sitegen.text import slug

FOLDER = "search"
_MOST_KNOWN = 56_000
"""Bytes of words that a misspelt one is compared with."""
_SHORTEST = 3

Counted = Mapping[str, tuple[int, int]]


def finding(site: Site, shared: Shared) -> Iterable[File]:
    """The files of the index: `manifest.js`, words `s-….js`, rows `d-000.js` …, facets `f-….js`, `words.js`.

    And beside each page with a text, its passages. An edit of one text changes the files that hold words which came or
    went, its passages, and the manifest.
    """
    found = entries(site, shared)
    counted = [counted_words(entry.said) for entry in found]
    made = postings(counted)
    in_order = sorted(made, key=as_scripts_sort)
    shards = parts("s", (line for word in in_order for data in made[word] for line in lines(word, data)))
    facets = parts("f", facet_lines(site))
    rows = [[shared_words, table] for shared_words, table in tables(found)]
    values: dict[str, object] = {f"d-{n:03}": row for n, row in enumerate(rows)}
    values |= {part.name: part.text for part in (*shards, *facets)} | {"words": known(common_words(counted))}
    scripts = {name: script(f"{FOLDER}/{name}", value) for name, value in values.items()}
    scripts["manifest"] = script(f"{FOLDER}/manifest", _manifest(site, found, shards, facets, scripts))
    yield from (File(f"{FOLDER}/{name}.js", content, site.settings.where) for name, content in scripts.items())
    yield from passage_files(found, site.settings.where)


def _manifest(
    site: Site, found: Sequence[Entry], shards: Iterable[Part], facets: Iterable[Part], scripts: Mapping[str, bytes]
) -> dict[str, Any]:
    """What has to be known before anything is looked for: all that is about the index as a whole stands here alone.

    `n` entries, `stories` of them first. `s` are the files of words, each with its first word; `f` those of facets. `v`
    are digests by the name of a file.
    """
    return {
        "n": len(found),
        "stories": len(site.stories),
        "s": [[part.first, part.name] for part in shards],
        "f": [part.name for part in facets],
        "like": _like(),
        "v": {name: digest(content) for name, content in sorted(scripts.items())},
    }


def _like() -> dict[str, dict[str, float | bool]]:
    """What likeness is measured by, by the id of a facet, for the form on the browse page."""
    words: dict[str, dict[str, float | bool]] = {facet: {"weight": weight} for facet, weight in WEIGHTS.items()}
    for measure, scale in SCALES.items():
        words[slug(measure)] = {"weight": scale.weight, "scale": scale.reach, "ratio": scale.ratio}
    return words


def as_scripts_sort(word: str) -> bytes:
    """Scripts compare words by their UTF-16 units."""
    return word.encode("utf-16-be", "replace")


@dataclass(frozen=True, slots=True)
class Commonness:
    """How many entries have each word, and which words are names or titles of some."""

    having: Mapping[str, int]
    named: frozenset[str]

    def worth(self, word: str) -> int:
        """How common a word is: the same for all of which none has twice as many entries as another."""
        return (self.having.get(word, 0) * (3 if word in self.named else 1)).bit_length()


def common_words(counted: Sequence[Counted]) -> Commonness:
    """How common the words of all entries are."""
    having, name = Counter(chain.from_iterable(counted)), Rank.NAME
    return Commonness(dict(having), frozenset(w for of in counted for w, (rank, _) in of.items() if rank >= name))


def known(common: Commonness) -> str:
    """The words that most entries have, those of names before those of texts alone, the commonest first.

    In most edits no word changes its place.
    """
    words = (word for word in common.having if len(word) >= _SHORTEST and not word.isdecimal())
    return " ".join(_within(sorted(words, key=lambda word: (-common.worth(word), word))))


def _within(ranked: Iterable[str]) -> Iterator[str]:
    size = 0
    for word in ranked:
        size += len(word.encode()) + 1
        if size > _MOST_KNOWN:
            return
        yield word
