"""`kmzero run`: start, answer, and a graceful end on SIGINT or SIGTERM."""

import asyncio
import logging
from collections.abc import Coroutine, Iterator, Sequence
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.assembly import House
from bot.cli import admission
from bot.errors import CannotRun
from bot.store.file_locks import AlreadyRuns, running
from handlers import names, roles
from handlers.api.announcing import Announcing
from handlers.api.commands import introduce
from handlers.api.failures import backoff
from handlers.api.polling import Poller
from handlers.api.token_status import reason
from handlers.application import Face
from handlers.duties import keep_up
from handlers.logs import raised_at
from handlers.page import Page, pages_of
from handlers.rate_limits import TELEGRAM, Rates
from handlers.roles import Role
from handlers.stopping import stop_on_signals, until
from handlers.webhook import Webhook, webhook

LAST_CALLS = 5.0  # seconds that the outbox has at the end; what is left goes out at the next start
TIDY_SECONDS = 10.0  # between two times that the log of writes is emptied
HELD_UP = 300.0  # seconds in which it could not be: then the operator is told
LEAD_SECONDS = 1.0  # between two looks at who leads
REFUSED = (
    "Telegram refuses the token: copy it again from @BotFather into config.yaml (telegram.token) "
    "or into the variable KMZERO_TELEGRAM__TOKEN"
)
SECOND = "another `kmzero run` has this database: stop it first; on one SQLite file there is one"
NO_JOURNAL = "there is no journal (privacy.journal_file): a backup could only come back without its people"
KEY_BESIDE = (
    "the key of the pseudonyms lies beside the database: who takes the folder has both; privacy.key_file keeps it apart"
)

TAKING = {Role.ALL, Role.WEBHOOK}  # who has updates come in, and says so to Telegram

Work = Coroutine[Any, Any, None]

log = logging.getLogger(__name__)


def serve(
    house: House,
    request: BaseRequest | None = None,
    role: Role = Role.ALL,
    rates: Rates = TELEGRAM,
    *,
    clock_is_right: bool = False,
    take_over: bool = False,
) -> None:
    """Answer on Telegram until a signal; tests bring a `request`, measurements other `rates` than Telegram's.

    Raises CannotRun where Telegram refuses the token, or the role or the webhook cannot be had.
    """
    reason = ""
    try:
        asyncio.run(_serve(house, Face(house, request, rates, clock_is_right=clock_is_right), role, take_over))
    except* InvalidToken:
        reason = REFUSED  # whatever is raised here would become a group
    except* CannotRun as group:
        reason = str(_first(group))
    if reason:
        raise CannotRun(reason)


async def _serve(house: House, face: Face, role: Role, take_over: bool) -> None:  # noqa: FBT001 - the option
    stop = stop_on_signals()
    try:
        hook = webhook(house.settings.telegram.webhook)
        roles.possible(role, hook, sqlite=house.store.sqlite)
        if (house.settings.privacy.key or house.settings.privacy.key_file) is None:
            log.warning(KEY_BESIDE)
        if house.store.journal is None:
            log.warning(NO_JOURNAL)
        if invented := admission.warning(house.store):
            log.warning(invented)
        with running(house.store.file):
            await until(stop, work(face, hook, role, shown=pages_of(house.settings, hook, role), take_over=take_over))
    except AlreadyRuns:
        raise CannotRun(SECOND) from None
    finally:
        await face.close()


def _first(group: BaseExceptionGroup[Any]) -> BaseException:
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner


async def work(
    face: Face,
    hook: Webhook | None = None,
    role: Role = Role.ALL,
    *,
    shown: Sequence[Page] = (),
    take_over: bool = False,
) -> None:
    """Do what a role does until cancelled; updates come by `hook`, or by polling. Raises CannotRun, InvalidToken."""
    face.metrics.leave_out(answering=role in {Role.ALL, Role.WORKER}, webhook=hook is not None and role in TAKING)
    wanted = hook.announcement if hook else None
    announcing = Announcing(face.client, face.means.store, face.worker, face.noted, wanted, take_over)
    async with asyncio.TaskGroup() as tasks:
        for part in _listening(face, hook, role, shown):
            tasks.create_task(part)
        tasks.create_task(face.health.tell())  # also that Telegram is not reached yet
        await _open(face)
        await names.learn(face, face.configured_name)
        if role in TAKING:
            await _look_whose(announcing)
        log.info("%s as @%s", role.value, face.client.username)
        listener = None if role is Role.WEBHOOK else face.listen()  # a webhook wakes others, and waits for nobody
        try:
            await _run(face, hook, role, announcing)
        finally:
            if listener:
                await asyncio.to_thread(listener.stop)


