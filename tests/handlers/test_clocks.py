"""Whatever a clock says, and however it jumps, every message and every button gets an answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import House, assemble
from bot.people import invites
from handlers import application
from handlers.api.callback import Signer
from handlers.application import Face
from handlers.deduplication import repeated
from tests.cast import NOON
from tests.conftest import settings_for
from tests.handlers.echo_house import FAST, TOKEN, EchoHouse
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.incoming_updates import press, text

SECOND, HOUR, YEAR = timedelta(seconds=1), timedelta(hours=1), timedelta(days=365)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


STILL = [  # moments at which a whole talk is held; a kernel has none after 2232
    *("1970-01-01T00:00", "2000-02-29T12:00", "2025-12-31T23:59", "2026-10-25T00:30", "2026-10-25T01:30"),
    *("2027-03-28T00:59", "2027-03-28T01:00", "2028-02-29T23:30", "2057-11-25T00:00", "2099-12-31T23:30"),
    "9999-12-01T12:00",
]
JUMPS = [  # a clock, and what it says when the button is pressed
    *((NOON, NOON + each) for each in (-40 * YEAR, -YEAR, -3 * HOUR, -SECOND, SECOND, 3 * HOUR, 2 * YEAR, 50 * YEAR)),
    *((at(one), NOON) for one in ("1970-01-01T00:00", "2099-12-31T23:30", "9999-12-01T12:00")),
]


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(application, "now", made)
    return made


@pytest.fixture
async def shipped(database: Path, clock: Clock) -> AsyncIterator[tuple[House, Face, FakeTelegram]]:
    settings, telegram = settings_for(database), FakeTelegram()
    token = type(settings.telegram).model_validate({"token": TOKEN})
    house = assemble(settings.model_copy(update={"telegram": token}))
    face = Face(house, telegram, FAST)
    await face.open()
    yield house, face, telegram
    await face.sender.stop()
    await face.close()
    house.close()


def buttons(telegram: FakeTelegram, user: int) -> list[str]:
    """Return the data of all buttons under the newest message that has some."""
    rows = next(
        rows
        for call in reversed(telegram.shown(user))
        if (rows := call.body.get("reply_markup", {}).get("inline_keyboard"))
    )
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


async def test_every_message_and_every_button_is_answered_at_any_moment_and_after_any_jump(
    shipped: tuple[House, Face, FakeTelegram], clock: Clock
) -> None:
    house, face, telegram = shipped
    numbers = count(1)

    async def answered(user: int, update: dict[str, Any]) -> None:
        before = len(telegram.shown(user))
        await face.process(update)
        assert len(telegram.shown(user)) > before, (clock.now, update)
        assert not [said for said in telegram.texts(user) if "inceppato" in said], (clock.now, update)

    for user, (first, then) in enumerate([*((at(one), at(one)) for one in STILL), *JUMPS], 1001):
        clock.now = first
        with house.store.write() as tx:
            invite = invites.create(tx, "biomed-padana", first)
        await answered(user, text(next(numbers), f"/start {invite}", user))
        await answered(user, press(next(numbers), buttons(telegram, user)[0], user))
        await answered(user, text(next(numbers), "mio babbo è caduto", user))
        old = buttons(telegram, user)
        clock.now = then
        for data in old:
            await answered(user, press(next(numbers), data, user))
        for said in ("/codici", "è aperto domani?", "/imieidati", "/dimenticami"):
            await answered(user, text(next(numbers), said, user))


@pytest.mark.parametrize(
    ("answered", "arrived", "now", "silent"),
    [  # seconds: by the clock of who answered, of who took it in, of who answers
        (0, -5, 0.1, True),  # both waited
        (0, 1, 1, True),  # the answer cannot have been read
        (0, 3, 3, False),
        (0, -1, 30, False),  # whose clock took it in is 31 seconds behind
        (0, -10_800, 60, False),  # … or three hours
        (0, 10_800, 10_800, False),
        (0, -10_800, -10_800, False),  # the clock went back
        (0, -10_800, -10_800 + 1, False),
    ],
)
def test_a_press_is_taken_for_a_repeated_one_by_no_clock_that_is_wrong(
    house: EchoHouse, *, answered: float, arrived: float, now: float, silent: bool
) -> None:
    first, came, answers = (NOON + timedelta(seconds=each) for each in (answered, arrived, now))
    with house.store.write() as tx:
        assert not repeated(tx, "a", first, first)
        assert repeated(tx, "a", came, answers) is silent


@pytest.mark.parametrize("made", [*map(at, STILL), NOON])
@pytest.mark.parametrize("age", [timedelta(0), -3 * HOUR, 25 * HOUR, 15 * YEAR, -15 * YEAR])
def test_a_button_knows_its_age_by_any_clock(made: datetime, age: timedelta) -> None:
    try:
        now = made + age
    except OverflowError:
        return
    signer = Signer(b"k" * 32)
    assert signer.open("1", signer.menu(made).seal("1", "yes"), now) == ("yes", age)
