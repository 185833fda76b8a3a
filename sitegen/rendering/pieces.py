"""Parts of a page that can be made again by themselves: a story that stands whole on a page among others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from jinja2 import Environment, pass_context
from jinja2.exceptions import FilterArgumentError
from jinja2.runtime import Context
from markupsafe import Markup

from sitegen.pages.views import PrintPage, StoryPage, View
from sitegen.rendering.marks import piece_marks
from sitegen.workers import mapped

WHOLES = "_wholes"
"""What a page that is rendered knows its stories by, as `wholes` makes them."""
_FILE, _MACRO = "components/print.html", "whole"
_LOWEST = 3
_HEADINGS = (("<h", " "), ("<h", ">"), ("</h", ">"))
"""What stands around the level of a heading."""

Wholes = Mapping[int, tuple[StoryPage, str]]
"""By the id of its view each story with what `whole` makes of it: the view is kept, so that no other has its id."""
NONE: Wholes = MappingProxyType({})


@pass_context
def piece(context: Context, story: StoryPage, level: int) -> Markup:
    """A story where it stands whole among others, as the macro `whole` of components/print.html makes it.

    `level` is that of its title on the page: 3 as the macro makes it, or above that.
    """
    known = context.get(WHOLES) or {}
    made = known[id(story)][1] if id(story) in known else whole(context.environment, story)
    return piece_marks(story.head.address, raised(made, level), level)


def whole(environment: Environment, story: StoryPage) -> Markup:
    """The same at the third level, without the marks that tell where it begins and ends."""
    macro = getattr(environment.get_template(_FILE).module, _MACRO, None)
    if macro is None:
        raise FilterArgumentError(f"The filter piece needs a macro called {_MACRO} in templates/{_FILE}.")
    return Markup(macro(story))


def raised(html: str, level: int) -> str:
    """What `whole` makes with the story's title at this level, and all its other headings with it."""
    up, text = _LOWEST - level, str(html)  # as mere letters: HTML would have its replacements escaped
    for before in range(2, 7) if up else ():  # upwards, so that none is raised twice
        after = max(before - up, 1)
        for begin, end in _HEADINGS:
            text = text.replace(f"{begin}{before}{end}", f"{begin}{after}{end}")
    return text


def wholes(views: Iterable[View], environment: Environment, jobs: int = 0, before: Wholes = NONE) -> Wholes:
    """The stories that stand whole on these pages, each made once however many pages it stands on.

    Those that are equal to one of `before`, of the same environment, are not made again. One that cannot be made is
    left to the page, which says why.
    """
    parts = (part for view in views if isinstance(view, PrintPage) for part in view.sections)
    stories = list({id(story): story for part in parts for story in part.stories}.values())
    known = {story.head.address: (story, html) for story, html in before.values()}
    again = {id(s): known[s.head.address][1] for s in stories if known.get(s.head.address, (None,))[0] == s}
    unknown = [story for story in stories if id(story) not in again]
    made = mapped(lambda story: _attempt(environment, story), unknown, jobs)
    found = again | {id(story): html for story, html in zip(unknown, made, strict=True) if html is not None}
    return {id(story): (story, found[id(story)]) for story in stories if id(story) in found}


def _attempt(environment: Environment, story: StoryPage) -> str | None:
    try:
        return str(whole(environment, story))
    except Exception:
        return None
