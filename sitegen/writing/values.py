"""What writing takes and yields."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.reading.values import Asset, Part


@dataclass(frozen=True, slots=True)
class Standing:
    """A file that stays as it lies in the output `folder`. `digest` is that of its bytes as the list has it."""

    path: str
    folder: Path
    size: int
    digest: str

    @property
    def location(self) -> Path:
        """Where it lies on this machine."""
        return self.folder / self.path


Content = bytes | Asset | Part | Standing
"""A file to be: its bytes, or a file, or bytes within one, that are copied as they were when they were read."""

Outputs = Mapping[str, Content]
"""The whole site: contents by address, `/` between folders, relative to the output folder."""

At = Callable[[str], None]
"""Told the name of each step as it is reached, so that tests can stop there."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output folder: addresses in order, compared with the site that stood there before.

    `listing` is the digest of the list of all that it wrote.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    listing: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies in a folder, by path from it with `/`. `links` holds targets; links are never followed.

    `folders` are as they were before it was looked into them. `others` are neither files nor folders nor links.
    """

    files: Mapping[str, os.stat_result]
    links: Mapping[str, str]
    folders: Mapping[str, os.stat_result]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """What lies in the output folder and was not written by an earlier build: it is carried over as it is."""

    files: Mapping[str, os.stat_result]
    links: Mapping[str, str]
    folders: frozenset[str]
