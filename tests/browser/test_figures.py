"""Pictures among a story's text, as seen: they do not touch the words above them."""

from __future__ import annotations

import pytest

from tests.sites import built, story
from tests.word.documents import photo

pytestmark = pytest.mark.browser

BODY = "Before.\n\n::: figure{title}\nfile: wall.png\nalt: A wall\nshows: no people\n\nA caption.\n:::\n\nAfter.\n"
GAPS = """() => { const box = one => document.querySelector(one).getBoundingClientRect();
  const texts = [...document.querySelectorAll('.b-m .prose')].map(one => one.getBoundingClientRect());
  return [box('.figure').top - texts[0].bottom, texts[1].top - box('.figure').bottom]; }"""


@pytest.mark.parametrize("title", ["", " Number lines"])
def test_a_figure_stands_as_far_below_the_text_before_it_as_above_the_text_after_it(tmp_path, browser, title):
    files = {"content/2022-23/one/index.md": story(body=BODY.format(title=title)),
             "content/2022-23/one/wall.png": photo()}  # fmt: skip
    assert built(tmp_path, files, write=True).written
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((tmp_path / "output/2022-23/one/index.html").as_uri())
    above, below = page.evaluate(GAPS)
    page.close()
    assert 20 <= above == pytest.approx(below, abs=1)
