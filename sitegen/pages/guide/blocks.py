"""The chapter on blocks: each with its settings, and an example beside what it becomes."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.guide.shipped import written
from sitegen.pages.guide.tables import code, joined, marked, plain, table
from sitegen.pages.guide.values import Chapter, Section
from sitegen.schema.blocks import BlockSchema, block_schemas
from sitegen.schema.declared import Field
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.text import in_words

_LEAD = (
    "The text of a story is ordinary Markdown. Whatever has a meaning of its own, such as a number, a quote or a "
    "chart, is a block. Each example stands beside what it becomes."
)
_TITLES = {
    "required": "It needs a title behind its name.",
    "optional": "It may have a title behind its name.",
    "none": "It has no title.",
}
_HOW = (
    "A block begins with three colons, a space and its name, with a title behind it where it has one. Settings follow, "
    "one a line, then an empty line and the text. Three colons on a line of their own end it. A block that holds "
    "another has four."
)


def blocks() -> Chapter:
    """The chapter on what can stand in a text."""
    text = [
        Section(f"text-{name}", 3, said["title"].text, marked(said["help"].text), "", said["example"].value, True)
        for name, said in written().items()
    ]
    every = block_schemas().values()
    return Chapter("blocks", "Text and blocks", _LEAD, (
        Section("text", 2, "Text"), *text, Section("blocks", 2, "Blocks", _HOW), *(s for b in every for s in _block(b)),
    ), "All of the text", entries=3)  # fmt: skip


def _block(block: BlockSchema) -> Iterator[Section]:
    body = " It needs text below its settings." if block.body else ""
    text = joined(marked(block.help), f"{_TITLES[block.title]}{body}", _settings(block))
    is_alone = block.name != "implication"  # which stands in a finding, and is shown there
    yield Section(block.name, 3, block.label, text, f"::: {block.name}", block.example, is_alone)


def _settings(block: BlockSchema) -> str:
    rows = [(code(f.key), f"{marked(f.help)}{_takes(f)}", code(f.example)) for f in block.schema.fields]
    return table(("Setting", "What it is", "For example"), rows)


def _takes(field: Field) -> str:
    if field.choices:
        default = f" Left out, it is {plain(field.default)}." if field.default else ""
        choices = f"It is {in_words([plain(c) for c in field.choices], 'or')}." if len(field.choices) > 1 else ""
        return f" {choices}{default}".rstrip()
    return f" Write {plain(FIELD_TYPES[field.type].help)}." if field.type == "whole number" else ""
