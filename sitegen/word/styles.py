"""What a document's styles come to: the part that a paragraph plays, how its letters look, its place in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sitegen.regex import regex
from sitegen.word.trees import first, is_on, value

_HEADING = regex(r"heading ?([1-9])")
_ROLES = {
    "title": "title", "subtitle": "subtitle", "quote": "quote", "intense quote": "quote", "block text": "quote",
    "quotations": "quote", "caption": "caption", "heading": "h1", "toc heading": "contents",
    "table of figures": "contents",
}  # fmt: skip
_CONTENTS = regex(r"(?:toc|contents) ?[1-9]")
_DEEPER = regex(r"list (?:bullet|number) ([2-5])")
"""Word's own styles for deeper levels, each of which is the first level of a list of its own."""
_LETTERS = frozenset("lowerLetter upperLetter lowerRoman upperRoman".split())
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: which list, how deep, numbered or not, where it starts, whether with letters."""

    list_: str
    level: int
    numbered: bool
    start: int
    letters: bool


class Styles:
    """The styles and lists of one document."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        found = [e for e in styles if e.tag == "w:style"] if styles is not None else []
        self._styles: Mapping[str, Element] = {value(e, name="w:styleId"): e for e in reversed(found)}
        self._usual = next((value(e, name="w:styleId") for e in found if _is_usual(e)), "")
        self._defaults = first(styles, "w:docDefaults/w:rPrDefault/w:rPr")
        lists = list(numbering) if numbering is not None else []
        self._lists = {value(e, name="w:numId"): e for e in lists if e.tag == "w:num"}
        self._abstract = {value(e, name="w:abstractNumId"): e for e in lists if e.tag == "w:abstractNum"}

    def role(self, paragraph: Element) -> str:
        """`h1` to `h9`, title, subtitle, quote, caption, contents (a table of contents); empty for ordinary text."""
        own = first(paragraph, "w:pPr/w:outlineLvl")
        if own is not None and value(own) in "012345678":
            return f"h{int(value(own)) + 1}"
        for style in self._chain(_style_of(paragraph)):
            name = value(style, "w:name").lower()
            heading = _HEADING.fullmatch(name)
            role = f"h{heading[1]}" if heading else "contents" if _CONTENTS.fullmatch(name) else _ROLES.get(name, "")
            level = value(style, "w:pPr/w:outlineLvl")
            if role or level:
                return role or (f"h{int(level) + 1}" if level in "012345678" else "")
        return ""

    def looks(self, run: Element, paragraph: Element | None, name: str) -> bool:
        """Whether the letters of a run have a property such as `w:b` or `w:vanish`, by itself or by its styles."""
        own = is_on(first(run, f"w:rPr/{name}"))
        if own is not None:
            return own
        styles = [value(run, "w:rPr/w:rStyle")]
        if name == "w:vanish" and paragraph is not None:  # a bold style is a look; a hidden one hides
            styles.append(_style_of(paragraph) or self._usual)
        for style in (each for start in styles for each in self._chain(start)):
            found = is_on(first(style, f"w:rPr/{name}"))
            if found is not None:
                return found
        return name == "w:vanish" and is_on(first(self._defaults, name)) is True

    def item(self, paragraph: Element) -> Item | None:
        """The paragraph's place in a list; None where it is in none."""
        own = first(paragraph, "w:pPr/w:numPr")
        by_style = [first(style, "w:pPr/w:numPr") for style in self._chain(_style_of(paragraph) or self._usual)]
        given = [e for e in (own, *by_style) if e is not None]
        list_ = next((value(e, "w:numId") for e in given if first(e, "w:numId") is not None), "")
        level = next((value(e, "w:ilvl") for e in given if first(e, "w:ilvl") is not None), "0")
        if list_ in ("", "0") or list_ not in self._lists:
            return None
        return self._item(list_, int(level) if level.isdigit() else 0, self._depth(paragraph))

    def _depth(self, paragraph: Element) -> int:
        names = (value(style, "w:name").lower() for style in self._chain(_style_of(paragraph)))
        return next((int(found[1]) - 1 for name in names if (found := _DEEPER.fullmatch(name))), 0)

    def _item(self, list_: str, level: int, deeper: int) -> Item | None:
        number = self._lists[list_]
        abstract = self._abstract.get(value(number, "w:abstractNumId"))
        own = next((e for e in number if e.tag == "w:lvlOverride" and value(e, name="w:ilvl") == str(level)), None)
        found = self._level(abstract, level)
        how = value(found, "w:numFmt") or "bullet"
        start = value(own, "w:startOverride") or value(found, "w:start") or "1"
        if how == "none":
            return None
        key = list_ if own is not None else f"of {value(number, 'w:abstractNumId')}"
        return Item(key, level or deeper, how != "bullet", int(start) if start.isdigit() else 1, how in _LETTERS)

    def _level(self, abstract: Element | None, level: int) -> Element | None:
        linked = value(abstract, "w:numStyleLink")
        if linked:
            style = self._styles.get(linked)
            number = self._lists.get(value(style, "w:pPr/w:numPr/w:numId"))
            abstract = self._abstract.get(value(number, "w:abstractNumId"))
        levels = [e for e in abstract if e.tag == "w:lvl"] if abstract is not None else []
        return next((e for e in levels if value(e, name="w:ilvl") in (str(level), "")), None)

    def _chain(self, style_id: str) -> Iterator[Element]:
        """A style, and those that it is based on."""
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "w:basedOn")


def _style_of(paragraph: Element) -> str:
    return value(paragraph, "w:pPr/w:pStyle")


def _is_usual(style: Element) -> bool:
    return value(style, name="w:type") == "paragraph" and value(style, name="w:default") in ("1", "true")
