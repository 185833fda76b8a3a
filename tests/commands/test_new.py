"""`new`: where what is new goes, what it says, and that nothing that is there is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.commands import main
from sitegen.pipeline import Build
from sitegen.schema.kinds import shipped_kinds
from tests.sites import FRAME, built, folder, story

SECTIONS = {
    "content/2022-23/01-primary/index.md": "---\nkind: section\ntitle: Primary\n---\n",
    "content/2022-23/02-secondary/index.md": "---\nkind: section\ntitle: Secondary\n---\n",
}
VISIT = """name: School visit
numbered: no
required: [place]
fields:
  place: {type: text, help: Where it was., example: Durham}
"""
STORIES = [kind.id for kind in shipped_kinds().values() if kind.role == "story"]


def new(site: Path, *words: str) -> int:
    return main(["new", *words, "--site", str(site), "--today", "2024-01-15"])


def texts(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in (site / "content").rglob("*") if p.is_file()}


def made(site: Path, *words: str) -> str:
    """The path of the one file that a command makes, all others being as they were."""
    before = texts(site)
    assert new(site, *words) == 0
    after = texts(site)
    assert {path: after[path] for path in before} == before
    (path,) = after.keys() - before.keys()
    return path


def refused(site: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line with which a command is refused, nothing being changed."""
    before = texts(site)
    assert new(site, *words) == 2
    assert texts(site) == before
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


def released(site: Path) -> Build:
    """A build of the site without a draft in it, each fact that a kind needs filled in."""
    needs = {"hub": "Vale", "theme": "Talk", "research_question": "Why?", "name": "Ada Example", "place": "Durham"}
    for path, text in texts(site).items():
        for key, value in needs.items():
            text = text.replace(f"\n{key}:\n", f"\n{key}: {value}\n")
        (site / path).write_text(text.replace("\ndraft: yes\n", "\n"), "utf-8")
    return built(site, {"content/hubs.yaml": "- {id: vale, name: Vale}\n"})


@pytest.mark.parametrize("kind", [*STORIES, "section", "edition", "page"])
def test_what_is_new_builds_without_a_problem_once_its_facts_are_filled_in(tmp_path, kind):
    site = folder(tmp_path, {})
    path = made(site, kind, "Talk first, then write")
    result = released(site)
    assert result.problems == ()
    assert result.outputs
    assert path in {m.path for group in (result.site.stories, result.site.sections, result.site.editions,
                                         result.site.pages) for m in group.values()}  # fmt: skip


@pytest.mark.parametrize("kind", STORIES)
def test_a_new_story_is_a_draft_of_today(tmp_path, kind):
    site = folder(tmp_path, {})
    text = (site / made(site, kind, "Talk")).read_text("utf-8")
    assert f"\nkind: {kind}\n" in text
    assert "\ntitle: Talk\n" in text
    assert "\ndate: 15 January 2024\n" in text
    assert "\ndraft: yes\n" in text


def test_nothing_of_a_new_story_is_published(tmp_path):
    site = folder(tmp_path, {})
    new(site, "case-study", "Zzqqtalk first")
    result = built(site, {})
    assert result.problems == ()
    assert b"zzqqtalk" not in b"".join(c for c in result.outputs.values() if isinstance(c, bytes)).lower()


def test_notes_to_the_author_are_never_shown(tmp_path):
    site = folder(tmp_path, {})
    new(site, "case-study", "Talk first")
    pages = released(site).outputs["2022-23/talk-first/index.html"]
    assert b"What was done" in pages
    assert b"notes to you" not in pages


def test_a_story_gets_the_next_number_as_wide_as_the_others(tmp_path):
    site = folder(tmp_path, {"content/2022-23/009-nine.md": story("Nine"), "content/2022-23/2-two.md": story("Two")})
    assert made(site, "case-study", "Ten") == "content/2022-23/010-ten.md"


