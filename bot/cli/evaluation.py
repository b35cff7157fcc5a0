"""Commands about the evaluation of a programme: its forms are opened, counted and closed, a lost link is replaced."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.admission import name_is_known
from bot.cli.app import Panel, app, name_of_bot, open_archive, settings
from bot.cli.arguments import ClockIsRight, Tongue, language_of, now, say, today_in
from bot.cli.asking import agreed, somebody_is_there
from bot.errors import CannotRun

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.assembly import Admit
    from bot.catalogue.catalogue import Catalogue
    from bot.catalogue.evaluation import Evaluation
    from bot.cli.whereabouts import Deed
    from bot.evaluation.form_links import Kind
    from bot.store.engine import Store

evaluation_app = typer.Typer(help="The evaluation of the programme: its forms, and what came of it.")
app.add_typer(evaluation_app, name="evaluation", rich_help_panel=Panel.COMPANIES)

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Out = Annotated[Path | None, typer.Option("--out", help="A new file (CSV) for the links, instead of the screen.")]


class Who(StrEnum):
    COMPANY = "company"
    ORGANIZATION = "organization"


class Owner(NamedTuple):
    """Who answers a form by a link."""

    kind: "Kind"
    id: str
    name: str


@contextmanager
def programme_of(
    context: typer.Context, language: Language, deed: "Deed", admit: "Admit | None" = None
) -> "Iterator[tuple[Store, Catalogue, Evaluation]]":
    """Open the database of a network that has an evaluation."""
    with open_archive(context, admit, deed) as (store, catalogue):
        written = catalogue.release.evaluation
        if written is None:
            raise CannotRun(say(language, "no-evaluation", folder=str(settings(context).knowledge)))
        yield store, catalogue, written


@evaluation_app.command("open")
def open_forms(
    context: typer.Context,
    *,
    yes: Yes = False,
    out: Out = None,
    lang: Tongue = None,
    clock_is_right: ClockIsRight = False,
) -> None:
    """Open the forms: employees find theirs in the chat, each company and organization gets a link, shown once."""
    from bot.evaluation import form_links, programme

    language = language_of(context, lang)
    with programme_of(context, language, "writes", name_is_known) as (store, catalogue, written):
        with store.read() as tx:
            _may_open(tx, catalogue, written, language, clock_is_right=clock_is_right)
        _is_new(out, language)
        owners = _owners(catalogue)
        question = say(language, "ask-open-forms", name=written.name.of(language), links=len(owners))
        if not yes and somebody_is_there() and not agreed(question, say(language, "forms-unchanged")):
            raise typer.Exit(1)
        with store.write() as tx:
            try:
                before = programme.open_forms(tx, written, now())
            except programme.AlreadyPublished:
                raise CannotRun(say(language, "evaluation-published")) from None
            bot, have = name_of_bot(tx, settings(context)), form_links.owners(tx, written.id)
            lacking = [owner for owner in owners if (owner.kind, owner.id) not in have]
            links = [(owner, _link(tx, bot, catalogue, written, owner)) for owner in lacking]
            _hand_out(links, out)
    if before.closed_at:
        screen.to_stderr(say(language, "forms-reopened"))
    screen.to_stderr(say(language, "forms-open", new=len(links), old=len(owners) - len(links)))


@evaluation_app.command("link")
def replace_link(
    context: typer.Context,
    who: Annotated[Who, typer.Argument(help="Whose link was lost.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of the company or organization.")],
    lang: Tongue = None,
) -> None:
    """Print a new link to the form of a company or organization; the old one closes, its answers stay."""
    from bot.evaluation import programme

    language = language_of(context, lang)
    with programme_of(context, language, "writes", name_is_known) as (store, catalogue, written), store.write() as tx:
        kind: Kind = "companies" if who is Who.COMPANY else "organizations"
        owners = {owner.id: owner for owner in _owners(catalogue) if owner.kind == kind}
        if name not in owners:
            raise CannotRun(say(language, "no-such-owner", id=name, known=", ".join(owners)))
        if not programme.opened(tx, written.id):
            raise CannotRun(say(language, "forms-not-open"))
        link = _link(tx, name_of_bot(tx, settings(context)), catalogue, written, owners[name])
    screen.line(link)


@evaluation_app.command("status")
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For a program.")] = False,
    lang: Tongue = None,
) -> None:
    """Tell how many forms are out and answered: companies and organizations by name, employees roughly."""
    from bot.assembly import privacy_keys
    from bot.cli.evaluation_status import lines, standing

    language = language_of(context, lang)
    with programme_of(context, language, "reads") as (store, catalogue, written):
        keys = privacy_keys(settings(context), store)
        with store.read() as tx:
            found = standing(tx, keys, catalogue, written, language)
    if as_json:
        screen.block(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for line in lines(found, language):
        screen.line(line)


@evaluation_app.command("close")
def close_forms(context: typer.Context, *, yes: Yes = False, lang: Tongue = None) -> None:
    """Close the forms: nobody can answer from now on, what was answered stays."""
    from bot.evaluation import programme

    language = language_of(context, lang)
    with programme_of(context, language, "writes") as (store, _, written):
        with store.read() as tx:
            if not programme.opened(tx, written.id):
                raise CannotRun(say(language, "forms-not-open"))
        question = say(language, "ask-close-forms", name=written.name.of(language))
        if not yes and somebody_is_there() and not agreed(question, say(language, "forms-unchanged")):
            raise typer.Exit(1)
        with store.write() as tx:
            programme.close_forms(tx, written.id, now())
    screen.line(say(language, "forms-are-closed"))


def _may_open(
    tx: "Connection", catalogue: "Catalogue", written: "Evaluation", language: Language, *, clock_is_right: bool
) -> None:
    """Raise CannotRun before the period has begun, or by a clock that cannot be right."""
    from bot.catalogue.prices import day
    from bot.evaluation.programme import first_day
    from bot.store import clock

    if not clock_is_right and (doubt := clock.doubt(tx, now())):
        raise CannotRun(str(doubt))
    today, first = today_in(catalogue.network.timezone), first_day(written)
    if today < first:
        raise CannotRun(say(language, "evaluation-not-begun", day=day(first, language, today)))


def _is_new(out: Path | None, language: Language) -> None:
    """Raise CannotRun where a file of links would take the place of another: those are written nowhere else."""
    if out and out.exists():
        raise CannotRun(say(language, "links-file-is-there", file=str(out)))


def _link(tx: "Connection", bot: str, catalogue: "Catalogue", written: "Evaluation", owner: Owner) -> str:
    from bot.evaluation import form_links
    from bot.people.links import link

    network = catalogue.network.id
    return link(bot, form_links.create(tx, written.id, owner.kind, owner.id, now=now(), network=network))


def _hand_out(links: Iterable[tuple[Owner, str]], out: Path | None) -> None:
    """Print the links, or write them into a file of this account alone: whoever has one answers."""
    from bot.insight.spreadsheet import as_csv
    from bot.store.private_files import write_private

    rows = [(owner.kind, owner.id, owner.name, link) for owner, link in links]
    if out is None:
        for row in rows:
            screen.row(*row)
        return
    try:
        write_private(out, as_csv([("kind", "id", "name", "link"), *rows]))
    except OSError as error:
        raise CannotRun(f"{out}: {error.strerror}") from None


def _owners(catalogue: "Catalogue") -> list[Owner]:
    """Return who is asked by a link: the companies that take part today, and the organizations."""
    today = today_in(catalogue.network.timezone)
    companies = [one for one in catalogue.companies.values() if catalogue.takes_part(one.id, today)]
    organizations = catalogue.release.organizations
    return [
        *(Owner("companies", one.id, one.name) for one in companies),
        *(Owner("organizations", one.id, one.name) for one in organizations),
    ]
