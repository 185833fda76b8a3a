"""What editors are told of a site's files: a JSON Schema for each sort, and the settings of VS Code that name them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.schema.declared import Kind
from sitegen.schema.jsonschema import json_schema, json_schema_of_kinds, json_schema_of_list
from sitegen.schema.kinds import kind_schema
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema
from sitegen.starting.files import write_new, write_over
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_FOLDER = ".vscode"
_MARK = "Written by sitegen: new schemas. Changes to this file are lost; run it again after changing content/kinds/."
_EXTENSION = "redhat.vscode-yaml"
_FRONT_MATTER = "front-matter"
_REGISTERS = {"consents": ["private/consents.yaml", "private/consents.yml"]}
_FILES = {"site": ["content/site.yaml"], "kind": ["content/kinds/*.yaml", "content/kinds/*.yml"]}
"""The files that a schema is for, where these are not `content/<name>.yaml`."""

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MadeSchemas:
    """The schemas that were written, by name, and what their user is told to do."""

    schemas: tuple[str, ...]
    next: tuple[str, ...]


def schemas(kinds: Mapping[str, Kind]) -> Mapping[str, Json]:
    """The JSON Schema of each sort of file by its name: site, kind, front-matter, and each register."""
    registers = {name: json_schema_of_list(schema) for name, schema in register_schemas().items()}
    return {
        "site": json_schema(settings_schema()),
        "kind": json_schema(kind_schema()),
        **registers,
        _FRONT_MATTER: json_schema_of_kinds(kinds),
    }


def editor_settings() -> Json:
    """The settings of VS Code for a site folder. Front matter is in none: its YAML extension reads no Markdown."""
    files = {**{name: [f"content/{name}.yaml"] for name in register_schemas()}, **_FILES, **_REGISTERS}
    return {
        "yaml.schemas": {f"./{_path(name)}": files[name] for name in ("site", "kind", *register_schemas())},
        "search.exclude": dict.fromkeys(("output", ".output.*", ".sitegen", ".venv"), True),
        "files.encoding": "utf8",
        "[markdown]": {"editor.wordWrap": "on"},
    }


def new_schemas(site: Path, kinds: Mapping[str, Kind]) -> MadeSchemas:
    """Writes .vscode/ of a site. Schemas are ours and are written anew; settings that somebody changed are left."""
    made = schemas(kinds)
    for name in made:
        _check_is_ours(site / _path(name), site)
    for name, schema in made.items():
        write_over(site / _path(name), _text({"$comment": _MARK, **schema}))
    front_matter = (
        f"{_path(_FRONT_MATTER)} is for the facts at the head of stories, where VS Code needs another extension: "
        "for instance unifiedjs.vscode-remark with remark-lint-frontmatter-schema."
    )
    return MadeSchemas(tuple(made), (*_settings(site), *_extensions(site), front_matter))


def _settings(site: Path) -> tuple[str, ...]:
    ours, path = editor_settings(), site / _FOLDER / "settings.json"
    is_used = all(file in (_read(path) or "") for file in ours["yaml.schemas"])
    if _put(path, ours) or is_used:
        return ()
    addition = json.dumps({"yaml.schemas": ours["yaml.schemas"]})[1:-1]
    return (f"{_FOLDER}/settings.json is your own and was left as it is. Add this to it: {addition}",)


def _extensions(site: Path) -> tuple[str, ...]:
    path = site / _FOLDER / "extensions.json"
    if _put(path, {"recommendations": [_EXTENSION]}) or _EXTENSION in (_read(path) or "").lower():
        return ()
    addition = json.dumps({"recommendations": [_EXTENSION]})[1:-1]
    return (f"{_FOLDER}/extensions.json is your own and was left as it is. Add this to it: {addition}",)


def _put(path: Path, content: Json) -> bool:
    """Writes a file where there is none. False where there is one that says something else."""
    text, there = _text(content), _read(path)
    if there is None:
        write_new(path, text)
    return there in (None, text)


def _check_is_ours(path: Path, site: Path) -> None:
    there = _read(path)
    if there is not None and _MARK not in there:
        shown = path.relative_to(site).as_posix()
        raise EnvironmentProblem(f"{shown} was not written by sitegen. Move it away or rename it, and try again.")


def _read(path: Path) -> str | None:
    with plain_errors(f"{path} cannot be read"):
        return path.read_text("utf-8", "replace").replace("\r\n", "\n") if path.exists() else None


def _path(name: str) -> str:
    return f"{_FOLDER}/schemas/{name}.schema.json"


def _text(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
