"""The corpus of the benchmark: figures of different days can be compared only while it stays what it is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from tests.bench import corpus, hugo, ours, pelican
from tests.bench.sites import EDITED, MOVED_TO, Site
from tests.sites import built


def test_a_story_is_the_same_for_ever_and_in_a_corpus_of_any_size():
    story = corpus.story(7)
    assert story == list(corpus.stories(8))[7] == EDITED
    facts = json.dumps(asdict(story.facts), sort_keys=True)
    assert hashlib.sha256(story.body.encode()).hexdigest()[:16] == "da6b08f9b05621c9"
    assert hashlib.sha256(facts.encode()).hexdigest()[:16] == "a4ed26bba53d8564"


def peers(folder: Path) -> list[Site]:
    program = Path("program")
    sites = [ours.site(folder / "ours", 8), hugo.site(folder / "hugo", 8, program)]
    return [*sites, pelican.site(folder / "pelican", 8, program)]


def test_every_generator_is_given_the_same_text(tmp_path):
    for site in peers(tmp_path):
        assert (site.folder / site.source).read_text("utf-8").endswith(f"\n\n{EDITED.body}")


def test_an_edit_takes_the_place_of_the_one_before_it(tmp_path):
    for site in peers(tmp_path):
        file = site.folder / site.source
        before = file.read_text("utf-8")
        site.edit("one")
        site.edit("two")
        assert file.read_text("utf-8") == f"{before.rstrip()}\n\nEdited: two.\n"


def test_the_hub_that_a_story_is_moved_from_stands_in_it_once(tmp_path):
    for site in peers(tmp_path):
        text = (site.folder / site.source).read_text("utf-8")
        assert (text.count(EDITED.facts.hub), text.count(MOVED_TO)) == (1, 0)


def test_sitegen_makes_a_site_of_it_without_an_error(tmp_path):
    site = ours.site(tmp_path, 8)
    result = built(tmp_path, {})
    assert [problem.what for problem in result.problems if problem.is_error] == []
    assert site.page.removeprefix("output/") == site.address
    assert site.address in result.outputs
