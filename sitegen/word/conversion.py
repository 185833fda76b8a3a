"""A Word file to HTML: pruned, packed anew with nothing but what is known, and given to mammoth."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from sitegen.word.drawings import DECORATIVE
from sitegen.word.notes import Note
from sitegen.word.package import NoWordFile, Package, Relation
from sitegen.word.plainness import BULLETS, DEEPEST, NUMBERS
from sitegen.word.pruning import prune
from sitegen.word.telling import Telling
from sitegen.word.trees import NAMESPACES, words

_STYLES = ("title", "subtitle", "caption", "quote", *(f"h{n}" for n in range(1, 7)))
_STYLE_MAP = "\n".join([
    *(f"p.Sgh{n} => h{n}:fresh" for n in range(1, 7)),
    *(f"p.Sg{role} => p.{role}:fresh" for role in ("title", "subtitle", "caption")),
    "p.Sgquote => blockquote > p:fresh",
])  # fmt: skip
_QUIET = ("style", "Image of type", "w:sectPr", "w:tcPr", "w:trPr", "complex field")
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as HTML. Each picture's address is its number among `pictures`."""

    html: str
    pictures: tuple[bytes, ...]
    notes: tuple[Note, ...]


def to_html(package: Package) -> Converted:
    """The text of a Word file as HTML, with everything that did not come so far told of."""
    telling = Telling()
    packed = _packed(package, telling)
    pictures: list[bytes] = []
    html, messages = _by_mammoth(packed, pictures)
    for message in messages:
        telling.within("somewhere in the text")
        telling.lost(message)
    return Converted(html, tuple(pictures), telling.notes())


def _by_mammoth(packed: bytes, pictures: list[bytes]) -> tuple[str, list[str]]:
    import mammoth  # the extra `word`: whoever comes here has made sure of it

    def kept(image: Any) -> dict[str, str]:
        with image.open() as file:
            pictures.append(file.read())
        return {"src": str(len(pictures) - 1), **({"alt": image.alt_text} if image.alt_text else {})}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(packed), style_map=_STYLE_MAP, convert_image=mammoth.images.img_element(kept),
            include_embedded_style_map=False, external_file_access=False,
        )  # fmt: skip
    except (KeyError, ValueError, IndexError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise NoWordFile(
            "This Word file is put together in a way that cannot be read. Open it in Word, save it under a new name, "
            "and import that file."
        ) from error
    said = [m.message for m in made.messages if not any(quiet in m.message for quiet in _QUIET)]
    return made.value, [f"Something that cannot be converted: {message}" for message in said]


def _packed(package: Package, telling: Telling) -> bytes:
    """The document, pruned, as a Word file that holds nothing else."""
    pruned = prune(package, telling)
    if pruned is None:
        raise NoWordFile("This Word file holds no text.")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        _write(archive, "_rels/.rels", _relations({"rId1": Relation("officeDocument", _DOCUMENT, False)}, ""))
        _write(archive, "[Content_Types].xml", _content_types())
        _write(archive, "word/styles.xml", _styles())
        _write(archive, "word/numbering.xml", _numbering())
        body, part = pruned.body
        _add(archive, package, _DOCUMENT, _root("w:document", [body]), part)
        for sort, (notes, part) in pruned.notes.items():
            _add(archive, package, f"word/{sort}s.xml", _root(notes.tag, list(notes)), part)
    _tell_of_margins(package, telling)
    return made.getvalue()


def _tell_of_margins(package: Package, telling: Telling) -> None:
    telling.within("at the edge of each page")
    for kind in ("header", "footer"):
        parts = (package.xml(part) for part in package.related(kind))
        texts = dict.fromkeys(words(part) for part in parts if part is not None)
        for text in texts:
            if any(letter.isalpha() for letter in text):
                telling.lost(f'A {kind}: "{text[:300]}"')


def _add(archive: zipfile.ZipFile, package: Package, name: str, root: Element, part: str) -> None:
    """A part with the pictures and addresses that it refers to."""
    used = {v for e in root.iter() for k, v in e.attrib.items() if k in ("r:embed", "r:id")}
    relations = {id_: r for id_, r in package.relations(part).items() if id_ in used}
    _write(archive, name, root)
    kept = {id_: r for id_, r in relations.items() if r.is_outside or r.target in package}
    _write(archive, f"word/_rels/{name.removeprefix('word/')}.rels", _relations(kept, "/"))
    there = set(archive.namelist())
    for relation in kept.values():
        if not relation.is_outside and relation.target not in there:
            archive.writestr(relation.target, package.picture(relation.target))
            there.add(relation.target)


def _write(archive: zipfile.ZipFile, name: str, root: Element) -> None:
    archive.writestr(name, tostring(root, encoding="utf-8", xml_declaration=True))


def _root(name: str, children: list[Element]) -> Element:
    spaces = {f"xmlns:{short}": uri for short, uri in NAMESPACES.items()}
    unknown = {f"xmlns:{short}": f"urn:sitegen:{short}" for short in ("other", "dc", "adec")}
    root = Element(name, {**spaces, **unknown})
    root.extend(children)
    return root


def _relations(relations: Mapping[str, Relation], start: str) -> Element:
    root = Element("Relationships", {"xmlns": _RELATIONS})
    for id_, r in relations.items():
        kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.kind}"
        target = r.target if r.is_outside else f"{start}{r.target}"
        SubElement(root, "Relationship", {"Id": id_, "Type": kind, "Target": target})
    return root


def _content_types() -> Element:
    root = Element("Types", {"xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"})
    SubElement(root, "Default", {"Extension": "xml", "ContentType": "application/xml"})
    return root


def _styles() -> Element:
    root = _root("w:styles", [])
    for name in _STYLES:
        style = SubElement(root, "w:style", {"w:type": "paragraph", "w:styleId": f"Sg{name}"})
        SubElement(style, "w:name", {"w:val": f"sg {name}"})
    return root


def _numbering() -> Element:
    lists = ((BULLETS, "bullet"), (NUMBERS, "decimal"))
    root = _root("w:numbering", [_abstract(id_, how) for id_, how in lists])
    for id_, _ in lists:
        number = SubElement(root, "w:num", {"w:numId": id_})
        SubElement(number, "w:abstractNumId", {"w:val": id_})
    return root


def _abstract(id_: str, how: str) -> Element:
    abstract = Element("w:abstractNum", {"w:abstractNumId": id_})
    for level in range(DEEPEST + 1):
        found = SubElement(abstract, "w:lvl", {"w:ilvl": str(level)})
        SubElement(found, "w:numFmt", {"w:val": how})
    return abstract


def is_decorative(alt: str) -> bool:
    """True for the alternative text that stands for none."""
    return alt == DECORATIVE
