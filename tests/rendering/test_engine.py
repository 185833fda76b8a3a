"""Templates escape with a function of our own, which returns what Jinja's own does."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup, escape

from sitegen.rendering.engine import Engine, escaped
from tests.rendering.samples import shipped


class _Html:
    def __html__(self) -> str:
        return "<i>"


@pytest.mark.parametrize("value", ["", "words", "<b>&\"'", Markup("<b>"), "<b>", 7, None, 1.5, _Html(), ("<",)])
def test_it_returns_what_jinja_s_own_returns(value):
    for _ in range(2):
        assert (escaped(value), type(escaped(value))) == (escape(value), Markup)


def test_templates_use_it_and_their_lines_are_where_they_were():
    source = "{{ x }}\n{% for y in x %}\n{{ y.z }}{% endfor %}"
    ours, theirs = Engine(autoescape=True), Environment(autoescape=True)
    made = ours.from_string(source)
    assert made.root_render_func.__globals__["escape"] is escaped
    assert made.debug_info == theirs.from_string(source).debug_info
    assert made.render(x="<&") == theirs.from_string(source).render(x="<&")
    assert isinstance(shipped().environment, Engine)
