"""Which HTML may stand on a page. Tables decide; nh3 enforces them."""

from __future__ import annotations

from functools import lru_cache

import nh3

from sitegen.reading.cleaning import CONTROLS
from sitegen.regex import regex

INLINE = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
"""Elements that stand in running text."""

BLOCKS = frozenset(
    "blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary "
    "table tbody td tfoot th thead tr ul".split()
)
"""Elements that stand on their own."""

VOID = frozenset("br col hr img wbr".split())
"""Elements without an end."""

DROPPED = frozenset(
    "applet audio canvas embed frameset head iframe map math noembed noframes noscript object script select style svg "
    "template textarea title video xmp".split()
)
"""Elements of which nothing is kept, not even what they hold."""

UNKNOWN_HERE = frozenset(
    "acronym address area article aside base basefont bgsound big blink body button center data datalist dialog dir "
    "fieldset font footer form frame header hgroup html input label legend link main marquee menu menuitem meta meter "
    "nav nobr optgroup option output param picture plaintext progress rp rt ruby section slot source strike track tt"
    .split()
)  # fmt: skip
"""Elements whose text is kept and whose tags are not."""

WHOLE = frozenset("dl figure ol pre table ul".split())
"""Elements that are HTML up to their end, also across blank lines; in others Markdown goes on after a blank line."""

CLASSES = frozenset("lead nowrap numeric small source".split())
"""Classes that an author may set."""

_MOST_ROUNDS = 4
"""What stands in a table and in no cell moves out of it, so that it may stand where it cannot: then it moves again."""

_EVERYWHERE = frozenset("class dir id lang title".split())
_OWN = {
    "a": {"href"}, "col": {"span"}, "colgroup": {"span"}, "del": {"datetime"}, "details": {"open"},
    "ins": {"datetime"}, "li": {"value"}, "ol": {"reversed", "start", "type"}, "time": {"datetime"},
    "td": {"colspan", "headers", "rowspan", "style"}, "th": {"colspan", "headers", "rowspan", "scope", "style"},
}  # fmt: skip
_QUIET = frozenset(
    "align alt border cellpadding cellspacing class decoding frameborder height hspace itemprop loading name rel role "
    "sizes src srcset tabindex target valign vspace width".split()
)


_SIDE = regex(r"(?:^|;)\s*text-align\s*:\s*(left|right|center)\s*(?:;|$)")


def is_block(name: str) -> bool:
    """True for an element that begins a piece of HTML where it begins a line."""
    return name in _LINE_STARTERS


def removes(name: str, attribute: str) -> bool:
    """True for an attribute whose loss its author should hear of: it would have changed what readers see."""
    lower = attribute.lower()
    if lower in _QUIET or lower in _EVERYWHERE or lower in _OWN.get(name, ()):
        return False
    return not lower.startswith(("data-", "aria-", "xml"))


def clean(html: str) -> str:
    """HTML that is safe and whole: every element closed, nothing that is not in the tables above.

    Nor is there any character that no editor shows, which `&#2;` can stand for: pages are put together with such marks.
    """
    made = _cleaner().clean(html)
    for _ in range(_MOST_ROUNDS if "<table" in made else 0):
        before, made = made, _cleaner().clean(made)
        if made == before:
            break
    return CONTROLS.sub("", made)


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(INLINE | BLOCKS),
        clean_content_tags={"script", "style"},
        attributes={"*": set(_EVERYWHERE), **{name: set(own) for name, own in _OWN.items()}},
        link_rel=None,
        url_schemes=set(),
        filter_style_properties={"text-align"},
        attribute_filter=_aligned,
    )


def _aligned(_element: str, attribute: str, value: str) -> str | None:
    """The value of an attribute; of a style no more than the side on which the cell of a table is set."""
    if attribute != "style":
        return value
    side = _SIDE.search(value)
    return f"text-align:{side[1]}" if side else None


_LINE_STARTERS = BLOCKS | DROPPED | (UNKNOWN_HERE - set("acronym big font nobr strike tt data label output".split()))
