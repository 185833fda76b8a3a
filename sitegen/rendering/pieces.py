"""Parts of a page that can be made again by themselves: one story of an edition that stands whole on one page."""

from __future__ import annotations

from jinja2 import Environment, pass_environment
from jinja2.exceptions import FilterArgumentError
from markupsafe import Markup

from sitegen.pages.views import StoryPage
from sitegen.rendering.marks import piece_marks

_FILE, _MACRO = "components/print.html", "whole"


@pass_environment
def piece(environment: Environment, story: StoryPage) -> Markup:
    """A story where its edition stands whole on one page, as the macro `whole` of components/print.html makes it."""
    return piece_marks(story.head.address, whole(environment, story))


def whole(environment: Environment, story: StoryPage) -> Markup:
    """The same without the marks that tell where it begins and ends."""
    macro = getattr(environment.get_template(_FILE).module, _MACRO, None)
    if macro is None:
        raise FilterArgumentError(f"The filter piece needs a macro called {_MACRO} in templates/{_FILE}.")
    return Markup(macro(story))
