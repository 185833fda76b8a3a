"""Templates are compiled once, and again whenever anything that compiled them has changed."""

from __future__ import annotations

import jinja2
import pytest

from sitegen.memo import Memo
from sitegen.rendering import compiled
from sitegen.rendering.theme import load_theme
from tests.rendering.samples import SITE, text_page

FILES = {
    "layouts/a.html": '{{ "css/site.css" | asset }} {{ ("b", "c") | spoken }} {{ page.title }}',
    "layouts/b.html": '{% extends "layouts/a.html" %}',
    "assets/css/site.css": "a {}",
}


@pytest.fixture
def load(tmp_path, monkeypatch):
    """A function that loads the theme of some files in a new process, as it were, and says what it compiled."""
    generate = jinja2.Environment._generate
    names: list[str] = []

    def counted(self, source, name, filename, defer_init=False):
        names.append(name)
        return generate(self, source, name, filename, defer_init)

    monkeypatch.setattr(jinja2.Environment, "_generate", counted)
    monkeypatch.setattr(compiled, "_AT_HAND", {})

    def loaded(files: dict[str, str], memo: Memo, new_process: bool = True):
        names.clear()
        if new_process:
            compiled._AT_HAND.clear()
        for name, text in files.items():
            path = tmp_path / "theme" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        made = load_theme((tmp_path / "theme",), memo.remember)
        return made, sorted(names)

    return loaded


def rendered(made) -> str:
    return made.value.environment.get_template("layouts/b.html").render(page=text_page(), site=SITE)


def test_what_an_earlier_build_compiled_is_not_compiled_again(load, tmp_path):
    cold, first = load(FILES, Memo(tmp_path / "memo"))
    warm, second = load(FILES, Memo(tmp_path / "memo"))
    assert (first, second) == (["layouts/a.html", "layouts/b.html"], [])
    assert rendered(warm) == rendered(cold)


def test_a_process_compiles_once_also_where_nothing_can_be_kept(load, tmp_path):
    (tmp_path / "memo").write_text("")
    assert load(FILES, Memo(tmp_path / "memo"))[1]
    assert load(FILES, Memo(tmp_path / "memo"), new_process=False)[1] == []


def test_a_template_that_has_changed_is_compiled_alone(load, tmp_path):
    load(FILES, Memo(tmp_path / "memo"))
    made, again = load({"layouts/a.html": "new"}, Memo(tmp_path / "memo"))
    assert (again, rendered(made)) == (["layouts/a.html"], "new")


def test_a_style_that_has_changed_is_named_anew_and_nothing_is_compiled(load, tmp_path):
    was = rendered(load(FILES, Memo(tmp_path / "memo"))[0])
    made, again = load({"assets/css/site.css": "b {}"}, Memo(tmp_path / "memo"))
    assert again == []
    assert made.value.assets["css/site.css"].address in rendered(made)
    assert rendered(made) != was


def test_fresh_compiles_anew(load, tmp_path):
    load(FILES, Memo(tmp_path / "memo"))
    assert len(load(FILES, Memo(tmp_path / "memo", fresh=True))[1]) == 2
    assert load(FILES, Memo(tmp_path / "memo"))[1] == []


def test_code_that_has_changed_compiles_anew(load, tmp_path, monkeypatch):
    load(FILES, Memo(tmp_path / "memo"))
    monkeypatch.setattr(compiled, "_compilers", lambda: "another Jinja")
    assert len(load(FILES, Memo(tmp_path / "memo"))[1]) == 2


def test_every_module_that_compiles_is_told_apart_by_its_size_and_time(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.py").write_text("1")
    before = set(compiled._marks(str(tmp_path)))
    (tmp_path / "inner" / "a.py").write_text("12")
    (tmp_path / "a.txt").write_text("no module")
    after = set(compiled._marks(str(tmp_path)))
    assert len(before) == len(after) == 1
    assert before != after


def test_what_cannot_be_unpacked_is_compiled(load, tmp_path):
    load(FILES, Memo(tmp_path / "memo"))
    made, again = load_from_nonsense(load, tmp_path)
    assert again == ["layouts/a.html", "layouts/b.html"]
    assert rendered(made).endswith("About")


def load_from_nonsense(load, tmp_path):
    class Nonsense(Memo):
        def remember(self, key, make):
            return make() or b"nonsense"

    return load(FILES, Nonsense(tmp_path / "memo"))
