"""The one place where the parts of the house are joined."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot import apart
from bot.catalogue import releases
from bot.catalogue.local_time import HOME, local_day
from bot.config import Settings
from bot.errors import BadConfig
from bot.people.binding import WrongKey, bind, has_people
from bot.people.keys import Keys, load_keys, make_keys, parse_secret
from bot.store import address
from bot.store.alone import Long, alone
from bot.store.engine import Store, open_store
from bot.store.journal import Journal
from bot.store.migrate import migrate
from bot.store.private_files import open_private

if TYPE_CHECKING:
    from bot.catalogue.model import Release
    from bot.conversation.concierge import Concierge
    from bot.conversation.live import Live
    from bot.coordination.jobs import Elsewhere, Jobs
    from bot.coordination.routing import Router
    from bot.understanding.reading import Reader

Admit = Callable[[Settings, Store], None]  # raises CannotRun
MAKE_ONE = "python -c 'import secrets; print(secrets.token_hex(32))'"
NOT_A_KEY = f"privacy.key: 64 hexadecimal digits are expected ({MAKE_ONE})"
NOT_A_KEY_FILE = (
    "privacy.key_file: {file}: 64 hexadecimal digits are expected in it: bring the key back from where you keep it"
)
NO_PLACE_FOR_A_KEY = (
    "privacy.key_file: say where the key of the pseudonyms is to be kept, or give it as privacy.key or in the variable "
    f"KMZERO_PRIVACY__KEY ({MAKE_ONE}); beside PostgreSQL none is made by itself"
)
MISSING_KEY = (
    "privacy.key_file: {file} is not there, and the database has people whom only its key finds: bring the "
    "key back from where you keep it; with a new one members would be strangers"
)
WRONG_KEY = (
    "privacy: the database was made with another key, and has people whom only that one finds: bring it back "
    "from where you keep it (privacy.key_file, privacy.key or the variable KMZERO_PRIVACY__KEY)"
)


@dataclass(frozen=True)
class House:
    """Everything that a face or a command needs."""

    settings: Settings
    store: Store
    keys: Keys
    concierge: "Concierge"
    router: "Router"  # what a face speaks to: the concierge, and for coordinators their desk
    jobs: "Jobs"

    def close(self) -> None:
        self.store.close()


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def assemble(
    settings: Settings, announce: Callable[[str], None] = lambda _: None, admit: Admit = lambda _settings, _store: None
) -> House:
    """Open the database, bring it up to date, publish the knowledge if nothing is published yet, and join the parts.

    `announce` is told what takes long, `admit` may refuse what would be served, before anything is published.
    Raises BadConfig, bot.store.migrate.NewerDatabase; SQLAlchemy's errors pass.
    """
    from bot.conversation.concierge import Concierge  # noqa: PLC0415 - half a second that `published_store` does not need
    from bot.conversation.live import Live  # noqa: PLC0415
    from bot.coordination.routing import Router  # noqa: PLC0415

    store = published_store(settings, announce, admit)
    keys = privacy_keys(settings, store)
    live = Live(_load_reader)
    _wake(live, store)
    concierge = Concierge(keys, live, settings.language, web_url=settings.web.url)
    jobs = _jobs(settings, store, keys, lambda *job: apart.call("bot.assembly:do_job", settings, *job, nice=0))
    return House(settings, store, keys, concierge, Router(concierge, keys), jobs)


def _jobs(settings: Settings, store: Store, keys: Keys, elsewhere: "Elsewhere | None" = None) -> "Jobs":
    from bot.coordination.job_context import JobContext  # noqa: PLC0415 - as in `assemble`
    from bot.coordination.jobs import Jobs  # noqa: PLC0415

    named = settings.telegram.username, settings.web.url
    context = JobContext(store, keys, settings.knowledge, train, _load_reader, *named)
    return Jobs(context, elsewhere)


def do_job(settings: Settings, number: int, moment: datetime, content: bytes | None) -> None:
    """Do a coordinator's job in a process of its own, with connections of its own. Raises bot.errors.WorkDied."""
    store = open_store(settings.database.url)
    try:
        _jobs(settings, store, privacy_keys(settings, store)).do_numbered(number, moment, content)
    finally:
        store.close()


def published_store(
    settings: Settings, announce: Callable[[str], None] = lambda _: None, admit: Admit = lambda _settings, _store: None
) -> Store:
    """Open the database, up to date and with something published in it. Raises as `assemble`."""
    store = prepared_store(settings)
    admit(settings, store)
    with store.read() as tx:
        published = releases.current_number(tx) is not None
    if not published:
        announce("first start: publishing the knowledge and learning from it, about twenty seconds…")
        _publish_first(settings, store)
    return store


def _wake(live: "Live", store: Store) -> None:
    """Load what is live; where another version of kmzero had trained it, train it again and keep that."""
    if _is_awake(live, store):
        return
    with alone(store, Long.LEARNING):
        if _is_awake(live, store):  # another process has renewed it while we waited
            return
        with store.read() as tx:
            catalogue, _ = releases.load(tx, releases.current_number(tx) or 0)
        engine = train(catalogue.release)
        with store.write() as tx:
            releases.renew(tx, catalogue.number, engine)


def _is_awake(live: "Live", store: Store) -> bool:
    from bot.understanding.blob import WrongBlob  # noqa: PLC0415 - numpy comes with it

    try:
        with store.read() as tx:
            live.edition(tx)
    except WrongBlob:
        return False
    return True


