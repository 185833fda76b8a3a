"""Fragments that several pages share: what a macro makes of a view is made once for each theme that is loaded."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from jinja2.exceptions import FilterArgumentError
from jinja2.runtime import Macro
from markupsafe import Markup

_MOST = 10_000
"""Fragments that are kept for another build by the same theme."""


class Kept:
    """What macros made of views, for as long as the theme that they belong to.

    That is right because views are frozen and a macro sees nothing but what it is given: links in it are marks, which
    each page settles for itself.
    """

    def __init__(self) -> None:
        self._of_same: dict[tuple[Macro, int, tuple[Hashable, ...]], tuple[object, Markup]] = {}
        self._of_equal: dict[tuple[Macro, Hashable, tuple[Hashable, ...]], Markup] = {}
        self._unequal: set[type] = set()

    def once(self, view: Any, macro: Macro, *settings: Hashable) -> Markup:
        """What the macro makes of a view that is a value: `{{ row.spec | once(spec) }}` is `{{ spec(row.spec) }}`.

        For what stands on many pages. Views are told apart by what they are, which is soon seen, then by what they say.
        """
        if not isinstance(macro, Macro):
            raise FilterArgumentError(f"The filter once takes a macro, and was given {type(macro).__name__}.")
        key = (macro, id(view), settings)
        found = self._of_same.get(key)
        if found is None:
            made = self._made(view, macro, settings)
            found = self._of_same[key] = (view, made)  # with the view, so that no other one gets its id
        return found[1]

    def begin(self) -> None:
        """Another build begins, with new views: what is told apart by what it is goes, and all where it is much."""
        self._of_same.clear()
        if len(self._of_equal) > _MOST:
            self._of_equal.clear()

    def _made(self, view: Any, macro: Macro, settings: tuple[Hashable, ...]) -> Markup:
        """The fragment of an equal view where there was one. Views that hold look-ups, as texts do, equal none."""
        if type(view) in self._unequal:
            return Markup(macro(view, *settings))
        key = (macro, view, settings)
        try:
            made = self._of_equal.get(key)
        except TypeError:
            self._unequal.add(type(view))
            return Markup(macro(view, *settings))
        if made is None:
            made = self._of_equal[key] = Markup(macro(view, *settings))
        return made
