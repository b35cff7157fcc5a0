"""Many desks mark the same codes as used at once: each code once, everybody else is told when; how long a tap takes."""

import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

from sqlalchemy import func, select

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Offer, Release
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.partners import desk as desks
from bot.partners.codes import State
from bot.partners.desk import Desk, Seen
from bot.people import members
from bot.people.keys import Keys
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.partners import redemption
from bot.vouchers import claims
from bot.vouchers.voucher import Voucher
from tests import small
from tests.soak.ledger import Ledger

KEYS = Keys(b"k" * 32)
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # a Tuesday
COMPANY = "biomed-padana"
GATE: list[Barrier] = []  # in a client's process: where it waits for the others
SLOWEST, BEARABLE = 0.1, 2.5  # seconds, 99 of 100 taps on PostgreSQL: the target; times that: what a slow hour reaches
REHEARSED = 6  # psycopg prepares a statement at its sixth use


@cache
def network() -> Release:
    """Return a small network's release; to check it takes some seconds."""
    found = check(load(small.FOLDER), NOON.date()).release
    assert found
    return found


def with_codes(catalogue: Catalogue) -> tuple[Offer, str]:
    """Return an offer whose codes the bot makes, and whose it is."""
    found = (pair for pair in catalogue.offers.values() if pair[1].voucher == "generated")
    entry, offer = next(found)
    return offer, entry.organization.id


def give(store: Store, codes: int) -> list[str]:
    """Publish the network, let so many people take a code each, and return the codes."""
    with store.write() as tx:
        releases.add(tx, network(), b"", NOON)
    offer, organization = with_codes(Catalogue(1, network()))
    given = []
    for number in range(codes):
        with store.write() as tx:
            me = members.join(tx, KEYS, COMPANY, f"person {number}", language="it", now=NOON)
            got = claims.claim(tx, KEYS, offer, organization, me, now=NOON, today=NOON.date())
        assert isinstance(got, Voucher)
        given.append(str(got.code))
    return given


def clients_tap(url: str, session: str, codes: list[str]) -> list[tuple[str, float]]:
    """Look at each code and tap on "used"; return what was said, or the error's class, and the seconds of the tap."""
    store = open_store(url)
    with store.read() as tx:
        catalogue = releases.live(tx)
    assert catalogue
    mine = Desk(KEYS, catalogue, with_codes(catalogue)[1], session, NOON.date(), NOON)
    tickets = [_ticket(store, mine, code) for code in codes]
    _rehearse(store, mine, tickets[0])
    for gate in GATE:
        gate.wait()
    said = [_tap(store, mine, ticket) for ticket in tickets]
    store.close()
    return said


def _ticket(store: Store, mine: Desk, code: str) -> str:
    with store.write() as tx:
        seen = desks.look(tx, mine, code.lower())
    assert isinstance(seen, Seen)
    return desks.ticket(mine, seen.verdicts[0])


def _rehearse(store: Store, mine: Desk, ticket: str) -> None:
    """Do, and take back, what only a new process has to do: no part of a tap."""
    for _ in range(REHEARSED):
        with store.write() as tx:
            desks.mark(tx, mine, ticket)
            tx.rollback()


def _tap(store: Store, mine: Desk, ticket: str) -> tuple[str, float]:
    start = time.perf_counter()
    try:
        with store.write() as tx:
            verdict = desks.mark(tx, mine, ticket)
    except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
        return f"error {type(error).__name__}", time.perf_counter() - start
    clear = verdict.state is not State.USED or verdict.day == NOON.date()
    return verdict.state.value if clear else "unclear", time.perf_counter() - start


def _stand_at(gate: Barrier) -> None:
    GATE.append(gate)


def storm(url: str, shares: list[list[str]]) -> list[tuple[str, float]]:
    """Let as many processes as there are shares tap, each at a desk of its own, all from the same moment on."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    gate = context.Barrier(len(shares))
    with ProcessPoolExecutor(len(shares), mp_context=context, initializer=_stand_at, initargs=(gate,)) as pool:
        futures = [pool.submit(clients_tap, url, f"desk {n}", share) for n, share in enumerate(shares)]
        return [each for future in futures for each in future.result()]


def redeemed_at_once(url: str, ledger: Ledger, *, taps: int = 2_000, clients: int = 32, codes: int = 500) -> None:
    """Each code is tapped by several clients, in one order, so that they meet."""
    kind = url.partition(":")[0].partition("+")[0]
    store = open_store(url)
    migrate(store)
    given = give(store, codes)
    wanted = [given[number * codes // taps] for number in range(taps)]  # 0, 0, 0, 0, 1, …: the next client's, each
    said = storm(url, [wanted[n::clients] for n in range(clients)])
    with store.read() as tx:
        rows = tx.execute(select(func.count()).select_from(redemption)).scalar_one()
    store.close()
    states = Counter(state for state, _ in said)
    once, refused = states.pop(State.MARKED, 0), states.pop(State.USED, 0)
    measured = f"{once} used, {rows} rows, {refused} told when, {sum(states.values())} errors {dict(states) or ''}"
    ok = (once, rows, refused, states.total()) == (codes, codes, taps - codes, 0)
    ledger.note(f"{kind}: {taps} taps on {codes} codes by {clients} clients", measured.strip(), ok=ok)
    slow = sorted(seconds for _, seconds in said)[int(len(said) * 0.99)]
    if kind == "postgresql":
        name = f"{kind}: p99 of a tap <= {SLOWEST * 1000:.0f} ms"
        ledger.note_time(name, f"{slow * 1000:.1f} ms", ok=slow <= SLOWEST, bearable=slow <= SLOWEST * BEARABLE)
