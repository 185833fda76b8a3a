"""A part of a site: one edition or one hub, whole in itself, and nothing of what it does not hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from sitegen.model.selecting import NoSuchPart, selection
from sitegen.pipeline import Build
from sitegen.problems.problem import Problem
from sitegen.writing.errors import EnvironmentProblem
from tests.sites import built, codes, story

E22, E23 = "content/2022-23", "content/2023-24"
FILES: Mapping[str, str] = {
    "content/hubs.yaml": "- {id: archimedes-ne, name: Archimedes NE, aliases: [Archimedes]}\n"
    "- {id: boolean, name: Boolean}\n- {id: code, name: Code}\n",
    "content/glossary.yaml": "- {term: LLME, definition: A leader}\n- {term: ZZQQ, definition: Elsewhere}\n",
    f"{E22}/01-primary/index.md": story("Primary", kind="section"),
    f"{E22}/01-primary/01-boole.md": story(
        "Boole begins", kind="case-study", hub="Boolean", school="Zzqq School", themes="[Zzqqtheme]"
    ),
    f"{E22}/01-primary/02-oak.md": story(
        "Oak talks", "See [the reply](/2023-24/reply.md), [Boole](01-boole.md) and an LLME.\n\n## What is next",
        kind="case-study", hub="Archimedes", school="Oak School", related="[01-boole.md]",
    ),
    f"{E22}/02-secondary/index.md": story("Secondary", kind="section"),
    f"{E22}/02-secondary/elm.md": story("Elm adds", "See [Oak](../01-primary/02-oak.md#what-is-next). The ZZQQ.",
                                        hub="Boolean"),
    f"{E23}/index.md": "---\nkind: edition\ntitle: The next\nacademic_year: 2023/24\n---\nZzqq.\n",
    f"{E23}/reply.md": story("A reply", "See [Oak](../2022-23/01-primary/02-oak.md#what-is-next).", hub="Boolean"),
    f"{E23}/gone.md": story("Gone", withdrawn="yes", tombstone="yes"),
    "content/pages/about.md": story("About", "Read [the next](/2023-24/index.md).", kind="page"),
}  # fmt: skip


def part(tmp_path: Any, extra: Mapping[str, str] = {}, **options: Any) -> Build:
    return built(tmp_path, {**FILES, **extra}, **options)


def page(made: Build, address: str) -> str:
    content = made.outputs[address]
    assert isinstance(content, bytes)
    return content.decode("utf-8")


def everything(made: Build) -> str:
    return "\n".join([*(c.decode("utf-8", "replace") for c in made.outputs.values() if isinstance(c, bytes)),
                      *made.outputs]).casefold()  # fmt: skip


def errors(made: Build) -> list[Problem]:
    return [problem for problem in made.problems if problem.is_error]


OAK = "2022-23/primary/oak/index.html"


def test_a_part_of_an_edition_has_its_pages_and_no_other_edition(tmp_path):
    made = part(tmp_path, edition="2022-23")
    assert errors(made) == []
    assert OAK in made.outputs
    assert "2022-23/secondary/elm/index.html" in made.outputs
    assert "about/index.html" in made.outputs
    assert [address for address in made.outputs if address.startswith("2023-24")] == []
    assert list(made.site.hubs) == ["archimedes-ne", "boolean"]


def test_a_part_of_a_hub_has_nothing_of_what_other_hubs_tell(tmp_path):
    made = part(tmp_path, hub="Archimedes")
    assert errors(made) == []
    assert list(made.site.stories) == ["2022-23/primary/oak"]
    assert list(made.site.sections) == ["2022-23/primary"]
    assert list(made.site.editions) == ["2022-23"]
    assert list(made.site.hubs) == ["archimedes-ne"]
    assert [term.term for term in made.site.registers.glossary] == ["LLME"]
    assert "zzqq" not in everything(made)
    assert [s["id"] for s in json.loads(page(made, "stories.json"))["stories"]] == ["2022-23/primary/oak"]


def test_a_story_keeps_the_number_that_it_has_in_the_whole(tmp_path):
    assert part(tmp_path, hub="archimedes-ne").site.stories["2022-23/primary/oak"].number == 2


def test_a_link_out_of_a_part_is_plain_text_where_the_site_is_not_on_the_web(tmp_path):
    html = page(part(tmp_path, hub="archimedes-ne"), OAK)
    assert "<span>the reply</span>" in html
    assert "<span>Boole</span>" in html


def test_a_link_out_of_a_part_leads_to_the_whole_site_on_the_web(tmp_path):
    made = part(tmp_path, edition="2023-24", base_url="https://stories.example.org/report")
    assert errors(made) == []
    whole = "https://stories.example.org/report/2022-23/primary/oak/#s-what-is-next"
    assert f'href="{whole}"' in page(made, "2023-24/reply/index.html")
    inside = part(tmp_path, hub="boolean", base_url="https://stories.example.org/report")
    assert f'href="{whole}"' in page(inside, "2022-23/secondary/elm/index.html")


def test_a_part_says_on_every_page_what_it_is(tmp_path):
    made = part(tmp_path, hub="archimedes-ne")
    assert "This copy is a part of Test stories: Archimedes NE alone." in page(made, OAK)
    assert "Test stories: Archimedes NE" in page(made, "index.html")


def test_the_navigation_of_a_part_names_nothing_that_it_lacks(tmp_path):
    settings = {"content/site.yaml": "title: T\norganisation: O\nnavigation: [2023-24, 2022-23, browse, about]\n"}
    made = part(tmp_path, settings, edition="2022-23")
    assert [address for _, address in made.site.navigation] == [
        "2022-23/index.html", "browse/index.html", "about/index.html",
    ]  # fmt: skip
    alone = {"content/site.yaml": "title: T\norganisation: O\nnavigation: [2023-24]\n"}
    assert "2022-23/index.html" in [address for _, address in part(tmp_path, alone, edition="2022-23").site.navigation]


def test_a_tombstone_stands_in_the_part_that_its_page_belongs_to(tmp_path):
    assert "2023-24/gone/index.html" in part(tmp_path, edition="2023-24").outputs
    assert "2023-24/gone/index.html" not in part(tmp_path, edition="2022-23").outputs


def test_what_is_wrong_anywhere_in_the_site_is_told_of_a_part_too_and_nothing_else(tmp_path):
    wrong = {f"{E23}/reply.md": story("A reply", "[to nothing](nowhere.md) and an RRG")}
    whole, of_part = part(tmp_path, wrong), part(tmp_path, wrong, hub="archimedes-ne")
    assert codes(whole) == codes(of_part)
    assert "missing-page" in codes(of_part)


@pytest.mark.parametrize(("asked", "says"), [
    ({"edition": "2022-32"}, 'No edition is called "2022-32". Did you mean "2022-23"?'),
    ({"edition": "zzz"}, 'No edition is called "zzz". There are 2022-23 and 2023-24.'),
    ({"hub": "Archimede"}, 'No hub is called "Archimede". Did you mean "archimedes-ne"?'),
    ({"hub": "Code"}, "No published story names the hub Code, so there is nothing to archive."),
])  # fmt: skip
def test_a_part_that_is_not_there_is_told_in_a_line(tmp_path, asked, says):
    with pytest.raises(EnvironmentProblem) as told:
        part(tmp_path, **asked)
    assert str(told.value) == says


@pytest.mark.parametrize("named", ["2022-23", "content/2022-23/", "2022-23/index.html", " 2022/23 "])
def test_an_edition_is_known_by_its_folder_and_its_address(tmp_path, named):
    found = selection(named, "", part(tmp_path).site)
    assert found is not None
    assert (found.edition, found.hub) == ("2022-23", "")


def test_nothing_asked_for_is_the_whole(tmp_path):
    made = part(tmp_path)
    assert selection("", "", made.site) is None
    assert made.site.selection is None
    with pytest.raises(NoSuchPart):
        selection("", "nobody", made.site)
