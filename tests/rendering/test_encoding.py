"""Pictures decoded and encoded anew, on real files that Pillow makes here."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageDraw

from sitegen.rendering.encoding import encode
from sitegen.rendering.values import PictureFile, Published
from tests.rendering.photographs import even_greys, opened, photograph, wide_gamut


def published(path: str, content: bytes) -> Published:
    made = encode(path, content)
    assert made.problems == ()
    assert made.value is not None
    return made.value


def names(made: Published) -> list[str]:
    return [file.address.rpartition("-")[2] for file in made.files]


def pixel(file: PictureFile, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place, in parts of the picture's width and height."""
    shown = opened(file.content).convert("RGBA")
    return shown.getpixel((int(x * shown.width), int(y * shown.height)))


def is_near(one: tuple[int, ...], other: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one[:3], other[:3], strict=True))


@pytest.mark.parametrize(
    ("kind", "name"),
    [("JPEG", "a.jpg"), ("JPEG", "A.JPEG"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif"), ("AVIF", "a.avif")],
)
def test_every_kind_of_picture_is_encoded_anew(kind, name):
    content = photograph(kind)
    made = published(f"content/x/{name}", content)
    assert (made.width, made.height) == (60, 40)
    assert [opened(file.content).format for file in made.files] == ["WEBP", "JPEG"]
    assert all(file.content != content for file in made.files)
    assert all(is_near(pixel(file, 0.5, 0.5), (255, 0, 0)) for file in made.files)


@pytest.mark.parametrize(
    ("size", "expected", "largest"),
    [
        ((3200, 1600), "480.webp 960.webp 1600.webp 960.jpg", (1600, 800)),
        ((1600, 20), "480.webp 960.webp 1600.webp 960.jpg", (1600, 20)),
        ((1200, 900), "480.webp 960.webp 1200.webp 960.jpg", (1200, 900)),
        ((960, 10), "480.webp 960.webp 960.jpg", (960, 10)),
        ((700, 10), "480.webp 700.webp 700.jpg", (700, 10)),
        ((480, 10), "480.webp 480.jpg", (480, 10)),
        ((31, 10), "31.webp 31.jpg", (31, 10)),
        ((1, 1), "1.webp 1.jpg", (1, 1)),
        ((500, 9600), "250.webp 250.jpg", (250, 4800)),
        ((2, 16000), "1.webp 1.jpg", (1, 4800)),
        ((16000, 2), "480.webp 960.webp 1600.webp 960.jpg", (1600, 1)),
    ],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_published_at_three_widths_and_never_enlarged(size, expected, largest, kind):
    made = published("a.png" if kind == "PNG" else "a.jpg", photograph(kind, size))
    assert names(made) == expected.split()
    assert (made.width, made.height) == largest
    assert opened(made.webp[-1].content).size == largest
    for file in made.files:
        shown = opened(file.content)
        assert file.address.endswith(f"-{shown.width}.{'jpg' if shown.format == 'JPEG' else 'webp'}")
        assert file.width == shown.width
        assert abs(shown.height - max(1, made.height * shown.width / made.width)) <= 1


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpeg", "a.png", "a.webp", "a.avif"])
def test_a_picture_stands_as_its_camera_was_held(turn, name):
    """The camera's corner of each colour is where the EXIF standard says that it is seen."""
    corners = {"red": (0, 0), "lime": (1, 0), "blue": (0, 1), "white": (1, 1)}
    picture = Image.new("RGB", (1200, 800))
    for colour, (x, y) in corners.items():
        picture.paste(colour, (x * 600, y * 400, x * 600 + 600, y * 400 + 400))
    exif = Image.Exif()
    exif[0x0112] = turn
    out = io.BytesIO()
    picture.save(out, name[2:].upper(), exif=exif)
    made = published(name, out.getvalue())
    assert (made.width, made.height) == ((1200, 800) if turn < 5 else (800, 1200))
    seen = {1: "rlbw", 2: "lrwb", 3: "wblr", 4: "bwrl", 5: "rblw", 6: "brwl", 7: "wlbr", 8: "lwrb"}[turn]
    letters = {"r": (255, 0, 0), "l": (0, 255, 0), "b": (0, 0, 255), "w": (255, 255, 255)}
    for file in made.files:
        found = [pixel(file, x, y) for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))]
        wrong = [(s, f) for s, f in zip(seen, found, strict=True) if not is_near(letters[s], f, 24)]
        assert wrong == []


def test_a_photograph_that_was_turned_is_as_wide_as_others():
    exif = Image.Exif()
    exif[0x0112] = 6
    made = published("a.jpg", photograph(size=(4000, 3000), exif=exif))
    assert (made.width, made.height) == (1600, 2133)
    assert names(made) == "480.webp 960.webp 1600.webp 960.jpg".split()


SECRETS = (b"SECRET", b"Exif", b"EXIF", b"XMP ", b"xmpmeta", b"ns.adobe", b"8BIM", b"ICC_PROFILE", b"ICCP", b"MPF")


def assert_says_nothing(made: Published) -> None:
    for file in made.files:
        shown = opened(file.content)
        assert not shown.getexif()
        known = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "dpi"}
        assert shown.info.keys() <= known | {"loop", "background", "timestamp", "duration"}
        assert [secret for secret in SECRETS if secret in file.content] == []
        assert file.content.count(b"\xff\xd8\xff") <= 1, "a picture within the picture"


