"""The guide as pages of a site: only where it is asked for, and then as sound as any other page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.pipeline import Build
from sitegen.problems.codes import CODES
from sitegen.schema.blocks import block_schemas
from sitegen.schema.kinds import shipped_kinds
from tests.sites import built, codes, story

FILES = {
    "content/2022-23/oak.md": story(title="Oak counts", body="Text."),
    "content/kinds/visit.yaml": "name: Visit\nplural: Visits\nhelp: A day at a school.\ncard: [school]\n",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return built(tmp_path_factory.mktemp("told"), FILES, docs=True, deep=True)


def page(made: Build, address: str) -> str:
    content = made.outputs[f"docs/{address}"]
    assert isinstance(content, bytes)
    return content.decode()


def test_its_pages_are_sound(told: Build) -> None:
    assert told.problems == ()


def test_it_has_an_index_and_a_page_for_each_chapter_and_kind(told: Build) -> None:
    found = {address for address in told.outputs if address.startswith("docs/")}
    kinds = {f"docs/kinds/{kind}/index.html" for kind in (*shipped_kinds(), "visit")}
    parts = {f"docs/{part}/index.html" for part in ("kinds", "fields", "blocks", "problems", "settings")}
    assert found == {"docs/index.html", *kinds, *parts}


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_can_be_linked_to_by_its_name(told: Build, code: str) -> None:
    assert f'id="{code}"' in page(told, "problems/index.html")


@pytest.mark.parametrize("name", list(block_schemas()))
def test_every_block_can_be_linked_to_by_its_name(told: Build, name: str) -> None:
    assert f'id="{name}"' in page(told, "blocks/index.html")


def test_what_a_block_becomes_stands_beside_it(told: Build) -> None:
    text = page(told, "blocks/index.html")
    assert '<div class="num">c. 7,000</div>' in re.sub(r'class="num [^"]*"', 'class="num"', text)
    assert "::: stat c. 7,000" in text
    assert re.search(r'<img [^>]*alt="Three number lines drawn by pupils"', text)


def test_it_tells_of_a_kind_of_the_sites_own(told: Build) -> None:
    assert "A day at a school." in page(told, "kinds/visit/index.html")
    assert "../kinds/visit/index.html" in page(told, "kinds/index.html") or "visit/index.html" in page(
        told, "kinds/index.html"
    )


def test_every_page_leads_to_it_in_its_footer(told: Build) -> None:
    address = "2022-23/oak/index.html"
    content = told.outputs[address]
    assert isinstance(content, bytes)
    assert '<a href="../../docs/index.html">Authors’ guide</a>' in content.decode()


def test_it_is_not_among_what_search_finds(told: Build) -> None:
    index = b"".join(c for a, c in told.outputs.items() if a.startswith("search/s-") and isinstance(c, bytes))
    assert b"docs/" not in index


def test_it_adds_its_pages_and_their_pictures_and_nothing_else(told: Build, tmp_path: Path) -> None:
    plain = built(tmp_path, FILES)
    more = {a for a in told.outputs if a not in plain.outputs}
    assert {a for a in more if not a.startswith(("docs/", "assets/"))} == set()
    assert {a.rpartition(".")[2] for a in more if a.startswith("assets/")} <= {"jpg", "webp", "png"}
    assert plain.outputs.keys() <= told.outputs.keys()
    assert not any(address.startswith("docs/") for address in plain.outputs)
    assert not any(b"docs/" in c for a, c in plain.outputs.items() if isinstance(c, bytes) and a.endswith(".html"))


@pytest.mark.parametrize("path", ["content/docs/index.md", "content/pages/docs.md"])
def test_its_folder_is_reserved_where_there_is_a_guide_and_only_there(tmp_path: Path, path: str) -> None:
    kind = "edition" if "index" in path else "page"
    files = {**FILES, path: f"---\nkind: {kind}\ntitle: Documents\n---\nText.\n"}
    assert codes(built(tmp_path, files, docs=True)) == ["reserved-address"]
    assert codes(built(tmp_path, files)) == []


def test_a_guide_in_the_folder_of_authors_is_no_story(tmp_path: Path) -> None:
    files = {**FILES, "content/README.md": "<!-- Written by sitegen: -->\n# How\n\nTODO [a](b.md)\n"}
    made = built(tmp_path, files)
    assert made.problems == ()
    assert not any("readme" in address.lower() for address in made.outputs)
