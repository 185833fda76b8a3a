"""The generated corpus is as prose is: long enough, few words everywhere, very many that are rare."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from sitegen.pipeline import Build, Options, build
from tests.full import generated, vocabulary
from tests.sites import ROOT, TODAY


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    site = generated.site(tmp_path_factory.mktemp("corpus"), 200)
    return build(Options(site=site, output=site / "output", theme=ROOT / "templates", today=TODAY))


def test_stories_have_six_hundred_words(made: Build) -> None:
    words = [story.text.body.words for story in made.site.stories.values()]
    assert len(words) == 200
    assert 570 <= sum(words) / len(words) <= 630


def test_nothing_is_wrong_with_it(made: Build) -> None:
    problems = [p for p in made.problems if p.code != "small-count"]  # its words come in any order: "two pupils" too
    assert [(p.where.file, p.what) for p in problems] == []


def test_every_measure_is_stated_and_not_stated_and_schools_come_back(made: Build) -> None:
    facets = {facet.id: {v.label: len(v.stories) for v in facet.values} for facet in made.site.facets}
    for measure in ("pupil-premium", "fsm", "fsm6", "eal", "send", "pupils", "forms", "years"):
        assert 5 < facets[measure]["Not stated"] < 200, measure
    assert max(len(school.stories) for school in made.site.schools.values()) >= 3
    assert len(made.site.editions) == 8
    assert len({hub.entry.region for hub in made.site.hubs.values()}) == 9


def test_words_are_spread_as_in_prose() -> None:
    chance = random.Random(3)
    words = [word.lower() for word in vocabulary.words(chance, 120_000)]
    counts = Counter(words)
    assert counts.most_common(1)[0][0] == "the"
    assert 0.4 < sum(counts[word] for word in vocabulary.SMALL) / len(words) < 0.55
    once = sum(count == 1 for count in counts.values())
    assert 0.4 < once / len(counts) < 0.7, "half of all different words stand once, as in any text"
    half, whole = len(set(words[:60_000])), len(counts)
    assert 1.3 < whole / half < 1.8, "twice the text has far fewer than twice the words, and always new ones"


def test_queries_are_of_every_kind() -> None:
    queries = generated.searched()
    assert len(queries) > 40
    assert len({q.words for q in queries}) == len(queries)
    assert sum(not q.found for q in queries) >= 5
    assert any(re.search(r"\s", q.words) for q in queries)


def test_the_same_seed_makes_the_same_site(tmp_path: Path) -> None:
    one, two = (generated.site(tmp_path / name, 30) for name in ("one", "two"))
    files = sorted(p.relative_to(one) for p in one.rglob("*.*"))
    assert len(files) > 60
    assert [p for p in files if (one / p).read_bytes() != (two / p).read_bytes()] == []
