"""Addresses on the web as people write them: what may be that of a site, and what lies below it."""

from __future__ import annotations

import unicodedata
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sitegen.regex import regex

_LABEL = regex(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NEVER = regex(r'[\s<>"\\^`{|}\x00-\x1f\x7f]')
_BEGUN = regex(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/.*)?")
_IN_PATH = "/%:@!$&'()*+,;=~-._"
_INDEX = "index.html"


def site_address(text: str) -> str:
    """The address of a site as every program reads it, with a slash at its end; empty where it cannot be one.

    Letters beyond ASCII are spelt out, in the name of the server as in the path.
    """
    parts = _split(text)
    if parts is None or parts.query or parts.fragment or text.rstrip().endswith(("?", "#")):
        return ""
    server, path = _server(parts), parts.path.removesuffix("/")
    steps = path.split("/")[1:]
    if not server or not all(steps) or {".", "..", _INDEX} & set(steps):
        return ""
    return f"{parts.scheme}://{server}{quote(path, safe=_IN_PATH)}/"


def meant_address(text: str) -> str | None:
    """The address that is meant by one that is not quite that of a site: cut where it goes on, or without its https."""
    start = text.strip() if "://" in text else f"https://{text.strip()}"
    if "://" not in text and not _BEGUN.fullmatch(text.strip()):
        return None
    whole = start.partition("?")[0].partition("#")[0].removesuffix(_INDEX)
    return whole if whole != text and site_address(whole) else None


def from_the_top(written: str, site: str) -> str | None:
    """An address from the top of a site, of one that may be written whole; None for one of another site."""
    told = written.strip()
    if "://" not in told:
        return told
    parts = _split(told)
    server = _server(parts) if parts else ""
    own = site.partition("://")[2].rstrip("/")
    whole = f"{server}{quote(parts.path, safe=_IN_PATH)}" if parts else ""
    if not server or not own or not f"{whole.lower()}/".startswith(f"{own.lower()}/"):
        return None
    return unquote(whole[len(own) :])


def _split(text: str) -> SplitResult | None:
    """The parts of a whole address that lies on the web; None for anything else."""
    try:
        parts = urlsplit(text)
    except ValueError:  # such as half of the brackets that an address in numbers stands in
        return None
    good = parts.scheme in ("http", "https") and parts.netloc and not _NEVER.search(text)
    return parts if good else None


def _server(parts: SplitResult) -> str:
    """The server's name in ASCII with its port; empty where no server can have it. Nobody's password belongs there."""
    try:
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if "@" in parts.netloc or port == 0:
        return ""
    spelt = f"[{name}]" if ":" in name else ".".join(map(_spelt, name.removesuffix(".").split(".")))
    good = ":" in name or all(map(_LABEL.fullmatch, spelt.split(".")))
    return f"{spelt}:{port}" if good and port else spelt if good else ""


def _spelt(label: str) -> str:
    """A part of a server's name as it is asked for: `bücher` as xn--bcher-kva."""
    told = unicodedata.normalize("NFC", label)
    return told if told.isascii() else f"xn--{told.encode('punycode').decode('ascii')}"
