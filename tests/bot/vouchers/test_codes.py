"""Codes: the ones the bot makes, and the ones that are imported."""

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from sqlalchemy import select

from bot.catalogue.model import Offer
from bot.people.members import Person
from bot.store.engine import Store
from bot.store.tables import pool_code
from bot.vouchers import alarms, claims, generate, imports, pools
from bot.vouchers.voucher import Voucher
from tests.bot.vouchers.conftest import FIRST, KEYS, NOW, employee


def test_a_generated_code_can_be_read_aloud() -> None:
    choose = random.Random(7).choice
    codes = {generate.code("il-girasole", choose) for _ in range(500)}
    assert len(codes) == 500
    assert all(code.startswith("GIRA-") and len(code) == 14 for code in codes)
    assert not any(sign in code.partition("-")[2] for code in codes for sign in "01IO")


def test_one_wrong_sign_is_noticed() -> None:
    body = "7KQ4M2X"
    sign = generate.check(body)
    for place in range(len(body)):
        for other in generate.ALPHABET:
            if other != body[place]:
                assert generate.check(body[:place] + other + body[place + 1 :]) != sign


def test_importing_twice_adds_nothing(store: Store) -> None:
    with store.write() as tx:
        assert pools.add(tx, "sconto", ["A", "B"], NOW) == 2
        assert pools.add(tx, "sconto", ["A", "B", "C"], NOW) == 1
        assert pools.filled(tx) == {"sconto"}


def test_an_import_undone_while_people_take_codes_leaves_only_what_they_have(store: Store) -> None:
    offer = Offer.model_validate({"id": "sconto", "value": {"percent": 10}, "valid": "/", "voucher": "pool"})
    people = [employee(store, f"person {number}") for number in range(24)]
    with store.write() as tx:
        number = imports.come_in(tx, "sconto", [f"P-{number:02}" for number in range(30)], NOW).number or 0

    def take(me: Person) -> str | None:
        with store.write() as tx:
            got = claims.claim(tx, KEYS, offer, "il-girasole", me, now=NOW, today=NOW.date())
        return got.code if isinstance(got, Voucher) else None

    def undo() -> imports.Undone:
        with store.write() as tx:
            return imports.undo(tx, number, NOW)

    with ThreadPoolExecutor(4) as hands:
        taking = [hands.submit(take, me) for me in people[:12]]
        undoing = hands.submit(undo)
        taking += [hands.submit(take, me) for me in people[12:]]
        codes = sorted(code for one in taking if (code := one.result()))
    done = undoing.result()
    with store.read() as tx:
        assert sorted(tx.execute(select(pool_code.c.code)).scalars()) == codes == done.given
    assert done.codes == 30 - len(codes)
    with pytest.raises(imports.NotUndone, match="undone-before"):
        undo()


def test_codes_of_a_pool_are_given_in_an_order_of_chance(store: Store) -> None:
    """Whoever sent the file would else know whose turn each code was."""
    codes = [f"N-{number:03}" for number in range(100)]
    with store.write() as tx:
        pools.add(tx, "visita", codes, NOW)
        kept = list(tx.execute(select(pool_code.c.code).order_by(pool_code.c.id)).scalars())
    assert sorted(kept) == codes
    assert kept != codes
    assert sum(one < other for one, other in pairwise(kept)) < 80


def test_a_pool_that_runs_low_is_said_once_for_each_level(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    offer = Offer.model_validate(
        {"id": "sconto", "value": {"percent": 10}, "valid": "2026-09-01/2027-12-31", "voucher": "pool"}
    )
    said = []
    with store.write() as tx:
        pools.add(tx, "sconto", [f"P-{number}" for number in range(20)], NOW, valid_from=FIRST)
    for number in range(20):
        me = employee(store, f"person {number}")
        with store.write() as tx:
            claims.claim(tx, KEYS, offer, "il-girasole", me, now=NOW, today=NOW.date())
            said += [
                (one.level, one.free)
                for one in [*alarms.check(tx, [offer], NOW, NOW.date()), *alarms.check(tx, [offer], NOW, NOW.date())]
            ]
    assert said == [(50, 10), (25, 5), (10, 2), (0, 0)]
    assert caplog.text.count("codes are left or fewer") == 4


def test_a_pool_that_was_filled_again_can_be_said_again(store: Store) -> None:
    offer = Offer.model_validate(
        {"id": "sconto", "value": {"percent": 10}, "valid": "2026-09-01/2027-12-31", "voucher": "pool"}
    )
    anna, bruno = employee(store, "anna"), employee(store, "bruno")
    with store.write() as tx:
        pools.add(tx, "sconto", ["A"], NOW, valid_from=FIRST)
        claims.claim(tx, KEYS, offer, "il-girasole", anna, now=NOW, today=NOW.date())
        assert len(alarms.check(tx, [offer], NOW, NOW.date())) == 4
        pools.add(tx, "sconto", ["B", "C"], NOW, valid_from=FIRST)
        assert alarms.check(tx, [offer], NOW, NOW.date()) == []
        claims.claim(tx, KEYS, offer, "il-girasole", bruno, now=NOW, today=NOW.date())
        assert [one.level for one in alarms.check(tx, [offer], NOW, NOW.date())] == [50]
