"""What `pdf` says and writes. A stand-in prints, so that no browser is needed; a real one is tested apart."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.commands import main
from tests.sites import FRAME, ROOT, folder, story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of a shell")

STAND_IN = """#!/bin/sh
for each in "$@"; do
  case "$each" in
    --print-to-pdf=*) file="${each#--print-to-pdf=}" ;;
    file://*) page=$(printf %s "${each#file://}" | sed "s/%20/ /g") ;;
  esac
done
{ echo "%PDF-1.4"; cat "$page"; echo "%%EOF"; } > "$file"
"""
FILES = {
    "content/2022-23/01-oak.md": story(title="Oak counts"),
    "content/2022-23/02-elm.md": story(title="Elm counts", body="See [Oak](01-oak.md) and [about](../pages/about.md)."),
    "content/pages/about.md": "---\nkind: page\ntitle: About\n---\nWho we are.\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site and a browser of a sort; the current folder is another one."""
    browser = tmp_path / "browser"
    browser.write_text(STAND_IN)
    browser.chmod(0o755)
    monkeypatch.setenv("SITEGEN_BROWSER", str(browser))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return folder(tmp_path / "the site", FILES)


def run(site: Path, *arguments: str) -> int:
    return main(["pdf", *arguments, "--site", str(site), "--today", "2024-01-15"])


def test_a_story_is_printed_into_the_current_folder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "elm") == 0
    made = Path("2022-23-elm.pdf")
    assert [path.name for path in Path().iterdir()] == [made.name]
    page = made.read_text("utf-8", "replace")
    assert "Elm counts" in page
    assert "Oak counts" not in page
    assert not re.search(r"<a\b[^>]*index\.html", page), "no link leads into the folder that it was printed from"
    said = capsys.readouterr()
    assert said.out.startswith(f"Printed Elm counts to 2022-23-elm.pdf. Open {made.absolute().as_uri()}")
    assert said.err == "", "a story by itself has no contents"


def test_where_the_browser_does_not_say_where_pages_begin_the_contents_go_without(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "2022-23") == 0
    assert "does not say where its pages begin, so the contents have no page numbers" in capsys.readouterr().err
    page = Path("2022-23.pdf").read_text("utf-8", "replace")
    assert page.count('data-page=""') == 2
    assert 'data-page="0' not in page


def test_nothing_is_written_to_the_site(site: Path) -> None:
    assert run(site, "2022-23", "year.pdf") == 0
    assert not (site / "output").exists()
    assert list((site / ".sitegen").glob("pdf-*")) == []


def test_with_an_address_on_the_web_links_to_other_pages_lead_there(site: Path) -> None:
    assert run(site, "elm", "--base-url", "https://example.org/r/") == 0
    page = Path("2022-23-elm.pdf").read_text("utf-8", "replace")
    assert 'href="https://example.org/r/about/index.html"' in page


def test_a_pdf_that_is_there_is_replaced_and_anything_else_is_not(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("mine.pdf").write_bytes(b"%PDF-1.4 of last year")
    assert run(site, "elm", "mine.pdf") == 0
    assert b"Elm counts" in Path("mine.pdf").read_bytes()
    Path("notes.pdf").write_text("My notes.")
    assert run(site, "elm", "notes.pdf") == 2
    assert Path("notes.pdf").read_text() == "My notes."
    assert "is no PDF, so it stays as it is" in capsys.readouterr().err
    assert run(site, "elm", "notes.md") == 2
    assert "has to end in .pdf" in capsys.readouterr().err


def test_a_folder_takes_the_usual_name(site: Path) -> None:
    Path("papers").mkdir()
    assert run(site, "elm", "papers") == 0
    assert Path("papers/2022-23-elm.pdf").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say what is to be printed"),
        (("2022-32",), 'Did you mean "2022-23"?'),
        (("elm", "a.pdf", "b.pdf"), '"b.pdf" is one name too many'),
        (("elm", "none/there.pdf"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_plain_line(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(site, *arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_without_a_browser_it_says_how_to_print_from_one(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sitegen.commands.pdf.find_browser", lambda: None)
    assert run(site, "elm") == 2
    said = capsys.readouterr().err
    assert "2022-23/elm/print/index.html of the site, once it is built" in said
    assert main(["build", "--site", str(site)]) == 0
    assert run(site, "elm") == 2
    page = site / "output/2022-23/elm/print/index.html"
    assert f'open {page.as_uri()}, choose Print, then "Save as PDF".' in capsys.readouterr().err


def test_a_site_with_errors_is_not_printed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/2022-23/03-ash.md").write_text(story(title="Ash", body="See [nobody](no.md)."))
    assert run(site, "elm") == 1
    assert "03-ash.md" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def consented(scope: str) -> dict[str, str]:
    return {
        "content/site.yaml": FRAME["content/site.yaml"] + "release:\n  without_consent: stop\n",
        "content/2022-23/03-ash.md": story(title="Ash counts", kind="case-study", consent="C-1"),
        "private/consents.yaml": f"- id: C-1\n  covers: [story]\n  given_by: head\n  scope: [{scope}]\n"
        "  given_on: 2023-01-01\n",
    }


def test_what_is_for_print_is_printed_and_what_is_for_the_screen_is_not(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder(site, consented("web"))
    assert run(site, "2022-23") == 0, capsys.readouterr().err
    assert b"Ash counts" not in Path("2022-23.pdf").read_bytes()
    assert run(site, "ash") == 2
    folder(site, consented("print"))
    assert run(site, "2022-23") == 0
    assert b"Ash counts" in Path("2022-23.pdf").read_bytes()


def test_whoever_ends_it_ends_the_browser_with_it(site: Path, tmp_path: Path) -> None:
    number = tmp_path / "number"
    script = f"#!/bin/sh\necho $$ > '{number}.new'; mv '{number}.new' '{number}'\nexec sleep 60\n"
    (tmp_path / "browser").write_text(script)
    command = [sys.executable, "-m", "sitegen", "pdf", "elm", "--site", str(site), "--today", "2024-01-15"]
    running = subprocess.Popen(command, cwd=site, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        assert until(number.is_file), "the browser was not started"
        running.terminate()
        assert running.wait(10) == 128 + signal.SIGTERM
        browser = int(number.read_text())
        assert until(lambda: not is_alive(browser))
    finally:
        running.kill()
        running.wait()


def until(holds: Callable[[], bool]) -> bool:
    """Waits for what is to come soon."""
    end = time.monotonic() + 20
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{number}/stat").is_file() or ") Z " not in Path(f"/proc/{number}/stat").read_text()
