"""The entries of the masthead, as site.yaml names them."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.values import Edition, FixedPage
from sitegen.problems.problem import Checked, Problem
from sitegen.schema.declared import Settings
from sitegen.schema.values import Value
from sitegen.text import nearest, slug

MADE = {
    "browse": "Stories", "hubs": "Hubs", "schools": "Schools", "themes": "Themes", "people": "People",
    "numbers": "Numbers", "quotes": "Quotes", "glossary": "Glossary", "search": "Search",
}  # fmt: skip
"""Pages that the site makes itself, with the words of their entry."""


def navigation(
    settings: Settings, editions: Mapping[str, Edition], pages: Mapping[str, FixedPage]
) -> Checked[tuple[tuple[str, str], ...]]:
    """Labels with addresses, as in site.yaml; without any: the newest edition, stories, hubs, search, about."""
    known = entries(editions, pages)
    if not settings.navigation:
        wanted = [*list(editions)[:1], "browse", "hubs", "search", "about"]
        return Checked(tuple(known[w] for w in wanted if w in known))
    found = []
    problems = []
    for value in settings.navigation:
        entry = known.get(slug(value.text))
        if entry:
            found.append(entry)
        else:
            problems.append(_unknown(value, known))
    return Checked(tuple(found), tuple(problems))


def entries(editions: Mapping[str, Edition], pages: Mapping[str, FixedPage]) -> dict[str, tuple[str, str]]:
    """Everything that the navigation may name: label and address by id."""
    made = {i: (label, f"{i}/index.html") for i, label in MADE.items()}
    return {
        **made,
        **{p.id: (_short(p), p.address) for p in pages.values()},
        **{e.id: (_edition_label(e), e.address) for e in editions.values()},
    }


def _short(page: FixedPage) -> str:
    value = page.values.get("navigation_title")
    return value.text if value else page.title


def _edition_label(edition: Edition) -> str:
    """An edition in two words: `Report 2022/23`, `Newsletter 16`, else its title."""
    if edition.type == "annual report" and edition.academic_year:
        return f"Report {edition.academic_year.label}"
    if edition.type == "newsletter" and edition.issue_number:
        return f"Newsletter {edition.issue_number}"
    return edition.title


def _unknown(value: Value, known: Mapping[str, tuple[str, str]]) -> Problem:
    near = nearest(value.text, known)
    fix = f'Did you mean "{near}"?' if near else f"Name one of: {', '.join(sorted(known))}."
    return Problem(
        value.where, "unknown-navigation", f'The navigation names "{value.text}", which is no page.', fix,
        suggestion=near,
    )  # fmt: skip
