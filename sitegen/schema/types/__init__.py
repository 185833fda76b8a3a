"""The field types: how a piece of YAML becomes a value."""
