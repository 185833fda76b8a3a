"""JSON Schema for editors, from the same tables that check."""

from __future__ import annotations

from typing import Any

from sitegen.schema.values import Schema


def json_schema(schema: Schema) -> dict[str, Any]:
    """A schema as a JSON Schema (draft 2020-12) of one object."""
    raise NotImplementedError
