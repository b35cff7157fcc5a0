"""A day of conversations, and the same day with every update brought three times in a jumble: the same end."""

import asyncio
import random
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update

from bot.assembly import House, now
from bot.insight import need_counts
from bot.people import invites
from bot.store.tables import blocked, conversation, inbox, metadata, outbox, person, pool_code, voucher
from handlers.api import callback
from tests.handlers.fake_telegram import FakeTelegram, visible
from tests.handlers.incoming_updates import DATE, press, private, text
from tests.soak.generated_updates import real_face
from tests.soak.ledger import Ledger
from tests.soak.odd_updates import TYPED, Json

BATCH = 10
KEPT = {"release", "current_release", "invite", "pool_code", "code_import"}
DANGEROUS = ("forget", "consent:no")  # choices that would end the day early


@dataclass
class Day:
    """What every chat sends, in its order, all at one moment: a place that shuts in between is said to be shut."""

    moment: datetime
    sent: dict[int, list[Json]] = field(default_factory=lambda: defaultdict(list))
    number: int = 0

    def next(self) -> int:
        self.number += 1
        return self.number


def three_times(house: House, ledger: Ledger, *, people: int = 60, steps: int = 12) -> None:
    """Play a day as it comes; then everything three times, chats in a jumble, presses under new numbers too."""
    day, dice = Day(now()), random.Random(7)
    once = asyncio.run(_live(house, day, dice, people, steps))
    _forget_the_day(house)
    brought = _jumble(day, dice)
    again = asyncio.run(_bring(house, brought, day.moment))
    different = sorted(name for name in once if once[name] != again[name])
    ledger.note(
        f"{house.store.engine.dialect.name}: {day.number} updates of {people} people, {len(brought)} deliveries",
        f"different: {different or 'nothing'}",
        ok=not different and bool(once["voucher"]),
    )


async def _live(house: House, day: Day, dice: random.Random, people: int, steps: int) -> dict[str, Any]:
    telegram = FakeTelegram()
    face = real_face(house, telegram, lambda: day.moment)
    await face.open()
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", day.moment)
    for chat in range(1, people + 1):
        for step in range(steps):
            day.sent[chat].append(_act(telegram, day, chat=chat, step=step, token=token, dice=dice))
            await face.process(day.sent[chat][-1])
    await face.close()
    return _end(house, telegram)


def _act(telegram: FakeTelegram, day: Day, *, chat: int, step: int, token: str, dice: random.Random) -> Json:
    """Return what a person does next: open the link, say yes, then type, or press something that is on the screen."""
    number = day.next()
    if step == 0:
        return text(number, f"/start {token}", user=chat)
    if step == 1:
        return _press(number, _buttons(telegram, chat, "consent:yes")[0], chat)
    offered = _buttons(telegram, chat, "take:") or _buttons(telegram, chat)
    if offered and dice.random() < 0.6:
        return _press(number, dice.choice(offered), chat)
    return text(number, dice.choice(TYPED), user=chat)


def _press(number: int, data: str, chat: int) -> Json:
    screen = {"message_id": number, "date": DATE, "chat": private(chat), "text": "…"}
    return press(number, data, chat, message=screen)


def _buttons(telegram: FakeTelegram, chat: int, choice: str = "") -> list[str]:
    """Return the data of the buttons under the newest answer whose choice begins so."""
    rows = telegram.shown(chat)[-1].body.get("reply_markup", {}).get("inline_keyboard", [])
    data = [each["callback_data"] for row in rows for each in row if "callback_data" in each]
    start = callback.NONCE + callback.MARK
    return [each for each in data if each[start:].startswith(choice) and not each[start:].startswith(DANGEROUS)]


def _jumble(day: Day, dice: random.Random) -> list[list[Json]]:
    """Return the deliveries: each chat's updates in their order, everything twice more at any time after."""
    waiting = {chat: deque(sent) for chat, sent in day.sent.items()}
    batches, before, fresh = [], [], 10**6
    while waiting:
        batch: list[Json] = []
        for chat in dice.sample(sorted(waiting), min(BATCH, len(waiting))):
            batch.append(waiting[chat].popleft())
            if "callback_query" in batch[-1]:  # an app that heard nothing presses again: the same press, a new number
                fresh += 1
                batch.append({**batch[-1], "update_id": fresh})
            if not waiting[chat]:
                del waiting[chat]
        before += [*batch, *batch]
        dice.shuffle(before)
        again, before = before[:BATCH], before[BATCH:]
        batches.append([*batch, *again])
    return [*batches, before]


async def _bring(house: House, batches: list[list[Json]], moment: datetime) -> dict[str, Any]:
    telegram = FakeTelegram()
    face = real_face(house, telegram, lambda: moment)
    await face.open()
    for batch in batches:
        await face.take_in(batch)
        await face.rounds.answer_waiting(lambda: None)
    await face.sender.drain()
    await face.close()
    return _end(house, telegram)


def _forget_the_day(house: House) -> None:
    with house.store.write() as tx:
        tx.execute(update(pool_code).values(voucher=None))
        tx.execute(delete(pool_code).where(pool_code.c.generated))
        for table in reversed(metadata.sorted_tables):
            if table.name not in KEPT:
                tx.execute(delete(table))


def _end(house: House, telegram: FakeTelegram) -> dict[str, Any]:
    """Return how things stand: who got what, where each talk is, what each chat heard, codes left out."""
    tables = {"person": person, "conversation": conversation, "voucher": voucher, "blocked": blocked}
    changing = {"id", "code", "state", "claimed_at", "joined_at"}
    with house.store.read() as tx:
        end: dict[str, Any] = {
            name: sorted(
                str({column: value for column, value in row.items() if column not in changing})
                for row in tx.execute(select(table)).mappings()
            )
            for name, table in tables.items()
        }
        end["talks"] = sorted(
            house.keys.unpack(state)[1] for state in tx.execute(select(conversation.c.state)).scalars()
        )
        end["asked"] = sorted(need_counts.frequencies(tx, date.min).items())
        codes = [code for code in tx.execute(select(voucher.c.code)).scalars() if code]
        end["unsent"] = len(tx.execute(select(outbox.c.id).where(outbox.c.sent_at.is_(None))).all())
        end["dead"] = len(tx.execute(select(inbox.c.update_id).where(inbox.c.failure.is_not(None))).all())
    heard: dict[int | None, list[str]] = defaultdict(list)
    for call in telegram.shown():
        heard[call.chat].append(_without(codes, visible(call.body["text"])))
    return end | {"heard": dict(heard)}


def _without(codes: list[str], said: str) -> str:
    for code in codes:
        said = said.replace(code, "CODE")
    return said
