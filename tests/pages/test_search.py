"""Search by name: one index of all that has a page or a place of its own."""

from __future__ import annotations

from sitegen.pages import search
from sitegen.pages.views import LinkView, SearchPage
from sitegen.schema.declared import Registers, Term
from tests.pages import sites
from tests.pages.viewed import view


def entries(page: SearchPage) -> list[LinkView]:
    return [entry for group in page.groups for entry in group.entries]


def test_every_story_school_hub_person_and_theme_is_in_the_index_under_its_letter():
    page = view(sites.report(), "search/index.html", SearchPage)
    found = {(e.text, e.note): e.address for e in entries(page)}
    assert found["Talk first", "Case study, Annual report 2022/23"] == "2022-23/primary/goldfinch/index.html"
    assert found["Goldfinch Primary, London", "School"] == "schools/goldfinch-primary-london/index.html"
    assert found["London North East", "Hub"] == "hubs/london-north-east/index.html"
    assert found["Emilie Haston", "Person"] == "people/emilie-haston/index.html"
    assert found["Talk", "Theme"] == "themes/talk/index.html"
    assert [e.text for e in entries(page)].index("Goldfinch Primary, London") < [e.text for e in entries(page)].index(
        "Emilie Haston"
    )  # people stand under their last names


def test_a_term_leads_to_its_place_in_the_glossary():
    site = sites.site((), registers=Registers((), (), (Term("LLME", "A leader"),)))
    (entry,) = entries(view(site, "search/index.html", SearchPage))
    assert (entry.address, entry.fragment, entry.note) == ("glossary/index.html", "term-llme", "Term")


def test_more_names_than_a_page_can_hold_leave_the_way_to_their_lists(monkeypatch):
    monkeypatch.setattr(search, "MOST", 3)
    page = view(sites.report(), "search/index.html", SearchPage)
    assert page.groups == ()
    assert "schools/index.html" in [way.address for way in page.ways]
