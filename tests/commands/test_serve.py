"""`serve` as it is typed: a process of its own on a free port."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tornado.websocket import websocket_connect

from tests.commands.waiting import result_of
from tests.sites import folder, story

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


class Serving:
    """A running `serve` with its site folder."""

    def __init__(self, site: Path, *options: str, **environment: str) -> None:
        self.site, self.told = site, site.parent / "stderr.txt"
        argv = [sys.executable, "-m", "sitegen", "serve", "--site", str(site), "--port", "0", "--today", "2024-01-15"]
        env = {**os.environ, **environment}
        with self.told.open("wb") as told:
            self.process = subprocess.Popen(
                [*argv, *options], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=told, text=True
            )
        self.address = self._address()

    def _address(self) -> str:
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                return found[0]
        raise AssertionError(self.told.read_text())

    def get(self, address: str = "2022-23/one/", host: str | None = None) -> str:
        request = urllib.request.Request(self.address + address, headers={"Host": host} if host else {})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read().decode()

    def write(self, text: str) -> None:
        """Saves the story in one moment: a file that is seen half written would be built, and told, once more."""
        whole = self.site.parent / "one.md"
        whole.write_text(text)
        whole.replace(self.site / "content/2022-23/one.md")

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def serving(tmp_path) -> Iterator[Serving]:
    running = Serving(folder(tmp_path / "site", {"content/2022-23/one.md": story("First", draft="yes")}))
    yield running
    running.end()


def test_pages_are_served_with_drafts_and_the_site_itself_is_not_touched(serving):
    assert "First" in serving.get()
    assert not (serving.site / "output").exists()
    assert "livereload" not in (serving.site / ".sitegen/preview/2022-23/one/index.html").read_text()


def test_a_foreign_host_is_refused(serving):
    with pytest.raises(urllib.error.HTTPError, match="421") as refusal:
        serving.get(host="evil.example")
    refusal.value.close()


def test_a_saved_change_reaches_the_open_page(serving):
    async def listen() -> str:
        page = await websocket_connect(serving.address.replace("http", "ws") + "livereload")
        for said in ({"command": "hello"}, {"command": "info", "url": serving.address}):
            await page.write_message(json.dumps(said))
        assert json.loads(await page.read_message() or "")["command"] == "hello"
        await asyncio.sleep(0.2)
        serving.write(story("Second"))
        told = json.loads(await asyncio.wait_for(page.read_message(), PATIENCE) or "")
        page.close()
        assert await asyncio.wait_for(page.read_message(), PATIENCE) is None
        return told["command"]

    assert result_of(listen()) == "reload"
    assert "Second" in serving.get()


def test_while_the_content_is_broken_the_last_good_page_stays_up_and_says_why(serving):
    serving.write(story("Broken", kind="case-studdy"))
    until(lambda: "unknown-kind" in serving.get())
    assert "<title>First" in serving.get()
    until(lambda: "error [unknown-kind]" in serving.told.read_text())  # pages load again before it reports
    serving.write(story("Mended"))
    until(lambda: "<title>Mended" in serving.get())
    until(lambda: "unknown-kind" not in serving.get())


def test_warnings_wait_folded_in_a_corner_of_the_new_page(serving):
    serving.write(story("Doubtful") + "\n> Words that nobody said.\n")
    until(lambda: "warning</span> [unattributed-quote]" in serving.get())
    page = serving.get()
    assert "<title>Doubtful" in page
    assert "<details><summary>" in page


def test_it_starts_although_the_content_is_broken_and_shows_the_site_once_it_is_mended(tmp_path):
    running = Serving(folder(tmp_path / "site", {"content/2022-23/one.md": "no front matter"}))
    try:
        with pytest.raises(urllib.error.HTTPError, match="404") as missing:
            running.get()
        page = missing.value.read().decode()
        assert page.count("[no-front-matter]") == 1
        assert "content/2022-23/one.md</code>, line 1:" in page
        assert "livereload.js" in page
        running.write(story("Mended"))
        until(lambda: (running.site / ".sitegen/preview/2022-23/one/index.html").exists())
        assert "Mended" in running.get()
    finally:
        running.end()


def test_a_save_by_another_file_in_its_place_is_seen(serving):
    aside = serving.site / "content/2022-23/.one.md.swp"
    aside.write_text(story("Renamed"))
    aside.replace(serving.site / "content/2022-23/one.md")
    until(lambda: "<title>Renamed" in serving.get())


def test_half_a_file_is_told_of_until_the_rest_is_there(serving):
    text = story("Whole at last")
    serving.write(text[: text.index("title")])
    until(lambda: "sitegen-problems" in serving.get())
    serving.write(text)
    until(lambda: "<title>Whole at last" in serving.get())
    until(lambda: "sitegen-problems" not in serving.get())  # lifted a moment after the site is written


@pytest.mark.parametrize("folder", ["content/2022-23", "content", ".sitegen"])
def test_a_folder_that_is_deleted_and_comes_back_does_not_bring_it_down(serving, folder):
    kept = serving.site.parent / "kept"
    shutil.copytree(serving.site / folder, kept)
    shutil.rmtree(serving.site / folder)
    time.sleep(0.5)
    shutil.copytree(kept, serving.site / folder, dirs_exist_ok=True)
    serving.write(story("Back again"))
    until(lambda: "<title>Back again" in serving.get())
    assert serving.process.poll() is None
    assert "Traceback" not in serving.told.read_text()


def test_a_preview_that_is_deleted_is_made_again(serving):
    shutil.rmtree(serving.site / ".sitegen")
    until(lambda: (serving.site / ".sitegen/preview/index.html").is_file())
    until(lambda: "<title>First" in serving.get())
    assert serving.process.poll() is None


if sys.platform == "linux":

    def test_the_browser_is_opened_when_asked(tmp_path):
        site = folder(tmp_path / "site", {"content/2022-23/one.md": story("First")})
        browser, opened = tmp_path / "browser", tmp_path / "opened"
        browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
        browser.chmod(0o755)
        running = Serving(site, "--open", BROWSER=f"{browser} %s")
        try:
            until(lambda: opened.exists() and opened.read_text().strip() == running.address)
        finally:
            running.end()


if sys.platform != "win32":

    def test_ctrl_c_ends_it_well(serving):
        serving.process.send_signal(signal.SIGINT)
        serving.process.communicate(timeout=PATIENCE)
        assert serving.process.returncode == 0
        assert serving.told.read_text() == ""
