"""Whatever a story file holds, a build of it ends with a report, or with pages that are sound."""

from __future__ import annotations

import io
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from sitegen.checking.deep import check_pages
from sitegen.pipeline import Build
from tests.full.story_files import files
from tests.patience import limited
from tests.sites import built, story

HANDLER = re.compile(r"\b(?:on[a-z]+|srcdoc|formaction)\s*=")


def hall() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(data, "JPEG")
    return data.getvalue()


def site(text: str) -> Build:
    stories = {"content/2022-23/01-any.md": text, "content/2022-23/other.md": story(title="Another story")}
    with tempfile.TemporaryDirectory() as folder:
        return built(Path(folder), {**stories, "content/2022-23/hall.jpg": hall()})


class _Attributes(HTMLParser):
    """The names of all attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs}


def runs_something(html: bytes) -> bool:
    """True where an element of the page has a handler; pages without a word like one are not parsed."""
    text = html.decode()
    return bool(HANDLER.search(text)) and any(HANDLER.fullmatch(f"{name}=") for name in _Attributes(text).names)


def assert_is_told_or_sound(text: str) -> None:
    result = site(text)
    for problem in result.problems:
        lines = result.sources.get(problem.where.file, "").split("\n")
        assert problem.where.line <= max(1, len(lines)), problem
        assert problem.what
        assert problem.fix
    pages = {address: content for address, content in result.outputs.items() if address.endswith(".html")}
    assert [address for address, html in pages.items() if runs_something(html)] == []
    scripts = {address: html.count(b"<script") for address, html in pages.items()}
    for address in ("browse/index.html", "search/index.html"):
        assert scripts.pop(address, 4) == 4, "they read the index, and each has a script of its own"
    assert set(scripts.values()) <= {0, 2}
    if not any(p.is_error for p in result.problems):
        assert check_pages(result.outputs) == ()


QUIET = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True)


@settings(QUIET, max_examples=150)
@given(files())
def test_any_story_file_is_told_or_sound(text):
    with limited():
        assert_is_told_or_sound(text)


@pytest.mark.full
@settings(QUIET, max_examples=10_000, derandomize=False)
@given(files())
def test_any_of_ten_thousand_story_files_is_told_or_sound(text):
    with limited():
        assert_is_told_or_sound(text)
