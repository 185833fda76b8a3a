"""The index: what it holds, how it is cut, what a change of one text changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from sitegen.markup.body import Heading
from sitegen.model.spanning import Site
from sitegen.pages.finding.cutting import MOST, Part, lines, parts, script
from sitegen.pages.finding.digits import number, steps
from sitegen.pages.finding.entries import Rank, entries
from sitegen.pages.finding.passages import passage_files, passages
from sitegen.pages.finding.postings import counted_words, postings
from sitegen.pages.page import File
from sitegen.pages.plan import plan
from sitegen.pages.shared import share
from tests.pages import sites
from tests.pages.finding import unpacked


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return unpacked.scripts(sites.report())


def titles(site: sites.Site) -> list[str]:
    return [entry.title for entry in entries(site, share(site))]


def test_stories_come_first_in_reading_order_then_pages_then_names() -> None:
    found = titles(sites.report())
    assert found[:6] == ["Small steps", "Talk first", "Depth", "Argue", "Oracy", "Two new hubs"]
    assert found[6:11] == ["Primary", "Secondary", "Taught together, 2022/23", "Bespoke, No. 16", "About"]
    assert {"Goldfinch Primary, London", "London South West", "Emilie Haston", "Talk", "LLME"} <= set(found[11:])


@pytest.mark.parametrize(
    ("word", "title", "rank"),
    [
        ("talk", "Talk first", Rank.TITLE), ("goldfinch", "Talk first", Rank.NAME), ("south", "Talk first", Rank.NAME),
        ("london", "Talk first", Rank.NAME), ("haston", "Small steps", Rank.NAME), ("eal", "Talk first", Rank.NAME),
        ("deeper", "Talk first", Rank.HEADING), ("short", "Depth", Rank.HEADING), ("two", "Talk first", Rank.TEXT),
        ("premium", "Depth", Rank.TEXT), ("q", "Small steps", Rank.NAME), ("free", "Argue", Rank.TEXT),
        ("unheard", "Depth", None), ("leader", "LLME", Rank.TEXT), ("lsw", "London South West", Rank.NAME),
    ],
)  # fmt: skip
def test_entries_are_found_by_what_they_are_and_say(
    files: dict[str, bytes], word: str, title: str, rank: Rank | None
) -> None:
    place = titles(sites.report()).index(title)
    found = unpacked.places(unpacked.lines(files, "s").get(word, ""))
    assert (found[place][0] if place in found else None) == rank


def test_a_word_is_counted_as_if_no_text_were_longer_than_six_hundred_words() -> None:
    assert counted_words(((Rank.TEXT, "maths " * 5),))["maths"] == (Rank.TEXT, 5)
    long = counted_words(((Rank.TITLE, "Once"), (Rank.TEXT, "maths " * 60 + "other " * 5940)))
    assert (long["maths"], long["once"]) == ((Rank.TEXT, 6), (Rank.TITLE, 1))


def test_places_can_be_read_back_however_far_apart() -> None:
    entries_ = [{"rare": (Rank.TITLE, 1)}, *[{"filler": (Rank.TEXT, 1)}] * 70_000, {"rare": (Rank.TEXT, 40)}]
    packed = postings(entries_)
    assert unpacked.places("".join(packed["rare"])) == {0: (3, 1), 70_001: (0, 15)}
    assert len("".join(packed["filler"])) < 70_003
    numbers = [0, 1, 31, 32, 1023, 1024, 5_000_000]
    assert list(unpacked.numbers("".join(map(number, numbers)))) == numbers
    assert unpacked.stories(steps([0, 3, 4, 90])) == [0, 3, 4, 90]


def test_rows_say_what_a_list_shows(files: dict[str, bytes]) -> None:
    shared_words, rows = unpacked.value(files["search/d-000.js"])
    row = [shared_words[int(cell[1:])] if cell[:1] == "^" else cell for cell in rows.split("\n")[1].split("|")]
    assert row[:9] == [
        "2022-23/primary/", "goldfinch/", "Talk first", "Primary, story 01", "Annual report 2022/23",
        "Goldfinch Primary, London", "", "sec-1", "1",
    ]  # fmt: skip
    assert row[9:13] == ["Size", "One-form entry", "Disadvantage", "40% Pupil Premium"]


def test_signs_that_rows_are_packed_with_may_stand_in_a_title() -> None:
    files = unpacked.scripts(sites.site([sites.story("2022-23/a", "^1 or | 2\n3"), sites.story("2022-23/b", "B")]))
    shared_words, rows = unpacked.value(files["search/d-000.js"])
    cell = rows.split("\n")[0].split("|")[2]
    assert shared_words[int(cell[1:])] == "^1 or ¦ 2 3"


def test_facets_figures_and_orders_are_there_for_scripts(files: dict[str, bytes]) -> None:
    found = unpacked.lines(files, "f")
    assert unpacked.stories(found["pupil-premium/40-and-over"]) == [0, 1, 2]
    assert unpacked.stories(found["pupil-premium/not-stated"]) == [3, 4, 5]
    assert found["=pupil-premium"] == "[1,40],[1,40],[1,40]"
    assert found["=fsm"] == "[4,40]"
    assert list(unpacked.numbers(found["#title"])) == [3, 4, 1, 0, 2, 5]
    assert list(unpacked.numbers(found["#date"])) == [0, 1, 2, 3, 4, 5], "newest edition first"


def test_an_open_end_and_a_range_stay_what_they_are() -> None:
    stated = [(None, 10.0, "under"), (40.0, None, "over"), (10.5, 15.0, None), (30.0, 30.0, "about")]
    facts = [sites.fact("disadvantage", "x", sites.quantity("eal", low, high, mark)) for low, high, mark in stated]
    told = (sites.story(f"2022-23/s{n}", f"S{n}", (fact,)) for n, fact in enumerate(facts))
    found = unpacked.lines(unpacked.scripts(sites.site(told)), "f")
    assert found["=eal"] == "[1,null,10],[1,40,null],[1,10.5,15],[1,30]"


def test_the_manifest_names_every_file_and_tells_its_versions_apart(files: dict[str, bytes]) -> None:
    manifest = unpacked.value(files["search/manifest.js"])
    names = {a[7:-3] for a in files if a.startswith("search/")}
    assert set(manifest["v"]) == names - {"manifest"}
    assert (manifest["stories"], manifest["n"]) == (6, len(titles(sites.report())))
    other = sites.report()
    changed = replace(other.stories["2022-23/primary/third"], text=sites.text(plain="Unheard."))
    again = unpacked.scripts(replace(other, stories={**other.stories, changed.id: changed}))
    assert unpacked.value(again["search/manifest.js"])["v"]["s-first"] != manifest["v"]["s-first"]


def test_known_words_are_those_of_most_entries_and_no_figures(files: dict[str, bytes]) -> None:
    known = unpacked.value(files["search/words.js"]).split(" ")
    assert {"goldfinch", "talk", "primary"} <= set(known)
    assert known.index("primary") < known.index("leader")
    assert not any(word.isdecimal() or len(word) < 3 for word in known)


def many_lines(count: int, *, longer: int = -1) -> list[tuple[str, str]]:
    return [(f"word{n:05}", "A" * (40 + n % 37 + (9 if n == longer else 0))) for n in range(count)]


def test_files_stay_under_64_kb_and_hold_every_line_in_order() -> None:
    every = [*many_lines(9000), *lines("zz", "B" * 200_000)]
    made = parts("s", every)
    files_ = {f"search/{part.name}.js": script(part.name, part.text) for part in made}
    read = unpacked.lines(files_, "s")
    assert list(read) == list(dict.fromkeys(key for key, _ in every))
    assert (read["word04567"], len(read["zz"])) == (dict(every)["word04567"], 200_000)
    assert len(files_) == len(made), "no two of one name"
    assert max(len(script(part.name, part.text)) for part in made) <= 64_000
    assert sum(len(part.text) for part in made) / len(made) > MOST / 3
    assert [f"A{part.first}" for part in made] == [part.text.partition("|")[0] for part in made]


def changed(before: Iterable[Part], after: list[tuple[str, str]]) -> int:
    """How many files come, go or change where the lines are these."""
    old, new = ({part.name: part.text for part in made} for made in (before, parts("s", after)))
    return sum(old.get(name) != new.get(name) for name in old.keys() | new.keys())


def test_a_line_that_grows_comes_or_goes_changes_its_file_and_seldom_one_beside_it() -> None:
    """Also where it is the one that a file begins with; a cut by what stands before would move all behind it."""
    every = many_lines(6000)
    made = parts("s", every)
    assert len(made) > 8
    assert changed(made, many_lines(6000, longer=4567)) == 1
    firsts = [n for n, (key, _) in enumerate(every) if key in {part.first for part in made[1:]}]
    changes = [changed(made, [*every[:at], *every[at + 1 :]]) for at in (*range(100, 6000, 900), *firsts)]
    assert max(changes) <= 5
    assert sum(changes) / len(changes) < 2.5


def sixty_stories(edited: str) -> Site:
    """Stories of five hundred words of their own; some share one of two words, and one has `edited`."""
    own = {n: " ".join(f"w{n}x{word:03}" for word in range(500)) for n in range(60)}
    said = {n: "arrives" if n % 10 == 1 else edited if n == 30 else "departs" if n % 10 == 2 else "" for n in own}
    texts = {n: sites.text(plain=f"Begins. {own[n]} {said[n]}") for n in own}
    return sites.site(sites.story(f"2022-23/s{n}", f"Title {n}", text=text) for n, text in texts.items())


def test_an_edit_of_a_text_changes_its_pages_the_files_of_words_that_came_or_went_and_the_manifest() -> None:
    before, after = ({o.address: o for o in plan(sixty_stories(word)).value} for word in ("departs", "arrives"))
    shards = {a: o.content for a, o in after.items() if isinstance(o, File) and a.startswith("search/s-")}
    holding = {a for a in shards if {"arrives", "departs"} & unpacked.lines({a: shards[a]}, "s").keys()}
    assert len(shards) > 10 > len(holding) > 0
    assert {a for a in before.keys() | after.keys() if before.get(a) != after.get(a)} == {
        *holding, "search/manifest.js", "2022-23/s30/index.html", "2022-23/s30/passages.js", "2022-23/print/index.html",
        "2022-23/s30/print/index.html", "hubs/london-south-west/print/index.html",
    }  # fmt: skip


def test_a_word_without_end_and_a_title_without_end_burst_no_file() -> None:
    told = [
        sites.story(f"2022-23/s{n}", "Very long title " * 40, text=sites.text(plain=f"word {'x' * 90_000}{n} end"))
        for n in range(200)
    ]
    found = {a: c for a, c in unpacked.scripts(sites.site(told)).items() if a.startswith("search/")}
    assert max(map(len, found.values())) <= 64_000
    assert {"word", "end"} <= set(unpacked.lines(found, "s"))


def test_passages_are_what_stands_under_each_heading() -> None:
    found = (("First", "s-first"), ("Again", "s-again"), ("First", "s-first-2"))
    headings = tuple(Heading(2, words, id_, 1) for words, id_ in found)
    text = sites.text(plain="Before.\nFirst\nOne. First\nTwo.\nAgain\nFirst\nThree.\n", headings=headings)
    assert passages(text) == (
        ("", "", "Before."), ("s-first", "First", "One. First Two."), ("s-again", "Again", ""),
        ("s-first-2", "First", "Three."),
    )  # fmt: skip


def test_passages_of_a_long_text_are_in_several_files_of_at_most_64_kb() -> None:
    story = sites.story("2022-23/long", "Long", text=sites.text(plain="šířeč " * 30_000))
    site = sites.site([story])
    made = list(passage_files(entries(site, share(site)), site.settings.where))
    assert [f.address for f in made][:2] == ["2022-23/long/passages.js", "2022-23/long/passages-2.js"]
    assert max(len(f.content) for f in made) <= 64_000
    pieces = [unpacked.value(f.content) for f in made if f.address.startswith("2022-23/long/")]
    assert {count for count, _ in pieces} == {len(pieces)}
    whole = " ".join(text for _, piece in pieces for *_, text in piece).split()
    assert whole == ["Long,", "in", "short.", *["šířeč"] * 30_000], "after the summary"


def test_the_index_is_the_same_every_time() -> None:
    assert unpacked.scripts(sites.report()) == unpacked.scripts(sites.report())
