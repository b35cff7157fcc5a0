"""Somebody confirmed the service in the last 180 days.

Good, in the service:
    checked_on: 2026-11-02
Bad, in the service:
    checked_on: 2025-11-02
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

FRESH = timedelta(days=180)


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        variant = _fault(service.checked_on, knowledge.today)
        if variant is not None:
            checked = service.checked_on.isoformat() if service.checked_on else "-"
            values: dict[str, str | int] = {"service": service.id, "date": checked, "days": FRESH.days}
            yield Problem(source.position(*path, "checked_on"), "unconfirmed", "warning", values, variant)


def _fault(checked: date | None, today: date) -> str | None:
    if checked is None:
        return "never"
    if checked > today:
        return "future"
    return "" if today - checked > FRESH else None
