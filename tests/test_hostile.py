"""What nobody writes by accident: each input ends with a report or a page, in bounded time and memory.

Every input is a site of its own, built as a person would build it, in a process that is stopped after ten seconds of
work or at two gigabytes. What takes longest to try is left to `--full`.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.problems.codes import CODES
from tests.rendering.photographs import photograph
from tests.rendering.test_formats import moving, png
from tests.sites import ROOT, built, folder, story

SECONDS, BYTES = 10, 2 * 1024**3
STORY = "content/2022-23/01-hostile.md"
PAGE = "2022-23/hostile/index.html"
OTHERS = {"content/2022-23/02-other.md": story(title="Another")}


ANY = set(CODES)


def text(body: str) -> str:
    return story(title="Hostile", body=body)


def facts(lines: str, body: str = "Text.") -> str:
    return f"---\nkind: news-item\ntitle: Hostile\n{lines}\n---\n{body}\n"


def bomb() -> str:
    """Nine lists of nine aliases each: a billion words, were they followed."""
    names = "abcdefghi"
    lists = (f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in itertools.pairwise(names))
    return "---\nkind: news-item\ntitle: Hostile\na: &a [x, x, x]\n" + "".join(lists) + "---\nText.\n"


def noise() -> str:
    """Characters that mean something, in no order; the same in every run."""
    return "".join(random.Random(7).choices("#*_`~[]()<>!|\\-+=:&$^{}'\"/ \n0a", k=100_000))


SHORT: Mapping[str, tuple[str | bytes, set[str]]] = {
    "a story of 20 MB": (text("word " * 4_000_000), {"too-large"}),
    "YAML of 20 MB": ("---\ntitle: " + "x " * 10_000_000 + "\n---\n", {"too-large"}),
    "30,000 brackets in YAML": (facts("themes: " + "[" * 30_000), {"yaml-depth"}),
    "30,000 brackets in Markdown": (text("[" * 30_000), set()),
    "30,000 links in each other": (text("[a" * 30_000 + "](b.md)" * 30_000), {"missing-page"}),
    "aliases that stand for a billion words": (bomb(), {"yaml-alias", "unknown-field"}),
    "Latin-1": (text("Café, été").encode("latin-1"), {"not-utf8"}),
    "30,000 quotations in each other": (text(">" * 30_000 + " x"), {"nested-too-deeply"}),
    "100,000 stars": (text("*" * 100_000), set()),
    "100,000 low lines": (text("_" * 100_000), set()),
    "50,000 notes": (text("".join(f"a[^{i}]\n\n[^{i}]: b\n\n" for i in range(50_000))), {"too-large"}),
    "30,000 blocks in each other": (text("::: note\n" * 30_000), {"too-large"}),
    "30,000 elements in each other": (text("<div>" * 30_000), {"nested-too-deeply"}),
    "noise": (text(noise()), ANY),
}
"""What the normal suite tries: the text of a story, and the problems that it is told."""

LONG: Mapping[str, tuple[str | bytes, set[str]]] = {
    "one line of 1.9 MB": (text("x" * 1_900_000), set()),
    "380,000 words": (text("word " * 380_000), set()),
    "a table of 5,000 rows": (text("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 5_000), set()),
    "a table of 5,000 columns": (
        text("|" + " a |" * 5_000 + "\n|" + "---|" * 5_000 + "\n" + ("|" + " 1 |" * 5_000 + "\n") * 5),
        set(),
    ),
    "30,000 braces in YAML": (facts("themes: " + "{a: " * 30_000), {"yaml-depth"}),
    "30,000 lists in YAML": ("---\n" + "- " * 30_000 + "\n---\n", {"yaml-depth"}),
    "30,000 unknown fields": (facts("".join(f"k{i}: v\n" for i in range(30_000))), {"unknown-field"}),
    "30,000 quotation marks in YAML": (facts("summary: " + '"' * 30_000), {"yaml-syntax"}),
    "50,000 marks of one note": (text("a[^1] " * 50_000 + "\n\n[^1]: A note."), set()),
    "50,000 marks without a note": (text("".join(f"a[^{i}] " for i in range(50_000))), {"footnote-without-note"}),
    "30,000 pictures in each other": (text("![" * 30_000), set()),
    "30,000 quotations with spaces": (text("> " * 30_000 + " x"), {"nested-too-deeply"}),
    "50,000 stars and letters": (text("*a " * 50_000), {"nested-too-deeply"}),
    "runs of backticks, each longer": (text(" ".join("`" * i for i in range(1, 700))), set()),
    "1,000 lists in each other": (text("".join("  " * i + "- a\n" for i in range(1_000))), {"nested-too-deeply"}),
    "100,000 less-than signs": (text("<" * 100_000), set()),
    "30,000 comments that never end": (text("<!--" * 30_000), set()),
    "30,000 attributes that never end": (text("<a href='" * 30_000), set()),
    "100,000 dollar signs": (text("$" * 100_000), set()),
    "3,000 fractions in each other": (text("$" + r"\frac{" * 3_000 + "x" + "}{y}" * 3_000 + "$"), set()),
    "100,000 backslashes": (text("\\" * 100_000), set()),
    "20,000 classes on a heading": (text("## a {" + "#a .b " * 20_000 + "}"), set()),
    "a letter with 100,000 accents": (text("e" + "\u0301" * 100_000), set()),
    "a family of 20,000": (text("👩‍👩‍👧‍👦" * 20_000), set()),
    "20,000 links to nothing": (text("[a b c](b.md) " * 20_000), {"missing-page"}),
    "5,000 quotations": (text("> a\n>\n> — B, c\n\n" * 5_000), set()),
    "a number of 100,000 digits": (text(f"::: stat {'9' * 100_000}\nperiod: x\nsource: y\n\nz\n:::"), set()),
    "facts without end": (
        facts(f"size: {'9' * 50_000} pupils\ndisadvantage: {'7% ' * 20_000}\nyears engaged: {'1' * 9_000}"),
        set(),
    ),
    "300 themes": (facts(f"themes: [{', '.join(f'theme number {i}' for i in range(300))}]"), set()),
    "2,000 people": (facts("people:\n" + "".join(f"  - name: Person {i}\n" for i in range(2_000))), set()),
}
"""What `--full` tries as well."""

NAMES = [*SHORT, *(pytest.param(name, marks=pytest.mark.full) for name in LONG)]

BUILD = """
import sys
from sitegen import commands, pipeline
if sys.platform != "win32":
    import resource
    for what, most in ((resource.RLIMIT_CPU, int(sys.argv[1])), (resource.RLIMIT_AS, int(sys.argv[2]))):
        resource.setrlimit(what, (most, most))
