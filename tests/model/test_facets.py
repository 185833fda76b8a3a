"""What readers filter by."""

from __future__ import annotations

from pathlib import Path

from tests.sites import built, codes, story

OWN = "name: {}\nfields:\n  {}: {{type: text, label: {}, facet: yes}}\n"


def labels(tmp_path: Path, **files: str) -> dict[str, str]:
    """The labels of a site's facets by id."""
    paths = {f"content/kinds/{n.removeprefix('kind_')}.yaml": t for n, t in files.items() if n.startswith("kind_")}
    stories = {f"content/2022-23/{n}.md": t for n, t in files.items() if not n.startswith("kind_")}
    result = built(tmp_path, {**paths, **stories})
    assert codes(result) == []
    assert result.site is not None
    return {f.id: f.label for f in result.site.facets}


def test_a_field_of_a_kind_is_a_facet_of_its_own(tmp_path: Path) -> None:
    found = labels(tmp_path, kind_survey=OWN.format("Survey", "setting", "Setting"),
                   a=story(kind="survey", setting="Rural"))  # fmt: skip
    assert found["setting"] == "Setting"


def test_a_label_that_is_taken_says_its_kind(tmp_path: Path) -> None:
    a = story(kind="research-group", theme="Oracy", research_question="Why?", hub="BBO", themes="[Talk]")
    found = labels(tmp_path, a=a)
    assert (found["themes"], found["theme"]) == ("Theme", "Theme (Research and Innovation Work Group)")


def test_two_kinds_with_one_label_are_told_apart(tmp_path: Path) -> None:
    found = labels(tmp_path, kind_survey=OWN.format("Survey", "setting", "Where"),
                   kind_visit=OWN.format("Visit", "venue", "Where"),
                   a=story(kind="survey", setting="Rural"), b=story(kind="visit", venue="Hall"))  # fmt: skip
    assert (found["setting"], found["venue"]) == ("Where", "Where (Visit)")


def test_a_field_with_the_key_of_another_facet_has_pages_of_its_own(tmp_path: Path) -> None:
    hubs = "- {id: bbo, name: BBO, region: South East}\n"
    files = {
        "content/hubs.yaml": hubs, "content/kinds/survey.yaml": OWN.format("Survey", "region", "Region"),
        "content/kinds/count.yaml": OWN.format("Count", "pupils", "Pupils"),
        "content/2022-23/a.md": story(kind="survey", region="Kent", hub="BBO"),
        "content/2022-23/b.md": story(kind="count", pupils="many", size="210 pupils"),
    }  # fmt: skip
    result = built(tmp_path, files)
    assert codes(result) == []
    for address in ("region/south-east", "survey-region/kent", "pupils/under-250-pupils", "count-pupils/many"):
        assert f"browse/{address}/index.html" in result.outputs


def test_a_range_lies_in_every_band_that_it_may_lie_in_and_is_marked(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/2022-23/a.md": story(disadvantage="between 15 and 25% Pupil Premium")})
    assert result.site is not None
    premium = next(f for f in result.site.facets if f.id == "pupil-premium")
    assert [(v.label, v.stories, v.uncertain) for v in premium.values] == [
        ("10–19%", ("2022-23/a",), ("2022-23/a",)), ("20–29%", ("2022-23/a",), ("2022-23/a",)),
    ]  # fmt: skip
