"""What a Word document's text becomes: Markdown as an author would write it."""

from __future__ import annotations

import re

import pytest
from docx.document import Document
from docx.oxml import parse_xml

from tests.word.documents import (
    W,
    body,
    bold,
    document,
    facts,
    footnotes,
    heading,
    imported,
    picture,
    put,
    raw,
    table,
    text,
    told,
    with_parts,
)


def runs(*pieces: tuple[str, str]):
    """A paragraph of pieces, each with its looks: b, i, s (struck), ^ (raised), or none."""

    def write(made):
        paragraph = made.add_paragraph()
        for words, looks in pieces:
            run = paragraph.add_run(words)
            run.bold, run.italic = "b" in looks or None, "i" in looks or None
            run.font.strike, run.font.superscript = "s" in looks or None, "^" in looks or None

    return write


def line(*pieces: tuple[str, str]) -> str:
    return body(document(heading("Start"), runs(*pieces))).split("\n\n")[1].strip()


@pytest.mark.parametrize(
    ("pieces", "made"),
    [
        ([("bo", "b"), ("ld", "b"), (" words", "")], "**bold** words"),
        ([("Now ", "b"), ("and then", "")], "**Now** and then"),
        ([("a", ""), (" ", "b"), ("b", "")], "a b"),
        ([("very", "bi")], "***very***"),
        ([("in", ""), ("side", "b")], "in<strong>side</strong>"),
        ([("one", "b"), ("two", "i")], "<strong>one</strong><em>two</em>"),
        ([("(“Yes”)", "i"), (" she", "")], "*(“Yes”)* she"),
        ([("gone", "s"), (" 2", ""), ("nd", "^")], "<s>gone</s> 2<sup>nd</sup>"),
    ],
)
def test_pieces_that_word_has_cut_are_glued_and_emphasis_stands_at_words(pieces, made):
    assert line(*pieces) == made


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("# no heading", "\\# no heading"), ("1. no list", "1\\. no list"), ("- no list", "\\- no list"),
        ("> no quote", "\\> no quote"), ("::: stat", "\\:\\:\\: stat"), ("a * b_c_ <b> [x](y)", None),
        ("2\xa0km — it’s “so”", "2\xa0km — it’s “so”"), ("co\u00adoperate\u200b", "cooperate"),
        ("1.5 hours", "1.5 hours"), ("-5 degrees", "-5 degrees"),
        ("snake_case", "snake_case"), ("£5 & more", "£5 & more"), ("&amp;", "\\&amp;"),
    ],
)  # fmt: skip
def test_what_markdown_would_read_as_a_sign_is_escaped_and_nothing_else(words, made):
    assert line((words, "")) == (made or "a \\* b_c\\_ \\<b> \\[x\\](y)")


def test_tabs_are_spaces_line_breaks_stay_and_empty_paragraphs_and_page_breaks_go():
    data = document(heading("Start"), text("One\ttwo\nthree"), text(""), text(" \xa0"), lambda d: d.add_page_break(),
                    text("Four"))  # fmt: skip
    assert body(data) == "## Start\n\nOne two\\\nthree\n\nFour\n"


def test_headings_begin_at_the_second_level_and_leave_none_out():
    data = document(heading("One", 1), heading("Deep", 4), heading("Two", 1), heading("Three", 2), text("End"))
    assert body(data) == "## One\n\n### Deep\n\n## Two\n\n### Three\n\nEnd\n"


def test_the_first_heading_is_the_title_where_no_line_is_styled_as_one():
    made = imported(document(heading("Our year", 1), text("Words."), heading("Next", 2), title=""))
    assert (made.title, body(document(heading("Our year", 1), heading("Next", 2), text("x"), title=""))) == (
        "Our year", "## Next\n\nx\n",
    )  # fmt: skip


def test_a_title_on_two_lines_is_one():
    made = imported(document(text("and learning", "Title"), text("Words."), title="Talk"))
    assert made.title == "Talk and learning"


def test_without_a_title_the_properties_name_it_and_else_the_file():
    def named(made):
        made.core_properties.title = "A year of talk"

    def unnamed(made):
        made.core_properties.title = "Word Document"

    assert imported(document(named, text("Words."), title="")).title == "A year of talk"
    data = document(unnamed, text("Words."), title="")
    assert imported(data, name="Larkfield_final-version.docx").title == "Larkfield final version"


