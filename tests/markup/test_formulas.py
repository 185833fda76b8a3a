"""What is a formula, what is a price, and what may come of a formula."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sitegen.markup import mathml
from tests.markup.showing import codes, html_of, made


@pytest.mark.parametrize("text", [
    "It costs $5 and then $10.", "It costs $3.50.", "From $5–$10 each", "$5m to $6m", "Between $5 and $6, or $7 each.",
    "US$5 or US$6", "A$ or B$", "$ 5 $", "$PATH and $HOME", "$PATH/$HOME", "$5 each, two for $9",
    "$1,000 or more ($2,000)",
    "the $-sign and the £-sign", "cost: $", "a $5 note and a $x", "$5 million raised by 3 schools$",
])  # fmt: skip
def test_prices_and_names_stay_prose(text):
    assert made(text).plain == text
    assert codes(text) == []


@pytest.mark.parametrize("latex", [
    "x", "n", "x^2", "\\frac{1}{2}", "\\sqrt{2}", "\\sqrt[3]{x}", "a \\times b", "\\sum_{i=1}^n i", "\\int_0^1 x", "5",
    "\\alpha + \\beta \\leq \\pi", "\\text{area} = l \\times w", "\\left( \\frac{a}{b} \\right)", "\\overline{AB}",
    "\\sin x",
    "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "\\begin{align*} a &= b \\\\ c &= d \\end{align*}", "30^\\circ",
    "\\mathbb{R}", "\\vec{AB}", "\\hat{p}", "\\binom{n}{k}", "\\pm 3", "50\\%", "\\{1, 2\\}", "x \\quad y", "f'(x)",
    "a < b",
    "\\operatorname{lcm}(4, 6)", "\\dfrac{1}{3}", "\\therefore x = 3", "\\angle ABC", "\\not= 3",
    "\\lim\\limits_{x \\to 0} x",
])  # fmt: skip
def test_what_schools_write_is_set(latex):
    html = html_of(f"It is ${latex}$.")
    assert "<math" in html
    assert codes(f"It is ${latex}$.") == []
    assert "\\" not in html.split("<mrow>", 1)[1].split("</math>")[0]


@pytest.mark.parametrize("latex", [
    "\\frac{a", "a}", "\\undefined", "\\frac{a}", "x^", "x__2", "\\left( x", "\\begin{matrix} a", "a \\end{matrix}",
    "\\begin{aligned} a \\end{aligned}", "\\ce{H2O}", "\\href{x}{y}", "\\unicode{x41}", "\\color{red} x",
    "\\def\\a{b} \\a",
    "\\lim_{x \\to 0} x", "\\max_x y", "5 % 6", "{" * 20 + "x" + "}" * 20, "\\cancel{x}", "\\rule{1em}{1em}",
])  # fmt: skip
def test_what_cannot_be_set_is_a_problem_at_its_place(latex):
    body = made(f"One\n\n$${latex}$$")
    assert [(p.code, p.where.line, p.where.column) for p in body.problems] == [("formula", 3, 1)]
    assert "<math" not in str(body.parts)
    assert all(p.fix for p in body.problems)


def test_a_formula_that_never_ends_is_prose():
    assert codes(f"$$ {'x' * 1600} $$") == []


def test_commands_are_known_from_the_library_itself():
    assert all(mathml.is_known(name) for name in ("frac", "sin", "alpha", "therefore", ",", "{"))
    assert not any(mathml.is_known(name) for name in ("undefined", "href", "newcommand", "£"))


def test_a_misspelt_command_is_named_with_its_neighbour():
    assert [p.fix for p in made("$\\fracc{1}{2}$").problems] == ["Did you mean \\frac?"]
    assert [p.fix for p in made("$\\alhpa$").problems] == ["Did you mean \\alpha?"]


def test_the_formula_is_its_own_alternative_text():
    assert 'alttext="\\frac{1}{2} &lt; x"' in html_of("$\\frac{1}{2} < x$")


def test_a_formula_on_its_own_is_a_block():
    assert '<math display="block"' in html_of("$$x$$")
    assert '<math display="inline"' in html_of("$x$")


def test_the_library_is_loaded_by_the_first_formula_only():
    code = (
        "import sys; from sitegen.markup.convert import convert; convert('It costs $5.'); "
        "assert 'latex2mathml' not in sys.modules; convert('$x$'); assert 'latex2mathml' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
