"""Recipes for hosts: they parse, they say what pages say, and what they keep for long has a digest in its name."""

from __future__ import annotations

import re
import tomllib

import pytest
import yaml

from sitegen.commands import main
from sitegen.starting.hosts import HOSTS, new_host, policy
from sitegen.writing.errors import EnvironmentProblem
from tests.sites import FRAME, ROOT, built, folder, story

THEMES = (ROOT / "templates",)
KEPT = re.compile(r"\.[0-9a-f]{8,12}(-[0-9]+)?\.[a-z0-9]+$")
"""As in the recipes for Apache and nginx."""


@pytest.fixture
def site(tmp_path):
    return folder(tmp_path, {"content/2022-23/a.md": story()}, FRAME)


@pytest.mark.parametrize("host", HOSTS)
def test_a_recipe_is_added_once_and_takes_the_place_of_nothing(site, host, capsys):
    assert main(["new", "host", host, "--site", str(site)]) == 0
    said = capsys.readouterr().out
    files = [p for p in site.rglob("*") if p.is_file() and "content" not in p.parts]
    assert files
    assert all(p.name in said for p in files)
    assert all("POLICY" not in p.read_text("utf-8") for p in files)
    files[0].write_text("mine", "utf-8")
    assert main(["new", "host", host, "--site", str(site)]) == 2
    assert "already" in capsys.readouterr().err
    assert files[0].read_text("utf-8") == "mine"


def test_an_unknown_host_is_refused_with_the_nearest(site):
    with pytest.raises(EnvironmentProblem, match="Did you mean"):
        new_host(site, "githubpages", THEMES)


def test_a_new_site_can_have_one_from_the_start(tmp_path):
    assert main(["new", "site", str(tmp_path / "s"), "--host", "netlify"]) == 0
    assert (tmp_path / "s/netlify.toml").is_file()
    assert main(["new", "site", str(tmp_path / "t"), "--host", "nowhere"]) == 2
    assert not (tmp_path / "t").exists()


def test_the_header_says_what_every_page_says(site):
    made = built(site, {})
    said = re.search(r'Content-Security-Policy" content="([^"]+)"', made.outputs["2022-23/a/index.html"].decode())
    assert policy(THEMES) == said[1].replace("&#39;", "'") + "; frame-ancestors 'self'"


def test_the_workflow_builds_with_the_two_commands_and_publishes_output(site):
    new_host(site, "github-pages", THEMES)
    flow = yaml.safe_load((site / ".github/workflows/pages.yml").read_text("utf-8"))
    steps = flow["jobs"]["publish"]["steps"]
    runs = [step["run"] for step in steps if "run" in step]
    assert runs[1] == "python3 build.py check"
    assert runs[2].startswith("python3 build.py --base-url")
    assert any(step.get("with", {}).get("path") == "output" for step in steps)
    assert flow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    # The first of each that does not need Node 20, which hosts of workflows have no more since September 2026.
    first = {"checkout": 5, "setup-python": 6, "configure-pages": 6, "upload-pages-artifact": 5, "deploy-pages": 5}
    used = dict(re.fullmatch(r"actions/([a-z-]+)@v(\d+)", step["uses"]).groups() for step in steps if "uses" in step)
    assert used.keys() == first.keys()
    assert all(int(used[name]) >= least for name, least in first.items())


def test_netlify_publishes_output_with_its_headers(site):
    new_host(site, "netlify", THEMES)
    build = tomllib.loads((site / "netlify.toml").read_text("utf-8"))["build"]
    assert build["publish"] == "output"
    assert build["command"].endswith("cp hosting/_headers output/_headers")
    assert (site / "hosting/_headers").is_file()


