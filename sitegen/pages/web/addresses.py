"""Whole addresses on the web."""

from __future__ import annotations

from urllib.parse import quote

from sitegen.model.spanning import Site


def web_address(site: Site) -> str:
    """The address at which the site is published; empty where it has none, and for a preview."""
    return "" if site.preview else site.settings.base_url


def whole_address(base_url: str, address: str) -> str:
    """An address of the site as a whole one, under the address at which the site is published.

    A page has that of its folder, as it is shared and cited: some hosts send readers on there from its index.html.
    """
    folder, _, file = address.rpartition("/")
    told = (f"{folder}/" if folder else "") if file == "index.html" else address
    return f"{base_url.rstrip('/')}/{quote(told)}"
