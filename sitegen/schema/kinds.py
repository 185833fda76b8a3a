"""Kinds of story: those that ship and those of content/kinds/, each checked like any other data."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.problems.problem import Checked
from sitegen.reading.values import Tree
from sitegen.schema.values import Kind


def load_kinds(tree: Tree) -> Checked[Mapping[str, Kind]]:
    """Every kind by its id: the shipped ones, with those of content/kinds/ added or put in their place."""
    raise NotImplementedError
