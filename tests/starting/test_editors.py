"""Schemas for editors, and the settings that name them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sitegen.commands import main
from sitegen.schema.kinds import kind_schema, shipped_kinds
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema
from sitegen.starting.editors import editor_settings, schemas
from sitegen.starting.stories import known_kinds
from tests.sites import ROOT, folder
from tests.starting.editing import as_an_editor_reads_it, front_matter

SCHEMAS = schemas(known_kinds(ROOT))
STORIES = sorted(p for p in (ROOT / "content").rglob("*.md"))
NEEDED = {"kind": "case-study", "title": "A title"}
SITE = {"title": "A title", "organisation": "A network"}


def fits(name: str, data: Any) -> bool:
    return jsonschema.Draft7Validator(SCHEMAS[name]).is_valid(data)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_sound_schema_that_editors_know(name):
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", ["site", "hubs", "schools", "glossary"])
def test_the_files_of_this_repository_fit(name):
    data = as_an_editor_reads_it((ROOT / f"content/{name}.yaml").read_text("utf-8"))
    jsonschema.Draft7Validator(SCHEMAS[name]).validate(data)


@pytest.mark.parametrize("file", STORIES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_front_matter_of_every_story_fits(file):
    jsonschema.Draft7Validator(SCHEMAS["front-matter"]).validate(front_matter(file))


@pytest.mark.parametrize("kind", [k.id for k in shipped_kinds().values()])
def test_the_files_of_kinds_fit(kind):
    text = (ROOT / f"sitegen/schema/data/kinds/{kind}.yaml").read_text("utf-8")
    jsonschema.Draft7Validator(SCHEMAS["kind"]).validate(as_an_editor_reads_it(text))


def keys_of(schema: Any, whole: Any) -> set[str]:
    return {key for key, at in schema["properties"].items() if whole["definitions"][at["$ref"].rpartition("/")[2]]}


@pytest.mark.parametrize("kind", shipped_kinds().values(), ids=lambda kind: kind.id)
def test_every_field_of_every_kind_is_in_it_with_its_help(kind):
    whole = SCHEMAS["front-matter"]
    (then,) = (p["then"] for p in whole["allOf"] if p.get("then", {}).get("title") == kind.name)
    assert keys_of(then, whole) == {f.key for f in kind.schema.fields}
    for field in kind.schema.fields:
        said = whole["definitions"][then["properties"][field.key]["$ref"].rpartition("/")[2]]
        assert (said["title"], said["description"]) == (field.label, field.help)


@pytest.mark.parametrize("name", ["site", "kind", *register_schemas()])
def test_every_field_of_every_other_file_is_in_it(name):
    declared = {"site": settings_schema(), "kind": kind_schema(), **register_schemas()}[name]
    whole = SCHEMAS[name]
    assert keys_of(whole.get("items", whole), whole) == {f.key for f in declared.fields}


GOOD = (
    ("front-matter", {**NEEDED, "draft": "yes"}),
    ("front-matter", {**NEEDED, "draft": True}),
    ("front-matter", {**NEEDED, "Years engaged": 3}),
    ("front-matter", {**NEEDED, "YEARS-ENGAGED": "since 2016/17"}),
    ("front-matter", {**NEEDED, "hubs": ["GLOW"]}),
    ("front-matter", {"kind": "Case study", "Title": "A title"}),
    ("front-matter", {"kind": "Q&A", "title": 2024}),
    ("front-matter", {**NEEDED, "phase": "Primary"}),
    ("front-matter", {**NEEDED, "phase": "primary"}),
    ("front-matter", {**NEEDED, "phase": "all through"}),
    ("front-matter", {**NEEDED, "phase": "Primary and Secondary"}),
    ("front-matter", {**NEEDED, "phase": ["infant", "Post-16"]}),
    ("front-matter", {**NEEDED, "summary": None}),
    ("front-matter", {**NEEDED, "order": "1,035"}),
    ("front-matter", {**NEEDED, "source": "A report"}),
    ("front-matter", {**NEEDED, "people": [{"name": "Ada", "Role": "maths lead"}, "Ben, teacher"]}),
    ("site", SITE),
    ("site", {**SITE, "navigation": "2022-23"}),
    ("site", {**SITE, "release": {"without_consent": "stop", "needs approval": "no"}}),
    ("site", {**SITE, "bands": {"pupils": [{"label": "All", "from": 0}]}}),
    ("hubs", None),
    ("hubs", [{"id": "a-hub", "name": "A hub", "confidence": "sourced"}]),
    ("schools", [{"id": "oak", "name": "Oak", "urn": 100612, "phase": "infant"}]),
    ("glossary", [{"term": "LLME", "definition": "A leader"}]),
    ("consents", [{"id": "C-1", "covers": "picture, name", "scope": ["web"], "given_on": "2023-05-12"}]),
    ("kind", {"name": "Visit", "fields": {"place": {"type": "text"}, "how": {"type": "choice", "choices": ["a"]}}}),
)


@pytest.mark.parametrize(("name", "data"), GOOD)
def test_what_the_check_takes_is_not_underlined(name, data):
    jsonschema.Draft7Validator(SCHEMAS[name]).validate(data)


BAD = (
    ("front-matter", {"title": "No kind"}),
    ("front-matter", {"kind": "case-studdy", "title": "A title"}),
    ("front-matter", {"kind": "case-study"}),
    ("front-matter", {"kind": "case-study", "title": None}),
    ("front-matter", {**NEEDED, "shcool": "Oak"}),
    ("front-matter", {**NEEDED, "theme": {"a": 1}}),
    ("front-matter", {**NEEDED, "research_question": "Of another kind"}),
    ("front-matter", {"kind": "research-group", "title": "A title", "theme": "Talk", "hub": "GLOW"}),
    ("front-matter", {**NEEDED, "phase": "Prmary"}),
    ("front-matter", {**NEEDED, "phase": ["Primary", "Secundary"]}),
    ("front-matter", {**NEEDED, "phase": ["Primary, Secondary"]}),
    ("front-matter", {**NEEDED, "draft": "perhaps"}),
    ("front-matter", {**NEEDED, "order": "third"}),
    ("front-matter", {**NEEDED, "image": {"alt": "No file"}}),
    ("front-matter", {**NEEDED, "image": {"file": "a.jpg", "shows": "dogs"}}),
    ("front-matter", {"kind": "edition", "title": "A title", "cover_colour": "yellowish"}),
    ("site", {"title": "No organisation"}),
    ("site", {**SITE, "titel": "x"}),
    ("site", {**SITE, "share_cards": "some"}),
    ("site", {**SITE, "release": {"without_consent": "ask"}}),
    ("site", {**SITE, "bands": {"pupils": [{"from": 0}]}}),
    ("hubs", {"id": "a-hub", "name": "No list"}),
    ("hubs", [{"id": "A Hub", "name": "A hub"}]),
    ("hubs", [{"id": "a-hub", "name": "A hub", "confidence": "sure"}]),
    ("schools", [{"id": "oak", "name": "Oak", "phase": "Prmary"}]),
    ("schools", [{"id": "oak"}]),
    ("glossary", [{"term": "LLME", "meaning": "A leader"}]),
    ("consents", [{"id": "C-1", "covers": "face"}]),
    ("consents", [{"id": "C-1"}]),
    ("kind", {"plural": "No name"}),
    ("kind", {"name": "Visit", "role": "storey"}),
    ("kind", {"name": "Visit", "fields": {"place": {"type": "txt"}}}),
    ("kind", {"name": "Visit", "fields": {"place": {"tpye": "text"}}}),
)


@pytest.mark.parametrize(("name", "data"), BAD)
def test_what_is_wrong_is_underlined(name, data):
    assert not fits(name, data)


def test_a_field_of_a_kind_of_the_site_is_in_it(tmp_path):
    site = folder(tmp_path, {"content/kinds/visit.yaml": "name: Visit\nfields:\n  place: {type: text, help: Where.}\n"})
    assert main(["new", "schemas", "--site", str(site)]) == 0
    text = (site / ".vscode/schemas/front-matter.schema.json").read_text("utf-8")
    valid = jsonschema.Draft7Validator(json.loads(text)).is_valid
    assert valid({"kind": "visit", "title": "T", "place": "Durham"})
    assert not valid({"kind": "visit", "title": "T", "plaice": "Durham"})


def test_the_settings_name_every_schema_of_a_yaml_file(tmp_path):
    site = folder(tmp_path, {})
    assert main(["new", "schemas", "--site", str(site)]) == 0
    settings = json.loads((site / ".vscode/settings.json").read_text("utf-8"))
    assert settings == editor_settings()
    named = {(site / path).name.partition(".")[0] for path in settings["yaml.schemas"] if (site / path).is_file()}
    assert named == SCHEMAS.keys() - {"front-matter"}
    extensions = json.loads((site / ".vscode/extensions.json").read_text("utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_made_again_nothing_changes_but_what_has_changed(tmp_path):
    site = folder(tmp_path, {})
    assert main(["new", "schemas", "--site", str(site)]) == 0
    before = {p: p.read_bytes() for p in (site / ".vscode").rglob("*.json")}
    folder(site, {"content/kinds/visit.yaml": "name: Visit\n"})
    assert main(["new", "schemas", "--site", str(site)]) == 0
    changed = [p.name for p, was in before.items() if p.read_bytes() != was]
    assert changed == ["front-matter.schema.json"]


@pytest.mark.parametrize("name", ["settings.json", "extensions.json"])
def test_settings_of_your_own_stay_and_what_to_add_is_said(tmp_path, capsys, name):
    site = folder(tmp_path, {f".vscode/{name}": '{"editor.fontSize": 20}'})
    assert main(["new", "schemas", "--site", str(site)]) == 0
    assert (site / ".vscode" / name).read_text("utf-8") == '{"editor.fontSize": 20}'
    (line,) = (x for x in capsys.readouterr().out.splitlines() if x.startswith(f".vscode/{name} is your own"))
    addition = json.loads("{" + line.partition("Add this to it: ")[2] + "}")
    (site / ".vscode" / name).write_text(json.dumps({"editor.fontSize": 20, **addition}), "utf-8")
    assert main(["new", "schemas", "--site", str(site)]) == 0
    assert "is your own" not in capsys.readouterr().out


def test_a_schema_that_somebody_else_wrote_is_not_written_over(tmp_path, capsys):
    site = folder(tmp_path, {".vscode/schemas/site.schema.json": "{}"})
    assert main(["new", "schemas", "--site", str(site)]) == 2
    assert capsys.readouterr().err.startswith(".vscode/schemas/site.schema.json was not written by sitegen.")
    assert [p.name for p in (site / ".vscode").rglob("*.json")] == ["site.schema.json"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_its_patterns_hold_nothing_that_javascript_reads_otherwise(name):
    text = json.dumps(SCHEMAS[name])
    assert re.findall(r"\(\?(?![:!])", text) == []
    assert not re.search(r"\\\\[AZ]", text)


def test_no_file_of_a_site_is_read_for_it_but_its_kinds(tmp_path: Path):
    site = folder(tmp_path, {"content/2022-23/bad.md": b"\xff\xfe\x00", "content/hubs.yaml": "- [\n"})
    assert main(["new", "schemas", "--site", str(site)]) == 0
