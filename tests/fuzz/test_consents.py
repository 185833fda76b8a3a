"""What a consent does not allow is in no file of the site, whatever the register says and wherever it is written."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from hypothesis import given
from PIL import Image

from sitegen.pipeline import Build
from sitegen.writing.files import bytes_of
from tests.fuzz.budget import tries
from tests.fuzz.consented import TODAY, Consented, sites
from tests.sites import built


def content(made: Build, address: str) -> bytes:
    return b"".join(bytes_of(made.outputs[address]))


def is_of_colour(data: bytes, colour: tuple[int, int, int]) -> bool:
    with Image.open(io.BytesIO(data)) as image:
        pixel = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 25 for a, b in zip(pixel, colour, strict=True))


def leaks(made: Build, site: Consented) -> list[str]:
    found = []
    pictures = [a for a in made.outputs if a.endswith((".webp", ".jpg", ".jpeg", ".png", ".avif"))]
    data = {address: content(made, address) for address in made.outputs}
    for address, bytes_ in data.items():
        text = f"{address}\n{bytes_.decode('utf-8', 'replace')}".casefold()
        found += [f"{words} in {address}" for words in site.hidden if words.casefold() in text]
    for colour in site.colours:
        found += [f"picture {colour} as {address}" for address in pictures if is_of_colour(data[address], colour)]
    return found


def all_words(made: Build) -> str:
    return "\n".join(c.decode("utf-8", "replace") for c in made.outputs.values() if isinstance(c, bytes))


@tries(40)
@given(sites())
def test_what_its_consent_does_not_allow_is_nowhere_and_what_it_allows_is_there(site):
    with tempfile.TemporaryDirectory() as folder:
        made = built(Path(folder), site.all_files(), today=TODAY, medium=site.medium, lenient=site.lenient)
        assert leaks(made, site) == []
        paper = made.outputs["2022-23/print/index.html"].decode()
        assert [words for words in site.on_screen if words in paper] == []
        said = all_words(made)
        assert [words for words in site.shown if words not in said] == []
