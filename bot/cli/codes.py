"""Commands about pools of codes: import, imports, undo, release, status."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, open_archive, open_house
from bot.cli.arguments import Tongue, in_reach, language_of, now, today_in
from bot.cli.asking import agreed, somebody_is_there
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.catalogue import Catalogue
    from bot.catalogue.model import Offer
    from bot.vouchers.doubts import Doubt
    from bot.vouchers.finding import Understood
    from bot.vouchers.seasons import Season

MOST_BAD = 20  # bad rows that are named

codes = typer.Typer(help="Pools of single-use codes.", no_args_is_help=True)
app.add_typer(codes, name="codes", rich_help_panel=Panel.COORDINATORS)


def _say(phrase: str, language: Language, **values: str | int) -> str:
    from bot.vouchers.wording import say

    return say(phrase, language, **values)


@codes.command("import")
def import_codes(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    offer: Annotated[str, typer.Argument(help="The id of a pool offer.")],
    file: Annotated[
        Path, typer.Argument(help="Codes in a column of a CSV, of a text file, or of an XLSX spreadsheet.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask; where there is a doubt, take nothing.")] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave bad rows out; else they stop it all.")] = False,
    column: Annotated[str, typer.Option(help="The letter of the column of codes, where there are two.")] = "",
    valid: Annotated[
        str | None, typer.Option(help="FIRST/LAST: the validity they are for; else the offer's own.")
    ] = None,
    lang: Tongue = None,
) -> None:
    """Show what a file of codes says, and add them to the pool of an offer. Exit code 1 where nothing came in."""
    from bot.editorial.pools import take_in
    from bot.vouchers import imports, seasons
    from bot.vouchers.wording import came_in

    language = language_of(context, lang)
    with open_archive(context, deed="writes") as (store, catalogue):
        pool = _pool(catalogue, offer, language)
        first = _first_day(valid, language) if valid else pool.valid.first
        found = _read(file, column, today_in(catalogue.network.timezone), language)
        with store.read() as tx:
            doubts = [
                *found.doubts,
                *imports.weigh(tx, offer, found.codes, [one for _, one in catalogue.offers.values()]),
            ]
        _show(file, found, doubts, language)
        _decide(found, doubts, language, yes=yes, skip_bad=skip_bad)
        came = take_in(store, pool, found.codes, now(), release=catalogue.number, role=None, first=first)
        screen.line(came_in(offer, came, language))
        if came.number:
            screen.line(_say("import-number", language, number=str(came.number)))
        with store.read() as tx:
            (stock,) = seasons.stock(tx, [pool])
        _say_if_few(stock, language)


def _pool(catalogue: "Catalogue", offer: str, language: Language) -> "Offer":
    """Return a pool offer of the live release. Raises CannotRun, which names them all."""
    if offer not in catalogue.pools:
        raise CannotRun(_say("no-pool", language, offer=offer, offers=", ".join(catalogue.pools)))
    return catalogue.pools[offer]


def _first_day(valid: str, language: Language) -> date | None:
    from pydantic import TypeAdapter, ValidationError

    from bot.catalogue.interval import Interval, Validity

    try:
        found: Interval = TypeAdapter(Validity).validate_python(valid)
    except ValidationError:
        raise CannotRun(_say("bad-validity", language, valid=valid)) from None
    return found.first


def _read(file: Path, column: str, today: date, language: Language) -> "Understood":
    from bot.store.plain_files import read_up_to
    from bot.vouchers.finding import understood
    from bot.vouchers.sheets import LARGEST, Unreadable
    from bot.vouchers.wording import unreadable

    try:
        return understood(file.name, read_up_to(file, LARGEST + 1), today, column)
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    except Unreadable as error:
        raise CannotRun(f"{file}: {unreadable(error, language)}") from None


def _show(file: Path, found: "Understood", doubts: "Sequence[Doubt]", language: Language) -> None:
    """Say on stdout what was understood, and on stderr what is wrong."""
    from bot.vouchers import wording

    for said in wording.what(found, language):
        screen.line(said)
    for one in found.bad[:MOST_BAD]:
        screen.to_stderr(f"{file}:{one.row}: {wording.short(one.shown)}: {_say(f'left-{one.why}', language)}")
    if len(found.bad) > MOST_BAD:
        screen.to_stderr(_say("more", language, count=len(found.bad) - MOST_BAD))
    for said in wording.doubtful(doubts, language):
        screen.to_stderr(said)


def _decide(found: "Understood", doubts: "Sequence[Doubt]", language: Language, *, yes: bool, skip_bad: bool) -> None:
    """Go on where there is nothing to doubt, or somebody says yes; else end the command with 1."""
    from bot.vouchers.finding import ASKED

    open_doubts = [one for one in doubts if not (skip_bad and one.what in ASKED)]
    asks = not yes and somebody_is_there()
    if found.columns:
        screen.to_stderr(_say("cure-columns", language, column=found.columns[-1]))
    elif found.bad and not skip_bad:
        screen.to_stderr(_say("cure-bad", language))
    elif not found.codes:
        screen.to_stderr(_say("not-imported", language))
    elif open_doubts and not asks:
        screen.to_stderr(_say("cure-doubts", language))
        if all(one.what in ASKED for one in open_doubts):
            screen.to_stderr(_say("cure-asked", language))
    elif not asks or agreed(_say("ask-import", language), _say("not-imported", language)):
        return
    raise typer.Exit(1)


@codes.command("imports")
def list_imports(context: typer.Context, lang: Tongue = None) -> None:
    """List the imports of codes, the newest first: when, by whom, how many codes, and what became of them."""
    from bot.catalogue.local_time import shown
    from bot.vouchers import imports

    language = language_of(context, lang)
    with open_archive(context, deed="reads") as (store, catalogue), store.read() as tx:
        found, zone = imports.listing(tx), catalogue.network.timezone
    if not found:
        screen.to_stderr(_say("no-imports", language))
    for one in found:
        who = "by-role" if one.role is not None else "by-organization" if one.organization else "by-server"
        counts = _say("counts", language, codes=one.codes, given=one.given, free=one.free)
        undone = [_say("undone-on", language, when=shown(one.undone, zone))] if one.undone else []
        by = _say(who, language, role=str(one.role), organization=one.organization or "")
        screen.row(str(one.number), shown(one.at, zone), by, one.offer, counts, *undone)


@codes.command("undo")
def undo_import(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="An import: `kmzero codes imports` lists them.")],
    lang: Tongue = None,
) -> None:
    """Take away the codes of an import that nobody has; those that are given are listed, and stay."""
    from bot.editorial.pools import take_back
    from bot.vouchers import imports
    from bot.vouchers.wording import undone

    language = language_of(context, lang)
    with open_house(context, deed="writes") as house, house.store.write() as tx:  # with the journal
        try:
            live = house.concierge.live.edition(tx).catalogue.number
            done = take_back(tx, in_reach(number), now(), release=live, role=None)
        except imports.NotUndone as error:
            raise CannotRun(_say(str(error), language, number=str(number))) from None
    for said in undone(number, done, language):
        screen.line(said)


@codes.command("release")
def release_code(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="A code that was given by mistake.")],
    offer: Annotated[str | None, typer.Option(help="Its offer, where two offers have the same code.")] = None,
    lang: Tongue = None,
) -> None:
    """Take a code back: a pool's is free again, one that the bot made is gone, and the person may take another."""
    from bot.vouchers import returns
    from bot.vouchers.one_code import clean

    language = language_of(context, lang)
    with open_house(context, deed="writes") as house, house.store.write() as tx:
        zone = house.concierge.live.edition(tx).catalogue.network.timezone
        try:
            of = returns.release_code(tx, house.keys, clean(code), offer=offer, today=today_in(zone))
        except returns.NotGivenBack as error:
            raise CannotRun(_say(error.why, language, **error.values)) from None
    screen.line(_say("given-back", language, offer=of, code=clean(code)))


