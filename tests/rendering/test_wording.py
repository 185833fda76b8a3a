from __future__ import annotations

from html.parser import HTMLParser

import pytest

from sitegen.markup.body import Speaker
from sitegen.pages.views import CardGroup, CardView, FactView, LinkView, NoDrawing, ShareDrawing
from sitegen.rendering.wording import Voice, figure_size, set_large, title_size, voices
from tests.rendering.samples import shipped


def fact(*texts: str, **fields) -> FactView:
    plain = {"field": "disadvantage", "label": "Disadvantage", "wording": tuple(map(LinkView, texts)), "stated": True}
    return FactView(**(plain | fields))


def card(*facts: FactView, lead: FactView | None = None, heading: FactView | None = None) -> str:
    view = CardView("Profile", lead, (CardGroup(heading, heading.school if heading else "", facts, 4),), "rows")
    return shipped().environment.get_template("components/card.html").module.card(view)


def wordings(html: str) -> list[str]:
    """The text of every element with `data-fact`, white space folded."""

    class Reader(HTMLParser):
        def __init__(self):
            super().__init__()
            self.found: list[list[str]] = []
            self.depth = 0

        def handle_starttag(self, tag, attrs):
            if "data-fact" in dict(attrs):
                assert not self.depth
                self.found.append([])
                self.depth = 1
            elif self.depth:
                self.depth += 1

        def handle_endtag(self, tag):
            self.depth -= bool(self.depth)

        def handle_data(self, data):
            if self.depth:
                self.found[-1].append(data)

    reader = Reader()
    reader.feed(html)
    return [" ".join("".join(texts).split()) for texts in reader.found]


@pytest.mark.parametrize(
    "texts",
    [("40%", " Pupil Premium"), ("Over ", "40%", " Pupil Premium, 60% EAL"), ("40%",)],
)
def test_a_figure_in_the_wording_is_set_large_and_the_wording_stays_whole(texts):
    made = card(fact(*texts, figure="40%", figure_in_wording=True, drawing=ShareDrawing(40, 40)))
    assert wordings(made) == ["".join(texts)]
    assert made.count('class="val num"') == 1
    assert made.count("40%") == 1


def test_a_figure_that_the_wording_spells_out_stands_above_it_and_is_not_read_twice():
    made = card(fact("One-form entry", figure="1"))
    assert '<span class="val num" aria-hidden="true">1</span>' in made
    assert wordings(made) == ["One-form entry"]


def test_units_remarks_and_drawings_stand_outside_the_wording():
    made = card(fact("5", figure="5", figure_in_wording=True, unit="years so far", remark="One jump is one year."))
    assert wordings(made) == ["5"]
    assert "years so far" in made
    assert "One jump is one year." in made


def test_what_is_not_stated_says_so_in_words_beside_an_empty_bar():
    made = card(fact("Not stated", stated=False, drawing=NoDrawing()))
    assert wordings(made) == ["Not stated"]
    assert 'class="void"' in made
    assert "unstated" in made


def test_names_in_the_wording_lead_to_their_pages():
    wording = (LinkView("Angles", "hubs/angles/index.html"), LinkView(" and "), LinkView("BBO", "hubs/bbo/index.html"))
    made = card(fact(wording=wording, field="hub"))
    assert wordings(made) == ["Angles and BBO"]
    assert made.count("<a href=") == 2


def test_the_lead_of_a_card_has_its_place_on_a_line_of_its_own_and_its_wording_whole():
    made = card(lead=fact("Goldfinch Primary", ", Streatham, London", field="school"))
    assert wordings(made) == ["Goldfinch Primary, Streatham, London"]
    assert '<span class="place">Streatham, London</span>' in made


def test_several_names_that_lead_a_card_stand_on_lines_of_their_own():
    made = card(lead=fact("Seven Kings School, London", ", ", "Eastbury School, Barking", field="school"))
    assert wordings(made) == ["Seven Kings School, London, Eastbury School, Barking"]
    assert made.count("<br>") == 1


def test_facts_of_several_schools_name_their_school():
    made = card(fact("15% EAL", school="seven-kings"), fact("57% EAL", school="eastbury"))
    assert 'data-fact="disadvantage" data-school="seven-kings"' in made
    assert wordings(made) == ["15% EAL", "57% EAL"]


def test_the_facts_of_one_of_several_schools_stand_under_its_name():
    name = fact("Seven Kings School", ", London", field="school", label="School", school="seven-kings")
    made = card(fact("15% EAL", school="seven-kings"), heading=name)
    assert wordings(made) == ["Seven Kings School, London", "15% EAL"]
    assert made.index('data-fact="school" data-school="seven-kings"') < made.index('data-fact="disadvantage"')
    assert '<dl class="card-g">' in made


def test_a_school_of_which_nothing_more_is_stated_has_no_empty_list():
    assert 'class="cells"' not in card(heading=fact("Seven Kings School", field="school", school="seven-kings"))


def test_several_values_of_a_long_fact_stand_on_lines_of_their_own():
    made = card(fact("Does talk help?", ", ", "Whom?", field="research_questions", wide=True))
    assert wordings(made) == ["Does talk help?, Whom?"]
    assert made.count("<br>") == 1


def test_wording_is_escaped():
    assert "<b>" not in card(fact("<b>", label="<b>", unit="<b>", remark="<b>"))


@pytest.mark.parametrize(
    ("length", "size"), [(10, "txt"), (26, "txt"), (27, "txt long"), (64, "txt long"), (65, "txt text")]
)
def test_long_wording_is_set_smaller(length, size):
    assert set_large(fact("x" * length)).size == size


def test_a_figure_that_is_not_a_piece_of_the_wording_stands_above():
    made = set_large(fact("Two forms", figure="2", figure_in_wording=True))
    assert (made.above, made.figure) == ("2", None)


@pytest.mark.parametrize(
    ("figure", "size"), [("56%", ""), ("5,134", ""), ("c. 7,000", "mid"), ("3 in 10 pupils", "long")]
)
def test_a_long_headline_number_is_set_smaller(figure, size):
    assert figure_size(figure) == size


def test_a_headline_number_in_words_is_set_as_words():
    assert figure_size("around two thirds") == "words"


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Talk first", ""), ("Talk first: maths for pupils who are new to English", "long"), ("x y " * 24, "longest"),
        ("Matematiklärare", "long"), ("Matematiklärarkonferens", "longest"), ("", ""),
    ],
)  # fmt: skip
def test_a_title_is_set_as_large_as_its_words_and_their_number_allow(title, size):
    assert title_size(title) == size


def test_speakers_with_one_role_are_one_voice() -> None:
    said = voices((Speaker("Nicki Ashton", "RIWG Leads"), Speaker("Kate Mole", "RIWG Leads"), Speaker("Cy", "head")))
    assert said == (Voice("Nicki Ashton and Kate Mole", "RIWG Leads"), Voice("Cy", "head"))


def test_a_role_alone_has_no_name_and_its_case_is_said() -> None:
    assert voices((Speaker("", "Maths lead", case=7),)) == (Voice("", "Maths lead, case study 7"),)
