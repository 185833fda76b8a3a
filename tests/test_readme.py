"""What the README says is so."""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path

import pytest
import yaml

from sitegen.commands.arguments import COMMANDS, OPTIONS
from sitegen.pipeline import Build
from sitegen.problems.problem import Problem
from sitegen.problems.report import render_report
from tests.sites import built, story

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "sitegen/schema/data"
README = (ROOT / "README.md").read_text("utf-8")
LARKFIELD = "content/2022-23/01-primary/04-larkfield.md"
SECTION = "content/2022-23/01-primary"

FENCES = re.findall(
    r"(?:`((?:content|private)/[^`\n]+)`(?: with one entry)?:\n\n)?^```(markdown|yaml|csv)\n(.*?)^```$",
    README, re.S | re.M,
)  # fmt: skip
FILES = {path: text for path, _, text in FENCES if path}
"""Examples that are introduced as a file: by its path, its text, or the entry to be added to a register."""
PARTS = [(language, text) for path, language, text in FENCES if not path]
"""Examples to be copied into a story: Markdown into its text, YAML into its facts."""


def is_register(path: str) -> bool:
    return path.endswith(".yaml")


def with_part(language: str, text: str) -> str:
    key, _, value = text.strip().partition(": ")
    return story("Example", **{key: value}) if language == "yaml" else story("Example", body=text)


def parts() -> dict[str, str]:
    """Each part in a story of its own, by its path."""
    number = count(100)
    return {
        f"{SECTION}/{next(number)}-part-{at}.md": with_part(*part).replace("title: Example", f"title: Example {at}")
        for at, part in enumerate(PARTS)
    }


def entries() -> dict[str, str]:
    """The shipped registers with the README's entries at their end."""
    shipped = {p: ROOT / p for p in FILES if is_register(p)}
    return {p: (file.read_text("utf-8").rstrip("\n") + "\n" if file.exists() else "") + FILES[p]
            for p, file in shipped.items()}  # fmt: skip


@pytest.fixture(scope="module")
def everything(tmp_path_factory) -> Build:
    """A build of the shipped content and every example of the README at once."""
    root = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "content", root / "content")
    pictures = {f"{SECTION}/{name}": b"\xff\xd8\xff\xe0" for name in ("number-lines.jpg", "bar-model.jpg")}
    site = {"content/site.yaml": (ROOT / "content/site.yaml").read_text("utf-8")}
    cover = {"content/2022-23/index.md": (ROOT / "content/2022-23/index.md").read_text("utf-8")}
    return built(root, {**site, **cover, **FILES, **entries(), **parts(), **pictures})


def told(result: Build, paths: set[str]) -> list[Problem]:
    return [p for p in result.problems if p.where.file in paths]


def test_every_example_builds_without_a_single_remark_but_on_what_is_pending(everything):
    assert everything.outputs
    pending = {path for path, text in parts().items() if "status: pending" in text}
    assert told(everything, {*FILES, *parts()} - pending) == []
    assert [p.code for p in told(everything, pending)] == ["chart-pending"]


@pytest.mark.parametrize(
    "address",
    [
        "2023-24/index.html", "2023-24/primary/index.html", "thanks/index.html", "2022-23/primary/larkfield/index.html",
        "2022-23/primary/two-schools/index.html", "2022-23/primary/amira-cole/index.html",
        "hubs/example-vale/index.html", "schools/larkfield/index.html",
    ],
)  # fmt: skip
def test_the_examples_make_the_pages_that_it_promises(everything, address):
    assert address in everything.outputs


def test_every_example_is_introduced_or_complete():
    assert len(FILES) == len([path for path, _, _ in FENCES if path]), "two examples for one file"
    languages = re.findall(r"^```(\w+)$", README, re.MULTILINE)
    assert len(languages) == len(FENCES)


def test_the_report_that_it_shows_is_the_one_that_is_given(tmp_path):
    section = FILES["content/2023-24/01-primary/index.md"]
    text = FILES[LARKFIELD].replace("hub: GLOW", "hub: GLOW West")
    result = built(tmp_path, {**entries(), f"{SECTION}/index.md": section, LARKFIELD: text})
    report = render_report(result.problems, result.sources, colour=False, written=False, output="output/")
    assert f"```\n{report}```" in README


def test_it_names_every_option_and_command_and_no_other():
    assert set(re.findall(r"^\| `(--[a-z-]+)", README, re.MULTILINE)) == OPTIONS.keys()
    commands = set(re.findall(r"^\| `python3 build\.py ?(\w*)`", README, re.MULTILINE))
    assert commands == COMMANDS.keys() - {"build"} | {""}


def test_it_shows_every_block_in_an_example():
    blocks = yaml.safe_load((DATA / "blocks.yaml").read_text("utf-8"))
    shown = "".join(text for _, text in PARTS)
    assert blocks.keys() == set(re.findall(r"^:{3,4} ([a-z-]+)", shown, re.MULTILINE))


@pytest.mark.parametrize("name", list(yaml.safe_load((DATA / "blocks.yaml").read_text("utf-8"))))
def test_it_names_every_block_in_bold(name):
    assert f"**`{name}`**" in README


def test_it_names_every_kind_of_story_that_ships_and_what_it_needs():
    kinds = {f.stem: yaml.safe_load(f.read_text("utf-8")) for f in (DATA / "kinds").glob("*.yaml")}
    needed = {k: v.get("required", []) for k, v in kinds.items() if k not in ("edition", "section", "page")}
    table = README.partition("| `kind` | for |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \|[^|]+\|([^|]*)\|$", table, re.MULTILINE)
    assert {kind: re.findall(r"`(\w+)`", needs) for kind, needs in rows} == needed


def test_it_names_every_word_that_a_choice_allows():
    common = yaml.safe_load((DATA / "common.yaml").read_text("utf-8"))["story"]
    edition = yaml.safe_load((DATA / "kinds/edition.yaml").read_text("utf-8"))["fields"]
    chart = yaml.safe_load((DATA / "blocks.yaml").read_text("utf-8"))["chart"]["settings"]
    folded = " ".join(README.split())
    for field in (common["phase"], common["evidence"], edition["type"], chart["type"]):
        *others, last = field["choices"]
        assert any(f"{', '.join(map(mark, others))} {word} {mark(last)}" in folded
                   for mark in (str, "`{}`".format) for word in ("and", "or"))  # fmt: skip


def test_every_file_and_folder_that_it_names_exists():
    named = re.findall(r"`((?:sitegen|tests|content|templates)/[\w./-]*|[a-z]+\.(?:toml|lock))`", README)
    made_by_hand = {*FILES, "content/kinds/", "content/addresses.txt"}
    assert [name for name in named if not (ROOT / name).exists() and name not in made_by_hand] == []


def test_every_layer_is_in_its_table():
    folders = {p.name for p in (ROOT / "sitegen").iterdir() if p.is_dir() and not p.name.startswith("__")}
    table = README.partition("| layer | does |")[2].partition("\n\n")[0]
    assert folders - {"theme"} <= set(re.findall(r"`([a-z]+)/?`", table))
