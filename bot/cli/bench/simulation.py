"""A simulated employee with a hidden need talks to the dialogue until a service of that need is on the screen. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from bot.cli.bench.tasks import Task
from bot.conversation.choices import kind_of, split
from bot.conversation.messages import Chose, Reply
from bot.conversation.talk.chips import ANY
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.explain import reachable
from bot.conversation.talk.hearing import Heard
from bot.conversation.talk.questions import options_of
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.reading import Reading

PATIENCE = 8  # actions after which an employee gives up
WAYS_OUT = ("none", "restart", "another", f":{ANY}")  # where no button leads to the need, in this order

Read = Callable[[str], Reading]
Step = Callable[[State, Heard | Chose, World], tuple[State, Reply]]


@dataclass(frozen=True)
class Outcome:
    """How an task ended. A message is one action, a tap is one; who gave up spent PATIENCE actions."""

    style: str
    actions: int
    served: bool


class Employee:
    """One person with the phone in hand, on the first screen of the menu."""

    def __init__(self, task: Task, world: World, step: Step = advance) -> None:
        self._world = replace(world, language=task.language)
        self._step = step
        self._open = list(task.goals)
        self._state, self._choices = State(), list[str]()
        self._send(Chose("restart"))
        self.seen = False  # services were on the last screen

    @property
    def content(self) -> bool:
        """Whether services of all that this person came for were on the screen."""
        return not self._open

    def say(self, reading: Reading) -> None:
        self._send(Heard(reading))

    def tap(self) -> bool:
        """Press what leads to the need, else that none of these does; tell whether there was something to press."""
        choice = self._truthful()
        if choice is not None:
            self._send(Chose(choice))
        return choice is not None

    def mistap(self, random: Random) -> bool:
        """Press a random other button; tell whether the talk has moved away."""
        right = self._truthful()
        others = [choice for choice in self._choices if choice != right]
        choice = random.choice(others) if others else right
        # The talk answers nothing else: the screen before stays above, with its buttons.
        if choice is None or kind_of(choice).by != "talk":
            return False
        self._send(Chose(choice))
        return choice != right

    def back(self) -> bool:
        """Undo a slip, where there is a button for it."""
        if "back" not in self._choices:
            return False
        self._send(Chose("back"))
        return True

    def _send(self, message: Heard | Chose) -> None:
        self._state, reply = self._step(self._state, message, self._world)
        self._choices = [choice.id for bubble in reply.messages for choice in bubble.choices]
        shown = {need for bubble in reply.messages for service in bubble.services for need in service.needs}
        self.seen = bool(shown)
        self._open = [goal for goal in self._open if not shown.intersection(goal)]

    def _truthful(self) -> str | None:
        wanted = [need for goal in self._open for need in goal]
        leading = (choice for need in wanted for choice in self._choices if self._leads(choice, need))
        out = (
            choice for way in WAYS_OUT for choice in self._choices if split(choice)[0] == way or choice.endswith(way)
        )
        return next(leading, None) or next(out, None)

    def _leads(self, choice: str, need: str) -> bool:
        kind, name = split(choice)
        if kind == "more":
            entries = self._world.catalogue.entries
            return any(need in entries[one].needs for one in reachable(choice, self._state, self._world))
        names = kind_of(choice).names
        if names is None or names in {"offer", "service"}:
            return False
        return any(o.id == name and need in o.needs for o in options_of(self._world.catalogue, names))


def walk(
    task: Task, world: World, read: Read, random: Random, *, mistaps: float = 0.0, step: Step = advance
) -> Outcome:
    """Play one task. With the probability `mistaps` a tap is a slip; who slipped presses back where there is one."""
    employee = Employee(task, world, step)
    actions, slipped = 0, False
    if task.text is not None:
        employee.say(read(task.text))
        actions = 1
    while not employee.content and actions < PATIENCE:
        actions += 1
        if slipped and employee.back():
            slipped = False
        elif random.random() < mistaps:
            slipped = employee.mistap(random)
        elif employee.tap():
            slipped = False
        else:
            break
    return Outcome(task.style, actions if employee.content else PATIENCE, employee.content)


def recovers(task: Task, world: World, read: Read) -> bool | None:
    """Tell whether typing the need once more, after other services were shown, shows one of its own.

    None where that does not come up: the first answer was right, or a question, or there is nothing more to type.
    """
    if task.text is None or task.again is None:
        return None
    employee = Employee(task, world)
    employee.say(read(task.text))
    if employee.content or not employee.seen:
        return None
    employee.say(read(task.again))
    return employee.content


WITHIN = 5


@dataclass(frozen=True)
class Tally:
    """Many outcomes at once: `within[n]` is the share served in at most n + 1 actions, up to WITHIN.

    A bound that is only a mean has no `within` and no `worst`.
    """

    people: int
    within: tuple[float, ...]
    mean: float
    worst: int | None


def tally(outcomes: Sequence[Outcome], rounds: int = 1) -> Tally:
    """Sum up at least one outcome; every person played `rounds` times."""
    actions = [outcome.actions for outcome in outcomes]
    within = (sum(o.served and o.actions <= most for o in outcomes) / len(actions) for most in range(1, WITHIN + 1))
    return Tally(len(actions) // rounds, tuple(within), sum(actions) / len(actions), max(actions))
