"""Values as bytes and back. What comes from a file may name nothing but our own values: it can run no code."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from typing import IO, Any

_OTHERS = frozenset((
    ("datetime", "date"), ("datetime", "datetime"), ("pathlib", "Path"), ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"), ("builtins", "frozenset"), ("builtins", "set"),
))  # fmt: skip


def freeze(value: object) -> bytes:
    """A value as bytes."""
    written = io.BytesIO()
    freeze_into(written, value)
    return written.getvalue()


def freeze_into(file: IO[bytes], value: object) -> None:
    """Writes a value to a file that is open, as `pickle` reads it."""
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _BY_FIELDS
    pickler.dump(value)


class _ByFields(dict[type, Callable[[Any], Any]]):
    """How values become bytes: our own by what they are made of, in half the time that dataclasses take themselves."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        self[kind] = made = _by_fields(kind, *(each.name for each in fields(kind)))
        return made


def _by_fields(kind: type, *names: str) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    if not names:
        return lambda value: (kind, ())
    get = attrgetter(*names)
    return (lambda value: (kind, (get(value),))) if len(names) == 1 else (lambda value: (kind, get(value)))


_BY_FIELDS = _ByFields(copyreg.dispatch_table)


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
