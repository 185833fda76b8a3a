"""What is remembered between the builds of a site: pictures, templates, and what was understood of each file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import sitegen
from sitegen.frozen import freeze, thaw
from sitegen.memo import Memo
from sitegen.options import Options
from sitegen.parsing import Parsed
from sitegen.problems.problem import Checked
from sitegen.reading.values import SourceFile, Tree
from sitegen.rendering.theme import Theme, load_theme
from sitegen.schema.declared import Kind
from sitegen.snapshot import Unclear, snapshot, surroundings
from sitegen.store import Store

_KINDS = "content/kinds/"
_DIGEST = 32


def _home(options: Options) -> Path:
    return options.site / ".sitegen"


def may_keep(options: Options) -> bool:
    """False for a check of a site that was never built: it leaves nothing behind."""
    return options.write or _home(options).is_dir()


def theme_of(options: Options, before: Checked[Theme] | None = None) -> Checked[Theme]:
    """The site's own templates before the shipped ones, compiled; what earlier builds compiled is remembered.

    `before` is the one that this process has made earlier, which is given again as long as no file of it has changed.
    """
    folders = (options.site / "templates", options.theme) if options.own_theme else (options.theme,)
    if not may_keep(options):
        return load_theme(folders, before=before)
    memo = Memo(_home(options) / "templates", options.fresh)
    theme = load_theme(folders, memo.remember, before)
    if theme is not before:
        memo.tidy()
    return theme


def picture_memo(options: Options) -> Memo:
    """What is remembered of the pictures that earlier builds of the site published."""
    return Memo(_home(options) / "pictures", options.fresh)


@dataclass(frozen=True, slots=True)
class ParsedMemo:
    """Files as earlier builds of the site have understood them, each with a digest of all that they did it by."""

    store: Store
    by: str
    fresh: bool = False

    def known(self, files: Iterable[SourceFile], kinds: Mapping[str, Kind]) -> dict[str, Parsed]:
        """What is known of these files, by path."""
        kept = {} if self.fresh or not self.by else self.store.read_all()
        whole = {file.path: kept[file.path] for file in files if self._is_of(file, kept.get(file.path, b""))}
        found = {path: thaw(blob[_DIGEST:]) for path, blob in whole.items()}
        usable = {path: each for path, each in found.items() if isinstance(each, tuple) and each[0] in (*kinds, "")}
        return {path: _with_kind(kind, parsed, kinds) for path, (kind, parsed) in usable.items()}

    def keep(self, files: Iterable[SourceFile], parsed: Mapping[str, Parsed], known: Mapping[str, Parsed]) -> None:
        """Keeps what was made of these files beside what was `known`, and nothing of any other."""
        if not self.by:
            return
        every = {file.path: file for file in files}
        new = {path: self._key(file) + _frozen(parsed[path]) for path, file in every.items() if path not in known}
        gone = set(self.store.names()) - every.keys()
        if len(new) == len(every) or self.store.remarks:  # a damaged file would be told of again and again
            self.store.replace(new)
        elif new or gone:
            self.store.keep(new, without=gone)

    def _key(self, file: SourceFile) -> bytes:
        return hashlib.sha256(f"{self.by}\n{file.path}\n{file.digest}".encode()).digest()

    def _is_of(self, file: SourceFile, blob: bytes) -> bool:
        return blob[:_DIGEST] == self._key(file)


def parsed_memo(options: Options, tree: Tree, language: str) -> ParsedMemo:
    """What is remembered of the files of a site: worth nothing with another sitegen, library, kind or language."""
    path = _home(options) / "parsed.db"
    kinds = sorted((file.path, file.digest) for file in tree.files.values() if file.path.startswith(_KINDS))
    try:
        code = snapshot({"code": Path(sitegen.__file__).parent}, lambda name: name == "__pycache__")
    except Unclear:
        return ParsedMemo(Store(path), "", options.fresh)
    if not may_keep(options):
        return ParsedMemo(Store(path), "", options.fresh)
    by = (surroundings(), sorted(code.states.items()), kinds, language)
    return ParsedMemo(Store(path), hashlib.sha256(repr(by).encode()).hexdigest(), options.fresh)


def _frozen(parsed: Parsed) -> bytes:
    """A file that was understood, with the id of its kind in place of the kind."""
    source = parsed.value
    if source is None:
        return freeze(("", parsed))
    return freeze((source.kind.id, replace(parsed, value=replace(source, kind=cast(Kind, None)))))


def _with_kind(kind: str, parsed: Parsed, kinds: Mapping[str, Kind]) -> Parsed:
    return replace(parsed, value=replace(parsed.value, kind=kinds[kind])) if parsed.value else parsed
