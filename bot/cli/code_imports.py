"""Commands that take codes in: import, the list of imports, and undo."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import open_archive, open_house
from bot.cli.arguments import Tongue, language_of, now, today_in
from bot.cli.network import codes, say_if_few
from bot.cli.publishing import YES
from bot.errors import CannotRun

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.catalogue.catalogue import Catalogue
    from bot.catalogue.model import Offer
    from bot.editorial.audit import Deed
    from bot.vouchers.doubts import Doubt
    from bot.vouchers.finding import Understood
    from bot.vouchers.imports import Import

MOST_BAD = 20  # bad rows that are named


@codes.command("import")
def import_codes(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    offer: Annotated[str, typer.Argument(help="The id of a pool offer.")],
    file: Annotated[
        Path, typer.Argument(help="Codes in a column of a CSV, of a text file, or of an XLSX spreadsheet.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask; where there is a doubt, take nothing.")] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave bad rows out; else they stop it all.")] = False,
    valid: Annotated[
        str | None, typer.Option(help="FIRST/LAST: the validity they are for; else the offer's own.")
    ] = None,
    lang: Tongue = None,
) -> None:
    """Show what a file of codes says, and add them to the pool of an offer. Exit code 1 where nothing came in."""
    from bot.editorial.audit import Deed
    from bot.vouchers import imports, pools
    from bot.vouchers.wording import came_in, say

    language = language_of(context, lang)
    with open_archive(context) as (store, catalogue):
        pool = _pool(catalogue, offer, language)
        first = _first_day(valid, language) if valid else pool.valid.first
        found = _read(file, today_in(catalogue.network.timezone), language)
        with store.read() as tx:
            doubts = [*found.doubts, *imports.weigh(tx, offer, found.codes, _offers(catalogue))]
        _show(file, found, doubts, language)
        _decide(found, doubts, language, yes=yes, skip_bad=skip_bad)
        with store.write() as tx, _progress(len(found.codes)) as advance:
            came = imports.come_in(tx, offer, found.codes, now(), first, advance=advance)
            if came.number:
                _note(tx, catalogue.number, Deed("import-codes", offer, f"import {came.number}", new=str(came.all)))
        screen.line(came_in(offer, came, language))
        if came.number:
            screen.line(say("import-number", language, number=str(came.number)))
        with store.read() as tx:
            say_if_few(*pools.stock(tx, [offer]))


def _offers(catalogue: "Catalogue") -> "list[Offer]":
    return [offer for _, offer in catalogue.offers.values()]


def _pool(catalogue: "Catalogue", offer: str, language: Language) -> "Offer":
    """Return a pool offer of the live release. Raises CannotRun, which names them all."""
    from bot.vouchers.wording import say

    known = {one.id: one for one in _offers(catalogue) if one.voucher == "pool"}
    if offer not in known:
        raise CannotRun(say("no-pool", language, offer=offer, offers=", ".join(known)))
    return known[offer]


def _first_day(valid: str, language: Language) -> date | None:
    from pydantic import TypeAdapter, ValidationError

    from bot.catalogue.model import Interval, Validity
    from bot.vouchers.wording import say

    try:
        found: Interval = TypeAdapter(Validity).validate_python(valid)
    except ValidationError:
        raise CannotRun(say("bad-validity", language, valid=valid)) from None
    return found.first


def _read(file: Path, today: date, language: Language) -> "Understood":
    from bot.vouchers import wording
    from bot.vouchers.finding import understood
    from bot.vouchers.sheets import LARGEST, Unreadable

    try:
        with file.open("rb") as opened:
            return understood(file.name, opened.read(LARGEST + 1), today)
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    except Unreadable as error:
        raise CannotRun(f"{file}: {wording.unreadable(error, language)}") from None


def _show(file: Path, found: "Understood", doubts: "Sequence[Doubt]", language: Language) -> None:
    """Say on stdout what was understood, and on stderr what is wrong."""
    from bot.vouchers import wording

    for said in wording.what(found, language):
        screen.line(said)
    for one in found.bad[:MOST_BAD]:
        why = wording.say(f"left-{one.why}", language)
        screen.to_stderr(f"{file}:{one.row}: {wording.short(one.shown)}: {why}")
    if len(found.bad) > MOST_BAD:
        screen.to_stderr(wording.say("more", language, count=len(found.bad) - MOST_BAD))
    for said in wording.doubtful(doubts, language):
        screen.to_stderr(said)


def _decide(found: "Understood", doubts: "Sequence[Doubt]", language: Language, *, yes: bool, skip_bad: bool) -> None:
    """Go on where there is nothing to doubt, or somebody says yes; else end the command with 1."""
    from bot.vouchers.finding import ASKED
    from bot.vouchers.wording import say

    open_doubts = [one for one in doubts if not (skip_bad and one.what in ASKED)]
    asks = not yes and sys.stdin.isatty()
    if found.bad and not skip_bad:
        screen.to_stderr(say("cure-bad", language))
    elif not found.codes:
        screen.to_stderr(say("not-imported", language))
    elif open_doubts and not asks:
        screen.to_stderr(say("cure-doubts", language))
        if all(one.what in ASKED for one in open_doubts):
            screen.to_stderr(say("cure-asked", language))
    elif not asks or _agreed(language):
        return
    raise typer.Exit(1)


def _agreed(language: Language) -> bool:
    from bot.vouchers.wording import say

    screen.line(say("ask-import", language), end=" ")
    if sys.stdin.readline().strip().lower() in YES:
        return True
    screen.line(say("not-imported", language))
    return False


def _note(tx: "Connection", release: int, deed: "Deed") -> None:
    """Write down that codes came in, or went: how many, and never which."""
    from bot.editorial import audit

    audit.note(tx, [deed], role=None, release=release, now=now())


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr, where a person looks at it."""
    from rich.progress import Progress

    from bot.cli.console import console

    shown = console(err=True)
    with Progress(console=shown, transient=True, disable=not shown.is_terminal) as bar:
        task = bar.add_task("codes", total=total)
        yield lambda written: bar.advance(task, written)