def prepared_store(settings: Settings) -> Store:
    """Open the database with its schema up to date; before that, look at key and journal. Raises BadConfig."""
    look_at_key_and_journal(settings)
    store = open_store(settings.database.url)
    migrate(store)
    return store


def privacy_keys(settings: Settings, store: Store) -> Keys:
    """Return the keys of the pseudonyms, which must be those of the database, and open the journal that goes with them.

    Raises BadConfig, which says what to bring, where they are missing or another database's.
    """
    try:
        keys = _load_keys(settings, store)
        bind(store, keys)
    except WrongKey:
        raise BadConfig(WRONG_KEY) from None
    except ValueError:
        raise BadConfig(NOT_A_KEY) from None
    except OSError as error:
        raise BadConfig(f"privacy.key_file: {error.filename}: {error.strerror}") from None
    store.journal = journal_of(settings, keys)
    if store.journal:
        _try(store.journal.file)
    return keys


def look_at_key_and_journal(settings: Settings) -> None:
    """Say what can be known without a database. Raises BadConfig."""
    file = key_file(settings)
    try:
        if settings.privacy.key is not None:
            parse_secret(settings.privacy.key.get_secret_value())
        elif file and file.exists():
            load_keys(file)
    except ValueError:
        raise BadConfig(NOT_A_KEY if settings.privacy.key else NOT_A_KEY_FILE.format(file=file)) from None
    except OSError as error:
        raise BadConfig(f"privacy.key_file: {error.filename}: {error.strerror}") from None
    if settings.privacy.key_file and settings.privacy.key is None:
        _may_be_written("privacy.key_file", settings.privacy.key_file)
    if settings.privacy.journal_file:
        _may_be_written("privacy.journal_file", settings.privacy.journal_file)


def _may_be_written(name: str, file: Path) -> None:
    if file.is_dir():
        raise BadConfig(f"{name}: {file} is a folder: add the name of a file")
    if not file.parent.is_dir():
        raise BadConfig(f"{name}: {file}: its folder is not there")
    if not (file.exists() or os.access(file.parent, os.W_OK)):
        raise BadConfig(f"{name}: {file.parent}: this account may not write there")


def _try(journal: Path) -> None:
    """Say at the start, and not at the first code, that the journal cannot be written."""
    try:
        open_private(journal).close()
    except OSError as error:
        raise BadConfig(f"privacy.journal_file: {journal}: {error.strerror}") from None


def journal_of(settings: Settings, keys: Keys, file: Path | None = None) -> Journal | None:
    """Return the journal in a file; else in its place, which is beside the key, or a SQLite database, or nowhere."""
    beside = key_file(settings)
    place = file or settings.privacy.journal_file or (beside.with_suffix(".journal") if beside else None)
    return Journal(place, keys.seal, keys.unseal, lambda: local_day(now(), HOME)) if place else None


def key_file(settings: Settings) -> Path | None:
    """Return where the key is, if it is in a file: where the settings say, else beside a SQLite database."""
    if settings.privacy.key_file:
        return settings.privacy.key_file
    parsed = address.parse(settings.database.url)
    return Path(parsed.database or "").with_suffix(".key") if parsed.get_backend_name() == "sqlite" else None


def _load_keys(settings: Settings, store: Store) -> Keys:
    if settings.privacy.key is not None:
        return parse_secret(settings.privacy.key.get_secret_value())
    file = key_file(settings)
    if file is None:
        raise BadConfig(NO_PLACE_FOR_A_KEY)
    if file.exists():
        return load_keys(file)
    with store.read() as tx:
        if has_people(tx):
            raise BadConfig(MISSING_KEY.format(file=file))
    return make_keys(file)


def _publish_first(settings: Settings, store: Store) -> None:
    from bot.editorial.folder.files import NoFolder, load  # noqa: PLC0415 - only the first start reads YAML and trains
    from bot.editorial.folder.zone import zone_of  # noqa: PLC0415
    from bot.editorial.publishing.publish import Doubtful, Rejected, publish_first  # noqa: PLC0415

    moment = now()
    try:
        files = load(settings.knowledge)
        publish_first(store, files, now=moment, today=local_day(moment, zone_of(files)), train=train)
    except NoFolder as error:
        raise BadConfig(f"knowledge: {error}") from None
    except Doubtful as error:
        options = " ".join(f"--allow-{doubt.allowed}" for doubt in error.doubts)
        raise BadConfig(f"knowledge: {error} If it is meant: `kmzero publish --yes {options}`") from None
    except Rejected as error:
        where = error.problems[0].position
        raise BadConfig(
            f"knowledge: {len(error.problems)} problems, the first at {where}; `kmzero check` says them all, and "
            "nothing is published before they are mended"
        ) from None


def train(release: "Release") -> bytes:
    """Learn from a release, in a process apart. Raises NothingToLearn, bot.errors.WorkDied."""
    from bot.understanding.learning.corpus import of_release  # noqa: PLC0415 - only a publish that changes phrases trains

    engine: bytes = apart.call("bot.understanding.learning.once:of_corpus", of_release(release))
    return engine


def _load_reader(engine: bytes) -> "Reader":
    from bot.understanding.engine import load  # noqa: PLC0415 - numpy is loaded by the first message

    return load(engine)
