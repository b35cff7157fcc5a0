"""What was promised before the programme began, and what of it was changed since: read from the published releases.

Releases are kept for good, so nothing is written beside them. A way back to an older release is a publish like others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel
from sqlalchemy import Connection, select, update

from bot.catalogue import releases
from bot.catalogue.evaluation import Cost, Evaluation, Forms, Target
from bot.catalogue.interval import Interval
from bot.catalogue.local_time import local_day
from bot.catalogue.text import Text
from bot.store.coordination import audit
from bot.store.evaluation import evaluation
from bot.store.tables import release

Value = Target | Interval | Forms | Text | tuple[Text, ...] | tuple[Cost, ...] | Evaluation
TARGETS = "targets"
PARTS = ("name", "period", "questions", "forms", "costs")  # what a change of is said as a whole


@dataclass(frozen=True)
class Change:
    """What was changed after the start. `target` is a target's id, or one of PARTS, or the whole evaluation's id.

    None stands for what was not there, or is there no more.
    """

    target: str
    before: Value | None
    after: Value | None
    day: date
    part: str = TARGETS


@dataclass(frozen=True)
class History:
    """An evaluation as it was promised on `written`, and what was changed after its start."""

    frozen: Evaluation
    written: date
    changes: tuple[Change, ...]

    @property
    def late(self) -> bool:
        """Whether it was first published when its period had begun."""
        return self.written >= first_day(self.frozen)


@dataclass(frozen=True)
class Opening:
    """When the forms of an evaluation were opened and closed, and when its figures were published."""

    opened_at: datetime | None = None
    closed_at: datetime | None = None
    published_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None and self.published_at is None


class AlreadyPublished(Exception):
    """The figures of this evaluation are published: nobody can answer any more."""


class _Part(BaseModel):
    """So much of a release as is read without the rest."""

    evaluation: Evaluation | None = None


def first_day(written: Evaluation) -> date:
    """Return the first day of the period; a published one has it."""
    return written.period.first or date.min


def frozen(tx: Connection, name: str) -> Evaluation | None:
    """Return an evaluation as it was promised, or None where no release ever had it."""
    found = history(tx, name)
    return found.frozen if found else None


def changes(tx: Connection, name: str) -> list[Change]:
    """Return what was changed of an evaluation on its first day or later, the oldest first."""
    found = history(tx, name)
    return list(found.changes) if found else []


def history(tx: Connection, name: str) -> History | None:
    """Return what was promised and what was changed, or None where no release ever had it.

    The promise is what was live before its own first day, else what was published first: written late.
    """
    versions = list(_versions(tx, name))
    first = next(((day, found) for day, found in versions if found), None)
    if first is None:
        return None
    written, promised = first
    changed: list[Change] = []
    was: Evaluation | None = promised
    for day, now in versions[versions.index(first) + 1 :]:
        if day < first_day(promised):
            written, promised = (day, now) if now else (written, promised)
        else:
            changed += _changes(was, now, day)
        was = now
    return History(promised, written, tuple(changed))


def differences(was: Evaluation, now: Evaluation, day: date) -> list[Change]:
    """Return what is different between two versions of an evaluation."""
    parts = [(part, getattr(was, part), getattr(now, part)) for part in PARTS]
    before, after = ({one.id: one for one in version.targets} for version in (was, now))
    targets = [(name, before.get(name), after.get(name)) for name in {**before, **after}]
    return [
        *(Change(name, old, new, day) for name, old, new in targets if _promise(old) != _promise(new)),
        *(Change(part, old, new, day, part) for part, old, new in parts if old != new),
    ]


def opening(tx: Connection, name: str) -> Opening:
    """Return when the forms of an evaluation were open."""
    moments = (evaluation.c.opened_at, evaluation.c.closed_at, evaluation.c.published_at)
    row = tx.execute(select(*moments).where(evaluation.c.id == name)).first()
    return Opening(*row) if row else Opening()


def opened(tx: Connection, name: str) -> bool:
    """Tell whether the forms of an evaluation can be answered now."""
    return opening(tx, name).is_open


def open_forms(tx: Connection, written: Evaluation, now: datetime) -> Opening:
    """Let the forms be answered from now on, also after they were closed; return how they stood before.

    It holds the evaluation's row until the transaction ends. Raises AlreadyPublished.
    """
    releases.expect(tx, written)
    tx.execute(select(evaluation.c.id).where(evaluation.c.id == written.id).with_for_update())
    before = opening(tx, written.id)
    if before.published_at:
        raise AlreadyPublished(written.id)
    values = {"opened_at": before.opened_at or now, "closed_at": None}
    tx.execute(update(evaluation).where(evaluation.c.id == written.id).values(**values))
    return before


def close_forms(tx: Connection, name: str, now: datetime) -> bool:
    """Take no answers from now on; False where the forms were not open."""
    standing = (evaluation.c.id == name, evaluation.c.opened_at.is_not(None), evaluation.c.closed_at.is_(None))
    return tx.execute(update(evaluation).where(*standing).values(closed_at=now)).rowcount == 1


def _versions(tx: Connection, name: str) -> Iterator[tuple[date, Evaluation | None]]:
    """Yield for every time that a release went live its day and the evaluation as it stood in it."""
    zone = releases.timezone(tx)
    query = select(release.c.number, release.c.published_at, release.c.document)
    made = {row.number: (row.published_at, _read(row.document, name)) for row in tx.execute(query).yield_per(10)}
    back = tx.execute(select(audit.c.at, audit.c.release).where(audit.c.act == "rollback"))
    lives = [*made.values(), *((row.at, made[row.release][1]) for row in back if row.release in made)]
    yield from ((local_day(at, zone), found) for at, found in sorted(lives, key=lambda live: live[0]))


def _read(document: str, name: str) -> Evaluation | None:
    found = _Part.model_validate_json(document).evaluation
    return found if found and found.id == name else None


def _changes(was: Evaluation | None, now: Evaluation | None, day: date) -> list[Change]:
    if was and now:
        return differences(was, now, day)
    gone = was or now
    return [Change(gone.id, was, now, day, "evaluation")] if gone else []


def _promise(target: Target | None) -> Target | None:
    """Return what of a target is promised: the reason beside it may be said better later."""
    return target.model_copy(update={"why": None}) if target else None
