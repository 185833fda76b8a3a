"""Whether an archive is whole: every file against its lists of checksums, and nothing that could do harm. [I/O]

A zip file is never unpacked: files are read piece by piece, and no more of one than it says it has. What somebody has
taken out of it, into a folder, is checked alike.
"""

from __future__ import annotations

import hashlib
import posixpath
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.regex import regex
from sitegen.writing.addresses import fold
from sitegen.writing.bag import AGENT, BAGIT, DATA, INFO, TAG_MANIFEST, read_info
from sitegen.writing.bag_files import Files, is_of_a_computer, plain, unpacked, zipped
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_CHUNK = 1 << 20
_LONGEST_TAG = 200_000_000
_MOST_UNPACKED = 200
"""How many times as large as the file on the disk its content may be: more than any honest archive comes to."""
_LOCKED = 1
_OURS = "sha512"
_KNOWN = ("sha512", "sha256", "sha1", "md5")
_LIST = regex(r"(tag)?manifest-([a-z0-9]+)\.txt")
_LINE = regex(r"([0-9A-Fa-f]+)[ \t]++[*]?(.*)")
_DRIVE = regex(r"[A-Za-z]:")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an archive: what is wrong with it in plain sentences, the name of its folder, what it says of
    itself, and the digests of its files by path in that folder. `added` are files that a computer puts into folders by
    itself, which do no harm."""

    faults: tuple[str, ...]
    name: str = ""
    info: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()

    @property
    def site(self) -> tuple[str, ...]:
        """The addresses of the site in it."""
        return tuple(path.removeprefix(DATA) for path in self.digests if path.startswith(DATA))


def check_bag(path: Path) -> Found:
    """Reads the whole archive, a zip file or the folder that was in it. What is not there, or no archive at all, is an
    EnvironmentProblem."""
    with plain_errors(f"{path} cannot be read"):
        if path.is_dir():
            return _checked_folder(path)
        if not path.is_file():
            raise EnvironmentProblem(f"There is no file and no folder {path}.")
        try:
            with zipfile.ZipFile(path) as archive:
                return _checked(archive, path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
            return Found(("It cannot be opened as a zip file: it is damaged, or its end is missing.",))


def _checked(archive: zipfile.ZipFile, path: Path) -> Found:
    members = [m for m in archive.infolist() if not m.is_dir()]
    harmful = tuple(_harmful(archive.infolist(), path.stat().st_size))
    if harmful:
        return Found(harmful)
    top = _top(m.filename for m in members)
    if top is None:
        raise EnvironmentProblem(f"{path} is no archive of a site: neither {BAGIT} nor a list of checksums is in it.")
    if any(member.flag_bits & _LOCKED for member in members):
        return Found(("It is locked with a password. Have it packed again without one.",))
    beside = [m.filename for m in members if not m.filename.startswith(top)]
    return _found(zipped(archive, members, top), top.strip("/"), beside)


def _top(names: Iterable[str]) -> str | None:
    """The folder that the archive is in, with its slash: in a zip file of a folder it may be below others."""
    steps = (posixpath.split(name) for name in names if not is_of_a_computer(name))
    folders = (folder for folder, name in steps if _marks(name))
    top = min(folders, key=lambda folder: (folder.count("/") + bool(folder), folder), default=None)
    return None if top is None else f"{top}/" if top else ""


def _marks(name: str) -> bool:
    return name == BAGIT or _list_of(name) is not None


def _checked_folder(path: Path) -> Found:
    files = unpacked(_home(path))
    found = _found(files, "", ())
    return replace(found, faults=(*(f"{link} is a link to another file." for link in files.links), *found.faults))


def _home(path: Path) -> Path:
    """The archive's own folder, where that one, the one around it or the folder of its site was named."""
    places = [path, *(each for each in path.iterdir() if (each / BAGIT).is_file())][:3]
    if len(places) > 2:  # which of them is meant cannot be told
        places = [path]
    if path.resolve().name == DATA.strip("/"):
        places.append(path.resolve().parent)
    for place in places:
        if any(_marks(each.name) for each in place.iterdir()):
            return place
    raise EnvironmentProblem(f"{path} holds no archive: neither {BAGIT} nor a list of checksums is in it.")


def _found(files: Files, name: str, outside: Iterable[str]) -> Found:
    beside = [each for each in outside if not is_of_a_computer(each)]
    found = _Bag(files).found()
    faults = (*(f"{each} lies beside the archive's folder." for each in beside), *found.faults)
    added = (*found.added, *(each for each in outside if is_of_a_computer(each)))
    return replace(found, faults=faults, name=name, added=added)


