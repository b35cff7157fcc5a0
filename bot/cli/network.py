"""Commands for who runs the network: pools of codes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.app import Panel, app, open_house
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.vouchers.pools import Sifted, Stock

codes = typer.Typer(help="Pools of single-use codes.", no_args_is_help=True)
app.add_typer(codes, name="codes", rich_help_panel=Panel.COORDINATORS)


@codes.command("import")
def import_codes(
    context: typer.Context,
    offer: Annotated[str, typer.Argument(help="The id of a pool offer.")],
    file: Annotated[Path, typer.Argument(help="One code a line, or a CSV or XLSX whose first column is the code.")],
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave bad lines out; else they stop it all.")] = False,
) -> None:
    """Add single-use codes to the pool of an offer."""
    from bot.assembly import now
    from bot.vouchers import pools

    found = _read(file)
    for fault in found.faults:
        screen.to_stderr(f"{file}:{fault}")
    if not found.codes or (found.faults and not skip_bad):
        raise typer.Exit(1)
    with open_house(context) as house, house.store.write() as tx, _progress(len(found.codes)) as advance:
        known = house.concierge.live.edition(tx).catalogue.offers
        if offer not in known or known[offer][1].voucher != "pool":
            pool_offers = (name for name, (_, one) in known.items() if one.voucher == "pool")
            raise CannotRun(f"{offer}: there is no such pool offer; there are {', '.join(pool_offers)}")
        added = pools.add(tx, offer, found.codes, now(), advance=advance)
        (stock,) = pools.stock(tx, [offer])
    skipped = f", {len(found.faults)} bad lines left out" if found.faults else ""
    screen.line(f"{offer}: {added} new codes, {len(found.codes) - added} were there already{skipped}")
    _say_if_few(stock)


def _read(file: Path) -> "Sifted":
    from bot.vouchers import pools, sheets

    try:
        found = pools.sift(sheets.first_column(file))
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CannotRun(f"{file}: this is not a text file in UTF-8") from None
    except sheets.Unreadable as error:
        raise CannotRun(f"{file}: {error}") from None
    return found if found.codes or found.faults else pools.Sifted([], ["1: there is no code in this file"])


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr, where a person looks at it."""
    from rich.progress import Progress

    from bot.cli.console import console

    shown = console(err=True)
    with Progress(console=shown, transient=True, disable=not shown.is_terminal) as bar:
        task = bar.add_task("codes", total=total)
        yield lambda written: bar.advance(task, written)


@codes.command("release")
def release_code(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="A code that was given by mistake.")],
    offer: Annotated[str | None, typer.Option(help="Its offer, where two offers have the same code.")] = None,
) -> None:
    """Take a code back: a pool's is free again, one that the bot made is gone, and the person may take another."""
    from bot.assembly import now
    from bot.catalogue.local_time import local_day
    from bot.vouchers import pools, returns

    with open_house(context) as house, house.store.write() as tx:
        today = local_day(now(), house.concierge.live.edition(tx).catalogue.network.timezone)
        try:
            of = returns.release_code(tx, pools.clean(code), offer=offer, today=today)
        except returns.NotGivenBack as error:
            raise CannotRun(str(error)) from None
    screen.line(f"{of}: {pools.clean(code)} was given back")


@codes.command("status")
def codes_status(context: typer.Context) -> None:
    """Show how many codes each pool has left."""
    from bot.vouchers import pools

    with open_house(context) as house, house.store.read() as tx:
        offers = house.concierge.live.edition(tx).catalogue.offers
        for stock in pools.stock(tx, [name for name, (_, offer) in offers.items() if offer.voucher == "pool"]):
            screen.row(stock.offer, f"{stock.free} free of {stock.total}")
            _say_if_few(stock)


def _say_if_few(stock: "Stock") -> None:
    """Warn of a pool whose end would tell of its people, as the rule `offer-for-few` does; an empty one has nobody."""
    from bot.editorial.rules.offer_for_few import FEWEST_TURNS

    if 0 < stock.total < FEWEST_TURNS:
        codes = f"{stock.total} {'code' if stock.total == 1 else 'codes'} in all"
        screen.to_stderr(
            f"{stock.offer}: {codes}, fewer than {FEWEST_TURNS}: who reads that they are gone knows that one of a few "
            "colleagues has one; import more, or let the bot make them (voucher: generated)"
        )
