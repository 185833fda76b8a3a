"""XML of a Word file as a tree, with short names (`w:p`) whatever the file calls them, and without entities."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from sitegen.writing.errors import EnvironmentProblem

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
NAMESPACES = {
    "w": f"{_OFFICE}wordprocessingml/2006/main",
    "r": f"{_OFFICE}officeDocument/2006/relationships",
    "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
    "a": f"{_OFFICE}drawingml/2006/main",
    "pic": f"{_OFFICE}drawingml/2006/picture",
    "mc": f"{_OFFICE}markup-compatibility/2006",
    "m": f"{_OFFICE}officeDocument/2006/math",
    "c": f"{_OFFICE}drawingml/2006/chart",
    "dgm": f"{_OFFICE}drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
"""The short names of what Word writes, each with the name that it stands for in a file."""
_SHORT = {
    **{name: short for short, name in NAMESPACES.items()},
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/main": "a",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_STRICT}officeDocument/math": "m",
    f"{_STRICT}drawingml/chart": "c",
    f"{_STRICT}drawingml/diagram": "dgm",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_DEEPEST = 150
_DAMAGED = "This Word file is damaged. Open it in Word, save it under a new name, and import that file."


class _Refused(Exception):
    """Something that no Word file holds."""


def read_xml(content: bytes) -> Element:
    """The tree of a part. Declarations of entities, nesting without end and damage are an EnvironmentProblem."""
    builder, parser, depth = TreeBuilder(), expat.ParserCreate(namespace_separator="}"), [0]

    def start(name: str, attributes: dict[str, str]) -> None:
        depth[0] += 1
        if depth[0] > _DEEPEST:
            raise _Refused
        builder.start(_short(name), {_short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        depth[0] -= 1
        builder.end(_short(name))

    def refuse(*_: object) -> None:
        raise _Refused

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
        return builder.close()
    except (expat.ExpatError, _Refused, AssertionError, ValueError, LookupError) as error:
        raise EnvironmentProblem(_DAMAGED) from error


def _short(name: str) -> str:
    space, _, local = name.rpartition("}")
    return f"{_SHORT.get(space, 'other')}:{local}" if space else local


def value(element: Element | None, path: str = "", name: str = "w:val") -> str:
    """An attribute of an element, or of the first one at `path` in it; empty where there is none."""
    found = element if element is None or not path else first(element, path)
    return "" if found is None else found.get(name, "")


def first(element: Element | None, path: str) -> Element | None:
    """The first child of this name, or by a path of names; None where there is none."""
    for name in path.split("/"):
        element = None if element is None else next((child for child in element if child.tag == name), None)
    return element


def has(element: Element, *names: str) -> bool:
    """True where anything of these names lies in an element, however deep."""
    return any(child.tag in names for child in element.iter())


def is_on(element: Element | None) -> bool | None:
    """What a switch of Word's says, such as bold; None where it is not there."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")


def words(element: Element) -> str:
    """The text in an element on one line: of paragraphs, of equations, of what was deleted."""
    return " ".join("".join(_pieces(element)).split())


def words_that_stay(element: Element) -> str:
    """The text in a paragraph on one line, without what was deleted."""
    return " ".join("".join(_pieces(element, gone=frozenset({"w:delText"}))).split())


def _pieces(element: Element, gone: frozenset[str] = frozenset()) -> Iterator[str]:
    if element.tag in gone:
        return
    if element.tag in ("w:t", "m:t", "w:delText", "a:t"):
        yield element.text or ""
    elif element.tag in ("w:p", "w:br", "w:tab", "w:cr", "a:p", "w:tc"):
        yield " "
    is_twice = element.tag == "mc:AlternateContent" and first(element, "mc:Choice") is not None
    for child in element:
        if not (is_twice and child.tag == "mc:Fallback"):  # the same once more, for an older Word
            yield from _pieces(child, gone)
