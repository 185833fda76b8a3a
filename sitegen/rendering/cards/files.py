"""The share cards of a site as files: drawn once, remembered from build to build, by several processes at once."""

from __future__ import annotations

import hashlib
import io
import platform
import sys
from collections.abc import Iterable, Mapping
from functools import cache, partial

from PIL import Image, features

from sitegen.pages.sharing import values
from sitegen.pages.sharing.values import ShareCard
from sitegen.pages.views import View
from sitegen.reading.digests import digest_of
from sitegen.reading.values import Part
from sitegen.rendering.cards import colours, draw, letters, lines, sheet
from sitegen.rendering.drawings import network, wall
from sitegen.rendering.pictures import Keep, keep_nothing, source_of
from sitegen.rendering.values import Published
from sitegen.workers import mapped

_FEWEST = 4
"""Cards that a process must have to draw: one takes thirty milliseconds."""
_MADE_WITH = ("pil", "freetype2", "raqm", "harfbuzz", "zlib", "libjpeg_turbo")


def cards_of(views: Iterable[View]) -> tuple[ShareCard, ...]:
    """The cards of these pages, each once."""
    found = (getattr(view, "share_card", None) for view in views)
    return tuple({card.address: card for card in found if card is not None}.values())


def draw_all(
    cards: Iterable[ShareCard], pictures: Mapping[str, Published], keep: Keep = keep_nothing, jobs: int = 0
) -> dict[str, bytes | Part]:
    """Every card by its address. `pictures` are those of the site as they are published, by the digest of their file.

    A card whose photograph could not be published is not drawn: that has been told, and the site is not written.
    """
    whole = [card for card in cards if card.picture is None or card.picture.digest in pictures]
    made = mapped(partial(_file, pictures=pictures, keep=keep), whole, jobs, _FEWEST)
    return {card.address: content for card, content in zip(whole, made, strict=True)}


def _file(card: ShareCard, pictures: Mapping[str, Published], keep: Keep) -> bytes | Part:
    kept = keep(_key(card), lambda: draw.draw(card, _photograph(card, pictures)))
    if kept.location is None:
        return kept.content
    return Part(card.address, kept.location, kept.start, len(kept.content), digest_of(kept.content))


def is_there(card: Part) -> bool:
    """True for a card that lies where it was kept: whoever works on for long may have cleared that away."""
    return card.location.is_file()


def _photograph(card: ShareCard, pictures: Mapping[str, Published]) -> Image.Image | None:
    """The photograph as it is published: upright, in sRGB, with nothing in it but what it shows."""
    if card.picture is None:
        return None
    content = pictures[card.picture.digest].jpeg.content
    if isinstance(content, Part):
        with content.location.open("rb") as file:
            file.seek(content.start)
            content = file.read(content.size)
    return Image.open(io.BytesIO(content))


def _key(card: ShareCard) -> str:
    """What a card as it is drawn depends on: all that it shows, and all that draws it."""
    return "\n".join((card.address, *_made_by()))


@cache
def _made_by() -> tuple[str, ...]:
    """The code, the fonts and the libraries that draw cards, on this machine."""
    ours = (source_of(each) for each in (values, colours, draw, letters, lines, sheet, network, wall))
    fonts = (hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(letters.FONTS.glob("*.woff2")))
    theirs = (f"{name} {features.version(name)}" for name in _MADE_WITH)
    return (*theirs, sys.platform, platform.machine(), *fonts, *ours)
