"""From a view's drawing to SVG: one row a drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from sitegen.pages.views import (
    Drawing,
    FormsDrawing,
    HubDrawing,
    NoDrawing,
    PupilsDrawing,
    ShareDrawing,
    YearsDrawing,
)
from sitegen.rendering.drawings import mini, profile

_Table = Mapping[type, Callable[[Any], Markup]]

LARGE: _Table = {
    FormsDrawing: profile.forms,
    PupilsDrawing: profile.pupils,
    ShareDrawing: profile.share,
    YearsDrawing: profile.years,
    HubDrawing: profile.hub,
    NoDrawing: profile.nothing,
}

SMALL: _Table = {
    FormsDrawing: mini.mini_forms,
    PupilsDrawing: mini.mini_pupils,
    ShareDrawing: mini.mini_share,
    YearsDrawing: mini.mini_years,
}


@lru_cache(maxsize=16_384)
def draw(drawing: Drawing | None) -> Markup:
    """The drawing for a profile card; empty where there is nothing to draw."""
    return _drawn(LARGE, drawing)


@lru_cache(maxsize=16_384)
def draw_small(drawing: Drawing | None) -> Markup:
    """The drawing for a line in a list; empty for what has none of that size."""
    return _drawn(SMALL, drawing)


def _drawn(table: _Table, drawing: Drawing | None) -> Markup:
    make = table.get(type(drawing))
    return make(drawing) if make else Markup("")
