"""The shipped network, published once for the whole run with the real training; every test gets a copy of the file."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.assembly import House, assemble
from bot.catalogue.catalogue import Catalogue
from bot.config import Database, Settings
from bot.people import invites
from tests.cast import COMPANIES, NOON, CorePhone

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
TODAY = date(2026, 11, 22)


def settings_for(database: Path) -> Settings:
    return Settings(database=Database(url=f"sqlite:///{database}"), knowledge=KNOWLEDGE)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file where the shipped knowledge is published."""
    file = tmp_path_factory.mktemp("shipped") / "kmzero.db"
    assemble(settings_for(file)).close()
    return file


@pytest.fixture
def database(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the published database, with its key, for one test."""
    for file in shipped.parent.glob("kmzero.*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / "kmzero.db"


@pytest.fixture
def house(database: Path) -> Iterator[House]:
    """The house on its own copy of the published database."""
    house = assemble(settings_for(database))
    yield house
    house.close()


@pytest.fixture
def catalogue(house: House) -> Catalogue:
    with house.store.read() as tx:
        return house.concierge.live.edition(tx).catalogue


@pytest.fixture
def invite(house: House) -> Callable[[str], str]:
    """Make an invite of a company, as `kmzero link` does."""

    def make(company: str) -> str:
        with house.store.write() as tx:
            return invites.create(tx, company, NOON)

    return make


@pytest.fixture
async def anna(house: House, invite: Callable[[str], str]) -> CorePhone:
    """Anna has opened her company's link and said yes."""
    return await member(house, invite, "anna")


@pytest.fixture
async def bruno(house: House, invite: Callable[[str], str]) -> CorePhone:
    return await member(house, invite, "bruno")


@pytest.fixture
def elena(house: House) -> CorePhone:
    """Elena has no link: a guest."""
    return CorePhone(house, "elena")


async def member(house: House, invite: Callable[[str], str], user: str) -> CorePhone:
    company = COMPANIES[user]
    assert company
    phone = CorePhone(house, user)
    await phone.start(invite(company))
    await phone.press("Va bene")
    return phone
