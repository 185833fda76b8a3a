"""What is read of YAML: the same as PyYAML reads, and every place is the one where the text stands."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sitegen.reading.document import fields_span, read_document
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node, Scalar, Sequence, SourceFile
from tests.fuzz.budget import tries
from tests.fuzz.damage import damaged

WORD = st.text("abcdefgABé0159 .:-#'\"[]{},&*!|>%@`?~=\\/ “”€😀", max_size=12)
PLAIN = st.from_regex(r"[A-Za-zé][A-Za-z0-9é]{0,8}( [A-Za-z0-9é€%.;()/]{1,8}){0,3}", fullmatch=True)


class _AsText(yaml.SafeLoader):
    """PyYAML with every value as it is written."""


_AsText.yaml_implicit_resolvers = {}


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else {entry.key.text: plain(entry.value) for entry in node}


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping_):
        for entry in node:
            yield entry.key
            yield from scalars(entry.value)


def assert_is_placed(scalar: Scalar, text: str) -> None:
    """The text stands where it is said to, but for quotation marks and what is spread over lines."""
    line = text.split("\n")[scalar.where.line - 1]
    there = line[scalar.where.column - 1 : scalar.where.column - 1 + scalar.where.width]
    assert scalar.where.column - 1 + scalar.where.width <= len(line) + 1
    begins = scalar.text[:1]
    if scalar.quoted:
        assert there[:1] in "'\"", (scalar, line)
    elif begins and there[:1] not in "|>":
        assert there[:1] == begins, (scalar, line)
        assert "\n" in scalar.text or there == scalar.text or scalar.text.startswith(there), (scalar, line)


def marks(style: str, text: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


SCALAR = st.one_of(PLAIN, st.builds(marks, st.sampled_from("'\""), WORD))
FLOW = st.recursive(
    SCALAR, lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda found: "[" + ", ".join(found) + "]"),
        st.lists(st.tuples(PLAIN, inner), max_size=3, unique_by=lambda kv: kv[0]).map(
            lambda found: "{" + ", ".join(f"{k}: {v}" for k, v in found) + "}"),
    ), max_leaves=5,
)  # fmt: skip


@st.composite
def lines_of(draw: st.DrawFn, indent: int = 0) -> list[str]:
    """Fields in block style, some with fields or lists inside."""
    made: list[str] = []
    keys = draw(st.lists(PLAIN, min_size=1, max_size=4, unique=True))
    for key in keys:
        pad = " " * indent
        match draw(st.integers(0, 6 if indent < 6 else 2)):
            case 3:
                made += [f"{pad}{key}:", *draw(lines_of(indent + 2))]
            case 4:
                made += [f"{pad}{key}:", *(f"{pad}- {item}" for item in draw(st.lists(FLOW, min_size=1, max_size=3)))]
            case 5:
                made += [f"{pad}{key}: {draw(st.sampled_from(['|', '>', '|-', '>+']))}"]
                made += [f"{pad}  {line}" for line in draw(st.lists(PLAIN, min_size=1, max_size=3))]
            case 6:
                made += [f"{pad}{key}: {draw(PLAIN)}", f"{pad}  {draw(PLAIN)}"]
            case _:
                made += [f"{pad}{key}: {draw(FLOW)}" + draw(st.sampled_from(["", "", "  # a remark"]))]
        made += [""] * draw(st.integers(0, 1)) + ["# remark"] * draw(st.integers(0, 1))
    return made


def held_to_pyyaml(text: str) -> None:
    read = load_yaml(text, "f")
    assume(not read.problems)
    assert (plain(read.value) or "") == (yaml.load(text, _AsText) or "")
    for scalar in scalars(read.value):
        assert_is_placed(scalar, text)


@tries(80)
@given(lines_of().map("\n".join))
def test_good_yaml_is_read_as_pyyaml_reads_it_and_each_value_has_its_place(text):
    read = load_yaml(text, "f")
    assert [p.code for p in read.problems if p.code not in ("yaml-reserved", "yaml-colon", "yaml-hash")] == []
    held_to_pyyaml(text)


@tries(25)
@given(damaged("content/*.yaml", "sitegen/schema/data/**/*.yaml", "tests/broken/*/content/*.yaml"))
def test_damaged_yaml_without_a_problem_is_read_as_pyyaml_reads_it(data):
    text = data.decode("utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")
    assume(text.isascii() and "\x00" not in text)
    try:
        yaml.load(text, _AsText)
    except (yaml.YAMLError, ValueError, TypeError):
        assume(False)
    held_to_pyyaml(text)


@tries(60)
@given(lines_of().map("\n".join), st.sampled_from(["\n", "", "Text.\n\n---\n\nMore.", "# A\n\n- b\n"]),
       st.sampled_from(["", "\n", " \n\n"]), st.sampled_from(["---", "---  ", "..."]))  # fmt: skip
@example("a: b", "---\n", "", "---")
def test_front_matter_and_body_are_the_file_again(fields, body, head, closing):
    text = f"{head}---\n{fields}\n{closing}\n{body}"
    read = read_document(SourceFile("content/a.md", text, ""))
    assume(not read.problems and read.value is not None)
    assert read.value.body == body
    assert "\n".join(text.split("\n")[read.value.body_line - 1 :]) == body
    assert plain(read.value.meta) == yaml.load(fields, _AsText)
    for scalar in scalars(read.value.meta):
        assert_is_placed(scalar, text)
    span = fields_span(text.split("\n"))
    assert span is not None
    assert "\n".join(text.split("\n")[slice(*span)]) == fields
