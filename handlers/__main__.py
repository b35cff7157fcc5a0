"""The entry point `kmzero`: every command of the application, and `run`, which only exists above it."""

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import DBAPIError

from bot.cli import (
    admission,
    backup,
    checking,
    codes,
    companies,
    company_pages,
    coordinators,
    demo,
    evaluation,
    evaluation_report,
    exchange,
    needs,
    new,
    partners,
    privacy,
    publishing,
    reports,
    screen,
    status,
    talk,
)
from bot.cli.app import CANNOT_RUN, NAME, Panel, app, hoist_config, open_house, settings
from bot.cli.arguments import ClockIsRight
from bot.cli.bench import demo_data, dialogue, latency, learning_curve, randomized, readers, understanding
from bot.cli.whereabouts import whereabouts
from bot.config import load
from bot.errors import CannotRun
from bot.store.engine import explain, is_its_trouble
from bot.store.migrate import NewerDatabase
from handlers import doctor, logs, web_alone

FAMILIES = (
    talk,
    demo,
    new,
    checking,
    publishing,
    exchange,
    status,
    coordinators,
    codes,
    companies,
    partners,
    company_pages,
    privacy,
    backup,
    reports,
    needs,
    evaluation,
    evaluation_report,
    demo_data,
    understanding,
    learning_curve,
    dialogue,
    latency,
    randomized,
    readers,
    doctor,
)  # importing a family adds its commands to the app

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@app.command(rich_help_panel=Panel.FIRST)
def run(
    context: typer.Context,
    role: Annotated[str, typer.Option(help="What this process does: webhook, worker, sender or all.")] = "all",
    clock_is_right: ClockIsRight = False,
    take_over: Annotated[
        bool, typer.Option("--take-over", help="Take the updates from another `kmzero run` with the same token.")
    ] = False,
) -> None:
    """Answer on Telegram until stopped; needs a token from @BotFather."""
    chosen = settings(context)
    # The other commands start without Telegram's client, which costs 0.4 s.
    from handlers.before_start import look_ahead  # noqa: PLC0415
    from handlers.serving import serve  # noqa: PLC0415

    part = look_ahead(chosen, role)
    logs.set_up()
    said = whereabouts(chosen)  # as it is before a network is made
    with open_house(context, admission.admit, "serves") as house:
        logging.getLogger(__name__).info("%s", said)
        serve(house, role=part, clock_is_right=clock_is_right, take_over=take_over)


app.command(rich_help_panel=Panel.FIRST)(web_alone.web)  # after `run`: --help lists commands as they come


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command line and exit: 2 with one line on stderr for what the operator can mend, 130 when interrupted."""
    _have_streams()
    words = hoist_config(list(sys.argv[1:] if arguments is None else arguments))
    logs.set_up_last_resort()
    try:
        _run(words)
    except CannotRun as error:
        _give_up(str(error))
    except NewerDatabase as error:
        _give_up(f"the database was written by a newer kmzero (revision {error}): install that one")
    except DBAPIError as error:
        if not is_its_trouble(error):
            raise
        _give_up(explain(error, _database(words)))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
    except OSError as error:  # a full disk, a file that went: the operator's matter
        if error.filename is None:
            _drop_output()
        _give_up(f"{error.filename or 'output'}: {error.strerror or error}")
    sys.exit(0)


def _run(words: list[str]) -> None:
    try:
        app(words, prog_name=NAME)
    finally:
        sys.stdout.flush()  # here, where a closed pipe can still be caught


def _give_up(reason: str) -> NoReturn:
    screen.to_stderr(f"kmzero: {reason}")
    sys.exit(CANNOT_RUN)


def _have_streams() -> None:
    """Put something in the place of a stream that was closed: nothing falls over it, no file gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end


def _drop_output() -> None:
    # As Python's own documentation of SIGPIPE has it: what is still buffered goes nowhere, without a traceback.
    with suppress(OSError):  # in tests it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _database(words: list[str]) -> str:
    config = words[1] if words[:1] == ["--config"] else words[0].partition("=")[2] if words else ""
    return load(Path(config) if config else None).database.url


if __name__ == "__main__":
    main()
