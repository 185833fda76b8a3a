"""The command of the benchmark, and the page that explains it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.writing.errors import EnvironmentProblem
from tests.bench.__main__ import _asked, _bench
from tests.bench.goals import GOALS

PAGE = (Path(__file__).resolve().parents[2] / "docs/performance.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--only", "help,cold"], 'There is no row "cold". The rows are cold-pelican, cold-hugo'),
        (["--stories", "399"], "at least 400 stories"),
        (["--pairs", "0"], "one pair"),
        (["--hugo", "not/here"], "There is no program not/here"),
    ],
)
def test_what_cannot_be_measured_is_told_before_anything_is_done(arguments, told):
    with pytest.raises(EnvironmentProblem, match=re.escape(told)):
        _bench(_asked(arguments))


def test_rows_are_measured_as_named_and_all_of_them_unasked():
    assert _bench(_asked(["--only", "help,serve"])).rows == {"help", "serve"}
    assert _bench(_asked([])).rows == GOALS.keys()


def test_the_page_explains_every_row_and_every_option_and_no_other(capsys):
    first = "".join(re.findall(r"^\|(.*?)\|", PAGE, re.MULTILINE))
    assert set(re.findall(r"`([a-z][a-z-]*)`", first)) == GOALS.keys()
    with pytest.raises(SystemExit):
        _asked(["--help"])
    options = set(re.findall(r"(--[a-z]+)", capsys.readouterr().out.partition("options:")[2])) - {"--help"}
    assert set(re.findall(r"--[a-z]+", first)) == options
