from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from sitegen.markup.body import Link, LinkEnd, Picture
from sitegen.pages.page import File
from sitegen.pages.views import LinkView, NotFoundPage, PrintPage, PrintSection
from sitegen.problems.problem import Where
from sitegen.reading.values import Asset
from sitegen.rendering import render as module
from sitegen.rendering.render import RenderedSite, ids, render, render_all
from tests.rendering.samples import SITE, head, html, page, shipped, story_page, text, text_page

ONE, TWO = "2022-23/primary/goldfinch/index.html", "2022-23/primary/other/index.html"


def test_a_page_has_everything_that_every_page_promises():
    made = html(text_page("<p>Hello</p>"), "page.html")
    assert made.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>A page – Test stories</title>" in made
    assert '<meta name="description" content="What it is about.">' in made
    assert '<a class="skip" href="#main">' in made
    assert '<main id="main" tabindex="-1">' in made
    for words in ("CC BY 4.0", "Nothing here is real.", "mailto:hello@example.org", "Page colours", "Annual report"):
        assert words in made


def test_a_page_may_run_its_own_scripts_and_nothing_else():
    made = html(text_page(), "page.html")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', made)[1]
    script = re.search(r"<script>(.*?)</script>", made, re.DOTALL)[1]
    wanted = shipped().assets["js/_scheme.js"]
    assert script.encode() == wanted.content
    assert len(script) < 300
    assert policy == (
        f"default-src 'none'; script-src 'self' '{wanted.csp_hash}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def test_every_address_on_a_page_is_relative_and_names_a_file():
    made = html(text_page("<p>", Link("other.md", 1, 1), "x", LinkEnd(), "</p>"), "page.html")
    for address in re.findall(r'(?:href|src)="([^"]+)"', made):
        assert re.match(r"(\.\./|#|mailto:|data:)|[\w./-]+\.\w+", address), address
        assert not re.match(r"https?:|/", address)
        assert not address.endswith("/")


def test_what_a_page_names_is_recorded():
    body = text("<p>", Link("other.md#cpd", 1, 1), "x", LinkEnd(), '</p><h2 id="here">H</h2>')
    made = render(page(story_page(body), "story.html"), SITE, shipped(), {}).value
    assert (TWO, "cpd") in made.links
    assert ("browse/index.html", "") in made.links
    assert shipped().assets["css/site.css"].address in dict(made.links)
    assert "here" in made.ids


def test_ids_are_found_in_tags_and_not_in_words():
    assert ids('<p title="<b>" id="a" data-id="b">x</p>\n<p\nid="c">') == ("a", "c")
    assert ids('<p>a room id="a"</p><p id="b" id="c"><i id="d">') == ("b", "d")
    assert ids('<p id="a">id="b"</p><i title=">" id="c"></i><code>&lt;p id="d"></code><p id="a">') == ("a", "c", "a")


def test_a_page_that_leads_to_this_one_is_marked_in_the_navigation():
    made = html(text_page(address="browse/index.html"), "page.html")
    assert "aria-current" not in made
    there = text_page()
    marked = html(type(there)(head(current="browse/index.html"), "t", "", text(), ()), "page.html")
    assert marked.count('aria-current="page"') == 1


def test_the_address_on_the_web_is_named_where_there_is_one_and_nowhere_else():
    assert "canonical" not in html(text_page(), "page.html")
    there = replace(SITE, base_url="https://example.org/report/")
    made = render(page(text_page(), "page.html"), there, shipped(), {}).value.html.decode()
    assert '<link rel="canonical" href="https://example.org/report/about/index.html">' in made
    assert made.count("https://") == 1


def test_a_missing_layout_is_a_problem_of_the_page_with_what_was_near():
    made = render(page(text_page(), "sory.html"), SITE, shipped(), {})
    (problem,) = made.problems
    assert (problem.code, problem.where, problem.suggestion) == ("missing-template", Where("content/x.md"), "story")
    assert made.value is None


def test_all_files_of_a_site_are_made_together():
    made = render_all([page(text_page(), "page.html"), File("stories.json", b"{}", Where("x"))], SITE, shipped()).value
    assert made.outputs["stories.json"] == b"{}"
    assert made.outputs["about/index.html"].startswith(b"<!DOCTYPE html>")
    assert any(re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", address) for address in made.outputs)
    assert not any("/_" in address for address in made.outputs)
    assert [p.address for p in made.pages] == ["about/index.html"]


def rendered(monkeypatch, *given, before=None, site=SITE, theme=None) -> tuple[list[str], RenderedSite]:
    """The addresses of the pages that were rendered, and what came of all."""
    made: list[str] = []
    real = module.render
    monkeypatch.setattr(module, "render", lambda page, *by: made.append(page.address) or real(page, *by))
    whole = render_all(given, site, theme or shipped(), before=before).value
    monkeypatch.setattr(module, "render", real)
    return made, whole


def test_a_page_that_is_as_it_was_before_is_not_rendered_again(monkeypatch):
    about, other = page(text_page("<p>One</p>"), "page.html"), page(text_page(address="other/index.html"), "page.html")
    _, first = rendered(monkeypatch, about, other)
    edited = page(text_page("<p>Two</p>"), "page.html")
    made, second = rendered(monkeypatch, edited, other, before=first)
    assert made == ["about/index.html"]
    assert [p.html for p in second.pages] == [p.html for p in render_all([edited, other], SITE, shipped()).value.pages]
    assert rendered(monkeypatch, edited, other, before=second)[0] == []


def test_another_site_or_theme_has_every_page_rendered_again(monkeypatch):
    about = page(text_page(), "page.html")
    _, first = rendered(monkeypatch, about)
    assert rendered(monkeypatch, about, before=first, site=replace(SITE, licence="CC0"))[0] == ["about/index.html"]
    theme = replace(shipped(), digest="another")
    assert rendered(monkeypatch, about, before=first, theme=theme)[0] == ["about/index.html"]


def printed() -> str:
    link = ("<p>", Link("other.md", 1, 1), "other", LinkEnd(), "</p>")
    note = ('<ol><li id="fn-1"><a href="#ref-1">up</a></li></ol>',)
    one = story_page(text(*link, '<h2 id="cpd">A</h2><sup id="ref-1"><a href="#fn-1">1</a></sup>', notes=note), ONE)
    two = story_page(text('<h2 id="cpd">B</h2><sup id="ref-1"><a href="#fn-1">1</a></sup>', notes=note), TWO)
    from tests.rendering.test_views import edition_page

    view = PrintPage(head("2022-23/print/index.html"), edition_page(), (PrintSection(None, (one, two)),))
    return html(view, "print.html")


def test_stories_on_one_page_keep_their_ids_apart_and_their_links_within_it():
    made = printed()
    found = ids(made)
    assert len(found) == len(set(found))
    assert {"primary--goldfinch", "primary--goldfinch--cpd", "primary--other--cpd", "primary--other--fn-1"} <= set(
        found
    )
    assert '<a href="#primary--other">other</a>' in made
    assert '<a href="#primary--other--fn-1">1</a>' in made


def test_stories_on_one_page_have_lower_headings():
    made = printed()
    assert made.count("<h1") == 1
    assert '<h3 id="primary--goldfinch--cpd">A</h3>' in made


def not_found(*links: LinkView) -> str:
    return html(NotFoundPage(head("404.html"), "Not here", "It moved.", links), "404.html")


def test_the_page_for_no_page_asks_for_nothing_and_has_no_relative_link():
    made = not_found(LinkView("All editions", "/report/index.html", "4 editions"))
    assert re.findall(r'(?:href|src)="([^"]*)"', made) == ["/report/index.html"]
    assert "<link" not in made
    assert "<script" not in made
    assert re.findall(r"url\(", made) == []
    assert "<a " not in not_found()


def test_a_draft_says_so_and_is_not_for_search_engines():
    there = text_page()
    made = html(type(there)(head(draft=True), "t", "", text(), ()), "page.html")  # type: ignore[arg-type]
    assert "Draft: not published." in made
    assert '<meta name="robots" content="noindex">' in made


def test_a_story_has_a_ten_wall_in_its_text_only_while_it_shows_no_picture():
    shown = text("<p>Words</p>")
    pictured = replace(
        shown,
        body=replace(shown.body, pictures=(Picture("h.jpg", "A hall", 1, 1),)),
        pictures={"h.jpg": Asset("h.jpg", Path("h.jpg"), 1, "abc")},
    )
    assert "No photograph supplied" in html(story_page(shown), "story.html")
    made = html(story_page(pictured), "story.html")
    assert "No photograph supplied" not in made
    assert 'class="wallfig"' not in made
    assert "<p>Words</p>" in made
