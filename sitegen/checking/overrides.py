"""What `overrides` in front matter allow: codes of problems that a person may judge, each of which must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checking.wording.said import Said
from sitegen.problems.codes import CODES
from sitegen.problems.problem import Problem
from sitegen.schema.values import Value, Values
from sitegen.text import nearest

_OVERRIDABLE = frozenset(code.name for code in CODES.values() if code.overridable)


def allowed_codes(values: Values) -> Iterator[Value]:
    """The codes that a file's `overrides` allow, as written."""
    given = values.get("overrides")
    for part in (given.parts or (given,)) if given else ():
        code = part.value.get("problem") if isinstance(part.value, Mapping) else None
        if isinstance(code, Value):
            yield code


def overrides_of_nothing(said: Said) -> Iterator[Problem]:
    """A problem at each code that does not exist, or is that of an error that nothing can allow."""
    yield from (_problem(code) for code in allowed_codes(said.found.values) if code.text not in _OVERRIDABLE)


def _problem(code: Value) -> Problem:
    if code.text in CODES:
        what = f'"{code.text}" is an error that cannot be allowed.'
        return Problem(code.where, "not-a-choice", what, "Mend what the error says, and take this entry out.")
    near = nearest(code.text, sorted(_OVERRIDABLE)) if len(code.text) <= 60 else None
    fix = f'Did you mean "{near}"?' if near else "Write the code that stands in square brackets in the report."
    return Problem(code.where, "not-a-choice", f'No problem is called "{code.text[:60]}".', fix, suggestion=near)
