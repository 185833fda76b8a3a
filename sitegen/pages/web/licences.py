"""Where licences stand that sites name in short."""

from __future__ import annotations

import re
from typing import Any

from sitegen.regex import regex

_CREATIVE_COMMONS = regex(r"CC[ -](BY(?:-(?:SA|ND|NC|NC-SA|NC-ND))?)[ -]([1-4]\.0)", re.IGNORECASE)
_ZERO = regex(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)
_OPEN_GOVERNMENT = regex(r"(?:OGL|Open Government Licence)[ -]?v?([1-3])(?:\.0)?", re.IGNORECASE)


def licence(words: str) -> dict[str, Any]:
    """A licence as a work of its own: what it is called, and its address where that is known."""
    address = _address(words)
    return {"@type": "CreativeWork", "name": words, **({"url": address} if address else {})}


def _address(words: str) -> str:
    if found := _CREATIVE_COMMONS.fullmatch(words):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    if _ZERO.fullmatch(words):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if found := _OPEN_GOVERNMENT.fullmatch(words):
        return f"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{found[1]}/"
    return ""
