"""Equations, charts and SmartArt of Word: their words and figures come over, and the notes say so."""

from __future__ import annotations

import pytest

from tests.word.documents import body, document, footnotes, heading, imported, put, raw, related, text, told

START = heading("What changed")


def m(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def e(inner: str, name: str = "e") -> str:
    return f"<m:{name}>{inner}</m:{name}>"


def fraction(above: str, below: str, how: str = "") -> str:
    kind = f'<m:fPr><m:type m:val="{how}"/></m:fPr>' if how else ""
    return f"<m:f>{kind}{e(above, 'num')}{e(below, 'den')}</m:f>"


def power(base: str, high: str) -> str:
    return f"<m:sSup>{e(base)}{e(high, 'sup')}</m:sSup>"


SUM = (
    f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>{e(m("i=1"), "sub")}{e(m("n"), "sup")}{e(m("i"))}</m:nary>'
)
DEGREE = f'<m:rad><m:radPr/>{e(m("3"), "deg")}{e(m("x"))}</m:rad>'
SQUARE = f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>{e(m("x+1"))}</m:rad>'
BRACKETS = f"<m:d>{e(m('a+b'))}</m:d>"
SQUARE_BRACKETS = f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>{e(m("a"))}{e(m("b"))}</m:d>'
ONE_BRACE = f'<m:d><m:dPr><m:begChr m:val="{{"/><m:endChr m:val=""/></m:dPr>{e(m("a"))}</m:d>'
MATRIX = f"<m:m><m:mr>{e(m('1'))}{e(m('2'))}</m:mr><m:mr>{e(m('3'))}{e(m('4'))}</m:mr></m:m>"
EQUATIONS = {
    "signs": (m("x=2"), "x=2"),
    "fraction": (fraction(m("1"), m("2")), "1/2"),
    "fraction of sums": (fraction(m("a+b"), m("2c")), "(a+b)/(2c)"),
    "a decimal over a word": (fraction(m("0.5"), m("pupils")), "0.5/(pupils)"),
    "choice": (f"<m:d>{e(fraction(m('n'), m('k'), 'noBar'))}</m:d>", "(n over k)"),
    "power": (power(m("x"), m("2")), "x^2"),
    "power of a sum": (power(m("x+1"), m("n-1")), "(x+1)^(n-1)"),
    "power of brackets": (power(BRACKETS, m("2")), "(a+b)^2"),
    "index": (f"<m:sSub>{e(m('a'))}{e(m('1'), 'sub')}</m:sSub>", "a_1"),
    "root": (SQUARE, "√(x+1)"),
    "other root": (DEGREE, "root 3 of x"),
    "sum": (m("S=") + SUM, r"S=∑\_(i=1)^n i"),
    "function": (f"<m:func>{e(m('sin'), 'fName')}{e(m('x'))}</m:func>", "sin x"),
    "limit": (f"<m:limLow>{e(m('lim'))}{e(m('x→0'), 'lim')}</m:limLow>", r"lim\_(x→0)"),
    "several in brackets": (SQUARE_BRACKETS, r"\[a\|b\]"),
    "one brace": (ONE_BRACE, r"\{a"),
    "matrix": (MATRIX, "1, 2; 3, 4"),
    "accent": (f"<m:acc>{e(m('x'))}</m:acc>", "x\u0302"),
    "something else": (f"<m:borderBox>{e(m('x'))}</m:borderBox>", "x"),
    "inside one another": (fraction(SQUARE, power(m("x"), fraction(m("1"), m("2")))), "(√(x+1))/(x^(1/2))"),
}


@pytest.mark.parametrize("what", EQUATIONS)
def test_an_equation_stands_in_the_text_on_one_line(what):
    xml, expected = EQUATIONS[what]
    data = document(START, raw(f"<m:oMath>{xml}</m:oMath><w:r><w:t> after</w:t></w:r>"))
    assert body(data) == f"## What changed\n\nBefore {expected} after\n"


def test_the_notes_ask_to_look_at_every_equation():
    data = document(START, raw(f"<m:oMath>{power(m('x'), m('2'))}</m:oMath>"))
    assert told(data) == (
        'An equation is plain text now: "x^2". See whether it still says the same, or write it as a formula between '
        '$ signs (under "What changed")'
    )


def test_an_equation_on_a_line_of_its_own_is_a_paragraph_and_several_stay_apart():
    two = f"<m:oMath>{m('a=1')}</m:oMath><m:oMath>{m('b=2')}</m:oMath>"
    data = document(START, text("One."), raw(f"<m:oMathPara>{two}</m:oMathPara>", after=""), text("Two."))
    assert body(data) == "## What changed\n\nOne.\n\na=1; b=2\n\nTwo.\n"


@pytest.mark.parametrize(
    "gone", ["<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr>'], ids=["hidden", "deleted"]
)
def test_what_is_hidden_or_deleted_in_an_equation_does_not_come_over(gone):
    data = document(START, raw(f"<m:oMath>{m('x')}<m:r>{gone}<m:t>Zzqq</m:t></m:r></m:oMath>"))
    assert "Zzqq" not in imported(data).text
    assert "Zzqq" not in told(data)


def test_an_equation_without_signs_is_nothing():
    data = document(START, raw("<m:oMath/>"))
    assert (body(data), told(data)) == ("## What changed\n\nBefore\n", "")


CHARTS = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def kept(name: str, values: list[str], format_: str = "") -> str:
    said = f"<c:formatCode>{format_}</c:formatCode>" if format_ else ""
    points = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values) if v)
    cache = f'<c:{name}Cache>{said}<c:ptCount val="{len(values)}"/>{points}</c:{name}Cache>'
    return f"<c:{name}Ref><c:f>x</c:f>{cache}</c:{name}Ref>"


