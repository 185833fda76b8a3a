"""Whole sites made of a seed: the same number and seed make the same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.full.vocabulary import invented, names, words

YEARS = range(2016, 2024)
SECTIONS = ("Primary", "Secondary", "Post-16", "Research groups")
REGIONS = ("North East", "North West", "Yorkshire", "East Midlands", "West Midlands", "East of England", "London",
           "South East", "South West")  # fmt: skip
POINTS = ("North", "South", "East", "West", "Central")
HUBS = [f"{place} {point}" for place in ("Abacus", "Boolean", "Cantor", "Dorset", "Euler", "Fermat", "Gauss", "Hilbert",
        "Ising", "Jacobi", "Kepler", "Laplace", "Markov", "Noether", "Ohm", "Pascal", "Riemann", "Stokes")
        for point in POINTS]  # fmt: skip
THEMES = tuple(f"{first} {second}" for first in (
    "Mathematical", "Number", "Early", "Shared", "Planned", "Visual", "Spoken", "Written", "Careful", "Daily", "Joint",
    "Open",
) for second in ("reasoning", "fluency", "variation", "assessment", "transition"))  # fmt: skip
KINDS = ("case-study", "case-study", "case-study", "q-and-a", "impact-story", "spotlight")
PHASES = ("Primary", "Secondary", "Post-16", "All-through", "Early years", "Special")
PROGRAMMES = ("Mastering Number", "Teaching for Mastery", "Years 5 to 8 Continuity", "Secondary Subject Knowledge")
MEASURES = ("Pupil Premium", "Pupil Premium", "FSM", "EAL", "SEND", "free school meals in the past six years")
FIRST = "Amira Ben Chloë Dev Esme Femi Grace Hugo Isla Jonas Kezia Liam Maya Noor Owen Priya Rosa Sam Tara Zoë".split()
LAST = "Abbott Baker Cole Dhillon Evans Foster Grant Hughes Iqbal Jones Khan Lewis Moore Nair Okoro Price Reid".split()
APOSTROPHES = "'’"
SAINTS = "Alban Brigid Cuthbert Dunstan Edmund Francis George Hilda Ives John Kevin Luke Mark Neot Oswald Paul".split()
TOWNS = "Ambleford Burwell Calder Denby Eastry Farley Gorton Hexby Ilden Keld Larkton Marden Norby Oxley".split()


def site(folder: Path, stories: int, seed: int = 1) -> Path:
    """A site folder of so many stories, in eight editions of four sections."""
    for path, text in files(stories, random.Random(seed)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def files(stories: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every file of a generated site by its path."""
    yield "content/site.yaml", "title: Generated stories\norganisation: Test network\nbase_url: https://example.org/\n"
    yield "content/hubs.yaml", "".join(_hub(number, name) for number, name in enumerate(HUBS))
    for year in YEARS:
        named = edition(year)
        said = front(kind="edition", title=f"Report {named}", academic_year=named.replace("-", "/"))
        yield f"content/{named}/index.md", f"{said}Welcome.\n"
        for number, name in enumerate(SECTIONS, 1):
            path = f"content/{edition(year)}/{number:02}-{name.lower().replace(' ', '-')}/index.md"
            yield path, front(kind="section", title=f"{name} {year}") + sentences(chance, 3) + "\n"
    places = [(year, number, name) for year in YEARS for number, name in enumerate(SECTIONS, 1)]
    for n in range(stories):
        year, number, name = places[n % len(places)]
        path = f"content/{edition(year)}/{number:02}-{name.lower().replace(' ', '-')}/{n % 999 + 1:03}-story-{n}.md"
        yield path, story(chance, n, stories)


def edition(year: int) -> str:
    """The folder of an academic year."""
    return f"{year}-{(year + 1) % 100:02}"


