from __future__ import annotations

import pytest

from sitegen.problems.problem import Where
from sitegen.schema.declared import Field
from sitegen.schema.kinds import shipped_kinds
from sitegen.schema.types.references import is_safe_address
from sitegen.schema.values import LinkValue, PersonValue, PictureValue, Reference
from tests.schema.given import is_plain_english, read_one, short

STORY = shipped_kinds()["case-study"].schema
SCHOOL, HUB, PEOPLE, IMAGE, RELATED = (STORY[key] for key in ("school", "hub", "people", "image", "related"))
LINK = Field("url", "link", "Address")


def test_one_hub_is_a_tuple_of_one_reference() -> None:
    made = read_one("hub: London South-West", HUB)
    assert made.value is not None
    assert made.value.value == (Reference("London South-West", Where("a.md", 1, 6, 17)),)


def test_a_hub_with_commas_in_its_name_is_one_hub() -> None:
    made = read_one("hub: Bucks, Berks and Oxon", HUB)
    assert made.value is not None
    assert [r.text for r in made.value.value] == ["Bucks, Berks and Oxon"]


def test_facts_of_several_schools_stand_with_their_school() -> None:
    made = read_one(
        'schools:\n  - {name: Seven Kings School, size: 4-18 all-through, disadvantage: "15% Pupil Premium, 74% EAL"}\n'
        "  - name: Eastbury Community School\n    disadvantage: 32% Pupil Premium\n    Year engaging: 3\n",
        SCHOOL,
    )
    assert made.problems == ()
    assert made.value is not None
    one, other = made.value.value
    assert (one.text, one.facts["size"].value.ages) == ("Seven Kings School", (4, 18))
    assert [q.measure for q in one.facts["disadvantage"].value.quantities] == ["pupil premium", "eal"]
    assert (other.text, sorted(other.facts)) == ("Eastbury Community School", ["disadvantage", "years_engaged"])
    assert made.value.text == "Seven Kings School, Eastbury Community School"


def test_a_school_without_a_name_is_a_problem() -> None:
    made = read_one("schools:\n  - size: 2FE", SCHOOL)
    assert [short(p)[:3] for p in made.problems] == [("missing-field", 2, 5)]
    assert made.value is None


def test_a_misspelt_fact_of_a_school_is_a_problem_at_its_key() -> None:
    made = read_one("schools:\n  - {name: A, sise: 2FE}", SCHOOL)
    assert [(short(p), p.suggestion) for p in made.problems] == [(("unknown-field", 2, 15, 4), "size")]


def test_people_have_a_name_a_role_and_more() -> None:
    made = read_one(
        "people:\n  - name: Emily Pringle\n    role: [maths lead, Mastery Specialist]\n    place: Durham\n"
        "    consent: C-014\n"
        "  - Ann Other, headteacher\n",
        PEOPLE,
    )
    assert made.problems == ()
    assert made.value is not None
    assert made.value.value == (
        PersonValue(
            "Emily Pringle", "maths lead; Mastery Specialist", Where("a.md", 2, 11, 13), "Durham", None, ("C-014",)
        ),
        PersonValue("Ann Other", "headteacher", Where("a.md", 6, 5, 22)),
    )
    assert [p.text for p in made.value.parts] == ["Emily Pringle", "Ann Other, headteacher"]


def test_one_person_may_stand_without_a_list() -> None:
    made = read_one("people: {name: Emily Pringle, role: maths lead}", PEOPLE)
    assert made.value is not None
    assert [(p.name, p.role) for p in made.value.value] == [("Emily Pringle", "maths lead")]


def test_a_picture_of_a_person_is_checked_like_any_other() -> None:
    made = read_one("people: [{name: A, image: a.jpg}]", PEOPLE)
    assert [short(p) for p in made.problems] == [("no-alt-text", 1, 27, 5)]
    assert made.value is not None
    assert made.value.value[0].image.file == "a.jpg"


def test_a_picture_has_all_its_properties() -> None:
    made = read_one(
        "image: {file: hall.jpg, alt: A wall, credit: The school, caption: In Year 3, consent: [C-1, C-2], "
        "shows: children}",
        IMAGE,
    )
    assert made.problems == ()
    assert made.value is not None
    assert made.value.value == PictureValue(
        "hall.jpg", "A wall", False, Where("a.md", 1, 15, 8), "In Year 3", "The school", ("C-1", "C-2"), "pupils"
    )


