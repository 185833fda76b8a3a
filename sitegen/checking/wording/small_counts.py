"""Numbers of pupils so small that readers near a named school may know who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.checking.seeking import in_lines_with
from sitegen.checking.wording.said import Places, Said
from sitegen.markup.body import Chart, Stat
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.schema.number_words import SMALL

_PUPILS = regex(r"\b(?:pupils?|child(?:ren)?|students?|boys?|girls?|learners?)\b", re.IGNORECASE)
_OF = r"(?:of (?:the|our|their|his|her|these|those) )?"
_SORT = r"(?:(?!(?:and|or|in|to|with|for|out|per|as|more|times)\b)[\w'’-]+ ){0,2}"
_SHARE = r"(?:in (?:every|each|two|three|four|five|six|ten|\w+(?=[.,;]))\b|out of|per\b|at a time|each\b)"
_COUNTED = rf" {_OF}{_SORT}(?:pupils|children|students|boys|girls|learners)\b"
_COUNT = regex(
    rf"(?<![\d.,/–-])\b(?P<number>\d{{1,3}}|{'|'.join(SMALL)}){_COUNTED}(?!(?:[- ]\w+)? {_SHARE})", re.IGNORECASE
)
_NOTHING, _FOUR_FIGURES = regex(r"(?!)"), 1000
_GENERAL = regex(
    r"\b(?:groups?|pairs?|sets?|teams?|class(?:es)?|each|every|any|per|least|most|than|to|between|or|about|years?|grade"
    r"|stage|level|tables?|in|between \w+ and)(?: of| with)? $",
    re.IGNORECASE,
)
"""Words before a number that make it one of a way of working, a bound or a name."""


def small_counts(said: Said, smallest: int) -> Iterator[Problem]:
    """A warning at each count of pupils below `smallest`, where a school is named: in text, numbers and charts."""
    if not said.schools:
        return
    places = Places(said)
    for words in _in_text(said, smallest):
        yield _problem(places.of(words), words, said, smallest)
    for line, words in _in_blocks(said, smallest):
        yield _problem(said.found.line(line), words, said, smallest)


def _in_text(said: Said, smallest: int) -> Iterator[str]:
    for found in in_lines_with(_few(smallest), _COUNT, said.plain):
        number = _number(found["number"])
        if 1 < number < smallest and not _GENERAL.search(said.plain[max(0, found.start() - 24) : found.start()]):
            yield " ".join(found[0].split())


@lru_cache(maxsize=1)
def _few(smallest: int) -> re.Pattern[str]:
    """A number below the smallest, before pupils, which few lines have: it begins with one of few letters."""
    numbers = range(2, min(smallest, _FOUR_FIGURES))
    few = [*(word for word, number in SMALL.items() if number in numbers), *map(str, numbers)]
    firsts = "".join(dict.fromkeys(first for word in few for first in (word[0], word[0].upper())))
    rests = "|".join(rf"(?<={word[0]}){word[1:]}" for word in few)
    return re.compile(rf"[{firsts}](?<![^\W0].)(?i:(?:{rests}){_COUNTED})") if few else _NOTHING


def _number(word: str) -> int:
    return int(word) if word.isdigit() else SMALL[word.lower()]


def _in_blocks(said: Said, smallest: int) -> Iterator[tuple[int, str]]:
    body = said.found.text.body
    for stat in body.stats:
        if _counts_pupils(stat) and stat.value is not None and 0 < stat.value < smallest:
            yield stat.line, f"{stat.text} {stat.label}"
    for chart in map(said.found.text.figures, body.charts):
        cells = (cell for row in chart.rows for cell in row[1:] if cell.value is not None)
        small = next((c for c in cells if c.value and 0 < c.value < smallest), None) if _charts_pupils(chart) else None
        if small:
            yield chart.line, f'{small.text} in "{chart.title}"'


def _counts_pupils(stat: Stat) -> bool:
    return not stat.unit and bool(_PUPILS.match(stat.label))


def _charts_pupils(chart: Chart) -> bool:
    about = " ".join((chart.measure, chart.unit, *chart.columns[1:]))
    shares = "%" in about or "per cent" in about or any("%" in c.text for row in chart.rows for c in row)
    return bool(_PUPILS.search(about)) and not shares


def _problem(where: Where, words: str, said: Said, smallest: int) -> Problem:
    return Problem(
        where, "small-count", f'"{words}" counts fewer than {smallest} pupils, and the story names {said.schools[0]}.',
        'Write "a few" or count more pupils, or allow it with `overrides` and the reason.',
        why="Readers near the school may know who is meant.",
    )  # fmt: skip
