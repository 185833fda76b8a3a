"""`build` and `check` as they are typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.commands import main
from sitegen.writing.write import write_tree
from tests.sites import folder, story
from tests.writing.trees import by_renames, contents

ROOT = Path(__file__).resolve().parents[2]
TODAY = ("--today", "2024-01-15")
GOOD = {"content/2022-23/one.md": story("One")}
BROKEN = {"content/2022-23/two.md": story("Two", kind="case-studdy")}
WARNED = {"content/2022-23/two.md": story("Two", "> Words without a name.")}


@pytest.fixture
def site(tmp_path) -> Path:
    return folder(tmp_path / "my site", GOOD)


def run(site: Path, *arguments: str) -> int:
    return main([*arguments, "--site", str(site), *TODAY])


def test_a_good_build_says_in_one_line_where_to_open_the_site(site, capsys, monkeypatch):
    monkeypatch.chdir(site)
    assert run(site) == 0
    printed = capsys.readouterr()
    address = (site / "output/index.html").as_uri()
    assert printed.err == ""
    assert printed.out.startswith("Built ")
    assert " pages into output/ (" in printed.out
    assert printed.out.endswith(f" new). Open {address}\n")
    assert (site / "output/2022-23/one/index.html").is_file()


def test_a_second_build_says_that_nothing_has_changed(site, capsys):
    run(site)
    before = contents(site / "output")
    capsys.readouterr()
    assert run(site) == 0
    assert "(nothing has changed)" in capsys.readouterr().out
    assert contents(site / "output") == before


def test_problems_are_reported_and_the_last_good_site_stays(site, capsys):
    run(site)
    before = contents(site / "output")
    capsys.readouterr()
    folder(site, BROKEN)
    assert run(site) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "content/2022-23/two.md:2:7: error [unknown-kind]" in printed.err
    assert "1 problem in 1 file. Nothing was written;" in printed.err
    assert contents(site / "output") == before


def test_a_warning_stops_nothing_unless_it_is_asked_to(site, capsys):
    folder(site, WARNED)
    assert run(site, "--strict") == 1
    assert "With --strict a warning counts as an error." in capsys.readouterr().err
    assert not (site / "output").exists()
    assert run(site) == 0
    assert "warning [unattributed-quote]" in capsys.readouterr().err
    assert (site / "output/2022-23/two/index.html").is_file()


@pytest.mark.parametrize(("files", "status"), [(GOOD, 0), (WARNED, 0), (BROKEN, 1)])
def test_json_is_all_that_stdout_holds(site, capsys, files, status):
    folder(site, files)
    assert run(site, "build", "--json") == status
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert printed.err == ""
    assert report["written"] is (status == 0)
    assert report["errors"] == status
    assert {p["file"] for p in report["problems"]} <= {"content/2022-23/two.md"}


def test_check_tells_the_same_and_writes_nothing(site, capsys):
    assert run(site, "check") == 0
    assert capsys.readouterr().out == "Checked 3 files: the site can be published.\n"
    folder(site, BROKEN)
    assert run(site, "check") == 1
    assert "error [unknown-kind]" in capsys.readouterr().err
    assert sorted(p.name for p in site.iterdir()) == ["content"]


def test_check_reads_every_finished_page_when_asked(site):
    assert run(site, "check", "--deep") == 0


def test_drafts_are_shown_beside_the_site_and_never_in_it(site):
    folder(site, {"content/2022-23/secret.md": story("Secret", draft="yes")})
    assert run(site) == 0
    assert run(site, "--drafts") == 0
    assert not (site / "output/2022-23/secret").exists()
    assert (site / ".sitegen/preview/2022-23/secret/index.html").is_file()


DRAFT = {"content/2022-23/secret.md": story("Secret", draft="yes")}


@pytest.mark.parametrize("released", [True, False])
def test_neither_the_site_nor_its_drafts_are_written_over_the_other(site, capsys, released):
    folder(site, DRAFT)
    output = site / "www"
    first, second = ((), ("--drafts",)) if released else (("--drafts",), ())
    assert run(site, *first, "--output", str(output)) == 0
    before = contents(output)
    capsys.readouterr()
    folder(site, BROKEN)  # it is refused before anything is read
    assert run(site, *second, "--output", str(output)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{output} holds {'the released site' if released else 'drafts'}, so " in printed.err
    assert printed.err.count("\n") == 1
    assert contents(output) == before


def test_every_page_of_a_build_with_drafts_says_so_and_no_page_of_a_release(site):
    folder(site, DRAFT)
    assert run(site) == run(site, "--drafts") == 0
    mark, own = "Preview with drafts: not for publication</aside>", "Draft: not published."
    robots = '<meta name="robots" content="noindex">'
    shown = pages(site / ".sitegen/preview")
    assert [path for path, html in shown.items() if html.count(mark) != 1 or html.count(robots) != 1] == []
    assert [path for path, html in shown.items() if own in html] == ["2022-23/secret/index.html"]
    released = pages(site / "output")
    assert len(released) > 10
    assert [path for path, html in released.items() if "Preview with" in html or own in html] == []
    assert [path for path, html in released.items() if robots in html] == ["404.html"]


def pages(output: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in contents(output).items() if path.endswith(".html")}


def test_output_is_relative_to_the_current_folder(site, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(site, "--output", "www") == 0
    assert (tmp_path / "www/index.html").is_file()


def test_without_a_site_the_folder_of_the_program_or_the_current_one_is_built(site, monkeypatch, tmp_path):
    monkeypatch.chdir(site)
    assert main(["--output", str(tmp_path / "one"), *TODAY]) == 0
    monkeypatch.chdir(tmp_path)
    assert main(["--output", str(tmp_path / "two"), *TODAY], home=site) == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("output", ["content/output", "content", "."])
def test_an_output_in_content_or_around_it_is_refused_before_anything_is_read(site, capsys, output):
    folder(site, BROKEN)
    assert run(site, "--output", str(site / output)) == 2
    printed = capsys.readouterr()
    assert "it may neither lie in content/ nor contain it" in printed.err
    assert printed.err.count("\n") == 1


def test_a_folder_that_sitegen_did_not_make_is_refused(site, tmp_path, capsys):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").write_bytes(b"a")
    assert run(site, "--output", str(tmp_path / "photos")) == 2
    assert "was not made by sitegen" in capsys.readouterr().err
    assert contents(tmp_path / "photos") == {"a.jpg": b"a"}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--site", "nowhere"], "There is no folder nowhere."),
        (["--site", "my site/content"], "it holds no folder called content. Name the folder above it instead."),
        (["--site", "my site", "--private", "nowhere"], "There is no folder nowhere."),
    ],
)
def test_a_folder_that_is_not_there_is_one_plain_line(site, tmp_path, monkeypatch, capsys, arguments, line):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    printed = capsys.readouterr().err
    assert line in printed
    assert printed.count("\n") == 1


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_next_command_finishes_an_interrupted_exchange_even_if_the_content_is_broken(site, command):
    class Killed(BaseException):
        pass

    def at(step: str) -> None:
        if step == "site moved aside":
            raise Killed

    write_tree({"index.html": b"old"}, site / "output")
    with pytest.raises(Killed):
        write_tree({"index.html": b"new"}, site / "output", at=at, swap=by_renames)
    assert not (site / "output").exists()
    folder(site, BROKEN)
    assert run(site, command) == 1
    assert contents(site / "output") == {"index.html": b"new"}


def test_a_mistake_of_ours_is_a_traceback(site, monkeypatch):
    def mistaken(*_given: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(pipeline, "make", mistaken)
    with pytest.raises(KeyError, match="ours"):
        run(site)


def test_ctrl_c_is_quiet(site, monkeypatch, capsys):
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "make", interrupted)
    assert run(site) == 130
    assert capsys.readouterr() == ("", "")


def started(site: Path, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
    argv = [sys.executable, "-m", "sitegen", *arguments, "--site", str(site), *TODAY]
    return subprocess.Popen(argv, cwd=ROOT, env={**os.environ, **more}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_whatever_the_locale_the_output_is_utf_8(tmp_path):
    site = folder(tmp_path / "Łódź", {**GOOD, **BROKEN, "content/2022-23/two.md": story("Żółw", kind="Gdańsk")})
    out, err = started(site, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0").communicate(timeout=60)
    assert out == b""
    assert '"Gdańsk"'.encode() in err


def test_a_reader_that_stops_listening_is_no_error(site):
    folder(site, BROKEN)
    process = started(site, "build", "--json")
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), err) == (1, b"")
