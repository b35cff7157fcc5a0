"""Once a question with dice is answered, nothing that is kept tells whether the answer is true or fell."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Row, select

from bot.assembly import House, assemble
from bot.conversation import notices
from bot.conversation.effects import consent, follow_up
from bot.evaluation.randomized import REASONS, TRUTH
from bot.people import members, wishes
from bot.people.keys import SEALED
from bot.people.wishes import Kind, Wish
from bot.store.tables import metadata
from tests.cast import NOON, CorePhone
from tests.conftest import settings_for

CHANCE = {"shame": "known"}  # the button carries another answer; all others carry what they say


class Loaded(Random):
    """Dice that let the truth through, or give the answers of chance."""

    def __init__(self, *, truth: bool) -> None:
        super().__init__(1)
        self._first, self._answers = 0.0 if truth else TRUTH, iter(REASONS)

    def random(self) -> float:
        return self._first

    def choice(self, seq: Any) -> Any:
        answer = next(self._answers)
        return CHANCE.get(answer, answer)


async def test_a_database_after_a_true_answer_is_one_after_the_same_answer_by_chance(
    database: Path, tmp_path: Path
) -> None:
    true = await _answered(database, tmp_path / "true", "Ho paura che si sappia", truth=True)
    fell = await _answered(database, tmp_path / "fell", "Mi vergogno", truth=False)
    assert any("why" in said and "known" in said for said in true), "the answer itself is kept"
    assert true == fell


async def _answered(database: Path, folder: Path, label: str, *, truth: bool) -> list[str]:
    """Ask somebody with such dice, let them press, and return all that is kept then, with every seal opened."""
    house = _house(database, folder)
    phone = CorePhone(house, "anna")
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        version = consent.version(catalogue.network.privacy.controller)
        members.join(tx, house.keys, "biomed-padana", "anna", language="it", now=NOON, consent=version)
        day = NOON.date()
        wishes.keep(tx, house.keys, Wish("anna", Kind.WHY, "", day, None, day - timedelta(days=5)))
    companies = list(catalogue.companies)
    assert follow_up.send(house.store, house.keys, companies, NOON, catalogue, dice=Loaded(truth=truth)) == 1
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys, "anna")
        notices.taken(tx, found)
    phone.messages = tuple(notice.message for notice in found)
    await phone.press(label)
    kept = sorted(_kept(house))
    house.close()
    return kept


def _house(database: Path, folder: Path) -> House:
    folder.mkdir()
    for file in database.parent.glob("kmzero.*"):
        shutil.copy(file, folder / file.name)
    return assemble(settings_for(folder / "kmzero.db"))


def _kept(house: House) -> Iterator[str]:
    with house.store.read() as tx:
        for table in metadata.sorted_tables:
            for row in tx.execute(select(table)):
                yield f"{table.name} {_opened(house, row)}"


def _opened(house: House, row: Row[Any]) -> dict[str, Any]:
    values = {name: value for name, value in row._mapping.items() if name != "id" and not isinstance(value, bytes)}
    seals = {name: str(value).startswith(SEALED) for name, value in values.items()}
    return {name: house.keys.unseal(value) if seals[name] else value for name, value in values.items()}
