"""E-mail addresses and telephone numbers of people, which a report that is kept for years should not hand out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checking.wording.said import Places, Said
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_MAIL = regex(r"(?<![\w.+-])(?P<who>[\w.+-]{1,64})@(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})")
_OFFICE = frozenset("""
admin admissions archive communications comms contact data editor enquiries enquiry events feedback general head hello
help helpdesk hub hubs info information library mail maths mathshub mathshubs media news newsletter office post press
privacy publications reception research school schooloffice secretary support team training web webmaster
""".split())
"""What stands before the @ of an address that belongs to an office and not to a person."""
_PHONE = regex(
    r"[+(0](?<![\w.,/+(-].)(?:(?<=\+)44[ \u00a0]?(?:\(0\)[ \u00a0]?)?|(?<=\()0|(?<=0))"
    r"[1-9](?:[)\d]|[ \u00a0-](?=[\d(])){7,15}(?![\w/-])"
)


def contact_details(said: Said, office: str) -> Iterator[Problem]:
    """A warning at each e-mail address of a person and each telephone number. `office` is the site's own address."""
    links = "\n".join(link.target for link in said.found.text.body.links if link.target.lower().startswith("mailto:"))
    told: dict[str, str] = {}
    for found in _addresses(f"{said.plain}\n{links.replace('mailto:', '')}"):
        if not _is_office(found, office):
            told.setdefault(found[0].rstrip("."), "is an e-mail address of a person")
    for found in _PHONE.finditer(said.plain):
        if 10 <= sum(c.isdigit() for c in found[0].removeprefix("+44")) <= 11 or found[0].startswith("+44"):
            told.setdefault(found[0].strip(), "is a telephone number")
    places = Places(said)
    yield from (_problem(places, words, what) for words, what in told.items())


def _addresses(text: str) -> Iterator[re.Match[str]]:
    return _MAIL.finditer(text) if "@" in text else iter(())


def _is_office(found: re.Match[str], office: str) -> bool:
    name = re.split(r"[.+_-]", found["who"].lower())
    return found[0].lower() == office.lower() or name[0] in _OFFICE or "".join(name) in _OFFICE


def _problem(places: Places, words: str, what: str) -> Problem:
    return Problem(
        places.of(words), "contact-details", f'"{words}" {what}.',
        "Give an office's address or a form, or allow it with `overrides` and the reason.",
        why="People leave, and what is printed and archived cannot be recalled.",
    )  # fmt: skip
