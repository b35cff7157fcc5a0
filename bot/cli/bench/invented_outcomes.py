"""What came of an invented programme, with a truth that is known: who asked for what, was helped, and what forms say.

Whoever took something is asked once a service and area; how many answer differs from area to area. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.evaluation import Evaluation, Form, FormQuestion
from bot.catalogue.local_time import local_day
from bot.cli.bench.invented_programme import Visit
from bot.cli.bench.reasons_simulated import SHARES
from bot.evaluation.outcomes import Kind, Outcome
from bot.evaluation.randomized import QUESTION, drawn
from bot.insight.events import OUTSIDE

# By area: how many of those who are asked answer; of those who took something get in touch; of these are helped.
CHAIN: Mapping[str, tuple[float, float, float]] = {
    "infanzia": (0.66, 0.84, 0.44),
    "formazione": (0.58, 0.72, 0.66),
    "anziani": (0.70, 0.88, 0.52),
    "fragilita": (0.38, 0.61, 0.42),
    "salva-tempo": (0.52, 0.76, 0.82),
    "casa-mobilita": (0.47, 0.66, 0.58),
    "tutele": (0.42, 0.74, 0.71),
    "salute": (0.54, 0.71, 0.47),
    "conciliazione": (0.50, 0.64, 0.55),
    "tempo-libero": (0.49, 0.69, 0.86),
}
ELSEWHERE = (0.5, 0.7, 0.5)
IN_VAIN: Mapping[str, float] = {  # why it was not possible
    "full": 0.33,
    "mute": 0.21,
    "dear": 0.15,
    "hours": 0.13,
    "far": 0.08,
    "not": 0.06,
    "code": 0.04,
}
IN_AREA: Mapping[Kind, Kind] = {"asked": "asked-in", "contacted": "contacted-in", "helped": "helped-in"}
IN_SERVICE: Mapping[Kind, Kind] = {"asked": "asked-of", "contacted": "contacted-of", "helped": "helped-of"}
TURNED_OFF = 0.06  # of all people: they are never asked
HELD_BACK = 0.62  # of those who saw services and took nothing: they are asked why, and answer
FORM_SENT, FORM_ANSWERED, SKIPPED = 0.9, 0.46, 0.07
OWNER_ANSWERED = 0.8  # of the companies and organizations
GOOD = 5.0  # times as many give a good answer
MISSING = ("far", "dear")  # reasons that say what is missing


@dataclass(frozen=True)
class Asked:
    """One «Com'è andata?»: what was true, with the chances that made it so, and whether it was answered."""

    service: str
    areas: tuple[str, ...]
    chances: tuple[float, float]  # of getting in touch, and then of being helped
    answered: bool
    contacted: bool
    helped: bool
    reason: str

    @property
    def said(self) -> str:
        """Why it was not possible, where they told."""
        return self.reason if self.answered and self.contacted and not self.helped else ""

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what the bot counts of it."""
        yield from self._named("asked")
        if not self.answered:
            return
        yield Outcome("answered")
        yield from (Outcome("answered-in", area) for area in self.areas)
        if self.contacted:
            yield from self._named("contacted")
            yield from self._named("helped") if self.helped else [Outcome("reason", self.said)]

    def _named(self, step: Kind) -> Iterator[Outcome]:
        yield Outcome(step)
        yield Outcome(IN_SERVICE[step], self.service)
        yield from (Outcome(IN_AREA[step], area) for area in self.areas)


@dataclass
class Known:
    """One person: what they were asked, and for what they are counted already."""

    turned_off: bool
    saw: bool = False
    took: bool = False
    asked: list[Asked] = field(default_factory=list)
    counted: set[Outcome] = field(default_factory=set)

    def new(self, things: Iterable[Outcome]) -> list[Outcome]:
        found = [thing for thing in dict.fromkeys(things) if thing not in self.counted]
        self.counted.update(found)
        return found


@dataclass
class Outcomes:
    """Everything that came of it. What people did is told to `of_visit`; `at_the_end` is asked when it is over."""

    catalogue: Catalogue
    evaluation: Evaluation
    seed: int
    people: dict[str, Known] = field(default_factory=dict)

    def of_visit(self, visit: Visit) -> list[Outcome]:
        """Return what is new in a conversation; nothing outside of the period."""
        if not self.evaluation.period.holds(local_day(visit.moment, self.catalogue.network.timezone)):
            return []
        known = self._known(visit.user)
        known.saw |= any(thing.kind == "shown" for thing in visit.things)
        known.took |= bool(visit.taken)
        things = [Outcome("reached"), *([Outcome("understood")] if known.saw else [])]
        things += [Outcome("gap", f"{gap.need}|{gap.town}|nobody") for gap in visit.gaps if gap.need != OUTSIDE]
        for service in visit.taken:
            things += self._taken(visit, known, self.catalogue.entries[service])
        return known.new(things)

    def at_the_end(self, user: str) -> list[Outcome]:
        """Return why somebody took nothing, and what they answer to the form."""
        known, dice = self._known(user), self._dice(user)
        if known.turned_off:
            return []
        things = []
        if known.saw and not known.took and dice.random() < HELD_BACK:
            reason = dice.choices(tuple(SHARES), tuple(SHARES.values()))[0]
            things.append(Outcome("why", f"{QUESTION}:{drawn(dice)[reason]}"))
        if dice.random() < FORM_SENT:
            given = self._given(self.evaluation.forms.employees, dice, FORM_ANSWERED)
            things += [Outcome("offered"), *(Outcome("form", ":".join(one)) for one in given.items())]
        return known.new(things)

    def of_owner(self, form: Form, owner: str) -> Mapping[str, str]:
        """Return what a company or organization answers to its form; nothing where it does not."""
        return self._given(form, self._dice(owner), OWNER_ANSWERED)

    def _known(self, user: str) -> Known:
        if user not in self.people:
            self.people[user] = Known(self._dice(f"{user} off").random() < TURNED_OFF)
        return self.people[user]

    def _dice(self, what: str) -> Random:
        return Random(f"{self.seed} outcome {what}")  # noqa: S311 - an invention, not a secret

    def _taken(self, visit: Visit, known: Known, entry: Entry) -> Iterator[Outcome]:
        areas = areas_of(entry, self.catalogue)
        yield from (Outcome("took"), *(Outcome("took-in", area) for area in areas))
        asked_before = {area for one in known.asked for area in one.areas}
        if not (known.turned_off or entry.service.delicate or asked_before & set(areas)):
            asked = _asked(entry.id, areas, self._dice(f"{visit.user} {entry.id}"))
            known.asked.append(asked)
            yield from asked.outcomes()
            if asked.said in MISSING:
                town = next((thing.value for thing in visit.things if thing.kind == "town"), "")
                yield Outcome("gap", f"{entry.needs[0]}|{town}|{asked.said}")

    def _given(self, form: Form, dice: Random, answering: float) -> Mapping[str, str]:
        if dice.random() >= answering:
            return {}
        drawn_ones = ((question, shares_of(question), dice.random() < SKIPPED) for question in form)
        return {q.id: dice.choices(tuple(of), tuple(of.values()))[0] for q, of, skipped in drawn_ones if not skipped}


def areas_of(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the areas of what a service is for; what is true of it is what is true of the first."""
    return tuple(dict.fromkeys(catalogue.area_of[need].id for need in entry.needs))


def shares_of(question: FormQuestion) -> Mapping[str, float]:
    """Return the true share of each answer: the good ones are more, the rest differs from question to question."""
    dice = Random(f"{question.id} {question.about}")  # noqa: S311 - as above; the same for every seed
    weights = {answer.id: dice.uniform(0.5, 1.5) * (GOOD if answer.good else 1) for answer in question.answers}
    return {name: weight / sum(weights.values()) for name, weight in weights.items()}


def _asked(service: str, areas: tuple[str, ...], dice: Random) -> Asked:
    answering, contacting, helping = CHAIN.get(areas[0], ELSEWHERE)
    answered, contacted, helped = (dice.random() < chance for chance in (answering, contacting, helping))
    reason = dice.choices(tuple(IN_VAIN), tuple(IN_VAIN.values()))[0]
    return Asked(service, areas, (contacting, helping), answered, contacted, contacted and helped, reason)
