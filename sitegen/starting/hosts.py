"""Recipes for putting a site on the web: files for a host, with the headers that its pages ask for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sitegen.regex import regex
from sitegen.rendering.assets import ThemeAsset
from sitegen.starting.files import write_new
from sitegen.text import in_words, nearest
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_DATA = Path(__file__).parent / "hosting"
_HIDDEN = {"github": ".github", "htaccess": ".htaccess"}
"""What has a full stop before its name there: some tools would leave it out of a package."""
_POLICY, _FRAMES = "POLICY", "; frame-ancestors 'self'"
_IN_PAGES = regex(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
_HASH = regex(r"\{\{[^{}]*\}\}")

HOSTS = {
    "github-pages": "Next: push the folder to GitHub, and there choose Settings, Pages, Source: GitHub Actions.",
    "netlify": "Next: push the folder, and choose it at the host; netlify.toml says what to build.",
    "apache": "Next: copy hosting/.htaccess into output/, where it stays, and output/ to the server.",
    "nginx": "Next: write your own name and folder into hosting/nginx.conf, and put it into /etc/nginx/conf.d/.",
}
"""Each host with what to do next."""


@dataclass(frozen=True, slots=True)
class NewHost:
    """The files that were made, and what to do next."""

    paths: tuple[Path, ...]
    next: str


def check_host(host: str) -> None:
    """Refuses a host for which there is no recipe."""
    if host not in HOSTS:
        near = nearest(host, HOSTS, 0.5)
        hint = f'Did you mean "{near}"?' if near else f"There are {in_words(list(HOSTS))}."
        raise EnvironmentProblem(f'There is no recipe for "{host}". {hint}')


def new_host(site: Path, host: str, themes: tuple[Path, ...]) -> NewHost:
    """Writes the recipe into the site folder; nothing that is there is changed. Of `themes` the first wins."""
    check_host(host)
    rules = policy(themes)
    texts = {site / _where(path): _text(path).replace(_POLICY, rules) for path in _files(host)}
    taken = next((path for path in texts if os.path.lexists(path)), None)
    if taken:
        raise EnvironmentProblem(f"There is a file {taken} already. Nothing was changed; take it away first.")
    for path, text in texts.items():
        write_new(path, text)
    return NewHost(tuple(texts), HOSTS[host])


def _files(host: str) -> list[Path]:
    return sorted(path for path in (_DATA / host).rglob("*") if path.is_file())


def _where(path: Path) -> Path:
    steps = path.relative_to(_DATA).parts[1:]
    return Path(*(_HIDDEN.get(step, step) for step in steps))


def policy(themes: tuple[Path, ...]) -> str:
    """What pages may load, as they say themselves, and that no other site may show them in a frame."""
    found = _IN_PAGES.search(_text(_first(themes, "base.html")))
    script = _text(_first(themes, "assets/js/_scheme.js"))
    rules = found[1] if found else "default-src 'self'"
    return _HASH.sub(ThemeAsset("", "", script.encode()).csp_hash, rules) + _FRAMES


def _first(themes: tuple[Path, ...], name: str) -> Path:
    return next((folder / name for folder in themes if (folder / name).is_file()), themes[-1] / name)


def _text(path: Path) -> str:
    with plain_errors(f"{path} cannot be read"):
        return path.read_bytes().decode("utf-8")
