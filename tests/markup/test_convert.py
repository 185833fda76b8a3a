"""What a body holds besides its parts, and what the options change."""

from __future__ import annotations

import time

import pytest

from sitegen.markup.body import LinkEnd, Quote
from sitegen.markup.convert import MarkupOptions, convert
from tests.markup.showing import codes, html_of, made

STORY = """## How it began

Goldfinch joined the NCETM programme, and so did [its neighbour](../02-st-margarets.md#cpd).

> We can see it.
>
> — Emily Pringle, maths lead

::: stat c. 7,000
period: 2022/23

schools in the programme, of which ![a chart](chart.png) says more
:::

::: chart Who took part
source: Report

| Stage | Schools |
|-------|--------:|
| One   |      12 |
:::

::: timeline
- May 2023 — See [the log](log.md)
:::

:::: letter Welcome
Dear all.[^1]

::: quote
by: Ann

It works for KS2.
:::

— Ben Ho, chair
::::

[^1]: The CPD [report](report.md).
"""


def test_links_are_listed_in_reading_order_also_those_in_blocks_and_footnotes():
    links = made(STORY).links
    assert [(link.target, link.line) for link in links] == [
        ("../02-st-margarets.md#cpd", 3),
        ("log.md", 24),
        ("report.md", 39),
    ]


def test_quotes_stats_charts_timelines_and_pictures_are_listed_wherever_they_stand():
    body = made(STORY)
    assert [quote.text for quote in body.quotes] == ["We can see it.", "It works for KS2."]
    assert [stat.text for stat in body.stats] == ["c. 7,000"]
    assert [chart.title for chart in body.charts] == ["Who took part"]
    assert [len(timeline.entries) for timeline in body.timelines] == [1]
    assert [picture.target for picture in body.pictures] == ["chart.png"]


def test_a_picture_in_a_block_is_listed_once():
    body = made("![A](a.jpg)\n\n::: gallery\n![B](b.jpg)\n:::\n\n::: person Ann\nimage: c.jpg\nalt: Ann\n:::\n")
    assert [picture.target for picture in body.pictures] == ["a.jpg", "b.jpg", "c.jpg"]


def test_acronyms_are_listed_with_their_lines():
    acronyms = made(STORY).acronyms
    assert [(acronym.text, acronym.line) for acronym in acronyms] == [("NCETM", 3), ("KS2", 33), ("CPD", 39)]


def test_what_is_no_acronym_is_not_listed():
    text = "## NCETM\n\n`CPD` [LLME](x.md) IV A Year6 TEACHERSHUB NOT A SHOUT\n\nTHE WHOLE LINE\n\nfile.PDF"
    assert [acronym.text for acronym in made(text).acronyms] == ["NOT", "SHOUT"]


def test_plain_text_holds_what_readers_read_and_no_markup():
    plain = made(STORY).plain.split("\n")
    assert plain == [
        "How it began",
        "Goldfinch joined the NCETM programme, and so did its neighbour.",
        "We can see it.",
        "Emily Pringle, maths lead",
        "c. 7,000",
        "schools in the programme, of which says more",
        "Who took part",
        "Stage Schools",
        "One 12",
        "May 2023 See the log",
        "Welcome",
        "Dear all.",
        "It works for KS2.",
        "Ann",
        "Ben Ho, chair",
        "The CPD report. Back to text 1",
    ]


def test_words_are_counted_in_plain_text():
    assert made("One **two** [three](x.md).\n\n::: note Four\nfive\n:::\n").words == 5


def test_ids_hold_every_place_that_can_be_linked_to():
    ids = made("## A part\n\n<p id='own'>x</p>\n\n::: note Title\nx\n:::\n\n> It works.\n>\n> — Ann\n").ids
    assert ids[:3] == ("s-a-part", "s-own", "b-note-title")
    assert ids[3].startswith("b-quote-")


def test_a_block_without_a_title_keeps_its_id_while_its_words_stay():
    first = made("> It works.\n>\n> — Ann\n").quotes[0].id
    assert made("New\n\n> It works.\n>\n> — Bob\n").quotes[0].id == first
    assert made("> It works!\n").quotes[0].id != first


def test_blocks_with_one_title_have_two_ids():
    body = made("::: stat 5\nsource: x\na\n:::\n\n::: stat 5\nsource: x\nb\n:::\n")
    assert [stat.id for stat in body.stats] == ["b-stat-5", "b-stat-5-2"]


def test_questions_begin_a_part_of_their_own():
    text = "Words.\n\n## One?\n\nYes.\n\n## Two?\n\nNo."
    assert len(made(text).parts) == 1
    parts = made(text, questions=True).parts
    assert [str(part)[:9] for part in parts] == ["<p>Words.", '<h2 id="s', '<h2 id="s']


