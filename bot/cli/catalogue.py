"""Commands for who keeps the catalogue: check, publish, releases, rollback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli.app import CannotRun, app, settings

# The commands import what they need when they run: `kmzero chat` must not wait for phone books and opening hours.
if TYPE_CHECKING:
    from bot.catalogue.releases import Published
    from bot.editorial.problem import Problem
    from bot.store.engine import Store


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Severity(StrEnum):
    WARNING = "warning"
    ERROR = "error"


class Lang(StrEnum):
    IT = "it"
    EN = "en"


Folder = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The knowledge folder; else the configured one.")]
Tongue = Annotated[Lang | None, typer.Option("--lang", help="The language of the messages.")]
Least = Annotated[Severity, typer.Option("--level", help="error: leave out the warnings.")]
FormatOption = Annotated[Format, typer.Option("--format", help="Lines for people, JSON, or GitHub annotations.")]


@app.command()
def check(
    context: typer.Context,
    folder: Folder = None,
    form: FormatOption = Format.TEXT,
    lang: Tongue = None,
    level: Least = Severity.WARNING,
) -> None:
    """Look for faults in the knowledge files. Exit code: 0 none, 1 some, 2 cannot look."""
    from bot.editorial.check import check as look  # noqa: PLC0415 - see the top of the file
    from bot.editorial.files import NoFolder  # noqa: PLC0415
    from bot.editorial.report import report  # noqa: PLC0415

    try:
        checked = look(folder or settings(context).knowledge, _today())
    except NoFolder as error:
        raise CannotRun(str(error)) from None
    language = _language(context, lang)
    problems = tuple(p for p in checked.problems if p.level == "error" or level is Severity.WARNING)
    for line in report(problems, form.value, language):
        typer.echo(line)
    if problems:
        raise typer.Exit(1)
    if sys.stderr.isatty():
        typer.echo(_sentence(language, "no-problem"), err=True)


@app.command()
def publish(context: typer.Context, folder: Folder = None, lang: Tongue = None) -> None:
    """Make the knowledge files the live catalogue, whole or not at all. Exit code 1 where they have errors."""
    from bot.editorial.files import NoFolder  # noqa: PLC0415 - see the top of the file
    from bot.editorial.publish import Rejected  # noqa: PLC0415
    from bot.editorial.publish import publish as make_live  # noqa: PLC0415
    from bot.understanding.training import train  # noqa: PLC0415

    language = _language(context, lang)
    with _store(context) as store:
        try:
            where = folder or settings(context).knowledge
            number = make_live(store, where, now=datetime.now(UTC), today=_today(), train=train)
        except NoFolder as error:
            raise CannotRun(str(error)) from None
        except Rejected as rejected:
            _refused(store, rejected.problems, language)
            raise typer.Exit(1) from None
        typer.echo(_published(store, number, language))


@app.command()
def releases(context: typer.Context) -> None:
    """List the published catalogues, the newest first; the live one has a star."""
    from bot.catalogue.releases import listing  # noqa: PLC0415 - see the top of the file

    with _store(context) as store, store.read() as tx:
        published = listing(tx)
    if not published:
        typer.echo(_sentence(_language(context, None), "no-release"), err=True)
    elif sys.stdout.isatty():
        _table(published)
    else:
        for row in published:
            typer.echo("\t".join(_cells(row)))


@app.command()
def rollback(context: typer.Context, number: Annotated[int, typer.Argument(metavar="N")]) -> None:
    """Make release N the live one again."""
    from bot.catalogue.releases import NoSuchRelease, point_to  # noqa: PLC0415 - see the top of the file

    language = _language(context, None)
    with _store(context) as store:
        try:
            with store.write() as tx:
                point_to(tx, number)
        except NoSuchRelease:
            raise CannotRun(_sentence(language, "no-such-release", number=number)) from None
    typer.echo(_sentence(language, "rolled-back", number=number))


@contextmanager
def _store(context: typer.Context) -> Iterator["Store"]:
    from bot.store.engine import open_store  # noqa: PLC0415 - see the top of the file
    from bot.store.migrate import migrate  # noqa: PLC0415

    store = open_store(settings(context).database.url)
    try:
        migrate(store)
        yield store
    finally:
        store.close()


def _refused(store: "Store", problems: "tuple[Problem, ...]", language: Language) -> None:
    from bot.catalogue.releases import current_number  # noqa: PLC0415 - see the top of the file
    from bot.editorial.report import report  # noqa: PLC0415

    for line in report(problems, "text", language):
        typer.echo(line)
    with store.read() as tx:
        live = current_number(tx)
    said = _sentence(language, "still-serving", number=live) if live else _sentence(language, "none-serving")
    typer.echo(said, err=True)


def _published(store: "Store", number: int, language: Language) -> str:
    from bot.catalogue.releases import load  # noqa: PLC0415 - see the top of the file

    with store.read() as tx:
        catalogue, _ = load(tx, number)
    return _sentence(
        language,
        "published",
        number=number,
        organizations=len(catalogue.release.organizations),
        services=len(catalogue.entries),
        needs=len(catalogue.needs),
        offers=len(catalogue.offers),
    )


def _table(published: "list[Published]") -> None:
    from rich.console import Console  # noqa: PLC0415 - see the top of the file
    from rich.table import Table  # noqa: PLC0415

    table = Table("", "release", "published", "digest", box=None)
    for row in published:
        table.add_row(*_cells(row), style="bold" if row.is_current else None)
    Console().print(table)


def _cells(row: "Published") -> tuple[str, str, str, str]:
    moment = row.published_at.astimezone().isoformat(" ", "minutes")
    return "*" if row.is_current else "", str(row.number), moment, row.digest[:12]


def _language(context: typer.Context, lang: Lang | None) -> Language:
    return lang.value if lang else settings(context).language


def _sentence(language: Language, phrase: str, **values: int) -> str:
    from bot.editorial.wording import sentence  # noqa: PLC0415 - see the top of the file

    return sentence(phrase, language, values)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
