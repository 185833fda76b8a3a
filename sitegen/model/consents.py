"""What consents allow: whether a picture, a name, a quote or a story may be published, where, and why not."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.problems.problem import Where
from sitegen.schema.declared import ConsentEntry, Settings
from sitegen.text import in_words

PICTURE, NAME, QUOTE, STORY = "picture", "name", "quote", "story"
WEB, PRINT, ARCHIVE, SOCIAL = "web", "print", "archive", "social"

_COVERED = {PICTURE: "pictures", NAME: "names", QUOTE: "quotes", STORY: "stories"}
_MEDIA = {WEB: "the web", PRINT: "print", ARCHIVE: "the archive", SOCIAL: "social media"}


@dataclass(frozen=True, slots=True)
class Consents:
    """The register on a day, for one medium. `needed` are the things that need a consent by the site's own rule.

    `entries` are by folded id. With `stops`, what lacks its consent stops the build; else it is left out.
    """

    entries: Mapping[str, ConsentEntry]
    today: datetime.date
    medium: str = WEB
    needed: frozenset[str] = frozenset()
    stops: bool = False

    def against(self, ids: Iterable[str], what: str, needed: bool) -> str:
        """Why these consents do not allow a thing, in words that follow "because"; empty where they do.

        Every consent that covers it must hold. Where none covers it, that tells against it only if one is `needed`.
        """
        given = tuple(ids)
        governing = [i for i in given if self._governs(i, what)]
        against = next((reason for i in governing if (reason := self._against(i))), "")
        if against or governing or not needed:
            return against
        if not given:
            return "it names no consent"
        return f"{_named(given)} {'does' if len(given) == 1 else 'do'} not cover {_COVERED[what]}"

    def allows(self, ids: Iterable[str], what: str, medium: str) -> bool:
        """True where every one of these consents that covers a thing allows it in another medium too."""
        known = (self.entries.get(_key(i)) for i in ids)
        return all(medium in entry.scope for entry in known if entry and what in entry.covers)

    def allows_all(self, ids: Iterable[str], what: str, medium: str) -> bool:
        """The same where that has to be said: also one of these consents must cover the thing."""
        given = tuple(ids)
        known = (self.entries.get(_key(i)) for i in given)
        return any(entry and what in entry.covers for entry in known) and self.allows(given, what, medium)

    def _governs(self, id_: str, what: str) -> bool:
        """True for a consent that covers a thing, and for one of which that cannot be known."""
        entry = self.entries.get(_key(id_))
        return entry is None or entry.unsure or what in entry.covers

    def _against(self, id_: str) -> str:
        entry = self.entries.get(_key(id_))
        if entry is None:
            # No nearest one is offered: it would be the consent of somebody else.
            return f"{_shown(id_)} is not in the consent register"
        return next(_reasons(entry, self.today, self.medium), "")


_LONGEST = 40


def _key(id_: str) -> str:
    return id_.strip().casefold()


def _shown(id_: str) -> str:
    return f"consent {id_.strip()[:_LONGEST]}"


def _named(ids: Iterable[str]) -> str:
    return in_words([_shown(i) for i in ids][:3])


def _reasons(entry: ConsentEntry, today: datetime.date, medium: str) -> Iterator[str]:
    if entry.unsure:
        yield f"the entry of {_shown(entry.id)} has a problem, so it cannot be known whether it holds"
    if entry.withdrawn_on and today >= entry.withdrawn_on:
        yield f"{_shown(entry.id)} was withdrawn on {_day(entry.withdrawn_on)}"
    if entry.expires_on and today > entry.expires_on:
        yield f"{_shown(entry.id)} ended on {_day(entry.expires_on)}"
    if entry.given_on and today < entry.given_on:
        yield f"{_shown(entry.id)} does not begin before {_day(entry.given_on)}"
    if medium not in entry.scope:
        yield f"{_shown(entry.id)} does not allow {_MEDIA[medium]}"


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def consents(entries: Iterable[ConsentEntry], settings: Settings, today: datetime.date, medium: str) -> Consents:
    """The register as the site's release rules have it applied."""
    by_id: dict[str, ConsentEntry] = {}
    for entry in entries:
        other = by_id.get(_key(entry.id))
        by_id[_key(entry.id)] = replace(other, unsure=True) if other else entry
    needed = frozenset(filter(None, settings.release.get("needs_consent", "").split(", ")))
    stops = settings.release.get("without_consent") == "stop" and medium != PRINT  # what is for the screen is no fault
    return Consents(by_id, today, medium, needed, stops)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that lacks its consent: `what` it is, how it is `named`, `why` it may not be shown, the ids it names.

    `named` is the file of a picture, somebody's name, the words of a quote, the title of a story. `path` is that of
    the story or page. It is what the site must hold nothing of.
    """

    path: str
    what: str
    named: str
    why: str
    where: Where
    ids: tuple[str, ...] = ()