def series(name: str, labels: list[str], figures: list[str], format_: str = "General", of: str = "str") -> str:
    named = f"<c:tx>{kept('str', [name])}</c:tx>" if name else ""
    cat = kept(of, labels, "d/m/yyyy" if of == "num" else "")
    return f"<c:ser>{named}<c:cat>{cat}</c:cat><c:val>{kept('num', figures, format_)}</c:val></c:ser>"


def chart(*every: str, title: str = "") -> str:
    said = f"<a:p><a:r><a:t>{title}</a:t></a:r></a:p>"
    titled = f"<c:title><c:tx><c:rich>{said}</c:rich></c:tx></c:title>" if title else ""
    plot = f"<c:plotArea><c:barChart>{''.join(every)}</c:barChart></c:plotArea>"
    return f"<c:chartSpace {CHARTS} {A}><c:chart>{titled}{plot}</c:chart></c:chartSpace>"


DRAWN = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">{}</a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
CHART = DRAWN.format('<c:chart r:id="rIdNewchart"/>')
YEARS = ["2021/22", "2022/23"]


def with_chart(content: str, xml: str = CHART, after: str = "Before ") -> bytes:
    data = document(START, raw(xml, after), text("After."))
    return related(data, "chart", "charts/chart1.xml", content)


def test_a_chart_is_a_table_of_its_figures_below_its_title():
    made = chart(series("Year 4", YEARS, ["71", "0.10000000000000001"]), series("Year 5", YEARS, ["", "82.5"]),
                 title="More pupils reach it")  # fmt: skip
    data = with_chart(made)
    assert body(data) == (
        "## What changed\n\nBefore\n\nMore pupils reach it\n\n"
        "|  | Year 4 | Year 5 |\n|---|---|---|\n| 2021/22 | 71 |  |\n| 2022/23 | 0.1 | 82.5 |\n\nAfter.\n"
    )
    assert told(data).startswith('The chart "More pupils reach it" is a table of its figures now: see whether they ')
    assert "did not survive" not in told(data)


def test_a_share_is_written_as_a_percentage_and_a_lone_series_gives_the_title():
    made = body(with_chart(chart(series("Pupil Premium", YEARS, ["0.07", "0.285"], "0.0%"))))
    assert "\n\nPupil Premium\n\n" in made
    assert "| 2021/22 | 7% |\n| 2022/23 | 28.5% |" in made


UNCLEAR = {
    "other labels": chart(series("A", YEARS, ["1", "2"]), series("B", ["x", "y"], ["1", "2"])),
    "days": chart(series("A", ["44562", "44563"], ["1", "2"], of="num")),
    "figures without a label": chart(series("A", YEARS, ["1", "2", "3"])),
    "no figures": chart(),
    "points": chart("<c:ser><c:xVal/><c:yVal/></c:ser>"),
    "damage": "<c:chartSpace",
}


@pytest.mark.parametrize("what", UNCLEAR)
def test_a_chart_that_makes_no_table_is_told_as_lost(what):
    data = with_chart(UNCLEAR[what])
    assert body(data) == "## What changed\n\nBefore\n\nAfter.\n"
    assert told(data) == 'A chart (under "What changed")'


