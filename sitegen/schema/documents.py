"""Front matter against its kind."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.problems.problem import Checked
from sitegen.reading.values import Document
from sitegen.schema.values import Kind, Values


def check_document(document: Document, kinds: Mapping[str, Kind]) -> Checked[tuple[Kind, Values] | None]:
    """A document's kind and fields; None where its kind is missing or unknown."""
    raise NotImplementedError
