"""What a folder of stories becomes."""

from __future__ import annotations

from pathlib import Path

from tests.sites import built, codes, story

HUBS = (
    "- {id: archimedes-ne, name: Archimedes NE, aliases: [Archimedes], region: North East}\n"
    "- {id: london-south-west, name: London South West, region: London}\n"
    "- {id: bbo, name: BBO, aliases: ['SE1 Bucks, Berks and Oxon'], region: South East}\n"
)
SECTION = story("Primary", kind="section")


def test_the_number_in_front_of_a_name_orders_and_is_dropped(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/2022-23/primary/index.md": SECTION,
        "content/2022-23/primary/02-second.md": story("Second", kind="impact-story"),
        "content/2022-23/primary/01-first.md": story("First", kind="impact-story"),
        "content/2022-23/primary/03-talk.md": story("Talk", "## Why?\n\nBecause.", kind="q-and-a"),
        "content/2022-23/primary/10-third/index.md": story("Third", kind="impact-story"),
    }).site  # fmt: skip
    assert [(s.id, s.number) for s in site.stories.values()] == [
        ("2022-23/primary/first", 1), ("2022-23/primary/second", 2), ("2022-23/primary/talk", None),
        ("2022-23/primary/third", 3),
    ]  # fmt: skip
    assert site.sections["2022-23/primary"].stories[0] == "2022-23/primary/first"


def test_one_hub_under_its_names(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/hubs.yaml": HUBS,
        "content/2022-23/a.md": story("A", hub="London South-West"),
        "content/2022-23/b.md": story("B", hub="London South West Maths Hub"),
        "content/2022-23/c.md": story("C", hub="SE1 Bucks, Berks and Oxon"),
        "content/2022-23/d.md": story("D", hubs="[Archimedes, BBO]"),
    }).site  # fmt: skip
    assert site.hubs["london-south-west"].stories == ("2022-23/a", "2022-23/b")
    assert site.stories["2022-23/d"].hubs == ("archimedes-ne", "bbo")
    hub = next(f for f in site.facets if f.id == "hub")
    assert [(v.label, len(v.stories)) for v in hub.values] == [
        ("Archimedes NE", 1), ("BBO", 2), ("London South West", 2),
    ]  # fmt: skip
    fact = next(f for f in site.stories["2022-23/a"].facts if f.field == "hub")
    assert fact.text == "London South-West"
    assert fact.parts[0].refers == "hubs/london-south-west"


def test_an_unknown_hub_is_a_problem_with_a_suggestion(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/hubs.yaml": HUBS, "content/2022-23/a.md": story("A", hub="Archemedes")})
    problem = next(p for p in result.problems if p.code == "unknown-hub")
    assert problem.suggestion == "Archimedes NE"
    assert (problem.where.line, problem.where.column, problem.where.width) == (4, 6, 10)


def test_the_fix_of_a_hub_like_no_other_is_the_line_that_would_make_it_known(tmp_path: Path) -> None:
    stories = {"content/2022-23/a.md": story("A", hub='"Vale: West"')}
    fix = next(p for p in built(tmp_path / "a", {"content/hubs.yaml": HUBS, **stories}).problems).fix
    line = fix.partition("or add this line there: ")[2]
    assert line == '- {id: vale-west, name: "Vale: West"}'
    mended = built(tmp_path / "b", {"content/hubs.yaml": f"{HUBS.rstrip()}\n{line}\n", **stories})
    assert "unknown-hub" not in [p.code for p in mended.problems]


def test_without_a_register_stories_make_the_hubs(tmp_path: Path) -> None:
    site = built(tmp_path, {"content/2022-23/a.md": story("A", hub="Great North Maths Hub")}).site
    assert [h.name for h in site.hubs.values()] == ["Great North Maths Hub"]


def test_engagement_is_derived_from_the_edition(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/2022-23/a.md": story("A", **{"years engaged": "3"}),
        "content/2022-23/b.md": story("B", **{"Years Engaged": "since 2016/17"}),
    }).site  # fmt: skip
    first, second = (
        next(f for f in s.facts if f.field == "years_engaged") for s in site.stories.values()
    )
    assert (first.text, first.values[0].quantity.low, first.values[0].bands) == ("3", 3, ("3–4 years",))
    assert "2020/21" in first.note
    assert (second.values[0].quantity.low, second.values[0].bands) == (7, ("5 years and over",))


