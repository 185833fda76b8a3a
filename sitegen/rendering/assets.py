"""Styles, scripts and fonts of the theme as they are published: under names that change with their content."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.regex import regex
from sitegen.rendering.slim import slimmed
from sitegen.text import nearest

_IMPORT = regex(r'^@import "([^"]+)";[ \t]*\n?', re.MULTILINE)
_URL = regex(r"url\(\s*+[\"']?+(?!data:|#)([^\"'()]++)[\"']?+\s*+\)")
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class ThemeAsset:
    """A file of the theme: its name in templates/assets/, its address in the site, its bytes.

    One whose name begins with an underscore is a part of others, or of pages, and is not published by itself.
    """

    name: str
    address: str
    content: bytes

    @property
    def is_part(self) -> bool:
        """True for what stands in other files and not by itself."""
        return posixpath.basename(self.name).startswith("_")

    @property
    def csp_hash(self) -> str:
        """What a Content-Security-Policy calls it where it stands in the page."""
        return _csp_hash(self.content)


@lru_cache(maxsize=64)
def _csp_hash(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def publish_assets(files: Mapping[str, bytes]) -> Checked[Mapping[str, ThemeAsset]]:
    """The files by name. Style sheets have in them what they import, fonts by their published names, and no notes."""
    made = {name: _as_published(name, content) for name, content in sorted(files.items())}
    plain = {n: ThemeAsset(n, _address(n, c), c) for n, c in made.items() if not n.endswith(".css")}
    binder = _Binder(files, plain, [])
    bound = {name: without_notes(binder.whole(name)).encode() for name in sorted(files) if name.endswith(".css")}
    sheets = {name: ThemeAsset(name, _address(name, content), content) for name, content in bound.items()}
    return Checked(MappingProxyType(plain | sheets), tuple(dict.fromkeys(binder.problems)))


def _as_published(name: str, content: bytes) -> bytes:
    """Scripts without comments and layout, but for those that are small already (`.min.js`) or stand in pages."""
    if not name.endswith(".js") or name.endswith(".min.js") or posixpath.basename(name).startswith("_"):
        return content
    return slimmed(content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _address(name: str, content: bytes) -> str:
    stem, suffix = posixpath.splitext(posixpath.basename(name))
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"


def without_notes(sheet: str) -> str:
    """A style sheet without the notes that begin a line, but for those that ask to be kept (`/*!`).

    Within a line the same signs may be words. A note without an end is left to the browser.
    """
    kept, lines = [], iter(sheet.splitlines(keepends=True))
    for line in lines:
        begin = line.lstrip()
        if not begin.startswith("/*") or begin.startswith("/*!"):
            kept.append(line)
            continue
        note, last = [begin], begin[2:]
        while "*/" not in last and (last := next(lines, "")):
            note.append(last)
        kept.append(last.partition("*/")[2].lstrip() if last else "".join(note))
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class _Binder:
    """Puts style sheets together. All files of the theme are published in one folder, so their names suffice."""

    files: Mapping[str, bytes]
    plain: Mapping[str, ThemeAsset]
    problems: list[Problem]

    def whole(self, sheet: str, depth: int = 0) -> str:
        text = self.files[sheet].decode("utf-8", "replace")
        text = _URL.sub(lambda found: self._url(found, sheet), text)
        return _IMPORT.sub(lambda found: self._imported(found, sheet, depth), text)

    def _url(self, found: re.Match[str], sheet: str) -> str:
        wanted = _beside(sheet, found[1])
        if wanted in self.plain:
            return f'url("{posixpath.basename(self.plain[wanted].address)}")'
        self.problems.append(_missing(sheet, found, wanted, self.plain))
        return found[0]

    def _imported(self, found: re.Match[str], sheet: str, depth: int) -> str:
        wanted = _beside(sheet, found[1])
        if wanted in self.files and depth < _DEEPEST:
            return self.whole(wanted, depth + 1)
        self.problems.append(_missing(sheet, found, wanted, self.files))
        return ""


def _beside(sheet: str, named: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet), named))


def _missing(sheet: str, found: re.Match[str], wanted: str, known: Mapping[str, object]) -> Problem:
    line = found.string.count("\n", 0, found.start()) + 1
    column = found.start() - found.string.rfind("\n", 0, found.start())
    near = nearest(wanted, known)
    fix = f'Did you mean "{near}"?' if near else "Put the file into templates/assets/, or take out what names it."
    what = f'The style sheet names "{found[1]}", and the theme has no such file.'
    where = Where(f"templates/assets/{sheet}", line, column, len(found[0].rstrip("\n")))
    return Problem(where, "template-error", what, fix, suggestion=near)
