"""How each row is measured: everything that is compared in turn, in one run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from environment import say
from tests.bench import galleries, hugo, ours, pelican
from tests.bench.goals import GOALS, Row
from tests.bench.peers import Peers
from tests.bench.serving import served
from tests.bench.sites import Site
from tests.bench.timing import VARIABLES, Run, compile_ours, growth, ratios, spread, timed

Runs = dict[str, list[Run]]
Steps = Mapping[str, Callable[[int], Run]]
"""What is run in a round, by its name; each is given the number of the round."""

_HELPS = 20


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured: where, with how many stories and pictures, in how many pairs, against whom, and which rows."""

    folder: Path
    stories: int = 5000
    pictures: int = 400
    pairs: int = 5
    peers: Peers = field(default_factory=Peers)
    rows: frozenset[str] = frozenset(GOALS)

    def ours(self, count: int) -> Site:
        """The corpus as a site of sitegen."""
        return ours.site(self.folder / f"sitegen-{count}", count)

    def hugo(self, count: int) -> Site | None:
        """The corpus as a site of Hugo, where Hugo is here."""
        return hugo.site(self.folder / f"hugo-{count}", count, self.peers.hugo) if self.peers.hugo else None

    def pelican(self, count: int) -> Site | None:
        """The corpus as a site of Pelican, where Pelican is here."""
        program = self.peers.pelican
        return pelican.site(self.folder / f"pelican-{count}", count, program) if program else None


def measured(bench: Bench) -> Iterator[Row]:
    """Every row that was asked for, in the order of the table within each measure."""
    compile_ours()
    for names, measure in _MEASURES.items():
        if not bench.rows.isdisjoint(names):
            yield from (row for row in measure(bench) if row.goal.name in bench.rows)


def in_turn(rounds: int, steps: Steps) -> Runs:
    """Runs all steps one after the other, as often as asked, so that a busy minute weighs on all of them."""
    runs: Runs = {name: [] for name in steps}
    for number in range(rounds):
        for name, step in steps.items():
            runs[name].append(step(number))
            say(f"  {name}: {runs[name][-1].wall:.3f} s")
    return runs


def compared(name: str, runs: Runs, peer: str) -> Row:
    """A row of ours against a peer; without a figure where the peer was not run."""
    goal = GOALS[name]
    told = {each: runs[each] for each in ("sitegen", peer) if each in runs}
    if peer not in runs:
        return Row(goal, None, runs=told)
    mine, theirs = runs["sitegen"], runs[peer]
    if goal.is_memory:
        return Row(goal, ratios([run.peak for run in mine], [run.peak for run in theirs]), runs=told)
    by_cpu = ratios(_cpu(mine), _cpu(theirs)).median if all(_cpu(theirs)) else None
    return Row(goal, ratios([run.wall for run in mine], [run.wall for run in theirs]), by_cpu, told)


def _cpu(runs: list[Run]) -> list[float]:
    return [run.cpu for run in runs]


