"""Who asks plainly for one service sees it first, and never one for another age where one fits.

The lists are floors against losing ground. `first_card_own` was written after the keywords; those were then mended on
every other line of it, and 90 in 100 of the lines between are right: that is nearer to what strangers would see.
Keywords that were sentences of `first_card_dev` were taken out; it then reached 44 of 46 (0.957); the target is 0.97.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.assembly import assemble
from bot.catalogue.catalogue import Catalogue, Entry
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.hearing import heard
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.reading import Reader
from tests.conftest import settings_for

DATA = Path(__file__).parents[3] / "data"
NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def engine(shipped: Path) -> Reader:
    """The engine that was learned when the shipped knowledge was published."""
    house = assemble(settings_for(shipped))
    with house.store.read() as tx:
        reader = house.concierge.live.edition(tx).reader
    house.close()
    return reader


def first_card(text: str, engine: Reader, catalogue: Catalogue) -> str:
    """Return the id of the service that is shown first; "" where none is."""
    world = World(catalogue, "it", "biomed-padana", NOW)
    _, reply = advance(State(greeted=True), heard(text, engine.read(text), world), world)
    return next((service.id for message in reply.messages for service in message.services), "")


@pytest.mark.parametrize(("name", "floor"), [("first_card_dev", 0.95), ("first_card_own", 0.93)])
def test_the_service_that_is_meant_comes_first(name: str, floor: float, engine: Reader, catalogue: Catalogue) -> None:
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]
    wrong = [row["text"] for row in rows if first_card(row["text"], engine, catalogue) not in row["services"]]
    assert 1 - len(wrong) / len(rows) >= floor, wrong


def test_every_service_has_keywords(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        assert 6 <= len(entry.service.keywords.it) <= 18, entry.id
        assert 3 <= len(entry.service.keywords.en) <= 12, entry.id


def test_no_first_card_is_for_another_age_where_one_fits(engine: Reader, catalogue: Catalogue) -> None:
    wrong = []
    for entry in catalogue.entries.values():
        for age in _ages(entry):
            text = f"{catalogue.need_name(entry.needs[0], 'it').lower()} per mio figlio di {age} anni"
            shown = catalogue.entries.get(first_card(text, engine, catalogue))
            ages = shown.service.ages if shown else None
            if ages and not ages.holds(age):
                wrong.append((text, shown and shown.id))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("mi serve qualcuno che tenga mio figlio di 4 anni il pomeriggio", 4),
        ("anzi no, lascia perdere: mi serve qualcuno che tenga mio figlio di 4 anni il pomeriggio", 4),
        ("un posto dove lasciare la bimba di 2 anni quando lavoro", 2),
    ],
)
def test_of_several_needs_too_none_for_another_age_comes_first(
    text: str, age: int, engine: Reader, catalogue: Catalogue
) -> None:
    ages = catalogue.entries[first_card(text, engine, catalogue)].service.ages
    assert ages is None or ages.holds(age)


def _ages(entry: Entry) -> list[int]:
    """Return ages in whole years that a service is for: of children, if it is for children too."""
    ages = entry.service.ages
    return [age for age in range(1, 26) if ages and ages.holds(age)]
