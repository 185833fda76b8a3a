from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path

import pytest

from sitegen.commands import main
from sitegen.commands.arguments import COMMANDS, OPTIONS, parse, today
from sitegen.text import in_words
from sitegen.writing.errors import EnvironmentProblem

ROOT = Path(__file__).resolve().parents[2]


def test_no_command_means_build():
    assert parse([], None).command == "build"
    assert parse(["--strict"], None).command == "build"
    assert parse(["--strict"], None).strict


def test_options_are_read_by_their_type():
    argv = ["build", "--site", "x", "--today", "2024-05-31", "--jobs", "3", "--base-url=https://a.example/b/"]
    given = parse(argv, None)
    assert (given.site, given.today, given.jobs) == (Path("x"), datetime.date(2024, 5, 31), 3)
    assert given.base_url == "https://a.example/b/"


def test_what_was_not_given_has_its_default():
    given = parse(["check"], None)
    assert (given.site, given.output, given.strict, given.jobs, given.today) == (None, None, False, 0, None)


WRONG = (
    (["biuld"], 'There is no command "biuld". Did you mean "build"?'),
    (["xyzzy"], f'There is no command "xyzzy". The commands are {in_words(list(COMMANDS))}.'),
    (["build", "--strct"], '"--strct" is not understood here. Did you mean --strict?'),
    (["build", "--stric"], '"--stric" is not understood here. Did you mean --strict?'),
    (["serve", "--strict"], '"--strict" is not understood here.'),
    (["build", "extra"], '"extra" is not understood here. A name that holds a space goes in quotation marks.'),
    (["import", "Larkfield", "final.docx"], '"final.docx" is not understood here. A name that holds a space goes in'),
    (["build", "--output"], "--output needs a value."),
    (["--today", "31/05/2024"], '"31/05/2024" is not a date. Write it as 2024-05-31.'),
    (["--today", "2024-02-30"], '"2024-02-30" is not a date.'),
    (["--jobs", "0"], '"0" is not a whole number from 1 to 1024.'),
    (["--jobs", "many"], '"many" is not a whole number from 1 to 1024.'),
    (["serve", "--port", "65536"], '"65536" is not a whole number from 0 to 65535.'),
    (["--base-url", "stories.example.org"], '"stories.example.org" is not the address of a site.'),
    (["--base-url", "https://"], '"https://" is not the address of a site.'),
    (["--base-url", "https://[x"], '"https://[x" is not the address of a site.'),
    (["--base-url", "https://a.example/?q"], '"https://a.example/?q" is not the address of a site.'),
)


@pytest.mark.parametrize(("argv", "line"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_wrong_usage_is_one_plain_line(capsys, argv, line):
    assert main(argv) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(line)
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("argv", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_is_printed(capsys, argv):
    assert main(argv) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("usage: sitegen")
    assert printed.err == ""


def test_the_overview_names_every_command(capsys):
    main(["-h"])
    told = capsys.readouterr().out
    assert all(re.search(rf"^  {name} +\S", told, re.MULTILINE) for name in COMMANDS)


def test_help_names_the_program_as_it_was_started(capsys):
    main(["check", "--help"], home=ROOT)
    assert capsys.readouterr().out.startswith("usage: python3 build.py check")


def test_the_version_is_the_one_that_is_declared(capsys):
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"sitegen {declared}\n"


def test_every_option_belongs_to_a_command():
    assert {name for command in COMMANDS.values() for name in command.options} == OPTIONS.keys()


class TestToday:
    def test_is_the_given_date(self, monkeypatch):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
        assert today(datetime.date(2024, 5, 31)) == datetime.date(2024, 5, 31)

    def test_is_else_the_date_of_the_sources(self, monkeypatch):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        assert today(None) == datetime.date(2023, 11, 14)

    def test_is_else_the_current_date_in_utc(self, monkeypatch):
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        before = datetime.datetime.now(datetime.UTC).date()
        assert before <= today(None) <= datetime.datetime.now(datetime.UTC).date()

    @pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30])
    def test_a_date_that_is_none_is_refused(self, monkeypatch, epoch):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        with pytest.raises(EnvironmentProblem, match="SOURCE_DATE_EPOCH"):
            today(None)
