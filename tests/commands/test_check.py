"""`check --ready` as it is typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.commands import main
from tests.readiness.boards import EDITION, HUBS, full
from tests.sites import folder
from tests.writing.trees import contents

TODAY = ("--today", "2024-01-15")
ONE = f"{EDITION}/one.md"


@pytest.fixture
def site(tmp_path) -> Path:
    return folder(tmp_path / "my site", {**HUBS, ONE: full("One", "Zzqqfirst words.")})


def run(site: Path, *arguments: str) -> int:
    return main([*arguments, "--site", str(site), *TODAY])


def ready(site: Path, *more: str) -> int:
    return run(site, "check", "--ready", *more)


def page(site: Path) -> str:
    return (site / ".sitegen/ready/index.html").read_text("utf-8")


def test_the_board_is_printed_and_says_where_its_page_is(site, capsys):
    assert ready(site) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.startswith("Is it ready? Test stories, as of 15 January 2024\n\nThe release can go out:")
    assert printed.out.endswith(f"{(site / '.sitegen/ready/index.html').as_uri()}\n")
    assert "<title>Is it ready? Test stories, 15 January 2024</title>" in page(site)


def test_nothing_but_the_board_is_written(site):
    assert ready(site) == 0
    assert sorted(p.name for p in site.iterdir()) == [".sitegen", "content"]
    assert (site / ".sitegen/.gitignore").read_text() == "*\n"
    run(site, "build")
    before = contents(site / "output")
    folder(site, {ONE: full("One", "Other words.")})
    assert ready(site) == 0
    assert contents(site / "output") == before
    assert not any("ready" in path.split("/") for path in before)


@pytest.mark.parametrize("text", [full(hub="Vael"), "No fields.\n", ""])
def test_errors_give_a_board_and_the_status_of_check(site, capsys, text):
    folder(site, {ONE: text})
    assert ready(site) == 1
    assert "The release cannot go out yet: 1 error in 1 file stops it." in capsys.readouterr().out
    assert "Stops the release" in page(site)


def test_a_warning_is_an_error_when_it_is_asked_to_be(site, capsys):
    folder(site, {ONE: full(body="> Words.")})
    assert ready(site) == 0
    assert ready(site, "--strict") == 1
    assert "1 warning in 1 file counts as an error with --strict." in capsys.readouterr().out


@pytest.mark.parametrize("broken", ["templates/base.html", "templates/ready/board.html"])
def test_a_theme_with_a_mistake_does_not_keep_the_board_back(site, capsys, broken):
    folder(site, {broken: "{% if %}"})
    assert ready(site) == 1
    assert f"{broken}: mistake in a template" in capsys.readouterr().out


def test_it_compares_with_the_site_that_was_built_last(site, capsys, monkeypatch):
    monkeypatch.chdir(site)
    run(site, "build")
    folder(site, {ONE: full("One", "Zzqqsecond words.")})
    assert ready(site) == 0
    assert "Compared with output/, pages: 1 changed." in capsys.readouterr().out
    assert "<del>Zzqqfirst</del> words." in page(site)


def test_or_with_the_one_that_is_named(site, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    run(site, "build")
    shutil.copytree(site / "output", tmp_path / "last year/data")
    folder(site, {ONE: full("One", "Zzqqsecond words.")})
    run(site, "build")
    assert ready(site, "--since", "last year") == 0
    assert "Compared with last year/, pages: 1 changed." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--ready", "--json"), "--ready is a board for people"),
        (("--ready", "--drafts"), "--ready shows drafts anyway"),
        (("--since", "x"), "--since names what the readiness board compares with"),
        (("--ready", "--since", "nowhere"), "holds no site that sitegen has built"),
    ],
)
def test_what_does_not_go_together_is_one_plain_line(site, capsys, arguments, line):
    assert run(site, "check", *arguments) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert line in printed.err
    assert not (site / ".sitegen").exists()


def test_a_place_that_cannot_be_written_to_is_one_plain_line(site, capsys):
    (site / ".sitegen").write_text("in the way")
    assert ready(site) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("The readiness board cannot be written: ")
    assert printed.err.count("\n") == 1


def test_what_is_withdrawn_is_not_left_on_an_older_board(site):
    folder(site, {f"{EDITION}/two.md": full("Two")})
    run(site, "build")
    folder(site, {ONE: full("One", "Zzqqsecond words.")})
    assert ready(site) == 0
    assert "Zzqqsecond" in page(site)
    run(site, "build")
    assert run(site, "withdraw", "2022-23/one") == 0
    assert not (site / ".sitegen/ready/index.html").exists()
    assert ready(site) == 0
    assert "Zzqq" not in page(site)
