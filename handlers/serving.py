"""`kmzero run`: start, answer, and a graceful end on SIGINT or SIGTERM."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.assembly import House
from bot.cli.app import CannotRun
from handlers.application import Face
from handlers.commands import introduce
from handlers.failures import backoff
from handlers.polling import Poller

LAST_CALLS = 5.0  # seconds that the outbox has at the end; what is left goes out at the next start
SWEEP_SECONDS = 3600.0
STOCK_SECONDS = 60.0
REFUSED = (
    "Telegram refuses the token: copy it again from @BotFather into config.yaml (telegram.token) "
    "or into the variable KMZERO_TELEGRAM__TOKEN"
)

log = logging.getLogger(__name__)


def serve(house: House, request: BaseRequest | None = None) -> None:
    """Answer on Telegram until a signal; tests bring a `request`. Raises CannotRun where Telegram refuses the token."""
    refused = False
    try:
        asyncio.run(_serve(house, request))
    except* InvalidToken:
        refused = True  # whatever is raised here would become a group
    if refused:
        raise CannotRun(REFUSED)


async def _serve(house: House, request: BaseRequest | None) -> None:
    stop = _stop_on_signals()
    face = Face(house, request)
    try:
        await until(stop, work(face))
    finally:
        await face.close()


def _stop_on_signals() -> asyncio.Event:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def first(number: signal.Signals) -> None:
        stop.set()
        loop.remove_signal_handler(number)  # the second one ends the program at once

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, first, number)
    return stop


async def until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Run `work` until it fails or `stop` is set."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.done():
        working.cancel()
    try:
        await working
    except asyncio.CancelledError:
        log.info("stopped")


async def work(face: Face) -> None:
    await _open(face)
    await introduce(face.wire)
    log.info("answering as @%s", face.wire.username)
    sending = asyncio.create_task(face.sender.run())
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(Poller(face.wire, face.take_in).run())
            tasks.create_task(face.dispatcher.run(face.sender.wake))
            tasks.create_task(_every(SWEEP_SECONDS, face, face.sweep))
            tasks.create_task(_every(STOCK_SECONDS, face, face.look_at_stock))
    finally:
        sending.cancel()
        await _last_calls(face)


async def _open(face: Face) -> None:
    failures = 0
    while True:
        try:
            return await face.open()
        except InvalidToken:
            raise
        except TelegramError as error:
            failures += 1
            wait = backoff(failures)
            log.warning("Telegram does not answer: %s; again in %.0f s", type(error).__name__, wait)
            await asyncio.sleep(wait)


async def _every(seconds: float, face: Face, work: Callable[[], object]) -> None:
    while True:
        try:
            await face.worker.run(work)
        except SQLAlchemyError as error:
            log.warning("%s: %s", work.__name__, type(error).__name__)
        await asyncio.sleep(seconds)


async def _last_calls(face: Face) -> None:
    try:
        await asyncio.wait_for(face.sender.drain(), LAST_CALLS)
    except (TimeoutError, SQLAlchemyError):
        log.info("some calls wait for the next start")
    await face.sender.stop()
