"""What is no Word file, and what would flood the machine, is one plain sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from sitegen.word.package import NoWordFile, open_package
from sitegen.writing.errors import EnvironmentProblem
from tests.word.documents import document, imported, raw, text, with_parts

GOOD = document(text("Words."))
OLE = b"\xd0\xcf\x11\xe0" + bytes(600)
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document>&b;</w:document>'


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


def encrypted() -> bytes:
    data = bytearray(GOOD)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


NO_WORD_FILES = {
    "empty": (b"", "This file is empty."),
    "old": (OLE, "This is a Word file of the old sort (.doc), even if its name ends in .docx."),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "This file is protected with a password."),
    "locked zip": (encrypted(), "This file is protected with a password."),
    "pdf": (b"%PDF-1.7 ...", "This is a PDF and no Word file."),
    "rtf": (b"{\\rtf1 hello}", "This is a rich text file (RTF) and no Word file."),
    "text": (b"Dear all,", "This is no Word file."),
    "cut": (GOOD[:2000], "This Word file is damaged."),
    "excel": (zipped(xl__workbook_xml=b"<x/>"), "This is an Excel file and no Word file."),
    "slides": (zipped(ppt__presentation_xml=b"<x/>"), "This is a PowerPoint file and no Word file."),
    "writer": (zipped(content_xml=b"<x/>"), "This is an OpenDocument file and no Word file."),
    "other zip": (zipped(a=b"b"), "This file holds no Word document."),
}


@pytest.mark.parametrize("name", NO_WORD_FILES)
def test_what_is_no_word_file_says_what_it_is(name):
    data, sentence = NO_WORD_FILES[name]
    with pytest.raises(NoWordFile) as problem:
        open_package(data)
    assert str(problem.value).startswith(sentence)


DAMAGED = {
    "not xml": b"<w:document",
    "entities": BOMB,
    "nested": b"<a>" * 5000 + b"</a>" * 5000,
    "no body": b"<document/>",
    "nothing": b"",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_document_that_is_damaged_or_set_as_a_trap_is_refused(name):
    with pytest.raises(EnvironmentProblem):
        imported(with_parts(GOOD, {"word/document.xml": DAMAGED[name]}))


def test_a_part_that_unpacks_to_more_than_any_story_is_refused():
    bomb = with_parts(GOOD, {"word/document.xml": b"<w:document>" + b" " * 41_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(NoWordFile, match="larger than any story needs"):
        imported(bomb)


def test_a_file_that_unpacks_to_more_than_any_story_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}.xml", b"")
    with pytest.raises(NoWordFile, match="unpacks to more"):
        open_package(data.getvalue())


def test_names_that_lead_out_of_the_file_lead_nowhere():
    out = b'<Relationship Id="rIdOut" Type="x/image" Target="../../../../etc/passwd"/></Relationships>'
    blip = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        '<a:blip r:embed="rIdOut"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    data = with_parts(document(raw(blip)), {
        "word/_rels/document.xml.rels": lambda old: old.replace(b"</Relationships>", out),
        "../evil.txt": b"evil", "/etc/evil": b"evil",
    })  # fmt: skip
    made = imported(data)
    assert made.pictures == {}
    assert "A picture is missing in the file" in "\n".join(note.what for note in made.notes)


def test_a_document_without_any_words_is_refused():
    with pytest.raises(NoWordFile, match="holds no text"):
        imported(document(title=""))


def test_a_document_of_the_strict_sort_is_read():
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    def changed(old: bytes) -> bytes:
        return old.replace(transitional.encode(), strict.encode())

    made = imported(with_parts(GOOD, {"word/document.xml": changed, "word/styles.xml": changed}))
    assert (made.title, "Words." in made.text) == ("Talk first", True)
