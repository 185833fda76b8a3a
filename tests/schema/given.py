"""What the tests of the schema share: YAML as nodes, files as a tree, problems in short."""

from __future__ import annotations

import re
from pathlib import Path

from sitegen.problems.problem import Checked, Problem
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Document, Mapping_, Node, SourceFile, Tree
from sitegen.schema.declared import Field, Schema
from sitegen.schema.engine import check
from sitegen.schema.values import Quantity, Value, Values

GOLDEN = Path(__file__).parent / "golden"


def node(text: str, file: str = "a.md", first_line: int = 1) -> Node:
    """The node of a YAML text that has no slip of its own."""
    read = load_yaml(text, file, first_line)
    assert read.problems == ()
    assert read.value is not None
    return read.value


def fields(text: str, file: str = "a.md", first_line: int = 1) -> Mapping_:
    """The fields of a YAML text that has no slip of its own."""
    made = node(text, file, first_line)
    assert isinstance(made, Mapping_)
    return made


def document(text: str, path: str = "content/a.md") -> Document:
    """A document whose front matter is the text, which begins on line 2 as it would in a file."""
    return Document(path, fields(text, path, 2), "", 0)


def tree(files: dict[str, str]) -> Tree:
    """A tree of text files of content/."""
    return Tree(Path("."), {path: SourceFile(path, text, "") for path, text in files.items()}, {})


def read(text: str, *declared: Field) -> Checked[Values]:
    """A text checked against a schema of these fields."""
    return check(Schema("test", declared), fields(text))


def read_one(text: str, field: Field) -> Checked[Value | None]:
    """The value of `field` in a text that gives it."""
    made = read(text, field)
    return Checked(made.value.get(field.key), made.problems)


def short(problem: Problem) -> tuple[str, int, int, int]:
    """A problem's code, line, column and width."""
    return problem.code, problem.where.line, problem.where.column, problem.where.width


def rows(name: str) -> list[tuple[str, str]]:
    """A golden table: the wording and its meaning of every line `wording => meaning`."""
    lines = (GOLDEN / name).read_text("utf-8").splitlines()
    pairs = (line.split("=>") for line in lines if line.strip() and not line.startswith("#"))
    return [(wording.strip(), " ".join(meaning.split())) for wording, meaning in pairs]


_SIGNS = {None: "", "about": "~", "over": ">", "under": "<", "at least": ">="}


def in_short(quantity: Quantity) -> str:
    """A quantity as the golden tables write it: `eal ~67`, `forms 1..2`, `pupil premium >40`."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        assert quantity.qualifier is None
        return f"{quantity.measure} {low:g}..{high:g}"
    number = low if low is not None else high
    assert number is not None
    assert (low is None) is (quantity.qualifier == "under")
    assert (high is None) is (quantity.qualifier in ("over", "at least"))
    return f"{quantity.measure} {_SIGNS[quantity.qualifier]}{number:g}"


_JARGON = re.compile(
    r"\b(?:None|Mapping|Scalar|dict|str|tuple|null|pars(?:e|ed|er)|mapping|boolean|integer|string|key)\b"
)


def is_plain_english(problem: Problem) -> bool:
    """True for a problem whose words end as sentences do and hold nothing that only programmers know."""
    sentences = problem.what.endswith(".") and problem.fix.endswith((".", "?"))
    return sentences and not _JARGON.search(f"{problem.what} {problem.fix}")
