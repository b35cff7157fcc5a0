"""Publishing: a folder becomes one release, whole or not at all.

`prepare` reads, checks and learns and changes nothing that people see; `make_live` writes the release and moves the
pointer in one transaction. With the release come the codes of the pools that the folder brings, and the later
ends of vouchers in hand (`bot.editorial.pools`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.collector import uncollected
from bot.catalogue.model import Release
from bot.editorial import audit
from bot.editorial.check import check
from bot.editorial.folder.files import Files
from bot.editorial.pools import Pools, import_pools, prolong
from bot.editorial.problem import Problem
from bot.editorial.publishing.doubts import Doubt, doubts
from bot.editorial.publishing.manifest import manifest, recheck
from bot.editorial.publishing.release_texts import Texts, record
from bot.editorial.reading import Progress
from bot.store import attempts, origins
from bot.store.alone import Long, alone
from bot.store.attempts import Attempt
from bot.store.engine import Store
from bot.store.locks import DatabaseLock, hold
from bot.store.origins import Origin
from bot.understanding.learning.engine_digest import digest

Train = Callable[[Release], bytes]


class Rejected(Exception):
    """The folder has errors and nothing was published; `problems` are all its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Doubtful(Exception):
    """Nothing was published, because what would be is hardly ever meant; `doubts` say what."""

    def __init__(self, doubts: tuple[Doubt, ...]) -> None:
        super().__init__(doubts[0].line("en"))
        self.doubts = doubts


class Overtaken(Exception):
    """Another release went live between looking and publishing; `number` is its number."""

    def __init__(self, number: int | None) -> None:
        super().__init__(str(number))
        self.number = number


@dataclass(frozen=True)
class Prepared:
    """What would go live. `live` is what people saw when it was prepared; `problems` are warnings of what was read."""

    content: Release
    engine: bytes
    origin: Origin
    pools: Pools
    problems: tuple[Problem, ...]
    live: Catalogue | None
    texts: Texts = field(default_factory=dict)  # of the files that it was read from

    @property
    def basis(self) -> int | None:
        """The number of the release that was live."""
        return self.live.number if self.live else None


@uncollected()
def prepare(
    store: Store,
    files: Files,
    *,
    now: datetime,
    today: date,
    train: Train,
    progress: Progress | None = None,
    attempt: bool = True,
) -> Prepared:
    """Check a folder, and learn from it unless some release already knows all of it. Takes no lock.

    Organizations that did not change since the live release are taken from there (`bot.editorial.publishing.manifest`).

    Raises Rejected where the folder has errors, and notes the attempt, where it is one.
    """
    live, origin = _live(store)
    digests = manifest(files)
    checked = recheck(files, live.release, origin.files, digests, today) if live and origin else None
    checked = checked or check(files, today, progress)
    if checked.release is None:
        if attempt:
            _note_refusal(store, checked.errors, now)
        raise Rejected(checked.problems)
    lesson = digest(checked.release)
    with store.read() as tx:
        engine = origins.learned(tx, lesson)
    learned = engine if engine is not None else train(checked.release)
    origin = Origin(lesson, digests)
    return Prepared(checked.release, learned, origin, checked.pools, checked.problems, live, files.texts)


def _live(store: Store) -> tuple[Catalogue | None, Origin | None]:
    with store.read() as tx:
        number = releases.current_number(tx)
        return (None, None) if number is None else (releases.load(tx, number)[0], origins.of(tx, number))


@uncollected()
def make_live(
    store: Store, draft: Prepared, now: datetime, also: Callable[[Connection, int], None] = lambda _tx, _number: None
) -> int:
    """Publish a draft and return the number of its release; `also` is done with it in the same transaction.

    Raises Overtaken where another release went live since it was prepared: what was shown is then no longer true.
    """
    with store.write() as tx:
        hold(tx, DatabaseLock.PUBLISHING)
        live = releases.current_number(tx)
        if live != draft.basis:
            raise Overtaken(live)
        number = _add(tx, draft, now)
        also(tx, number)
        return number


def publish_first(store: Store, files: Files, *, now: datetime, today: date, train: Train) -> int:
    """Publish a folder where there is no release yet, and return the number of the release that serves.

    When several processes start together one learns and publishes, and the others wait for what it published. Raises
    as `prepare`, and Doubtful: nobody is there to be asked.
    """
    with alone(store, Long.LEARNING):
        with store.read() as tx:
            live = releases.current_number(tx)
        return _first(store, files, now, today, train) if live is None else live


def _first(store: Store, files: Files, now: datetime, today: date, train: Train) -> int:
    draft = prepare(store, files, now=now, today=today, train=train)
    if found := tuple(doubts(None, draft.content, None, today)):
        raise Doubtful(found)
    with store.write() as tx:
        hold(tx, DatabaseLock.PUBLISHING)
        live = releases.current_number(tx)
        return live if live is not None else _add(tx, draft, now)


def go_back(store: Store, number: int, *, now: datetime, train: Train) -> None:
    """Make an older release the live one again; what another version of kmzero had taught it is learned anew.

    Raises bot.catalogue.releases.NoSuchRelease.
    """
    with store.write() as tx:
        if point_back(tx, number, now):
            return
        catalogue, _ = releases.load(tx, number)
    renewed = train(catalogue.release)
    with store.write() as tx:
        releases.renew(tx, number, renewed)
        _point(tx, number, now, None)


def point_back(tx: Connection, number: int, now: datetime, role: int | None = None) -> bool:
    """Make an older release live again at once; False where it must be learned anew first. Raises as `go_back`.

    `role` is the number of the coordinator who asked for it.
    """
    _, engine = releases.load(tx, number)
    if not _is_ours(engine):
        return False
    _point(tx, number, now, role)
    return True


def _point(tx: Connection, number: int, now: datetime, role: int | None) -> None:
    deed = audit.Deed("rollback", str(number), "release", str(releases.current_number(tx)), str(number))
    audit.note(tx, [deed], role=role, release=number, now=now)
    prolong(tx, releases.go_back_to(tx, number, now))
    attempts.note(tx, Attempt(now, number))


def _is_ours(engine: bytes) -> bool:
    from bot.understanding.blob import WrongBlob, unpack  # noqa: PLC0415 - numpy, which a publish does not need

    try:
        unpack(engine)
    except WrongBlob:
        return False
    return True


def _add(tx: Connection, draft: Prepared, now: datetime) -> int:
    number = releases.add(tx, draft.content, draft.engine, now)
    origins.add(tx, number, draft.origin)
    record(tx, number, draft.texts)
    import_pools(tx, draft.pools, draft.content, now)
    prolong(tx, draft.content)
    attempts.note(tx, Attempt(now, number))
    return number


def _note_refusal(store: Store, errors: tuple[Problem, ...], now: datetime) -> None:
    with store.write() as tx:
        attempts.note(tx, Attempt(now, None, len(errors), str(errors[0].position)))
