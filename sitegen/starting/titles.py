"""What a title says of itself: a clean line of text, an academic year, a choice among several."""

from __future__ import annotations

import unicodedata

from sitegen.regex import regex
from sitegen.schema.dates import understand_academic_year
from sitegen.schema.declared import Field, Kind
from sitegen.schema.kinds import common_fields
from sitegen.text import fold_name, fold_space
from sitegen.writing.errors import EnvironmentProblem

_JOINERS = "\u200c\u200d"
"""Without these some scripts, and some emoji, fall apart."""
_YEARS = regex(r"(?<![0-9/])((?:19|20|21)[0-9]{2}) ?[/–-] ?([0-9]{4}|[0-9]{2})(?![0-9/])")


def clean(title: str) -> str:
    """A title on one line, letters composed, without what nobody can see; letters that are none are refused."""
    if any("\ud800" <= letter <= "\udfff" for letter in title):
        raise EnvironmentProblem("The title holds letters that cannot be read. Type it again, or put it in later.")
    composed = unicodedata.normalize("NFC", fold_space(title))
    return "".join(c for c in composed if c.isprintable() or c in _JOINERS).strip()


def known_of_edition(kind: Kind, title: str) -> dict[str, str]:
    """The fields of an edition that its title tells: its academic year, and what sort of publication it is."""
    found: dict[str, str] = {}
    common = {field.key for field in common_fields(kind.role)}
    for field in (f for f in kind.schema.fields if f.key not in common):
        told = _told(field, title)
        if told:
            found.setdefault(field.key, told)
    return found


def _told(field: Field, title: str) -> str:
    if field.type == "academic year":
        years = (understand_academic_year(match[0]) for match in _YEARS.finditer(title))
        return next((year.label for year in years if year), "")
    if field.type == "choice" and field.choices:
        return _choice(field, f" {fold_name(title)} ")
    return ""


def _choice(field: Field, folded: str) -> str:
    said = [choice for choice in field.choices if f" {fold_name(choice)} " in folded]
    return said[0] if len(said) == 1 else ""
