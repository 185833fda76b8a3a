"""Harm in every field of every kind, every setting of every block, every register and every setting of the site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from sitegen.pipeline import Build
from sitegen.problems.report_html import report_html
from sitegen.schema.blocks import block_schemas
from sitegen.schema.kinds import shipped_kinds
from sitegen.schema.settings import settings_schema
from tests.hostile.inspecting import STRICTER, pages, wrong, wrong_in
from tests.hostile.planted import planted
from tests.hostile.planting import HARM, Planter
from tests.sites import built, folder, story

PLANTER = Planter()
FILES = planted(PLANTER)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return built(tmp_path_factory.mktemp("planted"), FILES)


def texts(site: Build) -> str:
    """All that is published."""
    return "".join(c.decode("utf-8", "replace") for c in site.outputs.values() if isinstance(c, bytes))


def test_the_inspection_itself_sees_what_is_wrong(site: Build) -> None:
    page = pages(site.outputs)["index.html"]
    assert wrong_in(page) == []
    for harm in (
        "<script>pwned=1</script>", "<script src=x.js></script>", "<b onclick=x>", "<a href=javascript:x>",
        "<a href='java\tscript:x'>", "<a href=//x>", "<a href='\\\\x'>", "<img src=https://x>", "<img srcset=//x>",
        "<b style='background:url(x)'>", "<style>@import 'x'</style>", "<iframe>", "<base href=x>", "<form>", "<!-- x",
        "<meta http-equiv=refresh content=0>", "<link rel=prefetch href=x>", "<a href=x ping=y>",
        "<b id=main><b id=main>", "<a href=data:x>", "<template>", "<noscript></noscript>", "<svg><use xlink:href=x>",
        "<?x>", "<a target=x>", "<script type=application/ld+json>{}<!--x</script>",
        "<script type=application/ld+json src=x.js></script>", "<script type='application/ld+json '>{}</script>",
    ):  # fmt: skip
        assert wrong_in(page.replace("<main", f"{harm}<main")), harm
    assert wrong_in(page.replace("form-action 'none'", "form-action 'self'"))
    assert wrong_in(page.replace("http-equiv", "name"))


def test_nothing_that_was_planted_runs_or_fetches(site: Build) -> None:
    assert [p for p in site.problems if p.is_error] == []
    assert wrong(site.outputs) == []


def test_what_was_planted_is_shown_as_the_words_that_it_is(site: Build) -> None:
    """An attack that is nowhere proves nothing."""
    shown, planted_ = texts(site), PLANTER.planted
    seen = {place.partition(".")[2] or place for number, place in planted_.items() if number in shown}
    assert len({number for number in planted_ if number in shown}) > 300
    named = "title summary source.url source.title people.name people.role school.name size disadvantage image.credit"
    assert seen >= {*named.split(), "image.alt", "themes", "programme", "organisation", "licence", "disclaimer"}
    assert seen >= {"region", "lead_schools.source", "definition", "kind: label", "subtitle", "isbn"}
    assert all(f"{name}: body" in seen or f"{name}: title" in seen for name in block_schemas())


def test_every_kind_every_block_and_every_setting_is_among_the_places() -> None:
    places = set(PLANTER.planted.values())
    for id_, kind in shipped_kinds().items():
        fields = {f.key for f in kind.schema.fields if f.type in ("text", "paragraph", "list")}
        without = {"kind", "consent", "aliases"} | ({"school"} if len(id_) % 2 else set())
        assert {f"{id_}.{key}" for key in fields - without} <= places
    for name, block in block_schemas().items():
        fields = {f.key for f in block.schema.fields if f.type in ("text", "paragraph")} - {"file", "image", "data"}
        assert {f"{name}.{key}" for key in fields} <= places
    fields = {f.key for f in settings_schema().fields if f.type in ("text", "paragraph")} - {"navigation"}
    assert {f"site.{key}" for key in fields} <= places


def test_the_syntax_of_templates_is_a_readers_text_everywhere(site: Build) -> None:
    shown = texts(site)
    assert str(7 * 7777) not in shown
    for syntax in ("{{ 7*7777 }}", "{% raw %}", "{# gone #}"):
        assert shown.count(syntax) > 300


def test_the_index_is_data_that_no_script_is_hidden_in(site: Build) -> None:
    scripts = {a: c.decode() for a, c in site.outputs.items() if a.endswith(".js") and isinstance(c, bytes)}
    data = {a: text for a, text in scripts.items() if not a.startswith("assets/")}
    assert any("__proto__" in text for text in data.values())
    for address, text in data.items():
        found = re.fullmatch(r"sitegen\.put\((.*)\)\n", text)
        assert found, address
        name, _ = json.loads(f"[{found[1]}]")
        assert f"{name}.js" == address
        assert not re.search("[\u2028\u2029\x00-\x09\x0b-\x1f]", text), address


def test_the_data_for_machines_are_still_data(site: Build) -> None:
    assert b"PLANT0" in content_of(site, "stories.json")
    for name in site.outputs:
        if name.endswith(".json"):
            json.loads(content_of(site, name))
        if name.endswith(".xml"):
            fromstring(content_of(site, name))


def content_of(site: Build, name: str) -> bytes:
    content = site.outputs[name]
    assert isinstance(content, bytes)
    return content


def test_the_page_that_is_not_found_and_a_tombstone_have_the_policy_as_well(tmp_path: Path) -> None:
    gone = story(title="Gone", withdrawn="yes", tombstone="yes", body="<script>pwned=1</script>")
    result = built(tmp_path, {"content/2022-23/01-gone.md": gone, "content/2022-23/02-here.md": story()})
    assert "2022-23/gone/index.html" in result.outputs
    assert wrong(result.outputs) == []
    assert STRICTER in pages(result.outputs)["404.html"]


def test_what_is_said_of_harm_is_harmless_too(tmp_path: Path) -> None:
    """The report stands in the pages that `serve` shows."""
    harm = next(iter(PLANTER.planted)) + " </section><script>pwned=1</script><img src=x onerror=pwned=1>"
    lines = "".join(f"{f.key}: {json.dumps({harm: [harm]})}\n" for f in shipped_kinds()["case-study"].schema.fields)
    text = f"---\nkind: case-study\ntitle: Hostile\n{harm}: {harm}\n{lines}---\n::: {harm}\n[a]({harm})\n:::\n"
    result = built(folder(tmp_path, {"content/<img src=x onerror=pwned=1>.md": text}), {})
    assert len(result.problems) > 20
    html = report_html(result.problems, result.sources)
    allowed = "section style details summary h2 ol li p code span pre mark strong b"
    assert {tag.lower() for tag in re.findall(r"</?([^\s>/]+)", html)} <= set(allowed.split())
    assert not re.search(r"<[^>]*\son\w+=", html)


def test_feeds_and_maps_are_xml_that_says_the_words_as_they_are(site: Build) -> None:
    made = {a: fromstring(c) for a, c in site.outputs.items() if a.endswith(".xml") and isinstance(c, bytes)}
    assert {"feed.xml", "sitemap.xml", "2022-23/feed.xml", "hubs/plant-hub/feed.xml"} <= made.keys()
    said = {word for feed in made.values() for element in feed.iter() for word in (element.text or "").split()}
    shown = {number: place for number, place in PLANTER.planted.items() if number in said}
    assert {"case-study.title", "case-study.summary", "site.title", "site.organisation"} <= set(shown.values())
    assert {"javascript:pwned=1", "7*7777"} <= said


def test_what_is_said_to_search_engines_is_the_words_as_they_are(site: Build) -> None:
    page = pages(site.outputs)["2022-23/part/case-study/index.html"]
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    story = json.loads(data)["@graph"][0]
    assert story["headline"].endswith(HARM[-20:])
    assert PLANTER.planted[story["headline"][:9]] == "case-study.title"
