"""Compiled templates, kept by all that they are made of: compiling them all takes longer than making a hundred pages.

They are code. Whoever may write where they are kept may write the site's own templates as well, and has no more by it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.util import MAGIC_NUMBER

import jinja2
import markupsafe
from jinja2.bccache import Bucket, BytecodeCache

import sitegen
from sitegen.rendering.pictures import Remember

_AT_HAND: dict[str, bytes] = {}
"""Those of this process: `serve` builds many times in one."""


class CompiledTemplates(BytecodeCache):
    """Compiled templates, in this process and where `remember` keeps them for the next one."""

    def __init__(self, remember: Remember) -> None:
        self._remember = remember

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket, where its template was compiled before."""
        key = _key(bucket)
        code = _AT_HAND.get(key) or self._remember(key, bytes)  # nothing is made of nothing, and is not kept
        if code:
            bucket.bytecode_from_string(code)
            _AT_HAND[key] = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        code = _AT_HAND[_key(bucket)] = bucket.bytecode_to_string()
        self._remember(_key(bucket), lambda: code)


def _key(bucket: Bucket) -> str:
    """A template's name and text, and what it is compiled by."""
    return f"template {bucket.key} {bucket.checksum} {_compilers()}"


@cache
def _compilers() -> str:
    """Tells this Python, this Jinja and this sitegen: what filters make of constants is part of compiled templates."""
    folders = [os.path.dirname(str(package.__file__)) for package in (sitegen, jinja2, markupsafe)]
    marks = sorted(mark for folder in folders for mark in _marks(folder))
    return hashlib.sha256(repr((MAGIC_NUMBER, jinja2.__version__, marks)).encode()).hexdigest()


def _marks(folder: str) -> Iterator[str]:
    """What tells that a module has changed, by which Python goes as well: its size and its time."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _marks(entry.path)
            elif entry.name.endswith(".py"):
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
