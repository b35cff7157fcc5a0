"""The table of dialogues, on the core, and one that ends with a code on each kind of database."""

from collections.abc import Callable

import pytest

from bot.assembly import House
from bot.people import invites
from tests.cast import COMPANIES, NOON, CorePhone
from tests.playing import Dialogue, dialogues, play

EMPLOYERS = {name for name in COMPANIES.values() if name}


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda dialogue: dialogue.name)
async def test_dialogue(dialogue: Dialogue, house: House, invite: Callable[[str], str]) -> None:
    await play(dialogue, CorePhone(house, dialogue.who), invite, EMPLOYERS)


async def test_a_dialogue_with_a_code_goes_the_same_on_every_database(any_house: House) -> None:
    def invite(company: str) -> str:
        with any_house.store.write() as tx:
            return invites.create(tx, company, NOON)

    first = next(each for each in dialogues() if "takes her code" in each.name)
    await play(first, CorePhone(any_house, first.who), invite, EMPLOYERS)
