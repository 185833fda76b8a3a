"""The reader of private/: the consent register, which is read and never published. [I/O]"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sitegen.problems.problem import Checked
from sitegen.reading import refused
from sitegen.reading.decoding import decode
from sitegen.reading.digests import digest_of
from sitegen.reading.tree import LARGEST_TEXT
from sitegen.reading.values import SourceFile

REGISTER = "private/consents.yaml"
"""What the register is called in reports, wherever its folder lies."""

_NAMES = ("consents.yaml", "consents.yml")


def read_consents(private: Path | None) -> Checked[SourceFile | None]:
    """The file of the consent register, whole; None where there is none. What cannot be read is a problem."""
    location = consents_file(private) if private else None
    if location is None:
        return Checked(None)
    try:
        return _read(location, os.stat(location))
    except OSError as error:
        return Checked(None, (refused.unreadable(REGISTER, error, is_link=True),))


def consents_file(private: Path) -> Path | None:
    """Where the register lies, or None where there is none."""
    return next((private / name for name in _NAMES if _is_there(private / name)), None)


def _is_there(location: Path) -> bool:
    try:
        os.lstat(location)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:  # the folder is closed to this account: that there is no register is the last thing to assume
        return True
    return True


def _read(location: Path, status: os.stat_result) -> Checked[SourceFile | None]:
    if not stat.S_ISREG(status.st_mode):
        return Checked(None, (refused.no_file(REGISTER),))
    if status.st_size > LARGEST_TEXT:
        return Checked(None, (refused.too_large(REGISTER, status.st_size, LARGEST_TEXT),))
    data = location.read_bytes()
    text = decode(data, REGISTER)
    return Checked(SourceFile(REGISTER, text.value, digest_of(data)), text.problems)
