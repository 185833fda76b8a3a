"""The data files that ship inside the package: read once, and only when they are needed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sitegen.problems.problem import Checked
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node

_DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def shipped_kind_ids() -> tuple[str, ...]:
    """The ids of the kinds that ship, which are the names of their files, in order."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in (_DATA / "kinds").iterdir() if f.name.endswith(".yaml")))


@lru_cache(maxsize=64)
def shipped(name: str) -> Checked[Node | None]:
    """A data file of the package by its name in `data/` (`kinds/page.yaml`)."""
    return load_yaml(_DATA.joinpath(*name.split("/")).read_text("utf-8"), f"sitegen/schema/data/{name}")


def shipped_mapping(name: str) -> Mapping_:
    """A data file of the package that holds fields."""
    node = shipped(name).value
    assert isinstance(node, Mapping_), f"{name} is part of the package and holds fields"
    return node
