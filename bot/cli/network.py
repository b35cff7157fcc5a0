"""Commands for who runs the network: pools of codes."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.app import Panel, app, open_house
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.vouchers.pools import Stock
    from bot.vouchers.seasons import Season

codes = typer.Typer(help="Pools of single-use codes.", no_args_is_help=True)
app.add_typer(codes, name="codes", rich_help_panel=Panel.COORDINATORS)


@codes.command("release")
def release_code(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="A code that was given by mistake.")],
    offer: Annotated[str | None, typer.Option(help="Its offer, where two offers have the same code.")] = None,
) -> None:
    """Take a code back: a pool's is free again, one that the bot made is gone, and the person may take another."""
    from bot.assembly import now
    from bot.catalogue.local_time import local_day
    from bot.vouchers import returns
    from bot.vouchers.one_code import clean

    with open_house(context) as house, house.store.write() as tx:
        today = local_day(now(), house.concierge.live.edition(tx).catalogue.network.timezone)
        try:
            of = returns.release_code(tx, clean(code), offer=offer, today=today)
        except returns.NotGivenBack as error:
            raise CannotRun(str(error)) from None
    screen.line(f"{of}: {clean(code)} was given back")


@codes.command("status")
def codes_status(
    context: typer.Context,
    retire: Annotated[bool, typer.Option("--retire", help="Set aside what is left of seasons before.")] = False,
) -> None:
    """Show how many codes each pool has left, and what is left of a season before, which is not given any more."""
    from bot.assembly import now
    from bot.catalogue.local_time import local_day
    from bot.vouchers import seasons

    with open_house(context) as house, house.store.write() if retire else house.store.read() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        offers = [offer for _, offer in catalogue.offers.values() if offer.voucher == "pool"]
        retired = seasons.retire(tx, offers, local_day(now(), catalogue.network.timezone)) if retire else 0
        found = seasons.stock(tx, offers)
    for season in found:
        screen.row(season.offer, str(season))
        say_if_few(season)
    if retire:
        screen.line(f"{retired} codes of seasons before were set aside; who imports them again takes them back")


def say_if_few(stock: "Stock | Season") -> None:
    """Warn of a pool whose end would tell of its people, as the rule `offer-for-few` does; an empty one has nobody."""
    from bot.editorial.rules.offer_for_few import FEWEST_TURNS

    if 0 < stock.total < FEWEST_TURNS:
        codes = f"{stock.total} {'code' if stock.total == 1 else 'codes'} in all"
        screen.to_stderr(
            f"{stock.offer}: {codes}, fewer than {FEWEST_TURNS}: who reads that they are gone knows that one of a few "
            "colleagues has one; import more, or let the bot make them (voucher: generated)"
        )
