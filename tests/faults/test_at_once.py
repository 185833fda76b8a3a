"""Two commands at once: the site is at last the one of the sources as they are at last, whoever was first."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.faults.forks import Ended, Forks, ended
from tests.faults.tiny import EDITION, GONE, OLD, copy, everything, leftovers, put
from tests.sites import story

FIR = f"{EDITION}/04-fir.md"
REGISTER = """- {id: C-001, covers: [picture], scope: web}
- {id: C-002, covers: [picture], scope: web}
"""
CONSENTED = {
    **OLD,
    "private/consents.yaml": REGISTER,
    **{
        f"{EDITION}/1{n}-with-{n}.md": story(
            f"With {n}", image=f"{{file: oak.jpg, alt: Them, shows: pupils, consent: C-00{n}}}"
        )
        for n in (1, 2)
    },
}
"""Two stories that rest on consents of one register."""

BUILD, DRAFTS = ("build",), ("build", "--drafts")
ELM, OAK = ("withdraw", "zzqqelm"), ("withdraw", "oak")
READING, TURN = "/02-yew.md", "/.output.shadow/lock"
"""Steps between which another command comes: some files are read, all are read and nothing is written."""


@pytest.fixture(scope="module")
def published(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is published, and of which a story has changed since."""
    site = put(tmp_path_factory.mktemp("published") / "site", CONSENTED)
    assert forks.run("build", site).status == 0
    (site / FIR).write_text(story("Fir", "Fir has gone on."), "utf-8")
    return site


def is_orderly(done: Ended) -> None:
    """Done, or told in one plain line why not."""
    assert done.status in (0, 2), done.err
    assert "Traceback" not in done.err
    assert done.status == 0 or ("Another build" in done.err and done.err.count("\n") == 1)


def is_of_its_sources(site: Path, forks: Forks) -> None:
    fresh = site.with_name("fresh")
    for name in ("content", "private"):
        copy(site / name, fresh / name)
    assert forks.run("build", fresh).status == 0
    found, expected = everything(site / "output"), everything(fresh / "output")
    assert found.keys() == expected.keys()
    assert [path for path in found if found[path] != expected[path]] == []


def run_in_between(forks: Forks, site: Path, outer: tuple[str, ...], inner: tuple[str, ...], when: str) -> None:
    """All of one command, in the middle of another."""
    task = forks.task(inner[0], site, *inner[1:])
    done = forks.run(outer[0], site, *outer[1:], change={"when": when, "files": {}, "task": task})
    for each in (done, ended(task)):
        is_orderly(each)
        assert each.status == 0, each.err
    is_of_its_sources(site, forks)


PAIRS = [(BUILD, BUILD), (BUILD, ELM), (ELM, BUILD), (ELM, OAK), (BUILD, DRAFTS), (ELM, DRAFTS), (DRAFTS, ELM)]
CASES = [(*pair, when) for pair, when in itertools.product(PAIRS, (READING, TURN))]
CASES = [case for case in CASES if case[0] is not DRAFTS or case[2] is READING]
QUICK = [(BUILD, ELM, TURN), (ELM, OAK, READING), (BUILD, DRAFTS, TURN), (BUILD, ELM, READING)]


@pytest.mark.parametrize(("outer", "inner", "when"), [
    case if case in QUICK else pytest.param(*case, marks=pytest.mark.full) for case in CASES
])  # fmt: skip
def test_a_command_that_comes_between_is_not_undone(forks, published, tmp_path, outer, inner, when):
    site = copy(published, tmp_path / "site")
    run_in_between(forks, site, outer, inner, when)
    if ELM in (outer, inner):
        assert not [path for path, content in everything(site / "output").items() if GONE in content.lower()]


def test_of_two_consents_that_are_withdrawn_at_once_neither_is_forgotten(forks, published, tmp_path):
    """The second reads the register before the first has marked it."""
    site = copy(published, tmp_path / "site")
    run_in_between(forks, site, ("withdraw", "C-001"), ("withdraw", "C-002"), "/private/consents.yaml")
    assert (site / "private/consents.yaml").read_text("utf-8").count("withdrawn_on") == 2


@pytest.mark.full
def test_who_would_mark_a_register_that_is_being_marked_waits_and_is_told_in_the_end(forks, published, tmp_path):
    site = copy(published, tmp_path / "site")
    second = forks.task("withdraw", site, "C-002")
    change = {"when": "/private/.consents.yaml.new", "files": {}, "task": second}
    assert forks.run("withdraw", site, "C-001", change=change).status == 0
    is_orderly(ended(second))
    assert ended(second).status == 2
    assert forks.run("withdraw", site, "C-002").status == 0
    assert (site / "private/consents.yaml").read_text("utf-8").count("withdrawn_on") == 2
    is_of_its_sources(site, forks)


SETS = [(BUILD, BUILD), (BUILD, ELM), (ELM, OAK), (ELM, ELM), (BUILD, DRAFTS), (BUILD, ELM, OAK, DRAFTS)]


@pytest.mark.parametrize("together", [SETS[-1], *(pytest.param(each, marks=pytest.mark.full) for each in SETS * 4)])
def test_commands_that_begin_together_end_well_and_leave_one_whole_site(forks, published, tmp_path, together):
    site = copy(published, tmp_path / "site")
    for done in forks.at_once(*(forks.task(name, site, *more) for name, *more in together)):
        is_orderly(done)
        assert done.status == 0, done.err
    is_of_its_sources(site, forks)


@pytest.mark.full
def test_two_consents_that_are_withdrawn_together_are_both_marked(forks, published, tmp_path):
    for number in range(10):
        site = copy(published, tmp_path / str(number) / "site")
        done = forks.at_once(*(forks.task("withdraw", site, f"C-00{n}") for n in (1, 2)))
        assert [each.status for each in done] == [0, 0], done
        assert (site / "private/consents.yaml").read_text("utf-8").count("withdrawn_on") == 2
        is_of_its_sources(site, forks)


def test_a_story_that_is_withdrawn_lies_about_nowhere_beside_the_site(forks, published, tmp_path):
    """Neither in the shadow nor among the kept texts: the word may be said by the link of another source alone."""
    site = copy(published, tmp_path / "site")
    (site / FIR).write_text(story("Fir", "Fir has gone on."), "utf-8")
    assert forks.run("withdraw", site, "zzqqelm").status == 0
    assert leftovers(site, GONE) == []


def test_what_links_to_a_withdrawn_story_that_is_damaged_later_stays_up(forks, published, tmp_path):
    site = copy(published, tmp_path / "site")
    (site / FIR).write_text(story("Fir", "Fir began, [as another did](03-zzqqelm.md)."), "utf-8")
    assert forks.run("withdraw", site, "zzqqelm").status == 0
    (site / EDITION / "03-zzqqelm.md").write_text("---\nkind: [\n---\n", "utf-8")
    assert forks.run("withdraw", site).status == 0
    page = (site / "output/2022-23/fir/index.html").read_text("utf-8")
    assert "Fir began, as another did." in page
