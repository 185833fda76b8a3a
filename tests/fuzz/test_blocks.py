"""The block scanner: every line of a text is in one place, in its order and with its number; blocks nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.markup.lines import Line, lines_of
from sitegen.markup.scanner import scan_blocks
from sitegen.markup.source import Node, SourceBlock
from sitegen.schema.blocks import block_schemas
from tests.fuzz.budget import tries

NAMES = sorted(block_schemas())
PLACES = {"implication": {"finding"}}
HOLDERS = {"note", "letter", "finding", "implication", "person", "key-findings", "citation"}
TEXT = st.sampled_from(["Words.", "", "  indented", "- item", "> quote", "key: value", "by: Ann", "::", "a ::: b",
                        "```"])  # fmt: skip
SLIP = st.sampled_from([":::", "::::", ":::::", "::", ":: note", "::: nope", ":::note", " ::: stat 5", "    ::: note",
                        "> ::: note", "- ::: note", "::: Key Findings", "::: finding", "::: note :::",
                        ":::\t"])  # fmt: skip


def held(nodes: Sequence[Node]) -> Iterator[Line]:
    """Every line that stands in a tree, in order, its openings and titles left out."""
    for node in nodes:
        if isinstance(node, SourceBlock):
            yield from held(node.content)
        else:
            yield node


def nested(nodes: Sequence[Node], around: str = "") -> Iterator[tuple[str, SourceBlock]]:
    for node in nodes:
        if isinstance(node, SourceBlock):
            yield around, node
            yield from nested(node.content, node.name)


def assert_is_whole(text: str) -> tuple[Node, ...]:
    lines = lines_of(text)
    scanned = scan_blocks(lines, block_schemas())
    kept = list(held(scanned.value))
    assert [line.number for line in kept] == sorted({line.number for line in kept})
    for line in kept:
        whole = lines[line.number - 1].text
        assert whole[line.column - 1 :] == line.text
    missing = {line.number for line in lines} - {line.number for line in kept}
    taken = {lines[number - 1].text for number in missing}
    assert all(text.lstrip().startswith("::") or ":" in text or not text.strip() for text in taken), taken
    for around, block in nested(scanned.value):
        assert around in PLACES.get(block.name, {"", *HOLDERS}), (around, block.name)
        assert lines[block.opening.number - 1].text.lstrip().startswith("::")
        inside = [line.number for line in held(block.content)]
        assert not inside or block.opening.number < min(inside)
    for problem in scanned.problems:
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1].text) + 1
    return scanned.value


@tries(150)
@given(st.lists(TEXT | SLIP | st.sampled_from(NAMES).map("::: {} A title".format), max_size=25).map("\n".join))
@example("::: note\n:: \n:::\n")
def test_no_line_of_any_text_is_lost_moved_or_doubled(text):
    assert_is_whole(text)


@st.composite
def well_formed(draw: st.DrawFn, depth: int = 3) -> tuple[list[str], list[object]]:
    """Lines of blocks that are closed as they should be, with the tree of names that they mean."""
    lines: list[str] = []
    tree: list[object] = []
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(["note", "letter", "key-findings", "citation", "finding"]))
        title = {"finding": "A title"}.get(name, draw(st.sampled_from(["", "Title"])))
        if depth and draw(st.booleans()):
            inner, below = draw(well_formed(depth - 1))
        else:
            inner, below = ["Words."], []
        colons = ":" * (3 + depth)
        lines += [f"{colons} {name} {title}".rstrip(), "", "Before.", *inner, "After.", colons, "Between."]
        tree.append((name, below))
    return lines, tree


def tree_of(nodes: Sequence[Node]) -> list[object]:
    return [(node.name, tree_of(node.content)) for node in nodes if isinstance(node, SourceBlock)]


@tries(80)
@given(well_formed())
def test_blocks_nest_as_their_colons_say(made):
    lines, tree = made
    text = "\n".join(lines)
    nodes = assert_is_whole(text)
    assert tree_of(nodes) == tree
    assert scan_blocks(lines_of(text), block_schemas()).problems == ()
