"""Commands for organizations: the links that open their desk, one for each telephone or computer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli import screen
from bot.cli.admission import known, web_is_on
from bot.cli.app import Panel, app, open_archive, settings
from bot.cli.console import console
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.people.web_links import WebLink

PICTURES = (".png", ".pdf")

partner = typer.Typer(help="An organization's desk: where it checks codes and badges.", no_args_is_help=True)
app.add_typer(partner, name="partner", rich_help_panel=Panel.COMPANIES)

OrganizationId = Annotated[str, typer.Argument(metavar="ORG", help="The organization's id.")]


@partner.command("link")
def link(
    context: typer.Context,
    organization: OrganizationId,
    qr: Annotated[bool, typer.Option("--qr", help="Draw it here too, to be scanned from the screen.")] = False,
    picture: Annotated[Path | None, typer.Option(help="Draw it into this file: .png or .pdf.")] = None,
) -> None:
    """Print a link that opens an organization's desk on one telephone or computer; it works once, for seven days."""
    from bot.assembly import now
    from bot.people import web_links

    if picture and picture.suffix.lower() not in PICTURES:
        raise CannotRun(f"{picture}: a file that ends with {' or '.join(PICTURES)} is expected")
    with open_archive(context, web_is_on, "writes") as (store, catalogue), store.write() as tx:
        known(organization, [one.id for one in catalogue.release.organizations], "organization")
        token = web_links.create(tx, "partner", organization, now=now(), network=catalogue.network.id)
        made = web_links.address(settings(context).web.url or "", token)
        if picture:
            _draw(made, picture)
    screen.line(made)
    if qr:
        _show(made)


def _draw(made: str, picture: Path) -> None:
    from bot.drawing import qr
    from bot.store.private_files import write_private

    drawn = qr.pdf(made) if picture.suffix.lower() == ".pdf" else qr.png(made)
    try:
        write_private(picture, drawn)  # who has it opens the desk
    except OSError as error:
        raise CannotRun(f"{picture}: {error.strerror}") from None


def _show(made: str) -> None:
    """Draw it dark on light, whatever the colours of the terminal are."""
    from bot.drawing import qr

    drawn = console()
    for line in qr.lines(made):
        drawn.print(Text(line, style="black on white"), soft_wrap=True)


@partner.command("links")
def links(context: typer.Context, organization: Annotated[str | None, typer.Argument(metavar="[ORG]")] = None) -> None:
    """List the links of desks: id, organization, since, and whether it waits, is open, has ended or was revoked."""
    from bot.assembly import now
    from bot.catalogue.local_time import local
    from bot.people import web_links

    with open_archive(context, web_is_on, "reads") as (store, catalogue), store.read() as tx:
        found = web_links.listing(tx, "partner", now(), organization)
    for one in found:
        since = local(one.created_at, catalogue.network.timezone)
        screen.row(one.short, one.owner, f"{since:%Y-%m-%d}", _state(one))


def _state(link: "WebLink") -> str:
    return link.closed or ("open" if link.opened_at else "waits")


@partner.command("revoke")
def revoke(
    context: typer.Context,
    organization: OrganizationId,
    key: Annotated[str, typer.Option("--id", help="Only this one: the id that `kmzero partner links` shows.")] = "",
) -> None:
    """Close an organization's desk, on all its telephones and computers or on one."""
    from bot.assembly import now
    from bot.people import web_links

    with open_archive(context, web_is_on, "writes") as (store, _), store.write() as tx:
        closed = web_links.revoke(tx, "partner", organization, now(), key)
    screen.line(f"{organization}: {closed} closed")
