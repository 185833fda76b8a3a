"""The site that one begins with."""

from __future__ import annotations

import datetime
import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from sitegen.commands import main
from sitegen.pipeline import Build, Options, build
from sitegen.schema.blocks import block_schemas
from sitegen.starting import files
from sitegen.starting.editors import schemas
from sitegen.starting.stories import known_kinds
from tests.starting.editing import as_an_editor_reads_it, front_matter


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, in a folder whose name holds a space."""
    folder = tmp_path_factory.mktemp("begun") / "Our stories"
    assert main(["new", "site", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def result(site: Path) -> Build:
    """A build of it in a year in which much may have run out."""
    day = datetime.date(2044, 2, 29)
    folders = {"site": site, "output": site / "output", "theme": site / "templates"}
    return build(Options(**folders, today=day, write=False, deep=True))


def test_it_builds_without_an_error_or_a_warning(result):
    assert result.problems == ()
    assert "2024-25/primary/brookfold/index.html" in result.outputs


def test_it_shows_what_a_story_can_hold(site, result):
    assert (len(result.site.editions), len(result.site.sections), len(result.site.stories)) == (1, 2, 5)
    assert len({s.kind.id for s in result.site.stories.values()}) == 5
    text = "".join(p.read_text("utf-8") for p in (site / "content").rglob("*.md"))
    assert set(re.findall(r"^:{3,4} ([a-z-]+)", text, re.MULTILINE)) >= {"stat", "quote", "chart", "timeline"}
    assert set(re.findall(r"^:{3,4} ([a-z-]+)", text, re.MULTILINE)) <= block_schemas().keys()


def test_every_page_says_that_it_is_invented(result):
    pages = {a: c for a, c in result.outputs.items() if a.endswith("index.html") and isinstance(c, bytes)}
    assert len(pages) > 40
    assert [a for a, page in pages.items() if b"invented" not in page] == []


@pytest.mark.parametrize(
    "name",
    ["content/site.yaml", "content/hubs.yaml", "content/schools.yaml", "content/glossary.yaml",
     "content/pages/about.md", "private/consents.yaml", ".gitignore", "README.md", "build.py", "environment.py",
     "pyproject.toml", "requirements.lock", "LICENSE", "sitegen/__main__.py", "sitegen/schema/data/site.yaml",
     "sitegen/starting/data/gitignore", "templates/layouts/story.html", ".vscode/settings.json",
     ".vscode/extensions.json", ".vscode/schemas/site.schema.json"],
)  # fmt: skip
def test_it_holds_all_that_it_takes(site, name):
    assert (site / name).is_file()


def test_nothing_in_it_leads_elsewhere(site):
    assert [p for p in site.rglob("*") if p.is_symlink() or p.name == "__pycache__"] == []


def test_its_own_program_builds_it_and_makes_further_sites(site, tmp_path):
    def run(*words: str) -> str:
        told = subprocess.run(
            [sys.executable, "-m", "sitegen", *words], cwd=site, capture_output=True, text=True, check=False,
            env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, timeout=120,
        )  # fmt: skip
        assert (told.returncode, told.stderr) == (0, "")
        return told.stdout

    assert run("build", "--strict", "--output", str(tmp_path / "out")).startswith("Built ")
    run("new", "site", str(tmp_path / "another"))
    one, other = ({p.relative_to(f).as_posix() for p in f.rglob("*") if p.is_file() and "__pycache__" not in p.parts
                   and ".sitegen" not in p.parts} for f in (site, tmp_path / "another"))  # fmt: skip
    assert one == other


def test_its_files_fit_its_schemas(site):
    made = schemas(known_kinds(site))
    registers = {name: site / f"content/{name}.yaml" for name in ("site", "hubs", "schools", "glossary")}
    for name, file in {**registers, "consents": site / "private/consents.yaml"}.items():
        jsonschema.Draft7Validator(made[name]).validate(as_an_editor_reads_it(file.read_text("utf-8")))
    for file in (site / "content").rglob("*.md"):
        jsonschema.Draft7Validator(made["front-matter"]).validate(front_matter(file))


def test_its_readme_names_only_what_is_there(site):
    text = (site / "README.md").read_text("utf-8")
    named = set(re.findall(r"`((?:content|private|sitegen|templates|\.vscode)/[\w./]*|[a-z]+\.\w+)`", text))
    later = {"content/kinds/"}
    assert named
    assert [name for name in named - later if not (site / name).exists()] == []


def test_a_folder_is_named_without_detours(tmp_path, capsys, monkeypatch):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    monkeypatch.chdir(tmp_path / "taken")
    assert main(["new", "site", "../taken"]) == 2
    assert capsys.readouterr().err.startswith(f"The folder {tmp_path / 'taken'} is not empty.")


def test_a_folder_that_is_not_empty_is_refused_in_one_line(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", "site", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"The folder {tmp_path} is not empty. Nothing was changed; choose another name.\n"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_without_a_folder_it_asks_for_one(capsys):
    assert main(["new", "site"]) == 2
    assert capsys.readouterr().err.startswith("Say where: new site FOLDER")


def test_a_full_disk_leaves_nothing_and_is_one_line(tmp_path, capsys, monkeypatch):
    left = iter(range(100))
    copy = files.shutil.copyfile

    def copyfile(source: Path, target: Path) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "full", str(target))
        copy(source, target)

    monkeypatch.setattr(files.shutil, "copyfile", copyfile)
    assert main(["new", "site", str(tmp_path / "a" / "b")]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'a' / 'b'} could not be made: there is no room left")
    assert list(tmp_path.iterdir()) == []
