"""The small sites of these tests as they are published."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model.spanning import Site
from sitegen.pages.plan import plan
from sitegen.pages.web.views import Metadata
from tests.pages import sites

BASE = "https://example.org/a/report/"


def on_the_web(site: Site | None = None, **settings: str) -> Site:
    """A site with an address on the web below a folder."""
    found = site or sites.report()
    return replace(found, settings=replace(found.settings, **{"base_url": BASE, **settings}))


def folder_of(address: str) -> str:
    """A page's whole address: that of its folder."""
    return f"{BASE}{address.removesuffix('index.html')}"


def metadata_of(site: Site, address: str) -> Metadata | None:
    """What the page at an address says of itself."""
    return next(o.view.head.metadata for o in plan(site).value if o.address == address)  # type: ignore[union-attr]
