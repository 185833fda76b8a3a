"""How many inputs a test tries, and whether they are the same in every run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

TIMES = max(1, int(os.environ.get("SITEGEN_FUZZ", "1")))
"""By how many times more inputs are tried than usual."""

_PHASES = [phase for phase in Phase if phase is not Phase.explain]


def tries(count: int) -> settings:
    """So many inputs in the usual run, always the same; more on demand, and other ones every time."""
    return settings(
        max_examples=count * TIMES, derandomize=TIMES == 1, deadline=None, database=None, phases=_PHASES,
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
