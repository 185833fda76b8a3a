"""The guide as one text, in the folder that authors write in."""

from __future__ import annotations

import re

from sitegen.pages.guide.chapters import chapters
from sitegen.pages.guide.markdown import MARK, guide_text
from sitegen.reading.tree import read_tree
from sitegen.schema.kinds import load_kinds, shipped_kinds
from sitegen.schema.settings import load_settings
from tests.pages.guide_of import shipped_guide
from tests.sites import ROOT

COMMITTED = (ROOT / "content/README.md").read_text("utf-8")


def test_the_one_in_content_says_what_the_tables_say() -> None:
    tree = read_tree(ROOT, ROOT / "private").value
    now = guide_text(chapters(load_kinds(tree).value, load_settings(tree).value.bands))
    assert now == COMMITTED, "the tables have changed: run `python3 build.py guide`"


def test_it_begins_with_the_mark_by_which_it_is_known() -> None:
    assert COMMITTED.startswith(MARK)


def test_it_has_every_section_of_every_chapter() -> None:
    text = guide_text(shipped_guide().values())
    headings = re.findall(r"^#{3,4} (.*)$", text, re.MULTILINE)
    assert len(headings) >= sum(len(chapter.sections) for chapter in shipped_guide().values())
    assert all(f"(`kind: {kind}`)" in text for kind in shipped_kinds())


def test_links_to_pages_that_only_a_site_has_are_words() -> None:
    assert "](/docs/" not in COMMITTED
    assert "fields of every story" in COMMITTED


def test_its_contents_lead_to_its_chapters() -> None:
    anchors = {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in re.findall(r"^## (.*)$", COMMITTED, re.M)}
    assert set(re.findall(r"^- \[[^\]]*\]\(#([^)]*)\)", COMMITTED, re.MULTILINE)) <= anchors


def test_every_example_stands_in_a_fence_of_its_own_that_is_closed() -> None:
    open_: list[str] = []
    for line in COMMITTED.split("\n"):
        fence = re.match(r"`{3,4}", line)
        if open_ and line == open_[-1]:
            open_.pop()
        elif fence and not open_:
            open_.append(fence[0])
        elif not open_:
            assert not line.startswith((":::", "---")), line
    assert open_ == []
