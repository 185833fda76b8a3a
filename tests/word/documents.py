"""Word documents for tests, made with python-docx, with the raw XML that it has no words for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from PIL import Image

from sitegen.schema.declared import HubEntry, Registers
from sitegen.schema.kinds import shipped_kinds
from sitegen.word.package import open_package
from sitegen.word.story import Imported, Known, import_story

REGISTERS = Registers(hubs=(HubEntry("london-south-west", "London South West", ("LSW",)),))
KNOWN = Known(shipped_kinds(), REGISTERS)
W = nsdecls("w", "r", "m", "wp", "a", "pic")
"""The names that raw XML may use."""
MORE = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
"""Further names, for drawings."""

Write = Callable[[Document], object]


def document(*steps: Write, title: str = "Talk first") -> bytes:
    """A Word file: a title, and what each step writes."""
    made = docx.Document()
    if title:
        made.add_heading(title, 0)
    for step in steps:
        step(made)
    return saved(made)


def saved(made: Document) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def imported(data: bytes, kind: str = "", name: str = "story.docx") -> Imported:
    """The story that a Word file makes."""
    return import_story(open_package(data), KNOWN, kind, name)


def body(data: bytes, kind: str = "") -> str:
    """The Markdown below the facts."""
    return imported(data, kind).text.split("\n---\n\n", 1)[1]


def facts(data: bytes, kind: str = "") -> list[str]:
    """The lines between the hyphens."""
    return imported(data, kind).text.split("\n---\n\n", 1)[0].split("\n")[1:]


def told(data: bytes, kind: str = "") -> str:
    """Every note, a line each."""
    return "\n".join(note.text for note in imported(data, kind).notes)


def heading(text: str, level: int = 1) -> Write:
    return lambda d: d.add_heading(text, level)


def text(words: str, style: str | None = None) -> Write:
    return lambda d: d.add_paragraph(words, style=style)


def bold(words: str) -> Write:
    def write(made: Document) -> None:
        made.add_paragraph().add_run(words).bold = True

    return write


def table(*rows: tuple[str, ...]) -> Write:
    def write(made: Document) -> None:
        grid = made.add_table(len(rows), len(rows[0]))
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                grid.cell(y, x).text = words

    return write


def photo(colour: str = "teal", kind: str = "PNG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(data, kind)
    return data.getvalue()


def picture(alt: str = "", colour: str = "teal", kind: str = "PNG") -> Write:
    def write(made: Document) -> None:
        made.add_picture(io.BytesIO(photo(colour, kind)))
        properties = made.paragraphs[-1]._p.find(f".//{qn('wp:docPr')}")
        properties.set("descr", alt)

    return write


def raw(xml: str, after: str = "Before ") -> Write:
    """A paragraph with some words and, behind them, raw XML."""

    def write(made: Document) -> None:
        put(made.add_paragraph(after), xml)

    return write


def put(paragraph: Paragraph, xml: str) -> None:
    whole = parse_xml(f"<w:p {W}{MORE}>{xml}</w:p>")
    for element in list(whole):
        paragraph._p.append(element)


def with_parts(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """A Word file with some of its parts added or changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        given = dict(parts)
        for name in old.namelist():
            change = given.pop(name, old.read(name))
            new.writestr(name, change(old.read(name)) if callable(change) else change)
        for name, content in given.items():
            new.writestr(name, content(b"") if callable(content) else content)
    return made.getvalue()


def related(data: bytes, kind: str, name: str, content: str) -> bytes:
    """A Word file with one more part that the document refers to, as Word adds footnotes."""
    type_ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rIdNew{kind}" Type="{type_}" Target="{name}"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    return with_parts(data, {
        f"word/{name}": content.encode(),
        rels: lambda old: old.replace(b"</Relationships>", relation.encode()),
    })  # fmt: skip


def footnotes(data: bytes, **notes: str) -> bytes:
    """A Word file with footnotes, by id after an `n`."""
    each = "".join(f'<w:footnote w:id="{id_[1:]}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
                   for id_, words in notes.items())  # fmt: skip
    return related(data, "footnotes", "footnotes.xml", f"<w:footnotes {W}>{each}</w:footnotes>")