def _harmful(members: list[zipfile.ZipInfo], size: int) -> Iterator[str]:
    """What must not be unpacked, and is not read either."""
    if sum(m.file_size for m in members) > max(size, 1) * _MOST_UNPACKED:
        yield "It would unpack to far more than so small a file can hold. Do not unpack it."
    yield from (f'"{m.orig_filename}" would be written outside of the folder. Do not unpack it.'
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
    """A bag within an archive."""

    files: Files

    def found(self) -> Found:
        """Every file of it, against every list that is understood."""
        lists = tuple(filter(None, map(_list_of, self.files.sizes)))
        texts, unread = self._texts((BAGIT, INFO, *(each.name for each in lists)))
        listed = {each: dict(_listed(texts.get(each.name, ""))) for each in lists}
        named = {path for paths in listed.values() for path in paths}
        added = tuple(path for path in self.files.sizes if is_of_a_computer(path) and path not in named)
        sizes = {path: size for path, size in self.files.sizes.items() if path not in added}
        digests, broken = self._digests(sizes, {_OURS, *(each.way for each in lists)})
        told = [*unread, *_declared(texts.get(BAGIT, "")), *broken]
        if not any(each.of_site for each in lists):
            told.append("It has no list of checksums that could be read.")
        for each in lists:
            told += _differing(listed[each], each, sizes, digests)
        info = dict(read_info(texts.get(INFO, "")))
        if info.get("Bag-Software-Agent") == AGENT and all(each.of_site for each in lists):
            told.append(f"{TAG_MANIFEST} is missing.")
        told += _counted(info, sizes)
        shown = {path: sums[_OURS] for path, sums in digests.items()}
        return Found(tuple(dict.fromkeys(told)), info=info, digests=shown, added=added)

    def _texts(self, names: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
        texts, faults = {}, []
        for name in names:
            size = self.files.sizes.get(name)
            if size is None or size > _LONGEST_TAG:
                faults += [f"{name} is missing." if size is None else f"{name} is too large."]
                continue
            try:
                with self.files.open(name) as file:
                    texts[name] = file.read().decode("utf-8")
            except _DAMAGE:
                faults += [f"{name} is damaged: it cannot be read."]
        return texts, tuple(faults)

    def _digests(
        self, paths: Iterable[str], ways: Iterable[str]
    ) -> tuple[dict[str, dict[str, str]], tuple[str, ...]]:
        found: dict[str, dict[str, str]] = {}
        broken = []
        for path in paths:
            sums = {way: hashlib.new(way, usedforsecurity=False) for way in ways}
            try:
                with self.files.open(path) as file:
                    while piece := file.read(_CHUNK):
                        for each in sums.values():
                            each.update(piece)
                found[path] = {way: each.hexdigest() for way, each in sums.items()}
            except _DAMAGE:
                broken.append(f"{path} is damaged: it cannot be read.")
        return found, tuple(broken)


def _differing(
    listed: Mapping[str, str], by: _List, paths: Iterable[str], digests: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    there = frozenset(paths)
    for path, digest in listed.items():
        if path not in there:
            yield f"{path} is missing."
        elif path in digests and digests[path][by.way] != digest.lower():
            yield f"{path} is not as it was when the archive was made."
    for path in paths:
        is_meant = path.startswith(DATA) if by.of_site else not path.startswith(DATA) and not _list_of(path)
        if is_meant and path not in listed:
            yield f"{path} was added after the archive was made."


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines() if "\r" in text else text.split("\n"):
        if match := _LINE.fullmatch(line):
            yield plain(unquote_path(match[2])), match[1]


def unquote_path(path: str) -> str:
    """A path as it is in a list of checksums, as the disk has it."""
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%0d", "\r").replace("%0a", "\n").replace("%25", "%")


def _declared(text: str) -> Iterator[str]:
    if text and not text.startswith("BagIt-Version: "):
        yield f"{BAGIT} does not say which version of BagIt it follows."


def _counted(info: Mapping[str, str], every: Mapping[str, int]) -> Iterator[str]:
    sizes = [size for path, size in every.items() if path.startswith(DATA)]
    said = info.get("Payload-Oxum", "")
    if said and said != f"{sum(sizes)}.{len(sizes)}":
        yield f"{INFO} counts the files or their bytes otherwise than they are."


def read_pages(path: Path, found: Found, addresses: Iterable[str]) -> dict[str, str]:
    """The texts of some files of an archive that was found to be whole, by address."""
    with plain_errors(f"{path} cannot be read"):
        if path.is_dir():
            return _texts_of(unpacked(_home(path)), addresses)
        with zipfile.ZipFile(path) as archive:
            top = f"{found.name}/" if found.name else ""
            return _texts_of(zipped(archive, archive.infolist(), top), addresses)


def _texts_of(files: Files, addresses: Iterable[str]) -> dict[str, str]:
    texts = {}
    for address in addresses:
        with files.open(f"{DATA}{address}") as file:
            texts[address] = file.read().decode("utf-8", "replace")
    return texts
