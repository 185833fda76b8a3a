"""The readiness board of a build, compared with the last release."""

from __future__ import annotations

from sitegen.pipeline import Build
from sitegen.readiness.changing import Present, changes
from sitegen.readiness.former import Former
from sitegen.readiness.gathering import all_entries, board
from sitegen.readiness.values import Board


def ready(built: Build, former: Former | None, *, strict: bool = False, jobs: int = 0) -> Board:
    """What every story still lacks, who has to act, and what has changed since the `former` site (None: the first)."""
    present = present_of(built)
    return board(built, present.entries, changes(former, present), strict=strict, jobs=jobs)


def present_of(built: Build) -> Present:
    """The site that a build makes, to compare a former one with."""
    found = all_entries(built)
    parts = (built.site.editions, built.site.sections, built.site.stories, built.site.pages)
    addresses = {made.address for part in parts for made in part.values()}
    outputs = {address: built.outputs.get(address) for address in (e.address for e in found) if address in addresses}
    pages = {address: made.decode("utf-8") for address, made in outputs.items() if isinstance(made, bytes)}
    return Present(pages, found, built.cleared.withheld)
