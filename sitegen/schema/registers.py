"""The registers of known things: hubs, schools, glossary."""

from __future__ import annotations

from sitegen.problems.problem import Checked
from sitegen.reading.values import Tree
from sitegen.schema.values import Registers


def hub_key(text: str) -> str:
    """A hub's name as two writings of it compare."""
    raise NotImplementedError


def load_registers(tree: Tree) -> Checked[Registers]:
    """What the register files hold; a missing file is an empty register."""
    raise NotImplementedError
