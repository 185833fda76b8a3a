"""What is not published, and what Markdown has no words for: it is told, with its place."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml

from tests.word.documents import (
    W,
    body,
    document,
    facts,
    heading,
    imported,
    photo,
    picture,
    put,
    raw,
    related,
    text,
    told,
    with_parts,
)

INSERTED = '<w:ins w:id="1" w:author="{}"><w:r><w:t>{}</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="{}"><w:r><w:delText>{}</w:delText></w:r></w:del>'
START = heading("What changed")


def test_tracked_changes_are_counted_by_author_and_named_with_their_place():
    between = "<w:r><w:t> and </w:t></w:r>"
    change = INSERTED.format("Ann Lee", "new words") + between + DELETED.format("Bob", "old words")
    data = document(START, raw(change), raw(INSERTED.format("Bob", "more")))
    assert body(data) == "## What changed\n\nBefore new words and\n\nBefore more\n"
    notes = told(data)
    assert "Ann Lee: 1 insertion; Bob: 1 deletion and 1 insertion. The text is as Word shows it without marks." in notes
    assert 'Ann Lee inserted "new words", which is in the story (under "What changed")' in notes
    assert 'Bob deleted "old words", which is left out (under "What changed")' in notes


def test_one_change_that_word_has_cut_into_pieces_is_one():
    data = document(START, raw(INSERTED.format("Ann", "one ") + INSERTED.format("Ann", "two")))
    assert "Ann: 1 insertion." in told(data)


def test_words_that_were_moved_stand_in_their_new_place_alone():
    move = ('<w:moveFrom w:id="1" w:author="Ann"><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:t>then </w:t></w:r>'
            '<w:moveTo w:id="2" w:author="Ann"><w:r><w:t>moved</w:t></w:r></w:moveTo>')  # fmt: skip
    data = document(START, raw(move))
    assert body(data) == "## What changed\n\nBefore then moved\n"
    assert "Ann: 1 move." in told(data)


def test_a_deleted_end_of_a_paragraph_joins_two_and_a_deleted_row_goes():
    def write(made):
        first = made.add_paragraph("One ")
        put(first, "")
        first._p.get_or_add_pPr().append(_element('<w:rPr><w:del w:id="9" w:author="Ann"/></w:rPr>'))
        made.add_paragraph("two.")
        grid = made.add_table(2, 2)
        for n, words in enumerate("abcd"):
            grid.cell(n // 2, n % 2).text = words
        grid.rows[1]._tr.get_or_add_trPr().append(_element('<w:del w:id="8" w:author="Ann"/>'))

    data = document(START, write)
    assert body(data) == "## What changed\n\nOne two.\n\n| a | b |\n|---|---|\n"
    assert "Ann: 2 deletions." in told(data)


def _element(xml: str):
    return next(iter(parse_xml(f"<w:p {W}>{xml}</w:p>")))


def test_comments_are_listed_with_their_author_and_not_published():
    def write(made):
        paragraph = made.add_paragraph("A claim.")
        made.add_comment(paragraph.runs[0], text="Is this so?", author="Ann Lee", initials="AL")

    data = document(START, write)
    assert 'Ann Lee: "Is this so?" (under "What changed")' in told(data)
    assert "Is this so" not in imported(data).text


@pytest.mark.parametrize("how", ["run", "style of the run", "style of the paragraph"])
def test_hidden_text_is_not_published(how):
    def write(made):
        paragraph = made.add_paragraph("Seen. ")
        if how == "run":
            paragraph.add_run("Zzqqsecret").font.hidden = True
        elif how == "style of the run":
            style = made.styles.add_style("Hiding", 2)
            style.font.hidden = True
            paragraph.add_run("Zzqqsecret", style)
        else:
            style = made.styles.add_style("Hiding", 1)
            style.font.hidden = True
            made.add_paragraph("Zzqqsecret", style)

    data = document(START, write)
    assert "Zzqqsecret" not in imported(data).text
    assert "Hidden text, which is not published" in told(data)


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
GRAPHIC = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">{}</a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
LOST = {
    "text box": (BOX, 'A text box. Its words, to be copied from here if they are needed: "Boxed words"'),
    "SmartArt": (GRAPHIC.format("<dgm:relIds/>"), "A SmartArt diagram"),
    "chart": (GRAPHIC.format("<c:chart/>"), "A chart"),
    "shape": (GRAPHIC.format("<wps:wsp/>"), "A drawn shape"),
    "word art": ('<w:r><w:pict><v:shape><v:textpath string="Hooray"/></v:shape></w:pict></w:r>', '"Hooray"'),
    "embedded": (
        '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
        "An embedded file (Excel.Sheet.12)",
    ),
    "linked picture": (
        GRAPHIC.format('<pic:pic><pic:blipFill><a:blip r:link="rIdX"/></pic:blipFill></pic:pic>'),
        "A picture is not in the file, only a link to it",
    ),
    "sign of a font": ('<w:r><w:sym w:font="Nobody" w:char="F0FE"/></w:r>', "Something that cannot be converted"),
}


@pytest.mark.parametrize("what", LOST)
def test_what_does_not_survive_is_told_once_with_its_place(what):
    xml, sentence = LOST[what]
    data = document(START, raw(xml))
    assert body(data) == "## What changed\n\nBefore\n"
    assert told(data).count(sentence) == 1
    if what != "sign of a font":
        assert told(data).rstrip().endswith('(under "What changed")')


def test_a_place_before_any_heading_is_named_by_its_first_words():
    assert '(at "Before")' in told(document(raw(LOST["chart"][0])))


KEPT = {
    "smart tag": '<w:smartTag><w:r><w:t>kept</w:t></w:r></w:smartTag>',
    "direction": '<w:bdo w:val="ltr"><w:r><w:t>kept</w:t></w:r></w:bdo>',
    "simple field": '<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>kept</w:t></w:r></w:fldSimple>',
    "form": "<w:sdt><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>",
    "reading aid": (
        "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>kept</w:t></w:r></w:rubyBase></w:ruby>"
        "</w:r>"
    ),
}


@pytest.mark.parametrize("what", KEPT)
def test_words_inside_what_word_wraps_around_them_stay(what):
    assert "Before kept" in body(document(START, raw(KEPT[what])))


def test_a_field_that_word_keeps_up_to_date_is_told():
    assert "(AUTHOR) is now plain text" in told(document(START, raw(KEPT["simple field"])))


def test_what_a_form_asks_to_fill_in_goes():
    asks = "<w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent>"
    form = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{asks}</w:sdt>"
    assert body(document(START, raw(form))) == "## What changed\n\nBefore\n"


def test_a_table_of_contents_goes():
    def write(made):
        style = made.styles.add_style("toc 1", 1)
        made.add_paragraph("What changed 3", style)

    data = document(write, START, text("Words."))
    assert body(data) == "## What changed\n\nWords.\n"
    assert "table of contents" in told(data)


def test_heads_and_feet_of_pages_are_told():
    def write(made):
        made.sections[0].header.paragraphs[0].text = "Confidential draft"
        made.sections[0].footer.paragraphs[0].text = "7"

    notes = told(document(write, START, text("Words.")))
    assert 'A header: "Confidential draft"' in notes
    assert "A footer" not in notes


def test_colours_and_underlining_are_told():
    def write(made):
        run = made.add_paragraph().add_run("words")
        run.underline = True
        run.font.highlight_color = 7

    notes = told(document(START, write))
    assert "Underlining" in notes
    assert "marked with a colour" in notes


ALT = {
    "": ("![](picture-1.png)", "has no alternative text"),
    "IMG_1234.JPG": ("![](picture-1.png)", 'was only "IMG_1234.JPG"'),
    "Picture 3": ("![](picture-1.png)", 'was only "Picture 3"'),
    "A wall\n\nDescription automatically generated": (
        "![A wall](a-wall.png)",
        'Word itself made the alternative text "A wall"',
    ),
    "A [wall]": ("![A \\[wall\\]](a-wall.png)", ""),
}


@pytest.mark.parametrize("alt", ALT)
def test_alternative_text_is_the_documents_and_never_made_up(alt):
    written, note = ALT[alt]
    data = document(START, picture(alt))
    assert body(data).split("\n\n")[1].strip() == written
    assert note in told(data)


def test_a_picture_that_only_decorates_says_so():
    def write(made):
        picture("")(made)
        mark = ('<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
                '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>')  # fmt: skip
        properties = made.paragraphs[-1]._p.find(".//{*}docPr")
        properties.append(_element(mark))

    assert "![](picture-1.png){decorative}" in body(document(START, write))


def test_one_picture_used_twice_is_one_file_and_two_of_one_name_are_two():
    data = document(START, picture("A wall"), picture("A wall"), picture("A wall", "red"))
    assert sorted(imported(data).pictures) == ["a-wall-2.png", "a-wall.png"]


def test_pictures_are_named_by_what_they_hold_and_drawings_of_windows_are_told():
    emf = b"\x01\x00\x00\x00" + bytes(100)
    data = with_parts(document(START, picture("A wall"), picture("A plan", "red")), {"word/media/image1.png": emf})
    made = imported(data)
    assert list(made.pictures) == ["a-plan.png"]
    assert 'A picture "A wall": it is a drawing in Windows\' own format (EMF). Save it as PNG' in told(data)
    as_jpeg = with_parts(document(START, picture("A wall")), {"word/media/image1.png": photo(kind="JPEG")})
    assert list(imported(as_jpeg).pictures) == ["a-wall.jpg"]


def test_consent_is_left_to_the_author_and_asked_for():
    lines = "\n".join(facts(document(START, picture("A wall"))))
    assert "shows=pupils consent=C-014" in lines
    assert "consent" not in "\n".join(facts(document(START, text("Words."))))


def test_an_endnote_is_a_note():
    mark = '<w:r><w:endnoteReference w:id="4"/></w:r>'
    notes = f'<w:endnotes {W}><w:endnote w:id="4"><w:p><w:r><w:t>The end.</w:t></w:r></w:p></w:endnote></w:endnotes>'
    data = related(document(START, raw(mark)), "endnotes", "endnotes.xml", notes)
    assert body(data) == "## What changed\n\nBefore [^1]\n\n[^1]: The end.\n"


def test_a_document_inside_the_document_is_told():
    def write(made):
        made.add_paragraph("Words.")
        made.element.body.insert(2, _element('<w:altChunk r:id="rId9"/>'))

    assert "Another document that was put into this one" in told(document(START, write))




def test_a_place_is_named_by_the_words_that_stay():
    change = DELETED.format("Jo", "thirty") + INSERTED.format("Jo", "forty")
    assert '(at "The school has forty")' in told(document(raw(change, after="The school has ")))
