"""An offer's season: its limit, its codes and the ends of vouchers follow the validity as it is now."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.catalogue.interval import Interval
from bot.catalogue.model import Offer
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import pool_code, voucher
from bot.vouchers import alarms, claims, pools, returns, seasons
from bot.vouchers.seasons import Season
from bot.vouchers.shelves import Shelves
from bot.vouchers.voucher import Another, Refusal, Voucher
from tests.bot.vouchers.conftest import KEYS, NOW, employee

S26, S27 = "2026-10-15/2027-10-14", "2027-10-15/2028-10-14"
LONGER, SHORTER = "2026-10-15/2027-12-31", "2026-10-15/2027-03-31"
NEXT_TOO_EARLY = "2027-09-01/2028-08-31"  # a season that begins before vouchers of the one before have ended


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Store]:
    """What is the same on both databases is tried on the quicker one."""
    store = open_store(f"sqlite:///{tmp_path / 'kmzero.db'}")
    migrate(store)
    yield store
    store.close()


def offer(valid: str, kind: str = "generated", **more: Any) -> Offer:
    values = {"id": "carnet", "value": {"percent": 10}, "valid": valid, "voucher": kind}
    return Offer.model_validate(values | ({"code": "CARPI20"} if kind == "shared" else {}) | more)


def day(text: str) -> date:
    return date.fromisoformat(text)


def claim(store: Store, wanted: Offer, me: Person, on: str, another: Another | None = None) -> Voucher | Refusal:
    with store.write() as tx:
        return claims.claim(tx, KEYS, wanted, "cinema", me, now=NOW, today=day(on), another=another)


def fill(store: Store, codes: str, first: str | None, name: str = "carnet") -> None:
    with store.write() as tx:
        pools.add(tx, name, codes.split(), NOW, valid_from=day(first) if first else None)


@pytest.mark.parametrize(
    "row",
    [
        # (validity, day of the claim, validity then, day of the next claim): the same voucher, a new one, or why not
        (S26, "2027-10-01", S26, "2027-10-14", "same"),
        (S26, "2027-10-01", S26, "2027-10-15", Refusal.EXPIRED),
        (S26, "2027-10-01", LONGER, "2027-10-20", "same"),
        (S26, "2027-10-01", LONGER, "2028-01-01", Refusal.EXPIRED),
        (S26, "2027-10-01", SHORTER, "2027-10-14", "same"),
        (S26, "2027-10-01", SHORTER, "2027-10-15", Refusal.EXPIRED),
        (S26, "2027-10-01", S27, "2027-10-05", "same"),  # the new one has not begun
        (S26, "2027-10-01", S27, "2027-10-15", "new"),
        (S26, "2027-10-14", S27, "2027-10-15", "new"),
        (S26, "2026-10-15", S27, "2028-10-14", "new"),
        (S26, "2027-10-01", S27, "2028-10-15", Refusal.EXPIRED),
        (S26, "2027-08-01", NEXT_TOO_EARLY, "2027-09-02", "new"),
        (S26, "2027-09-02", NEXT_TOO_EARLY, "2027-10-20", "same"),  # taken on a day of both
        ("/2027-10-14", "2027-10-01", "/2028-10-14", "2027-10-20", "same"),
        ("/2027-10-14", "2027-10-01", S27, "2027-10-20", "new"),
        ("/", "2026-11-01", "/", "2030-01-01", "same"),
        ("/", "2026-11-01", "2026-10-15/", "2030-01-01", "same"),
        ("/", "2026-11-01", S27, "2027-10-20", "new"),  # for good, and yet a new season is a new count
        ("/", "2026-11-01", S27, "2027-10-01", "same"),
        ("2026-10-15/", "2026-11-01", "2026-10-15/2027-10-14", "2027-11-01", "same"),  # it was promised for good
        (S26, "2027-10-01", "2026-10-01/2027-12-31", "2027-10-20", "same"),  # a first day moved back
        (S26, "2027-10-01", "2026-10-15/", "2035-01-01", "same"),
        (S27, "2027-11-01", S26, "2027-11-02", "same"),  # back to a release of last season
    ],
)
@pytest.mark.parametrize("kind", ["generated", "shared", "none"])
def test_a_limit_counts_in_its_season(quick: Store, kind: str, row: tuple[str, str, str, str, str]) -> None:
    taken, on, then, again, got = row
    anna = employee(quick, "anna")
    first = claim(quick, offer(taken, kind, per_person=1), anna, on)
    assert isinstance(first, Voucher)
    wanted = offer(then, kind, per_person=1)
    with quick.write() as tx:
        seasons.prolong(tx, [wanted])
    second = claim(quick, wanted, anna, again)
    if got not in {"same", "new"}:
        assert second is got
        return
    assert isinstance(second, Voucher)
    with quick.read() as tx:
        assert len(claims.held_by(tx, anna)) == (1 if got == "same" else 2)
    assert (second.expires == wanted.valid.last) or got == "same"
    assert claim(quick, wanted, anna, again) == second, "and who asks again gets that one"


def test_a_season_has_all_of_its_limit(store: Store) -> None:
    anna, old, new = employee(store, "anna"), offer(S26, per_person=2), offer(S27, per_person=2)
    for _ in range(2):
        claim(store, old, anna, "2027-10-01", Another())
    assert claim(store, old, anna, "2027-10-01", Another()) is Refusal.TAKEN
    got = [claim(store, new, anna, "2027-10-20", Another()) for _ in range(3)]
    assert [one.had if isinstance(one, Voucher) else one for one in got] == [1, 2, Refusal.TAKEN]
    with store.read() as tx:
        assert sorted(tx.execute(select(voucher.c.turn)).scalars()) == [1, 2, 3, 4], "a key for all seasons"


def test_the_uses_of_a_shared_code_are_of_its_season_too(store: Store) -> None:
    people = [employee(store, name) for name in ("anna", "bruno", "carla")]
    old, new = (offer(valid, "shared", max_uses=2, per_person=1) for valid in (S26, S27))
    for wanted, on in ((old, "2027-10-01"), (new, "2027-10-20")):
        got = [claim(store, wanted, me, on) for me in people]
        assert [one if isinstance(one, Refusal) else one.code for one in got] == ["CARPI20", "CARPI20", Refusal.USED_UP]
    with store.write() as tx:
        assert returns.release(tx, KEYS, people[1], "carnet", today=day("2027-10-20"))
    assert isinstance(claim(store, new, people[2], "2027-10-20"), Voucher)


def test_a_voucher_of_a_season_before_that_is_still_good_is_shown_where_there_is_no_new_one(quick: Store) -> None:
    fill(quick, "OLD", "2026-10-15")
    anna = employee(quick, "anna")
    first = claim(quick, offer("2026-10-15/", "pool"), anna, "2027-08-01")
    new = offer(NEXT_TOO_EARLY, "pool", per_person=1)
    assert claim(quick, new, anna, "2027-09-02") == first, "there are no codes of the new season"
    assert claim(quick, new, anna, "2027-09-02", Another()) is Refusal.USED_UP
    fill(quick, "NEW", "2027-09-01")
    second = claim(quick, new, anna, "2027-09-02")
    assert isinstance(second, Voucher)
    assert (second.code, second.had) == ("NEW", 1)


@pytest.mark.parametrize(
    ("taken", "on", "then", "expires"),
    [
        (S26, "2027-10-01", LONGER, "2027-12-31"),
        (S26, "2027-10-01", "2026-10-15/", None),
        (S26, "2027-10-01", SHORTER, "2027-10-14"),
        (S26, "2027-10-01", S26, "2027-10-14"),
        (S26, "2027-10-01", S27, "2027-10-14"),
        (S26, "2027-10-01", "2026-11-01/2027-12-31", "2027-12-31"),
        (S26, "2026-10-20", "2026-11-01/2027-12-31", "2027-10-14"),  # of a season before the first of November
        (S26, "2026-10-20", "2026-10-20/2027-12-31", "2027-12-31"),
        (S26, "2026-10-20", "/2027-12-31", "2027-12-31"),
        (S26, "2026-10-20", "/", None),
        ("/", "2026-10-20", LONGER, None),
        ("2026-10-15/", "2026-10-20", S26, None),
        ("/2026-12-31", "2026-10-20", "/2026-12-30", "2026-12-31"),
    ],
)
def test_an_end_that_moves_takes_vouchers_along_and_never_back(
    quick: Store, taken: str, on: str, then: str, expires: str | None
) -> None:
    anna = employee(quick, "anna")
    claim(quick, offer(taken), anna, on)
    for _ in range(2):
        with quick.write() as tx:
            moved = seasons.prolong(tx, [offer(then)])
            (one,) = claims.held_by(tx, anna)
        assert one.expires == (day(expires) if expires else None)
    assert moved == 0, "twice is as good as once"


def test_only_vouchers_of_the_offer_are_moved(store: Store) -> None:
    anna = employee(store, "anna")
    other = offer(S26).model_copy(update={"id": "other"})
    for wanted in (offer(S26), other):
        claim(store, wanted, anna, "2027-10-01")
    with store.write() as tx:
        assert seasons.prolong(tx, [offer(LONGER)]) == 1
        assert {one.offer: str(one.expires) for one in claims.held_by(tx, anna)} == {
            "carnet": "2027-12-31",
            "other": "2027-10-14",
        }


@pytest.mark.parametrize(
    ("valid", "first", "where"),
    [
        (S26, "2026-10-15", 0),
        (S26, "2026-10-14", -1),
        (S26, "2027-10-14", 0),
        (S26, "2027-10-15", 1),
        (S26, None, -1),
        (LONGER, "2026-10-15", 0),
        (SHORTER, "2026-10-15", 0),
        (S27, "2026-10-15", -1),
        (S27, None, -1),
        ("2026-10-01/2027-12-31", "2026-10-15", 0),
        ("2026-11-01/2027-12-31", "2026-10-15", -1),
        ("2026-10-15/", "2030-01-01", 0),
        ("/", None, 0),
        ("/", "2026-10-15", 0),
        ("/2027-10-14", "2027-10-15", 1),
        ("/2027-10-14", None, 0),
    ],
)
def test_codes_are_of_the_season_that_they_were_imported_for(
    quick: Store, valid: str, first: str | None, where: int
) -> None:
    """What is counted, what is promised and what is given are the same codes."""
    wanted = offer(valid, "pool")
    fill(quick, "A", first)
    counted = {-1: Season("carnet", past=1), 0: Season("carnet", 1, 1), 1: Season("carnet", coming=1)}
    assert seasons.place(wanted.valid, day(first) if first else None) == where
    with quick.read() as tx:
        assert seasons.stock(tx, [wanted]) == [counted[where]]
        assert Shelves((wanted,)).empty(tx) == (frozenset() if where == 0 else {"carnet"})
    on = str(wanted.valid.first or wanted.valid.last or NOW.date())
    got = claim(quick, wanted, employee(quick, "anna"), on)
    assert (got.code if isinstance(got, Voucher) else got) == ("A" if where == 0 else Refusal.USED_UP)


@pytest.mark.parametrize("valid", [S27, "/2028-10-14", "2027-10-15/"])
def test_the_shelf_tells_empty_pools_on_both_databases(store: Store, valid: str) -> None:
    names = ("full", "empty", "never", "given", "aside", "old")
    offers = tuple(offer(valid, "pool").model_copy(update={"id": name}) for name in names)
    first = str(offers[0].valid.first) if offers[0].valid.first else None
    for name in ("full", "given", "aside"):
        fill(store, "A", first, name)
    fill(store, "A B C", "2029-01-01" if first is None else "2026-10-15", "old")
    claim(store, offers[3], employee(store, "anna"), "2027-11-01")
    with store.write() as tx:
        tx.execute(update(pool_code).where(pool_code.c.offer == "aside").values(set_aside_on=NOW.date()))
    expected = {"empty", "never", "given", "aside"} | ({"old"} if valid != "2027-10-15/" or first else set())
    with store.read() as tx:
        assert Shelves(offers).empty(tx) == expected
        assert Shelves(()).empty(tx) == frozenset()


def test_of_two_seasons_codes_only_those_of_today_are_given_until_they_are_retired(store: Store) -> None:
    wanted = offer(S27, "pool")
    fill(store, "OLD-1 OLD-2 OLD-3", "2026-10-15")
    fill(store, "NEW-1 NEW-2", "2027-10-15")
    fill(store, "SOON-1", "2028-10-15")
    people = [employee(store, name) for name in ("anna", "bruno", "carla")]
    got = [claim(store, wanted, me, "2027-10-20") for me in people]
    assert {one.code for one in got if isinstance(one, Voucher)} == {"NEW-1", "NEW-2"}
    assert got[2] is Refusal.USED_UP
    with store.write() as tx:
        assert seasons.stock(tx, [wanted]) == [Season("carnet", 2, 0, past=3, coming=1)]
        assert seasons.retire(tx, [wanted], NOW.date()) == 3
        assert seasons.retire(tx, [wanted], NOW.date()) == 0
        assert seasons.stock(tx, [wanted]) == [Season("carnet", 2, 0, coming=1)]
    assert claim(store, offer("2026-10-15/2028-10-14", "pool"), people[2], "2027-10-20") is Refusal.USED_UP


def test_a_code_given_back_in_the_next_season_is_left_over(store: Store) -> None:
    fill(store, "OLD", "2026-10-15")
    anna, bruno = employee(store, "anna"), employee(store, "bruno")
    claim(store, offer("2026-10-15/", "pool"), anna, "2027-10-01")
    with store.write() as tx:
        returns.release_code(tx, KEYS, "OLD", today=day("2027-10-20"))
    assert claim(store, offer(S27, "pool"), bruno, "2027-10-20") is Refusal.USED_UP


@pytest.mark.parametrize(
    ("moment", "today", "first", "season"),
    [
        ("2027-10-14T22:30+00:00", "2027-10-15", "2027-10-15", True),  # half past midnight in Carpi
        ("2027-10-14T21:30+00:00", "2027-10-14", "2027-10-15", False),
        ("2027-01-01T00:30+00:00", "2027-01-01", "2027-01-01", True),
    ],
)
def test_the_day_of_a_claim_is_the_networks(quick: Store, moment: str, today: str, first: str, *, season: bool) -> None:
    anna, wanted = employee(quick, "anna"), offer("/")
    with quick.write() as tx:
        at = datetime.fromisoformat(moment).astimezone(UTC)
        claims.claim(tx, KEYS, wanted, "cinema", anna, now=at, today=day(today))
        taken = tx.execute(select(voucher.c.claimed_at)).scalar_one()
    assert taken.date() == day(today)
    assert seasons.claimed_in(Interval.model_validate({"first": first}), taken) is season


@pytest.mark.parametrize(
    ("valid", "today", "levels"),
    [
        (S26, "2026-11-24", []),
        (S27, "2027-11-24", [50, 25, 10, 0]),  # only codes of last season
        (S27, "2026-11-24", []),  # not begun
        (S26, "2027-11-24", []),  # over
        ("/", "2027-11-24", []),
    ],
)
def test_a_pool_is_low_by_the_codes_of_its_season_while_it_is_open(
    quick: Store, valid: str, today: str, levels: list[int]
) -> None:
    fill(quick, "A B C", "2026-10-15")
    with quick.write() as tx:
        found = alarms.check(tx, [offer(valid, "pool"), offer(valid)], NOW, day(today))
    assert [one.level for one in found] == levels


def test_ten_thousand_codes_left_over_are_passed_by_in_the_index(quick: Store) -> None:
    wanted = offer(S27, "pool")
    with quick.write() as tx:
        pools.add(tx, "carnet", [f"OLD-{n}" for n in range(10_000)], NOW, valid_from=day("2026-10-15"))
        pools.add(tx, "carnet", ["NEW"], NOW, valid_from=day("2027-10-15"))
    with quick.read() as tx:
        steps: list[int] = []
        raw: Any = tx.connection.driver_connection
        raw.set_progress_handler(lambda: steps.append(1), 100)
        assert Shelves((wanted,)).empty(tx) == frozenset()
        assert claims._in_stock(tx, wanted)
        raw.set_progress_handler(None, 100)
    assert len(steps) < 20, "hundreds of steps of SQLite's machine"
