"""The corpus of the benchmark: invented case studies, each made of its number alone, whatever the corpus's size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench import vocabulary as words

_SEED = "20"


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands on a story's card."""

    title: str
    kind: str
    edition: str
    section: str
    school: str
    phase: str
    size: int
    disadvantage: float
    hub: str
    years_engaged: int
    date: str
    summary: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A story: the name of its file, its facts, and its text in Markdown that every generator understands."""

    name: str
    facts: Facts
    body: str


def stories(count: int) -> Iterator[Story]:
    """The first so many stories of the corpus."""
    return map(story, range(count))


def story(number: int) -> Story:
    """One story of the corpus. The order of the draws is the corpus: it must not change."""
    chance = random.Random(f"{_SEED}:{number}")
    section = chance.choices(words.SECTIONS, words.SECTION_WEIGHTS)[0]
    kind = chance.choices(words.KINDS, words.KIND_WEIGHTS)[0]
    edition = words.EDITIONS[number % len(words.EDITIONS)] if number < 10 else chance.choice(words.EDITIONS)
    hub = words.HUBS[number] if number < len(words.HUBS) else chance.choice(words.HUBS)
    sort = chance.choice(words.TYPES.get(section, words.TYPES["primary"] + words.TYPES["secondary"]))
    school = f"{chance.choice(words.PLACES)} {chance.choice(words.GROUNDS)} {sort}"
    topic = chance.choice(words.TOPICS)
    date = _date(chance, int(edition[:4]))
    is_small = "Primary" in sort or "Infant" in sort
    facts = Facts(
        title=_title(kind, school, topic),
        kind=kind,
        edition=edition,
        section=section,
        school=school,
        phase=words.PHASES[section],
        size=chance.randint(60, 420) if is_small else chance.randint(400, 1800),
        disadvantage=round(chance.uniform(4, 62), 1),
        hub=hub,
        years_engaged=chance.randint(1, 9),
        date=date,
        summary=_capital(f"{chance.choice(words.WHO)} {chance.choice(words.DID)} {topic}, {chance.choice(words.SO)}."),
        themes=tuple(chance.sample(words.THEMES, chance.randint(2, 4))),
    )
    body = _Writer(chance).body(kind, chance.randint(500, 640))
    return Story(f"{number:05d}-{folded(school)}", facts, body)


def folded(name: str) -> str:
    """A name as it stands in an address."""
    letters = "".join(c if c.isalnum() else "-" for c in name.lower())
    return "-".join(part for part in letters.split("-") if part)


def _title(kind: str, school: str, topic: str) -> str:
    return {
        "case-study": f"{_capital(topic)} at {school}",
        "q-and-a": f"Q&A: {school} on {topic}",
        "impact-story": f"How {school} changed the way it teaches {topic}",
    }[kind]


def _date(chance: random.Random, began: int) -> str:
    """A day of a school year."""
    month = chance.randint(1, 12)
    return f"{began if month >= 9 else began + 1}-{month:02d}-{chance.randint(1, 28):02d}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


class _Writer:
    """Writes the text of one story."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._choose = chance.choice

    def body(self, kind: str, least_words: int) -> str:
        chance, blocks = self._chance, [self._paragraph(2, 3)]
        headings = chance.sample(words.QUESTIONS if kind == "q-and-a" else words.HEADINGS, 8)
        has_table, has_note, has_quote = chance.random() < 0.40, chance.random() < 0.15, chance.random() < 0.80
        for number, heading in enumerate(headings):
            if _words(blocks) >= least_words:
                break
            blocks += [f"## {heading}", self._paragraph(3, 5)]
            if number == 1 or chance.random() < 0.25:
                blocks.append("Three things helped:" if number % 2 else "We agreed on the following:")
                blocks.append(self._bullets(is_numbered=chance.random() < 0.3))
            if has_quote and number == 2:
                blocks.append(self._quote())
            if has_table and number == 3:
                blocks += ["### Results by year group", self._table()]
            if _words(blocks) < least_words and chance.random() < 0.6:
                blocks.append(self._paragraph(2, 4))
        if has_note:
            self._add_note(blocks)
        return "\n\n".join(blocks) + "\n"

    def _paragraph(self, fewest: int, most: int) -> str:
        chance = self._chance
        said = [self._sentence() for _ in range(chance.randint(fewest, most))]
        if chance.random() < 0.55:
            self._emphasise(said)
        if chance.random() < 0.35:
            text, address = self._choose(words.LINKS)
            said.append(f"There is more about this in [{text}]({address}).")
        if chance.random() < 0.06:
            said.append("The planning file is called `unit-plan.xlsx` and is free to copy.")
        return " ".join(said)

    def _emphasise(self, said: list[str]) -> None:
        at = self._chance.randrange(len(said))
        topic = next((topic for topic in words.TOPICS if topic in said[at]), None)
        if topic:
            mark = self._choose(("*", "**"))
            said[at] = said[at].replace(topic, f"{mark}{topic}{mark}", 1)

    def _sentence(self) -> str:
        choose, sort = self._choose, self._chance.random()
        if sort < 0.45:
            began = f"{choose(words.OPENINGS)}, {choose(words.WHO)} {choose(words.DID)} {choose(words.TOPICS)}"
            return f"{began}, {choose(words.SO)}."
        if sort < 0.70:
            did = f"{_capital(choose(words.WHO))} {choose(words.DID)}"
            return f"{did} {choose(words.TOPICS)} and {choose(words.TOPICS)}."
        if sort < 0.85:
            evidence = self._evidence()
            return f"{choose(words.OPENINGS)}, {evidence}."
        once = f"It wasn't enough to talk about {choose(words.TOPICS)} once"
        return f"{once} -- {choose(words.WHO)} came back to it, {choose(words.SO)}."

    def _evidence(self) -> str:
        between = self._chance.randint
        low = between(20, 55)
        told = self._choose(words.EVIDENCE)
        return told.format(p=between(low + 5, 95), q=low, n=between(3, 20), m=between(21, 60))

    def _bullets(self, is_numbered: bool) -> str:
        items = self._chance.sample(words.BULLETS, self._chance.randint(3, 5))
        lines = [f"{at}. {_capital(item)}" if is_numbered else f"- {item}" for at, item in enumerate(items, 1)]
        return "\n".join(lines)

    def _quote(self) -> str:
        choose = self._choose
        return f"> {choose(words.QUOTES)} {choose(words.QUOTES)}\n>\n> -- {_capital(choose(words.WHO))}"

    def _table(self) -> str:
        between = self._chance.randint
        rows = ["| Year group | Pupils | Autumn | Summer |", "| --- | ---: | ---: | ---: |"]
        for year in self._chance.sample(range(1, 12), between(3, 5)):
            autumn = between(25, 60)
            rows.append(f"| Year {year} | {between(18, 120)} | {autumn}% | {min(99, autumn + between(4, 30))}% |")
        return "\n".join(rows)

    def _add_note(self, blocks: list[str]) -> None:
        at = self._choose([at for at, block in enumerate(blocks) if block[0].isalpha() and block.endswith(".")])
        blocks[at] += "[^1]"
        blocks.append(f"[^1]: {self._choose(words.NOTES)}")


def _words(blocks: list[str]) -> int:
    return sum(len(block.split()) for block in blocks)
