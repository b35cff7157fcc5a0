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
from bot.store.tables import asked, conversation, inbox, outbox, person, pool_code, shared_use, voucher
from handlers import inbox as waiting_updates
from handlers.api import callback
from handlers.application import Face
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.incoming_updates import DATE, press, private, text
from tests.soak.generated_updates import real_face
from tests.soak.ledger import Ledger

ANNA, BRUNO = 1001, 1002
SCREEN = {"message_id": 77, "date": DATE, "chat": private(ANNA), "text": "…"}
NEED = "cerco qualcuno che stia con mia mamma qualche ora"
OTHERS = ("forget:yes", "consent:yes", "codes", "take:dieci-film-carnet")
TABLES = (voucher, pool_code, shared_use, person, conversation, asked, outbox)  # all that a press may change

Forge = Callable[[random.Random], dict[str, Any]]


class Forger:
    """Knows one good press of Anna's, and every way to make a bad one of it."""

    def __init__(self, house: House, data: str) -> None:
        self.data, self.signer = data, callback.signer(house.keys)
        self.choice = data[callback.NONCE + callback.MARK :]
        self.numbers = count(1_000)

    def ways(self) -> dict[str, Forge]:
        return {
            "bit flipped": lambda dice: self._of(self._flipped(dice)),
            "cut": lambda dice: self._of(self.data[: dice.randrange(len(self.data))]),
            "another chat's": lambda _: self._of(self.signer.menu(now()).seal(str(BRUNO), self.choice)),
            "another menu's minute": lambda dice: self._of(self._old(dice) + self.data[callback.NONCE :]),
            "another bot's": lambda dice: self._of(
                callback.signer(Keys(dice.randbytes(32))).seal(str(ANNA), self.choice)
            ),
            "another choice": lambda dice: self._of(self.data[: -len(self.choice)] + dice.choice(OTHERS)),
            "another person's": lambda _: self._of(self.data, BRUNO),
            "too long": lambda dice: self._of(self.data + "x" * dice.randrange(1, 5000)),
            "unicode": lambda dice: self._of("".join(chr(dice.randrange(1, 0xD800)) for _ in range(64))),
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
    changed, dead, waiting = asyncio.run(_play(house, presses))
    measured = f"{changed} tables changed, {dead} dead letters, {waiting} left"
    ledger.note(f"{kind}: {presses} tampered presses", measured, ok=(changed, dead, waiting) == (0, 0, 0))


async def _play(house: House, presses: int) -> tuple[int, int, int]:
    telegram, dice = FakeTelegram(), random.Random(7)
    face = real_face(house, telegram)
    await face.open()
    forger = Forger(house, await _shown(house, face, telegram))
    ways = forger.ways().values()
    bad = [forge(dice) for _ in range(presses // len(ways)) for forge in ways]
    # The good press comes with its replays, before anybody can have read its answer.
    await face.take_in([press(999, forger.data, ANNA, message=SCREEN), *bad])
    states: list[list[Any]] = []
    await face.rounds.answer_waiting(lambda: None if states else states.append(_state(house)))
    before, after = states[0], _state(house)
    await face.close()
    with house.store.read() as tx:
        dead = len(tx.execute(select(inbox.c.update_id).where(inbox.c.failure.is_not(None))).all())
        waiting = waiting_updates.depth(tx)
    return sum(a != b for a, b in zip(before, after, strict=True)), dead, waiting


def _state(house: House) -> list[Any]:
    with house.store.read() as tx:
        return [sorted(map(str, tx.execute(select(table)))) for table in TABLES]


async def _shown(house: House, face: Face, telegram: FakeTelegram) -> str:
    """Let Anna join and ask, and return the data of the button under her card that gives the voucher."""
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", now())
    await face.process(text(1, f"/start {token}", user=ANNA))
    await face.process(press(2, button(telegram, "consent:yes"), ANNA))
    await face.process(text(3, NEED, user=ANNA))
    return button(telegram, "take:")


def button(telegram: FakeTelegram, choice: str) -> str:
    """Return the data of the newest button whose choice begins so."""
    for call in reversed(telegram.shown()):
        for row in call.body.get("reply_markup", {}).get("inline_keyboard", []):
            for data in (str(each.get("callback_data", "")) for each in row):
                if data[callback.NONCE + callback.MARK :].startswith(choice):
                    return data
    raise AssertionError(f"no button {choice}")
