"""A small site in which a change of any sort can be made: of every block something, and links from story to story."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image

_REPORT = "content/2022-23/01-primary"
OAK, ELM, ASH = f"{_REPORT}/01-oak.md", f"{_REPORT}/02-elm.md", f"{_REPORT}/03-ash.md"
TALK, NUMBERS = "content/2022-23/02-talk/01-talk.md", "content/2022-23/02-talk/02-numbers.md"
NEWS, QUESTIONS, DRAFT = "content/spring/01-news.md", "content/spring/02-questions.md", "content/spring/03-draft.md"
STORIES = (OAK, ELM, ASH, TALK, NUMBERS, NEWS, QUESTIONS, DRAFT)
FIGURES, PICTURE = "content/2022-23/02-talk/figures.csv", f"{_REPORT}/hall.jpg"
EDITION, SECTION = "content/2022-23/index.md", f"{_REPORT}/index.md"

TEXTS: dict[str, str] = {
    "content/site.yaml": (
        "title: Test stories\norganisation: Test network\ncontact: office@example.org\n"
        "base_url: https://example.org/report/\n"
    ),
    "content/hubs.yaml": (
        "- {id: oak-hub, name: Oak Hub, aliases: [Acorn], region: North}\n"
        "- {id: elm-hub, name: Elm Hub, region: South}\n"
    ),
    "content/schools.yaml": "- {id: oak-tree, name: Oak Tree Primary, place: Leeds, phase: Primary}\n",
    "content/glossary.yaml": (
        "- {term: CPD, definition: \"Continuing professional development: what teachers learn.\"}\n"
        "- {term: EAL, definition: \"English as an additional language.\"}\n"
    ),
    "content/kinds/visit.yaml": (
        "name: Visit\nplural: Visits\ncard: [school, motto]\ntemplate: story\n"
        "fields:\n  motto: {type: text, label: Motto}\n"
    ),
    "content/pages/about.md": (
        "---\nkind: page\ntitle: About\n---\nWho we are, and [a story](/2022-23/01-primary/01-oak.md).\n"
    ),
    EDITION: (
        "---\nkind: edition\ntitle: Annual report\nacademic_year: 2022/23\n---\nWelcome to CPD.\n\n"
        "::: letter Dear reader\nThese are our stories.\n\n— Ann Lee, director\n:::\n"
    ),
    SECTION: "---\nkind: section\ntitle: Primary schools\nsummary: What they did.\n---\nAn introduction with EAL.\n",
    OAK: (
        "---\nkind: case-study\ntitle: Oak Tree counts\nsummary: They count in tens.\nschool: Oak Tree Primary\n"
        "phase: Primary\nsize: Two-form entry\ndisadvantage: 40% Pupil Premium\nyears_engaged: 3\nhub: Oak Hub\n"
        "themes: [Counting]\n---\n"
        "Every morning begins with CPD and a number line.\n\n"
        "![Hall](hall.jpg){shows='no people'}\n\n"
        "::: stat 40%\nperiod: 2022/23\nsource: The school\n\nof *pupils* count in tens\n:::\n\n"
        "## The right words\n\nWords come before signs.[^a] More stands [with Elm](02-elm.md#small-steps).\n\n"
        "::: quote\nby: Ann Lee\nrole: headteacher\n\nThey count with *joy* every day.\n:::\n\n"
        "## What came of it\n\nA second year of EAL followed.\n\n[^a]: As others have found.\n"
    ),
    ELM: (
        "---\nkind: case-study\ntitle: Elm adds\nsummary: They add in steps.\nschool: Elm School\nphase: Primary\n"
        "size: One-form entry\ndisadvantage: 20% Pupil Premium\nyears_engaged: 5\nhub: Acorn\n---\n"
        "A text with CPD in it.\n\n## Small steps\n\nStep by step, as [Oak](01-oak.md#the-right-words) does.\n\n"
        "::: timeline Two years\n- September 2022 — First meeting\n- March 2023 — Second meeting\n:::\n\n"
        "::: person Bob Hill\nrole: teacher\nplace: Elm School\n\nHe has taught for years.\n:::\n"
    ),
    ASH: (
        "---\nkind: visit\ntitle: A visit to Ash\nschool: Ash School\nmotto: Onwards\n---\n"
        "We went to see a lesson. It had no summary.\n\nAnd a second paragraph.\n"
    ),
    "content/2022-23/02-talk/index.md": "---\nkind: section\ntitle: Talk\nsummary: On speaking.\n---\n",
    TALK: (
        "---\nkind: explainer\ntitle: Talking of maths\nsummary: Why talk matters.\nthemes: [Talk]\n---\n"
        "Talk makes thinking plain. EAL is met here first.\n\n"
        "They speak of the Rapid Reckoning Group (RRG) there. The RRG meets on Mondays.\n\n"
        "::: key-findings\n- It helps\n- It lasts\n:::\n\n"
        "| Year | Schools |\n|---|---|\n| 2021 | 12 |\n| 2022 | 15 |\n"
    ),
    NUMBERS: (
        "---\nkind: explainer\ntitle: Some numbers\nsummary: A chart or two.\n---\nFirst a chart.\n\n"
        "::: chart Schools by year\ntype: bar\nunit: schools\nmeasure: Schools\nplace: England\nperiod: 2020 to 2022\n"
        "source: Ours\ndata: figures.csv\ndescription: It rises.\n:::\n\nThen another.\n\n"
        "::: chart Lessons\ntype: column\nunit: lessons\nmeasure: Lessons\nplace: England\nperiod: 2022\n"
        "source: Ours\ndescription: More and more.\n\n| Term | Lessons |\n|---|---:|\n| Autumn | 20 |\n"
        "| Spring | 30 |\n:::\n"
    ),
    FIGURES: "Year,Schools\n2020,10\n2021,12\n2022,15\n",
    "content/spring/index.md": (
        "---\nkind: edition\ntitle: Newsletter\nissue_number: 7\ndate: May 2023\n---\nIn this issue.\n"
    ),
    NEWS: "---\nkind: news-item\ntitle: A new hub\nsummary: It opens.\ndate: May 2023\n---\nElm Hub opens with CPD.\n",
    QUESTIONS: (
        "---\nkind: q-and-a\ntitle: Questions\nsummary: And answers.\n---\nBefore them, a word.\n\n"
        "## What is it?\n\nA hub.\n\n## Who pays?\n\nNobody knows.\n\n## When?\n\nSoon.\n"
    ),
    DRAFT: "---\nkind: news-item\ntitle: Not yet\nsummary: Later.\ndraft: yes\n---\nNot to be seen.\n",
}  # fmt: skip


@lru_cache
def picture(colour: str = "white") -> bytes:
    """A small photograph."""
    data = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "JPEG")
    return data.getvalue()


def files() -> dict[str, bytes]:
    """Every file of the site."""
    return {path: text.encode() for path, text in TEXTS.items()} | {PICTURE: picture()}
