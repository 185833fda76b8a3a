"""What the README says is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from sitegen.commands.arguments import COMMANDS, OPTIONS
from sitegen.pipeline import Build
from sitegen.problems.report import render_report
from tests.sites import built

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def example() -> str:
    found = re.search(r"```markdown\n(---\n.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def build_of(root: Path, text: str) -> Build:
    """A build of the shipped registers, one edition, one section and this story."""
    (root / "content").mkdir()
    for name in ("hubs.yaml", "glossary.yaml", "schools.yaml"):
        shutil.copy(ROOT / "content" / name, root / "content")
    section = "---\nkind: section\ntitle: Primary\n---\n"
    folder = "content/2022-23/01-primary"
    return built(root, {f"{folder}/index.md": section, f"{folder}/04-larkfield.md": text})


def test_the_example_story_builds_without_a_single_remark(tmp_path):
    result = build_of(tmp_path, example())
    assert result.problems == ()
    assert "2022-23/primary/larkfield/index.html" in result.outputs


def test_the_report_that_it_shows_is_the_one_that_is_given(tmp_path):
    result = build_of(tmp_path, example().replace("hub: GLOW", "hub: GLOW West"))
    told = render_report(result.problems, result.sources, colour=False, written=False, output="output/")
    assert f"```\n{told}```" in README


def test_it_names_every_option_and_command_and_no_other():
    assert set(re.findall(r"^\| `(--[a-z-]+)", README, re.MULTILINE)) == OPTIONS.keys()
    commands = set(re.findall(r"^\| `python3 build\.py ?(\w*)`", README, re.MULTILINE))
    assert commands == COMMANDS.keys() - {"build"} | {""}


def test_it_names_every_block():
    blocks = yaml.safe_load((ROOT / "sitegen/schema/data/blocks.yaml").read_text("utf-8"))
    table = README.partition("| block | shows |")[2].partition("\n\n")[0]
    assert blocks.keys() <= set(re.findall(r"`([a-z-]+)`", table))


def test_it_names_every_kind_of_story_that_ships():
    files = (ROOT / "sitegen/schema/data/kinds").glob("*.yaml")
    stories = {f.stem for f in files} - {"edition", "section", "page"}
    told = README.partition("The kinds of story are ")[2].partition(". In a Q&A")[0]
    assert set(re.findall(r"`([a-z-]+)`", told)) == stories


def test_every_file_and_folder_that_it_names_exists():
    named = re.findall(r"`((?:sitegen|tests|content|templates)/[\w./-]*|[a-z]+\.(?:toml|lock))`", README)
    made_by_hand = ("content/2022-23/01-primary/04-larkfield.md", "content/kinds/")
    assert [name for name in named if not (ROOT / name).exists() and name not in made_by_hand] == []


def test_every_layer_is_in_its_table():
    folders = {p.name for p in (ROOT / "sitegen").iterdir() if p.is_dir() and not p.name.startswith("__")}
    table = README.partition("| layer | does |")[2].partition("\n\n")[0]
    assert folders - {"theme"} <= set(re.findall(r"`([a-z]+)/?`", table))
