"""Links and ids of rendered pages."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.checking.links import check_ids, check_links
from sitegen.problems.problem import Where


@dataclass(frozen=True)
class Made:
    """A page as rendering records it."""

    address: str
    links: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()


ADDRESSES = {"index.html", "a/index.html", "assets/a.css"}
IDS = {"index.html": frozenset({"main"}), "a/index.html": frozenset({"main", "stat-1"})}


def test_links_that_lead_somewhere_are_fine() -> None:
    page = Made("index.html", (("a/index.html", "stat-1"), ("", "main"), ("index.html", ""), ("assets/a.css", "x")))
    assert check_links([page], ADDRESSES, IDS) == ()


def test_a_link_to_nothing_names_the_nearest_address() -> None:
    (problem,) = check_links([Made("index.html", (("aa/index.html", ""),))], ADDRESSES, IDS)
    assert (problem.code, problem.where) == ("broken-link", Where("output/index.html"))
    assert '"aa/index.html"' in problem.what
    assert 'Did you mean "a/index.html"?' in problem.fix


def test_a_link_to_a_place_that_is_not_there_names_the_nearest() -> None:
    (problem,) = check_links([Made("index.html", (("a/index.html", "stat-2"),))], ADDRESSES, IDS)
    assert problem.code == "broken-anchor"
    assert 'Did you mean "#stat-1"?' in problem.fix


def test_the_file_of_an_author_is_blamed_where_it_is_known() -> None:
    where = Where("content/a.md", 3)
    (problem,) = check_links([Made("a/index.html", (("b", ""),))], ADDRESSES, IDS, {"a/index.html": where})
    assert problem.where == where


def test_one_fault_on_three_hundred_pages_is_one_problem() -> None:
    pages = [Made(f"{n}/index.html", (("gone.css", ""),)) for n in range(300)]
    (problem,) = check_links(pages, ADDRESSES, IDS)
    assert problem.where.file == "output/0/index.html"
    assert problem.what.endswith("The same on 299 other pages.")


def test_an_id_that_stands_twice_is_found_once() -> None:
    (problem,) = check_ids([Made("a/index.html", ids=("x", "y", "x", "x"))])
    assert (problem.code, '"x"' in problem.what) == ("duplicate-html-id", True)
    assert check_ids([Made("a/index.html", ids=("x", "y"))]) == ()
