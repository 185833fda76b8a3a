"""A page to be: where it goes, which template makes it, what the template sees."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.pages.views import View
from sitegen.pages.web.views import MachineView
from sitegen.problems.problem import Where


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered. `where` is the file to blame if two pages claim one address or rendering fails.

    `template` is a name in templates/layouts/, as `story.html`; `template_where` is where a kind names it.
    """

    address: str
    template: str
    view: View
    where: Where
    template_where: Where | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What machines read in XML: a feed or a map of the site. `template` is a name in templates/feeds/."""

    address: str
    template: str
    view: MachineView
    where: Where


@dataclass(frozen=True, slots=True)
class File:
    """A file that is written as it is: data for machines."""

    address: str
    content: bytes
    where: Where


Output = Page | Feed | File
"""What the builders yield: `tuple[Page | Feed | File, ...]`."""
