"""Somebody has a desk's link and guesses codes day and night: how many of very many guesses find one.

The guesser knows all that can be known: the prefix of the organization, the signs, how the check sign is reckoned, and
asks again the moment that a wait is over. The clock is the scenario's. The first guesses go through the whole door; of
the others the real look decides, on the real database, and the real waits are reckoned in memory: the scenario holds
that both ways come to the same time.
"""

import random
import tempfile
import time
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert

from bot.catalogue.catalogue import Catalogue
from bot.partners import codes
from bot.partners import desk as desks
from bot.partners.desk import Desk, Wait
from bot.partners.patience import Patience
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import pool_code, voucher
from bot.vouchers import claims, generate
from tests.soak.ledger import Ledger
from tests.soak.redemptions import KEYS, NOON, network, with_codes

MOST = 1  # hits
WHOLLY = 1_000  # guesses through the whole door


def live(store: Store, catalogue: Catalogue, count: int, dice: random.Random) -> None:
    """Let so many codes be in people's hands, as the bot makes and gives them; they never end."""
    offer, organization = with_codes(catalogue)
    made = list({generate.code(organization, dice.choice) for _ in range(count)})
    same = {"offer": offer.id, "turn": 1, "claimed_at": NOON}
    given = [same | {"id": n, "mark": f"m{n}", "code": code} for n, code in enumerate(made, 1)]
    mine = {"offer": offer.id, "imported_at": NOON, "generated": True}
    own = [mine | {"id": claims.number_of_chance(), "code": row["code"], "voucher": row["id"]} for row in given]
    with store.write() as tx:
        tx.execute(insert(voucher), given)
        tx.execute(insert(pool_code), own)


def guessed(url: str, ledger: Ledger, *, tries: int = 1_000_000, live_codes: int = 10_000) -> None:
    dice, store, start = random.Random(tries), open_store(url), time.monotonic()
    migrate(store)
    catalogue = Catalogue(1, network())
    organization = with_codes(catalogue)[1]
    live(store, catalogue, live_codes, dice)
    wanted = (generate.code(organization, dice.choice) for _ in range(tries))
    hits, now, patience = 0, NOON, Patience(NOON.date())
    with store.write() as tx:
        thief = Desk(KEYS, catalogue, organization, "thief", NOON.date(), NOON)
        for number, code in enumerate(wanted):
            wait = patience.waits(now)
            now = wait or now
            found = codes.look(tx, KEYS, catalogue, organization, code, today=now.date())
            mine = any(one.given for one in found)
            hits, patience = hits + mine, patience.on(now.date())
            patience = patience.right() if mine else patience.wrong(now)
            if number < WHOLLY:
                thief = _through_the_door(tx, thief, code)
                assert thief.now == now, number
    store.close()
    years = (now - NOON) / timedelta(days=365)
    took = f"{hits} hits, {years:.2f} years of waiting ({time.monotonic() - start:.0f} s here)"
    ledger.note(f"{tries} guesses against {live_codes} codes in people's hands", took, ok=hits <= MOST)


def _through_the_door(tx: Connection, thief: Desk, code: str) -> Desk:
    """Try a code as soon as it may be tried; return the desk at that moment."""
    found = desks.look(tx, thief, code)
    if isinstance(found, Wait):
        thief = _at(thief, found.until)
        assert not isinstance(desks.look(tx, thief, code), Wait)
    return thief


def _at(thief: Desk, now: datetime) -> Desk:
    return Desk(thief.keys, thief.catalogue, thief.organization, thief.session, now.date(), now)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        guessed(f"sqlite:///{folder}/kmzero.db", Ledger())
