"""YAML text -> nodes with the place of every key and value. Text stays text; every slip is said in plain words."""

from __future__ import annotations

from typing import Any

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.cleaning import cleaned
from sitegen.reading.lines import Lines
from sitegen.reading.nodes import build
from sitegen.reading.parsing import LOADERS, parse
from sitegen.reading.slips import blanked, find_slip
from sitegen.reading.values import Node

_MOST_REPAIRS = 20
_REPAIRED_CHARACTERS = 2_000_000
_TABS = (2, 4, 8, 0)


def load_yaml(text: str, file: str, first_line: int = 1, *, loader: Any = None) -> Checked[Node | None]:
    """The node that a YAML text holds, with every problem in it; never raises.

    `first_line` is the line of `file` on which the text begins. A slip is repaired as its author most likely meant it
    and reading goes on, so that all of them are said at once; the value is None where the text holds nothing, or
    where a slip leaves no sense. `loader` is a PyYAML loader class: the fast one of this machine if left out.
    """
    start = cleaned(text, file, first_line)
    if not any(p.code == "yaml-tab" for p in start.problems):
        return _read(start, loader or LOADERS[0], _attempts(text))
    # How far a tab was meant to reach shows in what can be read; what then is still askew, the tab's problem covers.
    wide = (cleaned(text, file, first_line, tab) for tab in _TABS)
    best = min((_read(one, loader or LOADERS[0], _attempts(text)) for one in wide), key=lambda r: len(r.problems))
    return Checked(best.value, tuple(p for p in best.problems if p.code != "yaml-indent"))


def _read(start: Checked[Lines], loader: Any, attempts: int) -> Checked[Node | None]:
    lines, problems = start.value, list(start.problems)
    for _ in range(attempts):
        parsed = parse(lines.text, loader)
        slip = find_slip(parsed, lines)
        if slip is None:
            node = build(parsed.events, lines)
            return Checked(node.value, _in_order((*problems, *node.problems)))
        if slip.problem not in problems:
            problems.append(slip.problem)
            lines = lines.edited(slip.edits)
        else:
            lines = lines.edited(blanked(lines, slip.line))
        if not slip.edits:
            break
    return Checked(None, _in_order(problems))


def _attempts(text: str) -> int:
    # Each repair reads the text again: a large file gets fewer, so that the time stays in proportion to its size.
    return max(1, min(_MOST_REPAIRS, _REPAIRED_CHARACTERS // (len(text) + 1))) + 1


def _in_order(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    def place(problem: Problem) -> Where:
        return problem.where

    return tuple(sorted(problems, key=place))
