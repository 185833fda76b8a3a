"""What is held of a build, whatever it was made of: it is told in time, and what pages there are do no harm."""

from __future__ import annotations

import contextlib
import json
import re
import tempfile
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sitegen.checking.deep import check_pages
from sitegen.pipeline import Build
from sitegen.problems.problem import Problem
from sitegen.problems.report import render_report, report_json
from sitegen.problems.report_html import report_html
from sitegen.writing.files import bytes_of
from sitegen.writing.values import Outputs
from tests.patience import SECONDS, limited
from tests.sites import built

_SECONDS_OF_TEMPLATES = 120
"""A template that calls itself fails on each page anew, as deep as calls go."""
_LOADING = {
    "img": ("src", "srcset"), "script": ("src",), "link": ("href",), "source": ("src", "srcset"), "use": ("href",),
    "image": ("href", "xlink:href"), "input": ("src",), "form": ("action",), "button": ("formaction",),
}  # fmt: skip
_NEVER = frozenset("iframe object embed applet base frame frameset video audio foreignobject animate set".split())
_LED_TO = frozenset("href src srcset action data poster background cite longdesc xlink:href manifest".split())
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|(?:https?|ftp|wss?|blob|file):", re.IGNORECASE)
_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*(?!data:|\#)(?:[a-z]+:|//)""", re.IGNORECASE)
_CITATION = r"application/x-bibtex;charset=utf-8,[\w.~/,:=@()%-]+$"
_RUNS = re.compile(rf"(?:java|vb|live)script:|data:(?!image/|,$|{_CITATION})", re.IGNORECASE)


class _Page(HTMLParser):
    """What a page asks for, runs and leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.inline: list[str] = []
        self._script: list[str] | None = None
        self._style = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.wrong += [f"<{tag}>"] if tag in _NEVER else []
        self.wrong += [f"<{tag} {n}>" for n in given if n.startswith("on") or n in ("srcdoc", "formaction", "ping")]
        led_to = {n: re.sub(r"[\x00-\x20]", "", v) for n, v in given.items() if n in _LED_TO}
        self.wrong += [f"{n}={v}" for n, v in led_to.items() if _RUNS.match(v)]
        self.wrong += [f"style={v}" for n, v in given.items() if n == "style" and _CSS.search(v)]
        is_said = tag == "link" and given.get("rel") in ("canonical", "alternate", "license")
        asked = () if is_said else _LOADING.get(tag, ())
        self.wrong += [f"<{tag} {n}={given[n]}>" for n in asked if _REMOTE.match(given.get(n, "").strip())]
        self.wrong += ["refresh"] if given.get("http-equiv", "").lower() == "refresh" else []
        self._style = tag == "style"
        if tag == "script":
            self._script = [] if "src" not in given and given.get("type") != "application/ld+json" else None

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        elif self._style and _CSS.search(data):
            self.wrong.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.inline.append("".join(self._script))
            self._script = None
        self._style = False


def _bytes(outputs: Outputs) -> dict[str, bytes]:
    return {a: b"".join(bytes_of(c)) for a, c in outputs.items()}


def assert_pages_do_no_harm(made: Build) -> None:
    pages = {a: _Page(c.decode()) for a, c in made.outputs.items() if a.endswith(".html") and isinstance(c, bytes)}
    assert {a: page.wrong for a, page in pages.items() if page.wrong} == {}
    inline = {code for page in pages.values() for code in page.inline}
    assert len(inline) <= 1
    assert all(len(code) < 300 and "localStorage" in code for code in inline), inline
    for address, content in made.outputs.items():
        if address.endswith(".json") and isinstance(content, bytes):
            json.loads(content)


def assert_is_well_told(problem: Problem, lines: Mapping[str, list[str]]) -> None:
    where = problem.where
    assert where.file, problem
    assert "\n" not in where.file, problem
    assert problem.what.strip(), problem
    assert problem.fix.strip(), problem
    assert not re.search(r"\b(?:None|NoneType|Traceback|<class|object at 0x)\b", problem.what + problem.fix), problem
    for place in (where, *problem.also):
        there = lines.get(place.file, [""])
        assert 1 <= place.line <= len(there), (problem, place)
        assert 1 <= place.column <= len(there[place.line - 1]) + 1, (problem, place)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _texts(made: Build, files: Mapping[str, str | bytes]) -> dict[str, list[str]]:
    """The lines of every file as editors show them."""
    texts = {path: _lines(text) for path, text in made.sources.items()}
    for path, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        with contextlib.suppress(UnicodeDecodeError):
            texts.setdefault(path, _lines(raw.decode("utf-8").removeprefix("\ufeff")))
    return texts


def attacked(files: Mapping[str, str | bytes], own_pages: bool = False, twice: bool = False, **options: Any) -> Build:
    """A build of the frame and these files, held to all of the above. `own_pages`: its templates may do anything."""
    with tempfile.TemporaryDirectory() as folder, limited(_SECONDS_OF_TEMPLATES if own_pages else SECONDS):
        made = built(Path(folder), files, **options)
        lines = _texts(made, files)
        for problem in made.problems:
            if problem.where.file in lines:
                assert_is_well_told(problem, lines)
        render_report(made.problems, made.sources, colour=True, written=False, output="output")
        json.loads(report_json(made.problems, written=False))
        report_html(made.problems, made.sources)
        if not own_pages:
            assert_pages_do_no_harm(made)
            if not any(p.is_error for p in made.problems):
                found = check_pages({a: c for a, c in made.outputs.items() if isinstance(c, bytes)}, made.outputs)
                assert found == (), found
        if twice:
            assert _bytes(built(Path(folder), {}, **options).outputs) == _bytes(made.outputs)
    return made
