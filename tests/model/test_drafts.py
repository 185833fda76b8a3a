"""A draft whose picture has no alternative text: seen and marked in the preview, never published."""

from __future__ import annotations

import pytest

from tests.sites import built, codes, story
from tests.word.documents import photo

PATH = "content/2022-23/one.md"
PAGE = "2022-23/one/index.html"
MARK = "Alternative text missing"
NOBODY = 'shows="no people"'
PICTURES = (
    {"body": f"![](hall.png){{{NOBODY}}}"},
    {"body": f"Words with ![](hall.png){{{NOBODY}}} among them."},
    {"body": "::: figure\nfile: hall.png\nshows: no people\n:::"},
    {"body": f"::: gallery\n![](hall.png){{{NOBODY}}}\n:::"},
    {"body": "Text.", "image": "{file: hall.png, shows: no people}"},
)


def made(root, drafts: bool, is_draft: bool = True, **fields: str):
    more = {"draft": "yes"} if is_draft else {}
    files = {PATH: story("One", **{**fields, **more}), "content/2022-23/hall.png": photo()}
    return built(root, files, drafts=drafts)


@pytest.mark.parametrize("fields", PICTURES)
def test_the_preview_shows_the_picture_with_a_mark_and_a_warning(tmp_path, fields):
    result = made(tmp_path, drafts=True, **fields)
    assert codes(result) == ["no-alt-text-yet"]
    page = result.outputs[PAGE].decode()
    assert page.count(MARK) == 1
    assert 'alt=""' in page


@pytest.mark.parametrize("fields", PICTURES)
def test_a_release_goes_out_without_the_draft(tmp_path, fields):
    result = made(tmp_path, drafts=False, **fields)
    assert codes(result) == ["no-alt-text-yet"]
    assert PAGE not in result.outputs
    assert MARK not in "".join(c.decode() for a, c in result.outputs.items() if a.endswith(".html"))


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize("fields", PICTURES)
def test_what_is_no_draft_any_more_stops_the_site(tmp_path, fields, drafts):
    result = made(tmp_path, drafts=drafts, is_draft=False, **fields)
    assert codes(result) == ["no-alt-text"]
    assert result.problems[0].is_error


@pytest.mark.parametrize("fields", [{"draft": "no"}, {"publish_on": "2030-01-01"}, {"status": "writing"}])
def test_what_may_be_published_with_no_edit_of_it_is_no_draft(tmp_path, fields):
    assert codes(made(tmp_path, drafts=True, is_draft=False, body=PICTURES[0]["body"], **fields)) == ["no-alt-text"]


def test_no_other_error_of_a_draft_is_a_warning(tmp_path):
    result = made(tmp_path, drafts=True, body="![A hall](gone.png)")
    assert codes(result) == ["missing-picture"]
    assert result.problems[0].is_error


def test_a_picture_that_decorates_or_says_what_it_shows_has_no_mark(tmp_path):
    body = f"![](hall.png){{decorative {NOBODY}}}\n\n![A hall](hall.png){{{NOBODY}}}"
    result = made(tmp_path, drafts=True, body=body)
    assert codes(result) == []
    assert MARK not in result.outputs[PAGE].decode()


LEFT_OUT = tuple({key: value.replace(NOBODY, "").replace("shows: no people\n", "") for key, value in fields.items()}
                 for fields in PICTURES if "image" not in fields)  # fmt: skip


@pytest.mark.parametrize("fields", LEFT_OUT)
def test_the_preview_says_in_its_place_why_a_picture_is_left_out(tmp_path, fields):
    result = made(tmp_path, drafts=True, **fields)
    page = result.outputs[PAGE].decode()
    assert page.count("The picture &#34;hall.png&#34; is left out: it names no consent.") == 1
    assert not [address for address in result.outputs if "hall" in address]


@pytest.mark.parametrize("fields", LEFT_OUT)
def test_a_story_that_is_no_draft_says_nothing_of_what_is_left_out(tmp_path, fields):
    described = fields["body"].replace("![]", "![A hall]").replace("file: hall.png", "file: hall.png\nalt: A hall")
    result = made(tmp_path, drafts=True, is_draft=False, body=described)
    assert "left-without-consent" in codes(result)
    assert "is left out" not in result.outputs[PAGE].decode()
