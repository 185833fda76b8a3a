"""The problems of a build with the lines that a report of them shows: telling them again reads no file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitegen.problems.problem import Problem, Where
from sitegen.problems.report import in_order, most_important
from sitegen.reading.decoding import decode


@dataclass(frozen=True, slots=True)
class Told:
    """Problems, and by path and number the lines of their places in every file that the report shows a line of."""

    problems: tuple[Problem, ...]
    lines: Mapping[str, Mapping[int, str]]


def told(problems: tuple[Problem, ...], sources: Mapping[str, str]) -> Told:
    """Problems with their lines; `sources` are the texts of files by path."""
    shown = {where.file for problem in most_important(in_order(problems)) for where in _places(problem)}
    wanted: dict[str, set[int]] = defaultdict(set)
    for problem in problems:
        for where in _places(problem):
            if where.file in shown:
                wanted[where.file].add(where.line)
    return Told(problems, {path: _lines(sources[path], of) for path, of in wanted.items() if path in sources})


def _places(problem: Problem) -> tuple[Where, ...]:
    return (problem.where, *problem.also)


def _lines(text: str, numbers: Iterable[int]) -> dict[int, str]:
    every = text.split("\n")
    return {number: every[number - 1] for number in sorted(numbers) if 0 < number <= len(every)}


class Texts(Mapping[str, str]):
    """The texts of files of a site folder by path. Of those whose lines are known, only these lines are there."""

    def __init__(self, lines: Mapping[str, Mapping[int, str]], site: Path, paths: frozenset[str]) -> None:
        self._lines, self._paths = lines, paths
        self._read = lru_cache(maxsize=None)(lambda path: decode((site / path).read_bytes(), path).value)

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        if path not in self._lines:
            return str(self._read(path))
        known = self._lines[path]
        return "\n".join(known.get(number, "") for number in range(1, max(known, default=0) + 1))

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
