from __future__ import annotations

from tests.validity import errors

PAGE = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A page</title><main><h1>A page</h1>{}</main></html>"


def test_every_page_is_valid_html(shipped, extremes, guided):
    assert errors(shipped.folder, extremes.folder, guided.folder / "docs") == []


def test_what_is_no_html_is_found_on_any_page_of_a_folder(tmp_path):
    for name, body in (("a", "<p>Text.</p>"), ("b", "<p><div></div></p>"), ("c", "<dl><dt>Term</dt></dl>")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(PAGE.format(body))
    found = errors(tmp_path)
    assert {line.partition("/index.html")[0][-2:] for line in found} == {"/b", "/c"}
