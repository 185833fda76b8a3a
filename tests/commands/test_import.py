"""What `import` writes, where, what it says, and that it changes nothing else."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.commands import extras, main
from sitegen.writing.errors import EnvironmentProblem
from tests.sites import FRAME, ROOT, folder, story
from tests.word.documents import document, heading, picture, raw, text

SECTION = "---\nkind: section\ntitle: {}\n---\nText.\n"
FILES = {
    "content/2022-23/01-primary/index.md": SECTION.format("Primary"),
    "content/2022-23/01-primary/04-oak.md": story("Oak"),
    "content/2022-23/02-secondary/index.md": SECTION.format("Secondary"),
}
INSERTED = '<w:ins w:id="1" w:author="Ann"><w:r><w:t>new</w:t></w:r></w:ins>'
WORD = document(
    text("School: Larkfield Primary"), heading("What changed"), text("Pupils talk."), picture("A wall"), raw(INSERTED)
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return folder(tmp_path / "site", FILES)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file = tmp_path / "Larkfield final.docx"
    file.write_bytes(WORD)
    return file


def run(site: Path, file: Path | str, *more: str) -> int:
    return main(["import", str(file), "--site", str(site), *more])


def tree(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_a_story_is_a_folder_with_the_next_number_its_pictures_and_its_notes(site, word, capsys):
    before = tree(site)
    assert run(site, word, "--in", "2022-23/primary") == 0
    made = {path: content for path, content in tree(site).items() if path not in before}
    at = "content/2022-23/01-primary/05-talk-first"
    assert made.keys() == {f"{at}/index.md", f"{at}/a-wall.png", f"{at}/import-notes.txt"}
    assert before.items() <= tree(site).items()
    assert b"school: Larkfield Primary" in made[f"{at}/index.md"]
    said = capsys.readouterr().out
    assert said.startswith(f'Imported "Talk first" as a case study: {at}/index.md and 1 picture\n')
    assert "Ann: 1 insertion." in said
    assert "Ann: 1 insertion." in made[f"{at}/import-notes.txt"].decode()


def test_a_kind_is_named_as_one_writes_it_in_a_sentence(site, word, capsys):
    assert run(site, word, "--in", "2022-23/primary", "--kind", "q-and-a") == 0
    assert 'Imported "Talk first" as a Q&A:' in capsys.readouterr().out


def release(site: Path) -> None:
    """What an author does to the imported story before it is published."""
    index = site / "content/2022-23/01-primary/05-talk-first/index.md"
    text = index.read_text("utf-8").replace("draft: yes\n", "")
    index.write_text(text.replace("(a-wall.png)", '(a-wall.png){shows="no people"}'), "utf-8")


def test_the_site_then_builds_and_shows_the_story_only_among_drafts(site, word):
    assert run(site, word, "--in", "2022-23/primary") == 0
    assert main(["check", "--drafts", "--site", str(site)]) == 0
    assert main(["build", "--site", str(site)]) == 0
    page = site / "output/2022-23/primary/talk-first/index.html"
    assert not page.exists()
    release(site)
    assert main(["build", "--site", str(site)]) == 0
    assert "Pupils talk." in page.read_text("utf-8")


def test_a_picture_without_words_is_named_and_the_preview_shows_the_story_with_a_mark(site, tmp_path, capsys):
    file = tmp_path / "story.docx"
    file.write_bytes(document(text("Pupils talk."), picture()))
    assert run(site, file, "--in", "2022-23/primary") == 0
    said = capsys.readouterr().out
    assert "Until you have added these, the story can be previewed, but not published:\n  - line " in said
    assert "has no alternative text." in said
    assert "Mend these first" not in said
    index = site / "content/2022-23/01-primary/05-talk-first/index.md"
    index.write_text(index.read_text("utf-8").replace(".png)", '.png){shows="no people"}'), "utf-8")
    assert main(["build", "--drafts", "--site", str(site)]) == 0
    page = site / ".sitegen/preview/2022-23/primary/talk-first/index.html"
    assert "Alternative text missing" in page.read_text("utf-8")
    index.write_text(index.read_text("utf-8").replace("draft: yes\n", ""), "utf-8")
    assert main(["build", "--site", str(site)]) == 1


def test_a_hub_that_no_list_has_is_to_be_mended_first(site, tmp_path, capsys):
    folder(site, {"content/hubs.yaml": "- {id: vale, name: Vale}\n"})
    file = tmp_path / "hub.docx"
    file.write_bytes(document(text("Hub: GLOW"), text("Pupils talk.")))
    run(site, file, "--in", "2022-23/primary")
    said = capsys.readouterr().out
    first = said.partition("Mend these first, for until then the site cannot be built, nor shown by serve:\n")[2]
    assert first.startswith('  - line 4: No hub is called "GLOW".')
    assert "Then look at it with: " in first


def test_notes_that_were_left_lying_are_no_page_and_the_build_asks_to_delete_them(site, word, capsys):
    run(site, word, "--in", "2022-23/primary")
    release(site)
    capsys.readouterr()
    assert main(["build", "--site", str(site)]) == 0
    assert "It tells what an import from Word lost: work through it, then delete it." in capsys.readouterr().err
    assert not [p for p in (site / "output").rglob("*") if "import-notes" in p.name]


def test_they_are_asked_to_be_deleted_too_where_the_picture_beside_them_is_left_out(site, word, capsys):
    run(site, word, "--in", "2022-23/primary")
    index = site / "content/2022-23/01-primary/05-talk-first/index.md"
    index.write_text(index.read_text("utf-8").replace("draft: yes\n", ""), "utf-8")
    capsys.readouterr()
    assert main(["build", "--site", str(site)]) == 0
    said = capsys.readouterr().err
    assert "[left-without-consent]" in said
    assert said.count("It tells what an import from Word lost: work through it, then delete it.") == 1


def test_the_last_that_is_said_names_the_notes(site, word, tmp_path, capsys):
    run(site, word, "--in", "2022-23/primary")
    at = "content/2022-23/01-primary/05-talk-first/import-notes.txt"
    assert capsys.readouterr().out.endswith(f"which also stand in {at}; then delete that file.\n")
    plain = tmp_path / "plain.docx"
    plain.write_bytes(document(text("Hub: Vale"), text("Pupils talk."), title="Plain"))
    run(site, plain, "--in", "2022-23/primary", "--kind", "news-item")
    said = capsys.readouterr().out
    assert ("import-notes.txt" in said) is (site / "content/2022-23/01-primary/06-plain/import-notes.txt").exists()


WHERE = ("2022-23/01-primary", "2022-23/primary", "content/2022-23/primary/", "./2022-23\\primary", "2022-23/Primary")


@pytest.mark.parametrize("where", WHERE)
def test_a_section_may_be_named_as_people_name_it(site, word, where):
    assert run(site, word, "--in", where) == 0
    assert (site / "content/2022-23/01-primary/05-talk-first/index.md").is_file()


def refused(site: Path, file: Path | str, *more: str, capsys) -> str:
    before = tree(site)
    assert run(site, file, *more) == 2
    assert tree(site) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_without_a_section_it_lists_those_of_the_newest_edition(site, word, capsys):
    folder(site, {"content/2021-22/index.md": FRAME["content/2022-23/index.md"].replace("2022/23", "2021/22")}, {})
    said = refused(site, word, capsys=capsys)
    assert said.startswith('The newest edition has several sections: "2022-23/primary" and "2022-23/secondary". Say ')
    assert said.rstrip().endswith("--in 2022-23/primary")


def test_an_edition_without_sections_that_is_the_newest_is_where_it_goes(tmp_path, word):
    old = FRAME["content/2022-23/index.md"].replace("2022/23", "2021/22")
    made = folder(tmp_path / "site", {"content/2021-22/index.md": old})
    assert run(made, word) == 0
    assert (made / "content/2022-23/01-talk-first/index.md").is_file()


def test_a_section_that_is_not_there_has_a_did_you_mean(site, word, capsys):
    assert 'Did you mean "2022-23/primary"?' in refused(site, word, "--in", "2022-23/primry", capsys=capsys)


def test_a_kind_that_is_not_there_has_a_did_you_mean(site, word, capsys):
    said = refused(site, word, "--in", "2022-23/primary", "--kind", "case-studdy", capsys=capsys)
    assert 'Did you mean "case-study"?' in said
    assert "no kind of story" in refused(site, word, "--in", "2022-23/primary", "--kind", "section", capsys=capsys)


def test_a_story_that_is_there_is_never_written_over(site, word, capsys):
    assert run(site, word, "--in", "2022-23/primary") == 0
    capsys.readouterr()
    said = refused(site, word, "--in", "2022-23/primary", capsys=capsys)
    assert "01-primary/05-talk-first has that address already. To import" in said


def test_what_is_no_word_file_is_one_plain_line_with_its_name(site, tmp_path, capsys):
    file = tmp_path / "report.docx"
    file.write_bytes(b"%PDF-1.7")
    said = refused(site, file, "--in", "2022-23/primary", capsys=capsys)
    assert said.startswith(f"{file}: This is a PDF and no Word file.")
    assert "There is no file" in refused(site, tmp_path / "none.docx", capsys=capsys)
    assert "is a folder" in refused(site, tmp_path, capsys=capsys)
    assert "Name the Word file" in refused(site, "", capsys=capsys)


def test_a_disk_that_fails_leaves_nothing_half_written(site, word, capsys, monkeypatch):
    write = Path.write_bytes

    def fails(path: Path, content: bytes) -> int:
        if path.suffix == ".png":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert "there is no room left on the disk" in refused(site, word, "--in", "2022-23/primary", capsys=capsys)


def test_what_has_to_be_filled_in_is_listed(site, tmp_path, capsys):
    file = tmp_path / "a.docx"
    file.write_bytes(document(text("Words."), picture()))
    assert run(site, file, "--in", "2022-23/primary", "--kind", "participant") == 0
    said = capsys.readouterr().out
    assert "Mend these first, for until then the site cannot be built, nor shown by serve:" in said
    assert "Then look at it with: sitegen serve" in said
    assert "`name`" in said
    assert "no alternative text" in said


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def without_mammoth(monkeypatch) -> list[list[str]]:
    """A Python without mammoth, until pip is run; the calls of pip."""
    calls: list[list[str]] = []

    def found(name: str) -> object:
        return object() if calls else None

    def called(argv: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(argv)
        return subprocess.CompletedProcess(argv, 0, "", "")

    monkeypatch.setattr(extras.importlib.util, "find_spec", found)
    monkeypatch.setattr(extras.subprocess, "run", called)
    return calls


def test_without_library_and_terminal_one_line_says_what_to_type(site, word, capsys, monkeypatch, without_mammoth):
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    said = refused(site, word, "--in", "2022-23/primary", capsys=capsys)
    assert said.startswith("Reading Word files needs one more library, mammoth. Type the same again with --yes")
    assert without_mammoth == []


def test_at_a_terminal_it_asks_and_only_yes_is_yes(capsys, monkeypatch, without_mammoth):
    for answer in ("\n", "n\n", "what?\n", ""):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        with pytest.raises(EnvironmentProblem):
            extras.need_word(yes=False)
    assert without_mammoth == []
    monkeypatch.setattr(sys, "stdin", Terminal("Y\n"))
    extras.need_word(yes=False)
    assert len(without_mammoth) == 1
    assert "Install it now? [y/N]" in capsys.readouterr().err


def test_with_yes_it_installs_what_the_extra_names_with_the_pip_of_this_python(without_mammoth):
    extras.need_word(yes=True)
    argv = without_mammoth[0]
    assert argv[:5] == [sys.executable, "-I", "-m", "pip", "install"]
    assert argv[-1] == extras.WORD
    assert f'word = ["{extras.WORD}"]' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_what_pip_says_when_it_fails_is_one_plain_line(monkeypatch):
    failed = subprocess.CompletedProcess([], 1, "", "ERROR: Could not find it\n[notice] new pip\n")
    monkeypatch.setattr(extras.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(extras.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(EnvironmentProblem, match=r"Is the network there\? pip says: ERROR: Could not find it$"):
        extras.need_word(yes=True)


