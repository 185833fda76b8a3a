"""Whole stories with fields of every type and blocks in each other: a sound site or a report, twice the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz.budget import tries
from tests.fuzz.consented import COLOURS, picture
from tests.fuzz.sound import attacked
from tests.fuzz.stories import ODD, stories
from tests.sites import story

REGISTERS = {
    "content/hubs.yaml": "- {id: oak, name: Oak Hub, region: North}\n- {id: elm, name: Elm Hub}\n",
    "content/schools.yaml": "- {id: oak-tree, name: Oak Tree Primary, phase: Primary}\n",
    "content/glossary.yaml": "- {term: PP, definition: Pupil <b>Premium</b>}\n",
    "private/consents.yaml": "- {id: C-1, covers: [picture, name, quote], scope: [web, print]}\n",
    "content/2022-23/02-other.md": story("Another", body="[Back](01-any.md)"),
}
SITE = "title: {}\norganisation: Test network\nbase_url: {}\nshare_cards: all\nlanguage: {}\n"


def files(*texts: str) -> dict[str, str | bytes]:
    named = {f"content/2022-23/0{n + 1}-any{'-more' * n}.md": text.encode("utf-8", "surrogatepass") for n, text in
             enumerate(texts)}  # fmt: skip
    return {**REGISTERS, "content/2022-23/hall.jpg": picture(COLOURS[0]), **named}


@tries(30)
@given(stories())
def test_any_story_is_told_or_sound(text):
    attacked(files(text))


@tries(5)
@given(st.lists(stories(), min_size=2, max_size=3), st.sampled_from(["web", "archive"]), st.booleans())
def test_any_site_is_told_or_sound_and_twice_the_same(texts, medium, drafts):
    attacked(files(*texts), twice=True, medium=medium, drafts=drafts)


@tries(8)
@given(stories(), st.sampled_from(ODD), st.sampled_from(["https://example.org/a/", "ftp://x", "'//x\"<'", "http://["]),
       st.sampled_from(["en-GB", "ar", "'\"><b>'", "x" * 50, "no"]))  # fmt: skip
@example("---\nkind: case-study\ntitle: A story\n---\nText.\n", "A site", "http://[", "en-GB")
def test_any_story_on_any_site_is_told_or_sound(text, title, address, language):
    attacked({**files(text), "content/site.yaml": SITE.format(title, address, language)})
