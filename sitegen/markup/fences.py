"""What can be wrong with the `:::` lines of a block, in words for its author."""

from __future__ import annotations

from collections.abc import Collection

from sitegen.markup.lines import Line
from sitegen.problems.problem import Problem, Where
from sitegen.schema.blocks import BlockSchema
from sitegen.text import in_words


def unknown(rest: Line, name: str, near: str | None, known: Collection[str]) -> Problem:
    """A block of this name does not exist."""
    fix = f'Did you mean "{near}"? ' if near else ""
    return Problem(
        rest.where(len(name)), "unknown-block", f'No block is called "{name}".',
        f"{fix}The blocks are {in_words(sorted(known))}.", suggestion=near,
    )  # fmt: skip


def unclosed(opening: Line, name: str) -> Problem:
    """A block that was opened and never closed."""
    colons = ":" * _colons(opening)
    return Problem(
        opening.where(), "unclosed-block", f'The block "{name}" that begins here is never closed.',
        f"Write {colons} on a line of its own where the block ends.",
        "Everything after it would be taken for a part of it.",
    )  # fmt: skip


def stray(line: Line) -> Problem:
    """A closing line with no block open."""
    return Problem(
        line.where(), "stray-fence", f"This line of {_colons(line)} colons closes nothing: no block is open here.",
        "Take the line out, or write the block's opening line above it, such as ::: note.",
    )  # fmt: skip


def short(line: Line, colons: int, opening: Line, wanted: int) -> Problem:
    """A closing line with fewer colons than the block that it was meant to close."""
    return Problem(
        line.where(), "stray-fence",
        f"This line has {colons} colons and closes nothing: the block above it was opened with {wanted}.",
        f"Write {':' * wanted} here.", suggestion=":" * wanted, also=(opening.where(),),
    )  # fmt: skip


def as_many_colons(line: Line, colons: int, around: Line, outer: int) -> Problem:
    """A nested block whose fence is as long as that of the block around it."""
    wanted = ":" * (colons + 1)
    return Problem(
        line.stripped().where(colons), "wrong-fence",
        f"This block stands inside another and has {colons} colons; the one around it has {outer}.",
        f"Open and close the outer block with {wanted}, one colon more than the inner one.",
        "Otherwise the first closing line would close the wrong block.", also=(around.where(),),
    )  # fmt: skip


def misplaced(opening: Line, name: str, around: str) -> Problem:
    """A block where it cannot stand."""
    if name == "implication":
        fix = "Put it inside the finding that it follows from: open and close that one with :::: (four colons)."
        return Problem(opening.where(), "misplaced-block", "An implication stands outside any finding.", fix)
    what = f'The block "{name}" stands inside the block "{around}", which cannot hold another.'
    return Problem(opening.where(), "misplaced-block", what, f'Move it before or after the block "{around}".')


def misplaced_in_text(line: Line, name: str) -> Problem:
    """A block that is indented into a list, or quoted."""
    return Problem(
        line.where(), "misplaced-block", f'The block "{name}" stands inside a list or a quotation.',
        "Move its lines to the left margin, with a blank line before it.",
        "There it would be shown as plain text.",
    )  # fmt: skip


def too_deep(where: Where) -> Problem:
    """More blocks inside one another than can mean anything."""
    return Problem(where, "nested-too-deeply", "Too many blocks stand inside one another here.", "Close some of them.")


def of_block(schema: BlockSchema, title: Line, opening: Line, has_body: bool) -> tuple[Problem, ...]:
    """What is wrong with a block as a whole: its title and whether it has a body."""
    problems = []
    name = schema.name
    if schema.title == "required" and title.is_blank:
        problems.append(Problem(
            opening.where(), "missing-title", f'The block "{name}" needs {_TITLES.get(name, "a title")}.',
            f"Write it after the name, on the same line: ::: {name} {_EXAMPLES.get(name, 'Title')}",
        ))  # fmt: skip
    if schema.title == "none" and not title.is_blank:
        problems.append(Problem(
            title.where(), "bad-setting", f'The block "{name}" has no title, and "{title.text.strip()}" stands there.',
            "Move these words into the block, on a line of their own.",
        ))  # fmt: skip
    if schema.body and not has_body:
        problems.append(Problem(
            opening.where(), "empty-block", f'The block "{name}" is empty.',
            f"Write {_BODIES.get(name, 'its text')} between its opening line and the line that closes it.",
        ))  # fmt: skip
    return tuple(problems)


_TITLES = {"stat": "a number", "person": "a name", "chart": "a title that says what the chart shows"}
_EXAMPLES = {"stat": "5,134", "person": "Emily Pringle"}
_BODIES = {
    "stat": "what the number counts", "timeline": "a list of dates", "links": "a list of links", "quote": "the words",
    "gallery": "its pictures", "key-findings": "a list of findings",
}  # fmt: skip


def _colons(line: Line) -> int:
    text = line.text.lstrip()
    return max(3, len(text) - len(text.lstrip(":")))
