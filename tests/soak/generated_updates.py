"""Generated updates of all kinds, the whole way: each one done or a dead letter, nothing raised, nothing stuck."""

import asyncio
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import telegram
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlalchemy import select

from bot.assembly import House, now
from bot.store.tables import inbox, outbox
from handlers import inbox as waiting_updates
from handlers import outbox as waiting_calls
from handlers.api import callback
from handlers.application import Face
from handlers.blocked import GONE
from tests.handlers.echo_house import FAST, TOKEN
from tests.handlers.fake_telegram import FakeTelegram
from tests.soak.ledger import Ledger
from tests.soak.odd_updates import PRESS, Json, broken, whole

BATCH = 100
SIMPLE = ["consent:yes", "consent:no", "forget:yes", "none", "more", "back", "codes", "language:en", "chip:who", "boh"]
# PTB lets a wrong type through here and there: then who reads the update stumbles on it, and the core never.
EDGE = {"receive.py", "callback.py", "blocked.py", "render.py"}
READERS = {file.name for file in Path(telegram.__file__).parent.rglob("*.py")} | EDGE
UNREADABLE = re.compile(r"an update failed: \w+ in (\w+\.py):\d+")


def draw(amount: int, *, whole_ones: bool) -> list[Json]:
    """Return so many generated updates, without a number yet."""
    drawn: list[Json] = []

    @settings(
        max_examples=amount,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(whole() if whole_ones else st.one_of(broken(), broken()))
    def note(update: Json) -> None:
        drawn.append(update)

    note()
    return drawn


def generated(house: House, ledger: Ledger, *, updates: int = 20_000) -> None:
    """Play half of the updates as Telegram may send them, which are all answered, and half as it never would."""
    kind, half = house.store.engine.dialect.name, updates // 2
    for name, whole_ones, start in (("possible", True, 1), ("impossible", False, half + 1)):
        fresh = [{**each, "update_id": number} for number, each in enumerate(draw(half, whole_ones=whole_ones), start)]
        with listening() as said:
            asyncio.run(_play(house, fresh))
        waiting, refused, dead = _rest(house, start)
        strange = [line for line in said if not _unreadable(line)]
        ok = not (waiting or refused or strange or (whole_ones and dead))
        measured = f"{dead} dead letters, {waiting} stuck, {refused} refused by Telegram, {len(strange)} raised"
        ledger.note(f"{kind}: {half} {name} updates of the Bot API", f"{measured} {strange[:3] or ''}".strip(), ok=ok)


async def _play(house: House, updates: list[Json]) -> None:
    face = real_face(house, FakeTelegram())
    await face.open()
    press = _presses(house)
    for start in range(0, len(updates), BATCH):
        await face.take_in([press(update) for update in updates[start : start + BATCH]])
        await face.rounds.answer_waiting(face.sender.wake)
        await face.sender.drain()
    await face.sender.stop()
    await face.close()


def real_face(house: House, telegram: FakeTelegram, clock: Callable[[], datetime] = now) -> Face:
    """Return a face of the real bot, with a token and a Telegram of ours."""
    mine = house.settings.telegram.model_copy(update={"token": SecretStr(TOKEN)})
    ours = replace(house, settings=house.settings.model_copy(update={"telegram": mine}))
    return Face(ours, telegram, FAST, clock=clock)


def _presses(house: House) -> Callable[[Json], Json]:
    """Return what puts sealed data into the updates that press a button."""
    signer = callback.signer(house.keys).menu(now())
    with house.store.read() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
    kinds: dict[str, Iterable[str]] = {
        "need": catalogue.needs,
        "take": catalogue.offers,
        "contact": catalogue.entries,
        "area": catalogue.areas,
    }
    choices = [*SIMPLE, *(f"{kind}:{name}" for kind, names in kinds.items() for name in names)]

    def press(update: Json) -> Json:
        query = update.get("callback_query")
        if not isinstance(query, dict) or not str(query.get("data")).startswith(PRESS):
            return update
        choice = choices[int(query["data"].removeprefix(PRESS)) % len(choices)]
        return {**update, "callback_query": {**query, "data": signer.seal(_chat(query), choice)}}

    return press


def _chat(query: Json) -> str:
    place = query.get("message")
    chat = place.get("chat") if isinstance(place, dict) else None
    return str(chat.get("id")) if isinstance(chat, dict) else ""


class _Ear(logging.Handler):
    """Collects what is logged as an error: by us, and by asyncio for a task that nobody waited for."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    ear = _Ear()
    logging.getLogger().addHandler(ear)
    yield ear.said
    logging.getLogger().removeHandler(ear)


def _unreadable(line: str) -> bool:
    """Tell whether a line is about a shape that could not be read; what the core raises is a fault."""
    found = UNREADABLE.fullmatch(line)
    return found is not None and found[1] in READERS


def _rest(house: House, start: int) -> tuple[int, int, int]:
    with house.store.read() as tx:
        mine = inbox.c.update_id >= start
        dead = len(tx.execute(select(inbox.c.update_id).where(mine, inbox.c.failure.is_not(None))).all())
        refused = len(tx.execute(select(outbox.c.id).where(outbox.c.failure.not_in(GONE))).all())
        return waiting_updates.depth(tx) + waiting_calls.depth(tx), refused, dead
