"""The planted site in a browser, from disk: nothing runs, nothing is asked for, nothing is complained of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.waiting import fill, settled
from tests.hostile.inspecting import pages
from tests.hostile.planted import planted
from tests.hostile.planting import HARM, Planter, front
from tests.hostile.test_tricks import named
from tests.hostile.tricks import MUTATIONS
from tests.sites import built, story

pytestmark = pytest.mark.browser

WORDS = ("constructor", "__proto__ constructor", "constructer", "tostring valueof", HARM[:60],
         "<img src=x onerror=pwned=1>",
         "</script><script>pwned=1</script>", "plant", "PLANT0001", "'\"><svg onload=pwned=1>", "javascript:pwned=1",
         "\u202e\u2028\x00", "%00%", "#", "{{7*7777}}", "a" * 3_000, "é" * 400, "(((((", "[[[", "\\",
         "hasownproperty")  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything planted, with every trick of HTML and every name that is somebody else's on a few pages more."""
    root = tmp_path_factory.mktemp("hostile")
    bodies = ["\n\n".join(MUTATIONS[n::4]) for n in range(4)] + list(named())
    tricks = {f"content/2022-23/trick-{n}.md": story(title=f"Trick {n}", body=b) for n, b in enumerate(bodies)}
    words = ["constructor", "__proto__", "x</script>"]
    own = front({"kind": "own", "title": "Own", "constructor": words, "proto": "<b>"})
    result = built(root, {**planted(Planter()), **tricks, "content/2022-23/own-too.md": own + "constructor\n"})
    for address, content in result.outputs.items():  # errors or not, as when something is taken down
        (root / "output" / address).parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.location.read_bytes()
        (root / "output" / address).write_bytes(data)
    return root / "output"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser that would tell of anything that it should not do."""
    said: list[str] = []
    context = browser.new_context(offline=True)
    context.add_init_script("window.addEventListener('securitypolicyviolation', e => console.error(e.blockedURI))")
    made = context.new_page()
    made.on("dialog", lambda dialog: said.append(dialog.message))
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    made.on("popup", lambda popup: said.append(f"a window: {popup.url}"))
    made.on("request", lambda request: said.append(request.url) if not re.match("file:|data:", request.url) else None)
    made.on("requestfailed", lambda request: said.append(request.url) if "ABORTED" not in request.failure else None)
    yield made
    context.close()
    assert said == []


HANDLERS = "[...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(n => /^on/.test(n))).length"


def pwned(page: Page) -> bool:
    return bool(page.evaluate("'pwned' in window || document.documentElement.outerHTML.includes('onerror=\"')"))


def test_the_test_itself_sees_what_runs(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<img src=x onerror=pwned=1>")
    context = browser.new_context(offline=True)
    made = context.new_page()
    made.goto((tmp_path / "x.html").as_uri())
    made.wait_for_function("'pwned' in window")
    assert pwned(made)
    context.close()


@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.full)])
def test_nothing_runs_on_any_page(page: Page, site: Path, step: int) -> None:
    found = sorted(site.rglob("*.html"))[::step]
    assert len(found) > 100 / step
    for each in found:
        page.goto(each.as_uri(), wait_until="load")
        assert not pwned(page), each
        assert page.evaluate(HANDLERS) == 0, each
        assert page.locator("iframe,object,embed,base,template,form:not([data-search])").count() == 0, each


def test_the_browser_reads_each_page_as_it_was_written(page: Page, site: Path) -> None:
    """What it makes of a page is written down again as it was: no element has moved where it was not put."""
    for each in ("2022-23/print/index.html", *(f"2022-23/trick-{n}/index.html" for n in range(9))):
        page.goto((site / each).as_uri())
        count = "html => new DOMParser().parseFromString(html, 'text/html').querySelectorAll('main *').length"
        again = page.evaluate(count, page.evaluate("document.documentElement.outerHTML"))
        assert again == page.locator("main *").count(), each


@pytest.mark.parametrize("where", ["search", "browse"])
def test_hostile_words_are_looked_for_and_nothing_else_happens(page: Page, site: Path, where: str) -> None:
    results = "#hits" if where == "search" else "#res"
    page.goto((site / where / "index.html").as_uri())
    settled(page, results)
    for words in WORDS:
        fill(page, words, results)
        page.wait_for_timeout(20)
        assert not pwned(page), words
        assert "native code" not in page.inner_text("body"), words
    for words in WORDS[:8]:
        page.goto((site / where / "index.html").as_uri() + "#q=" + quote(words))
        page.reload()
        settled(page, results)
        assert not pwned(page), words


def test_every_filter_with_a_hostile_name_is_used(page: Page, site: Path) -> None:
    page.goto((site / "browse/index.html").as_uri())
    settled(page)
    boxes = page.locator("#facets input[type=checkbox]")
    assert boxes.count() > 20
    for number in range(0, boxes.count(), 2):
        boxes.nth(number).evaluate("box => { box.checked = true; box.dispatchEvent(new Event('change', LOUD)); }"
                                   .replace("LOUD", "{bubbles: true}"))
    settled(page)
    assert not pwned(page)
    assert "constructor=" in page.url
    kept = "#constructor=constructor,x&__proto__=1&toString=2&my-constructor=3&sort=x"
    page.goto((site / "browse/index.html").as_uri() + kept)
    page.reload()
    settled(page)
    assert page.locator("#chips li").count() == 1
    assert not pwned(page)


def test_what_is_found_stands_on_the_page_that_it_leads_to(page: Page, site: Path) -> None:
    """A word that every object of a script knows is a word like any other."""
    page.goto((site / "search/index.html").as_uri() + "#q=constructor")
    settled(page, "#hits")
    assert page.locator("#hits h2").count() > 3
    page.locator("#hits h2 a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith(site.as_uri())
    assert pages({"x.html": page.content().encode()})
