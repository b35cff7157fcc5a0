"""Commands for companies: their links, and the kit that carries them."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.catalogue.text import LANGUAGES
from bot.cli import screen
from bot.cli.admission import company_is_known, known, link_can_be_made
from bot.cli.app import Panel, app, name_of_bot, open_archive, open_house, settings
from bot.errors import CannotRun

NO_PAGES = "--web: there are no pages: set web.url to the address that people see, such as https://welfare.example.org"


class Position(StrEnum):
    """bot.people.invites.PLACES, as typer lists them."""

    CANTEEN = "canteen"
    LOCKER_ROOM = "locker-room"
    PAYSLIP = "payslip"
    INTRANET = "intranet"
    GROUP_CHAT = "group-chat"
    OTHER = "other"


class Tongue(StrEnum):
    """A language, as typer lists them."""

    IT = "it"
    EN = "en"


class ListByDefault(TyperGroup):
    """`kmzero invites COMPANY` is `kmzero invites list COMPANY`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


invites_app = typer.Typer(help="A company's links: `invites COMPANY` lists them.", cls=ListByDefault)
company_app = typer.Typer(help="What a company hangs up and hands round.", no_args_is_help=True)
app.add_typer(invites_app, name="invites", rich_help_panel=Panel.COMPANIES)
app.add_typer(company_app, name="company", rich_help_panel=Panel.COMPANIES)

CompanyId = Annotated[str, typer.Argument(metavar="COMPANY", help="The company's id.")]


@app.command(rich_help_panel=Panel.COMPANIES)
def link(
    context: typer.Context,
    company: CompanyId,
    *,
    place: Annotated[
        Position, typer.Option(help="Where it will hang: reports say which place works.")
    ] = Position.OTHER,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Its last good day.")] = None,
    most: Annotated[
        int | None, typer.Option("--max", min=1, max=1_000_000, help="How many people may come in through it.")
    ] = None,
    web: Annotated[
        bool, typer.Option("--web", help="The link to its page, which opens Telegram: web.url is set.")
    ] = False,
) -> None:
    """Print a new invite link for a company."""
    from bot.assembly import now
    from bot.catalogue.local_time import end_of
    from bot.people import invites, links

    address = settings(context).web.url
    if web and not address:
        raise CannotRun(NO_PAGES)
    with open_house(context, link_can_be_made(company), "writes") as house, house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        known(company, catalogue.companies)
        network = catalogue.network
        ends_at = end_of(until.date(), network.timezone) if until else None
        if ends_at and ends_at <= now():
            raise CannotRun(f"--until {until:%Y-%m-%d}: this day is over")
        token = invites.create(
            tx, company, now(), place=place.value, ends_at=ends_at, max_uses=most, network=network.id
        )
        name = name_of_bot(tx, house.settings)
    screen.line(links.page_link(address, token) if web and address else links.link(name, token))


@invites_app.command("list")
def list_invites(context: typer.Context, company: CompanyId) -> None:
    """List a company's links: id, place, since, until, how many came (rounded), and whether it still opens."""
    from bot.assembly import now
    from bot.catalogue.local_time import local
    from bot.people import invites

    with open_house(context, company_is_known(company), "reads") as house, house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
        if company not in edition.companies:
            known(company, edition.catalogue.companies)
        found = invites.listing(tx, company, now())
        zone = edition.catalogue.network.timezone
    for one in found:
        until = f"{local(one.ends_at, zone):%Y-%m-%d %H:%M}" if one.ends_at else "-"
        cells = (one.short, one.place, f"{local(one.created_at, zone):%Y-%m-%d}", until, one.roughly)
        screen.row(*cells, one.closed or "open")


@invites_app.command("revoke")
def revoke_invites(
    context: typer.Context,
    company: CompanyId,
    place: Annotated[Position | None, typer.Option(help="Only those of this place.")] = None,
    key: Annotated[str, typer.Option("--id", help="Only this one: the id that `kmzero invites COMPANY` shows.")] = "",
) -> None:
    """Close a company's links, all of them or some; who is in stays in."""
    from bot.assembly import now
    from bot.people import invites

    with open_house(context, company_is_known(company), "writes") as house, house.store.write() as tx:
        edition = house.concierge.live.edition(tx)
        if company not in edition.companies:
            known(company, edition.catalogue.companies)
        closed = invites.revoke(tx, company, now(), place=place.value if place else None, key=key)
    screen.line(f"{company}: {closed} links closed")


@company_app.command("kit")
def company_kit(
    context: typer.Context,
    company: CompanyId,
    out: Annotated[Path | None, typer.Option(help="The folder; else kit-COMPANY here.")] = None,
    lang: Annotated[Tongue | None, typer.Option(help="Only this language; else all.")] = None,
) -> None:
    """Draw posters, payslip strips, pictures and texts, each place with a new link; older links stay good."""
    from bot.assembly import now
    from bot.kit.kit import kit
    from bot.store.private_files import write_private

    languages = tuple(language for language in LANGUAGES if lang in (None, language))
    folder = out or Path(f"kit-{company}")
    with open_archive(context, link_can_be_made(company), "writes") as (store, catalogue), store.write() as tx:
        known(company, catalogue.companies)
        chosen = settings(context)
        name = name_of_bot(tx, chosen)
        files = kit(tx, catalogue, company, name, now(), web=chosen.web.url, languages=languages)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for file in files:
                write_private(folder / file.name, file.content)  # who has a link comes in
        except OSError as error:
            raise CannotRun(f"{folder}: {error.strerror}") from None
    for file in files:
        screen.line(folder / file.name)
