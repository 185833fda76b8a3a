"""What people type in place of what Word has a tool for: line ends, tabs, initials, styles that are no styles."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document

from sitegen.commands import main
from sitegen.schema.declared import HubEntry, Registers
from sitegen.word.package import open_package
from sitegen.word.story import Known, import_story
from tests.word.documents import (
    KNOWN,
    Write,
    body,
    bold,
    document,
    facts,
    heading,
    imported,
    photo,
    saved,
    table,
    text,
    told,
)
from tests.word.documents import picture as photo_of


def lines(*of_paragraph: str, first_bold: bool = False) -> Write:
    """One paragraph, its lines ended by hand."""

    def write(made: Document) -> None:
        paragraph = made.add_paragraph()
        for number, line in enumerate(of_paragraph):
            run = paragraph.add_run(line)
            run.bold = True if first_bold and not number else None
            if number + 1 < len(of_paragraph):
                run.add_break()

    return write


def italic(words: str) -> Write:
    def write(made: Document) -> None:
        made.add_paragraph().add_run(words).italic = True

    return write


def labelled(label: str, words: str) -> Write:
    """A paragraph that a bold label begins."""

    def write(made: Document) -> None:
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(words)

    return write


def test_blank_lines_within_a_paragraph_end_it():
    made = body(document(heading("S"), lines("We talked.", "Daily.", "", "Then we wrote.")))
    assert made == "## S\n\nWe talked.\\\nDaily.\n\nThen we wrote.\n"


def test_bullets_on_lines_that_were_ended_by_hand_are_a_list():
    made = body(document(heading("S"), lines("We did:", "- one", "going on", "- two")))
    assert made == "## S\n\nWe did:\n\n- one\\\n  going on\n- two\n"


def test_a_bullet_behind_spaces_is_one():
    assert body(document(heading("S"), text("  • one"), text("•\ttwo"))) == "## S\n\n- one\n- two\n"


def test_a_bold_line_above_the_rest_of_its_paragraph_is_a_line_of_its_own():
    made = document(lines("What did you do?", "We talked.", first_bold=True),
                    lines("And then?", "We wrote.", first_bold=True))  # fmt: skip
    assert facts(made)[0] == "kind: q-and-a"
    assert body(made) == "## What did you do?\n\nWe talked.\n\n## And then?\n\nWe wrote.\n"


def test_lines_with_tabs_are_a_table_and_told():
    data = document(heading("S"), text("Year\tPupils"), text("2021\t\t60"), lines("2022\t58", "2023\t61"), text("End."))
    assert body(data) == "## S\n\n| Year | Pupils |\n|---|---|\n| 2021 | 60 |\n| 2022 | 58 |\n| 2023 | 61 |\n\nEnd.\n"
    assert "Lines with tabs were taken for a table: see whether its columns hold." in told(data)


def test_one_line_with_tabs_and_a_line_that_is_moved_in_by_one_stay_text():
    data = document(heading("S"), text("Year\tPupils"), text("End."), text("\tMoved in."), text("\tAs well."))
    assert body(data) == "## S\n\nYear Pupils\n\nEnd.\n\nMoved in.\n\nAs well.\n"
    assert "tabs" not in told(data)


def test_a_table_of_one_row_that_sets_text_side_by_side_stands_one_below_the_other():
    data = document(heading("S"), table(("Left.\nMore on the left.", "Right.")))
    assert body(data) == "## S\n\nLeft.\\\nMore on the left.\n\nRight.\n"
    assert "A table of one row, which only set things side by side" in told(data)


def test_where_all_is_styled_as_a_title_the_first_line_is_it():
    data = document(*(text(words, "Title") for words in ("Talk first", "What we did", "We talked.")), title="")
    assert imported(data).title == "Talk first"
    assert body(data) == "What we did\n\nWe talked.\n"
    assert 'only its first line was taken for it: "Talk first"' in told(data)


def test_a_title_that_only_the_files_name_gives_is_told():
    data = document(text("Words."), title="")
    assert 'No title was found in the document; it is called "story" now' in told(data)
    assert "No title was found" not in told(document(text("Words.")))


def test_bold_lines_with_numbers_are_headings_whatever_ends_them():
    made = document(bold("1. What we did:"), text("A."), bold("2.1 What we learned."), text("B."))
    assert body(made) == "## 1\\. What we did:\n\nA.\n\n## 2.1 What we learned.\n\nB.\n"


@pytest.mark.parametrize("who", [("JS", "AC"), ("Interviewer", "Amira Cole")])
def test_initials_and_names_before_what_two_people_say_by_turns_make_a_q_and_a(who):
    asks, answers = who
    data = document(text("An introduction."), labelled(asks, "What did you do?"), labelled(answers, "We talked."),
                    labelled(asks, "Tell us more."), text(f"{answers}: Daily."), labelled(asks, "And then?"),
                    labelled(answers, "We wrote."))  # fmt: skip
    assert facts(data)[0] == "kind: q-and-a"
    first, then = "An introduction.\n\n## What did you do?\n\nWe talked.", "## And then?\n\nWe wrote.\n"
    assert body(data) == f"{first}\n\n## Tell us more.\n\nDaily.\n\n{then}"
    assert f'What "{asks}:" begins was taken for a question and what "{answers}:" begins for its answer' in told(data)


@pytest.mark.parametrize("said", [
    ("Note: who knew?", "Result: nobody."),
    ("Aim: what for?", "Aim: who for?", "Words."),
    ("JS: What?", "AC: This.", "JS: Who?", "BD: I.", "JS: And then?", "AC: We."),
])  # fmt: skip
def test_words_before_colons_that_are_no_talk_of_two_stay(said):
    made = document(heading("S"), *map(text, said))
    assert facts(made)[0] == "kind: case-study"
    assert body(made) == "\n\n".join(("## S", *said)) + "\n"


def test_numbered_questions_with_their_answers_make_a_q_and_a():
    data = document(text("What did you do?", "List Number"), text("We talked."), text("And then?", "List Number"),
                    text("We wrote."))  # fmt: skip
    assert facts(data)[0] == "kind: q-and-a"
    assert body(data) == "## What did you do?\n\nWe talked.\n\n## And then?\n\nWe wrote.\n"


def test_a_list_of_questions_stays_a_list():
    data = document(text("We asked:"), text("What for?", "List Number"), text("Who for?", "List Number"), text("End."))
    assert facts(data)[0] == "kind: case-study"
    assert body(data) == "We asked:\n\n1. What for?\n2. Who for?\n\nEnd.\n"


def test_questions_in_italics_make_a_q_and_a_where_there_are_no_headings():
    asked = (italic("What did you do?"), text("We talked."), italic("And then?"), text("We wrote."))
    assert body(document(*asked)) == "## What did you do?\n\nWe talked.\n\n## And then?\n\nWe wrote.\n"
    assert body(document(heading("S"), *asked)).startswith("## S\n\n*What did you do?*")


def test_a_table_with_a_question_in_each_row_makes_a_q_and_a():
    data = document(table(("Question", "Answer"), ("What did you do?", "We talked."), ("And then?", "We wrote.")))
    assert facts(data)[0] == "kind: q-and-a"
    assert body(data) == "## What did you do?\n\nWe talked.\n\n## And then?\n\nWe wrote.\n"


def test_single_quotation_marks_with_a_dash_and_a_name_are_a_quote():
    assert body(document(heading("S"), text("‘We can.’ – Ann Lee"))) == "## S\n\n> ‘We can.’\n>\n> — Ann Lee\n"


def test_a_cell_that_covers_others_is_read_once():
    made = docx.Document()
    made.add_heading("Talk first", 0)
    grid = made.add_table(3, 4)
    grid.cell(0, 0).merge(grid.cell(0, 3)).text = "About the school"
    for across, words in enumerate(("School name", "Larkfield", "Pupil premium", "34%")):
        grid.cell(1, across).text = words
    grid.cell(2, 0).text = "Headteacher"
    grid.cell(2, 1).merge(grid.cell(2, 3)).text = "Ms Cole"
    data = saved(made)
    assert facts(data)[2:4] == ["school: Larkfield", "disadvantage: 34% Pupil premium"]
    assert body(data) == "About the school\n\nHeadteacher: Ms Cole\n"


def test_labels_as_forms_have_them_are_fields():
    found = facts(document(text("Theme(s): Talk"), text("Name of school: Larkfield")))
    assert {"themes: Talk", "school: Larkfield"} <= set(found)


def test_facts_below_a_heading_stay_and_are_told_as_the_lines_that_would_make_them_facts():
    data = document(text("Size: Two-form entry"), heading("Context"), text("Number on roll – 420"),
                    table(("School", "Larkfield"), ("Pupil Premium", "34%")))  # fmt: skip
    assert "`school: Larkfield`; `disadvantage: 34% Pupil Premium`" in told(data)
    assert "420 pupils" not in told(data)  # the size is known
    assert "| School | Larkfield |" in body(data)


def test_one_line_below_a_heading_that_could_be_a_fact_is_not_told():
    assert "further down" not in told(document(heading("Context"), text("Phase: Primary")))


def test_a_document_without_text_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "here"]) == 0
    (tmp_path / "empty.docx").write_bytes(saved(docx.Document()))
    assert main(["import", "empty.docx", "--yes", "--site", "here", "--in", "2024-25/primary"]) == 2
    assert "empty.docx: This Word file holds no text." in capsys.readouterr().err


def test_the_hub_of_the_example_is_one_that_the_site_has():
    assert "#   hub: London South West" in facts(document(text("Words.")))
    own = Known(KNOWN.kinds, Registers(hubs=(HubEntry("vale", "Vale: west"),)))
    made = import_story(open_package(document(text("Words."))), own, "", "story.docx").text
    assert '#   hub: "Vale: west"\n' in made


def test_what_a_picture_needs_is_shown_for_figures_too():
    line = "# or, in a figure, below the name of its file as lines such as shows: no people"
    assert line in facts(document(photo_of("A wall")))


@pytest.mark.parametrize("steps", [
    (text("They talk.", "Intense Quote"), text("Amira Cole, maths lead", "Intense Quote")),
    (text("They talk.", "Quote"), text("Amira Cole, maths lead")),
    (text("“They talk.”"), text("Amira Cole, maths lead")),
    (text("“They talk.” Amira Cole, maths lead"),),
])  # fmt: skip
def test_a_name_and_a_role_beside_quoted_words_is_who_said_them(steps):
    made = body(document(heading("S"), *steps, text("After."))).replace("“", "").replace("”", "")
    assert made == "## S\n\n> They talk.\n>\n> — Amira Cole, maths lead\n\nAfter.\n"


def test_a_name_and_a_role_beside_words_that_are_not_quoted_stay_text():
    made = body(document(heading("S"), text("They talk."), text("Amira Cole, maths lead"), text("After.")))
    assert made == "## S\n\nThey talk.\n\nAmira Cole, maths lead\n\nAfter.\n"


@pytest.mark.parametrize("after", ["We talk", "Amira Cole", "In London, pupils talk. They write."])
def test_other_words_below_quoted_words_stay_text(after):
    assert body(document(heading("S"), text("“They talk.”"), text(after))) == f"## S\n\n“They talk.”\n\n{after}\n"


def test_paragraphs_that_are_numbered_by_hand_are_a_list():
    data = document(heading("S"), text("1. one"), text("2) two"), text("4. four"), text("1986. What a year."))
    assert body(data) == "## S\n\n1. one\n2. two\n\n4\\. four\n\n1986\\. What a year.\n"


def test_one_number_by_hand_makes_no_list():
    assert body(document(heading("S"), text("1. one"), text("End."))) == "## S\n\n1\\. one\n\nEnd.\n"


def test_questions_that_are_numbered_by_hand_with_their_answers_make_a_q_and_a():
    data = document(text("1. What did you do?"), text("We talked."), text("2. And then?"), text("We wrote."))
    assert facts(data)[0] == "kind: q-and-a"
    assert body(data) == "## What did you do?\n\nWe talked.\n\n## And then?\n\nWe wrote.\n"


def test_letters_with_numbers_and_points_make_a_q_and_a_whatever_is_asked():
    data = document(bold("Q1. The first lesson"), text("A1. It was loud."),
                    bold("Q2. And the next"), text("A2. Less so."))  # fmt: skip
    assert facts(data)[0] == "kind: q-and-a"
    assert body(data) == "## The first lesson\n\nIt was loud.\n\n## And the next\n\nLess so.\n"


def test_a_name_with_a_role_in_large_letters_below_quoted_words_is_who_said_them():
    data = document(heading("S"), text("“Now they want to be first.”"), bold("Amira Cole, Maths Lead"))
    assert body(data) == "## S\n\n> “Now they want to be first.”\n>\n> — Amira Cole, Maths Lead\n"


def test_a_table_that_sets_text_beside_pictures_stands_one_below_the_other():
    def write(made):
        grid = made.add_table(2, 2)
        grid.cell(0, 0).text = "Left."
        grid.cell(0, 0).add_paragraph("More.")
        grid.cell(0, 1).paragraphs[0].add_run().add_picture(io.BytesIO(photo()))
        grid.cell(1, 1).text = "Right."

    data = document(heading("S"), write)
    assert body(data) == "## S\n\nLeft.\n\nMore.\n\n![](picture-1.png)\n\nRight.\n"
    assert "A table that only set text and pictures side by side: they now stand one below the other" in told(data)
