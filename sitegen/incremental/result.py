"""What a build came to, for whoever tells of it: the same whichever way it took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.incremental.last import Head
from sitegen.options import Options
from sitegen.problems.problem import Problem
from sitegen.reading.decoding import decode

if TYPE_CHECKING:
    from sitegen.pipeline import Build
    from sitegen.writing.values import Written


@dataclass(frozen=True, slots=True)
class Result:
    """What a build came to. `sources` are texts of files by path, for the report; `pages` are the pages of the site.

    `written` is None where nothing was written. `whole` is the build itself where everything was made anew. `remarks`
    are sentences about what was remembered.
    """

    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    pages: int
    written: Written | None
    whole: Build | None = None
    remarks: tuple[str, ...] = ()


def texts_of(head: Head, problems: Iterable[Problem], options: Options) -> Texts:
    """The texts that a report of these problems shows lines of."""
    named = {where.file for problem in problems for where in (problem.where, *problem.also)}
    return Texts(options.site, frozenset(named & head.texts))


class Texts(Mapping[str, str]):
    """The texts of files of a site folder by path, each read when it is asked for: a report shows a few of them."""

    def __init__(self, site: Path, paths: frozenset[str]) -> None:
        self._paths = paths
        self._read = lru_cache(maxsize=None)(lambda path: decode((site / path).read_bytes(), path).value)

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        return str(self._read(path))

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
