"""Random programmes of some quarters, person by person, so that quarters and evaluation hang together."""

import random
from collections import Counter
from dataclasses import dataclass

from bot.evaluation import figures
from bot.insight.tables import Shape
from tests.soak.invented_quarters import person

Counts = Counter[tuple[str, str, str]]
QUESTIONS = {"easy": ("yes", "no"), "again": ("yes", "maybe", "no")}


@dataclass(frozen=True)
class Programme:
    """What was counted in each quarter, and in the whole."""

    quarters: tuple[Counts, ...]
    whole: Counts
    shape: figures.Shape


def programme(dice: random.Random, shape: Shape, quarters: int) -> Programme:
    """Let people come and go, and be asked how it went."""
    taste = [dice.random() ** 3 + 0.01 for _ in shape.areas]
    counted: list[Counts] = [Counter() for _ in range(quarters)]
    whole: Counts = Counter()
    for company, staff in shape.companies.items():
        use, own = dice.random(), [weight * dice.uniform(0.2, 2.0) for weight in taste]
        for _ in range(round((staff or dice.randint(10, 200)) * use)):
            faithful, seen = dice.random(), set()
            for quarter in range(quarters):
                if dice.random() < faithful:
                    things = person(dice, shape, company, own)
                    counted[quarter].update(things)
                    seen |= things
            if seen:
                whole.update(_outcomes(dice, shape, company, seen))
    cells = figures.Shape(shape.areas, shape.services, shape.companies, QUESTIONS)
    return Programme(tuple(counted), whole, cells)


def _outcomes(
    dice: random.Random, shape: Shape, company: str, seen: set[tuple[str, str, str]]
) -> set[tuple[str, str, str]]:
    things = {(company, "reached", "")}
    if any(kind == "need" for _, kind, _ in seen):
        things.add(("", "understood", ""))
    things |= {
        ("", "gap", f"{value}|carpi|{dice.choice(('nobody', 'far', 'dear'))}") for _, k, value in seen if k == "unmet"
    }
    for service in sorted({value for _, kind, value in seen if kind == "claimed"}):
        areas = shape.services[service][1]
        things |= {("", "took", ""), *(("", "took-in", area) for area in areas)}
        things |= _answers(dice, company, service, areas)
    if dice.random() < 0.9:
        things.add(("", "offered", ""))
        if dice.random() < 0.5:
            things |= {("", "form", f"{name}:{dice.choice(answers)}") for name, answers in QUESTIONS.items()}
    return things


def _answers(dice: random.Random, company: str, service: str, areas: tuple[str, ...]) -> set[tuple[str, str, str]]:
    things: set[tuple[str, str, str]] = set()
    for kind, likely in (("asked", 0.9), ("answered", 0.7), ("contacted", 0.8), ("helped", 0.6)):
        if dice.random() > likely:
            if kind == "helped":
                things.add(("", "reason", dice.choice(figures.REASONS)))
            break
        things |= {("" if kind == "answered" else company, kind, ""), *(("", f"{kind}-in", area) for area in areas)}
        things |= {("", f"{kind}-of", service)} - {("", "answered-of", service)}
    return things
