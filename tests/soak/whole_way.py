"""The scenarios that play the real bot with the shipped knowledge, each on a fresh database of each kind."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.assembly import House, assemble
from bot.config import Database, Privacy
from tests.conftest import copy_release, settings_for
from tests.databases import Cluster
from tests.soak.generated_updates import generated
from tests.soak.kept_model import kept_of_whom
from tests.soak.ledger import Ledger
from tests.soak.read_off import read_off
from tests.soak.tampered_callbacks import tampered
from tests.soak.three_times import three_times


def _generated(house: House, ledger: Ledger) -> None:
    generated(house, ledger, updates=20_000 if house.store.sqlite else 4_000)


def _tampered(house: House, ledger: Ledger) -> None:
    tampered(house, ledger, presses=5_000 if house.store.sqlite else 1_000)


def _kept(house: House, ledger: Ledger) -> None:
    kept_of_whom(house, ledger, examples=60)  # tests.soak.privacy_in_full takes as many as the target says


def _read_off(house: House, ledger: Ledger) -> None:
    for people in (12, 60):
        read_off(house, ledger, people=people)


Scenario = Callable[[House, Ledger], None]
SCENARIOS: tuple[Scenario, ...] = (_generated, _tampered, three_times, _kept, _read_off)


def whole_way(cluster: Cluster, ledger: Ledger, scenarios: Sequence[Scenario] = SCENARIOS) -> None:
    """Play each scenario on each database; the knowledge is published once."""
    with tempfile.TemporaryDirectory() as name:
        shipped = Path(name) / "shipped.db"
        assemble(settings_for(shipped)).close()
        for number, scenario in enumerate(scenarios):
            for house in _houses(cluster, shipped, Path(name) / f"{number}.db"):
                scenario(house, ledger)
                house.close()


def _houses(cluster: Cluster, shipped: Path, file: Path) -> Iterator[House]:
    key = Privacy(key_file=shipped.with_suffix(".key"))
    shutil.copy(shipped, file)
    yield assemble(settings_for(file).model_copy(update={"privacy": key}))
    url = cluster.fresh()
    copy_release(shipped, url)
    yield assemble(settings_for(file).model_copy(update={"database": Database(url=url), "privacy": key}))
