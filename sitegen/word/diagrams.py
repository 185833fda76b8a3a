"""The words of a SmartArt diagram as a list: what lies below what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from sitegen.regex import regex
from sitegen.word.plainness import DEEPEST
from sitegen.word.trees import first, value, words

_MOST = 300
_ORDER = regex(r"[0-9]{1,6}")
_WITH_WORDS = ("", "node", "asst")
_PART_OF = ("", "parOf")


def items_of_diagram(model: Element | None) -> tuple[tuple[int, str], ...]:
    """The texts of a diagram in order, each with how deep it lies from 0 on; empty where they cannot be told."""
    points = [p for p in _children(first(model, "dgm:ptLst")) if p.tag == "dgm:pt"]
    texts = {value(p, name="modelId"): _words(p) for p in points if value(p, name="type") in _WITH_WORDS}
    below = _below(first(model, "dgm:cxnLst"))
    tops = [value(p, name="modelId") for p in points if value(p, name="type") == "doc"]
    found = tuple(item for top in tops for item in _walk(top, -1, texts, below, set()))
    shown = tuple(item for item in found if item[1])
    # Whatever the lines between them do not reach would be lost without a word.
    return shown if len(shown) == sum(map(bool, texts.values())) <= _MOST else ()


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def _words(point: Element) -> str:
    text = first(point, "dgm:t")
    return words(text) if text is not None else ""


def _below(lines: Element | None) -> Mapping[str, Sequence[str]]:
    """What lies right below each point, in order."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line in _children(lines):
        if value(line, name="type") in _PART_OF:
            order = value(line, name="srcOrd")
            number = int(order) if _ORDER.fullmatch(order) else 0
            found[value(line, name="srcId")].append((number, value(line, name="destId")))
    return {top: [name for _, name in sorted(ends)] for top, ends in found.items()}


def _walk(
    point: str, depth: int, texts: Mapping[str, str], below: Mapping[str, Sequence[str]], seen: set[str]
) -> Iterator[tuple[int, str]]:
    """A point and what lies below it. One without words makes what is below it no deeper."""
    if point in seen or len(seen) > _MOST:
        return
    seen.add(point)
    text = texts.get(point, "")
    if text:
        yield min(depth, DEEPEST), text
    deeper = depth + 1 if text or depth < 0 else depth
    for child in below.get(point, ()):
        yield from _walk(child, deeper, texts, below, seen)