@pytest.mark.parametrize(
    ("text", "column"),
    [("image: hall.jpg", 8), ("image: {file: hall.jpg}", 15), ("image: {file: hall.jpg, alt: }", 15)],
)
def test_a_picture_without_alternative_text_is_a_problem_at_its_file(text: str, column: int) -> None:
    made = read_one(text, IMAGE)
    (problem,) = made.problems
    assert short(problem) == ("no-alt-text", 1, column, 8)
    assert is_plain_english(problem)
    assert made.value is not None
    assert made.value.value.file == "hall.jpg"


def test_a_decorative_picture_needs_no_alternative_text() -> None:
    made = read_one("image: {file: hall.jpg, decorative: yes}", IMAGE)
    assert made.problems == ()
    assert made.value is not None
    assert made.value.value.decorative


def test_a_misspelt_alternative_text_is_one_problem_and_not_two() -> None:
    made = read_one("image: {file: hall.jpg, altt: A wall}", IMAGE)
    assert [(p.code, p.suggestion) for p in made.problems] == [("unknown-field", "alt")]


def test_a_picture_without_a_file_is_a_problem() -> None:
    made = read_one("image: {alt: A wall}", IMAGE)
    assert ([p.code for p in made.problems], made.value) == (["missing-field"], None)


@pytest.mark.parametrize(("text", "link"), [
    ("https://www.example.org/a", ("", "https://www.example.org/a")),
    ("../primary/02-goldfinch.md#cpd", ("", "../primary/02-goldfinch.md#cpd")),
    ('"[The report](https://www.example.org/a_(b))"', ("The report", "https://www.example.org/a_(b)")),
    ("{url: /pages/about.md, text: About}", ("About", "/pages/about.md")),
    ("{title: About, address: /pages/about.md}", ("About", "/pages/about.md")),
    ("mailto:hello@example.org", ("", "mailto:hello@example.org")),
])  # fmt: skip
def test_a_link_is_an_address_with_or_without_its_text(text: str, link: tuple[str, str]) -> None:
    made = read_one(f"url: {text}", LINK)
    assert made.problems == ()
    assert made.value is not None
    value = made.value.value
    assert isinstance(value, LinkValue)
    assert (value.text, value.target) == link


def test_related_stories_are_links_one_by_one() -> None:
    made = read_one("related:\n  - /a.md\n  - ../b.md", RELATED)
    assert made.value is not None
    assert [(v.target, v.where.line) for v in made.value.value] == [("/a.md", 2), ("../b.md", 3)]


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:x", "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd", "C:\\pictures\\a.jpg", "\u200bjavascript:x", "blob:x",
])  # fmt: skip
def test_addresses_that_could_run_a_script_are_not_safe(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize("address", [
    "https://example.org/?a=b:c", "http://example.org", "mailto:a@b.org", "tel:+441234", "a.md", "../a.md#b",
    "/pages/a.md",
    "#part", "", "one two.md",
])  # fmt: skip
def test_paths_and_web_addresses_are_safe(address: str) -> None:
    assert is_safe_address(address)


def test_a_forbidden_address_is_a_problem_at_the_value() -> None:
    made = read_one("url: {text: Run, url: 'javascript:alert(1)'}", LINK)
    (problem,) = made.problems
    assert short(problem) == ("forbidden-address", 1, 23, 21)
    assert made.value is None
    assert is_plain_english(problem)


@pytest.mark.parametrize(
    "field", [Field("f", t, "F") for t in ("hub", "school", "person", "image", "link")], ids=lambda f: f.type
)
def test_a_list_where_one_reference_belongs_is_a_problem(field: Field) -> None:
    assert [short(p)[:3] for p in read_one("f: [a, b]", field).problems] == [("not-text", 1, 4)]


def test_a_picture_that_says_whom_it_shows_in_unknown_words_is_one_of_pupils() -> None:
    made = read_one("image: {file: hall.jpg, alt: The hall, shows: kids}", IMAGE)
    assert [p.code for p in made.problems] == ["not-a-choice"]
    assert made.value is not None
    assert made.value.value.shows == "pupils"


@pytest.mark.parametrize("said", ["decorative: perhaps", "decoratve: yes"])
def test_a_slip_in_decorative_is_one_problem(said: str) -> None:
    assert len(read_one(f"image: {{file: hall.jpg, {said}, shows: adults}}", IMAGE).problems) == 1
