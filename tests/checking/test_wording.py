"""What the checks of wording tell and what they let pass: children, small numbers, anonymous schools, contacts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.sites import built, story

LARKFIELD = {"school": "Larkfield Primary, Leeds"}


def told(root: Path, body: str, code: str, /, **fields: str) -> list[str]:
    """The words in the file at which a code is told."""
    text = story(body=body, **fields)
    made = built(root, {"content/2022-23/a.md": text})
    lines = text.splitlines()
    places = [p.where for p in made.problems if p.code == code]
    return [lines[w.line - 1][w.column - 1 : w.column - 1 + w.width] for w in places]


@pytest.mark.parametrize(("body", "words"), [
    ("A child in Year 2 was working below expectations.", "A child in Year 2"),
    ("She tells of *a pupil* from the school's oldest year group.", "a pupil* from the school's oldest year group"),
    ("One boy in her class had never spoken in a lesson.", "One boy in her class"),
    ("A Year 6 pupil who arrived in spring now leads.", "A Year 6 pupil"),
    ("It was good to see one particular pupil grow.", "one particular pupil"),
    ("One child who rarely spoke now explains.", "One child who"),
    ("A girl with a hearing aid joined in.", "A girl with"),
    ("They planned for a pupil with an EHCP.", "a pupil with an EHCP"),
    ("She worked with a pupil on shape.", "worked with a pupil"),
    ("::: quote\nOne pupil told us that she likes maths.\n\n— Ann Lee, headteacher\n:::", "One pupil told"),
])
def test_a_story_of_one_child_is_an_error_where_a_school_is_named(tmp_path: Path, body: str, words: str) -> None:
    assert told(tmp_path / "named", body, "child-identifiable", **LARKFIELD) == [words]
    assert told(tmp_path / "unnamed", body, "child-identifiable") == []
    assert told(tmp_path / "anonymous", body, "child-identifiable", school="School A") == []


@pytest.mark.parametrize("body", [
    "A child in Year 2 should know number bonds.", "Every child in Year 2 explained it.", "Children in Year 2 count.",
    "We asked how clearly a pupil ought to explain.", "The child's work is shown.", "One pupil in five speaks Polish.",
    "She is the pupil premium lead.", "A pupil voice survey followed.", "It reaches the whole child.",
    "Each pupil in the class had counters.", "The group has a student teacher in Year 2.", "One Year 4 class began.",
    "What helps one child helps another.",
])  # fmt: skip
def test_pupils_in_general_are_no_child(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "child-identifiable", **LARKFIELD) == []


@pytest.mark.parametrize(("body", "words"), [
    ("“I like it,” says Emma, Year 4.", "Emma, Year 4"),
    ("We met Zainab Khan (aged 9) in the hall.", "Zainab Khan (aged 9"),
    ("Then Keira, who is aged 10, explained it.", "Keira, who is aged 10"),
    ("Afterwards Mohammed, a Year 5 pupil, went first.", "Mohammed, a Year 5 pupil"),
    ("::: quote\nI like maths.\n\n— Xanthippe, pupil\n:::", "Xanthippe, pupil"),
])
def test_the_name_of_a_pupil_is_an_error_in_any_text(tmp_path: Path, body: str, words: str) -> None:
    assert told(tmp_path, body, "child-identifiable") == [words]


def test_a_pupil_whose_consent_holds_may_be_named(tmp_path: Path) -> None:
    person = "[{name: Emma Lee, role: Year 4 pupil, consent: C-1}]"
    entry = "- {id: C-1, covers: [name], given_by: parent, scope: [web], given_on: 2023-01-01}\n"
    files = {"content/2022-23/a.md": story(people=person)}
    made = built(tmp_path, {**files, "private/consents.yaml": entry})
    assert [p.code for p in made.problems] == []
    (without,) = built(tmp_path, {**files, "private/consents.yaml": ""}).problems
    assert without.code == "left-without-consent"


@pytest.mark.parametrize("body", [
    "Emma Lee, Year 4 teacher, began.", "In September, Year 7 began.", "At Larkfield Primary, Year 4, it began.",
    "Goldfinch, Year 4.", "::: quote\nWe talk.\n\n— Ann Lee, student teacher\n:::", "Sarah, aged care aside, agreed.",
    "::: quote\nWe talk.\n\n— Ann Lee, pupil premium lead\n:::", "Maths, student by student.",
    "Emma, Year 4 teachers and I planned it.",
])
def test_grown_ups_schools_and_months_are_no_pupils(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "child-identifiable", **LARKFIELD) == []


PICTURE = '![{alt}]({file} "{caption}"){{shows="{shows}"}}'


@pytest.mark.parametrize(("file", "alt", "caption", "shows"), [
    ("hall.png", "Emma explains with counters", "", "pupils"),
    ("hall.png", "Pupils with counters", "Jack and Aisha", "pupils"),
    ("emma-with-counters.png", "Pupils with counters", "", "pupils"), ("OliverAndMia.png", "Pupils", "", "pupils"),
    ("hall.png", "The pupil Will Shaw with counters", "", "pupils"),
])  # fmt: skip
def test_a_name_with_a_picture_of_pupils_is_an_error(
    tmp_path: Path, file: str, alt: str, caption: str, shows: str
) -> None:
    body = PICTURE.format(alt=alt, file=file, caption=caption, shows=shows)
    assert told_of_picture(tmp_path, file, body) == ["child-identifiable"]


@pytest.mark.parametrize(("file", "alt", "caption", "shows"), [
    ("emma.png", "Emma Lee at her desk", "", "adults"), ("hall.png", "Pupils at St Margaret school", "", "pupils"),
    ("may-2023.png", "Will they find the hundred? Pupils count", "", "pupils"),
    ("hall.png", "Robin Ash with his class", "", "pupils"),
    ("reading-hope.png", "Daisy chains of paper, made by pupils", "Grace and order", "pupils"),
])  # fmt: skip
def test_grown_ups_saints_and_words_are_no_names_of_pupils(
    tmp_path: Path, file: str, alt: str, caption: str, shows: str
) -> None:
    body = PICTURE.format(alt=alt, file=file, caption=caption, shows=shows)
    assert told_of_picture(tmp_path, file, body) == []


def told_of_picture(root: Path, file: str, body: str) -> list[str]:
    consents = "- {id: C-1, covers: [picture, name], given_by: parent, scope: [web, print], given_on: 2023-01-01}\n"
    marked = body.replace("{shows=", "{consent=C-1 shows=")
    made = built(root, {
        "content/2022-23/a.md": story(body=marked, people="[{name: Robin Ash, role: teacher}]", **LARKFIELD),
        f"content/2022-23/{file}": _png(), "private/consents.yaml": consents,
    })  # fmt: skip
    assert f"content/2022-23/{file}" in {a.path for s in made.site.stories.values() for a in s.text.pictures.values()}
    return [p.code for p in made.problems if p.code == "child-identifiable"]


def _png() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("body", "words"), [
    ("Three pupils have a plan.", "Three pupils"), ("There were 2 looked-after children.", "2 looked-after children"),
    ("He taught four of the Year 6 girls.", "four of the Year 6 girls"),
    ("::: stat 3\n\npupils with a plan\n:::", "::: stat"), ("We saw two new pupils grow.", "two new pupils"),
])
def test_a_count_below_the_smallest_is_a_warning_where_a_school_is_named(
    tmp_path: Path, body: str, words: str
) -> None:
    (found,) = told(tmp_path / "named", body, "small-count", **LARKFIELD)
    assert found
    assert words.startswith(found)
    assert told(tmp_path / "unnamed", body, "small-count") == []


@pytest.mark.parametrize("body", [
    "Five pupils have a plan.", "Groups of three pupils talk.", "More than two pupils in five are known.",
    "Three pupils in ten.", "At least two pupils answer.", "Year 2 pupils count.", "2,003 pupils took part.",
    "Between two and four pupils sit at a table.", "1 to 3 pupils.", "Three teachers and pupils met.",
    "Two children per table is enough.", "Grade 4 students went on.", "Pairs with two pupils each.",
    "::: chart The share rose\nunit: %\nmeasure: Pupils\nsource: x\n| Y | Share |\n|---|---|\n"
    "| a | 3% |\n| b | 4% |\n:::",
])
def test_ways_of_working_bounds_and_larger_counts_pass(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "small-count", **LARKFIELD) == []


def test_a_chart_of_pupils_with_a_small_figure_is_a_warning(tmp_path: Path) -> None:
    chart = "::: chart Most read\nunit: pupils\nsource: x\n| Y | Pupils |\n|---|---|\n| a | 3 |\n| b | 40 |\n:::"
    assert told(tmp_path, chart, "small-count", **LARKFIELD) == [":"]


def test_the_smallest_count_is_set_in_the_settings(tmp_path: Path) -> None:
    site = "title: T\norganisation: O\nrelease: {smallest_count: 12}\n"
    text = story(body="Eleven pupils have a plan. Twelve pupils read.", **LARKFIELD)
    made = built(tmp_path, {"content/2022-23/a.md": text, "content/site.yaml": site})
    (problem,) = (p for p in made.problems if p.code == "small-count")
    assert problem.what == '"Eleven pupils" counts fewer than 12 pupils, and the story names Larkfield Primary, Leeds.'


@pytest.mark.parametrize(("body", "words"), [
    ("School A: 27% reached grade 7 at the end.", "27%"), ("School B was inspected in November 2022.", "November 2022"),
    ("In March 2022 Ofsted came to School C.", "March 2022"),
    ("The school is anonymised: an unnamed school. URN 123456.", "URN 123456"),
    ("School B's:\n\n| Exam | Grades | Share |\n|---|---|---|\n| GCSE | 9–7 | 27% |\n| GCSE | 9–4 | 85% |", "27%"),
])  # fmt: skip
def test_what_would_find_an_unnamed_school_is_an_error(tmp_path: Path, body: str, words: str) -> None:
    assert told(tmp_path / "unnamed", body, "exact-results") == [words]
    assert told(tmp_path / "named", body, "exact-results", **LARKFIELD) == []


@pytest.mark.parametrize("body", [
    "School A: about 27% reached grade 7.", "School A is rated Good.", "27% of teachers at School A liked it.",
    "School A joined in November 2022.", "Twelve schools: 27% reached grade 7.",
])
def test_rounded_results_and_other_figures_pass(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "exact-results") == []


@pytest.mark.parametrize(("body", "words"), [
    ("Write to jo.bloggs@larkfield.example.", "jo.bloggs@larkfield.example"),
    ("Call 07700 900 123 now.", "07700 900 123"),
    ("Ring +44 20 7946 0958.", "+44 20 7946 0958"), ("Ring (020) 7946 0958.", "(020) 7946 0958"),
    ("[Write to Jo](mailto:jo@larkfield.example)", "jo@larkfield.example"),
])  # fmt: skip
def test_contacts_of_people_are_a_warning(tmp_path: Path, body: str, words: str) -> None:
    assert told(tmp_path, body, "contact-details") == [words]


@pytest.mark.parametrize("body", [
    "Write to office@larkfield.example, info@larkfield.example or maths.hub@larkfield.example.",
    "ISBN 978-1-912596-63-8.",
    "Since 2014/15 and 0.5 per cent of 1,000,000.", "On 01/02/2023 at 10:30.", "The number 0123 is small.",
])
def test_offices_and_other_numbers_pass(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "contact-details") == []


@pytest.mark.parametrize("code", ["child-identifiable", "small-count"])
def test_an_override_allows_it_and_needs_a_reason(tmp_path: Path, code: str) -> None:
    body = {"child-identifiable": "A child in Year 2 began.", "small-count": "Three pupils began."}[code]
    reason = f"[{{problem: {code}, reason: The family asked for it.}}]"
    assert told(tmp_path / "reason", body, code, overrides=reason, **LARKFIELD) == []
    made = built(tmp_path / "none", {"content/2022-23/a.md": story(body=body, overrides=f"[{{problem: {code}}}]")})
    assert [p.code for p in made.problems if p.is_error] == ["missing-field"]


def test_a_flood_of_what_is_told_is_told_at_its_places_and_soon(tmp_path: Path) -> None:
    body = "\n\n".join(f"Two w{n} pupils wrote to jo{n}@school.example." for n in range(10_000))
    begun = time.process_time()
    made = built(tmp_path, {"content/2022-23/a.md": story(body=body, **LARKFIELD)})
    assert time.process_time() - begun < 30  # where each is looked for from the beginning, minutes
    for code in ("small-count", "contact-details"):
        assert [p.where.line for p in made.problems if p.code == code] == list(range(6, 20_006, 2))


def test_an_override_of_an_error_that_nobody_may_judge_is_a_problem(tmp_path: Path) -> None:
    made = built(tmp_path, {"content/2022-23/a.md": story(overrides="[{problem: unknown-hub, reason: It is right.}]")})
    (problem,) = made.problems
    assert (problem.code, problem.what) == ("not-a-choice", '"unknown-hub" is an error that cannot be allowed.')


def test_an_error_stops_the_build_and_what_is_withheld_is_not_told(tmp_path: Path) -> None:
    quote = "::: quote\nA child in Year 2 began.\n\n— Ann Lee, headteacher\n:::"
    settings = "title: T\norganisation: O\nrelease: {needs_consent: [quote]}\n"
    made = built(tmp_path, {"content/2022-23/a.md": story(body=quote, **LARKFIELD), "content/site.yaml": settings})
    assert [p.code for p in made.problems] == ["left-without-consent"]


@pytest.mark.parametrize(("title", "meant"), [
    ("'Case study 3: Talk comes first'", "Talk comes first"), ("'4. Talk'", "Talk"),
    ("'Case Study No. 7 – Talk'", "Talk"),
])  # fmt: skip
def test_a_typed_number_is_told_with_the_title_without_it(tmp_path: Path, title: str, meant: str) -> None:
    made = built(tmp_path, {"content/2022-23/a.md": story(title=title)})
    assert [(p.suggestion, p.where.line) for p in made.problems if p.code == "typed-number"] == [(meant, 3)]


@pytest.mark.parametrize("title", ["Ten schools", "Story 12", "2022 in review", "7 ways to talk", "Story time"])
def test_titles_with_numbers_of_their_own_pass(tmp_path: Path, title: str) -> None:
    made = built(tmp_path, {"content/2022-23/a.md": story(title=title)})
    assert [p.code for p in made.problems] == []


@pytest.mark.parametrize(("one", "two", "tells"), [
    ("Director of Maths", "Director for Maths", True), ("maths lead", "headteacher", True),
    ("maths lead; Specialist, Leeds", "maths lead, and Specialist for Leeds", False), ("Head", "head", False),
    ("teacher", "Year 4 teacher", False),
])  # fmt: skip
def test_two_wordings_of_a_role_are_told_where_neither_only_says_more(
    tmp_path: Path, one: str, two: str, tells: bool
) -> None:
    body = f"::: quote\nWe talk.\n\n— Ann Lee, {two}\n:::"
    people = f'[{{name: Ann Lee, role: "{one}"}}]'
    assert bool(told(tmp_path, body, "two-roles", people=people)) is tells
