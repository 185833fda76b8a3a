"""What is remembered between the builds of a site, each sort in a folder of its own."""

from __future__ import annotations

from sitegen.memo import Memo
from sitegen.options import Options
from sitegen.problems.problem import Checked
from sitegen.rendering.theme import Theme, load_theme


def theme_of(options: Options) -> Checked[Theme]:
    """The site's own templates before the shipped ones, compiled; what earlier builds compiled is remembered."""
    memo = Memo(options.site / ".sitegen" / "templates", options.fresh)
    folders = (options.site / "templates", options.theme) if options.own_theme else (options.theme,)
    theme = load_theme(folders, memo.remember)
    memo.tidy()
    return theme


def picture_memo(options: Options) -> Memo:
    """What is remembered of the pictures that earlier builds of the site published."""
    return Memo(options.site / ".sitegen" / "pictures", options.fresh)
