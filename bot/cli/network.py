"""Commands for who runs the network: company links, pools of codes."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.app import CannotRun, app, open_house

codes = typer.Typer(help="Pools of single-use codes.", no_args_is_help=True)
app.add_typer(codes, name="codes")


@app.command()
def link(context: typer.Context, company: Annotated[str, typer.Argument(help="The company's id.")]) -> None:
    """Print a new invite link for a company."""
    from bot.assembly import now  # noqa: PLC0415 - see open_house
    from bot.people import invites  # noqa: PLC0415

    with open_house(context) as house, house.store.write() as tx:
        companies = house.concierge.live.edition(tx).catalogue.companies
        if company not in companies:
            raise CannotRun(f"{company}: there is no such company; there are {', '.join(companies)}")
        token = invites.create(tx, company, now())
        username = house.settings.telegram.username
    typer.echo(f"https://t.me/{username}?start={token}")


@codes.command("import")
def import_codes(
    context: typer.Context,
    offer: Annotated[str, typer.Argument(help="The id of a pool offer.")],
    file: Annotated[Path, typer.Argument(help="One code a line, or a CSV whose first column is the code.")],
) -> None:
    """Add single-use codes to the pool of an offer."""
    from bot.assembly import now  # noqa: PLC0415 - see open_house
    from bot.vouchers import pools  # noqa: PLC0415

    try:
        fresh = pools.read_codes(file)
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CannotRun(f"{file}: this is not a text file in UTF-8") from None
    except pools.BadCodes as error:
        typer.echo("\n".join(f"{file}:{line}" for line in str(error).splitlines()), err=True)
        raise typer.Exit(1) from None
    with open_house(context) as house, house.store.write() as tx:
        known = house.concierge.live.edition(tx).catalogue.offers
        if offer not in known or known[offer][1].voucher != "pool":
            pool_offers = (name for name, (_, one) in known.items() if one.voucher == "pool")
            raise CannotRun(f"{offer}: there is no such pool offer; there are {', '.join(pool_offers)}")
        added = pools.add(tx, offer, fresh, now())
    typer.echo(f"{offer}: {added} new codes, {len(fresh) - added} were there already")


@codes.command("status")
def codes_status(context: typer.Context) -> None:
    """Show how many codes each pool has left."""
    from bot.vouchers import pools  # noqa: PLC0415 - see open_house

    with open_house(context) as house, house.store.read() as tx:
        offers = house.concierge.live.edition(tx).catalogue.offers
        for stock in pools.stock(tx, [name for name, (_, offer) in offers.items() if offer.voucher == "pool"]):
            typer.echo(f"{stock.offer}\t{stock.free} free of {stock.total}")
