"""The entry point `kmzero`: every command of the application, and `run`, which only exists above it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import OperationalError

from bot.cli import (
    admission,
    backup,
    checking,
    codes,
    companies,
    coordinators,
    privacy,
    publishing,
    reports,
    screen,
    talk,
)
from bot.cli.app import CANNOT_RUN, NAME, Panel, app, hoist_config, open_house, settings
from bot.cli.arguments import ClockIsRight
from bot.cli.bench import demo_data, dialogue, latency, learning_curve, readers, understanding
from bot.config import load
from bot.errors import BadConfig, CannotRun
from bot.store.engine import explain
from bot.store.migrate import NewerDatabase
from handlers import doctor, logs

FAMILIES = (
    talk,
    checking,
    publishing,
    coordinators,
    codes,
    companies,
    privacy,
    backup,
    reports,
    demo_data,
    understanding,
    learning_curve,
    dialogue,
    latency,
    readers,
    doctor,
)  # importing a family adds its commands to the app

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
NOBODY_TO_BE = (
    "there is no Telegram token: ask @BotFather for one and put it into config.yaml (telegram.token) "
    "or into the variable KMZERO_TELEGRAM__TOKEN"
)


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
    if chosen.telegram.token is None or not chosen.telegram.token.get_secret_value().strip():
        raise CannotRun(NOBODY_TO_BE)
    # The other commands start without Telegram's client, which costs 0.4 s.
    from handlers.roles import Role  # noqa: PLC0415
    from handlers.serving import serve  # noqa: PLC0415

    if role not in list(Role):
        raise CannotRun(f"--role {role}: one of {', '.join(Role)} is expected")
    logs.set_up()
    with open_house(context, admission.admit) as house:
        serve(house, role=Role(role), clock_is_right=clock_is_right, take_over=take_over)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command line and exit: 2 with one line on stderr for what the operator can mend, 130 when interrupted."""
    words = hoist_config(list(sys.argv[1:] if arguments is None else arguments))
    logs.set_up_last_resort()
    try:
        _run(words)
    except (CannotRun, BadConfig) as error:
        _give_up(str(error))
    except NewerDatabase as error:
        _give_up(f"the database was written by a newer kmzero (revision {error}): install that one")
    except OperationalError as error:
        _give_up(explain(error, _database(words)))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _nobody_listens()
    sys.exit(0)


def _run(words: list[str]) -> None:
    try:
        app(words, prog_name=NAME)
    finally:
        sys.stdout.flush()  # here, where a closed pipe can still be caught


def _give_up(reason: str) -> NoReturn:
    screen.to_stderr(f"kmzero: {reason}")
    sys.exit(CANNOT_RUN)


def _nobody_listens() -> NoReturn:
    # As Python's own documentation of SIGPIPE has it: what is still buffered goes nowhere, without a traceback.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)


def _database(words: list[str]) -> str:
    config = words[1] if words[:1] == ["--config"] else words[0].partition("=")[2] if words else ""
    return load(Path(config) if config else None).database.url


if __name__ == "__main__":
    main()
