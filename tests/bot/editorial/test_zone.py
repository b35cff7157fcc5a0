"""The time zone of a knowledge folder is known before the rest is read, and whatever is wrong with the rest."""

from datetime import UTC, date, datetime

import pytest

from bot.catalogue.local_time import HOME, end_of, local_day
from bot.editorial.folder.files import load
from bot.editorial.folder.zone import zone_of
from tests.bot.editorial.small_network import NETWORK, Folder


@pytest.mark.parametrize(
    ("network", "zone"),
    [
        (f"{NETWORK}timezone: America/New_York\n", "America/New_York"),
        ("timezone: Atlantic/Azores\nstrange: true\n", "Atlantic/Azores"),
        (NETWORK, HOME),
        (f"{NETWORK}timezone: Europa/Roma\n", HOME),
        (f"{NETWORK}timezone: ../../etc/passwd\n", HOME),
        (f"{NETWORK}timezone: [Europe/Paris]\n", HOME),
        (f"{NETWORK}timezone:\n", HOME),
        ("timezone: {\n", HOME),
        ("- timezone\n", HOME),
        (b"\xff", HOME),
    ],
)
def test_it_is_the_one_that_is_named_or_that_of_the_house(folder: Folder, network: str | bytes, zone: str) -> None:
    folder.write("network.yaml", network)
    assert zone_of(load(folder.path)) == zone


def test_a_folder_without_a_network_is_at_home(folder: Folder) -> None:
    (folder.path / "network.yaml").unlink()
    assert zone_of(load(folder.path)) == HOME


def test_a_day_ends_at_the_networks_midnight_also_when_the_clocks_are_changed() -> None:
    assert end_of(date(2026, 10, 25), HOME) == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert end_of(date(2026, 10, 24), HOME) == datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert local_day(datetime(2026, 10, 24, 22, tzinfo=UTC), HOME) == date(2026, 10, 25)
