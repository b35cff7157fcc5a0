"""A simulated employee with a card on the screen: asks two things about it, has one doubt, takes the code. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.catalogue.ranking import open_offers
from bot.cli.bench.acts import Line
from bot.cli.bench.tasks import Task
from bot.cli.bench.typed_turns import Turn, press, say
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.acts import WITH_A_CARD
from bot.understanding.reading import Reader

QUESTIONS, DOUBTS = ("ask:",), ("trust:", "shy")
ASKED = 2  # questions about a card
TRIES = 2  # who is not understood says it once more, in other words


@dataclass(frozen=True)
class Sayings:
    """What this employee may type, each line with the act that it is. Measured with, never taught."""

    questions: tuple[Line, ...]
    doubts: tuple[Line, ...]
    takes: tuple[Line, ...]

    def drawn(self, random: Random) -> list[list[Line]]:
        """Return the goals of one person, each as the lines to try in turn."""
        asked = random.sample(sorted({line.act for line in self.questions}), ASKED)
        crowds = [[line for line in self.questions if line.act == act] for act in asked]
        return [random.sample(crowd, min(TRIES, len(crowd))) for crowd in (*crowds, self.doubts, self.takes)]


def sayings_of(lines: Sequence[Line]) -> Sayings:
    """Sort labelled lines; ValueError where a kind is missing."""
    questions = tuple(line for line in lines if line.act.startswith(QUESTIONS))
    doubts = tuple(line for line in lines if line.act.startswith(DOUBTS))
    takes = tuple(line for line in lines if line.act == "take")
    if len({line.act for line in questions}) < ASKED or not doubts or not takes:
        raise ValueError("the talk needs lines of two acts ask:*, of trust:* or shy, and of take")
    return Sayings(questions, doubts, takes)


@dataclass(frozen=True)
class AfterCard:
    """Of many employees: who got a card, the shares of their goals reached, and what it took.

    `wrong_cards` counts answers that showed another service; `actions` is the mean of messages and taps per employee.
    """

    employees: int
    with_card: int
    questions: float
    doubts: float
    codes: float
    all_reached: float
    actions: float
    wrong_cards: int


@dataclass
class Employee:
    """One person who has a card of a service with a discount on the screen."""

    state: State
    reader: Reader
    world: World
    actions: int = 0
    wrong_cards: int = 0

    def reaches(self, lines: Sequence[Line]) -> bool:
        """Say one line after the other until one is answered as it was meant, on the card that stands."""
        return any(self._says(line) for line in lines)

    def _says(self, line: Line) -> bool:
        before = self.state
        turn = say(line.then, before, self.reader, self.world)
        self.actions += 1
        self.wrong_cards += any(service != before.card for service in turn.shown)
        lost = turn.state.card != before.card or turn.state.screen not in WITH_A_CARD
        self.actions += lost  # one tap on what was there before
        self.state = before if lost else turn.state
        return not lost and self._is_meant(turn, line)

    def _is_meant(self, turn: Turn, line: Line) -> bool:
        if line.act == "take":
            return turn.choice is not None and turn.choice.partition(":")[0] in {"take", "again"}
        return line.is_right(turn.act)


def after_card(
    tasks: Sequence[Task], sayings: Sayings, reader: Reader, world: World, random: Random
) -> AfterCard | None:
    """Play every task that starts with a message; None where nobody gets a card with a discount."""
    typed = [task for task in tasks if task.text and len(task.goals) == 1 and task.language == "it"]
    played = []
    for task in typed:
        state = _with_card(task, reader, world)
        if state:
            employee = Employee(state, reader, world)
            played.append((employee, [employee.reaches(lines) for lines in sayings.drawn(random)]))
    return _summed_up(len(typed), played) if played else None


def _with_card(task: Task, reader: Reader, world: World) -> State | None:
    """Return the state with one card of the need, that has a discount for this employee."""
    state = say(task.text or "", State(greeted=True), reader, world).state
    if state.screen == "cards":
        state = press(f"card:{state.cards[0]}", state, world)
    entry = world.catalogue.entries.get(state.card or "") if state.screen == "card" else None
    meant = entry is not None and any(need in entry.needs for goal in task.goals for need in goal)
    return state if entry and meant and open_offers(entry, world.asker(state)) else None


def _summed_up(employees: int, played: Sequence[tuple[Employee, list[bool]]]) -> AfterCard:
    count = len(played)
    return AfterCard(
        employees=employees,
        with_card=count,
        questions=sum(sum(reached[:ASKED]) for _, reached in played) / (ASKED * count),
        doubts=sum(reached[ASKED] for _, reached in played) / count,
        codes=sum(reached[ASKED + 1] for _, reached in played) / count,
        all_reached=sum(all(reached) for _, reached in played) / count,
        actions=sum(employee.actions for employee, _ in played) / count,
        wrong_cards=sum(employee.wrong_cards for employee, _ in played),
    )
