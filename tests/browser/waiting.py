"""Waiting for lists that a script draws when it has read its data."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def settled(page: Page, where: str = "#res") -> None:
    """Returns when the list has been drawn after the last thing that was done."""
    expect(page.locator(where)).to_have_attribute("aria-busy", "false")


def fill(page: Page, words: str, where: str = "#res") -> None:
    """Types words into the search box of the page, and waits for the list."""
    page.get_by_role("searchbox").fill(words)
    settled(page, where)
