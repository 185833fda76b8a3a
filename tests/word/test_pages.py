"""Imported stories, built: the words on the page are the words of the document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

import docx
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.markup.convert import convert
from sitegen.markup.plain import text_of
from sitegen.pipeline import Build
from tests.elements import read
from tests.fuzz.budget import tries
from tests.sites import built
from tests.word.documents import document, footnotes, heading, imported, picture, raw, saved, table, text

HUBS = "- id: lsw\n  name: London South West\n  region: London\n  area: London\n"
SIGNS = "*_`[]()<>{}#+-=~|\\!$&:.;,^%@/\"'1230 abAB \xa0\u00ad—–“”‘’é"
PIECES = (
    "word TODO 1. 1) # ## - + * > ::: :::: -- --- ... … www.a.uk http://a.b/c_d_e https:// &amp; &#42; <b> </p> <!-- "
    "--> [^1]: [^1] [x](y) ![a](b.png) **b** __c__ $x$ $$ {#id} {: .c} a|b |---|---| ~~~ ``` === *[AB]: — Ann Title: "
    "\\* \\ Q: 5' 10\" *** ___ a@b.uk snake_case 2*3*4 f(x)_1 ~~gone~~ ==mark== [] ( ) .. :: :"
).split()
TEXTS = st.text(SIGNS, max_size=24) | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
LOOKS = st.sampled_from(["", "b", "i", "bi", "s", "^"])
RUNS = st.lists(st.tuples(TEXTS, LOOKS), min_size=1, max_size=4)
PARAGRAPHS = st.lists(RUNS, min_size=1, max_size=5)


def folded(words: str) -> str:
    """Words without what typography changes: white space, and the shapes of quotation marks, dashes and dots."""
    plain = words.replace("\u00ad", "").replace("…", "...").replace("—", "---").replace("–", "--")
    for shapes, one in (("[“”„«»\"″]", '"'), ("[‘’‚‹›'′]", "'")):
        plain = re.sub(shapes, one, plain)
    return "".join(plain.split())


def written(paragraphs: Sequence[Sequence[tuple[str, str]]]) -> tuple[bytes, str]:
    """A Word file of these paragraphs between two others, and all its words below the heading."""
    made = docx.Document()
    made.add_heading("Talk first", 0)
    made.add_heading("Beginning", 1)
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for words, looks in runs:
            run = paragraph.add_run(words)
            run.bold, run.italic = "b" in looks or None, "i" in looks or None
            run.font.strike, run.font.superscript = "s" in looks or None, "^" in looks or None
    made.add_paragraph("Ending.")
    return saved(made), folded("Beginning" + "".join(w for runs in paragraphs for w, _ in runs) + "Ending.")


@tries(150)
@given(PARAGRAPHS)
@example([[("**b**", "b"), ("c", "")]])
@example([[("a:", "b"), ("://b", "")], [("1", "b"), (". x", "")]])
@example([[("[^1]", ""), (": note", "")], [("— Ann", "")], [("a  ", "i"), ("  b", "b")]])
def test_the_words_of_any_paragraph_come_through_markdown_unchanged(paragraphs):
    data, words = written(paragraphs)
    markdown = imported(data, "case-study").text.split("\n---\n\n", 1)[1]
    assert folded(text_of(convert(markdown).parts)) == words


@tries(12)
@given(paragraphs=PARAGRAPHS)
def test_the_words_of_any_paragraph_stand_on_the_built_page(tmp_path_factory, paragraphs):
    data, words = written(paragraphs)
    result = build(tmp_path_factory.mktemp("site"), data)
    assert words in folded(words_on(result, "talk-first"))


def build(root: Path, data: bytes, kind: str = "case-study") -> Build:
    """The site with the imported story in it, drafts shown."""
    made = imported(data, kind)
    folder = f"content/2022-23/01-{made.slug}"
    files = {f"{folder}/index.md": made.text, **{f"{folder}/{name}": p for name, p in made.pictures.items()}}
    return built(root, {"content/hubs.yaml": HUBS, **files}, drafts=True, today=datetime.date(2024, 1, 15))


def page(result: Build, name: str) -> str:
    content = result.outputs[f"2022-23/{name}/index.html"]
    assert isinstance(content, bytes)
    return content.decode()


def words_on(result: Build, name: str) -> str:
    """The words of a story's page, without what the site puts around them."""
    return next(read(page(result, name)).all("main")).text()