def test_pictures_do_not_count_as_numbers(tmp_path):
    site = folder(tmp_path, {"content/2022-23/07-wall.jpg": b"x", "content/2022-23/01-one.md": story("One")})
    assert made(site, "case-study", "Two") == "content/2022-23/02-two.md"


def test_a_story_that_is_a_folder_counts_as_a_number(tmp_path):
    site = folder(tmp_path, {"content/2022-23/04-four/index.md": story("Four")})
    assert made(site, "case-study", "Five") == "content/2022-23/05-five.md"


def test_a_kind_without_numbers_gets_one_where_its_neighbours_have_one(tmp_path):
    site = folder(tmp_path, {})
    assert made(site, "news-item", "First") == "content/2022-23/first.md"
    folder(site, {"content/2022-23/01-one.md": story("One")})
    assert made(site, "news-item", "Second") == "content/2022-23/02-second.md"


def test_an_only_section_is_where_a_story_goes(tmp_path):
    path = "content/2022-23/01-primary/index.md"
    site = folder(tmp_path, {path: SECTIONS[path]})
    assert made(site, "q-and-a", "Why talk?") == "content/2022-23/01-primary/why-talk.md"


def test_among_several_sections_it_asks(tmp_path, capsys):
    told = refused(folder(tmp_path, SECTIONS), capsys, "case-study", "Talk")
    assert told == (
        'The newest edition has several sections: "2022-23/primary" and "2022-23/secondary". '
        'Say which: new case-study "Talk" --in 2022-23/primary\n'
    )


@pytest.mark.parametrize(
    "within", ["2022-23/secondary", "2022-23/02-secondary", "content/2022-23/02-secondary/", "2022-23\\secondary"]
)
def test_a_section_may_be_called_by_its_folder_or_its_address(tmp_path, within):
    path = made(folder(tmp_path, SECTIONS), "case-study", "Talk", "--in", within)
    assert path == "content/2022-23/02-secondary/01-talk.md"


def test_an_edition_may_be_named_although_it_has_sections(tmp_path):
    site = folder(tmp_path, SECTIONS)
    assert made(site, "case-study", "Talk", "--in", "2022-23") == "content/2022-23/01-talk.md"


def test_options_may_stand_anywhere_and_a_title_needs_no_quotation_marks(tmp_path):
    site = folder(tmp_path, SECTIONS)
    path = made(site, "case-study", "--in", "2022-23/primary", "Talk", "first")
    assert path == "content/2022-23/01-primary/01-talk-first.md"


def test_an_unknown_place_is_told_with_the_nearest(tmp_path, capsys):
    told = refused(folder(tmp_path, SECTIONS), capsys, "case-study", "Talk", "--in", "2022-23/secondry")
    assert 'Did you mean "2022-23/secondary"?' in told


def test_the_newest_edition_is_where_a_story_goes(tmp_path):
    later = "---\nkind: edition\ntitle: Later\nacademic_year: 2023/24\n---\n"
    earlier = later.replace("2023/24", "2021/22")
    site = folder(tmp_path, {"content/2023-24/index.md": later, "content/a/index.md": earlier})
    assert made(site, "case-study", "Talk") == "content/2023-24/01-talk.md"


def test_without_an_edition_it_says_how_to_begin_one(tmp_path, capsys):
    site = folder(tmp_path, {}, {"content/site.yaml": FRAME["content/site.yaml"]})
    assert refused(site, capsys, "case-study", "Talk").startswith("There is no edition yet. Begin with one:")


def test_an_edition_whose_cover_has_mistakes_is_named(tmp_path, capsys):
    site = folder(tmp_path, {"content/2022-23/index.md": "---\nkind: editon\ntitle: A\n---\n"})
    assert refused(site, capsys, "case-study", "Talk").startswith("content/2022-23/index.md has mistakes.")


