"""Bodies as text that a person can check: parts one after the other, then what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from sitegen.markup.body import Acronym, Body, Link, LinkEnd, Part, Picture, Speaker
from sitegen.markup.convert import MarkupOptions, convert

_QUIET = {"line", "id", "column"}


def made(text: str, **options: object) -> Body:
    return convert(text, MarkupOptions(**options))  # type: ignore[arg-type]


def html_of(text: str, **options: object) -> str:
    """The parts of a text in one line of thought."""
    return shown(made(text, **options).parts)


def said(text: str, **options: object) -> list[tuple[str, int, int, int]]:
    """Every problem as its code, line, column and width."""
    return [(p.code, p.where.line, p.where.column, p.where.width) for p in made(text, **options).problems]


def codes(text: str) -> list[str]:
    return [problem.code for problem in made(text).problems]


def shown(parts: Iterable[Part]) -> str:
    return "".join(_shown(part) for part in parts)


def everything(text: str, **options: object) -> str:
    """Parts, footnotes and problems of a text."""
    body = made(text, **options)
    lines = [shown(body.parts).strip("\n")]
    lines += [f"notes: {shown(body.notes)}"] if body.notes else []
    lines += [f"! {p.code} {p.where.line}:{p.where.column}+{p.where.width} {p.what}" for p in body.problems]
    return "\n".join(lines)


def _shown(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Link):
        title = f' "{part.title}"' if part.title else ""
        return f"«{part.line}:{part.column} {part.target}{title}»"
    if isinstance(part, LinkEnd):
        return "«/»"
    if isinstance(part, Acronym):
        return f"‹{part.text}›"
    return f"«{type(part).__name__}{_fields(part)}»"


def _fields(value: object) -> str:
    skipped = _QUIET - ({"column", "line"} if isinstance(value, Picture) else set())
    pairs = ((f.name, getattr(value, f.name), f.default) for f in fields(value) if f.name not in skipped)  # type: ignore[arg-type]
    return "".join(f" {name}={_value(found)}" for name, found, default in pairs if found not in (default, (), "", None))


def _value(value: object) -> str:
    if isinstance(value, Speaker):
        case = f"case {value.case}" if value.case is not None else ""
        return " / ".join(filter(None, (value.name or "–", value.role, value.place, case)))
    if isinstance(value, tuple):
        return f"({', '.join(_value(one) for one in value)})"
    if isinstance(value, str | int | float | bool) or value is None:
        return str(value).replace("\n", "⏎")
    return _shown(value) if isinstance(value, Link | LinkEnd | Acronym) else f"«{type(value).__name__}{_fields(value)}»"
