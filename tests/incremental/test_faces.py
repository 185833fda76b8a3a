"""A face changes with everything that another page may read of a text, and with nothing else of it."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from typing import Any

import pytest

from sitegen.incremental.faces import face
from sitegen.markup import body as bodies
from sitegen.markup.body import Acronym, Body, Entry, Heading, Implication, Link, LinkItem, Picture
from sitegen.model.sources import Source
from sitegen.reading.values import SourceFile
from tests.incremental.small_site import ASH, TEXTS
from tests.sites import folder

_RUNNING = {"parts", "caveats", "caption"}
_PLACES = {"line", "column"}
_BLOCKS = (*typing.get_args(bodies.Block), Picture, Link)


def _example(hint: Any, other: bool = False) -> Any:
    """A value of a type, and another one."""
    if dataclasses.is_dataclass(hint):
        named = typing.get_type_hints(hint)
        return hint(**{f.name: _example(named[f.name], other) for f in dataclasses.fields(hint)})  # type: ignore[operator]
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        plain = inner is str or "Part" in str(inner) or typing.get_origin(inner) is not None
        return ("more" if other else "some",) if plain and not _is_values(inner) else (_example(inner, other),)
    options = [t for t in typing.get_args(hint) if t is not type(None)] or [hint]
    return {str: ("some", "more"), bool: (False, True), int: (3, 4), float: (1.5, 2.5)}[options[0]][other] \
        if options[0] in (str, bool, int, float) else _example(options[0], other)


def _is_values(hint: Any) -> bool:
    return dataclasses.is_dataclass(hint) or typing.get_origin(hint) is tuple


def _fields() -> Iterator[tuple[type, str]]:
    for block in _BLOCKS:
        for field in dataclasses.fields(block):
            yield block, field.name


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Source, str]:
    from sitegen.parsing import parse_document
    from sitegen.reading.tree import read_file
    from sitegen.schema.kinds import shipped_kinds

    text = TEXTS[ASH].replace("kind: visit", "kind: case-study\nsummary: Short").replace("motto: Onwards\n", "")
    site = folder(tmp_path_factory.mktemp("face"), {ASH: text}, {})
    file = read_file(site, ASH)
    assert isinstance(file, SourceFile)
    found = parse_document(file, shipped_kinds(), "en-GB").value
    assert found is not None
    return found, file.text


def _face(source: tuple[Source, str], body: Body) -> str:
    found, text = source
    return face(dataclasses.replace(found, body=body), text)


@pytest.mark.parametrize(("block", "name"), [*_fields()], ids=lambda each: getattr(each, "__name__", each))
def test_every_field_of_a_block_counts_but_its_place_and_its_running_text(
    source: tuple[Source, str], block: type, name: str
) -> None:
    one = _example(block)
    other = dataclasses.replace(one, **{name: getattr(_example(block, other=True), name)})
    assert one != other
    same = _face(source, Body(parts=(one,), plain="x")) == _face(source, Body(parts=(other,), plain="x"))
    assert same == (name in _PLACES | _RUNNING)
    nested = bodies.Prose("note", "A note", (one,), 1), bodies.Prose("note", "A note", (other,), 1)
    faces = {_face(source, Body(parts=("<p>", part), plain="x")) for part in nested}
    assert (len(faces) == 1) == (name in _PLACES | _RUNNING)


@pytest.mark.parametrize(
    ("part", "name", "counts"),
    [
        (Entry("May 2023", ("It began",), ("in a hall",), 3), "date", True),
        (Entry("May 2023", ("It began",), ("in a hall",), 3), "title", False),
        (Entry("May 2023", ("It began",), ("in a hall",), 3), "details", False),
        (LinkItem("A", Link("a.md", 1, 1), ("of it",), 3), "text", True),
        (LinkItem("A", Link("a.md", 1, 1), ("of it",), 3), "link", True),
        (LinkItem("A", Link("a.md", 1, 1), ("of it",), 3), "description", False),
        (Implication("So", ("it is",), 3), "title", True), (Implication("So", ("it is",), 3), "parts", False),
    ],
)  # fmt: skip
def test_so_does_every_field_of_what_a_block_lists(
    source: tuple[Source, str], part: Any, name: str, counts: bool
) -> None:
    other = dataclasses.replace(part, **{name: getattr(_example(type(part), other=True), name)})
    around = {
        Entry: lambda one: bodies.Timeline("T", (one,), 2), LinkItem: lambda one: bodies.Links("L", (one,), 2),
        Implication: lambda one: bodies.Finding("F", (), (one,), 2),
    }[type(part)]  # fmt: skip
    faces = {_face(source, Body(parts=(around(each),), plain="x")) for each in (part, other)}
    assert (len(faces) == 2) == counts


@pytest.mark.parametrize(
    "other",
    [
        {"headings": (Heading(3, "A", "s-a", 4),)}, {"headings": (Heading(2, "B", "s-a", 4),)}, {"headings": ()},
        {"headings": (Heading(2, "A", "s-b", 4),)}, {"ids": ("s-a", "more")}, {"plain": ""}, {"notes": ()},
        {"acronyms": (Acronym("CPD", 3), Acronym("EAL", 5))}, {"acronyms": ()},
    ],
)  # fmt: skip
def test_what_a_whole_text_has_counts(source: tuple[Source, str], other: dict[str, Any]) -> None:
    assert _face(source, _BODY) != _face(source, dataclasses.replace(_BODY, **other))


_BODY = Body(
    parts=("<p>Words</p>",), notes=("<li>A note</li>",), headings=(Heading(2, "A", "s-a", 4),), ids=("s-a",),
    acronyms=(Acronym("CPD", 3),), plain="Words",
)  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        {"parts": ("<p>Other</p>",)}, {"notes": ("<li>Another</li>",)}, {"plain": "Other words"}, {"words": 4},
        {"headings": (Heading(2, "A", "s-a", 9),)}, {"acronyms": (Acronym("CPD", 8, 7), Acronym("CPD", 9))},
    ],
)  # fmt: skip
def test_words_and_places_do_not(source: tuple[Source, str], other: dict[str, Any]) -> None:
    assert _face(source, _BODY) == _face(source, dataclasses.replace(_BODY, **other))


def test_front_matter_counts_and_so_do_the_first_words_where_no_summary_stands(source: tuple[Source, str]) -> None:
    found, text = source
    assert face(found, text) != face(found, text.replace("title: A visit", "title: A trip"))
    assert face(found, text) == face(found, text.replace("to see a lesson", "to see lessons"))
    bare = dataclasses.replace(found, values={k: v for k, v in found.values.items() if k != "summary"})
    said = ("One. More.", "One. Less.", "Two. More.")
    one, later, other = (dataclasses.replace(_BODY, plain=plain) for plain in said)
    assert _face((bare, text), one) == _face((bare, text), later)
    assert _face((bare, text), one) != _face((bare, text), other)
