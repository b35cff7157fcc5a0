"""The employee who goes on talking once a card is there."""

from pathlib import Path
from random import Random

import pytest

from bot.assembly import House
from bot.cli.bench.acts import LINE, Line
from bot.cli.bench.after_card import after_card, sayings_of
from bot.cli.bench.labelled import read_lines
from bot.cli.bench.tasks import Task
from bot.conversation.talk.world import World
from tests.cast import NOON

TALK = Path(__file__).parents[3] / "data" / "talk_dev.jsonl"
NURSERY = Task((("nido",),), "direct", text="cerco un nido a Carpi")
ASKED = [Line("quanto costa?", "ask:price"), Line("cosa devo portare?", "ask:documents")]
DOUBT, TAKE = Line("lo sa il mio capo?", "trust:employer"), Line("dammi il codice", "take")


def test_who_is_understood_reaches_all_in_four_messages(house: House) -> None:
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    world = World(edition.catalogue, "it", "biomed-padana", NOON)
    found = after_card([NURSERY], sayings_of([*ASKED, DOUBT, TAKE]), edition.reader, world, Random(1))
    assert found is not None
    assert (found.with_card, found.all_reached, found.actions, found.wrong_cards) == (1, 1.0, 4.0, 0)


def test_who_asks_for_another_need_loses_the_card_and_says_so(house: House) -> None:
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    world = World(edition.catalogue, "it", "biomed-padana", NOON)
    lost = Line("cerco un dentista", "ask:price")
    found = after_card([NURSERY], sayings_of([lost, ASKED[1], DOUBT, TAKE]), edition.reader, world, Random(1))
    assert found is not None
    assert (found.questions, found.doubts, found.codes, found.wrong_cards) == (0.5, 1.0, 1.0, 1)
    assert found.actions == 5.0, "one tap brings the card back"


def test_nobody_has_a_card(house: House) -> None:
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    world = World(edition.catalogue, "it", "biomed-padana", NOON)
    sayings = sayings_of([*ASKED, DOUBT, TAKE])
    assert after_card([Task((("nido",),), "buttons")], sayings, edition.reader, world, Random(1)) is None


@pytest.mark.parametrize("missing", range(4))
def test_a_kind_of_line_that_is_missing_is_named(missing: int) -> None:
    lines = [*ASKED, DOUBT, TAKE]
    del lines[missing]
    with pytest.raises(ValueError, match="ask:"):
        sayings_of(lines)


def test_the_file_that_we_measure_with_has_all_kinds() -> None:
    found = sayings_of(read_lines(TALK, LINE))
    assert len(found.questions) > 30
    assert len(found.doubts) > 10
    assert len(found.takes) > 2
