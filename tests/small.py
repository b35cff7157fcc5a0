"""The small network of another town: three organizations with six services, two companies, three offers.

Its folder brings no needs: until the program has them by itself, they are those of the demonstration.
"""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.assembly import House, assemble, prepared_store, privacy_keys
from bot.catalogue.catalogue import Catalogue
from bot.config import Database, Settings, Telegram
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import publish_first
from tests.cast import NOON, CorePhone
from tests.learned import Learned

OWN = Path(__file__).parent / "small_network"
DEMONSTRATION = Path(__file__).parent.parent / "knowledge"
COMPANY = "ceramica-lamone"
SERVED = {"assistenza-domiciliare", "badante", "doposcuola", "centri-estivi", "caf-isee", "debiti-prestiti"}


def folder_in(place: Path) -> Path:
    """Put the folder of the network into a place, with the needs beside it."""
    folder = shutil.copytree(OWN, place / "faenza")
    shutil.copytree(DEMONSTRATION / "needs", folder / "needs")
    for name in ("concepts.yaml", "outside.yaml"):
        shutil.copy(DEMONSTRATION / name, folder / name)
    (folder / "situations.yaml").write_text(_situations(), encoding="utf-8")
    return folder


def _situations() -> str:
    """Return the situations without what only the demonstration has: its services, and the numbers of its places."""
    found = yaml.safe_load((DEMONSTRATION / "situations.yaml").read_text(encoding="utf-8"))
    needs = _needs_of_services()
    for situation in found["situations"]:
        for step in situation["steps"]:
            if "service" in step:
                step["need"] = needs[step.pop("service")]
    for place in found["places"]:
        for local in ("town", "address", "phone", "hours", "invented"):
            place.pop(local, None)
    return yaml.safe_dump(found, allow_unicode=True)


def _needs_of_services() -> dict[str, str]:
    files: list[Any] = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in DEMONSTRATION.glob("organizations/*")]
    return {service["id"]: service["needs"][0] for one in files for service in one["services"]}


def settings_of(place: Path) -> Settings:
    database = Database(url=f"sqlite:///{place / 'small.db'}")
    return Settings(database=database, knowledge=place / "faenza", telegram=Telegram(username="faenza_bot"))


def publish(place: Path, learned: Learned) -> Settings:
    """Publish the network into a database in a place, as the first start does it."""
    folder_in(place)
    settings = settings_of(place)
    store = prepared_store(settings)
    moment = NOON - timedelta(days=2)
    publish_first(store, load(settings.knowledge), now=moment, today=moment.date(), train=learned)
    privacy_keys(settings, store)
    store.close()
    return settings


def catalogue_in(place: Path) -> Catalogue:
    """Return the catalogue of the folder in a place."""
    release = check(load(folder_in(place)), NOON.date()).release
    assert release
    return Catalogue(1, release)


def house_on(settings: Settings) -> House:
    return assemble(settings)


def employee(house: House, user: str = "lia") -> CorePhone:
    """Return the phone of somebody who works there and has said yes."""
    phone = CorePhone(house, user, COMPANY)
    for choice in ("start", "consent"):
        _begin(phone, choice)
    return phone


def _begin(phone: CorePhone, step: str) -> None:
    from bot.conversation.messages import Began, Chose

    phone.send(Began() if step == "start" else Chose("consent:yes"))