def test_an_edition_is_named_after_its_year(tmp_path):
    site = folder(tmp_path, {})
    path = made(site, "edition", "Annual report 2024/25")
    assert path == "content/2024-25/index.md"
    text = (site / path).read_text("utf-8")
    assert "\nacademic_year: 2024/25\n" in text
    assert "\ntype: annual report\n" in text
    assert "\n#date:" in text


def test_an_edition_without_a_year_is_named_after_its_title_and_dated(tmp_path):
    site = folder(tmp_path, {})
    path = made(site, "edition", "Newsletter 17")
    assert path == "content/newsletter-17/index.md"
    text = (site / path).read_text("utf-8")
    assert "\ntype: newsletter\n" in text
    assert "\ndate: 15 January 2024\n" in text


def test_a_second_edition_of_a_year_is_named_after_its_title(tmp_path):
    assert made(folder(tmp_path, {}), "edition", "Stories 2022/23") == "content/stories-2022-23/index.md"


def test_an_edition_whose_title_is_there_is_refused(tmp_path, capsys):
    site = folder(tmp_path, {})
    made(site, "edition", "Annual report 2024/25")
    capsys.readouterr()
    told = refused(site, capsys, "edition", "Annual  Report 2024/25")
    assert told.startswith('content/2024-25 has the title "Annual report 2024/25" already. Choose another.')
    assert not (site / "content/annual-report-2024-25").exists()


def test_a_section_gets_the_next_number_among_sections(tmp_path):
    site = folder(tmp_path, {**SECTIONS, "content/2022-23/09-story.md": story("Nine")})
    assert made(site, "section", "Post-16") == "content/2022-23/03-post-16/index.md"


def test_a_page_goes_to_the_pages(tmp_path):
    assert made(folder(tmp_path, {}), "page", "How to cite") == "content/pages/how-to-cite.md"


@pytest.mark.parametrize("kind", ["page", "edition"])
def test_what_has_a_place_of_its_own_is_put_in_no_other(tmp_path, capsys, kind):
    assert refused(folder(tmp_path, {}), capsys, kind, "Thanks", "--in", "2022-23").startswith("--in is for stories")


def test_a_kind_of_the_site_works_the_same(tmp_path):
    site = folder(tmp_path, {"content/kinds/visit.yaml": VISIT})
    text = (site / made(site, "School visit", "A day in Durham")).read_text("utf-8")
    assert "\n# Where it was.\n# It is needed. For example: Durham\nplace:\n" in text
    assert released(site).problems == ()


def test_the_body_is_what_the_kind_says(tmp_path):
    site = folder(tmp_path, {"content/kinds/visit.yaml": f"{VISIT}body: |\n  ## What we saw\n\n  ## Whom we met\n"})
    assert (site / made(site, "visit", "Durham")).read_text("utf-8").endswith("## What we saw\n\n## Whom we met\n")


def test_a_kind_whose_headings_are_questions_begins_with_questions(tmp_path):
    site = folder(tmp_path, {"content/kinds/visit.yaml": f"{VISIT}questions: yes\n"})
    assert (site / made(site, "visit", "Durham")).read_text("utf-8").count("?\n") >= 3


def test_a_kind_with_mistakes_is_told(tmp_path, capsys):
    site = folder(tmp_path, {"content/kinds/visit.yaml": f"{VISIT}card: [nothing]\n"})
    assert refused(site, capsys, "visit", "Durham").startswith("content/kinds/visit.yaml has mistakes.")


def test_an_unknown_kind_is_told_with_the_nearest_and_all_kinds(tmp_path, capsys):
    told = refused(folder(tmp_path, {}), capsys, "case-studdy", "Talk")
    assert told.startswith('There is no kind "case-studdy". Did you mean "case-study"? The kinds are case-study,')
    assert "spotlight" in told


def test_alone_it_names_the_kinds(tmp_path, capsys):
    told = refused(folder(tmp_path, {"content/kinds/visit.yaml": VISIT}), capsys)
    assert "spotlight and visit" in told


