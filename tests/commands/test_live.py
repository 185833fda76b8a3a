"""The preview server on its own: whom it answers, what it adds to pages, and that no reload is lost."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from sitegen.commands.live import LiveServer
from sitegen.writing.errors import EnvironmentProblem
from tests.commands.waiting import result_of

PAGE = "<!doctype html><html><head><title>t</title></head><body class='x'><h1>Hello</h1></body></html>"
HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}


@pytest.fixture
def server(tmp_path) -> Iterator[LiveServer]:
    (tmp_path / "about").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "about" / "index.html").write_text(PAGE.replace("Hello", "About"))
    (tmp_path / "data.json").write_text("{}")
    live = LiveServer(tmp_path, 0)
    started = threading.Event()
    threading.Thread(target=live.run, args=(started.set,), daemon=True).start()
    assert started.wait(10)
    yield live
    live.stop()


def get(address: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read().decode(), dict(refusal.headers)


def test_pages_are_served_with_a_script_of_this_address_and_are_never_kept(server):
    status, text, headers = get(server.address)
    assert status == 200
    assert f'<script src="/livereload.js?port={server.port}&amp;snipver=' in text
    assert headers["Cache-Control"] == "no-store"
    assert int(headers["Content-Length"]) == len(text.encode())
    assert "About" in get(server.address + "about/")[1]
    assert get(server.address + "livereload.js")[0] == 200


def test_what_has_another_name_when_it_changes_may_be_kept(server, tmp_path):
    (tmp_path / "site.8e00cc17.css").write_text("p{}")
    assert get(server.address + "site.8e00cc17.css")[2]["Cache-Control"] == "max-age=31536000, immutable"
    assert get(server.address + "gone.8e00cc17.css")[2]["Cache-Control"] == "no-store"
    assert get(server.address + "data.json")[2]["Cache-Control"] == "no-store"


def test_the_files_themselves_are_not_changed(server, tmp_path):
    get(server.address)
    assert (tmp_path / "index.html").read_text() == PAGE
    assert get(server.address + "data.json")[1] == "{}"


@pytest.mark.parametrize("path", ["", "about/", "data.json", "livereload.js", "nothing", "livereload"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
def test_a_foreign_host_is_refused_everywhere(server, path, host):
    status, text, _ = get(server.address + path, Host=host)
    assert status == 421
    assert "Hello" not in text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_this_computer_may_be_called_by_either_name(server, host):
    assert get(server.address, Host=f"{host}:{server.port}")[0] == 200


def test_the_server_listens_to_this_computer_alone(server):
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("path", ["../secret", "%2e%2e/secret", "about/../../secret", "/etc/passwd"])
def test_nothing_outside_the_folder_is_served(server, tmp_path, path):
    (tmp_path.parent / "secret").write_text("secret")
    assert get(server.address + path)[0] in (403, 404)


def test_a_missing_page_is_the_sites_own_or_a_plain_one(server, tmp_path):
    assert "Nothing here yet" in get(server.address + "nothing")[1]
    (tmp_path / "404.html").write_text(PAGE.replace("Hello", "Lost"))
    status, text, _ = get(server.address + "nothing")
    assert status == 404
    assert "Lost" in text


def test_a_notice_stands_on_top_of_every_page_until_it_is_lifted(server):
    server.reload("<p>Mend this — now</p>")
    _, text, headers = get(server.address)
    assert "<body class='x'><p>Mend this — now</p><h1>Hello" in text
    assert int(headers["Content-Length"]) == len(text.encode())
    server.reload()
    assert "Mend this" not in get(server.address)[1]


def test_while_there_is_no_site_a_page_of_its_own_stands_at_every_address_with_the_notice_once(server, tmp_path):
    page = PAGE.replace("Hello", "Mend this — now")
    server.reload("<p>Mend this</p>", page)
    status, text, headers = get(server.address + "nothing")
    assert status == 404
    assert text.count("Mend this") == 1
    assert "livereload.js" in text
    assert int(headers["Content-Length"]) == len(text.encode())
    assert "Mend this — now" not in get(server.address)[1]
    server.reload()
    assert "Nothing here yet" in get(server.address + "nothing")[1]


def listening(server: LiveServer, script_of: str, act, **headers: str) -> list[dict[str, object]]:
    """What a page is told that came with the script in `script_of`; `act` is called once it listens."""

    async def run() -> list[dict[str, object]]:
        address = server.address.replace("http", "ws") + "livereload"
        page = await websocket_connect(HTTPRequest(address, headers={"Origin": server.address.rstrip("/"), **headers}))
        await page.write_message(json.dumps({**HELLO, "snipver": version_in(script_of)}))
        told = [json.loads(await asyncio.wait_for(page.read_message(), 10) or "{}")]
        await page.write_message("not JSON at all")
        await page.write_message("[1]")
        await page.write_message(json.dumps({"command": "info", "url": server.address}))
        await asyncio.sleep(0.1)
        act()
        told.append(json.loads(await asyncio.wait_for(page.read_message(), 10) or "{}"))
        page.close()
        assert await asyncio.wait_for(page.read_message(), 10) is None
        return told

    return result_of(run())


def version_in(text: str) -> int:
    return int(text.partition("snipver=")[2].partition('"')[0])


def test_a_page_that_listens_is_told_to_load_itself_again(server):
    hello, reload = listening(server, get(server.address)[1], server.reload)
    assert hello["command"] == "hello"
    assert reload["command"] == "reload"


def test_a_page_that_was_loaded_before_the_last_build_is_told_as_soon_as_it_listens(server):
    text = get(server.address)[1]
    server.reload()
    told = listening(server, text, lambda: None)
    assert [each["command"] for each in told] == ["hello", "reload"]


def test_reloads_in_a_row_are_all_told(server):
    for _ in range(3):
        assert listening(server, get(server.address)[1], server.reload)[1]["command"] == "reload"


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:1", "null"])
def test_a_foreign_origin_may_not_listen(server, origin):
    with pytest.raises(HTTPClientError) as refusal:
        listening(server, get(server.address)[1], server.reload, Origin=origin)
    assert refusal.value.code == 403


def test_the_next_free_port_is_taken(tmp_path):
    first = LiveServer(tmp_path, None)
    second = LiveServer(tmp_path, None)
    try:
        assert 8000 <= first.port < second.port
    finally:
        first.stop()
        second.stop()


def test_a_port_that_was_asked_for_and_is_taken_is_one_plain_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EnvironmentProblem, match=rf"^Port {port} cannot be used;.*: another program uses it\.$"):
            LiveServer(tmp_path, port)


@pytest.mark.browser
def test_an_open_page_loads_itself_again_under_its_own_policy(server, tmp_path, browser):
    policy = "default-src 'none'; script-src 'self'; connect-src 'self'"
    strict = PAGE.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">')
    index = Path(tmp_path / "index.html")
    index.write_text(strict)
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    with page.expect_websocket() as opened:
        page.goto(server.address)
    opened.value.wait_for_event("framereceived")
    index.write_text(strict.replace("Hello", "Changed"))
    server.reload()
    page.get_by_role("heading", name="Changed").wait_for()
    page.close()
    assert errors == []
