"""An index that was edited is the index of the edited site, or it says that it cannot be edited."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.spanning import Site
from sitegen.pages.finding import cutting
from sitegen.pages.finding.editing import MANIFEST, Edit, Index, TooMuch, edited, index_of, value_of
from sitegen.pages.finding.entries import entries
from sitegen.pages.finding.files import FOLDER, common_words
from sitegen.pages.finding.postings import counted_words, packed_places, postings, unpacked_places, weight
from sitegen.pages.shared import share
from tests.fuzz.budget import tries
from tests.pages import sites
from tests.pages.finding import unpacked

_STORIES = 12
_WORDS = [f"{chance.choice('abcdeøß数')}{chance.randrange(10**5)}" for chance in [random.Random(4)] for _ in range(160)]
_WORDS += ["prose", "prosed", "proses", "story", "\U0001f3eb\U00020000", "\uff41b", "a" * 59, "a" * 60, "a" * 61]
_words = st.lists(st.sampled_from(_WORDS), max_size=14)
_change = st.tuples(st.integers(0, _STORIES - 1), _words, st.integers(0, 20))


def _site(texts: Sequence[str]) -> Site:
    made = (sites.story(f"2022-23/s{n}", f"Story {n}", text=sites.text(plain=words)) for n, words in enumerate(texts))
    return sites.site(made)


def _index(site: Site, files: dict[str, bytes]) -> Index:
    names = [name for _, name in value_of(files[f"{FOLDER}/{MANIFEST}.js"])["s"]]
    common = common_words([counted_words(entry.said) for entry in entries(site, share(site))])
    return index_of(((name, files[f"{FOLDER}/{name}.js"]) for name in names), common)


def _of_search(site: Site) -> dict[str, bytes]:
    return {name: content for name, content in unpacked.scripts(site).items() if name.startswith(f"{FOLDER}/")}


def _edits(old: Site, new: Site) -> list[Edit]:
    said = ([counted_words(entry.said) for entry in entries(site, share(site))] for site in (old, new))
    pairs = enumerate(zip(*said, strict=True))
    return [Edit(at, before, after) for at, (before, after) in pairs if before != after]


def _changed(texts: list[str], changes: Sequence[tuple[int, list[str], int]]) -> list[str]:
    """The texts with words put to their ends and left out at their beginnings; none is left empty."""
    made = list(texts)
    for at, words, left in changes:
        made[at] = " ".join([*made[at].split()[left:], *words]) or "prose"
    return made


def _texts(seed: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(_WORDS, k=40)) for _ in range(_STORIES)]


@given(st.integers(0, 99), st.lists(st.lists(_change, min_size=1, max_size=2), min_size=1, max_size=4),
       st.sampled_from([150, 400, 1500, 60_000]))  # fmt: skip
@settings(parent=tries(40))
def test_it_is_the_index_of_the_edited_site(
    seed: int, steps: list[list[tuple[int, list[str], int]]], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "MOST", most)
        texts = _texts(seed)
        old = _site(texts)
        files = _of_search(old)
        index = _index(old, files)
        for changes in steps:
            texts = _changed(texts, changes)
            new = _site(texts)
            wanted = _of_search(new)
            try:
                index, other = edited(index, _edits(old, new), lambda name: files[f"{FOLDER}/{name}.js"])  # noqa: B023
            except TooMuch:
                index = _index(new, wanted)
            else:
                found = {**files, **{f"{FOLDER}/{name}.js": content for name, content in other.items()}}
                assert found == wanted
                assert index == _index(new, wanted)
                assert all(files.get(f"{FOLDER}/{name}.js") != content for name, content in other.items())
            old, files = new, wanted


def test_a_sentence_more_is_seldom_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MOST", 1_500)
    refused = 0
    for seed in range(40):
        chance = random.Random(seed)
        old = _site(_texts(seed))
        new = _site(_changed(_texts(seed), [(seed % _STORIES, chance.choices(_WORDS, k=2), 0)]))
        files = _of_search(old)
        try:
            edited(_index(old, files), _edits(old, new), lambda name: files[f"{FOLDER}/{name}.js"])  # noqa: B023
        except TooMuch:
            refused += 1
    assert refused <= 4


def test_nothing_is_written_where_no_word_has_changed() -> None:
    site = _site(_texts(1))
    files = _of_search(site)
    index = _index(site, files)
    assert edited(index, [], lambda name: files[f"{FOLDER}/{name}.js"]) == (index, {})


@pytest.mark.parametrize("content", [b"", b"sitegen.put(", b'sitegen.put("x",}\n', b"\xff\xfe"])
def test_a_file_that_is_none_of_ours_is_too_much(content: bytes) -> None:
    with pytest.raises(TooMuch):
        value_of(content)


@given(st.dictionaries(st.integers(0, 9_000), st.tuples(st.integers(0, 3), st.integers(1, 20)), max_size=30))
@settings(parent=tries(30))
def test_places_are_packed_as_those_of_a_whole_index(places: dict[int, tuple[int, int]]) -> None:
    every = [{"w": places[at]} if at in places else {} for at in range(9_001)]
    whole = postings(every).get("w", [])
    found = [(at, weight(*places[at])) for at in sorted(places)]
    assert packed_places(found) == whole
    assert [at for at, _ in unpacked_places("".join(whole))] == sorted(places)
    assert packed_places(list(unpacked_places("".join(whole)))) == whole
