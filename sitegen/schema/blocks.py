"""The blocks that a story's body can hold, as the package's own data declares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sitegen.problems.problem import Checked
from sitegen.reading.values import Mapping_
from sitegen.schema.declarations import declared_fields, map_of_fields
from sitegen.schema.declared import Field, Schema
from sitegen.schema.engine import Terms, check, read_field
from sitegen.schema.shipped import shipped
from sitegen.schema.values import Value, Values

SETTING_TERMS = Terms(
    noun="setting",
    unknown="unknown-setting",
    missing="missing-setting",
    empty="bad-setting",
    twice="duplicate-setting",
    value="bad-setting",
)
_BLOCK = Field("block", "record", "block", fields=(
    Field("label", "text", "Label", "What a guide calls it.", required=True, example="Number"),
    Field("help", "paragraph", "Help", "What authors are told about it.", required=True, example="A number set large."),
    Field("title", "choice", "Title", "Whether it has a title.", required=True,
          choices=("required", "optional", "none"), example="optional"),
    Field("body", "yes/no", "Body", "yes where it needs text below its settings.", required=True, example="yes"),
    Field("example", "lines", "Example", "What an author might write.", required=True, example="::: note"),
    map_of_fields("settings", "Settings", "Its settings, each under its key."),
))  # fmt: skip
_BLOCKS = Field("blocks", "map", "Blocks", "The blocks by name.", fields=(_BLOCK,))


@dataclass(frozen=True, slots=True)
class BlockSchema:
    """A block: whether it has a title ("required", "optional" or "none"), whether it needs a body, its settings.

    `label`, `help` and `example` are what a guide for authors says of it.
    """

    name: str
    title: str
    body: bool
    schema: Schema
    label: str = ""
    help: str = ""
    example: str = ""


@lru_cache(maxsize=1)
def block_schemas() -> Mapping[str, BlockSchema]:
    """Every block by its name, in the order in which a guide names them."""
    return load_blocks().value


def load_blocks() -> Checked[Mapping[str, BlockSchema]]:
    """The blocks as the package's data declares them, with any problem in that data."""
    node = shipped("blocks.yaml")
    assert node.value is not None, "blocks.yaml is part of the package"
    read = read_field(_BLOCKS, node.value, node.value.where)
    made = [_block(name, value) for name, value in (read.value.value if read.value else {}).items()]
    problems = (*node.problems, *read.problems, *(p for one in made for p in one.problems))
    return Checked({one.value.name: one.value for one in made}, problems)


def _block(name: str, value: Value) -> Checked[BlockSchema]:
    says: Values = value.value
    settings = declared_fields(says["settings"].value if "settings" in says else {})
    schema = Schema(f"{name} block", settings.value)
    block = BlockSchema(
        name,
        says["title"].value,
        says["body"].value,
        schema,
        says["label"].text,
        says["help"].text,
        says["example"].value,
    )
    return Checked(block, settings.problems)


def check_settings(block: BlockSchema, settings: Mapping_) -> Checked[Values]:
    """The settings of a block as understood; problems speak of settings and carry their codes."""
    return check(block.schema, settings, SETTING_TERMS)
