"""A text as written: lines, and blocks with the settings and the content that their author gave them."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.markup.lines import Line
from sitegen.schema.blocks import BlockSchema
from sitegen.schema.values import Values


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block as written: `content` are its lines and the blocks inside it, without settings.

    `misread` are the settings that were meant and have a problem of their own: what they lack is not said again.
    """

    schema: BlockSchema
    title: Line
    opening: Line
    values: Values
    content: tuple[Node, ...]
    misread: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The block's name, as it is declared."""
        return self.schema.name

    def setting(self, key: str) -> str:
        """A setting as written, empty where it was not given."""
        value = self.values.get(key)
        return value.text if value else ""


Node = Line | SourceBlock
"""A line of text, or a block among the lines."""
