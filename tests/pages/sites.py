"""Small sites made by hand, for tests of what pages show of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sitegen.markup.body import Body, Heading, Letter, Quote, Speaker, Stat
from sitegen.model import records
from sitegen.model.facets import Lookup, facets
from sitegen.model.gathered import pages as texts
from sitegen.model.gathered import quotes, stats
from sitegen.model.spanning import Site
from sitegen.model.values import (
    BandedQuantity,
    Edition,
    Fact,
    FactPart,
    FixedPage,
    PersonMention,
    SchoolMention,
    Section,
    Story,
    Text,
)
from sitegen.problems.problem import Where
from sitegen.schema.declared import Band, Bands, Field, HubEntry, Kind, Registers, Schema, SchoolEntry, Settings, Term
from sitegen.schema.values import AcademicYear, DateValue, Quantity, Size, Value
from sitegen.text import slug

LABELS = {
    "school": "School", "size": "Size", "disadvantage": "Disadvantage",
    "years_engaged": "Years engaging with Maths Hubs", "hub": "Local Maths Hub",
    "theme": "Theme", "research_question": "Local research question posed",
}  # fmt: skip
TYPES = {
    "school": "school", "size": "size", "disadvantage": "disadvantage", "years_engaged": "engagement", "hub": "hub",
    "theme": "text", "research_question": "paragraph",
}  # fmt: skip
HERE = Where("content/story.md", 5, 7, 4)
"""Where every fact of these tests stands."""
SHARE_BANDS = (Band("Under 40%", None, 40), Band("40% and over", 40, None))
BANDS = {m: Bands(m, SHARE_BANDS) for m in ("pupil premium", "fsm", "eal")}
PROFILE = ("school", "size", "disadvantage", "years_engaged", "hub")


def kind(id_: str = "case-study", name: str = "Case study", *, card: tuple[str, ...] = PROFILE, **own: Any) -> Kind:
    """A kind of story with the given card."""
    fields = tuple(Field(key, TYPES.get(key, "text"), LABELS.get(key, key)) for key in (*card, *own.pop("fields", ())))
    made = Kind(id_, name, f"{name}s", "story", Schema(id_, fields), card, True, False, "story", "Article")
    return replace(made, **own)


CASE_STUDY = kind()
INTERVIEW = kind("q-and-a", "Q&A", numbered=False, questions=True)
RESEARCH = kind("research-group", "Research group", card=("theme", "research_question", "hub"))


def quantity(measure: str, low: float | None, high: float | None, qualifier: str | None = None) -> BandedQuantity:
    """A quantity with its bands."""
    found = Quantity(measure, low, high, "%" if measure in BANDS else "", qualifier)
    return BandedQuantity(found, BANDS[measure].labels(found) if measure in BANDS else ())


def fact(field: str, text: str = "", *values: BandedQuantity, **own: Any) -> Fact:
    """A fact as the model makes it; without text, one that is not stated."""
    refers = {"school": f"schools/{slug(text)}", "hub": f"hubs/{slug(text)}"}.get(field, "")
    made = Fact(
        field, LABELS[field], TYPES[field], text, "stated" if text else "not stated", values,
        parts=(FactPart(text, refers),) if text else (), where=HERE,
    )  # fmt: skip
    return replace(made, **own)


GOLDFINCH = (
    fact("school", "Goldfinch Primary, London"),
    fact("size", "One-form entry", quantity("forms", 1, 1)),
    fact("disadvantage", "40% Pupil Premium", quantity("pupil premium", 40, 40)),
    fact("years_engaged", "5", quantity("years", 5, 5), note="First year 2018/19, derived."),
    fact("hub", "London South West"),
)
"""The facts of a complete card."""
NOTHING = tuple(fact(field) for field in PROFILE)
"""The facts of a card that states nothing."""


def text(*parts: Any, plain: str = "", headings: Iterable[Heading] = (), **own: Any) -> Text:
    """A text of these parts."""
    found = tuple(h for h in headings)
    return Text(Body(
        parts=tuple(parts), plain=plain, headings=found, ids=tuple(h.id for h in found),
        stats=tuple(p for p in parts if isinstance(p, Stat)), quotes=tuple(p for p in parts if isinstance(p, Quote)),
        **own,
    ))  # fmt: skip


def stat(text_: str = "6,868", label: str = "schools took part", **own: Any) -> Stat:
    """A headline number."""
    return replace(Stat(text_, 6868, "", None, label, (label,), 3, "2022/23", "The report", id="stat-1"), **own)


def quote(words: str = "We talk first.", *speakers: Speaker, **own: Any) -> Quote:
    """A quote."""
    said_by = speakers or (Speaker("Emilie Haston", "Headteacher"),)
    return replace(Quote((words,), said_by, words, 9, id="quote-1"), **own)


SHARE_STAT = stat("56%", "of schools", value=56, unit="%", id="stat-2")
LETTER = Letter("Welcome", ("Dear reader",), (Speaker("Charlie"),), 1)


def story(id_: str, title: str, facts: tuple[Fact, ...] = GOLDFINCH, **own: Any) -> Story:
    """A story; its edition and section are the folders of its id, its schools and hubs those of its facts."""
    edition, *section = id_.split("/")[:-1]
    where = Where(f"content/{id_}.md")
    named = [p for f in facts for p in f.parts]
    schools = (SchoolMention(p.refers.partition("/")[2], p.text, where) for p in named if p.refers[:8] == "schools/")
    made = Story(
        id=id_, address=f"{id_}/index.html", path=where.file, kind=CASE_STUDY, edition=edition,
        section="/".join((edition, *section)) if section else "", number=1, title=title, summary=f"{title}, in short.",
        text=text("<p>Prose.</p>", plain="Prose."), facts=facts, schools=tuple(schools),
        hubs=tuple(p.refers.partition("/")[2] for p in named if p.refers.startswith("hubs/")),
        phase=("Primary",), where=where,
    )  # fmt: skip
    return replace(made, **own)


def section(id_: str, title: str, number: int, **own: Any) -> Section:
    """A section without text; its stories are given by the site."""
    where = Where(f"content/{id_}/index.md")
    made = Section(
        id_, f"{id_}/index.html", where.file, id_.split("/")[0], number, title, f"About {title}.", Text(), (),
        where=where,
    )  # fmt: skip
    return replace(made, **own)


def edition(id_: str = "2022-23", title: str = "Taught together", **own: Any) -> Edition:
    """An annual report; its sections and stories are given by the site."""
    where = Where(f"content/{id_}/index.md")
    made = Edition(
        id_, f"{id_}/index.html", where.file, "annual report", title, "", f"{title}, in short.", "2022/23", Text(),
        (), (), AcademicYear("2022/23", 2022), where=where,
    )  # fmt: skip
    return replace(made, **own)


NEWSLETTER = edition(
    "newsletter-16", "Bespoke", type="newsletter", academic_year=None, issue_number="16", label="No. 16",
    date=DateValue("May 2019", datetime.date(2019, 5, 1), datetime.date(2019, 5, 31), "month"),
)  # fmt: skip
HUBS = (
    HubEntry("london-south-west", "London South West", ("LSW",), "London", "South-west London", confidence="partly"),
    HubEntry("london-north-east", "London North East", (), "London"),
    HubEntry("archimedes-ne", "Archimedes NE", (), "North East", confidence="sourced"),
)
REGISTERS = Registers(
    HUBS,
    (SchoolEntry("goldfinch-primary-london", "Goldfinch Primary, London", place="London", phase="Primary"),),
    (Term("LLME", "Local leader of mathematics education."),),
)


def site(
    stories: Iterable[Story] = (),
    sections: Iterable[Section] = (),
    editions: Iterable[Edition] = (edition(),),
    pages: Iterable[FixedPage] = (),
    registers: Registers = REGISTERS,
    **settings: Any,
) -> Site:
    """A site of these, its records, facets and lists as the model makes them."""
    told = {s.id: s for s in stories}
    chapters = {s.id: replace(s, stories=_in(told, s.id)) for s in sections}
    whole = {e.id: replace(e, sections=_of(chapters, e.id), stories=_in(told, e.id)) for e in editions}
    hubs = records.hubs(told, registers, {})
    found = facets(told, Lookup(whole, hubs), BANDS)
    within = texts(whole, chapters, told)
    return Site(
        settings=Settings("Test stories", "Test network", bands=BANDS, **settings), registers=registers, editions=whole,
        sections=chapters, stories=told, pages={p.id: p for p in pages},
        schools=records.schools(told, registers).value, hubs=hubs, people=records.people(told).value,
        themes=records.themes(told), facets=found, stats=stats(within), quotes=quotes(within),
        navigation=(("Report", "2022-23/index.html"), ("Stories", "browse/index.html"), ("Hubs", "hubs/index.html")),
    )  # fmt: skip


def _in(stories: dict[str, Story], parent: str) -> tuple[str, ...]:
    return tuple(s.id for s in stories.values() if (s.section or s.edition) == parent)


def _of(sections: dict[str, Section], parent: str) -> tuple[str, ...]:
    return tuple(s.id for s in sections.values() if s.edition == parent)


def value(found: object, text_: str = "") -> Value:
    """A field's value as the schema makes it, at the place where the facts of these tests stand."""
    return Value(text_ or str(found), found, HERE, HERE)


