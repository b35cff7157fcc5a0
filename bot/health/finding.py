"""The list of what can be wrong: a small function for each, from the signs to a trouble or nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.health.signs import LATE, Signs
from bot.health.trouble import WHATS, Trouble, What, moment
from bot.store.observations import Observed

HELD_FOR_GOOD = timedelta(minutes=10)  # that a call may be due while others go out: a long queue of one chat
SEVERAL = 2  # chats that wait for their time while nothing goes out: then it is not one chat's matter
MEGABYTE = 1_000_000


class Found(NamedTuple):
    cause: str
    cure: str
    since: datetime


def troubles(signs: Signs) -> list[Trouble]:
    """Return all that is wrong, in the order of `WHATS`."""
    found = ((what, _first(what, signs)) for what in WHATS)
    return [Trouble(what, *one) for what, one in found if one]


def database(error: Exception | None, since: datetime) -> Trouble:
    """Return the trouble that nothing else can be asked for: the database refuses, or says nothing."""
    said = f"it refuses: {type(error).__name__}" if error else "it does not answer"
    cure = "see whether it runs, and that database.url reaches it; `kmzero doctor` says which one that is"
    return Trouble("database", said, cure, since)


def _first(what: What, signs: Signs) -> Found | None:
    seen = next((_seen(one) for one in signs.observed if one.kind == what), None)
    return FINDERS[what](signs) or seen if what in FINDERS else seen


def _seen(one: Observed) -> Found:
    cause, _, cure = one.detail.partition("\n")
    return Found(cause, cure, one.since)


def _leader(signs: Signs) -> Found | None:
    since = signs.led or signs.began
    if since is None or signs.now - since <= LATE:
        return None
    said = f"nobody leads since {moment(signs.led)}" if signs.led else "nobody has ever led"
    return Found(
        f"{said}: nothing is sent",
        "start `kmzero run`; with roles, `kmzero run --role sender`, and read its log",
        since,
    )


def _inbox(signs: Signs) -> Found | None:
    since = signs.oldest_update
    if since is None or signs.now - since <= LATE:
        return None
    cure = "start `kmzero run`; with roles, another `kmzero run --role worker`; its log says what holds it up"
    return Found(f"a message has waited for its answer since {moment(since)}", cure, since)


def _outbox(signs: Signs) -> Found | None:
    calls = signs.calls
    quiet = calls.sent is None or signs.now - calls.sent > LATE
    stuck = [since for since in calls.due if signs.now - since > (LATE if quiet else HELD_FOR_GOOD)]
    if stuck:
        cure = "the process that leads does not send (`kmzero run`, or `--role sender`): read its log, start it anew"
        if any(one.kind == "token" for one in signs.observed):
            cure = "nothing can go out before Telegram takes the token"
        return Found(f"an answer has waited to be sent since {moment(min(stuck))}", cure, min(stuck))
    if quiet and len(calls.held) >= SEVERAL:
        said = f"Telegram puts off what is sent to {len(calls.held)} chats, and takes nothing else"
        return Found(said, "read the log of the process that leads; it is tried again by itself", min(calls.held))
    return None


def _disk(signs: Signs) -> Found | None:
    if signs.room is None or not signs.room.scarce:
        return None
    free, total = signs.room.free // MEGABYTE, signs.room.total // MEGABYTE
    said = f"{free} MB of {total} MB are free at {signs.room.folder}"
    return Found(said, "make room, or move the database: on a full disk nobody is answered", signs.now)


def _publish(signs: Signs) -> Found | None:
    failed = signs.failed_publish
    if failed is None:
        return None
    first = f", the first at {failed.first}" if failed.first else ""
    said = f"the last publish failed at {moment(failed.at)}: {failed.problems} problems{first}"
    return Found(said, "`kmzero check` says them all; mend them and publish; the release before it is live", failed.at)


def _clock(signs: Signs) -> Found | None:
    if signs.doubt is None or (signs.began is None and signs.doubt.now > signs.doubt.newest):
        return None  # a command after a longer stop: nothing runs that could do anything by the clock
    said, _, cure = str(signs.doubt).partition(". ")
    return Found(said, cure, signs.now)


FINDERS: dict[What, Callable[[Signs], Found | None]] = {
    "leader": _leader,
    "inbox": _inbox,
    "outbox": _outbox,
    "disk": _disk,
    "publish": _publish,
    "clock": _clock,
}  # of all else only the running processes know
