"""A text on a page: whole, in halves, by question, or in spreads between its charts. What templates call on texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, pass_environment
from markupsafe import Markup

from sitegen.markup.body import Block, Part
from sitegen.model.values import Text
from sitegen.regex import regex
from sitegen.rendering.pen import Pen, Piece, block_name

_AROUND = {
    "html": ('<div class="prose">', "</div>"),
    "finding": ('<ol class="pairs">', "</ol>"),
}
_FEWEST_HEADINGS = 2
_LAST_HEADING = regex(r"<(h[2-6])\b[^<>]*+>(?:(?!<h[2-6]).)*</\1>\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spread:
    """A stretch of a text across the page: a chart alone, or what stands between two charts."""

    is_chart: bool
    html: Markup


def _pieces(
    environment: Environment, text: Text, prefix: str, shift: int, without: Sequence[str] = (), by_section: bool = False
) -> tuple[Piece, ...]:
    pen = Pen(environment, text, prefix, shift, 2 + shift)
    return tuple(p for p in pen.pieces(text.body.parts, by_section) if p.name not in without)


def _joined(pieces: Iterable[Piece]) -> Markup:
    runs = ((_AROUND.get(name, ("", "")), run) for name, run in groupby(pieces, key=lambda p: p.name))
    written = (f"{before}{''.join(piece.html for piece in run)}{behind}" for (before, behind), run in runs)
    return Markup("\n".join(written))


def _with_headings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, a heading that ends the text before a chart joined to the chart."""
    out: list[Piece] = []
    for piece in pieces:
        ending = _LAST_HEADING.search(out[-1].html) if out and piece.name == "chart" else None
        if ending and out[-1].name == "html":
            rest = out.pop().html[: ending.start()]
            out += [Piece("html", Markup(rest))] if rest.strip() else []
            piece = Piece("chart", Markup(ending[0]) + piece.html)
        out.append(piece)
    return tuple(out)


def _by_heading(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces in groups, each but the first beginning with a second-level heading."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups += [[]] if piece.is_section else []
        groups[-1].append(piece)
    return tuple(map(tuple, groups))


@pass_environment
def body(
    environment: Environment, text: Text, prefix: str = "", shift: int = 0, without: Sequence[str] = ()
) -> Markup:
    """The text as it stands, without its footnotes and without blocks of the names in `without`."""
    return _joined(_pieces(environment, text, prefix, shift, without))


@pass_environment
def halves(
    environment: Environment, text: Text, prefix: str = "", shift: int = 0, without: Sequence[str] = ()
) -> tuple[Markup, Markup]:
    """The text up to the second-level heading in its middle, and the rest; the rest is empty in a short text."""
    groups = _by_heading(_pieces(environment, text, prefix, shift, without, by_section=True))
    middle = (len(groups) + 1) // 2 if len(groups) > _FEWEST_HEADINGS else len(groups)
    first, rest = groups[:middle], groups[middle:]
    return _joined(p for group in first for p in group), _joined(p for group in rest for p in group)


@pass_environment
def questions(
    environment: Environment, text: Text, prefix: str = "", shift: int = 0, without: Sequence[str] = ()
) -> tuple[Markup, ...]:
    """What comes before the first second-level heading, then each heading with what follows it."""
    groups = _by_heading(_pieces(environment, text, prefix, shift, without, by_section=True))
    return tuple(_joined(group) for group in groups)


@pass_environment
def spreads(environment: Environment, text: Text, prefix: str = "", shift: int = 0) -> tuple[Spread, ...]:
    """The text between its charts, and each chart with the heading right above it, in order."""
    pieces = enumerate(_with_headings(_pieces(environment, text, prefix, shift)))
    runs = groupby(pieces, key=lambda numbered: numbered[0] if numbered[1].name == "chart" else None)
    return tuple(Spread(chart is not None, _joined(piece for _, piece in run)) for chart, run in runs)


def pictured(text: Text) -> bool:
    """True where the text shows a picture anywhere, also inside a block; one that it lacks does not count."""
    return any(not picture.pending and picture.target in text.pictures for picture in text.body.pictures)


@pass_environment
def blocks(environment: Environment, text: Text, name: str, prefix: str = "", shift: int = 0) -> Markup:
    """The text's blocks of one name alone."""
    names = {block_name(part) for part in text.body.parts if isinstance(part, Block)}
    if name not in names | {"html", "picture"}:
        return Markup("")  # as in most texts: they need not be written to see that
    return _joined(p for p in _pieces(environment, text, prefix, shift) if p.name == name)


@pass_environment
def notes(environment: Environment, text: Text, prefix: str = "", shift: int = 0) -> Markup:
    """The text's footnotes, empty without any."""
    return Pen(environment, text, prefix, shift).write(text.body.notes)


@pass_environment
def written(environment: Environment, parts: Sequence[Part], text: Text, prefix: str = "", shift: int = 0) -> Markup:
    """Parts of a text by themselves, as those of its letter."""
    return Pen(environment, text, prefix, shift).write(parts)
