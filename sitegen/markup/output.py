"""What is known while a piece of HTML is written out, and what each kind of mark becomes in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from sitegen.markup.body import Part, Picture
from sitegen.markup.formulas import set_formula, spoken
from sitegen.markup.ids import Ids
from sitegen.markup.marks import Kind, Mark, Marks
from sitegen.markup.typography import Typography
from sitegen.problems.problem import Problem, Where


class OpenHeading:
    """A heading that is being read: its place in the output, its attributes, its text so far.

    `inner` counts the headings that HTML opened inside it, whose tags are left out.
    """

    def __init__(self, piece: int, level: int, attributes: str, where: Where) -> None:
        self.piece = piece
        self.level = level
        self.attributes = attributes
        self.where = where
        self.text: list[str] = []
        self.inner = 0


class Output:
    """The parts so far, and the state that the next piece is read in.

    `links` are the links that are open, each by the element that ends it (empty for a link that was refused). `notes`
    numbers footnotes in the order of their first marks, `marks_of` are the ids of their marks; `defined` are the names
    that have a note.
    """

    def __init__(self, marks: Marks, ids: Ids, typography: Typography, defined: frozenset[str]) -> None:
        self.marks = marks
        self.ids = ids
        self.typography = typography
        self.defined = defined
        self.parts: list[Part] = []
        self.problems: list[Problem] = []
        self.notes: dict[str, int] = {}
        self.marks_of: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.heading: OpenHeading | None = None
        self.code = 0
        self.where = Where("")

    def show(self, token: str) -> None:
        """Adds what a mark stands for; in code, what its author wrote."""
        mark = self.marks.at(token)
        if self.code:
            self.parts.append(escape(self.marks.written(mark.source), quote=False))
            return
        show = _SHOW.get(mark.kind)
        if show:
            if mark.kind != Kind.BARE or not self.links:
                self.problems += mark.problems
            show(mark, self)

    def speak(self, text: str) -> None:
        """Adds to the plain text of the heading that is open."""
        if self.heading:
            self.heading.text.append(text)

    def captioned(self, picture: Picture, caption: tuple[Part, ...]) -> Picture:
        """The picture with its caption: the one given, else the title that Markdown has for it."""
        if caption or not picture.title:
            return replace(picture, caption=caption)
        return replace(picture, caption=(escape(self.typography.smarten(picture.title), quote=False),))


def _line(mark: Mark, output: Output) -> None:
    output.where = mark.where
    if output.heading and not output.heading.text:
        output.heading.where = mark.where


def _text(mark: Mark, output: Output) -> None:
    text = str(mark.value)
    output.typography.passed(text)
    output.speak(text)
    output.parts.append(escape(text, quote=False))


def _span(mark: Mark, output: Output) -> None:
    text = str(mark.value)
    output.typography.passed("x")
    output.speak(text)
    output.parts.append(f"<code>{escape(text, quote=False)}</code>")


def _code(mark: Mark, output: Output) -> None:
    output.parts.append(str(mark.value))


def _formula(mark: Mark, output: Output) -> None:
    latex = str(mark.value)
    checked = set_formula(latex, mark.source.startswith("$$"), mark.where)
    output.problems += checked.problems
    output.typography.passed("x")
    output.speak(spoken(latex))
    output.parts.append(checked.value)


def _note(mark: Mark, output: Output) -> None:
    name = str(mark.value)
    if name not in output.defined:
        output.parts.append(escape(mark.source, quote=False))
        return
    number = output.notes.setdefault(name, len(output.notes) + 1)
    own = output.ids.take(f"s-fnref_{number}")
    output.marks_of.setdefault(name, []).append(own)
    label = f'aria-label="Footnote {number}"'
    output.parts.append(f'<sup><a href="#s-fn_{number}" id="{own}" {label}>{number}</a></sup>')


def _picture(mark: Mark, output: Output) -> None:
    if isinstance(mark.value, Picture):
        output.parts.append(output.captioned(mark.value, ()))
    else:
        _text(mark, output)


_SHOW: Mapping[Kind, Callable[[Mark, Output], None]] = {
    Kind.LINE: _line,
    Kind.LITERAL: _text,
    Kind.BARE: _text,
    Kind.SPAN: _span,
    Kind.CODE: _code,
    Kind.FORMULA: _formula,
    Kind.NOTE: _note,
    Kind.PICTURE: _picture,
}
"""What each kind of mark becomes; kinds that are not here leave nothing."""
