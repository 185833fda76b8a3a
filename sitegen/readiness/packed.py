"""The pages of an archive, in a folder for as long as they are read. [I/O]"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.former import INDEX
from sitegen.writing.listing import LISTING

_READ = ("index.html", INDEX, LISTING)
_LARGEST, _MOST = 50_000_000, 2_000_000_000
"""Bytes of a file, and of all: more than any site has, and less than fills a disk."""


@contextmanager
def unpacked(archive: Path, shown: str) -> Iterator[Path]:
    """A folder with the pages of an archive and its list of stories.

    What cannot be opened as one is an EnvironmentProblem.
    """
    with TemporaryDirectory() as folder:
        try:
            with plain_errors(f"{shown} cannot be read"), zipfile.ZipFile(archive) as packed:
                _unpack(packed, folder, shown)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, zlib.error):
            what = "is no archive of a site, or is damaged"
            raise EnvironmentProblem(f"{shown} {what}: name an archive, or the folder of a former release.") from None
        except RuntimeError:  # which is what zipfile makes of a password
            raise EnvironmentProblem(f"{shown} is locked with a password. Unlock it first.") from None
        yield Path(folder)


def _unpack(packed: zipfile.ZipFile, folder: str, shown: str) -> None:
    wanted = [each for each in packed.infolist() if each.filename.rpartition("/")[2] in _READ]
    if any(each.file_size > _LARGEST for each in wanted) or sum(each.file_size for each in wanted) > _MOST:
        raise EnvironmentProblem(f"{shown} is no archive of a site: it holds more than any site does.")
    packed.extractall(folder, wanted)  # which leaves out what leads out of the folder
