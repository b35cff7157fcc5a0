"""`make attack`, second part: evaluations of random programmes, attacked with all reports of their quarters."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

from bot.evaluation import figures as cells
from bot.evaluation.together import suppress_together
from bot.evaluation.told_quarters import ToldQuarter, told_of
from bot.insight.ledger import Report, worked_out
from bot.insight.quarters import Quarter
from bot.insight.suppression import Told, figures
from bot.insight.tables import OWN_REPORT, Cell, Counts, Layout, Owner, Shape, lay_out
from tests.soak.invented_evaluation import QUESTIONS, programme
from tests.soak.invented_quarters import network
from tests.soak.ledger import Ledger
from tests.soak.second_attacker import FEW, MANY, Key, Library
from tests.soak.third_attacker import Everything, Placed, ends

SIZES = (2, 3, 5, 8, 13)  # companies in a network, in turn
FEWEST = 10  # in every cell of an evaluation but those reached
Look = Callable[[Layout, list[ToldQuarter], dict[str, str]], Told]


class Found(NamedTuple):
    attacked: int
    narrow: int
    recovered: int
    told: int


def attack(seed: int, companies: int, quarters: int, *, most: int = 40, look: Look = suppress_together) -> Found:
    """Publish some quarters and their evaluation; return cells attacked, too narrow, recovered, and figures told."""
    dice = random.Random(seed)
    shape = network(dice, companies, areas=6, services=12)
    lived = programme(dice, shape, quarters)
    before = [publish(shape, counts, Quarter(2027 + n // 4, n % 4 + 1)) for n, counts in enumerate(lived.quarters)]
    layout = cells.lay_out(lived.whole, lived.shape)
    told = look(layout, [quarter for _, quarter in before], {area: area for area in shape.areas})
    evaluation = _library(layout, figures(layout, told), shape, ())
    known = Everything(
        evaluation, [library for library, _ in before], shape.areas, QUESTIONS, [_key(one) for one in layout.truth]
    )
    hidden: list[Placed] = [(-1, key) for key in known.keys if _is_hidden(evaluation, key)]
    ofs = [
        (n, ("company", one, t, row))
        for n, (library, _) in enumerate(before)
        for one in shape.companies
        for t, row in library.rows
    ]
    asked = dice.sample(hidden, min(len(hidden), most)) + dice.sample(ofs, min(len(ofs), most))
    asked = [cell for cell in asked if _figure(known, cell) is None]
    return _judged(known, ends(known, asked), sum(one is not None for one in figures(layout, told).values()))


def publish(shape: Shape, counts: Counts, quarter: Quarter) -> tuple[Library, ToldQuarter]:
    """Return what is published of a quarter, as an attacker reads it and as the publisher does."""
    drafted = worked_out("", counts, shape)
    layout = lay_out(counts, shape)
    tables: dict[tuple[Owner, str], dict[str, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
    tables["network", "network"] = defaultdict(dict)
    for cell, people in drafted.told.items():
        tables[cell.kind, cell.id][cell.table][cell.value] = people
    reports = [
        Report(
            kind,
            name,
            quarter,
            datetime(2029, 1, 1, tzinfo=UTC),
            "",
            dict(rows),
            tuple(drafted.small) if kind == "group" else (),
            drafted.sides,
        )
        for (kind, name), rows in tables.items()
    ]
    rows = tuple((table, row) for table, names in shape.rows.items() for row in names)
    return _library(layout, drafted.told, shape, rows), told_of(quarter, reports, shape, whole=True)


def _library(
    layout: Layout, told: Mapping[Cell, int | None], shape: Shape, rows: tuple[tuple[str, str], ...]
) -> Library:
    reports: dict[tuple[str, str], dict[str, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
    for cell, people in told.items():
        reports[cell.kind, cell.id][cell.table][cell.value] = people
    small = frozenset(_key(cell) for cell, people in layout.truth.items() if people < FEW.get(cell.table, FEWEST))
    return Library(reports, shape.companies, shape.services, small, rows)


def _key(cell: Cell) -> Key:
    return cell.kind, cell.id, cell.table, cell.value


def _figure(known: Everything, cell: Placed) -> int | None:
    return (known.evaluation if cell[0] < 0 else known.quarters[cell[0]]).figure(cell[1])


def _is_hidden(library: Library, key: Key) -> bool:
    """Tell whether a figure must stay hidden: one of many people over companies only protects its parts."""
    return library.figure(key) is None and (key[0] in ("company", "organization") or key in library.small)


def _judged(known: Everything, found: dict[Placed, tuple[float, float]], told: int) -> Found:
    """Count the cells of which fewer values are left than k, and than were left if no figure at all were told."""
    doubtful = [cell for cell, (low, high) in found.items() if high - low + 1 < FEW.get(cell[1][2], FEWEST) - 1e-6]
    before = ends(_all_hidden(known), doubtful) if doubtful else {}
    widths = {cell: (found[cell][1] - found[cell][0], high - low) for cell, (low, high) in before.items()}
    narrow = sum(after < min(FEW.get(cell[1][2], FEWEST) - 1, first) - 1e-6 for cell, (after, first) in widths.items())
    recovered = sum(after < 1 - 1e-6 < first for after, first in widths.values())
    return Found(len(found), narrow, recovered, told)


def _all_hidden(known: Everything) -> Everything:
    return replace(known, evaluation=_hidden(known.evaluation), quarters=[_hidden(one) for one in known.quarters])


class Forgotten(Library):
    """The same reports for somebody who has forgotten every figure that they tell."""

    def first(self, key: Key) -> tuple[float, float]:
        """Return what is known of a cell without its figure."""
        if self.figure(key) is None:
            return super().first(key)
        alone = key[0] == "company" and key[2] == "reached"
        return OWN_REPORT if alone else 0, (self.staff.get(key[1]) or MANY) if key[0] == "company" else MANY


def _hidden(library: Library) -> Library:
    return Forgotten(library.reports, library.staff, library.services, library.small, library.rows)


def evaluations_attacked(ledger: Ledger, *, companies: int = 200, quarters: int = 8, processes: int = 2) -> None:
    """Publish and attack until so many companies had their evaluation."""
    jobs: list[tuple[int, int]] = []
    while sum(size for _, size in jobs) < companies:
        jobs.append((len(jobs), SIZES[len(jobs) % len(SIZES)]))
    tasks = [partial(attack, 1000 + seed, size, quarters) for seed, size in jobs]
    if processes == 1:
        results = [task() for task in tasks]
    else:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            results = [future.result() for future in [pool.submit(task) for task in tasks]]
    attacked, narrow, recovered, told = (sum(column) for column in zip(*results, strict=True))
    measured = f"{attacked} hidden cells, {narrow} narrower than k, {recovered} recovered ({told} figures told)"
    ok = attacked > 0 and told > 0 and (narrow, recovered) == (0, 0)
    ledger.note(f"{companies} companies x {quarters} quarters and the evaluation", measured, ok=ok)
