"""The list of what a build wrote, kept in the site itself: it marks the folder as ours and says what is ours in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.files import bytes_of
from sitegen.writing.values import Content

LISTING = ".sitegen-output.json"
"""The list's address in the site."""

_HEAD = 1_000
_DRAFTS, _FILES = b'"drafts": true', b'\n"files": '
"""What stands at the head of a list, before the files of which there may be very many."""
_ABOUT = "Written by sitegen. The next build replaces or removes the files named here and keeps all others."


def digest(content: Content) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    found = hashlib.sha256()
    for piece in bytes_of(content):
        found.update(piece)
    return found.hexdigest()


def write_listing(digests: Mapping[str, str], drafts: bool = False) -> bytes:
    """The list as JSON: sorted, one file a line, without a clock. `drafts` says that the site shows drafts."""
    # Without `indent`, with which json is many times as slow.
    files = json.dumps(dict(sorted(digests.items())), ensure_ascii=False, separators=(",\n", ": "))[1:-1]
    marked = f"{_DRAFTS.decode()},\n" if drafts else ""
    within = f"{{\n{files}\n}}" if files else "{}"
    return f'{{\n"about": {json.dumps(_ABOUT)},\n{marked}"files": {within}\n}}\n'.encode()


def read_listing(folder: Path) -> Mapping[str, str]:
    """Digests by address of what a build wrote into `folder`; nothing where no build has written yet."""
    return _read(folder)[0]


def holds_drafts(folder: Path) -> bool:
    """True where the site in `folder` was built with its drafts, so that it is for nobody but its authors."""
    try:
        with (folder / LISTING).open("rb") as file:
            begin = file.read(_HEAD)
    except OSError:
        begin = b""
    above, files, _ = begin.partition(_FILES)
    return _DRAFTS in above if files else _read(folder)[1]


def _read(folder: Path) -> tuple[Mapping[str, str], bool]:
    path = folder / LISTING
    try:
        return _understood(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return {}, False
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise EnvironmentProblem(
            f"{path} is damaged, so sitegen cannot tell which files in {folder} are its own. "
            f"Delete the folder {folder} and build again."
        ) from None


@lru_cache(maxsize=1)  # a build asks for it three times
def _understood(content: bytes) -> tuple[Mapping[str, str], bool]:
    listed = json.loads(content)
    files = {str(address): str(value) for address, value in listed["files"].items()}
    return MappingProxyType(files), bool(listed.get("drafts"))
