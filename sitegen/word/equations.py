"""Equations of Word on one line of plain text: a/b, x^2, √x. Whatever has no such form keeps its signs in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from sitegen.regex import regex
from sitegen.word.trees import first, is_on, value

_WHOLE = regex(r"\d+(?:[.,]\d+)*[%°′!]?|[^\W\d_][′!]?|[(\[{|][^()\[\]{}|]*[)\]}|]|.?")
"""What needs no brackets around it: one number or letter, what stands in brackets, one sign. `2a` may be a product."""
_BY_DEFAULT = {"m:begChr": "(", "m:endChr": ")", "m:sepChr": "|"}
_INTEGRAL, _HAT = "∫", "\u0302"


def linear(element: Element) -> str:
    """The equation in an element as text of one line; empty where it shows nothing."""
    return " ".join(_of(element).split())


def _of(element: Element | None) -> str:
    if element is None or element.tag in _UNSEEN or _is_gone(element):
        return ""
    rule = _RULES.get(element.tag)
    return rule(element) if rule else "".join(_of(child) for child in element)


def _is_gone(element: Element) -> bool:
    """Text that was deleted, or is hidden."""
    look = first(element, "w:rPr")
    return look is not None and (first(look, "w:del") is not None or bool(is_on(first(look, "w:vanish"))))


def _part(element: Element, name: str) -> str:
    return _of(first(element, name)).strip()


def _closed(text: str) -> str:
    """Text that holds together whatever stands beside it."""
    return text if _WHOLE.fullmatch(text) else f"({text})"


def _fraction(element: Element) -> str:
    above, below = _part(element, "m:num"), _part(element, "m:den")
    if value(element, "m:fPr/m:type", "m:val") == "noBar":
        return f"{above} over {below}"
    return f"{_closed(above)}/{_closed(below)}"


def _raised(element: Element) -> str:
    low, high = _part(element, "m:sub"), _part(element, "m:sup")
    return f"{_closed(_part(element, 'm:e'))}{_at('_', low)}{_at('^', high)}"


def _raised_before(element: Element) -> str:
    return f"{_at('_', _part(element, 'm:sub'))}{_at('^', _part(element, 'm:sup'))}{_closed(_part(element, 'm:e'))}"


def _at(mark: str, text: str) -> str:
    return f"{mark}{_closed(text)}" if text else ""


def _root(element: Element) -> str:
    degree, under = _part(element, "m:deg"), _closed(_part(element, "m:e"))
    return f"root {degree} of {under}" if degree and degree != "2" else f"√{under}"


def _bracketed(element: Element) -> str:
    begin, end, between = (_sign(element, f"m:dPr/{name}", sign) for name, sign in _BY_DEFAULT.items())
    return f"{begin}{between.join(_of(child).strip() for child in element if child.tag == 'm:e')}{end}"


def _sign(element: Element, path: str, otherwise: str) -> str:
    """A sign that Word leaves out where it is the usual one; there, and empty, it is none."""
    found = first(element, path)
    return otherwise if found is None else value(found, name="m:val")


def _sum(element: Element) -> str:
    sign = _sign(element, "m:naryPr/m:chr", _INTEGRAL)
    ends = f"{_at('_', _part(element, 'm:sub'))}{_at('^', _part(element, 'm:sup'))}"
    return f"{sign}{ends} {_part(element, 'm:e')}"


def _function(element: Element) -> str:
    return f"{_part(element, 'm:fName')} {_closed(_part(element, 'm:e'))}"


def _limit(mark: str) -> Callable[[Element], str]:
    return lambda element: f"{_part(element, 'm:e')}{_at(mark, _part(element, 'm:lim'))}"


def _matrix(element: Element) -> str:
    rows = [row for row in element if row.tag == "m:mr"]
    return "; ".join(", ".join(_of(cell).strip() for cell in row if cell.tag == "m:e") for row in rows)


def _lines(element: Element) -> str:
    lines = (_of(child).strip() for child in element if child.tag == "m:e")
    return "; ".join(line for line in lines if line)


def _accented(element: Element) -> str:
    return f"{_closed(_part(element, 'm:e'))}{_sign(element, 'm:accPr/m:chr', _HAT)}"


def _paragraph(element: Element) -> str:
    """Several equations below each other, or one."""
    return "; ".join(text for text in (_of(child).strip() for child in element) if text)


_RULES: Mapping[str, Callable[[Element], str]] = {
    "m:t": lambda element: element.text or "", "m:f": _fraction, "m:sSup": _raised, "m:sSub": _raised,
    "m:sSubSup": _raised, "m:sPre": _raised_before, "m:rad": _root, "m:d": _bracketed, "m:nary": _sum,
    "m:func": _function, "m:limLow": _limit("_"), "m:limUpp": _limit("^"), "m:m": _matrix, "m:eqArr": _lines,
    "m:acc": _accented, "m:oMathPara": _paragraph, "w:br": lambda _: " ",
}  # fmt: skip
_UNSEEN = frozenset("w:del w:moveFrom w:rPr m:rPr m:ctrlPr".split())
