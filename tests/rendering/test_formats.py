"""What cannot be shown is told in words that help, in little time and memory, whatever the file claims to be."""

from __future__ import annotations

import base64
import io
import struct
import time
import zlib
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PIL import Image

from sitegen.rendering import formats
from sitegen.rendering.encoding import encode
from tests.rendering.photographs import opened, photograph

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def told(path: str, content: bytes) -> str:
    """What the author is told of a picture that cannot be shown: what is wrong, and what to do."""
    made = encode(path, content)
    assert made.value is None
    (found,) = made.problems
    assert (found.where.file, found.code) == (path, "picture-format")
    assert found.fix.endswith(".")
    return f"{found.what} {found.fix}"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, depth: int = 8, colour: int = 2, data: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def saved(picture: Image.Image, kind: str, **settings: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **settings)
    return out.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue", "lime")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def claiming(kind: str, width: int, height: int) -> bytes:
    """A tiny file that claims to be huge."""
    small = bytearray(photograph(kind, (16, 16)))
    if kind == "GIF":
        small[6:10] = struct.pack("<HH", width, height)
    elif kind == "JPEG":
        at = small.index(b"\xff\xc0") + 5
        small[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(small)


@pytest.mark.parametrize(
    ("path", "content", "says"),
    [
        ("a.jpg", b"", 'The picture "a.jpg" is empty. Export it again'),
        ("a.heic", b"", "is empty"),
        ("a.jpg", b"not a picture at all", "damaged or incomplete"),
        ("a.jpg", b"\0" * 100_000, "damaged or incomplete"),
        ("a.jpg", photograph(size=(600, 400))[:-900], "damaged or incomplete"),
        ("a.jpg", photograph()[:20], "damaged or incomplete"),
        ("a.png", photograph("PNG", (400, 400))[:300], "damaged or incomplete"),
        ("a.webp", photograph("WEBP", (400, 400))[:-100], "damaged or incomplete"),
        ("a.avif", photograph("AVIF", (400, 400))[:-100], "damaged or incomplete"),
        ("a.gif", b"GIF89a" + b"\xff" * 40, "damaged or incomplete"),
        ("a.png", photograph(), 'is named as PNG but holds a JPEG picture. Rename it so that it ends in ".jpg".'),
        ("a.jpg", photograph("PNG"), 'is named as JPEG but holds a PNG picture. Rename it so that it ends in ".png".'),
        ("a.jpg", photograph("WEBP"), 'holds a WebP picture. Rename it so that it ends in ".webp".'),
        ("a.jpg", photograph("AVIF"), 'holds an AVIF picture. Rename it so that it ends in ".avif".'),
        ("a.heic", photograph(), 'is named as HEIF but holds a JPEG picture. Rename it so that it ends in ".jpg".'),
        ("a", photograph(), "does not end as a picture's does but holds a JPEG picture. Rename it"),
        ("a.exe", b"MZ", "is not a picture that browsers can show. Use a JPEG, PNG, WebP or AVIF picture"),
        ("a.tif", photograph("TIFF"), "is a TIFF picture. Save it as JPEG or PNG, and name the new file in the story."),
        ("a.jpg", photograph("TIFF"), "is named as JPEG but is a TIFF picture. Save it as JPEG or PNG"),
        ("a.bmp", photograph("BMP"), "is a BMP picture. Save it as PNG"),
        ("a.png", photograph("BMP"), "is named as PNG but is a BMP picture"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG drawing. Save it as PNG, at least 1600"),
        ("a.svg", b"<svg><script>alert(1)</script></svg>", "is an SVG drawing"),
        ("a.png", b"\xef\xbb\xbf <?xml version='1.0'?><!-- x --><SVG onload='x()'/>", "named as PNG but is an SVG"),
        ("a.jpg", b"<svg/>", "is named as JPEG but is an SVG drawing"),
        ("a.HEIC", b"x", "is a HEIC photograph, as phones take them."),
        ("a.heic", HEIC, 'story. A phone sends a JPEG when it shares the photograph by e-mail. Or let'),
        ("a.heic", HEIC, 'Or let sitegen read such files: pip install "sitegen[heic]".'),
        ("a.jpg", HEIC, "is named as JPEG but is a HEIC photograph"),
        ("a.pdf", b"%PDF-1.7", "is a PDF document. Export the page as PNG"),
        ("a.dng", b"II*\0", "is a camera's raw file. Export it as JPEG"),
        ("a.jpg", b"\0\0\0\x14ftypisom\0\0\0\0mp42", "is named as JPEG but is a film"),
        ("a.jpg", saved(Image.new("CMYK", (20, 10)), "JPEG"), "(CMYK), which screens do not have. Save it as JPEG in"),
        ("a.png", png(2, 2, 16, 2, (b"\0" + b"\x12\x34" * 6) * 2), "has 16 bits for each colour"),
        ("a.png", png(2, 2, 16, 6, (b"\0" + b"\x12\x34" * 8) * 2), "has 16 bits for each colour"),
        ("a.png", saved(Image.new("I;16", (20, 10), 999), "PNG"), "has 16 bits for each colour"),
        ("a.gif", moving("GIF"), "moves, and neither paper nor every reader can bear that. Save the one picture"),
        ("a.webp", moving("WEBP"), "moves, and"),
        ("a.png", moving("PNG"), "moves, and"),
        ("a.avif", moving("AVIF"), "moves, and"),
        ("a.png", png(60_000, 60_000), "has more pixels than any page can use. Save it at most 6000 pixels wide"),
        ("a.png", png(2**31 - 1, 1), "has more pixels"),
        ("a.png", png(0, 0), "damaged or incomplete"),
        ("a.jpg", claiming("JPEG", 60_000, 60_000), "has more pixels"),
        ("a.jpg", claiming("JPEG", 10_000, 9_500), "has more pixels"),
        ("a.gif", claiming("GIF", 60_000, 60_000), "has more pixels"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore")
def test_what_cannot_be_shown_is_a_problem_that_says_what_to_do(path, content, says, monkeypatch):
    monkeypatch.setattr(formats, "reads_heic", lambda: "")
    began = time.process_time()
    assert says in told(path, content)
    assert time.process_time() - began < 10


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("megapixels", [51, 89, 90, 120, 178, 180, 400])
def test_a_bomb_that_pillow_would_only_warn_of_is_refused_before_it_is_decoded(megapixels):
    side = int((megapixels * 1_000_000) ** 0.5) + 1
    bomb = png(side, side, 1, 0, bytes((side + 7) // 8 + 1) * side)
    assert len(bomb) < 100_000
    began = time.process_time()
    assert "has more pixels" in told("a.png", bomb)
    assert time.process_time() - began < 2


def test_a_webp_that_is_huge_is_refused():
    bomb = saved(Image.new("RGB", (8_000, 6_000), "red"), "WEBP", quality=1, method=0)
    assert len(bomb) < 150_000
    assert "has more pixels" in told("a.webp", bomb)


def test_a_photograph_of_a_large_camera_is_no_bomb():
    made = encode("a.jpg", saved(Image.new("L", (9_600, 6_400), 99), "JPEG", quality=30))
    assert made.problems == ()
    assert (made.value.width, made.value.height) == (1600, 1067)


def test_texts_and_profiles_that_unfold_without_end_are_never_unfolded():
    bomb = zlib.compress(b"\0" * 200_000_000, 9)
    for name, data in ((b"iCCP", b"x\0\0" + bomb), (b"zTXt", b"x\0\0" + bomb), (b"iTXt", b"x\0\1\0\0\0" + bomb)):
        plain = photograph("PNG")
        made = encode("a.png", plain[:33] + chunk(name, data) + plain[33:])
        assert made.value is not None or "damaged" in made.problems[0].what


def test_a_jpeg_that_is_drawn_over_and_over_again_is_not_waited_for():
    """Each scan of a few bytes goes through every pixel: thousands of them would take hours."""
    whole = saved(Image.new("L", (4_000, 4_000), 99), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    began = time.process_time()
    assert "damaged" in told("a.jpg", whole[:last] + whole[last:-2] * 20_000 + whole[-2:])
    assert time.process_time() - began < 6
    assert encode("a.jpg", whole).problems == ()
    assert "damaged" in told("a.jpg", whole[:2] + b"\xff\xe0\0\2" * 1_000_000 + whole[2:])
    assert time.process_time() - began < 10


def test_a_film_that_a_phone_took_along_is_no_part_of_the_photograph():
    plain = photograph()
    small = photograph(size=(16, 12))
    segment = b"\xff\xe5" + (len(small) + 2).to_bytes(2, "big") + small
    made = encode("a.jpg", plain[:2] + segment + plain[2:] + b"\xff\xda\0\2" * 10_000)
    assert made.value == replace(made.value, width=60, height=40)
    assert all(b"\xff\xda\0\2" not in file.content for file in made.value.files)


TINY_HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAA"
    "AERAAAIAAQAAAAAB4gABAAAAAAAAAFUAAgAAAAACNwABAAAAAAAAADIAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZl"
    "AgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH/"
    "/wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29s"
    "cm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAA"
    "AwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAAj21kYXQAAABRKAGvCeAjNS3/8dv732zP/6vA"
    "R07u/UoVo8i/xm1v40m19+kmvCLcf/MiO/8bpO/yYxJYiXz3XfYXy+kwo9LrcAHpGwOgouH4c2KwyJVrW8o8AAAABkV4aWYAAE1NACoAAAAIAAEB"
    "DwACAAAADgAAABoAAAAAU0VDUkVUIENBTUVSQQA="
)
"""A blue quarter on red, 64 by 48 pixels, as libheif writes it, with the name of a camera in it."""


def test_heic_is_read_where_the_extra_is_installed(monkeypatch):
    """The extra only reads, so what it would read is stood in for: the next test reads a real file, where it can."""
    content = HEIC + photograph("PNG")

    def register() -> None:
        Image.register_open("HEIF", lambda fp, _: opened(fp.read()[len(HEIC) :]), lambda prefix: prefix[4:8] == b"ftyp")

    extra = SimpleNamespace(register_heif_opener=register, __version__="9.9")
    monkeypatch.setattr(formats.importlib, "import_module", lambda name: {"pi_heif": extra}[name])
    monkeypatch.setattr(Image, "OPEN", dict(Image.OPEN))
    monkeypatch.setattr(Image, "ID", list(Image.ID))
    made = encode("a.heic", content)
    assert made.problems == ()
    assert opened(made.value.jpeg.content).convert("RGB").getpixel((30, 20))[0] > 240
    assert "is named as JPEG but holds a HEIC photograph" in told("a.jpg", content)


def test_a_real_heic_is_read_with_the_extra():
    made = encode("a.heic", TINY_HEIC)
    assert made.problems == ()
    assert (made.value.width, made.value.height) == (64, 48)
    for file in made.value.files:
        shown = opened(file.content)
        assert not shown.getexif()
        assert b"SECRET" not in file.content
        blue, red = (shown.convert("RGB").getpixel(at) for at in ((5, 5), (60, 40)))
        assert (max(blue), max(red)) == (blue[2], red[0])
    assert "damaged" in told("a.heic", TINY_HEIC[:-60])
