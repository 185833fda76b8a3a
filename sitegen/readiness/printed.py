"""The board as one file: made by the shipped template and in the shipped look, whatever a site's own theme is like."""

from __future__ import annotations

import base64
import datetime
import posixpath
import re
from collections.abc import Mapping

from markupsafe import Markup

from sitegen.readiness.values import Board
from sitegen.readiness.viewing import board_page
from sitegen.regex import regex
from sitegen.rendering.assets import ThemeAsset
from sitegen.rendering.theme import Theme

TEMPLATE = "ready/board.html"
_STYLES = ("css/_tokens.css", "css/_ready.css")
_FACE = regex(r"@font-face\{[^{}]*\}\n?")
_FONT = regex(r'url\("([^"]+\.woff2)"\)')
_LEFT_OUT = "italic"
"""What the board has no words in."""


def board_html(board: Board, today: datetime.date, theme: Theme) -> str:
    """The page of a board: it asks for no other file, and needs no script."""
    view = board_page(board, today, _style(theme.assets))
    return theme.environment.get_template(TEMPLATE).render(page=view)


def _style(assets: Mapping[str, ThemeAsset]) -> Markup:
    """The styles of the board with the fonts in them."""
    fonts = {posixpath.basename(a.address): a.content for a in assets.values() if a.name.endswith(".woff2")}
    sheets = "".join(assets[name].content.decode() for name in _STYLES)

    def inlined(found: re.Match[str]) -> str:
        return f'url("data:font/woff2;base64,{base64.b64encode(fonts[found[1]]).decode()}")'

    kept = _FACE.sub(lambda face: "" if _LEFT_OUT in face[0] and "woff2" in face[0] else face[0], sheets)
    return Markup(_FONT.sub(inlined, kept))
