"""The dialogue beside its dialogue_baselines: the same tasks played in every way, summed up in rows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.cli.bench.dialogue_baselines import entropy, optimum, static_menu
from bot.cli.bench.simulation import Read, Tally, recovers, tally, walk
from bot.cli.bench.tasks import Task, by_buttons
from bot.conversation.talk.world import World

ROUNDS = 10  # each task is played so often where slips are drawn, so that the figures are steady

Rows = dict[str, Tally]


@dataclass(frozen=True)
class Comparison:
    """`mistap_cost` is in actions, by who pays it; `recovered` is how many of `wrong` came right with more words."""

    rows: Rows
    mistap_cost: dict[str, float]
    wrong: int
    recovered: int


@dataclass(frozen=True)
class Bench:
    """All that a comparison needs. `seed` makes it the same every time."""

    world: World
    read: Read
    seed: int
    mistaps: float
    rounds: int = ROUNDS

    def compare(self, typed: Sequence[Task]) -> Comparison:
        """Play every typed task, and every need by buttons."""
        crowds = _crowds(typed, by_buttons(self.world.catalogue))
        slipping = {name: self._played(crowd, self.mistaps) for name, crowd in crowds.items()}
        exact = {name: self._played(crowd, 0.0) for name, crowd in crowds.items() if not name.startswith(STYLE)}
        cost = {name: slipping[name].mean - tally.mean for name, tally in exact.items()}
        rows = slipping | {f"{name}, no mis-taps": tally for name, tally in exact.items()}
        found = [recovers(task, self.world, self.read) for task in typed if len(task.goals) == 1]
        wrong = [right for right in found if right is not None]
        return Comparison(rows | self._dialogue_baselines(crowds), cost, len(wrong), sum(wrong))

    def _played(self, crowd: Sequence[Task], mistaps: float) -> Tally:
        random = Random(self.seed)  # noqa: S311 - a simulation, the same for the same seed
        rounds = self.rounds if mistaps else 1
        return tally(
            [walk(one, self.world, self.read, random, mistaps=mistaps) for _ in range(rounds) for one in crowd], rounds
        )

    def _dialogue_baselines(self, crowds: dict[str, Sequence[Task]]) -> Rows:
        catalogue, before = self.world.catalogue, self.world.prior
        rows = {}
        for name in (ONE, BUTTONS_ONLY):
            if crowd := crowds.get(name):
                beliefs = [self.read(task.text).belief if task.text else before for task in crowd]
                best = [optimum(one, belief) for one, belief in zip(crowd, beliefs, strict=True)]
                bound = sum(int(one.text is not None) + entropy(b) for one, b in zip(crowd, beliefs, strict=True))
                rows[f"{name}: static menu"] = tally([static_menu(task, catalogue) for task in crowd])
                rows[f"{name}: greedy optimum"] = tally(best)
                rows[f"{name}: entropy log4"] = Tally(len(crowd), (), bound / len(crowd), None)
        return rows


ONE, TWO, BUTTONS_ONLY, STYLE = "one message", "two needs", "buttons only", "· "


def _crowds(typed: Sequence[Task], pressed: Sequence[Task]) -> dict[str, Sequence[Task]]:
    """Return who is summed up together, without the groups where nobody is."""
    single = [task for task in typed if len(task.goals) == 1]
    styles = {f"{STYLE}{style}": [e for e in single if e.style == style] for style in sorted({e.style for e in single})}
    double = [task for task in typed if len(task.goals) > 1]
    crowds: dict[str, Sequence[Task]] = {ONE: single, **styles, TWO: double, BUTTONS_ONLY: pressed}
    return {name: crowd for name, crowd in crowds.items() if crowd}