@codes.command("imports")
def list_imports(context: typer.Context, lang: Tongue = None) -> None:
    """List the imports of codes, the newest first: when, by whom, how many codes, and what became of them."""
    from bot.vouchers import imports
    from bot.vouchers.wording import say

    language = language_of(context, lang)
    with open_archive(context) as (store, catalogue), store.read() as tx:
        found = imports.listing(tx)
    if not found:
        screen.to_stderr(say("no-imports", language))
    for one in found:
        screen.row(*_cells(one, catalogue.network.timezone, language))


def _cells(one: "Import", zone: str, language: Language) -> Iterator[str]:
    from bot.catalogue.local_time import shown
    from bot.vouchers.wording import say

    yield from (str(one.number), shown(one.at, zone))
    yield say("by-server", language) if one.role is None else say("by-role", language, role=str(one.role))
    yield from (one.offer, say("counts", language, codes=one.codes, given=one.given, free=one.free))
    if one.undone:
        yield say("undone-on", language, when=shown(one.undone, zone))


@codes.command("undo")
def undo_import(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="An import: `kmzero codes imports` lists them.")],
    lang: Tongue = None,
) -> None:
    """Take away the codes of an import that nobody has; those that are given are listed, and stay."""
    from bot.editorial.audit import Deed
    from bot.vouchers import imports
    from bot.vouchers.wording import say, undone

    language = language_of(context, lang)
    with open_house(context) as house, house.store.write() as tx:
        try:
            done = imports.undo(tx, number, now())
        except imports.NotUndone as error:
            raise CannotRun(say(str(error), language, number=str(number))) from None
        live = house.concierge.live.edition(tx).catalogue.number
        _note(tx, live, Deed("undo-codes", done.offer, f"import {number}", new=str(done.codes)))
    for said in undone(number, done, language):
        screen.line(said)