def test_the_language_decides_the_quotation_marks():
    assert html_of('"Ja"', language="de-DE") == "<p>„Ja“</p>"
    assert html_of('"Oui"', language="fr") == "<p>«Oui»</p>"
    assert html_of('"Yes"', language="xx") == "<p>“Yes”</p>"


def test_every_link_that_begins_also_ends():
    body = made("[a](b.md) *[c](d.md)* <a href='e.md'>f\n\n- [g](h.md)\n")
    assert sum(isinstance(part, LinkEnd) for part in body.parts) == len(body.links) == 4


def test_lines_count_from_the_first_line_of_the_text_and_problems_are_in_order():
    body = made("\n\n[x](#)\n\n::: note\n![](a.jpg)\n:::\n\n$\\foo$\n\n:::\n")
    assert [(problem.code, problem.where.line) for problem in body.problems] == [
        ("link-to-nothing", 3),
        ("no-alt-text", 6),
        ("formula", 9),
        ("stray-fence", 11),
    ]


def test_a_problem_is_said_once_however_often_its_address_is_used():
    text = "[one][x], [two][x] and [three][x]\n\n[x]: javascript:y\n"
    assert [(p.code, p.where.line) for p in made(text).problems] == [("forbidden-address", 3)]


def test_line_ends_and_tabs_do_not_move_places():
    assert [p.where.line for p in made("a\r\n\r\n[x](#)\r\n").problems] == [3]
    assert [(p.where.line, p.where.column) for p in made("-\ta [x](#)\n").problems] == [(1, 9)]


def test_places_are_right_in_what_was_indented_anew():
    timeline = "::: timeline\n- May 2023 — a\n    - b [y](#)\n:::\n"
    text = f"1) one\n   - two [x](#)\n\n{timeline}\nc[^1]\n\n[^1]: d\n\n    e [z](#)\n"
    places = [(p.where.line, p.where.column) for p in made(text).problems if p.code == "link-to-nothing"]
    assert places == [(2, 14), (6, 13), (13, 11)]


def test_the_empty_text_is_an_empty_body():
    body = made("")
    assert (body.parts, body.words, body.problems) == ((), 0, ())


def test_a_paraphrase_is_marked():
    body = made("::: quote\nby: Ann\nparaphrase: yes\n\nIt works, she says.\n:::\n")
    assert isinstance(body.parts[0], Quote)
    assert body.quotes[0].paraphrase


PARAGRAPH = (
    "The school joined its hub's programme in 2019, and since then **every teacher** has watched a colleague teach. "
    "Pupils who found *reasoning* hard now explain their thinking, says the maths lead; see "
    "[the neighbouring school](../02-next.md#cpd) for another way. It's slow work, but the results last: two in "
    "three pupils reached the expected standard, and the staff room talks about mathematics at lunch."
)


@pytest.mark.parametrize("options", [MarkupOptions(), MarkupOptions(questions=True)])
def test_a_story_of_700_words_takes_a_few_milliseconds(options):
    text = "\n\n".join(f"## Part {number}\n\n{PARAGRAPH}\n\n{PARAGRAPH}" for number in range(6))
    assert convert(text, options).words > 700

    def once() -> float:
        start = time.perf_counter()
        convert(text, options)
        return time.perf_counter() - start

    assert min(once() for _ in range(30)) < 0.02


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("::: chart Who took part\nstatus: pendng\n:::\n", "bad-setting"),
        ("::: chart Who took part\nstaus: pending\n:::\n", "unknown-setting"),
        ("::: quote\ncase: seven\n\nWe can see it.\n:::\n", "bad-setting"),
        ("::: stat 5,134\nperiod: 2023\nwobble: schools took part\n:::\n", "unknown-setting"),
        ("::: stat 5,134\nperoid: 2023\n\nschools\n:::\n", "unknown-setting"),
        ("::: figure\nstatus: pendng\n:::\n", "bad-setting"),
        ("::: figure\nfile: hall.jpg\ndecorative: perhaps\n:::\n", "bad-setting"),
    ],
)
def test_a_setting_that_is_not_understood_is_the_only_problem(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_an_empty_setting_hides_nothing() -> None:
    assert codes("::: chart Who took part\ndata:\n:::\n") == ["chart-without-data"]


def test_a_figure_whose_choice_of_people_is_not_understood_is_one_of_pupils() -> None:
    body = made("::: figure\nfile: hall.jpg\nalt: The hall\nshows: kids\n:::\n")
    assert [p.code for p in body.problems] == ["bad-setting"]
    assert body.pictures[0].shows == "pupils"
