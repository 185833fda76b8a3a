"""Mistakes in templates as problems: the template's own file and line, and what it may have meant."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError
from jinja2.utils import missing

from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import counted, nearest

TEMPLATES = "templates/"
"""How template files are named in problems: as they lie, or would lie, in the site folder."""

SHIPPED = "theme/"
"""How a site's own templates reach those of the shipped theme that they replace."""

_NAMES = ("page", "site")
_HINT = regex(r" ?Did you mean \"([^\"]+)\"\?$")
_UNKNOWN = regex(r"No (filter|test) named '([^']+)'")
_OF_TEMPLATES = ("/jinja2/", "/markupsafe/")


class MissingField(StrictUndefined):
    """What a template gets for a field that its view does not have: any use of it fails, saying what was near."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        known = _NAMES if owner is missing else _fields(owner)
        where = "here" if owner is missing else f"in {type(owner).__name__}"
        near = nearest(name, known, cutoff=0.6)
        return f'There is no "{name}" {where}.' + (f' Did you mean "{near}"?' if near else "")


def _fields(owner: object) -> tuple[str, ...]:
    return tuple(f.name for f in fields(owner)) if is_dataclass(owner) else ()


def syntax_problem(error: TemplateSyntaxError, known: Iterable[str]) -> Problem:
    """A template that cannot be compiled. `known` are the names of all filters and tests."""
    message = error.message or "it cannot be read"
    unknown = _UNKNOWN.search(message)
    near = nearest(unknown[2], known) if unknown else None
    where = Where(error.filename or TEMPLATES + (error.name or ""), error.lineno)
    what = f"The template has a mistake: {message.rstrip('.')}."
    fix = f'Did you mean "{near}"?' if near else "Compare the line with the same template of the shipped theme."
    return Problem(where, "template-error", what, fix, suggestion=near)


def render_problem(error: Exception, address: str, layout: str) -> Problem | None:
    """A template that failed on a page, or None where our own code failed and not a template."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f for f in frames if f.filename.startswith(TEMPLATES)]
    if not isinstance(error, TemplateError | RecursionError) and not _in_template(frames):
        return None
    # What fails in a template that the site replaces was called from one of its own: that one can be mended.
    lines = [f for f in lines if not f.filename.startswith(TEMPLATES + SHIPPED)] or lines
    where = Where(lines[-1].filename, lines[-1].lineno or 1) if lines else Where(TEMPLATES + layout)
    text = _message(error)
    hint = _HINT.search(text)
    fix = hint[0].strip() if hint else "Compare the line with the same template of the shipped theme."
    what = f"The template fails: {_HINT.sub('', text)}"
    why = f"It failed on the page {address}."
    return Problem(where, "template-error", what, fix, why, suggestion=hint[1] if hint else None)


def _in_template(frames: traceback.StackSummary) -> bool:
    """True where the innermost frame is a template's, or that of the template engine on its behalf."""
    name = frames[-1].filename.replace("\\", "/") if frames else ""
    return name.startswith(TEMPLATES) or any(part in name for part in _OF_TEMPLATES)


def _message(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f'there is no template "{error.name}".'
    if isinstance(error, RecursionError):
        return "it includes itself without end."
    text = str(error) or type(error).__name__
    return text if isinstance(error, TemplateError) else f"{text.rstrip('.')}."


def merge_template_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """One problem for a line that failed on many pages, saying on how many more than the first."""
    groups: dict[tuple[Where, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.where, problem.code, problem.what), []).append(problem)
    return tuple(_merged(group) for group in groups.values())


def _merged(group: list[Problem]) -> Problem:
    first = group[0]
    if len(group) == 1 or not first.why:
        return first
    return replace(first, why=f"{first.why.rstrip('.')} and on {counted(len(group) - 1, 'more page')}.")
