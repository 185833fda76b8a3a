"""Letters of share cards: which font has them, how wide they are, what can be shown of a text. Never a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

from sitegen.regex import regex

FONTS = Path(__file__).parent / "data"
_NAMES = (
    "familjen-grotesk-latin", "familjen-grotesk-latin-ext", "familjen-grotesk-vietnamese", "literata-greek",
    "literata-cyrillic",
)  # fmt: skip
"""In the order in which a letter is looked for."""

_SPACE = regex(r"[\s\u00a0\u2000-\u200a\u202f\u205f]+")
_COUNTED = regex(r" (?=\d{1,2}\b)")
"""Between the words of `Year 6` and `Key Stage 3`, where no line ends."""

JOINED = "\u00a0"
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "\u2013", "\u02bc": "\u2019"})
_NO_FONT_HAS = "\uf8f3"
_UNSEEN = frozenset(("Cf", "Cc", "Cs", "Co", "Cn"))
_SAYS_NOTHING = frozenset(("So", "Sk", "Mn", "Me"))
"""Pictures and marks: where no font has them, a text says the same without."""
_PROBE = 40


class NoLetters(Exception):
    """The fonts of share cards cannot be read on this machine."""


@lru_cache(maxsize=256)
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """A font in a size and a weight."""
    try:
        made = ImageFont.truetype(FONTS / f"{name}.woff2", size)
        made.set_variation_by_axes([weight])
    except OSError as error:
        raise NoLetters from error
    return made


@cache
def _home_of(letter: str) -> str:
    """The font that has a letter; empty where none has."""
    return next((name for name in _NAMES if _shape(name, letter) != _shape(name, _NO_FONT_HAS)), "")


@lru_cache(maxsize=4096)
def _shape(name: str, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font(name, _PROBE, 400).getmask(letter)
    return mask.size, bytes(mask)


def shown(text: str) -> str:
    """A text as it can be set: with one space between words, without emoji. Empty where a letter cannot be shown.

    A name with a letter left out would be another name.
    """
    told = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).translate(_ALIKE).strip()
    seen = [c for c in told if unicodedata.category(c) not in _UNSEEN]
    kept = [c for c in seen if c == " " or _home_of(c) or unicodedata.category(c) not in _SAYS_NOTHING]
    whole = _SPACE.sub(" ", "".join(kept)).strip()
    return _COUNTED.sub(JOINED, whole) if all(c == " " or _home_of(c) for c in whole) else ""


def runs(text: str) -> Iterator[tuple[str, str]]:
    """A text in pieces of one font each; a space belongs to what stands before it."""
    home, homes = _NAMES[0], []
    for letter in text:
        home = home if letter.isspace() else _home_of(letter) or home
        homes.append((home, letter))
    for name, group in groupby(homes, key=lambda each: each[0]):
        yield name, "".join(letter for _, letter in group)


@lru_cache(maxsize=8192)
def places(text: str, size: int, weight: int, tracking: float) -> tuple[tuple[tuple[str, str, float], ...], float]:
    """Each letter with its font and how far from the left it stands, and how wide the text is. `tracking` is in em."""
    found, left, gap, base = [], 0.0, tracking * size, (0.0, 0.0)
    for name, run in runs(text):
        face = font(name, size, weight)
        for at, letter in enumerate(run):
            own = face.getlength(letter)
            x = left + face.getlength(run[: at + 1]) - own + at * gap
            if unicodedata.combining(letter):
                x = base[0] + (base[1] - sum(face.getbbox(letter)[::2])) / 2
            else:
                base = x, own
            found.append((name, letter, x))
        left += face.getlength(run) + len(run) * gap
    return tuple(found), left - gap


def width(text: str, size: int, weight: int, tracking: float = 0.0) -> float:
    """How wide a text is in pixels."""
    return places(text, size, weight, tracking)[1]
