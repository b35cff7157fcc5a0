"""Commands for companies' pages: the links that open one, each in one browser."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.admission import known, web_is_on
from bot.cli.app import open_archive, settings
from bot.cli.companies import CompanyId, company_app

if TYPE_CHECKING:
    from bot.people.web_links import WebLink


@company_app.command("page")
def page(context: typer.Context, company: CompanyId) -> None:
    """Print a link that opens a company's page in one browser; it works once, for seven days."""
    from bot.assembly import now
    from bot.people import web_links

    with open_archive(context, web_is_on, "writes") as (store, catalogue), store.write() as tx:
        known(company, catalogue.companies)
        token = web_links.create(tx, "company", company, now=now(), network=catalogue.network.id)
    screen.line(web_links.address(settings(context).web.url or "", token))


@company_app.command("pages")
def pages(context: typer.Context, company: Annotated[str | None, typer.Argument(metavar="[COMPANY]")] = None) -> None:
    """List the links of pages: id, company, since, and whether it waits, is open, has ended or was revoked."""
    from bot.assembly import now
    from bot.catalogue.local_time import local
    from bot.people import web_links

    with open_archive(context, web_is_on, "reads") as (store, catalogue), store.read() as tx:
        found = web_links.listing(tx, "company", now(), company)
    for one in found:
        since = local(one.created_at, catalogue.network.timezone)
        screen.row(one.short, one.owner, f"{since:%Y-%m-%d}", _state(one))


def _state(link: "WebLink") -> str:
    return link.closed or ("open" if link.opened_at else "waits")


@company_app.command("close-page")
def close_page(
    context: typer.Context,
    company: CompanyId,
    key: Annotated[str, typer.Option("--id", help="Only this one: the id that `kmzero company pages` shows.")] = "",
) -> None:
    """Close a company's page, in all its browsers or in one; also of a company that is gone."""
    from bot.assembly import now
    from bot.people import web_links

    with open_archive(context, web_is_on, "writes") as (store, _), store.write() as tx:
        closed = web_links.revoke(tx, "company", company, now(), key)
    screen.line(f"{company}: {closed} closed")
