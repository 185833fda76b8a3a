from __future__ import annotations

import pytest

from sitegen.problems.problem import Checked
from sitegen.schema.declared import Settings
from sitegen.schema.settings import load_settings
from tests.schema.given import is_plain_english, short, tree

LEAST = "title: A site\norganisation: A network\n"


def load(text: str) -> Checked[Settings]:
    return load_settings(tree({"content/site.yaml": text}))


def test_the_least_settings_are_filled_with_what_ships() -> None:
    made = load(LEAST)
    settings = made.value
    assert made.problems == ()
    assert (settings.title, settings.organisation, settings.language, settings.share_cards) == (
        "A site", "A network", "en-GB", "editions and hubs",
    )  # fmt: skip
    assert settings.release == {
        "without_consent": "leave out", "needs_consent": "", "smallest_count": "5", "needs_approval": "no",
    }  # fmt: skip
    assert (settings.base_url, settings.licence, settings.disclaimer, settings.contact) == ("", "", "", "")
    assert settings.navigation == ()


def test_the_file_of_the_formats_page_is_understood_as_it_stands() -> None:
    made = load("""title: Maths Hubs school stories         # required
organisation: Example Network            # required
base_url: https://stories.example.org/report/   # optional
language: en-GB
licence: CC BY 4.0
disclaimer: Numbers come from the programme's own report.
contact: hello@example.org
navigation: [2022-23, browse, hubs, about]
bands:
  pupil premium: [{label: Under 10%, to: 10}, {label: 10–19%, from: 10, to: 20}, {label: 20–29%, from: 20, to: 30}, {label: 30–39%, from: 30, to: 40}, {label: 40% and over, from: 40}]
release:
  without_consent: leave out             # or stop
  smallest_count: 5
  needs_approval: no
share_cards: editions and hubs
""")  # noqa: E501
    assert made.problems == ()
    assert [v.text for v in made.value.navigation] == ["2022-23", "browse", "hubs", "about"]
    assert [v.where.column for v in made.value.navigation] == [14, 23, 31, 37]
    assert made.value.base_url == "https://stories.example.org/report/"


@pytest.mark.parametrize("code", ["en-GB", "cy", "zh-Hant", "es-419", "zh-Hant-TW"])
def test_a_language_is_the_code_of_one(code: str) -> None:
    made = load(LEAST + f"language: {code}\n")
    assert (made.problems, made.value.language) == ((), code)


@pytest.mark.parametrize(("written", "meant"), [
    ("English", "en-GB"), ("en_US", "en-US"), ("Welsh", "cy"), ("Klingon", "en-GB"), ("e", "en-GB"),
])  # fmt: skip
def test_a_language_that_is_no_code_is_told_the_code(written: str, meant: str) -> None:
    made = load(LEAST + f"language: {written}\n")
    (problem,) = made.problems
    assert short(problem) == ("wrong-kind-of-value", 3, 11, len(written))
    assert (problem.suggestion, made.value.language) == (meant, "en-GB")
    assert f"`language: {meant}`" in problem.fix
    assert is_plain_english(problem)


def test_release_rules_may_be_given_one_by_one() -> None:
    made = load(LEAST + "release:\n  needs approval: yes\n  smallest count: 10\n")
    assert made.problems == ()
    assert made.value.release == {
        "without_consent": "leave out", "needs_consent": "", "smallest_count": "10", "needs_approval": "yes",
    }  # fmt: skip


def test_what_needs_consent_may_be_several_things() -> None:
    made = load(LEAST + "release: {needs consent: [photos, quotes]}\n")
    assert made.problems == ()
    assert made.value.release["needs_consent"] == "picture, quote"


def test_a_site_without_settings_is_told_what_to_make() -> None:
    made = load_settings(tree({}))
    (problem,) = made.problems
    assert short(problem) == ("no-site-yaml", 1, 1, 1)
    assert problem.where.file == "content/site.yaml"
    assert is_plain_english(problem)
    assert made.value.language == "en-GB"


@pytest.mark.parametrize(("text", "url"), [
    ("https://example.org/report", "https://example.org/report/"), ("http://localhost:8000/", "http://localhost:8000/"),
])  # fmt: skip
def test_the_address_of_the_site_ends_with_a_slash(text: str, url: str) -> None:
    assert load(LEAST + f"base_url: {text}\n").value.base_url == url


@pytest.mark.parametrize(("text", "suggestion"), [
    ("stories.example.org/report", "https://stories.example.org/report"), ("/report/", None), ("ftp://example.org",
    None),
    ("https://example.org/?a=b", "https://example.org/"), ("https://example.org/index.html", "https://example.org/"),
    ("https://me@example.org/", None), ("https://example.org:99999/", None),
    ("javascript:alert(1)", None), ("http://[", None), ("https://@/", None),
])  # fmt: skip
def test_what_is_no_address_on_the_web_is_a_problem(text: str, suggestion: str | None) -> None:
    made = load(LEAST + f"base_url: {text}\n")
    (problem,) = made.problems
    assert short(problem) == ("wrong-kind-of-value", 3, 11, len(text))
    assert problem.suggestion == suggestion
    assert is_plain_english(problem)
    assert made.value.base_url == ""


@pytest.mark.parametrize(("text", "expected"), [
    ("", [("missing-field", 1, 1, 1), ("missing-field", 1, 1, 1)]),
    ("# nothing yet\n", [("missing-field", 1, 1, 1), ("missing-field", 1, 1, 1)]),
    ("title: A\n", [("missing-field", 1, 1, 8)]),
    ("title:\norganisation: B\n", [("empty-field", 1, 1, 5)]),
    ("- title\n", [("not-a-mapping", 1, 1, 7)]),
    ("just words\n", [("not-a-mapping", 1, 1, 10)]),
    (LEAST + "titel: B\n", [("unknown-field", 3, 1, 5)]),
    (LEAST + "Title: B\n", [("duplicate-key", 3, 1, 5)]),
    (LEAST + "share_cards: some\n", [("not-a-choice", 3, 14, 4)]),
    (LEAST + "release: stop\n", [("not-a-mapping", 3, 10, 4)]),
    (LEAST + "release:\n  smallest_count: few\n", [("wrong-kind-of-value", 4, 19, 3)]),
    (LEAST + "bands: none\n", [("not-a-mapping", 3, 8, 4)]),
    (LEAST + "navigation: {a: b}\n", [("not-a-list", 3, 13, 6)]),
])  # fmt: skip
def test_a_slip_in_the_settings_is_said_at_its_place(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    made = load(text)
    assert [short(p) for p in made.problems] == expected
    assert all(is_plain_english(p) for p in made.problems)


def test_settings_that_yaml_cannot_read_are_one_problem() -> None:
    made = load("title: [A\n")
    assert made.problems[0].code == "yaml-unclosed-bracket"
