"""`kmzero demo-data`: an invented programme in a new database, through the functions that the bot itself uses."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.app import Panel, app, settings
from bot.cli.arguments import Tongue
from bot.config import Database
from bot.errors import CannotRun

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.assembly import House
    from bot.catalogue.catalogue import Catalogue
    from bot.cli.bench.invented_programme import Programme, Visit
    from bot.insight.quarters import Quarter

BATCH = 500  # conversations in one transaction


@app.command("demo-data", rich_help_panel=Panel.LABORATORY)
def demo_data(
    context: typer.Context,
    *,
    seed: Annotated[int, typer.Option(help="The same seed, the same programme.")] = 1,
    months: Annotated[int, typer.Option(min=1, max=120, help="How many months, up to now.")] = 24,
    database: Annotated[str | None, typer.Option(help="A new database: a file, or a URL.")] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day after its last; else today.")
    ] = None,
    lang: Tongue = None,
) -> None:
    """Fill a new database with people who do not exist, so that every report can be seen full."""
    from bot.assembly import assemble, now
    from bot.catalogue.local_time import local_day
    from bot.cli.bench.invented_programme import Programme
    from bot.insight.wording import say

    chosen = settings(context)
    if database is not None:
        url = database if "://" in database else f"sqlite:///{database}"
        chosen = chosen.model_copy(update={"database": Database(url=url)})
    language = lang.value if lang else chosen.language
    house = assemble(chosen, screen.to_stderr)
    try:
        _refuse_people(house, say("demo-refused", language))
        with house.store.read() as tx:
            catalogue = house.concierge.live.edition(tx).catalogue
        today = local_day(now(), catalogue.network.timezone)
        played = _play(house, catalogue, Programme(catalogue, seed, months, until.date() if until else today))
    finally:
        house.close()
    ended = [str(quarter) for quarter in sorted(played.quarters) if quarter.ended(today)]
    screen.line(
        say(
            "demo-done",
            language,
            people=len(played.people),
            companies=len(catalogue.companies),
            things=played.things,
            quarters=len(played.quarters),
            vouchers=played.vouchers,
            ended=", ".join(ended) or "–",
        )
    )


@dataclass
class Played:
    """What came of a programme."""

    people: set[str] = field(default_factory=set)
    quarters: "set[Quarter]" = field(default_factory=set)
    things: int = 0
    vouchers: int = 0


def _refuse_people(house: "House", words: str) -> None:
    from sqlalchemy import exists, select

    from bot.store.insight import counted, publication
    from bot.store.tables import person

    with house.store.read() as tx:
        if any(tx.execute(select(exists().select_from(table))).scalar() for table in (person, counted, publication)):
            raise CannotRun(words)


def _play(house: "House", catalogue: "Catalogue", programme: "Programme") -> Played:
    """Let everything happen, some hundreds of conversations in a transaction."""
    played, visits = Played(), iter(programme.visits())
    while batch := list(islice(visits, BATCH)):
        with house.store.write() as tx:
            for visit in batch:
                _happen(tx, house, catalogue, visit, played)
    return played


def _happen(tx: "Connection", house: "House", catalogue: "Catalogue", visit: "Visit", played: Played) -> None:
    from bot.catalogue.interval import Interval
    from bot.catalogue.local_time import local_day
    from bot.insight import events
    from bot.insight.quarters import Quarter
    from bot.people import members
    from bot.vouchers import claims
    from bot.vouchers.voucher import Voucher

    day = local_day(visit.moment, catalogue.network.timezone)
    me = members.Person(
        house.keys.person(visit.company, visit.user), visit.company, visit.language, head=house.keys.head(visit.user)
    )
    if visit.joins:
        members.join(tx, house.keys, visit.company, visit.user, language=visit.language, now=visit.moment)
    things = list(visit.things)
    for name in visit.offers:
        entry, offer = catalogue.offers[name]
        always = offer.model_copy(update={"valid": Interval(last=offer.valid.last)})  # the offers of today, also then
        got = claims.claim(tx, house.keys, always, entry.organization.id, me, now=visit.moment, today=day)
        if isinstance(got, Voucher):
            played.vouchers += 1
            things += [events.Thing("taken"), events.Thing("claimed", entry.id)]
    events.note(tx, house.keys, me, things, day)
    events.note_gaps(tx, house.keys, me, visit.gaps, day)
    played.people.add(visit.user)
    played.quarters.add(Quarter.of(day))
    played.things += len(set(things)) + len(set(visit.gaps))
