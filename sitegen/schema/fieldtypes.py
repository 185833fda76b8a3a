"""The table of field types: every type that a schema may name, joined from the files that read them."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.schema.types.choices import CHOICE_TYPES
from sitegen.schema.types.dates import DATE_TYPES
from sitegen.schema.types.facts import FACT_TYPES
from sitegen.schema.types.given import FieldType
from sitegen.schema.types.records import RECORD_TYPES
from sitegen.schema.types.references import REFERENCE_TYPES
from sitegen.schema.types.scalars import SCALAR_TYPES

FIELD_TYPES: Mapping[str, FieldType] = {
    row.name: row for row in (*SCALAR_TYPES, *CHOICE_TYPES, *DATE_TYPES, *REFERENCE_TYPES, *FACT_TYPES, *RECORD_TYPES)
}
"""Every field type by its name."""
