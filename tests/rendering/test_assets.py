from __future__ import annotations

import base64
import hashlib
import time

import pytest

from sitegen.rendering.assets import publish_assets, without_notes


def published(**files: str):
    return publish_assets(
        {name.replace("__", "/").replace("_dot_", "."): text.encode() for name, text in files.items()}
    )


def test_names_change_with_the_content_and_with_nothing_else():
    first = published(js__site_dot_js="a").value["js/site.js"].address
    assert first.startswith("assets/site.")
    assert first.endswith(".js")
    assert published(js__site_dot_js="b").value["js/site.js"].address != first
    assert published(js__site_dot_js="a", css__x_dot_css="").value["js/site.js"].address == first


def test_a_style_sheet_has_its_parts_in_it_and_fonts_under_their_published_names():
    files = {
        "css/site.css": b'@import "_a.css";\nbody{}\n',
        "css/_a.css": b'@font-face{src:url("../fonts/x.woff2")} i{background:url(data:,) url(#a)}\n',
        "fonts/x.woff2": b"font",
    }
    made = publish_assets(files)
    font = made.value["fonts/x.woff2"].address.removeprefix("assets/")
    css = made.value["css/site.css"].content.decode()
    assert css == f'@font-face{{src:url("{font}")}} i{{background:url(data:,) url(#a)}}\nbody{{}}\n'
    assert made.problems == ()


def test_parts_are_not_published_by_themselves():
    made = publish_assets({"css/_a.css": b"", "js/site.js": b""}).value
    assert [asset.is_part for asset in made.values()] == [False, True]


def test_a_font_that_is_not_there_is_a_problem_at_its_place():
    made = publish_assets({"css/site.css": b'a{}\nb{background:url("../fonts/y.woff2")}\n', "fonts/x.woff2": b""})
    (problem,) = made.problems
    assert (problem.where.file, problem.where.line, problem.where.column) == ("templates/assets/css/site.css", 2, 14)
    assert problem.code == "template-error"
    assert problem.suggestion == "fonts/x.woff2"


def test_an_import_of_nothing_and_one_of_itself_are_problems():
    assert publish_assets({"css/site.css": b'@import "no.css";\n'}).problems[0].where.line == 1
    assert publish_assets({"css/site.css": b'@import "site.css";\n'}).problems


def test_the_hash_of_an_inline_script_is_that_of_its_bytes():
    digest = hashlib.sha256(b"run()").digest()
    assert (
        publish_assets({"js/_a.js": b"run()"}).value["js/_a.js"].csp_hash
        == f"sha256-{base64.b64encode(digest).decode()}"
    )


@pytest.mark.parametrize(
    ("sheet", "published_as"),
    [
        ("/* A note. */\np{}\n", "p{}\n"),
        ("p{}\n  /* One\n of two lines. */ a{}\nb{}\n", "p{}\na{}\nb{}\n"),
        ('p{content:"/* words */"} /* beside */\n', 'p{content:"/* words */"} /* beside */\n'),
        ("/*! Licence */\np{}\n", "/*! Licence */\np{}\n"),
        ("p{}\n/* no end\na{}\n", "p{}\n/* no end\na{}\n"),
        ("/*/ one */p{}\n", "p{}\n"),
        ("/* a *//* b */\np{}\n", "/* b */\np{}\n"),
    ],
)
def test_style_sheets_come_without_the_notes_that_begin_a_line(sheet, published_as):
    assert without_notes(sheet) == published_as


def test_very_many_notes_without_an_end_take_no_time():
    sheet = "/* x\n" * 100_000
    began = time.process_time()
    assert without_notes(sheet) == sheet
    assert time.process_time() - began < 5
