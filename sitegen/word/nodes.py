"""The HTML that mammoth makes, as a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = frozenset("br img input".split())


@dataclass(frozen=True, slots=True)
class Node:
    """An element with what it holds: elements and texts in order."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Node | str, ...]


def read_nodes(html: str) -> Node:
    """The whole text as one element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    while len(reader.open) > 1:
        reader.end()
    return Node("", {}, tuple(reader.open[0][2]))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str], list[Node | str]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, {name: text or "" for name, text in attrs}, []))
        if tag in _VOID:
            self.end()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1][0] == tag:
            self.end()

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)

    def end(self) -> None:
        name, attributes, children = self.open.pop()
        self.open[-1][2].append(Node(name, attributes, tuple(children)))
