"""A headless Firefox that is driven over WebDriver BiDi, the language that it speaks itself.

Its profile is new, its network leads nowhere, and files keep the strict origins that Firefox gives them.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import subprocess
import threading
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from tornado.websocket import WebSocketClientConnection, websocket_connect

SECONDS = 60
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Space": " ", "Down": "\ue015"}
"""Keys without a letter, as WebDriver calls them."""
Value = TypeVar("Value")
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_SETTINGS: dict[str, object] = {
    "security.fileuri.strict_origin_policy": True,
    "network.proxy.type": 1,  # a proxy that nobody answers at: whatever is asked of the network fails
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "extensions.update.enabled": False,
}


class FirefoxProblem(Exception):
    """Firefox does not start, or refuses a command."""


class Firefox:
    """A running Firefox. `events` are all that it has told, as (name, what), oldest first."""

    def __init__(self, program: Path, folder: Path) -> None:
        """Starts the program with a new profile in `folder`."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        self._numbers = itertools.count(1)
        # In a thread of its own, since Chromium's driver keeps a loop running in the one that tests run in.
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._process, self._said = _start(program, folder)
        try:
            address = self._wait_for(_address(self._process, self._said))
            self._line: WebSocketClientConnection = self._wait_for(_connected(f"{address}/session"))
            self.command("session.new", capabilities={})
            self.command("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        except BaseException:
            self._end()
            raise

    def command(self, name: str, **arguments: Any) -> dict[str, Any]:
        """What Firefox answers to a command; a `FirefoxProblem` where it refuses."""
        return self._wait_for(self._ask(name, arguments))

    def _wait_for(self, promised: Coroutine[Any, Any, Value]) -> Value:
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(promised, SECONDS), self._loop).result()

    async def _ask(self, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        number = next(self._numbers)
        await self._line.write_message(json.dumps({"id": number, "method": name, "params": arguments}))
        while True:
            told = await self._line.read_message()
            if told is None:
                raise FirefoxProblem("Firefox has hung up.")
            message = json.loads(told)
            if message["type"] == "event":
                self.events.append((message["method"], message["params"]))
            elif message.get("id") == number:
                return _answer(message)

    def tab(self) -> Tab:
        """A new tab."""
        return Tab(self, self.command("browsingContext.create", type="tab")["context"])

    def close(self) -> None:
        """Ends the program."""
        try:
            self.command("browser.close")
        except (FirefoxProblem, TimeoutError):
            self._process.kill()
        self._loop.call_soon_threadsafe(self._line.close)
        self._end()

    def _end(self) -> None:
        try:
            self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class Tab:
    """A tab of a running Firefox."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self.firefox, self.context = firefox, context

    def go(self, address: str) -> None:
        """Opens an address and waits until all of it is there."""
        self.firefox.command("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def resize(self, width: int, height: int = 900) -> None:
        """Gives the page this much room, in CSS pixels."""
        size = {"width": width, "height": height}
        self.firefox.command("browsingContext.setViewport", context=self.context, viewport=size)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression, or of what it promises, that can be written as JSON."""
        wrapped = f"(async () => JSON.stringify((await ({expression})) ?? null))()"
        target = {"context": self.context}
        told = self.firefox.command("script.evaluate", expression=wrapped, target=target, awaitPromise=True)
        if told["type"] != "success":
            raise FirefoxProblem(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def type(self, *keys: str) -> None:
        """Presses keys one after the other: letters, or those of `KEYS`."""
        pressed = [KEYS.get(key, key) for key in keys]
        actions = [{"type": kind, "value": key} for key in pressed for kind in ("keyDown", "keyUp")]
        board = {"type": "key", "id": "keyboard", "actions": actions}
        self.firefox.command("input.performActions", context=self.context, actions=[board])

    def until(self, expression: str) -> None:
        """Returns when an expression is true; a `FirefoxProblem` where it does not become so."""
        for _ in range(SECONDS * 10):
            if self.evaluate(expression):
                return
            time.sleep(0.05)
        raise FirefoxProblem(f"It does not become so: {expression}")

    def told(self, name: str) -> list[dict[str, Any]]:
        """The events of this name that happened in this tab."""
        return [what for each, what in self.firefox.events if each == name and _context(what) == self.context]

    def close(self) -> None:
        """Closes the tab."""
        self.firefox.command("browsingContext.close", context=self.context)


def _context(event: dict[str, Any]) -> object:
    return event.get("context") or event.get("source", {}).get("context")


def _answer(message: dict[str, Any]) -> dict[str, Any]:
    if message["type"] == "error":
        raise FirefoxProblem(f"{message['error']}: {message['message']}")
    result: dict[str, Any] = message["result"]
    return result


def _start(program: Path, folder: Path) -> tuple[subprocess.Popen[bytes], Path]:
    profile, said = folder / "profile", folder / "said.txt"
    profile.mkdir(parents=True)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _SETTINGS.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    argv = [str(program), "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with said.open("wb") as output:
        env = os.environ | {"HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"}
        return subprocess.Popen([*argv, "about:blank"], env=env, stdout=output, stderr=output), said


async def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    while process.poll() is None:
        if found := _LISTENS.search(said.read_text("utf-8", "replace")):
            return found[1]
        await asyncio.sleep(0.1)
    raise FirefoxProblem(f"Firefox did not start: {said.read_text('utf-8', 'replace')[-500:]}")


async def _connected(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address, max_message_size=100_000_000)
