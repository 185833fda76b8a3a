"""Pictures of a document as files beside the story: their names, and which of them no browser shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sitegen.rendering.formats import FORMATS, kind_of
from sitegen.text import slug
from sitegen.word.blocks import Tell
from sitegen.word.values import Block, Blocks, Document, Listing, Picture

_LONGEST_NAME = 40
_METAFILES = ((b"\x01\x00\x00\x00", "a drawing in Windows' own format (EMF)"), (b"\xd7\xcd\xc6\x9a", "a drawing in "
              "Windows' own format (WMF)"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pictured:
    """A document whose pictures are named by their files, and those files."""

    document: Document
    files: Mapping[str, bytes]


def with_files(document: Document, contents: tuple[bytes, ...], lost: Tell, look: Tell) -> Pictured:
    """The document with a file for each picture that a browser can show, and without the others, which are told of."""
    naming = _Naming(contents, lost, look)
    blocks = _each(document.blocks, naming.place)
    notes = tuple((name, _each(of, naming.place)) for name, of in document.notes)
    return Pictured(Document(blocks, notes), naming.files)


def _each(blocks: Blocks, place: Callable[[Picture], Picture | None]) -> Blocks:
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Picture):
            found = place(block)
            made += [found] if found else []
        elif isinstance(block, Listing):
            items = tuple(_each(item, place) for item in block.items)
            made.append(replace(block, items=tuple(item for item in items if item)))
        else:
            made.append(block)
    return tuple(made)


class _Naming:
    def __init__(self, contents: tuple[bytes, ...], lost: Tell, look: Tell) -> None:
        self.contents = contents
        self.lost, self.look = lost, look
        self.files: dict[str, bytes] = {}

    def place(self, picture: Picture) -> Picture | None:
        content = self.contents[int(picture.image.file)]
        kind = kind_of(content)
        called = f' "{picture.image.alt}"' if picture.image.alt else ""
        if kind not in FORMATS or FORMATS[kind].fix:
            fix = FORMATS[kind].fix if kind in FORMATS else "Save it as PNG"
            self.lost(f"A picture{called}: it is {_what(content, kind)}. {fix} and put it beside the story")
            return None
        name = self.name(content, picture.image.alt, FORMATS[kind].suffixes[0])
        self.files[name] = content
        if not picture.image.alt and not picture.image.decorative:
            where = 'behind "alt:", on a line below its name,' if picture.caption else "in its square brackets"
            self.look(f"The picture {name} has no alternative text: say {where} what it shows")
        return replace(picture, image=replace(picture.image, file=name))

    def name(self, content: bytes, alt: str, suffix: str) -> str:
        """The name of the file with this content; one for each content."""
        known = next((name for name, other in self.files.items() if other == content), None)
        if known:
            return known
        wanted = _shortened(slug(alt)) or f"picture-{len(self.files) + 1}"
        names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(self.files) + 3)))
        return next(f"{name}{suffix}" for name in names if f"{name}{suffix}" not in self.files)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]


def _what(content: bytes, kind: str) -> str:
    if kind in FORMATS:
        return FORMATS[kind].said
    return next((said for sign, said in _METAFILES if content.startswith(sign)), "not in a format that browsers show")