def size(text_: str, quantities: tuple[Quantity, ...] = (), ages: tuple[int, int] | None = None) -> Size:
    """A size."""
    return Size(text_, quantities, ages)


PERSON = PersonMention("emilie-haston", "Emilie Haston", "headteacher")


def report() -> Site:
    """An annual report of two sections and a newsletter: stories of three kinds, a letter, numbers and quotes."""
    years = fact("years_engaged", "since 2016/17", quantity("years", 7, 7), note="Year 7 of taking part, derived.")
    share = fact("disadvantage", "40% free school meals", quantity("fsm", 40, 40))
    other = (fact("school", "Oak School, Kent"), fact("size"), share, years, fact("hub", "London North East"))
    research = (fact("theme", "Oracy"), fact("research_question", "Does talk help?" * 9), fact("hub", "Archimedes NE"))
    return site(
        stories=(
            story("2022-23/primary/talk", "Small steps", kind=INTERVIEW, number=None, people=(PERSON,)),
            story("2022-23/primary/goldfinch", "Talk first", number=1, themes=("Talk", "EAL"), people=(PERSON,),
                  text=text("<p>One.</p>", stat(), quote(), plain="One. Two.",
                            headings=(Heading(2, "Say it", "s-say-it", 4), Heading(3, "Deeper", "s-deeper", 6)))),
            story("2022-23/primary/third", "Depth", number=2, related=("2022-23/primary/goldfinch",)),
            story("2022-23/secondary/oak", "Argue", other, themes=("talk",), phase=("Secondary",)),
            story("2022-23/secondary/oracy", "Oracy", research, kind=RESEARCH, number=2),
            story("newsletter-16/hubs", "Two new hubs", NOTHING, kind=kind("news-item", "News item", card=()),
                  number=None, text=text(stat(value=7000, text="c. 7,000"))),
        ),
        sections=(
            section("2022-23/primary", "Primary", 1, text=text(stat(label="primary schools"))),
            section("2022-23/secondary", "Secondary", 2),
        ),
        editions=(
            edition(text=text("<p>Hello.</p>", LETTER, SHARE_STAT, stat(), "<p>Bye.</p>")),
            NEWSLETTER,
        ),
        pages=(FixedPage("about", "about/index.html", "content/pages/about.md", "About", "", text(plain="A page.")),),
    )  # fmt: skip
