"""Commands around coordinators: invite one, list them, take a role back, read the audit, pull what they changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.admission import name_is_known
from bot.cli.app import Panel, app, name_of_bot, open_house, settings
from bot.cli.arguments import in_reach
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.editorial.audit import Entry
    from bot.editorial.publishing.pulling import Plan

invite = typer.Typer(help="Invite somebody who keeps the catalogue.", no_args_is_help=True)
coordinators = typer.Typer(help="Who keeps the catalogue: numbers, no names.", invoke_without_command=True)
app.add_typer(invite, name="invite", rich_help_panel=Panel.OPERATORS)
app.add_typer(coordinators, name="coordinators", rich_help_panel=Panel.OPERATORS)


@invite.callback()
def _invite() -> None:
    """Invite somebody who keeps the catalogue."""


@invite.command("coordinator")
def invite_coordinator(context: typer.Context) -> None:
    """Print a link for one coordinator; it works once, for seven days."""
    from bot.assembly import now
    from bot.people import roles
    from bot.people.links import link

    with open_house(context, name_is_known, "writes") as house, house.store.write() as tx:
        token = roles.invite(tx, now())
        name = name_of_bot(tx, house.settings)
    screen.line(link(name, token))


@coordinators.callback()
def list_coordinators(context: typer.Context) -> None:
    """List the coordinators: number, since when, and whether they still are."""
    if context.invoked_subcommand:
        return
    from bot.catalogue.local_time import shown
    from bot.catalogue.releases import timezone
    from bot.people import roles

    with open_house(context, deed="reads") as house, house.store.read() as tx:
        zone = timezone(tx)
        for one in roles.everyone(tx):
            state = "revoked" if one.revoked else "active"
            screen.row(str(one.number), shown(one.since, zone), state)


@coordinators.command("revoke")
def revoke(context: typer.Context, number: Annotated[int, typer.Argument(metavar="N")]) -> None:
    """Take the role of coordinator N back, at once; the bot tells them."""
    from bot.assembly import now
    from bot.coordination.demoting import demote

    with open_house(context, deed="writes") as house, house.store.write() as tx:
        if not demote(tx, house.keys, in_reach(number), now()):
            raise CannotRun(f"{number}: no coordinator has this number; `kmzero coordinators` lists them")
    screen.line(f"{number} is no coordinator any more")


@coordinators.command("page")
def page(context: typer.Context, number: Annotated[int, typer.Argument(metavar="N")]) -> None:
    """Print a link to the page of coordinator N: for seven days, and one phone or computer."""
    from bot.assembly import now
    from bot.catalogue.releases import live
    from bot.coordination.page_links import link
    from bot.people import roles

    url = settings(context).web.url
    if url is None:
        raise CannotRun("web.url: there are no pages without the address at which they are")
    with open_house(context, deed="writes") as house, house.store.write() as tx:
        held, catalogue = roles.numbered(tx, in_reach(number)), live(tx)
        if held is None or held.revoked:
            raise CannotRun(f"{number}: no coordinator has this number; `kmzero coordinators` lists them")
        assert catalogue is not None  # opening the house publishes what there is
        made = link(tx, url, number, catalogue.network.id, catalogue.number, now())
    screen.line(made)


@app.command(rich_help_panel=Panel.COORDINATORS)
def audit(context: typer.Context) -> None:
    """Print who changed the catalogue in the chat, when, and what; the newest first, tabs between the fields."""
    from bot.catalogue.releases import timezone
    from bot.editorial.audit import listing

    with open_house(context, deed="reads") as house, house.store.read() as tx:
        zone = timezone(tx)
        for entry in listing(tx):
            screen.row(*_cells(entry, zone))


def _cells(entry: "Entry", zone: str) -> tuple[str, ...]:
    from bot.catalogue.local_time import shown

    deed = entry.deed
    doers = ("coordinator", entry.role), ("organization", entry.organization), ("company", entry.company)
    who = " for ".join(f"{doer} {name}" for doer, name in doers if name) or "server"
    change = f"{deed.old or '-'} -> {deed.new or '-'}" if deed.field else ""
    when = shown(entry.at, zone)
    return when, who or "server", f"release {entry.release}", deed.act, deed.subject, deed.field or "", change


@app.command(rich_help_panel=Panel.COORDINATORS)
def pull(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Where; else the knowledge folder.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that were never published, too.")] = False,
) -> None:
    """Write the files of the live release back, comments and order kept. Exit code 1 where work would be lost."""
    from bot.catalogue import releases
    from bot.editorial.publishing import pulling
    from bot.editorial.publishing.release_texts import texts_of

    with open_house(context, deed="reads") as house, house.store.read() as tx:
        number = releases.current_number(tx) or 0
        texts = texts_of(tx, number)
        if not texts:
            raise CannotRun(f"release {number} was published before files were kept: `kmzero publish` once, then pull")
        made = pulling.plan(tx, texts, folder or settings(context).knowledge)
    if made.strange and not force:
        _refuse(made)
    pulling.carry_out(made)
    _say(made, number)


def _refuse(made: "Plan") -> None:
    for path in made.strange:
        screen.to_stderr(f"{made.folder / path}: was changed here and never published")
    screen.to_stderr("nothing was written; publish these files, or overwrite them with --force")
    raise typer.Exit(1)


def _say(made: "Plan", number: int) -> None:
    for path in made.write:
        screen.line(f"wrote {made.folder / path}")
    for path in made.beside:
        screen.to_stderr(f"{made.folder / path}: is not in release {number}; remove it, or publish it again")
    screen.line(f"release {number}: {len(made.write)} files written, {made.same} were the same")
