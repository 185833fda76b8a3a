"""The data files that ship inside the package: read once, and only when they are needed."""

from __future__ import annotations

import pkgutil
from functools import lru_cache

from sitegen.problems.problem import Checked
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node

KINDS = (
    "case-study", "q-and-a", "impact-story", "spotlight", "participant", "research-group", "explainer", "evaluation",
    "evidence-summary", "project-review", "news-item", "edition", "section", "page",
)  # fmt: skip
"""The ids of the kinds that ship, in the order in which a guide names them."""


@lru_cache(maxsize=64)
def shipped(name: str) -> Checked[Node | None]:
    """A data file of the package by its name in `data/` (`kinds/page.yaml`)."""
    data = pkgutil.get_data("sitegen.schema", f"data/{name}")
    return load_yaml((data or b"").decode("utf-8"), f"sitegen/schema/data/{name}")


def shipped_mapping(name: str) -> Mapping_:
    """A data file of the package that holds fields."""
    node = shipped(name).value
    assert isinstance(node, Mapping_), f"{name} is part of the package and holds fields"
    return node
