"""The readiness board: what each story still lacks, who has to act, and what has changed since the last release."""
