"""A Word document as a story: read it first, for it has the steps in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from sitegen.model.names import names
from sitegen.schema.declared import Kind, Registers
from sitegen.text import slug
from sitegen.word.asking import with_marked_questions
from sitegen.word.blocks import read_blocks
from sitegen.word.conversion import to_html
from sitegen.word.facts import Labels, facts_below, take_facts
from sitegen.word.fields import front_matter
from sitegen.word.lining import with_lines_apart
from sitegen.word.markdown import to_markdown
from sitegen.word.nodes import read_nodes
from sitegen.word.notes import About, Note
from sitegen.word.package import NoWordFile, Package
from sitegen.word.pictures import with_files
from sitegen.word.shaping import shaped, with_levels, with_typed_headings
from sitegen.word.side_by_side import side_by_side
from sitegen.word.spreading import is_merged
from sitegen.word.titles import asks_in_bold, kind_of_text, take_kind_line, take_title, title_in_bold, title_of_file
from sitegen.word.values import Blocks, Document, Table


@dataclass(frozen=True, slots=True)
class Known:
    """What a site knows: its kinds of story, and its hubs and schools."""

    kinds: Mapping[str, Kind]
    registers: Registers


@dataclass(frozen=True, slots=True)
class Imported:
    """A story that was made of a document: `text` is its file's, `pictures` are the files beside it."""

    title: str
    kind: Kind
    text: str
    pictures: Mapping[str, bytes]
    notes: tuple[Note, ...]

    @property
    def slug(self) -> str:
        """The name of its folder, without a number."""
        return slug(self.title) or "story"


def import_story(package: Package, known: Known, kind_id: str, file_name: str) -> Imported:
    """The story that a document makes; `kind_id` is empty where the text is to tell. What it lost is in the notes."""
    converted = to_html(package)
    told = _Told(list(converted.notes))
    document = read_blocks(read_nodes(converted.html), told.lost, told.look)
    said, blocks = take_kind_line(shaped(with_lines_apart(document.blocks)), known.kinds, told.look)
    title, blocks = take_title(blocks, told.look)
    asked = with_marked_questions(blocks, told.look)
    kind = known.kinds[kind_id or said or kind_of_text(asked, known.kinds, is_interview=asked != blocks)]
    labels = Labels(kind)
    if not title:
        title, asked = title_in_bold(asked, labels, told.look)
    found = take_facts(asked, labels)
    text = side_by_side(found.blocks, told.look)
    body = with_levels(with_typed_headings(text, told.look, questions=kind.questions and asks_in_bold(blocks)))
    pictured = with_files(replace(document, blocks=body), converted.pictures, told.lost, told.look)
    if not body and not found.facts:
        raise NoWordFile("This Word file holds no text.")
    facts = dict(found.facts)
    title = title or " ".join(facts.pop("title", ())) or told.title_of_file(package, file_name)
    told.tell_further(facts_below(body, labels, known=found.facts))
    hub = next((hub.name for hub in known.registers.hubs), "")
    front = front_matter(kind, title, facts, names(known.registers), has_pictures=bool(pictured.files), hub=hub)
    told.tell_facts(found.unknown, (*_nothing_behind(found.empty), *front.said))
    told.tell_tables(pictured.document)
    whole = f"---\n{front.text}\n---\n\n{to_markdown(pictured.document)}"
    return Imported(title, kind, whole, pictured.files, tuple(told.notes))


def _core(package: Package) -> Element | None:
    return package.xml("docProps/core.xml")


class _Told:
    def __init__(self, notes: list[Note]) -> None:
        self.notes = notes

    def lost(self, what: str) -> None:
        self.notes.append(Note(About.LOST, what))

    def look(self, what: str) -> None:
        self.notes.append(Note(About.LOOK, what))

    def title_of_file(self, package: Package, file_name: str) -> str:
        title = title_of_file(_core(package), file_name)
        self.look(f'No title was found in the document; it is called "{title}" now: write its title into index.md')
        return title

    def tell_further(self, lines: tuple[str, ...]) -> None:
        if lines:
            self.notes.append(Note(About.FACTS, f"Facts stand further down, where they stay text. {_USE} {_in(lines)}"))

    def tell_facts(self, unknown: tuple[str, ...], said: tuple[str, ...]) -> None:
        lines = [f'"{line}" is no fact that this kind of story has; it stays in the text.' for line in unknown]
        self.notes += [Note(About.FACTS, what) for what in (*lines, *said)]

    def tell_tables(self, document: Document) -> None:
        if any(is_merged(table.rows) for table in _tables(document.blocks)):
            self.look("A table has merged cells: what stood in one now stands in each cell that it covered")


def _nothing_behind(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f'Nothing stands behind "{label}" in the document; the line is left out.' for label in labels)


_USE = "For the card, write between the hyphens of index.md:"


def _in(lines: tuple[str, ...]) -> str:
    return "; ".join(f"`{line}`" for line in lines)


def _tables(blocks: Blocks) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        for item in getattr(block, "items", ()):
            yield from _tables(item)
