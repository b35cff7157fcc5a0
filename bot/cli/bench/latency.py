"""`kmzero bench latency`: from the start to the first prompt, and one message with its transaction, on a copy."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.app import open_house, settings
from bot.cli.bench.app import bench
from bot.cli.bench.stopwatch import Stopwatch
from bot.cli.figures import figures
from bot.errors import CannotRun

# What is measured is imported when it runs: no other command waits for it.
if TYPE_CHECKING:
    from bot.assembly import House
    from bot.catalogue.catalogue import Catalogue
    from bot.conversation.messages import Choice, Incoming

START_TARGET = 1_500.0  # ms to the first prompt
MESSAGE_TARGET = 20.0  # ms for one message
STARTS = 5
LONG_EVERY = 10  # messages
PROMPT = b"> "
# What is pressed after a text, in turn: the first button of one of these kinds, where the screen has one.
PRESSES = (
    ("door", "area", "need"),
    ("take",),
    ("chip",),
    ("who", "town", "when"),
    ("more", "none"),
    ("back", "another", "restart"),
)


@bench.command()
def latency(
    context: typer.Context,
    messages: Annotated[int, typer.Option(min=1, help="How many messages are timed.")] = 500,
) -> None:
    """Time the start and the answers on a throw-away copy of the SQLite database, beside the targets."""
    from bot.cli.console import console

    with open_house(context):  # publishes, where nothing is published yet
        url = settings(context).database.url
    with _copied(_file(url)) as copy:
        starts = _starts(context, copy)
        watches = _answers(context, copy, messages)
    table = figures("Latency, ms", "what", "n", "p50", "p99", "target")
    for what, watch in {"start to first prompt": starts, **watches}.items():
        if len(watch):
            p50, p99 = (f"{watch.quantile(share):.1f}" for share in (0.5, 0.99))
            target = START_TARGET if watch is starts else MESSAGE_TARGET
            table.add_row(what, str(len(watch)), p50, p99, f"{target:,.0f}")
    console().print(table)


def _file(url: str) -> Path:
    """Return the file of a SQLite database. Raises CannotRun for another one."""
    from sqlalchemy import make_url

    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise CannotRun("bench latency: the targets are those of a SQLite file, and database.url is none")
    return Path(parsed.database)


@contextmanager
def _copied(file: Path) -> Iterator[Path]:
    """Copy a database beside itself, so that its disk is measured; the copy is gone afterwards."""
    with TemporaryDirectory(prefix="kmzero-bench-", dir=file.absolute().parent) as folder:
        copy = Path(folder) / file.name
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        key = file.with_suffix(".key")
        if key.exists():
            shutil.copy(key, folder)
        yield copy


def _starts(context: typer.Context, copy: Path) -> Stopwatch:
    """Start `kmzero chat` several times, each until it asks for a line."""
    watch = Stopwatch()
    # The entry point stands above the application, which knows it only as a command.
    config = ["--config", str(context.obj)] if context.obj else []
    command = [sys.executable, "-m", "handlers", *config, "chat"]
    for _ in range(STARTS):
        watch.timed(_until_prompt)(command, os.environ | {"KMZERO_DATABASE__URL": f"sqlite:///{copy}"})
    return watch


def _until_prompt(command: list[str], environment: dict[str, str]) -> None:
    """Start a program and read what it says up to its prompt. Raises CannotRun where it ends before."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe) as process:  # noqa: S603 - our own program
        assert process.stdout
        said = b""
        while not said.endswith(PROMPT):
            part = os.read(process.stdout.fileno(), 65_536)
            if not part:
                raise CannotRun("bench latency: `kmzero chat` ended before its first prompt")
            said += part
        process.kill()


def _answers(context: typer.Context, copy: Path, messages: int) -> dict[str, Stopwatch]:
    """Hold conversations with the concierge, one transaction a message; time each kind and all together."""
    from bot.assembly import assemble

    chosen = settings(context)
    database = chosen.database.model_copy(update={"url": f"sqlite:///{copy}"})
    house = assemble(chosen.model_copy(update={"database": database}))
    with closing(house):
        crowd = Crowd(house)
        script = crowd.script()
        while len(crowd.watches["a message"]) < messages:
            next(script)
        return crowd.watches


@dataclass
class Crowd:
    """Members who come one after the other, each typing, pressing and taking a code."""

    house: "House"
    watches: dict[str, Stopwatch] = field(
        default_factory=lambda: {kind: Stopwatch() for kind in ("a message", "· text", "· press", "· claim")}
    )

    def script(self) -> Iterator[None]:
        """Yield after each message, without end."""
        from bot.conversation.messages import Began, Said

        catalogue = self._catalogue()
        texts = cycle(_texts(catalogue))
        companies = cycle(catalogue.companies)
        for number in count():
            user = f"bench-{number}"
            self._send(user, "· press", Began(self._invite(next(companies))))
            yield
            choices = self._press(user, "consent:yes")
            yield
            for _ in range(3):
                choices = self._send(user, "· text", Said(next(texts)))
                yield
                for wanted in PRESSES:
                    if choice := next((one.id for one in choices if one.id.partition(":")[0] in wanted), None):
                        choices = self._press(user, choice) or choices
                        yield

    def _press(self, user: str, choice: str) -> "tuple[Choice, ...]":
        from bot.conversation.messages import Chose

        kind = "· claim" if choice.startswith("take:") else "· press"
        choices = self._send(user, kind, Chose(choice))
        return () if kind == "· claim" else choices  # the cards before stay on the screen, with their buttons

    def _send(self, user: str, kind: str, message: "Incoming") -> "tuple[Choice, ...]":
        answer = self.watches["a message"].timed(self.watches[kind].timed(self._handle))
        return answer(user, message)

    def _handle(self, user: str, message: "Incoming") -> "tuple[Choice, ...]":
        from bot.assembly import now

        with self.house.store.write() as tx:
            reply = self.house.router.handle(tx, user, message, now())
        return tuple(choice for bubble in reply.messages for choice in bubble.choices)

    def _invite(self, company: str) -> str:
        from bot.assembly import now
        from bot.people import invites

        with self.house.store.write() as tx:
            return invites.create(tx, company, now())

    def _catalogue(self) -> "Catalogue":
        with self.house.store.read() as tx:
            return self.house.concierge.live.edition(tx).catalogue  # also loads the release, as the first message does


def _texts(catalogue: "Catalogue") -> list[str]:
    """Return what employees may type: the example of every need; one in ten is long, three examples in a row."""
    short = [(need.example or need.name).it for need in catalogue.needs.values()]
    stories = [". ".join(short[place : place + 3]) for place in range(0, len(short), LONG_EVERY)]
    return [stories[place // LONG_EVERY] if place % LONG_EVERY == 0 else text for place, text in enumerate(short)]
