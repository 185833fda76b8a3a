"""How a fact's wording is set: the figure in it large, the words around it small, names in between."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sitegen.markup.body import Speaker
from sitegen.pages.views import FactView, LinkView
from sitegen.text import in_words

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


@dataclass(frozen=True, slots=True)
class Voice:
    """Those who said something together: their names, empty for a role alone, and their role and place once."""

    names: str
    said: str


def voices(speakers: tuple[Speaker, ...]) -> tuple[Voice, ...]:
    """Speakers side by side with what they share said once: `Nicki Ashton and Kate Mole`, `RIWG Leads`."""
    return tuple(Voice(in_words([s.name for s in same if s.name]), said) for said, same in groupby(speakers, _said))


def _said(speaker: Speaker) -> str:
    case = f"case study {speaker.case}" if speaker.case is not None else ""
    return ", ".join(part for part in (speaker.role, speaker.place, case) if part)


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


def title_size(title: str) -> str:
    """How large a title can be set: empty for one of a few short words, then long, longest."""
    word = max(map(len, title.split()), default=0)
    sizes = (("", 48, 13), ("long", 90, 18))
    return next((name for name, most, widest in sizes if len(title) <= most and word <= widest), "longest")


def _size(length: int) -> str:
    return "txt" if length <= _SHORT else "txt long" if length <= _MIDDLING else "txt text"
