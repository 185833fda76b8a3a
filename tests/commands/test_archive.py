"""`archive`: what it packs, what it leaves out, what it says; and `--check` of archives old and new."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from sitegen.commands import main
from tests.bags import problems
from tests.sites import folder, story

E = "content/2022-23"
TODAY = ("--today", "2024-01-15")
CONSENTS = "private/consents.yaml"


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(data, "JPEG")
    return data.getvalue()


FILES: dict[str, str | bytes] = {
    "content/site.yaml": "title: Test stories\norganisation: Test network\nlicence: CC BY 4.0\n"
    "contact: a@example.org\n",
    "content/hubs.yaml": "- {id: boolean, name: Boolean}\n- {id: code, name: Code}\n",
    f"{E}/oak.md": story("Oak talks", hub="Boolean", date="2023-11-28"),
    f"{E}/elm.md": story("Elm adds", hub="Code"),
}
WEB_ALONE = {
    f"{E}/hall.jpg": picture(),
    f"{E}/oak.md": story("Oak talks", "![Zzqq pupils](hall.jpg){shows=pupils consent=ZZQQ-1}", hub="Boolean"),
    f"{E}/ash.md": story("Zzqq ash", consent="ZZQQ-2"),
    CONSENTS: "- {id: ZZQQ-1, covers: picture, scope: [web]}\n- {id: ZZQQ-2, covers: story, scope: [web, print]}\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site; the current folder is one beside it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return folder(tmp_path / "site", FILES)


def archive(site: Path, *more: str) -> int:
    return main(["archive", "--site", str(site), *TODAY, *more])


def inside(path: Path | str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as found:
        return {name.partition("/")[2]: found.read(name) for name in found.namelist()}


def everything(path: Path | str) -> bytes:
    return b"\n".join([*inside(path).values(), *(name.encode() for name in inside(path))]).lower()


def test_the_archive_holds_the_site_byte_for_byte_and_is_a_bag(site, capsys):
    assert main(["build", "--site", str(site), *TODAY]) == 0
    before = {path: path.read_bytes() for path in (site / "output").rglob("*") if path.is_file()}
    assert archive(site, "a.zip") == 0
    assert problems(Path("a.zip")) == []
    built = {path.relative_to(site / "output").as_posix(): content for path, content in before.items()}
    built.pop(".sitegen-output.json")
    packed = {name[5:]: content for name, content in inside("a.zip").items() if name.startswith("data/")}
    assert packed == built
    assert {path: path.read_bytes() for path in (site / "output").rglob("*") if path.is_file()} == before
    assert "Archived" in capsys.readouterr().out


def test_an_archive_is_the_same_bytes_on_every_day_and_machine(site, monkeypatch):
    assert archive(site, "a.zip") == 0
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    for path in site.rglob("*.md"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert main(["archive", "b.zip", "--site", str(site), "--today", "2024-06-01", "--fresh", "--jobs", "2"]) == 0
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()


def test_nothing_is_left_beside_a_site_that_was_only_archived(site):
    assert archive(site) == 0
    assert sorted(path.name for path in site.iterdir()) == ["content"]
    assert os.listdir() == ["test-stories-2022-23.zip"]


def test_a_part_has_a_name_of_its_own(site):
    assert archive(site, "--edition", "2022-23") == 0
    assert archive(site, "--hub", "Boolean") == 0
    assert sorted(os.listdir()) == ["test-stories-boolean-2022-23.zip", "test-stories-edition-2022-23.zip"]
    assert "data/2022-23/elm/index.html" not in inside("test-stories-boolean-2022-23.zip")


def test_an_archive_says_of_itself_what_it_is_without_a_clock(site):
    assert archive(site, "a.zip", "--hub", "Boolean") == 0
    info = inside("a.zip")["bag-info.txt"].decode().splitlines()
    assert "Source-Organization: Test network" in info
    assert "Contact-Email: a@example.org" in info
    assert "Bagging-Date: 2023-11-28" in info
    assert "Sitegen-Hub: boolean" in info
    assert any(line.startswith("External-Description: Test stories: Boolean: a website of 1 story") for line in info)


@pytest.mark.parametrize("name", ["READ-ME-FIRST.txt", "READ-ME-FIRST.html"])
def test_whoever_looks_into_the_zip_file_is_told_what_to_do(site, name):
    assert archive(site, "a.zip") == 0
    said = inside("a.zip")[name].decode()
    about = ("Test network", "CC BY 4.0", "a@example.org", "2 stories", "data/stories.json")
    for words in ("Extract All", "data/index.html", "sha512sum", *about):
        assert words in said
    assert "data/stats.csv" in said
    assert "left out" not in said.lower()


def test_what_a_consent_allows_on_the_web_alone_is_left_out_and_that_is_said(site, capsys):
    folder(site, WEB_ALONE, frame=FILES)  # type: ignore[arg-type]
    assert archive(site, "a.zip") == 0
    words = "Left out are 1 story or page and 1 picture that may be shown on the web alone."
    assert words in capsys.readouterr().out
    held = inside("a.zip")
    assert words in " ".join(held["READ-ME-FIRST.txt"].decode().split())
    assert words in held["bag-info.txt"].decode()
    assert b"zzqq" not in everything("a.zip")
    assert main(["build", "--site", str(site), *TODAY]) == 0
    assert b"Zzqq pupils" in (site / "output/2022-23/oak/index.html").read_bytes()


def test_a_rule_that_stops_without_a_consent_does_not_stop_the_archive_of_what_the_web_may_have(site, capsys):
    stop = {"content/site.yaml": "title: T\norganisation: O\nrelease: {without_consent: stop}\n"}
    folder(site, {**WEB_ALONE, **stop}, frame=FILES)  # type: ignore[arg-type]
    assert archive(site, "a.zip") == 0
    (site / CONSENTS).write_text("- {id: ZZQQ-2, covers: story, scope: [web, print]}\n")
    assert archive(site, "b.zip") == 1
    assert "needs-consent" in capsys.readouterr().err
    assert not Path("b.zip").exists()


def test_errors_stop_it_and_nothing_is_written(site, capsys):
    (site / E / "bad.md").write_text(story("Bad", hub="Nowhere"))
    assert archive(site) == 1
    assert os.listdir() == []
    assert "Nothing was written" in capsys.readouterr().err


def test_drafts_are_in_no_archive(site):
    (site / E / "draft.md").write_text(story("Zzqq draft", draft="yes"))
    assert archive(site, "a.zip") == 0
    assert b"zzqq" not in everything("a.zip")


@pytest.mark.parametrize(("words", "says"), [
    (["--edition", "2022-23", "--hub", "Boolean"], "Name an edition or a hub"),
    (["--edition", "2022-33"], 'Did you mean "2022-23"?'),
    (["--hub", "Bolean"], 'Did you mean "boolean"?'),
    (["a.tar"], "ends in .zip"),
    (["nowhere/a.zip"], "There is no folder nowhere."),
    (["../site/content/a.zip"], "which the site is made from"),
    (["thesis.zip"], "is there already and is no archive"),
    (["--check"], "Name the archive"),
    (["--check", "none.zip"], "There is no file and no folder none.zip."),
])  # fmt: skip
def test_wrong_usage_is_told_in_a_line(site, capsys, words, says):
    Path("thesis.zip").write_bytes(b"mine")
    assert archive(site, *words) == 2
    assert says in capsys.readouterr().err
    assert os.listdir() == ["thesis.zip"]
    assert Path("thesis.zip").read_bytes() == b"mine"


def test_a_folder_takes_the_archive_under_its_own_name(site):
    Path("kept").mkdir()
    assert archive(site, "kept") == 0
    assert os.listdir("kept") == ["test-stories-2022-23.zip"]


def check(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = archive(site, "--check", "a.zip", *more)
    told = capsys.readouterr()
    return status, told.out, told.err


def test_an_archive_of_today_is_whole_and_the_same(site, capsys):
    assert archive(site, "a.zip") == 0
    status, out, _ = check(site, capsys)
    assert status == 0
    assert "a.zip is whole" in out
    assert "Today's site is the same, byte for byte." in out


def test_what_differs_from_todays_site_is_told_in_words_and_is_no_damage(site, capsys):
    assert archive(site, "a.zip") == 0
    (site / E / "ash.md").write_text(story("Ash counts"))
    (site / E / "elm.md").unlink()
    (site / E / "oak.md").write_text(story("Oak talks more", hub="Boolean"))
    status, out, _ = check(site, capsys)
    assert status == 0
    assert 'Added since: story "Ash counts" (2022-23/ash/)' in out
    assert 'Changed since: story "Oak talks more" (2022-23/oak/)' in out
    assert 'No longer shown: story "Elm adds" (2022-23/elm/)' in out
    assert "not as today, such as lists" in out


def test_of_a_story_that_changed_it_is_told_what_changed(site, capsys):
    assert archive(site, "a.zip") == 0
    (site / E / "elm.md").write_text(story("Elm adds up", "Other.\n\nWords.\n\n## More\n\nText.", hub="Code"))
    told = check(site, capsys)[1]
    assert 'Changed since: story "Elm adds up" (2022-23/elm/): title, heading and ' in told


def test_what_was_taken_out_of_an_archive_is_checked_and_compared_alike(site, capsys, tmp_path):
    assert archive(site, "a.zip") == 0
    with zipfile.ZipFile("a.zip") as packed:
        packed.extractall(tmp_path / "taken out")
    words = ["archive", "--check", str(tmp_path / "taken out"), "--site", str(site), *TODAY]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "is whole: " in told
    assert "Today's site is the same, byte for byte.\n" in told
    assert "--since" not in told
    (site / E / "elm.md").write_text(story("Elm adds up", hub="Code"))
    assert main(words) == 0
    assert f'check --ready --since "{tmp_path / "taken out"}"' in capsys.readouterr().out
    page = next((tmp_path / "taken out").rglob("elm/index.html"))
    page.write_text("mine")
    assert main(words) == 1
    assert "data/2022-23/elm/index.html is not as it was" in capsys.readouterr().err


def test_what_the_program_writes_otherwise_today_is_no_change_of_a_page(site, capsys):
    assert archive(site, "a.zip") == 0
    held = inside("a.zip")
    page = held["data/2022-23/elm/index.html"]
    assert b"Share and cite" in page
    held["data/2022-23/elm/index.html"] = page.replace(b"Share and cite", b"Pass it on")
    sums = "".join(f"{hashlib.sha512(c).hexdigest()}  {n}\n" for n, c in held.items() if n.startswith("data/"))
    with zipfile.ZipFile("a.zip", "w") as other:
        for name, content in held.items():
            if name.startswith("data/") or name == "bagit.txt":
                other.writestr(f"x/{name}", content)
        other.writestr("x/manifest-sha512.txt", sums)
        other.writestr("x/bag-info.txt", "Bag-Software-Agent: another\n")
    status, told, _ = check(site, capsys)
    assert (status, "Changed since" in told, "1 other file of it is not as today" in told) == (0, False, True)


def test_the_note_names_all_data_and_the_page_that_explains_it(site):
    assert archive(site, "a.zip") == 0
    note = inside("a.zip")["READ-ME-FIRST.txt"].decode()
    tables, records = ("stories.csv", "stats.csv", "quotes.csv"), ("stories.json", "hubs.json", "schools.json")
    for name in (*tables, *records, "data/index.html"):
        assert f"data/{name}" in note


def test_nothing_is_told_of_what_was_withdrawn_since(site, capsys):
    assert archive(site, "a.zip") == 0
    (site / E / "elm.md").write_text(story("Elm adds", withdrawn="yes"))
    _, out, _ = check(site, capsys)
    assert "No longer shown: story (2022-23/elm/). It was withdrawn." in out
    assert "Elm adds" not in out


def test_an_archive_of_a_part_is_compared_with_that_part_of_today(site, capsys):
    assert archive(site, "a.zip", "--hub", "Boolean") == 0
    assert "Today's site is the same, byte for byte." in check(site, capsys)[1]
    (site / "content/hubs.yaml").write_text("- {id: code, name: Code}\n")
    (site / E / "oak.md").unlink()
    status, out, _ = check(site, capsys)
    assert status == 0
    assert 'not compared with today\'s site. No hub is called "boolean"' in out


def test_an_archive_is_checked_where_there_is_no_site(site, capsys, tmp_path):
    assert archive(site, "a.zip") == 0
    capsys.readouterr()
    assert main(["archive", "--check", "a.zip"]) == 0
    assert "There is no site folder here" in capsys.readouterr().out


def test_an_archive_of_another_site_is_not_compared(site, capsys, tmp_path):
    assert archive(site, "a.zip") == 0
    other = {"content/site.yaml": "title: Other\norganisation: O\n", "content/x/index.md": "---\nkind: edition\n"
             "title: X\n---\nText.\n", "content/x/a.md": story("A")}  # fmt: skip
    status, out, _ = check(folder(tmp_path / "other", other, frame={}), capsys)
    assert (status, 'It is of another site, "Test stories"' in out) == (0, True)
    assert "No longer shown" not in out


def test_what_an_archive_is_made_to_say_moves_no_cursor(site, capsys):
    assert archive(site, "a.zip") == 0
    with zipfile.ZipFile("a.zip", "a") as more:
        more.writestr("test-stories-2022-23/data/\x1b[2J", b"")
    status, _, err = check(site, capsys)
    assert status == 1
    assert "\x1b" not in err


def test_a_site_with_errors_is_not_compared(site, capsys):
    assert archive(site, "a.zip") == 0
    (site / E / "bad.md").write_text(story("Bad", hub="Nowhere"))
    status, out, _ = check(site, capsys)
    assert (status, "which has 1 error" in out) == (0, True)


def test_a_damaged_archive_is_told_and_not_compared(site, capsys):
    assert archive(site, "a.zip") == 0
    held = inside("a.zip")
    with zipfile.ZipFile("a.zip", "w") as other:
        for name, content in held.items():
            if name != "data/2022-23/elm/index.html":
                other.writestr(f"x/{name}", content + b"x" * (name == "data/index.html"))
    status, out, err = check(site, capsys)
    assert (status, out) == (1, "")
    assert "data/index.html is not as it was when the archive was made." in err
    assert "data/2022-23/elm/index.html is missing." in err
    assert "a.zip is damaged: 3 faults. Use another copy of it." in err


@pytest.mark.parametrize("command", ["build", "check", "archive"])
def test_no_address_of_a_former_archive_may_be_lost(site, capsys, command):
    assert archive(site, "a.zip") == 0
    (site / E / "elm.md").rename(site / E / "elm-tree.md")
    words = [command, "--site", str(site), *TODAY, "--against"]
    assert main([*words, "a.zip"]) == 1
    assert "[lost-address] 2022-23/elm/ was published" in capsys.readouterr().err
    assert main([*words, "none.zip"]) == 2
    (site / E / "elm-tree.md").write_text(story("Elm adds", hub="Code", aliases="[2022-23/elm]"))
    assert main([*words, "a.zip"]) == 0


def test_the_addresses_of_a_release_are_kept_in_a_list_that_later_builds_go_by(site, capsys):
    build = ["build", "--site", str(site), *TODAY]
    assert main([*build, "--addresses", "--drafts"]) == 2
    assert main([*build, "--addresses"]) == 0
    assert "content/addresses.txt keeps" in capsys.readouterr().out
    kept = (site / "content/addresses.txt").read_text()
    assert "\n2022-23/elm\n" in kept
    assert "people/" not in kept
    assert main([*build, "--addresses"]) == 0
    assert (site / "content/addresses.txt").read_text() == kept
    (site / E / "elm.md").unlink()
    assert main(build) == 1
    assert "content/addresses.txt:" in capsys.readouterr().err
