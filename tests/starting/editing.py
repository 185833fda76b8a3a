"""Files as an editor reads them: YAML 1.2, in which `yes` is a word and a day is text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Knows numbers and nothing at all."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":bool", ":timestamp"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads_it(text: str) -> Any:
    return yaml.load(text, _Loader)


def front_matter(file: Path) -> Any:
    """What stands between the first two lines of hyphens."""
    return as_an_editor_reads_it(file.read_text("utf-8").split("---\n")[1])