sys.exit(commands.main(["build", *sys.argv[3:]]))
"""


def attempt(site: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """A build of a site by a process that may use so much and no more."""
    argv = [sys.executable, "-c", BUILD, str(SECONDS), str(BYTES), "--site", str(site), "--today", "2024-01-15"]
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return subprocess.run([*argv, *more], capture_output=True, text=True, env=env, cwd=site, timeout=120, check=False)


def told(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    """The file and the code of each problem that a build told; every build ends in an orderly way."""
    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert done.stderr == ""
    return [(p["file"], p["code"]) for p in json.loads(done.stdout)["problems"]]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_story_is_a_page_or_a_problem(tmp_path, name):
    content, expected = {**SHORT, **LONG}[name]
    done = attempt(folder(tmp_path, {STORY: content, **OTHERS}), "--json")
    problems = told(done)
    found = {code for _, code in problems}
    assert found <= expected if expected is ANY else found == expected
    assert {file for file, _ in problems} <= {STORY}
    assert (tmp_path / "output" / PAGE).exists() is (done.returncode == 0)


@pytest.mark.parametrize("name", ["site.yaml", "hubs.yaml", "schools.yaml", "glossary.yaml", "kinds/own.yaml"])
@pytest.mark.parametrize(
    "content", [b"[" * 30_000, b"\xff\xfe\x00", b"- " * 30_000, b"a: &a [*a, *a]", b"\0" * 9, b""], ids=range(6)
)
def test_a_hostile_register_is_told_as_such(tmp_path, name, content):
    result = built(tmp_path, {f"content/{name}": content, **OTHERS})
    assert {p.where.file for p in result.problems if p.is_error} <= {f"content/{name}"}
    assert any(p.is_error for p in result.problems) or not content


@pytest.mark.full
def test_a_report_of_30_000_problems_is_written(tmp_path):
    done = attempt(folder(tmp_path, {STORY: LONG["30,000 unknown fields"][0]}))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("30,000 problems in 1 file.")


@pytest.mark.full
def test_ten_thousand_files_in_a_folder_are_read(tmp_path):
    files = {f"content/2022-23/hostile/p{i}.jpg": b"" for i in range(10_000)}
    problems = told(attempt(folder(tmp_path, {**files, **OTHERS}), "--json"))
    assert len(problems) == 10_000
    assert {code for _, code in problems} == {"ignored-file"}


def test_folders_as_deep_as_a_path_can_be_are_told(tmp_path):
    path = "content/2022-23/" + "a/" * 300 + "story.md"
    assert {file for file, _ in told(attempt(folder(tmp_path, {path: story(), **OTHERS}), "--json"))} == {path}


if sys.platform != "win32":

    def a_pipe(path: Path) -> None:
        os.mkfifo(path)

    def a_socket(path: Path) -> None:
        with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)

    def a_device(path: Path) -> None:
        path.symlink_to("/dev/zero")

    def a_loop(path: Path) -> None:
        path.symlink_to(path.name)

    @pytest.mark.parametrize("name", ["01-hostile.md", "hubs.yaml", "photo.jpg"])
    @pytest.mark.parametrize("make", [a_pipe, a_socket, a_device, a_loop])
    def test_what_is_no_file_is_never_waited_for(tmp_path, make: Callable[[Path], None], name):
        folder(tmp_path, OTHERS)
        make(tmp_path / "content/2022-23" / name)
        result = built(tmp_path, {})
        assert {(p.where.file, p.code) for p in result.problems} in (
            {(f"content/2022-23/{name}", "unreadable-file")},
            {(f"content/2022-23/{name}", "link-out-of-folder")},
        )

    AS_NOBODY = """
