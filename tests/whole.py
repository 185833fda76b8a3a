"""A whole site for tests: built, written, and one page of every kind found in what it plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.spanning import Site
from sitegen.pages.page import Page
from sitegen.pages.plan import plan
from sitegen.pages.views import PrintPage, StoryPage
from sitegen.pipeline import Build, Options, build
from tests.sites import ROOT, TODAY

Kind = tuple[str, str, str]
"""Template, view, and the kind of the story or edition that it is made of (of no print page), or else its folder."""

TOO_LONG = 105_000


@dataclass(frozen=True, slots=True)
class Whole:
    """A site that is built and written to `folder`."""

    folder: Path
    made: Build

    def pages(self) -> list[Page]:
        """Every page, in order of address."""
        return sorted((p for p in plan(self.made.site).value if isinstance(p, Page)), key=lambda page: page.address)

    def kinds(self) -> dict[Kind, str]:
        """By kind of page, the address of the longest, since where there is most, most can go wrong.

        They are found in what the site plans, so that no new kind of page can be forgotten.
        """
        sorts, found = _sorts(self.made.site), dict[Kind, str]()
        for page in self.pages():
            folder = page.address.rpartition("/")[0].partition("/")[0]
            sort = "" if isinstance(page.view, PrintPage) else sorts.get(page.where.file, folder)
            kind = (page.template, type(page.view).__name__, sort)
            found[kind] = max(found.get(kind, page.address), page.address, key=self._length)
        return found

    def one_of_each(self) -> list[str]:
        """The addresses of one page of every kind."""
        return sorted(self.kinds().values())

    def stories(self) -> list[str]:
        """The addresses of all stories."""
        return [page.address for page in self.pages() if isinstance(page.view, StoryPage)]

    def uris(self, addresses: list[str]) -> list[str]:
        """Where a browser finds these pages."""
        return [(self.folder / address).as_uri() for address in addresses]

    def _length(self, address: str) -> int:
        """0 for a page that takes a browser too long: a whole edition, whose stories have pages of their own."""
        content = self.made.outputs[address]
        return len(content) if isinstance(content, bytes) and len(content) < TOO_LONG else 0


def _sorts(site: Site) -> Mapping[str, str]:
    stories = {story.path: story.kind.id for story in site.stories.values()}
    editions = {edition.path: edition.type for edition in site.editions.values()}
    return stories | editions


def write(site: Path, folder: Path, *, docs: bool = False, base_url: str | None = None) -> Whole:
    """The site with all its pages in `folder`, with `docs` the authors' guide too, with `base_url` as on the web."""
    asked = Options(site=site, output=folder, theme=ROOT / "templates", today=TODAY, docs=docs, base_url=base_url)
    made = build(asked)
    assert [f"{p.where.file}:{p.where.line}: {p.what}" for p in made.problems if p.is_error] == []
    return Whole(folder, made)
