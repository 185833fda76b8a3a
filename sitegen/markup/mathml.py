"""LaTeX to MathML through latex2mathml, which passes what it does not know and even addresses: so tables decide.

The library is imported when the first formula is met, for it takes longer than a whole story without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from sitegen.regex import regex

ENVIRONMENTS = frozenset(
    "align* array Bmatrix bmatrix cases matrix pmatrix smallmatrix split Vmatrix vmatrix".split()
)
"""Environments that are set well."""

REFUSED = frozenset(
    "begin bcancel bf boxed cal cancel ce cite class color colorbox DeclareMathOperator def displaylines eqalign "
    "eqalignno eqref fbox fcolorbox frak genfrac hdashline hfil href html htmlClass htmlId htmlStyle includegraphics "
    "input it kern label let mathchoice mkern mskip mspace moveleft moveright newcommand newenvironment "
    "notag nonumber raise lower ref renewcommand require rm rule sf sideset skew smash sout style tag textcolor "
    "tt unicode url verb xcancel".split()
)
"""Commands that the library knows and sets wrongly, that browsers do not draw, or that have no place in a formula."""

INSTEAD = {
    "aligned": "Write \\begin{align*} … \\end{align*}.",
    "align": "Write \\begin{align*} … \\end{align*}, which has no numbers.",
    "gathered": "Write each line as a formula of its own.",
    "gather": "Write each line as a formula of its own.",
    "gather*": "Write each line as a formula of its own.",
    "equation": "Write $$ … $$.",
    "equation*": "Write $$ … $$.",
    "eqnarray": "Write \\begin{align*} … \\end{align*}.",
    "ce": "Write the chemical formula with \\mathrm and indices: \\mathrm{H_2O}.",
    "boxed": "Write the formula without the box.",
    "bf": "Write \\mathbf{…}.",
    "rm": "Write \\mathrm{…}.",
    "it": "Write \\mathit{…}.",
    "color": "Write the formula without colour, which not everybody sees.",
    "textcolor": "Write the formula without colour, which not everybody sees.",
}
"""What to write in place of a command or an environment that is refused."""

_ELEMENTS = frozenset(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd "
    "mstyle mpadded mphantom".split()
)
_ATTRIBUTES = frozenset(
    "accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace maxsize "
    "minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width".split()
)
_VALUE = regex(r"[A-Za-z0-9.+-]{1,40}")
_FONTS = {
    "bold": "mathbf", "italic": "mathit", "bold-italic": "mathbfit", "double-struck": "mathbb", "script": "mathscr",
    "fraktur": "mathfrak", "sans-serif": "mathsf", "monospace": "mathtt",
}  # fmt: skip
_STRUCTURE = (
    "argmax argmin cr det gcd hline left liminf limits limsup mathnormal mathrm middle nolimits not operatorname Pr "
    "right space".split()
)
_SIGNS = frozenset("\\ ,;:!>{}|%$&#_ '\n")
_WIDTHS = {"negativethinmathspace": "-0.1667em", "negativemediummathspace": "-0.2222em", "thickmathspace": "0.2778em",
           "negativethickmathspace": "-0.2778em", "thinmathspace": "0.1667em"}  # fmt: skip


def from_latex(latex: str, display: bool) -> str | None:
    """A formula as MathML with the LaTeX as `alttext`, or None where the library does not understand it."""
    from latex2mathml.converter import convert_to_element

    try:
        made = convert_to_element(latex.strip(), display="block" if display else "inline")
    except Exception:  # the library raises whatever its own slips raise: IndexError, KeyError, RecursionError …
        return None
    if any(child.tag == "mfrac" and len(child) != 2 for child in made.iter()):
        return None
    return _html(made, latex)


@lru_cache(maxsize=2048)
def is_known(name: str) -> bool:
    """True for a command, without its backslash, that can be set."""
    from latex2mathml import commands
    from latex2mathml.symbols_parser import convert_symbol

    if len(name) == 1 and not name.isalpha():
        return name in _SIGNS
    command = f"\\{name}"
    symbol = convert_symbol(command) or ""
    return bool(re.fullmatch("[0-9A-Fa-f]+", symbol)) or command in _library() or command in commands.FUNCTIONS


@lru_cache(maxsize=1)
def known_words() -> tuple[str, ...]:
    """Commands that authors use, for a suggestion."""
    from latex2mathml import commands

    words = {c[1:] for c in (*_library(), *commands.FUNCTIONS) if c[1:].isalpha()}
    greek = "alpha beta gamma delta epsilon theta lambda mu pi rho sigma tau phi omega".split()
    signs = "times div cdot pm leq geq neq approx infty sum prod int partial angle triangle therefore degree".split()
    return tuple(sorted((words | set(greek) | set(signs)) - REFUSED))


@lru_cache(maxsize=1)
def _library() -> frozenset[str]:
    from latex2mathml import commands

    rest = (commands.COMMANDS_WITH_ONE_PARAMETER, commands.COMMANDS_WITH_TWO_PARAMETERS, commands.LOCAL_FONTS)
    spelt = {c for table in rest for c in table} | {c for c in commands.CONVERSION_MAP if c.startswith("\\")}
    return frozenset(spelt | {f"\\{name}" for name in _STRUCTURE}) - frozenset(f"\\{name}" for name in REFUSED)


def _html(element: Element, latex: str | None = None) -> str:
    if element.tag not in _ELEMENTS:
        return "".join(_children(element))
    name = element.tag
    attributes = "".join(f' {key}="{value}"' for key, value in _attributes(element))
    if latex is not None:
        attributes += f' alttext="{escape(" ".join(latex.split()))}"'
    return f"<{name}{attributes}>{''.join(_children(element))}</{name}>"


def _children(element: Element) -> Iterable[str]:
    yield escape(_letters(unescape(element.text or ""), element.get("mathvariant", "")), quote=False)
    for child in element:
        yield _html(child)
        yield escape(unescape(child.tail or ""), quote=False)


def _attributes(element: Element) -> Iterable[tuple[str, str]]:
    for key, value in sorted(element.attrib.items()):
        plain = _WIDTHS.get(value, value)
        if key in _ATTRIBUTES and _VALUE.fullmatch(plain):
            yield key, plain
    if element.get("mathvariant") == "normal":
        yield "mathvariant", "normal"
    if element.get("columnalign") in ("left", "right"):
        yield "style", f"text-align:{element.get('columnalign')}"


def _letters(text: str, variant: str) -> str:
    """Letters in the alphabet that browsers would otherwise have to be told of, and no longer listen."""
    from latex2mathml.symbols_parser import convert_symbol

    font = _FONTS.get(variant)
    if not font:
        return text
    found = (convert_symbol(f"\\{font}{{{char}}}") for char in text)
    return "".join(chr(int(code, 16)) if code else char for code, char in zip(found, text, strict=True))