import datetime, os, sys
from pathlib import Path
from sitegen.pipeline import Options, build

site, theme, story, folder = map(Path, sys.argv[1:])
asked = Options(site, site / "output", theme, datetime.date(2024, 1, 15))
build(asked)  # what is loaded on the way may lie where nobody may look
story.chmod(0)
folder.chmod(0)
os.getuid() or os.setuid(65534)
print(*(f"{p.code} {p.where.file}" for p in build(asked).problems), sep=chr(10))
"""

    def test_a_file_and_a_folder_that_may_not_be_opened_are_all_that_a_build_tells():
        with tempfile.TemporaryDirectory() as name:
            site, closed = Path(name), Path(name, "content/2022-23/90-closed")
            site.chmod(0o755)
            folder(site, {STORY: story(), **OTHERS, "content/2022-23/90-closed/01-in.md": story(title="Closed")})
            folder(site, {"content/2022-23/90-closed/index.md": "---\nkind: section\ntitle: Closed to all\n---\n"})
            argv = [sys.executable, "-c", AS_NOBODY, *map(str, (site, ROOT / "templates", site / STORY, closed))]
            done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
            closed.chmod(0o755)
        assert done.stderr == ""
        assert done.stdout.splitlines() == [f"unreadable-file {STORY}", "unreadable-file content/2022-23/90-closed"]


def test_hostile_pictures_are_told_and_none_is_waited_for(tmp_path):
    """Each claims or holds far more than it shows, or is nothing at all; Pillow itself would only warn of some."""
    wide = png(9_700, 9_700, 1, 0, bytes(9_700 // 8 + 2) * 9_700)
    scans = b"\xff\xd8\xff" + b"\xff\xda" * 100_000
    hostile = {"claims.png": png(60_000, 60_000), "wide.png": wide, "scans.jpg": scans}
    hostile |= {"none.jpg": b"", "nought.gif": bytes(9)}
    hostile |= {"heavy.jpg": b"\xff\xd8\xff".ljust(50_000_001), "name.png": photograph(), "moves.gif": moving("GIF")}
    shown = "\n\n".join(f'![P]({name}){{shows="no people"}}' for name in hostile)
    files = {f"content/2022-23/{name}": content for name, content in hostile.items()}
    problems = told(attempt(folder(tmp_path, {STORY: text(shown), **files, **OTHERS}), "--json"))
    assert problems == [(path, "picture-format") for path in sorted(files)]
