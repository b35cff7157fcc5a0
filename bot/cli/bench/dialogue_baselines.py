"""What the dialogue is measured against: a static menu, a greedy questioner with exact answers, and the entropy."""

from math import log

from bot.catalogue.catalogue import Catalogue
from bot.cli.bench.simulation import PATIENCE, Outcome
from bot.cli.bench.tasks import Task
from bot.conversation.talk.questions import AT_MOST, CARDS, COVERED
from bot.conversation.talk.state import Belief


def static_menu(task: Task, catalogue: Catalogue) -> Outcome:
    """Return the taps through area, need type, first services: pages of AT_MOST and "more". Nothing typed counts."""
    taps = sum(min(_menu_taps(need, catalogue) for need in goal) for goal in task.goals)
    return Outcome(task.style, taps, served=True)


def _menu_taps(need: str, catalogue: Catalogue) -> int:
    area = catalogue.area_of[need]
    types = [one.id for one in area.types]
    return _page(list(catalogue.areas).index(area.id)) + _page(types.index(need))


def _page(place: int) -> int:
    return place // AT_MOST + 1


def optimum(task: Task, belief: Belief) -> Outcome:
    """Return how a greedy questioner does who takes `belief` (before the first tap) for the truth; one goal only.

    Its questions may group need types in any way: AT_MOST groups and "none", as even as they can be made (the likeliest
    first, each into the lightest group). Answers are exact. It shows the likeliest CARDS need types as soon as they
    cover COVERED; one more action if the need is not among them.
    """
    actions, left, goal = int(task.text is not None), dict(belief), set(task.goals[0])
    while actions < PATIENCE:
        best = sorted(left, key=lambda need: -left[need])[:CARDS]
        shows = sum(left[need] for need in best) >= COVERED or len(left) <= CARDS
        if shows and goal.intersection(best):
            return Outcome(task.style, actions, served=True)
        actions += 1
        left = {need: p for need, p in left.items() if need not in best} if shows else _answered(left, goal)
        total = sum(left.values()) or 1.0
        left = {need: p / total for need, p in left.items()}
    return Outcome(task.style, PATIENCE, served=False)


def _answered(belief: Belief, goal: set[str]) -> Belief:
    """Return what is left after the answer to the most even question."""
    groups: list[list[str]] = [[] for _ in range(AT_MOST + 1)]
    weights = [0.0] * len(groups)
    for need in sorted(belief, key=lambda one: -belief[one]):
        lightest = min(range(len(groups)), key=lambda place: (weights[place], len(groups[place])))
        groups[lightest].append(need)
        weights[lightest] += belief[need]
    chosen = next((group for group in groups if goal.intersection(group)), groups[-1])
    return {need: belief[need] for need in chosen}


def entropy(belief: Belief) -> float:
    """Return the entropy of a belief in taps, that is, to the base AT_MOST.

    A bound for questions with AT_MOST answers that end at one need type; screens with "none" or with CARDS services
    can do better.
    """
    return -sum(p * log(p, AT_MOST) for p in belief.values() if p > 0)
