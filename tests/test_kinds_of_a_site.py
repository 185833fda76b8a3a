"""Kinds of a site's own, through the whole build."""

from __future__ import annotations

from pathlib import Path

from tests.sites import built, story


def test_a_template_that_is_not_there_is_told_once_where_the_kind_names_it(tmp_path: Path) -> None:
    kind = "name: Visit\nplural: Visits\ntemplate: stroy\n"
    stories = {f"content/2022-23/{n}.md": story(f"The {n}", kind="visit") for n in ("one", "two")}
    for root, files in (("used", stories), ("unused", {})):
        made = built(tmp_path / root, {"content/kinds/visit.yaml": kind, **files})
        assert [(p.code, p.where.file, p.where.line, p.where.column) for p in made.problems] == [
            ("missing-template", "content/kinds/visit.yaml", 3, 11)
        ]
        assert made.problems[0].suggestion == "story"
