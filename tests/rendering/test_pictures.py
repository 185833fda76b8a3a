from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from sitegen.reading.digests import digest_of
from sitegen.reading.values import Asset
from sitegen.rendering.pictures import encode, publish, publish_all, used
from tests.rendering.samples import story_page, text


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **settings) -> bytes:
    image = Image.new(mode, size, "red" if mode in ("RGB", "RGBA") else 1)
    image.putpixel((0, 0), (0, 0, 255) if mode == "RGB" else (0, 0, 255, 0) if mode == "RGBA" else 0)
    out = io.BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def problem(path: str, content: bytes):
    made = encode(path, content)
    assert made.value is None
    (found,) = made.problems
    assert found.where.file == path
    return found


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("JPEG", "A.JPEG"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif")]
)
def test_every_kind_of_picture_is_encoded_anew(kind, name):
    made = encode(f"content/x/{name}", picture(kind))
    assert made.problems == ()
    assert (made.value.width, made.value.height) == (60, 40)
    assert opened(made.value.content).format == "WEBP"
    assert made.value.content != picture(kind)


def test_nothing_of_the_camera_is_published_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRET CAMERA"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    made = encode("a.jpg", picture(exif=exif, comment=b"SECRET COMMENT")).value
    assert (made.width, made.height) == (40, 60)
    assert not opened(made.content).getexif()
    assert b"SECRET" not in made.content
    assert b"EXIF" not in made.content
    assert {"exif", "icc_profile", "xmp", "comment"}.isdisjoint(opened(made.content).info)


def test_colours_of_another_profile_become_srgb():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = encode("a.png", picture("PNG", icc_profile=srgb)).value
    assert opened(made.content).convert("RGB").getpixel((30, 20)) == (255, 0, 0)
    unusable = encode("a.png", picture("PNG", icc_profile=profile.tobytes()))
    assert unusable.value is not None


def test_a_wide_picture_is_sixteen_hundred_pixels_wide_and_a_small_one_is_not_enlarged():
    made = encode("a.png", picture("PNG", (3200, 100))).value
    assert (made.width, made.height) == (1600, 50)
    assert opened(made.content).size == (1600, 50)
    assert encode("a.png", picture("PNG", (10, 10))).value.width == 10


def test_transparency_is_kept_and_drawings_lose_nothing():
    made = opened(encode("a.png", picture("PNG", mode="RGBA")).value.content)
    assert made.convert("RGBA").getpixel((0, 0))[3] == 0
    assert made.convert("RGBA").getpixel((30, 20)) == (255, 0, 0, 255)


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK"])
def test_pictures_of_other_modes_are_shown_in_colour(mode):
    out = io.BytesIO()
    Image.new(mode, (20, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert encode("a.jpg" if mode == "CMYK" else "a.png", out.getvalue()).problems == ()


def test_the_address_carries_a_name_and_a_digest_of_the_source():
    one, two = (
        encode("content/Emma's Class!.jpg", picture()),
        encode("content/Emma's Class!.jpg", picture(size=(61, 40))),
    )
    assert one.value.address.startswith("assets/emmas-class.")
    assert one.value.address != two.value.address
    assert encode("other/Emma's Class!.jpg", picture()).value == one.value
    assert encode("photos/★.jpg", picture()).value.address.startswith("assets/picture.")


@pytest.mark.parametrize(
    ("path", "content", "says"),
    [
        ("a.jpg", b"", "empty"),
        ("a.jpg", b"not a picture at all", "damaged"),
        ("a.jpg", picture(size=(600, 400))[:-900], "damaged"),
        ("a.png", picture("PNG", (400, 400))[:300], "damaged"),
        ("a.png", picture("JPEG"), "is named as PNG but holds a JPEG picture"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
        ("a.HEIC", b"x", "HEIC"),
        ("a.tif", picture("TIFF"), "TIFF"),
        ("a.exe", b"MZ", "not a picture"),
        ("a", picture(), "not a picture"),
        ("a.jpg", b"<svg/>", "damaged"),
        ("a.gif", b"GIF89a" + b"\xff" * 40, "damaged"),
    ],
)
def test_what_cannot_be_published_is_a_problem_that_says_what_to_do(path, content, says):
    found = problem(path, content)
    assert found.code == "picture-format"
    assert says in found.what
    assert found.fix


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded():
    tiny = picture("PNG", (1, 1), "L")
    bomb = tiny[:16] + (60_000).to_bytes(4, "big") * 2 + tiny[24:]
    assert "damaged" in problem("a.png", bomb).what or "more pixels" in problem("a.png", bomb).what
    large = io.BytesIO()
    Image.new("1", (12_000, 9_000)).save(large, "PNG")
    assert "more pixels" in problem("a.png", large.getvalue()).what


def asset(path: Path) -> Asset:
    content = path.read_bytes() if path.exists() else b""
    return Asset(f"content/{path.name}", path, len(content), digest_of(content))


def test_pictures_are_read_from_the_site_and_each_is_published_once(tmp_path):
    good, bad = tmp_path / "a.jpg", tmp_path / "b.jpg"
    good.write_bytes(picture())
    bad.write_bytes(b"x")
    made = publish_all([asset(good), asset(good), asset(bad)])
    assert list(made.value) == [digest_of(picture())]
    assert [p.where.file for p in made.problems] == ["content/b.jpg"]


def test_a_picture_that_cannot_be_read_is_a_problem(tmp_path):
    made = publish(asset(tmp_path / "gone.jpg"))
    assert (made.value, made.problems[0].code) == (None, "unreadable-file")


@pytest.mark.parametrize("later", [b"", picture()[:-9], picture() + b"x", picture("JPEG", (9, 9))])
def test_a_picture_that_is_no_longer_what_was_read_is_a_problem(tmp_path, later):
    file = tmp_path / "a.jpg"
    file.write_bytes(picture())
    read = asset(file)
    file.write_bytes(later)
    made = publish(read)
    assert (made.value, made.problems[0].what) == (None, '"a.jpg" changed while the site was being built.')


def test_the_pictures_of_a_view_are_those_of_its_fields_and_its_texts(tmp_path):
    one, two = asset(tmp_path / "a.jpg"), asset(tmp_path / "b.jpg")
    body = type(text())(pictures={"b.jpg": two})
    assert list(used((story_page(body, picture=one),))) == [two, one]
    assert list(used(story_page(text()))) == []
