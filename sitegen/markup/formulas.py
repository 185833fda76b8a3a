"""Formulas: where `$` begins one and where it is the sign of a currency, and what MathML comes of it."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING

from sitegen.markup import mathml
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.regex import regex
from sitegen.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 1500
_STRUCTURE = regex(r"\n[ \t]*(?:[-*|]|[0-9]{1,9}[.)]|#{1,6})[ \t]")
_DOLLAR = regex(r"(?<!\\)(?>(?:\\\\)*)\$")
_PRICE = regex(r"[0-9][0-9,.]*(?:k|m|bn)?(?:[ \t\n]+|[ \t]*[–—-][ \t]*)[A-Za-z(]{2}")
_COMMAND = regex(r"\\([A-Za-z]+)\*?|\\(.)", re.DOTALL)
_ENVIRONMENT = regex(r"\\(begin|end)\s*\{([A-Za-z]*\*?)\}")
_LIMIT = regex(r"\\(lim|max|min|sup|inf)(?![A-Za-z])\s*_")
_ALONE = regex(r"[> \t]{0,40}\$\$[ \t]*(?:\n|\Z)")
_BRACES = regex(r"\\.|[{}]", re.DOTALL)


def find(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The formula that begins with the `$` or `$$` at this offset, and the offset after it. None for a price."""
    width = 2 if text.startswith("$$", at) else 1
    if width == 2:
        stop = text.find("$$", at + 2, min(end, at + 2 + _LONGEST))
        content = text[at + 2 : stop] if stop > 0 else ""
        return (content, stop + 2) if content.strip() and not _STRUCTURE.search(content) else None
    closing = _DOLLAR.search(text, at + 1, min(end, at + 1 + _LONGEST))
    if closing is None:
        return None
    content = text[at + 1 : closing.end() - 1]
    return (content, closing.end()) if _is_formula(content, text[closing.end() : closing.end() + 1]) else None


def _is_formula(content: str, following: str) -> bool:
    if not content or content[0].isspace() or content[-1].isspace() or following.isdigit():
        return False
    if _PRICE.match(content) or _STRUCTURE.search(content) or not any(c.isalnum() or c == "\\" for c in content):
        return False
    return not (following.isalpha() and len(content) > 4)


def unclosed(text: str, at: int, where: Where) -> Problem | None:
    """The problem of a `$$` that stands alone on its line and is never closed."""
    if not _ALONE.match(text, text.rfind("\n", max(0, at - 80), at) + 1):
        return None
    return Problem(
        where, "formula", "The formula that begins with $$ is never closed.",
        "Write $$ again where it ends; a formula holds no blank line.",
    )  # fmt: skip


def set_formula(latex: str, display: bool, where: Where) -> Checked[str]:
    """A formula as MathML with its LaTeX as alternative text; as written in code type where it cannot be set."""
    html, reason = _made(latex, display)
    return Checked(html, (Problem(where, "formula", *reason),) if reason else ())


@lru_cache(maxsize=512)
def _made(latex: str, display: bool) -> tuple[str, tuple[str, str] | None]:
    reason = _refused(latex)
    html = None if reason else mathml.from_latex(latex, display)
    if html is not None:
        return html, None
    unclear = ("This formula cannot be understood.", "Check its braces and the spelling of its commands.")
    return f"<code>{escape(latex, quote=False)}</code>", reason or unclear


def _refused(latex: str) -> tuple[str, str] | None:
    """What is wrong with a formula and how to mend it, from its text alone."""
    checks = (_length, _balance, _environments, _commands, _limits, _doubled, _percent)
    return next((found for check in checks if (found := check(latex))), None)


def _length(latex: str) -> tuple[str, str] | None:
    if len(latex) > _LONGEST or len(_COMMAND.findall(latex)) > 150:
        return "This formula is too long.", "Break it into several."
    return None


def _balance(latex: str) -> tuple[str, str] | None:
    depth = deepest = 0
    for brace in _BRACES.findall(latex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        deepest = max(deepest, depth)
        if depth < 0:
            return "A closing brace } in this formula closes nothing.", "Take it out, or write { where it begins."
    if depth:
        return "A brace { in this formula is never closed.", "Write } where it ends."
    if deepest > 15:
        return "Braces are nested too deeply in this formula.", "Break it into several."
    return None


def _environments(latex: str) -> tuple[str, str] | None:
    opened: list[str] = []
    for kind, name in _ENVIRONMENT.findall(latex):
        if name not in mathml.ENVIRONMENTS:
            known = ", ".join(sorted(mathml.ENVIRONMENTS))
            fix = mathml.INSTEAD.get(name) or f"These can be set: {known}."
            return f'The environment "{name}" cannot be set.', fix
        if kind == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            return f'\\end{{{name}}} closes nothing.', f"Write \\begin{{{name}}} where it begins."
    if opened:
        return f"\\begin{{{opened[-1]}}} is never closed.", f"Write \\end{{{opened[-1]}}} where it ends."
    return None


def _commands(latex: str) -> tuple[str, str] | None:
    names = [word or sign for word, sign in _COMMAND.findall(_ENVIRONMENT.sub("", latex))]
    for name in names:
        if name in mathml.REFUSED:
            fix = mathml.INSTEAD.get(name, "Write the formula without it.")
            return f"The command \\{name} cannot be set well.", fix
        if not mathml.is_known(name):
            return f"The command \\{name} is not known.", _did_you_mean(name, mathml.known_words())
    if latex.endswith("\\") and not latex.endswith("\\\\"):
        return "A backslash at the end of this formula has no command.", "Take it out."
    return None


def _limits(latex: str) -> tuple[str, str] | None:
    found = _LIMIT.search(latex)
    if found is None:
        return None
    name = found[1]
    return (
        f"\\{name}_ would be set with its limit beside it and not below.",
        f"Write \\{name}\\limits_{{…}}.",
    )


def _doubled(latex: str) -> tuple[str, str] | None:
    found = re.search(r"(?<!\\)(_\s*_|\^\s*\^)", latex)
    if found is None:
        return None
    sign = found[0][0]
    return f"Two {sign} stand side by side in this formula.", f"Put what belongs together in braces: x{sign}{{…}}."


def _percent(latex: str) -> tuple[str, str] | None:
    if re.search(r"(?<!\\)%", latex):
        return "A % in a formula begins a comment, and the rest would be lost.", "Write \\% for a percentage."
    return None


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known, 0.75)
    return f"Did you mean \\{near}?" if near else "Check its spelling, or write the formula without it."


def spoken(latex: str) -> str:
    """A formula as it stands in plain text."""
    return unescape(" ".join(latex.split()))
