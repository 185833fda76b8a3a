"""The benchmark: `python3 -m tests.bench [--help]`. docs/performance.md says how to read what it prints."""
