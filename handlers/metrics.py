"""Figures for Prometheus: what this process did, and what the database holds when it is asked."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlalchemy import Connection, func, select

from bot.health.trouble import WHATS, Trouble
from bot.store import attempts
from bot.store.tables import alarm, current, release, voucher
from handlers import inbox, outbox

Refusal = Literal["path", "secret", "body"]
SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 1, 2, 5, 10, 60, 600)


class Metrics:
    """One for each process: what it counts itself (`registry`), and what it reads when it is asked (`stored`)."""

    def __init__(self) -> None:
        self.registry, self.stored = CollectorRegistry(), CollectorRegistry()
        self._healthy = Gauge("kmzero_healthy", "1 where nothing is wrong", registry=self.registry)
        self._trouble = Gauge("kmzero_trouble", "1 where this is wrong", ["what"], registry=self.registry)
        self._refused = Counter(
            "kmzero_webhook_refused", "Requests that were no update of Telegram's", ["why"], registry=self.registry
        )
        self._updates = Counter("kmzero_updates", "Updates done", ["outcome"], registry=self.registry)
        self._latency = Histogram(
            "kmzero_answer_seconds", "From arrival to the answer's commit", buckets=SECONDS, registry=self.registry
        )
        self._inbox = self._gauge("kmzero_inbox_waiting", "Updates that wait for their answer")
        self._outbox = self._gauge("kmzero_outbox_waiting", "Calls that wait for Telegram")
        self._claims = self._gauge("kmzero_claims", "Vouchers given and not given back")
        self._alarms = self._gauge("kmzero_stock_alarms", "Levels that pools of codes have come down to")
        self._release = self._gauge("kmzero_release_number", "The release that is live")
        self._published = self._gauge("kmzero_last_publish_timestamp", "When something was published last, Unix time")
        self._publish_failed = self._gauge("kmzero_publish_failed", "1 where a publish failed and none succeeded since")

    def answered(self, arrived: datetime) -> None:
        self._updates.labels("answered").inc()
        self._latency.observe((datetime.now(UTC) - arrived).total_seconds())

    def failed(self) -> None:
        self._updates.labels("failed").inc()

    def refused(self, why: Refusal) -> None:
        self._refused.labels(why).inc()

    def leave_out(self, *, answering: bool, webhook: bool) -> None:
        """Show no dead zeros of what this process does not do: `answering` updates, having a `webhook`."""
        left = [*(() if answering else (self._updates, self._latency)), *(() if webhook else (self._refused,))]
        for one in left:
            self.registry.unregister(one)

    def health(self, troubles: Sequence[Trouble]) -> bytes:
        """Return the figures of this process in Prometheus' text format."""
        found = {one.what for one in troubles}
        self._healthy.set(not found)
        for what in WHATS:
            self._trouble.labels(what).set(what in found)
        return generate_latest(self.registry)

    def page(self, tx: Connection) -> bytes:
        """Return the figures that the database holds."""
        self._inbox.set(inbox.depth(tx))
        self._outbox.set(outbox.depth(tx))
        self._claims.set(tx.execute(select(func.count()).select_from(voucher)).scalar_one())
        self._alarms.set(tx.execute(select(func.count()).select_from(alarm)).scalar_one())
        self._release.set(tx.execute(select(current.c.number)).scalar() or 0)
        published = tx.execute(select(func.max(release.c.published_at))).scalar()
        self._published.set(published.timestamp() if published else 0)
        self._publish_failed.set(attempts.unmended_failure(tx) is not None)
        return generate_latest(self.stored)

    def _gauge(self, name: str, meaning: str) -> Gauge:
        return Gauge(name, meaning, registry=self.stored)
