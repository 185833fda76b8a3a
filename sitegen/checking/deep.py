"""`check --deep`: every page of the finished site is parsed and held to what every page promises."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from sitegen.checking.findings import Finding, as_problems
from sitegen.checking.links import page_where, repeated_id
from sitegen.checking.parsed import Found, ParsedPage, parse_page
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_REMOTE = regex(r"(?:https?|ftp|wss?):|//", re.IGNORECASE)
_SCHEME = regex(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_CSS_ADDRESS = regex(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", re.IGNORECASE)
_XML_ADDRESS = regex(r"""href="([^"]*)"|<(?:loc|id)>([^<]*)<""")
_ANYWHERE = "404.html"
"""Served for any address, so its links begin at the root of the server and cannot be followed here."""

Pages = Mapping[str, ParsedPage]


def check_pages(
    outputs: Mapping[str, bytes], copied: Iterable[str] = (), base_url: str = ""
) -> tuple[Problem, ...]:
    """Every problem that the finished files show. `outputs` are the bytes of all files by address.

    `copied` are the addresses of files that are there as well, and are no page and no style. `base_url` is the address
    at which the site is published, empty without one.
    """
    known = frozenset((*outputs, *copied))
    pages = {a: parse_page(a, c.decode("utf-8", "replace")) for a, c in outputs.items() if a.endswith(".html")}
    found = [f for page in pages.values() for check in _CHECKS for f in check(page)]
    found += [f for page in pages.values() for f in _links(page, pages, known)]
    found += [f for page in pages.values() for f in _named(page, base_url, known)]
    found += [f for a, c in outputs.items() if a.endswith(".xml") for f in _listed(a, c, base_url, known)]
    found += _titles(pages)
    found += [f for a, c in outputs.items() if a.endswith(".css") for f in _sheet(a, c.decode("utf-8", "replace"))]
    return as_problems(found)


def _ids(page: ParsedPage) -> Iterator[Finding]:
    seen: set[str] = set()
    for found in page.ids:
        if found.text in seen:
            yield repeated_id(found.text, _at(page, found))
        seen.add(found.text)


def _at(page: ParsedPage, found: Found) -> Where:
    return page_where(page.address, found.line, found.column)


def _pictures(page: ParsedPage) -> Iterator[Finding]:
    for found in page.without_alt:
        yield Finding(
            "no-alt-text", _at(page, found), f'The picture "{found.text}" has no alternative text.',
            "Say in the picture's alt what it shows, or mark it decorative.",
        )  # fmt: skip


def _words(page: ParsedPage) -> Iterator[Finding]:
    names = {"a": "link", "button": "button"}
    for found in page.without_words:
        yield Finding(
            "empty-link", _at(page, found), f"A {names[found.text]} has no words.",
            "Give it words, or a label for those who hear the page.",
        )  # fmt: skip


def _headings(page: ParsedPage) -> Iterator[Finding]:
    mains = [found for level, found in page.headings if level == 1]
    if len(mains) != 1:
        where = _at(page, mains[1]) if mains else page_where(page.address)
        what = f"The page has {len(mains)} main headings (h1)." if mains else "The page has no main heading (h1)."
        yield Finding("main-heading", where, what, "A page has exactly one: its title.")
    level_before = 0
    for level, found in page.headings:
        if level > level_before + 1 and level_before:
            what = f'The heading "{found.text}" (h{level}) follows one of h{level_before}.'
            fix = f"Make it h{level_before + 1}: no level is skipped on the way down."
            yield Finding("heading-order", _at(page, found), what, fix)
        level_before = level


def _frame(page: ParsedPage) -> Iterator[Finding]:
    if not page.language:
        yield Finding("page-language", page_where(page.address), "The page does not say its language.",
                      "Give <html> its lang.")  # fmt: skip
    if not page.title:
        yield Finding("page-title", page_where(page.address), "The page has no title.", "Give it a <title>.")


def _remote(page: ParsedPage) -> Iterator[Finding]:
    for found in page.loads:
        if _REMOTE.match(found.text.strip()):
            yield _remote_finding(found.text, _at(page, found))
    for style in page.styles:
        yield from _remote_styles(page.address, style)