def errors(result: Build) -> list[str]:
    return [p.code for p in result.problems if p.is_error]


WHOLE = footnotes(
    document(
        table(("School", "Goldfinch Primary, Streatham"), ("Size", "Two-form entry"), ("Pupil Premium", "7%"),
              ("Hub", "London South West"), ("Years engaged", "3")),
        heading("What changed"),
        text("Pupils explain before they write."),
        text("one", "List Bullet"), text("two", "List Bullet"),
        text("first", "List Number"), text("between"), text("second", "List Number"),
        table(("Year", "Pupils"), ("2021/22", "71"), ("2022/23", "77")),
        text("Now they want to be first.", "Quote"), text("— Amira Cole, maths lead"),
        raw('<w:r><w:footnoteReference w:id="7"/></w:r>', "A fact with a note."),
        picture("Number lines on a wall"),
    ),
    n7="The note itself.",
)  # fmt: skip


def test_an_imported_story_builds_without_an_error_and_says_what_the_document_said(tmp_path):
    result = build(tmp_path, WHOLE)
    assert errors(result) == []
    html = page(result, "talk-first")
    main = next(read(html).all("main"))
    facts = {e.attributes["data-fact"]: " ".join(e.text().split()) for e in main.all() if "data-fact" in e.attributes}
    assert facts == {
        "school": "Goldfinch Primary, Streatham", "size": "Two-form entry", "disadvantage": "7% Pupil Premium",
        "years_engaged": "3", "hub": "London South West",
    }  # fmt: skip
    bullets = next(e for e in main.all("ul") if "one" in e.text())
    assert [item.text().strip() for item in bullets.all("li")] == ["one", "two"]
    assert [e.attributes.get("start") for e in main.all("ol") if "second" in e.text()] == ["2"]
    cells = [cell.text().strip() for e in main.all("table") for cell in e.all("th", "td")]
    assert cells[:6] == ["Year", "Pupils", "2021/22", "71", "2022/23", "77"]
    quote = next(main.all("blockquote"))
    assert "Now they want to be first." in quote.text()
    assert "Amira Cole" in main.text()
    assert "The note itself." in main.text()


def test_questions_stand_on_the_page_as_questions(tmp_path):
    data = document(heading("What did you do?"), text("We talked."), heading("What came of it?"), text("Talk."))
    result = build(tmp_path, data, kind="")
    assert errors(result) == []
    shown = {e.text().strip() for e in read(page(result, "talk-first")).all("h2", "p")}
    assert shown >= {"We talked.", "What did you do?"}


def test_a_picture_without_alternative_text_is_told_and_is_never_given_one(tmp_path):
    result = build(tmp_path, document(heading("Start"), text("Words."), picture()))
    assert errors(result) == []
    assert "no-alt-text-yet" in [problem.code for problem in result.problems]


def test_nothing_that_was_deleted_hidden_or_remarked_is_anywhere_in_the_site(tmp_path):
    def remarked(made):
        paragraph = made.add_paragraph("A claim.")
        made.add_comment(paragraph.runs[0], text="Zzqqcomment", author="Zzqqauthor")
        made.sections[0].header.paragraphs[0].text = "Zzqqheader"

    secrets = (
        '<w:del w:id="2" w:author="Zzqqauthor"><w:r><w:delText>Zzqqdeleted</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Zzqqhidden</w:t></w:r>"
    )
    result = build(tmp_path, document(heading("Start"), raw(secrets), remarked))
    assert errors(result) == []
    files = {address: content for address, content in result.outputs.items() if isinstance(content, bytes)}
    assert [address for address, content in files.items() if b"zzqq" in content.lower()] == []
