"""Hubs that share the most with a hub: themes and programmes that few others have in common count most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.model.spanning import Hub, Site
from sitegen.pages.naming import name_list
from sitegen.pages.views import LinkView
from sitegen.text import slug

_SHOWN = 4
_NAMED = 3
_LEAST = 2
"""One theme in common is no kinship."""


def akin(site: Site) -> Mapping[str, tuple[LinkView, ...]]:
    """For each hub by its id those that share at least two themes or programmes with it, and which."""
    terms = {hub.id: _terms(site, hub) for hub in site.hubs.values()}
    having: dict[str, list[str]] = defaultdict(list)
    for id_, found in terms.items():
        for term in found:
            having[term].append(id_)
    return {id_: tuple(_links(site, id_, terms, having)) for id_ in terms}


def _terms(site: Site, hub: Hub) -> dict[str, str]:
    """Themes and programmes of its stories by their id."""
    found: dict[str, str] = {}
    for story in (site.stories[s] for s in hub.stories):
        for word in (*story.themes, *story.programmes):
            found.setdefault(slug(word), word)
    return found


def _links(
    site: Site, own: str, terms: Mapping[str, Mapping[str, str]], having: Mapping[str, list[str]]
) -> Iterable[LinkView]:
    worth: dict[str, float] = defaultdict(float)
    for term in terms[own]:
        for other in having[term]:
            worth[other] += 1 / len(having[term])
    near = [h for h in worth if h != own and len(terms[own].keys() & terms[h].keys()) >= _LEAST]
    for other in sorted(near, key=lambda h: (-worth[h], h))[:_SHOWN]:
        shared = sorted(terms[own].keys() & terms[other].keys(), key=lambda t: (len(having[t]), t))
        note = f"Also tells of {name_list([terms[own][t] for t in shared], _NAMED)}"
        yield LinkView(site.hubs[other].name, site.hubs[other].address, note)
