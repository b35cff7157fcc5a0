"""Commands about what was counted: reports of a quarter."""

from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, open_archive, settings
from bot.cli.arguments import ClockIsRight, Tongue, language_of
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.catalogue import Catalogue
    from bot.insight.quarters import Quarter
    from bot.insight.tables import Owner
    from bot.store.engine import Store


class Kind(StrEnum):
    COMPANY = "company"
    NETWORK = "network"
    ORGANIZATION = "organization"
    ALL = "all"


@app.command(rich_help_panel=Panel.COMPANIES)
def report(
    context: typer.Context,
    *,
    kind: Annotated[Kind, typer.Argument(help="Whose report; all: of the network and of every company.")],
    name: Annotated[str, typer.Argument(metavar="[ID]", help="The id of the company or organization.")] = "",
    quarter: Annotated[str, typer.Option("--quarter", help="A quarter that has ended: 2026Q3.")] = "",
    out: Annotated[Path, typer.Option("--out", help="Where the files go.")] = Path(),
    lang: Tongue = None,
    clock_is_right: ClockIsRight = False,
) -> None:
    """Write the report of a quarter: a page to print, a spreadsheet, a picture. Published once, for good."""
    from bot.assembly import now, privacy_keys
    from bot.insight import publishing
    from bot.insight.content import in_words
    from bot.insight.ledger import NoReport, NotEnded
    from bot.insight.wording import say

    language = language_of(context, lang)
    if name and kind in {Kind.NETWORK, Kind.ALL}:
        raise CannotRun(say("no-name", language, kind=kind, text=name))
    period = _quarter(quarter, language)
    with open_archive(context, deed="writes") as (store, catalogue):
        owners, keys = _owners(kind, name, catalogue, language), privacy_keys(settings(context), store)
        files: dict[str, bytes] = {}
        _sure_of_the_clock(store, said=clock_is_right)
        try:
            for owner in owners:
                with suppress(*([NoReport] if kind is Kind.ALL else [])):
                    files |= publishing.hand_out(
                        store, keys, catalogue, owner, period, today=_today(catalogue), now=now()
                    )
        except NotEnded:
            day = in_words(period.last + timedelta(days=1), language)
            raise CannotRun(say("open-quarter", language, quarter=str(period), day=day)) from None
        except NoReport:
            named = _name(kind, name, catalogue)
            raise CannotRun(say(f"no-report-{kind}", language, name=named, quarter=str(period))) from None
    if not files:
        raise CannotRun(say("no-report-network", language, quarter=str(period)))
    out.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (out / file).write_bytes(content)
        screen.line(out / file)


def _sure_of_the_clock(store: "Store", *, said: bool) -> None:
    """Publish nothing by a clock that cannot be right: it is for good."""
    from bot.assembly import now
    from bot.store import clock

    with store.read() as tx:
        doubt = None if said else clock.doubt(tx, now())
    if doubt:
        raise CannotRun(str(doubt))


def _quarter(text: str, language: Language) -> "Quarter":
    from bot.insight.quarters import NotAQuarter, Quarter
    from bot.insight.wording import say

    if not text:
        raise CannotRun(say("no-quarter", language))
    try:
        return Quarter.parse(text)
    except NotAQuarter:
        raise CannotRun(say("not-a-quarter", language, text=text)) from None


def _owners(kind: Kind, name: str, catalogue: "Catalogue", language: Language) -> "list[tuple[Owner, str]]":
    from bot.insight.tables import NETWORK
    from bot.insight.wording import say

    if kind is Kind.NETWORK:
        return [("network", NETWORK)]
    if kind is Kind.ALL:
        return [("network", NETWORK), *(("company", company) for company in catalogue.companies)]
    names = list(catalogue.companies) if kind is Kind.COMPANY else [one.id for one in catalogue.release.organizations]
    if name not in names:
        raise CannotRun(say("no-such", language, name=name or "?", names=", ".join(names)))
    return [("company" if kind is Kind.COMPANY else "organization", name)]


def _name(kind: Kind, owner: str, catalogue: "Catalogue") -> str:
    if kind is Kind.COMPANY:
        return catalogue.companies[owner].name
    return next((one.name for one in catalogue.release.organizations if one.id == owner), owner)


def _today(catalogue: "Catalogue") -> date:
    from bot.assembly import now
    from bot.catalogue.local_time import local_day

    return local_day(now(), catalogue.network.timezone)
