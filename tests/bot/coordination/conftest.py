"""Rita keeps the catalogue; her phone, and the files that she would send."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.assembly import House
from bot.people import roles
from tests.cast import NOON, CorePhone
from tests.conftest import KNOWLEDGE


@pytest.fixture
def coordinator(house: House) -> Callable[[], str]:
    """Make a coordinator's invite, as `kmzero invite coordinator` does."""

    def make() -> str:
        with house.store.write() as tx:
            return roles.invite(tx, NOON)

    return make


@pytest.fixture
async def rita(house: House, coordinator: Callable[[], str]) -> CorePhone:
    phone = CorePhone(house, "rita")
    await phone.start(coordinator())
    return phone


@pytest.fixture
def girasole() -> str:
    """The file of an organization as it is live."""
    return (KNOWLEDGE / "organizations" / "il-girasole.yaml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pulled"