def test_measures_never_share_a_facet(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/2022-23/a.md": story("A", disadvantage="7% Pupil Premium"),
        "content/2022-23/b.md": story("B", disadvantage="40% of students are eligible for free school meals"),
        "content/2022-23/c.md": story("C", disadvantage="Significant deprivation"),
    }).site  # fmt: skip
    found = {f.id: {v.label: v.stories for v in f.values} for f in site.facets}
    assert found["pupil-premium"]["Under 10%"] == ("2022-23/a",)
    assert found["pupil-premium"]["Not stated"] == ("2022-23/b", "2022-23/c")
    assert found["fsm"]["40% and over"] == ("2022-23/b",)


def test_several_schools_keep_their_own_facts(tmp_path: Path) -> None:
    body = (
        "---\nkind: news-item\ntitle: Two\nschools:\n"
        '  - {name: Seven Kings School, size: 4-18 all-through, disadvantage: "15% Pupil Premium, 74% EAL"}\n'
        '  - {name: Eastbury Community School, disadvantage: "32% Pupil Premium, 57% EAL"}\n---\nText.\n'
    )
    site = built(tmp_path, {"content/2022-23/a.md": body}).site
    facts = [(f.field, f.school, f.text) for f in site.stories["2022-23/a"].facts if f.field == "disadvantage"]
    assert facts == [
        ("disadvantage", "seven-kings-school", "15% Pupil Premium, 74% EAL"),
        ("disadvantage", "eastbury-community-school", "32% Pupil Premium, 57% EAL"),
    ]
    assert list(site.schools) == ["eastbury-community-school", "seven-kings-school"]


def test_two_files_on_one_address_are_a_problem(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/2022-23/01-a.md": story("A"), "content/2022-23/02-A.md": story("B")})
    problem = next(p for p in result.problems if p.code == "duplicate-address")
    assert problem.where.file == "content/2022-23/02-A.md"
    assert problem.also[0].file == "content/2022-23/01-a.md"


def test_nothing_unpublished_is_in_the_site(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/a.md": story("Secret draft", school="Hidden School", draft="yes"),
        "content/2022-23/b.md": story("Later", publish_on="2030-01-01"),
        "content/2022-23/c.md": story("Gone", expires_on="2020-01-01"),
        "content/2022-23/d.md": story("Taken back", withdrawn="the school asked"),
        "content/2022-23/e.md": story("Seen", "See [gone](c.md)."),
        "content/2022-23/f/index.md": story("Hidden section", kind="section", draft="yes"),
        "content/2022-23/f/g.md": story("In a hidden section"),
    })  # fmt: skip
    assert list(result.site.stories) == ["2022-23/e"]
    assert not result.site.schools
    everything = b"".join(v for v in result.outputs.values() if isinstance(v, bytes))
    for word in (b"Secret", b"Hidden", b"Later", b"Taken back"):
        assert word not in everything
    assert codes(result).count("link-unpublished") == 1


def test_a_link_to_a_draft_is_an_error_that_names_both_sides(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/a.md": story("Draft", draft="yes"),
        "content/2022-23/b.md": story("Seen", "See [it](a.md)."),
    })  # fmt: skip
    problem = next(p for p in result.problems if p.code == "link-to-unpublished")
    assert problem.is_error
    assert (problem.where.file, problem.where.line, problem.where.column) == ("content/2022-23/b.md", 5, 10)
    assert problem.also[0].file == "content/2022-23/a.md"


def test_drafts_are_built_when_asked_for(tmp_path: Path) -> None:
    site = built(tmp_path, {"content/2022-23/a.md": story("Draft", draft="yes")}, drafts=True).site
    assert site.stories["2022-23/a"].draft


def test_links_lead_to_pages_and_headings(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/primary/index.md": SECTION,
        "content/2022-23/primary/01-a.md": story("A", "## CPD for all\n\nText."),
        "content/2022-23/b.md": story("B", "[one](primary/01-a.md#cpd-for-all) [two](/2022-23/primary/01-a.md)"),
        "content/2022-23/c.md": story("C", "[no](primary/01-aa.md) [nor](b.md#nothing)"),
    })  # fmt: skip
    targets = result.site.stories["2022-23/b"].text.targets
    assert targets["primary/01-a.md#cpd-for-all"].fragment == "s-cpd-for-all"
    assert targets["/2022-23/primary/01-a.md"].address == "2022-23/primary/a/index.html"
    missing = next(p for p in result.problems if p.code == "missing-page")
    assert missing.suggestion == "primary/01-a.md"
    assert "missing-heading" in codes(result)


