"""Where a scenario plays: a fresh database of a kind, a folder, or the real bot with the shipped knowledge."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from bot.assembly import House, assemble
from bot.config import Database, Privacy
from tests.conftest import copy_release, settings_for
from tests.databases import Cluster, start_cluster, stop_cluster
from tests.soak.ledger import Ledger

Play = Callable[..., None]  # ground, ledger, and how large it is


@dataclass
class Ground:
    """A PostgreSQL server and a folder, for as long as the soak lasts."""

    cluster: Cluster
    folder: Path

    def __post_init__(self) -> None:
        self._numbers = count()

    def fresh_folder(self) -> Path:
        folder = self.folder / str(next(self._numbers))
        folder.mkdir()
        return folder

    def sqlite(self) -> str:
        return f"sqlite:///{self.fresh_folder()}/kmzero.db"

    def houses(self) -> Iterator[House]:
        """Open the house on a copy of each kind of the database; the knowledge is published once."""
        key = Privacy(key_file=self._shipped.with_suffix(".key"))
        file, url = self.fresh_folder() / "kmzero.db", self.cluster.fresh()
        shutil.copy(self._shipped, file)
        copy_release(self._shipped, url)
        for database in (Database(url=f"sqlite:///{file}"), Database(url=url)):
            house = assemble(settings_for(file).model_copy(update={"database": database, "privacy": key}))
            yield house
            house.close()

    @cached_property
    def _shipped(self) -> Path:
        file = self.folder / "shipped.db"
        assemble(settings_for(file)).close()
        return file


@contextmanager
def ground() -> Iterator[Ground]:
    """Start a server that keeps its promises on disk, and end it."""
    cluster = start_cluster(fast=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield Ground(cluster, Path(folder))
    finally:
        stop_cluster(cluster)


def _on(*places: Callable[[Ground], Any]) -> Callable[[Play], Play]:
    """Return what plays a scenario at each of some places."""

    def placed(scenario: Play) -> Play:
        def play(ground: Ground, ledger: Ledger, **size: Any) -> None:
            for place in places:
                scenario(place(ground), ledger, **size)

        return play

    return placed


def _fresh(ground: Ground) -> str:
    return ground.cluster.fresh()


on_sqlite, on_postgresql, on_both = _on(Ground.sqlite), _on(_fresh), _on(_fresh, Ground.sqlite)
on_cluster, in_folder = _on(lambda ground: ground.cluster), _on(Ground.fresh_folder)


def with_house(scenario: Play) -> Play:
    def play(ground: Ground, ledger: Ledger, **size: Any) -> None:
        for house in ground.houses():
            scenario(house, ledger, **size)

    return play
