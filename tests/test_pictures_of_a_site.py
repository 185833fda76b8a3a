"""Pictures from the site folder to the page: what is published, what is not, and that remembering changes nothing."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from sitegen.pipeline import Build
from sitegen.reading.values import Asset
from sitegen.writing.files import bytes_of
from tests.elements import Element, read
from tests.rendering.photographs import photograph
from tests.sites import ROOT, built, codes, folder, story

EDITION = "content/2022-23"
BODY = """
![The hall](hall.jpg){shows="no people"}

Beside the words ![a wall](hall.jpg){shows="no people"} is a picture, and ![](hall.jpg){decorative} one that decorates.

::: person Ann Bee
role: maths lead
image: Emma Watts.jpg
alt: Ann Bee
shows: adults
:::

::: gallery
shows: no people

![One](hall.jpg)

![Two](wall.png)
:::
"""
FILES: dict[str, str | bytes] = {
    f"{EDITION}/01-hall.md": story(
        title="The hall", kind="case-study", school="Hall School", phase="Primary", hub="North", body=BODY,
        image="{file: wall.png, alt: A wall, shows: no people}",
    ),
    f"{EDITION}/hall.jpg": photograph(size=(2000, 1500), comment=b"SECRET"),
    f"{EDITION}/wall.png": photograph("PNG", (700, 300)),
    f"{EDITION}/Emma Watts.jpg": photograph(size=(500, 700)),
    "content/hubs.yaml": "- id: north\n  name: North\n  region: North\n  confidence: sourced\n",
}  # fmt: skip
FILES |= {f"{EDITION}/02-part/index.md": "---\nkind: section\ntitle: Part\n---\n"}
FILES |= {
    f"{EDITION}/02-part/0{i}-story-{i}.md": story(
        title=f"Story {i}", image="{file: ../wall.png, alt: A wall, shows: no people}"
    )
    for i in (1, 2, 3)
}
PAGE = "2022-23/hall/index.html"


def errors(result: Build) -> list[str]:
    return [p.what for p in result.problems if p.is_error]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return built(tmp_path_factory.mktemp("site"), FILES, deep=True)


def content_of(result: Build) -> dict[str, bytes]:
    """What the site has made itself, wherever its bytes lie."""
    made = {address: content for address, content in result.outputs.items() if not isinstance(content, Asset)}
    return {address: b"".join(bytes_of(content)) for address, content in made.items()}


def pictures(html: bytes) -> list[tuple[Element, Element]]:
    """The source and the image of each picture of a page; no image stands without a source."""
    page = read(html.decode())
    every = list(page.all("picture"))
    assert len(every) == len([image for image in page.all("img") if "/card." not in image.attributes["src"]])
    return [(next(each.all("source")), next(each.all("img"))) for each in every]


def test_each_picture_of_a_page_is_offered_at_its_widths(result):
    assert errors(result) == []
    every = content_of(result)
    shown = pictures(every[PAGE])
    assert [image.attributes["alt"] for _, image in shown] == [
        "A wall", "The hall", "a wall", "", "Ann Bee", "One", "Two"
    ]  # fmt: skip
    for source, image in shown:
        assert source.attributes["type"] == "image/webp"
        assert image.attributes.keys() == {"src", "width", "height", "alt", "loading", "decoding"}
        widths = [each.split() for each in source.attributes["srcset"].split(", ")]
        for address, width in widths:
            assert f"{Image.open(io.BytesIO(every[address.removeprefix('../../')])).width}w" == width
        assert widths[-1][1] == f"{image.attributes['width']}w"
        assert image.attributes["src"].removeprefix("../../") in every
    sizes = [source.attributes["sizes"] for source, _ in shown]
    assert len(set(sizes)) == 3, "in the column, of a person, in a gallery"


def test_rows_show_small_pictures_and_lead_stories_large_ones(result):
    by_page = {address: pictures(content) for address, content in content_of(result).items() if b"<picture" in content}
    by_sizes = {source.attributes["sizes"] for shown in by_page.values() for source, _ in shown}
    assert "168px" in by_sizes
    assert any("756px" in sizes for sizes in by_sizes)
    lists = [
        shown for address, shown in by_page.items()
        if address.startswith(("browse", "hubs", "2022-23/index")) and "/print/" not in address
    ]  # fmt: skip
    assert len(lists) > 3
    assert {image.attributes["alt"] for shown in lists for _, image in shown} == {""}


def test_what_is_published_says_nothing_of_the_files_it_was_made_of(result):
    every = content_of(result)
    published = [address for address in every if address.startswith("assets/picture")]
    assert len(published) == 4 + 3 + 3
    assert all(re.fullmatch(r"assets/picture\.[0-9a-f]{12}-\d+\.(webp|jpg)", address) for address in published)
    assert [address for address, content in every.items() if b"SECRET" in content] == []
    assert [address for address, content in every.items() if b"emma" in content.lower() + address.encode()] == []
    originals = [content for content in FILES.values() if isinstance(content, bytes)]
    assert [address for address, content in every.items() for original in originals if original in content] == []


@pytest.mark.parametrize("name", ["photo.jpg", "photo.JPG", "photo.png", "photo.heic", "photo.webp", "photo.svg"])
def test_an_original_is_not_published_where_a_link_leads_to_it(tmp_path, name):
    files = {f"{EDITION}/01-a.md": story(body=f"[the photograph]({name})"), f"{EDITION}/{name}": photograph()}
    result = built(tmp_path, files)
    assert codes(result) == ["link-out-of-site"]
    assert not [address for address, content in result.outputs.items() if content == photograph() or "photo" in address]


def test_a_picture_that_cannot_be_shown_stops_the_build_with_its_place(tmp_path):
    result = built(tmp_path, FILES | {f"{EDITION}/hall.jpg": b"x", f"{EDITION}/wall.png": photograph()}, write=True)
    told = [(p.where.file, p.code) for p in result.problems if p.is_error]
    assert told == [(f"{EDITION}/hall.jpg", "picture-format"), (f"{EDITION}/wall.png", "picture-format")]
    assert not (tmp_path / "output").exists()


def outputs(root: Path, **options: object) -> dict[str, bytes]:
    result = built(root, {}, write=True, **options)
    assert errors(result) == []
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files if path.name != ".sitegen-output.json"}


def test_warm_equals_cold_byte_for_byte_over_every_edit(tmp_path):
    """Each state of the site is built with all that earlier states have left, and once in a folder of its own."""
    edits: list[dict[str, str | bytes]] = [
        {},
        {f"{EDITION}/hall.jpg": photograph(size=(1999, 1500))},
        {f"{EDITION}/wall.png": photograph("PNG", (700, 300), "RGBA")},
        {f"{EDITION}/01-hall.md": str(FILES[f"{EDITION}/01-hall.md"]).replace("wall.png", "hall.jpg")},
        {f"{EDITION}/hall.jpg": FILES[f"{EDITION}/hall.jpg"]},
    ]
    state = dict(FILES)
    for number, edit in enumerate(edits):
        state |= edit
        folder(tmp_path / "warm", state)
        cold = outputs(folder(tmp_path / f"cold{number}", state))
        assert outputs(tmp_path / "warm") == cold
        assert outputs(tmp_path / "warm") == cold
    assert outputs(tmp_path / "warm", fresh=True) == outputs(tmp_path / "warm", jobs=5) == cold
    kept = [path for path in (tmp_path / "warm/.sitegen/pictures").iterdir() if path.name != ".gitignore"]
    assert len(kept) == 5 + 2  # with two share cards


def test_a_damaged_memo_and_none_at_all_change_nothing(tmp_path):
    cold = outputs(folder(tmp_path, FILES))
    for path in (tmp_path / ".sitegen/pictures").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert outputs(tmp_path) == cold
    for path in (tmp_path / ".sitegen/pictures").iterdir():
        path.unlink()
    (tmp_path / ".sitegen/pictures").rmdir()
    (tmp_path / ".sitegen/pictures").write_text("in the way")
    assert outputs(tmp_path) == cold


BUILD = "import sys; from sitegen import commands; sys.exit(commands.main(['build', *sys.argv[1:]]))"


@pytest.mark.skipif(sys.platform == "win32", reason="it is the same there, and slower")
def test_a_build_that_is_killed_among_its_pictures_harms_no_later_one(tmp_path):
    many = {f"{EDITION}/p{i}.jpg": photograph(size=(1900 + i, 1400)) for i in range(8)}
    shown = "\n\n".join(f'![P](p{i}.jpg){{shows="no people"}}' for i in range(8))
    site = folder(tmp_path / "site", {f"{EDITION}/01-a.md": story(body=shown), **many})
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    memo = site / ".sitegen/pictures"
    argv = [sys.executable, "-c", BUILD, "--site", str(site), "--today", "2024-01-15"]
    with subprocess.Popen(argv, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as building:
        ends = time.monotonic() + 30
        while not (memo.is_dir() and len(list(memo.iterdir())) > 2) and time.monotonic() < ends:
            time.sleep(0.001)
        building.send_signal(signal.SIGKILL)
    assert 0 < len(list(memo.iterdir())) < 9
    assert not (site / "output").exists()
    after = outputs(site)
    assert after == outputs(site, fresh=True)
    assert len([path for path in after if "/picture." in path]) == 32
