"""Which part of a site is meant: an edition or a hub by whatever people call it."""

from __future__ import annotations

from sitegen.model.names import names
from sitegen.model.sources import Selection
from sitegen.model.spanning import Site
from sitegen.text import in_short, nearest, slug


class NoSuchPart(Exception):
    """There is no edition or hub of that name, or nothing is published of it. The text is one plain sentence or two."""


def selection(edition: str, hub: str, site: Site) -> Selection | None:
    """The part that is asked for by an edition or a hub; None where neither is named. Raises NoSuchPart."""
    if edition:
        return _edition(edition, site)
    return _hub(hub, site) if hub else None


def _edition(named: str, site: Site) -> Selection:
    wanted = named.strip().replace("\\", "/").strip("/").removeprefix("content/").removesuffix("/index.html")
    folders = {e.path.split("/")[1]: e for e in site.editions.values()}
    found = site.editions.get(wanted) or site.editions.get(slug(wanted)) or folders.get(wanted)
    if found is None:
        raise NoSuchPart(_unknown("edition", named, {i: i for i in site.editions}))
    return Selection(edition=found.id, name=found.name)


def _hub(named: str, site: Site) -> Selection:
    id_ = named.strip() if named.strip() in site.hubs else names(site.registers).hub_id(named)
    if id_ not in site.hubs:
        words = {w: h.id for h in site.hubs.values() for w in (h.id, h.name, *h.entry.aliases)}
        raise NoSuchPart(_unknown("hub", named, words))
    hub = site.hubs[id_ or ""]
    if not hub.stories:
        raise NoSuchPart(f"No published story names the hub {hub.name}, so there is nothing to archive.")
    return Selection(hub=hub.id, name=hub.name)


def _unknown(sort: str, named: str, words: dict[str, str]) -> str:
    near = nearest(named.strip(), words, cutoff=0.6)
    known = in_short(sorted(set(words.values())))
    hint = f'Did you mean "{words[near]}"?' if near else f"There are {known}." if words else "There is none."
    return f'No {sort} is called "{named}". {hint}'
