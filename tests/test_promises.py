"""The promises that a site keeps, tested from outside: what goes in, and what comes out."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

from tests.pages.finding import unpacked
from tests.sites import ROOT, built, codes, folder, story

EDITION = "content/2022-23"
SITE_YAML = "title: Test stories\norganisation: Test network\n"


class TestEverythingIsSaidAtOnce:
    MISTAKES: Mapping[str, str | bytes] = {
        f"{EDITION}/01-facts.md": (
            "---\nkind: case-study\ntitle: Talk\nhub: Archemedes NE\nhub: GLOW\ndate: 31 February 2023\n---\nText.\n"
        ),
        f"{EDITION}/02-text.md": story(
            title="A town", body="Read [how a town began](../2022-23/01-fact.md) first.[^1]\n\n::: noet\nWe talk.\n:::"
        ),
        f"{EDITION}/03-yaml.md": "---\nkind: news-item\ntitle: Numbers: a beginning\n---\nText.\n",
        f"{EDITION}/04-picture.md": story(title="Walls", body='![](hall.png){shows="no people"}'),
        f"{EDITION}/hall.png": b"\x89PNG\r\n\x1a\nthis is no picture",
        "content/site.yaml": f"{SITE_YAML}navigation: [2022-23, browze]\n",
        "content/hubs.yaml": "- id: archimedes-ne\n  name: Archimedes NE\n- id: glow\n  name: GLOW\n",
    }
    TOLD = (
        (f"{EDITION}/01-facts.md", 4, "unknown-hub"),
        (f"{EDITION}/01-facts.md", 5, "duplicate-key"),
        (f"{EDITION}/01-facts.md", 6, "unreadable-date"),
        (f"{EDITION}/02-text.md", 5, "missing-page"),
        (f"{EDITION}/02-text.md", 5, "footnote-without-note"),
        (f"{EDITION}/02-text.md", 7, "unknown-block"),
        (f"{EDITION}/03-yaml.md", 3, "yaml-colon"),
        (f"{EDITION}/04-picture.md", 5, "no-alt-text"),
        (f"{EDITION}/hall.png", 1, "picture-format"),
        ("content/site.yaml", 3, "unknown-navigation"),
    )

    def test_ten_mistakes_of_all_stages_are_ten_problems_and_none_follows_from_another(self, tmp_path):
        result = built(tmp_path, self.MISTAKES, write=True, deep=True)
        assert [(p.where.file, p.where.line, p.code) for p in result.problems] == list(self.TOLD)
        assert result.written is None
        assert not (tmp_path / "output").exists()

    @pytest.mark.parametrize("fault", ["{{ page.abuot }}", "{{ 1 // 0 }}", "{% if %}", "{% include 'gone.html' %}"])
    def test_a_fault_in_a_template_is_one_problem_however_many_pages_it_has(self, tmp_path, fault):
        shutil.copytree(ROOT / "templates", tmp_path / "templates")
        template = tmp_path / "templates/layouts/story.html"
        template.write_text(template.read_text("utf-8").replace("{{ about(page) }}", fault), "utf-8")
        many = {f"{EDITION}/{n:02}-story-{n}.md": story(title=f"Story {n}") for n in range(1, 31)}
        assert codes(built(tmp_path, many)) == ["template-error"]

    def test_a_story_that_is_left_out_is_still_known(self, tmp_path):
        files = {
            f"{EDITION}/01-bad.md": story(kind="new-item"),
            f"{EDITION}/02-good.md": story(body="It began [in another school](01-bad.md)."),
        }
        assert [p.where.file for p in built(tmp_path, files).problems] == [f"{EDITION}/01-bad.md"]


def state_of(output: Path) -> dict[str, tuple[str, int, int]]:
    """Everything that a copy of the folder could show: each path with its content, time and place on the disk."""
    every = [output, *sorted(output.rglob("*"))]
    return {str(p): (digest(p.read_bytes() if p.is_file() else b""), *times(p.lstat())) for p in every}


def times(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_ino


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class TestTheLastGoodSiteIsSafe:
    GOOD: Mapping[str, str] = {f"{EDITION}/01-one.md": story(title="One"), f"{EDITION}/02-two.md": story(title="Two")}

    @pytest.mark.parametrize(
        ("bad", "options"),
        [
            ({f"{EDITION}/01-one.md": "---\ntitle: [\n"}, {}),
            ({f"{EDITION}/03-three.md": story(body="What came [of the first](04-four.md).")}, {}),
            ({"content/site.yaml": "nothing: here\n"}, {}),
            ({f"{EDITION}/02-two.md": story(title="Two", body="> A voice without a name.")}, {"strict": True}),
            ({"templates/layouts/story.html": "{% if %}"}, {}),
        ],
    )
    def test_a_build_with_a_mistake_leaves_every_byte_and_time_as_it_was(self, tmp_path, bad, options):
        built(tmp_path, self.GOOD, write=True)
        before = state_of(tmp_path / "output")
        result = built(tmp_path, {**self.GOOD, **bad}, write=True, **options)
        assert result.problems
        assert result.written is None
        assert state_of(tmp_path / "output") == before

    def test_only_what_an_earlier_build_wrote_is_ever_removed(self, tmp_path):
        built(tmp_path, self.GOOD, write=True)
        own = tmp_path / "output/2022-23/two/own.txt"
        for file in (tmp_path / "output/CNAME", own):
            file.write_text("mine")
        (tmp_path / EDITION / "02-two.md").unlink()
        kept = {f"{EDITION}/01-one.md": story(title="One")}
        assert "2022-23/two/index.html" in built(tmp_path, kept, write=True).written.removed
        assert not own.with_name("index.html").exists()
        assert (tmp_path / "output/CNAME").read_text() == own.read_text() == "mine"


def shipped(tmp: Path, name: str, **variables: str) -> Path:
    """The output of a build of the repository's own content, in a folder and a process of its own."""
    site = tmp / name / "site"
    shutil.copytree(ROOT / "content", site / "content")
    argv = [sys.executable, "-m", "sitegen", "build", "--site", str(site), "--output", str(site / "output")]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run(argv, env=env, cwd=tmp / name, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return site / "output"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("built"), "a folder with spaces", PYTHONHASHSEED="1", TZ="Asia/Tokyo")