def test_a_style_that_is_based_on_a_heading_is_one():
    def write(made):
        style = made.styles.add_style("School heading", 1)
        style.base_style = made.styles["Heading 1"]
        made.add_paragraph("A heading", style=style)
        made.add_paragraph("Words.")

    assert body(document(write)) == "## A heading\n\nWords.\n"


def test_in_a_text_without_headings_short_bold_lines_are_taken_for_them_and_that_is_told():
    data = document(bold("What we did"), text("Words."), bold("Nobody was left out."), text("More."))
    assert body(data) == "## What we did\n\nWords.\n\n**Nobody was left out.**\n\nMore.\n"
    assert 'A bold line was taken for a heading: "What we did"' in told(data)


def test_lists_are_nested_and_numbers_go_on_where_word_goes_on():
    bullets = (text("a", "List Bullet"), text("b", "List Bullet 2"), text("c", "List Bullet"))
    numbers = (text("one", "List Number"), text("between"), text("two", "List Number"))
    data = document(heading("Start"), *bullets, *numbers)
    assert body(data) == "## Start\n\n- a\n  - b\n- c\n\n1. one\n\nbetween\n\n2. two\n"


def numbering(levels: str):
    """A list of its own, with levels as given: b(ullets), n(umbers), l(etters)."""
    how = {"b": "bullet", "n": "decimal", "l": "lowerLetter"}
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    each = "".join(f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{how[level]}"/></w:lvl>'
                   for n, level in enumerate(levels))  # fmt: skip
    own = (
        f'<w:abstractNum w:abstractNumId="77">{each}</w:abstractNum>',
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>',
    )
    return lambda _: f"<w:numbering {w}>{''.join(own)}</w:numbering>".encode()