def exif_with_everything() -> Image.Exif:
    """Camera, owner and place, and a small copy of the picture as cameras put it in."""
    exif = Image.Exif()
    exif[0x010F], exif[0x8298], exif[0x9C9B] = "SECRET CAMERA", "SECRET OWNER", "SECRET TITLE".encode("utf-16-le")
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0), 29: "SECRET DAY"})
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0SECRET COMMENT"
    small = photograph(size=(16, 12), comment=b"SECRET THUMBNAIL")
    exif.get_ifd(1).update({0x0201: 0, 0x0202: len(small)})
    return exif


def photoshop() -> bytes:
    """An IPTC caption as Photoshop writes it into a JPEG (segment APP13)."""
    text = b"SECRET CAPTION"
    iptc = b"\x1c\x02\x78" + struct.pack(">H", len(text)) + text
    data = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc
    return b"\xff\xed" + struct.pack(">H", len(data) + 2) + data


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>SECRET XMP</rdf:RDF></x:xmpmeta>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", photograph(exif=exif_with_everything(), comment=b"SECRET COMMENT", xmp=XMP)),
        ("a.jpg", with_segments(photograph(icc_profile=wide_gamut()), photoshop())),
        ("a.jpg", photograph() + b"SECRET END" + photograph()),
        ("a.png", photograph("PNG", exif=exif_with_everything(), icc_profile=wide_gamut())),
        ("a.webp", photograph("WEBP", exif=exif_with_everything(), xmp=XMP, icc_profile=wide_gamut())),
        ("a.avif", photograph("AVIF", exif=exif_with_everything(), xmp=XMP, icc_profile=wide_gamut())),
        ("a.gif", photograph("GIF", comment=b"SECRET COMMENT")),
    ],
    ids=["EXIF, XMP, comment", "IPTC, profile", "after the end", "PNG", "WebP", "AVIF", "GIF"],
)
def test_nothing_is_published_of_what_a_file_says_beside_its_picture(name, content):
    assert b"SECRET" in content
    assert_says_nothing(published(name, content))


def test_texts_of_a_png_are_not_published():
    text = b"tEXtComment\0SECRET"
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    plain = photograph("PNG")
    assert_says_nothing(published("a.png", plain[:33] + chunk + plain[33:]))


