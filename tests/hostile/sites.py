"""Tiny hostile sites: what they are made of beside the attack itself."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image

PICTURE = "hall.jpg"


@lru_cache
def picture() -> bytes:
    """A small picture."""
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(data, "JPEG")
    return data.getvalue()
