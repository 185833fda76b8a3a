"""A site as one file to keep: a zip that holds a BagIt 1.0 bag (RFC 8493), the same bytes for the same site. [I/O]"""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.addresses import check_addresses
from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.files import bytes_of
from sitegen.writing.values import Content, Outputs

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha512.txt"
DATA = "data/"
AGENT = "sitegen"
"""Who made the bag, as it says itself: only such a file is ever written over."""

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: no clock makes two archives of one site differ."""
_FILE = 0o100644 << 16
_UNIX = 3
_LONGEST_INFO = 1_000_000


@dataclass(frozen=True, slots=True)
class Bag:
    """What an archive holds: the `name` of its folder, what it says of itself, notes beside the site, the site."""

    name: str
    info: tuple[tuple[str, str], ...]
    notes: Mapping[str, bytes]
    site: Outputs


@dataclass(frozen=True, slots=True)
class Packed:
    """An archive that was written: how many bytes it has, and how many files of the site are in it."""

    size: int
    files: int


def size_of(content: Content) -> int:
    """How many bytes a file of the site has."""
    return len(content) if isinstance(content, bytes) else content.size


def write_bag(path: Path, bag: Bag) -> Packed:
    """Writes the archive to `path`, whole or not at all. A file that is none of ours is not written over.

    Files are stored as they are and read piece by piece, so that a large site fits into little memory. One that has
    changed since it was read is a ChangedMeanwhile.
    """
    check_addresses(bag.site)
    _refuse_another(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with plain_errors(f"{path} could not be written"):
            with aside.open("xb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, strict_timestamps=True) as archive:
                    _fill(archive, bag)
                file.flush()
                os.fsync(file.fileno())
            size = aside.stat().st_size
            aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    return Packed(size, len(bag.site))


def _fill(archive: zipfile.ZipFile, bag: Bag) -> None:
    """The members in order of their names, which has the lists of digests come after all that they list."""
    sizes = [size_of(content) for content in bag.site.values()]
    info = (*bag.info, ("Bag-Software-Agent", AGENT), ("Payload-Oxum", f"{sum(sizes)}.{len(sizes)}"))
    tags = {**bag.notes, BAGIT: _DECLARATION, INFO: _labelled(info)}
    digests = {name: _add(archive, f"{bag.name}/{name}", tags[name]) for name in sorted(tags)}
    within = {f"{DATA}{address}": bag.site[address] for address in sorted(bag.site)}
    manifest = _lines({name: _add(archive, f"{bag.name}/{name}", content) for name, content in within.items()})
    digests[MANIFEST] = _add(archive, f"{bag.name}/{MANIFEST}", manifest)
    _add(archive, f"{bag.name}/{TAG_MANIFEST}", _lines(digests))


def _add(archive: zipfile.ZipFile, name: str, content: Content) -> str:
    """Adds a file, and says what its digest is."""
    member = zipfile.ZipInfo(name, _DAY)
    member.create_system, member.external_attr, member.file_size = _UNIX, _FILE, size_of(content)
    found = hashlib.sha512()
    with archive.open(member, "w") as file:
        for piece in bytes_of(content):
            found.update(piece)
            file.write(piece)
    return found.hexdigest()


def _lines(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {encoded(name)}\n" for name, digest in sorted(digests.items())).encode()


def encoded(path: str) -> str:
    """A path as a manifest has it: what would end its line is written as its number."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _labelled(info: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info if value.strip()).encode()


def read_info(text: str) -> Iterator[tuple[str, str]]:
    """What a bag says of itself: labels with values; a line that is indented continues the one before."""
    label, value = "", ""
    for line in text.splitlines():
        if line[:1] in (" ", "\t") and label:
            value = f"{value} {line.strip()}"
            continue
        if label:
            yield label, value
        label, _, value = (part.strip() for part in line.partition(":"))
    if label:
        yield label, value


def _refuse_another(path: Path) -> None:
    """Nothing is written over but an archive that sitegen has made."""
    with plain_errors(f"{path} cannot be read"):
        if os.path.lexists(path) and not (path.is_file() and is_ours(path)):
            raise EnvironmentProblem(f"{path} is there already and is no archive that sitegen has made. Name another.")


def is_ours(path: Path) -> bool:
    """True for a file that says of itself that sitegen has packed it."""
    try:
        with zipfile.ZipFile(path) as archive:
            member = next((m for m in archive.infolist() if m.filename.endswith(f"/{INFO}")), None)
            if member is None or member.file_size > _LONGEST_INFO:
                return False
            return ("Bag-Software-Agent", AGENT) in read_info(archive.read(member).decode("utf-8", "replace"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error):
        return False
