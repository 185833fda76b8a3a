"""Sites with consents as hypothesis makes them, and what each of them must not show by the rules of FORMATS."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from hypothesis import strategies as st
from PIL import Image

TODAY = datetime.date(2024, 1, 15)
CONSENTS = "private/consents.yaml"
THINGS = ("picture", "name", "quote", "story")
IDS = ("C-1", "C-2", "C-3")
COLOURS = ((200, 30, 30), (30, 160, 40), (40, 60, 200), (230, 200, 20))
NAMES = ("Adaxa Okaforix", "Brulio Zimmerlin", "Cezanna Quillfeather", "Dorvik Umlandt")


@dataclass(frozen=True)
class Entry:
    """An entry of the register: it covers things, and is `live` for the medium. One that is not `sure` says nothing."""

    text: str
    covers: frozenset[str]
    live: bool
    sure: bool
    prints: bool


@dataclass
class Consented:
    """A site: its files, the words and the names that must be nowhere, the colours of pictures that must not.

    `shown` is what must be there, `on_screen` what must not be on paper.
    """

    files: dict[str, str]
    medium: str
    pictures: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    colours: list[tuple[int, int, int]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    on_screen: list[str] = field(default_factory=list)
    lenient: bool = False

    def all_files(self) -> dict[str, str | bytes]:
        return {**self.files, **{path: picture(colour) for path, colour in self.pictures.items()}}


@lru_cache
def picture(colour: tuple[int, int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (48, 36), colour).save(data, "JPEG", quality=95)
    return data.getvalue()


DATES = st.sampled_from([
    None, None, None, ("2024-01-15", 0), ("2024-01-14", -1), ("2024-01-16", 1), ("15/1/2024", 0), ("2019", -1),
    ("January 2024", 0), ("December 2023", -1), ("February 2024", 1), ("2030", 1), ('"14 January 2024"', -1),
    ("31/02/2020", None), ("never", None), ("[a, b]", None), ("", "empty"),
])  # fmt: skip
"""A date as written; whether it lies before, about or after today; None where nobody can say."""


@st.composite
def entries(draw: st.DrawFn, id_: str, medium: str) -> Entry:
    covers = draw(st.lists(st.sampled_from(THINGS), min_size=1, max_size=4, unique=True))
    scope = draw(st.sampled_from([None, ["web"], ["web", "archive"], ["print"], ["archive", "social"], ["everywhere"]]))
    given, expires, withdrawn = draw(DATES), draw(DATES), draw(DATES)
    odd = draw(st.sampled_from(["", "", "", "", "", "", "withdrawn: 2020", "expiry: 2020-01-01", "id: C-9"]))
    fields = [f"id: {id_}", f"covers: [{', '.join(covers)}]", *([] if scope is None else [f"scope: {scope}"])]
    dates = (("given_on", given), ("expires_on", expires), ("withdrawn_on", withdrawn))
    fields += [f"{key}: {date[0]}" for key, date in dates if date] + ([odd] if odd else [])
    told = [date[1] for _, date in dates if date]
    live = medium in (scope or ["web"])
    live = live and not (given and given[1] == 1) and not (expires and expires[1] == -1)
    live = live and not (withdrawn and withdrawn[1] in (0, -1))
    sure = not odd and None not in told and scope != ["everywhere"]
    text = "- " + "\n  ".join(f.replace("'", "") for f in fields) + "\n"
    return Entry(text, frozenset(covers), live, sure, "print" in (scope or []))


PLACES = (
    "\n\nThen {} had an idea.\n", "\n\n## What {} did\n\nIt went on.\n", "\n\n- A list of {}\n",
    "\n\n| a | b |\n|---|---|\n| 1 | {} |\n", "\n\nA note.[^1]\n\n[^1]: Said {}.\n", "\n\n`{}`\n", "\n\n    {}\n",
    "\n\n[A link of {}](https://www.example.org/)\n", '\n\n[A link](https://www.example.org/ "By {}")\n',
    "\n\n[A link](https://www.example.org/{})\n", '\n\n<span title="{}">Said</span> so.\n',
    "\n\n*[PP]: {}\n\nMore PP.\n",
    "\n\n::: stat 5\nsource: A survey of {}\n\npupils\n:::\n",
    "\n\n::: stat 5\nplace: By {}\nperiod: 2020\n\npupils\n:::\n",
    "\n\n::: stat 5\ncomparison: 6 for {}\n\npupils\n:::\n",
    "\n\n::: stat 5\npopulation: Pupils of {}\n\npupils\n:::\n",
    "\n\n::: chart Growth\nsource: A survey of {}\n\n| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n:::\n",
    "\n\n::: chart Growth\nplace: By {}\n\n| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n:::\n",
    "\n\n::: chart Growth\nmeasure: By {}\n\n| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n:::\n",
    "\n\n::: chart Growth\n\n| a | b |\n|---|---|\n| {} | 1 |\n| y | 2 |\n:::\n",
    "\n\n::: timeline\n- May 2022 — {} began\n- June 2022 — It went on\n:::\n",
    "\n\n::: person Somebody Else\nrole: colleague of {}\n:::\n", "\n\n::: note About {}\nText.\n:::\n",
    "\n\n::: quote\nby: Somebody Else\nrole: colleague of {}\n\nGood words.\n:::\n",
    "\n\n::: quote\nby: Somebody Else\n\n{} has good words.\n:::\n", "\n\n> Well said.\n>\n> — {}, maths lead\n",
    "\n\n::: letter Welcome\nDear all\n\n— {}, director\n:::\n",
    "\n\n::: letter Welcome\nDear {}\n\n— The director\n:::\n",
    "\n\n:::: finding Of {}\nText.\n\n::: implication\nSo.\n:::\n::::\n", "\n\n$$x = \\text{{{}}}$$\n",
    "\n\n::: links Read on\n- [A link](https://www.example.org/) of {}\n:::\n", "\n\n::: citation\n{} (2022).\n:::\n",
    "\n\n::: figure\nfile: bare.jpg\nalt: The hall of {}\nshows: no people\n:::\n",
    "\n\n::: figure\nfile: bare.jpg\nalt: The hall\nshows: no people\ncredit: {}\n:::\n",
    "\n\n![The hall]({}.jpg){{shows=\"no people\"}}\n", "\n\n{{#{}}}\n", "\n\n### Heading {{#{}}}\n\nx\n",
)  # fmt: skip
FIELD_PLACES = (
    "summary: Of {}", "source: {{title: Interview with {}}}", "source: {{title: A, url: 'https://www.example.org/{}'}}",
    "corrections: [{{date: 2023-01-01, what: The name of {}}}]", "owner: {}", "themes: [The way of {}]",
    "related: [{{title: By {}, url: 'https://www.example.org/'}}]", "aliases: [2022-23/{}]",
    "people: [{{name: Somebody Else, role: colleague of {}}}]", "programme: Group of {}", "school: The {} School",
    "schools: [{{name: Oak School, size: the forms of {}}}]", "size: as {} said", "withdrawn: no", "status: approved",
)  # fmt: skip


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


@st.composite
def sites(draw: st.DrawFn) -> Consented:
    """A site of one or two stories whose pictures, names and quotes rest on consents in every way."""
    medium = draw(st.sampled_from(["web", "web", "archive"]))
    register = {id_: draw(entries(id_, medium)) for id_ in draw(st.sets(st.sampled_from(IDS)))}
    needed = draw(st.sets(st.sampled_from(THINGS)))
    rule = f"release: {{without consent: {draw(st.sampled_from(['leave out', 'stop']))}"
    rule += f", needs consent: [{', '.join(sorted(needed))}]}}\n" if needed else "}\n"
    files = {
        "content/site.yaml": f"title: Test stories\norganisation: Test network\n{rule}",
        CONSENTS: "".join(e.text for _, e in sorted(register.items())),
    }
    site = Consented(files, medium, lenient=draw(st.booleans()))
    for number in range(draw(st.integers(1, 2))):
        _story(draw, site, register, needed, number)
    return site


def _holds(ids: list[str], thing: str, register: Mapping[str, Entry], needed: bool) -> bool:
    sure = {i: entry for i, entry in register.items() if entry.sure}
    governing = [i for i in ids if i not in sure or thing in sure[i].covers]
    return all(i in sure and sure[i].live for i in governing) if governing else not needed


def _prints(ids: list[str], thing: str, register: Mapping[str, Entry]) -> bool:
    return all(register[i].prints for i in ids if i in register and thing in register[i].covers)


def _story(draw: st.DrawFn, site: Consented, register: Mapping[str, Entry], needed: set[str], number: int) -> None:
    some = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
    own, name, colours = draw(some), NAMES[number], (COLOURS[2 * number], COLOURS[2 * number + 1])
    by_name, by_quote = draw(some), draw(some)
    says_consent = lambda ids: f", consent: [{', '.join(ids)}]" if ids else ""  # noqa: E731
    meta = ["kind: news-item", f"title: Title zqtitle{number}", f"consent: [{', '.join(own)}]"]
    body = f"Text zqbody{number}.\n"
    path = f"content/2022-23/0{number}-talk-{number}.md"
    hidden: list[str] = []
    shown: list[str] = []
    gone: list[tuple[int, int, int]] = []

    for at, colour in enumerate(colours):
        ids, shows = draw(some), draw(st.sampled_from(["pupils", "adults", "no people", ""]))
        file = f"pic-{number}-{at}.jpg"
        site.pictures[f"content/2022-23/{file}"] = colour
        said = f"zqalt{number}x{at}"
        if at:
            end = "".join(f" {k}='{v}'" for k, v in (("shows", shows), ("consent", ", ".join(ids))) if v)
            body += draw(st.sampled_from([
                f"\n![{said}]({file}){{{end.strip()}}}\n",
                f"\n::: figure\nfile: {file}\nalt: {said}\n" + (f"shows: {shows}\n" if shows else "")
                + (f"consent: {', '.join(ids)}\n" if ids else "") + f"\n{said}caption\n:::\n",
                f"\n- ![{said}]({file}){{{end.strip()}}}\n", f"\n[![{said}]({file}){{{end.strip()}}}](https://a.org/)\n",
            ]))  # fmt: skip
            body += draw(st.sampled_from(["", "", "", f"\n[The whole picture]({file})\n"]))
        else:
            of_whom = f", shows: {shows}" if shows else ""
            meta.append(f"image: {{file: {file}, alt: {said}{of_whom}{says_consent(ids)}}}")
        must = bool(ids) or shows != "adults" or "picture" in needed
        if not (shows == "no people" and not ids) and not _holds(ids or own, "picture", register, must):
            hidden.append(said)
            gone.append(colour)
        else:
            shown.append(said)
            if not (shows == "no people" and not ids) and not _prints(ids or own, "picture", register):
                site.on_screen.append(said)

    if draw(st.booleans()):
        meta.append(f"people: [{{name: {name}, role: maths lead{says_consent(by_name)}}}]")
        quote = draw(st.booleans())
    else:
        by_name, quote = [], True
    if quote:
        body += f"\n::: quote\nby: {name}\n" + (f"consent: {', '.join(by_quote)}\n" if by_quote else "")
        body += f"\nWords zqquote{number}.\n:::\n"
    else:
        by_quote = []
    name_ids = list(dict.fromkeys((*by_name, *by_quote))) or own
    name_goes = not _holds(name_ids, "name", register, "name" in needed)
    quote_goes = quote and not _holds(by_quote or own, "quote", register, "quote" in needed or bool(by_quote))
    before = (body, path, len(meta))
    body, path = _mentions(draw, name, body, path, meta, number)
    story_goes = not _holds(own, "story", register, "story" in needed)
    hidden += [name, _slug(name), name.split()[1]] if name_goes or story_goes else []
    hidden += [f"zqquote{number}"] if quote_goes else []
    if quote and not _prints(by_quote or own, "quote", register):
        site.on_screen.append(f"zqquote{number}")
    if not _prints(name_ids, "name", register):
        site.on_screen.append(name)
    if not _prints(own, "story", register):
        site.on_screen += [f"zqtitle{number}", f"zqbody{number}"]
    if story_goes:
        hidden += [f"zqtitle{number}", f"zqbody{number}", f"zqalt{number}", f"zqquote{number}"]
        gone = list(colours)
    elif (body, path, len(meta)) == before:
        site.shown += [*shown, f"zqtitle{number}", f"zqbody{number}"]
    site.files[path] = "---\n" + "\n".join(meta) + f"\n---\n{body}"
    site.hidden += hidden
    site.colours += gone


def _mentions(draw: st.DrawFn, name: str, body: str, path: str, meta: list[str], number: int) -> tuple[str, str]:
    """The name once more, in any place where an author may write it."""
    where = draw(st.sampled_from(["", "", "body", "body", "body", "field", "field", "path"]))
    shown = draw(st.sampled_from([name, name, name.split()[1], name.upper(), _slug(name)]))
    if where == "body":
        body += draw(st.sampled_from(PLACES)).format(shown)
    if where == "field":
        line = draw(st.sampled_from(FIELD_PLACES)).format(shown)
        if line.partition(":")[0] not in [m.partition(":")[0] for m in meta]:
            meta.append(line)
    if where == "path":
        path = f"content/2022-23/0{number}-{_slug(name)}.md"
    return body, path
