"""«Che cosa ti ha frenato?»: asked of few, with dice, so that nobody can know what they answered."""

from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.evaluation.randomized import REASONS, TRUTH
from tests.bot.conversation.effects.test_follow_up import DAY, DUE, asked, counted
from tests.cast import NOON, CorePhone

CARD = "card:casa-sicura"


class Chosen(Random):
    """Dice by which everybody is chosen."""

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return 0 if stop is None else start


@pytest.fixture(autouse=True)
def everybody_is_chosen(house: House) -> None:
    house.concierge.dice = Chosen()


async def test_who_saw_a_card_and_took_nothing_may_be_asked_why(house: House, anna: CorePhone) -> None:
    anna.send(Chose(CARD))
    assert asked(house, DUE - DAY) == []
    (one,) = asked(house, DUE)
    assert one.message.silent
    assert "7 volte su 10" in one.message.text
    assert "Sicura" not in one.message.text
    assert [choice.label for choice in one.message.choices][-1] == "Non chiedermelo più"
    assert len(one.message.choices) == len(REASONS) + 1
    assert asked(house, DUE + 8 * DAY) == []


NOT_ASKED = {
    "took the code": (CARD, "take:casa-sicura-rete"),
    "took the number before the next card": ("contact:casa-sicura", "card:dieci-film"),
    "saw what is delicate": ("card:un-ora-per-parlarne",),
    "saw what is delicate too": (CARD, "card:un-ora-per-parlarne"),
    "saw what is delicate before": ("card:un-ora-per-parlarne", CARD),
    "wants no questions": (CARD, "h-never"),
    "wanted none before": ("h-never", CARD),
    "erased themselves": (CARD, "forget:yes"),
    "saw no card": ("help",),
}


@pytest.mark.parametrize("who", NOT_ASKED)
async def test_nobody_is_asked_who(house: House, anna: CorePhone, who: str) -> None:
    for choice in NOT_ASKED[who]:
        anna.send(Chose(choice))
    found = [one for days in (0, 8) for one in asked(house, DUE + days * DAY)]
    assert not [one for one in found if "frenato" in one.message.text]


async def test_of_those_only_one_in_some_is_asked(house: House, anna: CorePhone) -> None:
    house.concierge.dice = Random(3)
    kept = 0
    for day in range(40):
        anna.now = NOON + day * DAY
        anna.send(Chose(CARD))
        anna.send(Chose("card:dieci-film"))  # the same conversation rolls no second time
        kept += len(asked(house, anna.now + timedelta(days=5)))
    assert kept == 1, "one in five, and once a quarter"


async def test_it_is_asked_once_a_quarter_at_most(house: House, anna: CorePhone) -> None:
    times = []
    for day in range(0, 210, 2):
        anna.now = NOON + day * DAY
        anna.send(Chose(CARD))
        times += [day for _ in asked(house, anna.now)]
    assert len(times) == 3
    assert min(later - earlier for earlier, later in pairwise(times)) >= 91


async def test_after_danger_it_is_not_asked(house: House, anna: CorePhone) -> None:
    anna.send(Chose(CARD))
    await anna.say("mio marito mi picchia")
    anna.send(Chose(CARD))
    assert asked(house, DUE) == []


async def test_what_comes_back_is_what_the_dice_gave_the_button(house: House, anna: CorePhone) -> None:
    anna.send(Chose(CARD))
    (one,) = asked(house, DUE)
    button = one.message.choices[1]
    assert button.label == "Mi vergogno"
    anna.now = DUE
    for choice in (button, one.message.choices[0], button):
        anna.send(Chose(choice.id))
        assert anna.screen.startswith("Grazie.")
        assert not [reason for reason in ("vergogn", "paura", "fid") if reason in anna.screen]
    assert {value for kind, value in counted(house) if kind == "why"} == {button.id}
    anna.send(Chose("why:nothing-of-ours"))
    assert "Ripartiamo" in anna.screen
    assert len([1 for kind, _ in counted(house) if kind == "why"]) == 1
    assert 0 < TRUTH < 1
