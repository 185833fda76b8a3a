"""The blocks that a story's body can hold, as the package's own data declares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.problems.problem import Checked
from sitegen.reading.values import Mapping_
from sitegen.schema.values import Schema, Values


@dataclass(frozen=True, slots=True)
class BlockSchema:
    """A block: whether it has a title ("required", "optional" or "none"), whether it needs a body, its settings."""

    name: str
    title: str
    body: bool
    schema: Schema
    label: str = ""
    help: str = ""
    example: str = ""


def block_schemas() -> Mapping[str, BlockSchema]:
    """Every block by its name."""
    raise NotImplementedError


def check_settings(block: BlockSchema, settings: Mapping_) -> Checked[Values]:
    """The settings of a block as understood; problems speak of settings and carry their codes."""
    raise NotImplementedError
