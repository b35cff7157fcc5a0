"""How long things are kept: a clock goes forward, and what is over goes."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from bot import upkeep
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Offer
from bot.people import erasure, members
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.store.companies import known_company
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import blocked, conversation, person, voucher
from bot.upkeep import Means

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KEYS = Keys(b"k" * 32)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


def swept(store: Store, now: datetime) -> Counter[str]:
    """Let a day's duties be done and return how many rows went, or lost their person, by table."""
    counts: Counter[str] = Counter()
    for duty in upkeep.DUTIES:
        counts[duty.table] += upkeep.do(duty, Means(store, KEYS), now)
    return counts


def taken(store: Store, user: str, expires: date | None) -> None:
    """Let a user of Biomed Padana take a voucher."""
    with store.write() as tx:
        me = members.join(tx, KEYS, "biomed-padana", user, language="it", now=NOW)
        tx.execute(
            insert(voucher).values(
                offer="sconto",
                person=me.id,
                mark=KEYS.limit("sconto", me.head),
                turn=1,
                code=user.upper(),
                claimed_at=NOW,
                expires_on=expires,
            )
        )


def test_a_conversation_is_kept_for_a_day(store: Store) -> None:
    with store.write() as tx:
        tx.execute(insert(conversation).values(chat="a", state=KEYS.pack(NOW.isoformat(), "{}")))
        tx.execute(insert(conversation).values(chat="b", state=KEYS.pack((NOW + DAY).isoformat(), "{}")))
    assert swept(store, NOW + timedelta(hours=23))["conversation"] == 0
    assert swept(store, NOW + timedelta(hours=25))["conversation"] == 1
    with store.read() as tx:
        assert tx.execute(select(conversation.c.chat)).scalars().all() == ["b"]


def test_a_voucher_loses_its_person_ninety_days_after_its_end_and_keeps_its_code(store: Store) -> None:
    taken(store, "anna", NOW.date())
    taken(store, "bruno", None)
    assert swept(store, NOW + 90 * DAY)["voucher"] == 0
    assert swept(store, NOW + 91 * DAY)["voucher"] == 1
    with store.read() as tx:
        rows = tx.execute(select(voucher.c.code, voucher.c.person.is_(None), voucher.c.mark).order_by("code")).all()
    assert [(row[0], bool(row[1])) for row in rows] == [("ANNA", True), ("BRUNO", False)]
    assert rows[0].mark == KEYS.limit("sconto", KEYS.head("anna")), "the limit still holds"
    assert swept(store, NOW + 731 * DAY)["voucher"] == 1


@pytest.mark.parametrize(
    ("valid", "person_is_gone", "ends"),
    [
        ("2026-09-01/2027-03-31", True, False),  # the season in which it was taken: the limit holds
        ("2026-11-24/2027-03-31", True, False),
        ("2026-11-25/2027-03-31", True, True),
        ("2027-09-01/2028-03-31", True, True),
        ("2027-09-01/2028-03-31", False, False),  # a person's voucher is found by its mark
        ("/2028-03-31", True, False),
    ],
)
def test_the_mark_of_a_limit_ends_with_its_season(
    store: Store, catalogue: Catalogue, valid: str, *, person_is_gone: bool, ends: bool
) -> None:
    entry, known = catalogue.offers["casa-sicura-rete"]
    interval = Offer.model_validate(known.model_dump() | {"id": "sconto", "valid": valid}).valid
    offer = known.model_copy(update={"id": "sconto", "valid": interval})
    service = entry.service.model_copy(update={"offers": (offer,)})
    of = entry.organization.model_copy(update={"services": (service,)})
    live = Catalogue(1, catalogue.release.model_copy(update={"organizations": (of,)}))
    taken(store, "anna", date(2027, 12, 31))
    if person_is_gone:
        with store.write() as tx:
            erasure.forget(tx, Whose(KEYS, "anna", ("biomed-padana",)), NOW)
    duty = next(one for one in upkeep.DUTIES if one.what == "marks of seasons before")
    assert [upkeep.do(duty, Means(store, KEYS, lambda _: live), NOW) for _ in range(2)] == [int(ends), 0]
    with store.read() as tx:
        (row,) = tx.execute(select(voucher.c.mark, voucher.c.code)).all()
    assert (row.mark == KEYS.limit("sconto", KEYS.head("anna"))) != ends
    assert row.code == "ANNA", "no code is given twice"


def test_who_left_goes_when_the_last_voucher_lets_go(store: Store) -> None:
    taken(store, "anna", NOW.date())
    with store.write() as tx:
        erasure.leave(tx, Whose(KEYS, "anna", ("biomed-padana",)), NOW)
        assert members.find(tx, KEYS, ["biomed-padana"], "anna") is None
        assert len(members.memberships(tx, KEYS, ["biomed-padana"], "anna")) == 1
    assert swept(store, NOW + 90 * DAY)["person"] == 0
    assert swept(store, NOW + 91 * DAY)["person"] == 1


def test_a_member_stays(store: Store) -> None:
    taken(store, "anna", NOW.date())
    swept(store, NOW + 3650 * DAY)
    with store.read() as tx:
        assert members.find(tx, KEYS, ["biomed-padana"], "anna")


@pytest.mark.parametrize("gone", [{"gone_at": NOW}, {"last_day": NOW.date()}], ids=["dropped", "ended"])
def test_people_of_a_company_that_left_go_after_ninety_days(store: Store, gone: dict[str, object]) -> None:
    with store.write() as tx:
        tx.execute(insert(known_company).values(id="biomed-padana", name="Biomed Padana", **gone))
        tx.execute(insert(known_company).values(id="other", name="Other"))
        for company in ("biomed-padana", "other"):
            members.join(tx, KEYS, company, "anna", language="it", now=NOW)
    assert swept(store, NOW + 90 * DAY)["person"] == 0
    assert swept(store, NOW + 92 * DAY)["person"] == 1
    with store.read() as tx:
        assert tx.execute(select(person.c.company)).scalars().all() == ["other"]


def test_the_mark_of_who_stopped_the_bot_goes_after_a_year(store: Store) -> None:
    with store.write() as tx:
        tx.execute(insert(blocked).values(chat="a", since=NOW))
    assert swept(store, NOW + 335 * DAY)["blocked"] == 0, "of the month it is kept, no day more than a year"
    assert swept(store, NOW + 366 * DAY)["blocked"] == 1


def test_a_second_sweep_finds_nothing(store: Store) -> None:
    taken(store, "anna", NOW.date())
    with store.write() as tx:
        tx.execute(update(person).values(ended_at=NOW))
    assert swept(store, NOW + 91 * DAY) == Counter({"voucher": 1, "person": 1})
    assert swept(store, NOW + 91 * DAY) == Counter()
