"""Changes that an author may make to the small site, each by its name; a number says where and which."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.incremental.small_site import (
    ASH,
    DRAFT,
    EDITION,
    ELM,
    FIGURES,
    NEWS,
    NUMBERS,
    OAK,
    PICTURE,
    QUESTIONS,
    SECTION,
    STORIES,
    TALK,
    TEXTS,
    picture,
)
from tests.sites import ROOT

Files = dict[str, bytes]
Edit = Callable[[Files, int], None]

_WORDS = ("pupils", "counting", "CPD", "EAL", "the", "Größe", "数学", "don't", "teachers’", "marvel", "zebra", "x" * 70)
PIECES = (
    "A sentence more.",
    "Words of many *kinds* and `signs`, with CPD and EAL.",
    "They call it QXZ there.",
    "They call it the Quick Xylophone Zone (QXZ) there.",
    "They speak of the RRG.",
    "A mark.[^n]\n\n[^n]: And its note.",
    "A mark.[^b]\n\n[^b]: Another note with EAL.",
    "[Elm](/content-less.md)",
    "[Oak again](/2022-23/01-primary/01-oak.md#what-came-of-it)",
    "[The web](https://www.example.org/)",
    "## A heading",
    "### A smaller heading",
    "::: quote\nby: Ann Lee\nrole: headteacher\n\nIt was *grand*.\n:::",
    "::: quote\n\nNobody said this.\n:::",
    "::: stat 12\nperiod: 2021\nsource: Ours\n\nschools took part\n:::",
    "::: person Cara Moon\nrole: teacher\n\nShe came.\n:::",
    "::: timeline\n- May 2023 — It began\n- June 2023 — It went on\n:::",
    "::: timeline\n- May 1963 — It began\n:::",
    "::: note Mind\nA note with CPD.\n:::",
    "::: chart Figures\ntype: bar\nunit: schools\nmeasure: Schools\nplace: England\nperiod: 2020\nsource: Ours\n"
    "description: One.\n\n| A | Schools |\n|---|---|\n| b | 3 |\n| c | 4 |\n:::",
    "| A | B |\n|---|---|\n| 1 | 2 |",
    "Only 3 pupils with SEND stayed.",
    "A stray \u00ad character\u200b and one\u00a0more.",
    "Of its pupils 55% are on Pupil Premium.",
    "Write to nobody@example.org or 01632 960001.",
    "<b onclick=x>bold</b> <script>x</script>",
    "- one\n- two\n\n1. three",
    "> Quoted words.",
    "\n\n\n",
    "$x^2 + \\frac{1}{2}$",
    "<details><summary>More</summary>\n\nHidden\n\n</details>",
)
"""What may stand in a text by itself; two of them are errors or come to one."""


def _story(files: Files, number: int) -> str:
    there = [path for path in STORIES if path in files]
    return there[number % len(there)]


def _change(files: Files, path: str, old: str, new: str) -> None:
    if path in files:
        files[path] = files[path].replace(old.encode(), new.encode())


def _parts(files: Files, path: str) -> tuple[str, list[str]]:
    """The front matter of a story, and its text by paragraphs."""
    head, _, body = files[path].decode().partition("\n---\n")
    return head, body.rstrip("\n").split("\n\n")


def _put(files: Files, path: str, head: str, pieces: list[str]) -> None:
    files[path] = f"{head}\n---\n{chr(10).join(f'{piece}{chr(10)}' for piece in pieces)}".encode()


def insert(piece: str) -> Edit:
    """A piece put between two paragraphs of a story."""

    def edit(files: Files, number: int) -> None:
        path = _story(files, number)
        head, pieces = _parts(files, path)
        pieces.insert(number // 8 % (len(pieces) + 1), piece)
        _put(files, path, head, pieces)

    return edit


def _word(files: Files, number: int) -> None:
    path = _story(files, number)
    head, pieces = _parts(files, path)
    at = number // 8 % len(pieces)
    words = pieces[at].split(" ")
    words[number // 64 % len(words)] = _WORDS[number // 8 % len(_WORDS)]
    pieces[at] = " ".join(words)
    _put(files, path, head, pieces)


def _drop(files: Files, number: int) -> None:
    path = _story(files, number)
    head, pieces = _parts(files, path)
    del pieces[number // 8 % len(pieces)]
    _put(files, path, head, pieces)


def _swap(files: Files, number: int) -> None:
    """Two paragraphs change places: first mentions move."""
    path = _story(files, number)
    head, pieces = _parts(files, path)
    at = number // 8 % len(pieces)
    pieces.append(pieces.pop(at))
    _put(files, path, head, pieces)


def _move(files: Files, number: int) -> None:
    """A paragraph goes from one story to another."""
    one, two = _story(files, number), _story(files, number // 8 + 1)
    head, pieces = _parts(files, one)
    taken = pieces.pop(number // 64 % len(pieces))
    _put(files, one, head, pieces)
    head, pieces = _parts(files, two)
    _put(files, two, head, [taken, *pieces])


def _two(files: Files, number: int) -> None:
    _word(files, number)
    _word(files, number + 1 + number // 8 % 6)


def _long(files: Files, number: int) -> None:
    """Hundreds of words: all words of the story weigh less."""
    insert(" ".join(f"word{n % 37}" for n in range(700)))(files, number)


def _emphasis(files: Files, number: int) -> None:
    path = _story(files, number)
    ways = (("*joy*", "joy"), ("count in tens", "count *in* tens"), ("day.", "**day**."), ("taught", "*taught*"))
    for old, new in ways:
        _change(files, path, old, new)


def swap(path: str, old: str, new: str) -> Edit:
    """One wording of a file for another, or back again."""

    def edit(files: Files, number: int) -> None:
        if path in files:
            there, other = (old, new) if old.encode() in files[path] else (new, old)
            files[path] = files[path].replace(there.encode(), other.encode())

    return edit


def gone(path: str) -> Edit:
    """A file taken away, or put back as it was at first."""

    def edit(files: Files, number: int) -> None:
        if files.pop(path, None) is None:
            files[path] = picture() if path == PICTURE else TEXTS[path].encode()

    return edit


def there(path: str, text: str) -> Edit:
    """A new file, or taken away again."""

    def edit(files: Files, number: int) -> None:
        if files.pop(path, None) is None:
            files[path] = text.encode()

    return edit


def renamed(old: str, new: str) -> Edit:
    """Everything below one path put below another, or back."""

    def edit(files: Files, number: int) -> None:
        begins, other = (old, new) if any(path.startswith(old) for path in files) else (new, old)
        for path in [path for path in files if path.startswith(begins)]:
            files[other + path[len(begins) :]] = files.pop(path)

    return edit


def _picture(files: Files, number: int) -> None:
    if PICTURE in files:
        files[PICTURE] = picture(("red", "white", "blue")[number % 3])


_MORE = "---\nkind: news-item\ntitle: More\n---\nMore EAL.\n"
_CONSENT = "- {id: C-1, covers: [name], given_by: school, scope: [web], given_on: 2023-05-12}\n"
_OWN_PRINT = (ROOT / "templates/components/print.html").read_text("utf-8").replace("<article", "<article lang='en'")
_OWN_PAGE = (ROOT / "templates/layouts/print.html").read_text("utf-8").replace(
    "{{ story | piece }}", "{% from 'components/print.html' import whole %}{{ whole(story) }}"
)

OF_TEXT: Mapping[str, Edit] = {
    "a word": _word, "two stories": _two, "a paragraph gone": _drop, "a paragraph moved": _swap,
    "a paragraph to another story": _move, "many words": _long, "emphasis": _emphasis,
    "a fact in words": swap(OAK, "A second year", "A fourth year of 70% Pupil Premium"),
    "words of a quote": swap(OAK, "*joy*", "glee"), "a number": swap(OAK, "stat 40%", "stat 41%"),
    "a heading's words": swap(OAK, "## The right words", "## The best words"),
    "a note's words": swap(OAK, "As others have found.", "As EAL shows."),
    "a link's end": swap(OAK, "#small-steps", "#small-stops"), "a link's words": swap(OAK, "with Elm", "with them"),
    "an alternative text": swap(OAK, "![Hall]", "![The hall]"), "what it shows": swap(OAK, "no people", "adults"),
    "a timeline's date": swap(ELM, "March 2023", "May 2023"), "a timeline's words": swap(ELM, "First", "Opening"),
    "a person's role": swap(ELM, "role: teacher", "role: head"), "a person's words": swap(ELM, "for years", "for ever"),
    "the first sentence": swap(ASH, "to see a lesson", "to see lessons"),
    "an explanation gone": swap(TALK, "the Rapid Reckoning Group (RRG)", "the RRG"),
    "another explanation": swap(TALK, "The RRG meets", "The RRG (Rapid Reckoning Group) meets"),
    "a mention gone": swap(TALK, "EAL is met", "It is met"), "a mention again": swap(TALK, "It lasts", "EAL lasts"),
    "a cell": swap(TALK, "| 2022 | 15 |", "| 2022 | 16 |"), "a chart's cell": swap(NUMBERS, "| 30 |", "| 31 |"),
    "a chart's cell broken": swap(NUMBERS, "| 20 |", "| twenty or so |"),
    "a chart's title": swap(NUMBERS, "chart Lessons", "chart Schools by year"),
    "a line above": swap(NUMBERS, "First a chart.", "First\n\na chart."),
    "a question": swap(QUESTIONS, "## Who pays?", "## Who plays?"), "an answer": swap(QUESTIONS, "Soon.", "Never."),
    "a mention in the news": swap(NEWS, "opens with CPD", "opens"),
    "a draft's words": swap(DRAFT, "Not to", "Never to"),
}  # fmt: skip

OF_SITE: Mapping[str, Edit] = {
    "a title": swap(OAK, "title: Oak Tree counts", "title: Oak Tree adds"),
    "a title of two": swap(OAK, "Oak Tree counts", "Elm adds"),
    "a summary": swap(ELM, "They add in steps.", "They add."),
    "a summary gone": swap(TALK, "summary: Why talk matters.\n", ""),
    "a hub": swap(ELM, "hub: Acorn", "hub: Elm Hub"), "a hub that is none": swap(ELM, "hub: Acorn", "hub: Yew"),
    "themes": swap(OAK, "themes: [Counting]", "themes: [Counting, Talk]"),
    "a kind": swap(NEWS, "news-item", "explainer"),
    "a draft": swap(NEWS, "date: May 2023\n---", "date: May 2023\ndraft: yes\n---"),
    "a draft shown": swap(DRAFT, "draft: yes\n", ""),
    "withdrawn": swap(ELM, "hub: Acorn", "hub: Acorn\nwithdrawn: yes"),
    "later": swap(ASH, "motto: Onwards", "motto: Onwards\npublish_on: 2024-01-20"),
    "a date": swap(NEWS, "date: May 2023", "date: June 2023"),
    "overrides": swap(ASH, "motto: Onwards", "motto: Onwards\noverrides: [{problem: unknown-acronym, reason: Known}]"),
    "broken front matter": swap(TALK, "summary: Why", "summary: [Why"),
    "a story more": there("content/spring/04-more.md", _MORE),
    "a story gone": gone(ELM), "a story's name": renamed(TALK, TALK.replace("01-talk", "01-talking")),
    "a story's number": renamed(ASH, ASH.replace("03-ash", "00-ash")),
    "a section's text": swap(SECTION, "with EAL", "with CPD"),
    "an edition's text": swap(EDITION, "These are", "Here are"),
    "an edition's words": swap(EDITION, "Welcome to CPD", "Welcome"),
    "an edition's folder": renamed("content/spring/", "content/summer/"),
    "an alias": swap("content/hubs.yaml", "[Acorn]", "[Acorn, Yew]"),
    "a school": swap("content/schools.yaml", "place: Leeds", "place: York"),
    "a term": swap("content/glossary.yaml", "term: EAL", "term: RRG"),
    "a definition": swap("content/glossary.yaml", "English as", "The English language as"),
    "the site's title": swap("content/site.yaml", "Test stories", "Our stories"),
    "a setting": there("content/site.yaml.old", "x"),
    "the smallest count": swap("content/site.yaml", "contact:", "release: {smallest_count: 12}\ncontact:"),
    "a kind of the site": swap("content/kinds/visit.yaml", "label: Motto", "label: Its motto"),
    "own macro": there("templates/components/print.html", _OWN_PRINT),
    "own print page": there("templates/layouts/print.html", _OWN_PAGE),
    "own story page": there("templates/layouts/story.html", "{% extends 'theme/layouts/story.html' %}"),
    "a chart's file": swap(FIGURES, "2022,15", "2022,16"), "a chart's file gone": gone(FIGURES), "a picture": _picture,
    "a picture gone": gone(PICTURE), "a picture beside": there("content/spring/x.jpg", "no picture"),
    "consents": there("private/consents.yaml", _CONSENT),
    "a fixed page": swap("content/pages/about.md", "Who we are", "What we do"),
}  # fmt: skip

EDITS: Mapping[str, Edit] = {
    **OF_TEXT, **OF_SITE, **{f"inserted: {piece.split(chr(10))[0][:40]}": insert(piece) for piece in PIECES},
}  # fmt: skip
