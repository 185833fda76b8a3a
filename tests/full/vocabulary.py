"""Invented words that are spread as the words of English prose are: few that stand everywhere, very many that are rare.

Half of a text are small words with the shares that English gives them. The other half follows the law of Zipf and
Mandelbrot, so that the number of different words grows with the text and never ends. All are made of syllables.
"""

from __future__ import annotations

import random
from itertools import accumulate

SMALL = {
    "the": 61, "of": 32, "and": 30, "to": 28, "a": 24, "in": 22, "that": 12, "is": 11, "for": 10, "with": 9, "as": 8,
    "it": 8, "on": 7, "they": 7, "was": 7, "their": 7, "are": 6, "by": 6, "at": 6, "be": 6, "this": 5, "from": 5,
    "have": 5, "we": 5, "not": 5, "an": 4, "which": 4, "were": 4, "had": 4, "but": 4, "all": 4, "more": 4, "one": 4,
    "has": 3, "who": 3, "when": 3, "there": 3, "so": 3, "what": 3, "can": 3, "our": 3, "each": 3, "than": 3, "how": 3,
    "these": 3, "then": 2, "two": 2, "been": 2, "would": 2, "into": 2, "about": 2, "also": 2, "its": 2, "other": 2,
    "could": 2, "some": 2, "them": 2, "now": 2, "every": 1, "through": 1, "after": 1, "before": 1, "school's": 1,
    "pupils’": 1, "wasn't": 1, "didn’t": 1,
}  # fmt: skip
"""Small words with their shares, rounded; the last few with both sorts of apostrophes."""

SUBJECT = (
    "pupils teachers lesson number reason talk explain pattern bar model fraction count secure confident together plan "
    "notice class maths language question answer small step practise depth share improve measure weekly project group "
    "school hub lead change evidence test result parents children understand structure represent connect mastery "
    "teaching learning primary secondary research staff head year"
).split()
"""The commonest words after the small ones: what the stories are about."""

_BEGINNINGS = "b br c ch d dr f fl g gr h j k l m n pl pr qu r s sk sl sp st th tr v w y".split()
_VOWELS = "a ai e ea ee i o oa oi".split()
_ENDS = ("", "", "", "l", "n", "nd", "r", "rd", "st", "th", "m", "x")
_FORMS = ("", "", "", "s", "ed", "ing", "er", "ly", "’s")
_ACCENTS = {"ai": "aï", "ee": "é"}
_WORDS = 60_000
_SHARE_OF_SMALL = 0.48
_STEEP = 1.15


def invented(rank: int) -> str:
    """The word of this rank: of two syllables, later three; each third in some form, a few with an accent."""
    chance = random.Random(rank)
    sounds = [chance.choice(_VOWELS) for _ in range(2 if rank < 6_000 else 3)]
    spelt = [_ACCENTS.get(sound, sound) for sound in sounds] if rank % 50 == 7 else sounds
    word = "".join(chance.choice(_BEGINNINGS) + sound + chance.choice(_ENDS) for sound in spelt)
    return word + (chance.choice(_FORMS) if rank % 3 == 0 else "")


_LARGE = (*SUBJECT, *(invented(rank) for rank in range(_WORDS)))
_LARGE_SHARES = tuple(accumulate(1 / (rank + 2.7) ** _STEEP for rank in range(len(_LARGE))))
_SMALL = tuple(SMALL)
_SMALL_SHARES = tuple(accumulate(SMALL.values()))


def words(chance: random.Random, number: int) -> list[str]:
    """So many words of a running text."""
    small = iter(chance.choices(_SMALL, cum_weights=_SMALL_SHARES, k=number))
    large = iter(chance.choices(_LARGE, cum_weights=_LARGE_SHARES, k=number))
    return [next(small) if chance.random() < _SHARE_OF_SMALL else next(large) for _ in range(number)]


def names(chance: random.Random, number: int) -> list[str]:
    """So many large words, as titles and headings have them."""
    return chance.choices(_LARGE, cum_weights=_LARGE_SHARES, k=number)
