"""What the tests of writing share: whole folders as dicts, and a build that is killed on its way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from sitegen.reading.digests import digest_of
from sitegen.reading.values import Asset
from sitegen.writing.listing import LISTING, digest
from sitegen.writing.survey import survey
from sitegen.writing.values import Survey
from sitegen.writing.write import write_tree

OLD = {"index.html": b"old home", "about/index.html": b"about", "gone/index.html": b"gone", "assets/a.css": b"a {}"}
NEW = {"index.html": b"new home", "about/index.html": b"about", "new/deep/index.html": b"new", "assets/a.css": b"a {}"}


def by_renames(_one: Path, _other: Path) -> bool:
    """A system that cannot exchange two folders in one call."""
    return False


def original(path: Path) -> Asset:
    """A file as the reader has found it: what becomes of it later changes nothing here."""
    content = path.read_bytes()
    return Asset(f"content/{path.name}", path, len(content), digest_of(content))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the list, by path; a link counts as its target in angle brackets."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"<{os.readlink(path)}>".encode()
        elif path.is_file() and name != LISTING:
            found[name] = path.read_bytes()
    return found


def listed(folder: Path) -> dict[str, str]:
    """What the list in a folder says."""
    return json.loads((folder / LISTING).read_text("utf-8"))["files"]


def is_whole(folder: Path, tree: dict[str, bytes], kept: dict[str, bytes] | None = None) -> bool:
    """True where the folder holds exactly `tree` and `kept`, and its list says so of `tree`."""
    digests = {path: digest(content) for path, content in tree.items()}
    return contents(folder) == {**tree, **(kept or {})} and listed(folder) == digests


def without_numbers(root: Path) -> Survey:
    """A folder as Windows tells of it: files have no numbers."""
    found = survey(root)
    return replace(found, files={path: _without_number(state) for path, state in found.files.items()})


def _without_number(state: os.stat_result) -> os.stat_result:
    times = {name: getattr(state, name) for name in ("st_atime_ns", "st_mtime_ns", "st_ctime_ns")}
    return os.stat_result((state.st_mode, 0, 0, 0, *state[4:10]), times)


def build_that_dies(folder: Path, at_call: int, one_call: bool) -> int:
    """Writes NEW into `folder` in a process of its own that kills itself at the numbered step; its exit status."""
    code = (
        "import sys; sys.path[:0] = [sys.argv[1]]\n"
        "from tests.writing.trees import die_at\n"
        "die_at(sys.argv[2], int(sys.argv[3]), sys.argv[4] == 'True')"
    )
    root = Path(__file__).parents[2]
    argv = [sys.executable, "-c", code, str(root), str(folder), str(at_call), str(one_call)]
    return subprocess.run(argv, check=False, timeout=60).returncode


def die_at(folder: str, at_call: int, one_call: bool) -> None:
    """The process of `build_that_dies`."""
    steps = iter(range(at_call))

    def at(_step: str) -> None:
        if next(steps, None) is None:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    if one_call:
        write_tree(NEW, Path(folder), at=at)
    else:
        write_tree(NEW, Path(folder), at=at, swap=by_renames)
