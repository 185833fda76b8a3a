"""The schools: an index, and a page for each over the years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import School, Site
from sitegen.pages.alike import alike_school
from sitegen.pages.cards import school_card
from sitegen.pages.heads import head
from sitegen.pages.indexes import by_letter, index_page
from sitegen.pages.lists import editions_of
from sitegen.pages.naming import section_class, section_of
from sitegen.pages.over_the_years import years_of_school
from sitegen.pages.page import Page
from sitegen.pages.records import quote_view
from sitegen.pages.scenes import scene
from sitegen.pages.school_table import MOST, school_table
from sitegen.pages.shared import Shared
from sitegen.pages.spans import belongs, edition_groups, people_of
from sitegen.pages.views import AlikeGroup, CardView, LinkView, QuoteView, SchoolPage
from sitegen.pages.wording import spelt_count, upper_first
from sitegen.text import counted, fold_letters

TEMPLATE = "school.html"
LINK = LinkView("Schools", "schools/index.html")


def schools(site: Site, shared: Shared) -> Iterable[Page]:
    """The index and the page of every school, also of a listed one without a story."""
    lead = f"{counted(len(site.schools), 'school or college', 'schools and colleges')}, with the stories of each."
    yield _index(site, shared, lead)
    for school in site.schools.values():
        yield Page(school.address, TEMPLATE, _view(site, shared, school), site.settings.where)


def _index(site: Site, shared: Shared, lead: str) -> Page:
    """Schools by name with what is stated of each; names alone where they are very many."""
    if len(site.schools) > MOST:
        return index_page(site, LINK, lead, by_letter((s.name, _entry(s)) for s in site.schools.values()))
    ordered = sorted(site.schools.values(), key=lambda s: (fold_letters(s.name).casefold(), s.id))
    return index_page(site, LINK, lead, table=school_table(site, shared, ordered))


def _entry(school: School) -> LinkView:
    note = counted(len(school.stories), "story", "stories")
    return LinkView(school.name, school.address, note)


def _view(site: Site, shared: Shared, school: School) -> SchoolPage:
    lead = _lead(site, school)
    return SchoolPage(
        head=head(site, school.address, (LINK, LinkView(school.name, school.address)), f"{school.name}: {lead}"),
        title=_without_place(school),
        place=school.place,
        lead=lead,
        facts=tuple(_facts(site, school)),
        cards=tuple(_cards(site, shared, school)),
        editions=edition_groups(site, shared, school.stories),
        quotes=tuple(_quotes(site, shared, school)),
        years=years_of_school(site, shared, school),
        alike=_alike(site, shared, school),
    )


def _alike(site: Site, shared: Shared, school: School) -> AlikeGroup | None:
    """What stands beside a school: the same as beside its story where that tells of this one alone."""
    story = site.stories[school.stories[0]] if len(school.stories) == 1 else None
    if story and [mention.name for mention in story.schools] == [school.name]:
        return shared.views[story.id].alike
    return alike_school(site, school)


def _without_place(school: School) -> str:
    """The name as it stands above a place of its own: `Goldfinch Primary` of `Goldfinch Primary, Streatham, London`."""
    return school.name.removesuffix(f", {school.place}") if school.place else school.name


def _quotes(site: Site, shared: Shared, school: School) -> Iterator[QuoteView]:
    """What is quoted in the school's stories; where a story has several schools, only by people of this one."""
    for id_ in school.stories:
        story = site.stories[id_]
        roles = {p.name: f"{p.role} {p.place}" for p in story.people}
        for record in shared.quotes.get(id_, ()):
            said = " ".join(f"{s.role} {s.place} {roles.get(s.name, '')}" for s in record.quote.speakers)
            if belongs(story, school, said):
                yield quote_view(site, record)


def _lead(site: Site, school: School) -> str:
    stories = upper_first(spelt_count(len(school.stories), "story", "stories"))
    return f"{stories} in {spelt_count(editions_of(site, school.stories), 'edition', 'editions')}."


def _facts(site: Site, school: School) -> Iterator[tuple[str, tuple[LinkView, ...]]]:
    hubs = tuple(LinkView(site.hubs[h].name, site.hubs[h].address) for h in school.hubs if h in site.hubs)
    rows = (
        ("Phase", (LinkView(school.phase),)),
        ("URN", (LinkView(school.urn),)),
        ("Hub" if len(hubs) == 1 else "Hubs", hubs),
        ("People", people_of(site, school.stories, school)),
        ("Also written", tuple(LinkView(a) for a in school.aliases)),
    )
    for label, links in rows:
        stated = tuple(link for link in links if link.text)
        if stated:
            yield label, stated


def _cards(site: Site, shared: Shared, school: School) -> Iterator[tuple[LinkView, str, CardView]]:
    """What each story states of the school, under the edition it stands in, in the colour of its section."""
    for id_ in school.stories:
        story = site.stories[id_]
        card = school_card(site, scene(site, shared.behind, story), school.id)
        if any(fact.stated for group in card.groups for fact in group.facts):
            colour = section_class(section_of(site, story))
            yield LinkView(shared.names[story.edition], story.address, story.title), colour, card
