"""A site with the authors' guide and one without it have nothing to say to each other."""

from __future__ import annotations

from pathlib import Path

from tests.incremental.bench import bench, content_of
from tests.incremental.small_site import OAK


def test_the_guide_comes_and_goes_as_it_is_asked_for(tmp_path: Path) -> None:
    made = bench(tmp_path)
    made.check()
    plain = content_of(made.options.output)
    made.check(docs=True)
    told = content_of(made.options.output)
    assert "docs/index.html" in told
    made.check()
    assert content_of(made.options.output) == plain
    made.check(docs=True)
    assert content_of(made.options.output) == told


def test_a_text_is_made_again_by_itself_beside_a_guide(tmp_path: Path) -> None:
    made = bench(tmp_path)
    made.check(docs=True)
    made.lay({**made.files, OAK: made.files[OAK].replace(b"Every morning", b"Every evening")})
    result = made.check(docs=True)
    assert result.whole is None


def test_a_kind_that_changes_is_told_of_anew(tmp_path: Path) -> None:
    made = bench(tmp_path)
    made.check(docs=True)
    kind = "content/kinds/visit.yaml"
    made.lay({**made.files, kind: b"help: A day at a school.\n" + made.files[kind]})
    made.check(docs=True)
    assert b"A day at a school." in (made.options.output / "docs/kinds/visit/index.html").read_bytes()
