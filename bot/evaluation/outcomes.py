"""What came of it, counted as everything is: people under marks, a row for each thing once in a whole evaluation.

No row has a pseudonym or a moment. Kinds that name an area, a service or a reason are kept without the company.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, Select, delete, select

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.evaluation import Evaluation
from bot.people.kept import EVALUATION, marked
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.evaluation import evaluation, outcome
from bot.store.inserts import insert_missing

# reached: said yes, or wrote · understood: saw services for one need · took: a discount or a number · asked: «Com'è
# andata?» was sent · answered: by any button · contacted: yes, or "it is not possible" · helped: yes · reason: why it
# was not possible · why: why nothing was taken, with dice (bot.evaluation.randomized) · offered: the form was sent ·
# form: `question:answer` · gap: `need|town|cause` (nobody, far, dear). "-in" names an area, "-of" a service.
Kind = Literal[
    "reached",
    "understood",
    "took",
    "asked",
    "answered",
    "contacted",
    "helped",
    "took-in",
    "asked-in",
    "answered-in",
    "contacted-in",
    "helped-in",
    "asked-of",
    "contacted-of",
    "helped-of",
    "reason",
    "why",
    "offered",
    "form",
    "gap",
]
OF_COMPANIES: frozenset[Kind] = frozenset({"reached", "asked", "contacted", "helped"})  # kept with the company
SOME = 1000  # rows in memory at once

Counts = Mapping[tuple[str, str, str], int]  # (company or nothing, kind, value) -> people


@dataclass(frozen=True)
class Outcome:
    """Something that a person is counted for once in an evaluation. Of people.kept.ONE_ANSWER: `question:answer`."""

    kind: Kind
    value: str = ""


def current(catalogue: Catalogue, day: date) -> Evaluation | None:
    """Return the evaluation in whose period a day lies."""
    found = catalogue.release.evaluation
    return found if found and found.period.holds(day) else None


def note(tx: Connection, keys: Keys, running: Evaluation, me: Person, things: Iterable[Outcome]) -> int:
    """Count a member for some things in an evaluation that runs (`current`); return how many were new.

    Once it is published nobody is: its rows are gone, and new ones would stay behind.
    """
    if tx.execute(_published().where(evaluation.c.id == running.id)).first():
        return 0
    rows = [_row(keys, running.id, me, each) for each in sorted(set(things), key=str)]
    return insert_missing(tx, outcome, rows)


def noted(tx: Connection, keys: Keys, running: Evaluation, me: Person, thing: Outcome) -> bool:
    """Tell whether a member is counted for something already; of an answer, whether for any to its question."""
    same = (outcome.c.evaluation == running.id, outcome.c.mark == _mark(keys, running.id, me, thing))
    return tx.execute(select(outcome.c.mark).where(*same)).first() is not None


def counts(tx: Connection, keys: Keys, name: str) -> Counts:
    """Return how many people were counted for each company, kind and value of an evaluation."""
    rows = tx.execute(select(outcome.c.content).where(outcome.c.evaluation == name)).yield_per(SOME).scalars()
    return Counter((company, kind, value) for company, kind, value in map(keys.unpack, rows))


def sweep(tx: Connection, before: date) -> int:
    """Forget what was counted for evaluations that ended before a day; return how many rows it was.

    What another transaction wrote while its evaluation was being published goes too.
    """
    over = select(evaluation.c.id).where(evaluation.c.ends_on < before)
    done = outcome.c.evaluation.in_(over.union(_published()))
    return tx.execute(delete(outcome).where(done)).rowcount


def _published() -> Select[tuple[str]]:
    return select(evaluation.c.id).where(evaluation.c.published_at.is_not(None))


def _row(keys: Keys, name: str, me: Person, what: Outcome) -> dict[str, str]:
    company = me.company if what.kind in OF_COMPANIES else ""
    return {
        "evaluation": name,
        "mark": _mark(keys, name, me, what),
        "content": keys.pack(company, what.kind, what.value),
    }


def _mark(keys: Keys, name: str, me: Person, what: Outcome) -> str:
    return keys.event(f"{EVALUATION} {name}", what.kind, marked(what.kind, what.value), me.id)