def _sheet(address: str, css: str) -> Iterator[Finding]:
    for number, line in enumerate(css.splitlines(), 1):
        yield from _remote_styles(address, Found(line, number, 1))


def _remote_styles(address: str, style: Found) -> Iterator[Finding]:
    for match in _CSS_ADDRESS.finditer(style.text):
        if _REMOTE.match(match[1]):
            yield _remote_finding(match[1], page_where(address, style.line, style.column))


def _remote_finding(address: str, where: Where) -> Finding:
    return Finding(
        "remote-address", where, f'The page asks the network for "{address}".',
        "Keep a copy in the site and name that: nothing may be fetched from elsewhere.",
    )  # fmt: skip


def _links(page: ParsedPage, pages: Pages, known: Container[str]) -> Iterator[Finding]:
    for found in (*page.links, *page.loads):
        if _SCHEME.match(found.text) or _REMOTE.match(found.text) or found.text.startswith("data:"):
            continue
        if page.address == _ANYWHERE and found.text.startswith("/"):
            continue
        yield from _link(page, found, pages, known)


def _link(page: ParsedPage, found: Found, pages: Pages, known: Container[str]) -> Iterator[Finding]:
    target, fragment = _target(page.address, found.text)
    if target not in known:
        yield Finding(
            "broken-link", _at(page, found), f'A link leads to "{found.text}", which is no file of the site.',
            "Name a file that exists, index.html included.",
        )  # fmt: skip
    elif fragment and target in pages and fragment not in _places(pages[target]):
        yield Finding(
            "broken-anchor", _at(page, found), f'A link leads to "#{fragment}" on {target}, which has no such place.',
            "Name an id that the page has.",
        )  # fmt: skip


def _named(page: ParsedPage, base_url: str, known: Container[str]) -> Iterator[Finding]:
    """Whole addresses of the site that a page names to machines, and that it lacks."""
    for found in page.named if base_url else ():
        if not _is_there(found.text, base_url, known):
            yield _gone(found.text, _at(page, found))


def _listed(address: str, xml: bytes, base_url: str, known: Container[str]) -> Iterator[Finding]:
    """The same in feeds and maps of the site."""
    for number, line in enumerate(xml.decode("utf-8", "replace").splitlines() if base_url else (), 1):
        for match in _XML_ADDRESS.finditer(line):
            if not _is_there(unescape(match[1] or match[2]), base_url, known):
                yield _gone(match[1] or match[2], page_where(address, number, match.start() + 1))


def _is_there(whole: str, base_url: str, known: Container[str]) -> bool:
    """True for an address elsewhere, and for one of the site that has its file."""
    under = base_url.rstrip("/") + "/"
    path = unquote(whole.removeprefix(under).partition("#")[0])
    return not whole.startswith(under) or path in known or f"{path.rstrip('/')}/index.html".lstrip("/") in known


def _gone(address: str, where: Where) -> Finding:
    return Finding(
        "broken-link", where, f'The site says that "{address}" is there, which is no file of the site.',
        "Name a file that exists, index.html included.",
    )  # fmt: skip


def _target(address: str, href: str) -> tuple[str, str]:
    """The file and the place that a relative link leads to; one to a folder or to above the site keeps its shape."""
    path, _, fragment = href.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return address, unquote(fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    return joined + ("/" if path.endswith("/") else ""), unquote(fragment)


def _places(page: ParsedPage) -> frozenset[str]:
    return frozenset(("", "top", *(found.text for found in page.ids)))


def _titles(pages: Pages) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for page in pages.values():
        other = first.setdefault(page.title, page.address) if page.title else page.address
        if other != page.address:
            yield Finding(
                "duplicate-title", page_where(page.address), f'The title "{page.title}" is also that of {other}.',
                "Add what tells the two pages apart.",
            )  # fmt: skip


_CHECKS: tuple[Callable[[ParsedPage], Iterator[Finding]], ...] = (_ids, _pictures, _words, _headings, _frame, _remote)