@pytest.mark.filterwarnings("ignore")  # as a build has it; test_pictures.py holds it to that
def test_notes_of_a_camera_that_are_damaged_cost_nothing_but_themselves():
    for exif in (b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\xff" * 40, b"Exif\0\0"):
        segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
        assert_says_nothing(published("a.jpg", with_segments(photograph(), segment)))


def test_of_a_file_that_holds_several_photographs_the_first_is_published():
    """Phones write a portrait and what lies behind it, or a panorama, as one JPEG of several (MPO)."""
    out = io.BytesIO()
    first, second = opened(photograph(size=(90, 60))), Image.new("RGB", (90, 60), "blue")
    first.save(out, "MPO", save_all=True, append_images=[second])
    assert opened(out.getvalue()).format == "MPO"
    made = published("a.jpg", out.getvalue())
    assert is_near(pixel(made.webp[0], 0.5, 0.5), (255, 0, 0))
    assert_says_nothing(made)


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_colours_of_a_wide_screen_become_those_of_every_screen(kind, name):
    """The same light: in the wide profile its numbers are smaller than in sRGB."""
    given, expected = (200, 80, 60), (216, 69, 50)
    out = io.BytesIO()
    settings = {} if kind == "PNG" else {"quality": 95, "subsampling": 0} if kind == "JPEG" else {"lossless": True}
    Image.new("RGB", (64, 64), given).save(out, kind, icc_profile=wide_gamut(), **settings)
    made = published(name, out.getvalue())
    assert_says_nothing(made)
    for file in made.files:
        assert is_near(pixel(file, 0.5, 0.5), expected, 5)
        assert not is_near(pixel(file, 0.5, 0.5), given, 10)


def test_colours_are_converted_and_transparency_is_kept():
    out = io.BytesIO()
    Image.new("RGBA", (64, 64), (200, 80, 60, 128)).save(out, "PNG", icc_profile=wide_gamut())
    shown = pixel(published("a.png", out.getvalue()).webp[0], 0.5, 0.5)
    assert is_near(shown, (216, 69, 50), 5)
    assert shown[3] == 128


def test_a_palette_has_its_colours_converted():
    out = io.BytesIO()
    Image.new("RGB", (64, 64), (200, 80, 60)).quantize(4).save(out, "PNG", icc_profile=wide_gamut())
    assert opened(out.getvalue()).mode == "P"
    assert is_near(pixel(published("a.png", out.getvalue()).webp[0], 0.5, 0.5), (216, 69, 50), 5)


@pytest.mark.parametrize("mode", ["L", "LA", "RGB"])
def test_a_profile_of_greys_makes_them_as_light_as_they_were(mode):
    """On a screen whose greys are even steps of light, half of them is as light as 188 of 255 in sRGB."""
    colour = {"L": 128, "LA": (128, 200), "RGB": (128, 128, 128)}[mode]
    made = published("a.png", saved(Image.new(mode, (20, 10), colour), icc_profile=even_greys()))
    shown = pixel(made.webp[0], 0.5, 0.5)
    assert is_near(shown, (188, 188, 188), 3)
    assert shown[3] == (200 if mode == "LA" else 255)


def test_a_profile_of_srgb_changes_nothing_and_an_unusable_one_is_passed_over():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (srgb, lab, srgb[:200], b"nothing", wide_gamut()[:-40]):
        made = published("a.png", photograph("PNG", icc_profile=profile))
        assert is_near(pixel(made.webp[0], 0.5, 0.5), (255, 0, 0), 3)


def saved(picture: Image.Image, kind: str = "PNG", **settings) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **settings)
    return out.getvalue()


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (Image.new("L", (20, 10), 77), (77, 77, 77, 255)),
        (Image.new("LA", (20, 10), (77, 128)), (77, 77, 77, 128)),
        (Image.new("1", (20, 10), 1), (255, 255, 255, 255)),
        (Image.new("RGB", (20, 10), (9, 99, 199)), (9, 99, 199, 255)),
        (Image.new("RGBA", (20, 10), (9, 99, 199, 0)), (0, 0, 0, 0)),
        (Image.new("RGB", (20, 10), (9, 99, 199)).quantize(2), (9, 99, 199, 255)),
    ],
    ids=["grey", "grey and transparent", "black and white", "colour", "transparent", "palette"],
)
def test_drawings_of_every_mode_lose_nothing(picture, expected):
    made = published("a.png", saved(picture))
    assert pixel(made.webp[0], 0.5, 0.5) == expected
    on_white = tuple(round(255 + (c - 255) * expected[3] / 255) for c in expected[:3])
    assert is_near(pixel(made.jpeg, 0.5, 0.5), on_white, 3)


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_palette_with_a_transparent_colour_is_laid_on_white_for_jpeg(kind):
    picture = Image.new("P", (40, 20), 0)
    picture.putpalette([200, 0, 0, 0, 0, 200])
    picture.paste(1, (20, 0, 40, 20))
    made = published(f"a.{kind.lower()}", saved(picture, kind, transparency=0))
    assert pixel(made.webp[0], 0.2, 0.5)[3] == 0
    assert pixel(made.webp[0], 0.8, 0.5) == (0, 0, 200, 255)
    assert is_near(pixel(made.jpeg, 0.2, 0.5), (255, 255, 255), 3)


