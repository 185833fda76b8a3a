"""What stands in the text of a document and is no text: drawings, pictures, boxes, embedded files, equations.

What cannot be taken goes, and is told of in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from sitegen.reading.quoting import shortened
from sitegen.word.drawings import describe, missing_file, text_in_box, what_it_is
from sitegen.word.package import Package, Relation
from sitegen.word.plainness import is_group
from sitegen.word.telling import Telling
from sitegen.word.trees import has, value, words


class Objects:
    """The objects of one part of a document, whose `relations` they refer to. `rules` are by the names of elements."""

    def __init__(self, package: Package, relations: Mapping[str, Relation], telling: Telling) -> None:
        self.package, self.relations, self.telling = package, relations, telling
        self.rules: Mapping[str, Callable[[Element], list[Element]]] = {
            "w:drawing": self.drawing, "w:pict": self.drawing, "w:object": self.embedded, "m:oMath": self.equation,
            "m:oMathPara": self.equation, "w:altChunk": self.chunk, "w:subDoc": self.chunk,
        }  # fmt: skip

    def drawing(self, element: Element) -> list[Element]:
        """A picture, as far as its file is there; anything else that is drawn goes."""
        box = text_in_box(element)
        if box is not None:
            self.box(box, element)
        elif has(element, "pic:pic", "v:imagedata") and not is_group(element):
            return self.picture(element)
        elif not any(e.get("o:hr") for e in element.iter()):  # a ruled line
            self.telling.lost(what_it_is(element))
        return []

    def box(self, text: str, element: Element) -> None:
        """Tells of a text box with this text."""
        if text:
            self.telling.lost(f'A text box. Its words, to be copied from here if they are needed: "{text[:2000]}"')
        if has(element, "pic:pic", "v:imagedata"):
            self.telling.lost("A picture in a text box")

    def picture(self, element: Element) -> list[Element]:
        """A picture with its alternative text in order."""
        missing = missing_file(element, self.relations, self.package)
        if missing:
            self.telling.lost(missing)
            return []
        if any(e.tag == "a:hlinkClick" for e in element.iter()):
            self.telling.lost("The link behind a picture")
        if why := describe(element):
            self.telling.look(why)
        return [element]

    def embedded(self, element: Element) -> list[Element]:
        """A file of another program."""
        program = next((value(e, name="ProgID") for e in element.iter() if e.tag == "o:OLEObject"), "")
        self.telling.lost(f"An embedded file{f' ({program})' if program else ''}")
        return []

    def equation(self, element: Element) -> list[Element]:
        """An equation that was made in Word."""
        self.telling.lost(f'An equation; write it as $…$ in its place. Its signs: "{shortened(words(element), 200)}"')
        return []

    def chunk(self, _: Element) -> list[Element]:
        """A document within the document."""
        self.telling.lost("Another document that was put into this one")
        return []
