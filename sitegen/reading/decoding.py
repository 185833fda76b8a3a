"""Bytes of a text file -> text, as its author meant it: what is not UTF-8 is said, and read as best it can be."""

from __future__ import annotations

import codecs

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.cleaning import CONTROLS, SETTLED, first_control

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FIX = 'Open it in the program that made it and save it again with the encoding "UTF-8".'


def decode(data: bytes, path: str) -> Checked[str]:
    """The text of a file, with `\\n` line ends, without byte order mark and without invisible characters."""
    read = _decode(data, path)
    text = _with_line_ends(read.value)
    problems = read.problems or first_control(text, path)
    return Checked(CONTROLS.sub(" ", text) if problems else text, problems)


def _with_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(SETTLED)


def _decode(data: bytes, path: str) -> Checked[str]:
    if data.startswith(_UTF16):
        return Checked(data.decode("utf-16", "replace"), (_utf16(path),))
    try:
        return Checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Checked(_as_windows(data), (_not_utf8(data, error.start, path),))


def _as_windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _utf16(path: str) -> Problem:
    return Problem(
        Where(path), "not-utf8", "The file is saved as UTF-16 (Windows Notepad calls it Unicode).",
        'Open it, choose "Save as" and pick the encoding "UTF-8".',
    )  # fmt: skip


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    before = _with_line_ends(data[:start].decode("utf-8"))
    letter = _as_windows(data[start : start + 1])
    guess = f', most likely "{letter}"' if letter.isprintable() and letter.strip() else ""
    where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(
        where, "not-utf8",
        f"The file is not saved as UTF-8: the letter here (byte {data[start]:02X}{guess}) is in another encoding.",
        _FIX,
        "Letters with accents, typographic quotation marks and dashes would come out wrong.",
    )  # fmt: skip
