"""Large first letters and titles in text boxes are part of the text, whatever Word keeps them in."""

from __future__ import annotations

from docx.document import Document

from tests.word.documents import Write, body, bold, document, heading, imported, put, raw, text, told

CAP = '<w:pPr><w:framePr w:dropCap="{}" w:lines="3"/></w:pPr><w:r><w:t>P</w:t></w:r>'


def cap(where: str = "drop") -> Write:
    def write(made: Document) -> None:
        paragraph = made.add_paragraph()
        paragraph._p[:] = []
        put(paragraph, CAP.format(where))

    return write


def box(*paragraphs: str, style: str = "") -> str:
    """A text box as Word writes it, twice."""
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inside = "".join(f"<w:p>{head}<w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>")  # fmt: skip


def test_a_large_first_letter_stands_in_front_of_its_word():
    assert body(document(heading("S"), cap(), text("upils talk."), text("End."))) == "## S\n\nPupils talk.\n\nEnd.\n"
    assert body(document(heading("S"), cap("margin"), text("upils talk."))) == "## S\n\nPupils talk.\n"


def test_a_frame_that_is_no_large_letter_stays_a_paragraph():
    assert body(document(heading("S"), cap("none"), text("Words."))) == "## S\n\nP\n\nWords.\n"


def test_a_large_letter_with_nothing_behind_it_stays():
    assert body(document(heading("S"), text("Words."), cap())) == "## S\n\nWords.\n\nP\n"


def test_a_box_above_all_text_is_the_title_where_there_is_no_other():
    data = document(raw(box("Talking to fractions"), after=""), text("We talked."), title="")
    assert imported(data).title == "Talking to fractions"
    assert body(data) == "We talked.\n"
    assert 'The words of a text box at the top were taken for the title: "Talking to fractions"' in told(data)
    assert "A text box" not in told(data)


def test_a_box_is_no_title_where_there_is_one_or_below_text_or_with_more_than_a_line():
    titled = document(raw(box("A box"), after=""), text("We talked."))
    below = document(text("We talked."), raw(box("A box"), after=""), title="")
    longer = document(raw(box("A box", "and more"), after=""), text("We talked."), title="")
    for data in (titled, below, longer):
        assert 'A text box. Its words, to be copied from here if they are needed: "A box' in told(data)
        assert "taken for the title" not in told(data)
        assert body(data) == "We talked.\n"


def test_what_is_styled_as_a_title_in_a_box_is_the_title_and_the_rest_of_the_box_is_told():
    end = "</w:txbxContent>"
    both = box("Talking", style="Title").replace(end, f"<w:p><w:r><w:t>By us</w:t></w:r></w:p>{end}")
    data = document(raw(both, after=""), text("We talked."), title="")
    assert imported(data).title == "Talking"
    assert 'if they are needed: "By us"' in told(data)


def test_words_in_a_box_are_said_once():
    assert '(at "Words A box")' in told(document(text("One."), raw(box("A box"), after="Words ")))


def test_a_line_that_names_the_kind_is_its_kind_and_no_title():
    data = document(bold("CASE STUDY"), bold("Talk first"), heading("What was it?", 2), text("A."),
                    heading("And then?", 2), text("B."), title="")  # fmt: skip
    made = imported(data)
    assert (made.title, made.kind.id) == ("Talk first", "case-study")
    assert body(data) == "## What was it?\n\nA.\n\n## And then?\n\nB.\n"
    assert 'The line "CASE STUDY" says what kind of story this is; it is left out of the text' in told(data)


def test_the_kind_that_was_asked_for_goes_before_the_line():
    assert imported(document(bold("Case study:"), text("A.")), kind="spotlight").kind.id == "spotlight"


def test_a_line_that_names_a_kind_further_down_stays():
    assert body(document(text("A."), heading("S"), text("Case study"))) == "A.\n\n## S\n\nCase study\n"
