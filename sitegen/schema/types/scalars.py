"""Field types of one piece of text: words, numbers, yes and no, colours, ids."""

from __future__ import annotations

import re
from typing import Any

from sitegen.problems.problem import Checked
from sitegen.reading.values import Scalar
from sitegen.regex import regex
from sitegen.schema.declared import Field
from sitegen.schema.types.given import FieldType, Given, of_text, pieces, shown
from sitegen.schema.values import Value
from sitegen.text import fold_space, slug

_PARAGRAPHS = regex(r"\n[^\S\n]*\n\s*")
_WHOLE = regex(r"[-−+]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})")
_DECIMAL = regex(r"[-−+]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,12})?")
_YEAR = regex(r"(?:1[89]|20|21)[0-9]{2}")
_COLOUR = regex(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
YES, NO = frozenset(("yes", "y", "true", "on")), frozenset(("no", "n", "false", "off"))


def _text(given: Given, text: str) -> Checked[Value | None]:
    return given.good(text)


def _paragraph(given: Given, text: str) -> Checked[Value | None]:
    raw = given.node.text if isinstance(given.node, Scalar) else text
    return given.good("\n\n".join(fold_space(part) for part in _PARAGRAPHS.split(raw.strip())))


def _whole(given: Given, text: str) -> Checked[Value | None]:
    if _WHOLE.fullmatch(text):
        return given.good(int(_plain(text)))
    return given.refused(_not(given, "a whole number"), "Write digits alone, such as `12` or `1,035`.")


def _decimal(given: Given, text: str) -> Checked[Value | None]:
    if _DECIMAL.fullmatch(text):
        return given.good(float(_plain(text)))
    return given.refused(_not(given, "a number"), "Write digits alone, such as `12`, `12.5` or `1,035`.")


def _plain(text: str) -> str:
    return text.replace(",", "").replace("−", "-")


def _year(given: Given, text: str) -> Checked[Value | None]:
    if _YEAR.fullmatch(text):
        return given.good(int(text))
    return given.refused(_not(given, "a year"), "Write the four digits of one year, such as `2023`.")


def _yes_or_no(given: Given, text: str) -> Checked[Value | None]:
    word = text.lower()
    if word in YES or word in NO:
        return given.good(word in YES)
    return given.refused(_not(given, "yes or no"), f"Write `{given.field.key}: yes` or `{given.field.key}: no`.")


def _lines(given: Given, text: str) -> Checked[Value | None]:
    return given.good(given.node.text.rstrip() if isinstance(given.node, Scalar) else text)


def _colour(given: Given, text: str) -> Checked[Value | None]:
    colour = text.lower() if text.startswith("#") else f"#{text.lower()}"
    if _COLOUR.fullmatch(colour):
        return given.good(colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:]))
    fix = f'Write a number sign and six digits or letters a to f, in quotation marks: `{given.field.key}: "#12436d"`.'
    return given.refused(_not(given, "a colour"), fix)


def _id(given: Given, text: str) -> Checked[Value | None]:
    better = slug(text)
    if better == text:
        return given.good(text)
    fix = "An id is made of lower-case letters, digits and hyphens"
    fix += f": write `{better}`." if better else ", such as `london-south-west`."
    return given.refused(_not(given, "an id"), fix, suggestion=better or None)


def _not(given: Given, what: str) -> str:
    return f"`{given.field.key}` is {shown(given.text)}, which is not {what}."


def _by_commas(field: Field, scalar: Scalar) -> tuple[Scalar, ...]:
    if scalar.quoted:
        return (scalar,)
    return pieces(scalar, [m.span() for m in re.finditer(r"[^,;\n]+", scalar.text)])


def _json(type_: str, text: re.Pattern[str]) -> dict[str, Any]:
    """The JSON Schema of a value that other readers of YAML may take for a number, and may not."""
    return {"type": [type_, "string"], "pattern": rf"^\s*(?:{text.pattern})\s*$"}


_YES_OR_NO = r"^\s*(?:[Yy](?:[Ee][Ss])?|[Tt][Rr][Uu][Ee]|[Oo][Nn]|[Nn][Oo]?|[Ff][Aa][Ll][Ss][Ee]|[Oo][Ff][Ff])\s*$"

SCALAR_TYPES = (
    FieldType("text", of_text(_text), "a few words on one line", "A few words"),
    FieldType("paragraph", of_text(_paragraph), "one or several sentences", "One or two sentences."),
    FieldType("lines", of_text(_lines), "text whose lines stay as they are", "A line"),
    FieldType("whole number", of_text(_whole), "a number in digits", "12", _json("integer", _WHOLE)),
    FieldType("decimal", of_text(_decimal), "a number in digits", "12.5", _json("number", _DECIMAL)),
    FieldType("year", of_text(_year), "a year in four digits", "2023", _json("integer", _YEAR)),
    FieldType(
        "yes/no", of_text(_yes_or_no), "yes or no", "yes",
        {"anyOf": [{"enum": ["yes", "no", True, False]}, {"type": "string", "pattern": _YES_OR_NO}]},
    ),
    FieldType("colour", of_text(_colour), "a colour as a web page writes it", '"#12436d"',
              _json("integer", regex("#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"))),
    FieldType("id", of_text(_id), "lower-case letters, digits and hyphens", "london-south-west",
              _json("integer", regex(r"[^\sA-Z_]+"))),
    FieldType("list", of_text(_text), "several short texts, as a list or with commas between them", "[One, Two]",
              several=True, split=_by_commas),
)  # fmt: skip
