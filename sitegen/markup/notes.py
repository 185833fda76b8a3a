"""Footnotes at the end of a text: numbered by their first marks, each with the way back to every mark."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.markup.blocks import Builder
from sitegen.markup.body import Part
from sitegen.markup.definitions import Definitions
from sitegen.markup.layout import Flow
from sitegen.markup.writer import merged
from sitegen.problems.problem import Problem


def write_notes(flows: Mapping[str, Flow], builder: Builder) -> tuple[Part, ...]:
    """The footnotes that have a mark, as an ordered list; empty where there is none.

    The marks in a footnote's own text are followed too. Ids are `s-fn_1` for a note and `s-fnref_1` for its mark: no
    heading's id holds a `_`.
    """
    output = builder.writer.output
    written: dict[str, tuple[Part, ...]] = {}
    while waiting := [name for name in output.notes if name not in written]:
        for name in waiting:
            written[name] = builder.parts(flows[name])
    if not written:
        return ()
    made: list[Part] = ["<ol>\n"]
    for name, parts in written.items():
        number = output.notes[name]
        text = _with_ways_back(parts, number, output.marks_of[name])
        made += [f'<li id="s-fn_{number}"><div>', *text, "</div></li>\n"]
    return merged([*made, "</ol>"])


def _with_ways_back(parts: tuple[Part, ...], number: int, marks: list[str]) -> list[Part]:
    times = ("" if at == 1 else f" ({at})" for at in range(1, len(marks) + 1))
    links = " ".join(
        f'<a href="#{mark}">Back to text {number}{time}</a>' for mark, time in zip(marks, times, strict=True)
    )
    last = parts[-1] if parts else None
    if isinstance(last, str) and last.rstrip().endswith("</p>"):
        return [*parts[:-1], f"{last.rstrip()[:-4]} {links}</p>"]
    return [*parts, f"<p>{links}</p>"]


def unused(definitions: Definitions, used: Mapping[str, int]) -> list[Problem]:
    """Footnotes without a mark."""
    return [
        Problem(
            note.where, "unused-footnote", f'The footnote "{name}" is never used, and is not shown.',
            f"Write [^{name}] where it belongs, or take the note out.",
        )
        for name, note in definitions.notes.items()
        if name not in used
    ]  # fmt: skip
