"""Checks of what stories say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sitegen.checking.lint import lint
from sitegen.markup.body import Acronym, Entry, Timeline
from sitegen.model.spanning import Site
from sitegen.model.values import SchoolMention, Story
from sitegen.problems.problem import Problem, Where
from sitegen.schema.declared import HubEntry, Registers, Term
from sitegen.schema.values import Value
from tests.pages import sites
from tests.pages.sites import fact, quantity


def found(*told: Story, code: str, **own: Any) -> list[Problem]:
    return [p for p in lint(sites.site(told, **own), {}) if p.code == code]


def prose(plain: str, *facts: Any, **own: Any) -> Story:
    return sites.story("2022-23/a", "A", facts or sites.GOLDFINCH, text=sites.text(plain=plain), **own)


YEAR_THREE = fact("years_engaged", "3", quantity("years", 3, 3))
PREMIUM = fact("disadvantage", "40% Pupil Premium", quantity("pupil premium", 40, 40))


@pytest.mark.parametrize(
    ("made", "plain"),
    [
        (YEAR_THREE, "The school has been collaborating with Archimedes NE, its hub, since 2017, and it shows."),
        (YEAR_THREE, "It has worked with the hub for seven years."),
        (YEAR_THREE, "Work with the hub began in 2017."),
        (YEAR_THREE, "Its collaboration with the local hub goes back to autumn 2016."),
        (PREMIUM, "Some 55% of pupils attract Pupil Premium."),
        (PREMIUM, "Pupil Premium goes to 12 per cent of its pupils."),
        (fact("disadvantage", "40% free school meals", quantity("fsm", 40, 40)), "FSM: 25%."),
        (fact("disadvantage", "Over 40% Pupil Premium", quantity("pupil premium", 40, None)), "30% are Pupil Premium."),
    ],
)  # fmt: skip
def test_a_sentence_that_contradicts_the_card_is_told_at_the_card(made: Any, plain: str) -> None:
    (problem,) = found(prose(f"We talk. {plain} We write.", made), code="card-and-prose")
    assert problem.where == made.where
    assert made.text in problem.what
    assert plain in problem.why


@pytest.mark.parametrize(
    ("made", "plain"),
    [
        (YEAR_THREE, "The school has worked with its hub since 2020."),
        (YEAR_THREE, "The school has worked with its hub since 2019."),
        (YEAR_THREE, "The building has stood since 1877 and the hub visits."),
        (YEAR_THREE, "Results have risen since 2016."),
        (YEAR_THREE, "Results have risen since 2016, the hub says."),
        (YEAR_THREE, "Work with the hub began in 2020."),
        (YEAR_THREE, "The Work Group of its hub started in 2022."),
        (YEAR_THREE, "Hubs began in 2014."),
        (YEAR_THREE, "It has worked with the hub for three years."),
        (YEAR_THREE, "Over many years the hub has grown."),
        (PREMIUM, "Two fifths, 40%, attract Pupil Premium."),
        (PREMIUM, "Nationally 24% of pupils attract Pupil Premium."),
        (PREMIUM, "Among pupils with Pupil Premium, 65% achieved the standard."),
        (PREMIUM, "Pupil Premium went from 31% to 60%."),
        (PREMIUM, "The gap for Pupil Premium was 12%."),
        (PREMIUM, "Here 60% speak EAL."),
        (PREMIUM, "15% have Pupil Premium and EAL."),
        (PREMIUM, "A rise of 60% in greater depth."),
        (fact("disadvantage", "Significant deprivation"), "30% Pupil Premium."),
    ],
)  # fmt: skip
def test_a_sentence_about_something_else_is_no_contradiction(made: Any, plain: str) -> None:
    assert found(prose(plain, made), code="card-and-prose") == []


NAMED = (YEAR_THREE, fact("hub", "Archimedes NE"))


@pytest.mark.parametrize(
    "plain",
    [
        "The school has been collaborating with Archimedes NE since 2017.",
        "It has been part of london-south-west since September 2016.", "LSW has worked here since 2015.",
    ],
)  # fmt: skip
def test_a_hub_may_go_by_its_name(plain: str) -> None:
    hubs = (*NAMED, fact("hub", "London South West"))
    assert len(found(prose(plain, *hubs), code="card-and-prose")) == 1


@pytest.mark.parametrize(
    "plain",
    [
        "The school has been collaborating with Archimedes NE since 2020.",
        "The school has been collaborating with London North East since 2012.",
        "Archimedes NE has won prizes since 2012.", "It has worked with its university since 2012.",
    ],
)
def test_a_school_may_have_done_other_things_for_longer(plain: str) -> None:
    assert found(prose(plain, *NAMED), code="card-and-prose") == []


def test_without_an_academic_year_no_since_can_be_wrong() -> None:
    told = replace(prose("With the hub since 2010.", YEAR_THREE), id="newsletter-16/a", edition="newsletter-16")
    assert found(told, code="card-and-prose", editions=(sites.NEWSLETTER,)) == []


def test_the_facts_of_several_schools_are_not_held_against_one_text() -> None:
    two = tuple(SchoolMention(i, i, Where("content/a.md")) for i in ("one", "two"))
    assert found(prose("55% have Pupil Premium.", PREMIUM, schools=two), code="card-and-prose") == []


def with_acronyms(*words: str, plain: str = "", lines: tuple[int, ...] = (), id_: str = "a") -> Story:
    acronyms = tuple(Acronym(w, lines[n] if lines else n + 1) for n, w in enumerate(words))
    text = replace(sites.text(plain=plain, acronyms=acronyms), body_line=10)
    return sites.story(f"2022-23/{id_}", id_, text=text)


def test_an_unknown_acronym_is_told_at_its_first_use() -> None:
    (problem,) = found(with_acronyms("TRG", "TRG", "TRGs", lines=(4, 8, 9)), code="unknown-acronym")
    assert problem.where == Where("content/2022-23/a.md", 13, 1, 3)
    assert '"TRG"' in problem.what


def test_an_acronym_of_several_stories_is_one_problem() -> None:
    (problem,) = found(with_acronyms("TRG"), with_acronyms("TRG", id_="b"), code="unknown-acronym")
    assert [w.file for w in problem.also] == ["content/2022-23/b.md"]


def test_words_in_capitals_beside_each_other_are_only_loud() -> None:
    assert found(with_acronyms("HEADS", "UP", plain="A HEADS UP for all."), code="unknown-acronym") == []


def test_an_acronym_beside_a_known_one_is_still_told() -> None:
    assert len(found(with_acronyms("TRG", plain="The TRG LLME met."), code="unknown-acronym")) == 1


@pytest.mark.parametrize("word", ["LLME", "LLMEs", "UK", "XIV", "III", "LSW", "NE"])
def test_known_words_in_capitals_are_fine(word: str) -> None:
    assert found(with_acronyms(word), code="unknown-acronym") == []


@pytest.mark.parametrize(
    "plain", ["They form a teacher research group (TRG).", "Every TRG (teacher research group) meets."]
)
def test_an_acronym_that_the_text_explains_is_fine(plain: str) -> None:
    assert found(with_acronyms("TRG", plain=plain), code="unknown-acronym") == []


def test_brackets_that_do_not_spell_the_acronym_explain_nothing() -> None:
    assert len(found(with_acronyms("TRG", plain="Every TRG (in the north) meets."), code="unknown-acronym")) == 1


def test_a_near_miss_of_a_term_is_suggested() -> None:
    registers = Registers((HubEntry("london-south-west", "London South West"),), (), (Term("NCETM", "x"),))
    (problem,) = found(with_acronyms("NCTEM"), code="unknown-acronym", registers=registers)
    assert 'Did you mean "NCETM"?' in problem.fix


def with_dates(*dates: str, edition: str = "2022-23") -> Story:
    entries = tuple(Entry(d, ("Event",), (), n, 3) for n, d in enumerate(dates, 20))
    text = replace(sites.text(timelines=(Timeline("Log", entries, 18),)), body_line=10)
    return replace(sites.story(f"{edition}/a", "A", text=text))


@pytest.mark.parametrize(
    ("date", "likely"),
    [
        ("28/11/23", "28/11/22"), ("11 January 2022", "11 January 2023"), ("March 2024", "March 2023"),
        ("2021-10-05", "2022-10-05"), ("autumn 2023", "autumn 2022"),
    ],
)  # fmt: skip
def test_a_date_outside_the_year_shows_the_likely_one(date: str, likely: str) -> None:
    (problem,) = found(with_dates("11/01/23", date), code="date-outside-year")
    assert problem.where == Where("content/2022-23/a.md", 30, 3, len(date))
    assert (problem.suggestion, f'"{date}"' in problem.what, "2022/23" in problem.what) == (likely, True, True)


@pytest.mark.parametrize("date", ["1/9/22", "31/8/23", "March 23", "2022/23", "2019", "some day", ""])
def test_a_date_within_the_year_or_none_at_all_is_fine(date: str) -> None:
    assert found(with_dates(date), code="date-outside-year") == []


@pytest.mark.parametrize(
    ("date", "likely"),
    [
        ("12–14 May 2021", "12–14 May 2023"), ("May to July 2021", "May to July 2023"),
        ("3/3/2203", "3/3/2023"), ("25/12/2200", "25/12/2022"), ("1 March 2203", "1 March 2023"),
    ],
)  # fmt: skip
def test_ranges_and_years_far_away_are_outside_the_year_too(date: str, likely: str) -> None:
    (problem,) = found(with_dates(date), code="date-outside-year")
    assert problem.suggestion == likely


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("31/02/23", None), ("30/13/22", None), ("05/25/2023", "25/05/2023"), ("Marhc 2023", "March 2023"),
        ("3 Febuary 2023", "3 February 2023"), ("31 February 2023", None), ("Autmn 2022", "Autumn 2022"),
        ("2022/24", None), ("2023-02-30", None), ("0/5/23", None),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_understood_is_an_error_at_the_date(date: str, meant: str | None) -> None:
    problems = [p for p in lint(sites.site((with_dates(date),)), {}) if p.where.line == 29]
    assert [(p.code, p.where.column, p.where.width) for p in problems] == [("unreadable-date", 3, len(date))]
    assert problems[0].suggestion == meant
    assert (meant is None) is ("Did you mean" not in problems[0].fix)


@pytest.mark.parametrize(
    "date",
    ["Since then", "Spring term", "Year 1", "12/3", "22/23", "Week 3/4", "3-4", "12–14 May 2023",
     "Sept 2022 – July 2023", "2019–2021",
     "early March 2023", "Term 2023", "Stage 1 2023", "Easter 2023", "28/11/22 and 30/11/22", "2019–20"],
)  # fmt: skip
def test_free_wordings_and_ranges_within_the_year_are_fine(date: str) -> None:
    told = lint(sites.site((with_dates(date),)), {})
    assert [p.code for p in told if p.where.line == 29] == []


def test_an_unreadable_date_needs_no_academic_year_to_be_one() -> None:
    told = with_dates("3/3/2203", edition="newsletter-16")
    assert len(found(told, code="unreadable-date", editions=(sites.NEWSLETTER,))) == 1


def test_without_an_academic_year_no_date_is_outside() -> None:
    told = with_dates("28/11/23", edition="newsletter-16")
    assert found(told, code="date-outside-year", editions=(sites.NEWSLETTER,)) == []


def themed(*themes: str) -> list[Story]:
    def value(n: int, theme: str) -> Value:
        where = Where(f"content/2022-23/s{n}.md", 7, 10, len(theme))
        return Value(theme, theme, where, where)

    def told(n: int, theme: str) -> Story:
        given = replace(value(n, theme), parts=(value(n, theme),))
        return sites.story(f"2022-23/s{n}", f"S{n}", themes=(theme,), values={"themes": given})

    return [told(n, theme) for n, theme in enumerate(themes)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Representation", "Representations"), ("Problem solving", "Problem-solvings"),
        ("Early years", "Earlyyears"), ("Collaboration", "Colaboration"),
    ],
)  # fmt: skip
def test_nearly_equal_themes_are_told_at_the_rarer_one(one: str, other: str) -> None:
    (problem,) = found(*themed(other, one, one), code="near-duplicate")
    assert (problem.where.file, problem.suggestion) == ("content/2022-23/s0.md", one)
    assert problem.also == (Where("content/2022-23/s1.md", 7, 10, len(one)),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Year 1 maths", "Year 2 maths"), ("Key Stage 3", "Key Stage 4"), ("Boys", "Toys"), ("Talk", "Task"),
        ("Primary", "Secondary"), ("Confidence", "confidence"), ("Greater depth", "Great depths of thought"),
    ],
)  # fmt: skip
def test_different_themes_are_fine(one: str, other: str) -> None:
    assert found(*themed(one, other), code="near-duplicate") == []


def test_a_school_with_and_without_its_place_is_near() -> None:
    told = [sites.story(f"2022-23/{n}", str(n), (fact("school", name),))
            for n, name in enumerate(("Oak Primary, Kent", "Oak Primary", "Goldfinch Primary, London"))]  # fmt: skip
    (problem,) = found(*told, code="near-duplicate")
    assert "schools" in problem.what


def test_thousands_of_names_are_compared_in_linear_time() -> None:
    told = themed(*(f"{chr(97 + n % 26)}{n * 7919:06d} theme of some length" for n in range(3000)))
    assert found(*told, code="near-duplicate") == []


def test_an_override_allows_what_its_author_has_looked_at() -> None:
    told = with_dates("28/11/23")
    record = {"problem": sites.value("date-outside-year"), "reason": sites.value("As in the log")}
    given = sites.value(record)
    allowed = replace(told, values={"overrides": replace(given, parts=(given,))})
    assert found(told, code="date-outside-year") != []
    assert found(allowed, code="date-outside-year") == []


def test_all_of_lint_are_warnings_and_a_plain_site_has_none() -> None:
    site: Site = sites.report()
    assert [p.code for p in lint(site, {})] == []


def test_hostile_text_never_hangs() -> None:
    plain = ("since " * 50_000) + "%" * 50_000 + "(TRG" * 20_000 + "1" * 100_000 + " hub for for for years"
    assert found(prose(plain, YEAR_THREE, PREMIUM), code="card-and-prose") == []
    assert len(found(with_acronyms("TRG", plain=plain), code="unknown-acronym")) == 1
