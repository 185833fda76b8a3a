"""What a template can do beyond its loops and conditions: one row a filter.

There are no other names than `page` and `site`, so that a template depends on its view and on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.exceptions import FilterArgumentError
from jinja2.runtime import Context
from markupsafe import Markup

from sitegen.markup.body import Chart
from sitegen.model.values import Text
from sitegen.pages.views import FactView, HubDrawing, NetworkView, ShareDrawing, StoryPage
from sitegen.pages.web.addresses import whole_address
from sitegen.reading.values import Asset
from sitegen.regex import regex
from sitegen.rendering import prose
from sitegen.rendering.assets import ThemeAsset
from sitegen.rendering.drawings import charts, draw, glyphs, mini, network, squares, wall
from sitegen.rendering.kept import Kept
from sitegen.rendering.marks import link_mark, picture_mark
from sitegen.rendering.pieces import piece
from sitegen.rendering.wording import figure_size, set_large, title_size, voices
from sitegen.schema.dates import understand_date
from sitegen.text import in_words, nearest

_Filter = Callable[..., Any]
_NOT_PLAIN = regex(r"[^\w ,.;:()\-–]")
_NODES_ON_A_BADGE = 14


def href(address: str, fragment: str = "") -> Markup:
    """The value of an `href` that leads from this page to an address of the site, or a whole address as it is."""
    return link_mark(address, fragment)


_DATA_BLOCK = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029\x7f"}


def data_block(json: str) -> Markup:
    """JSON as what a `<script>` of data holds. These signs stand only in strings of JSON, where they may be written as
    numbers: so nothing in it can end the script, begin another or be taken for a comment.
    """
    return Markup(json.translate(_DATA_BLOCK))


def on_the_web(address: str, base_url: str) -> str:
    """An address of the site as a whole one, under the address at which the site is published."""
    return whole_address(base_url, address)


def picture(asset: Asset, alt: str, sizes: str, title: str = "") -> Markup:
    """A picture at the widths that it is published in. `sizes` says how wide it stands, as the attribute does."""
    return picture_mark(asset.digest, alt, sizes, title)


def anchor(address: str) -> str:
    """The id of a page where it stands whole among others, for paper: `2022-23--primary--goldfinch`."""
    steps = address.removesuffix("/index.html").split("/")
    return "--".join(steps) if len(steps) > 1 else "edition"


def listed(words: tuple[str, ...]) -> str:
    """The words that are not empty, with commas."""
    return ", ".join(word for word in words if word)


def spoken(words: tuple[str, ...]) -> str:
    """The words that are not empty, as in speech: `A, B and C`."""
    return in_words([word for word in words if word])


def machine_date(words: str) -> str:
    """A date as written, for the `datetime` of a `<time>`; empty where it is no plain day, month or year."""
    date = understand_date(words)
    return date.machine if date else ""


def css_string(words: str) -> Markup:
    """Words as a string of a style sheet that stands in the page."""
    return Markup(f'"{_NOT_PLAIN.sub(lambda found: f"{chr(92)}{ord(found[0]):x} ", words)}"')


def badge(drawing: HubDrawing) -> Markup:
    """A hub among others, as on its own page: the node, and one satellite a story."""
    view = NetworkView(((drawing.seed, drawing.stories),), drawing.seed, drawing.seed, _NODES_ON_A_BADGE)
    return network.network(view, network.BADGE)


def network_of_all(view: NetworkView) -> Markup:
    """All hubs of a site in a field of their own, without a title to keep clear of."""
    return network.network(view, network.FIELD)


_FILTERS: Mapping[str, tuple[_Filter, type | tuple[type, ...]]] = {
    "href": (href, str),
    "on_the_web": (on_the_web, str),
    "data_block": (data_block, str),
    "anchor": (anchor, str),
    "picture": (picture, Asset),
    "listed": (listed, tuple),
    "spoken": (spoken, tuple),
    "voices": (voices, tuple),
    "machine_date": (machine_date, str),
    "set_large": (set_large, FactView),
    "draw": (draw.draw, object),
    "draw_small": (draw.draw_small, object),
    "compared": (mini.compared_share, ShareDrawing),
    "arrow": (glyphs.arrow, str),
    "glyph": (glyphs.glyph, str),
    "css_string": (css_string, str),
    "figure_size": (figure_size, str),
    "title_size": (title_size, str),
    "rod": (glyphs.rod, int),
    "wall": (wall.wall, str),
    "wall_with_sums": (wall.wall_with_sums, str),
    "hundred": (squares.hundred, (int, float)),
    "dots": (squares.dots, int),
    "network": (network.network, NetworkView),
    "network_of_all": (network_of_all, NetworkView),
    "badge": (badge, HubDrawing),
    "drawn": (charts.drawn, Chart),
    "body": (prose.body, Text),
    "halves": (prose.halves, Text),
    "questions": (prose.questions, Text),
    "spreads": (prose.spreads, Text),
    "blocks": (prose.blocks, Text),
    "pictured": (prose.pictured, Text),
    "notes": (prose.notes, Text),
    "written": (prose.written, tuple),
    "piece": (piece, StoryPage),
}


def filters(assets: Mapping[str, ThemeAsset], kept: Kept) -> Mapping[str, _Filter]:
    """Every filter by name; `asset`, `inline` and `csp_hash` know the theme's files, `once` what is `kept`."""

    def found(name: str) -> ThemeAsset:
        if name not in assets:
            near = nearest(name, assets)
            hint = f' Did you mean "{near}"?' if near else ""
            raise FilterArgumentError(f'The theme has no file "{name}" in templates/assets/.{hint}')
        return assets[name]

    # With the context, which only a page has: Jinja would else compile what they make of a name into the template,
    # which would then have to be compiled again after every change of a style.
    return {
        "once": kept.once,
        **{name: _taking(name, make, kind) for name, (make, kind) in _FILTERS.items()},
        "asset": pass_context(lambda _page, name: link_mark(found(name).address)),
        "inline": pass_context(lambda _page, name: Markup(found(name).content.decode())),
        "csp_hash": pass_context(lambda _page, name: found(name).csp_hash),
    }


def _taking(name: str, make: _Filter, kind: type | tuple[type, ...]) -> _Filter:
    """The filter, refusing what it cannot take in words that help whoever writes the template."""

    @wraps(make)
    def checked(*args: Any, **settings: Any) -> Any:
        value = args[1] if args and isinstance(args[0], (Environment, Context)) else args[0]
        if not isinstance(value, kind):
            wanted = " or ".join(k.__name__ for k in (kind if isinstance(kind, tuple) else (kind,)))
            raise FilterArgumentError(f"The filter {name} takes {wanted}, and was given {type(value).__name__}.")
        return make(*args, **settings)

    return checked