def test_without_a_title_it_asks_for_one(tmp_path, capsys):
    assert refused(folder(tmp_path, {}), capsys, "case-study").startswith("Say its title too, in quotation marks")


@pytest.mark.parametrize("taken", ["01-talk.md", "talk.md", "03-Talk/index.md", "talk.markdown"])
def test_a_taken_address_is_refused(tmp_path, capsys, taken):
    told = refused(folder(tmp_path, {f"content/2022-23/{taken}": story("Talk")}), capsys, "case-study", "Talk")
    assert "has that address already. Choose another title" in told


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["case-study", "🎉"], 'The title "🎉" has no letter or figure'),
        (["case-study", "Print"], 'The site makes "print/" itself.'),
        (["page", "Search"], 'The site makes "search/" itself.'),
        (["page", "2022 23"], "content/2022-23 has that address already."),
        (["case-study", "\udcff"], "The title holds letters that cannot be read."),
        (["case-study", "x" * 1001], "The title has 1,001 letters."),
    ],
)
def test_a_title_that_makes_no_address_is_refused(tmp_path, capsys, words, line):
    assert refused(folder(tmp_path, {}), capsys, *words).startswith(line)


TITLES = (
    '"Talk": the first', "Talk: it's #1 {really} [yes]", "🎉 Party & más", "日本語のタイトル", "- dash - ", "no",
    "null x", "x" * 300, "a\u202eb\u200bc", "\\ back", "two\nlines", "é" * 300, "AUX", "2022-23", "%s {0}",
)  # fmt: skip


def shown(title: str) -> str:
    """A title on one line, without what nobody can see."""
    return " ".join(title.translate({0x202E: None, 0x200B: None}).split())


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_file_that_builds(tmp_path, title):
    site = folder(tmp_path, {})
    path = made(site, "case-study", title)
    assert len(Path(path).name.encode()) < 255
    result = released(site)
    assert result.problems == ()
    assert [s.document.path for s in result.cleared.sources.sources if s.text("title") == shown(title)] == [path]


def test_what_is_said_next_names_the_facts_that_are_needed(tmp_path, capsys):
    assert new(folder(tmp_path, {}), "research-group", "Talk") == 0
    told = capsys.readouterr().out
    assert "fill in `hub`, `theme` and `research_question`" in told
    assert "to publish it, take the line `draft: yes` out of it" in told


def test_what_lies_in_a_draft_is_told_of_it(tmp_path, capsys):
    site = folder(tmp_path, {})
    assert new(site, "edition", "Annual report 2024/25") == 0
    assert new(site, "case-study", "Talk") == 0
    assert "content/2024-25/index.md is a draft as well" in capsys.readouterr().out


def test_the_epoch_is_the_date(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["new", "case-study", "Talk", "--site", str(folder(tmp_path, {}))]) == 0
    assert "\ndate: 14 November 2023\n" in (tmp_path / "content/2022-23/01-talk.md").read_text("utf-8")


def test_the_hub_of_the_example_is_one_that_the_site_has(tmp_path):
    hubs = "- {id: vale, name: 'Vale: west'}\n- {id: coast, name: Coast}\n"
    site = folder(tmp_path, {**FRAME, "content/hubs.yaml": hubs})
    path = made(site, "case-study", "Talk first")
    assert '\n#hub: "Vale: west"\n' in texts(site)[path]
    path = made(site, "research-group", "Talk again")
    assert '# It is needed. For example: "Vale: west"\nhub:\n' in texts(site)[path]


def test_what_to_type_next_names_the_site_that_was_named(tmp_path, capsys):
    site = folder(tmp_path / "Our stories", FRAME)
    assert new(site, "case-study", "Talk first") == 0
    assert f'see it with: sitegen serve --site "{site}"\n' in capsys.readouterr().out


def test_outside_of_a_site_it_says_where_to_go(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "case-study", "Talk first"]) == 2
    assert "Go into the folder of your site first, or name it: --site FOLDER" in capsys.readouterr().err
