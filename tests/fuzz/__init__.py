"""Fuzzing: what may be wrong with any input at all, and what must hold for every one.

The usual run tries a few hundred inputs, the same ones every time, in some seconds. To look for something new, run

    SITEGEN_FUZZ=50 python3 -m tests tests/fuzz

which tries fifty times as many, other ones in every run; `--full` does so with `SITEGEN_FUZZ=20`. What falls is printed
as small as it can be made: mend it, and add the input to its test as an `@example`.

`budget` says how many inputs are tried, `damage` makes bytes of files, `stories` makes stories of every field and
block, `sound` is what is held of a finished site.
"""
