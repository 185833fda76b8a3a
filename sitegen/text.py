"""Words and names, by the standard library alone: slugs, folding, nearest names, lists in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from sitegen.regex import regex

_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
})  # fmt: skip
_APOSTROPHES = regex("['\u2018\u2019\u02bc\u2032`\u00b4]")
_ACCENTS = regex("[\u0300-\u036f]")
_NO_WORD = regex(r"[\W_]+")
_LONGEST, _MARK = 200, 8
"""Bytes of a name, and letters that tell a shortened one from others. Disks hold 255 bytes, endings included."""
_ROUNDING = 1e-9
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))


def fold_space(text: str) -> str:
    """Text on one line: every run of white space is one space, none at the ends."""
    return " ".join(text.split())


def fold_letters(text: str) -> str:
    """Latin letters without accents (é → e, ł → l, ß → ss); letters of other scripts stay as they are."""
    if text.isascii():
        return text
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))


def slug(text: str) -> str:
    """Text as a piece of an address: lower case, apostrophes dropped, every other run one hyphen. May be empty.

    It is a name that every disk can hold: one that Windows keeps for itself, such as `con`, gets a nought behind it,
    and one that is too long ends in what tells it from others that begin alike.
    """
    made = _hyphened(text)
    if len(made.encode("utf-8", "replace")) > _LONGEST:
        return _shortened(made)
    return f"{made}-0" if made in _DEVICES else made


def is_device(name: str) -> bool:
    """True for a file name that Windows keeps for a device, whatever its ending: `con`, `AUX.md`."""
    return name.partition(".")[0].rstrip().lower() in _DEVICES


@lru_cache(maxsize=20_000)
def _hyphened(text: str) -> str:
    # The same names come again from every story that tells of them.
    return _NO_WORD.sub("-", _APOSTROPHES.sub("", fold_letters(text)).lower()).strip("-")


def _shortened(long: str) -> str:
    import hashlib

    whole = long.encode("utf-8", "replace")
    begin = whole[: _LONGEST - _MARK - 1].decode("utf-8", "ignore").strip("-")
    return f"{begin}-{hashlib.sha256(whole).hexdigest()[:_MARK]}"


def fold_name(text: str) -> str:
    """A name as two writings of it compare: letters folded, no case, hyphens and spaces alike, no apostrophes."""
    return _hyphened(text.replace("&", " and ")).replace("-", " ")


def fold_key(text: str) -> str:
    """A field's key as written, folded: `Years engaged`, `years-engaged` → `years_engaged`."""
    return _NO_WORD.sub("_", text.strip().lower()).strip("_")


def nearest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known word that is most like the given one, or None where none is near. Case does not tell."""
    return nearest_of(known, cutoff)(word)


def nearest_of(known: Iterable[str], cutoff: float = 0.7) -> Callable[[str], str | None]:
    """The same for many words, each compared with few of the known ones however many there are.

    Words have twice their common letters in proportion to all of theirs. So what has too many letters more or fewer, or
    too many that the other has not at all, needs no comparing.
    """
    by_fold = {fold_name(k): k for k in known}
    told = [(folded, len(folded), _letters(folded)) for folded in by_fold]

    def find(word: str) -> str | None:
        import difflib  # here, so that what makes no mistake does not wait for it

        folded = fold_name(word)
        own, letters, least = len(folded), _letters(folded), 1 - cutoff + _ROUNDING
        near = [
            other for other, length, theirs in told
            if max((letters ^ theirs).bit_count(), abs(own - length)) <= least * (own + length)
        ]
        found = difflib.get_close_matches(folded, near, n=1, cutoff=cutoff)
        return by_fold[found[0]] if found else None

    return find


def _letters(word: str) -> int:
    """Which letters a word has, a bit for each; some share one."""
    found = 0
    for letter in set(word):
        found |= 1 << (ord(letter) & 63)
    return found


def in_words(items: Sequence[str], last: str = "and") -> str:
    """`A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def in_short(items: Sequence[str], last: str = "and", most: int = 150) -> str:
    """`A, B and C`, or where that has more than `most` characters, `A, B and 5 more`."""
    whole = in_words(items, last)
    if len(whole) <= most:
        return whole
    number = next(n for n in range(len(items) - 1, 0, -1) if n == 1 or len(", ".join(items[:n])) <= most)
    return f"{', '.join(items[:number])} {last} {len(items) - number} more"


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 story`, `1,204 stories`: a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
