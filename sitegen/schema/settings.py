"""The site's settings: content/site.yaml over what ships."""

from __future__ import annotations

from sitegen.problems.problem import Checked
from sitegen.reading.values import Tree
from sitegen.schema.values import Settings


def load_settings(tree: Tree) -> Checked[Settings]:
    """The settings of the site, defaults filled in."""
    raise NotImplementedError
