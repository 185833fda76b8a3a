"""What stands at the former addresses of pages: a page that leads on at once, on the web and from a disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, FixedPage, Section, Story
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, MovedPage
from sitegen.pages.web.addresses import web_address, whole_address
from sitegen.regex import regex
from sitegen.schema.values import Value
from sitegen.schema.web_address import from_the_top
from sitegen.text import is_device

TEMPLATE = "moved.html"
_INDEX = "index.html"
_PAGE_FILE = regex(r"\.html?$")
_UNUSABLE = regex(r'[\x00-\x1f\x7f<>:"|?*\\#%]|[. ]$|^ |^\.')
_LONGEST = 200

_Titled = Story | Section | Edition | FixedPage


def moved(site: Site, shared: Shared) -> Iterable[Page]:
    """A page for each former address; no list and no search names it. One that cannot be used is told elsewhere."""
    base = site.settings.base_url
    for page, value in former_addresses(site):
        address = as_address(value.text, base)
        if address and address != page.address:
            lead = f"{page.title} has a new address."
            made = head(site, address, (), lead, title=(f"Moved: {page.title}", _folder(address)))
            view = MovedPage(made, page.title, lead, LinkView(page.title, page.address), _whole(site, page.address))
            yield Page(address, TEMPLATE, view, value.where)


def former_addresses(site: Site) -> Iterator[tuple[_Titled, Value]]:
    """Every former address as written, with the page that has moved."""
    groups: tuple[Iterable[_Titled], ...] = (
        site.editions.values(), site.sections.values(), site.stories.values(), site.pages.values(),
    )  # fmt: skip
    for group in groups:
        for page in group:
            given = page.values.get("aliases")
            yield from ((page, value) for value in (given.parts or (given,) if given else ()) if value.text.strip())


def as_address(written: str, base_url: str) -> str:
    """The file that a former address is: `a/b`, `/a/b/` and `a/b/index.html` are one. Empty where it cannot be one.

    It may be written whole, where it begins with the address of the site.
    """
    told = from_the_top(written, base_url) or ""
    steps = told.removeprefix("/").removesuffix(_INDEX).removesuffix("/").split("/")
    if told.startswith("//") or len(told) > _LONGEST or not all(_is_usable(step) for step in steps):
        return ""
    path = "/".join(steps)
    return path if _PAGE_FILE.search(path) else f"{path}/{_INDEX}"


def _is_usable(step: str) -> bool:
    return bool(step) and not _UNUSABLE.search(step) and not is_device(step)


def _whole(site: Site, address: str) -> str:
    base = web_address(site)
    return whole_address(base, address) if base else ""


def _folder(address: str) -> str:
    return address.removesuffix("/" + _INDEX)
