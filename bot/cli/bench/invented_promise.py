"""The evaluation of an invented programme: what the shipped one promises, for the months that were invented.

It is published in releases of its own: the first before the programme began; halfway one in which a target is lower.
The texts kept with them are those of the release before: `kmzero pull` gives the files as they were.
"""

from datetime import date, timedelta

from sqlalchemy import Connection, update

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.evaluation import Evaluation
from bot.catalogue.interval import Interval
from bot.catalogue.local_time import end_of
from bot.editorial.publishing.release_texts import record, texts_of
from bot.store import origins
from bot.store.tables import release

ID = "demo"
EARLIER = timedelta(days=30)  # that it was written before the programme began
LOWERED, BY = "helped", 10  # the step whose target is lowered halfway, and by how many points


def promise(tx: Connection, live: Catalogue, first: date, last: date) -> Evaluation | None:
    """Publish the evaluation of a programme from its first to its last day; None where the network has none."""
    if (written := live.release.evaluation) is None:
        return None
    promised = written.model_copy(update={"id": ID, "period": Interval(first=first, last=last)})
    zone = live.network.timezone
    before = end_of(first - 2 * EARLIER, zone)
    tx.execute(update(release).where(release.c.published_at > before).values(published_at=before))  # the demo's are old
    for day, version in ((first - EARLIER, promised), (first + (last - first) / 2, _lowered(promised))):
        content = live.release.model_copy(update={"evaluation": version})
        number = releases.add(tx, content, releases.engine_of(tx, live.number), end_of(day, zone))
        record(tx, number, texts_of(tx, live.number))
        if origin := origins.of(tx, live.number):
            origins.add(tx, number, origin)
    return promised


def _lowered(promised: Evaluation) -> Evaluation:
    lower = (
        one.model_copy(update={"share": max(1, one.share - BY)}) if one.step == LOWERED else one
        for one in promised.targets
    )
    return promised.model_copy(update={"targets": tuple(lower)})
