"""The table of dialogues, on the core."""

from collections.abc import Callable

import pytest

from bot.assembly import House
from tests.cast import COMPANIES, CorePhone
from tests.playing import Dialogue, dialogues, play


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda dialogue: dialogue.name)
async def test_dialogue(dialogue: Dialogue, house: House, invite: Callable[[str], str]) -> None:
    await play(dialogue, CorePhone(house, dialogue.who), invite, {name for name in COMPANIES.values() if name})
