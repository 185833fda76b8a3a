"""Feeds and maps of the site, by the templates in templates/feeds/."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.pages.page import Feed
from sitegen.pages.views import SiteView
from sitegen.problems.problem import Checked, Problem
from sitegen.regex import regex
from sitegen.rendering.faults import render_problem
from sitegen.rendering.theme import Theme

_FOLDER = "feeds/"
_NOT_IN_XML = regex(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_feeds(feeds: Iterable[Feed], site: SiteView, theme: Theme) -> Checked[dict[str, bytes]]:
    """Each feed by its address, as it will be written; one whose template fails is left out and told."""
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    for feed in feeds:
        name = _FOLDER + feed.template
        if name in theme.faulty:
            continue  # told with the theme
        try:
            xml = theme.environment.get_template(name).render(page=feed.view, site=site)
        except Exception as error:
            problem = render_problem(error, feed.address, name)
            if problem is None:
                raise
            problems.append(problem)
            continue
        # Characters that XML has no way to write.
        made[feed.address] = _NOT_IN_XML.sub("", xml).encode()
    return Checked(made, tuple(problems))
