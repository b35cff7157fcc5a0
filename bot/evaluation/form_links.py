"""The links to the forms of companies and organizations: one each, kept as a hash, and what came back, sealed."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, insert, select, update

from bot.people import tokens
from bot.people.keys import Keys
from bot.store.evaluation import form_link

Kind = Literal["companies", "organizations"]
KINDS: tuple[Kind, ...] = ("companies", "organizations")
Answers = Mapping[str, str]  # question -> answer
SHORT = 16  # hexadecimal digits of a key that name it in a button: 64 bits
_NOT_REVOKED = form_link.c.revoked_at.is_(None)


@dataclass(frozen=True)
class FormLink:
    """One link. `owner` is who answers; `answers` are those given so far, by the id of the question."""

    key: str
    evaluation: str
    kind: Kind
    owner: str
    revoked: bool
    answers: Answers
    answered_at: datetime | None

    @property
    def short(self) -> str:
        """What names it in a button."""
        return self.key[:SHORT]


def create(tx: Connection, evaluation: str, kind: Kind, owner: str, *, now: datetime, network: str) -> str:
    """Make the link of a company or organization and return its token, for a start link.

    One that it has closes; what was answered by it stays, and the new one goes on from there.
    """
    of_owner = (form_link.c.evaluation == evaluation, form_link.c.kind == kind, form_link.c.owner == owner)
    old = tx.execute(select(form_link).where(*of_owner, _NOT_REVOKED)).first()
    if old:
        gone = {"revoked_at": now, "answers": None, "answered_at": None}
        tx.execute(update(form_link).where(*of_owner, _NOT_REVOKED).values(**gone))
    token = tokens.fresh(network)
    row = {"token_hash": tokens.key_of(token), "evaluation": evaluation, "kind": kind, "owner": owner}
    given = {"answers": old.answers, "answered_at": old.answered_at} if old else {}
    tx.execute(insert(form_link).values(**row, created_at=now, **given))
    return token


def find(tx: Connection, keys: Keys, token: str) -> FormLink | None:
    """Return the link of a token, open or revoked."""
    row = tx.execute(select(form_link).where(form_link.c.token_hash == tokens.key_of(token))).first()
    return _read(keys, row) if row else None


def named(tx: Connection, keys: Keys, short: str) -> FormLink | None:
    """Return the link that a button names, and hold its row: who answers at the same moment waits."""
    query = select(form_link).where(form_link.c.token_hash.startswith(short, autoescape=True)).with_for_update()
    row = tx.execute(query).first() if len(short) == SHORT else None
    return _read(keys, row) if row else None


def answer(
    tx: Connection, keys: Keys, link: FormLink, given: Answers, *, asked: Collection[str], now: datetime
) -> FormLink:
    """Keep answers to a link that `named` holds, the first to each question, and return it as it stands then."""
    answers = {**given, **link.answers}
    done = link.answered_at or (now if set(asked) <= set(answers) else None)
    values = {"answers": keys.pack(json.dumps(answers)), "answered_at": done}
    row = tx.execute(update(form_link).where(form_link.c.token_hash == link.key).values(**values).returning(form_link))
    return _read(keys, row.one())


def owners(tx: Connection, evaluation: str) -> set[tuple[str, str]]:
    """Return the kinds and ids of those who have a link."""
    return {(row.kind, row.owner) for row in tx.execute(_standing(evaluation))}


def listing(tx: Connection, keys: Keys, evaluation: str) -> list[FormLink]:
    """Return the links of an evaluation that are not revoked, by kind and owner."""
    query = _standing(evaluation).order_by(form_link.c.kind, form_link.c.owner)
    return [_read(keys, row) for row in tx.execute(query)]


def answers(tx: Connection, keys: Keys, evaluation: str, kind: Kind) -> list[Answers]:
    """Return what the companies or organizations that answered anything have answered, in no order that tells who."""
    found = [link.answers for link in listing(tx, keys, evaluation) if link.kind == kind and link.answers]
    return sorted(found, key=lambda given: sorted(given.items()))


def sent(tx: Connection, evaluation: str, kind: Kind) -> int:
    """Return how many companies or organizations have a link."""
    return len(tx.execute(_standing(evaluation).where(form_link.c.kind == kind)).all())


def _standing(evaluation: str) -> Select[Any]:
    return select(form_link).where(form_link.c.evaluation == evaluation, _NOT_REVOKED)


def _read(keys: Keys, row: Row[Any]) -> FormLink:
    given: Answers = json.loads(keys.unpack(row.answers)[0]) if row.answers else {}
    kept = (row.token_hash, row.evaluation, row.kind, row.owner, row.revoked_at is not None)
    return FormLink(*kept, given, row.answered_at)
