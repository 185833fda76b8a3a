"""The authors' guide as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.pages.guide.blocks import blocks
from sitegen.pages.guide.fields import fields, settings
from sitegen.pages.guide.kinds import kinds
from sitegen.pages.guide.problems import problems
from sitegen.pages.guide.shipped import example_names
from sitegen.pages.guide.values import Chapter, Known
from sitegen.schema.declared import Bands, Kind

TITLE = "Authors’ guide"
LEAD = "How to write for this site: what each kind of page needs, what fields understand, how to mend a problem."


def chapters(kinds_: Mapping[str, Kind], bands: Mapping[str, Bands]) -> tuple[Chapter, ...]:
    """Every chapter of the guide for a site with these kinds and bands."""
    known = Known(kinds_, bands, example_names())
    return (kinds(known), fields(known), blocks(), problems(), settings(known))