def test_what_is_kept_for_a_year_has_a_digest_in_its_name_and_nothing_else_has(site):
    made = built(site, {})
    assert {a for a in made.outputs if KEPT.search(a)} == {a for a in made.outputs if a.startswith("assets/")}
    for host, file in (("apache", "hosting/.htaccess"), ("nginx", "hosting/nginx.conf")):
        new_host(site, host, THEMES)
        text = (site / file).read_text("utf-8")
        assert KEPT.pattern in text
        assert text.count("{") == text.count("}") or host == "apache"
        assert "immutable" in text
        assert "404.html" in text


def test_nothing_outside_assets_is_kept_whatever_its_name(site):
    new_host(site, "apache", THEMES)
    new_host(site, "nginx", THEMES)
    (rule,) = re.findall(r'"~(.+?)" "public', (site / "hosting/nginx.conf").read_text("utf-8"))
    assert f"=~ m#{rule}#" in (site / "hosting/.htaccess").read_text("utf-8")
    assert re.search(rule, "/assets/site.8e00cc17.css")
    assert re.search(rule, "/report/assets/hall.0123456789ab-640.jpg")
    assert not re.search(rule, "/report.20240315.pdf")


def test_nginx_knows_the_type_of_every_file_and_sends_what_is_text_compressed_and_as_utf_8(site):
    made = built(site, {"content/site.yaml": "title: T\norganisation: O\nbase_url: https://example.org/\n"})
    new_host(site, "nginx", THEMES)
    text = (site / "hosting/nginx.conf").read_text("utf-8")
    types = dict(re.findall(r"^    (\S+/\S+) ([^;]+);$", text, re.MULTILINE))
    known = {ending: type_ for type_, endings in types.items() for ending in endings.split()}
    written = {address.rpartition(".")[2] for address in made.outputs} - {"sitegen-output"}
    assert written >= {"html", "css", "js", "json", "csv", "xml", "txt", "woff2"}
    assert written <= known.keys()
    compressed = re.search(r"gzip_types ([^;]+);", text)[1].split()
    assert {known[e] for e in ("css", "js", "json", "csv", "xml", "bib", "svg", "txt")} <= set(compressed)
    in_letters = re.search(r"charset_types ([^;]+);", text)[1].split()
    assert {known[e] for e in ("css", "js", "csv", "xml", "bib", "txt")} <= set(in_letters)


def test_nginx_lets_a_certificate_s_issuer_in_and_nobody_else_to_hidden_files(site):
    new_host(site, "nginx", THEMES)
    (hidden,) = re.findall(r"location ~ (\S+) \{", (site / "hosting/nginx.conf").read_text("utf-8"))
    assert re.search(hidden, "/.sitegen-output.json")
    assert re.search(hidden, "/report/.git/config")
    assert not re.search(hidden, "/.well-known/acme-challenge/token")


def test_a_folder_without_a_page_shows_the_page_for_what_is_not_there(site):
    new_host(site, "apache", THEMES)
    new_host(site, "nginx", THEMES)
    assert "error_page 403 =404 /404.html;" in (site / "hosting/nginx.conf").read_text("utf-8")
    assert "ErrorDocument 403 /404.html" in (site / "hosting/.htaccess").read_text("utf-8")


def test_apache_knows_again_what_it_sent_compressed(site):
    new_host(site, "apache", THEMES)
    given = re.search(r'RequestHeader edit\* If-None-Match "(.+?)" "(.+?)"\n', (site / "hosting/.htaccess").read_text())
    mark, plain = (part.replace('\\"', '"') for part in given.groups())
    assert re.sub(mark, plain, '"8fe3-6618-gzip", W/"1"') == '"8fe3-6618", W/"1"'


def test_apache_s_sections_are_closed(site):
    new_host(site, "apache", THEMES)
    open_: list[str] = []
    for line in (site / "hosting/.htaccess").read_text("utf-8").splitlines():
        if found := re.match(r"\s*<(/?)(\w+)", line):
            if found[1]:
                assert open_.pop() == found[2]
            else:
                open_.append(found[2])
    assert open_ == []
