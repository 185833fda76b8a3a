"""What `withdraw` takes down, whatever else is wrong, and that its search would find what is left."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from sitegen.commands import main
from tests.sites import folder, story

EDITION = "content/2022-23"
TODAY = ("--today", "2024-01-15")


def photo(colour: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(data, "JPEG")
    return data.getvalue()


OAK = story(
    title="Zzqqoak grows its talk", kind="case-study", school="Zzqqoak Primary, Durham", phase="Primary",
    summary="Zzqqsummary of a year of talk in every class.", disadvantage="41% Pupil Premium",
    people="[{name: Amira Zzqqcole, role: maths lead}]",
    image="{file: zzqqwall.jpg, alt: A wall of zzqqnumber lines in the hall, shows: no people}",
    body="Zzqqbegin with one picture and one question for all.\n\n> Now they want to be zzqqfirst.\n>\n"
    "> — Amira Zzqqcole, maths lead\n\n::: stat 7,654\nperiod: 2022/23\nsource: School\n\nzzqqcounted pupils\n:::",
)  # fmt: skip
ELM = story(title="Elm talks", kind="case-study", school="Elm School", body="See [another school](01-zzqqoak.md) too.")
FILES: Mapping[str, str | bytes] = {
    f"{EDITION}/01-zzqqoak.md": OAK,
    f"{EDITION}/zzqqwall.jpg": photo("teal"),
    f"{EDITION}/02-elm.md": ELM,
    f"{EDITION}/03-ash.md": story(title="Ash counts", body="Ash counted every day."),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that is built and published."""
    made = folder(tmp_path / "site", FILES)
    assert run(made, "build") == 0
    return made


def run(site: Path, command: str, *more: str) -> int:
    return main([command, "--site", str(site), *TODAY, *more])


def withdraw(site: Path, *named: str) -> int:
    return main(["withdraw", *named, "--site", str(site), *TODAY])


def everything(site: Path) -> bytes:
    files = [p for p in (site / "output").rglob("*") if p.is_file()]
    return b"\n".join([*(p.read_bytes() for p in files), *(str(p.relative_to(site)).encode() for p in files)]).lower()


@pytest.mark.parametrize("named", [
    "zzqqoak", "2022-23/zzqqoak", "2022-23/zzqqoak/index.html", f"{EDITION}/01-zzqqoak.md", "2022-23/01-zzqqoak.md",
])  # fmt: skip
def test_a_story_is_taken_down_by_any_of_its_names(site, named, capsys):
    assert b"zzqq" in everything(site)
    assert withdraw(site, named) == 0
    assert b"zzqq" not in everything(site)
    assert "withdrawn: 2024-01-15\n" in (site / EDITION / "01-zzqqoak.md").read_text("utf-8")
    said = capsys.readouterr().out
    assert f"Taken down: {EDITION}/01-zzqqoak.md" in said
    assert "nothing is left of it" in said
    assert "cannot be recalled" in said
    assert "another school" in (site / "output/2022-23/elm/index.html").read_text("utf-8")


def test_what_is_withdrawn_comes_down_though_other_files_have_errors(site, capsys):
    (site / EDITION / "03-ash.md").write_text("---\nkind: news-item\ntitle: [Ash\n---\nZzqqunfinished.\n")
    (site / "content/hubs.yaml").write_text("- [\n")
    before = (site / "output/2022-23/ash/index.html").read_bytes()
    assert withdraw(site, "zzqqoak") == 0
    assert b"zzqq" not in everything(site)
    assert b"Ash counted every day." in before
    assert "Ash counted every day." in (site / "output/2022-23/ash/index.html").read_text("utf-8")
    said = capsys.readouterr()
    assert "yaml-unclosed-bracket" in said.err
    assert "as they were last published" in said.err


def test_a_story_that_cannot_be_read_any_more_is_taken_down_all_the_same(site):
    (site / EDITION / "01-zzqqoak.md").write_text("---\nkind: case-study\ntitle: [\n---\nText.\n")
    assert withdraw(site, f"{EDITION}/01-zzqqoak.md") == 0
    assert b"zzqq" not in everything(site)


def test_a_template_with_a_mistake_does_not_keep_a_story_up(site):
    own = site / "templates/layouts/story.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% if %}")
    assert withdraw(site, "zzqqoak") == 0
    assert b"zzqq" not in everything(site)
    assert (site / "output/2022-23/elm/index.html").exists()


def test_a_picture_that_is_damaged_or_gone_does_not_keep_a_story_up(site):
    (site / EDITION / "hall.jpg").write_bytes(b"no picture")
    for name, file in (("02-elm", "hall.jpg"), ("03-ash", "gone.jpg")):
        text = story(title=name, body=f"Kept.\n\n![The hall]({file}){{shows=adults}}")
        (site / EDITION / f"{name}.md").write_text(text)
    assert withdraw(site, "zzqqoak") == 0
    assert b"zzqq" not in everything(site)
    for name in ("elm", "ash"):
        assert (site / f"output/2022-23/{name}/index.html").exists()


def test_a_story_is_not_put_back_by_its_last_published_text(site):
    text = OAK.replace("kind: case-study", "kind: case-study\nwithdrawn: yes\nnosuch: field")
    (site / EDITION / "01-zzqqoak.md").write_text(text)
    (site / EDITION / "03-ash.md").write_text(story(title="Ash", nosuch="field"))
    assert run(site, "build") == 1
    assert b"zzqq" in everything(site)
    assert withdraw(site) == 0
    assert b"zzqq" not in everything(site)


