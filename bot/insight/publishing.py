"""Handing a report out: publish its quarter if nobody has yet, make its files the first time, keep them for good."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.insight import ledger
from bot.insight.ledger import NoReport, Report
from bot.insight.quarters import Quarter
from bot.insight.tables import Owner
from bot.people.keys import Keys
from bot.store.engine import Store


def hand_out(
    store: Store,
    keys: Keys,
    catalogue: Catalogue,
    owner: tuple[Owner, str],
    quarter: Quarter,
    *,
    today: date,
    now: datetime,
) -> dict[str, bytes]:
    """Return the files of a report by name: the very same ones for whoever asks again.

    What takes seconds is done between transactions: no message waits for a report. Raises NotEnded and NoReport, before
    which nothing is kept.
    """
    with store.read() as tx:
        drafted = ledger.draft(tx, keys, catalogue, quarter, today=today)
    with store.write() as tx:
        ledger.publish(tx, keys, catalogue, quarter, today=today, now=now, drafted=drafted)
        report = ledger.find(tx, *owner, quarter)
        files, before = ledger.pages_of(tx, report), _before(tx, report)
    return files or _drawn(store, catalogue, report, before)


def settle(
    store: Store, keys: Keys, catalogue: Catalogue, quarters: Sequence[Quarter], *, today: date, now: datetime
) -> None:
    """Publish the quarters that nobody has yet; nothing of one in which nobody was counted. Raises NotEnded."""
    with store.read() as tx:
        drafted = ledger.drafts(tx, keys, catalogue, quarters, today=today)
    for quarter in quarters:
        with store.write() as tx, suppress(NoReport):
            ledger.publish(tx, keys, catalogue, quarter, today=today, now=now, drafted=drafted.get(quarter))


def _drawn(store: Store, catalogue: Catalogue, report: Report, before: Report | None) -> dict[str, bytes]:
    from bot.insight.paper import pages  # noqa: PLC0415 - the drawing library, half a second

    files = pages(report, before, catalogue)
    with store.write() as tx:
        return ledger.keep_pages(tx, report, files)


def _before(tx: Connection, report: Report) -> Report | None:
    """Return the report of the quarter before, where it is about the same people."""
    try:
        found = ledger.find(tx, report.kind, report.id, report.quarter.before)
    except NoReport:
        return None
    return found if (found.kind, found.companies) == (report.kind, report.companies) else None
