"""How a fact's wording is set: the figure in it large, the words around it small, names in between."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.pages.views import FactView, LinkView

_SHORT = 26
_MIDDLING = 64


@dataclass(frozen=True, slots=True)
class Setting:
    """The wording in the pieces in which it is set; the texts of all joined are the wording.

    `above` is a figure that stands over the wording and repeats it. `figure` is the one within it. Without either,
    `size` says how large the whole is set: txt, txt long or txt text.
    """

    above: str
    before: tuple[LinkView, ...]
    figure: LinkView | None
    after: tuple[LinkView, ...]
    size: str


def set_large(fact: FactView) -> Setting:
    """How a fact is set on a card."""
    texts = [part.text for part in fact.wording]
    if fact.figure and fact.figure_in_wording and fact.figure in texts:
        i = texts.index(fact.figure)
        return Setting("", fact.wording[:i], fact.wording[i], fact.wording[i + 1 :], "num")
    return Setting(fact.figure, (), None, fact.wording, _size(len("".join(texts))))


def figure_size(figure: str) -> str:
    """How large a headline number can be set in a narrow column: empty for the largest, then mid, long, words."""
    return next((name for name, most in (("", 5), ("mid", 8), ("long", 14)) if len(figure) <= most), "words")


def _size(length: int) -> str:
    return "txt" if length <= _SHORT else "txt long" if length <= _MIDDLING else "txt text"
