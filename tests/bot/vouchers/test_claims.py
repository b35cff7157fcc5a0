"""Taking a voucher: who gets which code, and which limit says no."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from typing import Any

import pytest
from sqlalchemy import Select

from bot.catalogue.model import Offer
from bot.people import erasure
from bot.people.kept import Whose
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.vouchers import claims, pools, returns
from bot.vouchers.voucher import Another, Refusal, Voucher
from tests.bot.vouchers.conftest import FIRST, KEYS, NOW, employee

TODAY = NOW.date()


def offer(kind: str = "generated", **more: Any) -> Offer:
    values = {"id": "sconto", "value": {"percent": 10}, "valid": "2026-09-01/2027-12-31", "voucher": kind}
    return Offer.model_validate(values | ({"code": "CARPI20"} if kind == "shared" else {}) | more)


def claim(
    store: Store, wanted: Offer, me: Person, today: date = TODAY, another: Another | None = None
) -> Voucher | Refusal:
    with store.write() as tx:
        return claims.claim(tx, KEYS, wanted, "il-girasole", me, now=NOW, today=today, another=another)


def fill(store: Store, codes: list[str]) -> None:
    with store.write() as tx:
        pools.add(tx, "sconto", codes, NOW, valid_from=FIRST)


@pytest.mark.parametrize(
    ("kind", "expected"), [("shared", "CARPI20"), ("pool", "P-1"), ("generated", "GIRA-"), ("none", None)]
)
def test_every_kind_of_voucher_gives_what_it_promises(store: Store, kind: str, expected: str | None) -> None:
    fill(store, ["P-1"])
    got = claim(store, offer(kind), employee(store, "anna"))
    assert isinstance(got, Voucher)
    assert got.expires == date(2027, 12, 31)
    assert got.code == expected if expected is None else (got.code or "").startswith(expected)


@pytest.mark.parametrize("look", [claims.FREE, claims.FREE_OPEN])
def test_a_claim_does_not_sort_all_the_codes_that_are_free(store: Store, look: Select[Any]) -> None:
    explain = "EXPLAIN QUERY PLAN" if store.sqlite else "EXPLAIN"
    query = look.params(offer="sconto", first=FIRST, last=TODAY).compile(
        store.engine, compile_kwargs={"literal_binds": True}
    )
    with store.read() as tx:
        plan = str(tx.exec_driver_sql(f"{explain} {query}").all())
    assert "ix_pool_code_free" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("kind", ["shared", "pool", "generated", "none"])
def test_the_same_person_asking_again_gets_the_same_code(store: Store, kind: str) -> None:
    fill(store, ["P-1", "P-2"])
    anna = employee(store, "anna")
    assert claim(store, offer(kind), anna) == claim(store, offer(kind), anna)
    with store.read() as tx:
        assert len(claims.held_by(tx, anna)) == 1


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (offer(valid="2027-02-01/2027-12-31"), Refusal.NOT_YET),
        (offer(valid="2026-01-01/2026-11-23"), Refusal.EXPIRED),
        (offer(companies=["ceramiche-secchia"]), Refusal.NOT_YOURS),
        (offer("pool"), Refusal.USED_UP),
    ],
)
def test_a_refusal_says_which_limit_it_met(store: Store, wanted: Offer, refusal: Refusal) -> None:
    assert claim(store, wanted, employee(store, "anna")) is refusal


def test_the_first_and_the_last_day_of_an_offer_are_good(store: Store) -> None:
    one_day = offer(valid="2026-11-24/2026-11-24")
    assert isinstance(claim(store, one_day, employee(store, "anna")), Voucher)
    assert claim(store, one_day, employee(store, "bruno"), TODAY + timedelta(days=1)) is Refusal.EXPIRED


def test_a_shared_code_ends_with_its_last_use(store: Store) -> None:
    twice = offer("shared", max_uses=2)
    got = [claim(store, twice, employee(store, user)) for user in ("anna", "bruno", "carla")]
    assert [isinstance(each, Voucher) for each in got] == [True, True, False]
    assert got[2] is Refusal.USED_UP


def test_a_refused_claim_leaves_no_trace(store: Store) -> None:
    anna = employee(store, "anna")
    assert claim(store, offer("pool", per_person=1), anna) is Refusal.USED_UP
    fill(store, ["P-1"])
    assert isinstance(claim(store, offer("pool", per_person=1), anna), Voucher)


def test_the_limit_holds_after_a_person_was_erased_and_came_back(store: Store) -> None:
    once = offer(per_person=1)
    claim(store, once, employee(store, "anna"))
    with store.write() as tx:
        erasure.forget(tx, Whose(KEYS, "anna", ("biomed-padana",)), NOW)
    assert claim(store, once, employee(store, "anna")) is Refusal.TAKEN


def _claim_many(url: str, users: range, kind: str) -> list[str]:
    store = open_store(url)
    wanted = offer(kind, per_person=1)
    got = [claim(store, wanted, employee(store, f"person {user}")) for user in users]
    store.close()
    return [each.value if isinstance(each, Refusal) else str(each.code) for each in got]


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    """Eight of them, started once: each reads all code anew."""
    with ProcessPoolExecutor(8, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize("kind", ["pool", "generated"])
def test_eight_processes_never_give_one_code_twice(store: Store, processes: ProcessPoolExecutor, kind: str) -> None:
    fill(store, [f"P-{number}" for number in range(60)])
    url = store.engine.url.render_as_string(hide_password=False)
    shares = [range(start, start + 20) for start in range(0, 160, 20)]
    futures = [processes.submit(_claim_many, url, share, kind) for share in shares]
    given = Counter(code for future in futures for code in future.result())
    refused = given.pop(Refusal.USED_UP, 0)
    assert max(given.values()) == 1
    assert (len(given), refused) == ((60, 100) if kind == "pool" else (160, 0))


def same(user: str) -> Person:
    return Person(KEYS.person("biomed-padana", user), "biomed-padana", "it", head=KEYS.head(user))


def _claim_same(url: str, user: str) -> str:
    store = open_store(url)
    got = claim(store, offer(per_person=1), same(user))
    store.close()
    return got.value if isinstance(got, Refusal) else str(got.code)


def test_one_person_on_eight_phones_gets_one_code(store: Store, processes: ProcessPoolExecutor) -> None:
    employee(store, "anna")
    url = store.engine.url.render_as_string(hide_password=False)
    futures = [processes.submit(_claim_same, url, "anna") for _ in range(16)]
    codes = {future.result() for future in futures}
    assert len(codes) == 1


def test_a_shared_code_is_used_as_often_as_it_may_when_many_ask_at_once(store: Store) -> None:
    people = [employee(store, f"person {number}") for number in range(24)]
    limited = offer("shared", max_uses=10, per_person=1)
    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(lambda me: claim(store, limited, me), people))
    assert Counter(isinstance(each, Voucher) for each in got) == {True: 10, False: 14}
    assert {each for each in got if isinstance(each, Refusal)} == {Refusal.USED_UP}


def test_somebody_erased_meanwhile_is_told_that_they_are_no_member(store: Store) -> None:
    anna = employee(store, "anna")
    with store.write() as tx:
        erasure.forget(tx, Whose(KEYS, "anna", ("biomed-padana",)), NOW)
    assert claim(store, offer(), anna) is Refusal.NO_MEMBER


def codes_of(store: Store, me: Person) -> list[str | None]:
    with store.read() as tx:
        return [one.code for one in claims.held_by(tx, me)]


@pytest.mark.parametrize("kind", ["pool", "generated"])
def test_who_asks_for_another_gets_another_up_to_the_limit(store: Store, kind: str) -> None:
    fill(store, [f"P-{number}" for number in range(9)])
    anna, twice = employee(store, "anna"), offer(kind, per_person=2)
    first = claim(store, twice, anna)
    second = claim(store, twice, anna, another=Another())
    assert isinstance(first, Voucher)
    assert isinstance(second, Voucher)
    assert (first.had, second.had) == (1, 2)
    assert first.code != second.code
    assert claim(store, twice, anna) == second, "who asks for theirs gets the newest"
    assert claim(store, twice, anna, another=Another()) is Refusal.TAKEN
    assert claim(store, twice, anna) == second


@pytest.mark.parametrize(
    ("wanted", "today", "refusal"),
    [
        (offer("pool"), TODAY, Refusal.USED_UP),
        (offer("pool", per_person=1), TODAY, Refusal.TAKEN),
        (offer(valid="2026-01-01/2026-11-24"), TODAY + timedelta(days=1), Refusal.EXPIRED),
        (offer(companies=["ceramiche-secchia"]), TODAY, Refusal.NOT_YOURS),
    ],
)
def test_another_meets_every_limit_that_the_first_meets(
    store: Store, wanted: Offer, today: date, refusal: Refusal
) -> None:
    fill(store, ["P-1"])
    anna = employee(store, "anna")
    claim(store, wanted.model_copy(update={"companies": "all"}), anna)
    assert claim(store, wanted, anna, today, another=Another()) is refusal
    assert len(codes_of(store, anna)) == 1


def test_a_button_that_is_pressed_twice_gives_one_and_the_next_button_the_next(store: Store) -> None:
    anna, many = employee(store, "anna"), offer(per_person=30)
    held = claim(store, many, anna)
    for had in range(2, 25):
        assert isinstance(held, Voucher)
        wish = Another.after(held, many)
        held = claim(store, many, anna, another=wish)
        assert claim(store, many, anna, another=wish) == held
        assert len(codes_of(store, anna)) == had


def test_there_is_nothing_to_wish_for_where_all_were_had_or_one_is_as_good(store: Store) -> None:
    anna = employee(store, "anna")
    held = claim(store, offer(per_person=1), anna)
    assert isinstance(held, Voucher)
    assert Another.after(held, offer(per_person=1)) is None
    assert Another.after(held, offer("shared")) is None
    assert Another.after(held, offer("none")) is None
    assert Another.after(held, offer()) == Another("2")


@pytest.mark.parametrize("text", ["x", "12", "-1", "²", "٣", " "])
def test_what_is_no_digit_is_no_wish(text: str) -> None:
    assert Another.of(text) is None


def test_an_older_voucher_that_was_given_back_frees_its_turn(store: Store) -> None:
    anna, twice = employee(store, "anna"), offer(per_person=2)
    first = claim(store, twice, anna)
    second = claim(store, twice, anna, another=Another())
    assert isinstance(first, Voucher)
    with store.write() as tx:
        returns.release_code(tx, KEYS, first.code or "", today=TODAY)
    third = claim(store, twice, anna, another=Another())
    assert isinstance(third, Voucher)
    assert isinstance(second, Voucher)
    assert set(codes_of(store, anna)) == {second.code, third.code}
    assert claim(store, twice, anna, another=Another()) is Refusal.TAKEN


def _claim_more(url: str, user: str, last: str | None) -> str:
    store = open_store(url)
    me = same(user)
    got = claim(store, offer(per_person=3), me, another=Another(last))
    store.close()
    return got.value if isinstance(got, Refusal) else str(got.code)


@pytest.mark.parametrize(("last", "given"), [(None, 3), ("2", 2)])
def test_many_wishes_of_one_person_at_once_keep_the_limit(
    store: Store, processes: ProcessPoolExecutor, last: str | None, given: int
) -> None:
    anna = employee(store, "anna")
    first = claim(store, offer(per_person=3), anna)
    assert isinstance(first, Voucher)
    url = store.engine.url.render_as_string(hide_password=False)
    futures = [processes.submit(_claim_more, url, "anna", last) for _ in range(16)]
    got = Counter(future.result() for future in futures)
    refused = got.pop(Refusal.TAKEN, 0)
    assert set(got) | {first.code} == set(codes_of(store, anna))
    assert len(codes_of(store, anna)) == given
    assert refused == (14 if last is None else 0)