@pytest.mark.parametrize(("mode", "colour"), [("L", 200), ("RGB", (200, 10, 10)), ("1", 1)])
def test_one_colour_that_stands_for_transparent_is_transparent(mode, colour):
    picture = Image.new(mode, (40, 20), colour)
    content = saved(picture, transparency=255 if mode == "1" else colour)
    assert pixel(published("a.png", content).webp[0], 0.5, 0.5)[3] == 0


def colours(picture: Image.Image) -> int:
    return len(picture.getcolors(1 << 24))


def test_what_was_rubbed_out_is_gone():
    """A rubber of a drawing program makes a face transparent, and leaves its colours in the file."""
    picture = Image.effect_noise((600, 400), 90).convert("RGB")
    picture.putalpha(0)
    for name, content in (("a.png", saved(picture)), ("a.webp", saved(picture, "WEBP", lossless=True, exact=True))):
        assert colours(opened(content).convert("RGBA").convert("RGB")) > 50
        for file in published(name, content).files:
            assert colours(opened(file.content).convert("RGBA")) == 1


def test_a_drawing_is_exact_and_a_photograph_is_not_heavy():
    drawing = Image.new("RGB", (900, 600), "white")
    ImageDraw.Draw(drawing).line((0, 0, 900, 600), fill="navy", width=3)
    (small, large) = published("a.png", saved(drawing)).webp
    assert opened(large.content).convert("RGB").tobytes() == drawing.tobytes()
    assert pixel(small, 0.9, 0.1) == (255, 255, 255, 255)
    plain = published("a.png", saved(Image.new("RGB", (900, 600), (244, 235, 217))))
    assert {pixel(file, 0.5, 0.5) for file in plain.webp} == {(244, 235, 217, 255)}
    assert len(small.content) < 30_000
    noise = Image.merge("RGB", [Image.effect_noise((900, 600), 50) for _ in "rgb"])
    as_jpeg, as_png = published("a.jpg", saved(noise, "JPEG")), published("a.png", saved(noise))
    assert len(as_png.webp[-1].content) < 1.5 * len(as_jpeg.webp[-1].content)
    dithered = published("a.gif", saved(noise.quantize(256), "GIF"))
    assert len(dithered.webp[-1].content) < 2.5 * len(as_jpeg.webp[-1].content)


def test_names_say_nothing_and_change_with_the_picture():
    one = published("content/Emma's Class!.jpg", photograph())
    other = published("content/Emma's Class!.jpg", photograph(size=(61, 40)))
    assert {a.address for a in one.files}.isdisjoint(b.address for b in other.files)
    assert published("other/Zoë.jpg", photograph()) == one
    assert all(file.address.startswith("assets/picture.") for file in one.files)


def test_the_same_picture_is_always_the_same_bytes():
    for kind, name in (("JPEG", "a.jpg"), ("PNG", "a.png")):
        content = photograph(kind, (1300, 700), icc_profile=wide_gamut())
        assert published(name, content) == published(name, content)
