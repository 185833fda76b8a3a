"""A site of one generator: how it is built, what it makes, and the story of it that is edited."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem
from tests.bench.corpus import Story, folded, story
from tests.bench.timing import Run, timed

EDITED: Story = story(7)
"""The story that is edited. It is the same in a corpus of any size."""
EARLIER = "earlier"
"""What earlier builds wrote, in the folder where all is measured."""
MOVED_TO = "North Fenland Maths Hub"


@dataclass(frozen=True, slots=True)
class Site:
    """A site folder and the command that builds it there.

    `made` is what a build writes, caches included; `source` and `page` are of the edited story, `hubs` is the folder of
    the hubs' pages; `serve` is the command of the server, without its port.
    """

    generator: str
    folder: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    source: str
    page: str
    hubs: str = ""
    serve: tuple[str, ...] = ()
    address: str = ""

    def build(self) -> Run:
        """Builds the site as it is now."""
        run = timed(self.command, self.folder)
        if not (self.folder / self.page).is_file():
            raise EnvironmentProblem(f"{self.generator} ended well, but has not written {self.folder / self.page}.")
        return run

    def build_cold(self) -> Run:
        """Builds the site with nothing left of earlier builds."""
        for name in self.made:
            set_aside(self.folder / name, self.folder.parent)
        return self.build()

    def build_edited(self, mark: str) -> Run:
        """Builds the site with one paragraph more in one story."""
        self.edit(mark)
        return self._build_showing(mark, self.folder / self.page)

    def build_moved(self, there: bool) -> Run:
        """Builds the site with one story moved to another hub, or back again."""
        hubs = (EDITED.facts.hub, MOVED_TO) if there else (MOVED_TO, EDITED.facts.hub)
        file = self.folder / self.source
        file.write_text(file.read_text("utf-8").replace(*hubs), "utf-8")
        return self._build_showing(EDITED.name, self.folder / self.hubs / folded(hubs[1]) / "index.html")

    def edit(self, mark: str) -> None:
        """Writes one paragraph more into a story, in place of an earlier one."""
        file = self.folder / self.source
        text = file.read_text("utf-8").partition("\n\nEdited: ")[0].rstrip("\n")
        file.write_text(f"{text}\n\nEdited: {mark}.\n", "utf-8")

    def _build_showing(self, mark: str, page: Path) -> Run:
        run = self.build()
        if mark not in page.read_text("utf-8"):
            raise EnvironmentProblem(f"{self.generator} ended well, but {page} is not up to date.")
        return run


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Makes a folder of these files and nothing else."""
    set_aside(folder, folder.parent)
    for path, text in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def set_aside(path: Path, bench: Path) -> None:
    """Has a folder or a file out of the way, if it is there, in the folder where all is measured.

    It is deleted when nothing is measured any more: some disks are slow at making files for minutes after many were
    deleted, which weighs the more on whoever writes more.
    """
    if path.exists():
        aside = bench / EARLIER
        aside.mkdir(parents=True, exist_ok=True)
        path.rename(tempfile.mkdtemp(dir=aside) + f"/{path.name}")


def clear(bench: Path) -> None:
    """Deletes what was set aside."""
    shutil.rmtree(bench / EARLIER, ignore_errors=True)


def quoted(text: str) -> str:
    """A text in quotation marks, as YAML has it."""
    return json.dumps(text, ensure_ascii=False)
