"""`kmzero bench randomized`: what randomized answers tell of all people, and that they tell it of nobody."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from random import Random
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.bench.app import bench
from bot.cli.figures import figures

if TYPE_CHECKING:  # what is measured is imported when it runs
    from bot.cli.bench.dump_attacked import Attack
    from bot.cli.bench.reasons_simulated import Found

PEOPLE = (120, 300)


@bench.command()
def randomized(
    runs: Annotated[int, typer.Option(min=1, help="Evaluations simulated for each row.")] = 2000,
    people: Annotated[int, typer.Option(min=100, help="People in the dump that is attacked.")] = 40_000,
    seed: Annotated[int, typer.Option(help="The same seed, the same people and dice.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
) -> None:
    """Estimate true reasons from randomized answers, and try to tell true answers from dice in a dump."""
    from bot.cli.bench.dump_attacked import attack
    from bot.cli.bench.reasons_simulated import HARDER, SHARES, simulate
    from bot.evaluation.randomized import EPSILON, TRUTH

    crowds = {"invented programme": SHARES, "harder": HARDER}
    dice = Random(seed)  # noqa: S311 - a simulation
    found = {name: [simulate(shares, size, runs, dice) for size in PEOPLE] for name, shares in crowds.items()}
    attacked = attack(SHARES, people, seed)
    if as_json:
        rows = {name: {"truth": crowds[name], "rows": [asdict(one) for one in some]} for name, some in found.items()}
        told = {"t": TRUTH, "epsilon": EPSILON, "runs": runs, "crowds": rows, "dump": asdict(attacked)}
        screen.block(json.dumps(told))
        return
    _print(crowds, found, attacked, f"t = {TRUTH}, epsilon = {EPSILON:.2f}, {runs} runs")


def _print(
    crowds: Mapping[str, Mapping[str, float]], found: "Mapping[str, list[Found]]", attacked: "Attack", title: str
) -> None:
    from bot.cli.console import console
    from bot.evaluation.randomized import REASONS

    table = figures(title, "true reasons", "answers", "top right", "95 % holds", "width")
    for name, some in found.items():
        for one in some:
            table.add_row(
                name, str(one.people), f"{one.top_right:.3f}", f"{one.inside:.3f}", f"± {50 * one.width:.0f} points"
            )
    console().print(table)
    truth = figures("The truth, %", "reason", *crowds)
    for reason in REASONS:
        truth.add_row(reason, *(f"{100 * shares[reason]:.0f}" for shares in crowds.values()))
    console().print(truth)
    dump = figures(f"A dump with its key, {attacked.people} answers not seen before", "true or dice?", "AUC")
    dump.add_row("among equal answers", f"{attacked.same_answer:.3f}")
    dump.add_row("among all answers: what is frequent is truer", f"{attacked.anywhere:.3f}")
    dump.add_row("the same, from the shares alone, without a dump", f"{attacked.by_frequency:.3f}")
    console().print(dump)
