"""Words as search compares them. `templates/assets/js/index.js` does the same, and one word list holds both to it."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from sitegen.regex import regex

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ς": "σ",
})  # fmt: skip
_NO_LETTERS = regex("[\u0300-\u036f'\u2018\u2019\u02bc\u2032\u0060\u00b4]")
_RUN = regex(r"[^\W_]+")
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IDEOGRAPHIC = regex(f"[{_IDEOGRAPHS}]+")
_UNMARKED = "\u036f"
"""Up to here the only marks are those that folding takes away."""
_USUAL_SIGNS = (
    *((sign, "") for sign in "\u2018\u2019"), *((sign, " ") for sign in "\u201c\u201d\u2013\u2014\u2026\u00a0"),
)  # fmt: skip
"""Signs in almost every text that is plain letters otherwise, with what they come to: nothing, or the end of a word."""
_PLAIN = bytes(sign if chr(sign).isalnum() else ord(" ") for sign in bytes(range(128)).lower()).ljust(256)
_APOSTROPHES = b"'`"


def folded(text: str) -> str:
    """Text in small letters, without accents and apostrophes; marks of other scripts stay, since words need them."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    small = unicodedata.normalize("NFKD", text).lower()
    return unicodedata.normalize("NFC", _NO_LETTERS.sub("", small).translate(_LETTERS))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order: runs of letters, marks and digits.

    Chinese and Japanese have no spaces: each two neighbouring signs are a word.
    """
    for sign, instead in () if text.isascii() else _USUAL_SIGNS:
        text = text.replace(sign, instead)
    if text.isascii():
        return _of_plain(text)
    runs = groupby(text.split(), key=str.isascii)
    return [word for plain, run in runs for word in (_of_plain if plain else _of_any)(" ".join(run))]


def _of_plain(text: str) -> list[str]:
    """The words of a text in ASCII, many times faster than those of any text: most words of most texts."""
    return text.encode().translate(_PLAIN, _APOSTROPHES).decode().split()


def _of_any(text: str) -> list[str]:
    found = folded(text)
    runs = _spaced(found).split() if _is_marked(found) else _RUN.findall(found)
    return [word for run in runs for word in _pairs(run)] if _IDEOGRAPHIC.search(found) else runs


def _is_marked(text: str) -> bool:
    return any(sign > _UNMARKED and unicodedata.category(sign)[0] == "M" for sign in set(text))


def _spaced(text: str) -> str:
    """The text with a space for every sign that belongs to no word."""
    return "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in text)


def _pairs(run: str) -> list[str]:
    """A run of signs as words: its ideographs in pairs that overlap, the rest as it stands."""
    if not _IDEOGRAPHIC.search(run):
        return [run]
    found: list[str] = []
    for part in re.findall(f"[{_IDEOGRAPHS}]+|[^{_IDEOGRAPHS}]+", run):
        paired = len(part) > 1 and _IDEOGRAPHIC.match(part)
        found += [part[n : n + 2] for n in range(len(part) - 1)] if paired else [part]
    return found