def front(**fields: str) -> str:
    """Front matter of these fields."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n\n"


def _hub(number: int, name: str) -> str:
    region = REGIONS[number // len(POINTS) % len(REGIONS)]
    return f"- id: {name.lower().replace(' ', '-')}\n  name: {name}\n  region: {region}\n"


def story(chance: random.Random, n: int, stories: int) -> str:
    """A story of some 600 words with the blocks that stories have. Schools and people grow with their number."""
    among = chance.randrange(max(1, stories // 2))
    saint, town = SAINTS[among % 16], TOWNS[among % 14]
    school = f"St {saint}{APOSTROPHES[among % 2]}s {code(among // 16)} School, {town}"
    person = f"{FIRST[among % 20]} {LAST[among // 20 % 17]}-{code(among // 340)}"
    fields = {
        "kind": KINDS[n % len(KINDS)],
        "title": f"{phrase(chance, 5)} {n}",
        "summary": sentence(chance, 18),
        "school": f'"{school}"',
        **_facts(among, n, chance),
        "hub": HUBS[among % len(HUBS)],
        "phase": PHASES[among % len(PHASES)],
        "programme": chance.choice(PROGRAMMES),
        "themes": f"[{', '.join(chance.sample(THEMES, 3))}]",
        "evidence": chance.choice(("school data", "self-reported", "independent evaluation")),
        "people": f"[{{name: {person}, role: maths lead}}]",
    }
    return front(**fields) + body(chance, person)


def _facts(among: int, n: int, chance: random.Random) -> dict[str, str]:
    """The facts of a card: those of one school drift from story to story, and some are not stated."""
    forms, drift = among % 5, n % 4
    size = ("One-form entry", "Two-form entry", f"{150 + among % 900 + drift * 5} pupils", "Three-form entry",
            f"An 11-18 school with {700 + among % 800} students")[forms]  # fmt: skip
    share, measure = 2 + among * 7 % 60 + drift, MEASURES[among % len(MEASURES)]
    worded = (f"{share}%", f"{share}%", f"over {share}%", f"about {share}%", f"{share}-{share + 5}%")[among % 5]
    facts = {"size": size, "disadvantage": f"{worded} {measure}", "years engaged": str(1 + among % 6 + drift)}
    left_out = chance.choice((*facts, "", "", ""))
    return {key: value for key, value in facts.items() if key != left_out}


def code(number: int) -> str:
    """A made-up word for a number: neighbours are far from alike, as names are."""
    return "".join(random.Random(number).choices("abcdefghiklmnoprstuvw", k=9)).title()


def body(chance: random.Random, person: str) -> str:
    """The text of a story."""
    parts = [
        paragraph(chance), f"## {phrase(chance, 3)}", paragraph(chance), paragraph(chance),
        f"> {sentence(chance, 16)} {sentence(chance, 14)}\n>\n> — {person}, maths lead",
        f"## {phrase(chance, 4)}", paragraph(chance), "\n".join(f"- {phrase(chance, 5)}" for _ in range(4)),
        f"::: stat {chance.randrange(20, 99)}%\nperiod: 2022/23\nsource: School data\n\n{phrase(chance, 6)}\n:::",
        "::: chart Pupils at the standard\ntype: column\nunit: %\nperiod: 2020 to 2023\nsource: School data\n\n"
        f"| Year | Pupils |\n|---|---:|\n| 2021 | {chance.randrange(99)} |\n| 2022 | {chance.randrange(99)} |\n:::",
        f"## {phrase(chance, 3)}", paragraph(chance), paragraph(chance), f"## {phrase(chance, 4)}",
        paragraph(chance), f"{paragraph(chance)}[^1]", f"[^1]: {sentence(chance, 12)}",
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def phrase(chance: random.Random, number: int) -> str:
    """A few words, as in a title."""
    return " ".join(names(chance, number)).capitalize()


def sentence(chance: random.Random, number: int) -> str:
    """A sentence of so many words."""
    said = words(chance, number)
    if number > 11 and chance.random() < 0.2:
        said[5] = f"{chance.randrange(2, 99)}%"
    return f"{' '.join(said).capitalize()}."


def sentences(chance: random.Random, number: int) -> str:
    """A few sentences in a line."""
    return " ".join(sentence(chance, chance.randrange(9, 23)) for _ in range(number))


def paragraph(chance: random.Random) -> str:
    """A paragraph of some 60 words."""
    return sentences(chance, 4)


@dataclass(frozen=True, slots=True)
class Query:
    """Words that somebody looks for, and whether a site of 300 stories or more has them."""

    words: str
    found: bool = True


def searched() -> list[Query]:
    """What readers type: words that all, many and few stories have, beginnings, names, several words, slips."""
    common = ["the", "pupils", "maths", "lesson", "school", "fraction", "mastery", "structure", "school's", "schools"]
    rarer = [invented(rank) for rank in (3, 30, 100, 200, 300)]
    beginnings = ["pu", "ma", "mathem", "st", "tea", "pupil", "re", "conf", "st geo"]
    names_ = [
        "ambleford", "st georges", "St Oswald’s", "hilda hexby", "abacus north", "LONDON", "zoë", "zoe", "khan",
        "north west", "spoken fluency", "mastering number", "pupil premium", "independent evaluation",
    ]  # fmt: skip
    several = [
        "pupils talk", "number reason explain", "teachers plan together", "the class notice small", "parents evidence",
        "bar model fraction", "confident children understand", "head year staff",
    ]  # fmt: skip
    slips = ["pupilss", "techers", "mathz qqq", "zzzz", "fracton", "schol led chnge"]
    found = [Query(w) for w in (*common, *rarer, *beginnings, *names_, *several)]
    return [*found, *(Query(w, found=False) for w in slips)]
