"""What is left of a document when it is pruned, as data: which elements go, which open, what a look may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sitegen.regex import regex
from sitegen.word.package import Package
from sitegen.word.styles import Item, Styles
from sitegen.word.trees import first, is_on, value, words

BULLETS, NUMBERS = "1", "2"
"""The two lists of a pruned document, by the ids that its paragraphs name."""
DEEPEST = 4
"""The deepest level of a list that is converted, counted from 0."""
MARKER = "sg-number-"
"""A numbered paragraph begins with a bookmark of this name and its number."""
LEFT_OUT = frozenset(
    "w:sectPr w:proofErr w:lastRenderedPageBreak w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd "
    "w:permStart w:permEnd w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:annotationRef "
    "w:footnoteRef w:endnoteRef w:separator w:continuationSeparator w:rt w:rubyPr w:tblPrEx w:customXmlInsRangeStart "
    "w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd w:smartTagPr w:customXmlPr w:tblGrid "
    "w:tblPr w:delText w:delInstrText w:pgNum w:dayLong w:dayShort w:monthLong w:monthShort w:yearLong w:yearShort "
    "w:sdtPr w:sdtEndPr w:contentPart w:rPr w:pPr w:fldData w:moveFrom".split()
)
"""Elements of which nothing is kept, and nobody need hear."""
UNWRAPPED = frozenset("w:smartTag w:customXml w:dir w:bdo w:fldSimple w:ruby w:rubyBase w:sdtContent".split())
"""Elements of which all is kept but themselves."""
SEEN = frozenset("w:t w:drawing w:pict w:sym w:noBreakHyphen w:footnoteReference w:endnoteReference".split())
"""What can be seen in a paragraph: one without any of these is empty."""
_QUIET_FIELDS = frozenset("HYPERLINK FORMCHECKBOX FORMTEXT FORMDROPDOWN TOC PAGEREF XE TC RD".split())
_FIELD = regex(r"\s*([A-Z]{2,})\b")


def head_of(role: str, item: Item | None, level: int, removed: bool) -> Element:
    """The properties of a paragraph, of which only three matter: its part, its list, whether its end goes."""
    head = Element("w:pPr")
    if role:
        name = f"h{min(int(role[1:]), 6)}" if role[1:].isdigit() else role
        head.append(Element("w:pStyle", {"w:val": f"Sg{name}"}))
    if item:
        list_ = Element("w:numPr")
        list_.append(Element("w:ilvl", {"w:val": str(level)}))
        list_.append(Element("w:numId", {"w:val": NUMBERS if item.numbered else BULLETS}))
        head.append(list_)
    if removed:
        look = Element("w:rPr")
        look.append(Element("w:del"))
        head.append(look)
    return head


def look_of(run: Element, styles: Styles, may_be_bold: bool) -> Element:
    """How the letters of a run look, as far as it is more than decoration."""
    look, given = Element("w:rPr"), first(run, "w:rPr")
    if may_be_bold and styles.looks(run, None, "w:b"):
        look.append(Element("w:b"))
    if styles.looks(run, None, "w:i"):
        look.append(Element("w:i"))
    if is_on(first(given, "w:strike")) or is_on(first(given, "w:dstrike")):
        look.append(Element("w:strike"))
    raised = value(given, "w:vertAlign")
    if raised in ("superscript", "subscript"):
        look.append(Element("w:vertAlign", {"w:val": raised}))
    return look


def field_to_tell(instruction: str) -> str:
    """The name of a field whose result may be out of date; empty for one that says nothing of its own."""
    found = _FIELD.match(instruction)
    return found[1] if found and found[1] not in _QUIET_FIELDS else ""


def is_group(drawing: Element) -> bool:
    """True for drawings that are grouped."""
    return any(e.tag.endswith(":wgp") or e.tag == "v:group" for e in drawing.iter())


def comments_of(package: Package) -> Iterator[tuple[str, tuple[str, str]]]:
    """The comments of a document by id, each with its author and its text."""
    for part in package.related("comments"):
        for comment in package.children(part):
            yield value(comment, name="w:id"), (value(comment, name="w:author") or "Somebody", words(comment))


def ids_of_notes(package: Package, kind: str) -> frozenset[str]:
    """The ids of all footnotes or endnotes."""
    return frozenset(value(e, name="w:id") for part in package.related(kind) for e in package.children(part))


def symbol(element: Element) -> list[Element]:
    """A letter of a font of signs, where it says which."""
    code = value(element, name="w:char")
    return [element] if re.fullmatch("[0-9A-Fa-f]{1,6}", code) and value(element, name="w:font") else []
