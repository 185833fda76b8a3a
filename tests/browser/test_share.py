"""Sharing and citing in a browser, former addresses from a disk, a site behind the headers of a host."""

from __future__ import annotations

import io
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from sitegen.starting.hosts import new_host
from tests.browser.test_axe import findings
from tests.sites import ROOT, built, story

pytestmark = pytest.mark.browser

PAGE = "2022-23/talk/index.html"
FACTS = {"school": "Larkfield", "disadvantage": "24% Pupil Premium", "aliases": "[old/talk]"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    settings = "title: Test stories\norganisation: Test network\nbase_url: https://e.org/\nshare_cards: all\n"
    text = story("Talk & <more>", kind="case-study", **FACTS)
    files = {"content/2022-23/talk.md": text, "content/site.yaml": settings}
    built(folder, files, write=True)
    return folder


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_axe_finds_nothing_on_an_open_panel_or_where_a_page_has_moved(blank, site, width, scheme):
    page = blank(width, scheme, bypass_csp=True)
    assert findings(page, [(site / "output" / PAGE).as_uri()]) == {}
    page.evaluate("document.querySelector('.share details').open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_former_address_leads_on_from_a_disk(blank, site):
    page = blank()
    page.goto((site / "output/old/talk/index.html").as_uri())
    page.wait_for_url(f"**/{PAGE}")
    assert page.locator("h1").inner_text() == "Talk & <more>"


def test_the_place_that_a_former_address_names_is_kept(blank, site):
    page = blank(new=True)
    page.goto((site / "output/old/talk/index.html").as_uri() + "#share")
    page.wait_for_url(f"**/{PAGE}#share")
    assert page.evaluate("history.length") <= 2


def test_without_a_script_a_former_address_leads_on_all_the_same(blank, site):
    page = blank(java_script_enabled=False)
    page.goto((site / "output/old/talk/index.html").as_uri())
    page.wait_for_url(f"**/{PAGE}")


def test_what_was_copied_is_said_where_it_is_seen(blank, site):
    page = blank(390)
    page.goto((site / "output" / PAGE).as_uri())
    button = page.get_by_role("button", name="Copy link")
    button.evaluate("each => scrollTo(0, each.getBoundingClientRect().top + scrollY - innerHeight / 2)")
    button.click()
    box = page.locator("#copied").bounding_box()
    assert 0 <= box["y"] < box["y"] + box["height"] <= page.evaluate("innerHeight")


def test_buttons_copy_and_say_so(blank, site):
    page = blank(permissions=["clipboard-read", "clipboard-write"])
    page.goto((site / "output" / PAGE).as_uri())
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("getSelection().toString()").strip() == "https://e.org/2022-23/talk/"
    page.wait_for_function("document.getElementById('copied').textContent === 'Copied'")


def test_where_nothing_can_be_copied_the_words_are_selected(blank, site):
    page = blank()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto((site / "output" / PAGE).as_uri())
    page.get_by_role("button", name="Copy citation").click()
    assert page.evaluate("getSelection().toString()").startswith("Test network (2022/23).")
    assert page.locator("#copied").inner_text() == "Selected: now copy it"


def test_the_citation_is_saved_as_a_file_from_a_disk(blank, site):
    page = blank()
    page.goto((site / "output" / PAGE).as_uri())
    with page.expect_download() as found:
        page.get_by_role("link", name="BibTeX file").click()
    assert found.value.suggested_filename == "talk.bib"
    assert r"title = {{Talk \& <more>}}" in found.value.path().read_text("utf-8")


def test_the_card_is_shown_and_can_be_saved(blank, site):
    page = blank()
    page.goto((site / "output" / PAGE).as_uri())
    picture = page.locator(".share img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.share img').naturalWidth === 1200")
    assert page.get_by_role("link", name="Save this picture").get_attribute("download") == "talk.png"


def test_the_html_for_other_pages_is_a_card_by_itself(blank, site):
    page = blank()
    page.goto((site / "output" / PAGE).as_uri())
    html = page.locator("#share-html").text_content()
    page.set_content(f"<!DOCTYPE html><title>A</title><main>{html}</main>")
    assert page.locator("article h3").inner_text() == "Talk & <more>"
    assert page.locator("tr", has_text="Disadvantage").locator("td").inner_text() == "24% Pupil Premium"
    assert page.locator("article a").get_attribute("href") == "https://e.org/2022-23/talk/"
    assert page.locator("article :is(script, img, link), article [class], article [onclick]").count() == 0


HOSTILE = """body{background:#111;color:#eee}
p,td,th,h3{color:#eee;background:#222;text-transform:uppercase;line-height:3}
p{text-align:justify;text-indent:4em} table{display:block;overflow:auto} th,td{white-space:nowrap;border:9px solid red}
article{float:left;width:30%;display:flex}"""


@pytest.mark.parametrize("width", [320, 800])
@pytest.mark.parametrize("stripped", [False, True])
def test_the_styles_of_another_page_do_not_take_the_card_apart(blank, site, width, stripped):
    """Also where an editor has taken `all` out of its style, its words can be read on its ground."""
    page = blank(width)
    page.goto((site / "output" / PAGE).as_uri())
    html = page.locator("#share-html").text_content()
    html = html.replace("all:unset;", "").replace("all:initial;", "") if stripped else html
    page.set_content(f"<!DOCTYPE html><title>A</title><style>{HOSTILE}</style><main>{html}</main>")
    words = page.locator("article :is(th, td, p, h3)")

    def every(name):
        return set(words.evaluate_all(f"all => all.map(e => getComputedStyle(e).{name})"))

    assert (every("color"), every("backgroundColor")) == ({"rgb(19, 36, 29)"}, {"rgba(0, 0, 0, 0)"})
    if not stripped:
        assert every("textTransform") == {"none"}
        scrolled, wide = page.locator("article").evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert width * 0.6 < wide == scrolled


def test_without_a_script_everything_can_be_read(blank, site):
    page = blank(java_script_enabled=False)
    page.goto((site / "output" / PAGE).as_uri())
    panel = page.locator("#share")
    assert "https://e.org/2022-23/talk/" in panel.inner_text()
    assert panel.get_by_role("button").count() == 0
    assert panel.get_by_role("link").count() == 2


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder with the headers that its _headers file asks for."""

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for pattern, name, value in self.server.rules:  # type: ignore[attr-defined]
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # what browsers ask of every server by themselves
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def rules_of(text: str) -> list[tuple[str, str, str]]:
    found, path = [], ""
    for line in filter(None, text.splitlines()):
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found.append((path, name, value))
        elif not line.startswith("#"):
            path = line
    return found


def test_a_page_works_behind_the_headers_of_a_host(browser: Browser, site):
    new_host(site, "netlify", (ROOT / "templates",))
    rules = rules_of((site / "hosting/_headers").read_text("utf-8"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site / "output")))
    server.rules = rules  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page, said, kept = context.new_page(), [], {}
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda r: kept.update({r.url.partition("/assets/")[2]: r.headers.get("cache-control", "")}))
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/{PAGE}")
        page.locator(".share img").scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('.share img').naturalWidth === 1200")
        page.get_by_role("button", name="Dark").click()
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.evaluate("document.fonts.check('20px \"Familjen Grotesk\"')")
    finally:
        context.close()
        server.shutdown()
        server.server_close()
    assert said == []
    assert kept.pop("") == ""
    assert len(kept) > 3
    assert set(kept.values()) == {"public, max-age=31536000, immutable"}


def test_a_story_and_a_hub_can_be_printed_on_one_sheet(blank, shipped, extremes):
    page = blank()
    for whole in (shipped, extremes):
        hubs = [p.address for p in whole.pages() if type(p.view).__name__ == "HubPage"][:12]
        for uri in whole.uris([*whole.stories()[:12], *hubs]):
            page.goto(uri)
            page.evaluate("window.print = () => 0")
            page.get_by_role("button", name="Print on one page").click()
            sheets = len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)
            assert sheets == 1, uri