def test_a_story_left_out_does_not_break_links_to_it(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/a.md": "---\ntitle: No kind\n---\nText.\n",
        "content/2022-23/b.md": story("B", "[one](a.md)"),
    })  # fmt: skip
    assert "missing-page" not in codes(result)


def test_related_stories_are_those_named_and_others_stand_beside_as_alike(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/2022-23/a.md": story("A", themes="[Play, Number]", hub="X"),
        "content/2022-23/b.md": story("B", themes="[Play]"),
        "content/2022-23/c.md": story("C", themes="[Other]", related="[a.md]"),
    }).site  # fmt: skip
    assert site.stories["2022-23/a"].related == ()
    assert site.stories["2022-23/c"].related == ("2022-23/a",)


def test_the_newest_edition_comes_first(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/2019/index.md": "---\nkind: edition\ntitle: Old\ndate: May 2019\n---\n",
        "content/2023-24/index.md": "---\nkind: edition\ntitle: New\nacademic_year: 2023/24\n---\n",
    }).site  # fmt: skip
    assert list(site.editions) == ["2023-24", "2022-23", "2019"]


def test_two_names_with_one_address_are_a_problem(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/a.md": story("A", school="Oak Hill School"),
        "content/2022-23/b.md": story("B", school="Oak-Hill School"),
        "content/2022-23/c.md": story("C", school="oak hill school"),
    })  # fmt: skip
    assert codes(result).count("slug-clash") == 1


def test_under_ten_per_cent_lies_in_one_band_alone(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/2022-23/a.md": story("A", disadvantage="under 10% Pupil Premium"),
        "content/2022-23/b.md": story("B", disadvantage="between 15 and 25% Pupil Premium"),
    }).site  # fmt: skip
    values = {v.label: v.stories for f in site.facets if f.id == "pupil-premium" for v in f.values}
    assert values == {"Under 10%": ("2022-23/a",), "10–19%": ("2022-23/b",), "20–29%": ("2022-23/b",)}


def test_a_newsletter_with_sections_names_every_story_on_its_front_page(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/issue-3/index.md": "---\nkind: edition\ntitle: Bespoke\nissue_number: 3\n---\n",
        "content/issue-3/hubs/index.md": story("Hubs", kind="section"),
        "content/issue-3/hubs/01-a.md": story("In a section"),
        "content/issue-3/b.md": story("Beside it"),
    })  # fmt: skip
    page = site.outputs["issue-3/index.html"]
    assert isinstance(page, bytes)
    front = page.decode().partition("In this issue")[2].partition("</ol>")[0]
    assert "In a section" in front
    assert "Beside it" in front


def test_a_related_story_that_may_not_be_seen_is_told_of_as_a_link_is(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/a.md": story("A", related="[b.md, c.md, d.md]"),
        "content/2022-23/b.md": story("B", draft="yes"),
        "content/2022-23/c.md": story("C", expires_on="2020-01-01"),
    })  # fmt: skip
    found = [p.code for p in result.problems if p.where.file == "content/2022-23/a.md"]
    assert found == ["link-to-unpublished", "link-unpublished", "missing-page"]


def test_where_approval_is_needed_only_approved_stories_are_released(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/site.yaml": "title: T\norganisation: O\nrelease: {needs_approval: yes}\n",
        "content/2022-23/a.md": story("A", status="writing"),
        "content/2022-23/b.md": story("B", status="approved"),
        "content/2022-23/c.md": story("C"),
    }).site  # fmt: skip
    assert list(site.stories) == ["2022-23/b"]


def test_an_academic_year_ends_in_august(tmp_path: Path) -> None:
    site = built(tmp_path, {
        "content/spring/index.md": "---\nkind: edition\ntitle: Spring\ndate: 15 March 2024\n---\n",
        "content/summer/index.md": "---\nkind: edition\ntitle: Summer\ndate: 1 August 2023\n---\n",
    }).site  # fmt: skip
    assert list(site.editions) == ["spring", "2022-23", "summer"]


def test_a_story_two_folders_deep_is_told_where_stories_stand(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/2022-23/primary/deeper/still/a.md": story("A")})
    problem = next(p for p in result.problems if p.code == "misplaced-file")
    assert "no deeper" in problem.why


def test_an_ending_in_capitals_is_a_story_too(tmp_path: Path) -> None:
    assert "2022-23/note" in built(tmp_path, {"content/2022-23/04-note.MD": story("A")}).site.stories


def test_a_picture_that_is_missing_is_one_problem(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/2022-23/a.md": story("A", "![A hall](hall.jpg)")})
    assert codes(result) == ["missing-picture"]
