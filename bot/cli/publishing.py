"""Commands that make a catalogue live: publish, releases, rollback, diff."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, settings
from bot.cli.arguments import Folder, Tongue, folder_of, language_of, now, open_database, say, today_in, today_of
from bot.cli.asking import agreed, somebody_is_there
from bot.cli.checking import bar
from bot.cli.whereabouts import is_missing
from bot.errors import CannotRun

# As in bot.cli.arguments: the commands import what they need when they run.
if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.catalogue.catalogue import Catalogue
    from bot.catalogue.model import Release
    from bot.catalogue.releases import Published
    from bot.editorial.problem import Problem
    from bot.editorial.publishing.doubts import Allowed
    from bot.editorial.publishing.preview import Preview
    from bot.editorial.publishing.publish import Prepared
    from bot.store.engine import Store
    from bot.understanding.reading import Reader

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask. Without a terminal nobody is asked.")]


@app.command(rich_help_panel=Panel.COORDINATORS)
def publish(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    folder: Folder = None,
    lang: Tongue = None,
    yes: Yes = False,
    no_companies: Annotated[
        bool, typer.Option("--allow-no-companies", help="Also without companies, or with half of them gone.")
    ] = False,
    empty: Annotated[
        bool, typer.Option("--allow-empty", help="Also without services, or with half of them gone.")
    ] = False,
    wrong_answers: Annotated[
        bool, typer.Option("--allow-wrong-answers", help="Also where a test question is answered wrongly.")
    ] = False,
    no_evaluation: Annotated[
        bool, typer.Option("--allow-no-evaluation", help="Also without the evaluation of a programme that has begun.")
    ] = False,
) -> None:
    """Show what changes, and make the knowledge files the live catalogue. Exit code 1 where they have errors.

    What is hardly ever meant needs a yes on the terminal, or its own option.
    """
    from bot.editorial.publishing.publish import Overtaken, make_live

    language, where = language_of(context, lang), folder_of(context, folder)
    with open_database(context, "writes") as store:
        draft = _prepared(store, where, language)
        allowed: dict[Allowed, bool] = {
            "no-companies": no_companies,
            "empty": empty,
            "wrong-answers": wrong_answers,
            "no-evaluation": no_evaluation,
        }
        _ask(_show(store, draft, language), allowed, language, yes=yes)
        try:
            number = make_live(store, draft, now(), also=lambda tx, made: _also(tx, draft, made, where))
        except Overtaken as other:
            raise CannotRun(say(language, "overtaken", number=other.number or 0)) from None
    screen.line(_published(number, draft.content, language))


def _also(tx: "Connection", draft: "Prepared", number: int, folder: Path) -> None:
    """Note the act, and answer the reports of wrong entries that the release answers."""
    from bot.catalogue.catalogue import Catalogue
    from bot.coordination.closing_reports import settle
    from bot.editorial import audit
    from bot.editorial.publishing.difference import compare

    audit.note(tx, [audit.Deed("publish", folder.name or ".")], role=None, release=number, now=now())
    if draft.live:
        changes = compare(draft.live.release, draft.content, today_in(draft.content.network.timezone))
        settle(tx, changes, Catalogue(number, draft.content))


def _prepared(store: "Store", folder: Path, language: Language) -> "Prepared":
    from bot.editorial.folder.files import NoFolder, load
    from bot.editorial.publishing.publish import Rejected, prepare

    def train(release: "Release") -> bytes:
        from bot.assembly import train

        if sys.stderr.isatty():
            screen.to_stderr(say(language, "learned-again"))
        return train(release)

    try:
        with bar() as progress:
            files = load(folder)
            return prepare(store, files, now=now(), today=today_of(files), train=train, progress=progress)
    except NoFolder as error:
        raise CannotRun(str(error)) from None
    except Rejected as rejected:
        _refused(store, rejected.problems, language)
        raise typer.Exit(1) from None


def _ask(seen: "Preview", allowed: Mapping["Allowed", bool], language: Language, *, yes: bool) -> None:
    """Go on only with a yes; what is in doubt needs one on the terminal, or its option."""
    options = dict.fromkeys(f"--allow-{doubt.allowed}" for doubt in seen.doubts if not allowed[doubt.allowed])
    asked = not yes and somebody_is_there()
    if options and not asked:
        screen.to_stderr(say(language, "not-allowed", options=" ".join(options)))
        raise typer.Exit(1)
    question = say(language, "ask-publish-anyway" if options else "ask-publish")
    if asked and not agreed(question, say(language, "not-published")):
        raise typer.Exit(1)


def _show(store: "Store", draft: "Prepared", language: Language) -> "Preview":
    from bot.editorial.publishing.preview import preview
    from bot.editorial.wording import line

    def read(engine: bytes) -> "Reader":
        from bot.understanding.engine import load

        return load(engine)

    with store.read() as tx:
        seen = preview(tx, draft, read, today_in(draft.content.network.timezone))
    unread = [line(problem, language) for problem in draft.problems if problem.rule == "unknown-file"]
    for said in [*unread, *seen.lines(language)]:
        screen.line(said)
    return seen


def _refused(store: "Store", problems: "tuple[Problem, ...]", language: Language) -> None:
    from bot.catalogue.releases import current_number
    from bot.editorial.report import report

    for said in report(problems, "text", language):
        screen.line(said)
    with store.read() as tx:
        live = current_number(tx)
    screen.to_stderr(say(language, "still-serving", number=live) if live else say(language, "none-serving"))


def _published(number: int, content: "Release", language: Language) -> str:
    services = [service for one in content.organizations for service in one.services]
    return say(
        language,
        "published",
        number=number,
        organizations=len(content.organizations),
        services=len(services),
        needs=sum(len(area.types) for area in content.areas),
        offers=sum(len(service.offers) for service in services),
    )


@app.command(rich_help_panel=Panel.COORDINATORS)
def releases(context: typer.Context) -> None:
    """List the published catalogues, the newest first; the live one has a star."""
    from bot.catalogue.releases import listing, timezone

    with open_database(context) as store, store.read() as tx:
        published, zone = listing(tx), timezone(tx)
    if not published:
        screen.to_stderr(say(language_of(context, None), "no-release"))
    elif sys.stdout.isatty():
        _table(published, zone)
    else:
        for row in published:
            screen.row(*_cells(row, zone))


def _table(published: "list[Published]", zone: str) -> None:
    from rich.table import Table

    from bot.cli.console import console

    table = Table("", "release", "published", "digest", box=None)
    for row in published:
        table.add_row(*_cells(row, zone), style="bold" if row.is_current else None)
    console().print(table)


def _cells(row: "Published", zone: str) -> tuple[str, str, str, str]:
    from bot.catalogue.local_time import shown

    return "*" if row.is_current else "", str(row.number), shown(row.published_at, zone), row.digest[:12]


@app.command(rich_help_panel=Panel.COORDINATORS)
def rollback(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N")],
    lang: Tongue = None,
    yes: Yes = False,
) -> None:
    """Show what changes, and make release N the live one again."""
    from bot.assembly import train
    from bot.editorial.publishing.publish import go_back

    language = language_of(context, lang)
    with open_database(context, "reads" if is_missing(settings(context)) else "writes") as store:
        _compare(store, number, language)
        question = say(language, "ask-rollback", number=number)
        if not yes and somebody_is_there() and not agreed(question, say(language, "not-rolled-back")):
            raise typer.Exit(1)
        go_back(store, number, now=now(), train=train)
    screen.line(say(language, "rolled-back", number=number))


def _compare(store: "Store", number: int, language: Language) -> None:
    """Say what people would see otherwise with an older release. Raises CannotRun where it is not there."""
    from bot.catalogue.releases import current_number
    from bot.editorial.publishing import difference_words
    from bot.editorial.publishing.difference import compare

    with store.read() as tx:
        live = current_number(tx) or 0
        before, after = _release(tx, live, language) if live else None, _release(tx, number, language)
    changes = compare(before.release if before else None, after.release, today_in(after.network.timezone))
    screen.line(say(language, "changes-to", number=live, summary=difference_words.summary(changes, language)))
    for said in difference_words.lines(changes, language):
        screen.line(f"  {said}")


@app.command(rich_help_panel=Panel.COORDINATORS)
def diff(
    context: typer.Context,
    old: Annotated[int, typer.Argument(metavar="A", help="A release.")],
    new: Annotated[int | None, typer.Argument(metavar="[B]", help="Another one; else the live one.")] = None,
    lang: Tongue = None,
) -> None:
    """Say what changed from release A to release B."""
    from bot.catalogue.local_time import local_day
    from bot.catalogue.releases import current_number
    from bot.editorial.publishing import difference_words
    from bot.editorial.publishing.difference import compare

    language = language_of(context, lang)
    with open_database(context) as store, store.read() as tx:
        before = _release(tx, old, language)
        after = _release(tx, new if new is not None else current_number(tx) or 0, language)
    changes = compare(before.release, after.release, local_day(now(), after.network.timezone))
    screen.line(difference_words.summary(changes, language))
    for said in difference_words.lines(changes, language, len(changes.changes)):
        screen.line(f"  {said}")


def _release(tx: "Connection", number: int, language: Language) -> "Catalogue":
    from bot.catalogue.releases import NoSuchRelease, load

    try:
        return load(tx, number)[0]
    except NoSuchRelease:
        raise CannotRun(say(language, "no-such-release", number=str(number))) from None
