"""Every source as its consents allow it to be published, with a problem for each thing that they do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sitegen.model.consents import NAME, PICTURE, QUOTE, STORY, WEB, Withheld, consents
from sitegen.model.publication import GONE, state
from sitegen.model.sources import Sources
from sitegen.model.withholding import Cleared, cleared
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.schema.types.given import shown


@dataclass(frozen=True, slots=True)
class ClearedSources:
    """The sources without what may not be published, and all of what that is. `before` are the sources with it.

    `of_medium` is what is left out for the medium alone: the web may have it.
    """

    sources: Sources
    before: Sources
    withheld: tuple[Withheld, ...]
    of_medium: tuple[Withheld, ...] = ()


def clear(sources: Sources) -> Checked[ClearedSources]:
    """Leaves out what lacks its consent: a warning for each thing, or an error where the site's rule is to stop.

    What the web may have does not stop the building for another medium: it is left out there.
    """
    rules = consents(sources.consents, sources.settings, sources.today, sources.medium)
    made = [cleared(source, rules, sources.tree, sources.lenient) for source in sources.sources]
    refused = {c.source.path: c.refused for c in made if c.refused}
    screen_only = frozenset(c.source.path for c in made if c.screen_only)
    unshared = frozenset(c.source.path for c in made if c.unshared)
    whole = replace(
        sources, sources=tuple(c.source for c in made), refused=refused, screen_only=screen_only, unshared=unshared
    )
    withheld = tuple(w for c in made for w in c.withheld)
    shown = [w for c in made if _is_shown(c, sources) for w in c.withheld]
    everywhere = _off_the_web(sources) if sources.medium != WEB else frozenset(map(_thing, shown))
    problems = (_problem(w, rules.stops and _thing(w) in everywhere, sources) for w in shown)
    of_medium = tuple(w for w in shown if _thing(w) not in everywhere)
    return Checked(ClearedSources(whole, sources, withheld, of_medium), tuple(problems))


_Thing = tuple[str, str, str, Where]


def _off_the_web(sources: Sources) -> frozenset[_Thing]:
    """What may not be on the web either."""
    return frozenset(map(_thing, clear(replace(sources, medium=WEB)).value.withheld))


def _thing(found: Withheld) -> _Thing:
    return found.path, found.what, found.named, found.where


def _is_shown(found: Cleared, sources: Sources) -> bool:
    """False for what is no longer published at all: nothing more is asked of it."""
    return sources.drafts or state(found.source, sources.today, sources.needs_approval) not in GONE


_NAMED: Mapping[str, str] = {
    PICTURE: "The picture {}", NAME: "The name {}", QUOTE: "The quote {}", STORY: "The whole page {}",
}  # fmt: skip
_WITHOUT: Mapping[str, str] = {
    PICTURE: "Write `consent:` with the id from private/consents.yaml, or whom it shows: "
    "`shows: no people`.",
    NAME: "Write `consent:` beside it, with the id from private/consents.yaml, or take the name out.",
    QUOTE: "Write `consent:` in it, with the id from private/consents.yaml, or take the quote out.",
    STORY: "Write `consent:` among its fields, with the id from private/consents.yaml.",
}
_WHY: Mapping[str, str] = {
    PICTURE: "Pictures that show pupils, or do not say whom they show, need a consent.",
}


def _problem(found: Withheld, stops: bool, sources: Sources) -> Problem:
    code, says = ("needs-consent", "may not be published") if stops else ("left-without-consent", "is left out")
    what = f"{_NAMED[found.what].format(shown(found.named))} {says}: {found.why}."
    return Problem(found.where, code, what, _fix(found, sources), _WHY.get(found.what, ""))


def _fix(found: Withheld, sources: Sources) -> str:
    if not found.ids:
        return _WITHOUT[found.what]
    if not sources.consents:
        return "Put the consent register into private/ beside content/, or name its folder with --private."
    return "Ask anew and bring private/consents.yaml up to date, or take it out of this file."
