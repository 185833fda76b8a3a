"""A built page's own words, passage by passage: read alike from the last release and from this build."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser

from sitegen.readiness.values import Passage
from sitegen.text import fold_space

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset("button form nav script style svg template".split())
"""Elements that hold nothing of a page's own text."""

_DERIVED: Mapping[str, str] = {
    "share": "", "like": "", "pn": "", "kick": "", "toc": "", "featured": "", "stories": "", "noprint": "",
    "wallfig": "", "cover-net": "", "cover-k": "", "dl": "", "rem": "", "unit": "", "draw": "", "badge": "",
    "cover-foot": "cover-s", "nl-lead": "ledger",
}  # fmt: skip
"""Classes of what the site makes of other pages, counts or draws. In some, one class within is the page's own."""
_HEADED = "about-s"
"""A class of what holds facts of the page's own below a heading that every page has."""
_NAMED: Mapping[str, str] = {"stand": "Summary", "cover-s": "Subtitle"}
"""What a passage of a class is called."""
_DERIVED_LABELS = frozenset(("Cite as",))
_MADE = ("A ten wall drawn from", "Generated for this page.")
"""How the caption and the credit of a drawn picture begin."""


def main_of(html: str) -> str:
    """What stands between the masthead and the foot of a page; the whole of one without them."""
    start, end = html.find("<main"), html.rfind("</main>")
    return html[start:end] if 0 <= start < end else html


def is_release_page(html: str) -> bool:
    """False for a page that search engines are told to pass over: what stands in the place of one that is gone."""
    return 'name="robots" content="noindex"' not in html[: max(html.find("<body"), 0)]


def passages(main: str) -> tuple[Passage, ...]:
    """The passages of a page's main part, in order."""
    reader = _Reader()
    reader.feed(main)
    reader.close()
    reader.flush()
    return tuple(_without_repeats(reader.found))


def title_of(found: tuple[Passage, ...]) -> str:
    """The title of a page by its passages."""
    return next((passage.text for passage in found if passage.label == "Title"), "")


def _without_repeats(found: list[Passage]) -> list[Passage]:
    """Without what is said twice in a row under one label, as by a page for the eye and for the ear."""
    return [p for n, p in enumerate(found) if not n or replace(p, under="") != replace(found[n - 1], under="")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passage] = []
        self._words: list[str] = []
        self._block = ""
        self._name = ""
        self._open: list[tuple[str, bool, str]] = []
        """Tags that are open, each with whether its words count and the class that counts within it."""
        self._under = ""
        self._label = ""
        self._fact: int | None = None
        self._row: list[str] | None = None
        self._passes = False
        """Whether the next heading is one that every page has."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in _VOID:
            return self._void(tag, given)
        if tag in _BLOCKS and self._fact is None:
            self.flush()
            self._block = tag
            self._name = next((_NAMED[name] for name in given.get("class", "").split() if name in _NAMED), "")
        self._passes = self._passes or _HEADED in given.get("class", "").split()
        counts, within = self._counts(tag, given)
        self._open.append((tag, counts, within))
        if tag == "tr" and counts:
            self._row = []
        if "data-fact" in given and counts and self._fact is None:
            self.flush()
            self._fact = len(self._open)

    def _counts(self, tag: str, given: Mapping[str, str]) -> tuple[bool, str]:
        _, before, within = self._open[-1] if self._open else ("", True, "")
        classes = given.get("class", "").split()
        if not before and within and within in classes:
            return True, ""
        if not before or tag in _SILENT or given.get("aria-hidden") == "true" or "hidden" in given:
            return False, within if not before else ""
        if self._block == "h1" and "vh" in classes:  # what parts a title from its year for the ear
            return False, ""
        derived = next((name for name in classes if name in _DERIVED), None)
        return derived is None, "" if derived is None else _DERIVED[derived]

    def _void(self, tag: str, given: Mapping[str, str]) -> None:
        if self._open and not self._open[-1][1]:
            return
        if tag == "img":
            self.flush()
            file = posixpath.basename(given.get("src", "")).rpartition("-")[0]  # behind it stands how wide it is
            words = given.get("alt", "") or "without words"
            self.found.append(Passage("Picture", fold_space(words), self._under, mark=file))
        elif tag in ("br", "hr"):
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not any(tag == name for name, _, _ in self._open):
            return
        while self._open:
            name, counts, _ = self._open.pop()
            if self._fact is not None and len(self._open) < self._fact:
                self._end_fact()
            if name == tag:
                break
        if tag == "tr" and counts:
            self._end_row()
        elif tag in _BLOCKS and self._fact is None:
            self.flush(tag)

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1][1]:
            self._words.append(data)

    def _end_fact(self) -> None:
        text = self._taken()
        self._fact = None
        if text:
            self.found.append(Passage(self._label or "Fact", text, "", is_fact=True))

    def _end_row(self) -> None:
        self.flush("td")
        cells, self._row = self._row or [], None
        if any(cells):
            self.found.append(Passage("", " · ".join(cell for cell in cells if cell), self._under))

    def _taken(self) -> str:
        text, self._words = fold_space("".join(self._words)), []
        return text

    def flush(self, ended: str = "") -> None:
        """Ends the passage that is being read."""
        tag, text, name = ended or self._block, self._taken(), self._name
        self._block = self._name = ""
        if not text or text.startswith(_MADE):
            return
        if self._row is not None:
            self._row.append(text)
        elif tag == "h1":
            self.found.append(Passage("Title", text))
        elif tag in _HEADINGS and self._passes:
            self._under, self._passes = "", False
        elif tag in _HEADINGS:
            self._under = text
            self.found.append(Passage("Heading", text))
        elif tag == "dt":
            self._label = text
        elif tag == "dd" and self._label:
            if self._label not in _DERIVED_LABELS and not self._is_said_as_fact():
                self.found.append(Passage(self._label, text, "", is_fact=True))
        else:
            self.found.append(Passage(name, text, "" if name else self._under))

    def _is_said_as_fact(self) -> bool:
        """What stands beside a fact's wording, in the same cell, is no fact of its own."""
        return bool(self.found) and self.found[-1].is_fact and self.found[-1].label == self._label
