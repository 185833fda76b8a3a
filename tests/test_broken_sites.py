"""One tiny site for every kind of problem: what it is told must be word for word what its `expected.txt` says.

A folder of tests/broken/ is named for the code that it provokes and holds what makes the site broken; the frame of
tests/sites.py does for the rest. What git or an editor cannot keep is made by a recipe below.
`pytest tests/test_broken_sites.py --update-expected` writes the reports anew; read each of them before you keep it.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from sitegen.pipeline import Build, Options, blocked, build
from sitegen.problems.codes import CODES
from sitegen.problems.problem import Problem
from sitegen.problems.report import render_report
from sitegen.rendering import formats
from tests.sites import ROOT, TODAY, folder

BROKEN = Path(__file__).parent / "broken"
EDITION = "content/2022-23"
STORY = "---\nkind: news-item\ntitle: {title}\n---\n\nPupils explained their reasoning.\n"


def picture(name: str) -> Callable[[Path], None]:
    """Puts a picture beside the stories."""

    def put(site: Path) -> None:
        data = io.BytesIO()
        Image.new("RGB", (40, 30), "white").save(data, "PNG")
        (site / EDITION / name).write_bytes(data.getvalue())

    return put


def written(path: str, data: bytes) -> Callable[[Path], None]:
    """Writes a file of these bytes."""

    def put(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)

    return put


def linked(path: str, target: str) -> Callable[[Path], None]:
    """Makes a symbolic link."""
    return lambda site: os.symlink(target, site / path)


def out_of_the_folder(site: Path) -> None:
    (site / "story.md").write_text(STORY.format(title="A story"), "utf-8")
    (site / EDITION / "story.md").symlink_to("../../story.md")


def names_that_clash(site: Path) -> None:
    for name in ("Story.md", "story.md"):
        (site / EDITION / name).write_text(STORY.format(title=f"The {name}"), "utf-8")


def twenty_megabytes(site: Path) -> None:
    (site / EDITION / "story.md").write_bytes(STORY.format(title="A story").encode())
    os.truncate(site / EDITION / "story.md", 20_000_000)


RECIPES: Mapping[str, Callable[[Path], None]] = {
    "no-site-yaml": lambda site: (site / "content/site.yaml").unlink(),
    "no-edition": lambda site: shutil.rmtree(site / EDITION),
    "unreadable-file": linked(f"{EDITION}/story.md", "nothing.md"),
    "link-out-of-folder": out_of_the_folder,
    "ignored-file": linked("content/2021-22", "2022-23"),
    "not-utf8": written(f"{EDITION}/story.md", STORY.format(title="Café mathématique").encode("cp1252")),
    "control-character": written(f"{EDITION}/story.md", STORY.format(title="A\x0bstory").encode()),
    "too-large": twenty_megabytes,
    "name-clash": names_that_clash,
    "unportable-name": written(f"{EDITION}/aux.md", STORY.format(title="A story").encode()),
    "picture-format": written(f"{EDITION}/hall.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    "no-alt-text": picture("hall.png"),
    "no-alt-text-yet": picture("hall.png"),
    "missing-picture": picture("hall.png"),
    "unknown-shows": picture("hall.png"),
    "left-without-consent": picture("hall.png"),
    "needs-consent": picture("hall.png"),
}
"""What a site needs that its folder cannot hold."""


@pytest.fixture(autouse=True)
def without_extras(monkeypatch):
    """What is told of a HEIC photograph is what somebody without the extra is told."""
    monkeypatch.setattr(formats, "reads_heic", lambda: "")


def made(code: str, root: Path) -> Path:
    """The broken site of a code, on disk."""
    site = folder(root, {})
    for part in ("content", "templates", "private"):
        if (BROKEN / code / part).is_dir():
            shutil.copytree(BROKEN / code / part, site / part, dirs_exist_ok=True)
    RECIPES.get(code, lambda _: None)(site)
    return site


def result(code: str, root: Path) -> Build:
    """What the real pipeline makes of a broken site, every page of it parsed."""
    site = made(code, root)
    return build(Options(site, site / "output", ROOT / "templates", TODAY, write=False, deep=True))


def report(built: Build) -> str:
    """The report as a terminal without colours shows it."""
    stopped = blocked(built.problems, strict=False)
    return render_report(built.problems, built.sources, colour=False, written=not stopped, output="output/")


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_broken_site_is_told_what_is_wrong_and_how_to_mend_it(code, tmp_path, request):
    built = result(code, tmp_path)
    expected = BROKEN / code / "expected.txt"
    if request.config.getoption("--update-expected"):
        expected.write_text(report(built), "utf-8")
    assert report(built) == expected.read_text("utf-8")
    assert code in {p.code for p in built.problems}
    for problem in built.problems:
        assert_is_in_its_file(problem, built.sources)


def assert_is_in_its_file(problem: Problem, sources: Mapping[str, str]) -> None:
    lines = sources.get(problem.where.file, "").split("\n")
    assert problem.where.file not in sources or problem.where.line <= len(lines)
    assert problem.where.file not in sources or problem.where.column <= len(lines[problem.where.line - 1]) + 1


def test_every_kind_of_problem_has_its_broken_site_and_no_other_folder_is_there():
    assert {path.name for path in BROKEN.iterdir()} == set(CODES)


def test_every_recipe_is_for_a_broken_site():
    assert RECIPES.keys() <= CODES.keys()
