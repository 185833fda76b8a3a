"""What every test relies on."""

from __future__ import annotations

import sys

collect_ignore = ["writing/test_write_on_posix.py"] if sys.platform == "win32" else []
