"""What a built site may do to a reader, read with the standard library: all that is not on these lists is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from sitegen.reading.values import Asset

POLICY = re.compile(
    r"default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; style-src 'self' 'unsafe-inline'; "
    r"img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
STRICTER = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Of 404.html, which has no script."""

SCRIPTS = re.compile(r"(?:\.\./)*assets/(?:site|index|browse|search)\.[0-9a-f]+\.js")
_NEVER = frozenset(
    "applet area audio base embed fieldset frame frameset iframe marquee noembed noframes object param "
    "plaintext portal slot template textarea track video xmp foreignobject annotation-xml maction mglyph malignmark "
    "animate animatetransform set use image handler listener feimage".split()
)
_LOADS = frozenset(
    "action background cite codebase data formaction longdesc manifest ping poster profile srcdoc usemap xlink:href "
    "xml:base http-equiv target".split()
)
_LINKS = re.compile(r"(?:https?:\S|mailto:|tel:|sms:|ftp://)", re.IGNORECASE)
_CITATION = re.compile(r"data:application/x-bibtex;charset=utf-8,[\w.~/,:=@()%-]+")
"""A file in a link, of a sort that no browser shows: signs that could mean anything are written as numbers."""
_OURS = re.compile(r"[\w.~!$&'()*+,;=@%/#:?-]*")
_SCHEME = re.compile(r"[^/?#]*:")
_STYLE = re.compile(r"(?:--[\w-]+:\s*[\w.#% -]*;?\s*|text-align:\s*\w+;?\s*|width:\s*[\d.]+%;?\s*)*")
_LINK_RELATIONS = frozenset(("stylesheet", "canonical", "alternate", "icon"))
_META = frozenset(("viewport", "description", "color-scheme", "robots", "author", "twitter:card"))
_DATA = "application/ld+json"


def wrong(outputs: Mapping[str, bytes | Asset]) -> list[str]:
    """All that may not be on the pages of a site, each with its address."""
    return [f"{a}: {said}" for a, html in pages(outputs).items() for said in wrong_in(html, a)]


def pages(outputs: Mapping[str, bytes | Asset]) -> dict[str, str]:
    """Every page of a site by its address."""
    return {a: c.decode() for a, c in outputs.items() if isinstance(c, bytes) and a.endswith(".html")}


def wrong_in(html: str, address: str = "page.html") -> list[str]:
    """All that may not be on one page."""
    reader = _Page(address)
    reader.feed(html)
    reader.close()
    return [*reader.wrong, *reader.missing(), *re.findall(r"<!(?!DOCTYPE html>).{0,40}", html)]


class _Page(HTMLParser):
    """Reads a page from its start, and notes what may not be there."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.not_found = address == "404.html"
        self.wrong: list[str] = []
        self.ids: set[str] = set()
        self.policies: list[str] = []
        self.within = self.ended = ""
        self.unscripted = 0
        self.scripts: list[str] = []

    def missing(self) -> Iterator[str]:
        """What every page must have, and has exactly once."""
        good = [p for p in self.policies if (p == STRICTER if self.not_found else POLICY.fullmatch(p))]
        if len(good) != 1 or len(self.policies) != 1:
            yield f"its policies are {self.policies}"
        if self.ended != "html":
            yield "it does not end as a page ends"
        if self.unscripted > (not self.not_found):
            yield "it has more noscript elements than the one of ours"
        if len(self.scripts) != (0 if self.not_found else 1):
            yield f"its inline scripts are {self.scripts}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.within = tag if tag in ("script", "style") else ""
        self.within = _DATA if tag == "script" and given == {"type": _DATA} else self.within
        self.unscripted += tag == "noscript"
        self.wrong += [f"<{tag}>"] if tag in _NEVER else []
        self.wrong += [f"<{tag}> has {name} twice" for name in given if [n for n, _ in attrs].count(name) > 1]
        for name, value in given.items():
            self.wrong += [f"<{tag} {name}={value!r}>"] if self._is_wrong(tag, name, value, given) else []
        self._whole(tag, given)

    def _is_wrong(self, tag: str, name: str, value: str, given: Mapping[str, str]) -> bool:
        if name == "http-equiv":
            return tag != "meta" or value != "Content-Security-Policy"
        if name == "id":
            twice, self.ids = value in self.ids, self.ids | {value}
            return twice
        if name == "style":
            return not _STYLE.fullmatch(value)
        if name == "href":
            return not (is_harmless(value) if tag == "a" else tag == "link" and _is_own_link(value, given))
        if name in ("src", "srcset"):
            return not _is_own_resource(tag, value)
        return name.startswith("on") or name in _LOADS or not re.fullmatch(r"[a-z][a-zA-Z0-9:-]*", name)

    def _whole(self, tag: str, given: Mapping[str, str]) -> None:
        """What is wrong with an element as a whole."""
        if tag == "meta":
            if "http-equiv" in given:
                self.policies.append(given.get("content", ""))
            elif "charset" not in given and given.get("name") not in _META and "property" not in given:
                self.wrong.append(f"<meta {dict(given)}>")
        if tag == "link" and given.get("rel") not in _LINK_RELATIONS:
            self.wrong.append(f"<link rel={given.get('rel')}>")
        if tag == "form" and "data-search" not in given:
            self.wrong.append("a form that is not the search")
        if self.within == "script" and "src" not in given:
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.within == "script":
            self.wrong += [] if data.startswith("(function(r){") and "pwned" not in data else [f"script {data[:80]}"]
        if self.within == _DATA and not is_data(data):
            self.wrong.append(f"data {data[:80]}")
        if self.within == "style" and re.search(r"@import|url\(|expression\(|-moz-binding|</", data, re.IGNORECASE):
            self.wrong.append(f"style {data[:80]}")
        if re.search("[\x00-\x08\x0b-\x1f\x7f]", data):
            self.wrong.append(f"a control character in {data[:80]!r}")

    def handle_endtag(self, tag: str) -> None:
        self.within, self.ended = "", tag

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data[:80]}")

    def handle_decl(self, decl: str) -> None:
        self.wrong += [] if decl.lower() == "doctype html" else [f"<!{decl}"]

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data[:80]}")


def is_data(text: str) -> bool:
    """True for JSON in which no sign stands that HTML or an older script could take for its own."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return not re.search("[<>&\u2028\u2029\x00-\x1f\x7f]", text)


def is_harmless(href: str) -> bool:
    """True for a way within the site and for a web, mail or telephone address, as a browser would read it."""
    read = re.sub("[\t\n\r]", "", href).strip("".join(map(chr, range(33))))
    if read != href or href.startswith("//"):
        return False
    if _CITATION.fullmatch(href):
        return True
    return bool(_LINKS.match(href)) if _SCHEME.match(href) else bool(_OURS.fullmatch(href))


def _is_own_link(href: str, given: Mapping[str, str]) -> bool:
    if given.get("rel") == "stylesheet":
        return bool(re.fullmatch(r"(?:\.\./)*assets/site\.[0-9a-f]+\.css", href))
    return bool(re.fullmatch(r"https://stories\.example\.org/[^\s\"<>\\]*|[\w./-]+", href))


def _is_own_resource(tag: str, value: str) -> bool:
    if tag == "script":
        return bool(SCRIPTS.fullmatch(value))
    own = r"(?:\.\./)*assets/[\w.%~()-]+"
    return tag in ("img", "source") and bool(re.fullmatch(rf"data:,|{own}(?: \d+w)?(?:, {own} \d+w)*", value))
