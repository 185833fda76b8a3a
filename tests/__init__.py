"""The tests of sitegen. `python3 -m tests` sees to everything they need and runs them."""
