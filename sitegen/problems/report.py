"""All problems of a run, for a person at a terminal and for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.problems.excerpt import Excerpt, Excerpts, visible
from sitegen.problems.problem import Problem, Where
from sitegen.text import counted, fold_space

MOST_SHOWN = 200
"""How many problems one report spells out."""

_BOLD, _RED, _YELLOW, _GREEN, _FAINT = "1", "1;31", "1;33", "32", "2"
_COLOURS = {"error": _RED, "warning": _YELLOW}


def render_report(
    problems: Iterable[Problem], sources: Mapping[str, str], *, colour: bool, written: bool, output: str
) -> str:
    """The report as text for a terminal, one paragraph a problem and a closing sentence; empty without problems.

    `sources` are the texts of the files by path, for the excerpts. `output` names the folder in the closing sentence.
    """
    every = in_order(problems)
    if not every:
        return ""
    excerpts = Excerpts(sources)
    # What stops the site comes last, right above the closing sentence, where the eye is when the report ends.
    shown = [_paragraph(p, excerpts, colour) for p in sorted(most_important(every), key=lambda p: p.is_error)]
    more = [f"… and {len(every) - MOST_SHOWN:,} more."] if len(every) > MOST_SHOWN else []
    return "\n\n".join((*shown, *more, summary(every, written, output))) + "\n"


def report_json(problems: Iterable[Problem], written: bool) -> str:
    """The report for machines: one JSON object with all problems and the number of errors and warnings."""
    every = in_order(problems)
    errors = sum(p.is_error for p in every)
    counts = {"errors": errors, "warnings": len(every) - errors, "written": written}
    return json.dumps({"problems": [_row(p) for p in every], **counts}, indent=2)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and column, errors before warnings at one place."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.where, p.severity, p.code, p.what)))


def most_important(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """As many problems as a report spells out, in order; where there are more, errors are kept before warnings."""
    if len(problems) <= MOST_SHOWN:
        return tuple(problems)
    kept = set(sorted(range(len(problems)), key=lambda n: not problems[n].is_error)[:MOST_SHOWN])
    return tuple(p for n, p in enumerate(problems) if n in kept)


def summary(problems: Sequence[Problem], written: bool, output: str) -> str:
    """How many problems in how many files, and what became of the site, in one line."""
    errors = sum(p.is_error for p in problems)
    warnings = len(problems) - errors
    both = f" ({counted(errors, 'error')}, {counted(warnings, 'warning')})" if errors and warnings else ""
    number = counted(len(problems), "problem") if errors else counted(warnings, "warning")
    files = counted(len({p.where.file for p in problems}), "file")
    return f"{number}{both} in {files}. {_outcome(written, output)}"


def _outcome(written: bool, output: str) -> str:
    return f"The site was written to {output}." if written else f"Nothing was written; {output} is as it was."


def _paragraph(problem: Problem, excerpts: Excerpts, colour: bool) -> str:
    excerpt = excerpts.at(problem.where)
    lines = (
        _headline(problem, colour),
        *(_excerpt_lines(excerpt, _COLOURS[problem.severity], colour) if excerpt else ()),
        *(_also(place, excerpts) for place in problem.also),
        *((f"  why: {_one_line(problem.why)}",) if problem.why else ()),
        f"  {_painted('fix:', _GREEN, colour)} {_one_line(problem.fix)}",
    )
    return "\n".join(lines)


def _headline(problem: Problem, colour: bool) -> str:
    place = _painted(f"{_place(problem.where)}:{problem.where.column}:", _BOLD, colour)
    severity = _painted(str(problem.severity), _COLOURS[problem.severity], colour)
    return f"{place} {severity} [{problem.code}] {_one_line(problem.what)}"


def _excerpt_lines(excerpt: Excerpt, shade: str, colour: bool) -> Iterator[str]:
    text = f" {excerpt.before}{excerpt.marked}{excerpt.after}".rstrip()
    yield _painted(f"{excerpt.line:>5} |", _FAINT, colour) + text
    indent = " " * (len(excerpt.carets) - len(excerpt.carets.lstrip()))
    yield _painted("      |", _FAINT, colour) + f" {indent}" + _painted(excerpt.carets.lstrip(), shade, colour)


def _also(where: Where, excerpts: Excerpts) -> str:
    line = excerpts.line(where)
    text = f" | {fold_space(line)[:80]}" if line and any(map(str.isalnum, line)) else ""
    return f"  also {_place(where)}{text}"


def _place(where: Where) -> str:
    return f"{visible(where.file)}:{where.line}"


def _one_line(text: str) -> str:
    return visible(fold_space(text))


def _painted(text: str, shade: str, colour: bool) -> str:
    return f"\x1b[{shade}m{text}\x1b[0m" if colour else text


def _row(problem: Problem) -> dict[str, object]:
    where = problem.where
    return {
        "file": where.file, "line": where.line, "column": where.column, "severity": str(problem.severity),
        "code": problem.code, "what": problem.what, "why": problem.why, "fix": problem.fix,
        "suggestion": problem.suggestion, "also": [{"file": w.file, "line": w.line} for w in problem.also],
    }  # fmt: skip
