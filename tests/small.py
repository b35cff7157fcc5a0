"""The small network of another town: three organizations with six services, two companies, three offers.

Its folder brings no needs: until the program has them by itself, they are those of the demonstration.
"""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.assembly import prepared_store, privacy_keys
from bot.config import Database, Settings, Telegram
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import publish_first
from tests.cast import NOON
from tests.learned import Learned

OWN = Path(__file__).parent / "small_network"
DEMONSTRATION = Path(__file__).parent.parent / "knowledge"
LOCAL = ("town", "address", "phone", "hours", "invented")  # what the demonstration says of public places
COMPANY = "ceramica-lamone"


def folder_in(place: Path) -> Path:
    """Put the folder of the network into a place, with the needs in it."""
    folder = shutil.copytree(OWN, place / "faenza")
    if (DEMONSTRATION / "needs").is_dir():
        shutil.copytree(DEMONSTRATION / "needs", folder / "needs")
        for name in ("concepts.yaml", "outside.yaml"):
            shutil.copy(DEMONSTRATION / name, folder / name)
        (folder / "situations.yaml").write_text(_situations(), encoding="utf-8")
    return folder


def _situations() -> str:
    """Return the situations without what only the demonstration has: its services, and the numbers of its places."""
    found: Any = yaml.safe_load((DEMONSTRATION / "situations.yaml").read_text(encoding="utf-8"))
    needs = _needs_of_services()
    for situation in found["situations"]:
        for step in situation["steps"]:
            if "service" in step:
                step["need"] = needs[step.pop("service")]
    places = [{key: value for key, value in one.items() if key not in LOCAL} for one in found["places"]]
    return yaml.safe_dump({**found, "places": places}, allow_unicode=True)


def _needs_of_services() -> dict[str, str]:
    files = sorted((DEMONSTRATION / "organizations").glob("*.yaml"))
    organizations: list[Any] = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return {service["id"]: service["needs"][0] for one in organizations for service in one["services"]}


def settings_in(place: Path) -> Settings:
    database = Database(url=f"sqlite:///{place / 'kmzero.db'}")
    return Settings(database=database, knowledge=place / "faenza", telegram=Telegram(username="faenza_bot"))


def publish(place: Path, learned: Learned) -> Settings:
    """Publish the network into a database in a place, as the first start does it."""
    folder_in(place)
    settings = settings_in(place)
    store = prepared_store(settings)
    moment = NOON - timedelta(days=2)
    publish_first(store, load(settings.knowledge), now=moment, today=moment.date(), train=learned)
    privacy_keys(settings, store)
    store.close()
    return settings
