"""Taking blocks out of a text that a page shows at a place of their own."""

from __future__ import annotations

from dataclasses import replace

from sitegen.markup.body import Letter, Stat
from sitegen.model.values import Text


def lift_letter(text: Text) -> tuple[Letter | None, Text]:
    """The first letter of a text, or None, and the text without it."""
    letter = next((p for p in text.body.parts if isinstance(p, Letter)), None)
    return letter, text if letter is None else _without(text, (letter,))


def lift_stats(text: Text) -> tuple[tuple[Stat, ...], Text]:
    """The headline numbers of a text that stand in no other block, and the text without them."""
    stats = tuple(p for p in text.body.parts if isinstance(p, Stat))
    return stats, _without(text, stats) if stats else text


def _without(text: Text, lifted: tuple[Letter | Stat, ...]) -> Text:
    gone = {id(block) for block in lifted}
    body = text.body
    parts = tuple(p for p in body.parts if id(p) not in gone)
    stats = tuple(s for s in body.stats if s not in lifted)
    return replace(text, body=replace(body, parts=parts, stats=stats))
