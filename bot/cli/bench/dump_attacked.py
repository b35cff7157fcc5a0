"""Somebody with a dump of the database, and its key, who wants to know which answers are true and which are dice.

The rows are those of a real database, written as the bot writes them. The adversary is a linear classifier over all
that a row shows, also together with its answer; it is taught on half of the people, where it is told the truth, and
judged on the other half.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from bot.catalogue.evaluation import Evaluation
from bot.cli.bench.reasons_simulated import reasons
from bot.evaluation import outcomes
from bot.evaluation.outcomes import Outcome
from bot.evaluation.randomized import QUESTION, REASONS, drawn
from bot.people.kept import EVALUATION
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.evaluation import outcome
from bot.store.migrate import migrate

RUNNING = Evaluation.model_construct(id="bench")  # type: ignore[call-arg]  # counting asks for no more of it
COMPANIES = tuple(f"company-{number}" for number in range(13))
OTHERS = (Outcome("reached"), Outcome("understood"), Outcome("took"))  # who has the key can join it
SEEN_OF_SEALED = 32  # signs
RIDGE = 1.0

Numbers = NDArray[np.float64]
Rolled = Mapping[str, tuple[Person, bool]]  # by the mark of the answer


@dataclass(frozen=True)
class Attack:
    """How often a true answer looks truer than one of the dice: 0.5 is chance.

    `anywhere` also compares different answers, so that frequent reasons look truer: that needs no dump.
    """

    people: int
    same_answer: float
    anywhere: float
    by_frequency: float  # what the shares of the reasons alone give


@dataclass(frozen=True)
class Row:
    """One answer as the dump shows it, and (for judging) whether it is true."""

    answer: str
    shown: tuple[float, ...]
    true: bool


def attack(shares: Mapping[str, float], people: int, seed: int) -> Attack:
    """Let people answer into a new database, and attack it."""
    with _database() as store:
        keys = Keys(sha256(str(seed).encode()).digest())
        rolled = _answered(store, keys, shares, people, Random(seed))  # noqa: S311 - a simulation
        rows = _dumped(store, keys, rolled)
    return judged(rows, shares)


def judged(rows: Sequence[Row], shares: Mapping[str, float]) -> Attack:
    """Teach the adversary on every second row, and judge him on the others."""
    scores = _scores(rows)[1::2]
    told = rows[1::2]
    true = np.array([row.true for row in told])
    answers = np.array([REASONS.index(row.answer) for row in told])
    same = [_pairs(scores[answers == one], true[answers == one]) for one in range(len(REASONS))]
    won, all_of_them = (sum(column) for column in zip(*same, strict=True))
    frequent = np.array([shares[row.answer] for row in told])
    return Attack(len(told), won / all_of_them, _auc(scores, true), _auc(frequent, true))


@contextmanager
def _database() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate(store)
        yield store
        store.close()


def _answered(
    store: Store, keys: Keys, shares: Mapping[str, float], people: int, dice: Random
) -> dict[str, tuple[Person, bool]]:
    """Return for each mark who it is and whether the dice let the truth through."""
    rolled: dict[str, tuple[Person, bool]] = {}
    with store.write() as tx:
        for number, reason in enumerate(reasons(shares, people, dice)):
            company = dice.choice(COMPANIES)
            me = Person(keys.person(company, str(number)), company, "it", head=keys.head(str(number)))
            buttons = drawn(dice)
            beside = dice.sample(OTHERS, dice.randrange(len(OTHERS)))
            outcomes.note(tx, keys, RUNNING, me, [Outcome("why", f"{QUESTION}:{buttons[reason]}"), *beside])
            rolled[_mark(keys, "why", QUESTION, me)] = me, all(buttons[one] == one for one in REASONS)
    return rolled


def _dumped(store: Store, keys: Keys, rolled: Rolled) -> list[Row]:
    """Return all that the rows of answers show, with the seals opened and the other rows of the person found."""
    with store.read() as tx:
        stored = tx.execute(select(outcome)).all()
    there = {row.mark for row in stored}
    rows = []
    for place, row in enumerate(stored):
        _, kind, value = keys.unpack(row.content)
        if kind == "why":
            me, true = rolled[row.mark]
            mine = (_mark(keys, one.kind, "", me) in there for one in OTHERS)
            joined = (*(me.company == one for one in COMPANIES), *mine)
            signs = (*bytes.fromhex(row.mark), *row.content.encode()[:SEEN_OF_SEALED], len(row.content), place)
            rows.append(Row(value.partition(":")[2], (*map(float, signs), *map(float, joined)), true))
    return rows


def _mark(keys: Keys, kind: str, value: str, me: Person) -> str:
    return keys.event(f"{EVALUATION} {RUNNING.id}", kind, value, me.id)


def _scores(rows: Sequence[Row]) -> Numbers:
    """Return how true each row looks to who was taught on every second one: least squares over all pairs."""
    shown = np.array([row.shown for row in rows])
    shown = (shown - shown.mean(axis=0)) / np.maximum(shown.std(axis=0), 1e-9)
    answers = np.eye(len(REASONS))[[REASONS.index(row.answer) for row in rows]]
    whole = np.hstack([answers, shown, *(answers[:, [one]] * shown for one in range(len(REASONS)))])
    taught, truth = whole[::2], np.array([row.true for row in rows], dtype=float)[::2]
    square = taught.T @ taught + RIDGE * np.eye(whole.shape[1])
    scores: Numbers = whole @ np.linalg.solve(square, taught.T @ (truth - truth.mean()))
    return scores


def _auc(scores: Numbers, true: NDArray[np.bool_]) -> float:
    won, pairs = _pairs(scores, true)
    return won / pairs


def _pairs(scores: Numbers, true: NDArray[np.bool_]) -> tuple[float, float]:
    """Return in how many pairs of a true answer and one of the dice the true one looks truer, and how many pairs."""
    from scipy.stats import rankdata

    here = int(true.sum())
    won = float(rankdata(scores)[true].sum()) - here * (here + 1) / 2
    return won, float(here * (len(true) - here))
