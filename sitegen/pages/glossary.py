"""The glossary, in order of its terms."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Site
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import GlossaryPage, LinkView
from sitegen.schema.declared import Term
from sitegen.text import counted, fold_letters, slug

TEMPLATE = "glossary.html"
LINK = LinkView("Glossary", "glossary/index.html")


def glossary(site: Site, shared: Shared) -> Iterable[Page]:
    """The page of all terms."""
    terms = sorted(site.registers.glossary, key=lambda t: (fold_letters(t.term).casefold(), t.term))
    lead = f"{counted(len(terms), 'term')} that the stories use, explained in plain words."
    rows = tuple((t.term, t.definition, id_) for t, id_ in zip(terms, term_ids(terms), strict=True))
    view = GlossaryPage(head(site, LINK.address, (LINK,), lead), LINK.text, lead, rows)
    yield Page(LINK.address, TEMPLATE, view, site.settings.where)


def term_ids(terms: Iterable[Term]) -> list[str]:
    """An id on the page for each term, no two alike: `term-llme`."""
    seen: dict[str, int] = {}
    ids = []
    for term in terms:
        base = f"term-{slug(term.term) or 'other'}"
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}--{seen[base]}")
    return ids
