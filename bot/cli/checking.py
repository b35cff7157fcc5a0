"""Commands that look at the knowledge files and change nothing: check, watch, quality, and the schemas for editors."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app
from bot.cli.arguments import Folder, Tongue, folder_of, language_of, say, today_in, today_of
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.editorial.check import Checked
    from bot.editorial.problem import Problem
    from bot.editorial.quality import Score
    from bot.editorial.reading import Progress

PULSE = 250  # milliseconds between two looks at what was saved
MANY = 500  # files from which a progress bar is worth its line


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Shape(StrEnum):
    TEXT = "text"
    JSON = "json"


class Severity(StrEnum):
    WARNING = "warning"
    ERROR = "error"


Least = Annotated[Severity, typer.Option("--level", help="error: leave out the warnings.")]
FormatOption = Annotated[Format, typer.Option("--format", help="Lines for people, JSON, or GitHub annotations.")]


@app.command(rich_help_panel=Panel.COORDINATORS)
def check(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    folder: Folder = None,
    form: FormatOption = Format.TEXT,
    lang: Tongue = None,
    level: Least = Severity.WARNING,
    phrases: Annotated[
        bool, typer.Option("--phrases", help="Compare every phrase with all others too: a minute for 20,000.")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="First write opening hours in their normal form into the files.")
    ] = False,
) -> None:
    """Look for faults in the knowledge files. Exit code: 0 none, 1 some, 2 cannot look."""
    from bot.editorial.report import report

    language = language_of(context, lang)
    if write:
        _write_hours(folder_of(context, folder), language)
    problems = _of_level(look(folder_of(context, folder), phrases=phrases).problems, level)
    say_one = screen.block if form is Format.JSON else screen.line
    for said in report(problems, form.value, language):
        say_one(said)
    if problems:
        raise typer.Exit(1)
    if sys.stderr.isatty():
        screen.to_stderr(say(language, "no-problem"))


def look(folder: Path, *, phrases: bool = False) -> "Checked":
    """Check a folder, with a progress bar on a terminal where it has many files. Raises CannotRun."""
    from bot.editorial.check import check as checked
    from bot.editorial.folder.files import NoFolder, load

    try:
        with bar() as progress:
            files = load(folder)
            return checked(files, today_of(files), progress, phrases=phrases)
    except NoFolder as error:
        raise CannotRun(str(error)) from None


def _write_hours(folder: Path, language: Language) -> None:
    """Write hours in their normal form, and say each change beside the result. Raises CannotRun."""
    from bot.editorial.folder.files import NoFolder, load
    from bot.editorial.normalizing import normalized

    try:
        for name, content, changes in normalized(load(folder)):
            (folder / name).write_bytes(content)
            for one in changes:
                values = {"position": str(one.position), "before": " ".join(one.before.split()), "after": one.after}
                screen.to_stderr(say(language, "hours-written", **values))
    except NoFolder as error:
        raise CannotRun(str(error)) from None


@contextmanager
def bar() -> "Iterator[Progress | None]":
    """Yield what draws a bar on the terminal, once there are many files."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress as Bar

    from bot.cli.console import console

    with Bar(console=console(err=True), transient=True) as bar:
        task = bar.add_task("", visible=False)

        def advance(done: int, total: int) -> None:
            if total >= MANY:
                bar.update(task, completed=done, total=total, visible=True)

        yield advance


def _of_level(problems: "tuple[Problem, ...]", level: Severity) -> "tuple[Problem, ...]":
    return tuple(problem for problem in problems if problem.level == "error" or level is Severity.WARNING)


@app.command(rich_help_panel=Panel.COORDINATORS)
def watch(context: typer.Context, folder: Folder = None, lang: Tongue = None) -> None:
    """Check at every save, until Ctrl-C."""
    from watchfiles import watch as saves

    where, language = folder_of(context, folder), language_of(context, lang)
    screen.line(say(language, "watching", folder=str(where)))
    fresh = True  # looked at when the listening has begun, so that no save falls before it
    for changes in saves(where, raise_interrupt=False, yield_on_timeout=True, rust_timeout=PULSE):
        if fresh or changes:
            _tell(where, language)
        fresh = False


def _tell(folder: Path, language: Language) -> None:
    from bot.editorial.report import report

    problems = look(folder).problems
    at = time.strftime("%H:%M:%S")  # on the clock of who sits here
    screen.line(say(language, "watch-bad", at=at, n=len(problems)) if problems else say(language, "watch-good", at=at))
    for said in report(problems, "text", language):
        screen.line(said)
    sys.stdout.flush()


@app.command(rich_help_panel=Panel.COORDINATORS)
def quality(
    context: typer.Context,
    folder: Folder = None,
    shape: Annotated[Shape, typer.Option("--format", help="A table, or JSON.")] = Shape.TEXT,
    lang: Tongue = None,
) -> None:
    """Show how good each service's entry is, from 0 to 100, the worst first."""
    import json
    from dataclasses import asdict

    from bot.editorial.quality import scores

    where = folder_of(context, folder)
    release = look(where).release
    if release is None:
        raise CannotRun(say(language_of(context, lang), "quality-needs-release"))
    found = scores(release, today_in(release.network.timezone))
    if shape is Shape.JSON:
        screen.block(json.dumps([asdict(one) | {"total": one.total} for one in found], ensure_ascii=False, indent=1))
    else:
        _table(found, language_of(context, lang))


def _table(found: "list[Score]", language: Language) -> None:
    names = ("total", "freshness", "contact", "next_step", "description", "answers")
    head = [say(language, f"quality-{name.replace('_', '-')}") for name in names]
    screen.line("  ".join(head))
    for one in found:
        points = (f"{getattr(one, name):{len(word)}}" for name, word in zip(names, head, strict=True))
        screen.line(f"{'  '.join(points)}  {one.service} · {one.name}")


@app.command(rich_help_panel=Panel.COORDINATORS)
def schema(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="One schema, printed; without, all are written.")] = None,
) -> None:
    """Write the JSON Schemas of the knowledge files, so that editors complete and underline."""
    from bot.editorial import jsonschema

    if name is None:
        for file in jsonschema.write(folder_of(context, None)):
            screen.line(file)
    elif name in jsonschema.NAMES:
        screen.block(jsonschema.text(name).removesuffix("\n"))
    else:
        raise CannotRun(f"{name}: there is no such schema; there are {', '.join(jsonschema.NAMES)}")
