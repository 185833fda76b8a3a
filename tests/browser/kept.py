"""Pages that one test after another uses: a new one costs a browser as much as three that are opened in it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., Page]

FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} name = ''; }"
FREE = 6
"""Pages that wait to be used again, at most; each is a process."""


class Watched(Page):
    """A page that knows whether a test has done to it what lasts beyond the address that it shows."""

    is_spoilt = False

    @property
    def context(self) -> BrowserContext:
        self.is_spoilt = True
        return super().context


def _spoiling(name: str) -> Any:
    def do(self: Watched, *given: Any, **named: Any) -> Any:
        self.is_spoilt = True
        return getattr(Page, name)(self, *given, **named)

    return do


for _name in ("add_init_script", "expose_binding", "expose_function", "on", "once", "route", "set_extra_http_headers"):
    setattr(Watched, _name, _spoiling(_name))


class Kept:
    """Pages that are taken and given back, by the settings of their contexts; nothing is left of the last test's."""

    def __init__(self, browser: Browser, nowhere: Path) -> None:
        self._browser, self._nowhere = browser, nowhere.as_uri()
        self._free: list[tuple[str, Page]] = []

    def take(self, width: int, scheme: Any, settings: dict[str, Any], new: bool = False) -> Page:
        """A page that shows nothing, of this width and scheme, in a context that has these settings to itself."""
        room = {"width": width, "height": 900}
        for each in () if new else self._free:
            if each[0] == _sort(settings):
                self._free.remove(each)
                each[1].set_viewport_size(room)
                each[1].emulate_media(media="null", color_scheme=scheme)
                return each[1]
        page = self._browser.new_context(viewport=room, color_scheme=scheme, offline=True, **settings).new_page()
        page.__class__ = Watched
        return page

    def give_back(self, page: Page, settings: dict[str, Any]) -> None:
        """Empties the page for the next test, or closes it where something of it would last."""
        if page.is_spoilt or len(_context(page).pages) != 1:
            _context(page).close()
            return
        page.goto(self._nowhere)
        page.evaluate(FORGET)
        self._free.append((_sort(settings), page))
        if len(self._free) > FREE:
            _context(self._free.pop(0)[1]).close()


def _sort(settings: dict[str, Any]) -> str:
    return repr(sorted(settings.items()))


def _context(page: Page) -> BrowserContext:
    return Page.context.fget(page)  # type: ignore[attr-defined]


@contextlib.contextmanager
def watching(kept: Kept) -> Iterator[Open]:
    """A function that makes an empty page. What is asked for beside files, or complained of, fails the test.

    With `complains=False` a page may complain, as one does whose files are taken away; with `new=True` it has no past.
    """
    asked: list[str] = []
    said: list[str] = []
    pages: list[tuple[Page, dict[str, Any]]] = []
    heard: dict[str, Callable[[Any], None]] = {
        "request": lambda request: asked.append(request.url),
        "console": lambda message: said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
    }

    def blank_(
        width: int = 1440, scheme: Any = "light", complains: bool = True, new: bool = False, **settings: Any
    ) -> Page:
        page = kept.take(width, scheme, settings, new=new)
        pages.append((page, settings))
        for event in heard if complains else ("request",):
            Page.on(page, event, heard[event])
        return page

    try:
        yield blank_
    finally:
        for page, settings in pages:
            kept.give_back(page, settings)
            for event, listener in heard.items():
                with contextlib.suppress(KeyError):
                    page.remove_listener(event, listener)
    assert [url for url in asked if not re.match(r"file:|data:", url)] == []
    assert said == []
