"""A network of forty organizations with a small file each, whose releases are made in milliseconds by the real jobs."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Area, NeedType, Organization, Partners, Release
from bot.catalogue.text import Text
from bot.coordination.job_context import JobContext
from bot.coordination.jobs import Jobs
from bot.editorial.folder.files import Files, files_of
from bot.editorial.publishing.publish import Prepared, make_live
from bot.editorial.tree import parse
from bot.people.keys import Keys
from bot.store.engine import Store
from bot.store.origins import Origin

KEYS = Keys(b"k" * 32)
MANY = 40
RULE = Partners(ask_every=60, at_once=("hours",))
ORGANIZATION = """\
# What its author wrote stays.
id: org-{n}
name: Organization {n}
contact: {{phone: "059 000 {n:04}", email: "o{n}@example.org"}}
services:
"""
SERVICE = """\
  - id: service-{n}-{m}
    checked_on: {day}
    needs: [help]
    name: {{it: "Servizio {n}.{m}", en: "Service {n}.{m}"}}
    summary: {{it: "Aiuta.", en: "It helps."}}
    where: {{at: online}}
    hours: "Mo-Fr 09:00-17:00"
    price: {{amount: 18, per: month}}
"""


def texts(start: date) -> dict[str, str]:
    """Return the files: one service each, every third has two; confirmed within the sixty days before the start."""
    return {f"organizations/org-{n}.yaml": ORGANIZATION.format(n=n) + _services(n, start) for n in range(MANY)}


def _services(n: int, start: date) -> str:
    days = (start - timedelta((7 * n + 11 * m) % RULE.ask_every) for m in range(1 + (n % 3 == 0)))
    return "".join(SERVICE.format(n=n, m=m, day=day.isoformat()) for m, day in enumerate(days))


class Publisher:
    """Stands in for bot.editorial.publishing.publish.prepare: reads what differs, checks and learns nothing."""

    def __init__(self, shipped: Catalogue) -> None:
        network = shipped.network.model_copy(update={"partners": RULE, "doors": ()})
        need = NeedType(id="help", name=Text(it="Aiuto", en="Help"))
        area = Area(id="all", name=need.name, types=(need,))
        self._empty = Release(network=network, areas=(area,), organizations=(), companies=())
        self._read: dict[bytes, Organization] = {}

    def prepare(self, store: Store, files: Files, **_: Any) -> Prepared:
        with store.read() as tx:
            live = releases.live(tx)
        organizations = tuple(self._organization(data) for data in files.yaml.values() if isinstance(data, bytes))
        content = self._empty.model_copy(update={"organizations": organizations})
        return Prepared(content, b"", Origin("lesson"), {}, (), live, files.texts)

    def _organization(self, data: bytes) -> Organization:
        if data not in self._read:
            self._read[data] = Organization.model_validate(parse(data, "").value)
        return self._read[data]

    def first(self, store: Store, now: datetime) -> None:
        make_live(store, self.prepare(store, files_of(texts(now.date()))), now)


def jobs_of(store: Store) -> Jobs:
    learn: Callable[[Release], bytes] = lambda _release: b""  # noqa: E731 - of no account here
    reader: Any = None
    return Jobs(JobContext(store, KEYS, Path("nowhere"), learn, reader))
