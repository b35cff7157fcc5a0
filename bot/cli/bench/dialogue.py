"""`kmzero bench dialogue`: how many actions simulated employees need, beside baselines, and the time of a step."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import screen
from bot.cli.app import open_house
from bot.cli.bench.app import bench
from bot.cli.figures import figures

# What is measured is imported when it runs: no other command waits for it.
if TYPE_CHECKING:
    from rich.table import Table

    from bot.catalogue.catalogue import Catalogue
    from bot.cli.bench.after_card import AfterCard, Sayings
    from bot.cli.bench.comparison import Comparison
    from bot.cli.bench.simulation import Tally
    from bot.cli.bench.tasks import Task
    from bot.conversation.talk.world import World
    from bot.understanding.reading import Reader

SIZES = (90, 1_000, 10_000)
STEP_TARGET = 25.0  # ms, p99 with 10,000 services


@dataclass(frozen=True)
class Speed:
    """Milliseconds of a step of the dialogue and of reading a message (None without messages), and what it led to."""

    services: int
    mean_actions: float
    steps: int
    step_p50: float
    step_p99: float
    read_p50: float | None
    read_p99: float | None


@bench.command()
def dialogue(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    messages: Annotated[
        Path | None, typer.Option(help="Messages with text, needs, accept, lang, style; else buttons only.")
    ] = None,
    talk: Annotated[
        Path | None, typer.Option(help="Lines as for `evaluate --acts`: what is typed once a card is there.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the slips and of the larger networks.")] = 1,
    mistaps: Annotated[float, typer.Option(min=0, max=1, help="The share of taps that are slips.")] = 0.05,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
) -> None:
    """Let simulated employees look for what they need; beside it a static menu, a greedy optimum and the entropy."""
    from functools import cache

    from bot.cli.bench.comparison import Bench
    from bot.cli.bench.labelled import read_labelled
    from bot.cli.bench.tasks import by_buttons, from_messages

    labelled = read_labelled(messages) if messages else []
    lines = _lines(talk)
    with open_house(context) as house, house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    world = _world(edition.catalogue)
    typed = from_messages(labelled, edition.catalogue)
    compared = Bench(world, cache(edition.reader.read), seed, mistaps).compare(typed)
    tasks = typed or by_buttons(edition.catalogue)
    speeds = [_speed(_larger(world, size, seed), edition.reader, tasks) for size in SIZES]
    asked = _after_card(typed, lines, edition.reader, world, seed)
    if as_json:
        screen.block(json.dumps(_as_json(compared, speeds, asked)))
        return
    _print(compared, speeds, mistaps)
    if asked:
        _print_after(asked)


def _world(catalogue: "Catalogue") -> "World":
    """Return the world of a member of the first company, now."""
    from bot.assembly import now
    from bot.conversation.talk.world import World

    return World(catalogue, "it", next(iter(catalogue.companies), None), now())


def _lines(talk: Path | None) -> "Sayings | None":
    from bot.cli.bench.acts import LINE
    from bot.cli.bench.after_card import sayings_of
    from bot.cli.bench.labelled import read_lines
    from bot.errors import CannotRun

    try:
        return sayings_of(read_lines(talk, LINE)) if talk else None
    except ValueError as error:
        raise CannotRun(f"{talk}: {error}") from error


def _after_card(
    tasks: "Sequence[Task]", lines: "Sayings | None", reader: "Reader", world: "World", seed: int
) -> "AfterCard | None":
    from bot.cli.bench.after_card import after_card

    return after_card(tasks, lines, reader, world, Random(seed)) if lines else None  # noqa: S311 - a simulation


def _larger(world: "World", services: int, seed: int) -> "World":
    from dataclasses import replace

    from bot.catalogue.catalogue import Catalogue
    from bot.cli.bench.synthetic_services import multiply

    release = multiply(world.catalogue.release, services, Random(seed))  # noqa: S311 - a plausible network, no secret
    return replace(world, catalogue=Catalogue(world.catalogue.number, release))


def _speed(world: "World", reader: "Reader", tasks: "Sequence[Task]") -> Speed:
    """Play the tasks once without slips, with a watch on every step and on every reading."""
    from bot.cli.bench.simulation import tally, walk
    from bot.cli.bench.stopwatch import Stopwatch
    from bot.conversation.talk.dialogue import advance

    steps, readings, random = Stopwatch(), Stopwatch(), Random(0)  # noqa: S311 - nothing is drawn without slips
    walk(tasks[0], world, reader.read, random)  # the indexes of the catalogue are made once, at the first step
    read, step = readings.timed(reader.read), steps.timed(advance)
    mean = tally([walk(task, world, read, random, step=step) for task in tasks]).mean
    p50, p99 = (readings.quantile(share) if len(readings) else None for share in (0.5, 0.99))
    count = len(world.catalogue.entries)
    return Speed(count, mean, len(steps), steps.quantile(0.5), steps.quantile(0.99), p50, p99)


def _as_json(compared: "Comparison", speeds: Iterable[Speed], asked: "AfterCard | None") -> dict[str, Any]:
    after = asdict(asked) if asked else None
    return asdict(compared) | {"sizes": [asdict(speed) for speed in speeds], "after_card": after}


def _print(compared: "Comparison", speeds: Iterable[Speed], mistaps: float) -> None:
    from bot.cli.console import console

    shown = console()
    shown.print(_actions(compared.rows, mistaps))
    for name, cost in compared.mistap_cost.items():
        shown.print(f"mis-taps cost, {name}: {cost:+.2f} actions")
    if compared.wrong:
        share = compared.recovered / compared.wrong
        shown.print(
            f"wrong services first, right after more words: {compared.recovered} of {compared.wrong} = {share:.2f}"
        )
    shown.print(_times(speeds))


def _print_after(asked: "AfterCard") -> None:
    from bot.cli.console import console

    title = "Once a card is there: two questions about it, a doubt, the code"
    table = figures(title, "employees", "with a card", "questions", "doubts", "codes", "all", "actions", "wrong cards")
    shares = (f"{share:.2f}" for share in (asked.questions, asked.doubts, asked.codes, asked.all_reached))
    table.add_row(str(asked.employees), str(asked.with_card), *shares, f"{asked.actions:.2f}", str(asked.wrong_cards))
    console().print(table)


def _actions(rows: "dict[str, Tally]", mistaps: float) -> "Table":
    title = f"Actions until a service of the need is on the screen (mis-taps {mistaps:.0%})"
    table = figures(title, "who", "n", "≤1", "≤2", "≤3", "≤4", "≤5", "mean", "worst")
    for name, row in rows.items():
        within = [f"{share:.2f}" for share in row.within] or [""] * 5
        table.add_row(name, str(row.people), *within, f"{row.mean:.2f}", str(row.worst or ""))
    return table


def _times(speeds: Iterable[Speed]) -> "Table":
    title = f"Time of a step, ms (target with 10,000 services: p99 {STEP_TARGET:.0f})"
    table = figures(title, "services", "mean actions", "steps", "step p50", "step p99", "read p50", "read p99")
    for one in speeds:
        times = (one.step_p50, one.step_p99, one.read_p50, one.read_p99)
        cells = ("" if ms is None else f"{ms:.2f}" for ms in times)
        table.add_row(f"{one.services:,}", f"{one.mean_actions:.2f}", str(one.steps), *cells)
    return table
