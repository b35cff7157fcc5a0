"""The shipped network, published once for the whole run with what the real training learned; every test gets a copy."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, inspect, select, text

from bot import apart, assembly
from bot.assembly import House, assemble, prepared_store, privacy_keys
from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.config import Database, Privacy, Settings, Telegram
from bot.conversation import concierge
from bot.conversation.messages import Began, Chose
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import publish_first
from bot.editorial.rules import repeated_phrase
from bot.people import invites
from bot.store import clock, engine, observations
from bot.store import migrate as migration
from bot.store.companies import known_company
from bot.store.coordination import release_source, source_text
from bot.store.engine import open_store
from bot.store.evaluation import evaluation
from bot.store.migrate import migrate
from bot.store.origins import origin
from bot.store.tables import current, release
from bot.understanding.learning import training
from bot.understanding.text import normal
from tests import small
from tests.cast import COMPANIES, NOON, CorePhone, NoLuck
from tests.databases import KINDS, Cluster, start_cluster, stop_cluster
from tests.learned import Learned
from tests.made_once import Readers, hurried

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
TODAY = date(2026, 11, 22)
SELDOM = 20_000  # things that are made until the collector looks; Python itself has 700
PUBLISHED = "kmzero_published"  # the template with the shipped knowledge


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: let Python not look again and again for circles in it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, 10, 10)


def settings_for(database: Path) -> Settings:
    database_of = Database(url=f"sqlite:///{database}")
    return Settings(database=database_of, knowledge=KNOWLEDGE, telegram=Telegram(username="kmzero_bot"))


@pytest.fixture(scope="session")
def learned(pytestconfig: pytest.Config) -> Learned:
    """What trains, and remembers it until phrases or program change."""
    return Learned(pytestconfig.cache.mkdir("learned"))


@pytest.fixture(scope="session", autouse=True)
def made_once(learned: Learned) -> Iterator[None]:
    """Learn the same phrases, load the same bytes and read the same release once: none of them keeps any state.

    Other processes do it all anew.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assembly, "train", learned)
        patch.setattr(training, "learn", learned.of)  # what commands find; tests of learning have it by its name
        patch.setattr(assembly, "_load_reader", Readers(assembly._load_reader))
        patch.setattr(releases, "_read", lru_cache(maxsize=8)(releases._read))
        patch.setattr(repeated_phrase, "words", cache(normal.words))  # of the library, at every check
        yield


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_disks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_prepare_sqlite", hurried(engine._prepare_sqlite))
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_apart() -> Iterator[None]:
    """Do here what the program does in processes of their own, each of which takes most of a second to start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "call", apart.here)
        yield


@pytest.fixture(scope="session", autouse=True)
def migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Run the migrations on one empty SQLite file; every other empty one gets what they made, sixty times quicker."""
    file = tmp_path_factory.mktemp("empty") / "kmzero.db"
    store = open_store(f"sqlite:///{file}")
    migrate(store)
    with store.read() as tx:
        ours = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        made = list(tx.exec_driver_sql(ours).scalars())
    store.close()
    really = migration._upgrade

    def upgrade(connection: Connection) -> None:
        if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
            really(connection)
            return
        for statement in made:
            connection.exec_driver_sql(statement)
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": migration.HEAD})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migration, "_upgrade", upgrade)
        yield


@pytest.fixture(scope="session", autouse=True)
def any_day() -> Iterator[None]:
    """Let the tests run years after the day on which the shipped knowledge was published."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "AHEAD", timedelta(days=36_500))
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_by_chance() -> Iterator[None]:
    """Let no test keep the question "why not?" but those that bring dice of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(concierge, "SystemRandom", NoLuck)
        yield


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, learned: Learned) -> Path:
    """A SQLite file where the shipped knowledge is published, as the first start does it."""
    file = tmp_path_factory.mktemp("shipped") / "kmzero.db"
    store = prepared_store(settings_for(file))
    publish_first(store, load(KNOWLEDGE), now=NOON - timedelta(days=2), today=TODAY, train=learned)
    privacy_keys(settings_for(file), store)
    with store.write() as tx:
        observations.learn_username(tx, "kmzero_bot")  # as `kmzero run` does
    store.close()
    return file


@pytest.fixture(scope="session")
def small_published(tmp_path_factory: pytest.TempPathFactory, learned: Learned) -> Path:
    """The folder with the database where the small network of another town is published."""
    place = tmp_path_factory.mktemp("small")
    small.publish(place, learned)
    return place


@pytest.fixture
def small_house(small_published: Path, tmp_path: Path) -> Iterator[House]:
    """The house of the small network, on its own copy of the database."""
    place = shutil.copytree(small_published, tmp_path / "small")
    house = assemble(small.settings_in(place))
    yield house
    house.close()


@pytest.fixture
def lia(small_house: House) -> CorePhone:
    """Lia works in the small network, and has said yes."""
    phone = CorePhone(small_house, "lia", small.COMPANY)
    for message in (Began(), Chose("consent:yes")):
        phone.send(message)
    return phone


@pytest.fixture
def database(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the published database, with its key, for one test."""
    for file in shipped.parent.glob("kmzero.*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / "kmzero.db"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server for the whole run."""
    cluster = start_cluster()
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database with every table on PostgreSQL, and none yet on SQLite: two runs of one test."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kmzero.db'}"
        return
    cluster: Cluster = request.getfixturevalue("postgresql")
    url = cluster.fresh()
    yield url
    cluster.drop(url)


@pytest.fixture(scope="session")
def published(postgresql: Cluster, shipped: Path) -> str:
    """The name of the PostgreSQL template where the shipped knowledge is published."""
    postgresql.template(PUBLISHED, lambda url: copy_release(shipped, url))
    return PUBLISHED


@pytest.fixture(params=KINDS)
def any_house(request: pytest.FixtureRequest, database: Path) -> Iterator[House]:
    """The house on a published database of each kind: two runs of one test."""
    settings = settings_for(database)
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").fresh(request.getfixturevalue("published"))
        key = Privacy(key_file=database.with_suffix(".key"))
        settings = settings.model_copy(update={"database": Database(url=url), "privacy": key})
    house = assemble(settings)
    yield house
    house.close()


@pytest.fixture
def house(database: Path) -> Iterator[House]:
    """The house on its own copy of the published database."""
    house = assemble(settings_for(database))
    yield house
    house.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue, read from its files: the pure tests need no database and no training."""
    release = check(load(KNOWLEDGE), TODAY).release
    assert release
    return Catalogue(1, release)


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


def copy_release(shipped: Path, url: str) -> None:
    """Put the release that is live in one SQLite file into another database."""
    source, target = open_store(f"sqlite:///{shipped}"), open_store(url)
    migrate(target)
    with source.read() as old, target.write() as new:
        for table in (release, current, origin, source_text, release_source, known_company, evaluation):
            new.execute(insert(table), [dict(row) for row in old.execute(select(table)).mappings()])
    source.close()
    target.close()
