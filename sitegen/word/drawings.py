"""Drawings in a document: which hold a picture that can be taken, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from sitegen.regex import regex
from sitegen.word.package import Package, Relation
from sitegen.word.trees import has, value, words

DECORATIVE = "sg-decorative"
"""The alternative text, while a document is converted, of a picture that only decorates."""
_BY_MACHINE = regex(
    r" ?(?:Description (?:automatically )?generated(?: with .{1,30} confidence)?|Automatically generated description|"
    r"AI-generated content may be incorrect)\.? ?",
    re.IGNORECASE,
)
_FILE_NAME = regex(r"[^\s/\\]+(?:[\\/][^\\/]*)*\.(?:jpe?g|png|gif|webp|bmp|tiff?|emf|wmf|heic|svg)", re.IGNORECASE)
_NO_WORDS = regex(r"(?:picture|image|graphic|photo|screenshot|diagram)? ?\d*", re.IGNORECASE)


def text_in_box(element: Element) -> str | None:
    """The words of a text box, said once; None where there is no text box."""
    boxes = [e for e in element.iter() if e.tag in ("w:txbxContent", "v:textbox")]
    return words(boxes[0]) if boxes else None


def what_it_is(element: Element) -> str:
    """What a drawing is that cannot be taken, as a sentence begins with it."""
    addresses = " ".join(e.get("uri", "") for e in element.iter() if e.tag == "a:graphicData")
    if has(element, "dgm:relIds") or "diagram" in addresses:
        return "A SmartArt diagram"
    if has(element, "c:chart") or "chart" in addresses:
        return "A chart"
    art = next((value(e, name="string") for e in element.iter() if e.tag == "v:textpath"), "")
    if art:
        return f'WordArt with the words "{art}"'
    if has(element, "pic:pic", "v:imagedata"):
        return "A picture that is grouped with others"
    return "A drawn shape"


def missing_file(element: Element, relations: Mapping[str, Relation], package: Package) -> str:
    """Why the file of a picture is not there, as a sentence; empty where it is there."""
    for picture in (e for e in element.iter() if e.tag in ("a:blip", "v:imagedata")):
        inside = value(picture, name="r:embed") or value(picture, name="r:id")
        if not inside or relations.get(inside, Relation("", "", True)).is_outside:
            linked = relations.get(inside or value(picture, name="r:link"))
            at = f": {linked.target}" if linked and linked.is_outside else ""
            return f"A picture is not in the file, only a link to it{at}"
        if relations[inside].target not in package:
            return "A picture is missing in the file"
    return ""


def describe(element: Element) -> str:
    """Puts the alternative text in order where Markdown will look for it, and says what was wrong with it."""
    properties = next((e for e in element.iter() if e.tag == "wp:docPr"), None)
    if properties is None:
        return ""
    if any(e.tag == "adec:decorative" and e.get("val") in ("1", "true") for e in properties.iter()):
        properties.set("descr", DECORATIVE)
        return ""
    written = " ".join((properties.get("descr", "").strip() or properties.get("title", "")).split())
    alt, why = alternative(written)
    properties.set("descr", alt)
    properties.set("title", "")
    properties[:] = []
    return why


def alternative(written: str) -> tuple[str, str]:
    """Alternative text as an author would have it, and what was wrong with it."""
    alt = _BY_MACHINE.sub(" ", written).strip()
    if _FILE_NAME.fullmatch(alt) or _NO_WORDS.fullmatch(alt):
        why = f'A picture\'s alternative text was only "{alt}", so it was left out' if alt else ""
        return "", why
    why = f'Word itself made the alternative text "{alt}": see whether it is true' if alt != written else ""
    return alt, why
