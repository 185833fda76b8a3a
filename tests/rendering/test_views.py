"""The templates are held to the views: they see `page` and `site`, and name only fields that are there."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from jinja2 import meta, nodes

from sitegen.pages import views
from sitegen.pages.views import EditionPage, SiteView
from sitegen.pages.web.views import MachineView
from tests.rendering.samples import SHIPPED, head, shipped, text

_VIEW = re.compile(r"\{# view: (\w+)")
LAYOUTS = sorted(n for n in shipped().templates if n.startswith(("layouts/", "feeds/")))
VIEWS = {view.__name__: view for view in (*views.View.__args__, *MachineView.__args__)}


def edition_page(**fields_: object) -> EditionPage:
    plain = {
        "title": "A year", "type": "annual report", "kicker": "Annual report", "label": "2022/23", "subtitle": "",
        "summary": "", "facts": (), "network": None, "letter": None, "text": text(), "lead_stat": None, "stats": (),
        "contents": (), "rows": (), "issue": (), "featured": (), "imprint": (), "disclaimer": "", "licence": "",
        "print_address": "2022-23/print/index.html", "neighbours": (),
    }  # fmt: skip
    return EditionPage(head=head("2022-23/index.html"), **(plain | fields_))  # type: ignore[arg-type]


def source(name: str) -> str:
    return shipped().environment.loader.get_source(shipped().environment, name)[0]  # type: ignore[union-attr]


def tree(name: str) -> nodes.Template:
    return shipped().environment.parse(source(name))


def imported(parsed: nodes.Template) -> set[str]:
    names = (n for node in parsed.find_all(nodes.FromImport) for n in node.names)
    return {n if isinstance(n, str) else n[1] for n in names}


def view_of(layout: str) -> type:
    found = _VIEW.match(source(layout))
    assert found, f"{layout} does not say which view it shows"
    return VIEWS[found[1]]


@pytest.mark.parametrize("name", sorted(shipped().templates))
def test_a_template_sees_page_and_site_alone(name):
    parsed = tree(name)
    assert meta.find_undeclared_variables(parsed) - imported(parsed) <= {"page", "site"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_field_that_a_layout_names_is_a_field_of_its_view(layout):
    known = {"page": view_of(layout), "site": SiteView}
    for node in tree(layout).find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name in known:
            view = known[node.node.name]
            assert node.attr in {f.name for f in fields(view)}, f"{layout}:{node.lineno} {view.__name__}.{node.attr}"


def test_every_view_has_a_layout():
    assert {view_of(layout).__name__ for layout in LAYOUTS} == VIEWS.keys()


@pytest.mark.parametrize("name", sorted(shipped().templates))
def test_a_template_neither_sorts_nor_filters_nor_counts(name):
    used = {node.name for node in tree(name).find_all(nodes.Filter)}
    assert not used & {
        "sort",
        "groupby",
        "select",
        "selectattr",
        "reject",
        "rejectattr",
        "map",
        "sum",
        "unique",
        "count",
    }


@pytest.mark.parametrize("name", sorted(shipped().templates))
def test_templates_are_short(name):
    assert len(source(name).splitlines()) <= 80


def macros() -> list[tuple[str, str, int]]:
    """Every macro with the number of its lines."""
    found = []
    for name in sorted(shipped().templates):
        for macro in re.finditer(r"\{% macro (\w+).*?\{%-? endmacro", source(name), re.DOTALL):
            found.append((name, macro[1], macro[0].count("\n") + 1))
    return found


def test_macros_are_short():
    assert [m for m in macros() if m[2] > 40] == []


def test_no_template_or_style_names_another_machine():
    wrong = [
        path.name
        for path in SHIPPED.rglob("*")
        if path.suffix in (".html", ".css", ".js")
        and re.search(r"(?:src|href|url)\W{0,3}(?:https?:)?//", path.read_text())
    ]
    assert wrong == []
