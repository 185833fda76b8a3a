"""The list of what a build wrote, kept in the site itself: it marks the folder as ours and says what is ours in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.values import Content

LISTING = ".sitegen-output.json"
"""The list's address in the site."""

_ABOUT = "Written by sitegen. The next build replaces or removes the files named here and keeps all others."


def digest(content: Content) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_listing(digests: Mapping[str, str]) -> bytes:
    """The list as JSON: sorted, one file a line, without a clock."""
    listed = {"about": _ABOUT, "files": dict(sorted(digests.items()))}
    return (json.dumps(listed, ensure_ascii=False, indent=0) + "\n").encode()


def read_listing(folder: Path) -> Mapping[str, str]:
    """Digests by address of what a build wrote into `folder`; nothing where no build has written yet."""
    path = folder / LISTING
    if not path.is_file():
        return {}
    try:
        files = json.loads(path.read_bytes())["files"]
        return {str(address): str(value) for address, value in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise EnvironmentProblem(
            f"{path} is damaged, so sitegen cannot tell which files in {folder} are its own. "
            f"Delete the folder {folder} and build again."
        ) from None
