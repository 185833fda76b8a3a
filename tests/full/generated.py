"""Whole sites made of a seed: the same number and seed make the same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

YEARS = range(2014, 2024)
SECTIONS = ("Primary", "Secondary", "Post-16", "Research groups")
HUBS = [f"{place} {point}" for place in ("Abacus", "Boolean", "Cantor", "Dorset", "Euler", "Fermat", "Gauss", "Hilbert")
        for point in ("North", "South", "East", "West", "Central")]  # fmt: skip
THEMES = (
    "Greater depth", "Confidence", "Mathematical language", "Number sense", "Reasoning", "Variation", "Fluency",
    "Representation", "Teacher subject knowledge", "Collaboration", "Transition", "Assessment", "Oracy", "Attitudes",
)  # fmt: skip
FIRST = "Amira Ben Chloe Dev Esme Femi Grace Hugo Isla Jonas Kezia Liam Maya Noor Owen Priya Rosa Sam Tara Umar".split()
LAST = "Abbott Baker Cole Dhillon Evans Foster Grant Hughes Iqbal Jones Khan Lewis Moore Nair Okoro Price Reid".split()
SAINTS = "Alban Brigid Cuthbert Dunstan Edmund Francis George Hilda Ives John Kevin Luke Mark Neot Oswald Paul".split()
TOWNS = "Ambleford Burwell Calder Denby Eastry Farley Gorton Hexby Ilden Keld Larkton Marden Norby Oxley".split()
WORDS = (
    "pupils teachers lesson number reason talk explain pattern bar model fraction count secure confident together plan "
    "notice class maths language question answer small step practise depth share improve measure weekly project group "
    "school hub lead change evidence test result parents children understand structure represent connect"
).split()


def site(folder: Path, stories: int, seed: int = 1) -> Path:
    """A site folder of so many stories, in ten editions of four sections."""
    for path, text in files(stories, random.Random(seed)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def files(stories: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every file of a generated site by its path."""
    yield "content/site.yaml", "title: Generated stories\norganisation: Test network\nbase_url: https://example.org/\n"
    yield "content/hubs.yaml", "".join(f"- id: {h.lower().replace(' ', '-')}\n  name: {h}\n" for h in HUBS)
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


def story(chance: random.Random, n: int, stories: int) -> str:
    """A story of some 500 words with the blocks that stories have. Schools and people grow with their number."""
    among = chance.randrange(max(1, stories * 2 // 3))
    school = f"St {SAINTS[among % 16]}'s {code(among // 16)} Primary, {TOWNS[among % 14]}"
    person = f"{FIRST[among % 20]} {LAST[among // 20 % 17]}-{code(among // 340)}"
    fields = {
        "kind": "case-study",
        "title": f"{phrase(chance, 4)} {n}",
        "summary": sentences(chance, 1),
        "school": f'"{school}"',
        "size": chance.choice(["Two-form entry", "One form", "210 pupils", "An 11-18 school with 1,035 students"]),
        "disadvantage": f"{chance.randrange(2, 70)}% {chance.choice(['Pupil Premium', 'FSM', 'EAL'])}",
        "years engaged": str(chance.randrange(1, 9)),
        "hub": chance.choice(HUBS),
        "phase": chance.choice(["Primary", "Secondary", "Post-16", "All-through"]),
        "programme": chance.choice(["Mastering Number", "Teaching for Mastery", "Years 5 to 8 Continuity"]),
        "themes": f"[{', '.join(chance.sample(THEMES, 3))}]",
        "evidence": "school data",
        "people": f"[{{name: {person}, role: maths lead}}]",
    }
    return front(**fields) + body(chance, person)


def code(number: int) -> str:
    """A made-up word for a number: neighbours are far from alike, as names are."""
    return "".join(random.Random(number).choices("abcdefghiklmnoprstuvw", k=9)).title()


def body(chance: random.Random, person: str) -> str:
    """The text of a story."""
    parts = [
        paragraph(chance), f"## {phrase(chance, 3)}", paragraph(chance), paragraph(chance),
        f"> {sentences(chance, 2)}\n>\n> — {person}, maths lead",
        f"## {phrase(chance, 4)}", paragraph(chance), "\n".join(f"- {phrase(chance, 5)}" for _ in range(4)),
        f"::: stat {chance.randrange(20, 99)}%\nperiod: 2022/23\nsource: School data\n\n{phrase(chance, 6)}\n:::",
        "::: chart Pupils at the standard\ntype: column\nunit: %\nperiod: 2020 to 2023\nsource: School data\n\n"
        f"| Year | Pupils |\n|---|---:|\n| 2021 | {chance.randrange(99)} |\n| 2022 | {chance.randrange(99)} |\n:::",
        f"## {phrase(chance, 3)}", paragraph(chance), f"{paragraph(chance)}[^1]", f"[^1]: {sentences(chance, 1)}",
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def phrase(chance: random.Random, words: int) -> str:
    """A few words."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def sentences(chance: random.Random, number: int) -> str:
    """A few sentences in a line."""
    return " ".join(f"{phrase(chance, 11)}." for _ in range(number))


def paragraph(chance: random.Random) -> str:
    """A paragraph of some 60 words."""
    return sentences(chance, 6)
