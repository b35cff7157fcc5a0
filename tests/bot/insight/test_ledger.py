"""A quarter is published once and whole: what is asked again is the same, whoever has gone meanwhile."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Connection, func, select

from bot.catalogue.catalogue import Catalogue
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.insight import events, ledger, publishing
from bot.insight.events import Thing
from bot.insight.ledger import NoReport, NotEnded
from bot.insight.quarters import NotAQuarter, Quarter
from bot.people import erasure
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.insight import counted, page, publication
from bot.store.migrate import migrate
from bot.store.tables import metadata
from tests.conftest import KNOWLEDGE, TODAY

KEYS = Keys(b"k" * 32)
SUMMER = Quarter(2026, 3)
IN_SUMMER, AFTER = date(2026, 8, 3), date(2026, 10, 2)
NOW = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)
BIG, OTHER, TINY = "biomed-padana", "ceramiche-secchia", "studio-goldoni"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def few() -> Catalogue:
    """The shipped network with three companies and a few organizations, quick to publish."""
    release = check(load(KNOWLEDGE), TODAY).release
    assert release
    companies = tuple(one for one in release.companies if one.id in (BIG, OTHER, TINY))
    organizations = (*release.organizations[:2], next(one for one in release.organizations if len(one.services) == 1))
    return Catalogue(1, release.model_copy(update={"companies": companies, "organizations": organizations}))


def person(company: str, number: int) -> Person:
    return Person(KEYS.person(company, f"user {number}"), company, "it")


def count(store: Store, company: str, people: int, *things: Thing, start: int = 0) -> None:
    with store.write() as tx:
        for number in range(start, start + people):
            events.note(tx, KEYS, person(company, number), [Thing("reached"), *things], IN_SUMMER)


def forget(tx: Connection, company: str, numbers: Iterable[int]) -> None:
    for number in numbers:
        erasure.forget(tx, Whose(KEYS, f"user {number}", (company,)), NOW)


def hand_out(store: Store, catalogue: Catalogue, kind: Any, name: str) -> dict[str, bytes]:
    return publishing.hand_out(store, KEYS, catalogue, (kind, name), SUMMER, today=AFTER, now=NOW)


def test_who_is_erased_while_a_report_is_worked_out_is_not_in_it(
    store: Store, few: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    count(store, BIG, 40, Thing("need", "anziani"), Thing("town", "novi"))

    def draft_and_erase(*asked: Any, **more: Any) -> ledger.Draft | None:
        made = drafting(*asked, **more)
        with store.write() as tx:  # so nobody waits for a report either
            forget(tx, BIG, range(8))
        return made

    drafting = ledger.draft
    monkeypatch.setattr(ledger, "draft", draft_and_erase)
    hand_out(store, few, "company", BIG)
    with store.read() as tx:
        assert ledger.find(tx, "company", BIG, SUMMER).tables["reached"] == {"": 30}  # 32, rounded as all figures


def test_who_draws_a_report_second_gets_what_the_first_one_kept(store: Store, few: Catalogue) -> None:
    count(store, BIG, 40, Thing("need", "anziani"), Thing("town", "novi"))
    first = hand_out(store, few, "company", BIG)
    with store.write() as tx:
        report = ledger.find(tx, "company", BIG, SUMMER)
        assert ledger.keep_pages(tx, report, dict.fromkeys(first, b"drawn at the same time")) == first


def test_a_report_asked_twice_with_an_erasure_in_between_has_the_same_bytes(store: Store, few: Catalogue) -> None:
    count(store, BIG, 30, Thing("need", "anziani"), Thing("town", "novi"))
    first = hand_out(store, few, "company", BIG)
    with store.write() as tx:
        forget(tx, BIG, range(8))
    assert hand_out(store, few, "company", BIG) == first
    assert {name.partition(".")[2] for name in first} == {"html", "csv", "it.png", "en.png"}


def test_an_erasure_before_the_report_takes_the_person_out_of_it(store: Store, few: Catalogue) -> None:
    count(store, BIG, 33)
    with store.write() as tx:
        forget(tx, BIG, range(6))
    hand_out(store, few, "network", "network")
    with store.read() as tx:
        assert ledger.find(tx, "company", BIG, SUMMER).tables["reached"] == {"": 25}


def test_after_publishing_no_row_of_a_person_is_left_of_the_quarter(store: Store, few: Catalogue) -> None:
    count(store, BIG, 30)
    with store.write() as tx:
        events.note(tx, KEYS, person(BIG, 0), [Thing("reached")], AFTER)
    hand_out(store, few, "network", "network")
    with store.read() as tx:
        assert tx.execute(select(counted.c.quarter)).scalars().all() == ["2026Q4"]


def test_all_reports_of_a_quarter_are_made_by_the_first_that_is_asked_for(store: Store, few: Catalogue) -> None:
    count(store, BIG, 30)
    count(store, OTHER, 40)
    hand_out(store, few, "company", BIG)
    count(store, OTHER, 40, start=40)  # it cannot happen, and would change nothing
    hand_out(store, few, "company", OTHER)
    with store.read() as tx:
        assert ledger.find(tx, "company", OTHER, SUMMER).tables["reached"] == {"": 40}


@pytest.mark.parametrize("today", [date(2026, 8, 1), date(2026, 9, 30)])
def test_an_open_quarter_is_refused(store: Store, few: Catalogue, today: date) -> None:
    count(store, BIG, 30)
    with store.write() as tx, pytest.raises(NotEnded):
        ledger.publish(tx, KEYS, few, SUMMER, today=today, now=NOW)


@pytest.mark.parametrize("text", ["2026-11-01", "2026-11-01/2026-11-01", "2026", "2026Q5", "", "November", "0Q1"])
def test_only_quarters_are_periods(text: str) -> None:
    with pytest.raises(NotAQuarter):
        Quarter.parse(text)


def test_quarters_touch_and_do_not_overlap() -> None:
    assert [(str(q), q.first, q.last) for q in (Quarter.parse("2026q4"), Quarter.of(date(2028, 2, 29)))] == [
        ("2026Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2028Q1", date(2028, 1, 1), date(2028, 3, 31)),
    ]
    assert Quarter(2027, 1).before == Quarter(2026, 4)


def test_a_company_of_one_person_has_no_report_and_nothing_is_kept(store: Store, few: Catalogue) -> None:
    count(store, TINY, 1, Thing("need", "anziani"))
    with pytest.raises(NoReport):
        hand_out(store, few, "company", TINY)
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(publication)).scalar() == 0


def test_a_small_company_gets_the_report_of_its_group(store: Store, few: Catalogue) -> None:
    count(store, TINY, 8)
    count(store, OTHER, 24)
    files = hand_out(store, few, "company", TINY)
    assert "kmzero-small-2026Q3.csv" in files
    assert "Studio Goldoni" in files["kmzero-small-2026Q3.html"].decode()


def test_an_organization_with_one_service_sees_it_over_all_companies(store: Store, few: Catalogue) -> None:
    alone = next(one for one in few.release.organizations if len(one.services) == 1)
    service = alone.services[0].id
    for company in (BIG, OTHER):
        count(store, company, 6, Thing("shown", service), Thing("claimed", service))
    count(store, BIG, 20, Thing("shown", service), start=6)
    hand_out(store, few, "organization", alone.id)
    with store.read() as tx:
        report = ledger.find(tx, "organization", alone.id, SUMMER)
    assert report.tables == {"shown": {service: 30}, "claimed": {service: 10}, "refused": {service: None}}


def test_an_employee_sees_what_the_company_was_handed_and_nothing_before(store: Store, few: Catalogue) -> None:
    count(store, BIG, 30)
    hand_out(store, few, "network", "network")
    with store.read() as tx:
        assert ledger.last_report(tx, BIG) is None
    files = hand_out(store, few, "company", BIG)
    with store.read() as tx:
        report = ledger.last_report(tx, BIG)
        assert report is not None
        assert ledger.pages_of(tx, report) == files
        assert ledger.last_report(tx, OTHER) is None


class Reports(RuleBasedStateMachine):
    """Two companies, people who come and go: no report of one changes with the other's rows."""

    store: Store
    catalogue: Catalogue

    @initialize()
    def open(self) -> None:
        with self.store.write() as tx:
            for table in reversed(metadata.sorted_tables):
                tx.execute(table.delete())
        self.mine: set[int] = set()
        self.numbers = 0

    @rule(people=st.integers(20, 40), need=st.sampled_from(["anziani", "tutele"]))
    def mine_come(self, people: int, need: str) -> None:
        count(self.store, BIG, people, Thing("need", need), Thing("town", "novi"), start=self.numbers)
        self.mine |= set(range(self.numbers, self.numbers + people))
        self.numbers += people

    @rule(people=st.integers(1, 60), kind=st.sampled_from(["need", "unmet", "town", "place"]))
    def others_come(self, people: int, kind: Any) -> None:
        value = {"town": "novi", "place": "canteen"}.get(kind, "anziani")
        count(self.store, OTHER, people, Thing(kind, value), Thing("need", "anziani"))

    @rule(people=st.integers(1, 10))
    def mine_leave(self, people: int) -> None:
        gone = sorted(self.mine)[:people]
        with self.store.write() as tx:
            forget(tx, BIG, gone)
        self.mine -= set(gone)

    @rule(people=st.integers(1, 30))
    def others_leave(self, people: int) -> None:
        with self.store.write() as tx:
            forget(tx, OTHER, range(people))

    @invariant()
    def the_report_is_that_of_my_people_alone(self) -> None:
        if not hasattr(self, "mine") or len(self.mine) < 25:
            return
        together, alone = self.report(), self.report(only=BIG)
        assert together.tables["reached"] == {"": (len(self.mine) + 2) // 5 * 5}
        assert together.tables == alone.tables

    def report(self, only: str | None = None) -> ledger.Report:
        """Publish and look, and take it all back."""
        with self.store.engine.connect().execution_options(kmzero_writes=True) as tx:
            if only:
                for mark, content in tx.execute(select(counted.c.mark, counted.c.content)).all():
                    if KEYS.unpack(content)[0] != only:
                        tx.execute(counted.delete().where(counted.c.mark == mark))
            ledger.publish(tx, KEYS, self.catalogue, SUMMER, today=AFTER, now=NOW)
            found = ledger.find(tx, "company", BIG, SUMMER)
            tx.rollback()
        return found


def test_the_report_of_one_company_never_reaches_the_rows_of_another(tmp_path: Path, few: Catalogue) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'kmzero.db'}")
    migrate(store)
    machine = type("ReportsOfThis", (Reports,), {"store": store, "catalogue": few})
    quick = settings(
        max_examples=4, stateful_step_count=5, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(machine, settings=quick)
    store.close()


def test_the_files_are_kept_once(store: Store, few: Catalogue) -> None:
    count(store, BIG, 30)
    for _ in range(2):
        hand_out(store, few, "company", BIG)
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(page)).scalar() == 4
