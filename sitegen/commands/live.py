"""The server of `serve`: the only module that knows livereload. It answers this computer alone.

As it comes, livereload would serve any Host, so that a web page of somebody else could read drafts by way of a name
that leads here; it would open its socket to any Origin; and it drops a reload that follows another within 3 seconds.
"""

from __future__ import annotations

import asyncio
import html
import json
import re
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import LiveScriptInjector
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketHandler

from sitegen.writing.errors import EnvironmentProblem, plain_errors

ADDRESS = "127.0.0.1"
_HOSTS = frozenset({ADDRESS, "localhost"})
_PORTS_TRIED = 100
_NAMED_BY_DIGEST = re.compile(r"\.[0-9a-f]{8,}\.\w+\Z")
"""Files that have another name when they hold something else."""
_BODY = re.compile(rb"<body[^>]*>")
_NOTHING_YET = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body></html>"""


class LiveServer:
    """Serves a folder on this computer. `reload` may be called from any thread once `run` is under way."""

    def __init__(self, folder: Path, port: int | None) -> None:
        self.socket = _bind(port)
        self.socket.setblocking(False)
        self.port: int = self.socket.getsockname()[1]
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = asyncio.Event()
        # Every start counts on from the clock, so that pages of an earlier start know that they are old.
        self._shown = _Shown(int(time.time() * 1000))
        self._application = _application(folder, self._shown)

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://{ADDRESS}:{self.port}/"

    def run(self, started: Callable[[], None]) -> None:
        """Serves until it is interrupted; calls `started` once it answers."""
        asyncio.run(self._run(started))

    async def _run(self, started: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        server = HTTPServer(self._application)
        server.add_socket(self.socket)
        started()
        await self._ended.wait()
        server.stop()
        await server.close_all_connections()

    def stop(self) -> None:
        """Ends the serving, from any thread, and gives the port back."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._ended.set)
        else:
            self.socket.close()

    def reload(self, notice: str = "", instead: str = "") -> None:
        """Has every open page load itself again, now or as soon as it listens, with `notice` (HTML) on top.

        `instead` is a whole page that stands at every address while there is no site.
        """
        self._shown.change(notice, instead)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(LiveReloadHandler.reload_waiters, "*")


def _bind(port: int | None) -> socket.socket:
    if port is not None:
        with plain_errors(f"Port {port} cannot be used; choose another with --port"):
            return socket.create_server((ADDRESS, port))
    for candidate in range(8000, 8000 + _PORTS_TRIED):
        with suppress(OSError):
            return socket.create_server((ADDRESS, candidate))
    raise EnvironmentProblem(f"Ports 8000 to {7999 + _PORTS_TRIED} are all taken; choose another with --port.")


def _application(folder: Path, shown: _Shown) -> Application:
    LiveReloadHandler.watcher = Watcher()
    return Application(
        [
            ("/livereload", _Socket),
            ("/livereload.js", _Script),
            ("/(.*)", _Files, {"path": str(folder), "default_filename": "index.html"}),
        ],
        transforms=[_injector(shown)],
        log_function=lambda _handler: None,
        shown=shown,
        folder=folder,
    )


class _Shown:
    """What the pages show: the number of the last build, and what is to be said on top of them or in their place.

    `now` is changed as a whole: a page that told the new of one and the old of another would load itself once more.
    """

    def __init__(self, number: int) -> None:
        self.now = (number, "", "")

    def change(self, notice: str, instead: str) -> None:
        self.now = (self.now[0] + 1, notice, instead)

    @property
    def number(self) -> int:
        return self.now[0]

    @property
    def instead(self) -> str:
        return self.now[2]


def _injector(shown: _Shown) -> type[LiveScriptInjector]:
    """Puts script and notice into pages while they are served. The script is a file: their policy allows no other."""

    class Injector(LiveScriptInjector):  # type: ignore[misc]
        def __init__(self, request: HTTPServerRequest) -> None:
            super().__init__(request)
            port = urlsplit(f"//{request.host}").port or 80
            number, self.notice, self.instead = shown.now
            source = f"/livereload.js?port={port}&amp;snipver={number}"
            self.script = f'<script src="{source}" defer></script>'.encode()

        def transform_first_chunk(self, status: int, headers: HTTPHeaders, chunk: bytes, finishing: bool) -> Any:
            is_instead = chunk == self.instead.encode()
            status, headers, chunk = super().transform_first_chunk(status, headers, chunk, finishing)
            body = _BODY.search(chunk) if "html" in headers.get("Content-Type", "") else None
            if body and self.notice and not is_instead:
                notice = self.notice.encode()
                chunk = chunk[: body.end()] + notice + chunk[body.end() :]
                headers["Content-Length"] = str(int(headers.get("Content-Length", "0")) + len(notice))
            return status, headers, chunk

    return Injector


class _Guard(RequestHandler):
    """Answers only requests that name this computer as their host, and has nothing kept that may change."""

    def prepare(self) -> None:
        if self.request.host_name not in _HOSTS:
            raise HTTPError(421)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")


class _Files(_Guard, StaticFileHandler):
    """The site's own files. A page that is missing is the site's 404.html."""

    def set_extra_headers(self, path: str) -> None:
        """Styles, scripts and fonts may be kept, so that a page that loads again is there at once."""
        if _NAMED_BY_DIGEST.search(path):
            self.set_header("Cache-Control", "max-age=31536000, immutable")

    def should_return_304(self) -> bool:
        return False

    def compute_etag(self) -> None:
        return None

    def write_error(self, status_code: int, **_details: Any) -> None:
        page = Path(self.settings["folder"]) / "404.html"
        if status_code == 404 and page.is_file():
            self.finish(page.read_bytes())
        else:
            instead = self.settings["shown"].instead if status_code == 404 else ""
            self.finish(instead or _plain_page(status_code))


def _plain_page(status: int) -> str:
    title, text = f"Error {status}", "This address is not served here."
    if status == 404:
        title = "Nothing here yet"
        text = "If the terminal shows problems, mend them: this page then loads itself again."
    return _NOTHING_YET.format(title=html.escape(title), text=html.escape(text))


class _Script(_Guard, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's own script."""


class _Socket(_Guard, LiveReloadHandler):  # type: ignore[misc]
    """Tells open pages to load themselves again."""

    live_css = False
    check_origin = WebSocketHandler.check_origin
    _seen: object = None

    def on_message(self, message: str | bytes) -> None:
        said = _read(message)
        if said.get("command") == "hello":
            self._seen = said.get("snipver")
        super().on_message(json.dumps(said))
        if said.get("command") == "info" and self._seen not in (None, self.settings["shown"].number):
            # Built anew between the page's loading and its listening: it would else stay old.
            self.write_message({"command": "reload", "path": "*", "liveCSS": False, "liveImg": False})


def _read(message: str | bytes) -> dict[str, Any]:
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        said = None
    return {"command": "", **(said if isinstance(said, dict) else {})}
