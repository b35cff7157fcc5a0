"""How good each service's entry is, from 0 to 100: fresh, with contact, next step, description, answers.

`knowledge/README.md` explains the weights to coordinators.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.catalogue.contacts import Contact
from bot.catalogue.model import Organization, Release, Service

FRESHNESS, CONTACT, NEXT_STEP, DESCRIPTION, ANSWERS = 30, 20, 20, 15, 15  # points, 100 together
FRESH_DAYS = 60  # full points until then …
STALE_DAYS = 360  # … and none from here on
PHONE, EMAIL, WEB = 0.6, 0.2, 0.2
TOLD, SAID, STEP_IN_ENGLISH = 0.5, 0.3, 0.2
TOLD_SIGNS = 60  # a first step of fewer signs hardly says who answers and what they ask
SUMMED_UP, FOR_WHOM, WHO_THEY_ARE, IN_ENGLISH = 0.4, 0.2, 0.2, 0.2
SUMMED_UP_SIGNS = 40
ASKED = ("languages", "wait", "duration", "eligibility", "capacity")  # what people ask after the card, each the same


@dataclass(frozen=True)
class Score:
    """The points of a service; `total` is their sum, at most 100."""

    service: str
    name: str
    organization: str
    freshness: int
    contact: int
    next_step: int
    description: int
    answers: int

    @property
    def total(self) -> int:
        return self.freshness + self.contact + self.next_step + self.description + self.answers


def scores(release: Release, today: date) -> list[Score]:
    """Return the score of every service, the worst first."""
    return sorted(_scores(release, today), key=lambda score: (score.total, score.service))


def _scores(release: Release, today: date) -> Iterator[Score]:
    for one in release.organizations:
        for service in one.services:
            yield Score(
                service=service.id,
                name=service.name.it,
                organization=one.name,
                freshness=round(FRESHNESS * _freshness(service.checked_on, today)),
                contact=round(CONTACT * _contact(service.contact or Contact(), one.contact)),
                next_step=round(NEXT_STEP * _next_step(service)),
                description=round(DESCRIPTION * _description(service, one)),
                answers=round(ANSWERS * sum(bool(getattr(service, field)) for field in ASKED) / len(ASKED)),
            )


def _freshness(checked: date | None, today: date) -> float:
    if checked is None or checked > today:
        return 0.0
    late = (today - checked).days - FRESH_DAYS
    return 1 - min(max(late, 0) / (STALE_DAYS - FRESH_DAYS), 1)


def _contact(own: Contact, general: Contact) -> float:
    ways = ((PHONE, own.numbers or general.numbers), (EMAIL, own.email or general.email), (WEB, own.web or general.web))
    return sum(weight for weight, way in ways if way)


def _next_step(service: Service) -> float:
    step = service.first_step
    if step is None:
        return 0.0
    told = TOLD * min(len(step.it) / TOLD_SIGNS, 1)
    if step.say is None:
        return told
    return told + SAID + (STEP_IN_ENGLISH if step.en and step.say.en else 0)


def _description(service: Service, one: Organization) -> float:
    summed_up = SUMMED_UP * min(len(service.summary.it) / SUMMED_UP_SIGNS, 1)
    rest = ((FOR_WHOM, service.who or service.ages), (WHO_THEY_ARE, one.about))
    english = service.name.en and service.summary.en
    return summed_up + sum(weight for weight, known in rest if known) + (IN_ENGLISH if english else 0)
