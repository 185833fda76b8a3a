from __future__ import annotations

import pytest

from sitegen.schema.bands import measure_named
from sitegen.schema.declared import Settings
from sitegen.schema.facts.disadvantage import understand_disadvantage
from sitegen.schema.facts.size import understand_size
from sitegen.schema.settings import load_settings
from sitegen.schema.values import Quantity
from tests.schema.given import is_plain_english, short, tree

HEAD = "title: A\norganisation: B\nbands:\n"
PERCENT = ["Under 10%", "10–19%", "20–29%", "30–39%", "40% and over"]
LABELS = {
    **dict.fromkeys(["pupil premium", "fsm", "fsm6", "eal", "send"], PERCENT),
    "pupils": ["Under 250 pupils", "250–499 pupils", "500–999 pupils", "1,000–1,499 pupils", "1,500 pupils and over"],
    "forms": ["Under one form", "One form", "One and a half forms", "Two forms", "Three forms", "Four forms and over"],
    "years": ["1–2 years", "3–4 years", "5 years and over"],
}


def settings(bands: str = "") -> Settings:
    made = load_settings(tree({"content/site.yaml": HEAD + bands if bands else "title: A\norganisation: B\n"}))
    assert made.problems == ()
    return made.value


def test_the_shipped_labels_are_exactly_those_of_the_formats_page() -> None:
    assert {m: [b.label for b in bands.bands] for m, bands in settings().bands.items()} == LABELS


@pytest.mark.parametrize(("quantity", "labels"), [
    (Quantity("forms", 2, 2), ("Two forms",)),
    (Quantity("forms", 1.5, 1.5), ("One and a half forms",)),
    (Quantity("forms", 0.5, 0.5), ("Under one form",)),
    (Quantity("pupils", 1035, 1035), ("1,000–1,499 pupils",)),
    (Quantity("pupils", 249, 249), ("Under 250 pupils",)),
    (Quantity("pupils", 250, 250), ("250–499 pupils",)),
    (Quantity("eal", 20, 25), ("20–29%",)),
    (Quantity("eal", 15, 25), ("10–19%", "20–29%")),
    (Quantity("fsm", 30, None, "%", "at least"), ("30–39%", "40% and over")),
    (Quantity("pupil premium", 40, None, "%", "over"), ("40% and over",)),
    (Quantity("eal", 100, 100), ("40% and over",)),
    (Quantity("years", 3, 3), ("3–4 years",)),
    (Quantity("years", 7, 7), ("5 years and over",)),
])  # fmt: skip
def test_a_quantity_lies_in_every_band_that_may_hold_it(quantity: Quantity, labels: tuple[str, ...]) -> None:
    assert settings().bands[quantity.measure].labels(quantity) == labels


def test_the_design_s_table_leads_to_its_filters() -> None:
    bands = settings().bands
    sizes = {t: [bands[q.measure].labels(q) for q in understand_size(t).quantities] for t in (
        "Two-form entry", "An 11-18 school with 1,035 students",
        "larger than average 4-18 all-through school")}  # fmt: skip
    assert list(sizes.values()) == [[("Two forms",)], [("1,000–1,499 pupils",)], []]
    premium = understand_disadvantage("Over 40% Pupil Premium, 60% EAL").quantities
    assert [(q.measure, bands[q.measure].labels(q)) for q in premium] == [
        ("pupil premium", ("40% and over",)), ("eal", ("40% and over",)),
    ]  # fmt: skip


def test_a_site_s_own_bands_take_the_place_of_the_shipped_ones_of_that_measure() -> None:
    bands = settings("  Pupil Premium: [{label: Low, to: 20}, {label: High, from: 20}]\n").bands
    assert [b.label for b in bands["pupil premium"].bands] == ["Low", "High"]
    assert [b.label for b in bands["eal"].bands] == PERCENT


def test_bands_may_stand_in_any_order_and_have_closed_ends() -> None:
    bands = settings("  eal: [{label: High, from: 50, to: 100}, {label: Low, from: 0, to: 50}]\n").bands["eal"]
    assert [(b.label, b.low, b.high) for b in bands.bands] == [("Low", 0.0, 50.0), ("High", 50.0, 100.0)]


@pytest.mark.parametrize(("text", "measure"), [
    ("Pupil Premium", "pupil premium"), ("pupil_premium", "pupil premium"), ("PP", "pupil premium"), ("FSM6", "fsm6"),
    ("Ever 6", "fsm6"), ("SEN", "send"), ("Forms of entry", "forms"), ("weight", None),
])  # fmt: skip
def test_measures_are_named_loosely(text: str, measure: str | None) -> None:
    assert measure_named(text) == measure


