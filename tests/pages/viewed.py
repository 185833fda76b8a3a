"""A planned page's view, for tests."""

from __future__ import annotations

from typing import TypeVar

from sitegen.model.spanning import Site
from sitegen.pages.page import Page
from sitegen.pages.plan import plan

V = TypeVar("V")


def view(site: Site, address: str, kind: type[V]) -> V:
    """What the page at an address shows."""
    found = next(o for o in plan(site).value if o.address == address)
    assert isinstance(found, Page)
    assert isinstance(found.view, kind)
    return found.view
