"""Values that YAML reads as something else: a colon inside, a first character that it keeps for itself."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.parsing import Event, Place
from sitegen.reading.quoting import quoted, shortened
from sitegen.reading.slips.slip import FieldLine, Slip, blanked, field_line, hold, in_quotes, indent, without_remark
from sitegen.regex import regex

SMART_CLOSERS = {"\u201c": "\u201d", "\u201e": "\u201c", "\u2018": "\u2019", "\u201a": "\u2018", "\u00ab": "\u00bb"}
"""Quotation marks that word processors put around a text."""

_SPLITTERS = (("#", "a hash sign (#)"), (",", "a comma"), (": ", "a colon"))
_SMART = ("\u201c", "\u201d", "\u201e", "\u2018", "\u2019", "\u201a", "\u00ab", "\u00bb")
_ITEM_START = regex(r"[,\[{]\s*|:\s+")
_BLOCK_SIGN = regex(r"[>|][-+] +\S|\| +\S")
_ITEM_END = regex(r"[,\]}]")
_RESERVED_NAMES = {
    "@": "an at sign (@)", "`": "a backtick (`)", "%": "a per cent sign (%)", "*": "a star (*)",
    "&": "an ampersand (&)", "!": "an exclamation mark (!)", "|": "a bar (|)", ">": 'a "greater than" sign (>)',
    "-": "a hyphen (-)", "?": "a question mark (?)", ",": "a comma (,)", "[": "a square bracket ([)",
    "]": "a square bracket (])", "{": "a curly bracket ({)", "}": "a curly bracket (})",
}  # fmt: skip


def colon_in_value(number: int, lines: Lines) -> Slip:
    """The slip of an unquoted value, on its field's own line, that holds a colon and a space."""
    line = lines.lines[number]
    field = field_line(line)
    start = field.value_at if field else indent(line)
    if line[start:].startswith(_SMART):
        return smart_quote(number, start, lines)
    text = without_remark(line[start:])
    what = _colon_words(field.key.strip("\"'") if field else "", lines.shown(text))
    return _as_text("yaml-colon", number, start, text, lines, what)


def _colon_words(key: str, text: str) -> str:
    before = shortened(text[: text.find(": ")] if ": " in text else text.rstrip(":"), 40)
    subject = f'The value of "{key}"' if key else "This text"
    return f'{subject} holds a colon ("{before}:"), so what stands before it is read as the name of a field.'


def smart_quote(number: int, start: int, lines: Lines) -> Slip:
    """The slip of a value that relies on typographic quotation marks to hold it together."""
    text = lines.lines[number][start:].rstrip()
    shown = lines.shown(text)
    what = f"Typographic quotation marks ({text[0]}) do not hold a value together, and this one holds a colon."
    problem = Problem(
        lines.where(number, start, len(text)), "yaml-smart-quote", what,
        f"Use straight quotation marks: {in_quotes(_without_smart(shown), number, lines)}",
        suggestion=quoted(_without_smart(shown)),
    )  # fmt: skip
    return Slip(problem, number, (hold(number, start, text),))


def _without_smart(text: str) -> str:
    """A text without the typographic quotation marks around all of it."""
    return text[1:-1] if text[-1] == SMART_CLOSERS.get(text[0]) and text[0] not in text[1:] else text


def split_at_smart_quotes(events: Iterable[Event], lines: Lines) -> Slip | None:
    """The slip of the first value that typographic quotation marks were to hold together, and that ends inside them."""
    for event in events:
        closer = SMART_CLOSERS.get(event.text[:1]) if not event.style else None
        if closer and closer not in event.text[1:] and event.start.line == event.end.line:
            end = lines.lines[event.end.line].find(closer, event.end.column)
            if end >= 0:
                return _split(event.start, end + 1, lines)
    return None


def _split(start: Place, end: int, lines: Lines) -> Slip:
    text = lines.lines[start.line][start.column : end]
    holds = next((words for sign, words in _SPLITTERS if sign in text), "a bracket")
    what = f"Typographic quotation marks ({text[0]}) do not hold a value together, and this one holds {holds}."
    meant = quoted(_without_smart(lines.shown(text)))
    fix = f"Use straight quotation marks: {meant}"
    problem = Problem(lines.where(start.line, start.column, len(text)), "yaml-smart-quote", what, fix, suggestion=meant)
    return Slip(problem, start.line, (hold(start.line, start.column, text),))


def colon_in_continued_text(number: int, owner: str, lines: Lines) -> Slip:
    """The slip of a text's second or later line that holds a colon and a space. `owner` is the key above it."""
    line = lines.lines[number]
    start = indent(line)
    text = without_remark(line[start:])
    problem = Problem(
        lines.where(number, start, len(text)), "yaml-colon", _colon_words(owner, lines.shown(text)),
        f"Write `{owner}: >-` and the whole text below it, indented by two spaces: there it may hold any colon.",
    )  # fmt: skip
    return Slip(problem, number, (hold(number, start, text),))


def reserved_start(place: Place, lines: Lines) -> Slip:
    """The slip of a value, at `place`, that starts with a character that YAML keeps for itself."""
    line = lines.lines[place.line]
    field = field_line(line)
    if place.column == indent(line) and not (field and field.value_at == place.column):
        return _reserved_line(place, lines)
    if field is None or place.column < field.value_at:
        return item(place, "yaml-reserved", lines)
    if place.column > field.value_at and field.value[:1] in ("[", "{"):
        return item(place, "yaml-reserved", lines)
    text = without_remark(line[field.value_at :])
    if _BLOCK_SIGN.match(text):
        return _text_behind_sign(place.line, field, text, lines)
    return _as_text("yaml-reserved", place.line, field.value_at, text, lines, _reserved_words(text))


