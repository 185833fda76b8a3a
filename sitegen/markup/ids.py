"""Ids on a page. Authors' ids and ids from headings carry a prefix, so that none of them can take one of the site's."""

from __future__ import annotations

import hashlib
from urllib.parse import unquote

from sitegen.text import slug

_LONGEST = 60


def page_id(fragment: str) -> str:
    """The id on a page of what an author calls `#cpd`: `s-cpd`. Case, accents and `%20` do not tell."""
    return f"s-{slug(unquote(fragment)) or 'section'}"


class Ids:
    """The ids of one body: each is given out once. `reserved` are those that its author wrote."""

    def __init__(self, reserved: frozenset[str] = frozenset()) -> None:
        self.reserved = reserved
        self.taken: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The id, or the same with `-2`, `-3` … where it is taken already."""
        found = wanted
        while found in self.taken:
            self.taken[wanted] += 1
            found = f"{wanted}-{self.taken[wanted]}"
        self.taken[found] = 1
        return found

    def of_heading(self, text: str) -> str:
        """An id from a heading's text. It makes way for one that the author gave to something else."""
        wanted = page_id(text)
        if wanted in self.reserved:
            self.taken.setdefault(wanted, 1)
        return self.take(wanted)

    def of_author(self, written: str) -> str:
        """The id on the page of one that the author wrote."""
        wanted = page_id(written)
        if wanted in self.reserved:
            self.reserved -= {wanted}
            self.taken.pop(wanted, None)
        return self.take(wanted)

    def of_block(self, name: str, title: str, content: str = "") -> str:
        """An id of a block from its title, or from its content where it has none: `b-chart-who-took-part`."""
        words = slug(title)
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rsplit("-", 1)[0]
        return self.take(f"b-{name}-{words or hashlib.sha256(content.encode()).hexdigest()[:8]}")
