"""Schools like this one, as seen: the line stands where this school's own figure is, on bars of one scale."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

STORY = "2022-23/primary/goldfinch/index.html"
SECTION = "[aria-labelledby=alike-h]"
BARS = """section => [...section.querySelectorAll('svg')].map(svg => {
  const [frame, filled, line] = ['.t', '.dv', '.m'].map(part => svg.querySelector(part).getBoundingClientRect());
  const share = x => (x - frame.left) / frame.width * 100;
  return {at: frame.left, wide: frame.width, line: share(line.left + line.width / 2), filled: share(filled.right),
          said: svg.nextElementSibling.textContent};
})"""


@pytest.mark.parametrize("width", [320, 900, 1440])
def test_bars_are_of_one_scale_with_this_schools_share_as_a_line(opened, width):
    section = opened(STORY, width).locator(SECTION)
    first, second = section.evaluate(BARS)
    assert section.locator(".lead").inner_text().endswith("The line marks 40% Pupil Premium at Goldfinch Primary.")
    assert (first["at"], first["wide"]) == (second["at"], second["wide"])
    assert first["wide"] > 90
    for bar in (first, second):
        assert bar["line"] == pytest.approx(40, abs=1.5)
    assert (first["said"], second["said"]) == ("over 40% Pupil Premium", "7% Pupil Premium")
    assert (first["filled"], second["filled"]) == (pytest.approx(40, abs=1.5), pytest.approx(7, abs=1.5))


def test_each_leads_to_the_story_of_its_school_without_a_script(opened):
    page = opened(STORY, java_script_enabled=False)
    link = page.locator(f"{SECTION} h3 a").first
    name, tells = link.inner_text(), page.locator(f"{SECTION} .tells").first.inner_text()
    link.click()
    assert page.locator("h1").inner_text() == tells
    assert name.split(",")[0] in page.locator("main").inner_text()


def test_on_paper_there_is_none(opened):
    page = opened(STORY)
    assert page.locator(SECTION).is_visible()
    page.emulate_media(media="print")
    assert not page.locator(SECTION).is_visible()