def _cold(bench: Bench) -> Iterator[Row]:
    say(f"Cold builds of {bench.stories:,} stories")
    sites: dict[str, Site | None] = {"sitegen": bench.ours(bench.stories)}
    if not bench.rows.isdisjoint(("cold-hugo", "memory")):
        sites["Hugo"] = bench.hugo(bench.stories)
    if "cold-pelican" in bench.rows:
        sites["Pelican"] = bench.pelican(bench.stories)
    smaller = (bench.stories // 5, bench.stories // 50) if "growth" in bench.rows else ()
    sites |= {_size(count): bench.ours(count) for count in smaller}
    runs = in_turn(bench.pairs, _all_cold(sites))
    yield compared("cold-pelican", runs, "Pelican")
    yield compared("cold-hugo", runs, "Hugo")
    yield compared("memory", runs, "Hugo")
    if smaller:
        yield _grown("growth", {_size(bench.stories): runs["sitegen"], **{_size(n): runs[_size(n)] for n in smaller}})


def _size(count: int) -> str:
    return f"{count:,} stories"


def _all_cold(sites: Mapping[str, Site | None]) -> Steps:
    return {name: lambda _, site=site: site.build_cold() for name, site in sites.items() if site}


def _grown(name: str, runs: Runs) -> Row:
    """A row of how much more three sizes of a corpus take, the largest first."""
    goal = GOALS[name]
    rounds = zip(*runs.values(), strict=True)
    figures = [growth(*((run.peak if goal.is_memory else run.wall) for run in each)) for each in rounds]
    by_cpu = [growth(*(run.cpu for run in each)) for each in zip(*runs.values(), strict=True)]
    return Row(goal, spread(figures), None if goal.is_memory else spread(by_cpu).median, runs)


def _warm(bench: Bench) -> Iterator[Row]:
    say(f"Builds of {bench.stories:,} stories after an edit")
    sites = [site for site in (bench.ours(bench.stories), bench.hugo(bench.stories)) if site]
    for site in sites:
        site.build()
    builds: dict[str, Callable[[Site, int], Run]] = {
        "body-edit": lambda site, number: site.build_edited(f"in round {number}"),
        "facts-edit": lambda site, number: site.build_moved(there=number % 2 == 0),
        "unchanged": lambda site, _: site.build(),
    }
    for name in (each for each in builds if each in bench.rows):
        say(GOALS[name].title)
        steps = {site.generator: lambda n, site=site, build=builds[name]: build(site, n) for site in sites}
        _once_more(sites)
        yield compared(name, in_turn(bench.pairs, steps), "Hugo")


def _once_more(sites: list[Site]) -> None:
    """Builds that are not counted, so that nothing of what was measured before is left to be done."""
    for site in sites:
        site.build()


def _large(bench: Bench) -> Iterator[Row]:
    counts = (4 * bench.stories, bench.stories, bench.stories // 50)
    say(f"A cold build of {counts[0]:,} stories")
    runs = in_turn(1, _all_cold({_size(count): bench.ours(count) for count in counts}))
    yield from (_grown(name, runs) for name in ("large-time", "large-memory"))


def _pictures(bench: Bench) -> Iterator[Row]:
    """A peer's single run takes many minutes, and is made of so many alike that few say as much as many."""
    folder, count = bench.folder / "pictures", bench.pictures
    say(f"{count} pictures. Those that are not there yet are made first.")
    make = (sys.executable, "-m", "tests.bench.photographs", str(folder), str(count))
    subprocess.run(make, check=True, env=VARIABLES)
    program = bench.peers.hugo
    sites = {
        "sitegen": galleries.our_site(bench.folder / "sitegen-pictures", folder, count),
        "Hugo": galleries.hugo_site(bench.folder / "hugo-pictures", folder, count, program) if program else None,
    }
    runs = in_turn(min(bench.pairs, 2), _all_cold(sites))
    yield compared("pictures", runs, "Hugo")
    yield Row(GOALS["pictures-memory"], spread(run.peak for run in runs["sitegen"]), runs=runs)


def _serve(bench: Bench) -> Iterator[Row]:
    count = bench.stories // 5
    say(f"Edits of a site of {count:,} stories that is served")
    with ExitStack() as stack:
        sites = [site for site in (bench.ours(count), bench.hugo(count)) if site]
        servers = [stack.enter_context(served(site)) for site in sites]
        steps = {each.site.generator: lambda n, each=each: each.saved(f"in round {n}") for each in servers}
        yield compared("serve", in_turn(bench.pairs, steps), "Hugo")


def _help(bench: Bench) -> Iterator[Row]:
    say("The help")
    commands = {"sitegen": (*ours.COMMAND, "--help"), "Python alone": (sys.executable, "-c", "")}
    runs = in_turn(_HELPS, {name: lambda _, it=it: timed(it, bench.folder) for name, it in commands.items()})
    yield Row(GOALS["help"], spread(run.wall for run in runs["sitegen"]), runs=runs)


_MEASURES: dict[tuple[str, ...], Callable[[Bench], Iterator[Row]]] = {
    ("cold-pelican", "cold-hugo", "memory", "growth"): _cold,
    ("body-edit", "facts-edit", "unchanged"): _warm,
    ("large-time", "large-memory"): _large,
    ("pictures", "pictures-memory"): _pictures,
    ("serve",): _serve,
    ("help",): _help,
}
