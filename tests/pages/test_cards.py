"""Profile cards: the wording as written, the figure and the drawing that its meaning allows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.spanning import Site
from sitegen.model.values import BandedQuantity, Fact, FactPart, Story, Target
from sitegen.pages import views
from sitegen.pages.cards import card, details, school_card
from sitegen.pages.scenes import backdrop, scene
from sitegen.schema.values import Quantity, Size
from sitegen.text import slug
from tests.pages import sites
from tests.pages.sites import fact, quantity


def card_of(site: Site, story: str = "2022-23/a") -> views.CardView:
    told = site.stories[story]
    return card(site, scene(site, backdrop(site), told))


def fact_of(made: Fact, *others: Story, **own: object) -> views.FactView:
    """A fact as the card of a story shows it; `others` are further stories of the site."""
    told = sites.story("2022-23/a", "A", (made,), **own)
    found = card_of(sites.site((told, *others)))
    return next(f for f in ((found.lead,) if found.lead else ()) + tuple(f for g in found.groups for f in g.facts) if f)


def wording(view: views.FactView) -> str:
    return "".join(piece.text for piece in view.wording)


def shares(count: int, measure: str = "pupil premium", percent: float = 20) -> tuple[Story, ...]:
    """So many stories that each state a share."""
    stated = fact("disadvantage", f"{percent}%", quantity(measure, percent, percent))
    return tuple(sites.story(f"2022-23/s{n}", f"S{n}", (stated,)) for n in range(count))


@pytest.mark.parametrize(
    ("made", "figure", "in_wording"),
    [
        (fact("disadvantage", "40% Pupil Premium", quantity("pupil premium", 40, 40)), "40%", True),
        (fact("disadvantage", "Over 40% Pupil Premium", quantity("pupil premium", 40, None, "over")), "40%", True),
        (fact("disadvantage", "40 per cent of pupils", quantity("pupil premium", 40, 40)), "40%", False),
        (fact("disadvantage", "around two thirds EAL", quantity("eal", 67, 67, "about")), "", False),
        (fact("disadvantage", "30–35% Pupil Premium", quantity("pupil premium", 30, 35)), "", False),
        (fact("disadvantage", "Significant deprivation"), "", False),
        (fact("size", "Two-form entry", quantity("forms", 2, 2)), "2", False),
        (fact("size", "1.5 form entry", quantity("forms", 1.5, 1.5)), "1½", False),
        (fact("size", "An 11-18 school with 1,035 students", quantity("pupils", 1035, 1035)), "1,035", True),
        (fact("size", "roll of 1035", quantity("pupils", 1035, 1035)), "1,035", False),
        (fact("years_engaged", "5", quantity("years", 5, 5)), "5", True),
        (fact("years_engaged", "since 2016/17", quantity("years", 7, 7)), "7", False),
        (fact("years_engaged", "since 2017", quantity("years", 6, 7)), "", False),
        (fact("hub", "London South West"), "", False),
    ],
)  # fmt: skip
def test_the_wording_is_kept_and_its_number_set_large(made: Fact, figure: str, in_wording: bool) -> None:
    view = fact_of(made)
    assert wording(view) == made.text
    assert (view.figure, view.figure_in_wording) == (figure, in_wording)
    assert (figure in [piece.text for piece in view.wording]) is in_wording


def test_a_number_inside_another_number_is_not_the_figure() -> None:
    view = fact_of(fact("disadvantage", "114.7% of 7%", quantity("pupil premium", 7, 7)))
    assert [piece.text for piece in view.wording] == ["114.7% of ", "7%"]


def test_absent_is_not_stated_with_an_empty_drawing_and_no_number() -> None:
    for field in ("size", "disadvantage", "years_engaged", "hub"):
        view = fact_of(fact(field))
        assert (wording(view), view.stated, view.figure) == ("Not stated", False, "")
        assert view.drawing == views.NoDrawing()


def test_the_median_is_of_the_same_measure_and_says_of_how_many_schools() -> None:
    view = fact_of(fact("disadvantage", "40% Pupil Premium", quantity("pupil premium", 40, 40)), *shares(5))
    assert view.drawing == views.ShareDrawing(40, 40, 20)
    assert view.remark == "The median is for the six schools that state this figure."


def test_fewer_than_three_figures_make_no_median() -> None:
    view = fact_of(fact("disadvantage", "40% Pupil Premium", quantity("pupil premium", 40, 40)), *shares(1))
    assert view.drawing == views.ShareDrawing(40, 40, None)
    assert view.remark == ""


def test_free_school_meals_never_stand_beside_a_median_of_pupil_premium() -> None:
    view = fact_of(fact("disadvantage", "40% free school meals", quantity("fsm", 40, 40)), *shares(5))
    assert view.drawing == views.ShareDrawing(40, 40, None)
    assert view.remark == "Not comparable with Pupil Premium."


def test_an_open_share_is_drawn_open() -> None:
    over = fact_of(fact("disadvantage", "Over 40% Pupil Premium", quantity("pupil premium", 40, None, "over")))
    assert over.drawing == views.ShareDrawing(40, None, None)


@pytest.mark.parametrize(
    ("size", "phase", "school", "years"),
    [
        (None, "Primary", "Oak", ("R", "1", "2", "3", "4", "5", "6")),
        (None, "Primary", "Newlaithes Infant School", ("R", "1", "2")),
        (None, "Primary", "Oak Junior School", ("3", "4", "5", "6")),
        (None, "Secondary", "Oak", ("7", "8", "9", "10", "11")),
        (Size("x", (), (3, 11)), "Primary", "Oak", ("N", "R", "1", "2", "3", "4", "5", "6")),
        (Size("x", (), (11, 18)), "Secondary", "Oak", ("7", "8", "9", "10", "11", "12", "13")),
        (Size("x", (), None, "infant"), "Primary", "Oak", ("R", "1", "2")),
    ],
)
def test_classes_stand_under_their_year_groups(
    size: Size | None, phase: str, school: str, years: tuple[str, ...]
) -> None:
    made = fact("size", "Two-form entry", quantity("forms", 2, 2))
    named = fact("school", school)
    values = {"size": sites.value(size)} if size else {}
    told = sites.story("2022-23/a", "A", (named, made), phase=(phase,), values=values)
    view = card_of(sites.site((told,))).groups[0].facts[0]
    assert view.drawing == views.FormsDrawing(2, years)


def test_without_a_phase_no_classes_are_drawn() -> None:
    view = fact_of(fact("size", "Two-form entry", quantity("forms", 2, 2)), phase=("Cross-phase",))
    assert (view.drawing, view.remark) == (None, "")


def test_a_bare_number_of_years_has_its_unit_and_what_was_derived() -> None:
    view = fact_of(fact("years_engaged", "5", quantity("years", 5, 5), note="First year 2018/19, derived."))
    assert view.unit == "years so far"
    assert view.drawing == views.YearsDrawing(5)
    assert view.remark == "One jump is one school year. First year 2018/19, derived."


def test_at_least_so_many_years_end_open() -> None:
    view = fact_of(fact("years_engaged", "5 or more", quantity("years", 5, None, "at least")))
    assert view.drawing == views.YearsDrawing(5, open_ended=True)


def test_a_hub_counts_its_stories_of_this_edition_alone() -> None:
    hub = (fact("hub", "London South West"),)
    told = [sites.story(i, i, hub) for i in ("2022-23/a", "2022-23/b", "newsletter-16/c")]
    site = sites.site(told, editions=(sites.edition(), sites.NEWSLETTER))
    view = card_of(site).groups[0].facts[0]
    assert view.unit == "2 stories this year"
    assert view.drawing == views.HubDrawing(2, "london-south-west")
    assert view.remark_link == views.LinkView("See the hub's page", "hubs/london-south-west/index.html")
    assert card_of(site, "newsletter-16/c").groups[0].facts[0].unit == "1 story in this edition"


def test_names_in_the_wording_lead_to_their_pages() -> None:
    view = fact_of(fact("hub", "London South West"))
    assert view.wording == (views.LinkView("London South West", "hubs/london-south-west/index.html"),)


def test_several_hubs_are_all_linked_and_none_is_drawn() -> None:
    parts = (FactPart("Archimedes", "hubs/archimedes-ne"), FactPart(", "), FactPart("LSW", "hubs/london-south-west"))
    view = fact_of(fact("hub", "Archimedes, LSW", parts=parts))
    assert [piece.address for piece in view.wording] == [
        "hubs/archimedes-ne/index.html", "", "hubs/london-south-west/index.html",
    ]  # fmt: skip
    assert (view.drawing, view.unit) == (None, "")


def test_the_school_leads_with_its_place_apart() -> None:
    made = card_of(sites.site((sites.story("2022-23/a", "A"),)))
    assert made.label == "School profile: Goldfinch Primary, London"
    assert made.lead is not None
    assert [piece.text for piece in made.lead.wording] == ["Goldfinch Primary", ", London"]
    assert [f.field for f in made.groups[0].facts] == ["size", "disadvantage", "years_engaged", "hub"]


def test_a_card_that_names_no_school_says_so_and_nothing_leads_it() -> None:
    made = card_of(sites.site((sites.story("2022-23/a", "A", sites.NOTHING),)))
    assert (made.lead, made.label) == (None, "Profile: A")
    assert (made.groups[0].facts[0].field, wording(made.groups[0].facts[0])) == ("school", "Not stated")


def test_each_school_of_a_story_counts_for_the_median_and_other_editions_do_not() -> None:
    site = two_schools()
    newsletter = tuple(replace(s, id=f"newsletter-16/{s.id[8:]}", edition="newsletter-16") for s in shares(5))
    told = (*site.stories.values(), *shares(1, percent=40), *newsletter)
    made = card_of(sites.site(told, editions=(sites.edition(), sites.NEWSLETTER)))
    assert made.groups[1].facts[0].drawing == views.ShareDrawing(15, 15, 32)
    assert made.groups[1].facts[0].remark == "The median is for the three schools that state this figure."


def test_a_theme_leads_the_card_of_a_research_group_and_its_question_is_wide() -> None:
    facts = (fact("theme", "Oracy"), fact("research_question", "Does talk help?"), fact("hub", "Archimedes NE"))
    made = card_of(sites.site((sites.story("2022-23/a", "A", facts, kind=sites.RESEARCH),)))
    assert made.lead is not None
    assert wording(made.lead) == "Oracy"
    assert [(f.field, f.wide) for f in made.groups[0].facts] == [("research_question", True), ("hub", False)]


def named(name: str) -> Fact:
    return fact("school", name, school=slug(name))


def two_schools() -> Site:
    facts = (
        fact("hub", "London North East"),
        named("Seven Kings, London"),
        fact("disadvantage", "15% Pupil Premium", quantity("pupil premium", 15, 15), school="seven-kings-london"),
        named("Eastbury"),
        fact("disadvantage", "32% Pupil Premium", quantity("pupil premium", 32, 32), school="eastbury"),
    )
    return sites.site((sites.story("2022-23/a", "A", facts),))


def test_each_of_several_schools_has_a_group_of_its_own_under_its_name() -> None:
    made = card_of(two_schools())
    assert (made.lead, made.label) == (None, "Profile: A")
    found = [(wording(g.heading) if g.heading else "", g.school, [wording(f) for f in g.facts]) for g in made.groups]
    assert found == [
        ("", "", ["London North East"]),
        ("Seven Kings, London", "seven-kings-london", ["15% Pupil Premium"]),
        ("Eastbury", "eastbury", ["32% Pupil Premium"]),
    ]


def test_the_name_of_one_of_several_schools_leads_to_its_page() -> None:
    heading = card_of(two_schools()).groups[1].heading
    assert heading is not None
    assert (heading.field, heading.school, heading.drawing) == ("school", "seven-kings-london", None)
    assert heading.wording[0] == views.LinkView("Seven Kings", "schools/seven-kings-london/index.html")


def test_a_school_s_own_card_leaves_out_the_others() -> None:
    site = two_schools()
    told = site.stories["2022-23/a"]
    made = school_card(site, scene(site, backdrop(site), told), "eastbury")
    assert [wording(f) for g in made.groups for f in g.facts] == ["London North East", "32% Pupil Premium"]


def test_what_the_kind_adds_beside_the_card_keeps_its_label_and_wording() -> None:
    parts = (FactPart("Ada and Ben (2022). "), FactPart("The file", "../b.md#part"))
    cited = fact("research_question", "Ada and Ben (2022). The file", parts=parts, label="Reference")
    text = replace(sites.text(), targets={"../b.md#part": Target("page", "b/index.html", "part")})
    told = sites.story("2022-23/a", "A", (), details=(cited,), text=text)
    (view,) = details(sites.site((told,)), told)
    assert (view.field, view.label, wording(view)) == ("research_question", "Reference", cited.text)
    assert view.wording[1] == views.LinkView("The file", "b/index.html", fragment="part")


def test_an_address_of_the_web_stays_as_it_is() -> None:
    made = fact("theme", "Report", parts=(FactPart("Report", "https://example.org/r"),))
    assert fact_of(made, kind=sites.RESEARCH).wording[0].address == "https://example.org/r"


def test_a_card_without_facts_is_empty() -> None:
    made = card_of(sites.site((sites.story("2022-23/a", "A", ()),)))
    assert (made.lead, made.groups, made.label) == (None, (), "Profile: A")


def test_a_measure_that_no_drawing_knows_keeps_its_wording() -> None:
    odd = replace(fact("size", "Large"), values=(BandedQuantity(Quantity("acres", 3, 3), ()),))
    assert (wording(fact_of(odd)), fact_of(odd).drawing) == ("Large", None)
