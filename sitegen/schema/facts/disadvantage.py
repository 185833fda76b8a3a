"""What a school says of its disadvantage: measures that stay apart, each only where a figure plainly belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.regex import regex
from sitegen.schema.facts.amounts import plain_words, settled
from sitegen.schema.facts.measures import MEASURE, OTHER, measure_named
from sitegen.schema.facts.percentages import AMOUNT, is_of_others, percentage
from sitegen.schema.values import Disadvantage, Quantity
from sitegen.text import fold_space

_ITEM = regex(rf"{MEASURE}|{AMOUNT}")
_WORD = (
    r"of|our|the|its|their|all|an?|are|is|stands|at|as|with|for|have|has|having|who|whom|which|in|receipt|to|on|"
    r"receiv(?:es?|ed|ing)|eligib(?:le|ility)|entitled|qualif(?:y|ies|ying)|attract(?:s|ing)?|gets?|claim(?:s|ing)?|"
    r"speak(?:s|ing)?|pupils?'?|students?'?|child|children(?:'s)?|learners?|young|people|families|those|cohort|schools?|roll|"
    r"population|intake|percentage|proportion|rate|figure|level|register|identified|classed|being|grant|funded|funding|"
    r"needs?|currently|now|support|makes? up|making up|represents?|comprises?|accounts?"
)
_LINK = regex(rf"(?:[ :=()\[\]~*-]|(?<![a-z])(?:{_WORD})(?![a-z']))*")
_IDLE = regex(rf"(?:[ :=()\[\]~*,;/&+.-]|(?<![a-z])(?:{_WORD}|and|or|both)(?![a-z']))*")
_JOIN = regex(r" ?\(? ?(?:,|/|&|\+|and/or\b|and\b|or\b|-)? ?\(? ?")
_LONGEST_LINK = 80


@dataclass(frozen=True, slots=True)
class _Item:
    """A measure's name, or an amount, which has no measure. `found` is where it stands first."""

    start: int
    end: int
    measure: str
    found: re.Match[str]


def understand_disadvantage(text: str) -> Disadvantage:
    """The measures that a wording gives a figure for: pupil premium, fsm, fsm6, eal, send, in per cent.

    A figure counts only where it plainly belongs to one named measure: nothing but words such as `of pupils eligible
    for` stands between the two, and no second figure or measure competes. Everything else stays wording.
    """
    items = _items(plain_words(text))
    pairs = [pair for run in _runs(items) if len(run) % 2 == 0 for pair in _in_twos(run)]
    paired = {item for pair in pairs for item in pair}
    clear = (pair for pair in pairs if not any(_competes(item, items, paired) for item in pair))
    return Disadvantage(fold_space(text), settled(_quantities(clear)))


def _items(text: str) -> list[_Item]:
    """Measures and the school's own amounts in order; two names of one measure (`free school meals (FSM)`) are one."""
    items: list[_Item] = []
    for found in _ITEM.finditer(text):
        measure = measure_named(found)
        if not measure and is_of_others(found):
            continue
        item = _Item(found.start(), found.end(), measure, found)
        if items and measure and items[-1].measure == measure and _are_joined(items[-1], item):
            items[-1] = replace(items[-1], end=item.end)
        else:
            items.append(item)
    return items


def _runs(items: list[_Item]) -> Iterator[list[_Item]]:
    """Stretches of items in turn (a measure, an amount, a measure …) with nothing but linking words between."""
    run: list[_Item] = []
    for item in items:
        if run and (bool(run[-1].measure) == bool(item.measure) or not _are_linked(run[-1], item)):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _in_twos(run: list[_Item]) -> Iterator[tuple[_Item, _Item]]:
    return zip(run[::2], run[1::2], strict=True)


def _competes(item: _Item, items: list[_Item], paired: set[_Item]) -> bool:
    """True where a neighbour of the same sort, without a partner of its own, may share the item's partner."""
    at = _position(items, item)
    near = [n for n in range(max(0, at - 1), min(at + 2, len(items))) if n != at and items[n] not in paired]
    return any(_same_sort_and_near(items[min(n, at)], items[max(n, at)]) and _is_bare(items, n) for n in near)


def _position(items: list[_Item], item: _Item) -> int:
    low, high = 0, len(items)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if items[middle].start <= item.start else (low, middle)
    return low


def _same_sort_and_near(first: _Item, second: _Item) -> bool:
    if bool(first.measure) != bool(second.measure):
        return False
    between = _between(first, second)
    listed = not first.measure and "," in between
    return not listed and (_are_joined(first, second) or _are_linked(first, second))


def _is_bare(items: list[_Item], at: int) -> bool:
    """False for a measure with words of its own (`EAL above average`), which wants no figure."""
    item, text = items[at], items[at].found.string
    before = text[items[at - 1].end if at else 0 : item.start]
    after = text[item.end : items[at + 1].start if at + 1 < len(items) else len(text)]
    return not item.measure or all(len(t) <= _LONGEST_LINK and _IDLE.fullmatch(t) for t in (before, after))


def _between(first: _Item, second: _Item) -> str:
    return first.found.string[first.end : second.start]


def _are_linked(first: _Item, second: _Item) -> bool:
    return second.start - first.end <= _LONGEST_LINK and _LINK.fullmatch(_between(first, second)) is not None


def _are_joined(first: _Item, second: _Item) -> bool:
    return second.start - first.end <= _LONGEST_LINK and _JOIN.fullmatch(_between(first, second)) is not None


def _quantities(pairs: Iterator[tuple[_Item, _Item]]) -> Iterator[Quantity]:
    for one, other in pairs:
        measure, amount = (one, other) if one.measure else (other, one)
        made = percentage(measure.measure, amount.found) if measure.measure != OTHER else None
        if made:
            yield made
