"""Random networks, person by person, so that the counts of a quarter hang together as real ones do."""

import random
from collections import Counter

from bot.insight.events import OUTSIDE
from bot.insight.tables import Shape
from bot.people.invites import PLACES

STAFF = (1, 6, 9, 20, 30, 38, 54, 62, 95, 140, 175, 210, 320)


def network(dice: random.Random, companies: int, *, areas: int = 10, services: int = 30) -> Shape:
    """Some companies of any size, and services with one or two areas each."""
    names = tuple(f"area-{number}" for number in range(areas))
    offered = {
        f"service-{number}": (f"organization-{number // 2}", tuple(dice.sample(names, dice.choice((1, 1, 2)))))
        for number in range(services)
    }
    staff = {f"company-{number:02}": dice.choice((*STAFF, None)) for number in range(companies)}
    return Shape(names, ("carpi", "novi", "soliera"), offered, staff)


def quarter(dice: random.Random, shape: Shape) -> Counter[tuple[str, str, str]]:
    """Count the people of a quarter: some needs are everybody's, some nearly nobody's, some companies use it little."""
    taste = [dice.random() ** 3 + 0.01 for _ in shape.areas]
    found: Counter[tuple[str, str, str]] = Counter()
    for company, staff in shape.companies.items():
        use, own = dice.random(), [weight * dice.uniform(0.2, 2.0) for weight in taste]
        for _ in range(round((staff or dice.randint(10, 200)) * use)):
            found.update(person(dice, shape, company, own))
    return found


def person(dice: random.Random, shape: Shape, company: str, taste: list[float]) -> set[tuple[str, str, str]]:
    """Return what one person of a company is counted for in a quarter."""
    things = {(company, "reached", "")}
    if dice.random() < 0.6:
        things.add((company, "town", dice.choice(shape.towns)))
    if dice.random() < 0.2:
        things.add((company, "place", dice.choices(PLACES, (9, 3, 3, 1, 1, 1))[0]))
    if dice.random() < 0.05:
        things.add((company, "unmet", OUTSIDE))
    for area in dice.choices(shape.areas, taste, k=dice.choice((0, 1, 1, 2, 3))):
        things.add((company, "need", area))
        serving = [name for name, (_, known) in shape.services.items() if area in known]
        if not serving or dice.random() < 0.1:
            things.add((company, "unmet", area))
            continue
        seen = dice.choice(serving)
        things.add(("", "shown", seen))
        luck = dice.random()
        if luck < 0.3:
            things |= {(company, "taken", ""), ("", "claimed", seen)}
        if luck < 0.05:
            things.add(("", "refused", seen))
    return things
