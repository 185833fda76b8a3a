"""What a consent allows, and that what it does not allow is nowhere in the site."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from sitegen.pipeline import Build
from tests.sites import built, codes, story

EDITION = "content/2022-23"
CONSENTS = "private/consents.yaml"
PAGE = "2022-23/talk/index.html"


def photo() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(data, "JPEG")
    return data.getvalue()


def site(root: Path, text: str, register: str = "", rules: str = "", **options: object) -> Build:
    settings = f"title: Test stories\norganisation: Test network\n{rules}"
    files = {f"{EDITION}/01-talk.md": text, f"{EDITION}/hall.jpg": photo(), "content/site.yaml": settings}
    return built(root, {**files, **({CONSENTS: register} if register else {})}, **options)


def everything(made: Build) -> str:
    return "\n".join(c.decode("utf-8", "replace") for c in made.outputs.values() if isinstance(c, bytes))


def pictures(made: Build) -> list[str]:
    return [a for a in made.outputs if a.endswith((".webp", ".jpg"))]


LIVE = "- {id: C-1, covers: [picture, name, quote, story], scope: [web, print, archive, social]}\n"
PUPILS = story(image="{file: hall.jpg, alt: Pupils at work, shows: pupils, consent: C-1}")


@pytest.mark.parametrize(("entry", "is_shown", "why"), [
    (LIVE, True, ""),
    ("- {id: c-1, covers: picture, scope: web}\n", True, ""),
    ("- {id: C-1, covers: picture}\n", True, ""),
    ("- {id: C-1, covers: picture, scope: [print, archive]}\n", False, "does not allow the web"),
    ("- {id: C-1, covers: quote, scope: web}\n", False, "does not cover pictures"),
    ("- {id: C-1, covers: picture, scope: web, given_on: 2024-01-15}\n", True, ""),
    ("- {id: C-1, covers: picture, scope: web, given_on: 2024-01-16}\n", False, "does not begin before 16 January"),
    ("- {id: C-1, covers: picture, scope: web, expires_on: 2024-01-15}\n", True, ""),
    ("- {id: C-1, covers: picture, scope: web, expires_on: January 2024}\n", True, ""),
    ("- {id: C-1, covers: picture, scope: web, expires_on: 2024-01-14}\n", False, "ended on 14 January 2024"),
    ("- {id: C-1, covers: picture, scope: web, withdrawn_on: 2024-01-16}\n", True, ""),
    ("- {id: C-1, covers: picture, scope: web, withdrawn_on: 2024-01-15}\n", False, "was withdrawn on 15 January 2024"),
    ("- {id: C-2, covers: picture, scope: web}\n", False, "is not in the consent register"),
    ("", False, "is not in the consent register"),
])  # fmt: skip
def test_a_picture_is_shown_on_the_days_and_in_the_media_that_its_consent_allows(tmp_path, entry, is_shown, why):
    made = site(tmp_path, PUPILS, entry)
    assert bool(pictures(made)) is is_shown
    assert codes(made) == ([] if is_shown else ["left-without-consent"])
    assert all(why in p.what and p.where.line == 4 for p in made.problems)
    assert ("Pupils at work" in everything(made)) is is_shown


@pytest.mark.parametrize(("shows", "rules", "is_shown"), [
    ("shows: pupils", "", False), ("", "", False), ("shows: adults", "", True), ("shows: no people", "", True),
    ("shows: adults", "release: {needs consent: picture}\n", False),
    ("shows: no people", "release: {needs consent: picture}\n", True),
])  # fmt: skip
def test_pictures_of_pupils_always_need_a_consent_and_others_where_the_rule_says_so(tmp_path, shows, rules, is_shown):
    text = story(image=f"{{file: hall.jpg, alt: The hall{', ' if shows else ''}{shows}}}")
    assert bool(pictures(site(tmp_path, text, LIVE, rules))) is is_shown


def test_every_consent_of_a_picture_must_hold(tmp_path):
    ended = LIVE + "- {id: C-2, covers: picture, scope: web, expires_on: 2020-01-01}\n"
    both = PUPILS.replace("consent: C-1", "consent: [C-1, C-2]")
    assert pictures(site(tmp_path, both, ended)) == []


def test_the_consent_of_a_story_stands_for_what_names_none_of_its_own(tmp_path):
    text = story(consent="C-1", image="{file: hall.jpg, alt: Pupils at work, shows: pupils}")
    assert pictures(site(tmp_path, text, LIVE)) != []


IN_TEXT = {
    "a picture in the text": "![Pupils counting](hall.jpg){shows=pupils}",
    "a picture that is a link": "[![Pupils counting](hall.jpg){shows=pupils}](https://www.example.org/)",
    "a figure": "::: figure\nfile: hall.jpg\nalt: Pupils counting\nshows: pupils\n\nPupils counting.\n:::",
    "a gallery": "::: gallery\n![Pupils counting](hall.jpg){shows=pupils}\n:::",
    "a portrait": "::: person Ada Okafor\nimage: hall.jpg\nalt: Pupils counting\nshows: pupils\n:::",
    "a picture in a list": "- ![Pupils counting](hall.jpg){shows=pupils}\n- A second point.",
}


@pytest.mark.parametrize("body", IN_TEXT.values(), ids=IN_TEXT)
def test_what_is_left_out_of_a_text_leaves_sound_pages_behind(tmp_path, body):
    made = site(tmp_path, story(title="Talk", body=f"Before.\n\n{body}\n\nAfter."), deep=True)
    assert codes(made) == ["left-without-consent"]
    page = made.outputs[PAGE].decode()
    assert "Pupils counting" not in everything(made)
    assert "Before." in page
    assert "After." in page
    assert "<p></p>" not in page


def test_a_name_that_may_not_be_given_is_a_role_and_has_no_page(tmp_path):
    text = story(
        title="Talk", people="[{name: Ada Okafor, role: maths lead, consent: C-9}]",
        body="We talk.\n\n> Now they want to be first.\n>\n> — Ada Okafor, maths lead",
    )  # fmt: skip
    made = site(tmp_path, text, LIVE)
    assert codes(made) == ["left-without-consent"]
    assert "Okafor" not in everything(made)
    assert "maths lead" in made.outputs[PAGE].decode()
    assert "Now they want to be first" in made.outputs[PAGE].decode()
    assert [a for a in made.outputs if a.startswith("people/") or "okafor" in a] == ["people/index.html"]


def test_a_story_whose_text_says_a_name_that_may_not_be_given_is_left_out_whole(tmp_path):
    text = story(title="Talk", people="[{name: Ada Okafor, consent: C-9}]", body="Then Ada had an idea.")
    made = site(tmp_path, text, LIVE)
    assert PAGE not in made.outputs
    (problem,) = made.problems
    assert "stands in the text too" in problem.what


def test_a_quote_that_may_not_be_shown_is_in_no_list_of_quotes(tmp_path):
    text = story(title="Talk", body="We talk.\n\n::: quote\nby: Ada Okafor\nconsent: C-9\n\nNow they lead.\n:::")
    made = site(tmp_path, text, LIVE)
    assert "Now they lead" not in everything(made)
    assert "Ada Okafor" not in everything(made)


def test_a_story_without_its_consent_is_left_out_and_a_link_to_it_is_plain_text(tmp_path):
    other = {f"{EDITION}/02-other.md": story(title="Other", body="It began [in a hall](01-talk.md).")}
    rules = "title: Test stories\norganisation: Test network\nrelease: {needs consent: story}\n"
    files = {f"{EDITION}/01-talk.md": story(title="Talk"), "content/site.yaml": rules, CONSENTS: LIVE}
    made = built(tmp_path, {**files, **{p: t.replace("kind:", "consent: C-1\nkind:") for p, t in other.items()}})
    assert codes(made) == ["left-without-consent", "link-unpublished"]
    assert PAGE not in made.outputs
    assert "in a hall" in made.outputs["2022-23/other/index.html"].decode()


def test_a_site_may_rule_that_what_lacks_consent_stops_the_build(tmp_path):
    made = site(tmp_path, PUPILS, rules="release: {without consent: stop}\n", write=True)
    assert codes(made) == ["needs-consent"]
    assert made.written is None


def test_the_print_edition_leaves_out_what_may_be_on_the_web_alone(tmp_path):
    web = "- {id: C-1, covers: [picture, quote], scope: web}\n"
    text = PUPILS.replace("Text.", "We talk.\n\n::: quote\nby: A\nconsent: C-1\n\nNow they lead.\n:::")
    made = site(tmp_path, text.replace("A story", "Talk"), web)
    assert codes(made) == []
    page, paper = (made.outputs[a].decode() for a in (PAGE, "2022-23/print/index.html"))
    for words in ("Now they lead", "Pupils at work"):
        assert words in page
        assert words not in paper
    assert "We talk" in paper


def test_a_story_for_the_web_alone_is_not_named_in_the_contents_of_the_print_edition_either(tmp_path):
    quote = "::: quote\nby: Ada\nconsent: C-1\n\nNow they lead.\n:::\n"
    letter = f":::: letter Dear all\nWords.\n\n{quote}\n— Ann, director\n::::\n"
    edition = f"---\nkind: edition\ntitle: Report\nacademic_year: 2022/23\n---\n{letter}"
    files = {CONSENTS: "- {id: C-1, covers: [story, quote], scope: web}\n", f"{EDITION}/index.md": edition,
             f"{EDITION}/01-talk.md": story("What Ada did", consent="C-1"),
             f"{EDITION}/part/index.md": "---\nkind: section\ntitle: Part\n---\n",
             f"{EDITION}/part/02-other.md": story("What Ben did", consent="C-1"),
             f"{EDITION}/03-open.md": story("What all did")}  # fmt: skip
    made = built(tmp_path, files)
    paper = made.outputs["2022-23/print/index.html"].decode()
    assert [words for words in ("What Ada did", "What Ben did", "Now they lead") if words in paper] == []
    assert [words for words in ("What all did", "Dear all", "Part") if words not in paper] == []
    assert codes(made) == []
    assert "What Ada did" in made.outputs["2022-23/index.html"].decode()


def test_the_archive_leaves_out_what_may_be_on_the_web_alone(tmp_path):
    assert pictures(site(tmp_path, PUPILS, "- {id: C-1, covers: picture, scope: web}\n", medium="archive")) == []
    assert pictures(site(tmp_path, PUPILS, LIVE, medium="archive")) != []


def test_nothing_of_the_register_is_published(tmp_path):
    register = "- {id: C-1, covers: picture, scope: web, given_by: zzqqparent, note: zzqqnote, given_on: 2019-03-07}\n"
    made = site(tmp_path, PUPILS, register)
    assert pictures(made)
    for word in ("C-1", "zzqq", "2019-03-07", "consents"):
        assert word not in everything(made)


@pytest.mark.parametrize("register", ["- [", "- {id: C-1}\n", "a: b\n", "- just words\n", "- " * 30_000, b"\xff\xfe\0"])
def test_a_register_that_cannot_be_read_allows_nothing_and_is_told(tmp_path, register):
    made = site(tmp_path, PUPILS, register)
    assert pictures(made) == []
    assert {p.where.file for p in made.problems if p.is_error} == {CONSENTS}


def test_a_listed_school_of_a_withdrawn_story_alone_is_nowhere(tmp_path):
    schools = {"content/schools.yaml": "- {id: oak, name: Oak Tree Primary}\n"}
    text = story(title="Talk", kind="case-study", school="Oak Tree Primary", withdrawn="yes")
    made = built(tmp_path, {**schools, f"{EDITION}/01-talk.md": text})
    assert "Oak Tree" not in everything(made)


def test_a_tombstone_says_that_something_was_taken_down_and_nothing_else(tmp_path):
    gone = {"withdrawn": "yes", "tombstone": "yes", "school": "Oak Tree Primary"}
    files = {f"{EDITION}/0{n}-talk-{n}.md": story(title=f"Talk {n}", body="Words.", **gone) for n in (1, 2)}
    made = built(tmp_path, files, deep=True)
    assert codes(made) == []
    for number in (1, 2):
        page = made.outputs[f"2022-23/talk-{number}/index.html"].decode()
        assert "This page has been taken down" in page
        assert '<meta name="robots" content="noindex">' in page
        assert not [word for word in (f"Talk {number}", "Words.", "Oak Tree", "talk-") if word in page]


SPOKEN = "\n\n::: quote\nby: Ada Okafor\nconsent: C-9\n\nNow they lead.\n:::\n"
CHART = "\n\n::: chart Growth\n{}\n\n| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n:::\n"


@pytest.mark.parametrize("said", [
    "::: stat 5\nsource: A survey of Ada Okafor\n\npupils\n:::", "::: stat 5\nplace: At Okafor\n\npupils\n:::",
    "::: stat 5\ncomparison: 6 for Okafor\n\npupils\n:::", "::: stat 5\npopulation: Pupils of Okafor\n\npupils\n:::",
    CHART.format("source: A survey of Okafor"), CHART.format("place: At Okafor"), CHART.format("measure: By Okafor"),
    "::: chart Growth\ndata: numbers.csv\n:::", "[The numbers](numbers.csv)",
    '[A link](https://www.example.org/ "By Okafor")', "[A link](https://www.example.org/okafor)",
    '<span title="By Okafor">Said</span> so.', "### Heading {#okafor}", "Then ADA OKAFOR spoke.",
    "Then ada okafor spoke.", "Then A\u0301da O\u0301kafor spoke.",
])  # fmt: skip
def test_a_story_that_says_such_a_name_in_any_place_is_left_out_whole(tmp_path, said):
    table = {f"{EDITION}/numbers.csv": "a,b\nOkafor,1\ny,2\n", CONSENTS: LIVE}
    made = built(tmp_path, {f"{EDITION}/01-talk.md": story(title="Talk", body=f"We talk.{SPOKEN}\n{said}\n"), **table})
    assert PAGE not in made.outputs
    assert "okafor" not in everything(made).casefold()


@pytest.mark.parametrize(("path", "field"), [
    (f"{EDITION}/01-ada-okafor.md", {}), (f"{EDITION}/Okafor/01-talk.md", {}),
    (f"{EDITION}/01-talk.md", {"people": "[{name: Ben Dahl, role: colleague of Okafor}]"}),
    (f"{EDITION}/01-talk.md", {"schools": "[{name: Oak School, size: as Okafor said}]"}),
    (f"{EDITION}/01-talk.md", {"source": "{title: A talk, url: 'https://www.example.org/okafor'}"}),
])  # fmt: skip
def test_a_story_that_has_such_a_name_in_its_address_or_its_facts_is_left_out_whole(tmp_path, path, field):
    made = built(tmp_path, {path: story(title="Talk", body=f"We talk.{SPOKEN}", **field), CONSENTS: LIVE})
    assert "okafor" not in everything(made).casefold()
    assert [address for address in made.outputs if "okafor" in address] == []


@pytest.mark.parametrize("said", ["Okaforic words.", "We may go.", "![x](okafor.jpg){shows=adults}"])
def test_what_is_no_such_name_does_not_take_a_story_away(tmp_path, said):
    text = story(title="Talk", body=f"We talk.{SPOKEN.replace('Ada', 'May')}\n{said}\n", owner="Okafor")
    made = built(tmp_path, {f"{EDITION}/01-talk.md": text, f"{EDITION}/okafor.jpg": photo(), CONSENTS: LIVE})
    assert PAGE in made.outputs


@pytest.mark.parametrize("entry", [
    "- {id: C-1, covers: picture, expires_on: 31/02/2030}\n", "- {id: C-1, covers: picture, withdrawn: 2020}\n",
    "- {id: C-1, covers: picture, scope: [web, everywhere]}\n", "- {id: C-1, covers: [picture, nane]}\n",
    "- id: C-1\n  covers: picture\n  expires_on: 2030\n  expires_on: 2020\n",
    "- covers: picture\n  expires_on: 31/02/2030\n  id: C-1\n",
    "- {id: C-1, covers: picture}\n- {id: c-1, covers: picture, expires_on: 2020}\n",
    "- {id: C-1, covers: picture}\n- {id: C-1, covers: picture, expires_on: 2020}\n",
])  # fmt: skip
def test_an_entry_with_a_problem_allows_nothing_even_where_problems_stop_nothing(tmp_path, entry):
    made = site(tmp_path, PUPILS, f"- {{id: C-0, covers: name}}\n{entry}", lenient=True)
    assert pictures(made) == []
    assert {p.where.file for p in made.problems if p.is_error} == {CONSENTS}
    assert [p.code for p in made.problems if not p.is_error] == ["left-without-consent"]


def test_a_problem_of_one_entry_leaves_the_others_as_they_are(tmp_path):
    made = site(tmp_path, PUPILS, f"{LIVE}- {{id: C-2, covers: picture, expires_on: never}}\n", lenient=True)
    assert pictures(made)
