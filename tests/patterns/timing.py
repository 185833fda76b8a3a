"""Times regular expressions on their worst texts: `python -m tests.patterns.timing SIZE [own]` says which are too slow.

With `own` only on texts that are made of the expression itself, and not on some that suit many.

In a process of its own, since an expression that takes for ever can only be ended with its process: the last line that
it wrote names the one.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator

from tests.patterns.attacks import texts
from tests.patterns.found import Found, every_pattern

SECONDS = 24.0
"""What a megabyte may take by one expression."""

BOUNDS = {
    "markup.items:_DASHES": 80, "markup.items:_DASHES1": 80, "markup.items:_DATE_ALONE": 80,
    **{f"schema.facts.engagement:_FORMS{n or ''}": 200 for n in range(7)},
}  # fmt: skip
"""Patterns that are only asked of the first so many characters, by the code where they stand."""

_MEGABYTE, _STEP, _LOUD, _SHORT = 2**20, 4, 0.0005, 1024


def slow(found: Found, size: int, plain: bool = True) -> Iterator[str]:
    """A line for each use of the pattern that would take too long for a megabyte, judged by texts of this size."""
    bound = BOUNDS.get(found.name)
    for method in sorted(found.methods):
        for text, longer in _pairs(found, bound or size, size * _STEP, plain):
            if timed(found.pattern, method, text) > _LOUD:
                least = min(timed(found.pattern, method, text) for _ in range(3))
                took = too_long(least, found.pattern, method, text, longer, bound)
                if took:
                    yield f"{found.name} {method} {took} by {text[:60]!r}…{text[-9:]!r}"
                    break


def _pairs(found: Found, size: int, longer: int, plain: bool) -> Iterator[tuple[str, str]]:
    return zip(texts(found.pattern, size, plain), texts(found.pattern, longer, plain), strict=True)


def too_long(
    least: float, pattern: re.Pattern[str], method: str, text: str, longer: str, bound: int | None
) -> str:
    """How long a megabyte would take, empty where that is not too long. What is bounded may take a moment."""
    if bound:
        return f"{least:.2f} s" if least > 0.05 else ""
    if least * _MEGABYTE / max(len(text), _SHORT) > SECONDS:  # and a longer text may take for ever
        return f"{least:.2f} s, for {len(text)} characters,"
    more = min(timed(pattern, method, longer) for _ in range(3))
    # Between the step and its square, so that a machine with other things to do is not mistaken for either.
    growth = _STEP**2 if more / least > _STEP**1.6 else _STEP
    whole = more * growth ** _log(_MEGABYTE / len(longer))
    return f"{whole:.0f} s" if whole > SECONDS else ""


def _log(times: float) -> float:
    number = 0.0
    while times > 1:
        times, number = times / _STEP, number + 1
    return number


def timed(pattern: re.Pattern[str], method: str, text: str) -> float:
    start = time.process_time()
    if method in ("sub", "subn"):
        pattern.sub("", text)
    elif method == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)
    return time.process_time() - start


if __name__ == "__main__":
    for each in every_pattern():
        print(f"? {each.name}", flush=True)
        for line in slow(each, int(sys.argv[1]), plain="own" not in sys.argv):
            print(f"! {line}", flush=True)
