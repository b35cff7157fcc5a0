"""The release that is live, as this process holds it: read again when the pointer has moved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock, Thread

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.local_time import HOME, local_day
from bot.catalogue.model import Offer
from bot.insight import need_counts
from bot.understanding.reading import Reader
from bot.vouchers.shelves import Shelves


class NothingPublished(Exception):
    """There is no release yet."""


@dataclass(frozen=True)
class Edition:
    """A catalogue with the shelves of its codes, the reader trained on it, and the names of all companies ever."""

    catalogue: Catalogue
    reader: Reader
    companies: Mapping[str, str]
    shelves: Shelves
    bygone: dict[str, tuple[Entry, Offer] | None] = field(default_factory=dict)  # offers, as they were looked up


FRESH = timedelta(minutes=10)  # for which the counts of asked needs are held
LOOKED_BACK = timedelta(days=90)


FIRST_SENTENCE = "mia madre non sta bene, cerco qualcuno"


class Live:
    """Returns the current edition: one small query a message, one load a release."""

    def __init__(self, load_reader: Callable[[bytes], Reader]) -> None:
        self._load_reader = load_reader
        self._edition: Edition | None = None
        self._engine = b""  # of the edition: a release that taught nothing new keeps its reader
        self._lock = Lock()
        self._need_counts: dict[str, int] = {}
        self._counted_at: datetime | None = None

    def edition(self, tx: Connection) -> Edition:
        """Return what is live. Raises NothingPublished."""
        number = releases.current_number(tx)
        if number is None:
            raise NothingPublished
        with self._lock:
            if self._edition is None or self._edition.catalogue.number != number:
                catalogue, engine = releases.load(tx, number)
                names = {company.id: company.name for company in catalogue.companies.values()}
                known = self._edition if self._edition and engine == self._engine else None
                reader = known.reader if known else self._read_once(engine)
                self._edition = Edition(catalogue, reader, releases.companies_ever(tx) | names, Shelves.of(catalogue))
                self._engine = engine
            return self._edition

    def _read_once(self, engine: bytes) -> Reader:
        """Load a reader; its first reading, of a sentence of ours, builds what is built once (0.1 s)."""
        reader = self._load_reader(engine)
        Thread(target=reader.read, args=(FIRST_SENTENCE,), daemon=True).start()
        return reader

    def need_counts(self, tx: Connection, now: datetime) -> dict[str, int]:
        """Return how often each need was asked in the last ninety days, counted at most every ten minutes."""
        with self._lock:
            if self._counted_at is None or abs(now - self._counted_at) >= FRESH:
                zone = self._edition.catalogue.network.timezone if self._edition else HOME
                since = local_day(now - LOOKED_BACK, zone)
                self._need_counts = need_counts.frequencies(tx, since)
                self._counted_at = now
            return self._need_counts
