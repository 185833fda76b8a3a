"""Addresses that run a script or lead elsewhere, in every place that takes an address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from sitegen.problems.codes import CODES
from tests.hostile.inspecting import is_harmless, wrong
from tests.hostile.sites import PICTURE, picture
from tests.hostile.spellings import ELSEWHERE, RUNNING
from tests.sites import built, story

Place = Callable[[str], str]
STORY = "content/2022-23/01-hostile.md"


def in_body(text: str) -> Place:
    return lambda address: story(title="Hostile", body=text.replace("ADDRESS", address))


def in_field(name: str, value: object) -> Place:
    def write(address: str) -> str:
        fields = {name: json.dumps(value).replace('"ADDRESS"', json.dumps(address))}
        return story(title="Hostile", **fields)

    return write


PLACES: Mapping[str, Place] = {
    "a link": in_body("[the words](ADDRESS)"),
    "a link in angle brackets": in_body("[the words](<ADDRESS>)"),
    "a link with a title": in_body('[the words](ADDRESS "Title")'),
    "a reference": in_body("[the words][a]\n\n[a]: ADDRESS"),
    "a reference in angle brackets": in_body("[the words][a]\n\n[a]: <ADDRESS> 'Title'"),
    "an automatic link": in_body("See <ADDRESS> there."),
    "a bare address": in_body("See ADDRESS there."),
    "a picture": in_body('![the words](ADDRESS){shows="no people"}'),
    "a picture in a link": in_body(f'[![the words]({PICTURE}){{shows="no people"}}](ADDRESS)'),
    "a linked picture": in_body("[![the words](ADDRESS)](ADDRESS)"),
    "an anchor": in_body('<a href="ADDRESS">the words</a>'),
    "an anchor in single quotation marks": in_body("<a href='ADDRESS'>the words</a>"),
    "an anchor without any": in_body("<a href=ADDRESS>the words</a>"),
    "a block's anchor": in_body('<table><tr><td><a href="ADDRESS">the words</a></td></tr></table>'),
    "an image element": in_body('<img src="ADDRESS" srcset="ADDRESS 2x" alt="x">'),
    "other attributes": in_body(
        '<p background="ADDRESS" cite="ADDRESS"><q cite="ADDRESS">x</q><a href="other.md" ping="ADDRESS" '
        'target="ADDRESS">the other</a><ins cite="ADDRESS">x</ins></p>'
    ),
    "elements that load": in_body(
        '<iframe src="ADDRESS"></iframe><object data="ADDRESS"></object><embed src="ADDRESS"><video poster="ADDRESS" '
        'src="ADDRESS"></video><form action="ADDRESS"><button formaction="ADDRESS">x</button></form>'
        '<svg><a xlink:href="ADDRESS">x</a><use href="ADDRESS"/></svg><math href="ADDRESS">x</math>'
        '<link href="ADDRESS"><base href="ADDRESS">'
    ),
    "a figure": in_body("::: figure\nfile: ADDRESS\nalt: Words\nshows: no people\n:::"),
    "a gallery": in_body("::: gallery\nshows: no people\n\n![the words](ADDRESS)\n:::"),
    "a person": in_body("::: person Ann\nimage: ADDRESS\nalt: Ann\nshows: adults\n:::"),
    "the data of a chart": in_body("::: chart Title\ndata: ADDRESS\n:::"),
    "links": in_body("::: links\n- [the words](ADDRESS) more\n:::"),
    "a timeline": in_body("::: timeline\n- May 2023 — [the words](ADDRESS)\n:::"),
    "a heading": in_body("## [the words](ADDRESS)"),
    "a footnote": in_body("Words.[^1]\n\n[^1]: [the words](ADDRESS)"),
    "a formula": in_body("$\\href{ADDRESS}{x}$ and $\\url{ADDRESS}$"),
    "the source": in_field("source", {"title": "T", "url": "ADDRESS"}),
    "related": in_field("related", ["ADDRESS"]),
    "a former address": in_field("aliases", ["ADDRESS"]),
    "the picture": in_field("image", {"file": "ADDRESS", "alt": "x", "shows": "no people"}),
    "the picture of a person": in_field("people", [{"name": "Ann", "image": {"file": "ADDRESS", "alt": "x"}}]),
}  # fmt: skip


def tried(tmp_path: Path, pairs: Iterable[tuple[str, str]]) -> dict[str, object]:
    """What is wrong with the pages of a site that has each address in its place, by story."""
    asked = {f"content/2022-23/s{n}.md": pair for n, pair in enumerate(pairs)}
    files = {path: PLACES[place](address).replace("Hostile", path) for path, (place, address) in asked.items()}
    files |= {f"content/2022-23/{PICTURE}": picture(), "content/2022-23/other.md": story(title="Another")}  # type: ignore[dict-item]
    result = built(tmp_path, files)
    assert all(p.what and p.fix and p.code in CODES for p in result.problems)
    told = {p.where.file for p in result.problems}
    must = {path: pair for path, pair in asked.items() if pair[0] in TELLS and pair[1] in TOLD}
    return {"wrong": wrong(result.outputs), "silent": [pair for path, pair in must.items() if path not in told]}


NOTHING = {"wrong": [], "silent": []}
TELLS = frozenset((
    "a link", "a link with a title", "a picture", "a figure", "a gallery", "links", "a timeline", "a heading",
    "related", "a footnote", "the source", "the picture", "a person", "an anchor", "a block's anchor",
    "a picture in a link",
))  # fmt: skip
"""Places of which an author is told whenever an address that runs something stands there."""
TOLD = frozenset(address for address in RUNNING if not {"\n", '"'} & {*address})
"""With the others Markdown sees no address, and shows what was written."""


def test_every_address_in_some_place_and_every_place_with_some_address(tmp_path: Path) -> None:
    places, addresses = list(PLACES), RUNNING + ELSEWHERE
    pairs = [(places[n * 7 % len(places)], address) for n, address in enumerate(addresses)]
    pairs += [(place, address) for place in places for address in RUNNING[42:48]]
    assert {place for place, _ in pairs} == {*places}
    assert tried(tmp_path, pairs) == NOTHING


@pytest.mark.full
@pytest.mark.parametrize("place", PLACES)
def test_no_address_runs_or_loads_wherever_it_stands(tmp_path: Path, place: str) -> None:
    assert tried(tmp_path, [(place, address) for address in RUNNING + ELSEWHERE]) == NOTHING


@pytest.mark.parametrize("name", ["base_url", "contact", "licence", "organisation", "language", "navigation"])
@pytest.mark.parametrize("address", ["javascript:pwned=1", "//evil.example", "java\tscript:a@b", "data:text/html,a@b"])
def test_no_setting_of_the_site_leads_astray(tmp_path: Path, name: str, address: str) -> None:
    settings = {"title": "T", "organisation": "O", name: [address] if name == "navigation" else address}
    result = built(tmp_path, {"content/site.yaml": json.dumps(settings), STORY: story()})
    assert wrong(result.outputs) == []
    assert bool(result.problems) is (name in ("base_url", "language", "navigation"))


@pytest.mark.parametrize("file", ["../site.yaml", "draft.md", "/hubs.yaml", "../../private/consents.yaml", "notes.txt"])
def test_a_chart_draws_nothing_but_a_csv_file(tmp_path: Path, file: str) -> None:
    secret = "Group,Number\nSecret,1\n"
    files = {"content/2022-23/draft.md": f"---\nkind: news-item\ntitle: D\ndraft: yes\n---\n{secret}",
             "content/2022-23/notes.txt": secret, "private/consents.yaml": secret}  # fmt: skip
    body = f"::: chart Title\ndata: {file}\n:::"
    result = built(tmp_path, {**files, STORY: story(body=body)})
    assert "chart-data" in {p.code for p in result.problems}
    assert not any(b"Secret" in content for content in result.outputs.values() if isinstance(content, bytes))


def test_the_way_within_the_site_is_told_from_the_way_out() -> None:
    assert all(map(is_harmless, ("a/index.html", "../x.html#s-a", "https://x.org/a?b", "mailto:a@b.org", "#x", "")))
    assert not any(map(is_harmless, (*RUNNING[:40], "//x", "\\x", "/\\x", "\t//x", "java\nscript:x", " javascript:x")))
