"""Markdown with blocks to a Body: the whole of the conversion in the order in which it happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.markup.acronyms import placed
from sitegen.markup.blocks import Builder
from sitegen.markup.body import Body, Part
from sitegen.markup.cleaning import to_clean_html
from sitegen.markup.code import hide_code
from sitegen.markup.gathering import body_of, in_order
from sitegen.markup.guards import too_large
from sitegen.markup.headings import lift_of, reserved_ids
from sitegen.markup.ids import Ids
from sitegen.markup.inline import mark_inline
from sitegen.markup.layout import Layout
from sitegen.markup.lines import Line, lines_of
from sitegen.markup.marks import Marks
from sitegen.markup.notes import unused, write_notes
from sitegen.markup.output import Output
from sitegen.markup.scanner import scan_blocks
from sitegen.markup.slips import no_question, notes_to_self
from sitegen.markup.typography import Typography
from sitegen.markup.writer import Writer
from sitegen.problems.problem import Problem
from sitegen.regex import regex
from sitegen.schema.blocks import block_schemas

_QUESTION = regex(r"(?=<h2[ >])")


@dataclass(frozen=True, slots=True)
class MarkupOptions:
    """What a conversion needs to know besides the text.

    `language` decides the quotation marks. With `questions`, every second-level heading is a question and begins a
    part of its own, so that a page can set each question with its answer.
    """

    language: str = "en-GB"
    questions: bool = False


def convert(text: str, options: MarkupOptions = MarkupOptions()) -> Body:
    """The body that a text makes. It depends on the text alone, and an author's mistake is a problem in it.

    Lines and columns count from the text's own first line. Every `str` among its parts is safe HTML: ids in it begin
    with `s-` and links within the page with `#s-`.
    """
    refused = too_large(text)
    if refused:
        return Body(problems=(refused,))
    marks = Marks()
    lines = lines_of(text)
    hidden = hide_code(lines, marks)
    scanned = scan_blocks(hidden.value, block_schemas())
    layout = Layout(marks)
    flow = layout.flow(scanned.value)
    notes = {name: layout.note(note) for name, note in layout.definitions.notes.items()}
    cleaned = [to_clean_html(mark_inline(lines, marks, layout.definitions), marks) for lines in layout.pieces]
    builder = _builder([html for html, _ in cleaned], layout, options)
    parts = _by_question(builder.parts(flow)) if options.questions else builder.parts(flow)
    footnotes = write_notes(notes, builder)
    said = (problem for _, problems in cleaned for problem in problems)
    found = (*hidden.problems, *scanned.problems, *layout.definitions.problems, *said, *builder.writer.output.problems)
    lost = unused(layout.definitions, builder.writer.output.notes)
    slipped = (*notes_to_self(hidden.value), *_unasked(hidden.value, builder.writer, options))
    body = _body(parts, footnotes, builder.writer, in_order((*found, *lost, *slipped)))
    return replace(body, acronyms=placed(body.acronyms, lines))


def _unasked(lines: Sequence[Line], writer: Writer, options: MarkupOptions) -> tuple[Problem, ...]:
    is_asked = any(heading.level == 2 for heading in writer.headings)
    return no_question(lines) if options.questions and not is_asked else ()


def _builder(pieces: Sequence[str], layout: Layout, options: MarkupOptions) -> Builder:
    names = frozenset(layout.definitions.notes)
    output = Output(layout.marks, Ids(reserved_ids(pieces)), Typography(options.language), names)
    return Builder(Writer(output, lift_of(pieces)), pieces, options.language)


def _by_question(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts in which every heading of the second level begins a part."""
    pieces = (_QUESTION.split(part) if isinstance(part, str) else [part] for part in parts)
    return tuple(piece for group in pieces for piece in group if piece)


def _body(parts: tuple[Part, ...], notes: tuple[Part, ...], writer: Writer, problems: tuple[Problem, ...]) -> Body:
    return replace(
        body_of(parts, notes),
        headings=tuple(writer.headings),
        ids=tuple(writer.output.ids.taken),
        problems=problems,
    )
