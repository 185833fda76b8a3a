"""How an archive differs from today's site, in words for people."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sitegen.pipeline import Build
from sitegen.readiness.changing import changes
from sitegen.readiness.former import Former, is_of_content
from sitegen.readiness.passages import is_release_page, main_of
from sitegen.readiness.ready import present_of
from sitegen.readiness.values import ADDED, CHANGED, MOVED, REMOVED, Change, PageChange
from sitegen.text import counted, in_words
from sitegen.writing.bag import DATA
from sitegen.writing.bag_check import Found
from sitegen.writing.files import bytes_of
from sitegen.writing.former import INDEX

_MOST_SHOWN = 30
_PLAIN = frozenset(("Title", "Summary", "Subtitle", "Heading", "Picture"))
_MOST_NAMED = 4
_WORDS: Mapping[str, str] = {
    ADDED: "Added since", CHANGED: "Changed since", MOVED: "Moved since", REMOVED: "No longer shown",
}  # fmt: skip


def asked_of(found: Found) -> tuple[str, ...]:
    """The addresses of the files that a comparison reads: pages that come from a file of content/, and their index."""
    return tuple(address for address in found.site if address == INDEX or is_of_content(address))


def former_of(name: str, texts: Mapping[str, str]) -> Former:
    """The archived site as the readiness board knows a last release, from the texts of its files by address."""
    pages = {address: main_of(text) for address, text in texts.items() if address != INDEX and is_release_page(text)}
    return Former(name, pages, _stories(texts.get(INDEX, "")))


def title_of(texts: Mapping[str, str]) -> str:
    """The title of the archived site, empty where it does not say one."""
    try:
        return str(json.loads(texts.get(INDEX, ""))["site"]["title"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""


def _stories(index: str) -> frozenset[str]:
    try:
        return frozenset(str(story["address"]) for story in json.loads(index)["stories"])
    except (ValueError, TypeError, KeyError, RecursionError):  # of another release: they are told as pages
        return frozenset()


def is_of_another_site(title: str, former: Former, today: Build) -> bool:
    """True where it has another title than today's site, and none of its pages."""
    return bool(title) and title != today.site.settings.title and former.pages.keys().isdisjoint(today.outputs)


def differences(found: Found, former: Former, today: Build) -> Iterator[str]:
    """What today's site has, lacks or says otherwise than the archived one; a sentence where that is nothing."""
    told = changes(former, present_of(today)).pages
    for kind, words in _WORDS.items():
        pages = [page for page in told if page.kind == kind]
        yield from (f"{words}: {_named(page)}" for page in pages[:_MOST_SHOWN])
        if len(pages) > _MOST_SHOWN:
            yield f"{words}: {counted(len(pages) - _MOST_SHOWN, 'more page')}."
    others = _others(found, today, frozenset(page.address for page in told))
    if others:
        yield f"{counted(others, 'other file')} of it {'is' if others == 1 else 'are'} not as today, such as lists."
    elif not told:
        yield "Today's site is the same, byte for byte."


def _named(page: PageChange) -> str:
    title = f' "{page.title}"' if page.title else ""
    formerly = f", formerly {_short(page.formerly)}" if page.formerly else ""
    why = f". {page.why}" if page.why else ""
    what = f": {_what(page.changes)}" if page.kind in (CHANGED, MOVED) and page.changes else ""
    return f"{page.sort}{title} ({_short(page.address)}{formerly}){why}{what}"


def _what(changes: Iterable[Change]) -> str:
    """What of a page is not as it was: the names of what has one, and how many paragraphs."""
    named = Counter(change.label.casefold() if change.label in _PLAIN else change.label for change in changes)
    paragraphs = named.pop("", 0)
    parts = [f"{label} ({number})" if number > 1 else label for label, number in named.items()]
    more = len(parts) - _MOST_NAMED
    parts = [*parts[:_MOST_NAMED], f"{more} more"] if more > 1 else parts
    return in_words([*parts, *([counted(paragraphs, "paragraph")] if paragraphs else [])])


def _short(address: str) -> str:
    return address.removesuffix("index.html")


def _others(found: Found, today: Build, told: frozenset[str]) -> int:
    """How many files came, went or have other bytes, beside the pages that are told of."""
    before = {path.removeprefix(DATA): digest for path, digest in found.digests.items() if path.startswith(DATA)}
    every = (before.keys() | today.outputs.keys()) - told
    return sum(1 for address in every if before.get(address) != _digest(today, address))


def _digest(today: Build, address: str) -> str | None:
    if address not in today.outputs:
        return None
    digest = hashlib.sha512()
    for piece in bytes_of(today.outputs[address]):
        digest.update(piece)
    return digest.hexdigest()