def test_a_tombstone_is_left_where_one_is_asked_for(site):
    assert withdraw(site, "zzqqoak", "--tombstone") == 0
    page = (site / "output/2022-23/zzqqoak/index.html").read_text("utf-8")
    assert "taken down" in page
    assert "zzqq" not in page.lower()


REGISTER = """# kept by the office
- id: C-013
  covers: picture
  scope: web
- id: C-014   # the class
  covers: [picture, quote, name]
  scope: [web, print]
- {id: C-015, covers: story, scope: web}
"""
WITH_CONSENT = {
    "private/consents.yaml": REGISTER,
    f"{EDITION}/hall.jpg": photo("red"),
    f"{EDITION}/02-elm.md": story(
        title="Elm talks", image="{file: hall.jpg, alt: Zzqqpupils at work, shows: pupils, consent: c-014}",
        body="We talk.\n\n::: quote\nby: Bo Zzqqlee\nrole: pupil\nconsent: C-014\n\nI zzqqtalk now.\n:::",
    ),
    f"{EDITION}/03-ash.md": story(title="Zzqqash", consent="C-015"),
}  # fmt: skip


def test_what_rests_on_a_consent_is_taken_out_of_every_page(tmp_path, capsys):
    site = folder(tmp_path / "site", WITH_CONSENT)
    assert run(site, "build") == 0
    picture = [p for p in (site / "output/assets").iterdir() if p.name.startswith("picture.")]
    assert picture
    assert withdraw(site, "C-014") == 0
    register = (site / "private/consents.yaml").read_text("utf-8")
    assert register == REGISTER.replace("the class\n", "the class\n  withdrawn_on: 2024-01-15\n")
    for word in (b"zzqqpupils", b"zzqqtalk", b"zzqqlee"):
        assert word not in everything(site)
    assert not [p for p in picture if p.exists()]
    said = capsys.readouterr().out
    assert f"Left out of {EDITION}/02-elm.md" in said
    assert "was withdrawn on 15 January 2024" in said
    assert withdraw(site, "C-015") == 0
    assert "{id: C-015, withdrawn_on: 2024-01-15, covers" in (site / "private/consents.yaml").read_text("utf-8")
    assert b"zzqq" not in everything(site)


def test_what_somebody_else_put_into_the_output_is_searched_too(site, capsys):
    (site / "output/handout.txt").write_text("As Amira  Zzqqcole\u2019s class did.")
    assert withdraw(site, "zzqqoak") == 1
    said = capsys.readouterr().err
    assert "handout.txt: a name, amira zzqqcole" in said


def test_a_name_that_another_story_states_is_not_a_trace(site):
    (site / EDITION / "03-ash.md").write_text(story(title="Ash", people="[{name: Amira Zzqqcole, role: adviser}]"))
    assert withdraw(site, "zzqqoak") == 0
    assert "Amira Zzqqcole" in (site / "output/2022-23/ash/index.html").read_text("utf-8")


@pytest.mark.parametrize(("named", "says"), [
    ("zzqqoka", 'Did you mean "2022-23/zzqqoak"?'), ("C-99", "No story and no consent"),
    ("../../etc/passwd", "No story"),
])  # fmt: skip
def test_what_does_not_exist_changes_nothing(site, named, says, capsys):
    before = everything(site)
    assert withdraw(site, named) == 2
    assert says in capsys.readouterr().err
    assert everything(site) == before


def test_a_build_with_errors_says_first_what_is_due_down(tmp_path, capsys):
    site = folder(tmp_path / "site", {**FILES, **WITH_CONSENT})
    assert run(site, "build") == 0
    (site / EDITION / "01-zzqqoak.md").write_text(OAK.replace("kind:", "expires_on: 2023-01-01\nkind:"))
    (site / "private/consents.yaml").write_text(REGISTER.replace("scope: [web, print]", "scope: [print]"))
    (site / EDITION / "90-bad.md").write_text("---\nkind: news-item\n---\n")
    capsys.readouterr()
    assert run(site, "build") == 1
    said = capsys.readouterr().err
    due, report = said.split("[missing-field]")
    assert "still shows what has to come down" in due
    for words in ("2022-23/zzqqoak/, in", 'the picture "hall.jpg"', 'the quote "I zzqqtalk now."', "expired"):
        assert words in due
        assert words not in report


def test_a_build_with_errors_says_nothing_of_what_is_not_due(site, capsys):
    (site / EDITION / "90-bad.md").write_text("---\nkind: news-item\n---\n")
    capsys.readouterr()
    assert run(site, "build") == 1
    assert "come down" not in capsys.readouterr().err


def test_the_list_of_the_site_names_nothing_that_is_withdrawn(site):
    withdraw(site, "zzqqoak")
    files = json.loads((site / "output/.sitegen-output.json").read_text("utf-8"))["files"]
    assert not [path for path in files if "zzqq" in path]


def test_what_the_authors_guide_says_by_itself_is_no_trace_and_anything_else_in_it_is(site, capsys):
    text = OAK.replace("Zzqqoak Primary, Durham", "Larkfield Primary, Stroud").replace("Amira Zzqqcole", "Amira Cole")
    (site / EDITION / "01-zzqqoak.md").write_text(text)
    assert run(site, "build", "--docs") == 0
    assert b"amira cole" in (site / "output/docs/fields/index.html").read_bytes().lower()
    assert main(["withdraw", "zzqqoak", "--site", str(site), *TODAY, "--docs"]) == 0
    (site / "output/docs/notes.txt").write_text("Zzqqsummary of a year of talk in every class.")
    assert main(["withdraw", "zzqqoak", "--site", str(site), *TODAY, "--docs"]) == 1
    assert "docs/notes.txt" in capsys.readouterr().err
