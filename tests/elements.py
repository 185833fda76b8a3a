"""A page as a tree, read with the standard library alone, so that what is said of pages is not said by their maker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SECTIONING = frozenset("article aside main nav section".split())


@dataclass(eq=False, slots=True)
class Element:
    """An element of a page. `inside` are its elements and texts."""

    tag: str
    attributes: dict[str, str]
    around: Element | None = None
    inside: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element inside, in order, of these tags, or of any."""
        for each in self.inside:
            if isinstance(each, Element):
                if not tags or each.tag in tags:
                    yield each
                yield from each.all(*tags)

    def above(self) -> Iterator[Element]:
        """The elements around, from the nearest outwards."""
        if self.around is not None:
            yield self.around
            yield from self.around.above()

    def nearest(self, *tags: str) -> Element | None:
        """The nearest element around of these tags."""
        return next((each for each in self.above() if each.tag in tags), None)

    def text(self) -> str:
        """What is read aloud of it, white space folded: pictures by their alternative text, decoration not at all."""
        return " ".join("".join(self._said()).split())

    def _said(self) -> Iterator[str]:
        if self.attributes.get("aria-hidden") == "true" or self.tag in ("script", "style", "template"):
            return
        yield self.attributes.get("alt", "")
        for each in self.inside:
            yield from (each,) if isinstance(each, str) else each._said()

    def label(self) -> str:
        """The name that it was given by an attribute, or else its text."""
        root = list(self.above())[-1]
        named = self.attributes.get("aria-labelledby", "").split()
        labels = [each.text() for id_ in named for each in root.all() if each.attributes.get("id") == id_]
        return self.attributes.get("aria-label") or " ".join(labels)

    def name(self) -> str:
        """What a link or a button is called."""
        return self.label() or self.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.inside.append(made)
        self.open = self.open if tag in VOID else made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.inside.append(Element(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        closed = next((e for e in (self.open, *self.open.above()) if e.tag == tag), None)
        self.open = closed.around or self.root if closed else self.open

    def handle_data(self, data: str) -> None:
        self.open.inside.append(data)


def read(page: str) -> Element:
    """The page as a tree. It must close what it opens, as all our pages do."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root
