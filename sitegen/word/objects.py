"""What stands in the text of a document and is no text: drawings, pictures, boxes, embedded files, equations.

What cannot be taken goes, and is told of in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from sitegen.reading.quoting import shortened
from sitegen.word.charts import table_of_chart
from sitegen.word.diagrams import items_of_diagram
from sitegen.word.drawings import describe, missing_file, text_in_box, what_it_is
from sitegen.word.equations import linear
from sitegen.word.making import paragraph_of, run_of, table_of
from sitegen.word.package import Package, Relation
from sitegen.word.plainness import is_group
from sitegen.word.telling import Telling
from sitegen.word.trees import has, value
from sitegen.writing.errors import EnvironmentProblem


class Objects:
    """The objects of one part of a document, whose `relations` they refer to. `rules` are by the names of elements.

    What becomes a block waits in `behind` for the end of the paragraph that it stands in. Where that is `enclosed`, as
    in a cell or in a footnote, no block can follow.
    """

    def __init__(self, package: Package, relations: Mapping[str, Relation], telling: Telling) -> None:
        self.package, self.relations, self.telling = package, relations, telling
        self.behind: list[Element] = []
        self.enclosed = 0
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
        elif not self.enclosed and (made := self.chart(element) or self.diagram(element)):
            self.behind += made
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

    def chart(self, element: Element) -> list[Element]:
        """The title and the figures of a chart, as far as they are kept with it; nothing for anything else."""
        made = table_of_chart(self._part_of(element, "c:chart", "r:id"))
        if made is None:
            return []
        named = f' "{made.title}"' if made.title else ""
        self.telling.look(
            f"The chart{named} is a table of its figures now: see whether they hold. Between `::: chart` and `:::` a "
            "table is drawn as a chart again"
        )
        return [*([paragraph_of(made.title)] if made.title else []), table_of(made.rows)]

    def diagram(self, element: Element) -> list[Element]:
        """The words of a SmartArt diagram as a list; nothing for anything else."""
        items = items_of_diagram(self._part_of(element, "dgm:relIds", "r:dm"))
        if items:
            self.telling.look("A SmartArt diagram is a list of its words now: see whether that says the same")
        return [paragraph_of(text, level) for level, text in items]

    def _part_of(self, element: Element, name: str, attribute: str) -> Element | None:
        """The part that an element of this name refers to; None where there is none, or it cannot be read."""
        refers = next((e for e in element.iter() if e.tag == name), None)
        relation = self.relations.get(value(refers, name=attribute))
        if relation is None or relation.is_outside:
            return None
        try:
            return self.package.xml(relation.target)
        except EnvironmentProblem:
            return None

    def embedded(self, element: Element) -> list[Element]:
        """A file of another program."""
        program = next((value(e, name="ProgID") for e in element.iter() if e.tag == "o:OLEObject"), "")
        self.telling.lost(f"An embedded file{f' ({program})' if program else ''}")
        return []

    def equation(self, element: Element) -> list[Element]:
        """An equation as text on one line, since what it looks like in Word has no other form in a text."""
        text = linear(element)
        if not text:
            return []
        self.telling.look(
            f'An equation is plain text now: "{shortened(text, 200)}". See whether it still says the same, or write it '
            "as a formula between $ signs"
        )
        return [run_of(text)]

    def chunk(self, _: Element) -> list[Element]:
        """A document within the document."""
        self.telling.lost("Another document that was put into this one")
        return []
