"""Whether an archive is whole: every file against its lists of checksums, and nothing that could do harm. [I/O]

Nothing of it is ever unpacked: files are read piece by piece, and no more of one than the archive says it has.
"""

from __future__ import annotations

import hashlib
import posixpath
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.regex import regex
from sitegen.writing.addresses import fold
from sitegen.writing.bag import AGENT, BAGIT, DATA, INFO, TAG_MANIFEST, read_info
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_CHUNK = 1 << 20
_LONGEST_TAG = 200_000_000
_MOST_UNPACKED = 200
"""How many times as large as the file on the disk its content may be: more than any honest archive comes to."""
_KNOWN = ("sha512", "sha256", "sha1", "md5")
_LIST = regex(r"(tag)?manifest-([a-z0-9]+)\.txt")
_LINE = regex(r"([0-9A-Fa-f]+)[ \t]++[*]?(.*)")
_DRIVE = regex(r"[A-Za-z]:")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an archive: what is wrong with it in plain sentences, the name of its folder, what it says of
    itself, and the digests of its files by path in that folder."""

    faults: tuple[str, ...]
    name: str = ""
    info: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def site(self) -> tuple[str, ...]:
        """The addresses of the site in it."""
        return tuple(path.removeprefix(DATA) for path in self.digests if path.startswith(DATA))


def check_bag(path: Path) -> Found:
    """Reads the whole archive. One that is not there, or no archive at all, is an EnvironmentProblem."""
    with plain_errors(f"{path} cannot be read"):
        if not path.is_file():
            raise EnvironmentProblem(f"There is no file {path}." if not path.exists() else f"{path} is no file.")
        try:
            with zipfile.ZipFile(path) as archive:
                return _checked(archive, path.stat().st_size)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
            return Found(("It cannot be opened as a zip file: it is damaged, or its end is missing.",))


def _checked(archive: zipfile.ZipFile, size: int) -> Found:
    members = [m for m in archive.infolist() if not m.is_dir()]
    harmful = tuple(_harmful(archive.infolist(), size))
    if harmful:
        return Found(harmful)
    top = next((m.filename.removesuffix(BAGIT) for m in members if posixpath.basename(m.filename) == BAGIT), None)
    if top is None or top.count("/") > 1:
        return Found((f"It is no archive as sitegen makes them: no folder in it has a file {BAGIT}.",))
    bag = _Bag(archive, top, {m.filename.removeprefix(top): m for m in members if m.filename.startswith(top)})
    beside = (m.filename for m in members if not m.filename.startswith(top))
    return bag.found(tuple(f"{name} lies beside the archive's folder." for name in beside))


def _harmful(members: list[zipfile.ZipInfo], size: int) -> Iterator[str]:
    """What must not be unpacked, and is not read either."""
    if sum(m.file_size for m in members) > max(size, 1) * _MOST_UNPACKED:
        yield "It would unpack to far more than so small a file can hold. Do not unpack it."
    yield from (f"{m.filename!r} would be written outside of the folder. Do not unpack it."
                for m in members if _leaves(m.orig_filename))  # fmt: skip
    yield from (f"{m.filename} is a link to another file. Do not unpack it." for m in members
                if stat.S_ISLNK(m.external_attr >> 16))  # fmt: skip
    names = Counter(fold(m.filename) for m in members)
    yield from (f"{name} is in it {number} times." for name, number in names.items() if number > 1)


def _leaves(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return ".." in steps or not steps[0] or "\0" in name or "\\" in name or bool(_DRIVE.match(name))


@dataclass(frozen=True, slots=True)
class _List:
    """A list of checksums: its name, the way they are made, and whether it is of the site or of what lies beside it."""

    name: str
    way: str
    of_site: bool


def _list_of(name: str) -> _List | None:
    match = _LIST.fullmatch(name)
    return _List(name, match[2], not match[1]) if match and match[2] in _KNOWN else None


@dataclass(frozen=True, slots=True)
class _Bag:
    """A bag within an archive: its files by their path in the folder `top`."""

    archive: zipfile.ZipFile
    top: str
    members: Mapping[str, zipfile.ZipInfo]

    def found(self, outside: tuple[str, ...]) -> Found:
        """Every file of it, against every list that is understood."""
        lists = tuple(filter(None, map(_list_of, self.members)))
        texts, unread = self._texts((BAGIT, INFO, *(each.name for each in lists)))
        digests, broken = self._digests({each.way for each in lists} or {"sha512"})
        told = [*outside, *unread, *_declared(texts.get(BAGIT, "")), *broken]
        if not any(each.of_site for each in lists):
            told.append("It has no list of checksums that could be read.")
        for each in lists:
            told += self._differing(dict(_listed(texts.get(each.name, ""))), each, digests)
        info = dict(read_info(texts.get(INFO, "")))
        if info.get("Bag-Software-Agent") == AGENT and all(each.of_site for each in lists):
            told.append(f"{TAG_MANIFEST} is missing.")
        told += _counted(info, self.members)
        shown = {path: next(iter(sums.values())) for path, sums in digests.items()}
        return Found(tuple(dict.fromkeys(told)), self.top.strip("/"), info, shown)

    def _texts(self, names: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
        texts, faults = {}, []
        for name in names:
            member = self.members.get(name)
            if member is None or member.file_size > _LONGEST_TAG:
                faults += [f"{name} is missing." if member is None else f"{name} is too large."]
                continue
            try:
                texts[name] = self.archive.read(member).decode("utf-8")
            except _DAMAGE:
                faults += [f"{name} is damaged: it cannot be read."]
        return texts, tuple(faults)

    def _digests(self, ways: Iterable[str]) -> tuple[dict[str, dict[str, str]], tuple[str, ...]]:
        found: dict[str, dict[str, str]] = {}
        broken = []
        for path, member in self.members.items():
            sums = {way: hashlib.new(way, usedforsecurity=False) for way in sorted(ways, reverse=True)}
            try:
                with self.archive.open(member) as file:
                    while piece := file.read(_CHUNK):
                        for each in sums.values():
                            each.update(piece)
                found[path] = {way: each.hexdigest() for way, each in sums.items()}
            except _DAMAGE:
                broken.append(f"{path} is damaged: it cannot be read.")
        return found, tuple(broken)

    def _differing(
        self, listed: Mapping[str, str], by: _List, digests: Mapping[str, Mapping[str, str]]
    ) -> Iterator[str]:
        for path, digest in listed.items():
            if path not in self.members:
                yield f"{path} is missing."
            elif path in digests and digests[path][by.way] != digest.lower():
                yield f"{path} is not as it was when the archive was made."
        for path in self.members:
            is_meant = path.startswith(DATA) if by.of_site else not path.startswith(DATA) and not _list_of(path)
            if is_meant and path not in listed:
                yield f"{path} was added after the archive was made."


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines() if "\r" in text else text.split("\n"):
        if match := _LINE.fullmatch(line):
            yield unquote_path(match[2]), match[1]


def unquote_path(path: str) -> str:
    """A path as it is in a list of checksums, as the disk has it."""
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%0d", "\r").replace("%0a", "\n").replace("%25", "%")


def _declared(text: str) -> Iterator[str]:
    if text and not text.startswith("BagIt-Version: "):
        yield f"{BAGIT} does not say which version of BagIt it follows."


def _counted(info: Mapping[str, str], members: Mapping[str, zipfile.ZipInfo]) -> Iterator[str]:
    sizes = [m.file_size for path, m in members.items() if path.startswith(DATA)]
    said = info.get("Payload-Oxum", "")
    if said and said != f"{sum(sizes)}.{len(sizes)}":
        yield f"{INFO} counts the files or their bytes otherwise than they are."


def read_pages(path: Path, found: Found, addresses: Iterable[str]) -> dict[str, str]:
    """The texts of some files of an archive that was found to be whole, by address."""
    with plain_errors(f"{path} cannot be read"), zipfile.ZipFile(path) as archive:
        top = f"{found.name}/{DATA}" if found.name else DATA
        return {address: archive.read(f"{top}{address}").decode("utf-8", "replace") for address in addresses}
