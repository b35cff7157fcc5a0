"""The small network of another town: three organizations with six services, two companies, three offers."""

from datetime import timedelta
from pathlib import Path

from bot.assembly import prepared_store, privacy_keys
from bot.config import Database, Settings, Telegram
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import publish_first
from tests.cast import NOON
from tests.learned import Learned

FOLDER = Path(__file__).parent / "small_network"
COMPANY = "ceramica-lamone"


def settings_in(place: Path) -> Settings:
    database = Database(url=f"sqlite:///{place / 'kmzero.db'}")
    return Settings(database=database, knowledge=FOLDER, telegram=Telegram(username="faenza_bot"))


def publish(place: Path, learned: Learned) -> Settings:
    """Publish the network into a database in a place, as the first start does it."""
    settings = settings_in(place)
    store = prepared_store(settings)
    moment = NOON - timedelta(days=2)
    publish_first(store, load(settings.knowledge), now=moment, today=moment.date(), train=learned)
    privacy_keys(settings, store)
    store.close()
    return settings
