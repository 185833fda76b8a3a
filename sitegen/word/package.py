"""A .docx file is a zip of XML: this opens it, and refuses what is no Word document or would flood the machine."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sitegen.word.trees import read_xml
from sitegen.writing.errors import EnvironmentProblem

LARGEST_FILE = 200_000_000
"""How many bytes a Word file may have."""
_LARGEST_XML = 40_000_000
_LARGEST_PICTURE = 60_000_000
_LARGEST_WHOLE = 600_000_000
_MOST_PARTS = 10_000
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0"
_HINT = "In Word, choose File, Save As, Word document (.docx), and import that file."


class NoWordFile(EnvironmentProblem):
    """The file cannot be imported: the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part of a document refers to: a part of the same file by its name, or something outside of it."""

    kind: str
    target: str
    is_outside: bool


class Package:
    """The parts of a Word file by name; each is read when it is asked for, and never more of it than is sensible."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._known = {info.filename: info for info in archive.infolist()}
        self.document = self._document()

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def xml(self, name: str) -> Element | None:
        """A part as a tree; None where there is none. A damaged one is `NoWordFile`."""
        return read_xml(self._read(name, _LARGEST_XML)) if name in self._known else None

    def children(self, name: str) -> list[Element]:
        """The elements of which a part is made; none where there is no such part."""
        tree = self.xml(name)
        return [] if tree is None else list(tree)

    def picture(self, name: str) -> bytes:
        """The bytes of a part that is a picture."""
        return self._read(name, _LARGEST_PICTURE)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part refers to, by id."""
        folder, _, name = part.rpartition("/")
        tree = self.children(f"{folder}/_rels/{name}.rels".lstrip("/"))
        found = [e.attrib for e in tree if e.tag.endswith("Relationship")]
        return {e["Id"]: _relation(folder, e) for e in found if "Id" in e}

    def related(self, kind: str) -> tuple[str, ...]:
        """The names of the parts of a kind that the document refers to, such as `styles` or `header`."""
        found = self.relations(self.document).values()
        return tuple(dict.fromkeys(r.target for r in found if r.kind == kind and r.target in self._known))

    def _document(self) -> str:
        found = [r.target for r in self.relations("").values() if r.kind == "officeDocument"]
        name = next((target for target in found if target in self._known), "word/document.xml")
        if name not in self._known or not name.startswith("word/"):
            raise NoWordFile(_what_else(self._known))
        return name

    def _read(self, name: str, most: int) -> bytes:
        try:
            with self._archive.open(self._known[name]) as part:
                content = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise _damaged() from error
        if len(content) > most:
            raise NoWordFile(f'"{name}" in this file is larger than any story needs. Nothing was imported.')
        return content


def _relation(folder: str, given: Mapping[str, str]) -> Relation:
    target, is_outside = given.get("Target", ""), given.get("TargetMode") == "External"
    kind = given.get("Type", "").rpartition("/")[2]
    if is_outside:
        return Relation(kind, target, True)
    whole = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
    return Relation(kind, _without_dots(whole), False)


def _without_dots(path: str) -> str:
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def open_package(data: bytes) -> Package:
    """The Word file with these bytes; `NoWordFile` says in a sentence why it is none."""
    if not data:
        raise NoWordFile("This file is empty.")
    if reason := _refused(data):
        raise NoWordFile(reason)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise _damaged() from error
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _LARGEST_WHOLE:
        raise NoWordFile("This file unpacks to more than any story needs. Nothing was imported.")
    if any(p.flag_bits & 1 for p in parts):
        raise NoWordFile("This file is protected with a password. Save it in Word without one, and import that file.")
    return Package(archive)


def _refused(data: bytes) -> str:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "This file is protected with a password. Save it in Word without one, and import that file."
        return f"This is a Word file of the old sort (.doc), even if its name ends in .docx. {_HINT}"
    if data.startswith(b"%PDF"):
        return "This is a PDF and no Word file. Ask for the Word file that it was made from."
    if data.startswith(b"{\\rtf"):
        return f"This is a rich text file (RTF) and no Word file. {_HINT}"
    if not data.startswith(b"PK"):
        return f"This is no Word file. {_HINT}"
    return ""


def _what_else(names: Mapping[str, object]) -> str:
    others = (("xl/", "an Excel file"), ("ppt/", "a PowerPoint file"), ("content.xml", "an OpenDocument file"))
    found = next((what for start, what in others if any(name.startswith(start) for name in names)), "")
    return f"This is {found} and no Word file. {_HINT}" if found else f"This file holds no Word document. {_HINT}"


def _damaged() -> NoWordFile:
    return NoWordFile("This Word file is damaged. Open it in Word, save it under a new name, and import that file.")