def test_a_chart_in_a_cell_is_told_as_lost_and_the_table_stays():
    def cell(made):
        grid = made.add_table(2, 2)
        grid.cell(0, 0).text, grid.cell(0, 1).text, grid.cell(1, 0).text = "Year", "Chart", "2022"
        put(grid.cell(1, 1).paragraphs[0], CHART)

    data = related(document(START, cell), "chart", "charts/chart1.xml", chart(series("A", YEARS, ["1", "2"])))
    assert "2021/22" not in body(data)
    assert "| 2022 |" in body(data)
    assert "A chart" in told(data)


def test_a_list_goes_on_behind_a_chart():
    data = document(START, text("one", "List Bullet"), raw(CHART, "x"), text("two", "List Bullet"))
    made = body(related(data, "chart", "charts/chart1.xml", chart(series("A", YEARS, ["1", "2"]))))
    assert made.startswith("## What changed\n\n- one\n\nx\n\nA\n\n| ")
    assert made.endswith("|\n\n- two\n")


DIAGRAM = DRAWN.format('<dgm:relIds r:dm="rIdNewdiagramData"/>')
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'


def diagram(points: dict[str, str], lines: list[tuple[str, str]], kind: str = "parOf") -> str:
    shown = {**{id_: (words, "node") for id_, words in points.items()}, "99": ("Zzqq", "pres")}
    every = "".join(
        f'<dgm:pt modelId="{id_}" type="{type_}"><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for id_, (words, type_) in shown.items()
    )
    joined = "".join(
        f'<dgm:cxn modelId="c{n}" type="{kind}" srcId="{above}" destId="{below}" srcOrd="{n}"/>'
        for n, (above, below) in enumerate(lines)
    )
    every = f'<dgm:pt modelId="0" type="doc"/>{every}'
    return f"<dgm:dataModel {DGM} {A}><dgm:ptLst>{every}</dgm:ptLst><dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>"


def with_diagram(content: str) -> bytes:
    return related(document(START, raw(DIAGRAM), text("After.")), "diagramData", "diagrams/data1.xml", content)


def test_smartart_is_a_list_of_its_words_in_their_order():
    points = {"3": "Review", "1": "Plan", "2": "Teach", "4": "In pairs"}
    data = with_diagram(diagram(points, [("0", "1"), ("0", "2"), ("2", "4"), ("0", "3")]))
    assert body(data) == "## What changed\n\nBefore\n\n- Plan\n- Teach\n  - In pairs\n- Review\n\nAfter.\n"
    assert told(data) == (
        'A SmartArt diagram is a list of its words now: see whether that says the same (under "What changed")'
    )


@pytest.mark.parametrize(
    "content",
    [diagram({"1": "Plan", "2": "Teach"}, [("0", "1")]), diagram({"1": "Plan"}, [("0", "1")], "presOf"),
     diagram({}, []), "<dgm:dataModel"],
    ids=["a word out of reach", "no lines", "no words", "damage"],
)  # fmt: skip
def test_smartart_whose_words_have_no_order_is_told_as_lost(content):
    data = with_diagram(content)
    assert body(data) == "## What changed\n\nBefore\n\nAfter.\n"
    assert told(data) == 'A SmartArt diagram (under "What changed")'


def test_smartart_that_goes_in_a_circle_comes_to_an_end():
    data = with_diagram(diagram({"1": "Plan", "2": "Teach"}, [("0", "1"), ("1", "2"), ("2", "1")]))
    assert "- Plan\n  - Teach\n" in body(data)


def test_an_equation_of_a_footnote_stands_in_it():
    note = raw('<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = footnotes(document(START, note), n2=f"</w:t></w:r><m:oMath>{m('x=1')}</m:oMath><w:r><w:t>.")
    assert "[^1]: x=1." in body(data)
    assert 'An equation is plain text now: "x=1"' in told(data)


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "x", ""])
def test_a_number_that_makes_no_sense_breaks_nothing(number):
    assert "A chart" in told(with_chart(chart(series("A", YEARS, ["1", "2"])).replace('idx="1"', f'idx="{number}"')))
    data = with_diagram(diagram({"1": "Plan"}, [("0", "1")]).replace('srcOrd="0"', f'srcOrd="{number}"'))
    assert "- Plan" in body(data)
