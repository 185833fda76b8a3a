"""Where the board lies: beside the site and never in it, in a folder that may be deleted at any time. [I/O]"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sitegen.writing.errors import plain_errors

_PLACE = Path(".sitegen") / "ready" / "index.html"


def keep_board(site: Path, html: str) -> Path:
    """Writes the board of a site folder, whole or not at all, and says where. It names what is not published."""
    path = site / _PLACE
    aside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with plain_errors("The readiness board cannot be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in (path.parent.parent, path.parent):
            ignored = folder / ".gitignore"
            if not ignored.is_file() or not ignored.stat().st_size:
                ignored.write_text("*\n", encoding="utf-8")
        aside.write_text(html, encoding="utf-8", newline="\n")
        os.replace(aside, path)
    return path


def forget_board(site: Path) -> None:
    """Removes the board of a site folder: it may tell of a story that has to be seen no more."""
    with suppress(OSError):
        (site / _PLACE).unlink()
