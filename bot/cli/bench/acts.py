"""Measuring how what is said after a first answer is heard: the act, and whether the card is kept.

Each line is walked through the pure talk: the first message, the screen that it leads to, then the second message.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from pydantic import TypeAdapter

from bot.cli.bench.typed_turns import press, say
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.acts import WITH_A_CARD, Act, Screen
from bot.understanding.reading import Reader

NO_ACT = {"need", "outside", "danger"}
# Acts that ask for another service: only after these may one be shown.
SHOWING = {"want", "refuse", "pick", "another", "back", "compare", "no", "need", "outside"}


@dataclass(frozen=True)
class Line:
    """Two messages, what the second does, and what else it may be taken for. `screen` is "" where the first tells."""

    then: str
    act: str
    first: str | None = None
    accept: tuple[str, ...] = ()
    screen: str = ""

    def is_right(self, act: str) -> bool:
        return act == self.act or act in self.accept


LINE = TypeAdapter(Line)


@dataclass(frozen=True)
class Outcome:
    """What a line was taken for; `shown` are the services in the answer, `card` the one on the screen before."""

    line: Line
    act: Act
    p: float
    card: str | None
    shown: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return self.line.is_right(self.act)

    @property
    def is_wrong_service(self) -> bool:
        """Whether another service took the card's place though none was asked for."""
        allowed = {act.partition(":")[0] for act in (self.line.act, *self.line.accept)} & SHOWING
        return self.card is not None and not allowed and any(service != self.card for service in self.shown)


@dataclass(frozen=True)
class Report:
    """Shares between 0 and 1; None where there was nothing to measure. `groups` are those of the acts' ids."""

    lines: int
    right: float | None
    groups: dict[str, tuple[int, float | None]]
    needs_taken_for_acts: float | None
    acts_taken_for_needs: float | None
    wrong_services: float | None
    wrong: list[tuple[str, str, str]]


def evaluate_acts(reader: Reader, world: World, lines: Sequence[Line]) -> Report:
    """Walk every line and measure."""
    found = [walk(reader, world, line) for line in lines]
    groups: dict[str, list[bool]] = defaultdict(list)
    for one in found:
        groups[one.line.act.partition(":")[0]].append(one.is_right)
    needs = [one for one in found if one.line.act in NO_ACT]
    acts = [one for one in found if one.line.act not in NO_ACT]
    return Report(
        lines=len(found),
        right=_share(one.is_right for one in found),
        groups={name: (len(group), _share(group)) for name, group in sorted(groups.items())},
        needs_taken_for_acts=_share(one.act not in NO_ACT and not one.is_right for one in needs),
        acts_taken_for_needs=_share(one.act in NO_ACT and not one.is_right for one in acts),
        wrong_services=_share(one.is_wrong_service for one in found if one.card),
        wrong=[(one.line.then, one.line.act, one.act) for one in found if not one.is_right],
    )


def walk(reader: Reader, world: World, line: Line) -> Outcome:
    """Return what the second message of a line was taken for, on the screen that its first one led to."""
    state = _reached(reader, world, line)
    turn = say(line.then, state, reader, world)
    return Outcome(line, turn.act, turn.p, state.card if state.screen in WITH_A_CARD else None, turn.shown)


def _reached(reader: Reader, world: World, line: Line) -> State:
    state = State(greeted=True)
    if line.first:
        state = say(line.first, state, reader, world).state
    if line.screen in WITH_A_CARD and state.screen not in WITH_A_CARD and state.buttons:
        state = press(state.buttons[0][0], state, world)
    if line.screen == "cards" and state.screen == "card":
        state = press("more", state, world)
    return replace(state, screen=cast("Screen", line.screen)) if line.screen else state


def _share(found: Iterable[bool]) -> float | None:
    answers = list(found)
    return sum(answers) / len(answers) if answers else None