def files_of(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def test_two_builds_at_other_places_and_times_are_the_same_in_every_byte(output, tmp_path):
    in_future = {"SOURCE_DATE_EPOCH": "1942272000", "PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C"}
    other = files_of(shipped(tmp_path, "elsewhere", **in_future))
    assert other.keys() == files_of(output).keys()
    assert [path for path, content in files_of(output).items() if content != other[path]] == []


def test_nothing_names_the_machine_that_built_the_site(output):
    names = (str(output.parents[2]), str(ROOT), str(Path.home()), "a folder with spaces", ".sitegen/", "/tmp/")
    found = [(path, n) for path, content in files_of(output).items() for n in names if n.encode() in content]
    assert found == []


class _Addresses(HTMLParser):
    """What a page asks for, what it leads to, and where in it one can arrive."""

    LOADING = frozenset({"src", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        self.loads += [value for name, value in given.items() if name in self.LOADING - {"srcset"}]
        self.loads += [each.split()[0] for each in given.get("srcset", "").split(",") if each.strip()]
        if "href" in given:
            asks = tag not in ("a", "area") and given.get("rel") not in ("canonical", "license", "alternate")
            (self.loads if asks else self.links).append(given["href"])


@pytest.fixture(scope="module")
def parsed(output: Path) -> dict[str, _Addresses]:
    pages = {path: content for path, content in files_of(output).items() if path.endswith(".html")}
    return {path: _Addresses(content.decode()) for path, content in pages.items() if path != "404.html"}


FILE_IN_A_LINK = "data:application/x-bibtex;charset=utf-8,"
"""How the link begins that holds a whole file: a citation, to be saved."""


def inside(links: Iterator[str] | list[str]) -> list[str]:
    others = (link for link in links if not link.startswith(FILE_IN_A_LINK))
    return [link for link in others if urlsplit(link).scheme not in ("http", "https", "mailto")]


def test_every_link_inside_the_site_is_relative_and_names_a_file_and_a_place_in_it(output, parsed):
    assert len(parsed) > 250
    files, wrong = files_of(output).keys(), []
    for page, addresses in parsed.items():
        for link in inside(addresses.links):
            parts = urlsplit(link)
            target = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
            is_found = target in files and not parts.scheme and not parts.netloc and not parts.path.startswith("/")
            is_place = not parts.fragment or unquote(parts.fragment) in parsed[target].ids if is_found else False
            wrong += [] if is_found and is_place else [(page, link)]
    assert wrong == []


def test_no_page_asks_for_anything_that_is_not_a_file_of_the_site(output, parsed):
    files, wrong = files_of(output), []
    asked = {(page, address) for page, found in parsed.items() for address in found.loads}
    styles = {path: content.decode() for path, content in files.items() if path.endswith((".css", ".html"))}
    asked |= {(path, a) for path, css in styles.items() for a in re.findall(r"url\(\s*[\"']?([^\"')]+)", css)}
    assert {address.rpartition(".")[2] for _, address in asked} >= {"css", "js", "woff2"}
    for page, address in asked:
        target = normpath(join(dirname(page), unquote(address)))
        wrong += [] if address.startswith("data:") or target in files else [(page, address)]
    assert wrong == []
    assert not any("@import" in css for path, css in styles.items() if path.endswith(".css"))


def photo(colour: str) -> bytes:
    """A photograph with the place where it was taken, its owner, and a small copy of itself."""
    exif = Image.Exif()
    exif[0x010F] = f"zzqqcamera{colour}"
    exif[0x8298] = f"zzqqowner{colour}"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    data = io.BytesIO()
    Image.new("RGB", (90, 60), colour).save(data, "JPEG", exif=exif, comment=f"zzqqcomment{colour}".encode())
    return data.getvalue()


HIDDEN = {
    "draft": "draft: yes",
    "embargoed": "publish_on: 2030-01-01",
    "expired": "expires_on: 2023-12-31",
    "withdrawn": "withdrawn: yes",
    "gone": "withdrawn: 2024-01-01",
}
COLOURS = dict(zip(HIDDEN, ("navy", "olive", "teal", "maroon", "purple"), strict=True))

STORY = """---
kind: case-study
title: Zzqq{0}title grows
summary: Zzqq{0}summary of it all.
school: Zzqq{0}school Primary, Durham
size: A zzqq{0}size school with 87 pupils
disadvantage: 43% Pupil Premium zzqq{0}measure
hub: Zzqq{0}hub
phase: Secondary
themes: [Zzqq{0}theme]
programme: Zzqq{0}programme
people:
  - {{name: Zzqq{0}person Jones, role: zzqq{0}role}}
image: {{file: zzqq{0}cover.jpg, alt: Zzqq{0}alt, credit: Zzqq{0}credit, shows: no people}}
source: {{title: Zzqq{0}source}}
aliases: [zzqq{0}alias]
{1}
---
Zzqq{0}body, and [a file](zzqq{0}file.csv).

## Zzqq{0}heading

> Zzqq{0}quote.
>
> — Zzqq{0}speaker, maths lead

::: stat 7,654
period: 2022/23
source: Zzqq{0}statsource

zzqq{0}stat
:::

![Zzqq{0}inline](zzqq{0}inline.jpg){{shows="no people"}}
"""


def story_folder(word: str, line: str) -> dict[str, str | bytes]:
    """A story that holds a word of its own in everything that a story has."""
    at = f"{EDITION}/01-zzqq{word}name"
    return {
        f"{at}/index.md": STORY.format(word, line),
        f"{at}/zzqq{word}cover.jpg": photo(COLOURS.get(word, "black")),
        f"{at}/zzqq{word}inline.jpg": photo(COLOURS.get(word, "black")),
        f"{at}/zzqq{word}file.csv": f"zzqq{word}cell\n",
    }


@pytest.fixture(scope="class")
def public(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is published of a site most of whose stories may not be seen."""
    files: dict[str, str | bytes] = {"private/consents.yaml": "- id: ZZQQ-CONSENT\n  covers: [picture]\n"}
    for word, line in HIDDEN.items():
        files |= story_folder(word, line)
    files["content/2021-22/index.md"] = "---\nkind: edition\ntitle: Zzqqedition\ndraft: yes\n---\nZzqqwelcome.\n"
    files["content/2021-22/01-in.md"] = story(title="Zzqqinside", body="Zzqqinside.")
    files[f"{EDITION}/90-section/index.md"] = "---\nkind: section\ntitle: Zzqqsectiontitle\ndraft: yes\n---\n"
    files[f"{EDITION}/90-section/01-in.md"] = story(title="Zzqqinsection", body="Zzqqinsection.")
    files[f"{EDITION}/50-seen.md"] = story(
        title="Seen", kind="case-study", phase="Primary", school="Seen School", disadvantage="7% Pupil Premium",
        image="{file: seen.jpg, alt: A wall, shows: no people}",
        body="Text, and what came [of it](01-zzqqexpiredname/index.md) later.",
    )  # fmt: skip
    files[f"{EDITION}/seen.jpg"] = photo("red")
    root = folder(tmp_path_factory.mktemp("hidden"), files)
    result = built(root, {}, write=True, base_url="https://stories.example.org/")
    assert [p for p in result.problems if p.is_error] == []
    assert set(codes(result)) == {"link-unpublished"}
    return files_of(root / "output")


class TestNothingUnpublishedLeaks:
    def test_what_is_published_is_there(self, public):
        assert b"Seen School" in public["2022-23/seen/index.html"]
        assert b"Seen School" in public["stories.json"]
        shown = [path for path in public if is_picture(path) and not is_card(path)]
        assert len(shown) == 2
        assert all(re.fullmatch("assets/picture[.][0-9a-f]{12}-90[.](webp|jpg)", path) for path in shown)

    def test_every_word_would_be_seen_if_its_story_were_published(self, tmp_path):
        result = built(tmp_path, story_folder("open", "status: approved"), write=True)
        assert [p for p in result.problems if p.is_error] == []
        every = files_of(tmp_path / "output")
        seen = b" ".join([*every.values(), *(path.encode() for path in every)]).lower().decode("utf-8", "replace")
        words = set(re.findall("zzqq[a-z]+", STORY.format("open", "").lower()))
        words -= {"zzqqopencover"}  # a picture may be named after a child
        assert len(words) > 20
        assert "zzqqopencover" not in seen
        assert {word for word in words if word not in seen} == set()

    def test_no_byte_of_the_site_holds_a_word_of_a_story_that_may_not_be_seen(self, public):
        found = [(path, context(content, "zzqq")) for path, content in public.items() if b"zzqq" in content.lower()]
        assert found == []

    def test_search_knows_no_word_of_one(self, public):
        """Words of the index are written without what they share with the one before, and figures as numbers alone."""
        terms = list(unpacked.lines(public, "s"))
        assert {"seen", "school", "text"} <= set(terms)
        assert [term for term in terms if "zzqq" in term or term in ("7654", "87", "43")] == []
        assert [key for key in unpacked.lines(public, "f") if "secondary" in key or "2021" in key] == []
        assert unpacked.value(public["search/manifest.js"])["stories"] == 1

    def test_no_file_is_named_after_one(self, public):
        assert [path for path in public if "zzqq" in path.lower()] == []

    def test_no_number_counts_one(self, public):
        for number in ("7,654", "7654", "43%", "40% and over", "87 pupils"):
            assert [path for path, content in public.items() if not is_asset(path) and number.encode() in content] == []
        assert not [path for path in public if path.startswith(("browse/phase/secondary", "2021-22/"))]

    def test_no_gap_in_the_numbers_tells_of_one(self, public):
        stories = json.loads(public["stories.json"])["stories"]
        assert [(found["title"], found["number"]) for found in stories] == [("Seen", 1)]

    def test_no_picture_of_one_is_published_under_another_name(self, public):
        shown = [Image.open(io.BytesIO(c)).convert("RGB").getpixel((5, 5)) for p, c in public.items()
                 if is_picture(p) and not is_card(p)]
        assert len(shown) >= 1
        assert all(red > 200 and green < 60 and blue < 60 for red, green, blue in shown)

    def test_no_picture_says_where_with_what_and_by_whom_it_was_taken(self, public):
        pictures = {path: content for path, content in public.items() if is_picture(path)}
        for content in pictures.values():
            picture = Image.open(io.BytesIO(content))
            assert not picture.getexif()
            assert {"exif", "xmp", "comment", "photoshop"}.isdisjoint(picture.info)
            assert not any(mark in content for mark in (b"Exif", b"EXIF", b"XMP ", b"zzqq"))

    def test_no_picture_is_published_as_it_came(self, public):
        originals = [photo(colour) for colour in ("red", *COLOURS.values())]
        assert [p for p, content in public.items() for o in originals if o[:400] in content or o == content] == []

    def test_a_reader_is_not_told_that_the_link_led_somewhere(self, public):
        assert b"what came of it later" in public["2022-23/seen/index.html"]


def is_asset(path: str) -> bool:
    return path.startswith("assets/")


def is_card(path: str) -> bool:
    """True for a share card, which is drawn."""
    return path.startswith("assets/card.")


def is_picture(path: str) -> bool:
    return path.endswith((".webp", ".jpg", ".jpeg", ".png", ".avif", ".gif"))


def context(content: bytes, word: str) -> str:
    text = content.decode("utf-8", "replace")
    at = text.lower().find(word)
    return text[max(0, at - 40) : at + 60]


def test_a_draft_that_is_shown_to_its_author_is_shown_whole(tmp_path):
    files = {f"{EDITION}/01-zzqqdraftname.md": story(title="Zzqqdrafttitle", draft="yes", body="Zzqqdraftbody.")}
    assert "2022-23/zzqqdraftname/index.html" not in built(tmp_path, files).outputs
    assert b"Zzqqdraftbody" in built(tmp_path, files, drafts=True).outputs["2022-23/zzqqdraftname/index.html"]
