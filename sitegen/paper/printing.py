"""A page of a site printed to a PDF: laid out once to learn where everything lies, and again with that told. [I/O]"""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sitegen.paper.cutting import joined, pieces
from sitegen.paper.pages import for_browser, has_contents, numbered
from sitegen.paper.reading import Places, places_of, without_its_making
from sitegen.paper.running import at_work, print_page
from sitegen.pipeline import Build
from sitegen.writing.errors import plain_errors
from sitegen.writing.files import write_new

_ASSETS = "assets/"
_MOST_PASSES = 4

_NOWHERE = Places(0, {"": 0})
"""For a page whose contents are to have no numbers."""

Pass = Callable[[Places], bytes]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and the number of its pages. `is_numbered` is False where the numbers in its contents are not known."""

    content: bytes
    pages: int
    is_numbered: bool


def printed(built: Build, address: str, browser: Path, day: datetime.date, aside: Path) -> Printed:
    """The page at an address of a site as a browser prints it. Folder `aside` is where a folder for that is made."""
    with _folder(aside) as folder:
        site = folder / "site"
        page = site / address
        with plain_errors("The page cannot be laid out for printing"):
            _lay(built, address, site)
        html = for_browser(page.read_text("utf-8"), address, built.site.settings.base_url)

        def pass_(places: Places) -> bytes:
            page.write_text(numbered(html, places.of), "utf-8", newline="\n")
            return print_page(browser, page, folder / "made.pdf", folder / "profile")

        if has_contents(html):
            made, places, is_numbered = _settled(html, pass_, _first(numbered(html, {}), page, browser, folder))
        else:
            made, places, is_numbered = _at_once(pass_)
    return Printed(without_its_making(made, day), places.pages if places else 0, is_numbered)


def _at_once(pass_: Pass) -> tuple[bytes, Places | None, bool]:
    made = pass_(_NOWHERE)
    return made, places_of(made), True


def _settled(html: str, pass_: Pass, places: Places | None) -> tuple[bytes, Places | None, bool]:
    """Prints until the numbers that the contents were given are those of the pages."""
    for _ in range(_MOST_PASSES - 1):
        if places is None:
            break
        made = pass_(places)
        now = places_of(made)
        if now and numbered(html, now.of) == numbered(html, places.of):
            return made, now, True
        places = now
    return pass_(_NOWHERE), places, False


def _first(html: str, page: Path, browser: Path, folder: Path) -> Places | None:
    """Where everything lies, as far as a page without numbers tells: a long one in pieces, some of them at once."""
    cut = pieces(html)
    at_once = os.cpu_count() or 1
    groups = (range(first, min(first + at_once, len(cut))) for first in range(0, len(cut), at_once))
    made = [pdf for group in groups for pdf in _rough(cut, group, page, browser, folder)]
    found = [places for pdf in made if (places := places_of(pdf))]
    return joined(found) if len(found) == len(cut) else None


def _rough(cut: Sequence[str], group: Iterable[int], page: Path, browser: Path, folder: Path) -> list[bytes]:
    """The pieces with these numbers, each printed by a browser of its own, all at the same time."""
    with ExitStack() as running:
        made = []
        for number in group:
            piece = page.with_name(f"piece-{number}.html")
            piece.write_text(cut[number], "utf-8", newline="\n")
            pdf, profile = folder / f"piece-{number}.pdf", folder / f"profile-{number}"
            made.append(running.enter_context(at_work(browser, piece, pdf, profile, rough=True)))
        return [ended() for ended in made]


def _lay(built: Build, address: str, site: Path) -> None:
    """Writes the page and the files that it shows."""
    rendered = built.rendered
    pictures = {file.address for p in rendered.pictures.values() for file in p.files} if rendered else set()
    pages = rendered.pages if rendered else ()
    shown = {there for page in pages if page.address == address for there, _ in page.links} & pictures
    for each, content in built.outputs.items():
        if each == address or each in shown or (each.startswith(_ASSETS) and each not in pictures):
            target = site / each
            target.parent.mkdir(parents=True, exist_ok=True)
            write_new(target, content)


@contextmanager
def _folder(aside: Path) -> Iterator[Path]:
    """A folder that is gone afterwards. Not in the system's own for such: some browsers may not look into that."""
    try:
        aside.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="pdf-", dir=aside))
    except OSError:
        with plain_errors("There is no place to print in"):
            folder = Path(tempfile.mkdtemp(prefix="sitegen-pdf-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
