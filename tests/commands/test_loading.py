"""What a command loads before it answers: modules are counted, and no seconds."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.sites import ROOT, folder, story

ANSWERS_AT_ONCE = {
    "sitegen", "sitegen.commands", "sitegen.commands.arguments", "sitegen.commands.terminal", "sitegen.regex",
    "sitegen.text", "sitegen.writing", "sitegen.writing.errors",
}  # fmt: skip
"""All of sitegen that help and a slip of the hand take."""

DEAR = {
    "dataclasses", "datetime", "email", "hashlib", "importlib.metadata", "inspect", "pathlib", "subprocess", "tomllib",
    "urllib.parse",
}  # fmt: skip
"""What of Python's own library takes long to load, and is not needed to answer."""

PACKAGES = {"PIL", "jinja2", "latex2mathml", "livereload", "markdown", "markupsafe", "nh3", "tornado", "yaml"}

FOR_OTHERS = {
    "asyncio", "email", "http", "importlib.metadata", "importlib.resources", "latex2mathml", "livereload", "mammoth",
    "sitegen.checking.deep", "sitegen.checking.remains", "sitegen.commands.live", "sitegen.commands.serve",
    "sitegen.commands.extras", "sitegen.commands.import_", "sitegen.commands.new", "sitegen.commands.takedown",
    "sitegen.commands.withdraw", "sitegen.starting", "sitegen.word", "statistics", "tomllib", "tornado", "zipfile",
}  # fmt: skip
"""What a build of a site without formulas does not take: other commands do."""

CODE = """
import sys
before = set(sys.modules)
from sitegen.commands import main
status = main(sys.argv[1:])
print(status, *sorted(set(sys.modules) - before), file=sys.stderr)
"""


def loaded(*argv: str) -> tuple[int, set[str]]:
    """The exit status of a command, and the modules that it has loaded."""
    run = subprocess.run([sys.executable, "-c", CODE, *argv], cwd=ROOT, capture_output=True, text=True, check=True)
    status, *modules = run.stderr.splitlines()[-1].split()
    return int(status), set(modules)


ASKED = (["--help"], ["serve", "--help"], ["biuld"], ["--strct"], ["--jobs", "0"])


@pytest.mark.parametrize("argv", ASKED, ids=" ".join)
def test_help_and_a_slip_of_the_hand_are_answered_at_once(argv):
    status, modules = loaded(*argv)
    assert status == (0 if "--help" in argv else 2)
    assert {name for name in modules if name.partition(".")[0] == "sitegen"} == ANSWERS_AT_ONCE
    assert modules & (DEAR | PACKAGES) == set()


def test_a_build_loads_nothing_that_it_does_not_take_and_one_of_what_has_not_changed_no_package(tmp_path):
    site = folder(tmp_path, {"content/2022-23/a-story.md": story("A story of one school")})
    argv = ("build", "--site", str(site), "--today", "2024-01-15")
    status, modules = loaded(*argv)
    assert status == 0
    assert modules & FOR_OTHERS == set()
    assert modules >= {"sitegen.pipeline", "jinja2", "markdown"}
    status, modules = loaded(*argv)  # nothing has changed
    assert status == 0
    assert modules & (FOR_OTHERS | PACKAGES | {"sitegen.pipeline"}) == set()
