"""What coordinators are told of a bot that is not well: what it means for people, and whom to tell."""

import dataclasses

import pytest
from sqlalchemy import update

from bot.assembly import House
from bot.coordination.jobs import Jobs
from bot.errors import BadConfig, WorkDied
from bot.store import observations
from bot.store.observations import Observed
from bot.store.tables import installation
from tests.cast import NOON, CorePhone


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["webhook"], "chi scrive può restare senza risposta"),
        (["disk", "token"], "chi scrive può restare senza risposta"),
        (["disk"], "lo spazio sta finendo"),
        (["username"], "il nome di un altro bot"),
    ],
)
async def test_a_trouble_is_one_line_in_plain_words(house: House, rita: CorePhone, kinds: list[str], said: str) -> None:
    await rita.say("/stato")
    assert "kmzero doctor" not in rita.screen
    with house.store.write() as tx:
        seen = [Observed(f"{kind}.x", "why\nmend it", NOON, NOON) for kind in kinds]
        observations.keep(tx, "process", seen, NOON)
    await rita.say("/stato")
    assert said in rita.screen
    assert rita.screen.count("kmzero doctor") == 1
    assert "mend it" not in rita.screen


async def test_no_kit_is_made_that_leads_nowhere(house: House, rita: CorePhone) -> None:
    with house.store.write() as tx:
        tx.execute(update(installation).values(bot_username=None))
    unnamed = Jobs(dataclasses.replace(house.jobs.context, username=None))
    object.__setattr__(house, "jobs", unnamed)
    await rita.say("/kit")
    await rita.press("Biomed Padana")
    assert "non so come si chiama il bot" in rita.screen


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WorkDied(-9), "gli manca la memoria"),
        (BadConfig("privacy.key_file: it is gone"), "si è inceppato"),
        (AttributeError("the program was renewed"), "si è inceppato"),
        (BlockingIOError(11, "no process can be started"), "si è inceppato"),
    ],
)
async def test_whatever_ends_work_elsewhere_is_told_and_ends_nothing_here(
    house: House, rita: CorePhone, error: Exception, said: str
) -> None:
    def elsewhere(*_job: object) -> None:
        raise error

    object.__setattr__(house, "jobs", Jobs(house.jobs.context, elsewhere))
    await rita.say("/kit")
    await rita.press("Biomed Padana")
    assert said in rita.screen
