"""Whether each picture says whom it shows: one that may show pupils needs their consent."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checking.wording.said import Said
from sitegen.checking.written import Written
from sitegen.problems.problem import Problem, Where
from sitegen.schema.values import PersonValue, PictureValue, Values


def unsaid_pictures(said: Said) -> Iterator[Problem]:
    """A warning for each picture that does not say whom it shows. One that only decorates shows nobody."""
    given = _given(said.found.values)
    yield from (_problem(p.where, p.file) for p in given if not p.shows and not p.decorative)
    yield from _in_text(said.found)


def _in_text(found: Written) -> Iterator[Problem]:
    for picture in found.text.body.pictures:
        # A picture that does not exist is told of as missing, and nothing more is asked of it.
        there = picture.target in found.text.pictures
        if there and not (picture.shows or picture.decorative or picture.pending):
            yield _problem(found.line(picture.line, picture.column, len(picture.target)), picture.target)


def _given(values: Values) -> Iterator[PictureValue]:
    for value in values.values():
        for part in value.parts or (value,):
            if isinstance(part.value, PictureValue):
                yield part.value
            elif isinstance(part.value, PersonValue) and part.value.image:
                yield part.value.image


def _problem(where: Where, file: str) -> Problem:
    return Problem(
        where, "unknown-shows", f'The picture "{file}" does not say whom it shows.',
        "Write `shows: pupils`, `adults` or `no people`; in a text: "
        '![…](hall.jpg){shows="no people"}.',
        why="Until it says so, it is treated as a picture of pupils, who must have agreed.",
    )  # fmt: skip
