from __future__ import annotations

import pytest

from sitegen.rendering.theme import load_theme
from tests.rendering.samples import SITE, shipped, text_page
from tests.sites import built, story


@pytest.fixture
def theme(tmp_path):
    """A function that writes folders of templates and loads the theme that they make, first folder first."""

    def load(*folders: dict[str, str | bytes]):
        paths = []
        for i, files in enumerate(folders):
            paths.append(tmp_path / str(i))
            for name, content in files.items():
                path = paths[-1] / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_theme(tuple(paths))

    return load


def rendered(loaded, name: str) -> str:
    return loaded.value.environment.get_template(name).render(page=text_page(), site=SITE)


def test_the_shipped_theme_has_no_problem_and_every_layout():
    layouts = {
        n.removeprefix("layouts/").removesuffix(".html") for n in shipped().templates if n.startswith("layouts/")
    }
    assert layouts >= {
        "404", "browse", "edition", "glossary", "home", "hub", "index", "list", "numbers", "page", "print", "quotes",
        "report", "school", "section", "story",
    }  # fmt: skip


def test_a_sites_own_template_hides_the_shipped_one_and_can_extend_it(theme):
    shipped_files = {"layouts/a.html": "{% block x %}shipped{% endblock %}!", "layouts/b.html": "b"}
    own = {"layouts/a.html": '{% extends "theme/layouts/a.html" %}{% block x %}own{% endblock %}'}
    loaded = theme(own, shipped_files)
    assert loaded.problems == ()
    assert rendered(loaded, "layouts/a.html") == "own!"
    assert rendered(loaded, "layouts/b.html") == "b"


def test_a_folder_that_does_not_exist_is_empty(theme, tmp_path):
    theme({"layouts/a.html": "a"})
    loaded = load_theme((tmp_path / "none", tmp_path / "0"))
    assert loaded.problems == ()
    assert "layouts/a.html" in loaded.value.templates


def test_hidden_files_and_what_editors_leave_behind_are_no_templates(theme):
    loaded = theme(
        {"layouts/.a.html": "{% oops", "layouts/a.html~": "{% oops", ".git/x.html": "{% oops", "a.txt": "{%"}
    )
    assert loaded.problems == ()
    assert loaded.value.templates == frozenset()


def test_every_mistake_in_every_template_is_said_at_its_line(theme):
    loaded = theme({"layouts/a.html": "fine\n{% for x in y %}\n", "layouts/b.html": "{{ x | herf }}", "c.html": "ok"})
    found = [(p.where.file, p.where.line, p.code) for p in loaded.problems]
    assert found == [
        ("templates/layouts/a.html", 2, "template-error"),
        ("templates/layouts/b.html", 1, "template-error"),
    ]
    assert loaded.problems[1].suggestion == "href"
    assert loaded.value.templates == {"c.html"}


def test_a_template_that_is_not_utf8_is_a_problem(theme):
    (problem,) = theme({"layouts/a.html": b"caf\xe9"}).problems
    assert (problem.code, problem.where.file) == ("not-utf8", "templates/layouts/a.html")


def test_a_byte_order_mark_is_no_part_of_a_page(theme):
    assert rendered(theme({"layouts/a.html": "\ufeffx"}), "layouts/a.html") == "x"


def test_the_digest_changes_with_every_byte_of_a_template_or_style(theme):
    files = {"layouts/a.html": "a", "assets/css/site.css": "b"}
    digests = {
        theme(files).value.digest,
        theme(files | {"layouts/a.html": "b"}).value.digest,
        theme(files | {"assets/css/site.css": "c"}).value.digest,
    }
    assert len(digests) == 3
    assert theme(files).value.digest in digests


def test_a_page_and_a_site_are_all_that_a_template_sees():
    assert shipped().environment.globals == {}


def test_everything_that_a_template_prints_is_escaped(theme):
    loaded = theme({"a.xml": "{{ page.title }}<{{ '<b>' }}>", "a.html": "{{ '<b>' }}"})
    assert "<b>" not in rendered(loaded, "a.xml") + rendered(loaded, "a.html")


def test_what_fails_in_a_shipped_template_is_said_at_the_line_of_the_site_s_own_that_called_it(tmp_path):
    base = '{% extends "theme/layouts/story.html" %}\n'
    result = built(tmp_path, {"templates/base.html": base, "templates/layouts/story.html": "", "content/2022-23/a.md":
                              story()})  # fmt: skip
    places = {(p.where.file, p.where.line) for p in result.problems if p.code == "template-error"}
    assert places == {("templates/base.html", 1)}


def test_a_component_that_cannot_be_compiled_is_one_problem(tmp_path):
    result = built(tmp_path, {"templates/components/card.html": "{% if %}\n", "content/2022-23/a.md": story("A")})
    assert [(p.code, p.where.file, p.where.line) for p in result.problems if p.is_error] == [
        ("template-error", "templates/components/card.html", 1)
    ]


def test_a_layout_that_cannot_be_compiled_is_one_problem(tmp_path):
    result = built(tmp_path, {"templates/layouts/story.html": "{% block %}\n", "content/2022-23/a.md": story("A")})
    assert [(p.code, p.where.file) for p in result.problems if p.is_error] == [
        ("template-error", "templates/layouts/story.html")
    ]
