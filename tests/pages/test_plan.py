"""A site becomes pages and files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.values import FixedPage
from sitegen.pages.page import File, Page
from sitegen.pages.plan import BUILDERS, plan, site_view
from sitegen.problems.problem import Where
from tests.pages import sites


def addresses(site: object) -> list[str]:
    return [output.address for output in plan(site).value]  # type: ignore[arg-type]


def page(id_: str) -> FixedPage:
    return FixedPage(id_, f"{id_}/index.html", f"content/pages/{id_}.md", id_, "", sites.text(),
                     where=Where(f"content/pages/{id_}.md"))  # fmt: skip


def test_every_address_of_the_design_is_taken() -> None:
    found = addresses(sites.report())
    assert {
        "index.html", "2022-23/index.html", "2022-23/print/index.html", "2022-23/primary/index.html",
        "2022-23/primary/goldfinch/index.html", "newsletter-16/hubs/index.html", "browse/index.html",
        "browse/pupil-premium/40-and-over/index.html", "browse/pupil-premium/not-stated/index.html",
        "hubs/index.html", "hubs/london-south-west/index.html", "schools/index.html",
        "schools/goldfinch-primary-london/index.html", "themes/index.html", "themes/talk/index.html",
        "people/index.html", "people/emilie-haston/index.html", "numbers/index.html", "quotes/index.html",
        "glossary/index.html", "about/index.html", "404.html", "stories.json", "stories.schema.json",
    } <= set(found)  # fmt: skip
    assert len(found) == len(set(found))


def test_an_empty_site_still_has_its_pages() -> None:
    found = plan(sites.site(editions=()))
    assert found.problems == ()
    assert {"index.html", "browse/index.html", "404.html", "stories.json"} <= {o.address for o in found.value}


def test_every_page_has_a_head_of_its_own() -> None:
    heads = [o.view.head for o in plan(sites.report()).value if isinstance(o, Page)]
    assert len({h.title for h in heads}) == len(heads)
    assert all(h.description for h in heads)
    assert [o.address for o in plan(sites.report()).value if isinstance(o, Page)] == [h.address for h in heads]


def test_the_same_site_gives_the_same_pages() -> None:
    assert plan(sites.report()) == plan(sites.report())


def test_a_builder_makes_what_it_alone_makes() -> None:
    assert len({b.__name__ for b in BUILDERS}) == len(BUILDERS)


@pytest.mark.parametrize("taken", ["browse", "hubs", "Browse"])
def test_a_file_on_an_address_of_the_site_is_a_problem_at_that_file(taken: str) -> None:
    found = plan(sites.site(pages=(page(taken),)))
    (problem,) = found.problems
    assert (problem.code, problem.where.file) == ("duplicate-address", f"content/pages/{taken}.md")
    assert problem.also == (Where("content/site.yaml"),)
    assert [o.address for o in found.value].count(f"{taken.lower()}/index.html") == 1


@pytest.mark.parametrize(("first", "second"), [("straße", "STRASSE"), ("café", "cafe\u0301"), ("About", "about")])
def test_addresses_that_file_systems_take_for_one_are_one(first: str, second: str) -> None:
    (problem,) = plan(sites.site(pages=(page(first), page(second)))).problems
    assert problem.where.file == f"content/pages/{second}.md"
    assert problem.also[0].file == f"content/pages/{first}.md"


def test_a_folder_cannot_have_the_name_of_a_file() -> None:
    (problem,) = plan(sites.site(pages=(page("stories.json"),))).problems
    assert "stories.json/index.html" in problem.what


def test_a_thousand_stories_are_planned_in_linear_time() -> None:
    told = [sites.story(f"2022-23/s{n}", f"Story {n}", number=n) for n in range(1, 1001)]
    found = plan(sites.site(told))
    lists = {o.address for o in found.value}
    assert {"browse/10/index.html", "browse/phase/primary/10/index.html"} <= lists
    assert "browse/11/index.html" not in lists
    links = sum(len(o.view.others) for o in found.value if isinstance(o, Page) and hasattr(o.view, "others"))
    assert links < 1000


def test_the_frame_of_every_page_names_editions_and_pages() -> None:
    view = site_view(replace(sites.report()))
    assert [(link.text, link.address) for link in view.editions] == [
        ("Annual report 2022/23", "2022-23/index.html"), ("Newsletter 16, May 2019", "newsletter-16/index.html"),
    ]  # fmt: skip
    assert [link.text for link in view.navigation] == ["Report", "Stories", "Hubs"]
    assert [link.address for link in view.pages] == ["about/index.html"]


def test_files_are_bytes_and_pages_are_views() -> None:
    kinds = {type(o) for o in plan(sites.report()).value}
    assert kinds == {Page, File}
