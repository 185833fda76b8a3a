"""Values as bytes and back. What comes from a file may name nothing but our own values: it can run no code."""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

_OTHERS = frozenset((
    ("datetime", "date"), ("datetime", "datetime"), ("pathlib", "Path"), ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"), ("builtins", "frozenset"), ("builtins", "set"),
))  # fmt: skip


def freeze(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def thaw(content: bytes | None) -> Any:
    """The value that was frozen, None where these bytes hold none of ours."""
    if content is None:
        return None
    try:
        return _Thawing(io.BytesIO(content)).load()
    except Exception:  # whatever pickle raises on bytes that are none of its own
        return None


class _Thawing(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Classes of this package that hold values, and a few of Python's own."""
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        if not module.startswith("sitegen."):
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        if not (isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum))):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
