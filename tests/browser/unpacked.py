"""Archives of the repository's own site, unpacked as whoever was given one unpacks it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from sitegen.commands import main
from tests.sites import ROOT


def unpacked(folder: Path, *asked: str) -> Path:
    """The folder of an archive of the site, or of the part that is asked for; its name holds a space."""
    path = folder / "a.zip"
    assert main(["archive", str(path), "--site", str(ROOT), "--today", "2024-01-15", *asked]) == 0
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "given to me")
    (top,) = os.listdir(folder / "given to me")
    return folder / "given to me" / top
