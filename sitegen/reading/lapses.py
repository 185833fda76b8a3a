"""What is said of YAML that can be read, and is not wanted or not what its author meant."""

from __future__ import annotations

from dataclasses import replace

from sitegen.problems.problem import Problem, Where
from sitegen.reading.quoting import quoted, shortened
from sitegen.reading.values import Scalar


def duplicate(key: Scalar, first: Scalar) -> Problem:
    """A key that its group of fields has already."""
    return Problem(
        key.where, "duplicate-key", f'"{key.text}" is given twice; the first time on line {first.where.line}.',
        "Keep one of the two and delete the other.", also=(first.where,),
    )  # fmt: skip


def no_key(where: Where) -> Problem:
    """A key that is empty, or no plain text."""
    return Problem(
        where, "yaml-key", "The name of a field is missing here, or is a list or a group instead of a plain word.",
        "Start the line with the name of the field, then a colon and a space: `name: value`.",
    )  # fmt: skip


def invisible(where: Where, character: str) -> Problem:
    """A backslash and letters that stand for a character that no editor shows."""
    return Problem(
        where, "control-character",
        f"A backslash and what follows it stand here for a character that no editor shows (U+{ord(character):04X}).",
        "Write two backslashes for one that is to be read, or put the text between single quotation marks.",
        why="Between double quotation marks a backslash changes what the letters after it mean.",
    )  # fmt: skip


def merge(where: Where) -> Problem:
    """The key `<<`."""
    return Problem(
        where, "yaml-alias", '"<<" would copy fields from elsewhere in the file, and that is not done here.',
        "Write the fields out in full in this place.",
    )  # fmt: skip


def alias(where: Where, name: str) -> Problem:
    """A value `*name`."""
    meant = quoted("*" + name)
    return Problem(
        where, "yaml-alias", f'"*{name}" would repeat something from elsewhere in the file, and that is not done here.',
        f"Write the value out in full. If the star belongs to the text, put quotation marks around it: {meant}",
        suggestion=meant,
    )  # fmt: skip


def anchor(where: Where, name: str, rest: str) -> Problem:
    """A label `&name` in front of a value; `rest` is the line from there on."""
    return Problem(
        where, "yaml-alias", f'"&{name}" would label the value for use elsewhere, and that is not done here.',
        f"Delete the label. If it belongs to the text, put quotation marks around all of it: {quoted(shortened(rest))}",
    )  # fmt: skip


def tag(where: Where, rest: str) -> Problem:
    """A tag `!name` in front of a value; `rest` is the line from there on."""
    name = rest.split(maxsplit=1)[0] if rest else "!"
    return Problem(
        replace(where, width=len(name)), "yaml-tag",
        f'A value cannot start with an exclamation mark: "{shortened(name)}" would be an order to the machine.',
        f"Delete it. If it belongs to the text, put quotation marks around all of it: {quoted(shortened(rest))}",
    )  # fmt: skip


def hash_kept(where: Where, whole: str) -> Problem:
    """A text that YAML would end at a hash sign, and that was kept whole."""
    return Problem(
        where, "yaml-hash", 'A "#" after a space can begin a remark that nobody sees; here it is kept as text.',
        "If it is a remark, put a space after the #. If not, put quotation marks around the whole value: "
        f"{quoted(shortened(whole))}",
    )  # fmt: skip


def cut_short(where: Where, text: str, remark: str) -> Problem:
    """A text between brackets that ends at a hash sign; `remark` is what is lost."""
    shown = f'"{shortened(text)}"' if text else "nothing at all"
    whole = quoted(shortened(f"{text} {remark}".strip()))
    return Problem(
        where, "yaml-hash", f'What follows a "#" is a remark that nobody sees, so the value here is {shown}.',
        f"If it is a remark, put a space after the #. If not, put quotation marks around the whole value: {whole}",
    )  # fmt: skip


def swallowed_item(where: Where, text: str) -> Problem:
    """A list item that went into the text of the line above."""
    return Problem(
        where, "yaml-indent", f'"{shortened(text)}" is read as part of the text above it, not as an item of a list.',
        "Leave nothing behind the field's colon and write each item below it, with a hyphen; or take the hyphen away.",
    )  # fmt: skip
