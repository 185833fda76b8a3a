"""Addresses as Word has them, as a site may have them: complete, and without whoever was sent them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from sitegen.regex import regex

_LEADS = regex(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_FORBIDDEN = frozenset("<>\\^`{|}")
_BARE = regex(r"www\.[^\s/.]+\.\S+", re.IGNORECASE)
_IN_BETWEEN = {".safelinks.protection.outlook.com": "url", "www.google.com": "q", "google.com": "q"}
"""Hosts that mail and word processors put in front of an address: each keeps the address itself in a setting."""
_CLOSED = (".sharepoint.com", "onedrive.live.com", "1drv.ms", "docs.google.com", "drive.google.com")


def public_address(href: str) -> str:
    """Where a link leads; empty for what no reader of a site could follow.

    Outlook's "safe links" name the mailbox that the link was sent to, so the address in them is taken.
    """
    whole = _direct(href.split('"')[0].strip())
    if _BARE.fullmatch(whole):
        whole = f"https://{whole}"
    if whole.lower().startswith(("http://", "https://")):
        whole = whole.replace(" ", "%20")
    return whole if _LEADS.fullmatch(whole) and not set(whole) & _FORBIDDEN else ""


def needs_an_account(address: str) -> bool:
    """True for places that mostly show a file to those alone with whom it was shared."""
    host = _host(address)
    return any(host == closed.lstrip(".") or host.endswith(closed) for closed in _CLOSED)


def _direct(href: str) -> str:
    host = _host(href)
    key = next((key for end, key in _IN_BETWEEN.items() if host == end or (end[0] == "." and host.endswith(end))), "")
    if not key or (key == "q" and urlsplit(href).path != "/url"):
        return href
    return next(iter(parse_qs(urlsplit(href).query).get(key, ())), href)


def _host(href: str) -> str:
    try:
        return (urlsplit(href).hostname or "").lower()
    except ValueError:
        return ""