@pytest.mark.parametrize(("bands", "where", "also"), [
    ("  eal:\n  - {label: Low, to: 10}\n  - {label: High, from: 20}\n", ("band-gap", 6, 5), [5]),
    ("  eal:\n  - {label: High, from: 20}\n  - {label: Low, to: 10}\n", ("band-gap", 5, 5), [6]),
    ("  eal:\n  - {label: Low, to: 30}\n  - {label: High, from: 20}\n", ("band-overlap", 6, 5), [5]),
    ("  eal:\n  - {label: Low}\n  - {label: High, from: 20}\n", ("band-overlap", 6, 5), [5]),
    ("  eal:\n  - {label: Low, to: 10}\n  - {label: High, to: 20}\n", ("band-overlap", 6, 5), [5]),
    ("  pupils:\n  - {label: Odd, from: 20, to: 10}\n", ("band-order", 5, 5), []),
    ("  pupils:\n  - {label: Odd, from: 20, to: 20}\n", ("band-order", 5, 5), []),
    ("  eal:\n  - {label: Low, from: 5, to: 10}\n  - {label: High, from: 10}\n", ("band-gap", 5, 5), []),
    ("  eal:\n  - {label: Low, to: 10}\n  - {label: High, from: 10, to: 90}\n", ("band-gap", 6, 5), []),
    ("  eal:\n  - {label: Some, to: 10}\n  - {label: some, from: 10}\n", ("duplicate-id", 6, 5), [5]),
    ("  weight:\n  - {label: Low, to: 10}\n", ("unknown-measure", 4, 3), []),
    ("  eal: [{label: All}]\n  EAL: [{label: All}]\n", ("duplicate-key", 5, 3), [4]),
    ("  eal:\n  - {label: Low, to: ten}\n", ("wrong-kind-of-value", 5, 22), []),
    ("  eal:\n  - {to: 10}\n", ("missing-field", 5, 5), []),
])  # fmt: skip
def test_what_is_wrong_with_bands_is_said_at_its_place(
    bands: str, where: tuple[str, int, int], also: list[int]
) -> None:
    made = load_settings(tree({"content/site.yaml": HEAD + bands}))
    (problem,) = made.problems
    assert short(problem)[:3] == where
    assert [w.line for w in problem.also] == also
    assert is_plain_english(problem)
    assert [b.label for b in made.value.bands["eal"].bands] in (PERCENT, ["All"])


def test_a_band_whose_end_is_not_understood_is_not_taken_for_an_open_one() -> None:
    text = (
        HEAD + "  eal: [{label: A, to: ten}, {label: B, from: 10}]\n  fsm: [{label: C, to: 10}, {label: D, from: 20}]\n"
    )
    made = load_settings(tree({"content/site.yaml": text}))
    assert [short(p)[:3] for p in made.problems] == [("wrong-kind-of-value", 4, 24), ("band-gap", 5, 29)]


def test_a_misspelt_measure_has_a_suggestion() -> None:
    (problem,) = load_settings(tree({"content/site.yaml": HEAD + "  pupil premum: [{label: All}]\n"})).problems
    assert problem.suggestion == "pupil premium"


def test_a_gap_says_what_is_in_no_band_and_how_to_close_it() -> None:
    (problem,) = load_settings(
        tree({"content/site.yaml": HEAD + "  eal: [{label: Low, to: 10}, {label: High, from: 20}]\n"})
    ).problems
    assert problem.what == 'Between the bands "Low" and "High" of eal there is a gap: nothing holds 10 to 20.'
    assert problem.fix.startswith("Write `from: 10` here, or `to: 20` in the band before")


def test_an_empty_list_of_bands_would_leave_a_measure_without_any() -> None:
    made = load_settings(tree({"content/site.yaml": HEAD + "  forms: []\n  eal: [{label: All}]\n"}))
    (problem,) = made.problems
    assert short(problem) == ("empty-field", 4, 3, 5)
    assert "replace the bands that ship" in problem.what
    assert made.value.bands["forms"].bands
    assert is_plain_english(problem)


def test_settings_in_a_file_with_another_ending_are_told_to_be_renamed() -> None:
    (problem,) = load_settings(tree({"content/site.yml": "title: A\norganisation: B\n"})).problems
    assert (problem.code, problem.fix) == ("no-site-yaml", "Rename content/site.yml to site.yaml.")
