"""Long lists on several pages."""

from __future__ import annotations

from sitegen.pages.paging import Leaf, leaves


def test_up_to_two_hundred_entries_are_one_page() -> None:
    (leaf,) = leaves(range(200), "browse/index.html")
    assert (leaf.address, len(leaf.entries), leaf.paging.pages) == ("browse/index.html", 200, ())


def test_more_are_pages_of_a_hundred_linked_in_order() -> None:
    found = list(leaves(range(201), "browse/index.html"))
    assert [(leaf.address, len(leaf.entries)) for leaf in found] == [
        ("browse/index.html", 100), ("browse/2/index.html", 100), ("browse/3/index.html", 1),
    ]  # fmt: skip
    assert [e for leaf in found for e in leaf.entries] == list(range(201))
    assert [(leaf.paging.previous, leaf.paging.next) for leaf in found] == [
        ("", "browse/2/index.html"), ("browse/index.html", "browse/3/index.html"), ("browse/2/index.html", ""),
    ]  # fmt: skip
    assert [link.text for link in found[0].paging.pages] == ["1", "2", "3"]


def test_an_empty_list_is_still_a_page() -> None:
    leaf: Leaf[str]
    (leaf,) = leaves((), "quotes/index.html")
    assert leaf.entries == ()


def test_of_very_many_pages_only_the_near_ones_are_named() -> None:
    found = list(leaves(range(10_000), "browse/index.html"))
    assert [link.text for link in found[49].paging.pages] == ["1", "47", "48", "49", "50", "51", "52", "53", "100"]
