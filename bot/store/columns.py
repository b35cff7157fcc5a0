"""Column types that every table shares."""

import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator, TypeEngine

# An id that tells nothing: neither how many rows there are nor which came first. SQLite's own keys are an INTEGER.
RandomId = BigInteger().with_variant(Integer(), "sqlite")


def random_id() -> int:
    """Return a number out of 2^62: of a million rows two are the same once in ten million times."""
    return secrets.randbits(62) + 1


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC, on databases that know time zones and on those that do not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone")
        return self.kept(value.astimezone(UTC)) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)

    def kept(self, moment: datetime) -> datetime:
        """Return so much of a moment as the column keeps."""
        return moment


class Hour(Moment):
    """The hour in which something was: rows of one message must not be found by their common moment."""

    cache_ok = True

    def kept(self, moment: datetime) -> datetime:
        return moment.replace(minute=0, second=0, microsecond=0)

    def coerce_compared_value(self, op: Any, value: Any) -> TypeEngine[Any]:  # noqa: ARG002 - SQLAlchemy's signature
        return Moment()  # what is asked for is not cut: a row goes in time, not an hour or a day later


class Day(Hour):
    """The day on which something was, in UTC, as its first moment."""

    cache_ok = True

    def kept(self, moment: datetime) -> datetime:
        return super().kept(moment).replace(hour=0)


class Month(Day):
    """The month in which something was, in UTC: for what is only kept to be over one day."""

    cache_ok = True

    def kept(self, moment: datetime) -> datetime:
        return super().kept(moment).replace(day=1)
