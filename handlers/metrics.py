"""Figures for Prometheus: what this process did, and what the database holds when it is asked."""

from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlalchemy import Connection, func, select

from bot.store import attempts
from bot.store.tables import alarm, current, release, voucher
from handlers import inbox, outbox

SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 1, 2, 5, 10, 60, 600)


class Metrics:
    """One for each process, with a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
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

    def page(self, tx: Connection) -> bytes:
        """Return all figures in Prometheus' text format."""
        self._inbox.set(inbox.depth(tx))
        self._outbox.set(outbox.depth(tx))
        self._claims.set(tx.execute(select(func.count()).select_from(voucher)).scalar_one())
        self._alarms.set(tx.execute(select(func.count()).select_from(alarm)).scalar_one())
        self._release.set(tx.execute(select(current.c.number)).scalar() or 0)
        published = tx.execute(select(func.max(release.c.published_at))).scalar()
        failure = attempts.last_failure(tx)
        self._published.set(published.timestamp() if published else 0)
        self._publish_failed.set(failure is not None and (published is None or failure.at > published))
        return generate_latest(self.registry)

    def _gauge(self, name: str, meaning: str) -> Gauge:
        return Gauge(name, meaning, registry=self.registry)
