"""Values for tests of rendering: a site, a head, texts, and the shipped theme, loaded once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from sitegen.markup.body import Block, Body, Part
from sitegen.model.values import Target, Text
from sitegen.pages.page import Page
from sitegen.pages.views import CardView, Head, LinkView, ShareView, SiteView, StoryPage, TextPage
from sitegen.problems.problem import Where
from sitegen.rendering.pen import Pen
from sitegen.rendering.render import render
from sitegen.rendering.theme import Theme, load_theme
from sitegen.rendering.values import PictureFile, Published
from sitegen.schema.declared import Term

SHIPPED = Path(__file__).resolve().parents[2] / "templates"

SITE = SiteView(
    title="Test stories",
    organisation="Test network",
    language="en-GB",
    licence="CC BY 4.0",
    disclaimer="Nothing here is real.",
    contact="hello@example.org",
    base_url="",
    navigation=(LinkView("Stories", "browse/index.html"),),
    editions=(LinkView("Annual report", "2022-23/index.html"),),
    pages=(LinkView("About", "about/index.html"),),
)

TARGETS = {
    "other.md": Target("page", "2022-23/primary/other/index.html"),
    "other.md#cpd": Target("page", "2022-23/primary/other/index.html", "cpd"),
    "#here": Target("page", "2022-23/primary/goldfinch/index.html", "here"),
    "https://example.org/?a=1&b=2": Target("external", "https://example.org/?a=1&b=2"),
    "gone.md": Target("text"),
}

TERMS = {
    "LLME": Term("LLME", "Local leader of mathematics education"),
    "SKTM": Term("SKTM", 'Knowledge for "teaching"'),
}


@cache
def shipped() -> Theme:
    """The theme that ships; it has no problem."""
    loaded = load_theme((SHIPPED,))
    assert loaded.problems == ()
    return loaded.value


HALL = Published(
    (PictureFile("assets/p-480.webp", b"", 480), PictureFile("assets/p-1200.webp", b"", 1200)),
    PictureFile("assets/p-960.jpg", b"", 960), 1200, 900,
)  # fmt: skip
"""A picture as it is published."""


def head(address: str = "2022-23/primary/goldfinch/index.html", **fields: str) -> Head:
    return Head(address, "A page – Test stories", "What it is about.", **fields)


def text(*parts: Part, notes: Sequence[Part] = ()) -> Text:
    """A text of these parts, whose links lead to `TARGETS` and whose acronyms are `TERMS`."""
    return Text(Body(parts=parts, notes=tuple(notes)), TARGETS, {}, {}, TERMS)


def pen(*parts: Part, prefix: str = "") -> Pen:
    return Pen(shipped().environment, text(*parts), prefix)


def block(value: Block, prefix: str = "") -> str:
    """A block as the shipped theme writes it, white space folded."""
    return " ".join(pen(prefix=prefix).block(value).split())


def page(view: object, template: str, address: str = "") -> Page:
    return Page(address or view.head.address, template, view, Where("content/x.md"))  # type: ignore[attr-defined, arg-type]


def html(view: object, template: str, pictures: Mapping[str, Published] | None = None) -> str:
    """A page of the shipped theme."""
    made = render(page(view, template), SITE, shipped(), pictures or {})
    assert made.problems == ()
    assert made.value is not None
    return made.value.html.decode()


def text_page(*parts: Part, address: str = "about/index.html") -> TextPage:
    return TextPage(head(address), "About", "What this is.", text(*parts), ())


def story_page(body: Text, address: str = "2022-23/primary/goldfinch/index.html", **fields: object) -> StoryPage:
    plain = {
        "title": "Talk first", "summary": "Words and maths together.", "kicker": "Primary, case study", "numeral": "02",
        "rod": 1, "rods": 7, "date": "", "date_iso": "", "updated": "", "card": CardView("Profile", None, (), "rows"),
        "headings": (), "people": (), "details": (), "wall": "goldfinch", "picture": None,
        "picture_alt": "", "picture_lacks_words": False,
        "picture_caption": "", "picture_credit": "", "source": (), "corrections": (), "related": (),
        "neighbours": (), "terms": (), "share": ShareView(""),
    }  # fmt: skip
    return StoryPage(head=head(address, section_class="sec-1"), text=body, **(plain | fields))  # type: ignore[arg-type]
