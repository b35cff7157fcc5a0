"""`kmzero demo-data`: an invented programme in a new database, through the functions that the bot itself uses."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
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
    from bot.cli.bench.invented_outcomes import Outcomes
    from bot.cli.bench.invented_programme import Programme, Visit
    from bot.insight.quarters import Quarter
    from bot.people.members import Person

BATCH = 500  # conversations in one transaction
FORMS_OPEN = timedelta(days=30)  # before the end


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
    truth: Annotated[
        Path | None, typer.Option(help="Write into this JSON file what is true of what the evaluation estimates.")
    ] = None,
    lang: Tongue = None,
) -> None:
    """Fill a new database with people who do not exist, so that every report and the evaluation can be seen full."""
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
        programme = Programme(catalogue, seed, months, until.date() if until else today)
        played = play(house, programme)
    finally:
        house.close()
    if truth:
        write_truth(truth, played)
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
    if played.outcomes:
        period = played.outcomes.evaluation.period
        screen.line(say("demo-evaluation", language, first=str(period.first), last=str(period.last)))


@dataclass
class Played:
    """What came of a programme."""

    people: dict[str, "Person"] = field(default_factory=dict)
    quarters: "set[Quarter]" = field(default_factory=set)
    things: int = 0
    vouchers: int = 0
    outcomes: "Outcomes | None" = None  # where the network has an evaluation


def _refuse_people(house: "House", words: str) -> None:
    from sqlalchemy import exists, select

    from bot.store.insight import counted, publication
    from bot.store.tables import person

    with house.store.read() as tx:
        if any(tx.execute(select(exists().select_from(table))).scalar() for table in (person, counted, publication)):
            raise CannotRun(words)


def play(house: "House", programme: "Programme") -> Played:
    """Let everything happen, some hundreds of conversations in a transaction."""
    from bot.cli.bench.invented_outcomes import Outcomes
    from bot.cli.bench.invented_promise import promise

    with house.store.write() as tx:
        written = promise(tx, programme.catalogue, programme.first, programme.last)
    played = Played(outcomes=Outcomes(programme.catalogue, written, programme.seed) if written else None)
    visits = iter(programme.visits())
    while batch := list(islice(visits, BATCH)):
        with house.store.write() as tx:
            for visit in batch:
                _happen(tx, house, programme.catalogue, visit, played)
    if played.outcomes:
        with house.store.write() as tx:
            _end(tx, house, played.outcomes, played.people)
    return played


def _happen(tx: "Connection", house: "House", catalogue: "Catalogue", visit: "Visit", played: Played) -> None:
    from bot.catalogue.interval import Interval
    from bot.catalogue.local_time import local_day
    from bot.evaluation import outcomes
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
    if played.outcomes:
        outcomes.note(tx, house.keys, played.outcomes.evaluation, me, played.outcomes.of_visit(visit))
    played.people[visit.user] = me
    played.quarters.add(Quarter.of(day))
    played.things += len(set(things)) + len(set(visit.gaps))


def _end(tx: "Connection", house: "House", invented: "Outcomes", people: "Mapping[str, Person]") -> None:
    """Send the forms to everybody, let some answer, and close them."""
    from bot.catalogue.local_time import end_of
    from bot.evaluation import form_links, outcomes, programme

    written, catalogue = invented.evaluation, invented.catalogue
    closed = end_of(written.last, catalogue.network.timezone)
    sent = closed - FORMS_OPEN
    programme.open_forms(tx, written, sent)
    for user in list(invented.people):
        outcomes.note(tx, house.keys, written, people[user], invented.at_the_end(user))
    owners: dict[form_links.Kind, Iterable[str]] = {
        "companies": catalogue.companies,
        "organizations": (one.id for one in catalogue.release.organizations),
    }
    for kind, ids in owners.items():
        form = getattr(written.forms, kind)
        for owner in ids:
            token = form_links.create(tx, written.id, kind, owner, now=sent, network="")
            link = form_links.find(tx, house.keys, token)
            if link and (given := invented.of_owner(form, owner)):
                form_links.answer(tx, house.keys, link, given, asked=[one.id for one in form], now=sent)
    programme.close_forms(tx, written.id, closed)


def write_truth(file: Path, played: Played) -> None:
    """Write what is true of a programme. Raises CannotRun where the file cannot be written."""
    from bot.cli.bench.invented_truth import truth_of

    try:
        file.write_text(json.dumps(truth_of(played.outcomes) if played.outcomes else {}, indent=1), encoding="utf-8")
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
