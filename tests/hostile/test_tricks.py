"""Raw HTML that tries to be more than it is, and names that try to stand for others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from sitegen.pipeline import Build
from tests.hostile.inspecting import pages, wrong
from tests.hostile.sites import PICTURE, picture
from tests.hostile.tricks import MUTATIONS, NAMES
from tests.sites import built, story

AROUND = ("{}", "Words {} words.", "- {}\n- b", "> {}\n>\n> — Ann, lead", "| a |\n|---|\n| {} |", "<div>{}</div>",
          "::: note {}\n{}\n:::", "::: stat 5\nperiod: {}\nsource: x\n\n{}\n:::", "<table><tr><td>{}</td></tr></table>",
          "## {}", "a[^1]\n\n[^1]: {}", "<details><summary>{}</summary>{}</details>", "**{}**", "[{}](other.md)",
          "<b title='{}'>x</b>", "![{}](hall.jpg)")  # fmt: skip


@pytest.fixture(scope="module")
def tricked(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Every trick in one place or another, and all of them where nothing is around them."""
    ways = [(AROUND[n * 5 % len(AROUND)], trick) for n, trick in enumerate(MUTATIONS)]
    ways += [("{}", trick) for trick in MUTATIONS]
    return tried(tmp_path_factory.mktemp("tricked"), [around.replace("{}", trick) for around, trick in ways])


def tried(folder: Path, bodies: list[str]) -> Build:
    texts = {f"content/2022-23/s{n}.md": story(title=f"Story {n}", body=body) for n, body in enumerate(bodies)}
    files = {"content/2022-23/other.md": story(title="Another"), f"content/2022-23/{PICTURE}": picture()}
    return built(folder, {**texts, **files})


def test_no_trick_comes_through(tricked: Build) -> None:
    assert wrong(tricked.outputs) == []


def test_each_that_is_left_out_is_told(tricked: Build) -> None:
    """Of those that stand alone; what is not told is shown, word for word."""
    told = {p.where.file for p in tricked.problems}
    for n, trick in enumerate(MUTATIONS, len(MUTATIONS)):
        page = pages(tricked.outputs)[f"2022-23/s{n}/index.html"]
        shown = "pwned" in page or "evil.example" in page or escape(trick[:10]) in page
        assert shown or f"content/2022-23/s{n}.md" in told or trick in SILENT, trick


_SILENT = re.compile(r"<!--|<p><!--|<a href=other|<p (is|hidden|popover|nonce)|<b title|<t[dh] style")
SILENT = frozenset(trick for trick in MUTATIONS if _SILENT.match(trick))
"""Remarks, and attributes that say nothing to a reader, are left out without a word."""


@pytest.mark.full
@pytest.mark.parametrize("around", AROUND)
def test_no_trick_comes_through_wherever_it_stands(tmp_path: Path, around: str) -> None:
    assert wrong(tried(tmp_path, [around.replace("{}", trick) for trick in MUTATIONS]).outputs) == []


def named() -> Iterator[str]:
    """Every name as a heading, as the id and name of elements, in a block and as a note's."""
    yield "\n\n".join(f"## {name}\n\nText." for name in NAMES)
    yield "\n\n".join(f"## x {{#{name}}}\n\nText." for name in NAMES)
    yield "\n\n".join(f'<p id="{name}">x</p>\n\n<a name="{name}">x</a>\n\n<form id={name}><input name={name}></form>'
                      for name in NAMES)  # fmt: skip
    yield "\n\n".join(f"::: note {name}\nText.\n:::" for name in NAMES)
    yield " ".join(f"x[^{n}]" for n in NAMES) + "\n\n" + "\n".join(f"[^{n}]: Note {n}." for n in NAMES)


def test_no_id_of_a_page_is_taken_and_none_is_given_twice(tmp_path: Path) -> None:
    result = tried(tmp_path, list(named()))
    assert wrong(result.outputs) == []
    ours = set(re.findall(r' id="([^"]*)"', pages(result.outputs)["2022-23/other/index.html"]))
    for n in range(5):
        page = pages(result.outputs)[f"2022-23/s{n}/index.html"]
        article = page[page.index("<main") + 5 : page.index("</main>")]
        authors = re.findall(r' id="([^"]*)"', article)
        assert len(authors) > 40
        assert {id_ for id_ in authors if id_ not in ours and not re.match("[sb]-", id_)} == set()
        assert not re.search(r"<[a-z][^<>]*\sname=", article)


@pytest.mark.parametrize("word", ["__proto__", "constructor", "toString", "</script>", "<!--", "prototype"])
def test_a_word_that_scripts_know_is_a_word(tmp_path: Path, word: str) -> None:
    """As a hub, a school, a theme, a person, a section, a kind and a field of its own."""
    id_ = re.sub(r"\W|_", "", word).lower() or "x"
    files = {
        "content/hubs.yaml": f"- {{id: {id_}, name: '{word} x'}}\n",
        "content/kinds/proto.yaml": f"name: '{word}'\nfields:\n  {id_}: {{type: list, label: '{word}', facet: yes}}\n",
        f"content/2022-23/01-{id_}/index.md": f"---\nkind: section\ntitle: '{word}'\n---\n",
        f"content/2022-23/01-{id_}/a.md": f"---\nkind: proto\ntitle: '{word}'\nhub: '{word} x'\nschool: '{word} y'\n"
        f"themes: ['{word}']\npeople: ['{word}, lead']\n{id_}: '{word}'\nsize: 300 pupils\n---\n{word}\n",
    }
    result = built(tmp_path, files)
    assert [p for p in result.problems if p.is_error] == []
    assert wrong(result.outputs) == []
