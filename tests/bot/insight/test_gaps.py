"""Unmet needs: ten people at least in every figure, no figure inside another, only months that have ended."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.catalogue.catalogue import Catalogue
from bot.insight import events, gaps
from bot.insight.events import Gap
from bot.insight.gaps import EVERYWHERE, Unmet, unmet_needs
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.insight import unmet
from bot.store.migrate import migrate

KEYS = Keys(b"k" * 32)
MONTH, MONDAY, SECOND = date(2026, 10, 1), date(2026, 10, 5), date(2026, 10, 12)
LATER = date(2026, 11, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'kmzero.db'}")
    migrate(store)
    yield store
    store.close()


def ask(store: Store, people: int, town: str = "novi", day: date = MONDAY, start: int = 0) -> None:
    with store.write() as tx:
        for number in range(start, start + people):
            me = Person(KEYS.person("biomed-padana", str(number)), "biomed-padana", "it")
            events.note_gaps(tx, KEYS, me, [Gap("nido", town)], day)


def found(store: Store, today: date = LATER, weeks: int = 13) -> list[Unmet]:
    with store.read() as tx:
        return unmet_needs(tx, KEYS, weeks, today)


def test_a_week_in_a_town_is_told_from_ten_people_on(store: Store) -> None:
    ask(store, 13)
    assert found(store) == [Unmet("nido", "novi", MONTH, MONDAY, 15)]


def test_fewer_people_are_told_for_the_month_then_for_the_network_then_not(store: Store) -> None:
    ask(store, 9)
    assert found(store) == []
    ask(store, 4, town="carpi", start=9)
    assert found(store) == [Unmet("nido", EVERYWHERE, MONTH, None, 15)]
    ask(store, 3, day=SECOND, start=20)
    assert found(store) == [Unmet("nido", "novi", MONTH, None, 10)]


def test_somebody_who_asks_every_week_is_one_person(store: Store) -> None:
    for day in (MONDAY, SECOND):
        ask(store, 9, day=day)
    assert found(store) == []


def test_where_weeks_are_told_the_month_is_not(store: Store) -> None:
    ask(store, 12)
    ask(store, 8, day=SECOND, start=12)
    assert [each.week for each in found(store)] == [MONDAY]


@pytest.mark.parametrize(("today", "told"), [(date(2026, 11, 1), 0), (date(2026, 11, 2), 1)])
def test_a_month_is_told_when_its_last_week_is_over(store: Store, today: date, told: int) -> None:
    ask(store, 12)
    assert len(found(store, today)) == told


def test_what_is_long_ago_is_neither_told_nor_kept(store: Store) -> None:
    ask(store, 12)
    assert found(store, LATER + timedelta(weeks=40)) == []
    with store.write() as tx:
        assert gaps.sweep(tx, MONTH) == 0
        assert gaps.sweep(tx, MONTH + timedelta(days=1)) == 12
        assert tx.execute(select(func.count()).select_from(unmet)).scalar() == 0


def test_a_line_names_need_town_and_time(catalogue: Catalogue) -> None:
    week = gaps.in_words(Unmet("nido", "novi", MONTH, MONDAY, 15), catalogue, "it")
    assert week == ("Nido e servizi 0-3 anni", "Novi di Modena", "settimana dal 5 ottobre 2026")
    month = gaps.in_words(Unmet(events.OUTSIDE, EVERYWHERE, MONTH, None, 15), catalogue, "en")
    assert month == ("Other, not in the catalogue", "whole network", "October 2026")
