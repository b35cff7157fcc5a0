"""`make attack`: a thousand random companies, eight quarters, and what somebody works out who has all the reports."""

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from bot.insight.suppression import Told, figures, suppress
from bot.insight.tables import Cell, Counts, Layout, Shape, lay_out
from tests.soak.evaluation_attacked import evaluations_attacked
from tests.soak.invented_quarters import network, quarter
from tests.soak.ledger import Ledger
from tests.soak.second_attacker import FEW, Key, Library, by_hand, by_program

SIZES = (2, 3, 5, 8, 13, 20)  # companies in a network, in turn
Look = Callable[[Layout], Told]
PROGRAM_EVERY = 40  # quarters: the slow attacker takes some


def publish(shape: Shape, counts: Counts, look: Look) -> tuple[Library, Layout]:
    """Return what is published of a quarter, and the truth."""
    layout = lay_out(counts, shape)
    reports: dict[tuple[str, str], dict[str, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
    for cell, people in figures(layout, look(layout)).items():
        reports[cell.kind, cell.id][cell.table][cell.value] = people
    small = frozenset(_key(cell) for cell, people in layout.truth.items() if people < FEW[cell.table])
    rows = tuple((table, row) for table, names in shape.rows.items() for row in names)
    return Library(reports, shape.companies, shape.services, small, rows), layout


def _key(cell: Cell) -> Key:
    return cell.kind, cell.id, cell.table, cell.value


def too_narrow(library: Library, found: Mapping[Key, tuple[float, float]]) -> list[tuple[Key, tuple[float, float]]]:
    """Return the hidden cells with fewer possible values than k, or than were possible before any report.

    A sum over companies that has k people or more is nobody's secret: it is only hidden to protect its parts.
    """
    return [
        (key, (low, high))
        for key, (low, high) in found.items()
        if library.figure(key) is None
        and (key[0] in ("company", "organization") or key in library.small)
        and high - low + 1 < min(FEW[key[2]], library.first(key)[1] - library.first(key)[0] + 1) - 1e-6
    ]


def attack(
    seed: int, companies: int, quarters: int, *, slowly: Iterable[int] = (), look: Look = suppress
) -> tuple[int, int, int, int]:
    """Publish some quarters of one network; return cells attacked, too narrow, recovered, and figures told."""
    dice = random.Random(seed)
    shape = network(dice, companies)
    attacked = narrow = recovered = told = 0
    for number in range(quarters):
        library, layout = publish(shape, quarter(dice, shape), look)
        found: dict[Key, tuple[float, float]] = by_hand(library)
        if number in slowly:
            hidden = [key for key in map(_key, layout.truth) if library.figure(key) is None]
            hidden = [key for key in hidden if key[0] != "group" or ("group", "small") in library.reports]
            found |= by_program(library, dice.sample(hidden, min(len(hidden), 60)))
        hidden_ends = {key: ends for key, ends in found.items() if library.figure(key) is None}
        attacked += len(hidden_ends)
        narrow += len(too_narrow(library, hidden_ends))
        before = {key: library.first(key) for key in hidden_ends}
        recovered += sum(
            high - low < 1 - 1e-6 < before[key][1] - before[key][0] for key, (low, high) in hidden_ends.items()
        )
        told += sum(people is not None for r in library.reports.values() for t in r.values() for people in t.values())
    return attacked, narrow, recovered, told


def all_attacked(ledger: Ledger, *, companies: int = 1000, quarters: int = 8, processes: int = 2) -> None:
    """Publish and attack until so many companies had their quarters."""
    jobs: list[tuple[int, int]] = []
    while sum(size for _, size in jobs) < companies:
        jobs.append((len(jobs), SIZES[len(jobs) % len(SIZES)]))
    every = max(1, PROGRAM_EVERY // quarters)
    tasks = [partial(attack, seed, size, quarters, slowly=[0][seed % every :]) for seed, size in jobs]
    if processes == 1:
        results = [task() for task in tasks]
    else:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            results = [future.result() for future in [pool.submit(task) for task in tasks]]
    attacked, narrow, recovered, told = (sum(column) for column in zip(*results, strict=True))
    name = f"{companies} companies x {quarters} quarters, all reports"
    measured = f"{attacked} hidden cells, {narrow} narrower than k, {recovered} recovered ({told} figures told)"
    ledger.note(name, measured, ok=attacked > 0 and told > 0 and (narrow, recovered) == (0, 0))


if __name__ == "__main__":
    ledger = Ledger()
    all_attacked(ledger)
    evaluations_attacked(ledger)
    sys.exit(0 if ledger.holds else 1)
