"""What a build is asked for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

MOST_REMEMBERED = 1_000
"""Stories of a site up to which what a build made is remembered for the next one of its process: some 300 KB each."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `theme` is the shipped one; the site folder's own templates/ come first.

    `today` decides what is published. `write` is False for a check; `deep` also parses every page. `strict` counts
    warnings as errors. `private` holds the consent register; `medium` is what consents must allow: web, print or
    archive.
    `lenient` leaves out pictures that cannot be shown, without `own_theme` the site's own templates are left out: both
    are for taking something down while there are errors. With `docs` the site has the authors' guide too.
    `edition` or `hub`, as people call it, asks for that part of the site alone. `against` is a former release, or a
    list of its addresses, none of which may be lost.
    """

    site: Path
    output: Path
    theme: Path
    today: datetime.date
    strict: bool = False
    drafts: bool = False
    base_url: str | None = None
    private: Path | None = None
    fresh: bool = False
    jobs: int = 0
    write: bool = True
    deep: bool = False
    medium: str = "web"
    lenient: bool = False
    own_theme: bool = True
    docs: bool = False
    edition: str = ""
    hub: str = ""
    against: Path | None = None


def private_folder(options: Options) -> Path:
    """Where the consent register is: private/ in the site folder unless another one was named."""
    return options.private or options.site / "private"
