"""Refusals that only Linux and macOS can be made to give; conftest.py leaves this file out elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sitegen.writing.write import write_tree
from tests.writing.trees import OLD, is_whole

ROOT = Path(__file__).parents[2]

NO_LARGE_FILES = """
import resource, sys
from pathlib import Path
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.write import write_tree

resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_tree({"big": b"x" * 200_000}, Path(sys.argv[1]))
except EnvironmentProblem as problem:
    print(problem)
"""

AS_NOBODY = """
import os, sys
from pathlib import Path
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.write import write_tree

os.getuid() or os.setuid(65534)
try:
    write_tree({"a": b""}, Path(sys.argv[1]))
except EnvironmentProblem as problem:
    print(problem)
"""


def told(code: str, output: Path) -> str:
    argv = [sys.executable, "-c", code, str(output)]
    return subprocess.run(argv, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def test_a_file_that_the_system_does_not_let_grow_leaves_the_old_site(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    line = told(NO_LARGE_FILES, output)
    assert "larger than this machine allows" in line
    assert line.count("\n") == 1
    assert is_whole(output, OLD)


def test_a_folder_that_this_account_may_not_write_is_one_plain_line(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    line = told(AS_NOBODY, closed / "output")
    assert "this account may not do that" in line
    assert line.count("\n") == 1
