"""Presses that nobody was shown: bent, cut, borrowed, replayed, sealed by others. None of them has any effect."""

import asyncio
import random
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from bot.assembly import House, now
from bot.people import invites
from bot.people.keys import Keys
from bot.store.tables import conversation, inbox, outbox, person, pool_code, voucher
from handlers import callback
from handlers.application import Face
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.incoming_updates import DATE, press, private, text
from tests.soak.generated_updates import real_face
from tests.soak.ledger import Ledger

ANNA, BRUNO = 1001, 1002
SCREEN = {"message_id": 77, "date": DATE, "chat": private(ANNA), "text": "…"}
NEED = "cerco qualcuno che stia con mia mamma qualche ora"
TABLES = (voucher, pool_code, person, conversation)

Forge = Callable[[random.Random], dict[str, Any]]


class Forger:
    """Knows one good press of Anna's, and every way to make a bad one of it."""

    def __init__(self, house: House, data: str) -> None:
        self.data, self.signer = data, callback.signer(house.keys)
        self.choice = self.signer.open(str(ANNA), data)[0]  # type: ignore[index] - it is a good one
        self.numbers = count(1_000)

    def ways(self) -> dict[str, Forge]:
        return {
            "bit flipped": lambda dice: self._of(self._flipped(dice)),
            "cut": lambda dice: self._of(self.data[: dice.randrange(len(self.data))]),
            "another chat's": lambda _: self._of(self.signer.menu(now()).seal(str(BRUNO), self.choice)),
            "another menu's minute": lambda dice: self._of(self._old(dice) + self.data[callback.NONCE :]),
            "another bot's": lambda dice: self._of(callback.signer(Keys(dice.randbytes(32))).seal(str(ANNA), self.choice)),
            "another choice": lambda dice: self._of(self.data[: -len(self.choice)] + dice.choice(["forget:yes", "codes"])),
            "another person's": lambda _: self._of(self.data, BRUNO),
            "too long": lambda dice: self._of(self.data + "x" * dice.randrange(1, 5000)),
            "unicode": lambda dice: self._of("".join(chr(dice.randrange(1, 0xD800)) for _ in range(dice.randrange(1, 64)))),
            "replayed": lambda _: self._of(self.data),
        }

    def _of(self, data: str, sender: int = ANNA) -> dict[str, Any]:
        return press(next(self.numbers), data, sender, message=SCREEN)

    def _flipped(self, dice: random.Random) -> str:
        raw = bytearray(self.data.encode())
        raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(7)
        return raw.decode()

    def _old(self, dice: random.Random) -> str:
        return self.signer.menu(now() - timedelta(minutes=dice.randrange(2, 100_000))).nonce


def tampered(house: House, ledger: Ledger, *, presses: int = 5_000) -> None:
    kind = house.store.engine.dialect.name
    dead, changed, answered = asyncio.run(_play(house, presses))
    ledger.note(
        f"{kind}: {presses} tampered presses",
        f"{changed} tables changed, {answered} answers, {dead} dead letters",
        ok=(dead, changed, answered) == (0, 0, 0),
    )


async def _play(house: House, presses: int) -> tuple[int, int, int]:
    telegram, dice = FakeTelegram(), random.Random(7)
    face = real_face(house, telegram)
    await face.open()
    forger = Forger(house, await _shown(house, face, telegram))
    ways = forger.ways()
    bad = [way(dice) for _ in range(presses // len(ways)) for way in ways.values()]
    # Replays come with the press that they repeat, before anybody can have read its answer.
    good = press(999, forger.data, ANNA, message=SCREEN)
    await face.take_in([good])
    await face.take_in(bad)
    await face.lanes.answer_waiting(lambda: None)
    after = _snapshot(house)
    await face.close()
    return _judge(house, after)


async def _shown(house: House, face: Face, telegram: FakeTelegram) -> str:
    """Let Anna join and ask, and return the data of the button under her card that gives the voucher."""
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", now())
    await face.process(text(1, f"/start {token}", user=ANNA))
    await face.process(press(2, telegram.press("Va bene", ANNA), ANNA))
    await face.process(text(3, NEED, user=ANNA))
    return telegram.press("🎟 Il mio sconto", ANNA)
