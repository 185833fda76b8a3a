"""What a page is about in the words of schema.org. It says nothing that the page does not show, and names nobody but
the authors of what is cited.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.model.spanning import Hub, School, Site, Theme
from sitegen.model.values import Edition, Section, Story
from sitegen.pages.citing import authors_of, publisher_of
from sitegen.pages.heads import HOME
from sitegen.pages.page import Page
from sitegen.pages.views import (
    BrowsePage,
    DataPage,
    GlossaryPage,
    IndexPage,
    ListPage,
    NumbersPage,
    QuotesPage,
    SearchPage,
)
from sitegen.pages.web.addresses import whole_address
from sitegen.pages.web.dates import changed, published
from sitegen.pages.web.licences import licence
from sitegen.pages.web.views import ImageView
from sitegen.regex import regex

Json = dict[str, Any]
Record = Story | Edition | Section | Hub | School | Theme
"""What a page can be the page of."""

_COLLECTIONS = (BrowsePage, IndexPage, ListPage, NumbersPage, QuotesPage, GlossaryPage)
_EDITIONS = {"annual report": "Report", "newsletter": "PublicationIssue", "collection": "Collection"}
_INSTITUTION = regex(
    r"\b(?:foundation|university|network|trust|council|hubs?|centre|institute|programme|college|schools?|department"
    r"|limited|ltd|group|association|society|academy|ministry|office)\b|^[A-Z&]{2,}$|\([A-Z]{2,}\)$"
)
_ANY_CASE = regex(r"[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Web:
    """A site as it lies on the web. `records` are what pages are of, by the address of the page."""

    site: Site
    base: str
    records: Mapping[str, Record]

    def at(self, address: str, fragment: str = "") -> str:
        """An address of the site as a whole one."""
        return whole_address(self.base, address) + (f"#{fragment}" if fragment else "")

    @property
    def organisation(self) -> str:
        """What tells the organisation that publishes the site."""
        return self.at(HOME, "organisation")


def linked_data(web: Web, page: Page, title: str, image: ImageView | None) -> str:
    """JSON that says what a page is, who publishes it and the way to it."""
    record = web.records.get(page.address)
    make = _MAKERS.get(type(record))
    thing = make(web, record) if make else _page(web, page, title)
    if image:
        thing["image"] = {"@type": "ImageObject", "url": web.at(image.address), "caption": image.alt}
    graph = [{key: value for key, value in thing.items() if value}, *_publisher(web, page), *_way(web, page)]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))


def _publisher(web: Web, page: Page) -> list[Json]:
    """The organisation, where the page names it; in full on the first page."""
    if isinstance(web.records.get(page.address), (Hub, School)):
        return []
    settings = web.site.settings
    known = {"@type": "Organization", "@id": web.organisation, "name": settings.organisation}
    reached = {"email": settings.contact} if page.address == HOME and "@" in settings.contact else {}
    return [{**known, "url": web.at(HOME), **reached}]


def _way(web: Web, page: Page) -> list[Json]:
    crumbs = page.view.head.crumbs
    steps = [
        {"@type": "ListItem", "position": at, "name": crumb.text,
         "item": {"@id": web.at(crumb.address or page.address)}}
        for at, crumb in enumerate(crumbs, 1)
    ]  # fmt: skip
    return [{"@type": "BreadcrumbList", "itemListElement": steps}] if steps else []


def _work(web: Web, address: str, type_: str | list[str]) -> Json:
    """What every page and every text has."""
    return {"@type": type_, "@id": web.at(address), "url": web.at(address), "inLanguage": web.site.settings.language}


def _page(web: Web, page: Page, title: str) -> Json:
    """A page that is of nothing but itself."""
    settings, head = web.site.settings, page.view.head
    if isinstance(page.view, DataPage):
        return _data(web, page.view)
    kind = "WebSite" if page.address == HOME else "CollectionPage" if isinstance(page.view, _COLLECTIONS) else "WebPage"
    kind = "SearchResultsPage" if isinstance(page.view, SearchPage) else kind
    made = {**_work(web, page.address, kind), "name": title, "description": head.description,
            "publisher": {"@id": web.organisation}}  # fmt: skip
    if page.address == HOME:
        return {**made, "license": settings.licence and licence(settings.licence)}
    return {**made, "isPartOf": {"@type": "WebSite", "@id": web.at(HOME), "name": settings.title}}


def _data(web: Web, view: DataPage) -> Json:
    """The data of the site as a set, with the files in which they can be had."""
    settings, organisation = web.site.settings, {"@id": web.organisation}
    return {
        **_work(web, view.head.address, "Dataset"),
        "name": f"{view.title}: {settings.title}",
        "description": view.lead,
        "creator": organisation,
        "publisher": organisation,
        "license": settings.licence and licence(settings.licence),
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "name": file.link.text, "description": file.about,
             "contentUrl": web.at(file.link.address), "encodingFormat": file.format}
            for file in view.files
        ],
    }  # fmt: skip


def _story(web: Web, story: Story) -> Json:
    edition, settings = web.site.editions[story.edition], web.site.settings
    isbn = _said(story, "isbn")
    terms = edition.licence or settings.licence
    first, last = published(story), changed(story)
    return {
        **_work(web, story.address, _types(story.kind.schema_org, isbn)),
        "headline": story.title,
        "description": story.summary,
        "datePublished": first.machine if first else "",
        "dateModified": last.machine if last and last != first else "",
        "author": _authors(web, authors_of(edition, story)),
        "publisher": _publisher_of(web, publisher_of(web.site, edition, story)),
        "isPartOf": {"@type": _EDITIONS[edition.type], "@id": web.at(edition.address), "name": edition.title},
        "about": [_mentioned(web, school.id, school.name) for school in story.schools],
        "keywords": list(story.themes),
        "isbn": isbn,
        "isBasedOn": _source(story),
        "license": terms and licence(terms),
    }


def _mentioned(web: Web, id_: str, name: str) -> Json:
    school = web.site.schools.get(id_)
    own = {"@id": web.at(school.address, "school")} if school else {}
    return {"@type": "School", **own, "name": school.name if school else name}


def _source(story: Story) -> Json | None:
    """The publication that a story is taken from."""
    source = story.source
    if source is None or not source.title:
        return None
    address = {"url": source.url} if source.url.startswith(("https://", "http://")) else {}
    publisher = {"publisher": {"@type": "Organization", "name": source.publisher}} if source.publisher else {}
    return {"@type": "CreativeWork", "name": source.title, **address, **publisher}


def _said(story: Story, key: str) -> str:
    value = story.values.get(key)
    return value.text if value else ""


def _edition(web: Web, edition: Edition) -> Json:
    terms = edition.licence or web.site.settings.licence
    year = edition.academic_year
    return {
        **_work(web, edition.address, _types(_EDITIONS[edition.type], edition.isbn)),
        "name": edition.title,
        "alternativeHeadline": edition.subtitle,
        "description": edition.summary,
        "datePublished": edition.date.machine if edition.date else "",
        "temporalCoverage": f"{year.start}-09-01/{year.start + 1}-08-31" if year else "",
        "author": _authors(web, edition.authors),
        "publisher": _publisher_of(web, publisher_of(web.site, edition, None)),
        "issueNumber": edition.issue_number if edition.type == "newsletter" else "",
        "isbn": edition.isbn,
        "license": terms and licence(terms),
    }


def _section(web: Web, section: Section) -> Json:
    edition = web.site.editions[section.edition]
    return {
        **_work(web, section.address, "CollectionPage"),
        "name": section.title,
        "description": section.summary,
        "publisher": {"@id": web.organisation},
        "isPartOf": {"@type": _EDITIONS[edition.type], "@id": web.at(edition.address), "name": edition.title},
    }


def _hub(web: Web, hub: Hub) -> Json:
    entry = hub.entry
    return {
        "@type": "Organization",
        "@id": web.at(hub.address, "hub"),
        "name": hub.name,
        "alternateName": list(entry.aliases),
        "areaServed": [area for area in (entry.region, entry.area) if area],
        "mainEntityOfPage": web.at(hub.address),
    }


def _school(web: Web, school: School) -> Json:
    urn = {"@type": "PropertyValue", "propertyID": "URN", "value": school.urn}
    return {
        "@type": "School",
        "@id": web.at(school.address, "school"),
        "name": school.name,
        "alternateName": list(school.aliases),
        "address": school.place,
        "identifier": urn if school.urn else None,
        "mainEntityOfPage": web.at(school.address),
    }


def _types(type_: str, isbn: str) -> str | list[str]:
    """What has an ISBN is a book as well, since nothing else has one at schema.org."""
    return [type_, "Book"] if isbn and type_ != "Book" else type_


def _authors(web: Web, names: tuple[str, ...]) -> Json | list[Json]:
    return [_named(name) for name in names] or {"@id": web.organisation}


def _publisher_of(web: Web, name: str) -> Json:
    if name == web.site.settings.organisation:
        return {"@id": web.organisation}
    return {"@type": "Organization", "name": name}


def _named(name: str) -> Json:
    """An author: an institution where the name says so, else a person."""
    found = _INSTITUTION.search(_ANY_CASE.sub(lambda word: word[0].lower(), name))
    return {"@type": "Organization" if found else "Person", "name": name}


_MAKERS: Mapping[type, Callable[[Web, Any], Json]] = {
    Story: _story,
    Edition: _edition,
    Section: _section,
    Hub: _hub,
    School: _school,
}