def _text_behind_sign(number: int, field: FieldLine, text: str, lines: Lines) -> Slip:
    """The slip of a text that starts on the line of its `>-`, and not below it."""
    sign, _, rest = text.partition(" ")
    start = field.value_at + len(text) - len(rest.lstrip())
    problem = Problem(
        lines.where(number, start, len(rest.strip())), "yaml-syntax",
        f'The text behind "{sign}" must begin on the line below it.',
        f"Write `{field.key}: {sign}` and the text below it, indented by two spaces; or take the {sign} away.",
    )  # fmt: skip
    kept = hold(number, start, rest.strip())
    return Slip(problem, number, (Edit(number, field.value_at, field.value_at + len(sign), " " * len(sign)), kept))


def _reserved_words(text: str) -> str:
    name = _RESERVED_NAMES.get(text[:1], f'"{text[:1]}"')
    return f"A value cannot start with {name} unless it stands in quotation marks."


def _reserved_line(place: Place, lines: Lines) -> Slip:
    line = lines.lines[place.line]
    text = line.strip()
    where = lines.where(place.line, place.column, len(text))
    if text.startswith("* "):
        return _starred_item(place, lines.shown(text), lines)
    problem = Problem(
        where, "yaml-reserved", f"A line cannot start with {_RESERVED_NAMES.get(text[:1], text[:1])}.",
        "Start it with the name of a field, a colon and a space (`name: value`), or in a list with a hyphen.",
    )  # fmt: skip
    return Slip(problem, place.line, blanked(lines, place.line))


def _starred_item(place: Place, text: str, lines: Lines) -> Slip:
    problem = Problem(
        lines.where(place.line, place.column, len(text)), "yaml-syntax",
        f'A list item starts with a hyphen here, not with a star: "{shortened(text)}".',
        f"Write: - {shortened(text[2:])}", suggestion=f"- {text[2:]}",
    )  # fmt: skip
    return Slip(problem, place.line, (Edit(place.line, place.column, place.column + 1, "-"),))


def item(place: Place, code: str, lines: Lines) -> Slip:
    """The slip of one item between brackets, the one that `place` lies in."""
    line = lines.lines[place.line]
    starts = [m.end() for m in _ITEM_START.finditer(line, 0, place.column)]
    start = starts[-1] if starts and code != "yaml-colon" else _colon_item_start(line, place.column)
    end = _ITEM_END.search(line, place.column)
    text = without_remark(line[start : end.start() if end else len(line)]).rstrip()
    what = _colon_words("", lines.shown(text)) if code == "yaml-colon" else _reserved_words(text)
    shown = lines.shown(text)
    problem = Problem(lines.where(place.line, start, len(text)), code, what,
                      f"Put quotation marks around it: {quoted(shown)}", suggestion=quoted(shown))  # fmt: skip
    return Slip(problem, place.line, (hold(place.line, start, text),) if text else ())


def _colon_item_start(line: str, column: int) -> int:
    opened = max((line.rfind(c, 0, column) for c in "[{,"), default=-1) + 1
    in_field = field_line(line[opened:column]) if line.rfind("{", 0, column) > line.rfind("[", 0, column) else None
    start = opened + (in_field.value_at if in_field else 0)
    return start + indent(line[start:])


def text_after_close(place: Place, lines: Lines) -> Slip:
    """The slip of text that goes on behind a closing quotation mark or bracket; `place` is where it goes on."""
    line = lines.lines[place.line]
    field = field_line(line)
    if field is None or field.value_at >= place.column:
        return _stray_rest(place, lines)
    text = without_remark(line[field.value_at :])
    if text[:1] in ("[", "{") and not line[place.column :].strip(" ]},"):
        return _stray_rest(place, lines)
    if text[:1] in ("[", "{", "*", "&", "!"):
        return _as_text("yaml-reserved", place.line, field.value_at, text, lines, _reserved_words(text))
    return _text_after_quote(place, field.value_at, text, lines)


def _text_after_quote(place: Place, start: int, text: str, lines: Lines) -> Slip:
    shown = lines.shown(text)
    meant = shown[1:-1] if shown.endswith(shown[0]) else shown
    problem = Problem(
        lines.where(place.line, place.column, start + len(text) - place.column), "yaml-syntax",
        "The text goes on after its closing quotation mark.",
        f"Put quotation marks of the other sort around it: {in_quotes(meant, place.line, lines)}",
    )  # fmt: skip
    kept = hold(place.line, start + 1, text[1:-1]) if meant != shown else hold(place.line, start, text)
    outer = (Edit(place.line, start, start + 1, " "), Edit(place.line, start + len(text) - 1, start + len(text), " "))
    return Slip(problem, place.line, (*outer, kept) if meant != shown else (kept,))


def _stray_rest(place: Place, lines: Lines) -> Slip:
    rest = lines.lines[place.line][place.column :].rstrip()
    problem = Problem(
        lines.where(place.line, place.column, len(rest)), "yaml-syntax",
        f'"{shortened(lines.shown(rest))}" stands behind a value that has ended.',
        "Delete it, or put it between the quotation marks or brackets of the value.",
    )  # fmt: skip
    return Slip(problem, place.line, (Edit(place.line, place.column, len(lines.lines[place.line])),))


def _as_text(code: str, number: int, start: int, text: str, lines: Lines, what: str) -> Slip:
    shown = lines.shown(text)
    problem = Problem(
        lines.where(number, start, len(text)), code, what,
        f"Put quotation marks around it: {in_quotes(shown, number, lines)}", suggestion=quoted(shown),
    )  # fmt: skip
    return Slip(problem, number, (hold(number, start, text),) if text else ())
