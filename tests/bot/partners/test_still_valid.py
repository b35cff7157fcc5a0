"""When an organization is asked whether a service is still valid, and when its card says that nobody confirmed it."""

from datetime import date, timedelta

import pytest

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.model import Partners
from bot.partners.still_valid import Asked, standing, standings, to_ask, wait

START = date(2026, 1, 1)
RULE = Partners()  # sixty days


def day(number: int) -> date:
    return START + timedelta(number)


@pytest.fixture
def entry(catalogue: Catalogue) -> Entry:
    return entry_of(catalogue, START)


def entry_of(catalogue: Catalogue, checked_on: date | None, suspended: str | None = None) -> Entry:
    found = catalogue.entries["casa-sicura"]
    service = found.service.model_copy(update={"checked_on": checked_on, "suspended": suspended})
    return Entry(service, found.organization)


ROWS: list[tuple[str, Asked, int, int, bool, bool]] = [  # today; asks without an answer, asked today?, unconfirmed?
    ("nobody asks before the day", Asked(), 59, 0, False, False),
    ("on the day", Asked(), 60, 0, True, False),
    ("it waits for fourteen days", Asked(1, day(60)), 73, 1, False, False),
    ("then asks again", Asked(1, day(60)), 74, 1, True, False),
    ("and a third time", Asked(2, day(74)), 88, 2, True, False),
    ("three asks have their time", Asked(3, day(88)), 101, 3, False, False),
    ("then it is unconfirmed", Asked(3, day(88)), 102, 3, False, True),
    ("and is asked in every period", Asked(3, day(88)), 148, 3, True, True),
    ("it stays so", Asked(4, day(148)), 149, 4, False, True),
    ("an answer ends it", Asked(0, day(88), day(101)), 102, 0, False, False),
    ("and begins a new period", Asked(0, day(88), day(101)), 161, 0, True, False),
    ("asks from before the last confirmation are answered", Asked(3, day(0)), 60, 0, True, False),
    ("a clock that went back asks nobody", Asked(1, day(60)), 50, 1, False, False),
]


@pytest.mark.parametrize(
    ("asked", "today", "stands"),
    [(asked, today, tuple(rest)) for _, asked, today, *rest in ROWS],
    ids=[r[0] for r in ROWS],
)
def test_the_rule(entry: Entry, asked: Asked, today: int, stands: tuple[int, bool, bool]) -> None:
    found = standing(entry, asked, RULE, day(today))
    assert (found.asks, bool(to_ask([found], day(today))), found.unconfirmed) == stands


def test_what_was_never_confirmed_or_only_will_be_is_asked_at_once(catalogue: Catalogue) -> None:
    for checked in (None, day(10)):
        found = standing(entry_of(catalogue, checked), Asked(), RULE, day(5))
        assert (found.confirmed_on, to_ask([found], day(5))) == (None, [found])


def test_what_is_suspended_is_not_asked(catalogue: Catalogue) -> None:
    release = catalogue.release
    first = release.organizations[0]
    service = first.services[0].model_copy(update={"suspended": "lavori", "checked_on": None})
    changed = first.model_copy(update={"services": (service, *first.services[1:])})
    paused = release.model_copy(update={"organizations": (changed, *release.organizations[1:])})
    assert service.id not in {one.entry.id for one in standings(Catalogue(2, paused), {}, RULE, day(900))}


@pytest.mark.parametrize(("every", "days"), [(14, 3), (30, 7), (56, 14), (60, 14), (365, 14)])
def test_three_asks_have_room_in_one_period(every: int, days: int) -> None:
    assert wait(Partners(ask_every=every)) == timedelta(days)
    assert 3 * days < every
