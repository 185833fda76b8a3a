from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.problems.problem import Problem, Where
from sitegen.rendering.faults import merge_template_problems
from sitegen.rendering.render import render, render_all
from sitegen.rendering.theme import load_theme
from tests.rendering.samples import SITE, page, text_page


@pytest.fixture
def problem(tmp_path):
    """A function that renders a page with these templates and gives the one problem of it."""

    def fail(template: str, **others: str) -> Problem:
        for name, content in {"layouts/page": template, **others}.items():
            path = tmp_path / f"{name.replace('__', '/')}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        theme = load_theme((tmp_path,))
        assert theme.problems == ()
        made = render(page(text_page(), "page.html"), SITE, theme.value, {})
        assert made.value is None
        (found,) = made.problems
        assert found.code == "template-error"
        return found

    return fail


def test_a_misspelt_field_is_said_with_its_view_line_and_what_was_near(problem):
    found = problem("fine\n{{ page.titel }}")
    assert found.where == Where("templates/layouts/page.html", 2)
    assert found.what == 'The template fails: There is no "titel" in TextPage.'
    assert found.fix == 'Did you mean "title"?'
    assert found.suggestion == "title"
    assert "about/index.html" in found.why


def test_the_line_is_that_of_the_macro_in_which_it_failed(problem):
    macro = "{% macro show(page) %}\n\n{{ page.head.adress }}\n{% endmacro %}"
    found = problem('{% from "components/m.html" import show %}\n{{ show(page) }}', components__m=macro)
    assert found.where == Where("templates/components/m.html", 3)
    assert found.suggestion == "address"


@pytest.mark.parametrize(
    "use", ["{{ x }}", "{% if x %}{% endif %}", "{% for i in x %}{% endfor %}", "{{ x.y }}", "{{ x ~ 'a' }}"]
)
def test_an_unknown_name_fails_however_it_is_used(problem, use):
    assert 'There is no "pge" here.' in problem(use.replace("x", "pge")).what
    assert problem(use.replace("x", "pge")).suggestion == "page"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{{ page.title + 1 }}", "can only concatenate str"),
        ("{{ page.title() }}", "not callable"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 5 | href }}", "The filter href takes str, and was given int."),
        ("{{ page.title | body }}", "The filter body takes Text, and was given str."),
        ("{{ 'css/sitte.css' | asset }}", "no file"),
        ('{% include "components/none.html" %}', 'there is no template "components/none.html"'),
        ('{% include "layouts/page.html" %}', "includes itself without end"),
        ("{{ page.title.__class__.mro().x }}", 'There is no "x"'),
    ],
)
def test_whatever_a_template_does_wrong_is_a_problem_of_its_own_line(problem, template, says):
    found = problem(template)
    assert says in found.what
    assert found.where == Where("templates/layouts/page.html", 1)


def test_a_line_that_fails_on_many_pages_is_one_problem(tmp_path):
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/page.html").write_text("{{ page.titel }}{{ page.summary }}")
    theme = load_theme((tmp_path,)).value
    pages = [page(text_page(address=f"p{i}/index.html"), "page.html") for i in range(300)]
    made = render_all(pages, SITE, theme)
    (found,) = made.problems
    assert found.why == "It failed on the page p0/index.html and on 299 more pages."


def test_different_lines_stay_different_problems():
    one = Problem(Where("templates/a.html", 1), "template-error", "x", "y", "It failed on the page a.")
    assert len(merge_template_problems([one, replace(one, where=Where("templates/a.html", 2)), one])) == 2
    assert merge_template_problems([one]) == (one,)


def test_a_fault_of_ours_is_not_blamed_on_a_template(tmp_path, monkeypatch):
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/page.html").write_text("{{ page.text | body }}")
    theme = load_theme((tmp_path,)).value
    broken = replace(text_page(), text=replace(text_page().text, body=None))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        render(page(broken, "page.html"), SITE, theme, {})