@codes.command("status")
def codes_status(
    context: typer.Context,
    retire: Annotated[bool, typer.Option("--retire", help="Set aside what is left of seasons before.")] = False,
    lang: Tongue = None,
) -> None:
    """Show how many codes each pool has left, and what is left of a season before, which is not given any more."""
    from bot.vouchers import seasons

    language = language_of(context, lang)
    with (
        open_archive(context, deed="writes" if retire else "reads") as (store, catalogue),
        store.write() if retire else store.read() as tx,
    ):
        offers = catalogue.pools.values()
        retired = seasons.retire(tx, offers, today_in(catalogue.network.timezone)) if retire else 0
        found = seasons.stock(tx, offers)
    for one in found:
        counts = _say("stock", language, free=one.free, total=one.total, past=one.past, coming=one.coming)
        screen.row(one.offer, counts)
        _say_if_few(one, language)
    if retire:
        screen.line(_say("retired", language, count=retired))


def _say_if_few(stock: "Season", language: Language) -> None:
    """Warn of a pool whose end would tell of its people, as the rule `offer-for-few` does; an empty one has nobody."""
    from bot.editorial.rules.offer_for_few import FEWEST_TURNS

    if 0 < stock.total < FEWEST_TURNS:
        screen.to_stderr(_say("few", language, offer=stock.offer, total=stock.total, fewest=FEWEST_TURNS))
