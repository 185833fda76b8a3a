"""Former addresses that cannot be kept: they lead out of the site, or no file can have that name."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.spanning import Site
from sitegen.pages.moved import as_address, former_addresses
from sitegen.problems.problem import Problem


def unusable_aliases(site: Site) -> Iterator[Problem]:
    """An error for each."""
    for _, value in former_addresses(site):
        if not as_address(value.text, site.settings.base_url):
            yield Problem(
                value.where, "unusable-alias", f'"{value.text}" is no former address of a page of this site.',
                "Write it from the top of the site, as 2022-23/primary/goldfinch.",
                why="A page is put there that leads readers on, so it has to lie in this site.",
            )  # fmt: skip
