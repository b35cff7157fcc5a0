"""The same table of dialogues as on the core, through PTB's Application and the two boxes, to the client."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from bot.assembly import House, assemble, now
from bot.people import invites
from handlers.application import Face
from tests.cast import COMPANIES
from tests.conftest import settings_for
from tests.handlers.echo_house import FAST, TOKEN
from tests.handlers.fake_telegram import Called, FakeTelegram, visible
from tests.handlers.incoming_updates import ANNA, press, text
from tests.playing import Dialogue, dialogues, play


@pytest.fixture
def shipped_house(database: Path) -> Iterator[House]:
    settings = settings_for(database)
    telegram = settings.telegram.model_copy(
        update={"token": type(settings.telegram).model_validate({"token": TOKEN}).token}
    )
    house = assemble(settings.model_copy(update={"telegram": telegram}))
    yield house
    house.close()


@dataclass
class TelegramPhone:
    """A phone with Telegram on it: updates go in as Telegram's JSON, the screen is what was sent since."""

    face: Face
    telegram: FakeTelegram
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    seen: int = 0

    async def start(self, invite: str | None = None) -> None:
        await self._send(text(next(self.numbers), f"/start {invite}" if invite else "/start"))

    async def say(self, text_: str) -> None:
        await self._send(text(next(self.numbers), text_))

    async def press(self, label: str) -> None:
        full = next(each for each in self.buttons if label.lower() in each.lower())
        await self._send(press(next(self.numbers), self.telegram.press(full, ANNA)))

    async def _send(self, update: dict[str, object]) -> None:
        self.seen = len(self.telegram.calls)
        await self.face.process(update)

    @property
    def _new(self) -> list[Called]:
        return [call for call in self.telegram.calls[self.seen :] if call in self.telegram.shown()]

    @property
    def screen(self) -> str:
        return "\n\n".join(visible(call.body["text"]) for call in self._new)

    @property
    def buttons(self) -> list[str]:
        keyboards = [call.body.get("reply_markup", {}).get("inline_keyboard", []) for call in self._new]
        return [button["text"] for keyboard in keyboards for row in keyboard for button in row]


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda dialogue: dialogue.name)
async def test_dialogue(dialogue: Dialogue, shipped_house: House) -> None:
    telegram = FakeTelegram()
    face = Face(shipped_house, telegram, FAST)
    await face.open()

    def invite(company: str) -> str:
        with shipped_house.store.write() as tx:
            return invites.create(tx, company, now())

    try:
        await play(dialogue, TelegramPhone(face, telegram), invite, {name for name in COMPANIES.values() if name})
    finally:
        await face.sender.stop()
        await face.close()
    assert not [call for call in telegram.calls if len(str(call.body.get("text", ""))) > 4096]