def item(words: str, level: int):
    def write(made):
        paragraph = made.add_paragraph()
        put(paragraph, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{words}</w:t></w:r>")  # fmt: skip

    return write


def test_levels_of_a_list_are_kept_and_none_is_skipped():
    data = document(heading("Start"), item("a", 0), item("b", 1), item("c", 1), item("d", 0), item("e", 3))
    made = body(with_parts(data, {"word/numbering.xml": numbering("nbbb")}))
    assert made == "## Start\n\n1. a\n   - b\n   - c\n2. d\n   - e\n"


def test_letters_in_front_of_items_become_numbers_and_that_is_told():
    data = with_parts(document(heading("Start"), item("a", 0)), {"word/numbering.xml": numbering("l")})
    assert body(data) == "## Start\n\n1. a\n"
    assert "letters or Roman numerals" in told(data)


def test_typed_bullets_are_a_list():
    assert body(document(heading("Start"), text("•\tone"), text("• two"), text("End"))) == (
        "## Start\n\n- one\n- two\n\nEnd\n"
    )


def test_the_first_row_of_a_table_is_its_heading_and_signs_in_cells_are_kept():
    data = document(heading("Start"), table(("Year", "a|b"), ("2021", "71")))
    assert body(data) == "## Start\n\n| Year | a\\|b |\n|---|---|\n| 2021 | 71 |\n"


def test_merged_cells_are_spread_and_told():
    def write(made):
        grid = made.add_table(3, 3)
        for n, words in enumerate("abcdefghi"):
            grid.cell(n // 3, n % 3).text = words
        grid.cell(0, 1).merge(grid.cell(0, 2)).text = "wide"
        grid.cell(1, 0).merge(grid.cell(2, 0)).text = "tall"

    data = document(heading("Start"), write)
    assert body(data).split("\n\n")[1].strip() == (
        "| a | wide | wide |\n|---|---|---|\n| tall | e | f |\n| tall | h | i |"
    )
    assert "merged cells" in told(data)


def test_a_box_is_text_and_a_picture_in_a_table_stands_below_it():
    def write(made):
        made.add_table(1, 1).cell(0, 0).text = "In a box"

    assert body(document(heading("Start"), write)) == "## Start\n\nIn a box\n"
    assert "box around some text" in told(document(heading("Start"), write))


LINK = '<w:hyperlink r:id="{}" w:anchor="{}"><w:r><w:t>the words</w:t></w:r></w:hyperlink>'


def linked(address: str):
    def write(made):
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        id_ = made.part.relate_to(address, kind, is_external=True)
        put(made.add_paragraph("See "), f'<w:hyperlink r:id="{id_}"><w:r><w:t>the words</w:t></w:r></w:hyperlink>')

    return write


@pytest.mark.parametrize("level", ["", "\u00b2", "9" * 5_000])
def test_levels_that_are_no_numbers_are_none(level):
    def write(made: Document) -> None:
        for inside in ("<w:outlineLvl/>", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'):
            made.add_paragraph("Words")._p.insert(0, parse_xml(f"<w:pPr {W}>{inside}</w:pPr>"))

    assert "Words" in body(document(write))


@pytest.mark.parametrize("start", ["\u00b2", "9" * 5_000, "9" * 12])
def test_a_list_that_begins_at_no_number_that_word_has_begins_at_one(start):
    def changed(old: bytes) -> bytes:
        return re.sub(rb'<w:start w:val="\d+"/>', f'<w:start w:val="{start}"/>'.encode(), old)

    made = document(text("One", "List Number"), text("Two", "List Number"))
    assert "1. One\n2. Two" in body(with_parts(made, {"word/numbering.xml": changed}))


def test_links_to_the_web_stay():
    assert "See [the words](https://example.org/a_b)" in body(document(heading("S"), linked("https://example.org/a_b")))
    assert "[the words](<https://example.org/a(b)>)" in body(document(heading("S"), linked("https://example.org/a(b)")))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///C:/Users/a.docx", "../other.docx"])
def test_links_that_no_reader_can_follow_are_words_and_told(address):
    data = document(heading("S"), linked(address))
    assert "See the words" in body(data)
    assert 'The link on the words "the words"' in told(data)


def test_links_within_the_document_and_old_fields_are_told():
    inside = '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>below</w:t></w:r></w:hyperlink>'
    assert "Before below" in body(document(heading("S"), raw(inside)))
    assert "link to another place in the document" in told(document(heading("S"), raw(inside)))
    field = "".join(f"<w:r>{part}</w:r>" for part in (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText> HYPERLINK "https://a.org" \\o "tip" </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>site</w:t>", '<w:fldChar w:fldCharType="end"/>',
    ))  # fmt: skip
    assert "Before [site](https://a.org)" in body(document(heading("S"), raw(field)))


def test_footnotes_are_notes_in_the_order_of_their_marks():
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    data = footnotes(document(heading("S"), raw(mark.format(7)), raw(mark.format(5))), n5="Second.", n7="First * one.")
    assert body(data) == "## S\n\nBefore [^1]\n\nBefore [^2]\n\n[^1]: First \\* one.\n\n[^2]: Second.\n"


def test_a_mark_of_a_note_that_is_not_there_goes():
    data = document(heading("S"), raw('<w:r><w:footnoteReference w:id="3"/></w:r>'))
    assert body(data) == "## S\n\nBefore\n"


QUOTE = "> We can all do it.\n>\n> — Emily Pringle, maths lead\n"


@pytest.mark.parametrize(
    "steps",
    [
        (text("We can all do it.", "Quote"), text("— Emily Pringle, maths lead", "Quote")),
        (text("We can all do it.", "Intense Quote"), text("— Emily Pringle, maths lead")),
        (text("We can all do it.", "Quote"), text("- Emily Pringle, maths lead")),
        (text("We can all do it.\n— Emily Pringle, maths lead", "Quote"),),
    ],
)
def test_quotes_have_their_attribution_wherever_word_has_it(steps):
    assert body(document(heading("S"), *steps)) == f"## S\n\n{QUOTE}"


@pytest.mark.parametrize(
    "steps",
    [
        (text("“We can all do it.”"), text("– Emily Pringle, maths lead")),
        (text("“We can all do it.” — Emily Pringle, maths lead"),),
        (text("“We can all do it.”\n— Emily Pringle, maths lead"),),
    ],
)
def test_a_paragraph_in_quotation_marks_that_somebody_said_is_a_quote(steps):
    marked = QUOTE.replace("We can all do it.", "“We can all do it.”")
    assert body(document(heading("S"), *steps)) == f"## S\n\n{marked}"


def test_two_quotes_in_a_row_stay_two():
    data = document(heading("S"), text("One.", "Quote"), text("— Ann", "Quote"), text("Two.", "Quote"),
                    text("— Bob", "Quote"), text("After."))  # fmt: skip
    assert body(data) == "## S\n\n> One.\n>\n> — Ann\n\n> Two.\n>\n> — Bob\n\nAfter.\n"


def test_words_in_quotation_marks_that_nobody_said_stay_a_paragraph():
    data = document(heading("S"), text("“Talk first”"), text("Then write."))
    assert body(data) == "## S\n\n“Talk first”\n\nThen write.\n"


def test_questions_in_headings_or_in_bold_make_a_q_and_a():
    asked = document(heading("What did you do?"), text("A."), heading("And then?"), text("B."), heading("Notes"))
    assert facts(asked)[0] == "kind: q-and-a"
    typed = document(bold("What did you do?"), text("A."), bold("And then?"), text("B."))
    assert facts(typed)[0] == "kind: q-and-a"
    assert body(typed) == "## What did you do?\n\nA.\n\n## And then?\n\nB.\n"
    assert facts(document(heading("What did you do?"), text("A.")))[0] == "kind: case-study"


def test_the_kind_that_is_asked_for_wins():
    asked = document(heading("What did you do?"), text("A."), heading("And then?"), text("B."))
    assert facts(asked, "impact-story")[0] == "kind: impact-story"


def test_what_a_kind_needs_and_the_document_lacks_is_asked_for():
    lines = facts(document(text("Words.")), "research-group")
    at = next(n for n, line in enumerate(lines) if line.startswith("# Needed"))
    needed = {line.split(":")[0] for line in lines[at + 1 : at + 4]}
    assert needed == {"#   theme", "#   research_question", "#   hub"}


def test_every_story_is_a_draft():
    assert "draft: yes" in facts(document(text("Words.")))


def test_a_picture_with_a_caption_is_a_figure_and_one_without_stands_alone():
    wall = picture("Number lines on a wall")
    data = document(heading("S"), wall, text("Lines by Year 3", "Caption"), picture("Bars", "red"))
    assert body(data) == (
        "## S\n\n::: figure\nfile: number-lines-on-a-wall.png\nalt: Number lines on a wall\n\nLines by Year 3\n:::\n\n"
        "![Bars](bars.png)\n"
    )


def test_hyphens_that_were_typed_are_a_list_where_several_follow_each_other():
    assert body(document(heading("S"), text("- one"), text("- two"), text("End"))) == "## S\n\n- one\n- two\n\nEnd\n"
    assert body(document(heading("S"), text("- alone"), text("End"))) == "## S\n\n\\- alone\n\nEnd\n"


def test_a_hyphen_below_quoted_words_is_who_said_them_and_no_item():
    data = document(heading("S"), text("“We can.”"), text("- Emily Pringle, maths lead"), text("• one"))
    assert body(data) == "## S\n\n> “We can.”\n>\n> — Emily Pringle, maths lead\n\n- one\n"


def test_a_bold_line_at_the_top_is_the_title_and_that_is_told():
    data = document(bold("Talk first, then write"), text("School: Larkfield Primary"), text("Words."), title="")
    assert imported(data, name="final v3.docx").title == "Talk first, then write"
    assert 'The bold line at the top was taken for the title: "Talk first, then write"' in told(data)


@pytest.mark.parametrize("words", ["School: Larkfield Primary", "What did you do?", "This has been our year."])
def test_a_bold_fact_question_or_sentence_at_the_top_is_no_title(words):
    assert imported(document(bold(words), text("Words."), title=""), name="final v3.docx").title == "final v3"


def test_letters_before_questions_and_answers_are_left_out_and_are_no_facts():
    data = document(text("Q: What did you do?"), text("A: We talked."), bold("Q2: And then?"), text("A2: We wrote."))
    assert facts(data)[0] == "kind: q-and-a"
    assert body(data) == "## What did you do?\n\nWe talked.\n\n## And then?\n\nWe wrote.\n"
    assert 'What "Q:" begins was taken for a question' in told(data)
    assert "is no fact" not in told(data)


def test_a_letter_before_answers_alone_stays():
    assert body(document(heading("S"), text("A: the first group"))) == "## S\n\nA: the first group\n"


def test_a_picture_with_a_caption_is_asked_for_its_words_where_they_are_written():
    captioned = document(picture(), text("Number lines", "Caption"))
    assert "say in a line alt: below its name what it shows" in told(captioned)
    assert "say in its square brackets what it shows" in told(document(picture()))
