"""Two readings of a page's words become what was added, changed and removed, with the words that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from sitegen.readiness.values import Change, Passage, Words
from sitegen.regex import regex

_WORD = regex(r"\S+\s*")
_LETTERS = regex(r"\w+")
_ALIKE = 0.4
"""From how much of their words in common on two passages are one that was changed."""
_MOST_PAIRS = 90_000
_ONE_OF_A_KIND = frozenset(("Title", "Summary", "Subtitle"))
"""What a page has one of, so that it is the same one however much it was changed."""
_ANOTHER_PICTURE = "Another picture, described in the same words."


def compare(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Change, ...]:
    """What has changed between two readings of a page: its facts, then its text in reading order."""
    facts = _facts([p for p in before if p.is_fact], [p for p in after if p.is_fact])
    texts = _texts([p for p in before if not p.is_fact], [p for p in after if not p.is_fact])
    changes = (*facts, *texts)
    # The title comes first: it is what the page is called.
    return tuple(sorted(changes, key=lambda change: change.label != "Title"))


def whole(passages: Iterable[Passage], *, is_new: bool) -> Iterator[Change]:
    """A page's words as they stand on one side alone."""
    for passage in passages:
        words = (Words(passage.text),)
        yield Change(passage.label, passage.under if passage.label else "", *(((), words) if is_new else (words, ())))


def _facts(before: list[Passage], after: list[Passage]) -> Iterator[Change]:
    """Facts are found again by their label and their place among those of that label."""
    was, now = _by_label(before), _by_label(after)
    for key in dict.fromkeys((*now, *was)):
        old, new = was.get(key, ""), now.get(key, "")
        if old != new:
            # A fact is short: it stands whole on both sides, with what differs marked.
            yield Change(key[0], "", *_marked(old, new))


def _by_label(passages: list[Passage]) -> dict[tuple[str, int], str]:
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], str] = {}
    for passage in passages:
        found[passage.label, seen[passage.label]] = passage.text
        seen[passage.label] += 1
    return found


def _texts(before: list[Passage], after: list[Passage]) -> Iterator[Change]:
    old, new = ([(p.label, p.text, p.mark) for p in side] for side in (before, after))
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield from _replaced(before[i1:i2], after[j1:j2])


def _replaced(before: list[Passage], after: list[Passage]) -> Iterator[Change]:
    """Passages in the place of others: those that are alike are one that was changed, the rest went or came."""
    old = new = 0
    for at_new, at_old in (*sorted(_matched(before, after).items()), (len(after), len(before))):
        yield from (Change(p.label, p.under, (Words(p.text, True),), ()) for p in before[old:at_old])
        yield from (Change(p.label, p.under, (), (Words(p.text, True),)) for p in after[new:at_new])
        if at_old < len(before):
            yield _changed(before[at_old], after[at_new])
        old, new = at_old + 1, at_new + 1


def _changed(was: Passage, now: Passage) -> Change:
    note = _ANOTHER_PICTURE if was.text == now.text and was.mark != now.mark else ""
    return Change(now.label, now.under, *_marked(was.text, now.text), note)


def _matched(before: list[Passage], after: list[Passage]) -> dict[int, int]:
    """By new passage the old one that it was made of: in order, and as alike as they can be over all."""
    if not before or not after or len(before) * len(after) > _MOST_PAIRS:
        return {}
    bags = [[Counter(_LETTERS.findall(p.text.casefold())) for p in side] for side in (before, after)]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            alike = _alike(before[i], after[j], bags[0][i], bags[1][j])
            paired = best[i + 1][j + 1] + alike if alike else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return _walked(best, before, after, bags)


def _walked(
    best: list[list[float]], before: list[Passage], after: list[Passage], bags: list[list[Counter[str]]]
) -> dict[int, int]:
    i = j = 0
    found: dict[int, int] = {}
    while i < len(before) and j < len(after):
        alike = _alike(before[i], after[j], bags[0][i], bags[1][j])
        if alike and best[i][j] == best[i + 1][j + 1] + alike:
            found[j] = i
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _alike(one: Passage, other: Passage, words: Counter[str], others: Counter[str]) -> float:
    """How alike two passages are, from 0; 0 too where they are not one that was changed."""
    if one.label != other.label:
        return 0.0
    if one.label in _ONE_OF_A_KIND:
        return 1.0
    common = 2 * (words & others).total() / max(1, words.total() + others.total())
    return common if common >= _ALIKE else 0.0


def _marked(was: str, now: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both wordings, with the words marked that the other lacks."""
    old, new = _WORD.findall(was), _WORD.findall(now)
    codes = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False).get_opcodes()
    runs = list(_joined(codes))
    before = tuple(Words("".join(old[i1:i2]).rstrip(), differs) for differs, i1, i2, _, _ in runs if i1 < i2)
    after = tuple(Words("".join(new[j1:j2]).rstrip(), differs) for differs, _, _, j1, j2 in runs if j1 < j2)
    return before, after


_Run = tuple[bool, int, int, int, int]


def _joined(codes: Sequence[tuple[str, int, int, int, int]]) -> Iterator[_Run]:
    """Runs that differ and runs that do not; a single word in common between two that differ is part of them."""
    runs: list[_Run] = []
    for number, (what, *at) in enumerate(codes):
        is_bridge = what == "equal" and at[1] - at[0] == 1 and 0 < number < len(codes) - 1
        differs = what != "equal" or is_bridge
        if runs and runs[-1][0] == differs:
            runs[-1] = (differs, runs[-1][1], at[1], runs[-1][3], at[3])
        else:
            runs.append((differs, at[0], at[1], at[2], at[3]))
    return iter(runs)
