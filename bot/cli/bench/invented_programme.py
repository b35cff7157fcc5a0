"""An invented programme, the same for the same seed: people who join, ask with the seasons, and take vouchers.

It goes through the functions that the bot itself uses, one person after the other, so that every report can be seen
full and be measured. Nobody in it exists.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import exp
from random import Random

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.distance import serves
from bot.catalogue.model import Company
from bot.catalogue.text import Language
from bot.insight.events import OUTSIDE, Gap, Thing
from bot.insight.quarters import Quarter
from bot.people.invites import PLACES

LANGUAGES: tuple[Language, ...] = ("it", "it", "it", "it", "it", "en")
SHARES = (0.34, 0.72)  # of the staff that joins in the end, from company to company
HALF_WAY, SLOPE = 10.0, 3.5  # months after which half of them have, and how spread they are
ACTIVE = 0.34  # of the members in a month without a season
TAKES, REFUSES, ASKS_FOR_MORE, NO_TOWN = 0.34, 0.07, 0.3, 0.35
# What is asked for more in which months, by area: school in September, camps in May, papers in spring.
SEASONS: dict[str, dict[int, float]] = {
    "infanzia": {5: 2.4, 6: 2.2, 8: 1.5, 9: 2.6},
    "formazione": {1: 1.4, 9: 2.4, 10: 1.6},
    "tutele": {1: 1.6, 3: 1.5, 4: 2.0, 5: 2.2, 6: 1.4},
    "salute": {1: 1.4, 2: 1.4, 10: 1.3, 11: 1.4},
    "tempo-libero": {4: 1.3, 6: 1.7, 9: 1.5},
    "anziani": {7: 1.5, 8: 1.7, 12: 1.3},
    "casa-mobilita": {8: 1.3, 11: 1.3},
}
MONTHS: dict[int, float] = {1: 1.05, 7: 0.85, 8: 0.5, 9: 1.35, 10: 1.15, 12: 0.75}  # how much is asked at all


@dataclass(frozen=True)
class Visit:
    """One conversation of one invented person; `taken` are services, `offers` the vouchers of these."""

    company: str
    user: str
    language: Language
    moment: datetime
    joins: bool
    things: tuple[Thing, ...]
    gaps: tuple[Gap, ...] = ()
    taken: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


@dataclass
class Programme:
    """Everything that happens in some months, company by company. `until` is the first day that is not in it."""

    catalogue: Catalogue
    seed: int
    months: int
    until: date

    @property
    def first(self) -> date:
        """The first day that is in it."""
        return _months_before(self.until, self.months)

    @property
    def last(self) -> date:
        """The last day of the last quarter that is over in it, else its own: so far it can be evaluated at once."""
        end = self.until - timedelta(days=1)
        quarter = Quarter.of(end)
        over = quarter.last if quarter.last == end else quarter.before.last
        return over if over >= self.first else end

    def visits(self) -> Iterator[Visit]:
        """Yield every conversation, month by month."""
        starts = [_months_before(self.until, back) for back in range(self.months, 0, -1)]
        companies = self.catalogue.companies.values()
        crowds = [_Crowd(self.catalogue, company, self._dice(company)) for company in companies]
        for start in starts:
            for crowd in crowds:
                yield from crowd.month(start, min(_months_before(start, -1), self.until))

    def _dice(self, company: Company) -> Random:
        return Random(f"{self.seed} {company.id}")  # noqa: S311 - an invention, not a secret


class _Crowd:
    """The people of one company, its taste and its posters."""

    def __init__(self, catalogue: Catalogue, company: Company, dice: Random) -> None:
        self.catalogue, self.company, self.dice = catalogue, company, dice
        self.in_the_end = max(1, round(company.employees * dice.uniform(*SHARES)))
        self.taste = {area: dice.uniform(0.3, 1.0) for area in catalogue.areas}
        self.posters = [dice.uniform(0.1, 1.0) ** 2 for _ in PLACES]
        self.homes = [3.0 if town == company.town else dice.uniform(0.2, 0.9) for town in catalogue.towns]
        self.people: list[str] = []

    def month(self, start: date, end: date) -> Iterator[Visit]:
        """Yield the conversations of a month: newcomers, then some of those who are there."""
        period = self.company.member
        begun = period.first or date.min
        if end <= begun or (period.last and period.last < start):
            return
        age = (start - begun).days / 30.4 if period.first else HALF_WAY * 2
        wanted = round(self.in_the_end / (1 + exp(-(age - HALF_WAY) / SLOPE)))
        for _ in range(max(0, wanted - len(self.people))):
            self.people.append(f"demo {self.company.id} {len(self.people)}")
            yield self._visit(self.people[-1], start, end, joins=True)
        share = ACTIVE * MONTHS.get(start.month, 1.0)
        for user in self.people:
            if self.dice.random() < share:
                yield self._visit(user, start, end, joins=False)

    def _visit(self, user: str, start: date, end: date, *, joins: bool) -> Visit:
        dice = self.dice
        day = start + timedelta(days=dice.randrange((end - start).days))
        moment = datetime.combine(day, time(dice.randint(6, 20), dice.randrange(60)), UTC)
        town = "" if dice.random() < NO_TOWN else dice.choices(tuple(self.catalogue.towns), self.homes)[0]
        things = [Thing("reached"), *([Thing("town", town)] if town else [])]
        if joins:
            things.append(Thing("place", dice.choices(PLACES, self.posters)[0]))
        gaps: list[Gap] = []
        taken: list[str] = []
        for _ in range(1 + (dice.random() < ASKS_FOR_MORE)):
            self._need(start.month, town, things, gaps, taken)
        language = dice.choice(LANGUAGES)
        offers = tuple(offer for service in taken for offer in self._open(self.catalogue.entries[service]))
        return Visit(self.company.id, user, language, moment, joins, tuple(things), tuple(gaps), tuple(taken), offers)

    def _need(self, month: int, town: str, things: list[Thing], gaps: list[Gap], taken: list[str]) -> None:
        """Ask for one need: see a service or two, refuse them, or take one."""
        dice = self.dice
        if dice.random() < REFUSES / 2:
            gaps.append(Gap(OUTSIDE, town))
            things.append(Thing("unmet", OUTSIDE))
            return
        weights = [taste * SEASONS.get(area, {}).get(month, 1.0) for area, taste in self.taste.items()]
        area = self.catalogue.areas[dice.choices(tuple(self.taste), weights)[0]]
        kinds = [need.id for need in area.types]
        need = dice.choices(kinds, [1 / (place + 1) for place in range(len(kinds))])[0]
        things.append(Thing("need", area.id))
        entries = self.catalogue.by_need[need]
        seen = dice.sample(entries, min(len(entries), dice.randint(1, 2)))
        things += [Thing("shown", entry.id) for entry in seen]
        here = any(serves(entry, town) for entry in entries) if town else bool(entries)
        if not here or dice.random() < REFUSES:
            gaps.append(Gap(need, town))
            things.append(Thing("unmet", area.id))
        elif seen and dice.random() < TAKES:
            taken.append(seen[0].id)

    def _open(self, entry: Entry) -> list[str]:
        mine = [o.id for o in entry.service.offers if o.companies == "all" or self.company.id in o.companies]
        return mine[:1]


def _months_before(day: date, months: int) -> date:
    """Return the first day of the month some months before (negative: after) that of a day."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
