"""Pictures as a camera makes them, of 12 megapixels, each made of its number alone: light, shapes, texture and grain.

`python3 -m tests.bench.photographs FOLDER COUNT` makes those that the folder lacks, in a process of its own: a process
that has held such pictures would make what it starts look as large as itself.
"""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw

from tests.bench.galleries import picture_name

SIZE = (4000, 3000)
_LAYERS = ((4, "RGB", 1.0), (16, "RGB", 0.45), (64, "L", 0.35), (256, "L", 0.25), (1000, "L", 0.18))
"""How many random points each layer is wide, in colour or grey, and how much of it is seen: from the light of the scene
to its texture. What is fine has little colour in photographs."""
_GRAIN = 0.06
_QUALITY = 88


def picture(number: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """One picture of the corpus."""
    chance = random.Random(f"picture {number}")
    half = (size[0] // 2, size[1] // 2)  # what a lens shows is never as fine as the grain of the film
    scene = Image.new("RGB", half)
    for width, mode, share in _LAYERS:
        layer = _noise(chance, mode, (width, width * 3 // 4)).resize(half, Image.Resampling.BICUBIC)
        scene = Image.blend(scene, layer.convert("RGB"), share)
    _draw_shapes(chance, scene)
    grain = _noise(chance, "L", size).convert("RGB")
    return Image.blend(scene.resize(size, Image.Resampling.BICUBIC), grain, _GRAIN)


def _noise(chance: random.Random, mode: str, size: tuple[int, int]) -> Image.Image:
    return Image.frombytes(mode, size, chance.randbytes(size[0] * size[1] * len(mode)))


def _draw_shapes(chance: random.Random, scene: Image.Image) -> None:
    """Things with hard edges, in front of the rest."""
    pen = ImageDraw.Draw(scene)
    for _ in range(chance.randint(4, 12)):
        x, y = chance.randrange(scene.width), chance.randrange(scene.height)
        wide = scene.width * chance.uniform(0.02, 0.2)
        box = (x, y, x + wide, y + wide * chance.uniform(0.3, 1))
        draw = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        draw(box, fill=tuple(chance.randrange(256) for _ in range(3)))


def _make(folder: Path, number: int) -> None:
    """Makes a picture that is not there yet: whole, or not at all."""
    file = folder / picture_name(number)
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        picture(number).save(unfinished, "JPEG", quality=_QUALITY)
        unfinished.replace(file)


if __name__ == "__main__":
    into, count = Path(sys.argv[1]), int(sys.argv[2])
    into.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        for _ in pool.map(partial(_make, into), range(count)):
            pass