async def _run(face: Face, hook: Webhook | None, role: Role, announcing: Announcing) -> None:
    async with asyncio.TaskGroup() as tasks:
        for part in _parts(face, hook, role):
            tasks.create_task(part)
        if role in TAKING:
            tasks.create_task(announcing.run(face.health.wait_for_loss))
            tasks.create_task(introduce(face.client))


async def _look_whose(announcing: Announcing) -> None:
    """Stop before anything is taken from another program; where Telegram does not say now, it is asked again later."""
    try:
        await announcing.check()
    except TelegramError as error:
        log.warning("whose webhook there is, Telegram does not say: %s", reason(error))


def _listening(face: Face, hook: Webhook | None, role: Role, shown: Sequence[Page]) -> Iterator[Work]:
    if hook and role in TAKING:
        yield hook.run(face)
    else:
        yield from (page.run(face) for page in shown)


def _parts(face: Face, hook: Webhook | None, role: Role) -> Iterator[Work]:
    yield face.health.watch(hook.url if hook else None)
    if role in {Role.ALL, Role.WORKER}:
        yield face.answer_all()
        yield face.do_background_jobs()
    if role in {Role.ALL, Role.SENDER}:
        # Two programs that poll with one token stop each other: who leads polls, and sends.
        yield _lead(face, None if hook else Poller(face.client, face.take_in, face.rounds.rest, noted=face.noted))
        yield keep_up(face)
    if role is Role.ALL:
        yield _tidy(face)


async def _lead(face: Face, poller: Poller | None) -> None:
    """Send, and poll, while this process leads; wait for the lead otherwise."""
    while True:
        if await face.worker.run(face.leader.hold):
            log.info("leading")
            try:
                with face.health.leading():
                    await _while_leading(face, poller)
            finally:
                await asyncio.to_thread(face.leader.let_go)
        await asyncio.sleep(LEAD_SECONDS)


async def _while_leading(face: Face, poller: Poller | None) -> None:
    tasks = [asyncio.create_task(face.sender.run()), *([asyncio.create_task(poller.run())] if poller else [])]
    try:
        while await face.worker.run(face.leader.hold):
            done, _ = await asyncio.wait(tasks, timeout=LEAD_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()  # neither ends but by a fault
    finally:
        for task in tasks:
            task.cancel()
        await _last_calls(face)


async def _open(face: Face) -> None:
    failures = 0
    while True:
        try:
            await face.open()
            return face.health.reached()
        except InvalidToken:
            raise
        except TelegramError as error:
            failures += 1
            face.health.unreached(error)
            wait = backoff(failures)
            log.warning("Telegram does not answer: %s; again in %.0f s", type(error).__name__, wait)
            await asyncio.sleep(wait)


async def _tidy(face: Face) -> None:
    """Empty the log of writes soon after something was answered or erased, beside all else."""
    since = asyncio.get_running_loop().time()
    while True:
        await asyncio.sleep(TIDY_SECONDS)
        moment = asyncio.get_running_loop().time()
        try:
            if await face.tidy_worker.run(face.means.store.tidy):
                since = moment
        except Exception as error:  # noqa: BLE001 - as in _do
            log.warning("the log of writes: %s", raised_at(error))
        if moment - since > HELD_UP:
            log.warning("another program reads an old state of the database: what was deleted lies on in its log")
            since = moment


async def _last_calls(face: Face) -> None:
    try:
        await asyncio.wait_for(face.sender.drain(), LAST_CALLS)
    except (TimeoutError, SQLAlchemyError):
        log.info("some calls wait for the next start")
    await face.sender.stop()
