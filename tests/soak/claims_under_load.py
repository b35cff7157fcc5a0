"""Many processes claim at once: no code twice, none left, no limit passed, and how long a claim takes."""

import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from typing import Any

from sqlalchemy import Connection

from bot.catalogue.model import Offer
from bot.people import members
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.vouchers import claims, pools
from bot.vouchers.voucher import Refusal, Voucher
from tests.soak.ledger import Ledger

KEYS = Keys(b"k" * 32)
COMPANY = "biomed-padana"
FIRST, LAST_SEASON = date(2026, 9, 1), date(2025, 9, 1)
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # a Tuesday
GATE: list[Barrier] = []  # in a claiming process: where it waits for the others
SLOWEST = {"sqlite": 0.5, "postgresql": 0.1}  # seconds, 99 of 100 claims: the target
BEARABLE = 2.5  # times that: what a slow hour does not reach


REHEARSED = 6  # psycopg prepares a statement at its sixth use


def offer(kind: str, **more: Any) -> Offer:
    values = {"id": kind, "value": {"percent": 10}, "valid": "2026-09-01/2027-12-31", "voucher": kind}
    return Offer.model_validate(values | more)


def prepare(url: str, people: int, codes: int) -> None:
    store = open_store(url)
    migrate(store)
    with store.write() as tx:
        for number in range(people):
            members.join(tx, KEYS, COMPANY, f"person {number}", language="it", now=NOON)
        pools.add(tx, "pool", [f"OLD-{number}" for number in range(codes)], NOON, valid_from=LAST_SEASON)  # never given
        pools.add(tx, "pool", [f"P-{number:05}" for number in range(codes)], NOON, valid_from=FIRST)
    store.close()


def claim_for(url: str, wanted: Offer, people: list[int]) -> list[tuple[str, float]]:
    """Claim once for each person; return what each got, or the error's class, and the seconds it took."""
    store = open_store(url)
    _rehearse(store, wanted, people[0])
    for gate in GATE:
        gate.wait()
    got = [_claim(store, wanted, number) for number in people]
    store.close()
    return got


def _rehearse(store: Store, wanted: Offer, number: int) -> None:
    """Do, and take back, what only a new process has to do (connecting, building statements): no part of a claim."""
    for _ in range(REHEARSED):
        with store.write() as tx:
            _one(tx, wanted, number)
            tx.rollback()


def _one(tx: Connection, wanted: Offer, number: int) -> Voucher | Refusal:
    me = Person(KEYS.person(COMPANY, f"person {number}"), COMPANY, "it", head=KEYS.head(f"person {number}"))
    return claims.claim(tx, KEYS, wanted, "il-girasole", me, now=NOON, today=NOON.date())


def _claim(store: Store, wanted: Offer, number: int) -> tuple[str, float]:
    start = time.perf_counter()
    try:
        with store.write() as tx:
            found = _one(tx, wanted, number)
    except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
        return f"error {type(error).__name__}", time.perf_counter() - start
    given = f"refused {found.value}" if isinstance(found, Refusal) else str(found.code)
    return given, time.perf_counter() - start


def _stand_at(gate: Barrier) -> None:
    GATE.append(gate)


def storm(url: str, wanted: Offer, shares: list[list[int]]) -> list[tuple[str, float]]:
    """Let as many processes as there are shares claim, all from the same moment on and without a pause."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])  # 32 imports one by one would take longer than the claims
    gate = context.Barrier(len(shares))
    with ProcessPoolExecutor(len(shares), mp_context=context, initializer=_stand_at, initargs=(gate,)) as pool:
        futures = [pool.submit(claim_for, url, wanted, share) for share in shares]
        return [each for future in futures for each in future.result()]


def one_pool(url: str, ledger: Ledger, *, processes: int = 32, people: int = 2000, codes: int = 500) -> None:
    kind = url.partition(":")[0].partition("+")[0]
    prepare(url, people, codes)
    got = storm(url, offer("pool", per_person=1), [list(range(n, people, processes)) for n in range(processes)])
    given = Counter(code for code, _ in got)
    refused = given.pop("refused used-up", 0)
    errors = sum(count for code, count in given.items() if code.startswith(("error", "refused")))
    twice = sum(count > 1 for count in given.values())
    errors += sum(code.startswith("OLD") for code in given)
    slow = sorted(seconds for _, seconds in got)[int(len(got) * 0.99)]
    measured = f"{twice} twice, {codes - len(given)} left, {refused} refused, {errors} errors"
    name = f"{kind}: {people} claims, {processes} processes, {codes} codes"
    ledger.note(name, measured, ok=(twice, len(given), refused, errors) == (0, codes, people - codes, 0))
    most = SLOWEST[kind]
    name = f"{kind}: p99 of a claim < {most * 1000:.0f} ms"
    ledger.note_time(name, f"{slow * 1000:.1f} ms", ok=slow < most, bearable=slow < most * BEARABLE)


def limits(url: str, ledger: Ledger, *, processes: int = 16, people: int = 20, uses: int = 50) -> None:
    kind = url.partition(":")[0].partition("+")[0]
    prepare(url, uses * 10, 0)
    store = open_store(url)
    storm(url, offer("generated", per_person=1), [list(range(people))] * processes)
    with store.read() as tx:
        given = tx.exec_driver_sql("SELECT count(*) FROM voucher WHERE offer = 'generated'").scalar_one()
    ledger.note(f"{kind}: limit 1, {processes} workers x {people} persons", f"{given} given", ok=given == people)
    shares = [list(range(n, uses * 10, processes)) for n in range(processes)]
    got = storm(url, offer("shared", code="CARPI20", max_uses=uses, per_person=1), shares)
    used = sum(code == "CARPI20" for code, _ in got)
    refused = sum(code == "refused used-up" for code, _ in got)
    ledger.note(
        f"{kind}: shared code, {uses} uses, {uses * 10} claims",
        f"{used} given, {refused} refused",
        ok=used == uses and refused == uses * 9,
    )
    store.close()
