"""A document without what cannot be published or converted: each piece that goes is told of, in its place.

What is left is as plain as can be, for mammoth to make HTML of: known styles, two sorts of lists, explicit looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sitegen.reading.quoting import shortened
from sitegen.word.drawings import text_in_box
from sitegen.word.objects import Objects
from sitegen.word.package import Package
from sitegen.word.plainness import (
    DEEPEST,
    LEFT_OUT,
    MARKER,
    SEEN,
    UNWRAPPED,
    comments_of,
    field_to_tell,
    head_of,
    ids_of_notes,
    look_of,
    symbol,
)
from sitegen.word.styles import Item, Styles
from sitegen.word.telling import Telling
from sitegen.word.trees import first, has, value, words, words_that_stay
from sitegen.word.unframed import unframe

NOTES = ("footnote", "endnote")
"""The sorts of notes; the part that holds them is named by the plural."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """A pruned document: the children of its body, and of its notes by their sort, each with the part it came from."""

    body: tuple[Element, str]
    notes: Mapping[str, tuple[Element, str]]


def prune(package: Package, telling: Telling) -> Pruned | None:
    """The document and its notes without all that cannot be converted; None where it has no body."""
    parts = {kind: next(iter(package.related(kind)), "") for kind in ("styles", "numbering", *(f"{n}s" for n in NOTES))}
    styles = Styles(package.xml(parts["styles"]), package.xml(parts["numbering"]))
    pruner = _Pruner(package, styles, telling)
    body = next((e for e in package.children(package.document) if e.tag == "w:body"), None)
    if body is None:
        return None
    unframe(body, styles, telling)
    pruner.prune(body, package.document)
    notes = {}
    for sort in NOTES:
        if part := parts[f"{sort}s"]:
            telling.within(f"in a {sort}")
            root = Element(f"w:{sort}s")
            root.extend(package.children(part))
            notes[sort] = (pruner.prune(root, part), part)
    for author, text in pruner.comments.values():
        telling.comment(author, text)
    return Pruned((body, package.document), notes)


class _Pruner:
    """Prunes the parts of one document one after the other."""

    def __init__(self, package: Package, styles: Styles, telling: Telling) -> None:
        self.package, self.styles, self.telling = package, styles, telling
        self.comments = dict(comments_of(package))
        self.notes = {kind: ids_of_notes(package, f"{kind}s") for kind in NOTES}
        self.objects = Objects(package, package.relations(package.document), telling)
        self.paragraph: Element | None = None
        self.role = ""
        self.depth = -1
        self.counts: dict[tuple[str, int], int] = {}
        self.in_change = self.in_link = False
        self.once: set[str] = set()
        self.rules: dict[str, Callable[[Element], list[Element]]] = {
            "w:p": self.of_paragraph, "w:r": self.run, "w:ins": self.insertion, "w:moveTo": self.insertion,
            "w:del": self.deletion, "w:hyperlink": self.link, "w:tr": self.row,
            "w:sdt": self.control, "mc:AlternateContent": self.alternatives, "w:commentReference": self.comment,
            "w:footnoteReference": self.note_mark, "w:endnoteReference": self.note_mark, "w:instrText": self.field,
            "w:br": self.line_end, "w:cr": lambda _: [Element("w:br")], "w:ptab": lambda _: [Element("w:tab")],
            "w:sym": symbol,
        }  # fmt: skip

    def prune(self, root: Element, part: str) -> Element:
        """The tree of a part of the document, pruned where it stands."""
        self.objects = Objects(self.package, self.package.relations(part), self.telling)
        self.objects.enclosed = int(part != self.package.document)
        self.depth = -1
        root[:] = self.each(root)
        return root

    def each(self, parent: Element) -> list[Element]:
        """What is left of the children of an element."""
        return [kept for child in list(parent) for kept in self.one(child)]

    def one(self, element: Element) -> list[Element]:
        if element.tag in LEFT_OUT:
            return []
        if element.tag in UNWRAPPED:
            self.name_field(value(element, name="w:instr"))
            return self.each(element)
        if rule := self.rules.get(element.tag) or self.objects.rules.get(element.tag):
            return rule(element)
        element[:] = self.each(element)
        return [element]

    def say_once(self, what: str) -> None:
        """For what is told of the whole document and not of each place."""
        if what not in self.once:
            self.once.add(what)
            self.telling.lost(what)

    def of_paragraph(self, element: Element) -> list[Element]:
        before = self.paragraph
        self.paragraph, self.role = element, self.styles.role(element)
        self.telling.at(words_that_stay(element) or words(element), self.role[:1] == "h")
        if self.role == "contents":
            self.say_once("Word's table of contents: the site makes its own")
            return []
        if has(element, "w:pPrChange"):
            self.telling.formatted()
        removed = first(element, "w:pPr/w:rPr/w:del")
        if removed is not None:
            self.telling.deleted(value(removed, name="w:author"), "")
        element[:] = self.content(element, removed is not None)
        self.paragraph = before
        behind, self.objects.behind = self.objects.behind, []
        if behind:
            self.depth = -1
        return [element, *behind]

    def content(self, element: Element, removed: bool) -> list[Element]:
        """What a paragraph is made of: its properties, the mark of its number, what stands in it."""
        found = self.styles.item(element)
        if self.role[:1] == "h" and found and found.numbered:
            self.say_once("The numbers that Word puts in front of headings: they are not part of the text")
        item = None if self.role else found
        level = min(item.level, self.depth + 1, DEEPEST) if item else -1
        content = self.each(element)
        has_text = any(e.tag in SEEN for child in content for e in child.iter())
        marker = self.number(item) if item and has_text else []
        if has_text:
            self.depth = level
        return [head_of(self.role, item, level, removed), *marker, *content]

    def number(self, item: Item) -> list[Element]:
        """Counts a numbered paragraph as Word does, and marks it with its number."""
        for key in [k for k in self.counts if k[0] == item.list_ and k[1] > item.level]:
            del self.counts[key]
        if not item.numbered:
            return []
        if item.letters:
            self.say_once("The letters or Roman numerals in front of list items: they became numbers")
        number = self.counts.get((item.list_, item.level), item.start - 1) + 1
        self.counts[item.list_, item.level] = number
        return [Element("w:bookmarkStart", {"w:name": f"{MARKER}{number}"})]

    def run(self, element: Element) -> list[Element]:
        if not self.in_change:
            self.telling.settled()
        if self.styles.looks(element, self.paragraph, "w:vanish"):
            return self.hidden(element)
        if has(element, "w:rPrChange"):
            self.telling.formatted()
        self.decoration(first(element, "w:rPr"))
        element[:] = [look_of(element, self.styles, self.role[:1] != "h"), *self.each(element)]
        return [element]

    def hidden(self, element: Element) -> list[Element]:
        """Hidden text is never published. What holds a field together stays."""
        if words(element):
            self.telling.lost(f'Hidden text, which is not published: "{shortened(words(element), 80)}"')
        element[:] = [e for e in element if e.tag in ("w:fldChar", "w:instrText")]
        return [element] if len(element) else []

    def decoration(self, look: Element | None) -> None:
        if value(look, "w:highlight") not in ("", "none"):
            self.telling.look("Words are marked with a colour in Word, often as a reminder; the mark is left out")
        if value(look, "w:u") not in ("", "none") and not self.in_link:
            self.say_once("Underlining: on the web it would look like a link")

    def insertion(self, element: Element) -> list[Element]:
        text = words(element)
        if text or has(element, "w:drawing", "w:pict"):
            tell = self.telling.moved if element.tag == "w:moveTo" else self.telling.inserted
            tell(value(element, name="w:author"), text or "a picture")
        before, self.in_change = self.in_change, True
        kept = self.each(element)
        self.in_change = before
        return kept

    def deletion(self, element: Element) -> list[Element]:
        text = words(element)
        if text or has(element, "w:drawing", "w:pict"):
            self.telling.deleted(value(element, name="w:author"), text or "a picture")
        return []

    def link(self, element: Element) -> list[Element]:
        before, self.in_link = self.in_link, True
        element[:] = self.each(element)
        self.in_link = before
        known = value(element, name="r:id") in self.objects.relations
        if known or (value(element, name="w:anchor") and not value(element, name="r:id")):
            return [element]
        return list(element)

    def row(self, element: Element) -> list[Element]:
        gone = first(element, "w:trPr/w:del")
        if gone is not None:
            self.telling.deleted(value(gone, name="w:author"), words(element) or "a row of a table")
            return []
        added = first(element, "w:trPr/w:ins")
        if added is not None:
            self.telling.inserted(value(added, name="w:author"), words(element) or "a row of a table")
        before, self.in_change = self.in_change, self.in_change or added is not None
        self.objects.enclosed += 1
        element[:] = [e for child in list(element) for e in ([child] if child.tag == "w:trPr" else self.one(child))]
        self.objects.enclosed -= 1
        self.in_change, self.depth = before, -1
        return [element]

    def control(self, element: Element) -> list[Element]:
        """A field of a form: what was filled in stays, what asks to fill it in goes."""
        properties, content = first(element, "w:sdtPr"), first(element, "w:sdtContent")
        if value(properties, "w:docPartObj/w:docPartGallery").startswith("Table of Contents"):
            self.say_once("Word's table of contents: the site makes its own")
            return []
        if content is None or (properties is not None and first(properties, "w:showingPlcHdr") is not None):
            return []
        return self.each(content)

    def alternatives(self, element: Element) -> list[Element]:
        """What Word writes twice, for new readers and for old ones."""
        box = text_in_box(element)
        if box is not None:
            self.objects.box(box, element)
            return []
        choices = [e for e in element if e.tag == "mc:Choice"] + [e for e in element if e.tag == "mc:Fallback"]
        return self.each(choices[0]) if choices else []

    def comment(self, element: Element) -> list[Element]:
        found = self.comments.pop(value(element, name="w:id"), None)
        if found:
            self.telling.comment(*found, self.telling.place)
        return []

    def note_mark(self, element: Element) -> list[Element]:
        kind = element.tag.removeprefix("w:").removesuffix("Reference")
        return [element] if value(element, name="w:id") in self.notes[kind] else []

    def field(self, element: Element) -> list[Element]:
        self.name_field(element.text or "")
        return [element]

    def name_field(self, instruction: str) -> None:
        if name := field_to_tell(instruction):
            self.telling.look(f"A field that Word keeps up to date ({name}) is now plain text: see whether it holds")

    def line_end(self, element: Element) -> list[Element]:
        return [] if value(element, name="w:type") in ("page", "column") else [Element("w:br")]
