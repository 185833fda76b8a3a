"""What the guide says beside the tables: its examples, and the causes and cures of problems, as data of the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from sitegen.model.names import Names, names
from sitegen.reading.digests import digest_of
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Asset, SourceFile, Tree
from sitegen.schema.declared import Field
from sitegen.schema.engine import read_field
from sitegen.schema.registers import load_registers
from sitegen.schema.values import Value, Values

_DATA = Path(__file__).parent / "data"
_TITLE = Field("title", "text", "Title", required=True)
_CURE = Field("problem", "record", "problem", fields=(
    Field("cause", "paragraph", "Cause", required=True), Field("cure", "paragraph", "Cure", required=True),
    Field("wrong", "lines", "Wrong"), Field("right", "lines", "Right"),
))  # fmt: skip
_TOPIC = Field("topic", "record", "topic", fields=(
    _TITLE, Field("lead", "paragraph", "Lead", required=True), Field("problems", "map", "Problems", fields=(_CURE,)),
))  # fmt: skip
_TYPE = Field("type", "record", "type", fields=(
    _TITLE, Field("lead", "paragraph", "Lead", required=True), Field("field", "text", "Field"),
    Field("phrases", "list", "Phrases", required=True),
))  # fmt: skip
_WRITTEN = Field("written", "record", "written", fields=(
    _TITLE, Field("help", "paragraph", "Help", required=True), Field("example", "lines", "Example", required=True),
))  # fmt: skip


def topics() -> Mapping[str, Values]:
    """The topics of problems, in order: `title`, `lead`, and `problems` with the cause and the cure of each code."""
    return _map("problems.yaml", _TOPIC)


def types() -> Mapping[str, Values]:
    """What may be written in a field of each type: `title`, `lead`, `phrases`, the `field` to try them with."""
    return _map("types.yaml", _TYPE)


def written() -> Mapping[str, Values]:
    """What stands in a text beside blocks: `title`, `help`, `example`."""
    return _map("text.yaml", _WRITTEN)


@lru_cache(maxsize=8)
def _map(name: str, field: Field) -> Mapping[str, Values]:
    node = load_yaml(_text(name), name)
    assert node.value is not None, f"{name} is part of the package"
    read = read_field(Field("guide", "map", "guide", fields=(field,)), node.value, node.value.where)
    assert not (*node.problems, *read.problems), (*node.problems, *read.problems)
    entries: Mapping[str, Value] = read.value.value if read.value else {}
    return {key: value.value for key, value in entries.items()}


def story(kind: str) -> str:
    """The worked example of a kind that ships, a whole file; empty where there is none."""
    name = f"{kind}.md"
    return _text(f"stories/{name}") if name in _stories() else ""


@lru_cache(maxsize=1)
def _stories() -> frozenset[str]:
    return frozenset(file.name for file in (_DATA / "stories").iterdir())


@lru_cache(maxsize=1)
def pictures() -> Mapping[str, Asset]:
    """The pictures of the examples, by the name that these call them by."""
    files = sorted(file for file in (_DATA / "pictures").iterdir() if file.suffix == ".jpg")
    contents = {file: file.read_bytes() for file in files}
    return {f.name: Asset(f.name, f, len(content), digest_of(content)) for f, content in contents.items()}


@lru_cache(maxsize=1)
def example_names() -> Names:
    """The hubs and schools that the examples name."""
    registers = ("content/hubs.yaml", "content/schools.yaml")
    files = {path: SourceFile(path, _text(path.removeprefix("content/")), "") for path in registers}
    return names(load_registers(Tree(_DATA, files, {})).value)


def _text(name: str) -> str:
    return _DATA.joinpath(*name.split("/")).read_text("utf-8")
